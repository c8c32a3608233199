from __future__ import annotations

from newsdedup.articles.article import Article
from newsdedup.records.places import PlacesOfPage, places_of_event, places_on
from newsdedup.text.page import Page, page_of
from newsdedup.text.places import PlaceMention


def pages(*texts: str) -> list[Page]:
    return [page_of(Article(text, id=f"a{number}")) for number, text in enumerate(texts)]


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
