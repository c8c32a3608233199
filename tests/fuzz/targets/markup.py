"""HTML: the words that a reader sees are kept in their order, and nothing that only a browser reads."""

from __future__ import annotations

import re
from html import escape
from typing import Any, Final

from hypothesis import strategies as st

from fuzz.hostile import ODD, sound_texts, texts
from fuzz.target import Target
from newsdedup.articles.markup import extraction_of, has_markup, text_of_markup

_HIDDEN: Final = "HIDDEN"
_BLOCKS: Final = ("p", "div", "li", "h2", "blockquote", "td", "section")
_INLINE: Final = ("b", "i", "em", "strong", "span", "a", "u")
_BETWEEN: Final = (
    *("", "", "\n", "<br>", "<br/>", "<hr>", f"<!-- {_HIDDEN} -->", f"<script>var x = '{_HIDDEN} <p>';</script>"),
    *(f"<style>.x {{ content: '{_HIDDEN}' }}</style>", f'<img src="x" alt="{_HIDDEN}">', "<img src=x>"),
    *(f"<p hidden>{_HIDDEN}</p>", f'<a href="{_HIDDEN}"></a>', "<wbr>", f"<noscript>{_HIDDEN}</noscript>"),
)
_PART: Final = st.tuples(
    *(st.sampled_from(_BLOCKS), st.sampled_from(_INLINE), st.sampled_from(_BETWEEN), sound_texts())
).map(list)
_TAGS: Final = (
    *(
        "<p>",
        "</p>",
        "<div class='a'>",
        "</div",
        "<",
        ">",
        "<b",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<style>",
        "<a href=",
    ),
    *(
        "<html>",
        "<body>",
        "<article>",
        "<table><tr><td>",
        "&lt;p&gt;",
        "&amp;amp;lt;b&amp;gt;",
        "<![CDATA[",
        "]]>",
        "<?xml",
    ),
    *("<textarea>", "<svg>", "<plaintext>", "<p hidden", "<iframe", "<p " + "a" * 200, "<!DOCTYPE html>", "</" * 3),
)
_SOUP: Final = st.lists(st.sampled_from(_TAGS) | st.sampled_from(ODD) | texts(2), max_size=14).map("".join)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def the_words_that_are_shown_are_kept(parts: list[list[Any]]) -> None:
    """Law: of well-formed HTML the words of its text remain, all, in order, and nothing of what is hidden."""
    html = "".join(
        f"<{block}><{inline}>{escape(words)}</{inline}></{block}>{between}" for block, inline, between, words in parts
    )
    found = text_of_markup(html)
    assert _words(found) == [word for *_, words in parts for word in _words(words)]
    assert _HIDDEN not in found


def no_markup_remains(soup: str) -> None:
    """Law: what was extracted has no markup, extraction has an end, and a text without markup is as it was."""
    found = extraction_of(soup)
    if found is None:
        assert not has_markup(soup)
        assert text_of_markup(soup) == soup
        return
    assert not has_markup(found.text)
    assert extraction_of(soup) == found
    assert text_of_markup(found.text) == found.text


TARGETS: Final = (
    Target("shown_html", st.lists(_PART, min_size=1, max_size=5), the_words_that_are_shown_are_kept, 100),
    Target("html_soup", _SOUP, no_markup_remains, 300),
)
