"""Processes that are killed while they write: nothing that was acknowledged is lost, nothing is there by half."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from crashes import HISTORY, Kill, Reference, faults_after, reference_in, survey
from newsdedup.store import events, removing
from newsdedup.store.events import refresh_event
from newsdedup.store.tables.database import Database


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Reference:
    return reference_in(tmp_path_factory.mktemp("killed") / "reference")


def test_a_killed_process_leaves_whole_batches_and_another_one_goes_on(reference: Reference, tmp_path: Path) -> None:
    assert survey(reference, 30, 16, tmp_path, whole_each=5) == []


def test_each_step_is_kept_whole_at_its_last_statements(reference: Reference, tmp_path: Path) -> None:
    faults = []
    for step in range(0, len(HISTORY), 2):
        kill = Kill(step, statement=reference.statements[step])
        faults += faults_after(kill, reference, tmp_path / f"{step}.db", whole=False)
    assert faults == []


def test_a_writer_that_commits_early_is_found(
    reference: Reference, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_revision = Database.add_revision

    def add_and_commit(self: Database, *arguments: Any, **options: Any) -> int:
        rev = add_revision(self, *arguments, **options)
        self._sqlite.execute("COMMIT")
        self._sqlite.execute("BEGIN IMMEDIATE")
        return rev

    monkeypatch.setattr(Database, "add_revision", add_and_commit)
    faults = survey(reference, 8, 1, tmp_path, whole_each=8)
    assert any("neither those steps nor one more" in fault for fault in faults)


def test_an_event_whose_size_is_stale_is_found(
    reference: Reference, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refresh_without_size(database: Database, event: int, members: Iterable[int], rev: int) -> None:
        (before,) = database.event_rows([event])
        refresh_event(database, event, members, rev)
        database.update_event(event, size=before.size)

    monkeypatch.setattr(events, "refresh_event", refresh_without_size)
    monkeypatch.setattr(removing, "refresh_event", refresh_without_size)
    kill = Kill(3, statement=2)  # the removal is done by the process that goes on
    faults = faults_after(kill, reference, tmp_path / "killed.db", whole=False)
    assert any("going on gives other rows: {'event'" in fault for fault in faults)
