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
