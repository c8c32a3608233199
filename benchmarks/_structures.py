"""Structures of input that a function may take more than linear time over, each of any size, for `_growth.py`.

A text is one article of about so many units; an event is a list of rows about one event; news is a list of rows about
several. What grows is the number in the name.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from generate import corpus

Row = dict[str, Any]
Rows = list[Row]

_SYLLABLES: Final = [
    "an",
    "bình",
    "cường",
    "dung",
    "giang",
    "hà",
    "khánh",
    "lâm",
    "minh",
    "nam",
    "oanh",
    "phúc",
    "quân",
    "sơn",
    "tâm",
    "uyên",
    "vinh",
    "xuân",
    "yên",
    "đức",
]
_SURNAMES: Final = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Phan",
    "Vũ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
]
_FLOOD: Final = "Lũ quét sáng 14/6 ở xã Mai Pha làm sập nhiều ngôi nhà bên suối."


def _named(number: int, n_parts: int = 3) -> str:
    """A name that only this number has."""
    parts = []
    for _ in range(n_parts):
        number, part = divmod(number, len(_SYLLABLES))
        parts.append(_SYLLABLES[part].capitalize())
    return " ".join(parts) + (f" {_named(number, n_parts)}" if number else "")


def _person(number: int) -> str:
    return f"{_SURNAMES[number % len(_SURNAMES)]} {_named(number // len(_SURNAMES))}"


def _sentences(sentence: Callable[[int], str]) -> Callable[[int], str]:
    return lambda n: " ".join(map(sentence, range(n)))


def _repeated(piece: str, before: str = "", after: str = "") -> Callable[[int], str]:
    return lambda n: before + piece * n + after


TEXTS: Final[Mapping[str, Callable[[int], str]]] = {
    "one token": _repeated("tin "),
    "one word without spaces": _repeated("abcdefghij"),
    "one digit": _repeated("7777777777"),
    "digits in groups": _repeated(".000", "1"),
    "signs": _repeated("-,.;:!?/%"),
    "opening quotation marks": _repeated("“Nước "),
    "opening brackets": _repeated("(nước "),
    "blank lines": _repeated("\n \n", "tin", "tin"),
    "lines": _repeated("Nước lên nhanh trong đêm\n"),
    "combining marks": _repeated("\u0301", "a"),
    "decomposed letters": _repeated("e\u0302\u0301 "),
    "one sentence": _repeated("Lũ làm 12 người chết ở Mai Pha. "),
    "one sentence without a full stop": _repeated("lũ làm 12 người chết ở Mai Pha và "),
    "numbers": _sentences(lambda i: str(3_000 + i)),
    "numbers with units": _sentences(lambda i: f"{i} tấn gạo, {i} km, {i} tỷ đồng,"),
    "numbers in words": _repeated("một trăm hai mươi ba "),
    "tens in words": _repeated("mươi "),
    "tolls": _sentences(lambda i: f"Lũ làm {i} người chết ở xã {_named(i)}."),
    "tolls in English": _sentences(lambda i: f"The flood killed {i} people in {_named(i)}."),
    "tolls in a list": _sentences(lambda i: f"{i} người chết, {i} người bị thương, {i} nhà sập,"),
    "dates": _sentences(lambda i: f"ngày {i % 28 + 1}/{i % 12 + 1}/{1900 + i % 200},"),
    "times": _sentences(lambda i: f"lúc {i % 24} giờ {i % 60} phút sáng nay,"),
    "people": _sentences(lambda i: f"Ông {_person(i)}, {i % 80 + 10} tuổi, cho biết nước lên nhanh."),
    "people in English": _sentences(lambda i: f"Mr. John {_person(i)}, {i % 80 + 10}, said the water rose fast."),
    "dead with names in English": _sentences(lambda i: f"{_person(i)}, {i % 80 + 10}, was killed in {_named(i)}."),
    "places": _sentences(lambda i: f"Nước ngập xã {_named(i)}, huyện {_named(i // 9)}, tỉnh {_named(i // 81)}."),
    "quotations": _sentences(lambda i: f"“Nước lên nhanh lần thứ {i}”, ông {_person(i)} nói."),
    "capital letters": _sentences(lambda i: _person(i)),
    "abbreviations": _repeated("TP.HCM. U.S. Mr. "),
    "outlets": _sentences(lambda i: f"Theo báo {_named(i)}, nước đã rút."),
    "elements that are not closed": _repeated("<div>nước ", after="<p>Lũ làm 12 người chết.</p>"),
    "elements that are nested": lambda n: "<b>" * n + "Lũ làm 12 người chết." + "</b>" * n,
    "hidden elements that are nested": lambda n: "<div hidden>a" * n + "Lũ làm 12 người chết." + "</div>" * n,
    "tags": _repeated("<p>nước <b>lên</b></p>"),
    "ends of elements that were not opened": _repeated("</form></b>", "<p>Lũ làm 12 người chết.</p>"),
    "forms that are nested": lambda n: "<html><form>a" * n + "</form>b" * n,
    "comments that are not closed": _repeated("<!-- nước ", "<p>Lũ làm 12 người chết.</p>"),
    "scripts that are not closed": _repeated("<script>nước ", "<p>Lũ làm 12 người chết.</p>"),
    "quoted values that are not closed": _repeated('<a href="nước>', "<p>Lũ làm 12 người chết.</p>"),
    "less-than signs": _repeated("<"),
    "tag starts": _repeated("<a ", "<p>Lũ làm 12 người chết.</p>"),
    "entities": _repeated("&amp;#77;"),
    "ampersands": _repeated("&amp", "<p>Lũ làm 12 người chết.</p>"),
    "addresses": _sentences(lambda i: f"https://a{i}.vn/tin?id={i}"),
}


def _event(text: Callable[[int], str], **fields: Callable[[int], Any]) -> Callable[[int], Rows]:
    """Articles about one event that differ in one way."""

    def rows(n: int) -> Rows:
        return [
            {"id": f"a{i}", "text": f"{_FLOOD} {text(i)}", **{name: value(i) for name, value in fields.items()}}
            for i in range(n)
        ]

    return rows


def _moment(number: int) -> str:
    return f"2025-06-{14 + number // 1440 % 14:02}T{number // 60 % 24:02}:{number % 60:02}:00+07:00"


EVENTS: Final[Mapping[str, Callable[[int], Rows]]] = {
    "identical reports": _event(lambda i: "12 người chết."),
    "reports with other tolls": _event(lambda i: f"Lũ làm {i + 1} người chết.", published_at=_moment),
    "reports with other tolls, undated": _event(lambda i: f"Lũ làm {i + 1} người chết."),
    "reports with two tolls": _event(lambda i: f"Lũ làm {i + 1} người chết và {i + 2} người bị thương."),
    "reports with tolls of other places": _event(lambda i: f"Xã {_named(i)} có {i % 50} người chết."),
    "reports with other measures": _event(lambda i: f"Cây cầu dài {i + 1} m bị cuốn trôi."),
    "reports with other amounts": _event(lambda i: f"Thiệt hại ước tính {i + 1} tỷ đồng."),
    "reports with other nouns": _event(lambda i: f"Có {i % 9 + 2} {_named(i).lower()} bị cuốn trôi."),
    "reports with ranges": _event(lambda i: f"Khoảng {i + 1} đến {i + 9} người chết."),
    "reports with other people": _event(lambda i: f"Ông {_person(i)}, {i % 80 + 10} tuổi, Chủ tịch xã, bị thương."),
    "reports with one surname": _event(lambda i: f"Ông Nguyễn {_named(i)} bị thương nặng."),
    "reports with other places": _event(lambda i: f"Nước ngập xã {_named(i)}, huyện {_named(i // 9)}."),
    "reports with other quotations": _event(lambda i: f"“Nước lên nhanh ở nhà số {i}”, ông {_person(i)} nói."),
    "reports with one quotation": _event(lambda i: f"“Nước lên nhanh trong đêm”, ông Lê Minh Tâm nói lần {i}."),
    "reports of other sources": _event(lambda i: f"12 người chết, tin thứ {i}.", source=lambda i: f"Báo {_named(i)}"),
    "reports that quote other sources": _event(lambda i: f"Theo báo {_named(i)}, 12 người chết."),
    "reports of other days": _event(lambda i: f"Ngày {i % 28 + 1}/{i % 12 + 1}/{1950 + i // 336} có mưa."),
    "reports with other titles": _event(lambda i: "12 người chết.", title=lambda i: f"Lũ quét ở xã {_named(i)}"),
}


def _with_shared_half(n: int) -> Rows:
    half = " ".join(f"Nước lên {i} cm ở {_named(i)}." for i in range(30))
    return [
        {"id": str(i), "text": f"{half} {' '.join(f'{_named(i * 31 + k)} ngập.' for k in range(30))}"} for i in range(n)
    ]


def _chain(n: int) -> Rows:
    """Each has most words of the one before."""
    return [{"id": str(i), "text": " ".join(_named(k) for k in range(i, i + 60))} for i in range(n)]


def _pairs(n: int) -> Rows:
    return [
        {"id": str(i), "text": " ".join(_named(k + i // 2 * 97) for k in range(40)) + " a" * (i % 2)} for i in range(n)
    ]


def _unlike(i: int) -> str:
    return " ".join(_named(k * 7 + i * 1009) for k in range(30)) + f" {i} người chết."


def _with(**fields: Callable[[int], Any]) -> Callable[[int], Rows]:
    return lambda n: [{"text": _unlike(i), **{name: value(i) for name, value in fields.items()}} for i in range(n)]


NEWS: Final[Mapping[str, Callable[[int], Rows]]] = {
    "generated news": lambda n: list(corpus(n, 1, events=0.3)),
    "unlike articles": _with(),
    "articles of one moment": _with(published_at=lambda _: "2025-06-14T08:00:00+07:00"),
    "articles of one source": _with(source=lambda _: "Báo A", title=lambda i: f"{_named(i)} | Báo A"),
    "articles of one id": _with(id=lambda _: "a"),
    "articles with one title": _with(title=lambda _: "Tin nhanh sáng nay ở Hà Nội"),
    "identical articles": lambda n: [{"text": _unlike(1)}] * n,
    "articles with an equal first half": _with_shared_half,
    "a chain of near copies": _chain,
    "pairs of copies": _pairs,
    "one template": lambda n: [
        {"text": f"Giá vàng miếng SJC sáng {i % 28 + 1}/6 là {i} triệu đồng một lượng."} for i in range(n)
    ],
    "articles with equal numbers": lambda n: [
        {"text": f"{_named(i)} {_named(i * 7)} có 12345 người."} for i in range(n)
    ],
    "one word each": lambda n: [{"text": _named(i)} for i in range(n)],
}


def _csv_columns(n: int, folder: Path) -> Path:
    path = folder / "columns.csv"
    path.write_text(f"text,{','.join(f'c{i}' for i in range(n))}\n{_FLOOD},{','.join(map(str, range(n)))}\n", "utf-8")
    return path


def _csv_rows(n: int, folder: Path) -> Path:
    path = folder / "rows.csv"
    path.write_text("id,text\n" + "".join(f"{i},{_FLOOD}\n" for i in range(n)), "utf-8")
    return path


def _csv_open_quote(n: int, folder: Path) -> Path:
    path = folder / "quotes.csv"
    path.write_text("id,text\n" + "".join(f'{i},"{_FLOOD}\n' for i in range(n)), "utf-8")
    return path


def _json(content: Callable[[int], str], suffix: str = ".json") -> Callable[[int, Path], Path]:
    def write(n: int, folder: Path) -> Path:
        path = folder / f"news{suffix}"
        path.write_text(content(n), "utf-8")
        return path

    return write


_TEXT_FIELD: Final = f'"text": {json.dumps(_FLOOD)}'
FILES: Final[Mapping[str, Callable[[int, Path], Path]]] = {
    "columns of a CSV": _csv_columns,
    "rows of a CSV": _csv_rows,
    "quotes of a CSV that are not closed": _csv_open_quote,
    "depth of JSON": _json(lambda n: f'[{{{_TEXT_FIELD}}}, {{{_TEXT_FIELD}, "a": {"[" * n}{"]" * n}}}]'),
    "lists of JSON that are not closed": _json(lambda n: f"[{{{_TEXT_FIELD}}}, {'[' * n}"),
    "fields of JSON": _json(
        lambda n: f"[{{{_TEXT_FIELD}, {', '.join(f'{chr(34)}f{i}{chr(34)}: 1' for i in range(n))}}}]"
    ),
    "bad elements of JSON": _json(lambda n: f"[{{{_TEXT_FIELD}}}, {', '.join(['{bad}'] * n)}]"),
    "lines of JSON Lines": _json(lambda n: f"{{{_TEXT_FIELD}}}\n" * n, ".jsonl"),
    "bad lines of JSON Lines": _json(lambda n: f"{{{_TEXT_FIELD}}}\n" + "{bad\n" * n, ".jsonl"),
    "objects on one line": _json(lambda n: f"{{{_TEXT_FIELD}}} " * n, ".jsonl"),
}


def long_fields(n: int) -> Rows:
    """An article with long fields."""
    return [{"id": "a" * n, "title": "Lũ quét ở Mai Pha " * (n // 18), "summary": "nước " * (n // 5), "text": _FLOOD}]
