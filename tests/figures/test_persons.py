"""Which persons mentions are about."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdedup import FigureClaim
from newsdedup.figures.persons import different_persons, joined_persons, may_be_one_person, persons_of


def mention(noun: str, number: int = 1, language: str = "en", *, is_toll: bool = False, start: int = 0) -> FigureClaim:
    return FigureClaim(
        article_id="a",
        start=start,
        end=start + len(noun),
        text=noun,
        value=Decimal(number),
        noun=noun,
        language=language,
        is_toll=is_toll,
    )


@pytest.mark.parametrize(
    ("noun", "number", "names"),
    [
        ("John Hale", 1, [("John", "Hale")]),
        ("his brother Mark Hale", 1, [("Mark", "Hale")]),
        ("7-year-old Kirsten Ames", 1, [("Kirsten", "Ames")]),
        ("Josue ‘Joshua’ Guzman", 1, [("Josue", "Joshua", "Guzman")]),
        ("his wife, Ann Vale, and a Hull teenager", 2, [("Ann", "Vale"), ()]),
        ("his girlfriend, Ann Vale; and Vale's mother", 2, [("Ann", "Vale"), ()]),
        ("Ann Vale and Mark Poe", 1, [("Ann", "Vale")]),
    ],
)
def test_a_full_name_is_the_name_of_a_person(noun: str, number: int, names: list[tuple[str, ...]]) -> None:
    assert persons_of(mention(noun, number)) == tuple(names)


@pytest.mark.parametrize(
    "noun",
    ["a Hull County teenager", "Lenawee County boy", "a 26-year-old Long Beach", "Hale", "the man", "Hale’s mother"],
)
def test_places_before_a_noun_and_single_words_name_nobody(noun: str) -> None:
    assert persons_of(mention(noun)) == ((),)


def test_vietnamese_titles_are_not_part_of_a_name() -> None:
    assert persons_of(mention("Anh Nguyễn Văn An", language="vi")) == (("Nguyễn", "Văn", "An"),)


def test_a_number_and_an_unknown_language_name_nobody() -> None:
    assert persons_of(mention("Ann Vale", 2, is_toll=True)) == ((), ())
    assert persons_of(mention("Ann Vale", language="xx")) == ((),)


@pytest.mark.parametrize(
    ("one", "other", "may_be_one"),
    [
        ("Ann Vale", "Ann Maria Vale", True),
        ("Christopher Cadenbach", "Christopher Cadenback", True),
        ("Dan Poe", "Daniel Poe", True),
        ("Ann Vale", "Mark Vale", False),
        ("Bo Li", "Bo Lu", False),
        ("Ann Vale", "Ann Poe Hart", False),
    ],
)
def test_spellings_and_parts_of_a_name_may_be_of_one_person(one: str, other: str, may_be_one: bool) -> None:
    assert may_be_one_person(tuple(one.split()), tuple(other.split())) is may_be_one


def test_mentions_without_a_name_may_be_about_anybody() -> None:
    claims = [mention("John Hale"), mention("the man", start=40), mention("Mark Hale", start=60)]
    assert different_persons(claims) == (("John", "Hale"), ("Mark", "Hale"))


NAMES = st.lists(
    st.sampled_from([(), ("Ann", "Vale"), ("Mark", "Poe"), ("Li", "Na"), ("Ann", "Maria", "Vale")]), max_size=4
)


@given(NAMES, NAMES)
def test_joining_forgets_nobody_and_adds_nobody_who_is_known(
    known: list[tuple[str, ...]], more: list[tuple[str, ...]]
) -> None:
    joined = joined_persons(known, more)
    assert max(len(known), len(more)) <= len(joined) <= len(known) + len(more)
    assert len(joined_persons(joined, more)) == len(joined)
