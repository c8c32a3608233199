from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsdedup as nd
from newsdedup.articles.files.json_rows import json_stream

ROWS = [{"id": str(number), "text": f"bản tin {number}", "authors": [{"id": 1}, {"id": 2}]} for number in range(6)]


def a_file(folder: Path, content: Any, name: str = "news.json") -> Path:
    text = content if isinstance(content, str | bytes) else json.dumps(content, ensure_ascii=False)
    (folder / name).write_bytes(text.encode() if isinstance(text, str) else text)
    return folder / name


def ids(articles: nd.Articles) -> list[str]:
    return [article.id for article in articles]


ALL = [row["id"] for row in ROWS]


@pytest.mark.parametrize(
    "content",
    [
        ROWS,
        {"status": "ok", "totalResults": 6, "articles": ROWS},
        {"version": "x", "title": "Báo", "items": ROWS, "tags": [{"a": 1}]},
        {"response": {"status": "ok", "results": ROWS}},
        {"@context": "https://schema.org", "@graph": ROWS},
        {"anything": ROWS, "empty": [], "names": ["a"]},
        json.dumps(ROWS, indent=2),
        "\n".join(map(json.dumps, ROWS)),
        "\n".join(json.dumps(row, indent=2) for row in ROWS),
        json.dumps(ROWS, indent=1)[:-1] + ",]",
        "\ufeff" + json.dumps(ROWS),
    ],
)
@pytest.mark.parametrize("name", ["news.json", "news.jsonl"])
def test_a_list_is_found_however_it_is_written(tmp_path: Path, content: Any, name: str) -> None:
    articles = nd.read_articles(a_file(tmp_path, content, name))
    assert (ids(articles), articles.rejected) == (ALL, ())


def test_objects_without_anything_between_them_are_rows(tmp_path: Path) -> None:
    assert ids(nd.read_articles(a_file(tmp_path, "".join(map(json.dumps, ROWS))))) == ALL


def test_an_object_in_memory_may_hold_the_list() -> None:
    assert ids(nd.read_articles({"articles": ROWS})) == ALL
    with pytest.raises(nd.InputError, match="without a list of articles; its keys are 'status', 'code'"):
        nd.read_articles({"status": "error", "code": "apiKeyInvalid"})
    with pytest.raises(nd.InputError, match="several lists of objects, a, b"):
        nd.read_articles({"a": ROWS, "b": ROWS})


def test_an_article_with_lists_is_one_article(tmp_path: Path) -> None:
    assert ids(nd.read_articles(a_file(tmp_path, ROWS[0]))) == ["0"]
    with pytest.warns(nd.ArticleWarning, match="used as the text"):
        assert len(nd.read_articles(a_file(tmp_path, {"title": "Cháy kho hàng", "tags": ["a"]}))) == 1


def test_items_with_the_article_in_an_object_within_them() -> None:
    (article,) = nd.read_articles({"results": [{"id": "a", "webTitle": "Tin", "fields": {"bodyText": "Bản tin"}}]})
    assert (article.id, article.title, article.text) == ("a", "Tin", "Bản tin")


def test_a_json_feed_gives_its_title_and_language_to_its_items(tmp_path: Path) -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Báo A",
        "language": "vi",
        "items": [{"id": "1", "content_text": "Bản tin", "date_published": "2025-06-14T08:00:00Z"}, 7],
    }
    articles = nd.read_articles(a_file(tmp_path, feed))
    assert (articles[0].source, articles[0].language, articles[0].published_at.year) == ("Báo A", "vi", 2025)
    assert "a JSON int is not an article" in articles.rejected[0].reason


@given(st.integers(0, 5), st.sampled_from(['"', "}", "]", "{", "\\", ",", '"x', ":"]), st.sampled_from([None, 1]))
def test_one_bad_element_rejects_its_row_only(bad: int, inserted: str, indent: int | None) -> None:
    elements = [json.dumps(row, ensure_ascii=False, indent=indent) for row in ROWS]
    elements[bad] = elements[bad].replace("bản tin", f"bản{inserted}x\x01 tin")
    articles = nd.read_articles(('{"status": "ok", "articles": [' + ", ".join(elements) + "]}").encode())
    assert ids(articles) == [name for name in ALL if name != str(bad)]
    assert [one.row for one in articles.rejected] == [bad]


def test_a_list_that_is_cut_off_gives_its_rows_and_one_rejection(tmp_path: Path) -> None:
    text = json.dumps(ROWS)
    for end in (text.index('"id": "3"') + 20, text.index('{"id": "3"') - 2, text.index('{"id": "3"')):
        articles = nd.read_articles(a_file(tmp_path, text[:end]))
        assert ids(articles) == ["0", "1", "2"]
        assert [one.row for one in articles.rejected] == [3]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("{", "is not JSON"),
        ("", "is not JSON: it is empty"),
        ("news", "is not JSON"),
        ("[1, 2", "is not JSON"),
        ("12", "holds a JSON int"),
        ("{}", "its keys are none"),
    ],
)
def test_what_is_not_json_is_an_error(tmp_path: Path, content: str, reason: str) -> None:
    with pytest.raises(nd.InputError, match=reason):
        nd.read_articles(a_file(tmp_path, content))


def test_odd_values_reject_at_most_their_row(tmp_path: Path) -> None:
    lines = [
        '{"id": "a", "text": "a tin", "x": ' + "[" * 2000 + "]" * 2000 + "}",
        '{"id": "b", "text": "b tin", "x": NaN, "y": Infinity}',
        '{"id": ' + "1" * 5000 + ', "text": "c tin"}',
        '{"id": "d", "text": "d \\ud800 tin"}',
        "[" * 100_000,
        '{"id": "e", "text": "e tin"}',
    ]
    articles = nd.read_articles(a_file(tmp_path, "\n".join(lines), "news.jsonl"))
    assert [name for name in ids(articles) if name != "a"] == ["b", "1" * 5000, "d", "e"]  # old orjson reads "a"
    assert {one.reason for one in articles.rejected} == {"not JSON: it is nested too deeply"}
    as_list = nd.read_articles(a_file(tmp_path, f"[{', '.join(lines[:4])}]"))
    assert ids(as_list) == ["b", "1" * 5000, "d"]


def test_a_document_with_a_damaged_byte_and_a_bad_element_loses_these_rows_only(tmp_path: Path) -> None:
    elements = [json.dumps({"id": name, "text": f"bản tin {name}"}, ensure_ascii=False).encode() for name in "abcd"]
    elements[1] = elements[1].replace(b"tin", b"t\xffn")
    elements[2] = elements[2].replace(b"tin", b't"n')
    articles = nd.read_articles(a_file(tmp_path, b"[" + b",".join(elements) + b"]"))
    assert ids(articles) == ["a", "d"]
    assert [one.row for one in articles.rejected] == [1, 2]


def test_an_object_that_ends_before_its_text_does_is_rejected(tmp_path: Path) -> None:
    broken = '[{"id": "a", "text": "a tin"} {"id": "b", "text": "b"} tin"}, {"id": "c", "text": "c tin"}]'
    articles = nd.read_articles(a_file(tmp_path, broken))
    assert (ids(articles), [one.row for one in articles.rejected]) == (["a", "c"], [1])


def test_lines_from_a_stream_may_have_a_declared_encoding() -> None:
    content = "".join(json.dumps(row, ensure_ascii=False) + "\n\n" for row in ROWS)
    for encoding in (None, "utf-8", "utf-16"):
        assert list(json_stream(io.BytesIO(content.encode(encoding or "utf-8")), encoding)) == ROWS


@pytest.mark.parametrize("between", ["", "\n", "\n\n", ",\n"])
@pytest.mark.parametrize(
    "second", ['[{"id": "b", "text": "Mưa lớn."}]', '{"items": [{"id": "b", "text": "Mưa lớn."}]}']
)
@pytest.mark.parametrize("suffix", ["json", "jsonl"])
def test_documents_one_after_the_other_are_all_read(tmp_path: Path, between: str, second: str, suffix: str) -> None:
    path = tmp_path / f"joined.{suffix}"
    path.write_text(f'[{{"id": "a", "text": "Nước rút."}}]{between}{second}', encoding="utf-8")
    for source in (path, path.read_bytes()):
        assert [one.id for one in nd.read_articles(source)] == ["a", "b"]


def test_lines_of_lists_are_read_as_their_articles(tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl"
    path.write_text('[{"id": "a", "text": "Nước rút."}]\n[{"id": "b", "text": "Mưa lớn."}]\n', encoding="utf-8")
    assert [one.id for one in nd.read_articles(path)] == ["a", "b"]


def test_a_line_of_a_stream_that_does_not_end_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsdedup.articles.files.json_rows._LONGEST_LINE", 100)
    rows = json_stream(io.BytesIO(b'{"text": "Rain."}\n' + b"x" * 1000), None)
    assert next(rows) == {"text": "Rain."}
    with pytest.raises(nd.InputError, match="a line has more than 100 bytes: send JSON Lines, one article a line"):
        next(rows)
