"""What a store gives back: what an addition changed, the feed, and events without their records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from newsdedup.articles.article import Rejection
from newsdedup.support.display import Displayed


@frozen(kw_only=True)
class Changes(Displayed):
    """What an addition, a removal or a grouping changed.

    Attributes
    ----------
    revision : int
        The revision that it made; where nothing changed, the last one before.
    added, corrected, unchanged : tuple of str
        Ids of articles.
    rejected : tuple of Rejection
        Rows that were not stored, with the reason.
    events : tuple of str
        Ids of the events whose articles or records changed, retired ones included.
    """

    revision: int
    added: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    rejected: tuple[Rejection, ...] = ()
    events: tuple[str, ...] = ()


@frozen(kw_only=True)
class Change:
    """One row of the feed of changes. It has ids and numbers, and no words of any article.

    Attributes
    ----------
    cursor : int
        Its place in the feed: give that of the last row read to `EventStore.changes` for those after it.
    revision : int
    kind : str
        ``new``, ``grown``, ``moved``, ``merged``, ``split``, ``removed``: which articles an event has, see
        `fold_changes`; ``corrected``: an article has a new version; ``figure``, ``conflict``, ``resolved``: a figure
        in the record of the event has another value, is in conflict, or is so no longer.
    event : str
        Its id.
    other : str or None
        The event that articles come from or go to.
    n : int or None
        The number of the article in the store, which stays when the article is removed.
    article : str or None
        The id of the article; None once it is removed.
    data : mapping or None
        Of a split: the numbers of the ``articles``. Of a figure: its ``role`` and ``unit``, and its values ``before``
        and ``after``.
    """

    cursor: int
    revision: int
    kind: str
    event: str
    other: str | None = None
    n: int | None = None
    article: str | None = None
    data: Mapping[str, Any] | None = None


@frozen(kw_only=True)
class EventSummary:
    """An event of a store, without its record.

    Attributes
    ----------
    event_id : str
    title : str or None
        That of its record; None where there is no record yet.
    n_articles : int
    first, last : str or None
        The moments of its first and its last article, in ISO 8601 and UTC.
    start_date, end_date : str or None
        Of its record.
    is_settled : bool
        Whether it has left the window.
    born, changed : int
        Revisions.
    """

    event_id: str
    title: str | None
    n_articles: int
    first: str | None
    last: str | None
    start_date: str | None
    end_date: str | None
    is_settled: bool
    born: int
    changed: int


@frozen(kw_only=True)
class StoredState:
    """Which articles each event had after a revision.

    Attributes
    ----------
    revision : int
    at : str or None
        When it was made, in ISO 8601 and UTC; None for revision 0.
    events : mapping of str to tuple of str
        The ids of the articles of each event. Articles that were removed later are not in it.
    """

    revision: int
    at: str | None
    events: Mapping[str, tuple[str, ...]]
