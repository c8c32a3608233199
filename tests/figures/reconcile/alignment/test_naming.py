from __future__ import annotations

import pytest

from claims import claim_of
from newsdedup.figures.reconcile.alignment import naming
from newsdedup.figures.reconcile.alignment.naming import name_of, relation


def related(one: str | None, other: str | None, language: str | None = "en") -> str:
    left, right = (name_of(claim_of("5", noun=noun, language=language)) for noun in (one, other))
    return relation(left, right)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("cables", "cables", naming.SAME),
        ("cables", "undersea cables", naming.FORM),
        ("undersea cables", "submarine cables", naming.SYNONYM),
        ("quakes", "strong earthquakes", naming.SYNONYM),
        ("small quakes", "strong earthquakes", naming.SYNONYM),
        ("lorries", "trucks", naming.SYNONYM),
        ("police officers", "cops", naming.SYNONYM),
        ("bus drivers", "bus stops", naming.SHARED),
        ("cables", "ships", naming.DIFFERENT),
        ("people", "people", naming.BOTH_GENERAL),
        ("people", "cables", naming.UNNAMED),
        (None, None, naming.UNNAMED),
    ],
)
def test_english_nouns_end_in_what_is_counted(one: str | None, other: str | None, expected: str) -> None:
    assert related(one, other) == related(other, one) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("tàu cá", "tàu cá nhỏ", naming.FORM),
        ("chiếc ôtô", "ôtô", naming.SAME),
        ("nhà", "ngôi nhà", naming.SAME),
        ("nhà dân", "căn nhà", naming.FORM),
        ("cuộc gọi thoại", "cuộc điện thoại", naming.SYNONYM),
        ("cảnh sát cơ động", "cảnh sát giao thông", naming.SYNONYM),
        ("giám đốc công ty", "công ty", naming.SHARED),
        ("tàu", "tàung", naming.DIFFERENT),
    ],
)
def test_vietnamese_nouns_begin_with_what_is_counted(one: str, other: str, expected: str) -> None:
    assert related(one, other, "vi") == related(other, one, "vi") == expected


def test_nouns_of_an_unknown_language_are_compared_by_their_words() -> None:
    assert related("gato", "gato negro", None) == naming.FORM
    assert related("gato", "perro", "xx") == naming.DIFFERENT


def test_a_role_names_a_quantity_whatever_its_noun() -> None:
    homes, houses = (name_of(claim_of("5", noun=noun, role="homes")) for noun in ("homes", "roofs"))
    assert relation(homes, houses) == naming.SAME_ROLE
    assert relation(homes, name_of(claim_of("5", role="venues"))) == naming.OTHER_ROLE
    assert relation(homes, name_of(claim_of("5", noun="homes"))) == naming.SAME


def test_a_magnitude_is_named_by_its_unit_and_a_duration_by_nothing() -> None:
    quake, tremor = (name_of(claim_of("6.1", kind="measure", unit="M", noun=noun)) for noun in ("quake", None))
    assert relation(quake, tremor) == naming.SAME
    assert name_of(claim_of("3", kind="duration", unit="day", noun="days")).is_general


def test_words_that_end_in_ies_have_a_singular() -> None:
    assert related("blue lorries", "red lorry") == naming.SYNONYM
    assert related("bodies", "body") == naming.SYNONYM
