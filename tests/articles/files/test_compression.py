from __future__ import annotations

import bz2
import gzip
import json
import lzma
import sys
from pathlib import Path

import pytest
import zstandard

import newsdedup as nd
from newsdedup.articles.files import compression
from newsdedup.articles.files.compression import InputFile

LINES = b"".join(
    json.dumps({"id": str(number), "text": f"tin {number * number}"}).encode() + b"\n" for number in range(3000)
)
COMPRESS = {".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress, ".zst": zstandard.compress}


def a_file(folder: Path, content: bytes, name: str) -> Path:
    (folder / name).write_bytes(content)
    return folder / name


@pytest.mark.parametrize("suffix", COMPRESS)
@pytest.mark.parametrize("name", ["news.jsonl{}", "news.jsonl"])
def test_a_compressed_file_is_recognised_by_its_first_bytes(tmp_path: Path, suffix: str, name: str) -> None:
    path = a_file(tmp_path, COMPRESS[suffix](LINES), name.format(suffix))
    assert len(nd.read_articles(path)) == 3000


@pytest.mark.parametrize("suffix", COMPRESS)
def test_several_compressed_parts_are_one_file(tmp_path: Path, suffix: str) -> None:
    compress = COMPRESS[suffix]
    content = compress(LINES[:1000]) + compress(LINES[1000:]) + b"\0" * 8
    assert InputFile.at(a_file(tmp_path, content, f"news.jsonl{suffix}")).content() == LINES


@pytest.mark.parametrize("suffix", COMPRESS)
@pytest.mark.filterwarnings("ignore::newsdedup.ArticleWarning")
def test_a_compressed_file_that_is_cut_off_gives_its_rows_and_one_rejection(tmp_path: Path, suffix: str) -> None:
    content = COMPRESS[suffix](LINES)
    articles = nd.read_articles(a_file(tmp_path, content[: len(content) // 2], f"news.jsonl{suffix}"))
    (rejected,) = articles.rejected
    assert (rejected.row, rejected.id) == (len(articles), None)
    assert "the compressed data is cut off here; the rest is missing" in rejected.reason
    assert [article.id for article in articles] == [str(number) for number in range(len(articles))]


@pytest.mark.parametrize("suffix", COMPRESS)
@pytest.mark.filterwarnings("ignore::newsdedup.ArticleWarning")
def test_a_file_made_to_fill_the_memory_is_read_up_to_a_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    monkeypatch.setattr(compression, "_LARGE", 1 << 18)
    content = COMPRESS[suffix](LINES) + COMPRESS[suffix](b"0" * (1 << 23))
    articles = nd.read_articles(a_file(tmp_path, content, f"news.jsonl{suffix}"))
    assert len(articles) == 3000
    assert "becomes more than 1 GB, and more than 200 times its size" in articles.rejected[-1].reason


def test_news_is_compressed_less_than_a_file_made_to_fill_the_memory() -> None:
    assert not compression.is_bomb(10**9, 10**11)
    assert not compression.is_bomb(10**6, 10**9)
    assert compression.is_bomb(10**6, 10**9 * 2)


def test_damaged_bytes_reject_the_rest_of_the_file(tmp_path: Path) -> None:
    content = lzma.compress(LINES)
    damaged = content[: len(content) // 2] + b"\xff\0\xfe" * 9 + content[len(content) // 2 + 27 :]
    articles = nd.read_articles(a_file(tmp_path, damaged, "news.jsonl.xz"))
    assert "the compressed data is damaged here" in articles.rejected[-1].reason
    with_more = a_file(tmp_path, gzip.compress(LINES) + b"more", "more.jsonl.gz")
    assert (len(nd.read_articles(with_more)), len(nd.read_articles(with_more).rejected)) == (3000, 1)


@pytest.mark.parametrize("name", ["news.csv.gz", "news.json.gz", "news.txt.gz", "news.tsv.gz"])
@pytest.mark.filterwarnings("ignore::newsdedup.ArticleWarning")
def test_every_kind_of_text_may_be_cut_off(tmp_path: Path, name: str) -> None:
    texts = [f"tin {number * number}" for number in range(4000)]
    separator = "\t" if ".tsv" in name else ","
    content = {
        "news.json.gz": json.dumps([{"text": text} for text in texts]),
        "news.txt.gz": "\n".join(texts),
    }.get(name, f"id{separator}text\n" + "".join(f'{n}{separator}"{text}"\n' for n, text in enumerate(texts)))
    compressed = gzip.compress(content.encode())
    articles = nd.read_articles(a_file(tmp_path, compressed[: len(compressed) // 2], name))
    assert [one.row for one in articles.rejected] == [len(articles)]
    assert "cut off" in articles.rejected[0].reason


def test_a_file_that_is_not_compressed_in_spite_of_its_name_is_read(tmp_path: Path) -> None:
    assert len(nd.read_articles(a_file(tmp_path, LINES, "news.jsonl.gz"))) == 3000


@pytest.mark.parametrize(
    ("content", "kind"), [(b"PK\x03\x04", "Excel workbook"), (b"%PDF-1.7", "PDF"), (b"SQLite format 3\0", "database")]
)
def test_files_of_other_kinds_are_named(tmp_path: Path, content: bytes, kind: str) -> None:
    with pytest.raises(nd.InputError, match=kind):
        nd.read_articles(a_file(tmp_path, content, "news.csv"))


def test_zstandard_without_its_library_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "zstandard", None)
    monkeypatch.setitem(sys.modules, "compression", None)
    with pytest.raises(nd.MissingExtraError, match=r'pip install "zstandard'):
        nd.read_articles(a_file(tmp_path, zstandard.compress(LINES), "news.jsonl.zst"))


def test_a_file_that_may_not_be_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "news.jsonl").mkdir()
    with pytest.raises(nd.InputError, match="cannot be read"):
        InputFile.at(tmp_path / "news.jsonl").content()
