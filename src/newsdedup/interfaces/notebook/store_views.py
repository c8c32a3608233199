"""What a store gives back, as notebooks show it."""

from __future__ import annotations

from typing import Final

from newsdedup.interfaces.html import Html, element, joined
from newsdedup.interfaces.notebook.parts import (
    MOST_PARTS,
    hint,
    item_list,
    named_list,
    notebook_view,
    rejected_card,
    titled,
)
from newsdedup.interfaces.wording import count_in_words, span_in_words
from newsdedup.store.store import EventStore
from newsdedup.store.values import Changes, EventSummary
from newsdedup.support.display import html_of

_LISTED_IDS: Final = ("added", "corrected", "unchanged")


@html_of.register
def store_view(store: EventStore) -> str:
    """The events that changed last, in a line each; a closed store is its ``repr``."""
    if store.is_closed:
        return notebook_view(element("p", repr(store)))
    events = store.events(limit=MOST_PARTS + 1)
    counts = f"{count_in_words(len(store), 'article')}, revision {store.revision}"
    return notebook_view(
        element("p", element("b", store.path.name), " ", hint(counts)),
        item_list(map(_event_line, events[:MOST_PARTS])),
        hint("… and more: .events() has all", name="p") if len(events) > MOST_PARTS else None,
    )


def _event_line(one: EventSummary) -> Html:
    days = span_in_words(one.start_date, one.end_date)
    settled = "settled" if one.is_settled else None
    return titled(
        one.title or one.event_id, days, count_in_words(one.n_articles, "article"), settled, f"event {one.event_id}"
    )


@html_of.register
def changes_view(changes: Changes) -> str:
    """The counts of what changed; the ids unfold."""
    counts = [f"{len(found):,} {name}" for name in _LISTED_IDS if (found := getattr(changes, name))]
    events = f"{count_in_words(len(changes.events), 'event')} changed"
    return notebook_view(
        element("p", joined((element("b", f"Revision {changes.revision}"), hint(*counts, events)), " ")),
        *(named_list(name.capitalize(), name, _id_lines(getattr(changes, name))) for name in _LISTED_IDS),
        named_list("Events", "events", _id_lines(changes.events)),
        rejected_card(changes.rejected),
    )


def _id_lines(names: tuple[str, ...]) -> list[Html]:
    return [element("span", name) for name in names]
