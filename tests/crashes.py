"""Processes that are killed while they write a store, and what must then be in its file.

A child process of this one lives through a history of additions, corrections, removals, groupings and a migration,
and is killed, at any moment or just before one of the statements that it sends to SQLite. It acknowledges each step
through a pipe. Then the file must have exactly what was acknowledged, or one whole step more; and a process that goes
on must end with the tables of one that was never killed.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

from attrs import frozen

import newsdedup as nd
from histories import STORES, Add, Expected, Operation, Regroup, Remove, Report, perform
from newsdedup.store.tables import connection
from newsdedup.store.tables.schema import MIGRATIONS
from tables import Rows, differing, tables_of

SETTINGS: Final[dict[str, Any]] = {**STORES, "regroup": "manual"}
_ADDED_STEP: Final = (
    "CREATE TABLE note (e INTEGER PRIMARY KEY, words TEXT)",
    "INSERT INTO note SELECT e, 'from before' FROM event",
    "UPDATE note SET words = 'migrated'",
)


@frozen
class Migrate:
    """The file gets a further table, by a migration."""


Step = Operation | Migrate
HISTORY: Final[tuple[Step, ...]] = (
    Add((Report(1, 0, 1), Report(2, 1, 2), Report(3, 7, 3), Report(4, 15, 4)), token="feed:1"),
    Add((Report(5, 14, 6), Report(6, 22, 7), Report(7, 2, 8)), token="feed:2"),
    Add((Report(2, 8, 9), Report(8, 0, 9)), token="feed:3"),  # a correction, and a copy
    Remove((1, 6)),  # the article that has a copy
    Regroup(),
    Migrate(),
    Add((Report(1, 21, 11), Report(9, 6, 12), Report(10, 13, 12)), again=True, token="feed:4"),
    Add((Report(5, 3, 13),), token="feed:5"),
    Regroup(steady=True),
    Remove((3, 9)),
    Add((Report(11, 9, 14), Report(12, 2, 15)), token="feed:6"),
)
_MIGRATED: Final = HISTORY.index(Migrate())


@contextmanager
def migrations_of(step: int) -> Iterator[None]:
    """The schema that a process knows at a step of the history."""
    known = connection.Connection.__init__.__kwdefaults__
    known["migrations"] = (*MIGRATIONS, _ADDED_STEP) if step >= _MIGRATED else MIGRATIONS
    try:
        yield
    finally:
        known["migrations"] = MIGRATIONS


def live_through(path: Path, start: int, end: int, done: Callable[[int], None] = lambda step: None) -> None:
    """Take the steps of the history from one to before another, each acknowledged as `done`."""
    expected = Expected()
    for one in HISTORY[:start]:
        if not isinstance(one, Migrate):
            expected.apply(one)
    for part in ((start, min(end, _MIGRATED)), (max(start, _MIGRATED), end)):
        if part[0] >= part[1]:
            continue
        with migrations_of(part[0]), nd.open_store(path, **SETTINGS) as store:
            for step in range(*part):
                one = HISTORY[step]
                if not isinstance(one, Migrate):  # opening the store was the migration
                    perform(store, one, step, expected)
                done(step)


@frozen
class State:
    """All of a store's file that must be as expected."""

    tables: Rows
    schema: int

    @classmethod
    def of(cls, path: Path) -> State:
        """The state of a file, also of one that a killed process left."""
        with closing(sqlite3.connect(path)) as file:
            (schema,) = file.execute("PRAGMA user_version").fetchone()
        return cls(tables_of(path) if schema else {}, schema)


@frozen
class Reference:
    """The history of a process that is never killed: the file and its state before each step, and what it cost."""

    folder: Path
    states: tuple[State, ...]
    statements: tuple[int, ...]  # that each step sends to SQLite
    seconds: tuple[float, ...]

    def file_before(self, step: int) -> Path:
        """The file before a step."""
        return self.folder / f"{step}.db"


def reference_in(folder: Path) -> Reference:
    """Live through the history, and keep the file before each step."""
    folder.mkdir(parents=True)
    live_through(folder / "warm.db", 0, len(HISTORY))  # children find kernels compiled and tables of words loaded
    sqlite3.connect(folder / "0.db").close()
    states, statements, seconds = [State({}, 0)], [], []
    for step in range(len(HISTORY)):
        path, counted = folder / f"{step + 1}.db", [0]
        if step:
            shutil.copy(folder / f"{step}.db", path)
        start = time.perf_counter()
        with traced(counted.append):
            live_through(path, step, step + 1)
        seconds.append(time.perf_counter() - start)
        statements.append(len(counted) - 1)
        states.append(State.of(path))
    return Reference(folder, tuple(states), tuple(statements), tuple(seconds))


@contextmanager
def traced(tell: Callable[[Any], None]) -> Iterator[None]:
    """Call a function before each statement."""
    connect = connection._connect

    def connect_traced(*arguments: Any, **options: Any) -> sqlite3.Connection:
        made = connect(*arguments, **options)
        made.set_trace_callback(tell)
        return made

    connection._connect = connect_traced
    try:
        yield
    finally:
        connection._connect = connect


@frozen
class Kill:
    """When a process is killed: before a statement of a step, or some seconds after the step has begun."""

    step: int
    statement: int | None = None
    seconds: float = 0.0


def kills(reference: Reference, number: int, seed: int) -> Iterator[Kill]:
    """Moments to kill a process at: half before a statement, half at any time, spread over the steps."""
    rng = random.Random(seed)
    for place in range(number):
        step = rng.randrange(len(HISTORY))
        if place % 2:
            yield Kill(step, seconds=rng.random() * 1.1 * reference.seconds[step])
        else:
            yield Kill(step, statement=rng.randrange(1, reference.statements[step] + 1))


def killed(path: Path, kill: Kill) -> list[int]:
    """Let a child process write until it is killed; returns the steps that it acknowledged."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        _be_killed(path, kill, write)
    os.close(write)
    if kill.statement is None:
        time.sleep(kill.seconds)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(read, "rb") as acknowledged:
        steps = list(acknowledged.read())
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        raise RuntimeError(f"the child ended by itself with status {status} before {kill}")
    return steps


def _be_killed(path: Path, kill: Kill, write: int) -> None:
    """The child: it never returns."""
    left = [kill.statement if kill.statement is not None else 1 << 60]

    def count(_: str) -> None:
        left[0] -= 1
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)

    try:
        with traced(count):
            live_through(path, kill.step, len(HISTORY), lambda step: os.write(write, bytes([step])) and None)
        time.sleep(60)  # a killing by time may come after the last step
    finally:
        os._exit(1)


def faults_after(kill: Kill, reference: Reference, path: Path, *, whole: bool = True) -> list[str]:
    """What is wrong after a killing, in words; empty if all is right.

    `whole`: go on to the end of the history, not only over the next step.
    """
    shutil.copy(reference.file_before(kill.step), path)
    steps = killed(path, kill)
    if steps != list(range(kill.step, kill.step + len(steps))):
        return [f"the steps {steps} were acknowledged"]
    first = kill.step + len(steps)
    after = State.of(path)
    found = [step for step in (first, first + 1) if step < len(reference.states) and _same(after, reference, step)]
    if not found:
        return [
            f"after {steps} the file has neither those steps nor one more: {_shown(after, reference.states[first])}"
        ]
    done = found[0]
    end = len(HISTORY) if whole else min(done + 1, len(HISTORY))
    is_repeatable = first < len(HISTORY) and isinstance(HISTORY[first], Add)  # by its token; others would be refused
    live_through(path, first if is_repeatable else done, end)
    if differs := differing(State.of(path).tables, reference.states[end].tables):
        return [f"going on gives other rows: {str(differs)[:500]}"]
    with migrations_of(len(HISTORY) if end > _MIGRATED else 0), nd.open_store(path, read_only=True) as store:
        return store.check()


def _same(state: State, reference: Reference, step: int) -> bool:
    """Whether a file has the state before a step; a removal may still have to be overwritten."""
    expected = reference.states[step]
    if not step:  # the store may have been made already, with nothing in it
        return not any(rows for name, rows in state.tables.items() if name not in ("meta", "sqlite_sequence"))
    return state.schema == expected.schema and not differing(_settled(state.tables), _settled(expected.tables))


def _settled(tables: Rows) -> Rows:
    return {**tables, "meta": [row for row in tables["meta"] if row[0] != "scrub_due"]} if tables else tables


def _shown(one: State, other: State) -> str:
    return str(differing(one.tables, other.tables) if one.tables and other.tables else (one.schema, other.schema))[:500]


def survey(reference: Reference, number: int, seed: int, folder: Path, *, whole_each: int = 1) -> Sequence[str]:
    """Kill so many processes; returns what was wrong."""
    faults = []
    for place, kill in enumerate(kills(reference, number, seed)):
        path = folder / f"killed-{place}.db"
        faults += [f"{kill}: {fault}" for fault in faults_after(kill, reference, path, whole=not place % whole_each)]
        for ending in ("", "-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
    return faults
