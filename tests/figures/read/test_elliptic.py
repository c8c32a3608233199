"""Numbers without a noun of their own, whose noun an earlier number in the sentence or the sentence before has."""

from __future__ import annotations

import pytest

import newsdedup as nd

Counted = tuple[int, str | None, str | None]  # value, noun, whole


def last_of(text: str, language: str) -> Counted:
    claim = nd.extract_figures(text, language=language)[-1]
    return int(claim.number), claim.noun, claim.part_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He has 290 rushing yards this season and only 47 since the break.", (47, "rushing yards", None)),
        ("He scored 12 goals this year; seven have come lately.", (7, "goals", None)),
        ("She kept one key in her purse and five in the drawer.", (5, "key", None)),
        ("The bus carried 40 pupils and, now, nine from abroad.", (9, "pupils", None)),
        ("They planted 30 trees at the gate, 12 near the pond.", (12, "trees", None)),
        ("Twelve people died in Hue and five in Vinh.", (5, "people", None)),
    ],
)
def test_a_number_without_a_noun_counts_what_the_one_before_it_counts(text: str, expected: Counted) -> None:
    assert last_of(text, "en") == expected


def test_it_has_the_role_too_where_it_has_no_verb_of_its_own() -> None:
    claims = nd.extract_figures("Twelve people died in Hue and five in Vinh.", language="en")
    assert [(int(claim.number), claim.role) for claim in claims] == [(12, "dead"), (5, "dead")]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The site lists 180 shootings. Seven of those happened here.", "en", (7, "shootings", "180")),
        ("There were 40 fires in May, 12 of them in Hue.", "en", (12, "fires", "40")),
        ("The list has 120 incidents. Seventeen of those incidents were minor.", "en", (17, "incidents", "120")),
        ("Of the 14 senators who signed, five stand for office.", "en", (5, "senators", "14")),
        ("Of the 288 candidates, 202 are under forty.", "en", (202, "candidates", "288")),
        ("Có 40 xã mất điện. Trong số đó, 5 xã bị cô lập.", "vi", (5, "xã", "40")),
        ("Tỉnh có 120 hồ chứa, trong đó 15 đã xuống cấp.", "vi", (15, "hồ chứa", "120")),
    ],
)
def test_a_part_names_its_whole_and_shares_its_noun(text: str, language: str, expected: Counted) -> None:
    assert last_of(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("He scored 12 goals and met seven friends.", "en", 12),
        ("Bão số 10 và 11 vừa qua làm 9 xã ngập.", "vi", 9),
        ("Có 2 điều: một là giá, hai là chất lượng.", "vi", 2),
    ],
)
def test_a_noun_is_not_taken_where_the_number_counts_something_else_or_nothing(
    text: str, language: str, value: int
) -> None:
    claims = nd.extract_figures(text, language=language)
    assert int(claims[0].number) == value
    assert not [claim for claim in claims[1:] if claim.noun == claims[0].noun]


def test_a_number_in_words_at_the_end_of_a_clause_is_read_where_the_clause_names_what_it_counts() -> None:
    assert last_of("One more died, bringing the death toll to three.", "en")[:2] == (3, "death toll")
