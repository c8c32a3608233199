from __future__ import annotations

import gzip
import io
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

import newsdedup as nd
from newsdedup.articles.files import compression

NEWS = "Hội nghị có hơn 10.000 điểm cầu."
GOLD = "Giá vàng sáng nay tăng mạnh."


def workbook(**sheets: Sequence[Sequence[Any]]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def at(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


TABLE = [["id", "text", "date"], [7, NEWS, datetime(2025, 6, 14, 8, 30)], [8, GOLD, date(2025, 6, 15)]]


def test_the_rows_of_a_workbook_are_articles_with_the_dates_of_excel(tmp_path: Path) -> None:
    articles = nd.read_articles(at(tmp_path / "news.xlsx", workbook(news=TABLE)), timezone="Asia/Ho_Chi_Minh")
    assert [(one.id, one.text) for one in articles] == [("7", NEWS), ("8", GOLD)]
    assert articles[0].published_at.isoformat() == "2025-06-14T08:30:00+07:00"


def test_a_title_and_blank_rows_may_be_above_the_header_and_between_rows(tmp_path: Path) -> None:
    rows = [["Tin trong tuần"], [], [None, *TABLE[0]], [], [None, *TABLE[1]], [], [None, *TABLE[2]], ["", ""]]
    book = workbook(news=rows)
    assert [one.id for one in nd.read_articles(at(tmp_path / "news.xlsx", book))] == ["7", "8"]
    assert nd.read_articles(book) == nd.read_articles(tmp_path / "news.xlsx")


def test_the_first_sheet_with_a_column_of_texts_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    book = workbook(about=[["id", "date", "source", "url"], [1, 2, 3, 4]], empty=[], news=TABLE, more=TABLE)
    with pytest.warns(nd.ArticleWarning, match=r"the sheet 'news' is read; left out: 'about', 'more'"):
        assert len(nd.read_articles(at(tmp_path / "news.xlsx", book))) == 2


def test_a_named_column_of_texts_decides_the_sheet_too(tmp_path: Path) -> None:
    book = workbook(about=[["text", "date"], ["x", None]], news=[["id", "ghi chép"], ["a", NEWS]])
    with pytest.warns(nd.ArticleWarning, match="the sheet 'news' is read"):
        articles = nd.read_articles(at(tmp_path / "news.xlsx", book), columns={"text": "ghi chép"})
    assert [one.text for one in articles] == [NEWS]


def test_a_text_of_the_greatest_length_of_a_cell_gives_a_notice(tmp_path: Path) -> None:
    book = workbook(news=[["id", "text"], ["a", (NEWS * 1100)[:32_767]]])
    with pytest.warns(nd.ArticleWarning, match="32,767 characters"):
        assert len(nd.read_articles(at(tmp_path / "news.xlsx", book))[0].text) == 32_767


@pytest.mark.parametrize("name", ["news.xlsm", "news.XLSX", "news.xlsx.gz"])
def test_a_workbook_may_have_other_suffixes(tmp_path: Path, name: str) -> None:
    content = workbook(news=TABLE)
    path = at(tmp_path / name, gzip.compress(content) if name.endswith("gz") else content)
    assert [one.id for one in nd.read_articles(path)] == ["7", "8"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"PK\x03\x04 no archive", "'news.xlsx' is not an Excel workbook, or is damaged"),
        (b"id,text\n1,a\n", "'news.xlsx' is not an Excel workbook, or is damaged"),
        (b"\xd0\xcf\x11\xe0", "'news.xlsx' is an old Office file: save it as .xlsx"),
        (workbook(news=[], more=[[None]]), "'news.xlsx' has no filled sheet"),
        (workbook(news=[["ma", "ghi chép"], ["a", NEWS]]), "no column of texts among"),
    ],
)
def test_what_holds_no_table_of_articles_is_an_error(tmp_path: Path, content: bytes, message: str) -> None:
    with pytest.raises(nd.InputError, match=message):
        nd.read_articles(at(tmp_path / "news.xlsx", content))


def test_without_openpyxl_the_error_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = at(tmp_path / "news.xlsx", workbook(news=TABLE))
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(nd.MissingExtraError, match=r"reading 'news.xlsx' needs openpyxl: python -m pip install"):
        nd.read_articles(path)


def test_a_day_without_hours_in_its_format_is_a_day(tmp_path: Path) -> None:
    days = [*TABLE, [9, NEWS + " ba", datetime(2025, 6, 16)]]
    articles = nd.read_articles(at(tmp_path / "news.xlsx", workbook(news=days)))
    assert [str(one.published_at) for one in articles] == [
        *("2025-06-14 08:30:00+00:00", "2025-06-15", "2025-06-16 00:00:00+00:00"),
    ]


def test_a_folder_is_read_without_the_workbook_that_lacks_openpyxl(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(NEWS, "utf-8")
    at(tmp_path / "news.xlsx", workbook(news=TABLE))
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    articles = nd.read_articles(tmp_path)
    assert [one.id for one in articles] == ["a"]
    assert "'news.xlsx' needs openpyxl: python -m pip install" in articles.rejected[0].reason
    assert len(nd.read_articles([tmp_path / "a.txt", tmp_path / "news.xlsx"])) == 1


def test_a_workbook_made_to_fill_the_memory_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compression, "_LARGE", 1 << 12)
    path = tmp_path / "news.xlsx"
    path.write_bytes(workbook(news=[["id", "text"], *([1, NEWS] for _ in range(2_000))]))
    monkeypatch.setattr(compression, "_MOST_EXPANSION", 5)
    with pytest.raises(nd.InputError, match=r"'news\.xlsx' is not read: its sheets become more than 1 GB"):
        nd.read_articles(path)
