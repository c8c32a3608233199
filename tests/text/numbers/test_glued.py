from __future__ import annotations

import pytest

import newsdedup as nd


def dates(text: str, language: str) -> list[str]:
    return [str(claim.value) for claim in nd.extract_figures(text, language=language) if claim.kind == "date"]


@pytest.mark.parametrize("mark", ["*", "·", "²", "\u0301", "\x00", "\ufffd"])
@pytest.mark.parametrize("text", ["ngày 1{}4/6/2025", "ngày 14/{}6/2025", "ngày 14/6{}/2025", "ngày 14/6/20{}25"])
def test_a_date_with_a_mark_between_its_digits_is_no_date(text: str, mark: str) -> None:
    assert dates(text.format(mark), "vi") == []


@pytest.mark.parametrize("mark", ["*", "\u0301", "\x00"])
def test_a_day_with_a_mark_between_its_digits_is_no_date_in_english(mark: str) -> None:
    assert dates(f"on June 1{mark}4, 2025", "en") == []


@pytest.mark.parametrize("text", ["*14/6/2025*", "“14/6/2025”", "(14/6/2025)", "14/6/2025…3"])
def test_marks_around_a_date_and_signs_that_separate_leave_it(text: str) -> None:
    assert dates(text, "vi") == ["2025-06-14"]


def test_digits_that_go_on_behind_a_code_are_no_figure() -> None:
    assert nd.extract_figures("chuyến A12'34 người chết", language="vi") == []
