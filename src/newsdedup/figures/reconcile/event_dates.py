"""When an event took place, from the dates that its articles print."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from attrs import evolve, frozen

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.reconcile.voices import voice_numbers
from newsdedup.text.dates.years import UNKNOWN_YEAR

Days = tuple[str, str]  # first and last, ISO

_ISO_DAY = re.compile(r"(?:\d{4}|XXXX)-\d{2}-\d{2}")
_LEAD_CHARS = 400  # characters in which an article gives the day of its event
_DATED_CHARS = 1500  # a day between the two limits can confirm, but not contradict; a later one counts for nothing


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
    """

    start_date: str | None = None
    end_date: str | None = None
    status: str | None = None
    n_articles: int = 0
    n_origins: int = 0


def with_years(claims: Iterable[FigureClaim]) -> list[FigureClaim]:
    """Date claims of one event; those without a year get the year that other claims print.

    The same day printed with a year counts first, then the year that most voices of the same article
    print, then that of all articles. The date of a paper counts last, page furniture not at all.
    """
    claims = list(claims)
    dated = [
        claim
        for claim in claims
        if claim.role != "page" and _is_iso_day(claim) and not str(claim.low).startswith(UNKNOWN_YEAR)
    ]
    own = {article: _most_printed_year(group) for article, group in _grouped(dated, _article_of).items()}
    common = _most_printed_year(dated)
    of_day = {day: _most_printed_year(group) for day, group in _grouped(dated, _month_and_day).items()}
    return [
        _with_year(claim, of_day.get(_month_and_day(claim)) or own.get(claim.article_id) or common) for claim in claims
    ]


def _most_printed_year(claims: Sequence[FigureClaim]) -> str | None:
    """The year that most voices print, the latest of several; that of a paper only where there is no other."""
    claims = [claim for claim in claims if claim.role != "document"] or list(claims)
    printed = {(voice, str(claim.low)[:4]) for claim, voice in zip(claims, voice_numbers(claims), strict=True)}
    years = Counter(year for _, year in printed)
    return max(years, key=lambda year: (years[year], year)) if years else None


def _with_year(claim: FigureClaim, year: str | None) -> FigureClaim:
    if year is None or UNKNOWN_YEAR not in str(claim.value):
        return claim
    value, low, high = (str(part).replace(UNKNOWN_YEAR, year) for part in (claim.value, claim.low, claim.high))
    return evolve(claim, value=value, low=low, high=high)


def event_dates(claims: Sequence[FigureClaim]) -> EventDates:
    """The days of an event.

    Parameters
    ----------
    claims : sequence of FigureClaim
        Date claims of its articles, with years and origins.

    Returns
    -------
    EventDates
        Each article votes with the first day that it prints near its start and that is not the date of
        a paper or a count. The day with most voices wins; printed ranges around it extend it.
    """
    days = [claim for claim in claims if _is_iso_day(claim) and claim.start < _DATED_CHARS]
    candidates = [claim for claim in days if claim.role is None] or [one for one in days if one.role == "reported"]
    firsts = {
        article: min(group, key=lambda one: one.start) for article, group in _grouped(candidates, _article_of).items()
    }
    leads = {article: claim for article, claim in firsts.items() if claim.start < _LEAD_CHARS}
    if not firsts:
        return EventDates()
    start, end = _extended_by_ranges(_most_voiced_date(leads or firsts), candidates)
    agreeing = [claim for claim in candidates if _overlaps_days(claim, start, end)]
    articles = {claim.article_id for claim in agreeing}
    n_origins = len(set(voice_numbers(agreeing)))
    agreement = "agree" if n_origins > 1 else "single_source"
    return EventDates(
        start_date=start,
        end_date=end,
        status="conflict" if set(leads) - articles else agreement,
        n_articles=len(articles),
        n_origins=n_origins,
    )


def _grouped(claims: Iterable[FigureClaim], key: Callable[[FigureClaim], str]) -> dict[str, list[FigureClaim]]:
    groups: dict[str, list[FigureClaim]] = defaultdict(list)
    for claim in claims:
        groups[key(claim)].append(claim)
    return groups


def _article_of(claim: FigureClaim) -> str:
    return claim.article_id


def _month_and_day(claim: FigureClaim) -> str:
    return str(claim.low)[4:]


def _is_iso_day(claim: FigureClaim) -> bool:
    return _ISO_DAY.fullmatch(str(claim.low)) is not None


def _most_voiced_date(leads: Mapping[str, FigureClaim]) -> FigureClaim:
    """The date claim with most voices; of several the earliest day."""
    claims = [leads[article] for article in sorted(leads)]
    voices: dict[Days, set[int]] = defaultdict(set)
    for claim, voice in zip(claims, voice_numbers(claims), strict=True):
        voices[_days_of(claim)].add(voice)
    support = {days: len(set().union(*(voices[other] for other in voices if _meet(other, days)))) for days in voices}
    return min(claims, key=lambda claim: (-support[_days_of(claim)], *_days_of(claim), claim.article_id))


def _extended_by_ranges(chosen: FigureClaim, candidates: Iterable[FigureClaim]) -> tuple[str, str]:
    """The chosen days, extended by the printed ranges that overlap them."""
    start, end = str(chosen.low), str(chosen.high)
    ranges = [claim for claim in candidates if claim.qualifier == "range" and _overlaps_days(claim, start, end)]
    return min([start, *(str(one.low) for one in ranges)]), max([end, *(str(one.high) for one in ranges)])


def _days_of(claim: FigureClaim) -> Days:
    return str(claim.low), str(claim.high)


def _overlaps_days(claim: FigureClaim, start: str, end: str) -> bool:
    return _meet(_days_of(claim), (start, end))


def _meet(one: Days, other: Days) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
