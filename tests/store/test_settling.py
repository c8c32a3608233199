"""Events leave the window some days after their last report; copies still join them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

import newsdedup as nd
from newsdedup.records.assemble import GroupedArticles
from newsdedup.store import records, writing
from outlets import UNRELATED

FIRST = datetime(2031, 1, 1, tzinfo=UTC)
STORM = (
    "Bão số 7 Linda đổ bộ xã Tân Lập tối 1/1, 12 người chết, 300 ngôi nhà tốc mái ở huyện Kỳ Sơn.",
    "Tối 1/1 bão số 7 Linda vào xã Tân Lập, huyện Kỳ Sơn: 12 người thiệt mạng, 300 nhà bị tốc mái.",
)


def article(name: str, text: str, day: int) -> nd.Article:
    return nd.Article(text, id=name, published_at=FIRST + timedelta(days=day))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[nd.EventStore]:
    """A storm on the first day, and other news in the two months after it."""
    monkeypatch.setattr(writing, "_LATEST", 2)
    with nd.open_store(tmp_path / "desk.db", settle_days=30, regroup="always") as store:
        store.add([article(f"storm-{n}", text, 0) for n, text in enumerate(STORM)], at=FIRST)
        for n, text in enumerate(UNRELATED):
            day = 10 * (n + 1)
            store.add([article(f"other-{n}", text, day)], at=FIRST + timedelta(days=day))
        yield store


def settled(store: nd.EventStore) -> set[str]:
    return {article.id for one in store.events() if one.is_settled for article in store.event(one.event_id).articles}


def test_old_events_settle_and_recent_ones_do_not(desk: nd.EventStore) -> None:
    assert {"storm-0", "storm-1", "other-0"} <= settled(desk)
    assert not {"other-5", "other-6"} & settled(desk)
    assert desk.check() == []


def test_a_report_of_a_settled_event_begins_another_one(desk: nd.EventStore) -> None:
    event = desk.event_of("storm-0")
    desk.add([article("follow-up", "Một bản tin khác hẳn về bão số 7 Linda ở xã Tân Lập.", 75)])
    assert desk.event_of("follow-up") != event


def test_a_copy_of_a_settled_article_joins_its_event(desk: nd.EventStore) -> None:
    event = desk.event_of("storm-0")
    desk.add([article("reprint", STORM[0], 75)])
    assert desk.event_of("reprint") == event
    reports = {one.id: one for one in desk.event(event).articles}
    assert (reports["reprint"].relation, reports["reprint"].copy_of) == ("copy", "storm-0")
    assert desk.changes()[-1].kind == "grown"
    desk.regroup()
    assert desk.event_of("reprint") == event
    assert desk.check() == []


def test_a_settled_article_is_corrected_where_it_is(desk: nd.EventStore) -> None:
    event = desk.event_of("storm-0")
    desk.add([article("storm-0", STORM[0].replace("12 người chết", "14 người chết"), 0)])
    assert desk.event_of("storm-0") == event
    assert 14 in {int(one.best or 0) for one in desk.event(event).figures} | {
        int(claim.value or 0) for one in desk.event(event).figures for claim in one.claims
    }
    desk.add([article("reprint", STORM[0].replace("12 người chết", "14 người chết"), 75)])
    assert desk.event_of("reprint") == event
    assert desk.check() == []


def test_settled_articles_are_removed_as_others_are(desk: nd.EventStore) -> None:
    event = desk.event_of("storm-0")
    desk.add([article("reprint", STORM[0], 75)])
    desk.remove(["storm-0"])
    assert [one.id for one in desk.event(event).articles] == ["storm-1", "reprint"]
    desk.remove(["storm-1", "reprint"])
    assert desk.resolve(event) is None
    with pytest.raises(nd.UnknownEventError, match="removed"):
        desk.event(event)
    assert desk.check() == []


def test_the_feed_gives_the_state_also_where_events_have_settled(desk: nd.EventStore) -> None:
    desk.add([article("reprint", STORM[0], 75)])
    ids = {one.n: one.article for one in desk.changes() if one.n is not None}
    members = nd.fold_changes({}, desk.changes())
    assert {event: {ids[n] for n in numbers} for event, numbers in members.items()} == {
        event: set(names) for event, names in desk.at(desk.revision).events.items()
    }


def test_without_settling_all_events_stay_in_the_window(tmp_path: Path) -> None:
    with nd.open_store(tmp_path / "desk.db", settle_days=None, records=False) as store:
        for n, text in enumerate(UNRELATED):
            store.add([article(f"other-{n}", text, 400 * n)])
        store.regroup()
        assert settled(store) == set()


def test_records_of_settled_events_are_made_with_the_likeness_that_their_articles_had(
    desk: nd.EventStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    assemble, likeness = records.assemble_record, list[Mapping[str, float]]()

    def noted(event: GroupedArticles, *arguments: Any, **options: Any) -> nd.EventRecord:
        likeness.append(event.likeness)
        return assemble(event, *arguments, **options)

    monkeypatch.setattr(records, "assemble_record", noted)
    desk.add([article("reprint", STORM[0], 75)])
    of_storm = next(one for one in likeness if "reprint" in one)
    assert of_storm["storm-0"] == of_storm["storm-1"] > of_storm["reprint"] == 0


def test_copies_of_settled_articles_are_found_after_a_rebuild(desk: nd.EventStore) -> None:
    event = desk.event_of("storm-0")
    desk.rebuild()
    desk.add([article("reprint", STORM[0], 75)])
    assert desk.event_of("reprint") == event
    assert desk.check() == []


def test_an_article_without_a_date_does_not_make_an_archive_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "_LATEST", 1)
    with nd.open_store(tmp_path / "desk.db", settle_days=30, regroup="always", records=False) as store:
        store.add([article(f"other-{n}", text, n) for n, text in enumerate(UNRELATED)])
        store.add([nd.Article(STORM[0], id="undated")], at=FIRST + timedelta(days=900))
        store.regroup()
        assert not any(one.is_settled for one in store.events())
