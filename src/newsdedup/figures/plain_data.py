"""Figures as plain JSON data, and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final

from attrs import asdict, fields

from newsdedup.articles.moments import iso_format
from newsdedup.figures.claim import FigureClaim, Scope
from newsdedup.figures.figure import Alternative, ReconciledFigure
from newsdedup.support.errors import in_message
from newsdedup.support.field_checks import FieldError
from newsdedup.support.typed_data import an_object, decimal_of, part_of, reader_of, tuple_of

_SHARED_BY_CLAIMS: Final = ("kind", "unit", "role", "change")  # read from the figure where a claim does not have it
_WRITTEN_ONCE: Final = ("kind", "unit", "role")  # at the figure; at a claim where it has another value
_NUMBER_FIELDS: Final = ("low", "best", "high")
_LARGEST_EXPONENT: Final = 300  # of a float


def plain_number(value: Decimal | None) -> int | float | None:
    """A Decimal as a JSON number; an integral one as an integer."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def exact_number(value: Decimal | None) -> int | float | Decimal | None:
    """A Decimal as `plain_number`; as it is where that is another number, as for two thirds.

    Examples
    --------
    >>> [exact_number(Decimal(one)) for one in ("12", "59.10", "0.666666666666666666")]
    [12, 59.1, Decimal('0.666666666666666666')]
    """
    if value is None or value.adjusted() > _LARGEST_EXPONENT:
        return value
    number = plain_number(value)
    return number if Decimal(repr(number)) == value else value


PlainNumber = Callable[[Decimal | None], Any]  # how a number is written: one of these two functions


def figure_to_dict(figure: ReconciledFigure, number: PlainNumber = plain_number) -> dict[str, Any]:
    """A figure as plain data."""
    data = {field.name: getattr(figure, field.name) for field in fields(ReconciledFigure)}
    return data | {
        **{name: number(data[name]) for name in _NUMBER_FIELDS},
        "nouns": list(figure.nouns),
        "scope": _scope_to_dict(figure.scope),
        "feasible": [number(end) for end in figure.feasible] if figure.feasible else None,
        **{
            name: [_alternative_to_dict(one, number) for one in data[name]]
            for name in ("alternatives", "history", "series")
        },
        "notes": list(figure.notes),
        "claims": [claim_to_dict(claim, number=number) | _unlike(figure, claim) for claim in figure.claims],
    }


def figure_from_dict(data: Mapping[str, Any], languages: Mapping[str, str | None]) -> ReconciledFigure:
    """The figure that `figure_to_dict` wrote; `languages` are those of the articles, by id.

    Raises
    ------
    FieldError
        If a field is not what it may be; the error has its path.
    """
    shared = {name: part_of(an_object(data), name, _as_it_is) for name in _SHARED_BY_CLAIMS}
    try:
        claims = part_of(data, "claims", tuple_of(lambda claim: _claim_of_figure(claim, shared, languages)))
    except FieldError as problem:
        raise _where_written(problem, data) from None
    return _read_figure(data, claims=claims)


def _as_it_is(value: Any) -> Any:
    return value


def _where_written(problem: FieldError, data: Mapping[str, Any]) -> FieldError:
    """The error at the figure, if it is in what claims have from there."""
    _, *place = problem.path
    if len(place) == 2 and place[1] in _SHARED_BY_CLAIMS and place[1] not in data["claims"][place[0]]:
        return FieldError(problem.reason, place[1])
    return problem


def _claim_of_figure(data: Any, shared: Mapping[str, Any], languages: Mapping[str, str | None]) -> FigureClaim:
    """A claim with what its figure says once; its article must be one of those of the event."""
    name = an_object(data).get("article_id")
    claim = _read_claim({**shared, **data}, language=languages.get(name) if isinstance(name, str) else None)
    if claim.kind == "date":
        raise FieldError("a figure has no dates", "kind")
    if claim.article_id not in languages:
        raise FieldError(f"{in_message(claim.article_id)} is none of the articles", "article_id")
    if claim.end - claim.start != len(claim.text):
        raise FieldError(f"{claim.end} is not start={claim.start} and the length of the text, {len(claim.text)}", "end")
    if claim.sentence_start > claim.start:
        raise FieldError(f"{claim.sentence_start} is after the claim, which starts at {claim.start}", "sentence_start")
    return claim


def _unlike(figure: ReconciledFigure, claim: FigureClaim) -> dict[str, Any]:
    """What is written once, where a claim has another value than its figure, such as miles beside kilometres."""
    return {name: getattr(claim, name) for name in _WRITTEN_ONCE if getattr(claim, name) != getattr(figure, name)}


def _scope_to_dict(scope: Scope) -> dict[str, Any]:
    return {"place": scope.place, "level": scope.level}


def _alternative_to_dict(one: Alternative, number: PlainNumber) -> dict[str, Any]:
    return {**asdict(one), "value": number(one.value)}


def claim_to_dict(claim: FigureClaim, *, alone: bool = False, number: PlainNumber = plain_number) -> dict[str, Any]:
    """A claim as plain data; `alone` adds what a figure says once for all its claims."""
    data = {
        field.name: getattr(claim, field.name)
        for field in fields(FigureClaim)
        if field.name != "language" and (alone or field.name not in _WRITTEN_ONCE)
    }
    numbers = {
        name: number(data[name]) if isinstance(data[name], Decimal) else data[name] for name in ("value", "low", "high")
    }
    scopes = {name: asdict(data[name]) for name in ("scope", "near") if name in data}
    return data | numbers | scopes | {"reported_at": iso_format(claim.reported_at)}


def claim_from_dict(data: Mapping[str, Any]) -> FigureClaim:
    """The claim that `claim_to_dict` wrote.

    Raises
    ------
    FieldError
        If a field is not what it may be; the error has its path.
    """
    return _read_claim(data, language=None)


def _value(data: Any) -> Decimal | str:
    """The value of a claim: a number, or days."""
    return data if isinstance(data, str) else decimal_of(data)


_read_scope: Final = reader_of(Scope, required=("place", "level"))
_read_claim: Final = reader_of(
    FigureClaim,
    required=("low", "high", "low_open", "high_open", "qualifier", "noun", "as_of", "origin"),
    before=("language",),
    value=_value,
    low=_value,
    high=_value,
    scope=_read_scope,
    near=_read_scope,
)
_read_figure: Final = reader_of(
    ReconciledFigure,
    required=("part_of", "alternatives", "history", "series", "notes"),
    before=("claims",),
    scope=_read_scope,
)
