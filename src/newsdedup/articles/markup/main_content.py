"""The article of a whole HTML page, found by trafilatura where that is installed."""

from __future__ import annotations

from typing import Final

from newsdedup.support.errors import pass_on_foreign

_LONGEST_PAGE: Final = 2_000_000  # characters of a page that trafilatura reads
# What `tags` takes for hidden; trafilatura keeps no attributes.
_HIDDEN_ELEMENTS: Final = (
    "//del | //strike | //*[@hidden or contains(translate(@style, ' DISPLAYNOE', 'displaynoe'), 'display:none')]"
)
# Names that trafilatura gives to the elements of an article, in HTML.
_OF_TEI: Final = {
    "hi": "b",
    "lb": "br",
    "head": "h2",
    "list": "ul",
    "item": "li",
    "row": "tr",
    "cell": "td",
    "quote": "blockquote",
    "ref": "a",
    "graphic": "img",
}


def main_content(page: str) -> str | None:
    """The article of a whole page as HTML, by trafilatura; None if that is not installed or finds nothing."""
    if len(page) > _LONGEST_PAGE:
        return None
    try:
        from lxml import etree
        from lxml.html import HTMLParser, document_fromstring
        from trafilatura import bare_extraction
    except ImportError:
        return None
    try:
        parser = HTMLParser(encoding="utf-8")
        tree = document_fromstring(page.encode("utf-8"), parser=parser)
        if any("depth" in str(problem.message).lower() for problem in parser.error_log):
            return None  # what lies deeper than 256 elements was cut
        for hidden in tree.xpath(_HIDDEN_ELEMENTS):
            hidden.drop_tree()
        found = bare_extraction(tree, fast=True, include_comments=False, include_formatting=True, with_metadata=False)
        body = getattr(found, "body", None)
        if body is None:
            return None
        for element in body.iter(etree.Element):
            rend = str(element.get("rend", ""))
            element.tag = rend[1:] if rend in ("#sup", "#sub") else _OF_TEI.get(element.tag, element.tag)
        return str(etree.tostring(body, encoding="unicode", method="html"))
    except Exception as problem:
        pass_on_foreign(problem)
        return None  # a page that it cannot read
