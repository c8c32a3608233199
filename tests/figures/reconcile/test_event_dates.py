from __future__ import annotations

import newsdedup as nd
from newsdedup.figures.reconcile.event_dates import EventDates, event_dates, with_years


def days(*texts: str) -> EventDates:
    claims = [c for n, text in enumerate(texts) for c in nd.extract_figures(text, article_id=f"a{n}", language="vi")]
    return event_dates(with_years(c for c in claims if c.kind == "date"))


def test_reports_that_give_one_day_agree_and_a_range_extends_it() -> None:
    found = days("Sáng 14/6, hội nghị khai mạc.", "Ngày 14/6, hội nghị mở ra. Họp trong 2 ngày (14 - 15/6/2025).")
    assert found == EventDates(
        start_date="2025-06-14", end_date="2025-06-15", status="agree", n_articles=2, n_origins=2
    )


def printed(article: str, day: str, start: int) -> nd.FigureClaim:
    return nd.FigureClaim(
        article_id=article, start=start, end=start + 4, text=day, kind="date", value=day, low=day, high=day
    )


def test_a_day_after_the_lead_confirms_but_does_not_contradict() -> None:
    lead = printed("a", "2025-06-14", 0)
    assert event_dates([lead, printed("b", "2025-06-14", 500)]).status == "agree"
    assert event_dates([lead, printed("b", "2025-06-20", 500)]).status == "single_source"
    assert event_dates([lead, printed("b", "2025-06-20", 300)]).status == "conflict"


def test_a_day_far_down_in_an_article_is_no_day_of_the_event() -> None:
    assert event_dates([printed("a", "2025-06-14", 1600)]) == EventDates()


def test_a_year_stays_unknown_where_no_report_prints_it() -> None:
    assert days("Chiều 28/7, Chính phủ họp.").start_date == "XXXX-07-28"


def test_the_date_of_a_paper_gives_its_year_but_is_not_a_date_of_the_event() -> None:
    found = days("Sáng 14/6, hội nghị khai mạc theo kết luận 167-KL/TW ngày 13/6/2025 của Bộ Chính trị.")
    assert (found.start_date, found.end_date, found.status) == ("2025-06-14", "2025-06-14", "single_source")


def test_a_page_clock_is_not_a_date_of_the_event() -> None:
    assert days("Thứ Tư, 1/1/2025\nHội nghị có 500 đại biểu tham dự.") == EventDates()


def test_the_day_with_most_origins_is_chosen_and_others_make_a_conflict() -> None:
    found = days("Ngày 14/6, lũ về.", "Sáng 14/6, nước dâng.", "Ngày 20/6, lũ đến.")
    assert (found.start_date, found.status, found.n_articles) == ("XXXX-06-14", "conflict", 2)


def test_a_day_takes_the_year_that_is_printed_with_it() -> None:
    a, b = "Sáng 14/6, vụ cháy xảy ra.", "Vụ cháy sáng ngày 14/6/2024 đã được dập tắt."
    paper = "Nhà xưởng được cấp phép ngày 10/3/2019 và nghiệm thu ngày 11/5/2019."
    assert days(a, b, paper).start_date == "2024-06-14"
