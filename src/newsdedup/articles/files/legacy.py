"""Detects the encoding of bytes that are not UTF-8: the one of Vietnamese news or that of Western news."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Final

from newsdedup.articles.encoding import garbling

_ASCII_LETTERS: Final = tuple(bytes([letter]) for letter in b"abcdefghijklmnopqrstuvwxyz")
_INVALID: Final = re.compile("[\udc80-\udcff]")  # bytes that were not UTF-8
_BEYOND: Final = re.compile(rb"[\x80-\xff]")
_NON_ASCII: Final = re.compile(r"[^\x00-\x7f]")
_LONGEST_SAMPLE: Final = 1 << 16  # bytes
_BEFORE: Final = 100  # bytes before the first one beyond ASCII
_MOST_INVALID: Final = 0.9  # of the characters beyond ASCII: legacy text has next to no valid UTF-8
_ANY_WORD: Final = re.compile(r"[^\W\d_]+")
_MOST_LONG: Final = 0.1  # of the words of a Vietnamese text, which has some names from elsewhere
_MOST_ACCENTED: Final = 0.2  # of the letters of a Western text; French has 0.04, Icelandic 0.13
_FEW_ACCENTED: Final = 0.004  # of the letters of an English text, in names from anywhere
_SINGLE: Final = 3  # letters beyond ASCII of a short text, whose share says nothing
_LEAST_COVERED: Final = 0.97  # of the accented letters, by the alphabet of one language
# The accented letters of Western languages; those of Central Europe are other letters of the same bytes.
_ALPHABETS: Final = (
    "àâæçéèêëîïôœùûü",
    "äöüßé",
    "áéíñóúüàçè",
    "áâãàçéêíóôõúü",
    "àèéìòùî",
    "éëïóöüèê",
    "åäöæøéü",
    "áðéíóúýþæö",
)
_ACCENTED: Final = frozenset("".join(_ALPHABETS))
_WITHIN_WORD: Final = re.compile(r"[^\W\d_](?=[^\W\d_])|(?<=[^\W\d_])[^\W\d_]")
_ALONE: Final = re.compile(r"\b[àáéèêíóòùåöæÀÁÉÈÅÖ]\b")  # words of one letter
_CAPITAL_AFTER_SMALL: Final = re.compile(r"[a-zß-öø-ÿ][À-ÖØ-ÞŠŒŽ]")
_PUNCTUATION: Final = re.compile(
    r"(?<!\w)[‘“„«¿¡](?=[\s\w‘“.…])|(?<=[\w.,!?)…’”%\s])[’”»…“‘«](?!\w)|(?<=\w)’(?=\w)|(?<=\s)[–—•·€£°©®™§½¼¾](?!\w)|[–—\xa0\xad]"
    r"|(?<=\d)(?:[º°²³ª€£%½¼¾]|[–—])|[€£§©](?=\d)|(?<=[nN])[º°](?!\w)"
)


def legacy_encoding(sample: bytes) -> str | None:
    """The encoding of bytes that are not UTF-8; None if it cannot be told for sure.

    Only windows-1258 (Vietnamese) and windows-1252 (Western Europe; it includes Latin-1) are
    detected: a wrong guess would give wrong letters.

    Examples
    --------
    >>> legacy_encoding("Le procès est reporté à mardi prochain".encode("latin-1"))
    'windows-1252'
    >>> legacy_encoding("Процесс отложен".encode("windows-1251")) is None
    True
    """
    n_letters = sum(map(sample.count, _ASCII_LETTERS))
    found = _BEYOND.search(sample)
    first = max(found.start() - _BEFORE, 0) if found else len(sample)
    sample = sample[first : first + _LONGEST_SAMPLE]
    if not _is_not_utf8(sample):
        return None
    text = sample.decode("windows-1252", "replace")
    reason = garbling(text)
    if reason and "legacy Vietnamese (windows-1258)" in reason:
        return "windows-1258" if _is_vietnamese(sample.decode("windows-1258", "replace")) else None
    return "windows-1252" if reason is None and _is_western(text, n_letters) else None


def _is_not_utf8(sample: bytes) -> bool:
    """Whether almost all bytes beyond ASCII are invalid in UTF-8, and not only a few of them."""
    beyond = _NON_ASCII.findall(sample.decode("utf-8", "surrogateescape"))
    invalid = sum(map(bool, map(_INVALID.match, beyond)))
    return invalid > 0 and invalid >= _MOST_INVALID * len(beyond)


def _is_vietnamese(text: str) -> bool:
    """Whether text that was read as windows-1258 is sound and its words are as short as those of Vietnamese."""
    words = _ANY_WORD.findall(unicodedata.normalize("NFC", text))
    long = sum(len(word) > len("nghiêng") for word in words)
    return "\ufffd" not in text and garbling(text) is None and long <= _MOST_LONG * len(words)


def _is_western(text: str, n_ascii: int) -> bool:
    """Whether text that was read as windows-1252 is in a Western language, with that many letters of ASCII."""
    letters = [letter for letter in _WITHIN_WORD.findall(text) if not letter.isascii()]
    if len(letters) > 1:
        letters += _ALONE.findall(text)
    n_signs = len(_PUNCTUATION.findall(text))
    if len(letters) + n_signs < len(_NON_ASCII.findall(text)) or _CAPITAL_AFTER_SMALL.search(text):
        return False
    used = Counter(letter.lower() for letter in letters)
    share = len(letters) / (len(letters) + n_ascii + 1)
    if share < _FEW_ACCENTED:
        return used.keys() <= _ACCENTED
    covered = max(sum(used[letter] for letter in alphabet) for alphabet in _ALPHABETS)
    return (share < _MOST_ACCENTED or len(letters) < _SINGLE) and covered >= _LEAST_COVERED * len(letters)
