"""Files of every kind: written ones give their rows back, damaged ones an error or what is left, and never a crash."""

from __future__ import annotations

import bz2
import csv
import functools
import gzip
import io
import json
import lzma
import re
import tempfile
import warnings
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from html import escape
from pathlib import Path
from typing import Any, Final

from hypothesis import strategies as st

import newsdedup as nd
from fuzz.hostile import SENTENCES, damaged, sound_texts
from fuzz.target import Target, documented_errors
from newsdedup.articles.files.paths import FILE_OPENERS

Rows = list[dict[str, str]]


def _jsonl(rows: Rows) -> bytes:
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows).encode()


def _json(rows: Rows) -> bytes:
    return json.dumps({"articles": rows}, ensure_ascii=False, indent=1).encode()


def _delimited(rows: Rows, delimiter: str) -> bytes:
    file = io.StringIO()
    writer = csv.DictWriter(file, ("id", "text"), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue().encode()


def _excel(rows: Rows) -> bytes:
    import openpyxl

    book, file, timeless = openpyxl.Workbook(), io.BytesIO(), io.BytesIO()
    for row in (("id", "text"), *((row["id"], row["text"]) for row in rows)):
        book.active.append(row)
    book.properties.created = book.properties.modified = datetime(2025, 6, 14)  # the same bytes in each run
    book.save(file)
    with zipfile.ZipFile(file) as saved, zipfile.ZipFile(timeless, "w") as copy:
        for name in saved.namelist():
            content = re.sub(rb"<dcterms:modified.*?</dcterms:modified>", b"", saved.read(name))
            copy.writestr(zipfile.ZipInfo(name), content)
    return timeless.getvalue()


def _parquet(rows: Rows) -> bytes:
    import pyarrow as pa
    from pyarrow.parquet import write_table

    file = io.BytesIO()
    write_table(pa.Table.from_pylist(rows, pa.schema({"id": pa.string(), "text": pa.string()})), file)
    return file.getvalue()


def _rss(rows: Rows) -> bytes:
    items = (
        f"<item><guid>{escape(row['id'])}</guid><description>{escape(row['text'])}</description></item>" for row in rows
    )
    return f'<rss version="2.0"><channel><title>T</title>{"".join(items)}</channel></rss>'.encode()


def _atom(rows: Rows) -> bytes:
    entries = (f"<entry><id>{escape(row['id'])}</id><content>{escape(row['text'])}</content></entry>" for row in rows)
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>{"".join(entries)}</feed>'.encode()


def _zstd(content: bytes) -> bytes:
    import zstandard

    return zstandard.compress(content)


WRITERS: Final[dict[str, Callable[[Rows], bytes]]] = {
    ".jsonl": _jsonl,
    ".json": _json,
    ".csv": lambda rows: _delimited(rows, ","),
    ".tsv": lambda rows: _delimited(rows, "\t"),
    ".xlsx": _excel,
    ".parquet": _parquet,
    ".rss": _rss,
    ".atom": _atom,
    ".txt": lambda rows: " ".join(row["text"] for row in rows).encode(),
}
COMPRESSIONS: Final[dict[str, Callable[[bytes], bytes]]] = {
    "": bytes,
    ".gz": lambda content: gzip.compress(content, mtime=0),
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    ".zst": _zstd,
}
_ROWS: Final = st.lists(sound_texts(), min_size=1, max_size=4).map(
    lambda texts: [{"id": f"a{number}", "text": text} for number, text in enumerate(texts)]
)
_KIND: Final = st.sampled_from(tuple(WRITERS))
_COMPRESSION: Final = st.sampled_from(("", "", "", *COMPRESSIONS))


def _read(path: Path, **options: Any) -> nd.Articles:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", nd.ArticleWarning)
        return nd.read_articles(path, **options)


def written_rows_are_read_back(given: tuple[str, str, Rows]) -> None:
    """Law: a file gives the rows that were written, text by text."""
    kind, compression, rows = given
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"news{kind}{compression}"
        path.write_bytes(COMPRESSIONS[compression](WRITERS[kind](rows)))
        articles = _read(path)
    assert articles.rejected == ()
    if kind == ".txt":
        assert [one.text for one in articles] == [" ".join(row["text"] for row in rows)]
    else:
        assert [one.text for one in articles] == [row["text"] for row in rows]


@st.composite
def _damaged_files(draw: st.DrawFn) -> list[Any]:
    """The suffix that a file has, and its content: that of its kind or of another, damaged before or after packing."""
    if draw(st.booleans()):  # inputs that were kept lead to others of their kind
        suffix, content = draw(st.sampled_from(_kept_files()))
        return [suffix, draw(damaged(st.just(content), 4))]
    kind, compression = draw(_KIND), draw(_COMPRESSION)
    suffix = draw(st.sampled_from((kind, kind, kind, *FILE_OPENERS)))
    content = draw(damaged(st.just(_sound_file(kind))))
    packed = draw(damaged(st.just(COMPRESSIONS[compression](content)), 2 if compression else 0))
    return [suffix + compression, packed]


_SOUND: Final[Rows] = [{"id": f"a{number}", "text": text} for number, text in enumerate(SENTENCES[:4])]


@functools.cache
def _kept_files() -> list[list[Any]]:
    return next(one for one in TARGETS if one.name == "damaged_files").kept() or [[".txt", b""]]


@functools.cache
def _sound_file(kind: str) -> bytes:
    return WRITERS[kind](_SOUND)


def _unpacked(content: bytes) -> bytes:
    """The content of a compressed file, where that can be known."""
    for unpack in (gzip.decompress, bz2.decompress, lzma.decompress):
        with suppress(OSError, EOFError, ValueError, zlib.error, lzma.LZMAError):
            return unpack(content)
    return content


def a_damaged_file_is_read_or_refused(given: tuple[str, bytes]) -> None:
    """Law: only documented errors; what is read is the same twice, and other files beside it are read."""
    suffix, content = given
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"news{suffix}"
        path.write_bytes(content)
        with documented_errors() as refused:
            articles = _read(path)
        (Path(folder) / "sound.jsonl").write_bytes(_jsonl([{"id": "sound", "text": SENTENCES[0]}]))
        beside = _read(Path(folder))
        assert SENTENCES[0] in [one.text for one in beside], "a damaged file took another one down"
        if refused:
            is_header_alone = len(_unpacked(content).splitlines()) < 2
            assert beside.rejected or beside.remarks or is_header_alone, "a file was lost without a word"
            return
        assert len(beside) + len(beside.rejected) == articles.n_rows + 1
        assert len({one.id for one in articles}) == len(articles)
        again = _read(path)
        assert (again.items, again.rejected) == (articles.items, articles.rejected)


def bytes_are_read_or_refused(content: bytes) -> None:
    """Law: bytes without a name are read or refused."""
    with warnings.catch_warnings(), documented_errors():
        warnings.simplefilter("ignore", nd.ArticleWarning)
        articles = nd.read_articles(content)
        assert all(one.text.strip() for one in articles)


TARGETS: Final = (
    Target("written_files", st.tuples(_KIND, _COMPRESSION, _ROWS).map(list), written_rows_are_read_back, 80),
    Target("damaged_files", _damaged_files(), a_damaged_file_is_read_or_refused, 250),
    Target(
        "bytes",
        st.binary(max_size=64) | damaged(st.sampled_from(tuple(map(_sound_file, WRITERS)))),
        bytes_are_read_or_refused,
        100,
    ),
)
