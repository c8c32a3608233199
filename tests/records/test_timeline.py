from __future__ import annotations

from typing import Any

from newsdedup.figures.claim import FigureClaim
from newsdedup.records.timeline import timeline_of


def dated(article: str, sentence: str, day: str = "2025-06-14", **more: Any) -> FigureClaim:
    return FigureClaim(
        article_id=article, start=0, end=4, text="14/6", value=day, kind="date", sentence=sentence, **more
    )


def test_a_sentence_that_several_articles_copied_is_listed_once() -> None:
    copied = [dated("a", "Sáng 14/6 lũ về.", origin="a@0"), dated("b", "Theo báo, sáng 14/6 lũ về.", origin="a@0")]
    assert [one.article_id for one in timeline_of(copied)] == ["a"]
    assert len(timeline_of([dated("a", "Sáng 14/6 lũ về."), dated("b", "Ngày 14/6 lũ rút.")])) == 2


def test_dates_of_papers_and_pages_are_not_in_the_timeline_and_days_are_in_order() -> None:
    claims = [dated("a", "Tới 15/6.", "2025-06-15", role="as_of"), dated("a", "Sáng 14/6 lũ về.")]
    papers = [dated("a", "Công văn ngày 13/6.", "2025-06-13", role=role) for role in ("document", "page")]
    assert [one.date for one in timeline_of([*claims, *papers])] == ["2025-06-14", "2025-06-15"]
