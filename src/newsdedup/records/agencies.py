"""Articles that repeat the report of one news agency are one voice, however each words it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve

from newsdedup.figures.claim import FigureClaim
from newsdedup.text.agencies import cited_agency


def agency_origins(
    sources: Iterable[tuple[str, str | None]], cited: Mapping[str, Iterable[str]], origins: Mapping[str, str]
) -> dict[str, str]:
    """The origin of each agency: that of the first article that names it as its source, else of one that cites it.

    Parameters
    ----------
    sources : iterable of (str, str or None)
        The id of each article and the agency that it names as its source, the earliest article first.
    cited : mapping of str to iterable of str
        By article id, earliest first, the agencies to which it attributes single sentences.
    origins : mapping of str to str
        The article that each one copies, or its own id.
    """
    found: dict[str, str] = {}
    for name, agency in sources:
        if agency:
            found.setdefault(agency, origins[name])
    for name, agencies in cited.items():
        for agency in agencies:
            found.setdefault(agency, origins[name])
    return found


def with_agency_origins(
    origins: Mapping[str, str], sources: Iterable[tuple[str, str | None]], of_agency: Mapping[str, str]
) -> dict[str, str]:
    """The origin of each article; articles of one agency, and what copies them, have the agency's."""
    joined: dict[str, str] = {}
    for name, agency in sources:
        if agency:
            joined.setdefault(origins[name], of_agency[agency])
    return {name: joined.get(origin, origin) for name, origin in origins.items()}


def agencies_cited(claims: Sequence[FigureClaim]) -> dict[str, dict[str, None]]:
    """By article id, the agencies to which the sentences of its figures are attributed, in order."""
    found: dict[str, dict[str, None]] = {}
    for claim in claims:
        agency = cited_agency(claim.sentence)
        if agency:
            found.setdefault(claim.article_id, {})[agency] = None
    return found


def with_cited_origins(claims: Iterable[FigureClaim], of_agency: Mapping[str, str]) -> list[FigureClaim]:
    """The claims; those of sentences that are attributed to an agency have the agency's origin."""
    return [_with_cited_origin(claim, of_agency) for claim in claims]


def _with_cited_origin(claim: FigureClaim, of_agency: Mapping[str, str]) -> FigureClaim:
    agency = cited_agency(claim.sentence)
    return evolve(claim, origin=of_agency[agency]) if agency else claim
