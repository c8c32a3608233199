from __future__ import annotations

import io
import json
from pathlib import Path

import numpy as np
import pandas
import polars
import pyarrow
import pytest

import newsdedup as nd

NEWS = "Hội nghị có hơn 10.000 điểm cầu."


def test_a_folder_gives_the_rows_of_all_files_that_are_read_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Bản tin một.", "utf-8")
    (tmp_path / "b.csv").write_text("id,text\nb1,Bản tin hai.\nb2,Bản tin ba.\n", "utf-8")
    (tmp_path / "c.jsonl").write_text(json.dumps({"id": "c", "text": "Bản tin bốn."}), "utf-8")
    (tmp_path / "d.json").write_text("{", "utf-8")
    for name in ("README.md", ".hidden.txt", "picture.png"):
        (tmp_path / name).write_text("no article", "utf-8")
    (tmp_path / "more.txt").mkdir()
    articles = nd.read_articles(tmp_path)
    assert [article.id for article in articles] == ["a", "b1", "b2", "c"]
    assert [(one.id, one.row) for one in articles.rejected] == [("d", 4)]
    assert "'d.json' is not JSON" in articles.rejected[0].reason


def test_one_text_file_is_one_article(tmp_path: Path) -> None:
    (tmp_path / "tin.txt").write_text(NEWS, "utf-8")
    (article,) = nd.read_articles(tmp_path / "tin.txt")
    assert (article.id, article.text) == ("tin", NEWS)


@pytest.mark.parametrize("wrap", [bytes, bytearray, memoryview, io.BytesIO])
@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf", b"\n  "])
def test_json_in_memory_is_read(wrap, start: bytes) -> None:
    content = start + json.dumps([{"text": NEWS}]).encode()
    assert [article.text for article in nd.read_articles(wrap(content))] == [NEWS]
    assert nd.read_articles(wrap(json.dumps({"items": [{"text": NEWS}]}).encode("utf-16")))[0].text == NEWS


@pytest.mark.parametrize("source", [b"", b"id,text\n1,a\n", io.BytesIO(b"plain text")])
def test_other_bytes_are_an_error(source) -> None:
    with pytest.raises(nd.InputError, match="neither a feed nor JSON"):
        nd.read_articles(source)


def test_a_text_file_object_is_an_error() -> None:
    with pytest.raises(nd.InputError, match="StringIO is a text file: pass its path, or open it in binary mode"):
        nd.read_articles(io.StringIO(NEWS))


@pytest.mark.parametrize("path", ["tin\0.csv", "<rss>a feed</rss>"])
def test_a_text_that_is_no_path_is_an_error(path: str) -> None:
    with pytest.raises(nd.InputError, match="there is no file or folder"):
        nd.read_articles(path)


ROWS = [{"id": "a", "text": NEWS}, {"id": "b", "text": "Mưa lớn ở Huế."}]


@pytest.mark.parametrize("of", [pandas.DataFrame, polars.DataFrame, pyarrow.Table.from_pylist])
def test_a_list_of_tables_is_an_error_that_says_how_to_join_them(of) -> None:
    with pytest.raises(nd.InputError, match=r"this list holds tables, as \w+: join them first, as by pandas.concat"):
        nd.read_articles([of(ROWS), of(ROWS)])


def test_records_of_numpy_are_rows() -> None:
    records = pandas.DataFrame(ROWS).to_records(index=False)
    for source in (records, list(records), np.array(records.tolist(), [("id", "U1"), ("text", "U60")])):
        assert [(one.id, one.text) for one in nd.read_articles(source)] == [("a", NEWS), ("b", "Mưa lớn ở Huế.")]


def test_columns_that_are_numbers_are_named_by_these() -> None:
    frame = pandas.DataFrame([row.values() for row in ROWS])
    assert [one.id for one in nd.read_articles(frame, columns={"id": 0, "text": 1})] == ["a", "b"]
