"""Frames of results: the index and the ids of the input, so that they are joined with it."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from datetime import date
from typing import Any

import pandas
import polars
import pyarrow
import pytest

import newsdedup as nd

STORM = "Sáng 25/8, bão đổ bộ Nghệ An làm hai người chết."
NEWS = pandas.DataFrame(
    {
        "id": [50, 40, 30, 20, 10],
        "text": [
            STORM,
            "Nghệ An: hai người thiệt mạng khi bão đổ bộ sáng 25/8.",
            "",
            "Giá vàng miếng SJC hôm nay vượt 120 triệu đồng một lượng.",
            STORM,
        ],
        "published": [date(2025, 8, 25 + day) for day in range(5)],
    }
)
EVENTS = [0, 0, -1, 1, 0]
ORIGINS = [50, 40, None, 20, 50]
FRAMES: dict[str, Callable[[Any], Any]] = {
    "copies": lambda source: nd.find_copies(source).to_frame(),
    "stricter copies": lambda source: nd.find_copies(source).at(0.9).to_frame(),
    "events": lambda source: nd.find_events(source).to_frame(),
    "events of a stricter threshold": lambda source: nd.find_events(source).at(0.9).to_frame(),
    "records": lambda source: nd.consolidate(source).to_frame(of="articles"),
    "events of articles": lambda source: nd.find_events(nd.read_articles(source)).to_frame(),
}
INDEXES = {
    "filtered": NEWS.index + 7,
    "in another order": pandas.Index([3, 1, 4, 0, 2]),
    "with repeats": pandas.Index([1, 1, 2, 2, 3]),
    "of two levels": pandas.MultiIndex.from_tuples([(0, "a"), (0, "b"), (1, "a"), (1, "b"), (2, "a")]),
    "of dates": pandas.DatetimeIndex(["2025-08-25"] * 5, name="day"),
    "called like a column": pandas.Index(range(5), name="group"),
}
DTYPES = ["int64", "Int64", "uint8", "float64", "object", "str", "string", "category", "int64[pyarrow]"]


def values(column: Any) -> list[Any]:
    found = column.to_pylist() if hasattr(column, "to_pylist") else column.to_list()
    return [None if pandas.isna(value) else value for value in found]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("index", INDEXES)
def test_a_pandas_frame_gets_the_index_of_the_input(frame: str, index: str) -> None:
    news = NEWS.set_axis(INDEXES[index])
    found = FRAMES[frame](news)
    assert found.index.equals(news.index)
    assert found.index.names == news.index.names
    assert values(found["id"]) == NEWS["id"].tolist()


def test_labels_are_assigned_to_a_filtered_frame() -> None:
    some = NEWS[NEWS["id"] != 40].sort_values("id")
    assert some.assign(event=nd.find_events(some).to_frame()["event"])["event"].to_dict() == {4: 0, 3: 1, 2: -1, 0: 0}


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("dtype", DTYPES)
def test_ids_of_pandas_keep_their_type_and_are_merged(frame: str, dtype: str) -> None:
    news = NEWS.astype({"id": dtype})
    found = FRAMES[frame](news)
    assert found["id"].dtype == news["id"].dtype
    label = next(name for name in ("event", "group") if name in found)
    assert news.merge(found, on="id")[label].tolist() == FRAMES[frame](NEWS)[label].tolist()
    assert [value and int(value) for value in values(found["origin"])] == ORIGINS


@pytest.mark.parametrize("dtype", [polars.Int64, polars.UInt16, polars.String, polars.Categorical])
@pytest.mark.parametrize("kind", [polars.DataFrame, polars.LazyFrame])
def test_ids_of_polars_keep_their_type_and_are_joined(dtype: Any, kind: Any) -> None:
    news = polars.from_pandas(NEWS).with_columns(polars.col("id").cast(polars.String).cast(dtype))
    found = nd.find_events(kind(news)).to_frame()
    assert found.schema["id"] == found.schema["origin"] == news.schema["id"]
    joined = news.with_row_index("row").join(found, on="id", how="left").sort("row")
    assert joined["event"].to_list() == EVENTS


@pytest.mark.parametrize("dtype", [pyarrow.int16(), pyarrow.string(), pyarrow.large_string()])
def test_ids_of_pyarrow_keep_their_type_and_are_joined(dtype: Any) -> None:
    news = pyarrow.Table.from_pandas(NEWS)
    news = news.set_column(0, "id", news["id"].cast(dtype))
    found = nd.find_events(news).to_frame()
    assert found.schema.field("id").type == found.schema.field("origin").type == dtype
    assert news.join(found, "id").sort_by([("id", "descending")])["event"].to_pylist() == EVENTS


def test_an_index_that_is_the_id_takes_the_place_of_the_column() -> None:
    news = NEWS.set_index("id")
    found = nd.find_events(news).to_frame()
    assert news.join(found)["event"].tolist() == news.merge(found, on="id")["event"].tolist() == EVENTS
    assert found.reset_index()["id"].tolist() == NEWS["id"].tolist()


def test_an_id_column_of_another_name_is_found_or_named() -> None:
    for name, columns in (("article_id", None), ("mã", {"id": "mã"})):
        news = NEWS.rename(columns={"id": name})
        found = nd.find_events(news, columns=columns).to_frame()
        assert news.merge(found, left_on=name, right_on="id")["event"].tolist() == EVENTS


def test_a_frame_without_ids_is_joined_by_its_index_and_a_column_of_texts_too() -> None:
    for source in (NEWS[["text"]][::-1], NEWS["text"][::-1]):
        found = nd.find_events(source).to_frame()
        assert found["event"].sort_index().tolist() == [0, 0, -1, 1, 0]
        assert [type(name) for name in values(found["id"])].count(str) == 4


def test_the_dropped_articles_have_the_index_and_the_ids_of_their_rows() -> None:
    news = NEWS.set_axis(list("abcde"))
    found = nd.find_copies(news).deduplicate().to_frame()
    assert found[["id", "to", "kept"]].to_dict("index") == {"e": {"id": 10, "to": 50, "kept": 50}}
    assert nd.find_copies(polars.from_pandas(NEWS)).deduplicate().to_frame().schema["kept"] == polars.Int64


def test_articles_that_are_kept_keep_their_index_and_ids() -> None:
    articles = nd.read_articles(NEWS.set_axis(list("abcde")))
    kept = nd.find_copies(articles).keep(articles)
    assert kept.to_frame()["id"].to_dict() == {"a": 50, "b": 40, "d": 20}
    assert nd.find_events(kept).to_frame()["event"].to_dict() == {"a": 0, "b": 0, "d": 1}


def test_the_rows_that_are_kept_keep_their_index_and_types() -> None:
    news = NEWS.set_axis(list("abcde")).astype({"id": "uint8"})
    kept = nd.find_copies(news).keep(news)
    assert kept.index.tolist() == ["a", "b", "d"]
    assert kept.dtypes.equals(news.dtypes)


def test_claims_are_joined_by_the_ids_of_the_input() -> None:
    claims = nd.consolidate(NEWS).to_frame(of="claims")
    assert claims.dtypes["article_id"] == claims.dtypes["origin"] == "int64"
    assert set(claims.merge(NEWS, left_on="article_id", right_on="id")["text_y"]) == set(NEWS["text"]) - {""}


@pytest.mark.parametrize("rows_of", [list, iter, lambda rows: [*rows, {"text": "Bản tin không có id"}]])
def test_whole_numbers_as_ids_of_a_list_are_whole_numbers_in_the_frame(rows_of: Any) -> None:
    rows = NEWS.to_dict("records")
    found = nd.find_events(rows_of(rows))
    assert found.to_frame(kind="polars").schema["id"] == polars.Int64
    assert NEWS.merge(found.to_frame(), on="id")["event"].tolist() == EVENTS
    assert found.to_frame(kind="pyarrow").schema.field("origin").type == pyarrow.int64()


@pytest.mark.parametrize("other", ["a", "7", 1.5, True, 2**70])
def test_ids_of_a_list_that_are_not_all_whole_numbers_are_texts(other: Any) -> None:
    rows = [*NEWS.to_dict("records"), {"id": other, "text": "Một bản tin khác"}]
    assert values(nd.find_copies(rows).to_frame(kind="polars")["id"])[:2] == ["50", "40"]


def test_ids_of_one_library_are_kept_in_a_frame_of_another() -> None:
    found = nd.find_copies(polars.from_pandas(NEWS)).to_frame(kind="pandas")
    assert found["id"].dtype == "int64"
    assert nd.find_copies(NEWS.astype({"id": "category"})).to_frame(kind="polars")["id"].to_list() == [
        50,
        40,
        30,
        20,
        10,
    ]
    texts = polars.from_pandas(NEWS.astype({"id": str}))
    assert nd.find_copies(texts).to_frame(kind="pyarrow")["id"].to_pylist() == ["50", "40", "30", "20", "10"]


def test_an_id_is_given_as_it_is_in_the_input_and_made_only_where_texts_have_none() -> None:
    news = NEWS.assign(id=[" 50", None, None, "20 ", "10"])
    found = nd.find_events(news).to_frame()
    assert found["id"].tolist()[::3] == [" 50", "20 "]
    assert found["id"].tolist()[1] == nd.find_events(news).ids[1]
    assert values(nd.find_events(NEWS.assign(id=[50, None, 30, 20, 10])).to_frame()["id"]) == [50, None, 30, 20, 10]


@pytest.mark.parametrize("numbers", [[50, None, 30, 20, 10], ["50", None, "30", "20", "10"]])
def test_of_two_columns_of_ids_the_first_that_is_filled_counts(numbers: list[Any]) -> None:
    news = NEWS.assign(id=numbers, guid=["a", "b", "c", "d", "e"])
    found = values(nd.find_events(news).to_frame()["id"])
    assert found[1] == "b"
    assert int(float(found[0])) == 50


def test_ids_that_are_on_several_rows_give_a_warning_since_a_join_is_wrong() -> None:
    news = NEWS.assign(id=[7, 7, 7, 8, 7])
    with pytest.warns(nd.ArticleWarning):
        found = nd.find_events(news)
    with pytest.warns(nd.ArticleWarning, match="id '7' is on 4 rows of the input: .* join by the index"):
        assert found.to_frame()["id"].tolist() == [7, 7, 7, 8, 7]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        nd.find_events(NEWS).to_frame()


def test_a_frame_that_is_changed_after_it_was_read_does_not_change_the_result() -> None:
    news = NEWS.copy()
    found = nd.find_events(news)
    news.loc[:, "id"] = 0
    news.index = pandas.Index(list("abcde"))
    assert found.to_frame()["id"].tolist() == NEWS["id"].tolist()
    assert found.to_frame().index.equals(NEWS.index)


def test_a_frame_within_narwhals_keeps_its_index() -> None:
    import narwhals

    news = narwhals.from_native(NEWS.set_axis(list("abcde")))
    assert nd.find_events(news).to_frame().index.tolist() == list("abcde")


def test_the_origin_of_some_rows_has_their_index_and_ids() -> None:
    origin = nd.read_articles(NEWS.set_axis(list("abcde"))).frame_origin.of_rows([4, 0])
    assert origin.index.tolist() == ["e", "a"]
    assert origin.ids.tolist() == [10, 50]


def test_labels_in_a_column_are_aligned_by_the_index() -> None:
    known = pandas.Series(["storm", "storm", "storm", "gold", "storm"], index=NEWS.index)
    some = NEWS[NEWS["id"] != 40]
    for gold in (known, known[some.index], known[::-1]):
        scores = nd.find_events(some).score(gold)
        assert (scores.b_cubed.f1, scores.n_articles, scores.n_rejected) == (1, 3, 1)


@pytest.mark.parametrize(
    "frame", [NEWS, polars.from_pandas(NEWS), pyarrow.Table.from_pandas(NEWS), NEWS.to_dict("records")]
)
def test_a_number_is_an_id_where_the_input_has_numbers_and_else_a_row(frame: Any) -> None:
    found = nd.find_events(frame)
    assert found.row_of(NEWS["id"][1]) == found.row_of(str(NEWS["id"][1])) == 1
    with pytest.raises(nd.UnknownArticleError, match="no article '1'"):
        found.row_of(1)
    assert nd.find_events(NEWS.assign(id=NEWS["id"].astype(str))).row_of(1) == 1
    assert (
        nd.consolidate(frame).of(int(NEWS["id"][1])).event_id == nd.consolidate(frame).of(str(NEWS["id"][1])).event_id
    )
