"""What a model of evidence may contain: its plain data, read strictly and checked field by field."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from newsdedup.events.evidence.gather import CLASH, FEATURE_NAMES, VETOES
from newsdedup.events.evidence.logistic import SlopeBounds
from newsdedup.support.errors import SettingError

LARGEST_MODEL: Final = 2**20  # bytes of a file
_ANY_SIGN: Final = ("shorter",)  # the length of a text is not evidence by itself
_LARGEST_NUMBER: Final = 1e6
_DEEPEST_CARD: Final = 20
_COEFFICIENT_FIELDS: Final = ("name", "weight", "mean", "scale")
_SHARES: Final = ("alone", "few_threshold")
_MODEL_FIELDS: Final = ("coefficients", "intercept", "softness", *_SHARES, "card")
_SAVED_ONE: Final = "give a file that Model.save wrote"


def bounds_of(name: str) -> SlopeBounds:
    """The bounds of a weight: likeness never speaks against one event, a clash never for it."""
    if name in _ANY_SIGN:
        return None, None
    return (None, 0.0) if name.endswith(CLASH) else (0.0, None)


def model_data(content: bytes, where: str) -> Mapping[str, Any]:
    """The checked data of a model's file.

    Raises
    ------
    SettingError
        If it is not the whole JSON of one model; `where` begins the message.
    """
    if len(content) > LARGEST_MODEL:
        raise SettingError(f"{where} does not contain a model: it has {len(content):,} bytes; {_SAVED_ONE}")
    try:
        data = json.loads(content.decode("utf-8"), **_STRICT)
    except (ValueError, RecursionError) as problem:
        raise SettingError(f"{where} does not contain a model: {_said_of(problem)}; {_SAVED_ONE}") from problem
    return checked_model_data(data, where)


def checked_model_data(data: Any, where: str) -> Mapping[str, Any]:
    """The data of a model, if each field has an allowed value; numbers become floats.

    Raises
    ------
    SettingError
        That names the field, the value, and what is allowed.
    """
    _require_keys(data, _MODEL_FIELDS, f"{where} does not contain a model", optional=("card",))
    coefficients = data["coefficients"]
    if isinstance(coefficients, str) or not isinstance(coefficients, Sequence) or not coefficients:
        raise SettingError(f"{where}: coefficients is {_literal_of(coefficients)}, not a list of objects; {_SAVED_ONE}")
    rows = [_checked_coefficient(one, f"{where}: coefficients[{place}]") for place, one in enumerate(coefficients)]
    names = [row["name"] for row in rows]
    if repeated := next((name for name in names if names.count(name) > 1), None):
        raise SettingError(f"{where}: coefficients has the feature {repeated!r} twice; {_SAVED_ONE}")
    card = data.get("card", {})
    if not isinstance(card, Mapping):
        raise SettingError(f"{where}: card is {_literal_of(card)}, not an object; {_SAVED_ONE}")
    if not _is_shallow(card):
        raise SettingError(f"{where}: card is nested more than {_DEEPEST_CARD} deep; {_SAVED_ONE}")
    shares = {name: _finite_number(data[name], f"{where}: {name}", 0.0, 1.0) for name in _SHARES}
    intercept, softness = _finite_number(data["intercept"], f"{where}: intercept"), data["softness"]
    softness = _positive(softness, f"{where}: softness")
    return {"coefficients": rows, "intercept": intercept, "softness": softness, **shares, "card": card}


def _checked_coefficient(data: Any, where: str) -> dict[str, Any]:
    _require_keys(data, _COEFFICIENT_FIELDS, where)
    name = data["name"]
    if not isinstance(name, str) or name not in FEATURE_NAMES:
        known = ", ".join(FEATURE_NAMES)
        raise SettingError(f"{where}: name is {_literal_of(name)}, unknown here; known are {known}; {_SAVED_ONE}")
    low, high = (None, 0.0) if name in VETOES else bounds_of(name)
    return {
        "name": name,
        "weight": _finite_number(data["weight"], f"{where} ({name}): weight", low, high),
        "mean": _finite_number(data["mean"], f"{where} ({name}): mean"),
        "scale": _positive(data["scale"], f"{where} ({name}): scale"),
    }


def _require_keys(data: Any, keys: Iterable[str], where: str, optional: Iterable[str] = ()) -> None:
    """That an object has these keys and no others."""
    if not isinstance(data, Mapping):
        raise SettingError(f"{where}: it is {_literal_of(data)}, not an object; {_SAVED_ONE}")
    if missing := [key for key in keys if key not in data and key not in optional]:
        raise SettingError(f"{where}: {missing[0]} is missing; {_SAVED_ONE}")
    if unknown := [key for key in data if key not in keys]:
        raise SettingError(f"{where}: {_literal_of(unknown[0])} is not one of {', '.join(keys)}; {_SAVED_ONE}")


def _finite_number(value: Any, where: str, low: float | None = None, high: float | None = None) -> float:
    low, high = -_LARGEST_NUMBER if low is None else low, _LARGEST_NUMBER if high is None else high
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or not low <= value <= high or not math.isfinite(value):
        raise SettingError(f"{where} is {_literal_of(value)}, not a number from {low:g} to {high:g}; {_SAVED_ONE}")
    return float(value)


def _positive(value: Any, where: str) -> float:
    return _finite_number(value, where, 1 / _LARGEST_NUMBER)


def _is_shallow(value: Any, depth: int = 0) -> bool:
    if isinstance(value, Mapping):
        value = list(value.values())
    if not isinstance(value, list | tuple):
        return True
    return depth < _DEEPEST_CARD and all(_is_shallow(one, depth + 1) for one in value)


def _without_repetition(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    keys = [key for key, _ in pairs]
    if repeated := next((key for key in keys if keys.count(key) > 1), None):
        raise ValueError(f"an object has {_literal_of(repeated)} twice")
    return dict(pairs)


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is not a number of JSON")


def _finite(digits: str) -> float:
    if not math.isfinite(number := float(digits)):
        raise ValueError(f"{digits[:20]} is too large")
    return number


_STRICT: Final[Mapping[str, Any]] = {
    "object_pairs_hook": _without_repetition,
    "parse_constant": _no_constant,
    "parse_float": _finite,
}


def _said_of(problem: ValueError | RecursionError) -> str:
    return "it is nested too deeply" if isinstance(problem, RecursionError) else str(problem)[:200]


def _literal_of(value: Any) -> str:
    """A short literal of a value, of any size and depth."""
    if isinstance(value, Mapping | list | tuple):
        return f"{'an object' if isinstance(value, Mapping) else 'a list'} of {len(value)}"
    return f"{value:.3g}" if isinstance(value, float) else repr(value)[:60]
