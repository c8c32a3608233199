"""Short texts whose language is known, in 60 languages: invented news, open translations, and real news of two.

Half of the texts are for development, half are held back: of a language with tables every second text, of the others
every second language.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from attrs import frozen

INVENTED: Final = Path(__file__).parents[1] / "tests/languages/news_sentences.jsonl"
TABLES: Final = ("vi", "en", "fr", "id")
NEWS: Final = {"vnmds": "vi", "gvc": "en", "ecbplus-dev": "en", "neus-dev": "en"}
MOST: Final = 8  # texts of one language, source and length
MOST_OF_TABLES: Final = 200
HEADLINE, SENTENCE, PARAGRAPH = (20, 80), (80, 250), (250, 800)  # characters
_PLACEHOLDER: Final = re.compile(r"%\(|%[sd]|[{}<>&\\`*|]|\bNone\b|[A-Z]{4}")
_LONG_CODES: Final = ("hmn", "ckb", "ceb", "ilo", "nso")
_OTHERS: Final = ("vie_han", "068")  # Vietnamese in Chinese characters; a creole that is marked as French
_TAG: Final = re.compile(r"<p>(.*?)</p>", re.S)
_LANG: Final = re.compile(r'<html[^>]*\blang="([^"]+)"')
_SAME: Final = {
    "nb": "no",
    "nn": "no",
    "sr-Latn": "hr",
    "bs": "hr",
    "sr": "hr",
    "fil": "tl",
    "pt-BR": "pt",
    "hsb": "cs",
}
_SHORT_FORMS: Final = "không=ko được=dc với=vs gì=j rồi=r biết=bít mình=mk người=ng những=nhg cũng=cg yêu=iu quá=wa"
_TEENCODE: Final = dict(pair.split("=") for pair in _SHORT_FORMS.split())


@frozen
class Known:
    """A text whose language is known.

    Attributes
    ----------
    text : str
    language : str
        ISO 639-1 code, or a longer one.
    kind : str
        How long it is, or how it was changed.
    source : str
    held : bool
        Whether it is held back from development.
    """

    text: str
    language: str
    kind: str
    source: str
    held: bool


def known_texts(data: Path | None, udhr: Path | None) -> list[Known]:
    """All texts, and changed copies of those that are shorter than a paragraph."""
    found = [*_invented(), *(_translated() if find_spec("django") else ()), *(_declared(udhr) if udhr else ())]
    found += _news(data) if data else []
    languages = sorted({language for language, _, _ in found} - set(TABLES))
    held = set(languages[1::2])
    texts = [
        Known(text, language, _kind(text), source, _is_odd(text) if language in TABLES else language in held)
        for language, source, text in _capped(found)
    ]
    return texts + [changed for one in texts for changed in _changed(one)]


def _kind(text: str) -> str:
    return "headline" if len(text) <= HEADLINE[1] else "sentence" if len(text) <= SENTENCE[1] else "paragraph"


def _is_odd(text: str) -> bool:
    return hashlib.sha256(text.encode()).digest()[0] % 2 == 1


def _capped(found: Iterable[tuple[str, str, str]]) -> Iterator[tuple[str, str, str]]:
    """Texts in an order that depends on nothing but their words, so many of each kind."""
    seen: dict[tuple[str, str, str], int] = {}
    for language, source, text in sorted(set(found), key=lambda one: hashlib.sha256(one[2].encode()).digest()):
        place = (language, source, _kind(text))
        seen[place] = seen.get(place, 0) + 1
        if seen[place] <= (MOST_OF_TABLES if language in TABLES else MOST):
            yield language, source, text


def _invented() -> Iterator[tuple[str, str, str]]:
    for line in INVENTED.read_text("utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        yield from ((row["language"], "invented", text) for text in row["texts"])


def _translated() -> Iterator[tuple[str, str, str]]:
    """Messages of Django in the languages that it is translated into, and the English ones that these translate."""
    spec = find_spec("django")
    assert spec is not None
    assert spec.origin is not None
    for path in sorted(Path(spec.origin).parent.rglob("django.po")):
        code = path.parts[-3].replace("_", "-")
        source = code == "vi"
        for english, text in _messages(path.read_text("utf-8")):
            yield _code(code), "django", text
            if source:
                yield "en", "django", english


def _messages(content: str) -> Iterator[tuple[str, str]]:
    for entry in content.split("\n\n"):
        parts = {name: _quoted(entry, name) for name in ("msgid", "msgstr")}
        text = parts["msgstr"]
        if "#, fuzzy" in entry or text == parts["msgid"] or _PLACEHOLDER.search(text) or "msgid_plural" in entry:
            continue
        if HEADLINE[0] <= len(text) <= SENTENCE[1] and (text.count(" ") >= 2 or not text.isascii()):
            yield parts["msgid"], text


def _quoted(entry: str, name: str) -> str:
    lines = re.search(rf'^{name} ((?:".*"\n?)+)', entry, re.M)
    return "".join(json.loads(line) for line in lines[1].splitlines()) if lines else ""


def _declared(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Paragraphs of the Universal Declaration of Human Rights, and the beginnings of these, cut like headlines."""
    for path in sorted(folder.glob("*.html")):
        content = path.read_text("utf-8")
        code = _LANG.search(content)
        if not code or path.stem in _OTHERS or (len(_code(code[1])) != 2 and code[1] not in _LONG_CODES):
            continue
        paragraphs = [" ".join(text.split()) for text in _TAG.findall(content)]
        for text in paragraphs:
            if len(text) >= HEADLINE[0]:
                yield _code(code[1]), "udhr", _cut(text, PARAGRAPH[1])
            if len(text) > SENTENCE[0]:
                yield _code(code[1]), "udhr", _cut(text, 45 + len(text) % 35)
        yield _code(code[1]), "udhr", _cut(" ".join(paragraphs[7:]), PARAGRAPH[1])


def _news(data: Path) -> list[tuple[str, str, str]]:
    found = []
    for name, language in NEWS.items():
        for line in (data / name / "articles.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            text = " ".join(row["text"].split())
            found += [(language, name, text[:200]), (language, name, text[: PARAGRAPH[1]])]
            found.append((language, name, _cut(text, 40 + len(text) % 40)))
            if row.get("title") and len(row["title"]) >= HEADLINE[0]:
                found.append((language, name, row["title"][: HEADLINE[1]]))
    return found


def _cut(text: str, most: int) -> str:
    """The beginning of a text, without a part of a word where it has words."""
    cut = text[:most]
    return cut if cut == text or " " not in cut else cut.rsplit(" ", 1)[0]


def _code(code: str) -> str:
    return _SAME.get(code, code.split("-")[0])


def _changed(one: Known) -> Iterator[Known]:
    if one.kind == "paragraph":
        return
    for kind, change in _CHANGES.items():
        if (text := change(one.text)) != one.text:
            yield Known(text, one.language, f"{kind} {one.kind}", one.source, one.held)
    if one.language == "vi":
        yield Known(_teencode(one.text), "vi", f"teencode {one.kind}", one.source, one.held)
        yield Known(_bare(_teencode(one.text)), "vi", f"teencode, no accents {one.kind}", one.source, one.held)


def _bare(text: str) -> str:
    """A text as people type it without accents."""
    marked = unicodedata.normalize("NFD", text.translate(str.maketrans("đĐłŁøØ", "dDlLoO")))
    return "".join(letter for letter in marked if not unicodedata.combining(letter))


def _teencode(text: str) -> str:
    for word, short in _TEENCODE.items():
        text = re.sub(rf"\b{word}\b", short, text)
    return text


def _with_names(text: str) -> str:
    """A text with names from English in it."""
    first, _, rest = text.partition(" ")
    return f"{first} Samsung Galaxy, Manchester United {rest}, New York Times"


def _with_figures(text: str) -> str:
    """A text among figures and addresses."""
    address = "https://news.example.com/item/the-story-1234.html"
    return f"12.345 | 6,7% | 2026-03-01 | {address}\n{text}\n(+84) 24 3822 - 99/100"


_CHANGES: Final[Mapping[str, Callable[[str], str]]] = {
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "capitals": str.upper,
    "no accents": _bare,
    "names": _with_names,
    "figures": _with_figures,
}
