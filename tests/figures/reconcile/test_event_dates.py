from __future__ import annotations

import pytest

import newsdedup as nd
from newsdedup.figures.reconcile.event_dates import EventDates, event_dates, with_years


def days(*texts: str) -> EventDates:
    claims = [c for n, text in enumerate(texts) for c in nd.extract_figures(text, article_id=f"a{n}", language="vi")]
    return event_dates(with_years(c for c in claims if c.kind == "date"))


def test_reports_that_give_one_day_agree_and_a_range_extends_it() -> None:
    found = days("Sáng 14/6, hội nghị khai mạc.", "Ngày 14/6, hội nghị mở ra. Họp trong 2 ngày (14 - 15/6/2025).")
    assert (found.start_date, found.end_date) == ("2025-06-14", "2025-06-15")
    assert (found.status, found.n_articles, found.n_origins) == ("agree", 2, 2)


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


def told(*articles: tuple[str, str, str]) -> EventDates:
    """The days of articles, each with its day of publication, its title and its text."""
    claims = []
    for number, (day, title, text) in enumerate(articles):
        language = "vi" if any(letter in title + text for letter in "ạảấậộợụữựđ") else "en"
        read = nd.extract_figures(text, article_id=f"a{number}", language=language, published_at=day)
        claims += read
    return event_dates(
        with_years(claim for claim in claims if claim.kind == "date"),
        others=[claim for claim in claims if claim.kind != "date"],
        heads=[f"{title}\n{text[:300]}" for _, title, text in articles],
    )


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        (  # an earlier event of the same kind, however many recall it
            [
                (
                    "2013-10-23",
                    "Nổ kho pháo, 6 người thiệt mạng",
                    "Vụ nổ kho pháo xảy ra ngày 22/10 làm 6 người thiệt mạng. Ngày 13/4/2011 cũng từng có vụ nổ ở kho.",
                ),
                (
                    "2013-10-23",
                    "Sáu người thiệt mạng vì nổ kho pháo",
                    "Tối 22/10, một kho pháo phát nổ. Hôm 13/4/2011, một vụ nổ khác từng khiến 4 người thiệt mạng.",
                ),
            ],
            "2013-10-22",
        ),
        (  # only the earlier event has a day
            [
                (
                    "2013-10-23",
                    "Nổ kho pháo, 6 người thiệt mạng",
                    "Vụ nổ kho pháo làm 6 người thiệt mạng. Ngày 13/4/2011 cũng từng có vụ nổ ở kho này.",
                )
            ],
            None,
        ),
        (  # what followed: the arrest, the hearing to come, the statement
            [
                (
                    "2016-10-19",
                    "Man charged in fatal crash",
                    "A driver was charged Tuesday with manslaughter after a fatal crash. A cyclist was killed on "
                    "Saturday night in Hull. He is due in court on May 4.",
                )
            ],
            "2016-10-15",
        ),
        (
            [
                (
                    "2016-06-30",
                    "Coroner rules on boy's death",
                    "The coroner told reporters Thursday how the boy died. He was killed in a fire at home on June 22.",
                ),
                ("2016-06-23", "Fire kills boy", "A boy was killed in a fire at his home. Three neighbours were hurt."),
            ],
            "2016-06-22",
        ),
        (  # birthdays, licences and terms
            [
                (
                    "2025-10-15",
                    "Cháy xưởng gỗ, hai người chết",
                    "Chiều 14/10, vụ cháy xưởng gỗ khiến hai người chết. Chủ xưởng sinh ngày 5/10/1980, giấy phép ngày "
                    "12/10/2025 có hiệu lực đến ngày 12/10/2030.",
                )
            ],
            "2025-10-14",
        ),
        (  # an announced day
            [
                (
                    "2025-06-01",
                    "Hội chợ sách sắp mở cửa",
                    "Hội chợ sách sẽ khai mạc ngày 14/6 tại Huế, theo ban tổ chức hội chợ.",
                )
            ],
            "2025-06-14",
        ),
        (  # a night over two days
            [
                (
                    "2025-10-16",
                    "Lũ cuốn trôi ba nhà",
                    "Đêm 14, rạng sáng 15/10, lũ cuốn trôi 3 nhà ở xã Nậm Păm.",
                )
            ],
            "2025-10-14",
        ),
        (  # a period of counting is not the event's
            [
                (
                    "2013-10-23",
                    "Giá xăng không tăng",
                    "Chiều 22/10, Bộ ra văn bản về giá xăng. Giá cơ sở tính từ ngày 21/9/2013 đến ngày 20/10/2013.",
                )
            ],
            "2013-10-22",
        ),
    ],
)
def test_the_day_is_that_of_the_event_and_not_of_what_stands_beside_it(
    articles: list[tuple[str, str, str]], expected: str | None
) -> None:
    assert told(*articles).start_date == expected


def test_the_record_says_in_words_why_it_is_that_day() -> None:
    found = told(("2025-10-15", "Cháy xưởng gỗ", "Chiều 14/10, vụ cháy xưởng gỗ ở xã Nậm Păm khiến hai người chết."))
    assert found.rule is not None
    assert found.rule.split(", ")[0] in ("in the lead", "words of titles and leads")
    assert "at most two days before the earliest report" in found.rule


def test_articles_without_a_day_of_publication_are_no_older_than_a_day_that_they_print() -> None:
    text = "The actor, whose first film opened on Dec. 2, 1953, fell ill on Dec. 9, 2008 and died in hospital."
    claims = nd.extract_figures(text, language="en")
    assert event_dates([claim for claim in claims if claim.kind == "date"]).start_date == "2008-12-09"


def test_two_reports_that_say_that_it_happened_on_different_days_are_a_conflict() -> None:
    found = told(
        ("2016-06-04", "Teen drowned in Hull", "A teen drowned in Hull on June 1, police said."),
        ("2016-06-04", "Teen drowned in Hull", "Police in Hull said that the teen drowned on June 3."),
    )
    assert found.status == "conflict"


def test_the_year_of_a_birth_is_that_of_no_other_day() -> None:
    found = days("Ca sĩ, sinh ngày 22/4/1923, qua đời ngày 11/12 tại bệnh viện.", "Bà qua đời ngày 11/12.")
    assert found.start_date == "XXXX-12-11"


def test_what_followed_is_given_where_nothing_else_is_reported() -> None:
    found = told(("2016-10-19", "Man charged in Hull", "A man from Hull was charged on Tuesday, the court said."))
    assert found.start_date == "2016-10-18"


def test_a_day_in_a_title_is_rather_that_of_the_event() -> None:
    report = "Gian hàng dựng xong ngày 05/11 ở Huế. Hội chợ sách mở cửa ngày 08/11 tại Huế."
    assert told(("2025-11-04", "Hội chợ sách mở cửa sáng 8/11", report)).start_date == "2025-11-08"


def test_a_day_of_years_ago_that_all_reports_recall_is_not_the_events() -> None:
    title, text = "Nổ kho pháo, 6 người thiệt mạng", "Vụ nổ kho pháo ở Pskov làm 6 người thiệt mạng. "
    recalled = ("Hôm 13/4/2011, cũng đã có 4 binh sĩ thiệt mạng vì nổ.", "Ngày 13/4/2011, kho này từng nổ.")
    reports = [("2013-10-23", title, text * 5 + sentence) for sentence in recalled]
    assert told(*reports).start_date is None
