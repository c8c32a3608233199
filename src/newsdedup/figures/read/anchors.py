"""Which event a sentence is about: the one reported, or others of which the article tells beside it.

A sentence is about other events by its words ("so far this year"), by a count of incidents ("nine shootings"), by a
date long before, or by one that the first sentence does not share. The next sentences go on with them while they begin
with a word that refers back, or name who and where only those sentences have named.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from attrs import frozen

from newsdedup.figures.read.patterns import counts_incidents, pattern_begins
from newsdedup.figures.read.sentence import Sentence
from newsdedup.text.dates.mention import DateMention
from newsdedup.text.dates.years import UNKNOWN_YEAR
from newsdedup.text.tagged import CAPITAL, DIGITS, WORD
from newsdedup.text.tags import Tag

_MOST_HEADLINES = 3
_SENTENCE_STOPS = frozenset('.!?”"')
_RECENT_DAYS = 14  # before publication: older days are those of other events, unless the first sentence has them
_DECEMBER, _LAST_DAY = 12, 28  # a month or a year ends on a day that every month has
_MOST_CARRIED = 3  # sentences that go on with other events without a sign of their own


@frozen
class Anchor:
    """Where a sentence begins to tell of other events."""

    first: int  # token
    is_carried: bool = False  # whether it has no sign of its own, and goes on with the sentence before


def anchors_of(
    sentences: Sequence[Sentence], dates: Sequence[Sequence[DateMention]], published: date | None
) -> list[Anchor | None]:
    """For each sentence from where on it is about other events; None where it is about the one reported.

    `dates` are those of each sentence. The first sentence says what the article is about.
    """
    opening = _opening(sentences)
    own_days = _first_days([one for those in dates[:opening] for one in those], published)
    starts = [
        _other_from(sentence, dates[index], own_days, is_first=index < opening)
        for index, sentence in enumerate(sentences)
    ]
    if not any(start is not None for start in starts):
        return [None] * len(sentences)
    return _carried_on(sentences, dates, starts)


def _carried_on(
    sentences: Sequence[Sentence], dates: Sequence[Sequence[DateMention]], starts: Sequence[int | None]
) -> list[Anchor | None]:
    """The anchors, carried on to sentences without a sign of their own."""
    found: list[Anchor | None] = []
    own_names, other_names = set[str](), set[str]()
    carried = 0
    for index, (sentence, sign) in enumerate(zip(sentences, starts, strict=True)):
        start, names = sign, _named_in(sentence)
        carried = 0 if sign is not None else carried
        if sign is None and index and found[-1] is not None and carried < _MOST_CARRIED:
            shares_names = bool((names - own_names) & other_names) and not dates[index]
            if _goes_on_with_it(sentence) or shares_names:
                start, carried = sentence.first, carried + 1
        if start is None:
            own_names |= names
        else:
            other_names |= names - own_names
        found.append(None if start is None else Anchor(start, is_carried=carried > 0))
    return found


def _opening(sentences: Sequence[Sentence]) -> int:
    """How many sentences say what the article is about: the first one, and the headlines before it."""
    for index, sentence in enumerate(sentences[:_MOST_HEADLINES]):
        if sentence.is_mark(sentence.last - 1, _SENTENCE_STOPS):
            return index + 1
    return min(len(sentences), _MOST_HEADLINES)


def _first_days(dates: Sequence[DateMention], published: date | None) -> date | None:
    """The first day that belongs to the event reported; None where nothing is known."""
    days = [day for one in dates if one.role is None and (day := _anchor_day(one.low)) is not None]
    if published is not None:
        days.append(published - timedelta(days=_RECENT_DAYS))
    return min(days, default=None)


def _anchor_day(iso: str) -> date | None:
    """The last day of a date; None without a year."""
    year, *rest = iso.split("-")
    if year == UNKNOWN_YEAR or not year.isdecimal():
        return None
    month = int(rest[0]) if rest else _DECEMBER
    return date(int(year), month, int(rest[1]) if len(rest) > 1 else _LAST_DAY)


def _other_from(
    sentence: Sentence, dates: Sequence[DateMention], first_day: date | None, *, is_first: bool
) -> int | None:
    if _matches(sentence, Tag.OTHER_EVENT) or (not is_first and _matches(sentence, Tag.BACKGROUND)):
        return sentence.first
    if any(counts_incidents(sentence, i) for i in sentence.starting(Tag.INCIDENTS, sentence.first, sentence.last)):
        return sentence.first
    if is_first:
        return None
    if first_day is not None and any(_is_earlier(one, first_day) for one in dates):
        return sentence.first
    return next(sentence.starting(Tag.LATER, sentence.first, sentence.last), None)


def _matches(sentence: Sentence, tag: int) -> bool:
    """Whether one of the patterns matches that begin with words of a tag."""
    return any(pattern_begins(sentence, i, tag) for i in sentence.starting(tag, sentence.first, sentence.last))


def _is_earlier(mention: DateMention, first_day: date) -> bool:
    if mention.role is not None:
        return False
    day = _anchor_day(mention.low)
    return day is not None and day < first_day


def _goes_on_with_it(sentence: Sentence) -> bool:
    """Whether a sentence begins with a word for those of the sentence before, counts some of them, or goes on with it.

    A sentence that begins with digits is the rest of one that was cut at a decimal point.
    """
    begins = sentence.has(sentence.first, Tag.PRONOUN | Tag.THEY) or sentence.kinds[sentence.first] & DIGITS
    return bool(begins or sentence.tags & Tag.BACK)


def _named_in(sentence: Sentence) -> set[str]:
    """The capitalised words of a sentence, its first apart."""
    kinds = sentence.kinds
    return {
        sentence.word(i)
        for i in range(sentence.first + 1, sentence.last)
        if kinds[i] & (CAPITAL | WORD) == CAPITAL | WORD and not sentence.has(i, Tag.DAY | Tag.MONTH)
    }
