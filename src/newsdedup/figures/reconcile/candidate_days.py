"""The days that the articles of an event print, each with the evidence that it is the day of the event."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from attrs import frozen

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.reconcile.day_evidence import (
    FOLLOWED,
    IN_LEAD,
    SAID,
    DayEvidence,
    day_of_report,
    days_in_titles,
    evidence_of,
    words_about,
)
from newsdedup.figures.reconcile.voices import n_voices_of
from newsdedup.languages import function_words_of

Days = tuple[str, str]  # first and last, ISO

_LEAST_SCORE: Final = 2.5  # below this no day is given
_FIRM: Final = 3.0  # evidence of one article with which it contradicts another day
_VOICE: Final = 0.5  # worth of each further independent voice
_MOST_VOICES: Final = 3
_ISO_DAY = re.compile(r"(?:\d{4}|XXXX)-\d{2}-\d{2}")
_NEARNESS: Final = (  # days before the earliest report, at most, and what that is worth
    (2, 2.0, "at most two days before the earliest report"),
    (7, 1.5, "at most a week before the earliest report"),
    (31, 0.0, "at most a month before the earliest report"),
    (366, -2.0, "months before the earliest report"),
)
_OWN_DAYS: Final = 31  # older days are recalled by any report
_YEARS_BEFORE: Final = (-4.0, "years before the earliest report")
_AFTER_EARLIEST: Final = (-4.0, "after the earliest report, which does not announce it")
_BY_EARLIEST: Final = (1.0, "given by the earliest report")


@frozen(kw_only=True)
class CandidateDay:
    """A day, or several, that may be those of the event.

    Attributes
    ----------
    days : tuple of str
        First and last, ISO.
    evidence : mapping of str to float
        What speaks for it, and against it, in words, each with what it is worth.
    firm_articles : frozenset of str
        Articles that say of it that the event took place then.
    """

    days: Days
    evidence: DayEvidence
    firm_articles: frozenset[str] = frozenset()

    @property
    def score(self) -> float:
        """The sum of all evidence."""
        return sum(self.evidence.values())

    @property
    def is_sure(self) -> bool:
        """Whether it may be given where no other day is better: what followed may be all that a lead reports."""
        beside = sum(self.evidence.get(words, 0.0) for words in (FOLLOWED, SAID)) if IN_LEAD in self.evidence else 0.0
        return self.score - beside >= _LEAST_SCORE

    @property
    def in_words(self) -> str:
        """The evidence for it, the strongest first."""
        pro = sorted(((worth, words) for words, worth in self.evidence.items() if worth > 0), reverse=True)
        return ", ".join(words for _, words in pro)


def is_iso_day(claim: FigureClaim) -> bool:
    """Whether a date claim gives a day; its year may be unknown."""
    return _ISO_DAY.fullmatch(str(claim.low)) is not None


def candidate_days(
    claims: Sequence[FigureClaim], *, others: Iterable[FigureClaim] = (), heads: Iterable[str] = ()
) -> list[CandidateDay]:
    """The days that date claims give, the likeliest first.

    `claims` are of days of the articles, not of a paper or of the page; the other arguments are as for `event_dates`.
    """
    if not claims:
        return []
    function_words = frozenset[str]().union(*map(function_words_of, {claim.language for claim in claims}))
    heads, others = list(heads), list(others)
    about, titled = words_about(heads, function_words), days_in_titles(heads)
    harmed = frozenset((one.article_id, one.sentence) for one in others if one.role and one.kind == "count")
    weighed: dict[Days, list[tuple[FigureClaim, DayEvidence]]] = defaultdict(list)
    for claim in claims:
        weighed[str(claim.low), str(claim.high)].append((claim, evidence_of(claim, about, harmed, titled)))
    earliest, latest = _earliest_report([*claims, *others]), _latest_day(claims)
    ranges = [days for days in weighed if days[0] != days[1]]
    found = [_candidate(days, _meeting(weighed, days, ranges), earliest, latest) for days in weighed]
    return sorted(found, key=lambda one: (-round(one.score, 6), one.days))


Weighed = list[tuple[FigureClaim, DayEvidence]]


def _meeting(weighed: Mapping[Days, Weighed], days: Days, ranges: Sequence[Days]) -> Weighed:
    """The claims of these days, and those of ranges that hold them."""
    found = list(weighed[days])
    for other in ranges:
        if other != days and other[0] <= days[0] and days[1] <= other[1]:
            found += weighed[other]
    return found


def _earliest_report(claims: Iterable[FigureClaim]) -> date | None:
    return min((day for claim in claims if (day := day_of_report(claim)) is not None), default=None)


def _latest_day(claims: Iterable[FigureClaim]) -> date | None:
    """The latest day that articles print: where none is dated, they are no older."""
    days = [str(claim.high) for claim in claims if claim.role is None and str(claim.high)[:1].isdecimal()]
    return date.fromisoformat(max(days)) if days else None


def _candidate(days: Days, weighed: Weighed, earliest: date | None, latest: date | None) -> CandidateDay:
    """The days with the evidence of the claim that says most for them, and with what all of them say together."""
    scores = [sum(evidence.values()) for _, evidence in weighed]
    best = max(range(len(weighed)), key=lambda i: scores[i])
    evidence = dict(weighed[best][1])
    favouring = [claim for (claim, _), score in zip(weighed, scores, strict=True) if score > 0]
    voices = n_voices_of(favouring)
    if voices > 1:
        evidence[f"{voices} independent sources"] = _VOICE * (min(voices, _MOST_VOICES) - 1)
    if days[0][:1].isdecimal():
        near = _nearness(days, [claim for claim, _ in weighed], earliest) if earliest else _age(days, latest)
        evidence.update({words: worth for worth, words in near if worth})
    firm = frozenset(
        claim.article_id
        for (claim, one), score in zip(weighed, scores, strict=True)
        if score >= _FIRM and IN_LEAD in one
    )
    return CandidateDay(days=days, evidence=evidence, firm_articles=firm)


def _nearness(days: Days, claims: Sequence[FigureClaim], earliest: date) -> Iterator[tuple[float, str]]:
    """How near the days are to the earliest report, and whether it gives them."""
    before = (earliest - date.fromisoformat(days[0])).days
    is_own = any(day_of_report(claim) == earliest for claim in claims)
    if before >= 0:
        yield next(((worth, words) for most, worth, words in _NEARNESS if before <= most), _YEARS_BEFORE)
    elif not is_own:
        yield _AFTER_EARLIEST
    if is_own and 0 <= before <= _OWN_DAYS:
        yield _BY_EARLIEST


def _age(days: Days, latest: date | None) -> Iterator[tuple[float, str]]:
    """Of articles without a day of publication: whether another day that they print is years later."""
    if latest is not None and (latest - date.fromisoformat(days[0])).days > _NEARNESS[-1][0]:
        yield _YEARS_BEFORE
