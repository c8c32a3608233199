from __future__ import annotations

import warnings
from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import newsdedup as nd
from newsdedup.records import merging
from newsdedup.records.merging import merged_record
from newsdedup.support.settings import ReconcileSettings
from newsroom import CUP, FAIR, STORM, articles_of

ARTICLES = {one.id: one for one in (*articles_of("bão", STORM), *articles_of("giải", CUP), *articles_of("sách", FAIR))}


def run(*names: str, together: Sequence[Sequence[str]] = ()) -> nd.EventCollection:
    """A run of some articles; each topic is an event unless it is said which articles are together."""
    event_of = {name: number for number, some in enumerate(together) for name in some}
    return nd.consolidate(
        [ARTICLES[name] for name in names], groups=[event_of.get(one, one.split("-")[0]) for one in names]
    )


def by_id(events: nd.EventCollection) -> dict[str, nd.EventRecord]:
    return {record.event_id: record for record in events}


MONDAY, TUESDAY = run("bão-1", "bão-2", "sách-1", "sách-2"), run("bão-2", "bão-3", "giải-1", "giải-2", "giải-3")
WHOLE = run("bão-1", "bão-2", "sách-1", "sách-2", "bão-3", "giải-1", "giải-2", "giải-3")


def test_events_that_share_articles_become_one_with_all_reports_and_figures_of_all_claims() -> None:
    both = MONDAY + TUESDAY
    assert len(both) == 3
    storm, known = both.of("bão-1"), WHOLE.of("bão-1")
    assert [one.id for one in storm.articles] == ["bão-1", "bão-2", "bão-3"]
    assert (storm.event_id, storm.figures, storm.articles) == (known.event_id, known.figures, known.articles)
    assert both.of("giải-1") is TUESDAY.of("giải-1")
    assert both.ids == ("bão-1", "bão-2", "sách-1", "sách-2", "bão-3", "giải-1", "giải-2", "giải-3")
    assert [both[label].event_id for label in both.labels] == [both.of(str(name)).event_id for name in both.ids]


def test_runs_of_loaded_records_are_joined_alike(tmp_path: Path) -> None:
    for name, events in (("monday", MONDAY), ("tuesday", TUESDAY)):
        events.save(tmp_path / f"{name}.jsonl")
    loaded = [nd.EventCollection.load(tmp_path / f"{name}.jsonl") for name in ("monday", "tuesday")]
    assert sum(loaded, nd.EventCollection()) == MONDAY + TUESDAY
    both = loaded[0] + loaded[1]
    both.save(tmp_path / "both.json")
    assert nd.EventCollection.load(tmp_path / "both.json") == both


def test_nothing_is_added_by_nothing_or_by_the_same_run() -> None:
    empty = nd.EventCollection()
    assert empty + MONDAY == MONDAY == MONDAY + empty
    assert MONDAY + MONDAY == MONDAY


def test_the_order_of_runs_without_clashes_does_not_matter() -> None:
    days = [MONDAY, TUESDAY, run("bão-3", "sách-2")]
    sums = [sum(order, nd.EventCollection()) for order in permutations(days)]
    assert all(_without_order(one) == _without_order(sums[0]) for one in sums)
    assert (days[0] + days[1]) + days[2] == days[0] + (days[1] + days[2])


def _without_order(events: nd.EventCollection) -> dict[str, tuple[object, ...]]:
    """The records by id; the order of key sentences, and what clashed, depend on which runs were added first."""
    bare = {record.event_id: evolve(record, key_sentences=(), notes=()) for record in events}
    return {name: (record, frozenset(events[name].key_sentences)) for name, record in bare.items()}


@given(st.lists(st.sets(st.sampled_from(sorted(ARTICLES)), min_size=1), min_size=1, max_size=4))
def test_every_article_is_in_one_record_of_a_sum(days: list[set[str]]) -> None:
    total = sum((run(*sorted(day)) for day in days), nd.EventCollection())
    ids = [report.id for record in total for report in record.articles]
    assert sorted(ids) == sorted(set(ids)) == sorted(str(one) for one in total.ids)
    assert set(ids) == set().union(*days)
    for figure in (one for record in total for one in record.figures):
        assert figure.n_articles <= len({claim.article_id for claim in figure.claims})


def test_a_record_is_made_again_from_what_it_has(
    seed_records: nd.EventCollection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merging, "_has_all", lambda *_: False)
    for record in (*seed_records, *WHOLE):
        again = merged_record([record], ReconcileSettings(), ())
        same = ("event_id", "title", "dates", "articles", "figures", "people", "places", "quotes", "key_sentences")
        assert all(getattr(again, name) == getattr(record, name) for name in same)
        assert {one.text for one in again.timeline} <= {one.text for one in record.timeline}


def test_articles_that_two_runs_group_otherwise_are_in_one_event_with_a_note() -> None:
    apart = run("bão-1", "bão-2", together=[["bão-1"], ["bão-2"]])
    (record,) = MONDAY.filter(text="bão") + apart
    assert record.notes == ("articles 'bão-1' and 'bão-2' are in one event in the earlier of two runs only",)
    (record,) = apart + MONDAY.filter(text="bão")
    assert record.notes == ("articles 'bão-1' and 'bão-2' are in one event in the later of two runs only",)


def test_of_an_article_with_two_texts_the_later_one_counts_with_a_note() -> None:
    corrected = evolve(ARTICLES["bão-1"], text=STORM[0].replace("12", "13"))
    (record,) = run("bão-1") + nd.consolidate([corrected])
    assert record.figure("dead").best == 13
    assert record.notes == ("article 'bão-1' is not the same in two runs: the later version counts",)
    (record,) = nd.consolidate([corrected]) + run("bão-1", "bão-2")
    assert record.figure("dead").best == 12
    (record,) = run("bão-1", "bão-2") + nd.consolidate([corrected])
    assert {claim.value for claim in record.figure("dead").claims if claim.article_id == "bão-1"} == {13}


def test_settings_that_differ_are_said_and_the_later_ones_count() -> None:
    recent = nd.consolidate([ARTICLES["giải-1"], ARTICLES["giải-2"]], groups=[1, 1], policy="most_recent")
    both = run("giải-2", "giải-3") + recent
    assert both.notes == ("settings of two runs differ, and the later ones count: policy (None, then 'most_recent')",)
    assert both.settings["policy"] == "most_recent"
    assert both[0].figure("đội tuyển").best is not None
    assert (both + nd.EventCollection()).notes == both.notes


def test_copies_of_either_run_stay_copies_and_one_agency_is_one_voice() -> None:
    text = "TARSIN (Reuters) - Nine people died when a ferry sank off the coast near Tarsin on Monday, police said."
    other = "By Reuters. Rescuers found nine bodies after a ferry capsized near Tarsin, officials said on Monday."
    rows = [
        {"id": "a", "text": text, "source": "Oxley Herald", "published_at": "2025-06-16T08:00:00Z", "language": "en"},
        {"id": "b", "text": text, "source": "Hull Daily", "published_at": "2025-06-16T09:00:00Z", "language": "en"},
        {"id": "c", "text": other, "source": "Perth Post", "published_at": "2025-06-16T10:00:00Z", "language": "en"},
    ]
    whole = nd.consolidate(rows, groups=[1, 1, 1])
    both = nd.consolidate(rows[:2], groups=[1, 1]) + nd.consolidate(rows[1:], groups=[1, 1])
    assert [(one.id, one.copy_of, one.origin, one.relation) for one in both[0].articles] == [
        (one.id, one.copy_of, one.origin, one.relation) for one in whole[0].articles
    ]
    assert both[0].figures == whole[0].figures


def test_people_places_and_quotes_are_united() -> None:
    both = (run("bão-1", "bão-3") + run("bão-2", "bão-3"))[0]
    known = WHOLE.of("bão-1")
    assert {one.name for one in both.people} >= {one.name for one in known.people}
    assert len({one.name for one in both.places}) == len(both.places)
    assert {one.text for one in both.key_sentences} >= {one.text for one in known.key_sentences[:1]}
    joined = (run("bão-1", "bão-2") + run("bão-2", "bão-3"))[0]
    assert [(one.text, one.article_ids, one.n_origins) for one in joined.quotes] == [
        (one.text, one.article_ids, one.n_origins) for one in known.quotes
    ]


def test_days_that_clash_are_a_conflict() -> None:
    first = {"id": "a", "text": "Sáng 5/9/2031, hội sách mở cửa tại Tân Lập với 120 gian hàng."}
    shared = {"id": "b", "text": "Hội sách có 120 gian hàng."}
    second = {"id": "c", "text": "Sáng 7/9/2031, hội sách mở cửa tại Tân Lập với 130 gian hàng."}
    both = nd.consolidate([first, shared], groups=[1, 1]) + nd.consolidate([shared, second], groups=[1, 1])
    assert both[0].dates.status == "conflict"
    undated = nd.consolidate([shared], groups=[1]) + nd.consolidate(
        [shared, {"id": "d", "text": "Hội sách đông."}], groups=[1, 1]
    )
    assert undated[0].start_date is None


def test_rejected_rows_stay_unless_the_other_run_could_read_them() -> None:
    bad = [{"id": "x", "text": ""}, {"id": "bão-1", "text": ""}]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", nd.ArticleWarning)
        rejected = nd.consolidate(bad)
    both = rejected + run("bão-1")
    assert both.ids == ("x", "bão-1")
    assert [(one.id, one.row) for one in both.rejected] == [("x", 0)]
    assert (run("bão-1") + rejected).ids == ("bão-1", "x")


def test_only_collections_are_added() -> None:
    with pytest.raises(TypeError):
        MONDAY + MONDAY.records  # type: ignore[operator]


def test_an_article_that_changed_is_in_the_notes_of_the_sum_and_an_estimated_threshold_is_not() -> None:
    before = [{"id": "a", "text": "Bão số 5 đổ bộ Nghệ An sáng 25/8, hai người chết, 300 ngôi nhà tốc mái."}]
    after = [before[0] | {"text": "Bão số 5 đổ bộ Nghệ An sáng 25/8, chín người chết, 800 ngôi nhà tốc mái."}]
    both = nd.consolidate(before) + nd.consolidate(after)
    assert both.notes == ("article 'a' is not the same in two runs: the later version counts",)
    assert both.notes[0] in both.of("a").notes
