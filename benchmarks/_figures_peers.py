"""Other libraries that read numbers, money, percentages and dates: each as one function of a text."""

from __future__ import annotations

import contextlib
import importlib
import re
import warnings
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any, Final

Reading = tuple[float | None, float | None, str | None]  # low, high, unit
Read = Callable[[str], list[Reading]]

_NUMBER: Final = re.compile(r"-?\d[\d,]*(?:\.\d+)?(?![\w/])")
_CULTURE: Final = "en-us"


def peers(language: str, kind: str, reference: datetime | None = None) -> Iterator[tuple[str, Read | None]]:
    """The peers that read such a class, by name; None for one that is not installed."""
    for name, makers in _PEERS.items():
        if (maker := makers.get((language, kind))) is not None:
            try:
                with warnings.catch_warnings(action="ignore"):
                    yield name, _quiet(maker(reference) if kind == "date" else maker())
            except ImportError:
                yield name, None


def _quiet(read: Read) -> Read:
    """The same without warnings; a peer that fails on a text has read nothing."""

    def quiet(text: str) -> list[Reading]:
        with warnings.catch_warnings(action="ignore"), contextlib.suppress(Exception):
            return read(text)
        return []

    return quiet


def _exactly(value: float, unit: str | None = None) -> Reading:
    return value, value, unit


def _recognizers_number() -> Read:
    model = importlib.import_module("recognizers_number")
    return lambda text: [
        _exactly(float(one.resolution["value"])) for one in model.recognize_number(text, _CULTURE) if one.resolution
    ]


def _recognizers_percent() -> Read:
    model = importlib.import_module("recognizers_number")
    return lambda text: [
        _exactly(float(one.resolution["value"].rstrip("%"))) for one in model.recognize_percentage(text, _CULTURE)
    ]


def _recognizers_money() -> Read:
    model = importlib.import_module("recognizers_number_with_unit")
    return lambda text: [
        _exactly(float(one.resolution["value"]), one.resolution.get("isoCurrency"))
        for one in model.recognize_currency(text, _CULTURE)
        if one.resolution.get("value") is not None
    ]


def _quantulum_parser() -> Any:
    """Its parser without its classifier, which a later scikit-learn cannot load."""
    importlib.import_module("quantulum3.classifier").USE_CLF = False
    return importlib.import_module("quantulum3.parser")


def _quantulum(entity: str | None) -> Callable[[], Read]:
    def maker() -> Read:
        parser = _quantulum_parser()

        def read(text: str) -> list[Reading]:
            found = [one for one in parser.parse(text) if entity is None or one.unit.entity.name == entity]
            return [(one.value - (one.uncertainty or 0), one.value + (one.uncertainty or 0), None) for one in found]

        return read

    return maker


def _quantulum_percent() -> Read:
    parser = _quantulum_parser()
    return lambda text: [_exactly(one.value) for one in parser.parse(text) if one.unit.name == "percentage"]


def _text2num() -> Read:
    convert = importlib.import_module("text_to_num").alpha2digit
    return lambda text: _numbers_left(convert(text, "en"))


def _number_parser() -> Read:
    parse = importlib.import_module("number_parser").parse
    return lambda text: _numbers_left(parse(text, language="en"))


def _numbers_left(text: str) -> list[Reading]:
    """Numbers of a text in which a peer has put digits for words."""
    return [_exactly(float(match.group().replace(",", ""))) for match in _NUMBER.finditer(text)]


def _babel(locale: str) -> Callable[[], Read]:
    def maker() -> Read:
        parse = importlib.import_module("babel.numbers").parse_decimal
        return lambda text: [_exactly(float(parse(text.strip(), locale)))]

    return maker


def _dateparser(reference: datetime | None) -> Read:
    parse = importlib.import_module("dateparser").parse

    def read(text: str) -> list[Any]:
        found = parse(text, languages=["vi"], settings={"RELATIVE_BASE": reference})
        return [found.date().isoformat()] if found else []

    return read


_PEERS: Final[Mapping[str, Mapping[tuple[str, str], Callable[..., Read]]]] = {
    "Recognizers-Text": {
        ("en", "number"): _recognizers_number,
        ("en", "money"): _recognizers_money,
        ("en", "percent"): _recognizers_percent,
    },
    "quantulum3": {
        ("en", "number"): _quantulum(None),
        ("en", "money"): _quantulum("currency"),
        ("en", "range"): _quantulum(None),
        ("en", "percent"): _quantulum_percent,
    },
    "text2num": {("en", "number"): _text2num},
    "number-parser": {("en", "number"): _number_parser},
    "Babel": {("en", "number"): _babel("en"), ("vi", "number"): _babel("vi")},
    "dateparser": {("vi", "date"): _dateparser},
}

PACKAGES: Final = (
    *("recognizers-text-suite", "quantulum3", "text2num", "number-parser", "Babel", "dateparser"),
)  # fmt: skip
