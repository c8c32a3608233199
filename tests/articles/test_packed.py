from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

import newsdedup as nd
from newsdedup.articles.packed import RowTexts, screened, text_source
from newsdedup.kernels.char_codes import MAYBE_BLANK, MAYBE_GARBLED, MAYBE_MARKUP, NOT_UTF8
from newsdedup.kernels.ragged import PackedTexts, pack_texts

NEWS = "Sáng 14/6, hội nghị trực tuyến khai mạc với hơn 10.000 điểm cầu trên cả nước"
GOLD = "Giá vàng miếng SJC sáng nay tăng 500.000 đồng mỗi lượng tại Hà Nội"
GARBLED = "Há»™i nghá»‹ trá»±c tuyáº¿n toÃ n quá»‘c vá»›i hÆ¡n mÆ°á»i nghÃ¬n Ä‘iá»ƒm cáº§u"
ROWS: list[dict[str, Any]] = [
    {"id": "a", "text": NEWS, "date": "2025-06-14T08:00:00+07:00"},
    {"id": "b", "text": GOLD, "date": None},
    {"id": "c", "text": NEWS + " tham dự", "date": "2025-06-13"},
    {"id": "d", "text": "  ", "date": None},
    {"id": "e", "text": GARBLED, "date": None},
    {"id": "f", "text": None, "date": "2025-06-13"},
    {"id": "b", "text": "Một bản tin khác hẳn, mang số của bản tin trước", "date": "soon"},
    {"id": "a", "text": NEWS, "date": None},
    {"id": "g", "text": "\u3000\u00a0", "date": None},
]
TEXTS = [row["text"] or "" for row in ROWS]


def a_file(folder: Path, rows: list[dict[str, Any]]) -> Path:
    path = folder / "news.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def a_parquet_file(folder: Path, rows: list[dict[str, Any]]) -> Path:
    path = folder / "news.parquet"
    parquet.write_table(pa.Table.from_pylist(rows), path, row_group_size=2)
    return path


def arrow_column(kind: pa.DataType) -> Callable[[Path], Any]:
    return lambda _: pa.chunked_array([pa.array(TEXTS[:3], kind), pa.array(TEXTS[3:], kind)])


SOURCES: dict[str, Callable[[Path], Any]] = {
    "a list of mappings": lambda _: ROWS,
    "a generator of mappings": lambda _: iter(ROWS),
    "a list of articles": lambda _: [nd.Article(row["text"] or "", id=row["id"]) for row in ROWS],
    "a list of texts": lambda _: TEXTS,
    "a generator of texts": lambda _: iter(TEXTS),
    "texts, then mappings": lambda _: [*TEXTS, *ROWS],
    "mappings without ids": lambda _: [{"text": row["text"]} for row in ROWS],
    "things that are not articles": lambda _: [NEWS, 3, None, {"text": 5}, NEWS],
    "a pandas frame": lambda _: pd.DataFrame(ROWS),
    "a pandas column": lambda _: pd.Series(TEXTS),
    "a pandas frame of mixed values": lambda _: pd.DataFrame({"id": [1, "x"], "text": [NEWS, 5]}),
    "a Polars frame": lambda _: pl.DataFrame(ROWS),
    "a lazy Polars frame": lambda _: pl.DataFrame(ROWS).lazy(),
    "a Polars column": lambda _: pl.Series(TEXTS),
    "an Arrow table": lambda _: pa.Table.from_pylist(ROWS),
    "a slice of an Arrow table": lambda _: pa.Table.from_pylist(ROWS).slice(1, 6),
    "an Arrow table with numbers as ids": lambda _: pa.table({"id": [1, 2, None], "body": [NEWS, GOLD, NEWS]}),
    "an Arrow table with two names for the text": lambda _: pa.table({"text": [NEWS, ""], "body": [GOLD, GOLD]}),
    "strings": arrow_column(pa.string()),
    "large strings": arrow_column(pa.large_string()),
    "a dictionary": lambda _: pa.chunked_array([pa.array(TEXTS).dictionary_encode()]),
    "a column without values": lambda _: pa.nulls(3),
    "an Arrow array": lambda _: pa.array(TEXTS),
    "a record batch": lambda _: pa.RecordBatch.from_pylist(ROWS),
    "a column of numbers": lambda _: pa.array([1, 2, 3]),
    "JSON Lines": lambda folder: a_file(folder, ROWS),
    "a Parquet file": lambda folder: a_parquet_file(folder, ROWS),
}


if hasattr(pa, "string_view"):
    SOURCES["string views"] = arrow_column(pa.string_view())


@pytest.mark.filterwarnings("ignore::newsdedup.ArticleWarning")
@pytest.mark.parametrize("few", [0, 200])
@pytest.mark.parametrize("name", SOURCES)
def test_copies_are_those_of_the_articles_read_one_by_one(
    name: str, few: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsdedup.articles.packed._FEW", few)
    packed = nd.find_copies(SOURCES[name](tmp_path))
    singly = nd.find_copies(nd.read_articles(SOURCES[name](tmp_path)))
    assert packed.ids == singly.ids
    assert packed.labels.tolist() == singly.labels.tolist()
    assert packed.rejected == singly.rejected
    assert packed.representatives == singly.representatives
    assert packed.relations == singly.relations
    assert packed.frame_origin.kind == singly.frame_origin.kind
    assert packed.to_frame(kind="polars").equals(singly.to_frame(kind="polars"))


@pytest.mark.filterwarnings("ignore::newsdedup.ArticleWarning")
@pytest.mark.parametrize("name", SOURCES)
def test_signatures_are_those_of_the_articles_read_one_by_one(name: str, tmp_path: Path) -> None:
    packed = nd.sketch_articles(SOURCES[name](tmp_path))
    singly = nd.sketch_articles(nd.read_articles(SOURCES[name](tmp_path)))
    assert packed.ids == singly.ids
    assert np.array_equal(packed.values, singly.values)


def test_an_arrow_text_that_is_not_utf8_is_rejected_alone() -> None:
    wrong = pa.Array.from_buffers(
        pa.string(), 1, [None, pa.py_buffer(np.array([0, 3], "i4")), pa.py_buffer(b"\xe1\xbaa")]
    )
    found = nd.find_copies(pa.chunked_array([pa.array([NEWS]), wrong, pa.array([NEWS])]))
    assert found.labels.tolist() == [0, -1, 0]
    assert "UTF-8" in found.rejected[0].reason


def test_a_value_that_python_cannot_hold_is_reported_for_its_row_only() -> None:
    dates = pa.array([0, 1 << 62], pa.timestamp("s"))
    table = pa.table({"id": ["a", "b"], "text": [NEWS, NEWS], "date": dates})
    with pytest.warns(nd.ArticleWarning, match="row 1, id b"):
        found = nd.find_copies(table)
    assert found.labels.tolist() == [0, 0]
    assert found.representatives == ("a",)


def test_rows_of_a_damaged_part_of_a_file_are_rejected_and_the_others_read(tmp_path: Path) -> None:
    path = tmp_path / "news.parquet"
    rows = [{"id": str(number), "text": f"{NEWS} {number} {'x' * number}"} for number in range(6)]
    parquet.write_table(pa.Table.from_pylist(rows), path, row_group_size=2, compression="zstd", use_dictionary=False)
    content = bytearray(path.read_bytes())
    start = content.index(b"\x28\xb5\x2f\xfd", len(content) // 3)  # a compressed page
    content[start : start + 4] = b"\0\0\0\0"
    path.write_bytes(content)
    packed, singly = nd.find_copies(path), nd.find_copies(nd.read_articles(path))
    assert 0 < len(packed.rejected) < 6
    assert packed.rejected == singly.rejected
    assert packed.labels.tolist() == singly.labels.tolist()


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few articles are read as many are."""
    monkeypatch.setattr("newsdedup.articles.packed._FEW", 0)


@pytest.mark.usefixtures("many")
def test_no_text_is_decoded_for_the_copies_of_an_arrow_column(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> str:
        raise AssertionError("a text was decoded")

    monkeypatch.setattr(PackedTexts, "text", never)
    found = nd.find_copies(pa.array([NEWS, GOLD, NEWS + " tham dự"]))
    assert found.labels.tolist() == [0, 1, 0]


@pytest.mark.usefixtures("many")
def test_ids_are_derived_when_something_asks_for_them(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("newsdedup.articles.packed.content_id", lambda text: asked.append(text) or text[:4])
    found = nd.find_copies([NEWS, GOLD])
    assert asked == []
    assert found.ids == ("Sáng", "Giá ")
    assert asked == [NEWS, GOLD]


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("again", [lambda found: pickle.loads(pickle.dumps(found)), copy.deepcopy])
def test_groups_with_ids_to_derive_are_pickled_and_copied(again: Callable[[nd.CopyGroups], nd.CopyGroups]) -> None:
    found = nd.find_copies([NEWS, GOLD, NEWS])
    assert again(found).ids == found.ids
    assert again(found).to_frame(kind="polars").equals(found.to_frame(kind="polars"))


def screen(texts: list[str], encoding: str) -> list[int]:
    if encoding == "utf-16":
        return screened(pack_texts(texts))[0].tolist()
    return screened(as_utf8([text.encode("utf-8") for text in texts]))[0].tolist()


def as_utf8(raw: list[bytes]) -> PackedTexts:
    offsets = np.cumsum([0, *map(len, raw)])
    return PackedTexts(np.frombuffer(b"".join(raw), np.uint8), offsets.astype(np.int64))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (NEWS, 0),
        (NEWS.upper(), 0),
        ("Die Bürger müssen länger auf größere Züge warten, über die Änderungen.", 0),
        ("3 < 5, 5 > 3, R & D, R&D", 0),
        ("R&D; AT&T,", MAYBE_MARKUP),
        ("東京", 0),
        ("", MAYBE_BLANK),
        ("\u3000\n\t\u00a0\u2003", MAYBE_BLANK),
        (GARBLED, MAYBE_GARBLED),
        ("\ufffd" * 3 + " news", MAYBE_GARBLED),
        ("<p>Lũ</p>", MAYBE_MARKUP),
        ("Lũ <!-- x -->", MAYBE_MARKUP),
        ("L&#361;", MAYBE_MARKUP),
        ("AT&amp;T", MAYBE_MARKUP),
    ],
)
def test_a_closer_look_has_a_reason(text: str, reason: int, encoding: str) -> None:
    assert screen([NEWS, text, GOLD], encoding) == [0, reason, 0]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))))
def test_blank_texts_get_a_closer_look_in_both_encodings(texts: list[str]) -> None:
    for encoding in ("utf-8", "utf-16"):
        for text, reason in zip(texts, screen(texts, encoding), strict=True):
            assert reason & MAYBE_BLANK or text.strip()


@given(st.lists(st.text()))
def test_lengths_are_counted_in_characters(texts: list[str]) -> None:
    sound = [text.encode("utf-8", "ignore").decode() for text in texts]
    wanted = [len(text) for text in sound]
    assert screened(pack_texts(sound))[1].tolist() == wanted
    assert screened(as_utf8([text.encode() for text in sound]))[1].tolist() == wanted


PIECES = (
    b"a",
    "á".encode(),
    "ầ".encode(),
    "😀".encode(),
    b"\x80",
    b"\xc3",
    b"\xe1\xba",
    b"\xf0\x9f\x98",
    b"\xed\xa0\x80",
)
OTHERS = (
    b"\xe0\x80\x80",
    b"\xf4\x90\x80\x80",
    b"\xc0\xaf",
    b"\xff",
    b"\xed\x9f\xbf",
    b"\xf4\x8f\xbf\xbf",
    b"\xe1",
    b"\xbf",
)


@given(st.lists(st.lists(st.sampled_from(PIECES + OTHERS), max_size=8).map(b"".join)))
def test_bytes_that_are_not_utf8_are_recognised(raw: list[bytes]) -> None:
    def is_wrong(one: bytes) -> bool:
        try:
            one.decode("utf-8")
        except UnicodeDecodeError:
            return True
        return False

    assert [reason == NOT_UTF8 for reason in screened(as_utf8(raw))[0].tolist()] == list(map(is_wrong, raw))


def test_a_generator_is_read_once() -> None:
    def rows() -> Iterator[str]:
        yield from (NEWS, GOLD)

    source = text_source(rows())
    assert isinstance(source, RowTexts)
    assert [len(chunk) for chunk in source.chunks()] == [2]
    assert len(source.ids[0]) == 16


MONTH_FIRST = [
    {"id": "late", "text": NEWS, "date": "06/12/2025"},
    {"id": "early", "text": NEWS + " tham dự", "date": "05/31/2025"},
    {"id": "between", "text": NEWS + " đông đủ", "date": "06/01/2025"},
]


@pytest.mark.parametrize("as_source", [list, iter, pa.Table.from_pylist, pd.DataFrame])
def test_one_date_decides_whether_the_month_comes_first_in_all(as_source: Callable[[Any], Any]) -> None:
    assert [str(article.published_at) for article in nd.read_articles(as_source(MONTH_FIRST))] == [
        "2025-06-12",
        "2025-05-31",
        "2025-06-01",
    ]
    assert nd.find_copies(as_source(MONTH_FIRST)).order.tolist() == [2, 0, 1]


def test_events_of_a_file_are_compared_at_the_moments_that_its_dates_mean(tmp_path: Path) -> None:
    gold = [
        {"id": name, "text": GOLD + f" {name}", "date": date}
        for name, date in (("x", "01/06/2025"), ("y", "02/13/2025"))
    ]
    found = nd.find_events(a_file(tmp_path, MONTH_FIRST + gold), window_hours=24 * 20)
    singly = nd.find_events(nd.read_articles(a_file(tmp_path, MONTH_FIRST + gold)), window_hours=24 * 20)
    assert found.labels.tolist() == singly.labels.tolist()
    assert [str(article.published_at) for article in found._reports.some(range(len(found._reports)))] == [
        str(article.published_at) for article in singly._reports.some(range(len(singly._reports)))
    ]


def test_an_order_that_is_not_one_is_an_error() -> None:
    with pytest.raises(nd.SettingError, match="day_first='month'"):
        nd.read_articles([NEWS], day_first="month")  # type: ignore[arg-type]
