"""When an event took place, from the dates that its reports print."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve, frozen

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.reconcile.origins import voices
from newsdedup.text.dates.years import UNKNOWN_YEAR

Days = tuple[str, str]  # first and last

_DAY = re.compile(r"(?:\d{4}|XXXX)-\d{2}-\d{2}")
_LEAD = 400  # characters in which a report says when its event took place
_REACH = 1500  # a later day can confirm, but says too little to contradict


@frozen(kw_only=True)
class EventDates:
    """First and last day of an event, and how far its reports agree.

    Attributes
    ----------
    start_date, end_date : str or None
        ISO days; the year is ``XXXX`` where no report gives it.
    status : str or None
        ``single_source``, ``agree`` or ``conflict``; None where no report gives a day.
    n_articles, n_origins : int
        Reports that give these days, and independent voices among them.
    """

    start_date: str | None = None
    end_date: str | None = None
    status: str | None = None
    n_articles: int = 0
    n_origins: int = 0


def with_years(claims: Iterable[FigureClaim]) -> list[FigureClaim]:
    """Date claims of one event, those without a year given the one that the reports print.

    The same day printed with its year counts first, then the year that most voices print, an
    article's own before another's, that of a paper last; page furniture never lends one.
    """
    claims = list(claims)
    lenders = [
        claim
        for claim in claims
        if claim.role != "page" and _is_day(claim) and not str(claim.low).startswith(UNKNOWN_YEAR)
    ]
    own = {article: _common_year(group) for article, group in _by_article(lenders).items()}
    common = _common_year(lenders)
    of_day = {day: _common_year(group) for day, group in _by_day(lenders).items()}
    return [
        _with_year(claim, of_day.get(str(claim.low)[4:]) or own.get(claim.article_id) or common) for claim in claims
    ]


def _by_day(claims: Iterable[FigureClaim]) -> dict[str, list[FigureClaim]]:
    groups: dict[str, list[FigureClaim]] = defaultdict(list)
    for claim in claims:
        groups[str(claim.low)[4:]].append(claim)
    return groups


def _common_year(claims: Sequence[FigureClaim]) -> str | None:
    """The year that most voices print, other than of papers where there is another; the latest of several."""
    claims = [claim for claim in claims if claim.role != "document"] or list(claims)
    said = {(voice, str(claim.low)[:4]) for claim, voice in zip(claims, voices(claims), strict=True)}
    years = Counter(year for _, year in said)
    return max(years, key=lambda year: (years[year], year)) if years else None


def _with_year(claim: FigureClaim, year: str | None) -> FigureClaim:
    if year is None or UNKNOWN_YEAR not in str(claim.value):
        return claim
    value, low, high = (str(part).replace(UNKNOWN_YEAR, year) for part in (claim.value, claim.low, claim.high))
    return evolve(claim, value=value, low=low, high=high)


def event_dates(claims: Sequence[FigureClaim]) -> EventDates:
    """Tell the days of an event.

    Parameters
    ----------
    claims : sequence of FigureClaim
        Date claims of its reports, with years and origins.

    Returns
    -------
    EventDates
        Each report votes with the first day that it prints near its start and that dates neither
        a paper nor a count; the day with most voices stands, ranges around it extend it.
    """
    days = [claim for claim in claims if _is_day(claim) and claim.start < _REACH]
    candidates = [claim for claim in days if claim.role is None] or [one for one in days if one.role == "reported"]
    firsts = {article: min(group, key=lambda one: one.start) for article, group in _by_article(candidates).items()}
    leads = {article: claim for article, claim in firsts.items() if claim.start < _LEAD}
    if not firsts:
        return EventDates()
    start, end = _extended(_most_voiced(leads or firsts), candidates)
    agreeing = [claim for claim in candidates if _overlaps(claim, start, end)]
    articles = {claim.article_id for claim in agreeing}
    n_origins = len(set(voices(agreeing)))
    agreement = "agree" if n_origins > 1 else "single_source"
    return EventDates(
        start_date=start,
        end_date=end,
        status="conflict" if set(leads) - articles else agreement,
        n_articles=len(articles),
        n_origins=n_origins,
    )


def _by_article(claims: Iterable[FigureClaim]) -> dict[str, list[FigureClaim]]:
    groups: dict[str, list[FigureClaim]] = defaultdict(list)
    for claim in claims:
        groups[claim.article_id].append(claim)
    return groups


def _is_day(claim: FigureClaim) -> bool:
    return _DAY.fullmatch(str(claim.low)) is not None


def _most_voiced(leads: Mapping[str, FigureClaim]) -> FigureClaim:
    """The lead date that most voices share; of several the earliest day."""
    claims = [leads[article] for article in sorted(leads)]
    heard: dict[Days, set[int]] = defaultdict(set)
    for claim, voice in zip(claims, voices(claims), strict=True):
        heard[_days(claim)].add(voice)
    support = {days: len(set().union(*(heard[other] for other in heard if _meet(other, days)))) for days in heard}
    return min(claims, key=lambda claim: (-support[_days(claim)], *_days(claim), claim.article_id))


def _extended(chosen: FigureClaim, candidates: Iterable[FigureClaim]) -> tuple[str, str]:
    """The chosen days, and those of printed ranges that hold them."""
    start, end = str(chosen.low), str(chosen.high)
    ranges = [claim for claim in candidates if claim.qualifier == "range" and _overlaps(claim, start, end)]
    return min([start, *(str(one.low) for one in ranges)]), max([end, *(str(one.high) for one in ranges)])


def _days(claim: FigureClaim) -> Days:
    return str(claim.low), str(claim.high)


def _overlaps(claim: FigureClaim, start: str, end: str) -> bool:
    return _meet(_days(claim), (start, end))


def _meet(one: Days, other: Days) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
