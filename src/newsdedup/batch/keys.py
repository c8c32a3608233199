"""Sketches to candidate pairs: keys in blocks by part of the hash space, the buckets of a part, and crowded buckets.

Engines move blocks, not keys: one row has all keys of a batch that fall into one part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from newsdedup.batch.columns import (
    BatchFunction,
    ColumnTypes,
    batch_of,
    each_run,
    matrix_of,
    numbers,
    ragged_column,
    ragged_of,
    run_starts,
    unsigned,
)
from newsdedup.batch.sketches import phrases_of
from newsdedup.copies.lsh import BUCKET_CAP, band_keys, bands_for, bucket_pairs, repeated_keys
from newsdedup.copies.pairs import runs, union
from newsdedup.kernels.hashing import EMPTY, mixed
from newsdedup.kernels.ragged import Integers, Ragged
from newsdedup.support.settings import CopySettings

BAND: Final = 1  # kinds of candidates, as bits: those that share a band,
PHRASE: Final = 2  # and those that share a phrase
BLOCKS: Final[ColumnTypes] = {
    "part": "int",
    "bands": "binary",  # keys of 64 bits
    "band_owners": "binary",  # of each key the first half of the digest of a wording
    "phrases": "binary",  # keys of 32 bits
    "phrase_owners": "binary",
}
CANDIDATES: Final[ColumnTypes] = {
    "left": "bigint",  # wordings by the first half of their digest; of a crowded key one owner
    "right": "bigint",  # null for a crowded key
    "kind": "tinyint",
    "key": "bigint",  # null for a pair
}


def key_blocks(settings: CopySettings, parts: int) -> BatchFunction:
    """A function from batches with the columns d1, d2, signature and phrases to batches of `BLOCKS`."""
    bands = bands_for(settings.threshold, settings.num_perm)

    def blocks(batches: Iterable[Any]) -> Iterator[Any]:
        for batch in batches:
            if not batch.num_rows:
                continue
            first = _one_of_each_wording(batch)
            owners = unsigned(batch, "d1")[first]
            signatures = matrix_of(batch, "signature", np.uint32, settings.num_perm)[first]
            phrases = phrases_of(batch)[first]
            filled, is_phrase = np.flatnonzero(signatures[:, 0] != EMPTY), phrases != EMPTY
            keys = band_keys(signatures[filled], bands)
            of_band, band_owners = _in_parts(keys.ravel(), np.repeat(owners[filled], bands.count), parts)
            of_phrase, phrase_owners = _in_parts(phrases[is_phrase], owners[np.nonzero(is_phrase)[0]], parts)
            columns = {"bands": of_band, "band_owners": band_owners}
            columns |= {"phrases": of_phrase, "phrase_owners": phrase_owners}
            ragged = {name: ragged_column(rows) for name, rows in columns.items()}
            yield batch_of(BLOCKS, parts, {"part": np.arange(parts), **ragged})

    return blocks


def _one_of_each_wording(batch: Any) -> Integers:
    """One row of each wording of a batch."""
    halves = unsigned(batch, "d1"), unsigned(batch, "d2")
    order = np.lexsort(halves)
    return np.asarray(order[run_starts([half[order] for half in halves])], np.int64)


def _in_parts(keys: NDArray[Any], owners: NDArray[np.uint64], parts: int) -> tuple[Ragged, Ragged]:
    """The keys and their owners by part of the hash space."""
    part = ((mixed(keys.astype(np.uint64)) >> np.uint64(32)) * np.uint64(parts)) >> np.uint64(32)
    order = np.argsort(part.astype(np.uint16 if parts <= 1 << 16 else np.uint32), kind="stable")  # 16 bits: radix sort
    lengths = np.bincount(part.astype(np.int64), minlength=parts)
    return Ragged.of_lengths(keys[order], lengths), Ragged.of_lengths(owners[order], lengths)


def bucket_candidates(batches: Iterable[Any]) -> Iterator[Any]:
    """The candidates of `BLOCKS` that are sorted by part: batches of `CANDIDATES`.

    All pairs of the owners of a key; where they are more than `BUCKET_CAP`, the key with each of its owners.
    """
    for part in each_run(batches, "part"):
        yield _candidates_of(part, "bands", "band_owners", np.uint64, BAND)
        yield _candidates_of(part, "phrases", "phrase_owners", np.uint32, PHRASE)


def _candidates_of(blocks: Any, keys_name: str, owners_name: str, dtype: type[Any], kind: int) -> Any:
    keys, owners = ragged_of(blocks, keys_name, dtype).values, ragged_of(blocks, owners_name, np.uint64).values
    some = repeated_keys(keys)  # most keys have one owner: only the others cost anything
    keys, owners = keys[some], owners[some]
    order = np.lexsort((owners, keys))
    keys, owners = keys[order], owners[order]
    once = run_starts([keys, owners])  # copies of one wording have the same keys
    keys, owners = keys[once], owners[once]
    is_crowded = runs(keys)[1] > BUCKET_CAP
    names, numbered = np.unique(owners, return_inverse=True)
    numbered, shared = numbered[~is_crowded], keys[~is_crowded]
    by_owner = np.argsort(numbered, kind="stable")
    pairs = names[union([bucket_pairs(shared[by_owner], numbered[by_owner])])]
    left, right, key = pairs[:, 0], pairs[:, 1], keys[is_crowded]
    return batch_of(CANDIDATES, len(left) + len(key), _candidate_columns(left, right, owners[is_crowded], key, kind))


def _candidate_columns(
    left: NDArray[np.uint64], right: NDArray[np.uint64], owners: NDArray[np.uint64], keys: NDArray[Any], kind: int
) -> dict[str, Any]:
    """Pairs, then crowded keys with their owners."""
    n, m = len(left), len(keys)
    return {
        "left": np.concatenate((left, owners)).view(np.int64),
        "right": _with_nulls(np.concatenate((right, np.zeros(m, np.uint64))), n, is_pair=True),
        "kind": np.full(n + m, kind, np.int8),
        "key": _with_nulls(np.concatenate((np.zeros(n, np.uint64), keys.astype(np.uint64))), n, is_pair=False),
    }


def _with_nulls(values: NDArray[np.uint64], n_pairs: int, *, is_pair: bool) -> Any:
    """A column that has values for pairs only, or for crowded keys only; the pairs come first."""
    import pyarrow as pa

    return pa.array(values.view(np.int64), mask=(np.arange(len(values)) < n_pairs) != is_pair)


def crowded_candidates(batches: Iterable[Any]) -> Iterator[Any]:
    """The candidates of crowded keys: batches of `CANDIDATES` without keys.

    The columns kind, key and left; rows of one kind and key follow each other, sorted by age of the owners. Each owner
    is paired with the first and with the one before.
    """
    held: Any = None  # kind, key, first and last owner of the run that may go on
    for batch in batches:
        if not batch.num_rows:
            continue
        columns = [numbers(batch, "kind"), numbers(batch, "key"), numbers(batch, "left")]
        if held is not None:  # its first and its last owner, as if they were rows
            columns = [np.concatenate((pair, column)) for pair, column in zip(held, columns, strict=True)]
        kinds, keys, owners = columns
        first, _ = runs(np.cumsum(_is_new(kinds, keys)))
        later = np.flatnonzero(np.arange(len(keys)) > first)
        if held is not None:
            later = later[later > 1]
        yield _chained(kinds[later], owners[first[later]], owners[later - 1], owners[later])
        held = [column[[first[-1], -1]] for column in columns]


def _is_new(*columns: Integers) -> NDArray[np.bool_]:
    """Flag the rows where a run begins."""
    is_new = np.zeros(len(columns[0]), bool)
    is_new[run_starts(columns)] = True
    return is_new


def _chained(kinds: Integers, first: Integers, before: Integers, owners: Integers) -> Any:
    """Pairs of each owner with the first and with the one before, the lower number on the left."""
    ends = np.stack((np.concatenate((first, before)), np.concatenate((owners, owners)))).view(np.uint64)
    found = {"left": ends.min(axis=0).view(np.int64), "right": ends.max(axis=0).view(np.int64)}
    return batch_of(CANDIDATES, ends.shape[1], {**found, "kind": np.concatenate((kinds, kinds))})
