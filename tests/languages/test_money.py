"""Amounts of money as the languages write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import newsdedup as nd
from newsdedup.figures.wording import amount_words, range_words
from newsdedup.languages import MoneyFormat, known_languages

CODES = ("VND", "USD", "EUR", "IDR", "JPY")
AMOUNTS = st.builds(
    lambda digits, zeros: Decimal(digits).scaleb(zeros), st.integers(1, 99_999), st.integers(-2, 12)
)  # up to 10^17


@pytest.mark.parametrize(
    ("language", "value", "code", "words"),
    [
        ("vi", 130 * 10**12, "VND", "130 nghìn tỷ đồng"),
        ("vi", 5_053_500_000_000, "VND", "5.053,5 tỷ đồng"),
        ("vi", 1_250_000, "USD", "1,25 triệu USD"),
        ("vi", 23_880, "VND", "23.880 đồng"),
        ("en", 130 * 10**12, "VND", "VND 130 trillion"),
        ("en", 2_500_000, "USD", "$2.5 million"),
        ("fr", 2_500_000, "EUR", "2,5 millions d'euros"),
        ("fr", 1_500_000_000, "CHF", "1,5 milliard CHF"),
        ("id", 2_500_000_000, "IDR", "Rp 2,5 miliar"),
        ("id", 40, "cent", "40 cent"),
        ("en", 40, "cent", "40 cent"),
        (None, 2_500_000, "VND", "2,500,000 VND"),
    ],
)
def test_money_is_written_as_a_desk_writes_it(language: str | None, value: int, code: str, words: str) -> None:
    assert amount_words(Decimal(value), language, kind="money", unit=code) == words


def test_no_amount_is_rounded() -> None:
    words = amount_words(Decimal("21345678901"), "vi", kind="money", unit="VND")
    assert words == "21.345.678.901 đồng"


@pytest.mark.parametrize("language", ["vi", "en", "fr", "id"])
@given(value=AMOUNTS, code=st.sampled_from(CODES))
@example(value=Decimal("0.01"), code="VND")
def test_the_words_of_an_amount_are_read_as_the_same_amount(language: str, value: Decimal, code: str) -> None:
    words = amount_words(value, language, kind="money", unit=code)
    assert [(one.value, one.unit) for one in nd.read_amounts(words, language=language)] == [(value, code)]


@pytest.mark.parametrize(
    ("language", "low", "high", "words"),
    [
        ("vi", 1_200_000_000, 1_500_000_000, "1,2 – 1,5 tỷ đồng"),
        ("vi", 900_000_000, 1_500_000_000, "900 triệu đồng – 1,5 tỷ đồng"),
        ("vi", 1_500_000_000, 1_500_000_000, "1,5 tỷ đồng"),
        ("en", 1_200_000, 1_500_000, "VND 1.2 million – VND 1.5 million"),
    ],
)
def test_a_unit_that_both_ends_of_a_range_have_is_written_once_after_them(
    language: str, low: int, high: int, words: str
) -> None:
    assert range_words(Decimal(low), Decimal(high), language, kind="money", unit="VND") == words


def test_every_language_writes_its_scale_words_the_largest_first() -> None:
    for language in known_languages().values():
        values = list(language.money.scales.values())
        assert values == sorted(values, reverse=True)
        assert language.money.plural_scales.keys() <= language.money.scales.keys()


def test_a_language_without_a_table_writes_digits_and_the_code() -> None:
    assert (
        MoneyFormat().parts(Decimal(3_000_000), "USD", next(iter(known_languages().values())).number_format)[2]
        == " USD"
    )
