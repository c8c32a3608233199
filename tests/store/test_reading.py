"""What is read from a store."""

from __future__ import annotations

from pathlib import Path

import pytest

import newsdedup as nd

REPORTS = [
    {"id": f"report-{number}", "text": f"Bão số {number} đổ bộ Nghệ An sáng 25/8, {number} người chết, chợ Vinh ngập"}
    for number in range(1, 8)
]


@pytest.fixture
def desk(tmp_path: Path) -> nd.EventStore:
    """A new store that groups only when it is asked to."""
    return nd.open_store(tmp_path / "desk.db", records=False, regroup="manual")


def test_a_store_counts_the_articles_that_were_added_since_its_window_was_grouped(desk: nd.EventStore) -> None:
    """None before the first grouping, which the first addition makes; a further grouping begins anew."""
    with desk:
        assert desk.added_since_grouping is None
        desk.add(REPORTS[:4])
        assert desk.added_since_grouping == 0
        desk.add(REPORTS[4:6])
        desk.add(REPORTS[6:])
        desk.add(REPORTS[6:])
        assert desk.added_since_grouping == 3
        desk.regroup()
        assert desk.added_since_grouping == 0


def test_a_collection_is_written_neither_over_its_store_nor_over_what_was_added(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    source = Path("news.jsonl")
    source.write_text('{"id": "a", "text": "Lũ làm 12 người chết ở Mai Pha."}\n', encoding="utf-8")
    with nd.open_store("desk.db") as store:
        store.add(source)
        (tmp_path / "sub").mkdir()
        monkeypatch.chdir(tmp_path / "sub")
        events = store.collection() + nd.EventCollection()
        Path("log.jsonl").hardlink_to("../desk.db-wal")
        for path in ("../desk.db", "../desk.db-wal", "../desk.db-journal", "log.jsonl", "../news.jsonl"):
            with pytest.raises(nd.SettingError, match=r"the input itself|keeps beside the database"):
                events.report(path)
    with nd.open_store(tmp_path / "desk.db", read_only=True) as store:
        assert store.check() == []
