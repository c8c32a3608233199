"""How texts are garbled on their way: each kind of damage as a function of a text, for `encodings.py`."""

from __future__ import annotations

import base64
import html
import json
import quopri
import re
import unicodedata
from collections.abc import Callable, Mapping
from html.entities import codepoint2name
from typing import Final
from urllib.parse import quote

from attrs import frozen

from newsdedup.articles.encoding.vietnamese import MARKED_LETTERS, TCVN3, VIQR, VISCII, VNI, VPS

Change = Callable[[str], str]

_BEYOND: Final = re.compile(r"[^\x00-\x7f]")
_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"


@frozen
class Damage:
    """One kind.

    Attributes
    ----------
    change : callable
        Of a whole text.
    reason : str
        A word that the reason must have; empty where the text may also be read as it was meant.
    of : str
        The texts that it happens to: ``all``, ``vi`` or ``western`` (those that Latin-1 can encode).
    """

    change: Change
    reason: str
    of: str = "all"


def misread(encoding: str, errors: str = "latin") -> Change:
    """UTF-8 whose bytes are read in another encoding; bytes that it lacks are read as Latin-1, lost or replaced."""

    def read(text: str) -> str:
        return "".join(_read(byte, encoding, errors) for byte in text.encode("utf-8"))

    return read


def _read(byte: int, encoding: str, errors: str) -> str:
    try:
        return bytes([byte]).decode(encoding)
    except UnicodeDecodeError:
        return {"latin": chr(byte), "ignore": "", "replace": "\ufffd"}[errors]


def twice(change: Change) -> Change:
    """The same misreading again."""
    return lambda text: change(change(text))


def from_to(written: str, read: str) -> Change:
    """Text of one legacy encoding that is read in another one."""
    return lambda text: text.encode(written, "replace").decode(read, "replace")


def _table(legacy: tuple[str, str]) -> dict[str, str]:
    found = {}
    for letters, codes in zip((MARKED_LETTERS, MARKED_LETTERS.upper()), legacy, strict=True):
        for letter, code in zip(letters, codes.split(), strict=True):
            if code != "--":
                found[letter] = _read(int(code, 16), "cp1252", "latin")
    for letter in MARKED_LETTERS.upper():
        found.setdefault(letter, found[letter.lower()])
    return found


def _written(table: Mapping[str, str]) -> Change:
    return lambda text: "".join(table.get(letter, letter) for letter in unicodedata.normalize("NFC", text))


def _with_capitals(listed: str) -> dict[str, str]:
    small = dict(zip(MARKED_LETTERS, listed.split(), strict=True))
    return small | {letter.upper(): shown.upper() for letter, shown in small.items()}


def windows_1258(text: str) -> str:
    """Vietnamese in windows-1258, read as windows-1252: letters and tones are apart."""
    found = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tone = next((mark for mark in parts if mark in _TONES), "")
        base = unicodedata.normalize("NFC", parts.replace(tone, "")) if tone else letter
        found.append((base + tone).encode("cp1258", "replace").decode("cp1252", "replace"))
    return "".join(found)


def _named(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"&{codepoint2name[code]};" if code in codepoint2name else f"&#{code};"


def _escaped(match: re.Match[str]) -> str:
    return json.dumps(match.group())[1:-1]


def _in_lines(text: str) -> str:
    return quopri.encodestring(text.encode("utf-8")).decode("ascii")


KINDS: Final[Mapping[str, Damage]] = {
    **{
        f"UTF-8 read as {name}": Damage(misread(name), "UTF-8")
        for name in ("latin-1", "cp1252", "cp1251", "cp437", "cp850", "cp1250", "cp1258", "mac_roman")
    },
    "UTF-8 read as cp1252, bytes lost": Damage(misread("cp1252", "ignore"), "UTF-8"),
    "UTF-8 read as cp1252, bytes as U+FFFD": Damage(misread("cp1252", "replace"), "UTF-8"),
    "UTF-8 read as latin-1, twice": Damage(twice(misread("latin-1")), "UTF-8"),
    "UTF-8 read as cp1252, twice": Damage(twice(misread("cp1252")), "UTF-8"),
    "? for each letter": Damage(lambda text: _BEYOND.sub("?", text), "question marks"),
    "? for each byte": Damage(
        lambda text: _BEYOND.sub(lambda match: "?" * len(match.group().encode()), text), "question marks"
    ),
    "U+FFFD for each letter": Damage(lambda text: _BEYOND.sub("\ufffd", text), "U+FFFD"),
    "U+FFFD for each byte": Damage(lambda text: text.encode().decode("ascii", "replace"), "U+FFFD"),
    "VIQR": Damage(_written(_with_capitals(VIQR)), "VIQR", "vi"),
    "VNI": Damage(_written(_with_capitals(VNI)), "VNI", "vi"),
    "TCVN3": Damage(_written(_table(TCVN3)), "TCVN3", "vi"),
    "VPS": Damage(_written(_table(VPS)), "VPS", "vi"),
    "VISCII": Damage(_written(_table(VISCII)), "VISCII", "vi"),
    "windows-1258 read as cp1252": Damage(windows_1258, "windows-1258", "vi"),
    "entities by number": Damage(lambda text: _BEYOND.sub(lambda match: f"&#{ord(match.group())};", text), ""),
    "entities by name": Damage(lambda text: _BEYOND.sub(_named, text), ""),
    "entities twice": Damage(lambda text: html.escape(_BEYOND.sub(_named, text)), ""),
    "%xx": Damage(lambda text: quote(text, safe=" ,.;:!?()'\"\n/-"), "percent"),
    "%xx, spaces too": Damage(quote, "percent"),
    r"\uXXXX": Damage(lambda text: _BEYOND.sub(_escaped, text), "escape"),
    r"\xXX of UTF-8": Damage(lambda text: _BEYOND.sub(lambda m: str(m.group().encode())[2:-1], text), "escape"),
    "quoted-printable": Damage(_in_lines, "quoted-printable"),
    "UTF-7": Damage(lambda text: text.encode("utf-7").decode("ascii"), "UTF-7"),
    "UTF-16 LE read as latin-1": Damage(lambda text: text.encode("utf-16-le").decode("latin-1"), "UTF-16"),
    "UTF-16 BE read as latin-1": Damage(lambda text: text.encode("utf-16-be").decode("latin-1"), "UTF-16"),
    "base64": Damage(lambda text: base64.b64encode(text.encode()).decode(), "base64"),
    "base64 in lines": Damage(lambda text: base64.encodebytes(text.encode()).decode(), "base64"),
}

# Kinds that nobody listed: what the mechanism does with misreadings that it was not made for.
OTHERS: Final[Mapping[str, Damage]] = {
    "UTF-8 read as cp866": Damage(misread("cp866"), ""),
    "UTF-8 read as koi8-r": Damage(misread("koi8-r"), ""),
    "UTF-8 read as cp1253": Damage(misread("cp1253"), ""),
    "UTF-8 read as cp1254": Damage(misread("cp1254"), ""),
    "UTF-8 read as cp1257": Damage(misread("cp1257"), ""),
    "UTF-8 read as cp874": Damage(misread("cp874"), ""),
    "UTF-8 read as cp1252, then cp1251": Damage(lambda text: misread("cp1251")(misread("cp1252")(text)), ""),
    "cp1251 read as cp1252": Damage(from_to("cp1251", "cp1252"), "", "cyrillic"),
    "koi8-r read as latin-1": Damage(from_to("koi8-r", "latin-1"), "", "cyrillic"),
    "cp1253 read as cp1252": Damage(from_to("cp1253", "cp1252"), "", "greek"),
    "gb18030 read as latin-1": Damage(from_to("gb18030", "latin-1"), "", "chinese"),
    "shift_jis read as latin-1": Damage(from_to("shift_jis", "latin-1"), "", "japanese"),
    "euc_kr read as latin-1": Damage(from_to("euc_kr", "latin-1"), "", "korean"),
    "tis-620 read as latin-1": Damage(from_to("tis-620", "latin-1"), "", "thai"),
}


def second_half(change: Change) -> Change:
    """The damage from the middle of a text on."""
    return lambda text: text[: len(text) // 2] + change(text[len(text) // 2 :])


def paragraph(change: Change, length: int = 500) -> Change:
    """The damage in a passage around the middle of a text."""

    def within(text: str) -> str:
        start = max(len(text) // 2 - length // 2, 0)
        return text[:start] + change(text[start : start + length]) + text[start + length :]

    return within
