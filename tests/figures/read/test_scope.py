from __future__ import annotations

import pytest

import newsdedup as nd


def scope(text: str, language: str = "vi") -> nd.Scope:
    *_, last = [claim for claim in nd.extract_figures(text, language=language) if claim.kind == "count"]
    return last.scope


@pytest.mark.parametrize(
    ("text", "place", "level"),
    [
        ("Tại huyện Mai Pha có 20 trường học.", "Mai Pha", "district"),
        ("Cả nước có 900 điểm cầu.", None, "national"),
        ("Đoàn về huyện Mai Pha. Có 20 trường học được thăm.", "Mai Pha", "district"),
        ("Lạc Thủy: Năm nay có 20 trường học mới.", "Lạc Thuỷ", "unknown"),
        ("Có 20 trường học mới.", None, "unknown"),
    ],
)
def test_a_place_holds_for_the_figures_near_it(text: str, place: str | None, level: str) -> None:
    assert (scope(text).place, scope(text).level) == (place, level)


def test_a_toll_is_the_events() -> None:
    assert scope("Tại huyện Mai Pha, vụ nổ làm 5 người chết.").level == "event"


def test_a_level_with_a_capital_is_not_the_name_of_a_place() -> None:
    (claim,) = nd.extract_figures("Có 5 trường học tại Thành phố Lạc Thủy.", language="vi")
    assert claim.scope.place == "Lạc Thuỷ"
