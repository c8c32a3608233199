from __future__ import annotations

import pytest

from newsdedup.articles.article import Article
from newsdedup.records.account import account_of
from newsdedup.records.people import PeopleOfArticle, Person, people_of_event


def named(
    *texts: str, places: tuple[str, ...] = (), origins: tuple[str, ...] = (), titles: tuple[str, ...] = ()
) -> tuple[Person, ...]:
    voices = origins or tuple(f"a{number}" for number in range(len(texts)))
    accounts = [account_of(Article(text)) for text in texts]
    read = zip(voices, accounts, titles or [""] * len(texts), strict=True)
    return people_of_event([PeopleOfArticle(voice, one.names, one.people, title) for voice, one, title in read], places)


def test_people_have_the_fullest_office_that_most_origins_give() -> None:
    found = named(
        "Thủ tướng Chính phủ Trần Văn An dự hội nghị. Ông Lê Bình phát biểu.",
        "Tại đây có Thủ tướng Chính phủ Trần Văn An và nhiều đại biểu.",
    )
    assert found == (Person(name="Trần Văn An", office="Thủ tướng Chính phủ", n_origins=2),)


def test_a_copy_adds_no_origin_to_a_person() -> None:
    text = "Thủ tướng Chính phủ Trần Văn An dự hội nghị."
    assert named(text, text, origins=("a", "a"))[0].n_origins == 1


def test_a_place_after_a_level_and_a_part_of_a_longer_name_are_not_people() -> None:
    assert named("Chủ tịch UBND tỉnh Lạc Thủy, Giám đốc Sở Nội vụ của tỉnh đã dự và phát biểu.") == ()


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("Tổng thống Xuyên Quốc Carla Mendo đã đến.", "Carla Mendo", "Tổng thống Xuyên Quốc"),
        ("Chủ tịch UBND tỉnh Mai Pha Nguyễn Văn Minh đã dự.", "Nguyễn Văn Minh", "Chủ tịch UBND tỉnh Mai Pha"),
        ("Chủ tịch UBND xã Trần Thị Hoa đã dự.", "Trần Thị Hoa", "Chủ tịch UBND xã"),
        ("Giám đốc Sở Nội vụ Mai Pha Trần Thị Hoa đã dự.", "Trần Thị Hoa", "Giám đốc Sở Nội vụ Mai Pha"),
    ],
)
def test_a_person_right_after_a_known_place_is_separated_from_it(text: str, name: str, office: str) -> None:
    (person,) = named(text, places=("Xuyên Quốc", "Mai Pha"))
    assert (person.name, person.office) == (name, office)


def test_a_person_named_alone_elsewhere_is_separated_from_the_words_before() -> None:
    text = "Tổng thống Xuyên Quốc Carla Mendo đã đến. Người Xuyên Quốc đón bà Carla Mendo ở sân bay."
    assert [person.name for person in named(text)] == ["Carla Mendo"]


def test_a_place_and_a_person_that_cannot_be_distinguished_are_not_guessed() -> None:
    assert named("Chủ tịch UBND tỉnh Quảng Ngãi Zaro Mendil Vanto đã dự hội nghị của tỉnh.") == ()


@pytest.mark.parametrize("between", [", ", " - ", " – "])
def test_an_office_may_follow_the_name(between: str) -> None:
    (person,) = named(f"Ông Trần Văn An{between}Giám đốc Sở Y tế cho biết dịch đã lui.")
    assert (person.name, person.office) == ("Trần Văn An", "Giám đốc Sở Y tế")


def test_a_part_of_a_name_counts_for_the_whole() -> None:
    found = named("Thủ tướng Trần Văn An đã đến.", "Thủ tướng Văn An, người vừa đến, phát biểu.")
    assert [(person.name, person.n_origins) for person in found] == [("Trần Văn An", 2)]


def test_a_sentence_ends_a_name() -> None:
    (person,) = named("Mọi người đón Tổng thống Felipe Marin. Hôm sau ông về nước.")
    assert person.name == "Felipe Marin"


def test_names_of_two_words_are_whole_where_different_words_follow_them() -> None:
    assert named("Bộ trưởng Bộ Nội vụ của nước này đã từ chức.") == ()
    (person,) = named("Bộ trưởng Carla Mendo đã từ chức. Hôm qua Carla Mendo còn họp báo.")
    assert person.name == "Carla Mendo"


def test_an_honorific_is_not_an_office_and_page_furniture_names_nobody() -> None:
    assert named("Bà Trần Thị Hoa phát biểu.") == ()
    assert named("Lũ đã về đến Mai Pha.\nẢnh: Chủ tịch Trần Văn An") == ()


def test_a_language_without_tables_names_nobody() -> None:
    assert named("Le président de la commission est dans la salle avec les élus.") == ()


def test_the_longest_place_before_a_name_is_split_off_and_half_a_name_names_nobody() -> None:
    known = ("Xuyên", "Xuyên Quốc")
    (person,) = named("Tổng thống Xuyên Quốc Carla Mendo đã đến.", places=known)
    assert person.office == "Tổng thống Xuyên Quốc"
    assert named("Tổng thống Xuyên Mendo, người vừa đến, phát biểu.", places=known) == ()
    assert named("Tổng thống Xuyên Quốc, người vừa đến, phát biểu.", places=known) == ()


def test_of_a_list_of_holders_each_keeps_the_office_before_the_name() -> None:
    found = named("Tổng thống Carla Mendo, Thủ tướng Trần Văn An, và nhiều người khác đã đến.")
    assert {person.name: person.office for person in found} == {"Carla Mendo": "Tổng thống", "Trần Văn An": "Thủ tướng"}


def test_two_words_after_the_body_of_an_office_may_be_its_name() -> None:
    assert named("Giám đốc thẩm mỹ viện Bạch Liên, nơi xảy ra vụ việc, đã khai báo.") == ()
    assert named("Chủ tịch hội Thanh Niên Xuyên Quốc, người vừa đến, phát biểu.", places=("Xuyên Quốc",)) == ()


def test_more_than_four_words_after_a_place_name_nobody() -> None:
    assert named("Tổng thống Xuyên Quốc Carla Mendo Linh Pha An đã đến.", places=("Xuyên Quốc",)) == ()


def test_a_holder_found_in_one_report_is_known_in_the_others() -> None:
    texts = ("Tổng thống Xuyên Quốc Carla Mendo đã đến.", "Mọi người nghe Tổng thống Carla Mendo nói.")
    (person,) = named(*texts, places=("Xuyên Quốc",))
    assert (person.name, person.n_origins) == ("Carla Mendo", 2)


def test_a_part_of_two_longer_names_counts_for_neither() -> None:
    texts = ("Thủ tướng Trần Văn An đã đến.", "Bộ trưởng Lê Văn An đã đến.", "Giám đốc Văn An, vừa đến, phát biểu.")
    assert {person.name: person.n_origins for person in named(*texts)} == {
        "Trần Văn An": 1,
        "Lê Văn An": 1,
        "Văn An": 1,
    }


def test_the_beginning_of_a_name_counts_for_the_whole() -> None:
    found = named("Thủ tướng Trần Văn An đã đến.", "Thủ tướng Trần Văn, người vừa đến, phát biểu.")
    assert [(person.name, person.n_origins) for person in found] == [("Trần Văn An", 2)]


def test_the_office_is_the_one_of_most_origins_then_the_longest() -> None:
    short, long = "Thủ tướng Trần Văn An đã đến.", "Thủ tướng Chính phủ Trần Văn An đã đến."
    assert [person.office for person in named(short, long)] == ["Thủ tướng Chính phủ"]
    assert [person.office for person in named(short, long, short)] == ["Thủ tướng"]


def test_a_first_name_that_is_used_alone_elsewhere_is_not_taken_for_a_place() -> None:
    (person,) = named("Tổng thống Felipe Carla Mendo đã đến. Hôm sau mọi người gặp lại Felipe.")
    assert person.name == "Felipe Carla Mendo"


def test_of_two_names_around_an_office_the_one_with_a_form_of_address_holds_it() -> None:
    (person,) = named("Theo ông Trần Văn An, Giám đốc công ty Bạch Liên Hoa, dịch đã lui.")
    assert person.name == "Trần Văn An"
