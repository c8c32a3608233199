"""Measures, ages and money whose unit is printed in an unusual place or form."""

from __future__ import annotations

from decimal import Decimal

import pytest

import newsdedup as nd


def amounts(text: str, language: str) -> list[tuple[str, Decimal, str, str | None]]:
    return [(one.text, one.value, one.kind, one.unit) for one in nd.read_amounts(text, language=language)]


@pytest.mark.parametrize(
    ("language", "words", "value", "unit"),
    [
        ("vi", "1m68", "1.68", "m"),
        ("vi", "1m7", "1.7", "m"),
        ("vi", "2m05", "2.05", "m"),
        ("vi", "3kg2", "3.2", "kg"),
        ("vi", "3km5", "3.5", "km"),
        ("vi", "2 kg 300", "2.3", "kg"),
        ("vi", "2 kg 300 g", "2.3", "kg"),
        ("en", "5'9\"", "69", "in"),
        ("en", "6’4”", "76", "in"),
        ("en", "6 feet 2", "74", "in"),
        ("en", "6-foot-2", "74", "in"),
        ("en", "5 feet 9 inches", "69", "in"),
        ("en", "6ft 4in", "76", "in"),
        ("en", "7 pounds 3 ounces", "115", "oz"),
    ],
)
def test_a_measure_goes_on_after_its_unit(language: str, words: str, value: str, unit: str) -> None:
    assert amounts(words, language) == [(words, Decimal(value), "measure", unit)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("vi", "đất 50m2", ["50m2"]),
        ("vi", "hồ 5m3", ["5m3"]),
        ("vi", "họp lúc 3h20", []),
        ("vi", "mua 2 kg 300 nghìn đồng", ["2 kg", "300 nghìn đồng"]),
        ("vi", "dài 2 m, 300 người", ["2 m", "300"]),
        ("en", "He fell 6 feet 2 times.", ["6 feet", "2"]),
        ("en", "It is 5 feet 12 inches.", ["5 feet", "12 inches"]),
        ("en", "A 6-foot-tall man.", ["6-foot"]),
    ],
)
def test_areas_times_and_two_amounts_stay_what_they_are(language: str, text: str, expected: list[str]) -> None:
    assert [words for words, _, _, _ in amounts(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "text", "words", "value", "unit"),
    [
        ("vi", "Bé gái 3 tháng tuổi.", "3 tháng tuổi", 3, "month"),
        ("vi", "Bé 5 ngày tuổi.", "5 ngày tuổi", 5, "day"),
        ("vi", "Bé 2 tuần tuổi.", "2 tuần tuổi", 2, "week"),
        ("vi", "Cụ 80 tuổi.", "80 tuổi", 80, "year"),
        ("en", "A 3-month-old girl.", "3-month-old", 3, "month"),
        ("en", "I have a six month old at home.", "six month old", 6, "month"),
        ("en", "The two-week-old twins.", "two-week-old", 2, "week"),
        ("en", "She is 5 days old.", "5 days old", 5, "day"),
        ("en", "A 3 - month - old girl.", "3 - month - old", 3, "month"),
        ("en", "He is 30 years of age.", "30 years of age", 30, "year"),
    ],
)
def test_an_age_is_counted_in_its_unit_of_time(language: str, text: str, words: str, value: int, unit: str) -> None:
    assert amounts(text, language) == [(words, value, "age", unit)]


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("vi", "8 tỷ francs", "franc"),
        ("vi", "8 tỉ baht", "THB"),
        ("vi", "3 tỷ rúp", "RUB"),
        ("vi", "2 tỷ nhân dân tệ", "CNY"),
        ("vi", "4 tỷ kíp", "LAK"),
        ("vi", "6 triệu riel", "KHR"),
        ("vi", "7 triệu kyat", "MMK"),
        ("vi", "5 triệu peso Mexico", "MXN"),
        ("en", "4 million zlotys", "PLN"),
        ("en", "2 million reais", "BRL"),
        ("en", "6 million kyat", "MMK"),
        ("en", "3 million Swedish kronor", "SEK"),
        ("en", "7 million naira", "NGN"),
        ("en", "9 billion CFA francs", "XOF"),
        ("en", "1 million rand", "ZAR"),
    ],
)
def test_currencies_of_the_world_are_money(language: str, text: str, unit: str) -> None:
    ((words, _, kind, found),) = amounts(text, language)
    assert (words, kind, found) == (text, "money", unit)


def test_a_currency_before_a_year_is_the_name_of_an_event() -> None:
    assert amounts("Đội vào Euro 2016.", "vi") == [("2016", 2016, "count", None)]
    assert nd.extract_figures("Đội vào Euro 2016.", language="vi") == []
    assert amounts("It cost ringgit 42 million.", "en") == [("ringgit 42 million", 42_000_000, "money", "MYR")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3,1 N lượt thích", 3100),
        ("25 tr lượt xem", 25_000_000),
        ("25k like", 25_000),
        ("2M view", 2_000_000),
        ("1,2tr người theo dõi", 1_200_000),
    ],
)
def test_letters_scale_counts_of_the_web(text: str, value: int) -> None:
    (claim,) = nd.extract_figures(f"Clip thu hút {text}.", language="vi")
    assert (claim.value, claim.kind) == (value, "count")


def test_the_same_letters_do_not_scale_other_counts() -> None:
    assert [(words, value) for words, value, _, _ in amounts("Có 12 m vải, 30 n nhà.", "vi")] == [
        ("12 m", 12),
        ("30", 30),
    ]
