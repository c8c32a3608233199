from __future__ import annotations

import pytest

from newsdedup.articles.article import Article
from newsdedup.records.places import Place, PlacesOfPage, places_of_event, places_on
from newsdedup.text.page import Page, page_of
from newsdedup.text.places import PlaceMention

FAR = " Nobody knew why it had happened there so late." * 9  # farther than a lead is long


def pages(*texts: str) -> list[Page]:
    return [page_of(Article(text, id=f"a{number}")) for number, text in enumerate(texts)]


def places(*texts: str, people: tuple[str, ...] = (), titles: tuple[str, ...] = ()) -> dict[str, Place]:
    read = [(f"a{number}", places_on(page_of(Article(text, language="en")))) for number, text in enumerate(texts)]
    return {place.name: place for place in places_of_event(read, people, [("a0", title) for title in titles])}


def test_places_have_a_level_or_several_voices() -> None:
    texts = (
        "Mưa lớn ở tỉnh Lạc Thủy và tại Mai Pha.",
        "Mưa to tại Mai Pha." + " Nước sông dâng nhanh." * 20 + " Đêm qua nước vào cả các nhà ở Đông Kinh.",
    )
    found = places_of_event([(page.article.id, places_on(page)) for page in pages(*texts)])
    assert [(place.name, place.level, place.n_origins) for place in found] == [
        ("Mai Pha", "unknown", 2),
        ("Lạc Thuỷ", "province", 1),
    ]


def test_a_capital_that_ran_into_a_place_belongs_to_no_place() -> None:
    texts = ("Mưa lớn ở tỉnh Mai Pha Lực lượng cứu hộ đã đến.", "Nước dâng ở tỉnh Mai Pha.")
    found = places_of_event([(page.article.id, places_on(page)) for page in pages(*texts)])
    assert [(place.name, place.n_origins) for place in found] == [("Mai Pha", 2)]


def test_a_language_without_tables_names_no_places() -> None:
    assert not places_on(pages("Herr Vogel spricht in Xanten über den Fluss.")[0]).mentions


def test_a_place_in_page_furniture_is_not_a_place_of_the_event() -> None:
    (page,) = pages("Lũ đã về đến tỉnh Mai Pha.\nẢnh: Báo tỉnh Lạc Thủy")
    assert [place.name for place in places_on(page).mentions] == ["Mai Pha"]


def test_the_first_known_level_of_a_place_is_kept() -> None:
    mentions = [
        PlaceMention(start, "Mai Pha", level) for start, level in enumerate(("unknown", "province", "district"))
    ]
    assert [place.level for place in places_of_event([("a", PlacesOfPage(tuple(mentions)))])] == ["province"]


def test_a_longer_name_of_another_level_or_of_more_origins_is_a_place_of_its_own() -> None:
    whole, part = PlaceMention(0, "Mai Pha", "province"), PlaceMention(9, "Mai Pha Đông", "district")
    assert {place.name for place in places_of_event([("a", PlacesOfPage((whole, part)))])} == {
        "Mai Pha",
        "Mai Pha Đông",
    }
    longer = [(origin, PlacesOfPage((PlaceMention(0, "Hạ Lý Đông", "district"),))) for origin in "ab"]
    found = places_of_event([*longer, ("c", PlacesOfPage((PlaceMention(0, "Hạ Lý", "district"),)))])
    assert [(place.name, place.n_origins) for place in found] == [("Hạ Lý Đông", 2), ("Hạ Lý", 1)]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("A man died near Dover, Ohio.", {"Dover": "other", "Ohio": "province"}),
        ("A man of Tulsa, Okla., died.", {"Tulsa": "other", "Oklahoma": "province"}),
        ("A man died in St. Vale, Ohio.", {"St. Vale": "other", "Ohio": "province"}),
        ("OXLEY, Ohio (AP) - A man died.", {"Oxley": "other", "Ohio": "province"}),
        ("TARSIN (Reuters) - A man died.", {"Tarsin": "other"}),
        ("Oxley County (WXYZ) - A man died.", {"Oxley County": "district"}),
        ("ATHENS - A man died.", {"Athens": "other"}),
        ("An Oxley man died on Monday.", {"Oxley": "unknown"}),
        ("A St. Vale man died on Monday.", {"St. Vale": "unknown"}),
        ("Oregon State Police said so. A man died in Salt Vale City.", {"Salt Vale City": "other"}),
        ("Voters in Greece went home. Greece's voters were tired.", {"Greece": "unknown"}),
        ("On Monday Greece voted.", {}),
        ("In Greece they voted.", {"Greece": "unknown"}),
        ("Shots were fired at the Oxley County Courthouse.", {"Oxley County": "district"}),
    ],
)
def test_cities_states_and_datelines_are_places(text: str, levels: dict[str, str]) -> None:
    assert {name: place.level for name, place in places(text).items()} == levels


@pytest.mark.parametrize(
    "text",
    [
        "He was in Oxley Jail, at Vale Hospital and at the Sheriff's Office.",
        "He spoke in French, in March and in Parliament.",
        "Five Hurt In Market Riot",
        "He was at Walcott's, and then in Walcott's again.",
        "The Facebook man left.",
        "The American man and the Oxley University officer left.",
        "It was at Oxley, they said." + FAR,
        "He came with Oxley Hospital, Ohio.",
        "Update - They left.",
        "By Monday (AP) - They left.",
    ],
)
def test_bodies_and_words_with_a_capital_are_no_places(text: str) -> None:
    assert set(places(text)) <= {"Ohio"}


def test_the_place_of_a_body_is_left_out_where_the_report_has_another() -> None:
    assert set(places("A man died in Oxley, Milton County Prosecutor Ron Byrne said.")) == {"Oxley"}
    assert set(places("A man died in Milton County, the Milton County Sheriff's Office said.")) == {"Milton County"}


def test_a_place_with_and_without_its_level_is_one() -> None:
    found = places("A man died in Milton.", "A man died in Milton County.")
    assert {name: place.n_origins for name, place in found.items()} == {"Milton County": 2}
    found = places("A man died in Milton, Ohio.", "A man died in Milton County.")
    assert set(found) == {"Milton", "Ohio", "Milton County"}


def test_one_place_under_two_spellings_is_one() -> None:
    assert places("Fire in N.C. homes.", "Fire in North Carolina.")["North Carolina"].n_origins == 2
    assert places("OXLEY (AP) - Fire.", "Fire in Oxley.")["Oxley"].n_origins == 2


def test_no_place_has_the_name_of_a_person_unless_words_show_a_place() -> None:
    assert places("Washington was seen in Vale.", people=("Ann Washington", "Vale")) == {}
    assert set(places("A man died in Vale, Ohio.", people=("Ann Vale",))) == {"Vale", "Ohio"}


def test_a_place_of_one_report_counts_in_its_lead_or_headline_only() -> None:
    late = "It burned." + FAR + " A man died in Oxley."
    assert places(late) == {}
    assert set(places(late, titles=("Fire kills Oxley man",))) == {"Oxley"}
    assert set(places("A man died in Oxley." + FAR)) == {"Oxley"}


def test_of_many_reports_a_place_of_one_is_beside_the_point() -> None:
    texts = [*(f"Fire number {number} was in Oxley, Ohio." for number in range(9)), "Fire in Dover, Utah, was bigger."]
    assert set(places(*texts)) == {"Oxley", "Ohio"}


def test_places_are_ordered_by_origins_then_by_prominence() -> None:
    texts = ("A fire in Oxley." + FAR + " Smoke reached Utah.", "A fire in Oxley." + FAR + " Smoke in Dover, Ohio.")
    assert next(iter(places(*texts, titles=("Smoke over Ohio",)))) == "Oxley"
    assert list(places(*texts, titles=("Smoke over Ohio",)))[1] == "Ohio"
