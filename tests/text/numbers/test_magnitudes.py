"""Words that give a number only roughly."""

from __future__ import annotations

from decimal import Decimal

import pytest

import newsdedup as nd
from newsdedup.languages import known_languages
from newsdedup.text.landmarks import landmarks_in
from newsdedup.text.normal_form import normalise
from newsdedup.text.numbers.grammar import number_grammar_of
from newsdedup.text.numbers.number import PrintedNumber
from newsdedup.text.numbers.reader import counted_numbers, every_number


def counted(text: str, language: str) -> list[PrintedNumber]:
    normal, tables = normalise(text), known_languages()[language]
    found = counted_numbers(normal.folded, number_grammar_of(tables), landmarks_in(normal.folded, tables))
    return list(found)


def ends(text: str, language: str) -> list[tuple[Decimal, Decimal | None, str | None]]:
    return [(one.value, one.upper, one.qualifier) for one in counted(text, language)]


@pytest.mark.parametrize(
    ("language", "words", "low"),
    [
        ("en", "dozens of people", 24),
        ("en", "scores of homes", 40),
        ("en", "hundreds were hurt", 200),
        ("en", "thousands of fans", 2000),
        ("en", "tens of thousands of homes", 20_000),
        ("en", "hundreds of millions of dollars", 200_000_000),
        ("en", "dozens more", 24),
        ("vi", "hàng chục người", 20),
        ("vi", "hằng trăm ngôi nhà", 200),
        ("vi", "hàng vạn du khách", 20_000),
        ("vi", "hàng chục nghìn hộ", 20_000),
        ("vi", "hàng nghìn tỷ đồng", 2 * 10**12),
        ("vi", "cả chục xe", 10),
    ],
)
def test_a_magnitude_is_a_lower_bound(language: str, words: str, low: int) -> None:
    assert ends(words, language) == [(low, None, "at_least")]


@pytest.mark.parametrize(
    ("language", "words", "low", "high"),
    [
        ("en", "several hundred people", 200, 999),
        ("fr", "plusieurs centaines de personnes", 200, 999),
        ("id", "beberapa ribu orang", 2000, 9999),
        ("en", "a few dozen houses", 24, 99),
        ("en", "several thousand fans", 2000, 9999),
        ("en", "a few hundred thousand euros", 200_000, 999_999),
        ("en", "several million people", 2_000_000, 9_999_999),
        ("vi", "vài chục người", 20, 99),
        ("vi", "mấy trăm con bò", 200, 999),
        ("vi", "vài chục nghìn cổ phiếu", 20_000, 99_999),
        ("vi", "một vài trăm triệu đồng", 200_000_000, 999_999_999),
        ("vi", "mười mấy người", 11, 19),
        ("vi", "hai mấy người", 21, 29),
        ("vi", "hai mươi mấy hộ", 21, 29),
        ("vi", "ba mươi mấy nghìn hộ", 31_000, 39_000),
        ("vi", "dăm ba người", 3, 5),
        ("vi", "đôi ba lần", 2, 3),
        ("vi", "một hai hộ", 1, 2),
        ("vi", "năm bảy người", 5, 7),
        ("vi", "hai ba trăm người", 200, 300),
    ],
)
def test_a_few_of_a_unit_and_two_numbers_side_by_side_are_ranges(
    language: str, words: str, low: int, high: int
) -> None:
    assert ends(words, language) == [(low, high, None)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("hơn chục người", 10),
        ("gần trăm nhà", 100),
        ("khoảng nghìn hộ", 1000),
        ("hơn trăm triệu đồng", 10**8),
        ("trên tỷ đồng", 10**9),
    ],
)
def test_a_scale_word_counts_one_of_it_after_a_qualifier(words: str, value: int) -> None:
    assert ends(words, "vi") == [(value, None, None)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He scores twice. The test scores of it."[:16]),
        ("en", "Several people, a few men, many cars, a handful of men"),
        ("vi", "Chục người, vài người, một vài nơi, nhiều hộ"),
        ("vi", "cao hơn tỷ lệ, hơn triệu phú"),
        ("vi", "lần thứ mấy trăm rồi"),
    ],
)
def test_words_without_a_magnitude_or_anything_counted_are_left(language: str, text: str) -> None:
    assert counted(text, language) == []


def test_the_whole_of_a_part_is_not_taken_for_what_dozens_count() -> None:
    (one,) = counted("dozens of the passengers", "en")
    assert (one.start, one.end) == (0, 6)


@pytest.mark.parametrize(
    ("text", "interval", "qualifier"),
    [
        ("Dozens of people were hurt.", "[24, ∞)", "at_least"),
        ("Hàng chục người bị thương.", "[20, ∞)", "at_least"),
        ("Hơn chục người bị thương.", "(10, ∞)", "more_than"),
        ("Vài chục người bị thương.", "[20, 99]", "range"),
        ("Mười mấy người bị thương.", "[11, 19]", "range"),
    ],
)
def test_the_claim_has_the_interval_and_the_qualifier(text: str, interval: str, qualifier: str) -> None:
    (claim,) = nd.extract_figures(text)
    assert (str(claim.printed), claim.qualifier, claim.role) == (interval, qualifier, "injured")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("bốn lăm", 45),
        ("hai mốt", 21),
        ("ba tư", 34),
        ("năm lăm", 55),
        ("chín nhăm", 95),
        ("một trăm bốn lăm", 145),
        ("hai nghìn ba trăm sáu tư", 2364),
    ],
)
def test_short_tens_are_read(words: str, value: int) -> None:
    (one,) = every(words)
    assert (one.value, one.end) == (value, len(words))


@pytest.mark.parametrize("words", ["hai tư lệnh", "ba tư vấn", "bốn tư nhân", "hai tư thế", "ba lăm le"])
def test_a_noun_that_begins_like_the_end_of_a_short_ten_is_not_part_of_the_number(words: str) -> None:
    (one,) = every(words)
    assert one.end == words.index(" ")


def test_numbers_that_decrease_are_not_short_tens() -> None:
    assert every("năm bốn người") == []
    assert [one.value for one in every("bốn lăm lăm, hai mươi mốt")][-1:] == [21]


def every(text: str) -> list[PrintedNumber]:
    normal, tables = normalise(text), known_languages()["vi"]
    return list(every_number(normal.folded, number_grammar_of(tables), landmarks_in(normal.folded, tables)))
