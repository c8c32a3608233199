"""What a writer keeps in memory of the window: all of it follows from the tables, and is loaded from them again."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

import numpy as np
from attrs import field, frozen, mutable
from numpy.typing import NDArray

from newsdedup.events.live.codec import epoch_from, reports_from
from newsdedup.events.live.copies import CopyIndex
from newsdedup.events.live.scores import ScoreGraph
from newsdedup.events.live.window import COUNTED_REPORTS, LiveWindow, ScoredPairs, WindowReports
from newsdedup.events.reading.hashed import HashedTexts
from newsdedup.kernels.ragged import Integers
from newsdedup.store.tables.database import Database
from newsdedup.store.window.codec import ReadBatch, facts_from, sketches_of, texts_from
from newsdedup.support.settings import CopySettings


@frozen
class WindowArticle:
    """An article of the window: its number, the leaf of its text, and where it belongs."""

    n: int
    leaf: int
    representative: int
    event: int | None = None


class Members:
    """The articles of the window by their numbers, leaves, copy groups and events."""

    def __init__(self, articles: Iterable[WindowArticle] = ()) -> None:
        self.of_number: dict[int, WindowArticle] = {}
        self.n_of_leaf: dict[int, int] = {}
        self._of_group: dict[int, set[int]] = {}
        self._of_event: dict[int, set[int]] = {}
        for article in articles:
            self.put(article)

    def put(self, article: WindowArticle) -> None:
        """Add an article, or change what is known of it."""
        self.drop(article.n)
        self.of_number[article.n] = article
        self.n_of_leaf[article.leaf] = article.n
        self._of_group.setdefault(article.representative, set()).add(article.n)
        if article.event is not None:
            self._of_event.setdefault(article.event, set()).add(article.n)

    def drop(self, n: int) -> None:
        """Forget an article."""
        old = self.of_number.pop(n, None)
        if old is None:
            return
        self.n_of_leaf.pop(old.leaf, None)
        self._of_group[old.representative].discard(n)
        if old.event is not None:
            self._of_event[old.event].discard(n)

    def of_group(self, representative: int) -> list[int]:
        """The articles of a copy group, by number."""
        return sorted(self._of_group.get(representative, ()))

    def of_event(self, event: int) -> list[int]:
        """The articles of an event, by number."""
        return sorted(self._of_event.get(event, ()))


def counted_reports(stored: tuple[WindowReports, NDArray[np.bool_], ScoredPairs]) -> Integers:
    """The reports in which the frequency of terms is counted, by their numbers."""
    reports, of_epoch, _ = stored
    return reports.numbers[of_epoch][-COUNTED_REPORTS:]


@mutable(eq=False)
class LiveState:
    """The indexes of the window, and which of its leaves are of an article's present text."""

    copies: CopyIndex
    window: LiveWindow
    scores: ScoreGraph
    members: Members
    of_wording: dict[bytes, list[int]] = field(factory=dict)  # the leaves with each wording, the first is indexed
    wording_of: dict[int, bytes] = field(factory=dict)
    is_outdated: bool = False  # the tables no longer have all of it, so that it has to be loaded again

    @classmethod
    def load(cls, database: Database, settings: CopySettings) -> LiveState:
        """The state that follows from the tables."""
        rows = database.current_leaves()
        members = Members(WindowArticle(n, leaf, rep if rep is not None else n, event) for n, leaf, rep, event in rows)
        stored = reports_from([data for _, data in database.all_leaves("context")])
        sample, (reports, _, pairs) = counted_reports(stored), stored
        numbers = reports.numbers
        scores = ScoreGraph(pairs.among(numbers))  # an article that was removed may have been in some pairs
        del stored, pairs

        def read_hashed(leaves: Integers) -> HashedTexts:
            return texts_from(database.leaves("sketch", leaves.tolist()))

        epoch = epoch_from(database.get_meta("epoch"))
        window = LiveWindow.of(epoch, reports, sample, read_hashed(sample), read_hashed)
        del reports  # the window has copies
        state = cls(CopyIndex(settings), window, scores, members)
        state._index_copies(database)
        reporting = {one.leaf for one in members.of_number.values() if one.representative == one.n}
        state.drop_reports(set(numbers.tolist()) - reporting)
        return state

    def _index_copies(self, database: Database) -> None:
        """Index all texts of the window; there are none where all articles were removed or have settled."""
        leaves, facts = array("q"), bytearray()
        for leaf, one in database.all_leaves("facts"):
            leaves.append(leaf)
            facts += one
        self.index(np.array(leaves, np.int64), ReadBatch(facts_from([facts]), HashedTexts.none()))

    def index(self, leaves: Integers, batch: ReadBatch) -> int:
        """Index the texts of leaves for copies, the first of each wording; returns the place of the first of them."""
        first, new = len(self.copies), list[int]()
        digests = np.ascontiguousarray(batch.facts["digest"]).view("V16").ravel().tolist()
        for row, (leaf, digest) in enumerate(zip(leaves.tolist(), digests, strict=True)):
            same = self.of_wording.setdefault(digest, [])
            self.wording_of[leaf] = digest
            if not same:
                new.append(row)
            same.append(leaf)
        rows = np.array(new, np.int64)
        self.copies.append(leaves[rows], sketches_of(batch.facts[rows]))
        return first

    def current(self, leaf: int) -> int | None:
        """The article that now has this wording: that of the leaf, or another; None if there is none any more."""
        known = self.members.n_of_leaf
        if leaf in known:
            return known[leaf]
        return next((known[one] for one in self.same_wording(leaf) if one in known), None)

    def same_wording(self, leaf: int) -> list[int]:
        """The leaves that have the wording of one, the first one first."""
        return self.of_wording[self.wording_of[leaf]]

    def drop_reports(self, leaves: set[int]) -> None:
        """Compare nothing with these leaves any more; they stay in the indexes until the next grouping."""
        self.window.drop(leaves)
        self.scores.drop(leaves)
