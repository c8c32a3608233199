"""Known groups by id or by row, and the scores of results against them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas
import polars
import pyarrow
import pytest

import newsdedup as nd
from newsdedup.articles.scoring import labels_by_row

ROWS = [
    {"id": 30, "text": "Sáng 25/8, bão đổ bộ Nghệ An làm hai người chết.", "known": "storm"},
    {"id": 10, "text": "Nghệ An: hai người thiệt mạng khi bão đổ bộ sáng 25/8.", "known": "storm"},
    {"id": 40, "text": "", "known": "storm"},
    {"id": 20, "text": "Giá vàng miếng SJC hôm nay vượt 120 triệu đồng một lượng.", "known": "gold"},
]
KNOWN = [row["known"] for row in ROWS]
IDS = ("30", "10", "40", "20")
PERFECT = nd.Scores(nd.Agreement(1, 1), nd.Agreement(1, 1), 1.0, n_articles=3, n_rejected=1)


@pytest.mark.parametrize(
    "gold",
    [
        KNOWN,
        tuple(KNOWN),
        np.array(KNOWN),
        pandas.Series(KNOWN),
        pandas.Series(KNOWN, dtype="category"),
        polars.Series(KNOWN),
        pyarrow.chunked_array([KNOWN]),
        iter(KNOWN),
        {30: "storm", 10: "storm", 40: "storm", 20: "gold"},
        {"30": "storm", "10": "storm", "40": "storm", "20": "gold", "50": "not in the input"},
        {np.int64(30): 1, 10.0: 1, " 40": 1, "20": 2},
        pandas.DataFrame(ROWS).sort_values("id").set_index("id")["known"],
    ],
)
def test_known_groups_are_given_by_id_or_by_row(gold: Any) -> None:
    if isinstance(gold, type(iter([]))):
        gold = list(gold)
    for result in (nd.find_events(ROWS), nd.consolidate(ROWS)):
        assert result.score(gold) == PERFECT


def test_copies_are_scored_too() -> None:
    scores = nd.find_copies(ROWS).score(KNOWN)
    assert (scores.b_cubed.precision, scores.b_cubed.recall) == (1, pytest.approx(2 / 3))


def test_loaded_records_are_scored_by_id(tmp_path: Path) -> None:
    nd.consolidate(ROWS).save(tmp_path / "events.jsonl")
    assert nd.EventCollection.load(tmp_path / "events.jsonl").score(dict(zip(IDS, KNOWN, strict=True))) == PERFECT


@pytest.mark.parametrize("none", [None, float("nan"), np.float32("nan"), pandas.NA, pandas.NaT, np.datetime64("NaT")])
def test_an_article_without_a_label_is_left_out_and_counted(none: Any) -> None:
    scores = nd.find_events(ROWS).score(["storm", none, none, "gold"])
    assert (scores.n_articles, scores.n_unlabelled, scores.n_rejected) == (2, 1, 0)
    assert nd.find_events(ROWS).score({10: "storm", 30: none, 20: "gold"}) == scores


@pytest.mark.parametrize(
    ("gold", "message"),
    [
        (["storm", "gold", "gold"], "3 labels are given for 4 rows: .* rejected ones included"),
        ({1: "storm", 2: "gold"}, "2 ids are given, such as '1', '2'; the 4 rows have '30', '10', '40'"),
        (pandas.Series(["storm"] * 2, index=[1, 2]), "no label is for an article of the input"),
        ({}, "no label among 4"),
        ([None] * 4, "no label among 4"),
        ([None, None, "only of a row that is rejected", None], "no label among 4"),
        ({30: "storm", "30": "gold"}, "id '30' has two labels, 'storm' and 'gold'"),
        ("storm", "'storm' of type str is no grouping: give a mapping of id to label, or one label per input row"),
        (7, "7 of type int is no grouping"),
        ({1, 2, 3, 4}, "of type set is no grouping"),
        (pandas.DataFrame(ROWS), "DataFrame is a table: give its column of labels"),
        (polars.DataFrame(ROWS), "DataFrame is a table: give its column of labels"),
        (list(zip(IDS, KNOWN, strict=True)), r"pairs of id and label are given, as \('30', 'storm'\)"),
        ([[30, "storm"], [20, "gold"]], "pairs of id and label are given"),
        (pandas.Series(KNOWN, index=[7, 8, 9, 6]), "the index of this Series, 7 …, has none of the ids of the input"),
        ([["storm"]] * 4, "a label cannot be compared .*unhashable"),
    ],
)
def test_what_is_no_known_groups_is_an_error_that_names_the_remedy(gold: Any, message: str) -> None:
    with pytest.raises(nd.InputError, match=message):
        nd.find_events(ROWS).score(gold)


def test_a_series_of_a_list_is_by_id_if_its_index_has_ids_and_by_row_if_it_numbers_the_rows() -> None:
    by_id = pandas.Series({"b": 2, "a": 1})
    assert labels_by_row(by_id, ["a", "b", None]) == [1, 2, None]
    with pytest.raises(nd.InputError, match="give the labels in the order of the rows"):
        labels_by_row(by_id, ["x", "y"])
    assert labels_by_row(pandas.Series([1, 2]), ["1", "0"]) == [1, 2]
