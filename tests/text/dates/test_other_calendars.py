"""Days of other calendars: no dates, and no counts."""

from __future__ import annotations

from datetime import date

import pytest

import newsdedup as nd

WRITTEN = date(2025, 2, 10)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Chợ hoa mở từ 23 tháng Chạp đến 30 Tết.", "vi"),
        ("Mùng 2 Tết, xe máy va chạm.", "vi"),
        ("Lễ hội diễn ra ngày mùng 5 tháng Giêng.", "vi"),
        ("Rằm tháng Bảy, chùa đông khách.", "vi"),
        ("Chùa đông từ rằm tháng 7.", "vi"),
        ("Từ mùng 1 đến mùng 3 Tết, đường vắng.", "vi"),
        ("Giỗ tổ vào 10/3 âm lịch, chợ họp mùng ba Tết.", "vi"),
        ("Đêm 29 tháng Chạp, chợ họp.", "vi"),
        ("Hội mở mùng 6, mùng 7, mùng 8 tháng Giêng.", "vi"),
        ("Chợ họp vào ngày 12 tháng 3 năm 2025 âm lịch.", "vi"),
        ("Lebaran jatuh pada 1 Syawal 1446 H.", "id"),
        ("Puasa dimulai 1 Ramadan.", "id"),
    ],
)
def test_days_of_other_calendars_give_neither_dates_nor_counts(text: str, language: str) -> None:
    assert [one.text for one in nd.extract_figures(text, language=language, published_at=WRITTEN)] == []
    assert [one.text for one in nd.read_amounts(text, language=language, published_at=WRITTEN)] == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Mùng 2 Tết, hai xe va chạm làm ba người chết.", ["2", "3"]),
        ("Chiều 30 Tết (28/1/2025), 12 người bị thương.", ["2025-01-28", "12"]),
        ("Ngày 1/1, dịp Tết Dương lịch, 25 người chết.", ["2025-01-01", "25"]),
        ("Ba ngày Tết có 25 người chết.", ["3", "25"]),
    ],
)
def test_what_is_beside_them_is_read(text: str, values: list[str]) -> None:
    claims = nd.extract_figures(text, language="vi", published_at=WRITTEN)
    assert [str(claim.value) for claim in claims] == values
