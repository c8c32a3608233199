from __future__ import annotations

from typing import Any

import numpy as np
import pandas
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import newsdedup as nd

ROWS = [
    {"id": "a", "text": "Lũ làm 12 người chết ở Mai Pha sáng 14/6/2025."},
    {"id": "bad", "text": ""},
    {"id": "b", "text": "Mưa lũ đã làm 15 người thiệt mạng tại Mai Pha, theo chính quyền."},
    {"id": "c", "text": "Giá vàng miếng SJC tăng 2 triệu đồng một lượng."},
]


def groups_in(events: nd.EventCollection) -> list[list[str]]:
    return [sorted(report.id for report in record.articles) for record in events]


def test_groups_that_were_found_before_give_the_same_records(
    seeds: nd.Articles, seed_records: nd.EventCollection
) -> None:
    found = nd.find_events(seeds)
    events = nd.consolidate(seeds, groups=found)
    assert events == seed_records
    assert events.groups is found


def test_a_stricter_threshold_of_found_groups_is_taken_over(seeds: nd.Articles) -> None:
    strict = nd.find_events(seeds).at(1.0)
    events = nd.consolidate(seeds, groups=strict)
    assert events.labels.tolist() == strict.labels.tolist()
    assert events.settings["threshold"] == 1.0


def test_found_groups_serve_the_same_articles_in_another_order(
    seeds: nd.Articles, seed_records: nd.EventCollection
) -> None:
    turned = nd.consolidate(list(seeds)[::-1], groups=nd.find_events(seeds))
    assert {record.event_id: record for record in turned} == {record.event_id: record for record in seed_records}
    assert turned.ids == seed_records.ids[::-1]


@pytest.mark.parametrize(
    "groups",
    [
        ["lũ", "?", "lũ", "vàng"],
        np.array([7, 0, 7, 3]),
        pd.Series([True, None, True, False], index=range(4)),
        pl.Series(["x", None, "x", "y"]),
        pa.array([1.5, None, 1.5, 2.5]),
        {"a": 1, "b": 1, "c": ("a", "tuple")},
        {"a": 1, "b": 1, "c": None, "bad": 4},
        ("lũ", "", "lũ", "vàng"),
    ],
)
def test_any_labels_by_row_or_by_id_are_events(groups: Any) -> None:
    events = nd.consolidate(ROWS, groups=groups)
    assert groups_in(events) == [["a", "b"], ["c"]]
    assert events.labels.tolist() == [0, -1, 0, 1]
    assert (events.groups, events.settings["groups"], events.settings["threshold"]) == (None, "given", None)


@pytest.mark.parametrize("missing", [None, float("nan"), -1, np.int64(-1), pd.NA])
def test_articles_without_a_label_are_events_of_their_own(missing: Any) -> None:
    assert groups_in(nd.consolidate(ROWS, groups=[missing] * 4)) == [["a"], ["b"], ["c"]]


def test_labels_of_numbers_as_ids_are_matched_as_text() -> None:
    rows = [{"id": 7, "text": "Lũ làm 12 người chết."}, {"id": 8, "text": "Giá vàng tăng 2 triệu đồng."}]
    for groups in ({7: 0, np.int64(8): 0}, {7.0: 0, np.float64(8): 0}):
        assert groups_in(nd.consolidate(rows, groups=groups)) == [["7", "8"]]


def test_loaded_records_are_groups_too(seeds: nd.Articles, seed_records: nd.EventCollection) -> None:
    again = nd.consolidate(seeds, groups=seed_records)
    assert again.labels.tolist() == seed_records.labels.tolist()


def test_a_rejected_row_with_the_id_of_an_article_does_not_take_its_label() -> None:
    rows = [*ROWS, ROWS[0], {"id": "z", "text": ""}]
    events = nd.consolidate(rows, groups=[1] * len(rows))
    assert events.ids[-2:] == ("a", "z")
    for source in (rows, ROWS):
        assert groups_in(nd.consolidate(source, groups=events)) == [["a", "b", "c"]]


def test_copies_in_different_events_are_copies_of_neither() -> None:
    text = "Sáng 14/6, hội nghị trực tuyến toàn quốc khai mạc với hơn 10.000 điểm cầu trên cả nước, theo ban tổ chức."
    rows = [{"id": name, "text": text, "published_at": f"2025-06-14T0{hour}:00Z"} for hour, name in enumerate("abc")]
    alone, pair = nd.consolidate(rows, groups=["x", "y", "y"])
    assert [report.copy_of for report in (*alone.articles, *pair.articles)] == [None, None, "b"]
    assert (pair.n_articles, pair.n_origins) == (2, 1)
    (together,) = nd.consolidate(rows, groups=[1, 1, 1])
    assert [report.copy_of for report in together.articles] == [None, "a", "a"]


@pytest.mark.parametrize(
    ("groups", "words"),
    [
        ({"a": 1}, "no label for 'b', 'c': give a label for every article"),
        ({"a": 1, "b": 1, "c": 1, "q": 1}, "groups= has 'q', which the input does not have"),
        ("topic", "groups='topic' is not a grouping: give the result of find_events, a mapping"),
        (3, "groups=3 is not a grouping"),
        ({"x", "y", "z", "w"}, "is not a grouping"),
        ({"a": 1, "b": 1, " a": 2, "c": 1}, "two labels for 'a', 1 and 2: give it one"),
        ([[1]] * 4, r"the label \[1\], which cannot be hashed"),
    ],
)
def test_groups_that_are_not_those_of_the_articles_are_an_error(groups: Any, words: str) -> None:
    with pytest.raises(nd.SettingError, match=words):
        nd.consolidate(ROWS, groups=groups)


def test_too_few_labels_are_an_error() -> None:
    with pytest.raises(nd.InputError, match="2 labels are given for 4 rows: give one for each row that was read"):
        nd.consolidate(ROWS, groups=[1, 2])


def test_a_series_has_the_index_of_the_frame_that_was_read() -> None:
    frame = pd.DataFrame(ROWS, index=[9, 8, 7, 6])
    labels = pd.Series(["vàng", "lũ", "lũ"], index=[6, 7, 9])
    events = nd.consolidate(frame, groups=labels.reindex(frame.index))
    assert groups_in(events) == [["a", "b"], ["c"]]
    assert events.filter(text="vàng").to_frame(of="articles").index.tolist() == [6]


def test_groups_found_of_other_articles_are_an_error(seeds: nd.Articles) -> None:
    with pytest.raises(nd.SettingError, match="the groups were found without 'a', 'b', 'c'"):
        nd.consolidate(ROWS, groups=nd.find_events(seeds))
    with pytest.raises(nd.SettingError, match="which the input does not have: give the articles that were grouped"):
        nd.consolidate(list(seeds)[:2], groups=nd.find_events(seeds))


def test_options_of_grouping_with_groups_are_an_error_that_names_them() -> None:
    with pytest.raises(nd.SettingError, match=r"threshold=, seed= with groups=: .* or give it to find_events"):
        nd.consolidate(ROWS, groups=[1, 1, 1, 1], threshold=0.4, seed=2)
    with pytest.raises(nd.SettingError, match="apart="):
        nd.consolidate(ROWS, groups=[1, 1, 1, 1], apart=[("a", "b")])


@pytest.mark.parametrize(
    ("ids", "message"),
    [
        (["a", "b"], "no label for 'c'"),
        (["a", "b", "x"], "no label for 'c'"),
        (["a", "b", "c", "x"], "groups= has 'x'"),
    ],
)
def test_a_series_by_id_has_a_label_for_each_article_and_no_other(ids: list[str], message: str) -> None:
    articles = [{"id": name, "text": f"Lũ làm {number} người chết."} for number, name in enumerate("abc", 12)]
    with pytest.raises(nd.SettingError, match=message):
        nd.consolidate(articles, groups=pandas.Series(range(len(ids)), index=ids))
