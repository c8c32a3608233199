from __future__ import annotations

import pytest

import newsdedup as nd

Age = tuple[int, str]


def ages(text: str, language: str) -> list[Age]:
    found = nd.extract_figures(text, language=language)
    return [(int(claim.number), str(claim.unit)) for claim in found if claim.kind == "age"]


def years(*values: int) -> list[Age]:
    return [(value, "year") for value in values]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Vale, 61, won the race.", years(61)),
        ("John Smith, Jr., 34, and John Moss Jr., 35, of Troy fled.", years(34, 35)),
        ("Brady Dole, 16 – dressed in blue – sat down.", years(16)),
        ("Sam Cole, 31; Max Dorn, 26; and Pat Lund and Lee Moss, both 24 - were hurt.", years(31, 26, 24)),
        ("Nino Cole, 27, and Jo Kent, 31 was arrested in Troy.", years(27, 31)),
        ("Ann Vale, 34 of Salem, is missing.", years(34)),
        ("The boy, 11, and a woman (40) were unhurt.", years(11, 40)),
        ("Ann Vale, 31, and her brother, 29, are held.", years(31, 29)),
    ],
)
def test_a_number_between_marks_after_a_person_is_an_age(text: str, expected: list[Age]) -> None:
    assert ages(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two men, 17 and 21, and one woman, 23, were taken away.", years(17, 21, 23)),
        ("Three girls, ages 5, 8 and 9, and two nuns were there.", years(5, 8, 9)),
        ("The sisters, aged 17 and 12 respectively, were unhurt.", years(17, 12)),
        ("Three boys (5, 8, and 9) got lost.", years(5, 8, 9)),
        ("The infants, aged 5 and 18 months, are safe.", [(5, "year"), (18, "month")]),
    ],
)
def test_several_people_have_a_list_of_ages(text: str, expected: list[Age]) -> None:
    assert ages(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Her son, age 7, ran away.", years(7)),
        ("A boy, aged seven, and a girl, aged nine, got lost.", years(7, 9)),
        ("She went to sea at the age of 12.", years(12)),
        ("A foal was sold at the age of 3 months.", [(3, "month")]),
        ("Children ages 3 to 5 may join.", years(3)),
        ("The painter has died. He was 88.", years(88)),
        ("The club holds him until he turns 21.", years(21)),
        ("The painter died on Monday at 88.", years(88)),
        ("Her daughter is 5.", years(5)),
    ],
)
def test_a_word_before_a_number_makes_it_an_age(text: str, expected: list[Age]) -> None:
    assert ages(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nhà thơ qua đời ở tuổi 88.", years(88)),
        ("Cụ ông 80 bị lạc trong rừng.", years(80)),
        ("Hai bé 5 và 3 tuổi bị lạc.", years(5, 3)),
        ("Ba cháu bé 5, 8 và 12 tuổi bị lạc.", years(5, 8, 12)),
        ("Người trong độ tuổi từ 18 đến 25 phải khám.", years(18)),
        ("Nguyễn Văn A, 34 tuổi, trú tại Huế.", years(34)),
    ],
)
def test_vietnamese_ages_are_read_with_and_without_their_unit(text: str, expected: list[Age]) -> None:
    assert ages(text, "vi") == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("In Springfield, 61 were hurt.", "en"),
        ("Of the victims, 12, including two boys, died.", "en"),
        ("He was 3 for 12 from the line.", "en"),
        ("He is 5 - feet - 8 inches tall.", "en"),
        ("She turned 12 people away.", "en"),
        ("He died at 9 on Monday.", "en"),
        ("The index was 88.", "en"),
        ("Police in Troy, 12 and 14 of them, left.", "en"),
        ("In the vote of Monday, 61, the chair won.", "en"),
        ("Ann Vale, 161, is a horse.", "en"),
        ("The horse ran aged 200 metres.", "en"),
        ("Un match de 90 minutes a suivi.", "fr"),
        ("Le maire, 12 mois plus tard, a fui.", "fr"),
        ("Ia divonis lima tahun penjara.", "id"),
        ("Anh A. (SN 1990) bị bắt.", "vi"),
        ("Lớp có 12 cậu bé 3 lần đến muộn.", "vi"),
    ],
)
def test_other_numbers_beside_people_are_no_ages(text: str, language: str) -> None:
    assert ages(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Un garçon de 9 ans et sa sœur de 12 ans ont fui.", years(9, 12)),
        ("fr", "Les suspects, âgés de 17 et 22 ans, ont fui.", years(17, 22)),
        ("id", "Pelaku berinisial RS (34) dan AB (29) ditangkap.", years(34, 29)),
    ],
)
def test_ages_are_read_in_other_languages(language: str, text: str, expected: list[Age]) -> None:
    assert ages(text, language) == expected


def test_an_age_is_no_count() -> None:
    claims = nd.extract_figures("Two men, 17 and 21, and one woman, 23, were taken to a hospital.", language="en")
    assert [int(claim.number) for claim in claims if claim.kind == "count" and claim.is_toll] == [2]
