from __future__ import annotations

import itertools
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdedup.interfaces.markup import (
    STATUS_LOOKS,
    Html,
    count_words,
    day_words,
    element,
    escaped,
    joined,
    link,
    range_bar,
    safe_url,
    status_colours,
    words_of,
)

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))


class _Reader(HTMLParser):
    """What a browser would make of some markup."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words = ""
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.words += data


def _read(markup: str) -> _Reader:
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return reader


@given(ANY_TEXT)
def test_any_text_stays_text_in_an_element_and_in_an_attribute(text: str) -> None:
    markup = element("p", text, title=text)
    markup.encode("utf-8")
    read = _read(markup)
    assert read.tags == ["p"]
    assert [name for name, _ in read.attributes] == ["title"]


def test_markup_is_kept_and_text_is_escaped() -> None:
    assert element("p", element("b", "a<b"), " & ", 3) == "<p><b>a&lt;b</b> &amp; 3</p>"
    assert joined(["<", Html("<br>")], between=" · ") == "&lt; · <br>"
    assert element("p", hidden=True, class_="x", data_kind=None) == '<p hidden class="x"></p>'
    assert escaped("\ud83d") == "\ufffd"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "//example.org/tin",
        "tin.html",
        "http:",
        "http://[::1",
        "https://example.org/\x00",
        "https://example.org/\ud800",
        "",
        None,
    ],
)
def test_only_an_address_of_the_web_becomes_a_link(url: str | None) -> None:
    assert safe_url(url) is None
    assert link("Báo", url) == "Báo"


def test_a_web_address_becomes_a_link_with_its_quotes_escaped() -> None:
    assert 'href="https://example.org/?a=&quot;&amp;b=1"' in link("<Báo>", ' https://example.org/?a="&b=1 ')
    assert _read(link("<Báo>", "https://example.org")).words == "<Báo>"


def _luminance(colour: str) -> float:
    shares = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_status_is_readable_and_has_its_own_grey_glyph_and_word(theme: str) -> None:
    looks = list(STATUS_LOOKS.values())
    pairs = [getattr(look, theme) for look in looks]
    assert all(_contrast(*pair) >= 4.5 for pair in pairs)
    papers = sorted(_luminance(paper) for _, paper in pairs)
    assert all((above + 0.05) / (below + 0.05) > 1.15 for below, above in itertools.pairwise(papers))
    assert len({look.glyph for look in looks}) == len({look.word for look in looks}) == len(looks)
    assert all(getattr(look, theme)[1] in status_colours() for look in looks)


def test_counts_and_identifiers_become_words() -> None:
    assert [count_words(number, "report") for number in (1, 1200)] == ["1 report", "1,200 reports"]
    assert words_of("more_than") == "more than"
    assert words_of(None) == ""


def test_one_exact_value_needs_no_bar() -> None:
    assert range_bar([]) is None
    assert range_bar([5, Decimal(5)], best=5, feasible=(5, 5)) is None


def test_an_open_end_leaves_room_beyond_it() -> None:
    bar = range_bar([10000], best=10000, feasible=(10000, None), open_right=True)
    assert bar is not None
    assert bar.values == (44.0,)
    assert bar.feasible == (44.0, 100.0)


@given(st.lists(st.decimals(-(10**12), 10**12, places=2), min_size=1), st.booleans(), st.booleans())
def test_every_value_stands_on_the_bar_in_order(values: list[Decimal], left: bool, right: bool) -> None:
    bar = range_bar(values, best=min(values), feasible=(None, max(values)), open_left=left, open_right=right)
    if bar is not None:
        assert list(bar.values) == sorted(bar.values)
        assert all(0 <= place <= 100 for place in bar.values)
        assert bar.best == bar.values[0]
        assert bar.feasible == (0.0, bar.values[-1])


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2025-06-14", "14 Jun 2025"),
        ("2025-06-14/2025-06-15", "14 – 15 Jun 2025"),
        ("2025-12-30/2026-01-02", "30 Dec 2025 – 2 Jan 2026"),
        ("2025-06-14/2025-06-14", "14 Jun 2025"),
        ("XXXX-07-28/XXXX-08-01", "28 Jul – 1 Aug"),
        ("2025-06", "Jun 2025"),
        ("2014/2015", "2014 – 2015"),
        ("2025-06-14T09:30:00+07:00", "14 Jun 2025, 09:30"),
    ],
)
def test_dates_are_told_in_words(iso: str, words: str) -> None:
    assert day_words(iso) == words
