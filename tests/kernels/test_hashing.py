"""Hash functions."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from datasketch import MinHash

from newsdedup.kernels.hash_table import mix64
from newsdedup.kernels.hashing import mixed, permutations
from newsdedup.kernels.jit import kernel


@kernel
def mixed_singly(value: Any) -> Any:
    return mix64(value)


@pytest.mark.parametrize(("num_perm", "seed"), [(64, 0), (128, 1), (256, 4_294_967_295)])
def test_permutations_equal_those_of_datasketch(num_perm: int, seed: int) -> None:
    theirs = MinHash(num_perm=num_perm, seed=seed, scheme="affine32").permutations
    assert np.array_equal(permutations(num_perm, seed), theirs)


def test_the_compiled_mixer_equals_the_one_over_arrays() -> None:
    hashes = np.arange(100, dtype=np.uint64) * np.uint64(0x123456789ABCDEF)
    with np.errstate(over="ignore"):  # where the loop is not compiled
        assert [int(mixed_singly(value)) for value in hashes] == mixed(hashes).tolist()
