"""When an event took place, from the dates that its articles print."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from attrs import evolve, field, frozen

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.reconcile.candidate_days import Days, candidate_days, is_iso_day
from newsdedup.figures.reconcile.day_evidence import OTHER, said_of
from newsdedup.figures.reconcile.voices import n_voices_of, voice_numbers
from newsdedup.support.errors import in_message
from newsdedup.support.field_checks import FieldError, at_least, day_or_none, one_of
from newsdedup.text.dates.years import UNKNOWN_YEAR

_LEAP_YEAR = "2000"
_LESS_SURE = 2.5  # score by which a day may be less sure than the likeliest, and still contradict or extend it
_MOST_DAYS_BEFORE = 3  # days by which it may begin before that day: longer ones are periods of counting


def _of_start_date(dates: EventDates, attribute: Any, value: str | None) -> None:
    """The last day is not before the first."""
    first = dates.start_date
    if first and value and UNKNOWN_YEAR not in first and value < first:
        raise FieldError(f"{in_message(value)} is not a last day for {in_message(first)}", attribute.name)


@frozen(kw_only=True)
class EventDates:
    """First and last day of an event, and how far its articles agree.

    Attributes
    ----------
    start_date, end_date : str or None
        ISO days; the year is ``XXXX`` where no article gives it.
    status : str or None
        ``single_source``, ``agree`` or ``conflict``; None where no article gives a day.
    n_articles, n_origins : int
        Articles that print these days, and independent voices among them.
    rule : str or None
        Why it is this day, in words.
    """

    start_date: str | None = field(default=None, validator=day_or_none)
    end_date: str | None = field(default=None, validator=[day_or_none, _of_start_date])
    status: str | None = field(default=None, validator=one_of("single_source", "agree", "conflict", None))
    n_articles: int = field(default=0, validator=at_least(0))
    n_origins: int = field(default=0, validator=at_least(0))
    rule: str | None = None


def with_years(claims: Iterable[FigureClaim]) -> list[FigureClaim]:
    """Date claims of one event; those without a year get the year that other claims print.

    The same day printed with a year counts first, then the year that most voices of the same article
    print, then that of all articles. The date of a paper counts last, page furniture not at all.
    """
    claims = list(claims)
    dated = [
        claim
        for claim in claims
        if claim.role != "page" and is_iso_day(claim) and not str(claim.low).startswith(UNKNOWN_YEAR)
    ]
    own = {article: _most_printed_year(group) for article, group in _grouped(dated, _article_of).items()}
    common = _most_printed_year(dated)
    of_day = {day: _most_printed_year(group) for day, group in _grouped(dated, _month_and_day).items()}
    return [
        _with_year(claim, of_day.get(_month_and_day(claim)) or own.get(claim.article_id) or common) for claim in claims
    ]


def _most_printed_year(claims: Sequence[FigureClaim]) -> str | None:
    """The year that most voices print, the latest of several; that of a paper only where there is no other.

    The year of a birth or of an anniversary is that of no other day.
    """
    claims = [claim for claim in claims if claim.role == "document" or said_of(claim) != OTHER]
    claims = [claim for claim in claims if claim.role != "document"] or claims
    printed = {(voice, str(claim.low)[:4]) for claim, voice in zip(claims, voice_numbers(claims), strict=True)}
    years = Counter(year for _, year in printed)
    return max(years, key=lambda year: (years[year], year)) if years else None


def _with_year(claim: FigureClaim, year: str | None) -> FigureClaim:
    if year is None or UNKNOWN_YEAR not in str(claim.value):
        return claim
    value, low, high = (str(part).replace(UNKNOWN_YEAR, year) for part in (claim.value, claim.low, claim.high))
    return evolve(claim, value=value, low=low, high=high)


def event_dates(
    claims: Sequence[FigureClaim], *, others: Iterable[FigureClaim] = (), heads: Iterable[str] = ()
) -> EventDates:
    """The days of an event.

    Parameters
    ----------
    claims : sequence of FigureClaim
        Date claims of its articles, with years and origins.
    others : iterable of FigureClaim
        Their other claims, which show the sentences about who was harmed.
    heads : iterable of str
        What each article says first: its title, a line break, and the start of its text.

    Returns
    -------
    EventDates
        The day with most evidence, as `candidate_days` weighs it; ranges that it lies in extend it.
    """
    days = [claim for claim in claims if _is_own_day(claim)]
    candidates = candidate_days(days, others=others, heads=heads)
    if not candidates or not candidates[0].is_sure:
        return EventDates()
    best = candidates[0]
    likely = [one for one in candidates if one.score >= best.score - _LESS_SURE]
    start, end = _extended_by_ranges(best.days, [one.days for one in likely])
    agreeing = [claim for claim in days if _meet((str(claim.low), str(claim.high)), (start, end))]
    articles = {claim.article_id for claim in agreeing}
    n_origins = n_voices_of(agreeing)
    agreement = "agree" if n_origins > 1 else "single_source"
    rivals = set().union(*(one.firm_articles for one in likely if not _meet(one.days, (start, end))))
    return EventDates(
        start_date=start,
        end_date=end,
        status="conflict" if rivals - articles else agreement,
        n_articles=len(articles),
        n_origins=n_origins,
        rule=best.in_words,
    )


def _is_own_day(claim: FigureClaim) -> bool:
    """Whether a date is a day of the article, and not of a paper or of the page."""
    return is_iso_day(claim) and claim.role not in ("page", "document")


def _grouped(claims: Iterable[FigureClaim], key: Callable[[FigureClaim], str]) -> dict[str, list[FigureClaim]]:
    groups: dict[str, list[FigureClaim]] = defaultdict(list)
    for claim in claims:
        groups[key(claim)].append(claim)
    return groups


def _article_of(claim: FigureClaim) -> str:
    return claim.article_id


def _month_and_day(claim: FigureClaim) -> str:
    return str(claim.low)[4:]


def _extended_by_ranges(chosen: Days, others: Iterable[Days]) -> tuple[str, str]:
    """The chosen days, extended by the printed ranges that overlap them."""
    ranges = [days for days in others if days[0] != days[1] and _meet(days, chosen) and _begins_near(days, chosen)]
    return min([chosen[0], *(one[0] for one in ranges)]), max([chosen[1], *(one[1] for one in ranges)])


def _begins_near(days: Days, chosen: Days) -> bool:
    """Whether a range begins shortly before the chosen days, or with them."""
    first, start = (day.replace(UNKNOWN_YEAR, _LEAP_YEAR) for day in (days[0], chosen[0]))
    return (date.fromisoformat(start) - date.fromisoformat(first)).days <= _MOST_DAYS_BEFORE


def _meet(one: Days, other: Days) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
