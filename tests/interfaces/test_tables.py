from __future__ import annotations

import io
from decimal import Decimal

import pytest
from attrs import evolve
from rich.console import Console

import newsdedup as nd
import newsroom

NEWS = "Sáng 14/6, hội nghị khai mạc tại Hà Nội với hơn 10.000 điểm cầu trên cả nước và 500 đại biểu"


def on_terminal(value: object) -> str:
    """A value as a terminal of 120 columns prints it."""
    console = Console(file=io.StringIO(), width=120)
    console.print(value)
    return console.file.getvalue()  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def storm() -> nd.EventRecord:
    record, _ = newsroom.storm()
    return record


@pytest.fixture(scope="module")
def toll(storm: nd.EventRecord) -> nd.ReconciledFigure:
    return storm.figures[0]


def test_a_figure_has_its_status_its_rule_and_every_claim(toll: nd.ReconciledFigure) -> None:
    lines = [" ".join(line.split()) for line in on_terminal(toll).splitlines()]
    assert lines[1].endswith("15 superseded")
    assert f"superseded: {toll.rule}" in lines
    assert [line.split("”")[0] for line in lines if line.startswith("“")] == ["“12 người", "“12 người", "“15 người"]


def test_a_rule_that_decided_nothing_is_not_a_line(toll: nd.ReconciledFigure) -> None:
    for status in ("agree", "single_source"):
        assert toll.rule not in on_terminal(evolve(toll, status=status))


def test_a_figure_without_a_best_value_has_a_dash_and_its_range(toll: nd.ReconciledFigure) -> None:
    conflict = evolve(toll, best=None, low=Decimal(12), high=Decimal(15), status="conflict")
    words = " ".join(on_terminal(conflict).split())
    assert "– conflict" in words
    assert "12 – 15" in words


def test_the_range_is_left_out_where_it_is_the_best_value(toll: nd.ReconciledFigure) -> None:
    def second_line(**ends: Decimal) -> str:
        return " ".join(on_terminal(evolve(toll, best=Decimal(15), **ends)).splitlines()[2].split())

    assert second_line(low=Decimal(15), high=Decimal(15)).endswith("3 reports")
    assert "15 3 reports" not in second_line(low=Decimal(15), high=Decimal(15))
    assert second_line(low=Decimal(12), high=Decimal(15)).endswith("12 – 15 3 reports")


def test_parts_and_notes_of_a_figure_are_lines(toll: nd.ReconciledFigure) -> None:
    words = on_terminal(evolve(toll, part_of="người (Tân Lập)", notes=("revised upwards",)))
    assert "part of: người (Tân Lập)" in words
    assert "note: revised upwards" in words


def test_reports_in_their_own_words_are_counted_where_others_copied(toll: nd.ReconciledFigure) -> None:
    assert "3 reports, 2 origins" in on_terminal(evolve(toll, n_articles=3, n_origins=2))
    assert "origin" not in on_terminal(evolve(toll, n_articles=3, n_origins=3))


def test_the_dates_of_an_event_have_a_status_unless_one_origin_prints_them(storm: nd.EventRecord) -> None:
    dates = evolve(storm.dates, start_date="2031-09-02", end_date="2031-09-03", n_articles=2)
    conflict = evolve(storm, dates=evolve(dates, status="conflict"))
    assert "2 – 3 Sep 2031 · conflict, 2 of 3 reports · 3 origins" in on_terminal(conflict)
    alone = evolve(storm, dates=evolve(dates, status="single_source", n_articles=1))
    assert "2 – 3 Sep 2031 · 1 of 3 reports · 3 origins" in on_terminal(alone)
    undated = evolve(storm, dates=evolve(dates, start_date=None, end_date=None, status=None))
    assert "no date printed · 3 reports · 3 origins" in on_terminal(undated)


def test_a_report_has_its_source_its_time_and_what_it_copied() -> None:
    record, _ = newsroom.cup()
    words = " ".join(on_terminal(record).split())
    assert "• giải-1 · Báo giải 1 · 2031-09-03 08:00:00+00:00 · Giải, tin thứ 1" in words
    assert "(copy of giải-1)" in words


def test_a_long_title_of_a_report_is_cut(storm: nd.EventRecord) -> None:
    first, *others = storm.articles
    record = evolve(storm, articles=(evolve(first, source=None, title="bão " * 50), *others))
    assert f" · {'bão ' * 22}…" in " ".join(on_terminal(record).split())


def test_of_sentences_of_only_one_report_the_first_is_shown(storm: nd.EventRecord) -> None:
    sentence = evolve(storm.key_sentences[0], article_id=storm.articles[0].id)
    record = evolve(storm, only_in=tuple(evolve(sentence, text=text) for text in ("Câu một.", "Câu hai.")))
    assert "only here: “Câu một.”" in on_terminal(record)
    assert "Câu hai." not in on_terminal(record)


def test_an_event_of_one_report_has_no_summary_beside_its_title(storm: nd.EventRecord) -> None:
    alone = evolve(storm, articles=storm.articles[:1])
    several, single = (" ".join(on_terminal(record).split()) for record in (storm, alone))
    assert str(storm.summary(2)) in several
    assert str(storm.summary(2)) not in single


def test_an_event_without_figures_is_marked(storm: nd.EventRecord) -> None:
    assert "no figures" in on_terminal(evolve(storm, figures=()))


def test_letters_that_a_terminal_would_obey_are_printed_as_escapes(storm: nd.EventRecord) -> None:
    assert "a\\x07b\\ud800c" in on_terminal(evolve(storm, title="a\x07b\ud800c"))


def test_collections_and_groups_show_their_first_parts_and_the_number_of_the_others(storm: nd.EventRecord) -> None:
    shown = on_terminal(nd.EventCollection(records=(storm,) * 13))
    assert shown.startswith("<EventCollection: 13 events")
    assert "… and 3 more" in shown
    assert "9. Bão số 7" in shown
    assert "10. " not in shown
    articles = nd.read_articles([{"id": f"n{number}", "text": f"Tin {number}"} for number in range(10)])
    assert "more" not in on_terminal(articles)


def test_copies_and_groups_are_lists_of_articles() -> None:
    articles = nd.read_articles(
        [
            {"id": "first", "text": NEWS, "published_at": "2025-06-14"},
            {"id": "again", "text": NEWS + " tham dự", "published_at": "2025-06-15"},
            {"id": "other", "text": "Giá vàng sáng nay tăng mạnh", "title": "Giá vàng tăng"},
        ]
    )
    assert "other  Giá vàng tăng" in on_terminal(articles)
    assert "copy: again of first (Jaccard" in on_terminal(nd.find_copies(articles))
    assert "0. 2 reports" in on_terminal(nd.find_events(articles))
    assert "weakest link" not in on_terminal(nd.find_events(articles))


def test_the_only_report_is_not_counted_as_one_of_one() -> None:
    lines = on_terminal(nd.consolidate(["Ngày 14/6/2025, hội nghị khai mạc tại Hà Nội."])[0])
    assert "14 Jun 2025 · 1 report · 1 origin" in lines
