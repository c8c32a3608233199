"""Facts of languages as data; to add a language, add a folder that defines `LANGUAGE`, or register one."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from decimal import Decimal
from math import inf, isfinite
from typing import Any

from attrs import evolve

from newsdedup.languages.dates import Dates
from newsdedup.languages.detection import UNKNOWN, detect
from newsdedup.languages.language import Language
from newsdedup.languages.money import MoneyFormat
from newsdedup.languages.naming import Naming
from newsdedup.languages.numerals import CompoundMeasure, NumberFormat, Numerals
from newsdedup.languages.people import People, Speech
from newsdedup.languages.places import Places
from newsdedup.languages.press import Press
from newsdedup.languages.prose import Prose
from newsdedup.languages.registry import (
    cached_by_language,
    forgotten_with_languages,
    known_languages,
    language_codes,
    register_language,
)
from newsdedup.languages.resolution import code_of_language, language_option
from newsdedup.languages.roles import Role
from newsdedup.support.arguments import is_within, list_of, plain_scalar, required_text, text_option
from newsdedup.support.errors import SettingError, in_message

__all__ = [
    "UNKNOWN",
    "CompoundMeasure",
    "Dates",
    "Language",
    "MoneyFormat",
    "Naming",
    "NumberFormat",
    "Numerals",
    "People",
    "Places",
    "Press",
    "Prose",
    "Role",
    "Speech",
    "cached_by_language",
    "code_of_language",
    "detect_language",
    "forgotten_with_languages",
    "format_number",
    "function_words_of",
    "known_languages",
    "known_roles",
    "language_codes",
    "language_of",
    "language_option",
    "money_parts",
    "register_language",
    "roles_of",
    "with_roles",
]


def language_of(code: str | None) -> Language | None:
    """The tables of a language (``vi``, ``en-GB``, ``Vietnamese``), or None if there are none."""
    known, code = known_languages(), text_option("code", code)
    if code is None or code in known:
        return known.get(code or "")
    return known.get(code_of_language(code) or "")


def function_words_of(code: str | None) -> frozenset[str]:
    """The function words of a language; none if it has no tables."""
    language = language_of(code)
    return language.function_words if language else frozenset()


def format_number(value: Decimal | float | None, language: str | None) -> str:
    """A number in the format of a language, in English format if it has no tables; an ellipsis for None.

    Examples
    --------
    >>> format_number(Decimal("10000.5"), "id"), format_number(10000.5, "en"), format_number(None, "vi")
    ('10.000,5', '10,000.5', '…')
    """
    if value is None:
        return "…"
    known, number = language_of(language), plain_scalar(value)
    is_finite = number.is_finite() if isinstance(number, Decimal) else is_within(number, -inf) and isfinite(number)
    if not is_finite:
        raise SettingError(f"value={in_message(value)} is not a number: give a finite one, or None")
    return (known.number_format if known else NumberFormat()).written(Decimal(str(number)))


def money_parts(value: Decimal, code: str, language: str | None) -> tuple[str, str, str]:
    """An amount of money as a language writes it: what is before the number, the number, and what is after it.

    Examples
    --------
    >>> "".join(money_parts(Decimal(130 * 10**12), "VND", "vi")), "".join(money_parts(Decimal(2500000), "USD", "en"))
    ('130 nghìn tỷ đồng', '$2.5 million')
    """
    known = language_of(language)
    money, numbers = (known.money, known.number_format) if known else (MoneyFormat(), NumberFormat())
    return money.parts(value, code, numbers)


def roles_of(roles: Any) -> tuple[Role, ...]:
    """The roles that a caller gives, as a tuple."""
    return () if roles is None else list_of(Role, "roles", roles, "a list of roles, [Role(name=…, nouns=…, cues=…)]")


@forgotten_with_languages
@functools.lru_cache(maxsize=64)
def known_roles(roles: tuple[Role, ...] = ()) -> Mapping[str, Role]:
    """Every role of every language, by name, and further `roles`, which replace known roles of the same name."""
    known = [role for language in known_languages().values() for role in language.roles]
    return {role.name: role for role in (*known, *roles)}


@functools.lru_cache(maxsize=64)
def with_roles(language: Language, roles: tuple[Role, ...]) -> Language:
    """The language with further roles, whose words are tried first; a known name adds words to its role."""
    return evolve(language, roles=(*roles, *language.roles)) if roles else language


def detect_language(text: str) -> str:
    """ISO 639-1 code of a text's language, detected offline from its script, letters, words and sequences of letters.

    The first 800 characters count. A text of fewer than four words is often undetermined.

    Returns
    -------
    str
        ``und`` if it cannot be detected.

    Examples
    --------
    >>> detect_language("Hơn 10.000 điểm cầu"), detect_language("More than 10,000 people attended the rally")
    ('vi', 'en')
    """
    return detect(required_text("text", text), known_languages().values())
