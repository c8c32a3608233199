"""The units of a language: what each wording after a number, or sign of money before it, makes of the number."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from attrs import frozen

from newsdedup.languages import Language, cached_by_language
from newsdedup.text.phrases import plain


@frozen
class Unit:
    """What a wording makes of the number that it follows."""

    kind: str  # ``percent``, ``money``, ``age``, ``measure`` or ``duration``
    symbol: str | None
    is_sign: bool = False  # whether it is a sign or code of money, which may also come before the number
    times: Decimal = Decimal(1)  # what it multiplies the number by ("MEUR", "dimes")


@cached_by_language
def units_of(language: Language) -> Mapping[str, Unit]:
    """Every wording that may follow a number, in folded text; of two meanings the first."""
    money = {**language.currencies, **language.currency_parts}
    tables: tuple[tuple[str, Mapping[str, str]], ...] = (
        ("percent", dict.fromkeys(language.percentage_points, "pp")),
        ("percent", dict.fromkeys(language.percent, "%")),
        ("money", money),
        ("age", language.ages),
        ("measure", language.measures),
        ("duration", language.durations),
        ("money", language.currency_signs),
    )
    units: dict[str, Unit] = {}
    for kind, table in tables:
        for wording, symbol in table.items():
            units.setdefault(plain(wording), Unit(kind, symbol, table is language.currency_signs))
    for name, parts in language.coins.items():
        units.setdefault(plain(name), Unit("money", language.coined, times=Decimal(parts) / 100))
    for name, value in language.money_slang.items():
        units.setdefault(plain(name), Unit("money", None, times=Decimal(value)))
    return MappingProxyType({**_scaled_codes(language), **units})


def money_signs_of(language: Language) -> frozenset[str]:
    """The signs and codes of money that may come before a number."""
    return frozenset(map(plain, language.currency_signs)) | _scaled_codes(language).keys()


def _scaled_codes(language: Language) -> dict[str, Unit]:
    """Codes and signs of money with a letter before them that scales the amount ("MEUR", "M€")."""
    signs = language.currency_signs.items()
    codes = {sign: code for sign, code in signs if sign.upper() == code or not sign[0].isalnum()}
    return {
        plain(letter + sign): Unit("money", code, is_sign=True, times=Decimal(scale))
        for letter, scale in language.code_scales.items()
        for sign, code in codes.items()
    }
