"""Compiled loop: texts to what they say, as hashes: words, names, numbers and sentences in one pass."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from newsdedup.kernels import char_codes, fold_codes
from newsdedup.kernels.jit import inlined, inner, kernel
from newsdedup.kernels.minhash import _distinct, _table
from newsdedup.kernels.tokens import BASE, longest_of, short, whole

_LETTER: Final = np.uint32(fold_codes.LETTER)
_TONE_SHIFT: Final = np.uint32(fold_codes.TONE_SHIFT)
_ALONE: Final = np.uint32(fold_codes.ALONE)
_ODD: Final = np.uint32(fold_codes.ODD)
_SKIPPED: Final = np.uint32(fold_codes.SKIPPED)

_CAPITAL: Final = char_codes.CAPITAL
_SMALL: Final = char_codes.SMALL
_DIGIT: Final = char_codes.DIGIT
_SPACE: Final = char_codes.SPACE
_LINE: Final = char_codes.LINE
_STOP: Final = char_codes.STOP
_HARD: Final = char_codes.HARD
_COLON: Final = char_codes.COLON
_JOINER: Final = char_codes.JOINER
_CHARACTER: Final = char_codes.CHARACTER
_SOUND: Final = char_codes.SOUND

_SENTENCE: Final = 5  # tokens; shorter sentences are everybody's
_CHARACTERS, _SOUNDS = 2, 3  # letters of a term
_OPENING: Final = 500  # characters
_DATE: Final = np.uint64(0xDA7E)
_SLASH, _DOT, _COMMA, _DASH = 47, 46, 44, 45


@inner
def _decode(data: Any, table: Any, codes: Any) -> Any:
    """Code points of UTF-16 units without the invisible ones; gives how many, -1 where only Unicode can tell."""
    n = np.int64(0)
    high, marks = np.uint32(0), np.uint32(0)
    for i in range(data.size):
        code, high, back = whole(np.uint32(data[i]), high)
        n -= back
        codes[n] = code
        marks |= table[code]
        n += np.int64((table[code] & _SKIPPED) == 0)
    return -1 if marks & _ODD else n


@inlined
def _digits(codes: Any, kinds: Any, start: Any, n: Any) -> Any:
    """Where a run of digits ends."""
    end = start
    while end < n and kinds[codes[end]] & _DIGIT:
        end += 1
    return end


@inlined
def _value(codes: Any, start: Any, end: Any) -> Any:
    value = np.uint64(0)
    for i in range(start, end):
        value = value * np.uint64(10) + np.uint64(codes[i] & np.uint32(15))
    return value


@inlined
def _date(codes: Any, kinds: Any, start: Any, n: Any) -> Any:
    """Where a day and month in digits end, with or without a year, and their hash; 0 where there are none."""
    nothing = 0, np.uint64(0)
    before = codes[start - 1] if start else 0
    if before in (_SLASH, _DOT, _COMMA, _DASH):
        return nothing
    middle = _digits(codes, kinds, start, n)
    if middle - start > 2 or middle == n:
        return nothing
    mark = codes[middle]
    if mark != _SLASH and mark != _DOT and mark != _DASH:
        return nothing
    end = _digits(codes, kinds, middle + 1, n)
    if end == middle + 1 or end - middle > 3:
        return nothing
    said = (_DATE + _value(codes, start, middle)) * BASE + _value(codes, middle + 1, end)
    for last in (_year(codes, kinds, end, mark, n), end):
        after = codes[last] if last < n else 0
        if after != _SLASH and after != _DASH and not (last < n and kinds[after] & _DIGIT):
            return last, said
    return nothing


@inlined
def _year(codes: Any, kinds: Any, start: Any, mark: Any, n: Any) -> Any:
    """Where the year after a day and month ends; `start` if there is none."""
    if start < n and codes[start] == mark:
        end = _digits(codes, kinds, start + 1, n)
        if end - start == 3 or end - start == 5:
            return end
    return start


@inlined
def _number(codes: Any, kinds: Any, start: Any, n: Any) -> Any:
    """Where a number as printed ends, its separators included, and its hash."""
    end, said = start, np.uint64(0)
    while True:
        upto = _digits(codes, kinds, end, n)
        for i in range(end, upto):
            said = said * BASE + np.uint64(codes[i])
        end = upto
        if end + 1 < n and (codes[end] == _DOT or codes[end] == _COMMA) and kinds[codes[end + 1]] & _DIGIT:
            said = said * BASE + np.uint64(codes[end])
            end += 1
        else:
            return end, said


@inner
def _numbers(codes: Any, kinds: Any, n: Any, found: Any) -> Any:
    """Dates (day and month) and other numbers of a text; gives how many."""
    count, i = 0, 0
    while i < n:
        if kinds[codes[i]] & _DIGIT:
            end, said = _date(codes, kinds, i, n)
            if end == 0:
                end, said = _number(codes, kinds, i, n)
            found[count] = short(said)
            count, i = count + 1, end
        else:
            i += 1
    return count


@inlined
def _ends_sentence(
    gap: Any, dots: Any, first: Any, word: Any, length: Any, capital: Any, dotted: Any, abbreviations: Any
) -> Any:
    """Whether a sentence ends between a word and the next, which begins with a letter of kind `first`."""
    if gap & (_LINE | _HARD):
        return True
    if not gap & char_codes.ENDED or first & _SMALL:
        return False
    if dots != 1:
        return True
    if length == 1:
        return not (capital or dotted)
    if capital and length <= char_codes.LONGEST_ABBREVIATION:
        for known in abbreviations:
            if word == known:
                return False
    return True


@inner
def _words(
    codes: Any, n: Any, table: Any, kinds: Any, abbreviations: Any, words: Any, starts: Any, names: Any, sentences: Any
) -> Any:
    """Words of a text with where each begins, its names and its long sentences; gives how many of each."""
    n_words, n_names, n_sentences = 0, 0, 0
    name, sentence = np.uint64(0), np.uint64(0)
    named, since = False, 0  # within a name; words since the sentence began
    gap, width, dots = np.uint16(char_codes.LINE), 2, np.int64(0)  # what stands between this word and the one before
    word, length, capital, dotted = np.uint32(0), 0, False, False  # the word before; dotted as the m of a.m.
    i = 0
    while i < n:
        fold = table[codes[i]]
        if fold & _LETTER == 0:
            kind = kinds[codes[i]]
            if kind & _STOP:
                dots += np.int64(1) if codes[i] == _DOT else np.int64(2)
            elif kind & _SPACE and dots:
                gap |= np.uint16(char_codes.ENDED)
            gap |= kind
            width += 1
            i += 1
            continue
        first = kinds[codes[i]]
        if n_words and _ends_sentence(gap, dots, first, word, length, capital, dotted, abbreviations):
            if since >= _SENTENCE:
                sentences[n_sentences] = short(sentence)
                n_sentences += 1
            since, sentence = 0, np.uint64(0)
        begin, rolling, tones = i, np.uint64(0), np.uint64(0)
        while True:
            rolling = rolling * BASE + np.uint64(fold & _LETTER)
            tones += np.uint64((fold >> _TONE_SHIFT) & np.uint32(7))
            i += 1
            if fold & _ALONE or i == n:
                break
            fold = table[codes[i]]
            if fold & _LETTER == 0 or fold & _ALONE:
                break
        word = short(rolling + (tones + np.uint64(1)) * BASE)
        length, capital, dotted = i - begin, first & _CAPITAL != 0, dots == 1 and width == 1
        words[n_words], starts[n_words] = word, begin
        n_words, since = n_words + 1, since + 1
        sentence = sentence * BASE + np.uint64(word)
        if named and not _goes_on(gap, width, capital):
            names[n_names] = short(name)
            n_names += 1
            named = False
        if not named and capital and _may_begin(codes, kinds, begin):
            named, name = True, np.uint64(0)
        if named:
            name = name * BASE + np.uint64(word)
        gap, width, dots = np.uint16(0), 0, np.int64(0)
    if named:
        names[n_names] = short(name)
        n_names += 1
    if since >= _SENTENCE:
        sentences[n_sentences] = short(sentence)
        n_sentences += 1
    return n_words, n_names, n_sentences


@inner
def _spell(codes: Any, kinds: Any, words: Any, starts: Any, n: Any) -> Any:
    """Make terms of words: of a script without spaces, two characters or three sounds in a row; gives how many."""
    count, begin = 0, 0
    while begin < n:
        size = _letters_of_a_term(kinds[codes[starts[begin]]])
        end = begin + 1
        while end < n and _letters_of_a_term(kinds[codes[starts[end]]]) == size:
            end += 1
        if size == _CHARACTERS and end == begin + 1:  # may be a word
            size = 1
        for i in range(begin, end - size + 1):
            term = words[i]
            if size > 1:
                rolling = np.uint64(0)
                for step in range(size):
                    rolling = rolling * BASE + np.uint64(words[i + step])
                term = short(rolling)
            words[count], starts[count] = term, starts[i]
            count += 1
        begin = end
    return count


@inlined
def _letters_of_a_term(kind: Any) -> Any:
    if kind & _SOUND:
        return _SOUNDS
    return _CHARACTERS if kind & _CHARACTER else 1


@inlined
def _goes_on(gap: Any, width: Any, capital: Any) -> Any:
    """Whether a name goes on with this word: joined to the one before, or capitalised after one space of any kind."""
    return gap & ~np.uint16(_JOINER) == 0 or (capital and width == 1 and gap == np.uint16(_SPACE))


@inlined
def _may_begin(codes: Any, kinds: Any, begin: Any) -> Any:
    """Whether a capital says that this is a name: a sentence's first word has it from its place."""
    if begin == 0 or kinds[codes[begin - 1]] & _LINE:
        return False
    after_space = kinds[codes[begin - 1]] & _SPACE
    return not (begin > 1 and after_space and kinds[codes[begin - 2]] & (_STOP | _COLON))


@inlined
def _between(starts: Any, count: Any, first: Any, last: Any) -> Any:
    """How many words begin before `first`, and how many before `last`."""
    one, other = np.int64(0), np.int64(0)
    for i in range(count):
        one += np.int64(starts[i] < first)
        other += np.int64(starts[i] < last)
    return one, other


@kernel
def read_views(
    data: Any,
    offsets: Any,
    headlines: Any,
    table: Any,
    kinds: Any,
    abbreviations: Any,
    words: Any,
    names: Any,
    numbers: Any,
    sentences: Any,
    counts: Any,
    parts: Any,
) -> None:
    """Read the texts ``data[offsets[i]:offsets[i + 1]]``.

    data uint16 of UTF-16, offsets int64 (n + 1,), headlines int64 (n, 2) the code points between
    which each headline stands, table uint32 and kinds uint16 by code point, abbreviations uint32.
    Filled, text after text: words, names, numbers, sentences, uint32, with room for data.size each;
    counts int64 (n, 4) how many of each a text has, -1 words for a text that needs Unicode
    normalisation first; parts int64 (n, 3) the words that the opening ends before, and between
    which the headline stands.
    """
    longest = longest_of(offsets)
    codes, starts = np.empty(longest + 1, np.uint32), np.empty(longest + 1, np.int64)
    some, slots = np.empty(longest + 1, np.uint32), _table(longest)
    others = np.empty(longest + 1, np.uint32)
    n_words, n_names, n_numbers, n_sentences = 0, 0, 0, 0
    for text in range(offsets.size - 1):
        n = _decode(data[offsets[text] : offsets[text + 1]], table, codes)
        odd = n < 0
        n = max(0, n)
        found, named, quoted = _words(codes, n, table, kinds, abbreviations, words[n_words:], starts, some, others)
        found = _spell(codes, kinds, words[n_words:], starts, found)
        parts[text, 0] = _between(starts, found, 0, _OPENING)[1]
        parts[text, 1], parts[text, 2] = _between(starts, found, headlines[text, 0], headlines[text, 1])
        counts[text, 0] = -1 if odd else found
        counts[text, 1] = _distinct(some, named, slots, names[n_names:])
        counts[text, 3] = _distinct(others, quoted, slots, sentences[n_sentences:])
        counts[text, 2] = _distinct(some, _numbers(codes, kinds, n, some), slots, numbers[n_numbers:])
        n_words += found
        n_names += counts[text, 1]
        n_numbers += counts[text, 2]
        n_sentences += counts[text, 3]
