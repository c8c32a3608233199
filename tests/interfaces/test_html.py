from __future__ import annotations

import itertools
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any, Literal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import newsdedup as nd
from newsdedup.interfaces.html import (
    STATUS_COLOURS,
    Html,
    RangeBar,
    element,
    escaped,
    joined,
    link,
    printed_values,
    range_bar,
    safe_url,
    status_properties,
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
    assert element("p", hidden=False) == "<p></p>"
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
    assert 'rel="noopener noreferrer"' in link("Báo", "http://example.org")


def _luminance(colour: str) -> float:
    shares = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_status_is_readable_and_has_its_own_grey(theme: Literal["light", "dark"]) -> None:
    pairs = [getattr(colours, theme) for colours in STATUS_COLOURS.values()]
    assert all(_contrast(*pair) >= 4.5 for pair in pairs)
    papers = sorted(_luminance(paper) for _, paper in pairs)
    assert all((above + 0.05) / (below + 0.05) > 1.15 for below, above in itertools.pairwise(papers))
    assert all(f"-ink:{ink};" in status_properties(theme) for ink, _ in pairs)
    assert all(f"-paper:{paper};" in status_properties(theme) for _, paper in pairs)


def figure_of(*values: Decimal | int, **changes: Any) -> nd.ReconciledFigure:
    """A figure whose claims print these values."""
    (figure,) = nd.reconcile(nd.extract_figures("Hội nghị có 15 điểm cầu.", article_id="a"))
    number = Decimal(values[0])
    claims = tuple(evolve(figure.claims[0], value=Decimal(value)) for value in values)
    bounds = {"low": number, "best": number, "high": number, "feasible": (number, number)}
    return evolve(figure, **{"claims": claims, **bounds, **changes})


def bar_of(*values: Decimal | int, **changes: Any) -> RangeBar:
    bar = range_bar(figure_of(*values, **changes))
    assert bar is not None
    return bar


def test_one_printed_value_needs_no_bar() -> None:
    assert range_bar(figure_of(5, Decimal("5.0"))) is None


def test_an_open_end_leaves_room_beyond_it() -> None:
    bar = bar_of(10, 20, best=Decimal(20), high=None, feasible=(Decimal(10), None))
    assert (bar.values, bar.best, bar.feasible) == ((0.0, 88.0), 88.0, (0.0, 100.0))
    assert (bar.open_left, bar.open_right) == (False, True)
    assert bar_of(10, 20, low=None).values == (12.0, 100.0)


def test_values_that_nobody_prints_widen_the_bar() -> None:
    bar = bar_of(10, 20, best=Decimal(15), feasible=(Decimal(5), Decimal(45)))
    assert (bar.values, bar.best, bar.feasible) == ((12.5, 37.5), 25.0, (0.0, 100.0))


def test_both_ends_of_a_range_are_printed_values() -> None:
    (figure,) = nd.reconcile(nd.extract_figures("Nhiệt độ từ 22 đến 29 độ C.", article_id="a"))
    assert printed_values(figure) == [22, 29]


def test_values_too_close_for_floating_point_are_apart() -> None:
    assert bar_of(10**24, 10**24 + 1).values == (0.0, 100.0)


@given(st.lists(st.decimals(-(10**12), 10**12, places=2), min_size=1), st.booleans(), st.booleans())
def test_every_value_is_on_the_bar_in_order(values: list[Decimal], left: bool, right: bool) -> None:
    least, most = min(values), max(values)
    ends = {"low": None if left else least, "high": None if right else most, "feasible": (None, most)}
    bar = range_bar(figure_of(*values, best=least, **ends))
    assert (bar is None) == (len(set(values)) == 1)
    if bar is not None:
        assert list(bar.values) == sorted(bar.values)
        assert all(0 <= place <= 100 for place in bar.values)
        assert bar.best == bar.values[0]
        assert bar.feasible == (0.0, bar.values[-1])
