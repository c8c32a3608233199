from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas
import pandas as pd
import polars as pl
import pyarrow
import pytest

import newsdedup as nd
from newsdedup.articles.columns import require_keys
from newsdedup.articles.fields import FIELD_NAMES
from newsdedup.support.folded_names import folded_name

FLOOD = "Mưa lũ ở xã Mai Pha làm 12 người chết, 5 người mất tích."
ROWS = [{"ma": "a", "ghi chép": FLOOD, "luc": "2025-06-14"}, {"ma": "b", "ghi chép": FLOOD[:30], "luc": None}]


def csv_file(path: Path) -> Path:
    pd.DataFrame(ROWS).to_csv(path / "news.csv", index=False)
    return path / "news.csv"


def parquet_file(path: Path) -> Path:
    pd.DataFrame(ROWS).to_parquet(path / "news.parquet")
    return path / "news.parquet"


def excel_file(path: Path) -> Path:
    pd.DataFrame(ROWS).to_excel(path / "news.xlsx", index=False)
    return path / "news.xlsx"


def json_file(path: Path) -> Path:
    (path / "news.jsonl").write_text("\n".join(json.dumps(row) for row in ROWS), "utf-8")
    return path / "news.jsonl"


TABLES: dict[str, Callable[[Path], Any]] = {
    "pandas": lambda _: pd.DataFrame(ROWS),
    "lazy Polars": lambda _: pl.LazyFrame(ROWS),
    "CSV": csv_file,
    "Parquet": parquet_file,
    "Excel": excel_file,
}
MAPPINGS: dict[str, Callable[[Path], Any]] = {
    "list": lambda _: ROWS,
    "iterator": lambda _: iter(ROWS),
    "JSON Lines": json_file,
}


@pytest.mark.parametrize("kind", {**TABLES, **MAPPINGS})
def test_a_misspelt_column_is_an_error_with_the_nearest_and_all(kind: str, tmp_path: Path) -> None:
    source = {**TABLES, **MAPPINGS}[kind](tmp_path)
    with pytest.raises(nd.SettingError) as found:
        nd.read_articles(source, columns={"text": "ghi_chepp"})
    what = "column" if kind in TABLES else "field"
    assert str(found.value) == (
        f"columns={{'text': 'ghi_chepp'}}: there is no {what} 'ghi_chepp'; the nearest is 'ghi chép'; "
        "there are 'ma', 'ghi chép', 'luc'"
    )


@pytest.mark.parametrize("kind", TABLES)
def test_a_table_without_a_column_of_texts_is_an_error_with_the_likely_one(kind: str, tmp_path: Path) -> None:
    with pytest.raises(nd.InputError, match=r"'ghi chép' has the longest texts.* columns=\{'text': 'ghi chép'\}"):
        nd.read_articles(TABLES[kind](tmp_path))


@pytest.mark.filterwarnings("ignore::newsdedup.ArticleWarning")
def test_a_mapping_without_a_text_is_rejected_with_the_likely_field() -> None:
    rejected = nd.read_articles(ROWS).rejected
    assert len(rejected) == 2
    assert "if 'ghi chép' is its text, give columns={'text': 'ghi chép'}" in rejected[0].reason


def test_a_file_whose_first_line_is_a_row_has_no_likely_column(tmp_path: Path) -> None:
    (tmp_path / "news.csv").write_text(f"a;{FLOOD}\nb;{FLOOD}\n", "utf-8")
    with pytest.raises(nd.InputError, match="the first line of a file must name its columns"):
        nd.read_articles(tmp_path / "news.csv")


def test_a_field_that_no_row_has_gives_a_remark_since_rows_may_lack_some() -> None:
    with pytest.warns(nd.ArticleWarning, match=r"columns=\{'source': 'toa_soan'\}: there is no field 'toa_soan'"):
        articles = nd.read_articles([{"text": FLOOD, "id": "a"}], columns={"source": "toa_soan"})
    assert len(articles.remarks) == 1
    rows = [{"text": FLOOD + str(number)} for number in range(150)]
    assert nd.read_articles([*rows, {"text": FLOOD, "toa_soan": "VnExpress"}], columns={"source": "toa_soan"})[
        150
    ].source


def test_texts_have_no_fields_that_could_be_misspelt() -> None:
    require_keys([FLOOD], [("text", "tin")])
    assert len(nd.read_articles([FLOOD], columns={"text": "tin"})) == 1


@pytest.mark.parametrize(
    "row",
    [
        {"Mã bài": "a", "Tiêu đề": "Lũ", "Nội dung": FLOOD, "Ngày đăng": "14/06/2025", "Nguồn": "VnExpress"},
        {"id": "a", "tieu_de": "Lũ", "noi_dung": FLOOD, "ngay_xuat_ban": "2025-06-14", "ten_bao": "VnExpress"},
        {"uuid": "a", "headline": "Lũ", "maintext": FLOOD, "date_publish": "2025-06-14", "source_domain": "VnExpress"},
        {"id": "a", "titre": "Lũ", "Texte intégral": FLOOD, "Publié le": "2025-06-14", "Journal": "VnExpress"},
        {"id": "a", "Judul": "Lũ", "Isi berita": FLOOD, "Tanggal terbit": "2025-06-14", "Sumber": "VnExpress"},
        {"post_id": "a", "hed": "Lũ", "raw_text": FLOOD, "postDate": "2025-06-14", "publication": "VnExpress"},
    ],
)
def test_the_usual_names_of_several_languages_are_known(row: dict[str, str]) -> None:
    (article,) = nd.read_articles([row])
    found = (article.id, article.title, article.text, str(article.published_at), article.source)
    assert found == ("a", "Lũ", FLOOD, "2025-06-14", "VnExpress")
    assert nd.read_articles(pd.DataFrame([row])).items == (article,)


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ({"content_type": "text/html"}, "text"),
        ({"date_crawled": "2020-01-01"}, "published_at"),
        ({"date_modified": "2020-01-01", "updated": "2020-01-01", "ngay_cap_nhat": "2020-01-01"}, "published_at"),
        ({"ngày thu thập": "2020-01-01", "date_download": "2020-01-01", "created_at": "2020-01-01"}, "published_at"),
        ({"chú thích": "ảnh", "caption": "photo", "image": "a.jpg"}, "summary"),
        ({"authors": "A", "tác giả": "B", "chuyên mục": "C"}, "source"),
    ],
)
def test_names_of_other_things_are_not_taken_for_a_field(row: dict[str, str], field: str) -> None:
    assert not {folded_name(name) for name in row} & {folded_name(name) for name in FIELD_NAMES[field]}


def test_a_name_is_that_of_one_field_only() -> None:
    folded = [folded_name(name) for names in FIELD_NAMES.values() for name in dict.fromkeys(map(folded_name, names))]
    assert len(folded) == len(set(folded))


def test_of_two_columns_that_fit_the_documented_order_decides_and_blanks_are_passed_over() -> None:
    rows = [{"noi_dung": "hai", "text": "một"}, {"noi_dung": "hai", "text": " "}]
    assert [one.text for one in nd.read_articles(rows)] == ["một", "hai"]
    assert [one.text for one in nd.read_articles(pd.DataFrame(rows))] == ["một", "hai"]


def test_an_article_within_a_field_is_not_its_title() -> None:
    assert nd.read_articles([{"article": {"title": "Lũ", "body": FLOOD}}])[0].text == FLOOD


def test_titles_that_are_read_as_texts_beside_longer_ones_give_a_remark() -> None:
    rows = [{"Tiêu đề": "Lũ lớn", "Diễn biến": FLOOD}, {"Tiêu đề": "Giá vàng", "Diễn biến": FLOOD}]
    with pytest.warns(nd.ArticleWarning) as caught:
        nd.find_copies(pd.DataFrame(rows))
        nd.read_articles(rows)
    said = [str(one.message) for one in caught]
    assert any("titles and summaries are read as the texts; 'Diễn biến' has longer ones" in one for one in said)
    assert all("columns={'text': 'Diễn biến'}" in one for one in said if "'Diễn biến'" in one)
    assert any(one.startswith("row 0") and "if 'Diễn biến' is its text" in one for one in said)


def test_a_field_that_no_article_has_is_an_error_with_the_nearest() -> None:
    with pytest.raises(nd.SettingError, match=r"columns names \['txt'\].*the nearest to 'txt' is 'text'"):
        nd.read_articles([FLOOD], columns={"txt": "body"})


@pytest.mark.parametrize(
    ("field", "name"), [("published_at", "pubished_at"), ("source", "sorce"), ("title", "headlin")]
)
def test_a_field_that_has_no_column_but_nearly_one_gives_a_remark(field: str, name: str) -> None:
    frame = pd.DataFrame({"id": ["a"], "text": [FLOOD], name: ["2025-06-14"]})
    with pytest.warns(
        nd.ArticleWarning, match=rf"no column is read as {field}; '{name}' is nearly .*columns=\{{'{field}'"
    ):
        nd.read_articles(frame)
    assert getattr(nd.read_articles(frame, columns={field: name})[0], field) is not None


def test_other_columns_give_no_remark() -> None:
    others = ("update", "data", "titles_seen", "crawl_date", "published_by", "resource", "outline", "likes", "topic")
    frame = pd.DataFrame({"id": ["a"], "text": [FLOOD], **{name: [1] for name in others}})
    assert nd.read_articles(frame).remarks == ()


def test_columns_named_by_numbers_are_listed_and_can_be_named() -> None:
    frame = pd.DataFrame([["a", FLOOD]])
    with pytest.raises(nd.InputError, match=r"columns=\{'text': '1'\}"):
        nd.read_articles(frame)
    assert nd.read_articles(frame, columns={"text": "1"})[0].text == FLOOD


@pytest.mark.parametrize("name", ["titel", "ttile", "titl", "tiitle"])
@pytest.mark.parametrize("source", [list, pandas.DataFrame])
def test_a_name_with_letters_swapped_missing_or_doubled_is_reported(source: Any, name: str) -> None:
    with pytest.warns(nd.ArticleWarning, match=f"give columns={{'title': '{name}'}}"):
        nd.read_articles(source([{"text": "Mưa lớn.", name: "Mưa"}]))


def test_a_name_of_the_text_that_is_mistyped_is_reported_where_titles_are_read_instead() -> None:
    with (
        pytest.warns(nd.ArticleWarning, match="'txet' is nearly 'text'"),
        pytest.warns(nd.ArticleWarning, match="its title and summary are used"),
    ):
        nd.read_articles(pandas.DataFrame([{"title": "Mưa", "txet": "Mưa lớn."}]))


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("name", ["subtitle", "context", "contents_of", "tile_id", "tim", "dat"])
def test_other_names_are_not_reported(name: str) -> None:
    articles = nd.read_articles([{"text": "Mưa lớn.", "id": "a", name: "x"}])
    assert ([one.id for one in articles], articles.remarks) == (["a"], ())


def test_columns_the_wrong_way_round_are_an_error_that_turns_them() -> None:
    with pytest.raises(nd.SettingError, match=r"give columns={'text': 'noi_dung'}"):
        nd.read_articles([{"noi_dung": "Mưa lớn."}], columns={"noi_dung": "text"})


@pytest.mark.parametrize("library", ["pandas", "pyarrow"])
def test_a_column_that_is_there_twice_is_named(library: str) -> None:
    values = [["a"], ["Mưa lớn."], ["x"], ["y"]]
    names = ["id", "text", "tag", "tag"]
    if library == "pandas":
        table = pandas.DataFrame(list(zip(*values, strict=True)), columns=names)
    else:
        table = pyarrow.table([pyarrow.array(one) for one in values], names=names)
    with pytest.raises(nd.InputError, match="columns are there twice, 'tag': give each its own name"):
        nd.read_articles(table)
