"""Patterns of tokens, in which the tables of a language describe what words alone cannot.

A pattern is a row of elements with spaces between:

=============  =====================================================================================
``shootings``  this word; ``in_the`` these words; ``a.m|p.m`` one of these
``#`` ``#1-2`` a number in digits, with its separators; one of one or two digits
``NUMBER``     a number, in digits or words
``NAME``       a word that begins with a capital and has no other
``LETTER``     a single capital
``WORD``       a word
``~am``        the same, with no space before it
``NAME?``      at most once; ``WORD{0,3}`` at most three times
``!early``     not this word
``[won|lost]`` first of all: one of these words before the pattern; ``[won|lost ...]`` with at most two words between
=============  =====================================================================================
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping, Sequence

from attrs import field, frozen

from newsdedup.figures.read.sentence import Sentence
from newsdedup.languages import Language, cached_by_language
from newsdedup.text.normal_form import fold_case, normalise
from newsdedup.text.numbers.reader import number_from
from newsdedup.text.tagged import CAPITAL, DIGITS, LINE, SPACED, UPPER, WORD
from newsdedup.text.tags import Tag

_REPETITION = re.compile(r"(.+?)(?:(\?)|\{(\d),(\d)\})?$")
_DIGITS = re.compile(r"#(?:(\d)(?:-(\d))?)?$")
_PARTS = re.compile(r"[^\W\d_]+|\d+|\S")
_MOST_TOKENS_BEFORE = 4  # of a phrase before a pattern
_KINDS_FIRST = WORD | DIGITS | CAPITAL
_WORDS_BETWEEN = 2  # words between a word before a pattern and the pattern

Test = Callable[[Sentence, int], int]
"""The end of what an element matches at a token; 0 where it does not match."""


@frozen
class Opening:
    """What a token can be with which elements begin: one of these words, or of one of these kinds."""

    words: frozenset[str] = frozenset()
    kinds: int = 0  # bits
    is_any: bool = False  # whether nothing at all may match

    def __or__(self, other: Opening) -> Opening:
        return Opening(self.words | other.words, self.kinds | other.kinds, self.is_any or other.is_any)

    def admits(self, word: str, kind: int) -> bool:
        """Whether elements may begin with a word of a kind."""
        return self.is_any or bool(kind & self.kinds) or word in self.words


@frozen(eq=False)
class Element:
    """One element of a pattern."""

    test: Test
    opening: Opening
    is_one: bool  # whether it matches one token, or a number in digits
    least: int = 1
    most: int = 1
    is_tight: bool = False
    is_not: bool = False  # whether it must not come next


def _opening_of(elements: Sequence[Element]) -> Opening:
    """What a token can be with which a row of elements begins."""
    found = Opening()
    for element in elements:
        if not element.is_not:
            found |= element.opening
            if element.least:
                return found
    return Opening(is_any=True)


@frozen(eq=False)
class Pattern:
    """A row of elements, and the words of which one must come before them."""

    elements: tuple[Element, ...]
    before: frozenset[str] = frozenset()
    words_between: int = 0  # at most, between such a word and the pattern
    last_words: frozenset[str] = field(init=False)  # the last token of each of these words
    opening: Opening = field(init=False)
    second: Opening = field(init=False)  # what may follow the token or the number in digits with which it begins

    @last_words.default
    def _last_words(self) -> frozenset[str]:
        return frozenset(_PARTS.findall(phrase)[-1] for phrase in self.before)

    @opening.default
    def _opening(self) -> Opening:
        return _opening_of(self.elements)

    @second.default
    def _second(self) -> Opening:
        first = self.elements[0]
        is_one = first.is_one and first.least == first.most == 1 and not first.is_not
        return _opening_of(self.elements[1:]) if is_one else Opening(is_any=True)

    def end_at(self, sentence: Sentence, i: int) -> int | None:
        """The end of the pattern that begins with a token; None where it does not match."""
        if self.before and not self._follows_its_words(sentence, i):
            return None
        return _match(self.elements, sentence, i, 0)

    def _follows_its_words(self, sentence: Sentence, i: int) -> bool:
        for end in range(i, max(sentence.first, i - self.words_between - 1), -1):
            if sentence.word(end - 1) in self.last_words and _ends_with_one(sentence, end, self.before):
                return True
            if not sentence.kinds[end - 1] & WORD:
                return False
        return False


def _match(elements: Sequence[Element], sentence: Sentence, i: int, done: int) -> int | None:
    """The end of the first way in which elements match, each as often as possible."""
    if not elements:
        return i
    element = elements[0]
    if element.is_not:
        return None if i < sentence.last and element.test(sentence, i) else _match(elements[1:], sentence, i, 0)
    if done < element.most and i < sentence.last and not (element.is_tight and sentence.kinds[i] & SPACED):
        end = element.test(sentence, i)
        if end and (found := _match(elements, sentence, end, done + 1)) is not None:
            return found
    return _match(elements[1:], sentence, i, 0) if done >= element.least else None


def _ends_with_one(sentence: Sentence, end: int, phrases: frozenset[str]) -> bool:
    """Whether one of these phrases ends before a token."""
    return any(
        " ".join(sentence.words(first, end).split()) in phrases
        for first in range(end - 1, max(sentence.first, end - _MOST_TOKENS_BEFORE) - 1, -1)
    )


@functools.cache
def pattern_of(written: str) -> Pattern:
    """A pattern as a table writes it."""
    before: frozenset[str] = frozenset()
    between = 0
    if written.startswith("["):
        context, _, written = written[1:].partition("]")
        between = _WORDS_BETWEEN if context.endswith(" ...") else 0
        before = frozenset(_folded(one) for one in context.removesuffix(" ...").split("|"))
    return Pattern(tuple(map(_element, written.split())), before, between)


def _folded(written: str) -> str:
    return fold_case(normalise(written.replace("_", " ")).plain)


def _element(written: str) -> Element:
    match = _REPETITION.match(written)
    assert match is not None  # there is a character
    body, once, least, most = match.groups()
    is_tight = body.startswith("~") and len(body) > 1
    is_not = body.startswith("!") and len(body) > 1
    what = _test(body[1:] if is_tight or is_not else body)
    if is_not:
        return Element(*what, is_not=True)
    if once:
        return Element(*what, 0, 1, is_tight)
    return Element(*what, int(least or 1), int(most or 1), is_tight)


def _test(body: str) -> tuple[Test, Opening, bool]:
    if digits := _DIGITS.match(body):
        least, most = int(digits.group(1) or 1), int(digits.group(2) or digits.group(1) or 9)
        return functools.partial(_digits, least, most), Opening(kinds=DIGITS), True
    if kind := _ELEMENT_KINDS.get(body):
        return kind
    phrases = sorted((_PARTS.findall(_folded(one)) for one in body.split("|")), key=len, reverse=True)
    is_one = all(len(parts) == 1 and not parts[0].isdecimal() for parts in phrases)
    return functools.partial(_literal, phrases), Opening(frozenset(parts[0] for parts in phrases)), is_one


def _digits(least: int, most: int, sentence: Sentence, i: int) -> int:
    end = sentence.digits_end(i)
    return end if end > i and least <= sum(map(str.isdecimal, sentence.words(i, end))) <= most else 0


def _literal(phrases: Sequence[Sequence[str]], sentence: Sentence, i: int) -> int:
    for parts in phrases:
        if i + len(parts) <= sentence.last and all(sentence.word(i + at) == part for at, part in enumerate(parts)):
            return i + len(parts)
    return 0


def _of_kind(kind: int) -> Test:
    return lambda sentence, i: sentence.word_end(i) if sentence.kinds[i] & (kind | LINE) == kind else 0


def _number_end_at(sentence: Sentence, i: int) -> int:
    if not (sentence.kinds[i] & DIGITS or sentence.phrase(i, Tag.NUMBER)):
        return 0
    number = number_from(sentence.folded, sentence.starts[i], sentence.numbers)
    return sentence.tokens.after(number.end) if number else 0


_ELEMENT_KINDS: Mapping[str, tuple[Test, Opening, bool]] = {
    "NUMBER": (_number_end_at, Opening(is_any=True), False),
    "NAME": (
        lambda sentence, i: 0 if sentence.kinds[i] & UPPER else _of_kind(WORD | CAPITAL)(sentence, i),
        Opening(kinds=CAPITAL),
        False,
    ),
    "LETTER": (
        lambda sentence, i: i + 1 if sentence.kinds[i] & CAPITAL and sentence.ends[i] - sentence.starts[i] == 1 else 0,
        Opening(kinds=CAPITAL),
        True,
    ),
    "WORD": (_of_kind(WORD), Opening(kinds=WORD), False),
}


@frozen(eq=False)
class PatternTable:
    """The patterns of a table, by what the first two tokens can be: few can match at a place."""

    patterns: tuple[Pattern, ...]
    _words: frozenset[str] = field(init=False)  # those with which anything begins
    _words_before: frozenset[str] = field(init=False)  # the last tokens of those of which a pattern needs one before it
    _reach_before: int = field(init=False)  # tokens before a pattern among which such a word must be
    _that_open: dict[tuple[str, int, str, int], tuple[Pattern, ...]] = field(init=False, factory=dict)

    @_words.default
    def _all_words(self) -> frozenset[str]:
        return frozenset().union(*(one.opening.words | one.second.words for one in self.patterns))

    @_words_before.default
    def _all_words_before(self) -> frozenset[str]:
        return frozenset().union(*(one.last_words for one in self.patterns))

    @_reach_before.default
    def _longest_reach(self) -> int:
        return 1 + max((one.words_between for one in self.patterns), default=0)

    def end_at(self, sentence: Sentence, i: int) -> int | None:
        """The end of the first pattern that begins with a token; None where none matches."""
        after = max(i + 1, sentence.digits_end(i))
        kind = sentence.kinds[i] & _KINDS_FIRST
        if after < sentence.last:
            key = (
                self._known(sentence.word(i)),
                kind,
                self._known(sentence.word(after)),
                sentence.kinds[after] & _KINDS_FIRST,
            )
        else:
            key = self._known(sentence.word(i)), kind, "", 0
        found = self._that_open.get(key)
        if found is None:
            found = self._that_open[key] = self._opened_by(*key)
        if not self._follows_any_word(sentence, i):
            found = tuple(one for one in found if not one.before)
        return next((end for one in found if (end := one.end_at(sentence, i)) is not None), None)

    def _follows_any_word(self, sentence: Sentence, i: int) -> bool:
        """Whether a word that any pattern needs may be before a token: asked once for all patterns."""
        before = range(max(sentence.first, i - self._reach_before), i)
        return not self._words_before.isdisjoint([sentence.word(k) for k in before])

    def _known(self, word: str) -> str:
        return word if word in self._words else ""

    def _opened_by(self, word: str, kind: int, after: str, kind_after: int) -> tuple[Pattern, ...]:
        opened = (one for one in self.patterns if one.opening.admits(word, kind))
        return tuple(one for one in opened if one.second.admits(after, kind_after))


@functools.cache
def _table_of(written: tuple[str, ...]) -> PatternTable:
    return PatternTable(tuple(map(pattern_of, written)))


def pattern_begins(sentence: Sentence, i: int, tag: int) -> bool:
    """Whether a pattern of a table begins with a token that carries the table's tag."""
    return _table_of(sentence.tokens.value(i, tag)).end_at(sentence, i) is not None


def counts_incidents(sentence: Sentence, i: int) -> bool:
    """Whether a word for incidents of one kind has a number or "several" before it: "three fatal shootings"."""
    return any(
        sentence.kinds[back] & DIGITS or sentence.has(back, Tag.NUMBER | Tag.PLURAL)
        for back in range(max(sentence.first, i - 2), i)
    )


@cached_by_language
def _asides(language: Language) -> PatternTable:
    return _table_of(language.not_figures)


def aside_end(sentence: Sentence, i: int) -> int | None:
    """The end of a span of the language's tables that counts nothing and begins with a token."""
    return _asides(sentence.language).end_at(sentence, i)
