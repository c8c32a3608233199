"""Whether the tables of a language that somebody else wrote have the types that its fields need."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final, get_args, get_origin, get_type_hints

from attrs import fields, has

from newsdedup.languages.language import Language
from newsdedup.support.errors import SettingError

_CODE: Final = re.compile(r"[a-z]{2,3}")
_PATTERNS: Final = ("word_form",)


def checked_language(language: Language, where: str) -> Language:
    """The language, if each of its fields has the type that the library reads.

    Raises
    ------
    SettingError
        That names the field, its value, and what is allowed.
    """
    if not isinstance(language.code, str) or not _CODE.fullmatch(language.code) or language.code == "und":
        raise SettingError(f"{where}: code is {language.code!r:.60}, not two or three small letters such as 'nl'")
    if fault := _fault_of_fields(language):
        raise SettingError(f"{where}: {fault}")
    for name in _PATTERNS:
        try:
            re.compile(getattr(language, name))
        except re.error as problem:
            raise SettingError(f"{where}: {name} is not a regular expression: {problem}") from problem
    return language


def _fault_of_fields(value: Any) -> str | None:
    """The first field of an attrs value that has another type than it is annotated with."""
    hints = get_type_hints(type(value))
    for one in fields(type(value)):
        hint, given = hints[one.name], getattr(value, one.name)
        if not _has_type(given, hint):
            return f"{one.name} is {repr(given)[:60]}, not {_type_in_words(hint)}"
        if has(type(given)) and (fault := _fault_of_fields(given)):
            return f"{one.name}: {fault}"
    return None


def _has_type(value: Any, hint: Any) -> bool:
    origin, parts = get_origin(hint), get_args(hint)
    if origin is None:
        return hint is Any or (isinstance(value, hint) and not (hint is int and isinstance(value, bool)))
    if not isinstance(origin, type):  # a union, a literal: what these allow is checked where it is made
        return True
    return isinstance(value, origin) and _have_types(value, origin, parts)


def _have_types(values: Any, origin: type, parts: tuple[Any, ...]) -> bool:
    if issubclass(origin, Mapping):
        return all(_has_type(key, parts[0]) and _has_type(one, parts[1]) for key, one in values.items())
    if origin is tuple and parts[-1:] != (...,):
        return len(values) == len(parts) and all(map(_has_type, values, parts))
    return all(_has_type(one, parts[0]) for one in values)


def _type_in_words(hint: Any) -> str:
    return (
        getattr(hint, "__name__", str(hint)) if get_origin(hint) is None else str(hint).replace("collections.abc.", "")
    )
