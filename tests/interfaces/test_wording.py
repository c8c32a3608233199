from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve

import newsdedup as nd
import newsroom
from newsdedup.figures.figure import Alternative
from newsdedup.figures.wording import spaced
from newsdedup.interfaces.html import STATUS_COLOURS
from newsdedup.interfaces.wording import (
    STATUS_LABELS,
    alternative_date,
    alternative_value,
    backing_in_words,
    claim_value,
    count_in_words,
    date_in_words,
    figure_bounds,
    figure_name,
    figure_remarks,
    figure_title,
    figure_value,
    level_in_words,
    moment_in_words,
    span_in_words,
)


@pytest.fixture(scope="module")
def toll() -> nd.ReconciledFigure:
    """Twelve dead, fifteen in a later report."""
    record, _ = newsroom.storm()
    return record.figures[0]


def test_counts_and_identifiers_become_words() -> None:
    assert [count_in_words(number, "report") for number in (0, 1, 1200)] == ["0 reports", "1 report", "1,200 reports"]
    assert count_in_words(2, "copy or excerpt", "copies or excerpts") == "2 copies or excerpts"
    assert backing_in_words(2, 1) == "2 reports, 1 origin"
    assert spaced("more_than") == "more than"
    assert spaced(None) == ""


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Đám cháy làm hơn 1.200 người chết.", "more than 1.200"),
        ("More than 1,200 people died in the fire.", "more than 1,200"),
        ("Từ 5 đến 10 người mất tích.", "5 – 10"),
        ("Lãi suất là 4,8%.", "4,8%"),
        ("Ngày 14/6/2025", "14 Jun 2025"),
    ],
)
def test_the_value_of_a_claim_is_in_the_format_of_its_language(text: str, value: str) -> None:
    assert [claim_value(claim) for claim in nd.extract_figures(text)] == [value]


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2025-06-14", "14 Jun 2025"),
        ("2025-06-14/2025-06-15", "14 – 15 Jun 2025"),
        ("2025-12-30/2026-01-02", "30 Dec 2025 – 2 Jan 2026"),
        ("2025-06-14/2025-06-14", "14 Jun 2025"),
        ("XXXX-07-28/XXXX-08-01", "28 Jul – 1 Aug"),
        ("2025-06", "Jun 2025"),
        ("2014/2015", "2014 – 2015"),
        ("2025-06-14T09:30:00+07:00", "14 Jun 2025, 09:30"),
    ],
)
def test_dates_become_words(iso: str, words: str) -> None:
    assert date_in_words(iso) == words


def test_a_span_of_one_day_is_the_day_and_an_unknown_one_is_empty() -> None:
    assert span_in_words("2025-06-14", "2025-06-14") == "14 Jun 2025"
    assert span_in_words("2025-06-14", "2025-07-01") == "14 Jun – 1 Jul 2025"
    assert span_in_words(None, None) == ""
    assert moment_in_words(date(2025, 6, 14)) == "14 Jun 2025"
    assert moment_in_words(None) == ""


def test_every_status_has_its_own_word_and_glyph_and_the_most_urgent_is_first() -> None:
    assert list(STATUS_LABELS)[:2] == ["conflict", "superseded"]
    assert STATUS_LABELS.keys() == STATUS_COLOURS.keys()
    labels = STATUS_LABELS.values()
    assert len({one.word for one in labels}) == len({one.glyph for one in labels}) == len(STATUS_LABELS)


def test_a_figure_without_nouns_is_named_by_its_role_or_its_kind(toll: nd.ReconciledFigure) -> None:
    assert figure_name(evolve(toll, nouns=("người", "nạn nhân"))) == "người / nạn nhân"
    nameless = evolve(toll, nouns=(), role="first_responders")
    assert figure_name(nameless) == "first responders"
    assert "first responders" not in figure_remarks(nameless)
    assert figure_name(evolve(nameless, role=None)) == "count"


def test_of_nouns_within_each_other_the_first_is_named_and_of_many_some(toll: nd.ReconciledFigure) -> None:
    nested = ("mức bội chi", "bội chi", "Mức bội chi ngân sách", "nợ công")
    assert figure_name(evolve(toll, nouns=nested)) == "mức bội chi / nợ công"
    assert figure_name(evolve(toll, nouns=("xã", "phường", "thị trấn", "thôn"))) == "xã / phường / thị trấn / …"


def test_remarks_narrow_a_figure_down(toll: nd.ReconciledFigure) -> None:
    assert figure_remarks(evolve(toll, nouns=("người",), role="dead", as_of=None)) == ["dead"]
    scope = nd.Scope(place="Tân Lập", level="commune")
    narrow = evolve(toll, nouns=("người",), scope=scope, change="down", modality="planned", as_of="2031-09-03")
    assert figure_title(narrow) == "người · dead · Tân Lập commune · fall · planned · as of 3 Sep 2031"


@pytest.mark.parametrize("level", ["unknown", "event", "other"])
def test_a_level_that_adds_nothing_is_left_out(level: str) -> None:
    assert level_in_words(level) is None
    assert level_in_words("province") == "province"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Hội nghị có hơn 10.000 điểm cầu.", "more than 10.000"),
        ("Hội nghị họp trong 2 ngày.", "2 days"),
        ("Hội nghị họp trong 1 ngày.", "1 day"),
        ("Tỉ lệ tham gia là 59,1%.", "59,1%"),
        ("Nhiệt độ từ 22 đến 29 độ C.", "22 – 29°C"),
        ("Nhiệt độ là 30 độ.", "30°"),
        ("Công trình trị giá 3 triệu USD.", "3 triệu USD"),
    ],
)
def test_a_value_has_its_qualifier_its_unit_and_the_number_format_of_its_article(text: str, value: str) -> None:
    (figure,) = nd.record_of([text]).figures
    assert figure_value(figure) == value


def test_the_best_value_of_a_range_has_no_qualifier(toll: nd.ReconciledFigure) -> None:
    assert figure_value(evolve(toll, best=Decimal(12), qualifier="range")) == "12"


def test_a_conflict_names_its_values_in_rising_order(toll: nd.ReconciledFigure) -> None:
    values = [
        Alternative(value=Decimal(value), qualifier=qualifier, n_articles=1, n_origins=1)
        for value, qualifier in ((15, "exact"), (9, "more_than"), (12, "exact"))
    ]
    assert figure_value(evolve(toll, best=None, alternatives=values)) == "more than 9, 12 or 15"


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(12, 15, "12 – 15"), (12, 12, "12"), (12, None, "12 or more"), (None, 15, "up to 15"), (None, None, "")],
)
def test_bounds_show_the_open_end(low: int | None, high: int | None, words: str, toll: nd.ReconciledFigure) -> None:
    figure = evolve(toll, low=low and Decimal(low), high=high and Decimal(high), best=None, alternatives=())
    assert figure_bounds(figure) == words
    assert figure_value(figure) == (words or "–")


def test_one_of_several_values_has_the_day_up_to_which_it_counts_else_that_of_its_report(
    toll: nd.ReconciledFigure,
) -> None:
    value = Alternative(value=Decimal(1200), qualifier="nearly", n_articles=1, n_origins=1)
    assert alternative_value(value, toll) == "nearly 1.200"
    assert alternative_date(value) == ""
    assert alternative_date(evolve(value, reported_at="2031-09-03T07:00:00+00:00")) == "3 Sep 2031, 07:00"
    assert alternative_date(evolve(value, as_of="2031-09-02", reported_at="2031-09-03")) == "2 Sep 2031"
