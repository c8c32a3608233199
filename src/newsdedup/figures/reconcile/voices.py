"""Independent voices: which claims count as one source, and the time to which each refers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final

from attrs import frozen

from newsdedup.articles.article import first_moment
from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.reconcile.tolls import claim_origin
from newsdedup.support.components import linked_keys
from newsdedup.text.dates.years import UNKNOWN_YEAR

_UNDATED: Final = datetime.max.replace(tzinfo=UTC)  # what `first_moment` gives an article without a date


def voice_numbers(claims: Sequence[FigureClaim]) -> list[int]:
    """The number of each claim's voice, from 0.

    A voice is an origin. An article that repeats a copied sentence in its own words still has one voice with the
    article that it copied; where it has sentences of several origins, these stay apart.
    """
    borrowed: dict[str, str] = {}
    for claim in claims:
        if claim_origin(claim) != claim.article_id:
            borrowed.setdefault(claim.article_id, claim_origin(claim))
    voice = linked_keys(borrowed.items())
    numbers: dict[str, int] = {}
    origins = (claim_origin(claim) for claim in claims)
    return [numbers.setdefault(voice.get(origin, origin), len(numbers)) for origin in origins]


def n_voices_of(claims: Sequence[FigureClaim]) -> int:
    """Number of independent voices among claims."""
    return len(set(voice_numbers(claims)))


Time = tuple[str, datetime]
"""The ISO day up to which a claim counts, by its words or its article; then its hour, or the article's time."""


@frozen
class Voiced:
    """A claim with its voice and its time."""

    claim: FigureClaim
    voice: int
    time: Time
    is_dated: bool  # whether that time is known


def with_voices(claims: Sequence[FigureClaim]) -> list[Voiced]:
    """Claims with their voices; a copy does not make a claim newer than the first article of its origin."""
    numbers = voice_numbers(claims)
    keys = [
        (voice, claim.value, claim.qualifier, claim.as_of, claim.change)
        for claim, voice in zip(claims, numbers, strict=True)
    ]
    first: dict[tuple[Any, ...], datetime] = {}
    for claim, key in zip(claims, keys, strict=True):
        first[key] = min(first.get(key, _UNDATED), first_moment(claim.reported_at))
    return [_voiced(claim, key[0], first[key]) for claim, key in zip(claims, keys, strict=True)]


def _voiced(claim: FigureClaim, voice: int, reported: datetime) -> Voiced:
    says_when = claim.as_of is not None and not claim.as_of.startswith(UNKNOWN_YEAR)
    day, _, hour = (
        str(claim.as_of).split("/")[-1].partition("T") if says_when else (reported.date().isoformat(), "", "")
    )
    moment = datetime.fromisoformat(f"{day}T{hour}").replace(tzinfo=reported.tzinfo) if hour else reported
    return Voiced(claim, voice, (day, moment), says_when or reported != _UNDATED)


def latest_of(voiced: Sequence[Voiced]) -> list[Voiced]:
    """The newest of the claims that count people, if any do, and whose time is known; all where none is."""
    counting = [one for one in voiced if one.claim.is_toll] or voiced
    dated = [one for one in counting if one.is_dated]
    newest = max((one.time for one in dated), default=None)
    return [one for one in dated if one.time == newest] or list(voiced)


def n_voices(voiced: Sequence[Voiced]) -> int:
    """Number of independent voices."""
    return len({one.voice for one in voiced})
