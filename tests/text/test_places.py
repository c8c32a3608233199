from __future__ import annotations

import pytest

from newsdedup.articles.article import Article
from newsdedup.text.page import Page, page_of
from newsdedup.text.places import levels_in


def page(text: str, language: str = "vi") -> Page:
    return page_of(Article(text, language=language))


def places(text: str, language: str = "vi") -> list[tuple[str, str]]:
    return [(place.name, place.level) for place in page(text, language).places]


def test_places_are_named_in_order() -> None:
    text = "Tại huyện Mai Pha, lũ lên nhanh. Ở xã Đồng Tâm, nước rút."
    assert places(text) == [("Mai Pha", "district"), ("Đồng Tâm", "commune")]


@pytest.mark.parametrize(
    ("text", "language", "named"),
    [
        ("The crash in Springfield hurt two.", "en", [("Springfield", "unknown")]),
        ("The crash in March hurt two.", "en", []),
        ("Nổ tại Công ty Mai Pha.", "vi", []),
        ("Theo Thông tấn xã Việt Nam, lũ đã rút.", "vi", []),
        ("Bí thư Tỉnh ủy Trần Văn An dự họp.", "vi", []),
        ("Họp tại Tỉnh ủy Lạc Thủy.", "vi", [("Lạc Thuỷ", "province")]),
        ("Họp tại Thành phố Lạc Thủy.", "vi", [("Lạc Thuỷ", "other")]),
        ("Họp tại HỘI TRƯỜNG lớn.", "vi", []),
    ],
)
def test_a_place_is_named_after_a_level_or_a_preposition(
    text: str, language: str, named: list[tuple[str, str]]
) -> None:
    assert places(text, language) == named


def test_the_places_of_a_span_are_those_whose_names_start_in_it() -> None:
    one = page("Tại huyện Mai Pha, lũ lên nhanh. Ở xã Đồng Tâm, nước rút.")
    assert [place.name for place in one.places_within(*one.sentences[1])] == ["Đồng Tâm"]


def test_a_level_without_a_name_and_the_whole_country_are_mentioned() -> None:
    one = page("Cả nước có 9 vụ. Toàn tỉnh có 3 vụ. Toàn tỉnh Lạc Thủy có 2 vụ.")
    assert one.language is not None
    found = [
        (level.level, level.words)
        for sentence in one.sentences
        for level in levels_in(one.text.plain, one.folded, one.language, one.landmarks, sentence)
    ]
    assert found == [("national", "cả nước"), ("province", "toàn tỉnh")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Mai Pha: Lũ đã rút.", "Mai Pha"),
        ("(Mai Pha) - Lũ đã rút.", "Mai Pha"),
        ("Tin lũ\nMai Pha – Lũ đã rút.", "Mai Pha"),
        ("Một\nHai\nBa\nMai Pha – Lũ đã rút.", None),
        ("Nguồn: Lũ đã rút.", None),
        ("Lũ đã rút.", None),
    ],
)
def test_the_dateline_is_the_place_at_the_head_of_the_first_lines(text: str, place: str | None) -> None:
    assert page(text).dateline == place


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Shots were fired at the Oxley County Courthouse on Monday.", ["Oxley County"]),
        ("Milton County Prosecutor Ron Byrne said so.", ["Milton County"]),
        ("In Oxley County Court the man wept.", ["Oxley County"]),
        ("The county fair opened on Monday.", []),
        ("The District Attorney Ron Byrne said so.", []),
        ("A man drove to the city of Hue on Monday.", ["Hue"]),
    ],
)
def test_a_level_comes_after_the_name_of_its_place_in_english(text: str, places: list[str]) -> None:
    assert [place.name for place in page_of(Article(text, language="en")).places] == places
