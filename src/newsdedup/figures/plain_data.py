"""Figures as plain JSON data, and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final

from attrs import asdict, fields

from newsdedup.articles.moments import iso_format, moment_of
from newsdedup.figures.claim import FigureClaim, Scope
from newsdedup.figures.figure import Alternative, ReconciledFigure

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


def decimal_of(value: Any) -> Decimal | None:
    """The Decimal that one of them wrote."""
    return None if value is None else Decimal(str(value))


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
    """The figure that `figure_to_dict` wrote; `languages` are those of the articles, by id."""
    shared = {name: data[name] for name in _SHARED_BY_CLAIMS}
    return ReconciledFigure(
        **{
            **data,
            **{name: decimal_of(data[name]) for name in _NUMBER_FIELDS},
            "nouns": tuple(data["nouns"]),
            "scope": Scope(**data["scope"]),
            "feasible": (decimal_of(data["feasible"][0]), decimal_of(data["feasible"][1]))
            if data["feasible"]
            else None,
            **{
                name: tuple(Alternative(**{**one, "value": decimal_of(one["value"])}) for one in data[name])
                for name in ("alternatives", "history", "series")
            },
            "notes": tuple(data["notes"]),
            "claims": tuple(
                claim_from_dict({**shared, **claim, "language": languages.get(claim["article_id"])})
                for claim in data["claims"]
            ),
        }
    )


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
    """The claim that `claim_to_dict` wrote."""
    numbers = {
        name: data[name] if isinstance(data[name], str) else decimal_of(data[name]) for name in ("value", "low", "high")
    }
    scopes = {name: Scope(**data[name]) for name in ("scope", "near") if name in data}
    return FigureClaim(**{**data, **numbers, **scopes, "reported_at": moment_of(data["reported_at"])})
