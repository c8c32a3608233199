"""Ids of checked articles made unique, over sorted batches: the earliest keeps a repeated id.

Rows that may get the same id stand together: they have the same *root*, the id without what newsdedup appends to make
ids unique. Only the roots of several rows are looked at one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import numpy as np
from attrs import field, frozen, mutable
from numpy.typing import NDArray

from newsdedup.articles.unique_ids import REPEATED, UniqueIds

# Regular expressions, for any engine: what is appended to a repeated id, and a derived id with its number.
RENAMED: Final = "(#[0-9a-f]{16})+$"
NUMBERED: Final = "^([0-9a-f]{16})-[0-9]+$"
_CHANGED: Final = ("id", "reason", "notices")
MOST_TEXTS: Final = 500_000  # of one root: their ids are in memory


def id_roots(ids: Any) -> Any:
    """The root of each id of an Arrow array; null stays null.

    Examples
    --------
    >>> import pyarrow
    >>> ids = pyarrow.array(["7", "7#c5264b0e60e79326", "c5264b0e60e79326-2", "story-2"])
    >>> id_roots(ids).to_pylist()
    ['7', '7', 'c5264b0e60e79326', 'story-2']
    """
    from pyarrow import compute

    as_given = compute.replace_substring_regex(ids, RENAMED, "")
    return compute.replace_substring_regex(as_given, NUMBERED, r"\1")


@frozen
class _Renaming:
    """The id of an article, with a notice if it is a new one, or the reason why the article is left out."""

    id: str
    notice: str | None = None
    reason: str | None = None


@mutable
class _Root:
    """The ids of one root so far; it has state."""

    root: str | None = None
    ids: UniqueIds = field(factory=UniqueIds)

    def named(self, root: str, name: str, digest: int) -> _Renaming:
        """The id of the next article."""
        if root != self.root:
            self.root, self.ids = root, UniqueIds()
        derived = f"{digest % (1 << 64):016x}"
        if name == derived:  # not kept: all other ids of this root came before
            return _Renaming(self.ids.numbered(name))
        if len(self.ids.text_of_id) >= MOST_TEXTS:
            many = f"{MOST_TEXTS:,} other articles: give each article an id of its own"
            return _Renaming(name, reason=f"its id belongs to {many}")
        new, notice = self.ids.named(name, digest, lambda: derived)
        return _Renaming(name, reason=REPEATED) if new is None else _Renaming(new, notice)


def unique_ids(batches: Iterable[Any]) -> Iterator[Any]:
    """Make the ids of articles unique, as `newsdedup.read_articles` does for articles in the same order.

    The first article keeps its id. A later one with the same text is rejected; one with another text gets the id
    ``given#contentid``, with a notice. Of identical texts without a given id the later ones are numbered: ``-2``,
    ``-3``. Only the ids of one root are in memory, and of identical texts none; a root of more than `MOST_TEXTS` texts
    has its further ones rejected. Rows that were rejected before pass as they are.

    Parameters
    ----------
    batches : iterable of pyarrow.RecordBatch
        Checked articles with the columns ``id``, ``text_digest`` and ``reason``, ``notices`` if notices are wanted, and
        any others. Articles of the same `id_roots` follow each other, in one batch or several: first those whose id is
        not their content id, then by `seconds`, the longest first, by the digests of their words, and by id.

    Yields
    ------
    pyarrow.RecordBatch
        The same rows and columns, with ``id``, ``reason`` and ``notices`` changed where an id was repeated.
    """
    state = _Root()
    for batch in batches:
        yield _named_batch(batch, state)


def _named_batch(batch: Any, state: _Root) -> Any:
    """The rows of a batch with unique ids; the last root stays open."""
    import pyarrow as pa
    from pyarrow import compute

    accepted = np.flatnonzero(batch.column("reason").is_null().to_numpy(zero_copy_only=False))
    if not len(accepted):
        return batch
    roots = id_roots(batch.column("id")).take(pa.array(accepted))
    repeats = np.ones(len(accepted) + 1, np.bool_)  # whether a row has the root of the one before; past the last: open
    repeats[1:-1] = compute.equal(roots[1:], roots[:-1]).to_numpy(zero_copy_only=False)
    repeats[0] = roots[0].as_py() == state.root
    several = accepted[repeats[:-1] | repeats[1:]]
    return _with_names(batch, several, state) if len(several) else batch


def _with_names(batch: Any, places: NDArray[np.int64], state: _Root) -> Any:
    """The batch with the ids of some rows made unique."""
    import pyarrow as pa

    some = batch.select(["id", "text_digest"]).take(pa.array(places))
    columns = id_roots(some.column("id")), some.column("id"), some.column("text_digest")
    changes: dict[int, _Renaming] = {}
    for place, *values in zip(places.tolist(), *(column.to_pylist() for column in columns), strict=True):
        change = state.named(*values)
        if change != _Renaming(values[1]):
            changes[place] = change
    return _changed(batch, changes) if changes else batch


def _changed(batch: Any, changes: Mapping[int, _Renaming]) -> Any:
    """The batch with some rows renamed or rejected."""
    import pyarrow as pa

    new = {name: batch.column(name).to_pylist() for name in _CHANGED if name in batch.schema.names}
    for place, change in changes.items():
        new["id"][place], new["reason"][place] = change.id, change.reason
        if change.notice and "notices" in new:
            new["notices"][place] = [change.notice, *new["notices"][place]]
    columns = [
        pa.array(new[name], one.type) if name in new else one
        for name, one in zip(batch.schema.names, batch.columns, strict=True)
    ]
    return pa.RecordBatch.from_arrays(columns, schema=batch.schema)
