"""Compiled loop: texts to hashes of their words, names, numbers and sentences, with their places, in one pass."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from newsdedup.kernels.arrays import longest_row
from newsdedup.kernels.char_codes import (
    ALONE,
    CAPITAL,
    CHARACTER,
    COLON,
    DECIMAL_DIGIT,
    ENDED,
    JOINER,
    LETTER,
    LINE,
    LONGEST_ABBREVIATION,
    SENTENCE_END,
    SENTENCE_STOP,
    SMALL,
    SOUND,
    TONE,
    TONE_SHIFT,
    WHITE_SPACE,
)
from newsdedup.kernels.day_codes import LONGEST_PHRASE
from newsdedup.kernels.folding import utf16_code_point
from newsdedup.kernels.hash_table import short_hash
from newsdedup.kernels.hashing import BASE
from newsdedup.kernels.jit import inlined, inner, kernel
from newsdedup.kernels.told_days import read_days
from newsdedup.kernels.word_facts import DayLexicon, WordedText, digits_end, digits_value

_SENTENCE_WORDS: Final = 5  # shorter sentences are common to all news
_CHARACTERS_PER_TERM: Final = 2
_SOUNDS_PER_TERM: Final = 3
_OPENING_CHARACTERS: Final = 500
LAST_PLACE: Final = 65535  # the place, in words, of all that begins so late in a text or later
_DATE: Final = np.uint64(0xDA7E)  # the hash of a date begins with it
_SLASH_CODE: Final = 47
_DOT_CODE: Final = 46
_COMMA_CODE: Final = 44
_DASH_CODE: Final = 45


@inner
def _decode_utf16(data: Any, codes: Any) -> Any:
    """Decode UTF-16 units; returns how many code points they are."""
    count, high = np.int64(0), np.uint32(0)
    for i in range(data.size):
        code, high, back = utf16_code_point(np.uint32(data[i]), high)
        count -= back
        codes[count] = code
        count += 1
    return count


@inlined
def _date(codes: Any, kinds: Any, start: Any, n: Any) -> Any:
    """The end and the hash of a day and month in digits, with or without a year; an end of 0 if there is none."""
    nothing = 0, np.uint64(0)
    before = codes[start - 1] if start else 0
    if before in (_SLASH_CODE, _DOT_CODE, _COMMA_CODE, _DASH_CODE):
        return nothing
    middle = digits_end(codes, kinds, start, n)
    if middle - start > 2 or middle == n:
        return nothing
    mark = codes[middle]
    if mark != _SLASH_CODE and mark != _DOT_CODE and mark != _DASH_CODE:
        return nothing
    end = digits_end(codes, kinds, middle + 1, n)
    if end == middle + 1 or end - middle > 3:
        return nothing
    hashed = (_DATE + digits_value(codes, start, middle)) * BASE + digits_value(codes, middle + 1, end)
    for last in (_year_end(codes, kinds, end, mark, n), end):
        after = codes[last] if last < n else 0
        if after != _SLASH_CODE and after != _DASH_CODE and not (last < n and kinds[after] & DECIMAL_DIGIT):
            return last, hashed
    return nothing


@inlined
def _year_end(codes: Any, kinds: Any, start: Any, mark: Any, n: Any) -> Any:
    """The end of the year after a day and month; `start` if there is none."""
    if start < n and codes[start] == mark:
        end = digits_end(codes, kinds, start + 1, n)
        if end - start == 3 or end - start == 5:
            return end
    return start


@inlined
def _number(codes: Any, kinds: Any, start: Any, n: Any) -> Any:
    """The end and the hash of a number as printed, with its separators."""
    end, hashed = start, np.uint64(0)
    while True:
        last = digits_end(codes, kinds, end, n)
        for i in range(end, last):
            hashed = hashed * BASE + np.uint64(codes[i])
        end = last
        if (
            end + 1 < n
            and (codes[end] == _DOT_CODE or codes[end] == _COMMA_CODE)
            and kinds[codes[end + 1]] & DECIMAL_DIGIT
        ):
            hashed = hashed * BASE + np.uint64(codes[end])
            end += 1
        else:
            return end, hashed


@inner
def _read_numbers(codes: Any, kinds: Any, n: Any, found: Any, begins: Any) -> Any:
    """Read the dates (day and month) and other numbers of a text, and where each begins; returns how many there are."""
    count, i = 0, 0
    while i < n:
        if kinds[codes[i]] & DECIMAL_DIGIT:
            end, hashed = _date(codes, kinds, i, n)
            if end == 0:
                end, hashed = _number(codes, kinds, i, n)
            found[count], begins[count] = short_hash(hashed), i
            count, i = count + 1, end
        else:
            i += 1
    return count


@inlined
def _sentence_ends(
    gap: Any, dots: Any, first: Any, word: Any, length: Any, capital: Any, dotted: Any, abbreviations: Any
) -> Any:
    """Whether a sentence ends between a word and the next, whose first letter is of kind `first`."""
    if gap & (LINE | SENTENCE_END):
        return True
    if not gap & ENDED or first & SMALL:
        return False
    if dots != 1:
        return True
    if length == 1:
        return not (capital or dotted)
    if capital and length <= LONGEST_ABBREVIATION:
        for known in abbreviations:
            if word == known:
                return False
    return True


@inlined
def _is_sign(codes: Any, kinds: Any, begin: Any, width: Any, gap: Any) -> Any:
    """Whether the gap before a word is a sign between two spaces: a dash, a bar, a bullet."""
    first, last = kinds[codes[begin - width]], kinds[codes[begin - 1]]
    return gap & ~np.uint16(WHITE_SPACE | ENDED) != 0 and first & last & WHITE_SPACE != 0


@inner
def _read_words(
    codes: Any,
    n: Any,
    table: Any,
    kinds: Any,
    abbreviations: Any,
    words: Any,
    starts: Any,
    names: Any,
    name_begins: Any,
    sentences: Any,
    sentence_begins: Any,
    edges: Any,
) -> Any:
    """Read the words of a text, its names and its long sentences, with where each begins; returns how many of each.

    `edges` are where a sentence, or what comes after a sign, begins; the beginning of the text is not among them.
    """
    n_words, n_names, n_sentences, n_edges = 0, 0, 0, 0
    name, sentence = np.uint64(0), np.uint64(0)
    named, since = False, 0  # within a name; words of the sentence so far
    name_begin, sentence_begin = 0, 0
    gap, width, dots = np.uint16(LINE), 2, np.int64(0)  # of the gap before this word
    word, length, capital, dotted = np.uint32(0), 0, False, False  # of the word before; dotted like the m of a.m.
    i = 0
    while i < n:
        fold = table[codes[i]]
        if fold & LETTER == 0:
            kind = kinds[codes[i]]
            if kind & SENTENCE_STOP:
                dots += np.int64(1) if codes[i] == _DOT_CODE else np.int64(2)
            elif kind & WHITE_SPACE and dots:
                gap |= np.uint16(ENDED)
            gap |= kind
            width += 1
            i += 1
            continue
        first = kinds[codes[i]]
        if n_words and _sentence_ends(gap, dots, first, word, length, capital, dotted, abbreviations):
            if since >= _SENTENCE_WORDS:
                sentences[n_sentences], sentence_begins[n_sentences] = short_hash(sentence), sentence_begin
                n_sentences += 1
            since, sentence = 0, np.uint64(0)
            edges[n_edges] = i
            n_edges += 1
        elif n_words and width > 2 and _is_sign(codes, kinds, i, width, gap):
            edges[n_edges] = i
            n_edges += 1
        sentence_begin = sentence_begin if since else i
        begin, rolling, tones = i, np.uint64(0), np.uint64(0)
        while True:
            rolling = rolling * BASE + np.uint64(fold & LETTER)
            tones += np.uint64((fold >> TONE_SHIFT) & TONE)
            i += 1
            if fold & ALONE or i == n:
                break
            fold = table[codes[i]]
            if fold & LETTER == 0 or fold & ALONE:
                break
        word = short_hash(rolling + (tones + np.uint64(1)) * BASE)
        length, capital, dotted = i - begin, first & CAPITAL != 0, dots == 1 and width == 1
        words[n_words], starts[n_words] = word, begin
        n_words, since = n_words + 1, since + 1
        sentence = sentence * BASE + np.uint64(word)
        if named and not _continues_name(gap, width, capital):
            names[n_names], name_begins[n_names] = short_hash(name), name_begin
            n_names += 1
            named = False
        if not named and capital and _may_begin_name(codes, kinds, begin):
            named, name, name_begin = True, np.uint64(0), begin
        if named:
            name = name * BASE + np.uint64(word)
        gap, width, dots = np.uint16(0), 0, np.int64(0)
    if named:
        names[n_names], name_begins[n_names] = short_hash(name), name_begin
        n_names += 1
    if since >= _SENTENCE_WORDS:
        sentences[n_sentences], sentence_begins[n_sentences] = short_hash(sentence), sentence_begin
        n_sentences += 1
    return n_words, n_names, n_sentences, n_edges


@inner
def _make_terms(codes: Any, kinds: Any, words: Any, starts: Any, n: Any) -> Any:
    """Make terms of words: in scripts without spaces, two characters or three sounds in a row; returns how many."""
    count, begin = 0, 0
    while begin < n:
        size = _letters_of_a_term(kinds[codes[starts[begin]]])
        end = begin + 1
        while end < n and _letters_of_a_term(kinds[codes[starts[end]]]) == size:
            end += 1
        if size == _CHARACTERS_PER_TERM and end == begin + 1:  # may be a word
            size = 1
        for i in range(begin, end - size + 1):
            term = words[i]
            if size > 1:
                rolling = np.uint64(0)
                for step in range(size):
                    rolling = rolling * BASE + np.uint64(words[i + step])
                term = short_hash(rolling)
            words[count], starts[count] = term, starts[i]
            count += 1
        begin = end
    return count


@inlined
def _letters_of_a_term(kind: Any) -> Any:
    """The words in a row that make a term, for words of this kind."""
    if kind & SOUND:
        return _SOUNDS_PER_TERM
    return _CHARACTERS_PER_TERM if kind & CHARACTER else 1


@inlined
def _continues_name(gap: Any, width: Any, capital: Any) -> Any:
    """Whether a name continues with this word: joined to the one before, or capitalised after a single space."""
    return gap & ~np.uint16(JOINER) == 0 or (capital and width == 1 and gap == np.uint16(WHITE_SPACE))


@inlined
def _may_begin_name(codes: Any, kinds: Any, begin: Any) -> Any:
    """Whether a capital may mark a name: the first word of a sentence always has one."""
    if begin == 0 or kinds[codes[begin - 1]] & LINE:
        return False
    after_space = kinds[codes[begin - 1]] & WHITE_SPACE
    return not (begin > 1 and after_space and kinds[codes[begin - 2]] & (SENTENCE_STOP | COLON))


@inlined
def _words_before(starts: Any, count: Any, first: Any, last: Any) -> Any:
    """Count the words that begin before `first`, and those before `last`."""
    one, other = np.int64(0), np.int64(0)
    for i in range(count):
        one += np.int64(starts[i] < first)
        other += np.int64(starts[i] < last)
    return one, other


@inlined
def _word_places(begins: Any, count: Any, starts: Any, n: Any, places: Any) -> None:
    """For each of the ascending `begins` the number of words that start before it, at most `LAST_PLACE`."""
    word = 0
    for i in range(count):
        while word < n and starts[word] < begins[i]:
            word += 1
        places[i] = np.uint16(min(word, LAST_PLACE))


@kernel
def hash_views(
    data: Any,
    offsets: Any,
    headlines: Any,
    table: Any,
    kinds: Any,
    abbreviations: Any,
    begins: Any,
    phrases: Any,
    tags: Any,
    options: Any,
    languages: Any,
    words: Any,
    starts: Any,
    names: Any,
    numbers: Any,
    sentences: Any,
    places: Any,
    days: Any,
    periods: Any,
    counts: Any,
    parts: Any,
) -> None:
    """Read the texts ``data[offsets[i]:offsets[i + 1]]``.

    data uint16 of UTF-16, composed, offsets int64 (n + 1,), headlines int64 (n, 2) the bounds of each
    headline in code points, table uint32 and kinds uint16 by code point,
    abbreviations uint32 (hashes); begins uint8, phrases and tags uint32 (m, size) and options uint32 (m,) the
    `DayLexicon` of each of m languages; languages int64 (n,) the number of each text's.
    Filled, text after text, with room for data.size each: words, names, numbers, sentences, uint32;
    starts int32, where each word starts in its text, in code points; places uint16 (4, data.size), the
    words before each name, number, sentence, and before each edge (see `_read_words`). Also days and
    periods, uint32, with room for `MOST_DAYS` of each text.
    counts int64 (n, 7) how many words, names, numbers, sentences, edges, days and periods a text has;
    parts int64 (n, 4) the end of the opening and the bounds of the headline, in words, and how many days
    the opening has.
    """
    longest = longest_row(offsets)
    codes, found_at = np.empty(longest + 1, np.uint32), np.empty((4, longest + 1), np.int32)
    anchors, facts = np.empty(longest + 1, np.int64), np.empty(longest + 2 * LONGEST_PHRASE + 1, np.int64)
    end = np.zeros(7, np.int64)
    for text in range(offsets.size - 1):
        n = _decode_utf16(data[offsets[text] : offsets[text + 1]], codes)
        here, language = starts[end[0] :], languages[text]
        found, counts[text, 1], counts[text, 3], counts[text, 4] = _read_words(
            codes, n, table, kinds, abbreviations, words[end[0] :], here,
            names[end[1] :], found_at[0], sentences[end[3] :], found_at[2], found_at[3],
        )  # fmt: skip
        counts[text, 5], counts[text, 6], parts[text, 3] = read_days(
            WordedText(codes, n, kinds, table, words[end[0] :], here, found),
            DayLexicon(begins[language], phrases[language], tags[language], options[language]),
            anchors, facts, days[end[5] :], periods[end[6] :],
        )  # fmt: skip
        found = _make_terms(codes, kinds, words[end[0] :], here, found)
        counts[text, 0], counts[text, 2] = found, _read_numbers(codes, kinds, n, numbers[end[2] :], found_at[1])
        parts[text, 0] = _words_before(here, found, 0, _OPENING_CHARACTERS)[1]
        parts[text, 1], parts[text, 2] = _words_before(here, found, headlines[text, 0], headlines[text, 1])
        for kind in range(4):
            _word_places(found_at[kind], counts[text, kind + 1], here, found, places[kind, end[kind + 1] :])
        for kind in range(7):
            end[kind] += counts[text, kind]
