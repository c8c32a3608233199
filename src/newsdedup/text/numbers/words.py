"""The number words of a language as tokens: what each does to a number, found one after another in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import frozen

from newsdedup.languages import Language, Numerals, cached_by_language
from newsdedup.text.phrases import NEVER, any_of, lazily, plain, whole_words
from newsdedup.text.tags import number_starts

_MOST_TOKENS = 40  # words of one number
SPACE = r"[^\S\r\n]"  # white space within a line
_GAP = rf"(?:{SPACE}{{1,4}}|{SPACE}?-{SPACE}?)"
_SMALL_WHOLE = r"\d{1,3}(?![\w/:]|[.,-]\d)"


@frozen
class Token:
    """A number word, or a small whole number, in its place."""

    # what it does to a number: ``unit, tail, teen, ten, digits, times, one, plus, place, article, and, half, share,
    # ordinal, point, over, divided`` or ``of``
    does: str
    value: int = 0
    room: int = 1  # the value below which something may be added to it
    end: int = 0
    is_noun: bool = False  # whether the word may also be a noun ("năm")
    counts_one: bool = False  # whether a scale word counts one of it where no number comes before it ("cent")
    joins_units: bool = False  # whether it joins a unit to a ten ("vingt et un")
    is_joined: bool = False  # whether a hyphen comes before it
    is_last: bool = True  # whether no other word follows it, "of" apart


END = Token("end")


@frozen(eq=False)
class NumberWords:
    """The number words of a language, compiled."""

    by_word: Mapping[str, Token]
    start: re.Pattern[str]  # matches the words that a number in words can start with
    larger_start: re.Pattern[str]  # matches those that a number of two or more can start with
    word: re.Pattern[str]  # matches one word
    first: re.Pattern[str]  # matches one token
    following: re.Pattern[str]  # matches one token with the space or hyphen before it
    glued: re.Pattern[str]  # matches a scale word right after digits
    after_digits: re.Pattern[str]  # matches any word after digits that changes their number
    noun: re.Pattern[str]  # matches where a word follows that is not "of"
    range_on: re.Pattern[str]  # matches a unit of time and what makes it the lower end of a range ("năm đến ba năm")
    shortens_tens: bool  # whether "bốn lăm" is forty-five
    elides: bool  # whether "triệu hai" is a million and two hundred thousand
    elides_hundreds: bool  # whether "one twenty-two" is a hundred and twenty-two

    def tokens(self, folded: str, start: int, *, in_digits: bool) -> Iterator[Token]:
        """The number words from `start` on, which is where a word starts or where digits end."""
        match = self.glued.match(folded, start) if in_digits else self.first.match(folded, start)
        match = match or (self.following.match(folded, start) if in_digits else None)
        for _ in range(_MOST_TOKENS):
            if match is None:
                return
            yield self._token(match, is_last=self.noun.match(folded, match.end()) is None)
            match = self.following.match(folded, match.end())

    def _token(self, match: re.Match[str], *, is_last: bool) -> Token:
        gap, word, digits = match.groups()
        token = Token("digits", int(digits)) if digits else self.by_word[" ".join(word.split())]
        facts = token.is_noun, token.counts_one, token.joins_units  # `evolve` would take four times as long
        return Token(token.does, token.value, token.room, match.end(), *facts, is_joined="-" in gap, is_last=is_last)


@cached_by_language
def number_words_of(language: Language) -> NumberWords:
    """The compiled number words of a language."""
    table = language.numerals
    scales = {**language.scales, **table.times}
    words = _tokens_by_word(table, scales)
    first_words = number_starts(language)
    ones = {word for word, value in table.units.items() if value == 1}
    larger = rf"(?=(?:{_GAP}|,{SPACE})(?:{any_of((*words, *language.range_words, *table.rates, *table.either))}))"
    changing = (*scales, *table.joints, *table.unit_joints, *table.halves, *table.points, *table.over, *table.divided)
    token = rf"(?!(?:{any_of(table.idioms)})(?!\w))({any_of(words)})(?!\w)|({_SMALL_WHOLE})"
    return NumberWords(
        by_word=words,
        start=lazily(lambda: whole_words(first_words)),
        larger_start=re.compile(
            f"{whole_words(set(first_words) - ones)}|{whole_words(ones)}{_one_counting(ones, larger, language)}"
        ),
        word=re.compile(rf"(?:{any_of((*words, *table.minus))})(?!\w)"),
        first=re.compile(rf"()(?:{token})"),
        following=re.compile(rf"({_GAP})(?:{token})"),
        after_digits=re.compile(rf"(?:-?(?:{any_of(language.scales)})|{_GAP}(?:{any_of(changing)}))(?!\w)"),
        glued=re.compile(rf"(-?)({any_of(language.scales)})(?!\w)()"),
        noun=re.compile(rf"(?:{SPACE}+|-)(?!(?:{any_of(table.share_links)})(?!\w))[^\W\d_]"),
        range_on=re.compile(rf"{_GAP}(?:{any_of(language.durations)})(?!\w){_range_on(language)}"),
        shortens_tens=table.short_tens,
        elides=table.elides_places,
        elides_hundreds=table.elides_hundreds,
    )


def _one_counting(ones: set[str], larger: str, language: Language) -> str:
    """What makes "one" a count: a larger number, or a unit of time, qualified ("hơn một tháng") or opening a range."""
    last = {plain(wording).split()[-1] for wording in language.qualifiers_before}
    pairs = (rf"(?<=\b{re.escape(word)}\s{re.escape(one)})" for word in sorted(last) if word.isalpha() for one in ones)
    unit = rf"{_GAP}(?:{any_of(language.durations)})(?!\w)"
    return rf"(?:{larger}|(?={unit})(?:{'|'.join(pairs) or NEVER}|(?={unit}{_range_on(language)})))"


def _range_on(language: Language) -> str:
    """Words that continue a range after the unit of its lower end."""
    upper = any_of((*language.numerals.words, *language.scales))
    return rf"{_GAP}(?:{any_of(language.range_words)}){_GAP}(?:\d|(?:{upper})(?!\w))"


def _tokens_by_word(table: Numerals, scales: Mapping[str, int]) -> dict[str, Token]:
    kinds: tuple[tuple[str, Mapping[str, int]], ...] = (
        ("one", table.ones),
        ("times", scales),
        ("plus", table.plus),
        *((does, dict.fromkeys(words, 2 if does == "half" else 1)) for does, words in _connectives(table)),
        ("article", table.couples),
        ("place", dict.fromkeys(table.zeros, 0)),
        ("ordinal", table.ordinals),
        ("share", table.shares),
        ("tail", table.tails),
        ("ten", table.tens),
        ("ten", table.scores),
        ("teen", table.teens),
        ("unit", table.units),
    )
    return {
        plain(word): Token(
            does,
            value,
            room=20 if word in table.scores else 10 if word in table.tens else 1,
            is_noun=word in table.nouns,
            counts_one=word in table.ones,
            joins_units=word in table.unit_joints,
        )
        for does, words in kinds
        for word, value in words.items()
    }


def _connectives(table: Numerals) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        ("article", table.articles),
        ("and", (*table.joints, *table.unit_joints)),
        ("half", table.halves),
        ("point", table.points),
        ("over", table.over),
        ("divided", table.divided),
        ("of", table.share_links),
    )


class NumberTokens:
    """The words of a number, read when they are needed; after the last one there are only ends."""

    def __init__(self, words: Iterator[Token]) -> None:
        self._words, self._found = words, list[Token]()

    def __getitem__(self, index: int) -> Token:
        while len(self._found) <= index:
            self._found.append(next(self._words, END))
        return self._found[index]

    @property
    def end(self) -> int:
        """Where the last word that was read ends."""
        return max((token.end for token in self._found), default=0)
