"""The tables alone decide how a language composes its numerals: here those of French, which no other language needs."""

from __future__ import annotations

from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from newsdedup.languages import Language, NumberFormat, Numerals
from newsdedup.languages.tables import valued
from newsdedup.text.landmarks import landmarks_in
from newsdedup.text.normal_form import normalise
from newsdedup.text.numbers.grammar import number_grammar_of
from newsdedup.text.numbers.reader import every_number

UNITS = ("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf")
TEENS = ("dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf")
TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante"}

FRENCH = Language(
    code="fr",
    name="French",
    function_words=frozenset(("le", "la", "les")),
    number_format=NumberFormat(group=" ", decimal=","),
    scales=valued("cent 100, cents 100, mille 1000, million 1000000, millions 1000000, milliard 1000000000,"
                  "milliards 1000000000"),
    range_words=("à", "-"),
    numerals=Numerals(
        units={word: value for value, word in enumerate(UNITS) if value},
        teens={word: 10 + value for value, word in enumerate(TEENS)},
        tens={**{word: 10 * ten for ten, word in TENS.items()}, "soixante-dix": 70, "quatre-vingt-dix": 90},
        scores=valued("soixante 60, quatre-vingt 80, quatre-vingts 80"),
        ones=valued("cent 100, mille 1000"),
        ordinals=valued("unième 1, deuxième 2"),
        unit_joints=("et",),
    ),
)  # fmt: skip

PORTUGUESE = Language(
    code="pt",
    name="Portuguese",
    function_words=frozenset(("o", "os")),
    scales=valued("mil 1000"),
    numerals=Numerals(
        units=valued("um 1, dois 2, três 3"),
        tens=valued("vinte 20, trinta 30"),
        teens=valued("cem 100"),
        ones=valued("mil 1000"),
        joints=("e",),
        unit_joints=("e",),
    ),
)


def read(text: str, language: Language) -> list[tuple[str, Decimal, Decimal | None]]:
    normal = normalise(text)
    found = every_number(
        normal.folded, number_grammar_of(language), landmarks_in(normal.folded, language), normal.plain
    )
    return [(normal.plain[one.start : one.end], one.value, one.upper) for one in found]


def below_hundred(number: int) -> str:
    if number < 20:
        return (*UNITS, *TEENS)[number]
    if number < 60:
        unit = number % 10
        return TENS[number // 10] + ("" if not unit else " et un" if unit == 1 else f"-{UNITS[unit]}")
    if number < 80:
        rest = number - 60
        return "soixante" + (
            "" if not rest else f" et {(*UNITS, *TEENS)[rest]}" if rest in (1, 11) else f"-{below_hundred(rest)}"
        )
    return "quatre-vingts" if number == 80 else f"quatre-vingt-{below_hundred(number - 80)}"


def french(number: int) -> str:
    for scale, name in ((10**9, "milliard"), (10**6, "million")):
        if number >= scale:
            count, rest = divmod(number, scale)
            return f"{french(count)} {name}{'s' if count > 1 else ''}{f' {french(rest)}' if rest else ''}"
    thousands, rest = divmod(number, 1000)
    if thousands:
        head = "mille" if thousands == 1 else f"{french(thousands)} mille"
        return f"{head} {french(rest)}" if rest else head
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return below_hundred(number)
    head = "cent" if hundreds == 1 else f"{UNITS[hundreds]} {'cent' if rest else 'cents'}"
    return f"{head} {below_hundred(rest)}" if rest else head


@given(st.integers(1, 10**12 - 1))
def test_french_words_give_back_their_number(number: int) -> None:
    assert read(french(number), FRENCH) == [(french(number), number, None)]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("vingt et un", 21),
        ("vingt-et-un", 21),
        ("soixante et onze", 71),
        ("quatre-vingt-dix-sept", 97),
        ("quatre-vingts", 80),
        ("deux cents", 200),
        ("mille neuf cent", 1900),
        ("deux mille cent", 2100),
        ("vingt et un mille", 21_000),
        ("12 345", 12_345),
        ("12\u00a0345\u202f678", 12_345_678),
        ("12 345,5", Decimal("12345.5")),
        ("12.345", 12_345),
        ("1,5 million", 1_500_000),
        ("2 milliards", 2_000_000_000),
    ],
)
def test_french_tens_hundreds_and_groups_with_spaces_are_read(words: str, number: Decimal) -> None:
    assert [(value, upper) for _, value, upper in read(words, FRENCH)] == [(number, None)]


def test_what_and_leads_to_is_added_only_where_there_is_room_for_it() -> None:
    assert [value for _, value, _ in read("vingt et trente, dix et un, vingt et mille", FRENCH)] == [
        20,
        30,
        10,
        1,
        20,
        1000,
    ]
    assert read("le vingt et unième siècle", FRENCH) == []
    assert read("deux cent cent", FRENCH) == []


def test_one_word_may_join_units_and_hundreds() -> None:
    assert [value for _, value, _ in read("mil e vinte e um, vinte e dois", PORTUGUESE)] == [1021, 22]


def test_spaces_group_digits_in_threes_only() -> None:
    assert [value for _, value, _ in read("2025 300 morts, 12 34, 5 à 7", FRENCH)] == [2025, 300, 12, 34, 5]


def test_a_scale_word_is_linked_to_what_is_counted() -> None:
    linked = evolve(
        FRENCH,
        numerals=evolve(FRENCH.numerals, halves=("et demi",), linked_scales=("millions",), share_links=("de", "d'")),
    )
    assert [words for words, _, _ in read("2 millions de doses, trois millions d'élèves, 5 mille de plus", linked)] == [
        "2 millions de",
        "trois millions d'",
        "5 mille",
    ]
    assert read("1,5 million de", linked)[0][0] == "1,5 million"
    assert [value for _, value, _ in read("trois millions et demi de doses, 2 à 3 millions de voix", linked)] == [
        3_500_000,
        2_000_000,
    ]
