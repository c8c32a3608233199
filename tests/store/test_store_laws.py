"""What holds of a store after any history of additions, corrections, removals, groupings and reopenings."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import orjson
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import newsdedup as nd
from histories import STORES, Add, Expected, History, histories, lived, moment_of, perform
from tables import differing, tables_of

few = settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck), database=None)
LAST = 1000  # a moment after any history
MODES = st.sampled_from(["auto", "manual", "manual", "always"])


def partition(groups: Iterable[Iterable[str]]) -> list[tuple[str, ...]]:
    return sorted(tuple(sorted(group)) for group in groups)


def folded(store: nd.EventStore, state: dict[str, set[int]], cursor: int = 0) -> dict[str, set[int]]:
    return nd.fold_changes(state, store.changes(cursor))


def numbered(store: nd.EventStore) -> dict[str, set[int]]:
    """The live state, by the numbers of articles."""
    number = {one.article: one.n for one in store.changes() if one.article is not None}
    return {event: {number[one] for one in ids} for event, ids in store.at(store.revision).events.items()}


@few
@given(history=histories(most=10), mode=MODES)
def test_a_grouping_of_the_window_is_that_of_find_events(history: History, mode: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        expected = lived(Path(folder) / "desk.db", history, regroup=mode)
        with nd.open_store(Path(folder) / "desk.db") as store:
            store.regroup(at=moment_of(LAST))
            assert len(store) == len(expected.stored)
            assert [one.text for one in store.articles(expected.ids)] == [
                one.article.text for one in expected.stored.values()
            ]
            if expected.ids:
                found = nd.find_events(store.articles(expected.ids), threads=1)
                assert partition(store.at(store.revision).events.values()) == partition(found.groups)
                assert store.threshold == found.threshold
            assert store.check() == []


@settings(few, max_examples=3)
@given(history=histories(most=7, n_articles=10))
def test_records_are_those_of_consolidate(history: History) -> None:
    with tempfile.TemporaryDirectory() as folder:
        expected = lived(Path(folder) / "desk.db", history, regroup="manual", records=True)
        with nd.open_store(Path(folder) / "desk.db") as store:
            store.regroup(at=moment_of(LAST))
            stored = {tuple(sorted(ids)): name for name, ids in store.at(store.revision).events.items()}
            records = nd.consolidate(store.articles(expected.ids)) if expected.ids else ()
            assert len(records) == len(stored)
            for record in records:
                name = stored[tuple(sorted(one.id for one in record.articles))]
                assert store.event(name).to_dict() == {**record.to_dict(), "event_id": name}


@few
@given(history=histories(least=2, most=10), mode=MODES)
def test_a_store_that_is_closed_between_all_steps_has_the_same_tables(history: History, mode: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        kept, reopened = Path(folder) / "kept.db", Path(folder) / "reopened.db"
        lived(kept, history, regroup=mode)
        lived(reopened, history, reopened=range(len(history)), regroup=mode)
        assert differing(tables_of(kept), tables_of(reopened)) == {}


@few
@given(history=histories(most=8), again=st.data())
def test_known_batches_and_tokens_leave_the_tables_as_they_are(history: History, again: st.DataObject) -> None:
    tokened = tuple(
        Add(one.reports, one.again, f"batch {step}") if isinstance(one, Add) else one
        for step, one in enumerate(history)
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desk.db"
        expected = lived(path, tokened, regroup="manual")
        before = tables_of(path)
        with nd.open_store(path) as store:
            if expected.ids:
                known = again.draw(st.lists(st.sampled_from(expected.ids), min_size=1, unique=True))
                changes = store.add(store.articles(known), at=moment_of(LAST))
                assert (set(changes.unchanged), changes.added, changes.revision) == (set(known), (), store.revision)
            for operation in tokened:
                if isinstance(operation, Add):
                    changes = store.add([{"id": "new", "text": "Chữ mới."}], token=operation.token)
                    assert (changes.added, changes.unchanged, changes.rejected) == ((), (), ())
        assert differing(before, tables_of(path)) == {}


@few
@given(history=histories(most=10), mode=MODES, cut=st.floats(0, 1))
def test_the_feed_folds_to_the_live_state_from_any_cursor_on_without_words(
    history: History, mode: str, cut: float
) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        nd.open_store(Path(folder) / "desk.db", **{**STORES, "regroup": mode}) as store,
    ):
        expected, states = Expected(), [(0, dict[str, set[int]]())]
        for step, operation in enumerate(history):
            perform(store, operation, step, expected)
            cursor = store.changes()[-1].cursor if store.changes() else 0
            states.append((cursor, folded(store, {})))
            assert states[-1][1] == numbered(store)
            assert folded(store, *reversed(states[int(cut * step)])) == states[-1][1]
        feed = orjson.dumps([[one.kind, one.event, one.other, one.n, one.data] for one in store.changes()]).decode()
        words = {word for one in expected.stored.values() for word in one.article.text.split() if len(word) > 4}
        assert not any(word in feed for word in words if not word.isdigit())


@few
@given(history=histories(most=10), mode=MODES)
def test_every_id_that_was_given_resolves_to_where_its_articles_are(history: History, mode: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desk.db"
        lived(path, history, regroup=mode)
        with nd.open_store(path) as store:
            live, feed = store.at(store.revision).events, store.changes()
            for name in {one for change in feed for one in (change.event, change.other) if one}:
                now = store.resolve(name)
                assert now in live or now is None
                assert now == name or name not in live
                assert store.history(name) == [one for one in feed if name in (one.event, one.other)]
            for change in feed:
                if change.kind == "merged" and change.other:
                    assert change.event not in live
            for name, ids in live.items():
                assert {store.event_of(one) for one in ids} == {name}


@few
@given(history=histories(least=2, most=8))
def test_events_after_a_steady_grouping_lie_between_two_thresholds(history: History) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desk.db"
        expected = lived(path, history, regroup="manual")
        with nd.open_store(path) as store:
            store.regroup(steady=True, at=moment_of(LAST))
            if not expected.ids:
                return
            found = nd.find_events(store.articles(expected.ids), threads=1)
            point, margin = found.threshold, store.settings.margin
            event = {one: name for name, ids in store.at(store.revision).events.items() for one in ids}
            strict, loose = found.at(min(1.0, point + margin)), found.at(max(0.0, point - margin))
            assert all(len({event[one] for one in group}) == 1 for group in strict.groups)
            label = dict(zip(loose.ids, loose.labels.tolist(), strict=True))
            assert all(len({label[one] for one in ids}) == 1 for ids in store.at(store.revision).events.values())
            assert np.isclose(store.threshold or 0.0, point)
