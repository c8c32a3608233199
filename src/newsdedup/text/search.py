"""Search by words: texts and queries are folded alike, so that "da nang" finds "Đà Nẵng"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from attrs import frozen

from newsdedup.text.normal_form import Text, spelling
from newsdedup.text.tokens import tokens

_ACCENTS: Final = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
_QUOTED_PHRASE: Final = re.compile('["“”„]([^"“”„]*)["“”„]')


@frozen
class TextQuery:
    """A query: words that an article must have, in any order, and phrases that it must have word by word.

    Attributes
    ----------
    words : tuple of str
        Folded, each once, those of the phrases included.
    phrases : tuple of str
        Folded words with one space between them.
    """

    words: tuple[str, ...]
    phrases: tuple[str, ...]

    @property
    def match(self) -> str:
        """The query for the index; the index does not know where words are, so phrases are only their words."""
        return " ".join(f'"{word}"' for word in self.words)

    def has_phrases(self, folded: str) -> bool:
        """Whether a folded text has every phrase."""
        return all(f" {phrase} " in f" {folded} " for phrase in self.phrases)


def folded_words(text: str) -> str:
    """The words of a text without case and accents, with one space between them.

    Examples
    --------
    >>> folded_words("Bão số 3 đổ bộ Đà Nẵng: 12 người bị thương")
    'bao so 3 do bo da nang 12 nguoi bi thuong'
    """
    bare = _ACCENTS.sub("", unicodedata.normalize("NFD", spelling(text).casefold())).replace("đ", "d")
    plain = unicodedata.normalize("NFC", bare)
    return " ".join(tokens(Text(plain, plain)))


def folded_parts(parts: Iterable[str | None]) -> str:
    """The folded words of several texts, one after the other.

    Examples
    --------
    >>> folded_parts(("Cháy chợ", None, "Không ai bị thương."))
    'chay cho khong ai bi thuong'
    """
    return " ".join(filter(None, (folded_words(part) for part in parts if part)))


def text_query(text: str) -> TextQuery:
    """Read a query: each word must occur, and what is in quotation marks must occur as it is.

    Examples
    --------
    >>> text_query('thương vong "Đà Nẵng"')
    TextQuery(words=('thuong', 'vong', 'da', 'nang'), phrases=('da nang',))
    """
    phrases = tuple(filter(None, map(folded_words, _QUOTED_PHRASE.findall(text))))
    words = [
        *folded_words(_QUOTED_PHRASE.sub(" ", text)).split(),
        *(word for phrase in phrases for word in phrase.split()),
    ]
    return TextQuery(tuple(dict.fromkeys(words)), tuple(phrase for phrase in phrases if " " in phrase))
