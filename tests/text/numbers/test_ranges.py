"""Two numbers: the ends of a range, the old and the new value, or one of which is right."""

from __future__ import annotations

from decimal import Decimal

import pytest

import newsdedup as nd


def amounts(text: str, language: str) -> list[tuple[str, Decimal, Decimal | None, str | None]]:
    return [(one.text, one.value, one.high, one.unit) for one in nd.read_amounts(text, language=language)]


@pytest.mark.parametrize(
    ("language", "text", "words", "low", "high"),
    [
        ("en", "He fired eight or nine times.", "eight or nine", 8, 9),
        ("en", "One or two people died.", "One or two", 1, 2),
        ("en", "Some 30 or 40 people came.", "Some 30 or 40", 30, 40),
        ("en", "There were maybe 30, 40 people in the hall.", "30, 40", 30, 40),
        ("en", "Two, three shots were fired.", "Two, three", 2, 3),
        ("en", "two or three hundred people", "two or three hundred", 200, 300),
        ("en", "5 or 10 percent of it", "5 or 10 percent", 5, 10),
        ("vi", "Hai, ba người bị thương.", "Hai, ba", 2, 3),
        ("vi", "Có hai hoặc ba người chết.", "hai hoặc ba", 2, 3),
        ("vi", "Có 2 hay 3 người chết.", "2 hay 3", 2, 3),
        ("vi", "Có khoảng 30, 40 người.", "khoảng 30, 40", 30, 40),
        ("vi", "Có ba, bốn trăm người.", "ba, bốn trăm", 300, 400),
    ],
)
def test_two_near_numbers_of_which_one_is_right_are_a_range(
    language: str, text: str, words: str, low: int, high: int
) -> None:
    ((found, value, upper, _),) = amounts(text, language)
    assert (found, value, upper) == (words, low, high)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "There were 5, 10 and 15 people."),
        ("en", "Two, three and five people came."),
        ("en", "One, two, three people came."),
        ("en", "It was 3 or 40 people."),
        ("en", "In 2013 or 2014 people came."),
        ("en", "Room 30, 40 people."),
        ("en", "He saw three or four."),
        ("vi", "Có hai, ba, bốn người."),
        ("vi", "Quận 3, 4 người chết."),
        ("vi", "Phương án 1 hoặc phương án 3."),
    ],
)
def test_lists_years_and_far_numbers_are_not(language: str, text: str) -> None:
    assert all(one.qualifier != "range" for one in nd.read_amounts(text, language=language))


@pytest.mark.parametrize(
    ("text", "values", "unit"),
    [
        ("Oil rose from $60 to $65 a barrel.", [60, 65], "USD"),
        ("The jobless rate rose from 4.1% to 4.5%.", [Decimal("4.1"), Decimal("4.5")], "%"),
        ("Prices climbed from 60 to 65 dollars.", [60, 65], "USD"),
        ("An increase in pay from about 100 to 120 euros.", [100, 120], "EUR"),
        ("They raised the price of milk from 2 to 3 euros.", [2, 3], "EUR"),
        ("The toll was up from 30 to 35 people.", [30, 35], None),
        ("Membership went from twenty to forty people.", [20, 40], None),
    ],
)
def test_old_and_new_value_are_two_amounts_of_one_unit(text: str, values: list[Decimal], unit: str | None) -> None:
    assert [(value, found_unit) for _, value, _, found_unit in amounts(text, "en")] == [(one, unit) for one in values]
    assert all(one.qualifier != "range" for one in nd.read_amounts(text, language="en"))


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("en", "From 30 to 35 people were hurt.", 30, 35),
        ("en", "It costs from $60 to $65.", 60, 65),
        ("en", "Winds rising 30 to 35 mph.", 30, 35),
        ("en", "He lost interest. From 3 to 5 people came.", 3, 5),
        ("vi", "Thiệt hại từ 3 đến 5 tỷ đồng.", 3 * 10**9, 5 * 10**9),
        ("vi", "Giá giảm từ 20 đến 30%.", 20, 30),
    ],
)
def test_from_and_to_without_a_change_make_a_range(language: str, text: str, low: int, high: int) -> None:
    ((_, value, upper, _),) = amounts(text, language)
    assert (value, upper) == (low, high)


@pytest.mark.parametrize("text", ["Số ca tăng từ 30 lên 35 ca.", "Lãi suất giảm từ 35% xuống 30%."])
def test_in_vietnamese_a_word_of_direction_makes_them_two(text: str) -> None:
    assert sorted(value for _, value, _, _ in amounts(text, "vi")) == [30, 35]
    assert len(nd.extract_figures(text, language="vi")) == 2
