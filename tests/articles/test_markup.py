from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdedup.articles.markup import MARKUP_SIGN, extraction_of, has_markup, text_of_markup
from newsdedup.articles.markup.main_content import main_content
from newsdedup.articles.markup.tags import text_of_tags

PAGE = """<!DOCTYPE html><html><head><title>Cháy kho hàng - Báo Mai Pha</title>
<meta property="og:title" content="Cháy kho hàng"><style>.a{color:red}</style></head><body>
<nav><ul><li>Trang chủ</li><li>Thời sự</li></ul></nav>
<header><p>Báo Mai Pha, số 12</p></header>
<article><p>Vụ cháy kho hàng ở Mai Pha làm <b>3</b> người chết, theo lực lượng cứu hoả của địa phương.<br>12 người
bị thương khi mái nhà sập xuống trong đêm, đội trưởng cho biết sáng nay.</p>
<p>Khu nhà rộng 12 km<sup>2</sup>, giá 10<sup>6</sup> đồng. <span hidden>ẩn</span></p>
<p>Chính quyền hứa giúp đỡ những người đã mất nhà cửa trong đám cháy lớn nhất của năm nay.</p></article>
<aside><p>Đọc thêm: giá vàng lập đỉnh mới</p></aside><footer>Bản quyền thuộc Báo Mai Pha</footer>
<script>var x = "<p>mã</p>";</script></body></html>"""
PAGE_TEXT = """Vụ cháy kho hàng ở Mai Pha làm 3 người chết, theo lực lượng cứu hoả của địa phương.
12 người bị thương khi mái nhà sập xuống trong đêm, đội trưởng cho biết sáng nay.
Khu nhà rộng 12 km², giá 10⁶ đồng.
Chính quyền hứa giúp đỡ những người đã mất nhà cửa trong đám cháy lớn nhất của năm nay."""
PIECES = ["<", ">", "&", ";", "#", "lt", "amp", "b", "p", "/", "!--", "-->", "div hidden", "sup", "script", '"', "'"]
PIECES += ["=", " ", "\n", "12", "chết", "<b>", "</b>", "<p>", "&lt;", "&#7911;", "<![CDATA[", "]]>", "?", "&nbsp;"]


@pytest.mark.parametrize(
    "text",
    [
        "a < b and b > c",
        "I <3 you",
        "x <y> z",
        "<Reuters> said, <AP> said",
        "R&D, AT&T, &c, Q&A; Johnson & Johnson;",
        "Use the <b> tag for bold",
        "if a <b and c> d",
        "total = &sum; count(&int;)",
        "write to <an@example.com>",
        "<!-- a comment that never ends",
        "Giá 5 <span 3",
    ],
)
def test_text_that_only_looks_like_markup_stays(text: str) -> None:
    assert not has_markup(text)
    assert text_of_markup(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<b>3</b> people", "3 people"),
        ("the 1<sup>st</sup> of June", "the 1st of June"),
        ("about 10<sup>6</sup> and 12<sub>3</sub>", "about 10⁶ and 12₃"),
        ("CO<sub>2</sub>, 12 km<sup>2</sup>", "CO2, 12 km²"),
        ("3 hurt<sup>[1]</sup> or 4<sup>a <b>b</b></sup>", "3 hurt[1] or 4a b"),
        ("It was 3.<br>12 were hurt", "It was 3.\n12 were hurt"),
        ("<p>One</p><p>Two</p>", "One\nTwo"),
        ("<ul><li>one<li>two</ul>", "one\ntwo"),
        ("<table><tr><td>12</td><td>345</td></tr><tr><td>6</td></tr></table>", "12\n345\n6"),
        ("<p>a<script>p('<p>');</script>b<style>p{}</style><!-- c --><template>t</template>", "ab"),
        ("<noscript>Enable it</noscript><p>seen", "seen"),
        ("<div hidden>a<div>b</div></div><p>seen", "seen"),
        ('<p style="color:red; display: none">a</p><p>seen', "seen"),
        ("<p hidden>a<p>seen", "seen"),
        ("<p>He said <q>no</q>, <del>3</del> 5", "He said “no”, 5"),
        ("<p>giá\nvàng\n\ntăng</p>", "giá vàng tăng"),
        ("First\n\n<b>second</b> line", "First\nsecond line"),
        ("<pre>a\n  b</pre><p>c", "a\nb\nc"),
        ("<p>Two <Reuters> reports & more", "Two <Reuters> reports & more"),
        ("<![CDATA[<p>Bánh & trái</p>]]>", "Bánh & trái"),
        ("<p>a<![endif]>b<?php echo 1 ?>c", "abc"),
        ("<p><o:p>word</o:p> <news-player>x</news-player>", "word x"),
        ("<p><a title='a > b' href=\"x\">link</a> <img alt=x/>", "link"),
        ('<p title="it"s">one</p>', "one"),
        ("<title>Báo A</title><p>seen", "seen"),
    ],
)
def test_tags_show_what_a_reader_sees(text: str, shown: str) -> None:
    assert has_markup(text)
    assert text_of_markup(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Th&#7911; t&#432;&#x1EDB;ng", "Thủ tướng"),
        ("R&amp;D at AT&amp;T", "R&D at AT&T"),
        ("3&nbsp;people, caf&eacute; &ldquo;x&rdquo;", "3 people, café “x”"),
        ("3&amp;nbsp;people", "3 people"),
        ("&lt;p&gt;One &amp;amp; two&lt;/p&gt;", "One & two"),
        ("&#55357;&#56832; &#xD83D;&#xDE00;", "😀 😀"),
        ("&#55357;&#57344; &copy; &unknown;", "\ufffd\ue000 © &unknown;"),
        ("Line\n\n  a &lt; b", "Line\n\n  a < b"),
    ],
)
def test_entities_are_decoded(text: str, shown: str) -> None:
    assert has_markup(text)
    assert text_of_markup(text) == shown


def test_a_notice_says_what_was_done() -> None:
    assert [extraction_of(text).how for text in ("<b>3</b> people", "AT&amp;T")] == [  # type: ignore[union-attr]
        "is HTML: its text was extracted",
        "has HTML entities: they were decoded",
    ]


@pytest.mark.parametrize("installed", [True, False])
def test_a_page_is_its_article_with_and_without_trafilatura(installed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if installed:
        pytest.importorskip("trafilatura")
    else:
        monkeypatch.setitem(sys.modules, "trafilatura", None)
    found = extraction_of(PAGE)
    assert found is not None
    assert found.text == PAGE_TEXT
    assert ("trafilatura" in found.how) is installed


def test_without_trafilatura_a_page_keeps_forms_that_hold_it_and_headers_of_its_article() -> None:
    body = "<p>Nước sông lên cao ở Mai Pha sáng nay.</p>"
    page = f"<html><body><form>{body * 12}</form><form>Tìm<form>kiếm</form></form>"
    page += "<article><header><p>Mở đầu.</p></header></article><div role=banner>Báo A</div></body>"
    shown = text_of_tags(page, whole_page=True)
    assert shown == "\n".join(["Nước sông lên cao ở Mai Pha sáng nay."] * 12 + ["Mở đầu."])


def test_a_page_of_navigation_only_keeps_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert text_of_markup("<html><body><aside><p>Một dòng.</p></aside></body></html>") == "Một dòng."


def test_a_page_that_trafilatura_cannot_read_goes_to_the_built_in_reader() -> None:
    pytest.importorskip("trafilatura")
    assert main_content("<html>" + "<div>" * 600 + "deep") is None
    assert main_content("<html><body><p>\ud800") is None
    assert main_content("<html></html>") is None
    assert main_content("<html>" + "x" * 2_000_001) is None
    assert text_of_markup("<html><body>" + "<div>" * 600 + "sâu") == "sâu"


@pytest.mark.parametrize(
    "unit",
    [
        *("<", "<a ", '<a "', "<a x='", "<!--", "<![CDATA[", "<?", "</a>", "<script>", "<div hidden>x", "<sup>x"),
        *("&amp;", "<<b></b>", "&#65;", "<form>a", '<a x="<', "<p>a<p hidden>"),
    ],
)
def test_malformed_markup_is_read_in_linear_time_and_never_fails(unit: str) -> None:
    shown = text_of_markup("<p>" + unit * 20_000)
    assert not has_markup(shown)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text())
@settings(max_examples=400)
def test_the_text_of_a_result_is_the_result(text: str) -> None:
    shown = text_of_markup(text)
    assert text_of_markup(shown) == shown
    assert MARKUP_SIGN.search(text) or shown == text
