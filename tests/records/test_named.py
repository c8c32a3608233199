from __future__ import annotations

import pytest

from newsdedup.articles.article import Article
from newsdedup.records.account import account_of
from newsdedup.records.named import NamedPerson


def people(text: str, language: str = "en") -> dict[str, NamedPerson]:
    return {one.name: one for one in account_of(Article(text, language=language)).people}


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("President Donald Vale spoke on Friday.", "Donald Vale", "President"),
        ("Milton County Prosecutor Ron Byrne said so.", "Ron Byrne", "Milton County Prosecutor"),
        ("It was Ron Byrne, the county prosecutor, who said so.", "Ron Byrne", "county prosecutor"),
        ("On Monday Police Chief Ann Lee left.", "Ann Lee", "Police Chief"),
        ("They met Lt. John Doe.", "John Doe", "Lt."),
        ("They met Detective Capt. John Doe.", "John Doe", "Detective Capt."),
        ("Then Sheriff's spokeswoman Jane Roe spoke.", "Jane Roe", "Sheriff's spokeswoman"),
        ("Vice President Jane Doe left.", "Jane Doe", "Vice President"),
        ("The state's Attorney General Jane Doe left.", "Jane Doe", "state's Attorney General"),
        ("Oxley Department of Wild Birds warden Mark Poe came.", "Mark Poe", "Oxley Department of Wild Birds warden"),
        ("Its spokesman, Jens Hagan, told them.", "Jens Hagan", "spokesman"),
        ("Tad Begmed, director of the Oxley Museum, left.", "Tad Begmed", "director of the Oxley Museum"),
        ("Tad Begmed, director of the museum. He left.", "Tad Begmed", "director"),
        ("Scott Russell, 46, police chief of Oxley, is well.", "Scott Russell", "police chief of Oxley"),
        ("Ann Vale, a U.S. senator, left.", "Ann Vale", "U.S. senator"),
    ],
)
def test_an_office_is_before_or_after_the_name(text: str, name: str, office: str) -> None:
    assert people(text)[name].office == office


@pytest.mark.parametrize(
    "text",
    [
        "Ann Vale, Mayor Bob Lee said, is well.",  # the office of the name after it
        "Ann Vale, the dog of the family, is well.",
        "Ann Vale, who had left, said so.",
        "Ann Vale, said the (long) report.",
        "A chief. Ann Vale left.",
    ],
)
def test_an_office_of_somebody_else_is_not_that_of_the_person(text: str) -> None:
    assert people(text)["Ann Vale"].office in ("", "Mayor")


@pytest.mark.parametrize(
    ("text", "name", "roles", "age"),
    [
        ("Maria Lopez, 23, was shot on Monday.", "Maria Lopez", {"injured"}, 23),
        ("Police identified the victim as John Smith, 34.", "John Smith", {"victim"}, 34),
        ("The victim has been identified by family as 16-year-old Jai Cook.", "Jai Cook", {"victim"}, 16),
        ("The suspect, Carl Vane, was seen.", "Carl Vane", {"suspect"}, None),
        ("Carl Vane was charged with murder.", "Carl Vane", {"suspect"}, None),
        ("Carl Vane, of Tulsa, Oklahoma, was charged with murder.", "Carl Vane", {"suspect"}, None),
        ("Police arrested 22-year-old Carl Vane.", "Carl Vane", {"arrested"}, 22),
        ("Bob Poe, 31, died in hospital.", "Bob Poe", {"dead"}, 31),
        ("The killer, Osama bin Vale, was seen.", "Osama bin Vale", {"suspect"}, None),
        ("Ann Vale's son was shot.", "Ann Vale", set(), None),
        ("The wife of Ann Vale, of Oxley, was charged.", "Ann Vale", set(), None),
        ("Ann Vale, 3 days later, left.", "Ann Vale", set(), None),
        ("Ann Vale, of Oxley; was charged.", "Ann Vale", set(), None),
        ("It was charged. Ann Vale left.", "Ann Vale", set(), None),
        ("It was identified as Ann Vale.", "Ann Vale", set(), None),
        ("The victim left. It was named as Ann Vale.", "Ann Vale", set(), None),
        ("Ann Vale (born in 1985) left.", "Ann Vale", set(), None),
    ],
)
def test_roles_and_ages_are_those_that_the_words_beside_a_name_give(
    text: str, name: str, roles: set[str], age: int | None
) -> None:
    found = people(text)[name]
    assert (found.roles, found.age) == (roles, age)


@pytest.mark.parametrize(
    ("text", "name", "roles", "age", "born"),
    [
        ("Nạn nhân là anh Nguyễn Văn An (SN 1985).", "Nguyễn Văn An", {"victim"}, None, 1985),
        ("Công an bắt giữ Trần Văn Bình (32 tuổi).", "Trần Văn Bình", {"arrested"}, 32, None),
        ("Chị Lê Thị Hoa (sinh năm 1990, ngụ Mai Pha) đã ra về.", "Lê Thị Hoa", set(), None, 1990),
        ("Trần Quốc Việt (27 tuổi) tử vong tại chỗ.", "Trần Quốc Việt", {"dead"}, 27, None),
        ("Nghi phạm Đoàn Văn Trường bỏ trốn.", "Đoàn Văn Trường", {"suspect"}, None, None),
    ],
)
def test_vietnamese_roles_ages_and_years_of_birth(
    text: str, name: str, roles: set[str], age: int | None, born: int | None
) -> None:
    found = people(text, "vi")[name]
    assert (found.roles, found.age, found.born) == (roles, age, born)


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("A man died at Oxley University Hospital.", "en", "Oxley University"),
        ("The Police Chief left.", "en", "Police Chief"),
        ("Sở Công thương cho biết.", "vi", "Sở Công"),
        ("The Very Long Unknown Capital Row left.", "en", "Very Long Unknown Capital Row"),
    ],
)
def test_bodies_and_long_rows_of_capitals_are_no_names_of_people(text: str, language: str, name: str) -> None:
    assert name not in people(text, language)


def test_a_name_within_that_of_a_street_or_before_a_noun_is_of_a_body() -> None:
    assert people("Xe dừng ở đường Trần Văn An lúc đêm.", "vi")["Trần Văn An"].n_bodies == 1
    assert people("A Glen Oxley man died at Arnold Vale hospital.")["Glen Oxley"].n_bodies == 1


def test_a_name_after_by_at_the_beginning_of_a_line_is_that_of_a_reporter() -> None:
    assert people("By Ann Vale\nA house burned down in Oxley.")["Ann Vale"].is_byline
    assert not people("He was shot by Ann Vale in Oxley.")["Ann Vale"].is_byline


def test_names_keep_initials_apostrophes_and_particles() -> None:
    text = "They met A'yanna Allan, John Q. Vale, Guido van Poe and Ludwig van."
    assert {"A'yanna Allan", "John Q. Vale", "Guido van Poe", "Ludwig"} <= set(people(text))


def test_a_full_stop_that_is_not_an_initials_ends_a_vietnamese_name() -> None:
    assert "Nguyễn Á" in people("Sách của ông Nguyễn Á. Buổi ra mắt rất đông.", "vi")


def test_a_page_without_tables_names_nobody() -> None:
    assert people("Herr Vogel spricht über den Fluss.", "de") == {}
