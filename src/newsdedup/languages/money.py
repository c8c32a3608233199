"""How a language writes amounts of money, as data."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from attrs import frozen

from newsdedup.languages.numerals import NumberFormat
from newsdedup.languages.tables import NO_VALUES
from newsdedup.support.typed_fields import typed_fields

_NO_FORMS: Final[Mapping[str, str]] = MappingProxyType({})
_MOST_DECIMALS: Final = 2  # of a number before a scale word; with more, a smaller scale is used


@frozen(kw_only=True, field_transformer=typed_fields)
class MoneyFormat:
    """How a language writes amounts of money.

    Attributes
    ----------
    scales : mapping of str to int
        Scale words that are written, the largest first ("nghìn tỷ", "million").
    plural_scales : mapping of str to str
        Those that have another form from two on ("millions").
    signs : mapping of str to str
        What is written before an amount, by ISO 4217 code ("$").
    names : mapping of str to str
        What is written after an amount, by ISO 4217 code ("đồng").
    names_after_scale : mapping of str to str
        What is written there after a scale word ("d'euros").
    code_first : bool
        Whether another code comes before the amount ("VND 130 trillion").

    Examples
    --------
    >>> MoneyFormat(scales={"tỷ": 10**9}, names={"VND": "đồng"}).written(Decimal("2500000000"), "VND", NumberFormat())
    '2.5 tỷ đồng'
    """

    scales: Mapping[str, int] = NO_VALUES
    plural_scales: Mapping[str, str] = _NO_FORMS
    signs: Mapping[str, str] = _NO_FORMS
    names: Mapping[str, str] = _NO_FORMS
    names_after_scale: Mapping[str, str] = _NO_FORMS
    code_first: bool = False

    def written(self, value: Decimal, code: str, numbers: NumberFormat) -> str:
        """An amount, with a scale word where that leaves the value exact with at most two decimals."""
        before, number, after = self.parts(value, code, numbers)
        return f"{before}{number}{after}"

    def parts(self, value: Decimal, code: str, numbers: NumberFormat) -> tuple[str, str, str]:
        """What is written before the number, the number, and what is written after it."""
        word, scale = next((one for one in self.scales.items() if _is_short(abs(value), one[1])), ("", 1))
        shown = value / scale
        word = self.plural_scales.get(word, word) if abs(shown) >= 2 else word
        before = self.signs.get(code) or (f"{code} " if self.code_first and code.isupper() else "")
        name = "" if before else self.names_after_scale.get(code, "") if word else ""
        name = name or ("" if before else self.names.get(code, code))
        return before, numbers.written(shown), "".join(f" {one}" for one in (word, name) if one)


def _is_short(value: Decimal, scale: int) -> bool:
    """Whether a value, in units of a scale, has few decimals and is at least one."""
    return value >= scale and (value * 10**_MOST_DECIMALS) % scale == 0
