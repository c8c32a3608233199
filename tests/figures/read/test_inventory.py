from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsdedup as nd


def one(text: str, language: str = "vi") -> nd.PrintedAmount:
    (amount,) = nd.read_amounts(text, language=language)
    return amount


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("mười lăm nghìn đồng", "vi", "15000", "VND"),
        ("1,2 tỷ đồng", "vi", "1200000000", "VND"),
        ("$5,5", "vi", "5.5", "USD"),
        ("US$ 3 triệu", "vi", "3000000", "USD"),
        ("7 đô la và 15 xu", "vi", "7.15", "USD"),
        ("ba chấm năm đô mỹ", "vi", "3.5", "USD"),
        ("EUR12,50", "vi", "12.50", "EUR"),
        ("$1.2bn", "en", "1200000000", "USD"),
        ("HK$45 million", "en", "45000000", "HKD"),
        ("a million dollars", "en", "1000000", "USD"),
        ("£3m", "en", "3000000", "GBP"),
        ("15 USD million", "en", "15000000", "USD"),
        ("thirty dollars 20 cents", "en", "30.20", "USD"),
        ("half a million euros", "en", "500000", "EUR"),
        ("75 cents", "en", "75", "cent"),
        ("12SGD", "en", "12", "SGD"),
        ("ringgit 3.4 million", "en", "3400000", "MYR"),
        ("MEUR 85", "en", "85000000", "EUR"),
        ("7.5 MSEK", "en", "7500000", "SEK"),
        ("six dimes", "en", "0.6", "USD"),
        ("80p", "en", "80", "penny"),
        ("a euro and 15 cents", "en", "1.15", "EUR"),
        ("42 Swiss francs", "en", "42", "CHF"),
        ("Rp2,5 miliar", "id", "2500000000", "IDR"),
        ("lima ribu rupiah", "id", "5000", "IDR"),
    ],
)
def test_money_has_the_code_of_its_currency(text: str, language: str, value: str, unit: str) -> None:
    amount = one(text, language)
    assert (amount.text, amount.kind, amount.value, amount.unit) == (text, "money", Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "language", "kind", "value", "unit"),
    [
        ("năm mươi phần trăm", "vi", "percent", "50", "%"),
        ("2 điểm phần trăm", "vi", "percent", "2", "pp"),
        ("forty percentage points", "en", "percent", "40", "pp"),
        ("ninety per cent", "en", "percent", "90", "%"),
        ("Per cent of 12", "en", "percent", "12", "%"),
        ("-5 độ", "vi", "measure", "-5", "°"),
        ("âm ba độ", "vi", "measure", "-3", "°"),
        ("1.500 ha", "vi", "measure", "1500", "ha"),
        ("two and a half miles", "en", "measure", "2.5", "mi"),
        ("5 giờ", "vi", "duration", "5", "hour"),
        ("three-day", "en", "duration", "3", "day"),
        ("ba tháng rưỡi", "vi", "duration", "3.5", "month"),
        ("two years and a half", "en", "duration", "2.5", "year"),
        ("four-year-old", "en", "age", "4", "year"),
        ("-1.200", "vi", "count", "-1200", None),
    ],
)
def test_amounts_have_their_kind_and_unit(text: str, language: str, kind: str, value: str, unit: str | None) -> None:
    amount = one(text, language)
    assert (amount.text, amount.kind, amount.value, amount.unit) == (text, kind, Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "language", "low", "high"),
    [
        ("hơn hai mươi người", "vi", 20, None),
        ("không dưới 20 người", "vi", 20, None),
        ("không quá ba trăm người", "vi", None, 300),
        ("500 người trở lên", "vi", 500, None),
        ("từ 1.000 đồng đến 2.000 đồng", "vi", 1000, 2000),
        ("giữa 3% và 5%", "vi", 3, 5),
        ("greater than 30 and less than 40", "en", 30, 40),
        ("at most 100 and at least 20", "en", 20, 100),
        ("between $5 and $7 million", "en", 5_000_000, 7_000_000),
        ("$10-$20", "en", 10, 20),
        ("x >= 5", "en", 5, None),
        ("< 7", "en", None, 7),
        ("100 or more", "en", 100, None),
        ("500+ people", "en", 500, None),
        ("exactly 7", "en", 7, 7),
        ("lebih dari seribu orang", "id", 1000, None),
    ],
)
def test_qualifiers_and_ranges_give_the_ends(text: str, language: str, low: int | None, high: int | None) -> None:
    amount = one(text, language)
    assert (amount.low, amount.high, amount.is_qualified) == (low, high, True)


def test_a_bound_and_an_alternative_are_not_mixed_up() -> None:
    amounts = nd.read_amounts("equal to 50 or less than 40", language="en")
    assert [(one.low, one.high) for one in amounts] == [(50, 50), (None, 40)]


def test_bounds_that_exclude_each_other_stay_two() -> None:
    assert len(nd.read_amounts("less than 30 and more than 40", language="en")) == 2


def test_slang_for_money_names_no_currency_and_is_not_a_tournament() -> None:
    read = nd.read_amounts("He got twelve grand for two grand slams.", language="en")
    assert [(one.text, one.kind, one.value, one.unit) for one in read] == [
        ("twelve grand", "money", 12_000, None),
        ("two", "count", 2, None),
    ]


def test_parts_without_a_name_are_those_of_the_money_before_them_unless_something_is_counted() -> None:
    read = nd.read_amounts("It was 20 USD 30 more; for 15 USD 30 men and for $6 and 40 in all.", language="en")
    assert [one.value for one in read] == [Decimal("20.3"), 15, 30, 6, 40]


def test_dates_are_not_amounts() -> None:
    assert nd.read_amounts("Sáng 14/6/2025, tháng 7/2025, ngày 3 tháng 8", language="vi") == []
    text = "Ngày 5/3 mở 5/8 cửa hàng"
    assert [one.text for one in nd.read_amounts(text, language="vi", published_at=date(2025, 3, 6))] == ["5/8"]


def test_ordinals_clocks_and_decades_are_not_amounts() -> None:
    assert nd.read_amounts("the 20th century, in the 1980s, the 3rd", language="en") == []
    assert nd.read_amounts("lúc 15h30, đợt 1b", language="vi") == []


def test_amounts_know_whether_they_are_in_words() -> None:
    amounts = nd.read_amounts("ba người và 3 con bò, 2 triệu", language="vi")
    assert [one.in_words for one in amounts] == [True, False, False]


def test_a_language_without_tables_gives_no_amounts() -> None:
    assert nd.read_amounts("300 Personen", language="de") == []


def test_a_word_that_starts_like_a_unit_is_not_one() -> None:
    assert [one.kind for one in nd.read_amounts("3 đồng chí, 5 tiếng nổ, hai đồng nghiệp", language="vi")] == [
        "count"
    ] * 3
    assert [one.kind for one in nd.read_amounts("3 đồng, 5 tiếng", language="vi")] == ["money", "duration"]


def test_neighbours_do_not_share_a_sign() -> None:
    amounts = nd.read_amounts("10 rmb 20 usd, $ 20.00 $ 37.97", language="en")
    assert [one.unit for one in amounts] == ["CNY", "USD", "USD", "USD"]
    assert [one.value for one in amounts] == [10, 20, 20, Decimal("37.97")]


@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    "hơn ",
                    "từ ",
                    "đến ",
                    "5",
                    "1.000",
                    " triệu",
                    " đồng",
                    "$",
                    "%",
                    "-",
                    "hai ",
                    "phần ",
                    "trăm ",
                    "(ba)",
                ),
                *("14/6", "ngày ", "\u200b", "e\u0301", "½", "\n", " và ", "trở lên", "USD", ">", "<=", "\ud800", "１"),
            ]
        )
        | st.text(max_size=3),
        max_size=30,
    ).map("".join)
)
def test_every_amount_quotes_its_text_exactly_and_apart(text: str) -> None:
    for form in (text, unicodedata.normalize("NFD", text)):
        done = 0
        for amount in nd.read_amounts(form, language="vi"):
            assert amount.text == form[amount.start : amount.end] != ""
            assert amount.start >= done
            assert amount.low is None or amount.high is None or amount.low <= amount.high
            done = amount.end


@pytest.mark.parametrize("language", ["vi", "en", "id"])
def test_ten_thousand_figures_in_one_text_are_all_read(language: str) -> None:
    text = " ; ".join(f"{number} km" for number in range(10_000, 20_000))
    assert [int(one.value) for one in nd.read_amounts(text, language=language)] == list(range(10_000, 20_000))


@pytest.mark.parametrize("row", ["$", "từ 5 đến ", "(", "5% đến ", "hơn ", "và ", "- ", "1/", "> ", "5 đồng ", "ngày "])
def test_long_rows_of_one_piece_do_no_harm(row: str) -> None:
    assert len(nd.read_amounts(row * 5_000 + "7", language="vi")) <= 5_001


@pytest.mark.parametrize(
    "row", ["hai mươi ", "5 và ", "1 tỷ 200 ", "từ 5% đến ", "14/6 và ", "năm ", "(1.000) ", "1,2,"]
)
def test_four_times_the_text_takes_about_four_times_as_long(row: str) -> None:
    def seconds(times: int) -> float:
        started = process_time()
        nd.read_amounts(row * times, language="vi")
        return process_time() - started

    few, many = (min(seconds(times) for _ in range(3)) for times in (1_000, 4_000))
    assert many < 10 * few + 0.05  # where it took the square, it would be sixteen times
