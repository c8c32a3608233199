"""A figure of a record by its name: a role, what is counted, or a kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from newsdedup.figures.figure import ReconciledFigure
from newsdedup.support.errors import SettingError, UnknownFigureError, in_message
from newsdedup.text.search import folded_words

_MOST_NAMES: Final = 12  # that an error lists


def named_figure(figures: Sequence[ReconciledFigure], name: Any, place: Any = None) -> ReconciledFigure:
    """The first figure with a role, else with a noun, else with words in its noun, else of a kind."""
    wanted = _folded_option("name", name)
    where = None if place is None else _folded_option("place", place)
    here = [one for one in figures if where is None or folded_words(one.scope.place or "") == where]
    for has_name in (_has_role, _has_noun, _has_words_in_noun, _is_of_kind):
        if found := next((one for one in here if has_name(one, wanted)), None):
            return found
    raise UnknownFigureError(_no_figure(figures, name, place))


def _folded_option(option: str, value: Any) -> str:
    words = folded_words(value) if isinstance(value, str) else ""
    if not words:
        raise SettingError(f"{option}={in_message(value)} is not a name: give a str, such as 'dead'")
    return words


def _has_role(figure: ReconciledFigure, wanted: str) -> bool:
    return folded_words(figure.role or "") == wanted


def _has_noun(figure: ReconciledFigure, wanted: str) -> bool:
    return any(folded_words(noun) == wanted for noun in figure.nouns)


def _has_words_in_noun(figure: ReconciledFigure, wanted: str) -> bool:
    return any(f" {wanted} " in f" {folded_words(noun)} " for noun in figure.nouns)


def _is_of_kind(figure: ReconciledFigure, wanted: str) -> bool:
    return folded_words(figure.kind) == wanted


def _no_figure(figures: Iterable[ReconciledFigure], name: str, place: str | None) -> str:
    at = "" if place is None else f" at {place!r}"
    names = _names_of(figures, lambda one: one.role or one.noun or one.kind)
    places = _names_of(figures, lambda one: one.scope.place) if place is not None else ""
    there = f"there are {names}" if names else "there are none"
    return f"no figure {name!r}{at}: {there}{f'; at {places}' if places else ''}"


def _names_of(figures: Iterable[ReconciledFigure], name_of: Callable[[ReconciledFigure], str | None]) -> str:
    names = list(dict.fromkeys(filter(None, map(name_of, figures))))
    more = f", … ({len(names)} in all)" if len(names) > _MOST_NAMES else ""
    return ", ".join(map(repr, names[:_MOST_NAMES])) + more
