from __future__ import annotations

import json
from pathlib import Path

import pytest

import newsdedup as nd

NEWS = "Hội nghị trực tuyến toàn quốc sáng nay có hơn 10.000 điểm cầu"


def a_file(folder: Path, content: bytes, name: str = "news.csv") -> Path:
    (folder / name).write_bytes(content)
    return folder / name


KINDS = {
    "news.csv": f"id,text\n1,{NEWS}\n2,x\n",
    "news.tsv": f"id\ttext\n1\t{NEWS}\n2\tx\n",
    "news.jsonl": "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ({"text": NEWS}, {"text": "x"})),
    "news.json": json.dumps([{"text": NEWS}, {"text": "x"}], ensure_ascii=False),
    "news.txt": NEWS,
}


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_believed(tmp_path: Path, name: str, encoding: str) -> None:
    articles = nd.read_articles(a_file(tmp_path, KINDS[name].encode(encoding), name))
    assert (articles[0].text.removeprefix("\ufeff"), articles.notices, articles.rejected) == (NEWS, (), ())


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_read_with_a_notice(tmp_path: Path, name: str, encoding: str) -> None:
    with pytest.warns(nd.ArticleWarning, match=f"no byte-order mark and is read as {encoding}, which was detected"):
        articles = nd.read_articles(a_file(tmp_path, KINDS[name].encode(encoding), name))
    assert articles[0].text == NEWS
    assert [one.row for one in articles.notices] == [0]


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.filterwarnings("ignore::newsdedup.ArticleWarning")
def test_an_encoding_may_be_declared(tmp_path: Path, name: str) -> None:
    text = "Президент заявил сегодня"
    path = a_file(tmp_path, KINDS[name].replace(NEWS, text).encode("cp1251"), name)
    assert nd.read_articles(path, encoding="windows-1251")[0].text == text
    assert "encoding=" in nd.read_articles(path).rejected[0].reason


def test_a_mark_is_believed_more_than_what_is_declared(tmp_path: Path) -> None:
    path = a_file(tmp_path, KINDS["news.csv"].encode("utf-8-sig"))
    with pytest.warns(nd.ArticleWarning, match="its byte-order mark says utf-8, which is read instead of cp1258"):
        assert nd.read_articles(path, encoding="windows-1258")[0].text == NEWS
    assert nd.read_articles(path, encoding="utf-8").notices == ()


@pytest.mark.parametrize("encoding", ["utf-17", "base64", "", 8])
def test_an_encoding_that_python_does_not_have_is_an_error(tmp_path: Path, encoding) -> None:
    with pytest.raises(nd.SettingError, match="is not an encoding of Python"):
        nd.read_articles(a_file(tmp_path, b"text\nx\n"), encoding=encoding)


def test_an_encoding_is_for_files() -> None:
    with pytest.raises(nd.SettingError, match="is for files and bytes: a list is decoded already"):
        nd.read_articles([NEWS], encoding="utf-8")


@pytest.mark.parametrize("name", ["news.csv", "news.tsv", "news.jsonl", "news.json"])
def test_one_damaged_byte_in_utf_8_rejects_its_row(tmp_path: Path, name: str) -> None:
    path = a_file(
        tmp_path,
        KINDS[name].encode().replace(b"\tx", b"\tcaf\xe9").replace(b",x", b",caf\xe9").replace(b'"x', b'"caf\xe9'),
        name,
    )
    articles = nd.read_articles(path)
    assert ([one.row for one in articles.rejected], articles.notices) == ([1], ())
    assert "not UTF-8: byte 0xe9" in articles.rejected[0].reason


@pytest.mark.parametrize("name", ["news.csv", "news.jsonl"])
def test_half_a_letter_in_utf_16_rejects_its_row(tmp_path: Path, name: str) -> None:
    content = (
        KINDS[name]
        .replace("x", "~")
        .replace("te~t", "text")
        .encode("utf-16")
        .replace("~".encode("utf-16-le"), b"\0\xd8")
    )
    articles = nd.read_articles(a_file(tmp_path, content, name))
    assert [one.row for one in articles.rejected] == [1]
    assert "not utf-16-le: byte 0x00" in articles.rejected[0].reason


@pytest.mark.parametrize("name", ["news.jsonl", "news.json", "news.txt"])
def test_a_legacy_encoding_is_detected_and_reported(tmp_path: Path, name: str) -> None:
    text = "The café’s owner said “it is over” on Monday"
    path = a_file(tmp_path, KINDS[name].replace(NEWS, text).encode("cp1252"), name)
    with pytest.warns(nd.ArticleWarning, match="is read as windows-1252, which was detected"):
        assert nd.read_articles(path)[0].text == text


def test_a_declared_encoding_is_the_only_one_that_is_tried(tmp_path: Path) -> None:
    path = a_file(tmp_path, "id,text\n1,The café was closed\n2,x\n".encode("cp1252"))
    assert [one.row for one in nd.read_articles(path, encoding="utf-8").rejected] == [0]


def test_lines_of_json_may_end_in_carriage_returns(tmp_path: Path) -> None:
    path = a_file(tmp_path, KINDS["news.jsonl"].replace("\n", "\r").encode(), "news.jsonl")
    assert [article.text for article in nd.read_articles(path)] == [NEWS, "x"]


def test_an_escaped_lone_surrogate_beside_bytes_that_are_not_utf_8_rejects_at_most_its_row(tmp_path: Path) -> None:
    rows = (
        *(b'{"id": "a", "text": "\\ud800 Lu ve"}', b'{"id": "b", "text": "\xd7 \\ud800"}'),
        *(b'{"id": "c", "text": "Nuoc rut"}', b'{"id": "d", "text": "Mua to"}'),
    )
    for name, content in {"news.jsonl": b"\n".join(rows), "news.json": b"[" + b",".join(rows) + b"]"}.items():
        (tmp_path / name).write_bytes(content)
        articles = nd.read_articles(tmp_path / name)
        assert [(one.id, one.text) for one in articles] == [("a", "\ud800 Lu ve"), ("c", "Nuoc rut"), ("d", "Mua to")]
        (rejected,) = articles.rejected
        assert (rejected.row, "0xd7" in rejected.reason) == (1, True)
