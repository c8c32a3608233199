"""An editor's word: articles that are in one event, or in two, whatever the evidence says."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from attrs import asdict
from hypothesis import given, settings
from hypothesis import strategies as st

import newsdedup as nd
from newsdedup.events.grouping.constraints import editors_word
from newsdedup.support.components import Families
from newsdedup.support.settings import EventSettings, checked

STORM = (
    "Sáng 25/8, bão số 5 đổ bộ Nghệ An làm 2 người chết. Ông Trần Văn Nam cho biết gió giật cấp 12 ở Cửa Lò. "
    "Hơn 1.200 ngôi nhà tốc mái, nhiều tuyến đường ngập sâu. Lực lượng cứu hộ đã sơ tán 7.500 người dân ven biển."
)
STORM_AGAIN = (
    "Ông Trần Văn Nam xác nhận 2 người thiệt mạng ở Cửa Lò khi bão số 5 vào Nghệ An sáng 25-08. "
    "Bão làm 1.200 ngôi nhà tốc mái, 7.500 người dân ven biển phải sơ tán. Gió giật cấp 12 quật đổ cột điện."
)
FLOOD = (
    "Lũ quét ở Mường Lát, Thanh Hoá đêm 3/9 cuốn trôi 14 ngôi nhà. Bà Lương Thị Hạnh, chủ tịch huyện, cho biết "
    "quốc lộ 15C bị chia cắt, 3 người mất tích."
)
FLOOD_AGAIN = (
    "Ba người mất tích, 14 ngôi nhà bị cuốn trôi ở Mường Lát sau trận lũ quét đêm 3/9. Quốc lộ 15C chia cắt, bà Lương "
    "Thị Hạnh nói lực lượng chức năng đang tìm kiếm."
)
GOLD = "Giá vàng miếng SJC vượt 120 triệu đồng một lượng, theo các công ty kinh doanh vàng."
ROWS: list[dict[str, str]] = [
    {"id": "storm", "text": STORM, "published_at": "2025-08-25"},
    {"id": "copy", "text": STORM, "published_at": "2025-08-26"},
    {"id": "edited", "text": STORM + " Ảnh: báo tỉnh.", "published_at": "2025-08-27"},
    {"id": "again", "text": STORM_AGAIN, "published_at": "2025-08-25"},
    {"id": "flood", "text": FLOOD, "published_at": "2025-09-04"},
    {"id": "deluge", "text": FLOOD_AGAIN, "published_at": "2025-09-04"},
    {"id": "gold", "text": GOLD},
    {"id": "empty", "text": ""},
]
IDS = [row["id"] for row in ROWS[:-1]]
THRESHOLDS = (0.0, 0.3, 0.9, 1.0)
Pairs = list[tuple[str, str]]


@pytest.fixture(scope="module")
def found() -> nd.EventGroups:
    return nd.find_events(ROWS)


@st.composite
def consistent_words(draw: st.DrawFn) -> tuple[Pairs, Pairs]:
    name = st.sampled_from(IDS)
    together = draw(st.lists(st.tuples(name, name), max_size=3))
    families = Families(together)
    pairs = st.tuples(name, name).filter(lambda pair: not families.are_together(*pair))
    return together, draw(st.lists(pairs, max_size=4))


def event_of(groups: nd.EventGroups) -> dict[str | None, int]:
    return dict(zip(groups.ids, groups.labels.tolist(), strict=True))


def as_sets(groups: nd.EventGroups) -> set[frozenset[str]]:
    return {frozenset(group) for group in groups.groups}


def test_without_a_word_there_are_three_events(found: nd.EventGroups) -> None:
    assert as_sets(found) == {
        frozenset({"storm", "copy", "edited", "again"}),
        frozenset({"flood", "deluge"}),
        frozenset({"gold"}),
    }
    assert found.settings.together == found.settings.apart == ()


@settings(max_examples=30, deadline=None)
@given(consistent_words())
def test_every_threshold_keeps_an_editors_word(words: tuple[Pairs, Pairs]) -> None:
    together, apart = words
    groups = nd.find_events(ROWS, together=together, apart=apart)
    for event in (event_of(groups), *(event_of(groups.at(threshold)) for threshold in THRESHOLDS)):
        assert all(event[one] == event[other] for one, other in together)
        assert all(event[one] != event[other] for one, other in apart)


@settings(max_examples=15, deadline=None)
@given(consistent_words(), st.randoms(use_true_random=False))
def test_the_order_of_articles_and_words_does_not_matter(words: tuple[Pairs, Pairs], chance: random.Random) -> None:
    together, apart = words
    shuffled = [[pair[::-1] for pair in chance.sample(part, len(part))] for part in words]
    groups = nd.find_events(ROWS, together=together, apart=apart)
    again = nd.find_events(chance.sample(ROWS, len(ROWS)), together=shuffled[0], apart=shuffled[1])
    assert as_sets(again) == as_sets(groups)
    assert again.settings == groups.settings
    assert again.threshold == groups.threshold


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), max_size=3))
def test_two_events_are_joined_whole_and_the_rest_stays_as_it_is(found: nd.EventGroups, together: Pairs) -> None:
    groups = nd.find_events(ROWS, together=together)
    assert groups.threshold == found.threshold
    assert (groups.pairs == found.pairs).all()
    families = Families([*together, *((group[0], name) for group in found.groups for name in group)])
    event = event_of(groups)
    assert all((event[a] == event[b]) == families.are_together(a, b) for a in IDS for b in IDS)


def test_articles_that_a_window_of_time_separates_are_kept_together() -> None:
    groups = nd.find_events(ROWS, window_hours=24, together=[("storm", "flood")])
    assert event_of(groups)["again"] == event_of(groups)["deluge"]
    assert groups.explain("storm", "flood").relation == "not compared"


def test_the_word_on_one_copy_counts_for_its_event() -> None:
    event = event_of(nd.find_events(ROWS, together=[("edited", "gold")]))
    assert event["gold"] == event["storm"] == event["again"]


def test_copies_that_are_kept_apart_are_in_two_events() -> None:
    groups = nd.find_events(ROWS, apart=[("storm", "copy")])
    event = event_of(groups)
    assert event["storm"] != event["copy"]
    assert event["edited"] in (event["storm"], event["copy"])
    assert groups.copies.labels.tolist()[:3] == [0, 1, 0]
    assert groups.explain("storm", "copy").editor == "apart"


def test_rows_serve_as_well_as_ids_and_the_result_has_the_ids() -> None:
    groups = nd.find_events(ROWS, together=np.array([[4, 0], [0, 4]]), apart=[[np.int64(3), "storm"]])
    assert groups.settings.together == (("flood", "storm"),)
    assert groups.settings.apart == (("again", "storm"),)
    assert groups.at(0.9).settings.together == (("flood", "storm"),)
    assert json.loads(json.dumps(asdict(groups.settings)))["apart"] == [["again", "storm"]]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ({"together": [("a", "b"), ("b", "c")], "apart": [("a", "c")]}, r"together=\[\('a', 'b'\), \('b', 'c'\)\]"),
        ({"together": [("a", "b")], "apart": [("b", "a")]}, r"apart=\[\('b', 'a'\)\] contradicts .*leave out one"),
        ({"apart": [("a", "a")]}, "names one article twice"),
        ({"together": "ab"}, "together='ab' is not a list of pairs"),
        ({"together": ("a", "b")}, "together holds 'a', which is not a pair"),
        ({"apart": [("a", "b", "c")]}, "which is not a pair"),
        ({"apart": {"a": "b"}}, "is not a list of pairs"),
        ({"apart": 3}, "apart=3 is not a list of pairs"),
        ({"together": [{"a", "b"}]}, "which is not a pair"),
        ({"together": [("a", 1.5)]}, r"1\.5 is neither the id of an article \(str\) nor a row \(int\)"),
        ({"together": [("a", True)]}, "True is neither"),
        ({"together": [("a", None)]}, "None is neither"),
    ],
)
def test_a_wrong_word_is_an_error_before_the_articles_are_read(words: dict[str, Any], says: str) -> None:
    with pytest.raises(nd.SettingError, match=says):
        nd.find_events("no such file.jsonl", **words)


def test_the_error_names_the_shortest_chain_of_articles() -> None:
    round_about = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"), ("a", "x"), ("x", "e")]
    with pytest.raises(nd.SettingError, match=r"together=\[\('e', 'x'\), \('x', 'a'\)\]: leave out"):
        nd.find_events(ROWS, together=round_about, apart=[("e", "a")])


def test_a_row_and_the_id_of_one_article_contradict_each_other() -> None:
    with pytest.raises(nd.SettingError, match=r"apart=\[\('again', 'storm'\)\] contradicts together="):
        nd.find_events(ROWS, together=[("storm", "again")], apart=[(0, 3)])
    with pytest.raises(nd.SettingError, match="names one article twice"):
        nd.find_events(ROWS, apart=[(0, "storm")])


@pytest.mark.parametrize(
    ("pair", "says"),
    [
        (("storm", "nothing"), r"apart=\[\('storm', 'nothing'\)\]: no article 'nothing' among 7: .*leave out the pair"),
        (("storm", "empty"), "article 'empty' was rejected: the text is empty"),
        (("storm", 7), "row 7 was rejected: the text is empty"),
        ((0, 8), "no row 8: there are 8, from 0"),
        ((0, -1), "no row -1"),
    ],
)
def test_an_article_that_is_not_there_is_named(pair: Any, says: str) -> None:
    with pytest.raises(nd.UnknownArticleError, match=says):
        nd.find_events(ROWS, apart=[pair])


@pytest.mark.parametrize("pair", [("101", "102"), (101, 102)])
def test_numbers_name_articles_where_the_ids_of_the_input_are_numbers(pair: tuple[str | int, str | int]) -> None:
    rows = [{"id": 101, "text": STORM}, {"id": 102, "text": FLOOD}]
    assert nd.find_events(rows, together=[pair]).groups == (("101", "102"),)


def test_a_number_beyond_the_rows_that_is_an_id_as_text_is_an_error_that_says_so() -> None:
    rows = [{"id": "101", "text": STORM}, {"id": "b", "text": FLOOD}]
    with pytest.raises(nd.UnknownArticleError, match=r"no row 101: .*the id of an article is a string: '101'"):
        nd.find_events(rows, together=[(101, 0)])


def test_a_file_is_grouped_as_its_rows_are(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8")
    words: dict[str, Any] = {"together": [("gold", "copy")], "apart": [("copy", 0), (0, "again")]}
    assert nd.find_events(path, **words).groups == nd.find_events(ROWS, **words).groups


def test_the_vectors_of_a_model_do_not_outvote_an_editor() -> None:
    def embed(texts: list[str]) -> np.ndarray:
        return np.array([[1.0, len(text) % 7 / 1000] for text in texts])

    groups = nd.find_events(ROWS, embed=embed, together=[("gold", "flood")], apart=[("gold", "storm")])
    assert groups.explain("deluge", "storm").together is False
    assert groups.explain("gold", "flood").together is True


def test_an_article_kept_together_with_itself_changes_nothing(found: nd.EventGroups) -> None:
    assert nd.find_events(ROWS, together=[("gold", "gold")]).groups == found.groups


def test_settings_are_values_and_saved_ones_can_be_given_again() -> None:
    words = checked(EventSettings, together=[["a", "b"]], apart=iter([("a", "c")]))
    assert words == EventSettings(together=(("a", "b"),), apart=(("a", "c"),))
    assert hash(words) == hash(EventSettings(**asdict(words)))


def test_a_word_reaches_all_that_belong_together() -> None:
    words = EventSettings(together=(("a", "b"), ("b", "c"), ("x", "y")), apart=(("a", "x"),))
    assert editors_word(words, "a", "c") == "together"
    assert editors_word(words, "c", "y") == editors_word(words, "y", "c") == "apart"
    assert editors_word(words, "a", "a") is None
    assert editors_word(words, "a", "z") is None
