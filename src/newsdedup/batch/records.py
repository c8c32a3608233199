"""The articles of events to their records, as `newsdedup.consolidate` makes them on one machine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from attrs import asdict, field, frozen

from newsdedup.articles.batches import CHUNK_SIZE
from newsdedup.batch.columns import BatchFunction, ColumnTypes, batch_of, each_run
from newsdedup.batch.texts import FIELDS, articles_in
from newsdedup.copies.relations import Relation
from newsdedup.languages import Role, roles_of
from newsdedup.records.assemble import GroupedArticles, assemble_record
from newsdedup.records.grouped import with_trusted_ids
from newsdedup.support.errors import pass_on_foreign
from newsdedup.support.settings import ReconcileSettings, as_data, checked, trusted_names
from newsdedup.support.whole_files import json_bytes

RECORD_ROWS: Final[ColumnTypes] = {  # of the articles of events
    "event": "string",
    "id": "string",
    **FIELDS,
    "origin": "string",  # the id of the article whose words it prints; null for its own
    "relation": "string",  # null for an article that is neither a copy nor an excerpt, as the next three columns
    "to": "string",
    "jaccard": "double",
    "containment": "double",
    "likeness": "double",  # the sum of its scores with others of its event; null for 0
}
RECORDS: Final[ColumnTypes] = {
    "event": "string",
    "record": "string",  # as JSON; null where none could be made
    "reason": "string",  # why; null for a record
    "ids": "array<string>",  # the articles of an event without a record; null for a record
}
_SHOWN_OF_ERROR: Final = 200  # characters


@frozen
class RecordOptions:
    """How records are made: the options of `newsdedup.consolidate` that concern a record.

    Attributes
    ----------
    settings : ReconcileSettings
        Trusted sources may be given by name: of the articles of an event those from them are trusted, the earliest
        first.
    roles : tuple of Role
        Added to those of the languages.
    """

    settings: ReconcileSettings = field(factory=ReconcileSettings)
    roles: tuple[Role, ...] = field(default=(), converter=roles_of)

    @classmethod
    def of(cls, *, policy: str | None, trusted: Iterable[str], roles: Iterable[Role], people: bool) -> RecordOptions:
        """The options from those of a caller.

        Raises
        ------
        SettingError
            If one has a value that is not allowed.
        """
        settings = checked(ReconcileSettings, policy=policy, trusted=trusted_names(trusted), people=people)
        return cls(settings, roles)

    def as_data(self) -> dict[str, Any]:
        """The options as plain data."""
        return as_data(self.settings) | {"roles": [asdict(role) for role in self.roles]}


def consolidate_batches(settings: ReconcileSettings, roles: Iterable[Role] = ()) -> BatchFunction:
    """A function from the articles of events, `RECORD_ROWS` sorted by event, to their records: `RECORDS`.

    Parameters
    ----------
    settings, roles
        As of `RecordOptions`.

    Returns
    -------
    callable
        Record batches in, record batches out. Memory holds one batch, or the articles of the largest event. The record
        has the bytes of a line that `newsdedup.EventCollection.save` writes, whatever the order of the articles of an
        event and the cut into batches. An event of which no record can be made is a row with the reason.

    Raises
    ------
    SettingError
        If a role is not allowed.

    Examples
    --------
    >>> import json, pyarrow
    >>> from newsdedup.batch.columns import arrow_schema
    >>> rows = [{"event": "a", "id": name, "text": f"Lũ làm {n} người chết."} for name, n in (("a", 12), ("b", 14))]
    >>> batch = pyarrow.RecordBatch.from_pylist(rows, arrow_schema(RECORD_ROWS))
    >>> (records,) = consolidate_batches(ReconcileSettings())([batch])
    >>> [one["status"] for one in json.loads(records["record"][0].as_py())["figures"]]
    ['conflict']
    """
    options = RecordOptions(settings, roles)

    def made(batches: Iterable[Any]) -> Iterator[Any]:
        rows = (_consolidated(event, options) for event in each_run(batches, "event"))
        return _in_batches(rows)

    return made


@frozen
class _RecordRow:
    """The columns `RECORDS` of one event."""

    event: str
    record: bytes | None = None
    reason: str | None = None
    ids: list[str] | None = None


def _consolidated(rows: Any, options: RecordOptions) -> _RecordRow:
    name = rows.column("event")[0].as_py()
    try:
        return _RecordRow(name, _record_of(rows, options))
    except Exception as problem:  # one event must not end the work on all others
        pass_on_foreign(problem)
        reason = f"its record cannot be made ({type(problem).__name__}: {str(problem)[:_SHOWN_OF_ERROR]})"
        return _RecordRow(name, None, reason, sorted(rows.column("id").to_pylist()))


def _record_of(rows: Any, options: RecordOptions) -> bytes:
    event = event_in(rows)
    settings = with_trusted_ids(options.settings, event.articles)
    return json_bytes(assemble_record(event, settings, options.roles).to_dict(exact=True))


def event_in(rows: Any) -> GroupedArticles:
    """The articles of one event, from a batch of `RECORD_ROWS`."""
    articles = tuple(articles_in(rows))
    ids = [one.id for one in articles]
    origin, relation, to, jaccard, containment, likeness = (
        rows.column(name).to_pylist() for name in ("origin", "relation", "to", "jaccard", "containment", "likeness")
    )
    related = zip(ids, zip(relation, to, jaccard, containment, strict=True), strict=True)
    return GroupedArticles(
        articles=articles,
        origins={name: given or name for name, given in zip(ids, origin, strict=True)},
        relations={name: Relation(*values) for name, values in related if values[0]},
        likeness={name: value or 0.0 for name, value in zip(ids, likeness, strict=True)},
    )


def _in_batches(rows: Iterable[_RecordRow]) -> Iterator[Any]:
    """The rows in batches of about `CHUNK_SIZE` bytes."""
    waiting: list[_RecordRow] = []
    size = 0
    for row in rows:
        waiting.append(row)
        size += len(row.record or b"")
        if size >= CHUNK_SIZE:
            yield _batch(waiting)
            waiting, size = [], 0
    if waiting:
        yield _batch(waiting)


def _batch(rows: list[_RecordRow]) -> Any:
    return batch_of(RECORDS, len(rows), {name: [getattr(row, name) for row in rows] for name in RECORDS})
