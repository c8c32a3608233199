"""Every public callable with a value of every wrong type: it works, or its error names the argument."""

from __future__ import annotations

import inspect
import warnings
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas
import pytest

import newsdedup as nd
from newsdedup.interfaces.spark import session
from newsdedup.support.arguments import plain_scalar
from sound_calls import public_names, sound_calls


class Unprintable:
    """An object that cannot be written."""

    def __repr__(self) -> str:
        raise RuntimeError("no repr")

    __str__ = __repr__


WRONG: dict[str, Callable[[], Any]] = {
    "None": lambda: None,
    "empty": str,
    "text": lambda: "x",
    "5": lambda: 5,
    "-1": lambda: -1,
    "0": lambda: 0,
    "True": lambda: True,
    "nan": lambda: float("nan"),
    "inf": lambda: float("inf"),
    "list": list,
    "[1]": lambda: [1],
    "dict": dict,
    "mapping": lambda: {"a": 1},
    "bytes": lambda: b"x",
    "object": object,
    "NaT": lambda: pandas.NaT,
    "NaT64": lambda: np.datetime64("NaT"),
    "datetime64": lambda: np.datetime64("2020-01-01"),
    "int64": lambda: np.int64(3),
    "float64": lambda: np.float64(0.5),
    "bool_": lambda: np.bool_(True),
    "datetime": lambda: datetime(2025, 6, 14, 8),
    "date": lambda: date(2025, 6, 14),
    "Decimal": lambda: Decimal("NaN"),
    "Path": lambda: Path("nowhere.txt"),
    "set": lambda: {"x"},
    "generator": lambda: (one for one in (1, 2)),
    "unprintable": Unprintable,
    "lambda": lambda: lambda *_: None,
    "class": lambda: Unprintable,
    "array": lambda: np.zeros((4, 3)),
    "array without dimensions": lambda: np.array("x"),
    "NA": lambda: pandas.NA,
    "signalling NaN": lambda: Decimal("sNaN"),
}

# The other exceptions that a call may raise, with the reason.
DOCUMENTED: Mapping[str, tuple[type[Exception], ...]] = {
    "Articles.__getitem__": (TypeError, IndexError),  # a sequence, as Python has them
    "EventCollection.__getitem__": (IndexError,),
}

# What messages call the data of a function, which is no option.
SOURCES = ("articles_or_path", "X", "source", "articles", "article", "rows")
DATA = {
    "path": ("file", "nowhere"),
    "data": ("record",),
    "evidence": ("model",),
    "max_characters": ("article",),  # with 5 characters none is left
    **dict.fromkeys(SOURCES, ("article", "source", "rows", "file", "nowhere", "one text per row")),
    **dict.fromkeys(("y", "gold", "groups", "found", "labelled"), ("label", "nothing to learn from")),
    "article_or_text": ("text",),
    "article_ids": ("article", "row"),
    "event": ("event", "article"),
}

ANYTHING = {"y"}  # of `fit`, as scikit-learn has it: nobody reads it

# The values that an annotation allows; all others are refused.
NUMBERS = {"5", "-1", "0", "nan", "inf", "int64", "float64"}
ALLOWED = {
    "bool": {"True", "bool_"},
    "int": {"5", "-1", "0", "int64"},
    "float": NUMBERS,
    "str": {"empty", "text"},
}


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, Any]]:
    folder = tmp_path_factory.mktemp("calls")
    with pytest.MonkeyPatch.context() as patched, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        patched.chdir(folder)  # where "x" is the name of a file to write
        patched.setattr(session, "built_session", lambda *_: SimpleNamespace())
        patched.setattr(session, "require_java", lambda: None)
        yield sound_calls(folder)


def test_every_public_callable_has_a_sound_call(calls: Mapping[str, Any]) -> None:
    assert public_names() == set(calls)


@pytest.mark.parametrize("name", sorted(public_names()))
def test_a_wrong_type_is_no_error_from_inside(name: str, calls: Mapping[str, Any]) -> None:
    call, arguments = calls[name]
    found = {
        (option.name, label): outcome(call, arguments, option.name, make(), DOCUMENTED.get(name, ()))
        for option in options_of(call)
        for label, make in WRONG.items()
    }
    assert {place: one for place, one in found.items() if isinstance(one, str)} == {}
    if not is_class_of_results(call):
        options = [one for one in options_of(call) if one.name not in ANYTHING]
        assert [place for option in options for place in wrongly_accepted(option, found)] == []


def options_of(call: Callable[..., Any]) -> list[inspect.Parameter]:
    several = (inspect.Parameter.VAR_KEYWORD, inspect.Parameter.VAR_POSITIONAL)
    return [one for one in inspect.signature(call).parameters.values() if one.kind not in several]


def outcome(
    call: Callable[..., Any], arguments: dict[str, Any], name: str, value: Any, documented: tuple[type[Exception], ...]
) -> str | bool:
    """Whether a call with one argument replaced works; in words what is wrong with its error."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            close(call(**{**arguments, name: value}))
    except (nd.MissingExtraError, *documented):
        return False
    except nd.NewsdedupError as problem:
        if "NoSpark" in str(problem) and name != "df":  # all options were found sound
            return True
        return False if is_named(str(problem), name, value) else f"names neither: {problem}"
    except Exception as problem:
        return f"{type(problem).__name__}: {str(problem)[:150]}"
    return True


def close(made: Any) -> None:
    """Close a store or a figure, of which many are made."""
    if isinstance(made, nd.EventStore):
        made.close()
    elif hasattr(made, "get_yaxis_transform"):
        from matplotlib import pyplot

        pyplot.close(made.figure)


def is_named(message: str, name: str, value: Any) -> bool:
    words = (name, type(value).__name__, shown(value), *DATA.get(name, ()))
    return any(word in message for word in words)


def shown(value: Any) -> str:
    try:
        return repr(plain_scalar(value))[:20]
    except RuntimeError:
        return Unprintable.__name__


def is_class_of_results(call: Callable[..., Any]) -> bool:
    """Classes whose values the library makes; those that callers write down check all their fields."""
    return isinstance(call, type) and call is not nd.Role and not call.__module__.startswith("newsdedup.languages")


def wrongly_accepted(option: inspect.Parameter, found: Mapping[tuple[str, str], str | bool]) -> Iterator[str]:
    """The values of other types than an annotation of plain types has, with which a call works."""
    kinds = str(option.annotation).split(" | ")
    if not set(kinds) <= {*ALLOWED, "None"}:
        return
    allowed = {"None"} if "None" in kinds else set()
    allowed = allowed.union(*(ALLOWED[kind] for kind in kinds if kind != "None"))
    yield from (f"{option.name}={label}" for label in WRONG if label not in allowed and found[option.name, label])
