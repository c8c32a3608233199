"""Open a store, or make one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from newsdedup.events.evidence.model import Model, model_of
from newsdedup.store.options import merged_settings, settings_of
from newsdedup.store.store import EventStore
from newsdedup.store.tables.database import Database
from newsdedup.support.arguments import path_option, seconds_option, switch_option
from newsdedup.support.threads import thread_count


def open_store(
    path: str | Path,
    *,
    read_only: bool = False,
    evidence: Model | str | Path | None = None,
    threads: int | None = None,
    wait: float = 30.0,
    **settings: Any,
) -> EventStore:
    """Open a store of articles and events, or make one where there is none.

    Parameters
    ----------
    path : path
        One SQLite file; while it is open, SQLite keeps two more beside it.
    read_only : bool
        Read an existing store; any number of readers can read beside one writer.
    evidence : Model or path, optional
        As for `find_events`, for a new store, which keeps it.
    threads : int, optional
        By default one per core; the result does not depend on it.
    wait : float
        Seconds to wait for another writer before a `StoreError`.
    settle_days : float or None
        An event that had no report for so many days leaves the window: it is no longer grouped with new articles,
        except that a copy of one of its articles joins it. Default: 30; None for never.
    regroup : {"auto", "always", "manual"}
        When the whole window is grouped again: whenever it has grown by a tenth, with each addition, or only by
        `EventStore.regroup`. In between, new articles are compared with the window and with each other.
    margin : float
        What was in one event stays so down to the threshold less this margin, and what was in two is joined only from
        the threshold and this margin on, so that ids are steady. Default: .03.
    records : bool
        Make the record of each event that an addition changes. Without, additions are several times as fast, records
        are made when they are asked for, and events cannot be searched by what their records say. Default: True.
    threshold, window_hours, seed, policy, trusted, people
        As for `consolidate`.

    Returns
    -------
    EventStore
        A context manager that closes the file. Settings that are not given are those the store has; others are
        changed in it, and apply from the next addition on.

    Raises
    ------
    StoreError
        If the file is no store, is of a newer version, or is missing and `read_only`.
    SettingError
        If an option is not allowed, or would need other sketches than the stored ones.

    Examples
    --------
    >>> import tempfile
    >>> folder = tempfile.TemporaryDirectory()
    >>> with open_store(f"{folder.name}/desk.db") as store:
    ...     first = store.add([{"id": "a", "text": "Bão số 5 đổ bộ Nghệ An sáng 25/8, hai người chết"}])
    ...     second = store.add([{"id": "b", "text": "Nghệ An: hai người thiệt mạng khi bão số 5 đổ bộ sáng 25/8"}])
    ...     [change.kind for change in store.changes(0)], len(store.events())
    (['new', 'grown'], 1)
    >>> folder.cleanup()
    """
    file, writes = path_option(path), not switch_option("read_only", read_only)
    thread_count(threads)
    if writes and not file.exists():  # an option that is not allowed leaves no file behind
        merged_settings(None, settings)
        model_of(evidence)
    database = Database(file, writes=writes, wait=seconds_option("wait", wait))
    try:
        kept, model = settings_of(database, settings, evidence)
        _finish_removals(database)
    except BaseException:
        database.close()
        raise
    return EventStore(database, kept, model, threads)


def _finish_removals(database: Database) -> None:
    """Overwrite the traces of articles whose removal was interrupted."""
    if database.writes:
        with database.reading():
            is_due = database.scrub_is_due()
        if is_due:
            database.scrub()
