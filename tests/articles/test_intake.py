from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pandas
import polars
import pyarrow
import pyarrow.parquet
import pytest

import newsdedup as nd
from newsdedup.articles.sources import open_source

TEXT = "Hội nghị có hơn 10.000 điểm cầu."
ROWS = [{"id": "a", "text": TEXT, "date": "2025-06-14"}, {"id": "b", "text": "Bản tin khác."}]


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def ids(articles: nd.Articles) -> list[str]:
    return [article.id for article in articles]


def test_a_folder_gives_an_article_a_text_file_and_leaves_other_files_alone(tmp_path: Path) -> None:
    write(tmp_path / "b.txt", TEXT)
    write(tmp_path / "a.txt", "\ufeffMột bản tin.\r\nHai dòng.")
    write(tmp_path / "README.md", "not an article")
    articles = nd.read_articles(tmp_path)
    assert ids(articles) == ["a", "b"]
    assert articles[0].text == "\ufeffMột bản tin.\r\nHai dòng."
    assert articles[0].title is None


@pytest.mark.parametrize("suffix", [".jsonl", ".json", ".csv", ".tsv", ".parquet"])
def test_every_kind_of_file_gives_the_same_articles(tmp_path: Path, suffix: str) -> None:
    path, frame = tmp_path / f"news{suffix}", pandas.DataFrame(ROWS)
    if suffix == ".jsonl":
        write(path, "\n".join(map(json.dumps, ROWS)) + "\n\n")
    elif suffix == ".json":
        write(path, json.dumps(ROWS))
    elif suffix == ".parquet":
        frame.to_parquet(path)
    else:
        frame.to_csv(path, index=False, sep="\t" if suffix == ".tsv" else ",")
    assert list(nd.read_articles(path)) == list(nd.read_articles(ROWS))


@pytest.mark.parametrize("kind", [pandas.DataFrame, polars.DataFrame, pyarrow.Table.from_pylist])
def test_every_kind_of_frame_gives_the_same_articles(kind) -> None:
    assert list(nd.read_articles(kind(ROWS))) == list(nd.read_articles(ROWS))


def test_articles_texts_and_mappings_may_be_mixed_and_articles_come_back_as_they_are() -> None:
    articles = nd.read_articles([nd.Article(TEXT, id="x"), "Bản tin thứ hai.", {"body": "Bản tin thứ ba."}])
    assert len(articles) == 3
    assert nd.read_articles(articles) is articles


def test_field_names_that_people_use_are_understood() -> None:
    (article,) = nd.read_articles(
        [
            {
                "Body": TEXT,
                "HEADLINE": "Tin",
                "link": "http://x",
                "sapo": "Tóm tắt",
                "lang": "vi-VN",
                "published": "2025-06-14",
            }
        ]
    )
    assert (article.title, article.url, article.summary, article.language) == ("Tin", "http://x", "Tóm tắt", "vi")


def test_columns_map_other_names() -> None:
    assert nd.read_articles([{"noi_dung": TEXT}], columns={"text": "noi_dung"})[0].text == TEXT
    with pytest.raises(nd.SettingError, match="columns names"):
        nd.read_articles([], columns={"body": "x"})


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ({"title": "Cháy kho hàng", "summary": "Không có thương vong."}, "Cháy kho hàng\nKhông có thương vong."),
        ({"title": "Cháy kho hàng", "text": " "}, "Cháy kho hàng"),
        ({"description": "Cháy kho hàng ở Bình Tân.", "title": "Cháy kho hàng"}, "Cháy kho hàng ở Bình Tân."),
        ({"summary": "Không có thương vong."}, "Không có thương vong."),
    ],
)
def test_title_and_summary_are_the_text_of_a_row_without_one_and_a_notice_says_so(row, text: str) -> None:
    with pytest.warns(nd.ArticleWarning, match=r"no text \(text, body.*its title and summary are used as the text"):
        articles = nd.read_articles([row, {"text": TEXT, "title": "Tin"}])
    assert [article.text for article in articles] == [text, TEXT]
    assert articles[0].title == row.get("title")
    assert [one.row for one in articles.notices] == [0]


def test_copies_are_found_among_rows_that_have_only_a_title() -> None:
    title = "Cháy kho hàng ở Bình Tân, ba người được cứu ra ngoài an toàn"
    with pytest.warns(nd.ArticleWarning, match="used as the text"):
        assert nd.find_copies([{"title": title}, {"id": "b", "text": title}]).labels.tolist() == [0, 0]


def test_an_id_is_derived_from_the_content_and_repeats_are_numbered() -> None:
    first, second, third = nd.read_articles([{"text": TEXT}, {"text": TEXT}, {"text": TEXT}])
    assert first.id == nd.Article(TEXT).id
    assert (second.id, third.id) == (f"{first.id}-2", f"{first.id}-3")


def test_a_repeated_id_with_the_same_text_is_kept_once_and_reported() -> None:
    articles = nd.read_articles([{"id": "a", "text": TEXT}, {"id": "a", "text": TEXT}])
    assert ids(articles) == ["a"]
    assert articles.rejected[0].id == "a"
    assert articles.rejected[0].row == 1


def test_a_repeated_id_with_another_text_stays_under_a_longer_id() -> None:
    with pytest.warns(nd.ArticleWarning, match="another text"):
        articles = nd.read_articles([{"id": "a", "text": TEXT}, {"id": "a", "text": "Bản tin khác."}])
    assert ids(articles)[0] == "a"
    assert ids(articles)[1].startswith("a#")
    assert articles.notices[0].row == 1


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"text": ""}, "empty"),
        ({"text": " \n\t"}, "empty"),
        ({"author": "no text"}, "no text"),
        ({"text": None}, "no text"),
        ({"text": float("nan")}, "no text"),
        ({"text": 12}, "int"),
        ({"text": "Há»™i nghá»‹ trá»±c tuyáº¿n toÃ n quá»‘c"}, "UTF-8"),
        (12, "not an article"),
        (None, "not an article"),
    ],
)
def test_a_bad_row_is_reported_and_the_rest_goes_on(row, reason: str) -> None:
    articles = nd.read_articles([{"id": "first", "text": TEXT}, row, {"id": "last", "text": "Bản tin khác."}])
    assert ids(articles) == ["first", "last"]
    assert articles.rows == (0, 2)
    assert articles.rejected[0].row == 1
    assert reason in articles.rejected[0].reason
    assert articles.row_ids == ("first", None, "last")


def test_strict_raises_at_the_first_bad_row() -> None:
    with pytest.raises(nd.InputError, match=r"row 1 .*empty"):
        nd.read_articles([{"text": TEXT}, {"text": ""}], strict=True)


@pytest.mark.filterwarnings("ignore::newsdedup.ArticleWarning")
def test_bad_json_lines_and_bad_bytes_are_reported_by_row(tmp_path: Path) -> None:
    lines = [b'{"text": "ok one"}', b"[1, 2]", b"{broken", b'{"text": "\xff"}', b"12", b'{"text": "ok two"}']
    articles = nd.read_articles(write(tmp_path / "news.jsonl", b"\n".join(lines)))
    assert len(articles) == 2
    assert [one.row for one in articles.rejected] == [1, 2, 3, 4]


def test_a_text_file_that_is_not_utf8_is_reported_with_its_name(tmp_path: Path) -> None:
    write(tmp_path / "bad.txt", b"\xff\x00")
    write(tmp_path / "good.txt", TEXT)
    articles = nd.read_articles(tmp_path)
    assert ids(articles) == ["good"]
    assert articles.rejected[0].id == "bad"
    assert "not UTF-8" in articles.rejected[0].reason


def test_a_csv_row_that_is_not_utf8_is_reported_and_the_rest_goes_on(tmp_path: Path) -> None:
    articles = nd.read_articles(write(tmp_path / "news.csv", b"id,text\n1,ok\n2,\xff\xfe\n3,fine\n"))
    assert ids(articles) == ["1", "3"]
    assert articles.rejected[0].id == "2"


def test_an_empty_folder_gives_no_article_and_a_warning(tmp_path: Path) -> None:
    with pytest.warns(nd.ArticleWarning, match="no articles"):
        assert len(nd.read_articles(tmp_path)) == 0


def test_a_huge_csv_cell_and_a_huge_article_are_read(tmp_path: Path) -> None:
    huge = "hội nghị " * 30_000
    assert nd.read_articles(write(tmp_path / "news.csv", f"id,text\n1,{huge}\n"))[0].text == huge
    assert len(nd.read_articles([{"text": "tin " * 5_000_000}], max_characters=20_000_000)[0].text) == 20_000_000


@pytest.mark.parametrize("text", ["a\x00b tin", "tin \ud800 hỏng", "tin \x1b[31m đỏ", "\u202etin"])
def test_control_characters_and_lone_surrogates_are_kept(text: str) -> None:
    assert nd.read_articles([{"text": text}])[0].text == text


def test_the_error_for_a_table_without_a_text_column_lists_its_columns(tmp_path: Path) -> None:
    path = write(tmp_path / "news.csv", "id,ghi chép\n1,tin\n")
    with pytest.raises(nd.InputError, match=r"ghi chép.*columns="):
        nd.read_articles(path)
    assert len(nd.read_articles(path, columns={"text": "ghi chép"})) == 1


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2025-06-14", date(2025, 6, 14)),
        ("2025-06-14T08:30:00+07:00", datetime.fromisoformat("2025-06-14T08:30:00+07:00")),
        ("2025-06-14T08:30:00Z", datetime(2025, 6, 14, 8, 30, tzinfo=UTC)),
        ("14/06/2025 08:30", datetime(2025, 6, 14, 8, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))),
        ("14-6-2025", date(2025, 6, 14)),
        ("2025/6/14", date(2025, 6, 14)),
        ("Sat, 14 Jun 2025 08:30:00 +0000", datetime(2025, 6, 14, 8, 30, tzinfo=UTC)),
        (datetime(2025, 6, 14, 8), datetime(2025, 6, 14, 8, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))),
        (date(2025, 6, 14), date(2025, 6, 14)),
        (pandas.Timestamp("2025-06-14T08:30:00Z"), datetime(2025, 6, 14, 8, 30, tzinfo=UTC)),
        (pandas.NaT, None),
        (None, None),
        ("", None),
    ],
)
def test_times_are_read_and_naive_ones_take_the_zone(value, moment) -> None:
    rows = [{"text": TEXT, "published_at": value}]
    assert nd.read_articles(rows, timezone="Asia/Ho_Chi_Minh")[0].published_at == moment


@pytest.mark.parametrize("value", ["yesterday", "31/31/2025", "2025-13-45", "99"])
def test_a_date_that_cannot_be_read_is_kept_unknown_with_a_warning(value: str) -> None:
    with pytest.warns(nd.ArticleWarning, match="cannot be read"):
        articles = nd.read_articles([{"text": TEXT, "date": value}])
    assert articles[0].published_at is None
    assert articles.notices[0].row == 0


def test_an_unknown_time_zone_gives_a_notice_and_the_time_takes_the_zone_of_the_articles() -> None:
    with pytest.warns(nd.ArticleWarning, match="'XYZ' is not known"):
        articles = nd.read_articles([{"text": TEXT, "date": "14/06/2025 08:30 XYZ"}])
    assert articles[0].published_at == datetime(2025, 6, 14, 8, 30, tzinfo=UTC)
    assert articles.notices[0].row == 0


def test_a_source_whose_dates_show_both_orders_gives_a_notice() -> None:
    rows = [{"text": f"{TEXT} {date}", "date": date} for date in ("06/07/2025", "06/14/2025", "14/06/2025")]
    with pytest.warns(nd.ArticleWarning, match="puts the day first"):
        articles = nd.read_articles(rows)
    assert [str(one.published_at) for one in articles] == ["2025-07-06", "2025-06-14", "2025-06-14"]
    assert [one.row for one in articles.notices] == [2]


def test_a_number_too_long_to_print_is_a_date_that_cannot_be_read() -> None:
    with pytest.warns(nd.ArticleWarning, match="of type int cannot be read"):
        articles = nd.read_articles([{"text": TEXT, "date": 10**5000}, {"text": f"{TEXT} hai", "date": "14/06/2025"}])
    assert [one.published_at for one in articles] == [None, date(2025, 6, 14)]


@pytest.mark.parametrize("source", ["nowhere", "nowhere.csv", b"bytes", {"text": TEXT}, nd.Article(TEXT), 12])
def test_a_source_of_an_unknown_kind_is_an_error(source) -> None:
    with pytest.raises(nd.InputError):
        nd.read_articles(source)


def test_a_file_of_another_kind_or_of_broken_json_is_an_error(tmp_path: Path) -> None:
    for name, content in (("news.docx", b"x"), ("news.json", b"{"), ("one.json", b"{}"), ("news.parquet", b"x")):
        with pytest.raises(nd.InputError, match=r"news|one"):
            nd.read_articles(write(tmp_path / name, content))


def test_an_unknown_time_zone_is_an_error() -> None:
    with pytest.raises(nd.SettingError, match="IANA"):
        nd.read_articles([], timezone="Mars/Olympus")


def test_number_ids_become_text_and_a_given_language_is_taken() -> None:
    articles = nd.read_articles(pandas.DataFrame({"id": [1.0, None], "text": ["one tin", "two tin"]}), language="en")
    assert articles[0].id == "1"
    assert articles[1].id == nd.Article("two tin").id
    assert articles[0].language == "en"


def test_parquet_without_its_library_names_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(nd.MissingExtraError, match=r'pip install "pyarrow'):
        nd.read_articles(write(tmp_path / "news.parquet", b"x"))


@pytest.mark.parametrize(
    ("written", "offset"),
    [("14/6/2025, 08:00 (GMT+7)", 7), ("14/6/2025 08:00 UTC-5", -5), ("14/6/2025 08:00 +0700", 7)],
)
def test_a_written_zone_is_ahead_where_its_sign_is_plus(written: str, offset: int) -> None:
    (article,) = nd.read_articles([{"text": TEXT, "date": written}])
    assert article.published_at == datetime(2025, 6, 14, 8, tzinfo=timezone(timedelta(hours=offset)))


def test_seconds_since_1970_are_read_as_numbers_and_as_text() -> None:
    articles = nd.read_articles([{"text": "a tin", "date": 1749862800}, {"text": "b tin", "date": "1749862800"}])
    assert articles[0].published_at == articles[1].published_at == datetime(2025, 6, 14, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "call",
    [
        nd.read_articles,
        lambda rows: nd.read_articles(rows, progress=True),
        nd.find_events,
        nd.find_copies,
        nd.EventClusterer().fit_predict,
        nd.sketch_articles,
    ],
)
def test_a_warning_points_to_the_line_of_the_caller(call) -> None:
    with pytest.warns(nd.ArticleWarning, match="cannot be read") as caught:
        call([{"text": TEXT, "date": "someday"}])
    assert [Path(one.filename).name for one in caught] == ["test_intake.py"]


def test_a_file_that_is_read_twice_warns_once(tmp_path: Path) -> None:
    path = write(tmp_path / "news.jsonl", "\n".join(json.dumps({**row, "date": "someday"}) for row in ROWS))
    with pytest.warns(nd.ArticleWarning, match="cannot be read") as caught:
        found = nd.find_events(path)
        found.explain("a", "b")
    assert len(caught) == 1


def test_nanoseconds_of_a_frame_are_dropped_in_silence() -> None:
    frame = pandas.DataFrame({"text": [TEXT], "date": [pandas.Timestamp("2025-06-14T08:30:00.123456789")]})
    assert nd.read_articles(frame)[0].published_at == datetime(2025, 6, 14, 8, 30, 0, 123456, tzinfo=UTC)


def test_columns_of_a_parquet_file_that_no_article_has_are_not_read(tmp_path: Path) -> None:
    table = pyarrow.table({"ID": ["a"], "Text": [TEXT], "vector": [[0.5] * 8], "meta": [{"text": "x"}]})
    pyarrow.parquet.write_table(table, tmp_path / "news.parquet")
    rows = open_source(tmp_path / "news.parquet", {"id", "text"})
    assert list(rows.rows) == [{"ID": "a", "Text": TEXT}]
    assert (rows.n_rows, rows.column_names) == (1, ("ID", "Text", "vector", "meta"))


@pytest.mark.parametrize("text", ["Sáng nay giá vàng tăng", "Sáng nay giá vàng tăng. " * 1000])
def test_the_error_for_a_text_taken_for_a_path_recommends_a_list(text: str) -> None:
    with pytest.raises(nd.InputError, match="a text goes into a list") as refusal:
        nd.read_articles(text)
    assert len(str(refusal.value)) < 200


def test_markup_is_replaced_by_its_text_with_a_notice() -> None:
    rows = [
        {"id": "a", "text": "<p>Lũ làm <b>3</b> người chết.<br>12 người bị thương.</p>", "title": "<i>L&#361;</i> lớn"},
        {"id": "b", "text": "Một dòng, R&D.", "source": "B&aacute;o A"},
        {"id": "c", "text": "<script>x()</script><p></p>"},
    ]
    with pytest.warns(nd.ArticleWarning, match="its text was extracted"):
        articles = nd.read_articles(rows)
    assert [(article.text, article.title, article.source) for article in articles] == [
        ("Lũ làm 3 người chết.\n12 người bị thương.", "Lũ lớn", None),
        ("Một dòng, R&D.", None, "Báo A"),
    ]
    assert [(one.id, one.reason) for one in articles.notices] == [
        ("a", "the text is HTML: its text was extracted"),
        ("a", "the title is HTML: its text was extracted"),
        ("b", "the source has HTML entities: they were decoded"),
    ]
    assert [(one.id, one.reason) for one in articles.rejected] == [("c", "the text is empty")]


@pytest.mark.filterwarnings("ignore::newsdedup.ArticleWarning")
def test_a_headline_and_a_summary_that_become_the_text_are_lines_of_their_own() -> None:
    row = {"title": "<b>Lũ về</b> Mai Pha", "description": "3.<br>12 were hurt"}
    assert nd.read_articles([row])[0].text == "Lũ về Mai Pha\n3.\n12 were hurt"
    assert nd.find_copies([row, {"text": "Lũ về Mai Pha 3. 12 were hurt"}]).labels.tolist() == [0, 0]


@pytest.mark.parametrize("name", ["text", "id", "published_at"])
@pytest.mark.parametrize("read", [nd.read_articles, nd.find_copies])
def test_a_row_that_is_nested_too_deeply_is_rejected_alone(read: Any, name: str) -> None:
    deep: Any = "Lũ làm 12 người chết."
    for _ in range(20_000):
        deep = [deep]
    good = {"id": "a", "text": "Lũ làm 12 người chết ở Mai Pha."}
    found = read([good, {**good, "id": "b", "text": "Giá vàng tăng mạnh.", name: deep}])
    assert [(one.row, one.reason) for one in found.rejected] == [(1, "it is nested too deeply")]


class _Ending(dict[str, str]):
    """A mapping whose look-up raises StopIteration."""

    def __iter__(self) -> Iterator[str]:
        raise StopIteration

    def __getitem__(self, key: str) -> str:
        raise StopIteration


@pytest.mark.parametrize("read", [nd.read_articles, nd.find_copies])
@pytest.mark.parametrize("columns", [None, {"text": "body"}])
def test_a_row_that_raises_stop_iteration_is_rejected_and_the_rows_after_it_are_read(read: Any, columns: Any) -> None:
    rows = [{"body": "Mưa lớn ở Huế"}, _Ending(body="Lũ"), {"body": "Bão số 5 đổ bộ"}, {"body": "Giá vàng tăng"}]
    found = read(rows, columns=columns)
    assert [(one.row, one.reason) for one in found.rejected] == [(1, "its fields cannot be read: StopIteration")]
