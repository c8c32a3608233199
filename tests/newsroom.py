"""Invented news: events whose figures agree, differ and change, for what shows them to people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from attrs import evolve

import newsdedup as nd

FIRST = datetime(2031, 9, 3, 7, tzinfo=UTC)

STORM = (
    "Tối 2/9/2031, bão số 7 đổ bộ vào xã Tân Lập. Đã có 12 người chết. Gió làm tốc mái hơn 300 ngôi nhà. "
    "Bộ trưởng Trần Thị Mây nói: “Bà con đã được đưa đến nơi an toàn từ chiều hôm trước”.",
    "Cơn bão vào đất liền tối 2/9/2031. Bão làm 12 người chết. Khoảng 40 người phải đi viện. "
    "Bộ trưởng Trần Thị Mây cho biết “bà con đã được đưa đến nơi an toàn từ chiều hôm trước”.",
    "Số nạn nhân bão số 7 tăng: 15 người chết, 340 ngôi nhà tốc mái.",
)
CUP = (
    "Sáng 10/9/2031, giải bóng đá học đường khai mạc. Giải bóng đá học đường có 47 đội tuyển dự giải và "
    "hơn 10.000 khán giả.",
    "Giải bóng đá học đường khai mạc sáng 10/9/2031. Giải bóng đá học đường có 48 đội tuyển dự giải, "
    "11.000 khán giả đến sân.",
    "Sáng 10/9/2031, giải bóng đá học đường khai mạc. Giải bóng đá học đường có 47 đội tuyển dự giải và "
    "hơn 10.000 khán giả.",
)
FAIR = ("Hội sách mở cửa sáng 5/9/2031 với 120 gian hàng.", "Hội sách ngày 5/9/2031 năm nay có 120 gian hàng.")


def articles_of(name: str, texts: Sequence[str]) -> list[nd.Article]:
    return [
        nd.Article(
            text,
            id=f"{name}-{number}",
            title=f"{name.capitalize()}, tin thứ {number}",
            source=f"Báo {name} {number}",
            url=f"https://example.org/{name}/{number}",
            published_at=FIRST + timedelta(hours=number),
            language="vi",
        )
        for number, text in enumerate(texts, start=1)
    ]


def record_of(articles: Sequence[nd.Article], title: str) -> nd.EventRecord:
    """The record of these articles, under a title and an id that tests can name."""
    return evolve(nd.record_of(articles), title=title, event_id=f"event-of-{articles[0].id}")


def storm() -> tuple[nd.EventRecord, list[nd.Article]]:
    articles = articles_of("bão", STORM)
    return record_of(articles, "Bão số 7 đổ bộ vào Tân Lập"), articles


def cup() -> tuple[nd.EventRecord, list[nd.Article]]:
    articles = articles_of("giải", CUP)
    return record_of(articles, "Khai mạc giải bóng đá học đường"), articles


def fair() -> tuple[nd.EventRecord, list[nd.Article]]:
    articles = articles_of("sách", FAIR)
    return record_of(articles, "Hội sách mùa thu"), articles


def small_events(number: int) -> list[tuple[nd.EventRecord, list[nd.Article]]]:
    """Many events of one report each, to fill a page."""
    made = [articles_of(f"tin{place}", (f"Chợ quê {place} họp với {place + 2} quầy rau.",)) for place in range(number)]
    return [(record_of(articles, f"Chợ quê {place} họp phiên"), articles) for place, articles in enumerate(made)]


def newsroom(n_small: int = 60) -> tuple[nd.EventCollection, list[nd.Article]]:
    """A collection of such events, and their articles."""
    stories = (fair(), storm(), cup(), *small_events(n_small))
    rejected = (nd.Rejection("trống", 9, "the text is empty"),)
    events = nd.EventCollection(tuple(record for record, _ in stories), rejected=rejected, settings={"threshold": 0.45})
    return events, [article for _, articles in stories for article in articles]
