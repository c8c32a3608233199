from __future__ import annotations

from pathlib import Path

import pytest

import newsdedup as nd
from histories import STORES, Add, Report, lived, moment_of, text_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.db"


def articles(*numbers: int) -> list[nd.Article]:
    return [Report(number, number, number).article for number in numbers]


@pytest.mark.parametrize("reopened", [False, True])
def test_articles_are_added_to_a_store_from_which_all_were_removed(path: Path, reopened: bool) -> None:
    store = nd.open_store(path, **{**STORES, "regroup": "manual"})
    store.add(articles(1, 2, 3))
    store.remove(["tin-1", "tin-2", "tin-3"])
    assert not store.events()
    if reopened:
        store.close()
        store = nd.open_store(path)
    assert store.add(articles(4, 5, 11)).added == ("tin-4", "tin-5", "tin-11")
    assert store.event_of("tin-4") == store.event_of("tin-11") != store.event_of("tin-5")
    assert store.check() == []
    store.close()


def test_a_window_article_that_is_corrected_to_a_copy_of_a_settled_one_moves_to_its_event(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsdedup.store.writing._LATEST", 1)
    with nd.open_store(path, **{**STORES, "regroup": "manual", "settle_days": 1}) as store:
        store.add([Report(1, 0).article], at=moment_of(1))
        store.add([Report(2, 1, 39).article, Report(3, 22, 39).article, Report(4, 15, 39).article], at=moment_of(2))
        store.regroup()
        settled = store.event_of("tin-1")
        assert [one.is_settled for one in store.events()] == [False] * (len(store.events()) - 1) + [True]
        assert store.event_of("tin-2") == store.event_of("tin-3") == store.event_of("tin-4")
        changes = store.add([Report(2, 0, 39).article, Report(5, 8, 39).article], at=moment_of(3))
        assert (changes.corrected, changes.added) == (("tin-2",), ("tin-5",))
        assert store.event_of("tin-2") == settled != store.event_of("tin-3") == store.event_of("tin-5")
        last = [(one.kind, one.event == settled) for one in store.changes() if one.revision == changes.revision]
        assert sorted(last) == [("corrected", False), ("grown", False), ("moved", True)]
        assert store.check() == []
        assert store.at(store.revision).events[settled] == ("tin-1", "tin-2")


def test_no_record_names_a_removed_article_of_another_event(path: Path) -> None:
    with nd.open_store(path, **{**STORES, "records": True, "threshold": 1.0}) as store:
        store.add([nd.Article(text_of(0), id="whole"), nd.Article(text_of(0)[: len(text_of(0)) // 2], id="part")])
        assert store.event_of("whole") != store.event_of("part")
        (report,) = store.event(store.event_of("part")).articles
        assert (report.relation, report.origin) == ("excerpt", "whole")
        store.remove(["whole"])
        (report,) = store.event(store.event_of("part")).articles
        assert (report.relation, report.origin) == (None, "part")
        assert [one.title for one in store.events()] != [None]


def test_records_follow_copies_and_scores_that_a_grouping_finds_anew(path: Path) -> None:
    later, earlier = Report(8, 58, 9), Report(5, 58, 3)  # a text is stored before that which it copies
    history = [Add((later, Report(2, 9, 2), Report(11, 23, 1))), Add((earlier, Report(4, 45)))]
    expected = lived(path, history, regroup="manual", records=True)
    with nd.open_store(path) as store:
        before = store.event(store.event_of("tin-5"))
        store.regroup()
        stored = {tuple(sorted(one.id for one in each.articles)): each for each in store.collection()}
        for record in nd.consolidate(store.articles(expected.ids)):
            found = stored[tuple(sorted(one.id for one in record.articles))]
            assert found.to_dict() == {**record.to_dict(), "event_id": found.event_id}
        assert [one.copy_of for one in before.articles if one.id in ("tin-5", "tin-8")] == ["tin-8", None]
        after = store.event(store.event_of("tin-5"))
        assert [one.copy_of for one in after.articles if one.id in ("tin-5", "tin-8")] == [None, "tin-5"]
        again = {name: store.event(name) for name in store.at(store.revision).events}
        assert store.regroup().events == ()
        assert {name: store.event(name) for name in again} == again


@pytest.mark.parametrize("reopened", [False, True])
def test_a_copy_that_contains_another_report_changes_no_score(path: Path, reopened: bool) -> None:
    whole, part, longer, other = Report(4, 5, 38), Report(8, 56, 17), Report(5, 19, 25), Report(10, 49, 16)
    history = [Add((whole,)), Add((part,)), Add((longer,)), Add((other,))]
    lived(path, history, regroup="manual", reopened=range(4) if reopened else ())
    with nd.open_store(path) as store:
        assert store.event_of(whole.id) == store.event_of(longer.id)
        assert store.event_of(part.id) == store.event_of(other.id) != store.event_of(whole.id)
