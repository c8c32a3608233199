"""A figure in words, its numbers in the manner of its reports' language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from newsdedup.figures.quantity import OPEN_ABOVE, OPEN_BELOW
from newsdedup.interfaces.markup import day_words, range_bar, words_of
from newsdedup.languages import format_number

Data = Mapping[str, Any]

_LISTS = ("history", "alternatives", "series")
_TIMES = ("duration", "age")
_CLOSE_UNITS = ("%", "°", "°C")  # printed without a space before them
_CHANGES = {"up": "rise", "down": "fall"}
PLAIN_LEVELS = ("unknown", "event", "other")  # of a place, that need not be told


def filled(**values: Any) -> dict[str, Any]:
    """What there is to say: nothing that is missing or empty."""
    return {name: value for name, value in values.items() if value not in (None, "", False, (), [], {})}


def key_figure(figure: Data, language: str | None) -> dict[str, Any]:
    """A figure as a card shows it."""
    return filled(name=_name(figure), value=_value_words(figure, language), status=figure["status"])


def figure_in_words(figure: Data, language: str | None) -> dict[str, Any]:
    """All that is known of a figure, but for where its claims stand."""
    return filled(
        **key_figure(figure, language),
        named=bool(figure["nouns"]),
        remarks=list(_remarks(figure)),
        rule=figure["rule"],
        articles=figure["n_articles"],
        origins=figure["n_origins"],
        bar=_bar(figure, language),
        partOf=figure["part_of"],
        notes=figure["notes"],
        **{name: [_step(one, figure, language) for one in figure[name]] for name in _LISTS},
    )


def _name(figure: Data) -> str:
    return " / ".join(figure["nouns"]) or words_of(figure["role"]) or figure["kind"]


def _remarks(figure: Data) -> Iterator[str]:
    """What narrows the figure down: role, place, change, modality and day."""
    scope = figure["scope"]
    level = scope["level"] if scope["level"] not in PLAIN_LEVELS else None
    yield from filter(None, (words_of(figure["role"]), " ".join(filter(None, (scope["place"], level)))))
    if figure["change"] in _CHANGES:
        yield _CHANGES[figure["change"]]
    if figure["modality"] != "actual":
        yield figure["modality"]
    if figure["as_of"]:
        yield f"as of {day_words(figure['as_of'])}"


def _value_words(figure: Data, language: str | None) -> str:
    """The best value; where there is none the values that do not go together, or their bounds."""
    if figure["best"] is not None:
        return _qualified(figure["qualifier"], figure["best"], figure, language)
    rising = sorted(figure["alternatives"], key=lambda one: one["value"])
    *others, last = [_qualified(one["qualifier"], one["value"], figure, language) for one in rising] or [""]
    return " or ".join(filter(None, (", ".join(others), last))) or _bounds_words(figure, language) or "–"


def _bounds_words(figure: Data, language: str | None) -> str:
    low, high = (format_number(figure[name], language) if figure[name] is not None else "" for name in ("low", "high"))
    if low and high:
        return _with_unit(low if low == high else f"{low} – {high}", figure["high"], figure)
    if low:
        return f"{_with_unit(low, figure['low'], figure)} or more"
    return f"up to {_with_unit(high, figure['high'], figure)}" if high else ""


def _qualified(qualifier: str, value: float, figure: Data, language: str | None) -> str:
    words = _with_unit(format_number(value, language), value, figure)
    return words if qualifier in ("exact", "range") else f"{words_of(qualifier)} {words}"


def _with_unit(words: str, value: float, figure: Data) -> str:
    unit = figure["unit"]
    if figure["kind"] in _TIMES and unit:
        return f"{words} {unit}{'' if value == 1 else 's'}"
    return f"{words}{'' if unit in _CLOSE_UNITS else ' '}{unit}" if unit else words


def _step(one: Data, figure: Data, language: str | None) -> dict[str, Any]:
    """One of several values of a figure, with its day and its voices."""
    when = one["as_of"] or one["reported_at"]
    return filled(
        value=_qualified(one["qualifier"], one["value"], figure, language),
        when=day_words(when) if when else None,
        step=one["step"],
        origins=one["n_origins"],
    )


def _bar(figure: Data, language: str | None) -> dict[str, Any] | None:
    """Where the printed values stand, and to which side each is open; nothing where all print one value."""
    values = sorted({value for claim in figure["claims"] for value in _printed_values(claim)})
    if len(values) < 2:
        return None
    bar = range_bar(
        values,
        best=figure["best"],
        feasible=figure["feasible"],
        open_left=figure["low"] is None,
        open_right=figure["high"] is None,
    )
    assert bar is not None, "two values take room"
    return filled(
        values=bar.values,
        sides=[_side(value, figure["claims"]) for value in values],
        best=[bar.best] if bar.best is not None else None,
        feasible=bar.feasible,
        openLeft=bar.open_left,
        openRight=bar.open_right,
        ends=[format_number(end, language) for end in (values[0], values[-1])],
    )


def _printed_values(claim: Data) -> tuple[float, ...]:
    return (claim["low"], claim["high"]) if claim["qualifier"] == "range" else (claim["value"],)


def _side(value: float, claims: Iterable[Data]) -> str:
    """To which side all claims that print a value leave it open: "more than 10" means what lies right of 10."""
    printing = [claim["qualifier"] for claim in claims if claim["value"] == value]
    sides = {"right" if one in OPEN_ABOVE else "left" if one in OPEN_BELOW else "" for one in printing}
    return sides.pop() if len(sides) == 1 else ""
