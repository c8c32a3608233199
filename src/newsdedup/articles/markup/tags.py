"""HTML tags: recognised, and read to the text that they show.

The tokenizer is our own, a few regular expressions: `html.parser` takes quadratic time on malformed input in the
Pythons that we support (CVE-2025-6069), and what comes in is malformed. Nothing here is recursive. What an element
hides is cut when the element is closed, so that a tag that is never closed loses no text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final

from attrs import field, mutable

from newsdedup.articles.markup.entities import decoded


def _element_names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_PARAGRAPHS: Final = _element_names("p br div li td th tr hr")
_BLOCKS: Final = _PARAGRAPHS | _element_names("""
    html head body article section title main header footer nav aside form fieldset legend h1 h2 h3 h4 h5 h6 ul ol dl dt
    dd menu table caption thead tbody tfoot blockquote pre figure figcaption details summary dialog center address
    hgroup option frameset noframes
""")
_VOID: Final = _element_names(
    "area base br col embed hr img input link meta param source track wbr frame keygen basefont"
)
_KNOWN: Final = (
    _BLOCKS
    | _VOID
    | _element_names("""
    a abbr acronym applet audio b bdi bdo big button canvas cite code colgroup data datalist del dfn dir em font g i
    iframe ins kbd label map mark marquee meter nobr noscript object optgroup output path picture progress q rp rt ruby
    s samp script search select small span strike strong style sub sup svg template textarea time tt u var video
""")
)
_NEVER_SHOWN: Final = _element_names("""
    applet audio button canvas datalist del head iframe map nav noframes noscript object rp rt script select strike
    style svg template textarea title video
""")
_AROUND_ARTICLE: Final = _element_names("header footer aside menu search form")  # of a whole page
_ROLES_AROUND: Final = re.compile(
    r"""\srole\s*=\s*["']?(?:navigation|banner|contentinfo|complementary|search|menu)\b""", re.IGNORECASE
)
_RAW_END: Final = {name: re.compile(rf"</{name}\b[^<>]*>", re.IGNORECASE) for name in ("script", "style")}
_OFF_THE_LINE: Final = frozenset(("sup", "sub"))
_FORM_TEXT: Final = 400  # characters; a longer form holds the page (old frameworks wrap all of it)

_TAG: Final = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:_-]*+)((?:[\s/][^<>]*+)?)>")
_TAG_WITH_SIGNS: Final = re.compile(  # signs < and > in quoted values
    r"""<(/?)([A-Za-z][A-Za-z0-9:_-]*+)((?:[\s/](?:[^<>"']++|"[^"]*+"|'[^']*+')*+)?)>"""
)
_UP_TO_QUOTE: Final = re.compile(r"<[^<>\"']*[\"']")
_MOST_SIGNS: Final = 50_000  # characters of such a tag: beyond, a quote is missing
_MOST_FAILURES: Final = 16  # searches for the end of such a tag that fail, so that the time stays linear
MARKUP_START: Final = re.compile(r"<(?=[A-Za-z/!?])")
_ATTRIBUTE: Final = re.compile(r"\s[A-Za-z][\w:-]*\s*=")
_DECLARATION: Final = re.compile(r"<!doctype\b[^<>]*>|<!\[(?:CDATA\[|if\b|endif\b)[^<>]*>", re.IGNORECASE)
_IS_PAGE: Final = re.compile(r"<(?:!doctype\s+html|html|head|body)\b[^<>]*>", re.IGNORECASE)
_HIDDEN: Final = re.compile(
    r"""\shidden(?=[\s/=]|$)|\sstyle\s*=\s*["'][^"']*?(?:display\s*:\s*none|visibility\s*:\s*hidden)""", re.IGNORECASE
)

# White space that is not one plain space already: most of it is, and replacing each would take most of the time.
_SPACE_RUNS: Final = re.compile(r"[^\S\n ][^\S\n]*| [^\S\n]+")
_ANY_SPACES: Final = re.compile(r"[^\S ]\s*| \s+")
_LINE_ENDS: Final = re.compile(r" ?\n\s*")
_SMALL_NUMBER: Final = re.compile(r"\s*[-−+]?\d{1,3}\s*")
_RAISED: Final = str.maketrans("0123456789-−+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁺")
_LOWERED: Final = str.maketrans("0123456789-−+", "₀₁₂₃₄₅₆₇₈₉₋₋₊")


def has_tags(text: str) -> bool:
    """Whether a text has a paragraph or a line break, or any known element that is closed or has attributes."""
    opened: set[str] = set()
    for match in _TAG.finditer(text):
        closing, name, attributes = match.group(1), match.group(2).lower(), match.group(3)
        if name not in _KNOWN:
            continue
        if name in _PARAGRAPHS or (closing and (name in _BLOCKS or name in opened)):
            return True
        if not closing and _ATTRIBUTE.search(attributes):
            return True
        opened.add(name)
    comment = text.find("<!--")
    return (comment >= 0 and text.find("-->", comment) > comment) or _DECLARATION.search(text) is not None


def is_page(text: str) -> bool:
    """Whether a text with tags is a whole page."""
    return _IS_PAGE.search(text) is not None


def text_of_tags(text: str, *, whole_page: bool = False, keep_lines: bool = False) -> str:
    """One pass over tags and entities; line breaks of the source are kept where no tag makes paragraphs."""
    keep_lines = keep_lines or not any(
        match.group(2).lower() in _PARAGRAPHS for match in _TAG.finditer(text) if match.group(2).lower() in _KNOWN
    )
    reader = _Reader(text, whole_page, keep_lines)
    reader.run()
    return _LINE_ENDS.sub("\n", _SPACE_RUNS.sub(" ", "".join(reader.pieces))).strip()


@mutable(eq=False)
class _Reader:
    """The state of one pass: the text so far in pieces, and the open elements by name."""

    text: str
    whole_page: bool
    keep_lines: bool
    pieces: list[str] = field(factory=list)
    _open: dict[str, list[int]] = field(factory=lambda: defaultdict(list))  # where a hidden element begins, or -1
    _absent: set[str] = field(factory=set)  # ends that were looked for and do not come any more
    _failures: int = 0
    _preserved: int = 0  # open <pre> elements

    def run(self) -> None:
        """Read all of the text."""
        done = start = 0
        while match := MARKUP_START.search(self.text, start):
            end = self._markup(match.start(), done)
            if end:
                done = start = end
            else:
                start = match.end()  # not markup: a part of the text
        self._put(done, len(self.text))

    def _put(self, start: int, end: int) -> None:
        if start < end:
            piece = decoded(self.text[start:end])
            self.pieces.append(piece if self.keep_lines or self._preserved else _ANY_SPACES.sub(" ", piece))

    def _markup(self, at: int, done: int) -> int:
        """Read the markup at a place, and the text from `done` to it; its end, or 0 where there is none."""
        second = self.text[at + 1]
        if second in "!?":
            return self._declaration(at, done)
        match = self._tag_at(at)
        if match is None:
            return 0
        name = match.group(2).lower()
        if not (name in _KNOWN or ":" in name or ("-" in name and name == match.group(2))):
            return 0
        self._put(done, at)
        if match.group(1):
            self._end(name)
            return match.end()
        return self._start(name, match.group(3), match.end())

    def _declaration(self, at: int, done: int) -> int:
        """A comment, a section of characters, a document type or a processing instruction."""
        for opening, closing in (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")):
            if self.text.startswith(opening, at):
                end = self._find(closing, at + len(opening))
                if end < 0:
                    return 0
                self._put(done, at)
                if opening == "<![CDATA[":
                    self._put(at + len(opening), end)
                return end + len(closing)
        match = _DECLARATION.match(self.text, at)
        if match is None:
            return 0
        self._put(done, at)
        return match.end()

    def _find(self, closing: str, start: int) -> int:
        """Where a closing sign comes next; one that does not come is looked for once only."""
        if closing in self._absent:
            return -1
        place = self.text.find(closing, start)
        if place < 0:
            self._absent.add(closing)
        return place

    def _tag_at(self, at: int) -> re.Match[str] | None:
        match = _TAG.match(self.text, at)
        if match and not (match.group(3) and any(match.group(3).count(quote) % 2 for quote in "\"'")):
            return match
        if self._failures < _MOST_FAILURES and _UP_TO_QUOTE.match(self.text, at):
            longer = _TAG_WITH_SIGNS.match(self.text, at)
            if longer and longer.end() - at < _MOST_SIGNS:
                return longer
            self._failures += 1
        return match

    def _start(self, name: str, attributes: str, end: int) -> int:
        if name in _BLOCKS:
            self.pieces.append("\n")
        if name in _VOID or attributes.endswith("/"):
            return end
        if name in _RAW_END:
            return self._after_raw(name, end)
        if name == "p" and self._open["p"] and self._open["p"][-1] >= 0:
            self._end("p")  # a paragraph ends where the next begins
        self._preserved += name == "pre"
        if name == "q":
            self.pieces.append("“")
        marked = name in _OFF_THE_LINE or self._is_hidden(name, attributes)
        self._open[name].append(len(self.pieces) if marked else -1)
        return end

    def _after_raw(self, name: str, start: int) -> int:
        """The end of a script or a style; an unclosed one hides nothing."""
        if name in self._absent:
            return start
        match = _RAW_END[name].search(self.text, start)
        if match is None:
            self._absent.add(name)
            return start
        return match.end()

    def _is_hidden(self, name: str, attributes: str) -> bool:
        if name in _NEVER_SHOWN or (attributes and _HIDDEN.search(attributes)):
            return True
        if not self.whole_page:
            return False
        if name == "header" and self._open["article"]:
            return False  # of the article, with its first lines
        if name == "form" and self._open["form"]:
            return False
        return name in _AROUND_ARTICLE or bool(_ROLES_AROUND.search(attributes))

    def _end(self, name: str) -> None:
        if self._open[name]:
            self._close(name, self._open[name].pop())
        if name in _BLOCKS and name not in _VOID:
            self.pieces.append("\n")

    def _close(self, name: str, since: int) -> None:
        self._preserved -= name == "pre"
        if name == "q":
            self.pieces.append("”")
        if since < 0:
            return
        if name in _OFF_THE_LINE:
            self._set_script(name, since)
        elif name != "form" or sum(map(len, self.pieces[since:])) < _FORM_TEXT:
            del self.pieces[since:]

    def _set_script(self, name: str, since: int) -> None:
        """A small number above or below the line never becomes part of the number before it."""
        if len(self.pieces) != since + 1:
            return
        inside = self.pieces[since]
        before = self.pieces[since - 1][-1:] if 0 < since <= len(self.pieces) else ""
        if _SMALL_NUMBER.fullmatch(inside) and (before.isdigit() or (name == "sup" and before.isalpha())):
            self.pieces[since:] = [inside.strip().translate(_RAISED if name == "sup" else _LOWERED)]
