"""Hash functions."""

from __future__ import annotations

import numpy as np
import pytest
from datasketch import MinHash

from newsdedup.kernels.hash_table import mix64
from newsdedup.kernels.hashing import combined, mixed, permutations


@pytest.mark.parametrize(("num_perm", "seed"), [(64, 0), (128, 1), (256, 4_294_967_295)])
def test_permutations_equal_those_of_datasketch(num_perm: int, seed: int) -> None:
    theirs = MinHash(num_perm=num_perm, seed=seed, scheme="affine32").permutations
    assert np.array_equal(permutations(num_perm, seed), theirs)


def test_the_compiled_mixer_equals_the_one_over_arrays() -> None:
    hashes = np.arange(100, dtype=np.uint64) * np.uint64(0x123456789ABCDEF)
    with np.errstate(over="ignore"):  # where the loop is not compiled
        assert [int(mix64(value)) for value in hashes] == mixed(hashes).tolist()


def test_a_combined_hash_depends_on_the_order_of_the_columns() -> None:
    one, other = np.array([1, 2], np.uint32), np.array([2, 1], np.uint32)
    assert combined([one, other]).tolist() == combined([other, one])[::-1].tolist()
    assert not np.isin(combined([one, other]), combined([other, one][:1])).any()
    assert combined([one, other])[0] != combined([one, other])[1]
