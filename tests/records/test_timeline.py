from __future__ import annotations

from typing import Any

import pytest

import newsdedup as nd
from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.reconcile.event_dates import EventDates
from newsdedup.records.timeline import Statement, timeline_of


def dated(article: str, sentence: str, day: str = "2025-06-14", **more: Any) -> FigureClaim:
    words = {"text": "14/6", "start": 0, "end": 4, "language": "vi", **more}
    return FigureClaim(article_id=article, value=day, low=day, high=day, kind="date", sentence=sentence, **words)


def told(*texts: str, start: str | None = None, language: str = "vi") -> tuple[Statement, ...]:
    claims = [
        claim
        for number, text in enumerate(texts)
        for claim in nd.extract_figures(text, article_id=f"a{number}", language=language, published_at="2025-06-16")
        if claim.kind == "date"
    ]
    return timeline_of(claims, EventDates(start_date=start, end_date=start))


def test_a_sentence_that_several_articles_copied_is_one_line_of_one_voice() -> None:
    lines = ["Sáng 14/6 lũ tràn về bản.", "Theo báo, sáng 14/6 lũ tràn về bản."]
    (line,) = timeline_of([dated("a", lines[0], origin="a@0"), dated("b", lines[1], origin="a@0")])
    assert (line.article_id, line.article_ids, line.n_origins) == ("a", ("a", "b"), 1)


def test_what_several_articles_say_of_one_day_is_one_line_with_all_of_them() -> None:
    (line,) = told("Sáng 14/6, lũ cuốn trôi ba nhà ở Nậm Păm.", "Ba nhà ở Nậm Păm bị lũ cuốn trôi hôm 14/6.")
    assert (line.article_ids, line.n_origins) == (("a0", "a1"), 2)


def test_what_is_different_on_one_day_stays_apart() -> None:
    lines = told("Sáng 14/6, lũ cuốn trôi ba nhà ở Nậm Păm.", "Chiều 14/6, bộ trưởng khen thưởng đội cứu hộ.")
    assert len(lines) == 2


def test_what_happened_on_the_first_day_of_the_event_needs_fewer_words_in_common() -> None:
    reports = (
        "A lorry driver was killed in a crash near Hull on Saturday.",
        "Saturday's crash on the ring road killed a man, left two boys hurt and closed both lanes.",
    )
    assert len(told(*reports, start="2025-06-14", language="en")) == 1
    assert len(told(*reports, start="2025-06-10", language="en")) == 2


def test_dates_of_papers_and_pages_are_not_in_the_timeline_and_days_are_in_order() -> None:
    claims = [
        dated("a", "Tới 15/6 nước rút hết khỏi bản.", "2025-06-15", role="as_of"),
        dated("b", "Sáng 14/6 lũ tràn về bản."),
    ]
    papers = [dated("a", "Công văn ngày 13/6 của tỉnh.", "2025-06-13", role=role) for role in ("document", "page")]
    assert [one.date for one in timeline_of([*claims, *papers])] == ["2025-06-14", "2025-06-15"]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Lũ năm 1971 làm vỡ đê ở đây.", "1971"),
        ("Quý ba có ba trận lũ lớn.", "2025/2026"),
        ("8:13 AM PDT 14/6", "2025-06-14"),
    ],
)
def test_years_alone_and_dates_of_pages_are_left_out(sentence: str, day: str) -> None:
    assert timeline_of([dated("a", sentence, day)]) == ()


def test_a_sentence_with_two_days_is_listed_once_under_the_day_of_the_event() -> None:
    lines = told("Sáng 14/6, lũ về Nậm Păm sau trận mưa lớn ngày 12/6.", start="2025-06-14")
    assert [one.date for one in lines] == ["2025-06-14"]
    assert [one.date for one in told("Sáng 14/6, lũ về Nậm Păm sau trận mưa lớn ngày 12/6.")] == ["2025-06-12"]


def test_days_long_before_the_event_are_marked_and_births_left_out() -> None:
    lines = told(
        "Sáng 14/6, lũ cuốn trôi ba nhà ở Nậm Păm.",
        "Ngày 3/8/2017, lũ quét xảy ra ở bản này khiến mười người chết.",
        "Trưởng bản Lò Văn Pâng, sinh ngày 5/10/1980, kể lại chuyện.",
        start="2025-06-14",
    )
    assert [(one.date, one.is_background) for one in lines] == [("2017-08-03", True), ("2025-06-14", False)]


def test_a_day_without_a_year_is_never_background() -> None:
    claims = [dated("a", "Ngày 3/8 lũ quét làm mười người chết.", "XXXX-08-03")]
    assert [one.is_background for one in timeline_of(claims, EventDates(start_date="2025-06-14"))] == [False]


def test_the_sentence_that_is_easily_read_stands_for_the_others() -> None:
    long = "Sáng 14/6, lũ cuốn trôi ba nhà ở Nậm Păm, " + "và nước còn dâng " * 30
    claims = [dated("a", long), dated("b", "Sáng 14/6, lũ cuốn trôi ba nhà ở Nậm Păm.")]
    assert [one.article_id for one in timeline_of(claims)] == ["b"]
    assert [one.article_id for one in timeline_of([claims[0]])] == ["a"]


def test_a_day_has_a_dozen_lines_at_most() -> None:
    letters = "abcdefghijklmnopqrst"
    claims = [dated(f"a{one}", " ".join(one * length for length in range(4, 9))) for one in letters]
    assert len(timeline_of(claims)) == 12
