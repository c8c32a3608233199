"""What inputs are made of: sound news, words that the readers look for, odd characters, and damage to whole files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from hypothesis import strategies as st

_CASES: Final = Path(__file__).parents[1] / "figures" / "cases.jsonl"
LANGUAGES: Final = ("vi", "en", "fr", "id")
SENTENCES: Final = tuple(
    json.loads(line)["input"] for line in _CASES.read_text(encoding="utf-8").splitlines() if '"input": "' in line
)
ODD: Final = (
    *("", " ", "\n", "\r\n", "\t", "\0", "\x1b[2J", "\x85", "\u2028", "\ufeff", "\ufffd", "\ud800", "\udfff", "\u200b"),
    *("\u0301", "a\u0323\u0302\u0301", "e\u0301" * 3, "\u1100\u1161", "ﬁ", "İ", "ß", "ΰ", "\u202eabc\u202c", "\u2066"),
    *(
        "👩‍👩‍👧",
        "🇻🇳",
        "٣٤",
        "２０２５",
        "十二",
        "中文。",
        "عربي",
        "½",
        "²",
        "③",
        "Ⅻ",
        "−5",
        "–",
        "—",
        "…",
        "“",
        "”",
        "«",
        "»",
    ),
    *("'", '"', "\\", "/", "%", "$", "€", "₫", "@", "=1+1", "-", "+", "|", ";", ",", ".", ":", "(", ")", "[", "]"),
    *(
        "<",
        ">",
        "&",
        "&amp;",
        "&#0;",
        "&#x110000;",
        "<p>",
        "</p>",
        "<script>",
        "<!--",
        "]]>",
        "<a href='x'>",
        "http://x",
    ),
)
NEWS_WORDS: Final = (
    *("12", "0", "1.000", "2,5", "1,234", "10.000", "2/3", "14/6", "06/07/2025", "2025-06-14", "9 giờ", "17h30", "5%"),
    *(
        "tỷ",
        "triệu",
        "nghìn",
        "hai mươi mốt",
        "mười",
        "trăm",
        "million",
        "twenty-one",
        "hundred",
        "and",
        "dozen",
        "half",
    ),
    *("quatre-vingt-dix-sept", "vingt et un", "dua puluh", "juta", "ribu", "người", "chết", "bị thương", "mất tích"),
    *("killed", "injured", "people", "dead", "hơn", "gần", "khoảng", "more than", "about", "nearly", "at least", "đến"),
    *("to", "from", "between", "từ", "ông", "bà", "Nguyễn Văn A", "Mr. Smith", "Hà Nội", "tỉnh Lạng Sơn", "xã Tân Lập"),
    *("hôm qua", "yesterday", "tháng 6", "June", "Monday", "thứ Hai", "ngày", "năm", "km", "kg", "độ C", "feet", "VND"),
    *("theo", "according to", "police", "không", "no", "denied", "không phải", "trong đó", "of whom", "mỗi", "per"),
)
_SENTENCE: Final = st.sampled_from(SENTENCES)
_CHARACTERS: Final = st.text(st.characters(codec=None, exclude_categories=()), max_size=12)
_PIECE: Final = st.one_of(st.sampled_from(NEWS_WORDS), st.sampled_from(ODD), _SENTENCE, _CHARACTERS)
_GAP: Final = st.sampled_from((" ", " ", " ", "", "\n", ". ", ", ", "\n\n"))


def texts(most: int = 10) -> st.SearchStrategy[str]:
    """Texts of news words, sentences and odd characters; some are repeated many times."""
    parts = st.lists(st.tuples(_PIECE, _GAP), min_size=1, max_size=most)
    joined = parts.map(lambda found: "".join(piece + gap for piece, gap in found))
    repeated = st.tuples(_PIECE, st.integers(2, 400)).map(lambda one: one[0] * one[1])
    return st.one_of(joined, joined, joined, repeated, _CHARACTERS)


def sound_texts() -> st.SearchStrategy[str]:
    """Texts of whole sentences of news."""
    return st.lists(_SENTENCE, min_size=1, max_size=4).map(" ".join)


def plain_values(*, deep: bool = True) -> st.SearchStrategy[Any]:
    """Values of JSON, not a number and infinity among them."""
    simple = st.one_of(
        *(st.none(), st.booleans(), st.floats(), texts(3), st.sampled_from(ODD)),
        st.integers() | st.sampled_from((0, -1, 2**31, 2**63, 10**30, 20250614, 1749888000)),
    )
    if not deep:
        return simple
    return st.recursive(
        simple, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts(1), inner, max_size=3), max_leaves=5
    )


@st.composite
def damaged(draw: st.DrawFn, wholes: st.SearchStrategy[bytes], most: int = 3) -> bytes:
    """Whole files with some damage: cut, doubled, with other bytes, with ends that are swapped."""
    content = draw(wholes)
    for _ in range(draw(st.integers(0, most))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.sampled_from((0, 1, 2, 4, 16, 64, 1024))))
        match draw(st.sampled_from(("cut", "drop", "double", "put", "put", "swap", "flip"))):
            case "cut":
                content = content[:start]
            case "drop":
                content = content[:start] + content[end:]
            case "double":
                content = content[:end] + content[start:]
            case "put":
                content = content[:start] + draw(st.binary(max_size=8) | st.sampled_from(_TOKENS)) + content[end:]
            case "swap":
                content = content[start:] + content[:start]
            case "flip" if start < len(content):
                content = (
                    content[:start] + bytes((content[start] ^ (1 << draw(st.integers(0, 7))),)) + content[start + 1 :]
                )
    return content


_TOKENS: Final = (
    *(
        b"\0",
        b"\xff",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\r",
        b"\n",
        b"\n\n",
        b'"',
        b"'",
        b",",
        b";",
        b"\t",
        b"{",
        b"}",
        b"[",
    ),
    *(b"]", b"\\", b"\\u0000", b"\\ud800", b"1e999", b"NaN", b"-0", b"null", b"<", b">", b"<![CDATA[", b"&#0;", b"]]>"),
    *(b"\xe1\xbb", b"\xc3\x28", b"\xed\xa0\x80", b"\x1a", b"\x80", b"PK\x03\x04", b"\x1f\x8b", b"sep=;\n", b"\xa0"),
    b"<!DOCTYPE x [<!ENTITY a '" + b"a" * 40 + b"'>]>",
)
