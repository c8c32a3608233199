"""What corrections and removals change of an event, and the moments by which changed events are found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

import newsdedup as nd

MORNING = datetime(2031, 8, 25, 8, tzinfo=UTC)
STORM = "Bão số 5 đổ bộ Nghệ An sáng 25/8, {} người chết, 300 ngôi nhà tốc mái."
GOLD = "Giá vàng trong nước tăng mạnh lên mức kỷ lục trong phiên sáng nay."


def storm(dead: str, hours: int) -> nd.Article:
    return nd.Article(STORM.format(dead), id="storm", published_at=MORNING + timedelta(hours=hours))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[nd.EventStore]:
    """A store with two events, made at noon."""
    with nd.open_store(tmp_path / "desk.db") as store:
        store.add([storm("hai", 0), nd.Article(GOLD, id="gold", published_at=MORNING)], at=MORNING + timedelta(hours=4))
        yield store


def found(store: nd.EventStore, since: int | datetime) -> list[str]:
    return [one.event_id for one in store.events(since=since)]


def test_the_event_of_a_corrected_article_has_changed_and_has_its_new_moment(desk: nd.EventStore) -> None:
    corrected = desk.add([storm("ba", 2)], at=MORNING + timedelta(hours=5))
    (event,) = desk.events(since=1)
    assert corrected.events == (event.event_id,) == (desk.event_of("storm"),)
    assert event.changed == 2
    assert event.first == event.last == (MORNING + timedelta(hours=2)).isoformat()
    assert desk.check() == []


def test_a_moment_of_an_addition_may_be_of_any_time_zone(desk: nd.EventStore) -> None:
    hanoi = timezone(timedelta(hours=7))
    desk.add([storm("ba", 2)], at=(MORNING + timedelta(hours=5)).astimezone(hanoi))
    assert found(desk, MORNING + timedelta(hours=6)) == []
    assert found(desk, MORNING + timedelta(hours=5)) == [desk.event_of("storm")]
    assert desk.at(2).at == (MORNING + timedelta(hours=5)).isoformat()


def test_an_event_whose_record_has_other_figures_has_changed(tmp_path: Path) -> None:
    """Here by another policy: no article has come, gone or changed."""
    names = {"Báo Sớm": "12", "Báo Chiều": "17"}
    with nd.open_store(tmp_path / "desk.db") as store:
        store.add(
            nd.Article(STORM.format(dead), id=name, source=name, published_at=MORNING) for name, dead in names.items()
        )
        store.add([nd.Article(GOLD, id="gold", published_at=MORNING)])
        event = store.event_of("Báo Sớm")
        assert event == store.event_of("Báo Chiều")
    with nd.open_store(tmp_path / "desk.db", policy="trusted", trusted=["Báo Chiều"]) as store:
        changes = store.regroup()
        assert [one.kind for one in store.changes() if one.revision == changes.revision] == ["figure"]
        assert changes.events == (event,)
        assert found(store, changes.revision - 1) == [event]


def test_a_corrected_number_is_a_change_of_its_figure_though_its_words_are_others(desk: nd.EventStore) -> None:
    desk.add([storm("mười bảy", 0)])
    (changed,) = [one for one in desk.changes() if one.revision == 2 and one.kind == "figure"]
    assert changed.data is not None
    assert (changed.event, changed.data["role"]) == (desk.event_of("storm"), "dead")
    assert (changed.data["before"]["best"], changed.data["after"]["best"]) == (2, 17)


def test_a_conflict_that_a_removal_leaves_or_ends_is_so_in_the_feed(tmp_path: Path) -> None:
    def changed_figures(revision: int) -> list[str]:
        return [one.kind for one in store.changes() if one.revision == revision and one.article is one.n is None]

    numbers = {"a": "12", "b": "17", "c": "12"}
    with nd.open_store(tmp_path / "desk.db") as store:
        store.add(
            nd.Article(STORM.format(dead), id=name, source=name, published_at=MORNING) for name, dead in numbers.items()
        )
        assert changed_figures(1) == ["conflict"]
        assert changed_figures(store.remove(["c"]).revision) == []
        assert changed_figures(store.remove(["b"]).revision) == ["resolved"]
        assert len(store.events()) == 1


def test_an_article_without_a_date_stays_where_it_came_first(desk: nd.EventStore) -> None:
    desk.add([nd.Article("A fire at Leeds market injured four people.", id="fire")], at=MORNING + timedelta(hours=5))
    desk.add([nd.Article("A fire at Leeds market injured nine people.", id="fire")], at=MORNING + timedelta(days=9))
    (event,) = desk.events(since=2)
    assert event.first == event.last == (MORNING + timedelta(hours=5)).isoformat()


def test_articles_may_have_lone_surrogates_wherever_they_have_words(tmp_path: Path) -> None:
    given = nd.Article(
        STORM.format("hai \ud800"), id="storm\udcff", title="Bão \ud800", source="x\ud800", published_at=MORNING
    )
    with nd.open_store(tmp_path / "desk.db") as store:
        (event,) = store.add([given]).events
        assert store.event(event).articles[0].id == given.id
        store.add([nd.Article(STORM.format("ba \ud800"), id=given.id, published_at=MORNING)])
        assert store.event(event).n_articles == 1
        store.remove([given.id], reason="asked by \ud800")
        (refused,) = store.add([given]).rejected
        assert "asked by \ud800" in refused.reason
        assert store.check() == []
