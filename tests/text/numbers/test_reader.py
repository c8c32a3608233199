from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdedup.languages import known_languages
from newsdedup.text.landmarks import landmarks_in
from newsdedup.text.normal_form import fold_case, normalise
from newsdedup.text.numbers.grammar import number_grammar_of
from newsdedup.text.numbers.number import PrintedNumber
from newsdedup.text.numbers.reader import counted_numbers, every_number


def every(plain: str, language: str) -> list[PrintedNumber]:
    folded, tables = fold_case(plain), known_languages()[language]
    return list(every_number(folded, number_grammar_of(tables), landmarks_in(folded, tables), plain))


def read(text: str, language: str) -> list[tuple[str, Decimal, Decimal | None]]:
    """Every number of a text: its words, value and upper end."""
    plain = normalise(text).plain
    found = every(plain, language)
    return [(plain[one.start : one.end], one.value, one.upper) for one in found]


def value(text: str, language: str) -> Decimal:
    ((words, number, _),) = read(text, language)
    assert words == normalise(text).plain
    return number


# ---------------------------------------------------------------- words, by an independent speller

_VI = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_EN = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_EN_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ID = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")


def vietnamese(number: int) -> str:
    groups, words = f"{number:,}".split(","), []
    for place, group in zip(range(len(groups) - 1, -1, -1), groups, strict=True):
        if int(group):
            words += [_vietnamese_group(int(group), is_first=not words), ("", "nghìn", "triệu", "tỷ")[place]]
    return " ".join(word for word in words if word)


def _vietnamese_group(number: int, *, is_first: bool) -> str:
    hundreds, tens, units = number // 100, number // 10 % 10, number % 10
    words = [] if is_first and not hundreds else [_VI[hundreds], "trăm"]
    if tens > 1:
        words += [_VI[tens], "mươi", *([{1: "mốt", 5: "lăm"}.get(units, _VI[units])] if units else [])]
    elif tens:
        words += ["mười", *([{5: "lăm"}.get(units, _VI[units])] if units else [])]
    elif units:
        words += [*(["linh"] if words else []), _VI[units]]
    return " ".join(words)


def english(number: int, joint: str = "and ") -> str:
    if number < 20:
        return _EN[number]
    if number < 100:
        return _EN_TENS[number // 10] + (f"-{_EN[number % 10]}" if number % 10 else "")
    scale, name = next(
        pair
        for pair in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))
        if number >= pair[0]
    )
    rest = number % scale
    joined = f" {joint if rest < 100 else ''}{english(rest, joint)}" if rest else ""
    return f"{english(number // scale, joint)} {name}{joined}"


def indonesian(number: int) -> str:
    if number < 12:
        return _ID[number]
    if number < 20:
        return f"{_ID[number - 10]} belas"
    scale, name, one = next(
        triple
        for triple in (
            *((10**9, "miliar", "satu miliar"), (10**6, "juta", "satu juta"), (1000, "ribu", "seribu")),
            *((100, "ratus", "seratus"), (10, "puluh", "sepuluh")),
        )
        if number >= triple[0]
    )
    head = one if number < 2 * scale else f"{indonesian(number // scale)} {name}"
    return f"{head} {indonesian(number % scale)}" if number % scale else head


@pytest.mark.parametrize("number", [11, 15, 21, 24, 55, 101, 105, 110, 115, 1005, 21_012, 100_000, 1_000_001])
def test_the_speller_of_these_tests_and_the_reader_agree(number: int) -> None:
    assert value(vietnamese(number), "vi") == value(english(number), "en") == value(indonesian(number), "id") == number


@given(st.integers(6, 10**12 - 1))
def test_vietnamese_words_give_back_their_number(number: int) -> None:
    assert value(vietnamese(number), "vi") == number


@given(st.integers(0, 10**12 - 1), st.sampled_from(["and ", ""]))
def test_english_words_give_back_their_number(number: int, joint: str) -> None:
    assert value(english(number, joint), "en") == number


@given(st.integers(0, 10**12 - 1))
def test_indonesian_words_give_back_their_number(number: int) -> None:
    assert value(indonesian(number), "id") == number


# ---------------------------------------------------------------- what words add to words and digits


@pytest.mark.parametrize(
    ("language", "words", "number"),
    [
        ("vi", "một triệu rưỡi", "1500000"),
        ("vi", "2 nghìn tỷ", "2000000000000"),
        ("vi", "1 tỷ 200 triệu", "1200000000"),
        ("vi", "một triệu hai", "1200000"),
        ("vi", "một trăm lẻ tư", "104"),
        ("vi", "ba chục", "30"),
        ("vi", "hai tá", "24"),
        ("vi", "nửa triệu", "500000"),
        ("vi", "hai phẩy 23", "2.23"),
        ("vi", "không phẩy năm", "0.5"),
        ("vi", "ba phẩy hai mươi lăm", "3.25"),
        ("vi", "âm ba", "-3"),
        ("vi", "ba phần tư", "0.75"),
        ("en", "two and a half million", "2500000"),
        ("en", "3 million and a half", "3500000"),
        ("en", "a quarter of a million", "250000"),
        ("en", "half a dozen", "6"),
        ("en", "a hundred", "100"),
        ("en", "hundred thousand", "100000"),
        ("en", "twenty-one hundred", "2100"),
        ("en", "two hundred point zero three", "200.03"),
        ("en", "minus five", "-5"),
        ("en", "three quarters", "0.75"),
        ("en", "five eighths", "0.625"),
        ("en", "one twenty-fifth", "0.04"),
        ("en", "two and fifty-four hundredths", "2.54"),
        ("en", "3 hundred and 21", "321"),
        ("en", "a couple of hundred", "200"),
        ("en", "a couple dozen", "24"),
        ("en", "two and a half dozen", "30"),
        ("en", "three hundred dozen", "3600"),
        ("en", "two forty-one", "241"),
        ("en", "7 million and three hundred", "7000300"),
        ("en", "three hundred cr", "3000000000"),
        ("en", "one in four", "0.25"),
        ("en", "3 in 10", "0.3"),
        ("id", "satu setengah juta", "1500000"),
        ("id", "seratus ribu", "100000"),
        ("id", "nol koma lima", "0.5"),
        ("id", "tiga perempat", "0.75"),
        ("id", "2 ribu", "2000"),
    ],
)
def test_words_compose_a_number(language: str, words: str, number: str) -> None:
    assert value(words, language) == Decimal(number)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("the twenty-first century", "en"),
        ("a third man was seen", "en"),
        ("the one hundred and fifth anniversary", "en"),
        ("in nineteen eighty-four", "en"),
        ("this one, that one and no one", "en"),
        ("several people, a few men", "en"),
        ("in the second half", "en"),
        ("sáng thứ hai, tháng ba", "vi"),
        ("một số nơi, hàng loạt người, vài hộ, một vài nơi", "vi"),
        ("trong năm nay, những năm tháng ấy", "vi"),
        ("tỷ lệ nghèo, không gian", "vi"),
        ("salah satu warga", "id"),
    ],
)
def test_ordinals_vague_words_and_nouns_are_not_numbers(text: str, language: str) -> None:
    assert [words for words, _, _ in read(text, language) if not words.isdecimal()] == []


def test_hundreds_are_left_unsaid_only_where_nothing_counted_follows() -> None:
    assert read("two forty", "en") == [("two forty", 240, None)]
    assert read("two forty-year-old men", "en") == read("two forty men", "en") == []


def test_a_rate_is_not_a_stretch_of_time_or_a_year() -> None:
    assert [words for words, _, _ in read("3 in 10 days, 2 in 2019, 8 in 5", "en")] == [
        "3",
        "10",
        "2",
        "2019",
        "8",
        "5",
    ]


def test_plus_or_minus_is_not_a_sign() -> None:
    assert read("plus or minus 3 points", "en") == [("3", 3, None)]


def test_figures_with_commas_between_are_a_list_unless_they_are_groups_of_three() -> None:
    assert [number for _, number, _ in read("rooms 7,11,13,19 and 1,234,567", "en")] == [7, 11, 13, 19, 1_234_567]


def test_a_numeral_in_a_name_is_not_a_number() -> None:
    assert read("quận Ba Vì, ông Trần Tám", "vi") == []
    assert [words for words, _, _ in read("Ba người, ba Người", "vi")] == ["Ba", "ba"]


def test_a_numeral_that_is_a_noun_as_well_needs_something_counted() -> None:
    assert [words for words, _, _ in read("năm bên năm ấy, năm người năm nay, hai năm", "vi")] == ["năm", "hai"]


def test_number_words_that_do_not_make_a_number_are_left_out_whole() -> None:
    assert read("5 " + "tỷ " * 500, "vi") == []
    assert read("hai mươi hai mươi người", "vi") == []


# ---------------------------------------------------------------- digits


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("1 234 567", "en", "1234567"),
        ("40 000", "vi", "40000"),
        ("12,34,567.89", "en", "1234567.89"),
        ("2 1/4", "en", "2.25"),
        ("2½", "en", "2.5"),
        ("⅔", "en", str(Decimal(2) / 3)),
        ("1/5", "en", "0.2"),
        ("10K", "en", "10000"),
        ("3M", "vi", "3000000"),
        ("1.3x10^6", "en", "1300000"),
        (",77", "vi", "0.77"),
        ("１２３", "en", "123"),
        ("٤٥", "en", "45"),
        ("४२", "vi", "42"),
    ],
)
def test_digits_are_read_as_printed(text: str, language: str, number: str) -> None:
    assert value(text, language) == Decimal(number)


@pytest.mark.parametrize(
    "text",
    [
        "1.2.3.4",
        "9" * 400,
        "+1-222-2222/2222",
        "305-471-tips",
        "24/7",
        "24/24",
        "A123",
        "12/2025/AB",
        "0901.234.5678.9",
    ],
)
def test_codes_are_not_numbers(text: str) -> None:
    assert read(text, "en") == []


def test_a_number_after_an_area_code_is_a_code() -> None:
    assert [words for words, _, _ in read("call (858) 565-5200 now", "en")] == ["858"]


def test_letters_scale_digits_only_as_printed() -> None:
    assert read("5M and 5m", "en") == [("5M", 5_000_000, None), ("5", 5, None)]


@given(st.integers(0, 10**15 - 1), st.sampled_from(["0٠०０๐", "0۰০"]))
def test_digits_of_any_script_give_the_same_number(number: int, zeros: str) -> None:
    for zero in zeros:
        printed = "".join(chr(ord(zero) + int(digit)) for digit in str(number))
        assert value(printed, "en") == number


@given(st.integers(0, 10**14), st.integers(0, 99))
def test_separators_of_a_language_give_back_the_number(whole: int, hundredths: int) -> None:
    english_style = f"{whole:,}.{hundredths:02d}"
    vietnamese_style = english_style.translate(str.maketrans(",.", ".,"))
    expected = Decimal(f"{whole}.{hundredths:02d}")
    if len(str(whole)) <= 13:
        assert value(english_style, "en") == value(vietnamese_style, "vi") == expected


# ---------------------------------------------------------------- ranges


@pytest.mark.parametrize(
    ("text", "language", "low", "high"),
    [
        ("5-7", "vi", 5, 7),
        ("5 – 7 triệu", "vi", 5_000_000, 7_000_000),
        ("năm đến bảy", "vi", 5, 7),
        ("hai đến ba triệu", "vi", 2_000_000, 3_000_000),
        ("20 through 100", "en", 20, 100),
        ("six to 12", "en", 6, 12),
        ("ten to a hundred", "en", 10, 100),
        ("dua hingga tiga juta", "id", 2_000_000, 3_000_000),
    ],
)
def test_two_numbers_with_a_word_between_are_a_range(text: str, language: str, low: int, high: int) -> None:
    assert read(text, language) == [(text, low, high)]


def test_and_makes_a_range_only_after_between() -> None:
    assert read("between 10 and 20 people", "en") == [("10 and 20", 10, 20)]
    assert read("giữa 10 và 20 người", "vi") == [("10 và 20", 10, 20)]
    assert [words for words, _, _ in read("10 and 20 people", "en")] == ["10", "20"]


def test_a_bracket_that_repeats_the_number_belongs_to_it() -> None:
    assert read("mười lăm (15) người", "vi") == [("mười lăm (15)", 15, None)]
    assert read("03 (ba) người", "vi") == [("03 (ba)", 3, None)]
    assert [words for words, _, _ in read("15 (16) người", "vi")] == ["15", "16"]


# ---------------------------------------------------------------- what a desk may count


def counted(text: str, language: str) -> list[str]:
    plain, tables = normalise(text).plain, known_languages()[language]
    folded = fold_case(plain)
    found = counted_numbers(folded, number_grammar_of(tables), landmarks_in(folded, tables))
    return [plain[one.start : one.end] for one in found]


def test_words_count_where_something_counted_follows() -> None:
    assert counted("hai người, hai bên, một người, hai mươi lăm nhà máy", "vi") == ["hai", "hai mươi lăm"]
    assert counted("One man and two women; a fifth of it; five-year term", "en") == ["two", "a fifth", "five"]


# ---------------------------------------------------------------- laws

pieces = st.sampled_from(
    [
        *("hai ", "mươi ", "năm ", "tỷ ", "linh ", "phần ", "rưỡi ", "không ", "phẩy ", "âm ", "-", "5", "1.000", "("),
        *("two ", "and ", "a ", "half ", "hundred ", "million ", "of ", "thirds ", "twenty-", "fifth ", "point ", "½"),
        *("minus ", "over ", "/", "1/4 ", ")", "to ", "between ", "10K", " ", "\n", ",", ".", "$", "e5", "x10^6"),
    ]
)


@given(st.lists(pieces | st.text(max_size=3), max_size=40).map("".join), st.sampled_from(["vi", "en", "id"]))
def test_numbers_are_in_order_apart_and_inside_the_text(text: str, language: str) -> None:
    found = every(text, language)
    ends = [0, *(one.end for one in found)]
    assert all(before <= one.start < one.end <= len(text) for before, one in zip(ends, found, strict=False))
    assert all(one.upper is None or one.value < one.upper for one in found)


@pytest.mark.parametrize(
    "row",
    [
        *("hai ", "một phần ", "năm năm ", "âm ", "hai linh ", "1 tỷ 200 ", "5-", "3 phẩy ", "hai triệu ", "1 000 "),
        *(
            "two and ",
            "a hundred and ",
            "half of a ",
            "minus ",
            "twenty-",
            "one over ",
            "2 1/",
            "5 to ",
            "1,2,3",
            "(5 ",
        ),
    ],
)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_ten_thousand_in_a_row_are_read_to_the_end(row: str, language: str) -> None:
    text = row * 10_000 + "42"
    found = every(text, language)
    assert len(found) <= 20_001


def test_no_number_starts_in_a_blocked_span() -> None:
    folded, tables = "ngày 14/6, 12 người bị thương", known_languages()["vi"]
    found = counted_numbers(folded, number_grammar_of(tables), landmarks_in(folded, tables), [(5, 9)])
    assert [one.value for one in found] == [12]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("text", ["5e55, 12 {}", "5x10^60 {0}, 12 {0}"])
def test_a_power_of_ten_that_counts_nothing_is_passed_over(text: str, language: str) -> None:
    plain = text.format({"vi": "người", "en": "people"}[language])
    assert [one.value for one in every(plain, language)] == [12]
