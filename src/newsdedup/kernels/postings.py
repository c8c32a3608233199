"""Compiled loops: weighted terms to posting lists, and these to the nearest neighbours of each article."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from newsdedup.kernels.arrays import HALF_BITS, LOWER_HALF, filled_with, keep_largest, longest_row, sort_few
from newsdedup.kernels.hash_table import power_of_two, slot_of
from newsdedup.kernels.hashing import EMPTY
from newsdedup.kernels.jit import inner, kernel

_COLLECTED: Final = 256  # neighbours collected before the list is cut to the nearest


@kernel
def partition_terms(terms: Any, offsets: Any, shift: int, upto: Any) -> None:
    """Partition the sorted terms of each row by ``term >> shift``.

    Filled: upto uint32 (n, parts + 1), how many terms of a row come before each part.
    """
    for row in range(offsets.size - 1):
        filled_with(upto[row], 0)
        for i in range(offsets[row], offsets[row + 1]):
            upto[row, np.int64(terms[i] >> np.uint32(shift)) + 1] += np.uint32(1)
        for number in range(1, upto.shape[1]):
            upto[row, number] += upto[row, number - 1]


@kernel
def fill_postings(
    terms: Any,
    values: Any,
    offsets: Any,
    upto: Any,
    number: int,
    begin: int,
    holders: Any,
    weights: Any,
    starts: Any,
    sizes: Any,
) -> None:
    """Fill the posting lists of one part of the terms: the rows that hold each term, and where its list is.

    terms uint32 and values float32, offsets int64 (n + 1,): rows, each sorted by term; upto as
    `partition_terms` fills it. Filled, from `begin` on: holders uint32 and weights float32, list after list; for each
    term of each row: starts uint32 and sizes uint32.
    """
    total = np.int64(0)
    for row in range(offsets.size - 1):
        total += np.int64(upto[row, number + 1] - upto[row, number])
    slots = np.empty(power_of_two(2 * total), np.uint32)
    filled_with(slots, EMPTY)
    names, held, count = np.empty(slots.size, np.uint32), filled_with(np.empty(total, np.uint32), 0), np.int64(0)
    for row in range(offsets.size - 1):
        for i in range(offsets[row] + upto[row, number], offsets[row] + upto[row, number + 1]):
            slot = slot_of(slots, terms[i])
            new = slots[slot] == EMPTY
            slots[slot] = terms[i]
            names[slot] = count if new else names[slot]
            starts[i] = names[slot]
            held[starts[i]] += np.uint32(1)
            count += np.int64(new)
    ends = np.empty(total, np.int64)  # ends of the filled part of each list
    end = np.int64(begin)
    for name in range(count):
        ends[name] = end
        end += np.int64(held[name])
    for row in range(offsets.size - 1):
        for i in range(offsets[row] + upto[row, number], offsets[row] + upto[row, number + 1]):
            place = ends[starts[i]]
            holders[place], weights[place] = row, values[i]
            ends[starts[i]] += 1
    for row in range(offsets.size - 1):
        for i in range(offsets[row] + upto[row, number], offsets[row] + upto[row, number + 1]):
            name = starts[i]
            sizes[i], starts[i] = held[name], ends[name] - np.int64(held[name])


@inner
def _encode_largest(shared: Any, met: Any, found: Any, count: Any, codes: Any) -> Any:
    """Encode the largest `count` of those met with their shared weight; returns how many. `shared` is set to zero.

    The weights are the bits of positive floats, which sort as these do. A row with less weight than
    `count` earlier ones is skipped, and most are, because the rows that share rare terms come first.
    """
    kept, least = np.int64(0), np.uint32(1)
    for i in range(found):
        other = met[i]
        weight = shared[other]
        shared[other] = 0
        if weight >= least:
            codes[kept] = (np.uint64(weight) << HALF_BITS) | (~np.uint64(other) & LOWER_HALF)
            kept += 1
            if kept == codes.size:
                kept = keep_largest(codes, kept, count)
                last = codes[0]
                for place in range(1, kept):
                    last = min(last, codes[place])
                least = np.uint32(last >> HALF_BITS)
    return keep_largest(codes, kept, count)


@inner
def _first_from(holders: Any, start: Any, end: Any, least: Any) -> Any:
    """The first place of ``holders[start:end]``, which ascend, whose holder is at least `least`; `end` if none is."""
    while start < end:
        middle = (start + end) >> 1
        if holders[middle] < least:
            start = middle + 1
        else:
            end = middle
    return start


@inner
def _cut_list(holders: Any, start: Any, end: Any, spans: Any, bounds: Any) -> Any:
    """Find the parts of a list whose holders are within the spans of a row; returns how many holders these have."""
    total = np.int64(0)
    for part in range(spans.shape[0]):
        low, high = spans[part, 0], spans[part, 1]
        bounds[part, 0] = bounds[part, 1] = start
        if low < high:
            bounds[part, 0] = _first_from(holders, start, end, low)
            bounds[part, 1] = _first_from(holders, bounds[part, 0], end, high)
        total += bounds[part, 1] - bounds[part, 0]
    return total


@kernel
def nearest_neighbours(
    first: int,
    last: int,
    offsets: Any,
    values: Any,
    holders: Any,
    weights: Any,
    starts: Any,
    sizes: Any,
    spans: Any,
    budget: int,
    nearest: Any,
) -> None:
    """The rows that share the most weight with each row from `first` to `last`, by its rarest terms.

    The other arrays as `fill_postings` fills them. spans int64 (n, parts, 2): the rows with which each row is
    compared, as ranges; with a length of 0 each is compared with all. Terms are looked up from the rarest on, until
    the lists, as far as they are within the spans, would be longer than `budget`. Filled: nearest int32
    (last - first, k), the nearest first, then -1.
    """
    shared = filled_with(np.empty(offsets.size - 1, np.float32), 0)
    longest, is_whole = longest_row(offsets), spans.shape[0] == 0
    met, codes = np.empty(max(budget, longest) + 1, np.uint32), np.empty(_COLLECTED + nearest.shape[1], np.uint64)
    order, rarest = np.empty(longest + 1, np.uint64), np.empty(max(longest, nearest.shape[1]) + 1, np.uint64)
    bounds = np.empty((longest + 1, spans.shape[1], 2), np.int64)
    for row in range(first, last):
        filled_with(nearest[row - first], -1)
        begin, terms = offsets[row], offsets[row + 1] - offsets[row]
        for i in range(terms):
            start, size = np.int64(starts[begin + i]), np.int64(sizes[begin + i])
            met[i] = holders[start]  # so that the lists are fetched in parallel
            if is_whole:
                bounds[i, 0, 0], bounds[i, 0, 1] = start, start + size
            else:
                size = _cut_list(holders, start, start + size, spans[row], bounds[i])
            order[i] = (np.uint64(size) << HALF_BITS) | np.uint64(i)
        sort_few(order, terms, rarest)
        left, found = np.int64(budget), np.int64(0)
        for i in range(terms):
            left -= np.int64(rarest[i] >> HALF_BITS)
            if left < 0:
                break
            number = np.int64(rarest[i] & LOWER_HALF)
            weight = values[begin + number]
            for part in range(bounds.shape[1]):
                for k in range(bounds[number, part, 0], bounds[number, part, 1]):
                    other = holders[k]
                    met[found] = other
                    found += np.int64(shared[other] == 0)
                    shared[other] += weight * weights[k]
        shared[row] = 0
        count = _encode_largest(shared.view(np.uint32), met, found, nearest.shape[1], codes)
        sort_few(codes, count, rarest)
        for i in range(count):
            nearest[row - first, i] = np.int64(~rarest[count - 1 - i] & LOWER_HALF)
