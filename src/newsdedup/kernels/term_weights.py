"""Compiled loops: words to weighted terms, and the cosines of these."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from newsdedup.kernels.arrays import HALF_BITS, LOWER_HALF, filled_with, keep_largest, longest_row, sort_few
from newsdedup.kernels.hash_table import emptied, new_table, power_of_two, short_hash, slot_of
from newsdedup.kernels.hashing import BASE, EMPTY
from newsdedup.kernels.jit import inlined, inner, kernel

_SPARSE: Final = 16  # slots of a hash table per value in it


@inner
def _hash_grams(words: Any, sizes: Any, grams: Any) -> Any:
    """The hash of every run of each size of words, or of all if they are fewer; returns how many there are."""
    n = 0
    if words.size == 0:
        return n
    for size in sizes:
        size = min(size, words.size)
        for i in range(words.size - size + 1):
            rolling = np.uint64(0)
            for step in range(size):
                rolling = rolling * BASE + np.uint64(words[i + step])
            grams[n] = short_hash(rolling)
            n += 1
    return n


@kernel
def hash_rows(words: Any, offsets: Any, found: Any) -> None:
    """The hash of each row of words as one term, uint32 (n,)."""
    for row in range(offsets.size - 1):
        rolling = np.uint64(0)
        for i in range(offsets[row], offsets[row + 1]):
            rolling = rolling * BASE + np.uint64(words[i])
        found[row] = short_hash(rolling)


@inlined
def _count_terms(grams: Any, n: Any, slots: Any, terms: Any, places: Any, times: Any) -> Any:
    """The distinct values of ``grams[:n]`` and how often each occurs; returns how many. `places` is by slot."""
    count = np.int64(0)
    for i in range(n):
        place = slot_of(slots, grams[i])
        new = slots[place] == EMPTY
        slots[place] = terms[count] = grams[i]
        times[count] = 0
        places[place] = count if new else places[place]
        times[places[place]] += 1
        count += np.int64(new)
    return count


@kernel
def count_articles(words: Any, offsets: Any, sizes: Any, shift: int, first: int, last: int, held: Any) -> None:
    """Count the articles of each term, for the places ``term >> shift`` from `first` to `last`.

    held uint32 (places, 2), zeros at first: the count, and the last article that was counted.
    """
    grams = np.empty(max(1, longest_row(offsets) * sizes.size), np.uint32)
    for row in range(offsets.size - 1):
        n, here = _hash_grams(words[offsets[row] : offsets[row + 1]], sizes, grams), np.int64(0)
        for i in range(n):  # a loop of its own without a branch: which places are here cannot be predicted
            place = np.int64(grams[i] >> np.uint32(shift))
            grams[here] = place
            here += np.int64((place >= first) & (place < last))
        for i in range(here):  # distant places are fetched in parallel, unless a branch waits for one
            place = np.int64(grams[i])
            held[place, 0] += np.uint32(held[place, 1] != row + 1)
            held[place, 1] = row + 1


@kernel
def weigh_terms(
    words: Any,
    offsets: Any,
    sizes: Any,
    shift: int,
    held: Any,
    rarity: Any,
    more: int,
    least: int,
    most: int,
    kept: Any,
    weights: Any,
    counts: Any,
    norms: Any,
) -> int:
    """The heaviest terms of each row, by log frequency times rarity, in rows of length one.

    words uint32, offsets int64 (n + 1,), held uint32 as `count_articles` fills it; `more` is 1 for rows
    that were not counted, each of which adds one article to its terms; rarity float64 by number of articles.
    Filled, row after row, sorted by term: kept uint32 and weights float32 with room for `most` per
    row, counts int64 (n,), norms float32 (n,), the length of each row before it was scaled to one. Terms
    of fewer than `least` articles count towards the length only. Returns how many terms are kept.
    """
    room = max(1, longest_row(offsets) * sizes.size)
    grams, terms, times = np.empty(room, np.uint32), np.empty(room, np.uint32), np.empty(room, np.int32)
    articles, codes, exact = np.empty(room, np.uint32), np.empty(room, np.uint64), np.empty(room, np.float32)
    ordered = np.empty(min(room, most), np.uint64)
    frequency = np.empty(room + 1)
    for often in range(room + 1):
        frequency[often] = 1 + np.log(max(1, often))
    table = new_table(room)
    places = np.empty(table.size, np.int32)
    weight_of = np.empty(1, np.float32)
    bits = weight_of.view(np.uint32)
    total = 0
    for row in range(offsets.size - 1):
        n = _hash_grams(words[offsets[row] : offsets[row + 1]], sizes, grams)
        count = _count_terms(grams, n, emptied(table, n), terms, places, times)
        for i in range(count):  # a loop of its own: distant places are fetched in parallel
            articles[i] = held[terms[i] >> np.uint32(shift), 0] + np.uint32(more)
        shared, squares = np.int64(0), 0.0
        for i in range(count):
            weight = rarity[articles[i]] * frequency[times[i]]
            squares += weight * weight
            exact[shared], terms[shared] = weight, terms[i]
            shared += np.int64(articles[i] >= least)
        _encode(terms, exact, shared, codes)
        shared = keep_largest(codes, shared, most)
        for i in range(shared):  # the term first, to sort by
            codes[i] = ((~codes[i] & LOWER_HALF) << HALF_BITS) | (codes[i] >> HALF_BITS)
        sort_few(codes, shared, ordered)
        for i in range(shared):
            kept[total + i] = np.uint32(ordered[i] >> HALF_BITS)
            bits[0] = np.uint32(ordered[i] & LOWER_HALF)
            weights[total + i] = weight_of[0] / np.sqrt(squares)
        counts[row], norms[row] = shared, np.sqrt(squares)
        total += shared
    return total


@inlined
def _encode(terms: Any, exact: Any, n: Any, codes: Any) -> None:
    """Encode each term as one number: larger for a heavier term, then for a lower one."""
    bits = exact.view(np.uint32)  # of positive floats, which sort as these do
    for i in range(n):
        codes[i] = (np.uint64(bits[i]) << HALF_BITS) | (~np.uint64(terms[i]) & LOWER_HALF)


@kernel
def cosines(terms: Any, weights: Any, offsets: Any, left: Any, right: Any, found: Any) -> None:
    """The cosine of the two rows of each pair, float64; fastest if pairs of one `left` are adjacent.

    The weights of the left row are in a hash table so sparse that nearly every term of the right row
    that is not shared meets an empty slot, of weight zero, at once.
    """
    size = power_of_two(_SPARSE * longest_row(offsets))
    slots, of_slot = np.empty(size, np.uint32), filled_with(np.empty(size, np.float32), 0)
    held = -1
    for pair in range(left.size):
        one, other = left[pair], right[pair]
        if one != held:
            filled_with(slots, EMPTY)
            filled_with(of_slot, 0)
            for i in range(offsets[one], offsets[one + 1]):
                place = slot_of(slots, terms[i])
                slots[place], of_slot[place] = terms[i], weights[i]
            held = one
        total = 0.0
        for i in range(offsets[other], offsets[other + 1]):
            total += np.float64(of_slot[slot_of(slots, terms[i])]) * weights[i]
        found[pair] = total
