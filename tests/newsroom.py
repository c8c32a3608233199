"""Invented news: events whose figures agree, differ and change, for what shows them to people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import newsdedup as nd
from newsdedup.figures.event_dates import EventDates
from newsdedup.figures.origins import with_origins
from newsdedup.mentions import Person, Place, Quote
from newsdedup.record import Report, Statement

FIRST = datetime(2031, 9, 3, 7, tzinfo=UTC)

STORM = (
    "Tối 2/9, bão số 7 đổ bộ vào xã Tân Lập. Đã có 12 người chết. Gió làm tốc mái hơn 300 ngôi nhà.",
    "Bão số 7 vào xã Tân Lập tối 2/9 làm 12 người chết. Khoảng 40 người phải đi viện.",
    "Số nạn nhân bão số 7 tăng: 15 người chết, 340 ngôi nhà tốc mái.",
)
CUP = (
    "Giải bóng đá học đường có 47 đội tuyển dự giải và hơn 10.000 khán giả.",
    "Giải bóng đá học đường có 48 đội tuyển dự giải, 11.000 khán giả đến sân.",
    "Giải bóng đá học đường có 47 đội tuyển dự giải và hơn 10.000 khán giả.",
)
FAIR = ("Hội sách mở cửa sáng 5/9 với 120 gian hàng.", "Hội sách năm nay có 120 gian hàng.")


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


def record_of(
    articles: Sequence[nd.Article], *, title: str, day: str | None = "2031-09-02", copies: bool = False
) -> nd.EventRecord:
    """A record of these articles; with `copies` the last of them is a copy of the first."""
    origins = {article.id: article.id for article in articles}
    if copies:
        origins[articles[-1].id] = articles[0].id
    claims = with_origins([claim for article in articles for claim in nd.extract_figures(article)], origins)
    first = articles[0]
    return nd.EventRecord(
        event_id=f"event-of-{first.id}",
        title=title,
        dates=EventDates(start_date=day, end_date=day, status=day and "agree", n_articles=2, n_origins=2),
        articles=tuple(
            Report(
                id=article.id,
                title=article.title,
                source=article.source,
                url=article.url,
                published_at=article.published_at,
                language=article.language,
                origin=origins[article.id],
                copy_of=origins[article.id] if origins[article.id] != article.id else None,
                relation="copy" if origins[article.id] != article.id else None,
            )
            for article in articles
        ),
        figures=tuple(nd.reconcile(claims)),
        people=(Person(name="Trần Thị Mây", office="Chủ tịch xã", n_origins=2),),
        places=(Place(name="Tân Lập", level="commune", n_origins=1),),
        quotes=(Quote(text="Bà con đã được đưa đến nơi an toàn", article_ids=(first.id,), n_origins=2),),
        timeline=(Statement(date="2031-09-02", text=first.text.split(".")[0], article_id=first.id),),
    )


def storm() -> tuple[nd.EventRecord, list[nd.Article]]:
    articles = articles_of("bão", STORM)
    return record_of(articles, title="Bão số 7 đổ bộ vào Tân Lập"), articles


def cup() -> tuple[nd.EventRecord, list[nd.Article]]:
    articles = articles_of("giải", CUP)
    return record_of(articles, title="Khai mạc giải bóng đá học đường", day="2031-09-10", copies=True), articles


def fair() -> tuple[nd.EventRecord, list[nd.Article]]:
    articles = articles_of("sách", FAIR)
    return record_of(articles, title="Hội sách mùa thu", day="2031-09-05"), articles


def small_events(number: int) -> tuple[list[nd.EventRecord], list[nd.Article]]:
    """Many events of one report each, to fill a page."""
    made = [articles_of(f"tin{place}", (f"Chợ quê {place} họp với {place + 2} quầy rau.",)) for place in range(number)]
    records = [record_of(one, title=f"Chợ quê {place} họp phiên", day=None) for place, one in enumerate(made)]
    return records, [article for one in made for article in one]


def newsroom(n_small: int = 60) -> tuple[nd.EventCollection, list[nd.Article]]:
    """A collection of such events, and their articles."""
    told = (fair(), storm(), cup())
    records, articles = small_events(n_small)
    rejected = (nd.Rejection("trống", 9, "the text is empty"),)
    every = (*(record for record, _ in told), *records)
    return nd.EventCollection(every, rejected=rejected, settings={"threshold": 0.45}), [
        *(article for _, some in told for article in some),
        *articles,
    ]
