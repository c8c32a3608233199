"""Records that a setting has made stale are made anew a few at a time, and read as they should be."""

from __future__ import annotations

from pathlib import Path

import pytest

import newsdedup as nd
from newsdedup.store import store as stores
from outlets import UNRELATED


def stale(store: nd.EventStore) -> int:
    with store._database.reading():
        return len(store._database.stale_events())


def test_an_addition_makes_the_records_of_its_events_and_a_few_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stores.EventStore._refreshed, "__kwdefaults__", {"others": 2})
    with nd.open_store(tmp_path / "desk.db", records=False) as store:
        store.add([nd.Article(text, id=f"{n}") for n, text in enumerate(UNRELATED[:6])])
    with nd.open_store(tmp_path / "desk.db", records=True) as store:
        store.add([nd.Article(UNRELATED[6], id="6")])
        assert stale(store) == 4
        assert len(store.collection()) == 7
        store.regroup()
        assert stale(store) == 0


def test_a_search_for_nothing_is_an_error(tmp_path: Path) -> None:
    with nd.open_store(tmp_path / "desk.db") as store:
        for name in ("place", "person", "text", "status"):
            with pytest.raises(nd.SettingError, match=f"{name}='' is empty"):
                store.events(**{name: ""})  # type: ignore[arg-type]
