"""Compiled loops: texts to shingle sets and MinHash signatures in one pass, and the comparison of such sets.

Every kernel is ``nogil`` and works on one chunk of texts, so that chunks run side by side in a
thread pool; the machine code is cached on disk after the first compilation.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from newsdedup.kernels.arrays import filled_with, longest_row
from newsdedup.kernels.char_codes import FOOTER_CUE
from newsdedup.kernels.folding import fold_text
from newsdedup.kernels.hash_table import distinct, emptied, mix32, mix64, new_table, short_hash, slot_of
from newsdedup.kernels.hashing import BASE, EMPTY
from newsdedup.kernels.jit import inlined, inner, kernel
from newsdedup.kernels.tokens import read_tokens

_PHRASE_TOKENS: Final = 5  # tokens; shorter phrases are common to all news
_HEAD: Final = 9  # tokens at the beginning of a text that may belong to a menu
_TAIL: Final = 40  # tokens at its end that may belong to a menu or a footer
_LEAST_RUN: Final = 4  # of sections in a row
_LEAST_CUES: Final = 3  # of footers


@inner
def _keep_lowest(lowest: Any, value: Any) -> None:
    """Insert `value` into an ascending row of the lowest distinct values seen."""
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
    """The lowest hashes of the phrases of ``words[:count]``; `phrases` holds the number of each word's phrase."""
    filled_with(lowest, EMPTY)
    start = 0
    rolling = np.uint64(0)
    for i in range(count):
        rolling = ((rolling << np.uint64(7)) | (rolling >> np.uint64(57))) ^ words[i]
        if i + 1 == count or phrases[i + 1] != phrases[i]:
            if i + 1 - start >= _PHRASE_TOKENS:
                _keep_lowest(lowest, np.uint32(mix64(rolling) >> np.uint64(32)))
            start, rolling = i + 1, np.uint64(0)


@inner
def _digest_words(words: Any, count: Any, digest: Any) -> None:
    """Two hashes of a whole sequence of words."""
    first, second = np.uint64(count), np.uint64(0)
    for i in range(count):
        place = np.uint64(i + 1) * BASE
        first += mix64(words[i] ^ place)
        second += mix64(words[i] + place)
    digest[0], digest[1] = first, second


@inner
def _shingle(words: Any, count: Any, size: Any, sums: Any, shingles: Any) -> Any:
    """The hash of every run of `size` words, or of all if they are fewer; returns how many there are."""
    if count == 0:
        return 0
    size = min(size, count)
    n = count - size + 1
    filled_with(sums[:n], 0)
    for step in range(size):
        following = words[step:]
        for i in range(n):
            sums[i] = sums[i] * BASE + following[i]
    for i in range(n):
        shingles[i] = short_hash(sums[i])
    return n


@inner
def _permute(hashes: Any, mixed: Any, multipliers: Any, increments: Any, signature: Any) -> None:
    """The least value of each permutation of the hashes; `mixed` is working space of their length."""
    n = hashes.size
    for i in range(n):
        mixed[i] = mix32(hashes[i])
    for j in range(multipliers.size):
        a, b = multipliers[j], increments[j]
        least = EMPTY
        for i in range(n):
            least = min(least, np.uint32(a * mixed[i] + b))
        signature[j] = least


@inlined
def _maybe_in(key: Any, filter_bits: Any) -> Any:
    """Whether a set may have a hash, 0 or 1: three bits of one number in a Bloom filter of 1 KB."""
    bits = filter_bits[key >> np.uint64(57)]
    one, two, three = key >> np.uint64(51), key >> np.uint64(45), key >> np.uint64(39)
    last = np.uint64(63)
    return (bits >> (one & last)) & (bits >> (two & last)) & (bits >> (three & last)) & np.uint64(1)


@inner
def _kind_of(key: Any, filter_bits: Any, hashes: Any, kinds: Any) -> Any:
    """The kind of a hash in an ascending set of hashes, or 0."""
    if _maybe_in(key, filter_bits) == 0:
        return np.int64(0)
    low, high = np.int64(0), np.int64(hashes.size)
    while low < high:
        middle = (low + high) >> 1
        if hashes[middle] < key:
            low = middle + 1
        else:
            high = middle
    return np.int64(kinds[low]) if low < hashes.size and hashes[low] == key else np.int64(0)


@inner
def _count_maybe(head: Any, tail: Any, filter_bits: Any) -> Any:
    """Count the words and pairs of the head, and the pairs of the tail, that may be in the set; without a branch."""
    found = np.uint64(0)
    for i in range(head.size - 1):
        found += _maybe_in(head[i], filter_bits) + _maybe_in(head[i] * BASE + head[i + 1], filter_bits)
    for i in range(tail.size - 1):
        found += _maybe_in(tail[i] * BASE + tail[i + 1], filter_bits)
    return found


@inner
def _has_page_words(words: Any, filter_bits: Any, hashes: Any, kinds: Any) -> Any:
    """Whether there is a run of names of sections, or several cues of footers."""
    names, cues, end, i = np.int64(0), np.int64(0), np.int64(0), np.int64(0)
    while i < words.size:
        kind = _kind_of(words[i], filter_bits, hashes, kinds)
        if i + 1 < words.size:
            kind = max(kind, _kind_of(words[i] * BASE + words[i + 1], filter_bits, hashes, kinds))
        if kind == FOOTER_CUE:
            cues += 1
        elif kind > 0:
            names = names + 1 if i <= end + 2 else np.int64(1)
            end = i + kind
            i = end - 1
        if names >= _LEAST_RUN or cues >= _LEAST_CUES:
            return True
        i += 1
    return False


@inner
def _may_be_page(words: Any, filter_bits: Any, hashes: Any, kinds: Any) -> Any:
    """Whether the first or the last words of a text look like those of a menu or a footer."""
    head, tail = words[: min(_HEAD, words.size)], words[max(0, words.size - _TAIL) :]
    if _count_maybe(head, tail, filter_bits) < _LEAST_CUES:  # nearly every text
        return False
    return _has_page_words(head, filter_bits, hashes, kinds) or _has_page_words(tail, filter_bits, hashes, kinds)


@kernel
def sketch_chunk(
    data: Any,
    offsets: Any,
    table: Any,
    size: int,
    multipliers: Any,
    increments: Any,
    filter_of_page: Any,
    hashes_of_page: Any,
    kinds_of_page: Any,
    signatures: Any,
    lowest_phrases: Any,
    digests: Any,
    n_tokens: Any,
    n_shingles: Any,
    may_be_page: Any,
    shingles: Any,
) -> int:
    """Sketch the texts ``data[offsets[i]:offsets[i + 1]]``.

    data uint8 of UTF-8 or uint16 of UTF-16, offsets int64 (n + 1,), table uint32, size the tokens of
    a shingle, multipliers and increments uint32 (p,), and of `copies.page_words` filter_of_page uint64, hashes_of_page
    uint64 and kinds_of_page uint8, all empty if no text is to be flagged. Filled: signatures uint32 (n, p),
    lowest_phrases uint32 (n, s) with the lowest distinct phrase hashes, digests uint64 (n, 2) of the
    whole token sequences, n_tokens int64 (n,), -1 for a text that must be composed first,
    n_shingles int64 (n,), may_be_page uint8 (n,) for texts that may have a menu or a footer, and
    shingles uint32 (data.size + n,) with the distinct shingles, text by text. Returns how many
    shingles there are.
    """
    folds = np.empty(longest_row(offsets) + 2, np.uint32)
    room, total = 0, 0
    words, sums, phrases = np.empty(0, np.uint64), np.empty(0, np.uint64), np.empty(0, np.int64)
    runs, slots = np.empty(0, np.uint32), new_table(0)
    for text in range(offsets.size - 1):
        n, most = fold_text(data[offsets[text] : offsets[text + 1]], table, folds)
        if most > room:
            room = 2 * most
            words, sums, phrases = np.empty(room, np.uint64), np.empty(room, np.uint64), np.empty(room, np.int64)
            runs, slots = np.empty(room, np.uint32), new_table(room)
        count = read_tokens(folds, max(0, n), words, phrases)
        n_tokens[text] = count if n >= 0 else -1
        flagged = filter_of_page.size > 0 and _may_be_page(words[:count], filter_of_page, hashes_of_page, kinds_of_page)
        may_be_page[text] = np.uint8(flagged)
        _digest_words(words, count, digests[text])
        _lowest_phrases(words, phrases, count, lowest_phrases[text])
        kept = shingles[total:]
        n_shingles[text] = distinct(runs, _shingle(words, count, size, sums, runs), slots, kept)
        _permute(kept[: n_shingles[text]], runs, multipliers, increments, signatures[text])
        total += n_shingles[text]
    return total


@kernel
def shared_counts(values: Any, starts: Any, counts: Any, left: Any, right: Any, shared: Any) -> None:
    """Count the values that the two sets of each pair share; fastest if pairs of one `left` are adjacent."""
    largest = np.int64(0)
    for count in counts:
        largest = max(largest, count)
    table = new_table(largest)
    slots = table[:0]
    held = -1
    for pair in range(left.size):
        one, other = left[pair], right[pair]
        if one != held:
            slots = emptied(table, counts[one])
            for i in range(starts[one], starts[one] + counts[one]):
                slots[slot_of(slots, values[i])] = values[i]
            held = one
        both = 0
        for i in range(starts[other], starts[other] + counts[other]):
            both += slots[slot_of(slots, values[i])] == values[i]
        shared[pair] = both


@kernel
def band_hashes(signatures: Any, rows: Any, first: int, size: int, hashes: Any) -> None:
    """Hash some bands of `size` values each, from value `first` on, of some rows of signatures.

    signatures uint32 (n, p), rows int64 (m,). Filled: hashes uint64 (bands, m).
    """
    for i in range(rows.size):
        signature = signatures[rows[i]]
        for band in range(hashes.shape[0]):
            rolling = np.uint64(0)
            for k in range(first + band * size, first + (band + 1) * size):
                rolling = rolling * BASE + np.uint64(signature[k])
            hashes[band, i] = mix64(rolling)


@kernel
def count_equal_values(signatures: Any, left: Any, right: Any, equal: Any) -> None:
    """Count the places in which the two signatures of each pair are equal."""
    for pair in range(left.size):
        same = 0
        for j in range(signatures.shape[1]):
            same += signatures[left[pair], j] == signatures[right[pair], j]
        equal[pair] = same


@kernel
def phrase_containments(phrases: Any, left: Any, right: Any, share: Any) -> None:
    """The containment of the phrases of each pair: the shared ones over those of the smaller set.

    Only hashes up to the lower of the last hashes of full rows count: above, a sketch does not know what it lacks.
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
    """Flag repeated hashes, by their upper `bits`, with some false positives (a Bloom filter)."""
    shift = np.uint64(64 - bits)
    seen = filled_with(np.empty(max(1, 1 << max(0, bits - 6)), np.uint64), 0)
    again = filled_with(np.empty(seen.size, np.uint64), 0)
    for i in range(hashes.size):
        slot = hashes[i] >> shift
        word, bit = slot >> np.uint64(6), np.uint64(1) << (slot & np.uint64(63))
        again[word] |= seen[word] & bit
        seen[word] |= bit
    for i in range(hashes.size):
        slot = hashes[i] >> shift
        found[i] = (again[slot >> np.uint64(6)] >> (slot & np.uint64(63))) & np.uint64(1)
