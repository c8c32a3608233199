"""Compiled loops: texts to shingle sets and MinHash signatures in one pass, and such sets compared.

Every kernel is ``nogil`` and works on one chunk of texts, so that chunks run side by side in a
thread pool; the machine code is cached on disk after the first compilation.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from newsdedup.kernels.hashing import EMPTY
from newsdedup.kernels.jit import filled, inlined, inner, kernel
from newsdedup.kernels.tokens import BASE, fold, longest_of, mix64, read, short

_PHRASE: Final = 5  # tokens; shorter phrases are everybody's


@inlined
def _mix32(h: Any) -> Any:
    """The finaliser of MurmurHash3 for 32 bits, which datasketch's ``affine32`` applies to every hash first."""
    h = np.uint32((h ^ (h >> np.uint32(16))) * np.uint32(0x85EBCA6B))  # Numba widens: cut back each time
    h = np.uint32((h ^ (h >> np.uint32(13))) * np.uint32(0xC2B2AE35))
    return np.uint32(h ^ (h >> np.uint32(16)))


@inner
def _keep_lowest(lowest: Any, value: Any) -> None:
    """Put `value` into an ascending row of the lowest distinct values seen."""
    place = 0
    for k in range(lowest.size):
        place += lowest[k] < value
    if place == lowest.size or lowest[place] == value:
        return
    for k in range(lowest.size - 1, place, -1):
        lowest[k] = lowest[k - 1]
    lowest[place] = value


@inner
def _lowest_phrases(words: Any, phrases: Any, count: Any, lowest: Any) -> None:
    """The lowest hashes of the phrases of ``words[:count]``; `phrases` numbers that of each word."""
    filled(lowest, EMPTY)
    start = 0
    rolling = np.uint64(0)
    for i in range(count):
        rolling = ((rolling << np.uint64(7)) | (rolling >> np.uint64(57))) ^ words[i]
        if i + 1 == count or phrases[i + 1] != phrases[i]:
            if i + 1 - start >= _PHRASE:
                _keep_lowest(lowest, np.uint32(mix64(rolling) >> np.uint64(32)))
            start, rolling = i + 1, np.uint64(0)


@inner
def _digest(words: Any, count: Any, digest: Any) -> None:
    """Two hashes of a whole sequence of words."""
    first, second = np.uint64(count), np.uint64(0)
    for i in range(count):
        place = np.uint64(i + 1) * BASE
        first += mix64(words[i] ^ place)
        second += mix64(words[i] + place)
    digest[0], digest[1] = first, second


@inner
def _shingle(words: Any, count: Any, size: Any, sums: Any, shingles: Any) -> Any:
    """The hash of every run of `size` words; fewer words than that are one run. Gives how many there are."""
    if count == 0:
        return 0
    size = min(size, count)
    n = count - size + 1
    filled(sums[:n], 0)
    for step in range(size):
        following = words[step:]
        for i in range(n):
            sums[i] = sums[i] * BASE + following[i]
    for i in range(n):
        shingles[i] = short(sums[i])
    return n


@inlined
def _power_of_two(least: Any) -> Any:
    size = 16
    while size < least:
        size *= 2
    return size


@inlined
def _table(n: Any) -> Any:
    """An empty hash table with room for `n` values, a power of two long."""
    return np.empty(_power_of_two(4 * n), np.uint32)


@inlined
def _slots(table: Any, n: Any) -> Any:
    """The part of a table that is enough for `n` values, emptied."""
    part = table[: _power_of_two(4 * n)]
    filled(part, EMPTY)
    return part


@inlined
def _slot(slots: Any, value: Any) -> Any:
    """Where a value is in a hash table, or would be: linear probing."""
    mask = np.uint32(slots.size - 1)
    place = value & mask
    while slots[place] != value and slots[place] != EMPTY:
        place = (place + np.uint32(1)) & mask
    return place


@inner
def _distinct(values: Any, n: Any, table: Any, kept: Any) -> Any:
    """The distinct ones of ``values[:n]``, in their order; gives how many."""
    slots = _slots(table, n)
    count = 0
    for i in range(n):
        place = _slot(slots, values[i])
        kept[count] = values[i]
        count += slots[place] == EMPTY
        slots[place] = values[i]
    return count


@inner
def _permute(hashes: Any, mixed: Any, multipliers: Any, increments: Any, signature: Any) -> None:
    """The least value of each permutation over the hashes; `mixed` is room for as many."""
    n = hashes.size
    for i in range(n):
        mixed[i] = _mix32(hashes[i])
    for j in range(multipliers.size):
        a, b = multipliers[j], increments[j]
        least = EMPTY
        for i in range(n):
            least = min(least, np.uint32(a * mixed[i] + b))
        signature[j] = least


@kernel
def sketch_chunk(
    data: Any,
    offsets: Any,
    table: Any,
    size: int,
    multipliers: Any,
    increments: Any,
    signatures: Any,
    lowest_phrases: Any,
    digests: Any,
    n_tokens: Any,
    n_shingles: Any,
    shingles: Any,
) -> int:
    """Sketch the texts ``data[offsets[i]:offsets[i + 1]]``.

    data uint8 of UTF-8 or uint16 of UTF-16, offsets int64 (n + 1,), table uint32, size the tokens of
    a shingle, multipliers and increments uint32 (p,). Filled: signatures uint32 (n, p),
    lowest_phrases uint32 (n, s) with the lowest distinct phrase hashes, digests uint64 (n, 2) of the whole token
    sequences, n_tokens int64 (n,), -1 for a text that needs Unicode normalisation first, n_shingles
    int64 (n,) and shingles uint32 (data.size + n,) with the distinct shingles, text by text.
    Gives how many of these there are.
    """
    folds = np.empty(longest_of(offsets) + 2, np.uint32)
    room, total = 0, 0
    words, sums, phrases = np.empty(0, np.uint64), np.empty(0, np.uint64), np.empty(0, np.int64)
    runs, slots = np.empty(0, np.uint32), _table(0)
    for text in range(offsets.size - 1):
        n, most = fold(data[offsets[text] : offsets[text + 1]], table, folds)
        if most > room:
            room = 2 * most
            words, sums, phrases = np.empty(room, np.uint64), np.empty(room, np.uint64), np.empty(room, np.int64)
            runs, slots = np.empty(room, np.uint32), _table(room)
        count = read(folds, max(0, n), words, phrases)
        n_tokens[text] = count if n >= 0 else -1
        _digest(words, count, digests[text])
        _lowest_phrases(words, phrases, count, lowest_phrases[text])
        kept = shingles[total:]
        n_shingles[text] = _distinct(runs, _shingle(words, count, size, sums, runs), slots, kept)
        _permute(kept[: n_shingles[text]], runs, multipliers, increments, signatures[text])
        total += n_shingles[text]
    return total


@kernel
def shared_counts(values: Any, starts: Any, counts: Any, left: Any, right: Any, shared: Any) -> None:
    """How many values the two sets of each pair share; quickest where pairs of one `left` stand together."""
    largest = np.int64(0)
    for count in counts:
        largest = max(largest, count)
    table = _table(largest)
    slots = table[:0]
    held = -1
    for pair in range(left.size):
        one, other = left[pair], right[pair]
        if one != held:
            slots = _slots(table, counts[one])
            for i in range(starts[one], starts[one] + counts[one]):
                slots[_slot(slots, values[i])] = values[i]
            held = one
        both = 0
        for i in range(starts[other], starts[other] + counts[other]):
            both += slots[_slot(slots, values[i])] == values[i]
        shared[pair] = both


@kernel
def count_equal_values(signatures: Any, left: Any, right: Any, equal: Any) -> None:
    """In how many places the two signatures of each pair are equal."""
    for pair in range(left.size):
        same = 0
        for j in range(signatures.shape[1]):
            same += signatures[left[pair], j] == signatures[right[pair], j]
        equal[pair] = same


@kernel
def phrase_containments(phrases: Any, left: Any, right: Any, share: Any) -> None:
    """The share of one sketch's phrases that the other has, of those that the other can hold, whichever is more.

    A full row keeps only hashes up to its last: what lies above is not known to be missing.
    """
    last = phrases.shape[1] - 1
    for pair in range(left.size):
        one, other = phrases[left[pair]], phrases[right[pair]]
        common = min(one[last], other[last])
        i, j, n_one, n_other, both = 0, 0, 0, 0, 0
        while i <= last and one[i] <= common and one[i] != EMPTY:
            i, n_one = i + 1, n_one + 1
        while j <= last and other[j] <= common and other[j] != EMPTY:
            j, n_other = j + 1, n_other + 1
        i, j = 0, 0
        while i < n_one and j < n_other:
            both += one[i] == other[j]
            a, b = one[i], other[j]
            i += a <= b
            j += b <= a
        share[pair] = both / max(1, min(n_one, n_other))


@kernel
def maybe_repeated(hashes: Any, bits: int, found: Any) -> None:
    """Which hashes are there more than once; of the others some too, by their upper `bits`: a Bloom filter."""
    shift = np.uint64(64 - bits)
    seen = filled(np.empty(max(1, 1 << max(0, bits - 6)), np.uint64), 0)
    again = filled(np.empty(seen.size, np.uint64), 0)
    for i in range(hashes.size):
        slot = hashes[i] >> shift
        word, bit = slot >> np.uint64(6), np.uint64(1) << (slot & np.uint64(63))
        again[word] |= seen[word] & bit
        seen[word] |= bit
    for i in range(hashes.size):
        slot = hashes[i] >> shift
        found[i] = (again[slot >> np.uint64(6)] >> (slot & np.uint64(63))) & np.uint64(1)
