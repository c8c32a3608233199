"""HTML in the fields of articles: recognised, and replaced by the text that a reader sees."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from newsdedup.articles.markup.entities import decoded, has_entities
from newsdedup.articles.markup.main_content import main_content
from newsdedup.articles.markup.tags import MARKUP_START, has_tags, is_page, text_of_tags

# A text without a match has no markup: `<` before a letter, `/`, `!` or `?`, or an entity. Only texts with a match
# need `has_markup`; for a compiled scan it is enough to look for `<` or `&` with such a character after it.
MARKUP_SIGN: Final = re.compile(r"<[A-Za-z/!?]|&#|&[A-Za-z][A-Za-z0-9]{1,30};")

_PASSES: Final = 4  # layers of escaping that are undone


@frozen
class Extraction:
    """The text of a field with markup.

    Attributes
    ----------
    text : str
        Without tags, its entities decoded.
    how : str
        What was done, as the notice of a row says it of the field ("is HTML: …").
    """

    text: str
    how: str


def has_markup(text: str) -> bool:
    """Whether a text is HTML or holds HTML entities.

    Known elements count: a paragraph or a line break, any element that is closed or has attributes. So
    do entities of letters and signs, with their semicolon.

    Examples
    --------
    >>> has_markup("<b>3</b> people"), has_markup("AT&amp;T"), has_markup("R&D, a <b and c> d <Reuters> <3")
    (True, True, False)
    """
    if "<" not in text and "&" not in text:  # a search for one letter is many times as fast as for a pattern
        return False
    return MARKUP_SIGN.search(text) is not None and (has_tags(text) or has_entities(text))


def text_of_markup(text: str) -> str:
    r"""The text that a reader of the markup sees; a text without markup as it is.

    Examples
    --------
    >>> text_of_markup("<p>Vụ cháy làm <b>3</b> người chết, 3.<br>12 người b&#7883; thương.</p>")
    'Vụ cháy làm 3 người chết, 3.\n12 người bị thương.'
    """
    found = extraction_of(text)
    return text if found is None else found.text


def extraction_of(text: str) -> Extraction | None:
    """The text of a text with markup and how it was extracted; None if there is no markup.

    Inline elements join their words, blocks and ``<br>`` break lines; scripts, styles, comments and hidden elements
    show nothing. Of a whole page the article is extracted, by trafilatura if that is installed, else by leaving out
    navigation, headers, footers, side bars and forms.

    Escaped markup (``&lt;p&gt;``) is read like markup. The text of a result is its own text.
    """
    if not has_markup(text):
        return None
    found = _first_extraction(text)
    for _ in range(_PASSES):
        if not has_markup(found.text):
            return found
        found = Extraction(text_of_tags(found.text, keep_lines=True), found.how)
    return Extraction(MARKUP_START.sub("< ", found.text.replace("&", "& ")), found.how)


def _first_extraction(text: str) -> Extraction:
    if not has_tags(text):
        return Extraction(decoded(text), "has HTML entities: they were decoded")
    if not is_page(text):
        return Extraction(text_of_tags(text), "is HTML: its text was extracted")
    if main := main_content(text):
        return Extraction(text_of_tags(main), "is an HTML page: its article was extracted by trafilatura")
    how = "is an HTML page: its text was extracted by the built-in reader"
    return Extraction(text_of_tags(text, whole_page=True) or text_of_tags(text), how)
