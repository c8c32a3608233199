"""Operations of a store in random order, beside a plain model of what it must hold.

The operations are plain data, so that a history that failed is a line of the corpus. They name articles by small
numbers: what is added again is a correction, what is removed may not be there.
"""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from attrs import field, mutable
from hypothesis import strategies as st

import newsdedup as nd
from fuzz.hostile import texts
from fuzz.target import Target
from histories import STORES, moment_of, text_of

_NUMBER: Final = st.integers(0, 7)
_WORDING: Final = st.one_of(st.integers(0, 63), texts(4))
_OPERATION: Final = st.one_of(
    *(3 * (st.tuples(st.just("add"), st.lists(st.tuples(_NUMBER, _WORDING).map(list), max_size=4), st.booleans()),)),
    st.tuples(st.just("remove"), st.lists(_NUMBER, max_size=3), st.booleans()),
    st.tuples(st.sampled_from(("regroup", "rebuild", "reopen", "backup", "look")), st.just([]), st.booleans()),
).map(list)


@mutable
class _Machine:
    """A store and what it must hold."""

    path: Path
    texts: dict[str, str] = field(factory=dict)  # by id, of the stored articles
    removed: set[str] = field(factory=set)
    state: dict[str, set[int]] = field(factory=dict)  # folded from the feed of changes
    cursor: int = 0
    step: int = 0
    is_due: bool = False  # a removal left words in the file, as it was asked to
    store: nd.EventStore = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.store = self._opened()

    def _opened(self) -> nd.EventStore:
        return nd.open_store(self.path, **STORES | {"regroup": "manual"})

    def do(self, name: str, given: list[Any], flag: bool) -> None:
        """One operation, and all that must hold after it."""
        self.step += 1
        operations: dict[str, Callable[[list[Any], bool], object]] = {
            "add": self.add,
            "remove": self.remove,
            "regroup": lambda _, steady: self.store.regroup(steady=steady, at=moment_of(self.step)),
            "rebuild": lambda *_: self.store.rebuild(),
            "reopen": self.reopen,
            "backup": self.backup,
            "look": self.look,
        }
        operations[name](given, flag)
        self.require()

    def add(self, given: list[Any], again: bool) -> None:
        """Articles are stored, corrected, refused where they were removed, or rejected where they have no text."""
        rows = {f"a{number}": text_of(one) if isinstance(one, int) else one for number, one in given}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", nd.ArticleWarning)
            read = nd.read_articles([{"id": name, "text": text} for name, text in rows.items()])
            changes = self.store.add(read, again=again, at=moment_of(self.step))
        stored = {one.id: one.text for one in read if again or one.id not in self.removed}
        assert set(changes.added) == stored.keys() - self.texts.keys()
        assert set(changes.unchanged) == {name for name, text in stored.items() if self.texts.get(name) == text}
        assert len(changes.rejected) == len(rows) - len(stored)
        self.texts |= stored
        self.removed -= stored.keys()

    def remove(self, given: list[Any], scrub: bool) -> None:
        """All that are named are removed, or none where one of them is not stored."""
        names = [f"a{number}" for number in dict.fromkeys(given)]
        try:
            self.store.remove(names, scrub=scrub, at=moment_of(self.step))
        except nd.UnknownArticleError:
            assert not set(names) <= self.texts.keys()
        else:
            assert set(names) <= self.texts.keys()
            self.removed |= set(names)
            self.is_due = (bool(names) and not scrub) or (self.is_due and not names)
            self.texts = {name: text for name, text in self.texts.items() if name not in names}

    def reopen(self, *_: object) -> None:
        """The store is closed and opened."""
        self.store.close()
        self.store = self._opened()
        self.is_due = False

    def backup(self, *_: object) -> None:
        """A copy of the file has the same state."""
        path = self.path.with_name(f"copy-{self.step}.db")
        self.store.backup(path)
        with nd.open_store(path, read_only=True) as copy:
            assert copy.at(copy.revision) == self.store.at(self.store.revision)
        path.unlink()

    def look(self, *_: object) -> None:
        """Each event has a record with its articles, and every earlier state can be read."""
        for name, ids in self.store.at(self.store.revision).events.items():
            assert {one.id for one in self.store.event(name).articles} == set(ids)
            assert all(self.store.event_of(one) == name for one in ids)
        for revision in range(self.store.revision + 1):
            self.store.at(revision)

    def require(self) -> None:
        """Nothing is lost: the texts, one event for each article, the feed of changes, a sound file."""
        assert len(self.store) == len(self.texts)
        assert [one.text for one in self.store.articles(list(self.texts))] == list(self.texts.values())
        events = self.store.at(self.store.revision).events
        assert sorted(name for ids in events.values() for name in ids) == sorted(self.texts)
        changes = self.store.changes(self.cursor)
        self.state = nd.fold_changes(self.state, changes)
        self.cursor = changes[-1].cursor if changes else self.cursor
        assert sorted(map(len, self.state.values())) == sorted(map(len, events.values()))
        assert bool(self.store.check()) == self.is_due


def a_store_is_what_was_done_to_it(operations: list[list[Any]]) -> None:
    """Law: after each operation the store holds what the operations say."""
    with tempfile.TemporaryDirectory() as folder:
        machine = _Machine(Path(folder) / "desk.db")
        try:
            for name, given, flag in operations:
                machine.do(name, given, flag)
        finally:
            machine.store.close()


TARGETS: Final = (Target("store", st.lists(_OPERATION, min_size=1, max_size=10), a_store_is_what_was_done_to_it, 25),)
