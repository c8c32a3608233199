"""One HTML page that holds all it needs: the list of events, what unfolds under each, style and script."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from importlib import resources
from pathlib import Path
from string import Template
from typing import Any

from attrs import asdict

from newsdedup.interfaces.markup import STATUS_LOOKS, Html, element, joined, status_colours
from newsdedup.interfaces.report.cards import card_of, unfolded_of
from newsdedup.records.collection import EventCollection
from newsdedup.support.display import write_page

_SCRIPTS = tuple(f"{name}.js" for name in ("elements", "search", "figures", "reports", "event", "list", "desk"))

# Inside a script element, "<" could begin an end tag or a comment; JSON may spell it otherwise.
_NO_TAG = ("<", "\\u003c")


@write_page.register
def write_collection(events: EventCollection, path: str | Path, texts: Mapping[str, str]) -> None:
    """Write one page of events; the same events give the same bytes.

    Parameters
    ----------
    events : EventCollection
    path : path
    texts : mapping of str to str
        Texts of articles, by id; where one is missing the sentences of its claims are shown.
    """
    rejected = [asdict(one) for one in events.rejected]
    page = page_of(events.to_dicts(), texts=texts, rejected=rejected, settings=events.settings)
    # A lone surrogate stands in JSON only, where a backslash may spell it.
    Path(path).write_bytes(page.encode("utf-8", "backslashreplace"))


def page_of(
    records: Sequence[Mapping[str, Any]],
    *,
    texts: Mapping[str, str],
    rejected: Sequence[Mapping[str, Any]],
    settings: Mapping[str, Any],
) -> str:
    """The page as a string.

    Parameters
    ----------
    records : sequence of mapping
        Events as plain data, by the schema in ``docs/``.
    texts : mapping of str to str
        As for `write_collection`.
    rejected : sequence of mapping
        Input rows that were left out: id, row and reason.
    settings : mapping
        What made the events.
    """
    style, script = status_colours() + _part("page.css"), "\n".join(map(_part, _SCRIPTS))
    index = {
        "looks": {name: {"word": look.word, "glyph": look.glyph} for name, look in STATUS_LOOKS.items()},
        "events": [card_of(record) for record in records],
        "rejected": list(rejected),
        "settings": dict(settings),
    }
    # The cards come before what unfolds under them: the first are painted while the rest is still read.
    unfolded = (_data(f"event-{number}", unfolded_of(record, texts)) for number, record in enumerate(records))
    return Template(_part("page.html")).substitute(
        policy=_policy(style, script),
        style=style,
        index=_data("index", index),
        script=script,
        unfolded=joined(list(unfolded), between=Html("\n")),
    )


def _part(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """What a browser may do with the page: run its own script and style, and reach for nothing."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_digest(style)}'",
            f"script-src '{_digest(script)}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
        )
    )


def _digest(code: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()


def _data(name: str, value: Any) -> Html:
    words = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return element("script", Html(words.replace(*_NO_TAG)), type="application/json", id=name)
