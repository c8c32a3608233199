"""Words and numbers as HTML: escaped text, links that are safe to follow, how a status looks, where values stand."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import takewhile
from typing import Final
from urllib.parse import urlsplit

from attrs import frozen

from newsdedup.events.days import MONTHS

Number = Decimal | int | float

_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
_NO_URL = re.compile(r"[\x00-\x20\x7f\ud800-\udfff]")
_OPEN_MARGIN = 0.12  # of the bar, for values beyond an open end


class Html(str):
    """A piece of markup; any other text is escaped before it becomes a part of one."""

    __slots__ = ()


def escaped(value: object) -> Html:
    """A value as HTML: markup stays, all else is text; halves of UTF-16 pairs become U+FFFD.

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
    """Pieces one after the other, escaped where they are text."""
    return Html(escaped(between).join(map(escaped, pieces)))


def safe_url(url: str | None) -> str | None:
    """The address where it is one of the web that may become a link, else None.

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
    is_safe = parts.scheme in ("http", "https") and parts.netloc and not _NO_URL.search(url)
    return url if is_safe else None


def link(words: object, url: str | None) -> Html:
    """The words, as a link where the address is safe."""
    address = safe_url(url)
    return element("a", words, href=address, rel="noopener noreferrer") if address else escaped(words)


@frozen
class Look:
    """How a status is shown: a glyph, a word, and ink on paper by day and by night.

    The papers of the statuses differ in lightness too, so that they can be told apart in grey.
    """

    word: str
    glyph: str
    light: tuple[str, str]
    dark: tuple[str, str]


# The most urgent first: what an editor must look at.
STATUS_LOOKS: Final[Mapping[str, Look]] = {
    "conflict": Look("conflict", "≠", ("#ffffff", "#a3211b"), ("#2b0503", "#ff8f85")),
    "superseded": Look("superseded", "→", ("#2e1f00", "#f0b545"), ("#fff3dc", "#8a5c0a")),
    "compatible": Look("compatible", "≈", ("#06384f", "#b5dcf0"), ("#e3f4fc", "#1d5470")),
    "agree": Look("agree", "=", ("#0f4023", "#dcf3e0"), ("#def5e4", "#1c3d28")),
    "single_source": Look("one origin", "○", ("#454c55", "#ffffff"), ("#c9ced6", "#16191d")),
}


def status_colours() -> str:
    """Custom properties ``--conflict-ink``, ``--conflict-paper`` … by day; the same by night where the reader asks."""
    light = ";".join(_colours(name, look.light) for name, look in STATUS_LOOKS.items())
    dark = ";".join(_colours(name, look.dark) for name, look in STATUS_LOOKS.items())
    return f":root{{{light}}}@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"


def _colours(name: str, pair: tuple[str, str]) -> str:
    ink, paper = pair
    return f"--{name}-ink:{ink};--{name}-paper:{paper}"


def words_of(name: str | None) -> str:
    """An identifier as words: "more_than" is "more than"."""
    return (name or "").replace("_", " ")


def count_words(number: int, noun: str) -> str:
    """A count with its noun: "1 report", "1,200 reports"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def day_words(iso: str) -> str:
    """A day, month, year, moment or span of days for people; a year that nobody gave is left out.

    Examples
    --------
    >>> [day_words(iso) for iso in ("2025-06-14/2025-06-15", "XXXX-07-28", "2025-06", "2025-06-14T09:30:00+07:00")]
    ['14 – 15 Jun 2025', '28 Jul', 'Jun 2025', '14 Jun 2025, 09:30']
    """
    first, _, last = iso.partition("/")
    start, end = _day_parts(first), _day_parts(last or first)
    pairs = zip(reversed(start), reversed(end), strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    spans = (" ".join(start[: len(start) - shared]), " ".join(end))
    return " – ".join(filter(None, spans)) + _clock_words(first)


def _day_parts(iso: str) -> list[str]:
    """The day, the month and the year that a date names, in that order."""
    year, *month_and_day = iso.partition("T")[0].split("-")
    month, *day = month_and_day or [""]
    names = [*(str(int(one)) for one in day), MONTHS[int(month) - 1][:3] if month else "", year.strip("X")]
    return [name for name in names if name]


def _clock_words(iso: str) -> str:
    clock = iso.partition("T")[2][:5]
    return f", {clock}" if clock else ""


@frozen
class RangeBar:
    """Where the values of a figure stand on a bar, in percent of its width.

    Attributes
    ----------
    values : tuple of float
        The printed values, smallest first, each once.
    best : float or None
    feasible : (float, float) or None
        The stretch that all claims allow.
    open_left, open_right : bool
        Whether smaller, or larger, values than the printed ones are possible.
    """

    values: tuple[float, ...]
    best: float | None
    feasible: tuple[float, float] | None
    open_left: bool
    open_right: bool


def range_bar(
    values: Sequence[Number],
    *,
    best: Number | None = None,
    feasible: tuple[Number | None, Number | None] | None = None,
    open_left: bool = False,
    open_right: bool = False,
) -> RangeBar | None:
    """Lay out a bar of the printed values; None where there is but one value and nothing is open.

    Examples
    --------
    >>> bar = range_bar([10, 20, 15], best=15, feasible=(12, None), open_right=True)
    >>> bar.values, bar.best, bar.feasible
    ((0.0, 44.0, 88.0), 44.0, (17.6, 100.0))
    """
    low, high = (None, None) if feasible is None else feasible
    known = [float(value) for value in (*values, best, low, high) if value is not None]
    if not known or (min(known) == max(known) and not (open_left or open_right)):
        return None
    start = 100 * _OPEN_MARGIN if open_left else 0.0
    end = 100 * (1 - _OPEN_MARGIN) if open_right else 100.0
    least, span = min(known), max(known) - min(known)

    def place(value: Number) -> float:
        share = (float(value) - least) / span if span else 0.5
        return round(start + share * (end - start), 2)

    return RangeBar(
        values=tuple(place(value) for value in sorted(set(values))),
        best=None if best is None else place(best),
        feasible=feasible and (0.0 if low is None else place(low), 100.0 if high is None else place(high)),
        open_left=open_left,
        open_right=open_right,
    )
