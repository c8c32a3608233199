from __future__ import annotations

import csv
import io
import re
import sys
from collections.abc import Callable
from typing import Any

import pandas
import polars
import pyarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsdedup as nd
from newsdedup.support.frames import TABLE_KINDS, Table, escaped_formula

ROWS = [
    {"id": "a", "text": "Sáng 25/8, bão đổ bộ Nghệ An làm hai người chết.", "date": "2025-08-25"},
    {"id": "b", "text": "Nghệ An: hai người thiệt mạng khi bão đổ bộ sáng 25/8.", "date": "2025-08-25"},
    {"id": "c", "text": "", "date": None},
    {"id": "d", "text": "Giá vàng miếng SJC hôm nay vượt 120 triệu đồng một lượng.", "date": None},
]
TABLES = {"pandas": pandas.DataFrame, "polars": polars.DataFrame, "pyarrow": pyarrow.Table.from_pylist}
TYPES = {"pandas": pandas.DataFrame, "polars": polars.DataFrame, "pyarrow": pyarrow.Table}

anything = st.none() | st.text(st.characters(codec=None, exclude_categories=()))


class ArrowStream:
    """A table of a library that nobody knows, which speaks the Arrow PyCapsule protocol and nothing else."""

    def __init__(self, table: pyarrow.Table) -> None:
        self.table = table

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        return self.table.__arrow_c_stream__(requested_schema)


def column(frame: Any, name: str) -> list[Any]:
    found = frame[name]
    values = found.to_pylist() if hasattr(found, "to_pylist") else found.to_list()
    return [None if value != value else value for value in values]


@pytest.mark.parametrize("kind", TABLE_KINDS)
def test_a_frame_of_the_kind_that_came_in_goes_out_of_every_result(kind: str) -> None:
    source = TABLES[kind](ROWS)
    results = [nd.find_copies(source), nd.find_copies(source).at(0.9), nd.find_events(source)]
    results += [nd.find_events(source).at(0.1), nd.consolidate(source)]
    assert [type(one.to_frame()) for one in results] == [TYPES[kind]] * len(results)


@pytest.mark.parametrize("kind", TABLE_KINDS)
def test_another_kind_of_frame_is_returned_on_request(kind: str) -> None:
    for found in (nd.find_copies(ROWS), nd.find_events(TABLES["polars"](ROWS)), nd.consolidate(TABLES["pandas"](ROWS))):
        assert type(found.to_frame(kind=kind)) is TYPES[kind]


def test_the_kind_is_remembered_with_the_articles_and_is_none_for_lists_and_files() -> None:
    assert [nd.read_articles(TABLES[kind](ROWS)).frame_origin.kind for kind in TABLE_KINDS] == list(TABLE_KINDS)
    assert nd.read_articles(ROWS).frame_origin.kind is None
    assert nd.read_articles(TABLES["polars"](ROWS)) == nd.read_articles(ROWS)


def test_where_no_frame_came_in_the_first_library_that_is_installed_makes_one(monkeypatch: pytest.MonkeyPatch) -> None:
    found = nd.find_copies(ROWS)
    kinds = []
    for kind in TABLE_KINDS:
        kinds.append(type(found.to_frame()))
        monkeypatch.setitem(sys.modules, kind, None)
    assert kinds == [TYPES[kind] for kind in TABLE_KINDS]
    with pytest.raises(nd.MissingExtraError, match=r'pandas, polars or pyarrow: .*pip install "pandas'):
        found.to_frame()


def test_a_requested_library_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(nd.MissingExtraError, match=r'needs polars: .*pip install "polars'):
        nd.find_copies(ROWS).to_frame(kind="polars")


def test_a_kind_that_there_is_not_is_an_error_that_names_those_there_are() -> None:
    with pytest.raises(nd.SettingError, match=r"kind='spark' .* pandas, polars, pyarrow"):
        nd.find_events(ROWS).to_frame(kind="spark")


def test_labels_join_back_by_id() -> None:
    frame = polars.DataFrame(ROWS)
    joined = frame.join(nd.find_events(frame).to_frame(), on="id", how="left")
    assert joined["event"].to_list() == [0, 0, -1, 1]
    copies = pandas.DataFrame(ROWS).merge(nd.find_copies(pandas.DataFrame(ROWS)).to_frame(), on="id")
    assert copies["group"].tolist() == [0, 1, -1, 2]


@pytest.mark.parametrize(
    "source",
    [
        polars.LazyFrame(ROWS),
        pyarrow.Table.from_pylist(ROWS).to_batches()[0],
        ArrowStream(pyarrow.Table.from_pylist(ROWS)),
        pandas.DataFrame(ROWS).set_index("id"),
        pandas.DataFrame(ROWS).set_index(["id", "date"]),
        pandas.DataFrame(ROWS).convert_dtypes(dtype_backend="pyarrow"),
        pandas.DataFrame(ROWS).astype({"id": "category"}),
        polars.DataFrame(ROWS).with_columns(polars.lit([0.5] * 8).alias("vector")),
    ],
)
def test_lazy_streamed_indexed_and_typed_tables_are_read_like_lists(source: Any) -> None:
    assert list(nd.read_articles(source)) == list(nd.read_articles(ROWS))


def test_of_a_lazy_table_only_the_columns_of_an_article_are_collected() -> None:
    def broken(_: polars.Series) -> polars.Series:
        raise AssertionError("this column is nobody's business")

    lazy = polars.LazyFrame(ROWS).with_columns(polars.col("text").map_batches(broken, polars.Int64).alias("vector"))
    assert list(nd.read_articles(lazy)) == list(nd.read_articles(ROWS))


def test_a_lazy_table_that_cannot_be_collected_is_an_error() -> None:
    with pytest.raises(nd.InputError, match="the columns of this LazyFrame cannot be known"):
        nd.read_articles(polars.LazyFrame(ROWS).select(polars.col("nobody")))


def test_a_stream_of_batches_is_read_once() -> None:
    assert nd.find_events(pyarrow.Table.from_pylist(ROWS).to_reader()).labels.tolist() == [0, 0, -1, 1]


@pytest.mark.parametrize("column_of", [pandas.Series, polars.Series, lambda texts: pyarrow.chunked_array([texts])])
def test_a_column_of_texts_is_read(column_of: Callable[[list[str]], Any]) -> None:
    texts = [row["text"] for row in ROWS]
    articles = nd.read_articles(column_of(texts))
    assert [article.text for article in articles] == [text for text in texts if text]
    assert articles.frame_origin.kind in TABLE_KINDS


def test_an_arrow_stream_needs_a_library_that_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = ArrowStream(pyarrow.Table.from_pylist(ROWS))
    monkeypatch.setattr("newsdedup.support.frames._is_installed", lambda library: library == "polars")
    assert nd.read_articles(stream).frame_origin.kind == "polars"
    monkeypatch.setattr("newsdedup.support.frames._is_installed", lambda library: False)
    with pytest.raises(nd.MissingExtraError, match="an Arrow stream needs pyarrow or polars"):
        nd.read_articles(stream)


@pytest.mark.parametrize(
    "source",
    [
        pandas.DataFrame([["một", "hai"]], columns=["text", "text"]),
        pyarrow.table([["một"], ["hai"]], names=["text", "text"]),
        ArrowStream(pyarrow.table([["một"], ["hai"]], names=["text", "text"])),
    ],
)
def test_a_column_that_occurs_twice_is_an_error(source: Any) -> None:
    with pytest.raises(nd.InputError, match=r"unique|twice"):
        nd.read_articles(source)


def test_the_error_for_a_table_without_texts_lists_its_columns() -> None:
    with pytest.raises(nd.InputError, match=r"cot_chu.*columns="):
        nd.read_articles(polars.DataFrame({"cot_chu": ["tin"], "vector": [[1.0]]}))
    assert len(nd.read_articles(polars.DataFrame({"Cot_Chu": ["tin"]}), columns={"text": "cot_chu "})) == 1


@pytest.mark.filterwarnings("ignore::newsdedup.ArticleWarning")  # the only row has no text
def test_columns_have_the_same_types_whatever_their_values() -> None:
    one, other = (nd.find_copies(rows).to_frame(kind="polars") for rows in (ROWS, [ROWS[0], {**ROWS[0], "id": "x"}]))
    assert one.schema == other.schema
    assert (
        nd.consolidate(ROWS[2:3]).to_frame(kind="pyarrow").schema
        == nd.consolidate(ROWS).to_frame(kind="pyarrow").schema
    )


def test_figures_claims_and_articles_of_a_collection_fit_together() -> None:
    events = nd.consolidate(ROWS)
    figures, claims, articles = (events.to_frame(of=part, kind="polars") for part in ("figures", "claims", "articles"))
    assert len(claims) == sum(len(figure.claims) for record in events for figure in record.figures)
    (dead,) = (row for row, role in enumerate(figures["role"]) if role == "dead")
    assert claims.filter(figure=dead)["article_id"].to_list() == ["a", "b"]
    assert articles.select("id", "event", "event_id", "origin").rows() == [
        ("a", 0, events[0].event_id, "a"),
        ("b", 0, events[0].event_id, "b"),
        ("c", -1, None, None),
        ("d", 1, events[1].event_id, "d"),
    ]
    with pytest.raises(nd.SettingError, match="of='people'"):
        events.to_frame(of="people")


@pytest.mark.parametrize("kind", TABLE_KINDS)
def test_articles_come_back_from_the_frame_that_they_make(kind: str) -> None:
    articles = nd.read_articles(
        [
            {"id": "a", "text": "Một bản tin.", "title": "Tin", "sapo": "Tóm", "date": "2025-06-14", "lang": "vi"},
            {
                "id": "b",
                "text": "Bản tin khác.",
                "source": "Báo",
                "url": "http://x",
                "date": "2025-06-14T08:30:00+07:00",
            },
            {"id": "c", "text": ""},
        ]
    )
    frame = articles.to_frame(kind=kind)
    assert list(nd.read_articles(frame)) == list(articles)
    assert type(nd.read_articles(frame).to_frame()) is TYPES[kind]


@given(st.lists(st.tuples(anything, st.integers(-1, 2**40), st.none() | st.floats(allow_nan=False))))
def test_every_kind_of_frame_and_csv_hold_the_same_values(rows: list[tuple[Any, ...]]) -> None:
    table = Table.of_rows({"id": str, "event": int, "score": float}, rows)
    ids = [None if row[0] is None else re.sub("[\ud800-\udfff]", "\ufffd", row[0]) for row in rows]
    for kind in TABLE_KINDS:
        frame = table.to_frame(kind)
        assert column(frame, "id") == ids
        assert column(frame, "event") == [row[1] for row in rows]
        assert column(frame, "score") == [row[2] for row in rows]
    written = list(csv.DictReader(io.StringIO(table.to_csv(escape_formulas=False), newline="")))
    assert [(row["id"], int(row["event"])) for row in written] == [
        (name or "", row[1]) for name, row in zip(ids, rows, strict=True)
    ]


def test_half_of_a_pair_and_whole_numbers_among_others_find_a_place_in_every_frame() -> None:
    table = Table.of_rows(
        {"noun": str, "best": float}, [("a\ud800b", 11000), (None, 2.5), ("c", None), ("d", 2**60 + 1)]
    )
    for kind in TABLE_KINDS:
        frame = table.to_frame(kind)
        assert column(frame, "noun") == ["a\ufffdb", None, "c", "d"]
        assert column(frame, "best") == [11000.0, 2.5, None, float(2**60)]
    assert table.to_csv().splitlines()[1:3] == ["a\ufffdb,11000", ",2.5"]


def test_cells_that_a_spreadsheet_would_run_begin_with_an_apostrophe_in_csv() -> None:
    cells = ["=1+1", "+84 912 345", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "\uff1d1+1", "-", "-inf"]
    plain = ["-5", "+1,5", "-12.5%", "1e5", "a=1", "", None, " =1"]
    table = Table({"cell": [*cells, *plain]}, {"cell": str})
    assert [escaped_formula(cell) for cell in cells] == [f"'{cell}" for cell in cells]
    assert [escaped_formula(cell) for cell in plain] == plain
    rows = [row[0] for row in csv.reader(io.StringIO(table.to_csv(escape_formulas=True), newline=""))][
        1 : len(cells) + 1
    ]
    assert rows == [f"'{cell}" for cell in cells]
    assert "'" not in table.to_csv()
    assert table.to_frame("polars")["cell"].to_list() == [*cells, *plain]


@pytest.mark.parametrize("before", ["\0", "\u200b", "\ufeff", "\u202e", "\x1b\u200d"])
def test_an_invisible_character_does_not_hide_a_formula(before: str) -> None:
    assert [escaped_formula(before + cell) for cell in ("=1+1", "@A")] == [f"'{before}=1+1", f"'{before}@A"]
    assert escaped_formula(f"{before}Tin") == f"{before}Tin"
    assert escaped_formula(before) == before
