"""An inverted index that grows: the articles that hold each hash, and its weight there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.kernels.ragged import Floats, Integers, Ragged

_MERGED_FROM: Final = 0.5  # a segment is merged with the one before it from this share of its size on


@frozen(eq=False)
class _Segment:
    """The postings of some articles."""

    hashes: NDArray[Any]  # sorted
    holders: NDArray[np.int32]
    weights: NDArray[np.float32]

    @classmethod
    def of(cls, hashes: NDArray[Any], holders: NDArray[np.int32], weights: NDArray[np.float32]) -> _Segment:
        # One number for hash and place sorts many times as fast as an argsort.
        codes = np.sort(hashes.astype(np.uint64) << np.uint64(32) | np.arange(len(hashes), dtype=np.uint64))
        place = (codes & np.uint64(0xFFFFFFFF)).astype(np.int64)
        return cls((codes >> np.uint64(32)).astype(np.uint32), holders[place], weights[place])

    def merged(self, other: _Segment) -> _Segment:
        return _Segment.of(
            np.concatenate((self.hashes, other.hashes)),
            np.concatenate((self.holders, other.holders)),
            np.concatenate((self.weights, other.weights)),
        )


class GrowingPostings:
    """Postings in segments of falling size, of which small ones are merged: rows can be appended at any time."""

    def __init__(self) -> None:
        self._segments: list[_Segment] = []
        self._n = 0

    def append(self, rows: Ragged, weights: NDArray[np.float32] | None = None) -> None:
        """Append uint32 hashes of further articles, numbered in the order in which they come; each weighs one."""
        weights = np.ones(len(rows.values), np.float32) if weights is None else weights
        holders = (rows.owners + self._n).astype(np.int32)
        self._n += len(rows)
        new = _Segment.of(rows.values, holders, weights)
        while self._segments and len(new.hashes) >= _MERGED_FROM * len(self._segments[-1].hashes):
            new = self._segments.pop().merged(new)
        self._segments.append(new)

    def holding(
        self, rows: Ragged, weights: NDArray[np.float32], most: int, budget: int, *, without: Sequence[int | None]
    ) -> list[Integers]:
        """For each row of hashes the articles that hold some of them, those that share most weight first.

        Hashes are looked up from the rarest on, within `budget`, as in `newsdedup.events.evidence.terms.neighbours`.
        At least the first `most` are given, if there are so many; `without` has an article to leave out of each row.
        """
        bounds = self._bounds(rows.values)
        found = []
        for row, left_out in enumerate(without):
            own = slice(*rows.offsets[row : row + 2].tolist())
            shared = self._shared_weight(bounds[:, :, own], weights[own], budget)
            if left_out is not None:
                shared[left_out] = 0
            holders = np.flatnonzero(shared)
            if len(holders) > most:
                holders = holders[shared[holders] >= np.partition(shared[holders], -most)[-most]]
            found.append(holders[np.argsort(-shared[holders], kind="stable")])
        return found

    def _shared_weight(self, bounds: Integers, weights: NDArray[np.float32], budget: int) -> Floats:
        """The weight that each article shares with one row of hashes."""
        sizes = (bounds[1] - bounds[0]).sum(axis=0)
        order = np.argsort(sizes, kind="stable")
        order = order[np.cumsum(sizes[order]) <= budget]
        holders, shared = [np.zeros(0, np.int32)], [np.zeros(0, np.float32)]
        for segment, start, end in zip(self._segments, *bounds[:, :, order], strict=True):
            places, owner = _spans(start, end)
            holders.append(segment.holders[places])
            shared.append(weights[order][owner] * segment.weights[places])
        return np.bincount(np.concatenate(holders), np.concatenate(shared), minlength=self._n).astype(np.float64)

    def some_holding(self, rows: Ragged, most: int) -> list[Integers]:
        """For each row of hashes the articles that hold some of them, ascending; the first and the last few of each."""
        starts, ends = self._bounds(rows.values)
        sizes = ends - starts
        before = np.cumsum(sizes, axis=0) - sizes  # how many holders are in earlier segments, and in later ones
        after = sizes.sum(axis=0) - before - sizes
        owners, found, of_row = rows.owners, [np.zeros(0, np.int32)], [np.zeros(0, np.int64)]
        for segment, start, end, earlier, later in zip(self._segments, starts, ends, before, after, strict=True):
            middle = np.minimum(start + np.maximum(most - earlier, 0), end)
            last = np.maximum(middle, end - np.maximum(most - later, 0))
            for some in ((start, middle), (last, end)):
                places, hash_number = _spans(*some)
                found.append(segment.holders[places])
                of_row.append(owners[hash_number])
        codes = np.unique(np.concatenate(of_row) << 32 | np.concatenate(found))
        cuts = np.searchsorted(codes >> 32, np.arange(1, len(rows)))
        return np.split(codes & 0xFFFFFFFF, cuts)

    def _bounds(self, hashes: NDArray[np.uint32]) -> Integers:
        """Where the postings of each hash begin and end, shape (2, segments, hashes)."""
        order = np.argsort(hashes)  # neighbouring hashes are neighbours in memory
        found = np.zeros((2, len(self._segments), len(hashes)), np.int64)
        for number, segment in enumerate(self._segments):
            found[0, number, order] = np.searchsorted(segment.hashes, hashes[order], "left")
            found[1, number, order] = np.searchsorted(segment.hashes, hashes[order], "right")
        return found


def _spans(starts: Integers, ends: Integers) -> tuple[Integers, Integers]:
    """All places from each start to its end, and the number of the span of each."""
    lengths = ends - starts
    owner = np.repeat(np.arange(len(starts)), lengths)
    first = np.cumsum(lengths) - lengths
    return np.arange(lengths.sum()) - first[owner] + starts[owner], owner
