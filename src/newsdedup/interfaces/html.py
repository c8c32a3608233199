"""Pieces of HTML: elements, escaped text, safe links, the colours of statuses, and the layout of range bars."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final, Literal
from urllib.parse import urlsplit

from attrs import frozen

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.figure import ReconciledFigure
from newsdedup.languages import format_number

_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
_NOT_IN_URL = re.compile(r"[\x00-\x20\x7f\ud800-\udfff]")
_OPEN_MARGIN = 0.12  # share of the bar beyond an open end


class Html(str):
    """Markup; any other text is escaped when it becomes part of it."""

    __slots__ = ()


def escaped(value: object) -> Html:
    """A value as HTML: markup is kept, any other value is escaped text; lone surrogates become U+FFFD.

    Examples
    --------
    >>> escaped("<b> & 'Báo'")
    '&lt;b&gt; &amp; &#x27;Báo&#x27;'
    """
    if isinstance(value, Html):
        return value
    return Html(html.escape(_LONE_SURROGATE.sub("\ufffd", str(value))))


def element(name: str, *children: object, **attributes: object) -> Html:
    """An element with its children, escaped where they are text; an attribute that is None or False is left out.

    Examples
    --------
    >>> element("td", "5 < 6", class_="figure", data_status=None)
    '<td class="figure">5 &lt; 6</td>'
    """
    words = "".join(
        f" {key.rstrip('_').replace('_', '-')}" + ("" if value is True else f'="{escaped(value)}"')
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    return Html(f"<{name}{words}>{joined(children)}</{name}>")


def joined(pieces: Sequence[object], between: object = "") -> Html:
    """Pieces joined, escaped where they are text."""
    return Html(escaped(between).join(map(escaped, pieces)))


def safe_url(url: str | None) -> str | None:
    """The address if it is safe as a link, which is an http or https address with a host; else None.

    Examples
    --------
    >>> safe_url("https://example.org/tin?a=1"), safe_url("javascript:alert(1)")
    ('https://example.org/tin?a=1', None)
    """
    url = (url or "").strip()
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    is_safe = parts.scheme in ("http", "https") and parts.netloc and not _NOT_IN_URL.search(url)
    return url if is_safe else None


def link(words: object, url: str | None) -> Html:
    """The words, as a link if the address is safe."""
    address = safe_url(url)
    return element("a", words, href=address, rel="noopener noreferrer") if address else escaped(words)


@frozen
class StatusColours:
    """Ink and paper of a status in a light and in a dark theme.

    The papers of the statuses differ in lightness too, so that they differ in grey.
    """

    light: tuple[str, str]
    dark: tuple[str, str]


STATUS_COLOURS: Final[Mapping[str, StatusColours]] = {
    "conflict": StatusColours(light=("#ffffff", "#a3211b"), dark=("#2b0503", "#ff8f85")),
    "superseded": StatusColours(light=("#2e1f00", "#f0b545"), dark=("#fff3dc", "#8a5c0a")),
    "compatible": StatusColours(light=("#06384f", "#b5dcf0"), dark=("#e3f4fc", "#1d5470")),
    "agree": StatusColours(light=("#0f4023", "#dcf3e0"), dark=("#def5e4", "#1c3d28")),
    "single_source": StatusColours(light=("#454c55", "#ffffff"), dark=("#c9ced6", "#16191d")),
}


def status_properties(theme: Literal["light", "dark"]) -> str:
    """The colours of the statuses as custom properties of CSS: ``--conflict-ink:#ffffff;--conflict-paper:…``."""
    pairs = ((name, getattr(colours, theme)) for name, colours in STATUS_COLOURS.items())
    return "".join(f"--{name}-ink:{ink};--{name}-paper:{paper};" for name, (ink, paper) in pairs)


@frozen
class RangeBar:
    """The positions of a figure's values on a bar, in percent of its width."""

    values: tuple[float, ...]  # the printed values, smallest first, each once
    best: float | None
    feasible: tuple[float, float] | None  # the span that all claims allow
    open_left: bool  # whether smaller values than the printed ones are possible
    open_right: bool  # whether larger ones are
    ends: tuple[str, str]  # the smallest and the largest printed value in words


def range_bar(figure: ReconciledFigure) -> RangeBar | None:
    """Lay out a bar of the values that the claims of a figure print; None where all print the same one.

    Examples
    --------
    >>> from newsdedup import extract_figures, reconcile
    >>> texts = {"a": "Hội nghị có hơn 10.000 điểm cầu.", "b": "Hội nghị có 11.000 điểm cầu."}
    >>> claims = [claim for name, text in texts.items() for claim in extract_figures(text, article_id=name)]
    >>> bar = range_bar(reconcile(claims)[0])
    >>> bar.values, bar.best, bar.ends
    ((0.0, 100.0), 100.0, ('10.000', '11.000'))
    """
    values = printed_values(figure)
    if len(values) < 2:
        return None
    low, high = figure.feasible or (None, None)
    known = [value for value in (*values, figure.best, low, high) if value is not None]
    least, span = min(known), max(known) - min(known)
    start = 100 * _OPEN_MARGIN if figure.low is None else 0.0
    end = 100 * (1 - _OPEN_MARGIN) if figure.high is None else 100.0

    def place(value: Decimal) -> float:
        return round(start + float((value - least) / span) * (end - start), 2)

    return RangeBar(
        values=tuple(map(place, values)),
        best=None if figure.best is None else place(figure.best),
        feasible=figure.feasible and (0.0 if low is None else place(low), 100.0 if high is None else place(high)),
        open_left=figure.low is None,
        open_right=figure.high is None,
        ends=(format_number(values[0], figure.language), format_number(values[-1], figure.language)),
    )


def printed_values(figure: ReconciledFigure) -> list[Decimal]:
    """The values that the claims of a figure print, smallest first, each once."""
    return sorted({value for claim in figure.claims for value in _values_of(claim)})


def _values_of(claim: FigureClaim) -> tuple[Decimal, ...]:
    """The value of a claim, or both ends of a range."""
    ends = (claim.low, claim.high) if claim.qualifier == "range" else (claim.value,)
    return tuple(end for end in ends if isinstance(end, Decimal))
