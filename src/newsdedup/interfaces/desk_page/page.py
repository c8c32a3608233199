"""The desk page: one HTML file with the list of events, the details under each, its style and its script."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from string import Template
from typing import Any, Final

from attrs import asdict

from newsdedup.interfaces.desk_page.cards import event_card, event_details
from newsdedup.interfaces.desk_page.catalogue import Catalogue, catalogue_of, language_of_page
from newsdedup.interfaces.html import Html, element, escaped, joined, status_properties
from newsdedup.interfaces.wording import STATUS_LABELS
from newsdedup.languages import known_languages
from newsdedup.records.collection import EventCollection
from newsdedup.support.display import write_page
from newsdedup.support.whole_files import whole_file

_SCRIPT_FILES: Final = tuple(
    f"script/{name}.js"
    for name in ("elements", "search", "snippets", "figures", "reports", "event", "list", "keys", "actions")
)

# Inside a script element, "<" could begin an end tag or a comment; JSON has an escape for it.
_ESCAPED_TAG: Final = ("<", "\\u003c")


@write_page.register
def write_desk_page(
    events: EventCollection,
    path: str | Path,
    texts: Mapping[str, str],
    *,
    language: str | None = None,
    title: str | None = None,
) -> None:
    """Write the desk page of events; the same events give the same bytes.

    Where the text of an article is missing in `texts` (by id), the sentences of its claims are shown. The language is
    one of `LANGUAGES`, by default that of most articles.

    Raises
    ------
    SettingError
        If the page is not available in the language.
    """
    # Lone surrogates are in the JSON and the title only, where a backslash escape is valid.
    page = desk_page(events, texts, language=language, title=title)
    with whole_file(path) as file:
        file.write(page.encode("utf-8", "backslashreplace"))


def desk_page(
    events: EventCollection, texts: Mapping[str, str], *, language: str | None = None, title: str | None = None
) -> str:
    """The page as a string; arguments as for `write_desk_page`."""
    articles = (report for record in events for report in record.articles)
    words = catalogue_of(language_of_page(language, (one.language for one in articles if one.language)))
    style, script = _style_sheet(), "\n".join(map(_resource, _SCRIPT_FILES))
    # The cards come before the details: browsers paint the first cards while they read the rest.
    details = [_json_element(f"event-{number}", event_details(one, texts, words)) for number, one in enumerate(events)]
    return Template(_resource("page.html")).substitute(
        {f"text_{name}": escaped(text) for name, text in words.texts.items() if isinstance(text, str)},
        language=words.language,
        title=escaped(title or words.texts["title"]),
        policy=_security_policy(style, script),
        style=style,
        index=_json_element("index", _index(events, words)),
        script=script,
        unfolded=joined(details, between=Html("\n")),
    )


def _index(events: EventCollection, words: Catalogue) -> dict[str, Any]:
    """What the script needs before an event is unfolded."""
    labels = {name: {"word": words.of(label.word), "glyph": label.glyph} for name, label in STATUS_LABELS.items()}
    return {
        "language": words.language,
        "texts": dict(words.texts),
        "labels": labels,
        "scales": sorted({word for language in known_languages().values() for word in language.scales}),
        "events": [event_card(record, words) for record in events],
        "rejected": [asdict(one) | {"reason": words.of(one.reason)} for one in events.rejected],
        "settings": [words.setting(name, value) for name, value in events.settings.items()],
    }


def _style_sheet() -> str:
    light, dark = status_properties("light"), status_properties("dark")
    colours = f":root{{{light}}}@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"
    return colours + _resource("page.css")


def _resource(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


def _security_policy(style: str, script: str) -> str:
    """What a browser allows the page: its own script and style, and no request."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_digest_source(style)}'",
            f"script-src '{_digest_source(script)}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
        )
    )


def _digest_source(code: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()


def _json_element(name: str, value: Any) -> Html:
    words = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return element("script", Html(words.replace(*_ESCAPED_TAG)), type="application/json", id=name)
