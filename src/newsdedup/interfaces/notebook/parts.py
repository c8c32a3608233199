"""The parts of notebook views: cards, lists, remarks and statuses, in the colours of the notebook.

Text has the colour of the notebook; a status has a glyph and a word beside its colour. Cards unfold
without a script.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Final

from newsdedup.articles.article import Rejection
from newsdedup.interfaces.html import Html, element, escaped, joined, status_properties
from newsdedup.interfaces.wording import STATUS_LABELS, count_in_words

MOST_PARTS: Final = 10  # events, groups or articles of a collection that are shown
_MOST_ITEMS: Final = 12  # items of a list that are shown

# The theme that a page states takes precedence over the one that the reader's system prefers.
_DARK_PAGES: Final = (
    '[data-jp-theme-light="false"]',
    ".vscode-dark",
    ".vscode-high-contrast",
    '[data-theme="dark"]',
    "[theme=dark]",
)
_LIGHT_PAGES: Final = ('[data-jp-theme-light="true"]', ".vscode-light", '[data-theme="light"]', "[theme=light]")


def notebook_view(*parts: Html | None) -> str:
    """The parts as one output of a notebook, with their style."""
    return str(element("div", _style_element(), *filter(None, parts), class_="newsdedup"))


@cache
def _style_element() -> Html:
    css = resources.files(__package__).joinpath("style.css").read_text(encoding="utf-8")
    light, dark = status_properties("light"), status_properties("dark")
    preferred = f"@media(prefers-color-scheme:dark){{.newsdedup{{{dark}}}}}"
    stated = "".join(
        f"{','.join(f'{page} .newsdedup' for page in pages)}{{{colours}}}"
        for pages, colours in ((_DARK_PAGES, dark), (_LIGHT_PAGES, light))
    )
    return element("style", Html(f"{css}.newsdedup{{{light}}}{preferred}{stated}"))


def folded_card(summary: object, *inside: Html | None, kind: str = "nd-card", is_open: bool = False) -> Html:
    """A line that unfolds."""
    return element("details", element("summary", summary), *filter(None, inside), class_=kind, open=is_open)


def titled(title: str, *remarks: str | None) -> Html:
    """A title with remarks after it."""
    return joined((element("span", title, class_="nd-title"), hint(*remarks)), " ")


def hint(*remarks: object, name: str = "span") -> Html:
    """Remarks in small print."""
    return element(name, joined(list(filter(None, remarks)), " · "), class_="nd-hint")


def item_list(items: Iterable[Html]) -> Html:
    """A bulleted list."""
    return element("ul", *(element("li", item) for item in items))


def named_list(name: str, attribute: str, items: Sequence[Html]) -> Html | None:
    """A folded list under a name; nothing where it is empty."""
    if not items:
        return None
    more = more_line(len(items) - _MOST_ITEMS, f".{attribute} has all")
    return folded_card(f"{name} ({len(items):,})", item_list(items[:_MOST_ITEMS]), more, kind="nd-part")


def more_line(number: int, how: str) -> Html | None:
    """How many are not shown, and how to get them."""
    return hint(f"… and {number:,} more: {how}", name="p") if number > 0 else None


def rejected_card(rejected: Sequence[Rejection]) -> Html | None:
    """The rows that were rejected, with their reasons."""
    if not rejected:
        return None
    rows = map(escaped, rejected[:MOST_PARTS])
    more = more_line(len(rejected) - MOST_PARTS, ".rejected has all")
    return folded_card(f"{count_in_words(len(rejected), 'row')} rejected", item_list(rows), more, kind="nd-part")


def cells(rows: Sequence[Sequence[str]]) -> Html:
    """Rows of cells in columns that are as wide as they need to be; the last takes what is left."""
    count = max(map(len, rows))
    parts = (element("span", cell) for row in rows for cell in row)
    return element("div", *parts, class_=f"nd-cells nd-cells-{count}")


def status_pill(status: str, words: str | None = None) -> Html:
    """A status: glyph, word and colour."""
    label = STATUS_LABELS[status]
    colours = f"color:var(--{status}-ink,inherit);background:var(--{status}-paper,none)"
    return element("span", f"{label.glyph} {words or label.word}", class_="nd-pill", style=colours)


def status_tally(counts: Mapping[str, int]) -> Html:
    """The number of figures of each status, the most urgent status first."""
    return joined(
        [
            status_pill(name, f"{counts[name]:,} {label.word}")
            for name, label in STATUS_LABELS.items()
            if counts.get(name)
        ],
        " ",
    )
