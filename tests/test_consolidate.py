from __future__ import annotations

import random
import signal
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
from attrs import evolve

import newsdedup as nd
from newsdedup.records import account


def scope_matches(figure: nd.ReconciledFigure, scope: str) -> bool:
    place = scope.removeprefix("tỉnh ")
    return figure.scope == (nd.Scope(place, "province") if place != scope else nd.Scope(None, scope))


def test_the_seeds_are_three_events(seed_records: nd.EventCollection, expected: dict[str, Any]) -> None:
    assert [sorted(report.id for report in record.articles) for record in seed_records] == expected["events"]


def test_the_june_14_record_is_as_expected(seed_records: nd.EventCollection, expected: dict[str, Any]) -> None:
    gold, record = expected["june_14"], seed_records[0]
    assert (record.start_date, record.end_date) == (gold["start_date"], gold["end_date"])
    assert record.to_dict()["dates"] == gold["dates"]
    assert len(record.figures) == len(gold["figures"])
    for wanted in gold["figures"]:
        (found,) = (
            one
            for one in record.figures
            if one.kind == wanted["kind"]
            and set(one.nouns) & set(wanted["nouns"])
            and scope_matches(one, wanted["scope"])
        )
        for name in ("low", "best", "high", "low_open", "high_open", "qualifier", "status", "n_articles", "n_origins"):
            assert getattr(found, name) == wanted[name], (wanted["key"], name)
        assert sorted({claim.article_id for claim in found.claims}) == wanted["articles"]


def test_the_other_seeds_are_events_of_one_report_with_their_own_figures(seed_records: nd.EventCollection) -> None:
    meeting, province = seed_records[1], seed_records[2]
    assert (meeting.start_date, province.start_date) == ("XXXX-07-28", None)
    assert {3321, 9916, 465, 85000} <= {figure.best for figure in meeting.figures}
    assert {3355, 1597, 17662} <= {figure.best for figure in province.figures}
    (poverty,) = (figure for figure in province.figures if figure.series)
    assert [float(one.value) for one in poverty.series] == [8.36, 7.19, 5.98]


def test_every_claim_quotes_its_article(seed_records: nd.EventCollection, seeds: nd.Articles) -> None:
    texts = {article.id: article.text for article in seeds}
    claims = [claim for record in seed_records for figure in record.figures for claim in figure.claims]
    assert len(claims) > 50
    assert all(claim.text == texts[claim.article_id][claim.start : claim.end] for claim in claims)


def test_the_order_of_the_articles_changes_nothing_but_the_order(
    seeds: nd.Articles, seed_records: nd.EventCollection
) -> None:
    shuffled = list(seeds)
    random.Random(7).shuffle(shuffled)
    assert {r.event_id: r for r in nd.consolidate(shuffled)} == {r.event_id: r for r in seed_records}


def test_the_number_of_threads_changes_nothing(seeds: nd.Articles, seed_records: nd.EventCollection) -> None:
    assert nd.consolidate(seeds, threads=1) == nd.consolidate(seeds, threads=3) == seed_records


def test_the_number_of_processes_changes_nothing(seeds: nd.Articles, seed_records: nd.EventCollection) -> None:
    assert nd.consolidate(seeds, workers=2) == seed_records
    with pytest.raises(nd.SettingError, match="workers=0"):
        nd.consolidate(seeds, workers=0)


def test_a_copied_report_confirms_nothing(seeds: nd.Articles, seed_records: nd.EventCollection) -> None:
    copy = evolve(seeds[0], id="copy")
    with_copy = nd.consolidate([*seeds, copy])
    record = with_copy.of("copy")
    assert (record.n_articles, record.n_origins) == (4, 3)
    assert {report.id: report.copy_of for report in record.articles}["copy"] == seeds[0].id

    def summary(record: nd.EventRecord) -> set[Any]:
        return {(str(f.nouns), str(f.scope), f.best, f.status, f.n_origins) for f in record.figures}

    assert summary(record) == summary(seed_records[0])
    assert with_copy.records[1:] == seed_records.records[1:]


def test_decomposed_texts_give_the_same_records_apart_from_spelling(
    seeds: nd.Articles, seed_records: nd.EventCollection
) -> None:
    decomposed = [evolve(article, text=unicodedata.normalize("NFD", article.text)) for article in seeds]

    def summary(records: nd.EventCollection) -> list[Any]:
        return [
            (
                r.event_id,
                r.start_date,
                r.end_date,
                [(f.low, f.best, f.high, f.status, f.role, f.n_origins) for f in r.figures],
            )
            for r in records
        ]

    assert summary(nd.consolidate(decomposed)) == summary(seed_records)


def test_nothing_to_consolidate_is_an_empty_collection() -> None:
    with pytest.warns(nd.ArticleWarning):
        assert len(nd.consolidate([])) == 0


def test_a_rejected_row_keeps_its_place_among_the_labels() -> None:
    events = nd.consolidate([{"id": "a", "text": "Hội nghị có 15 chuyên đề."}, {"id": "b", "text": ""}])
    assert events.ids == ("a", "b")
    assert events.labels.tolist() == [0, -1]
    assert events.rejected[0].id == "b"


def test_a_language_without_tables_is_grouped_and_the_record_has_a_note() -> None:
    (record,) = nd.consolidate(
        ["Der Minister sagte, dass die Maßnahmen nicht in dem Gesetz stehen und 300 Menschen da sind."]
    )
    assert record.figures == ()
    assert "'de'" in record.notes[0]


def test_the_title_is_a_headline_or_a_first_sentence_never_invented() -> None:
    (titled,) = nd.consolidate([{"text": "Hội nghị có 15 chuyên đề.", "title": "Khai mạc  hội nghị"}])
    assert titled.title == "Khai mạc hội nghị"
    (untitled,) = nd.consolidate(["Thứ Tư, 1/1/2025\nHội nghị có 15 chuyên đề. Hết."])
    assert untitled.title == "Hội nghị có 15 chuyên đề."
    (long,) = nd.consolidate(["rất dài " * 100])
    assert long.title.endswith("…")


def test_a_trusted_source_decides_a_conflict() -> None:
    texts = {"x": "10.000", "y": "11.000"}
    articles = [
        {"id": name, "source": name.upper(), "text": f"Sáng 14/6 khai mạc hội nghị toàn quốc có {value} điểm cầu."}
        for name, value in texts.items()
    ]
    (record,) = nd.consolidate(articles, policy="trusted", trusted=["Y"], threshold=0)
    assert (record.figures[0].status, record.figures[0].best) == ("conflict", 11000)
    assert nd.consolidate(articles, threshold=0)[0].figures[0].best is None


def test_of_several_articles_of_a_trusted_source_the_earliest_decides_in_whatever_order_they_come() -> None:
    articles = [
        {
            "id": name,
            "source": source,
            "published_at": f"2025-06-14T0{hour}:00Z",
            "text": f"Sáng 14/6 khai mạc hội nghị toàn quốc có {value} điểm cầu.",
        }
        for name, source, hour, value in (("a", "X", 7, "10.000"), ("c", "Y", 8, "11.000"), ("b", "Y", 9, "12.000"))
    ]
    for some in (articles, articles[::-1]):
        (record,) = nd.consolidate(some, policy="trusted", trusted=["Y", "b"], threshold=0)
        assert (record.figures[0].status, record.figures[0].best) == ("conflict", 11000)


def test_a_record_is_made_of_articles_that_are_known_to_belong_together(seeds: nd.Articles) -> None:
    record = nd.record_of(seeds[:3])
    assert record.to_dict()["figures"] == nd.consolidate(seeds)[0].to_dict()["figures"]
    with pytest.raises(nd.InputError, match="at least one article: the source holds no articles"):
        nd.record_of([])


def test_roles_of_ones_own_are_read_reconciled_and_saved_with_the_result() -> None:
    role = nd.Role(name="trees", nouns=("cây xanh",), cues=("bật gốc",), evolves=True)
    reports = [
        {"id": "a", "published_at": "2025-06-14", "text": "Giông lốc làm 45 cây xanh bật gốc ở Mai Pha."},
        {"id": "b", "published_at": "2025-06-15", "text": "Giông lốc khiến 60 cây xanh bật gốc tại Mai Pha."},
    ]
    events = nd.consolidate(reports, threshold=0, roles=[role], workers=2)
    (figure,) = events[0].figures
    assert (figure.role, figure.best, figure.status) == ("trees", 60, "superseded")
    assert events.settings["roles"][0]["name"] == "trees"


def test_records_keep_an_editors_word_and_say_so() -> None:
    lines = ["Lũ làm 12 người chết ở Mai Pha.", "Lũ làm 12 người chết ở Mai Pha.", "Giá vàng miếng SJC tăng 5%."]
    rows = [{"id": name, "text": text} for name, text in zip("abc", lines, strict=True)]
    records = nd.consolidate(rows, together=[("a", "c")], apart=[("a", "b")])
    assert [[report.id for report in record.articles] for record in records] == [["a", "c"], ["b"]]
    assert records.settings["together"] == [["a", "c"]]
    assert records.settings["apart"] == [["a", "b"]]


class TimeLimitError(ValueError):
    """A caller's own."""


@pytest.fixture
def alarm(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A signal that comes while an article is read for its record; its handler raises an error of the caller."""

    def stop(*_: object) -> None:
        raise TimeLimitError("too slow")

    def read_until_the_signal(*_: object) -> account.Page:
        signal.raise_signal(signal.SIGINT)
        raise AssertionError("the handler has raised")

    before = signal.signal(signal.SIGINT, stop)
    monkeypatch.delenv(account.STRICT)
    monkeypatch.setattr(account, "page_of", read_until_the_signal)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("alarm")
def test_an_error_that_a_signal_handler_raises_ends_the_call(seeds: nd.Articles) -> None:
    with pytest.raises(TimeLimitError, match="too slow"):
        nd.consolidate(seeds, groups=["one"] * len(seeds))


@pytest.mark.parametrize("kind", [RuntimeError, KeyboardInterrupt, SystemExit, TimeLimitError])
@pytest.mark.parametrize("read", [nd.read_articles, nd.find_copies, nd.find_events, nd.consolidate, nd.record_of])
def test_an_error_of_the_callers_iterator_is_raised_as_it_is(read: Any, kind: type[BaseException]) -> None:
    def articles() -> Iterator[str]:
        yield "Lũ làm 12 người chết ở Mai Pha."
        raise kind("of the caller")

    with pytest.raises(kind, match="of the caller"):
        read(articles())
