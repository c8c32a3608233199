"""Compiled loops: units of text that repeat over the pages of an outlet, and the words that they cover.

A segment is what lies between two edges (`newsdedup.kernels.views`). A unit is six words in a row of a segment, or a
whole segment of fewer words. Its key is a hash of the outlet and of the words.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from newsdedup.kernels.arrays import longest_row
from newsdedup.kernels.hash_table import distinct, mix64, new_table, power_of_two
from newsdedup.kernels.hashing import BASE
from newsdedup.kernels.jit import inlined, inner, kernel
from newsdedup.kernels.views import LAST_PLACE

_RUN: Final = 6  # words in a row
_LONG_PASSAGE: Final = (
    2 * _RUN
)  # words in a row that are dropped wherever they begin; fewer only where they begin a segment
_LEAST_REST: Final = 10  # words: a text that would have fewer left, and fewer than half, keeps all of them
_NO_KEY: Final = np.uint64(0)
_KEY_SHIFT: Final = np.uint64(20)  # the slot of a key is given by its middle bits


@inlined
def _unit_key(outlet: Any, words: Any, first: Any, last: Any) -> Any:
    """The key of a unit, never `_NO_KEY`."""
    rolling = outlet + np.uint64(last - first)
    for i in range(first, last):
        rolling = rolling * BASE + np.uint64(words[i])
    return max(mix64(rolling), np.uint64(1))


@inlined
def _slot(slots: Any, key: Any) -> Any:
    """The slot that holds a key, or the empty one that it would be put into."""
    mask = np.int64(slots.size - 1)
    slot = np.int64(key >> _KEY_SHIFT) & mask
    while slots[slot] != key and slots[slot] != _NO_KEY:
        slot = (slot + 1) & mask
    return slot


@inlined
def _end_of_segment(edges: Any, number: Any, n_words: Any) -> Any:
    """The end of a segment, in words; there is one more segment than edges."""
    return min(np.int64(edges[number]), n_words) if number < edges.size else n_words


@inner
def _read_units(outlet: Any, words: Any, edges: Any, keys: Any, starts: Any, ends: Any) -> Any:
    """The key of each unit of a text and its bounds; returns how many there are."""
    count, first, n_words = np.int64(0), np.int64(0), np.int64(words.size)
    for number in range(edges.size + 1):
        last = _end_of_segment(edges, number, n_words)
        for start in range(first, max(last - _RUN + 1, min(first + 1, last))):
            end = min(start + _RUN, last)
            keys[count], starts[count], ends[count] = _unit_key(outlet, words, start, end), start, end
            count += 1
        first = last
    return count


@kernel
def put_keys(keys: Any, slots: Any) -> None:
    """Put uint64 keys into a hash table: uint64, a power of two of slots, of which enough are empty (0)."""
    for i in range(keys.size):
        slots[_slot(slots, keys[i])] = keys[i]


@kernel
def repeated_units(
    words: Any, offsets: Any, edges: Any, edge_offsets: Any, outlet: Any, first_page: int, least: int, most: int
) -> Any:
    """The units that at least `least` pages of an outlet have, and the first `most` pages that have each.

    words uint32, offsets int64 (n + 1,), edges uint16, edge_offsets int64 (n + 1,), outlet uint64 (1,).
    Returns the keys, uint64 (m,), and the pages, int64 (m, most), numbered from `first_page`; -1 where there are
    fewer.
    """
    longest = longest_row(offsets)
    some, starts, ends = np.empty(longest, np.uint64), np.empty(longest, np.int64), np.empty(longest, np.int64)
    size = power_of_two(2 * words.size)
    slots, pages, last_page = np.empty(size, np.uint64), np.empty(size, np.int32), np.empty(size, np.int32)
    for slot in range(size):
        slots[slot], pages[slot], last_page[slot] = _NO_KEY, 0, -1
    n, n_repeated = offsets.size - 1, np.int64(0)
    for page in range(n):
        text, its_edges = words[offsets[page] : offsets[page + 1]], edges[edge_offsets[page] : edge_offsets[page + 1]]
        for i in range(_read_units(outlet[0], text, its_edges, some, starts, ends)):
            slot = _slot(slots, some[i])
            if last_page[slot] != page:
                slots[slot], last_page[slot] = some[i], page
                pages[slot] += 1
                n_repeated += np.int64(pages[slot] == least)
    keys, holders = np.empty(n_repeated, np.uint64), np.empty((n_repeated, most), np.int64)
    count = 0
    for slot in range(size):  # from here on `pages` is the number of a repeated unit, or -1
        is_repeated = pages[slot] >= least
        pages[slot], last_page[slot] = -1, -1
        if is_repeated:
            keys[count], pages[slot] = slots[slot], count
            for place in range(most):
                holders[count, place] = -1
            count += 1
    for page in range(n):
        text, its_edges = words[offsets[page] : offsets[page + 1]], edges[edge_offsets[page] : edge_offsets[page + 1]]
        for i in range(_read_units(outlet[0], text, its_edges, some, starts, ends)):
            slot = _slot(slots, some[i])
            if pages[slot] >= 0 and last_page[slot] != page:
                last_page[slot] = page
                _note(holders[pages[slot]], first_page + page)
    return keys, holders


@inlined
def _note(places: Any, page: Any) -> None:
    """Note a page in the first place that is -1, if there is one."""
    for place in range(places.size):
        if places[place] < 0:
            places[place] = page
            break


@kernel
def held_by_unrelated(
    holders: Any, terms: Any, weights: Any, offsets: Any, wanted: int, alike: float, found: Any
) -> None:
    """Flag the units of which `wanted` pages are unrelated: each two have a cosine below `alike`.

    holders int64 (m, most) as `repeated_units` gives them; terms uint32, sorted in each row, and weights float32 of
    the pages, offsets int64. Filled: found bool (m,).
    """
    chosen = np.empty(wanted, np.int64)
    for unit in range(holders.shape[0]):
        count = 0
        for place in range(holders.shape[1]):
            page = holders[unit, place]
            if page < 0 or count == wanted:
                break
            is_related = False
            for i in range(count):
                is_related = is_related or _cosine(terms, weights, offsets, chosen[i], page) >= alike
            if not is_related:
                chosen[count] = page
                count += 1
        found[unit] = count == wanted


@inner
def _cosine(terms: Any, weights: Any, offsets: Any, one: Any, other: Any) -> Any:
    i, j, total = offsets[one], offsets[other], 0.0
    while i < offsets[one + 1] and j < offsets[other + 1]:
        left, right = terms[i], terms[j]
        if left == right:
            total += np.float64(weights[i]) * weights[j]
        i += np.int64(left <= right)
        j += np.int64(right <= left)
    return total


@kernel
def flag_furniture(
    words: Any, offsets: Any, edges: Any, edge_offsets: Any, parts: Any, outlets: Any, slots: Any, dropped: Any
) -> None:
    """Flag the words of each text that the units of its outlet in the table cover.

    words uint32, offsets int64 (n + 1,), edges uint16, edge_offsets int64 (n + 1,), parts int64 (n, 5), outlets
    uint64 (n,), 0 where it is unknown, slots uint64 as `put_keys` fills them. Filled: dropped bool (words.size,).
    """
    longest = longest_row(offsets)
    keys, starts, ends = np.empty(longest, np.uint64), np.empty(longest, np.int64), np.empty(longest, np.int64)
    for text in range(outlets.size):
        bounds = slice(offsets[text], offsets[text + 1])
        its_words, its_edges, flags = words[bounds], edges[edge_offsets[text] : edge_offsets[text + 1]], dropped[bounds]
        for i in range(flags.size):
            flags[i] = False
        if outlets[text] == 0:
            continue
        covered = False
        for i in range(_read_units(outlets[text], its_words, its_edges, keys, starts, ends)):
            if slots[_slot(slots, keys[i])] == keys[i]:
                covered = True
                for word in range(starts[i], ends[i]):
                    flags[word] = True
        if covered:
            _settle(outlets[text], its_words, its_edges, slots, flags)
            _keep_title(its_edges, parts[text, 4], flags)
            _keep_short_text(flags)


@inner
def _settle(outlet: Any, words: Any, edges: Any, slots: Any, flags: Any) -> None:
    """Of flagged words keep what begins a segment or is long; flag what they leave of a segment if it is a unit."""
    first, n_words = np.int64(0), np.int64(words.size)
    for number in range(edges.size + 1):
        last = _end_of_segment(edges, number, n_words)
        _unflag_short(flags, first, last)
        start = first
        while start < last:
            end = start
            while end < last and flags[end] == flags[start]:
                end += 1
            if not flags[start] and end - start < min(_RUN, last - first):
                key = _unit_key(outlet, words, start, end)
                if slots[_slot(slots, key)] == key:
                    for i in range(start, end):
                        flags[i] = True
            start = end
        first = last


@inlined
def _keep_title(edges: Any, last: Any, flags: Any) -> None:
    """Unflag the first segment of a title that would lose most of it: other pages may link to the article by it."""
    end, rest = last, np.int64(0)
    for i in range(edges.size):
        end = min(end, np.int64(edges[i]))
    for i in range(end):
        rest += np.int64(not flags[i])
    if 2 * rest < end:
        for i in range(end):
            flags[i] = False


@inlined
def _keep_short_text(flags: Any) -> None:
    """Unflag all words where too few would remain."""
    rest = np.int64(0)
    for i in range(flags.size):
        rest += np.int64(not flags[i])
    if rest < _LEAST_REST and 2 * rest < flags.size:
        for i in range(flags.size):
            flags[i] = False


@inlined
def _unflag_short(flags: Any, first: Any, last: Any) -> None:
    """Unflag the words of each flagged passage of a segment that neither begins it nor is long."""
    start = first
    while start < last:
        end = start
        while end < last and flags[end] == flags[start]:
            end += 1
        if flags[start] and start > first and end - start < _LONG_PASSAGE:
            for i in range(start, end):
                flags[i] = False
        start = end


@kernel
def keep_details(
    values: Any, places: Any, offsets: Any, dropped: Any, word_offsets: Any, kept: Any, lengths: Any
) -> None:
    """Keep each distinct value of a row of which an occurrence begins with a word that is not dropped.

    values uint32 and places uint16, the word with which each begins, in rows as of offsets int64 (n + 1,); dropped
    bool, in rows as of word_offsets int64 (n + 1,). Filled: kept uint32, row after row, with room for all values, and
    lengths int64 (n,).
    """
    longest = longest_row(offsets)
    some, table, end = np.empty(longest, np.uint32), new_table(longest), np.int64(0)
    for row in range(lengths.size):
        flags, count = dropped[word_offsets[row] : word_offsets[row + 1]], np.int64(0)
        for i in range(offsets[row], offsets[row + 1]):
            some[count] = values[i]
            place = np.int64(places[i])
            count += np.int64(place >= flags.size or place == LAST_PLACE or not flags[place])
        lengths[row] = distinct(some, count, table, kept[end:])
        end += lengths[row]


@kernel
def row_digests(words: Any, starts: Any, ends: Any, digests: Any) -> None:
    """A digest of the words ``words[starts[i]:ends[i]]``, uint64 (n,)."""
    for row in range(starts.size):
        rolling = np.uint64(0)
        for i in range(starts[row], ends[row]):
            rolling = rolling * BASE + np.uint64(words[i]) + np.uint64(1)
        digests[row] = mix64(rolling)
