"""Dated sentences of an event, in order: each happening of a day once, with all articles that report it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from attrs import field, frozen

from newsdedup.articles.article import first_moment
from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.reconcile.day_evidence import HAPPENED, OTHER, said_of
from newsdedup.figures.reconcile.event_dates import EventDates
from newsdedup.figures.reconcile.origins import sentence_words
from newsdedup.figures.reconcile.voices import n_voices_of
from newsdedup.languages import function_words_of
from newsdedup.support.field_checks import at_least, date_or_none, not_before_start
from newsdedup.text.dates.years import UNKNOWN_YEAR
from newsdedup.text.page import LEAD_CHARS

_ALIKE: Final = 0.5  # of the content words of the shorter of two sentences of one day: more is one happening
_ALIKE_OF_EVENT: Final = 0.3  # if both say what happened on the first day of the event
_MOST_LINES: Final = 12  # of one day
_LEAST_DATED_WORDS: Final = 4  # of a sentence; shorter ones are mostly the date of a page
_QUOTABLE_CHARS: Final = range(20, 400)  # of a sentence that is easily read
_BACKGROUND_DAYS: Final = 31  # before the event: what is older is background
_DAY_OR_MONTH: Final = re.compile(r"(?:\d{4}|XXXX)-\d{2}(?:-\d{2})?(?:/.+)?")


@frozen(kw_only=True)
class Statement:
    """A dated sentence of an article.

    Attributes
    ----------
    date : str
        ISO date of a day or of several, as of a date claim.
    text : str
        The sentence.
    article_id : str
    start, end : int
        Offsets in the article's text.
    article_ids : tuple of str
        All articles that report the same of that day, its own among them.
    n_origins : int
        Independent voices among them.
    is_background : bool
        Whether the day lies long before the event.
    """

    date: str = field(validator=date_or_none)
    text: str
    article_id: str
    start: int = field(validator=at_least(0))
    end: int = field(validator=not_before_start)
    article_ids: tuple[str, ...] = ()
    n_origins: int = field(default=1, validator=at_least(1))
    is_background: bool = False


@frozen
class _Happening:
    """What sentences of one day say alike; the first gives its words."""

    words: frozenset[str]
    claims: list[FigureClaim] = field(factory=list)


def timeline_of(dates: Iterable[FigureClaim], event: EventDates | None = None) -> tuple[Statement, ...]:
    """The sentences of date claims, by date; what several of one day say alike is one line.

    Years alone, and days of births, licences and the like long before the event, are left out; other days long
    before it are marked as background.
    """
    event = event or EventDates()
    days: dict[str, list[FigureClaim]] = defaultdict(list)
    for claim in sorted(dates, key=_order):
        if _is_dated_sentence(claim) and not _is_other_matter(claim, event):
            days[str(claim.value)].append(claim)
    lines = list(_timeline_lines(days, event))
    return tuple(sorted(lines, key=lambda one: (one.date, one.article_id, one.start)))


def _order(claim: FigureClaim) -> tuple[object, ...]:
    """Leads first, then the earliest reports."""
    return claim.start >= LEAD_CHARS, first_moment(claim.reported_at), claim.article_id, claim.start


def _is_dated_sentence(claim: FigureClaim) -> bool:
    """Whether a claim gives a day or a month of what its sentence tells."""
    is_day = claim.role in (None, "as_of") and _DAY_OR_MONTH.fullmatch(str(claim.value)) is not None
    return is_day and sum(word.isalpha() for word in sentence_words(claim.sentence)) >= _LEAST_DATED_WORDS


def _is_other_matter(claim: FigureClaim, event: EventDates) -> bool:
    return _is_long_before(claim, event) and said_of(claim) == OTHER


def _is_long_before(claim: FigureClaim, event: EventDates) -> bool:
    """Whether a date lies more than a month before the event."""
    start, last = event.start_date, str(claim.high)
    if start is None or UNKNOWN_YEAR in (start[:4], last[:4]):
        return False
    return last < (date.fromisoformat(start) - timedelta(_BACKGROUND_DAYS)).isoformat()


def _words(claim: FigureClaim) -> frozenset[str]:
    """The content words of a sentence, without those of the date."""
    without = function_words_of(claim.language).union(sentence_words(claim.text))
    return frozenset(sentence_words(claim.sentence)) - without


def _timeline_lines(days: Mapping[str, Sequence[FigureClaim]], event: EventDates) -> Iterable[Statement]:
    """The lines of all days, each sentence once: that of the event's first day is chosen first."""
    used: set[tuple[str, int]] = set()
    for day in sorted(days, key=lambda one: (one.split("/")[0] != event.start_date, one)):
        for happening in _happenings(days[day], is_first_day=day.split("/")[0] == event.start_date):
            free = [claim for claim in happening.claims if (claim.article_id, claim.sentence_start) not in used]
            if free:
                line = _statement_of(_clearest(free), happening.claims, event)
                used |= {(claim.article_id, claim.sentence_start) for claim in happening.claims}
                yield line


def _happenings(claims: Sequence[FigureClaim], *, is_first_day: bool) -> list[_Happening]:
    found: list[_Happening] = []
    for claim in claims:
        words, happened = _words(claim), is_first_day and said_of(claim) == HAPPENED
        same = next((one for one in found if _are_alike(one, words, happened=happened)), None)
        if same is not None:
            same.claims.append(claim)
        elif len(found) < _MOST_LINES:
            found.append(_Happening(words, [claim]))
    return found


def _are_alike(one: _Happening, words: frozenset[str], *, happened: bool) -> bool:
    least = _ALIKE_OF_EVENT if happened and said_of(one.claims[0]) == HAPPENED else _ALIKE
    return len(one.words & words) >= least * min(len(one.words), len(words))


def _clearest(claims: Sequence[FigureClaim]) -> FigureClaim:
    """The first claim, by leads and time, whose sentence is easily read; the first of all where none is."""
    return next((claim for claim in claims if len(claim.sentence) in _QUOTABLE_CHARS), claims[0])


def _statement_of(claim: FigureClaim, alike: Sequence[FigureClaim], event: EventDates) -> Statement:
    return Statement(
        date=str(claim.value),
        text=claim.sentence,
        article_id=claim.article_id,
        start=claim.sentence_start,
        end=claim.sentence_start + len(claim.sentence),
        article_ids=tuple(sorted({one.article_id for one in alike})),
        n_origins=n_voices_of(alike),
        is_background=_is_long_before(claim, event),
    )
