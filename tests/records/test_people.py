from __future__ import annotations

import pytest

from newsdedup.articles.article import Article
from newsdedup.records.account import account_of
from newsdedup.records.people import PeopleOfArticle, Person, people_of_event


def named(
    *texts: str, places: tuple[str, ...] = (), origins: tuple[str, ...] = (), titles: tuple[str, ...] = ()
) -> tuple[Person, ...]:
    voices = origins or tuple(f"a{number}" for number in range(len(texts)))
    accounts = [account_of(Article(text, language="en" if text.isascii() else "vi")) for text in texts]
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


def test_a_person_with_a_role_or_an_age_is_in_the_record() -> None:
    found = named(
        "Maria Lopez, 23, was shot in Oxley. Carl Vane was charged with murder.", "Maria Lopez died on Monday."
    )
    assert found == (
        Person(name="Maria Lopez", roles=("dead",), age=23, n_origins=2),
        Person(name="Carl Vane", roles=("suspect",), n_origins=1),
    )


def test_who_is_named_once_without_an_office_a_role_or_an_age_is_not() -> None:
    assert named("Maria Lopez left. Nobody came.", "Nobody came to Oxley on Monday.", "It rained.") == ()


def test_a_family_name_alone_counts_for_the_full_name() -> None:
    found = named("Prosecutor Ron Byrne said so. Byrne left.", "It rained, Byrne said.", "Mr. Byrne left.")
    assert [(person.name, person.n_origins) for person in found] == [("Ron Byrne", 3)]


def test_a_family_name_of_two_people_counts_where_one_page_has_one_of_them() -> None:
    found = named("Mayor Ron Byrne left. Byrne said so.", "Judge Ann Byrne left.", "It rained, Byrne said.")
    assert {person.name: person.n_origins for person in found} == {"Ann Byrne": 1, "Ron Byrne": 1}


def test_a_person_whom_most_reports_name_is_central_without_an_office() -> None:
    texts = [f"Ellen Vale will host the show number {number}. Vale was glad." for number in range(3)]
    assert [(person.name, person.office, person.n_origins) for person in named(*texts)] == [("Ellen Vale", "", 3)]


def test_a_singer_in_most_headlines_is_central_though_no_word_shows_a_person() -> None:
    text = "Đêm qua Bằng Kha hát rất hay. Khán giả yêu Bằng Kha. Hôm nay Bằng Kha về nước."
    texts = (text, f"{text} Mưa to.", f"{text} Trời nắng.")
    titles = ("Bằng Kha hát hay", "Đêm của Bằng Kha", "Bằng Kha về nước")
    assert [person.name for person in named(*texts, titles=titles)] == ["Bằng Kha"]
    assert named(*texts) == ()
    body = tuple(f"{one} Công ty Bằng Kha vui." for one in texts)
    assert named(*body, titles=titles) == ()


def test_a_name_of_two_words_after_an_office_and_its_later_mentions_are_one_person() -> None:
    found = named("Diễn viên Nhã Vy đang quay phim. Nhã Vy nói phim hay.", "Nhã Vy tiết lộ phần 2 của bộ phim.")
    assert [(person.name, person.office, person.n_origins) for person in found] == [("Nhã Vy", "Diễn viên", 2)]


def test_one_name_with_an_office_in_two_reports_is_a_person() -> None:
    found = named("Nghe ca sĩ Aslan hát.", "Hôm qua ca sĩ Aslan về.", "Hôm nay ca sĩ Minot về.")
    assert found == ()  # Vietnamese offices are read with full names
    found = named("It was Sheriff Waguespack.", "Then Sheriff Waguespack left.", "Mayor Poe left.")
    assert [(person.name, person.n_origins) for person in found] == [("Waguespack", 2)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Partick McVale", "Patrick McVale"), ("Luis Anaya", "Louis Anaya"), ("Ann Grigoropoulos", "Ann Grigoropulos")],
)
def test_a_name_under_two_spellings_is_one_person(one: str, other: str) -> None:
    assert len(named(f"{one}, 60, was shot.", f"{other}, 60, died.")) == 1
    assert len(named(f"{one}, 60, was shot. {other}, 60, died.")) == 2


def test_short_or_very_different_words_are_two_people() -> None:
    assert (
        len(named("Bob Vale, 60, was shot.", "Rob Vale, 30, died.", "Ann Marie Poe, 3, died.", "Bob Poe, 9, died."))
        == 4
    )


def test_the_longer_of_two_forms_is_kept_unless_the_shorter_is_the_usual_one() -> None:
    assert named("Ellen Vale, 9, left.", "Ellen Marie Vale, 9, left.")[0].name == "Ellen Marie Vale"
    texts = ("Ellen Vale Returns, 9, left.", "Ellen Vale, 9, left.", "Ellen Vale, 9, came.")
    assert named(*texts)[0].name == "Ellen Vale"


def test_the_place_before_the_name_of_a_person_is_left_out() -> None:
    found = named("Ông Trần Văn An gặp Ấn Quốc Mano Singh. Bà Mano Singh vui.", places=("Ấn Quốc",))
    assert "Ấn Quốc Mano Singh" not in {person.name for person in found}


def test_a_place_of_the_event_and_a_country_are_no_people() -> None:
    assert named("Cầu thủ Việt Nam đã đến.", "Cầu thủ Việt Nam đã về.") == ()
    assert named("Zorin Oxton was shot.", "Zorin Oxton left.", places=("Oxton",))[0].roles == ("injured",)
    assert named("Zorin Oxton left.", "Zorin Oxton came.", places=("Oxton",)) == ()


def test_a_role_of_few_origins_beside_one_of_many_is_left_out() -> None:
    texts = [f"Carl Vane was charged with murder number {number}." for number in range(4)]
    assert named(*texts, "Carl Vane died on Monday.")[0].roles == ("suspect",)


def test_of_many_reports_a_person_with_an_office_in_one_is_beside_the_point() -> None:
    texts = [f"Mayor Ron Byrne left town number {number}." for number in range(9)]
    late = "Mayor Ron Byrne left." + " Nobody knew why it was so." * 20 + " Judge Ann Vale came."
    assert [person.name for person in named(*texts, late)] == ["Ron Byrne"]


def test_reporters_are_no_people_of_the_event() -> None:
    assert named("By Ann Vale\nA house burned down.", "By Ann Vale\nThe house was old.") == ()


def test_a_copy_adds_no_mention_to_a_person() -> None:
    text = "Ellen Vale left Oxley. Vale was glad. Vale came back."
    assert named(text, text, "It rained.", origins=("a", "a", "b")) == named(text, "It rained.", origins=("a", "b"))
