"""A language as a user writes it, "vi-VN", "vie", "Vietnamese" or "tiếng Việt", to the code that the library uses."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Any, Final

from newsdedup.languages.detection import UNKNOWN
from newsdedup.languages.registry import forgotten_with_languages, known_languages, language_codes
from newsdedup.support.errors import SettingError, in_message
from newsdedup.support.folded_names import folded_name, nearest_names

_MOST_KNOWN: Final = 1024  # ways of writing that are remembered
_NO_LANGUAGE: Final = frozenset(("nan", "none", "null", "mul", "mis", "zxx"))  # missing values, and codes for none
_SUBTAG: Final = re.compile(r"[a-z]{2,3}")
_COUNTRY: Final = re.compile("[A-Za-z]{2}")
_REMARK: Final = re.compile(r"\s*\(.*?\)")  # as in "Malay (macrolanguage)", "English (UK)"


@forgotten_with_languages
@functools.lru_cache(maxsize=_MOST_KNOWN)
def code_of_language(written: str) -> str | None:
    """The code of a language, given as a code or tag (BCP 47, ISO 639) or by name; None for anything else.

    Examples
    --------
    >>> [code_of_language(one) for one in ("pt_BR", "vie", "VN", "tiếng Việt", "German", "xx")]
    ['pt', 'vi', 'vi', 'vi', 'de', None]
    """
    subtag = written.strip().replace("_", "-").split("-")[0].lower()
    if subtag in _NO_LANGUAGE:
        return None
    if subtag == UNKNOWN or subtag in language_codes():
        return subtag
    name = folded_name(_REMARK.sub("", written))
    return _table_names().get(name) or _code_of_subtag(subtag) or _english_names().get(name)


def language_option(value: Any, name: str = "language") -> str | None:
    """The code of a language that a caller gives; None where none is given.

    Raises
    ------
    SettingError
        If it is not the code or the name of a language; the error has the nearest one.
    """
    if value is None:
        return None
    code = code_of_language(value) if isinstance(value, str) else None
    if code is None:
        raise SettingError(
            f"{name}={in_message(value)} is not the code or the name of a language{_nearest_language(value)}: "
            "give one such as 'vi', 'en-GB' or 'Vietnamese'"
        )
    return code


def _nearest_language(value: Any) -> str:
    """The language that is written most like what a caller gives, or is that of a country, for an error."""
    if isinstance(value, str) and (of_country := _language_of_country(value)):
        return f"; {value!r} is a country, whose language is {of_country!r}"
    near = nearest_names(value, [*_table_names(), *_english_names()]) if isinstance(value, str) else []
    code = code_of_language(near[0]) if near else None
    if code is None:
        return ""
    known = known_languages().get(code)
    return f"; the nearest is {code!r}" + (f" ({known.name})" if known else f" ({near[0].capitalize()})")


def _language_of_country(value: str) -> str | None:
    """The code of the language that most people of a country speak, by its code (ISO 3166), such as "jp"."""
    if not _COUNTRY.fullmatch(value):
        return None
    import langcodes  # as in `_code_of_subtag`

    code = langcodes.Language.make(territory=value.upper()).maximize().language
    return None if code == "en" else code  # which is also that of no country


@forgotten_with_languages
@functools.cache
def _table_names() -> Mapping[str, str]:
    """The codes of the languages with tables, by their folded names."""
    languages = known_languages().values()
    return {folded_name(name): one.code for one in languages for name in (one.name, *one.aliases)}


def _code_of_subtag(subtag: str) -> str | None:
    """The shortest code for a code of ISO 639, if there is such a language."""
    if not _SUBTAG.fullmatch(subtag):
        return None
    import langcodes  # it has the registry of IANA, which most runs do not need

    return langcodes.standardize_tag(subtag).split("-")[0] if langcodes.tag_is_valid(subtag) else None


@functools.cache
def _english_names() -> Mapping[str, str]:
    """The codes of all languages in the registry of IANA, by their folded English names."""
    from langcodes.registry_parser import parse_registry

    found: dict[str, str] = {}
    for entry in parse_registry():  # type: ignore[no-untyped-call]  # codes of two letters come first
        if entry["Type"] == "language" and ".." not in entry["Subtag"]:
            for name in entry["Description"]:
                found.setdefault(folded_name(_REMARK.sub("", name)), entry["Subtag"])
    return found
