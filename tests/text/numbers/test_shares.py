"""Shares, and counts that are printed like them."""

from __future__ import annotations

from decimal import Decimal

import pytest

import newsdedup as nd


def figures(text: str, language: str = "vi") -> list[tuple[str, str, Decimal]]:
    return [(one.text, one.kind, one.value) for one in nd.extract_figures(text, language=language)]


@pytest.mark.parametrize(
    ("text", "words", "percent"),
    [
        ("2/3 số nhà bị tốc mái.", "2/3", "66.67"),
        ("Một phần ba số nhà bị tốc mái.", "Một phần ba", "33.33"),
        ("Ba phần tư các em thi đỗ.", "Ba phần tư", "75"),
        ("Một nửa số hộ mất điện.", "Một nửa", "50"),
        ("Hơn nửa số hộ mất điện.", "Hơn nửa", "50"),
        ("Có 3/4 diện tích rừng bị cháy.", "3/4", "75"),
        ("Có 5/6 số hộ mất điện.", "5/6", "83.33"),
    ],
)
def test_vietnamese_shares_of_several_are_percentages(text: str, words: str, percent: str) -> None:
    assert figures(text) == [(words, "percent", Decimal(percent))]


@pytest.mark.parametrize(
    ("text", "words", "count"),
    [
        ("Có 118/121 giáo viên đạt chuẩn.", "118/121", 118),
        ("7/11 nạn nhân tử vong.", "7/11", 7),
        ("Có 41/81 tuyến đường bị ngập.", "41/81", 41),
        ("Nơi đây tổ chức 6/33 môn thi.", "6/33", 6),
    ],
)
def test_a_count_out_of_a_whole_is_a_count(text: str, words: str, count: int) -> None:
    assert figures(text) == [(words, "count", count)]


@pytest.mark.parametrize(
    "text",
    [
        "Giá tăng từ 1/10 nên dân lo.",
        "Anh dự 7/8 giải lớn.",
        "Đến nửa đêm, nước rút.",
        "Nước ngập gần nửa bánh xe.",
        "Trận đấu nửa vời.",
    ],
)
def test_what_may_be_a_date_or_is_of_one_thing_is_no_share_of_several(text: str) -> None:
    assert [kind for _, kind, _ in figures(text) if kind in ("percent", "count")] == []


def test_half_of_a_unit_of_time_is_a_duration() -> None:
    ((words, kind, value),) = figures("Nước ngập hơn nửa giờ đồng hồ.")
    assert (words, kind, value) == ("hơn nửa giờ đồng hồ", "duration", Decimal("0.5"))


@pytest.mark.parametrize(
    ("text", "value"),
    [("1 tỷ 2", 1_200_000_000), ("2 triệu 5", 2_500_000), ("2 triệu rưỡi", 2_500_000)],
)
def test_the_next_lower_place_may_be_left_unsaid_and_is_money_where_the_number_is(text: str, value: int) -> None:
    assert figures(f"Công ty lãi {text}.") == [(text, "money", value)]


def test_a_digit_after_a_scale_that_counts_something_is_another_number() -> None:
    assert [value for _, _, value in figures("Có 5 triệu con gà và 5 triệu 3 người.")][-1] == 3
