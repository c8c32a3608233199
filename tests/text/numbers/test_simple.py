"""Numbers that one pattern reads are read as the full reader reads them."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from newsdedup.languages import known_languages
from newsdedup.text.landmarks import landmarks_in
from newsdedup.text.normal_form import normalise
from newsdedup.text.numbers.grammar import NumberGrammar, number_grammar_of
from newsdedup.text.numbers.number import PrintedNumber
from newsdedup.text.numbers.reader import every_number

pieces = st.sampled_from(
    [
        *(
            "12",
            "3",
            "345",
            "1.000",
            "2,5",
            "0",
            "2013",
            "1,234",
            "12 345",
            "½",
            "/",
            "-",
            " - ",
            ", ",
            ". ",
            " ",
            "\n",
        ),
        *("(", ")", "%", "$", "'", '"', ":", "x", "k ", "K", "m68", "e5", " tỷ", " triệu", " nghìn", " phú", " rưỡi"),
        *(" người", " đến ", " và ", " hoặc ", " kg ", " lệ", " million", " hundred", " and ", " a half", " to "),
        *(" or ", " in ", " feet ", "-foot-", "-year-old", "-by-", "-million", " of ", " people", " millions de "),
        *(" à ", " et ", " euros", " over ", " point ", "hai", "two", " tr ", " N lượt", " dozen"),
    ]
)


def full_reader(grammar: NumberGrammar) -> NumberGrammar:
    """The same grammar without the short way."""
    return evolve(grammar, simple=evolve(grammar.simple, pattern=re.compile(r"(?!)"), changing=re.compile("")))


@given(st.lists(pieces, max_size=14).map("".join), st.sampled_from(["vi", "en", "id", "fr"]), st.booleans())
def test_the_short_way_reads_what_the_full_reader_reads(text: str, code: str, has_letters: bool) -> None:
    language, normal = known_languages()[code], normalise(text)
    grammar, landmarks = number_grammar_of(language), landmarks_in(normal.folded, language)
    plain = normal.plain if has_letters else None
    short, full = (list(every_number(normal.folded, one, landmarks, plain)) for one in (grammar, full_reader(grammar)))
    assert short == full


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("vi", "12 người", PrintedNumber(0, 2, Decimal(12))),
        ("vi", "1.200 hộ", PrintedNumber(0, 5, Decimal(1200))),
        ("vi", "4,5%", PrintedNumber(0, 3, Decimal("4.5"))),
        ("vi", "1,5 triệu đồng", PrintedNumber(0, 9, Decimal(1_500_000), scale=1_000_000)),
        ("en", "23-year-old", PrintedNumber(0, 2, Decimal(23))),
        ("en", "2 million people", PrintedNumber(0, 9, Decimal(2_000_000), scale=1_000_000)),
    ],
)
def test_most_numbers_are_read_the_short_way(language: str, text: str, number: PrintedNumber) -> None:
    assert number_grammar_of(known_languages()[language]).simple.at(text, 0) == number


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("vi", "5 đến 7"),
        ("vi", "5 triệu phú"),
        ("vi", "1 tỷ 2"),
        ("vi", "2/3"),
        ("en", "6 feet 2"),
        ("en", "3 hundred and 21"),
        ("en", "1 in 5"),
        ("en", "0 million"),
        ("en", "999999999999 trillion"),
        ("vi", "0-hai"),
        ("vi", "1,5-ba triệu"),
        ("vi", "3-mười người"),
        ("en", "2-three people"),
        ("fr", "1-vingt"),
        ("id", "5-sepuluh"),
    ],
)
def test_what_goes_on_is_left_to_the_full_reader(language: str, text: str) -> None:
    assert number_grammar_of(known_languages()[language]).simple.at(text, 0) is None
