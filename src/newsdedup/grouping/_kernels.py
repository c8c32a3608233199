"""Compiled loops: UTF-8 bytes to tokens, shingles, sentences and MinHash signatures in one pass.

Every kernel is ``nogil`` and works on one chunk of texts, so that chunks run side by side in a
thread pool; the machine code is cached on disk after the first compilation. Buffers end with
`store.PADDING` bytes beyond the last text, so that a sequence that is cut short reads no further.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numba import njit

from newsdedup.grouping import folding
from newsdedup.grouping.sketch import EMPTY

_LETTER: Final = np.uint32(folding.LETTER)
_TONE_SHIFT: Final = np.uint32(folding.TONE_SHIFT)
_MARKED: Final = np.uint32(folding.MARKED)
_ALONE: Final = np.uint32(folding.ALONE)
_ODD: Final = np.uint32(folding.ODD)
_SKIPPED: Final = np.uint32(folding.SKIPPED)
_SPACE: Final = np.uint8(0x20)

_PRIME: Final = np.uint64(0x100000001B3)  # of FNV-1a
_BASE: Final = np.uint64(0x9E3779B97F4A7C15)
_SENTENCE: Final = 5  # tokens; shorter sentences are everybody's


@njit(inline="always")
def _mix64(h: Any) -> Any:
    """Finaliser of MurmurHash3 (Appleby 2011): every input bit moves every output bit."""
    h ^= h >> np.uint64(33)
    h *= np.uint64(0xFF51AFD7ED558CCD)
    h ^= h >> np.uint64(33)
    h *= np.uint64(0xC4CEB9FE1A85EC53)
    return h ^ (h >> np.uint64(33))


@njit(inline="always")
def _mix32(h: Any) -> Any:
    """Its 32-bit form, which datasketch's ``affine32`` applies to every hash first."""
    h = np.uint32((h ^ (h >> np.uint32(16))) * np.uint32(0x85EBCA6B))  # Numba widens: cut back each time
    h = np.uint32((h ^ (h >> np.uint32(13))) * np.uint32(0xC2B2AE35))
    return np.uint32(h ^ (h >> np.uint32(16)))


@njit(inline="always")
def _decode(data: Any, place: Any) -> Any:
    """The code point at `place`, and where the next one starts.

    Bytes that are no UTF-8 give some number below 2^21, for which the fold table has a place.
    """
    c = np.uint32(data[place])
    if c < 0x80:
        return c, place + 1
    if c < 0xE0:
        return ((c & np.uint32(0x1F)) << np.uint32(6)) | np.uint32(data[place + 1] & 0x3F), place + 2
    low = (np.uint32(data[place + 1] & 0x3F) << np.uint32(6)) | np.uint32(data[place + 2] & 0x3F)
    if c < 0xF0:
        return ((c & np.uint32(0xF)) << np.uint32(12)) | low, place + 3
    high = ((c & np.uint32(0x7)) << np.uint32(18)) | (low << np.uint32(6))
    return high | np.uint32(data[place + 3] & 0x3F), place + 4


@njit(inline="always")
def _keep_lowest(lowest: Any, value: Any) -> None:
    """Put `value` into an ascending row of the lowest distinct values seen."""
    last = lowest.size - 1
    if value >= lowest[last]:
        return
    place = last
    while place > 0 and lowest[place - 1] > value:
        place -= 1
    if place > 0 and lowest[place - 1] == value:
        return
    for k in range(last, place, -1):
        lowest[k] = lowest[k - 1]
    lowest[place] = value


@njit(inline="always")
def _read(data: Any, start: Any, end: Any, table: Any, words: Any, lowest: Any) -> Any:
    """One text: its token hashes into `words`, its lowest sentence hashes into `lowest`.

    Gives the number of tokens, or -1 for a text that needs Unicode normalisation first.
    """
    count, in_sentence = 0, 0
    token, tone, sentence = np.uint64(0), np.uint64(0), np.uint64(0)
    inside = False
    place = start
    while place <= end:
        code, folded = np.uint32(0), np.uint32(folding.STOP)  # the end of the text ends everything
        if place < end:
            code, following = _decode(data, place)
            folded = table[code]
            place = min(following, end)
        else:
            place = end + 1
        if folded - np.uint32(1) < _MARKED - np.uint32(1):  # a letter and nothing else, as most are
            token = (token ^ np.uint64(folded & _LETTER)) * _PRIME
            tone |= np.uint64(folded >> _TONE_SHIFT)
            inside = True
            continue
        if folded & _SKIPPED:
            continue
        if folded & _ODD:
            return -1
        if inside:
            word = _mix64(token + tone * _BASE + _BASE)
            words[count] = word
            count += 1
            sentence = sentence * _BASE + word
            in_sentence += 1
            token, tone, inside = np.uint64(0), np.uint64(0), False
        if folded == 0:
            continue
        if folded & _ALONE:
            word = _mix64(np.uint64(folded & _LETTER) * _PRIME + _BASE)
            words[count] = word
            count += 1
            sentence = sentence * _BASE + word
            in_sentence += 1
        elif code <= 0x20 or code >= 0x80 or place >= end or data[place] <= _SPACE:  # "10.000" goes on
            if in_sentence >= _SENTENCE:
                _keep_lowest(lowest, np.uint32(_mix64(sentence) >> np.uint64(32)))
            sentence, in_sentence = np.uint64(0), 0
    return count


@njit(inline="always")
def _shingle(words: Any, count: Any, size: Any, shingles: Any) -> Any:
    """The hash of every run of `size` tokens; fewer tokens than that are one run. Gives how many there are."""
    if count == 0:
        return 0
    power, rolling = np.uint64(1), np.uint64(0)
    for _ in range(size):
        power *= _BASE
    for i in range(min(size, count)):
        rolling = rolling * _BASE + words[i]
    shingles[0] = np.uint32(_mix64(rolling) >> np.uint64(32))
    for i in range(size, count):
        rolling = rolling * _BASE + words[i] - words[i - size] * power
        shingles[i - size + 1] = np.uint32(_mix64(rolling) >> np.uint64(32))
    return max(1, count - size + 1)


@njit(inline="always")
def _permute(hashes: Any, n: Any, multipliers: Any, increments: Any, signature: Any) -> None:
    """The least value of each permutation over ``hashes[:n]``; the hashes are mixed in place."""
    for i in range(n):
        hashes[i] = _mix32(hashes[i])
    for j in range(multipliers.size):
        a, b = multipliers[j], increments[j]
        least = EMPTY
        for i in range(n):
            least = min(least, np.uint32(a * hashes[i] + b))
        signature[j] = least


@njit(nogil=True, cache=True)
def sketch(
    data: Any,
    offsets: Any,
    table: Any,
    size: int,
    multipliers: Any,
    increments: Any,
    signatures: Any,
    sentences: Any,
    digests: Any,
    n_tokens: Any,
) -> None:
    """Sketch the texts ``data[offsets[i]:offsets[i + 1]]``.

    data uint8, offsets int64 (n + 1,), table uint32, size the tokens of a shingle, multipliers and
    increments uint32 (p,). Filled: signatures uint32 (n, p), sentences uint32 (n, s) with the lowest
    distinct sentence hashes, digests uint64 (n, 2) of the whole token sequences, n_tokens int64 (n,),
    -1 for a text that needs Unicode normalisation first.
    """
    longest = 0
    for text in range(offsets.size - 1):
        longest = max(longest, offsets[text + 1] - offsets[text])
    words = np.empty(longest + 1, np.uint64)
    shingles = np.empty(longest + 1, np.uint32)
    for text in range(offsets.size - 1):
        sentences[text, :] = EMPTY
        count = _read(data, offsets[text], offsets[text + 1], table, words, sentences[text])
        n_tokens[text] = count
        first, second = np.uint64(0), np.uint64(1)
        for i in range(max(0, count)):
            first = first * _BASE + words[i]
            second = (second ^ words[i]) * _PRIME
        digests[text, 0], digests[text, 1] = _mix64(first), second
        n = _shingle(words, max(0, count), size, shingles)
        _permute(shingles, n, multipliers, increments, signatures[text])


@njit(nogil=True, cache=True)
def shingle_sets(data: Any, offsets: Any, table: Any, size: int, values: Any, counts: Any) -> None:
    """The shingle set of each text, sorted, at ``values[offsets[i]:]``, ``counts[i]`` long; -1 for an odd text."""
    none = np.empty(1, np.uint32)
    for text in range(offsets.size - 1):
        start = offsets[text]
        words = np.empty(offsets[text + 1] - start + 1, np.uint64)
        none[0] = EMPTY
        count = _read(data, start, offsets[text + 1], table, words, none)
        if count < 0:
            counts[text] = -1
            continue
        row = values[start : start + max(1, count)]
        n = _shingle(words, count, size, row)
        row[:n].sort()
        kept = min(n, 1)
        for i in range(1, n):
            if row[i] != row[kept - 1]:
                row[kept] = row[i]
                kept += 1
        counts[text] = kept


@njit(nogil=True, cache=True)
def shared_counts(values: Any, starts: Any, counts: Any, left: Any, right: Any, shared: Any) -> None:
    """How many values the two sorted sets of each pair share."""
    for pair in range(left.size):
        i, end_i = starts[left[pair]], starts[left[pair]] + counts[left[pair]]
        j, end_j = starts[right[pair]], starts[right[pair]] + counts[right[pair]]
        both = 0
        while i < end_i and j < end_j:
            one, other = values[i], values[j]
            both += one == other
            i += one <= other
            j += other <= one
        shared[pair] = both


@njit(nogil=True, cache=True)
def agreement(signatures: Any, left: Any, right: Any, equal: Any) -> None:
    """In how many places the two signatures of each pair are equal."""
    for pair in range(left.size):
        same = 0
        for j in range(signatures.shape[1]):
            same += signatures[left[pair], j] == signatures[right[pair], j]
        equal[pair] = same


@njit(nogil=True, cache=True)
def sentence_containment(sentences: Any, left: Any, right: Any, share: Any) -> None:
    """The share of one sketch's sentences that the other has, of those that the other can hold, whichever is more.

    A full row keeps only hashes up to its last: what lies above is not known to be missing.
    """
    last = sentences.shape[1] - 1
    for pair in range(left.size):
        one, other = sentences[left[pair]], sentences[right[pair]]
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
