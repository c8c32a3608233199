"""One article of each group is kept; the caller's own rows come back without copies."""

from __future__ import annotations

import random
from typing import Any

import narwhals as nw
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsdedup as nd
from newsdedup.support.errors import ArticleWarning, InputError, SettingError

SYLLABLES = ["mưa", "lũ", "đê", "cầu", "xã", "hồ", "tàu", "núi", "bão", "đèo", "sông", "biển", "rừng", "đảo", "vịnh"]
SENTENCES = [" ".join(random.Random(number).choices(SYLLABLES, k=12)).capitalize() + "." for number in range(24)]
WIRE, OTHER = " ".join(SENTENCES[:6]), " ".join(SENTENCES[6:12])
LONG = f"{WIRE} {' '.join(SENTENCES[12:14])}"

ROWS = [
    {"id": "late", "text": WIRE, "published_at": "2025-06-15", "source": "Báo B", "views": 3},
    {"id": "bad", "text": "", "published_at": "2025-06-14", "source": "Báo A", "views": 4},
    {"id": "wire", "text": WIRE, "published_at": "2025-06-14", "source": "TTXVN", "views": 5},
    {"id": "other", "text": OTHER, "published_at": "2025-06-13", "source": "Báo A", "views": 6},
    {"id": "long", "text": LONG, "published_at": "2025-06-16", "source": "Báo C", "views": 7},
    {"id": "part", "text": " ".join(SENTENCES[6:9]), "published_at": "2025-06-12", "source": None, "views": 8},
]
COPIES = nd.find_copies(ROWS, threshold=0.6)
KEPT = ["wire", "other", "part"]


def test_the_earliest_of_each_group_is_kept_in_input_order() -> None:
    assert COPIES.kept == ("wire", "other", "part")
    assert COPIES.is_kept.tolist() == [False, False, True, True, False, True]
    assert set(COPIES.kept) == set(COPIES.representatives)


def test_a_dropped_article_is_given_with_what_it_copies_and_the_scores() -> None:
    late, long = COPIES.dropped
    assert late == nd.DroppedArticle("late", 0, "copy", "wire", 1.0, 1.0, "wire")
    assert (long.id, long.row, long.kind, long.to, long.kept) == ("long", 4, "copy", "wire", "wire")
    assert 0.6 < long.jaccard < 1 == long.containment


def test_excerpts_are_dropped_where_asked_for() -> None:
    found = COPIES.deduplicate(excerpts=True)
    assert found.kept == ("wire", "other")
    part = found.dropped[-1]
    assert (part.id, part.kind, part.to, part.containment, part.kept) == ("part", "excerpt", "other", 1.0, "other")
    assert repr(found) == "<Deduplication: 2 kept, 3 dropped, 1 rejected>"


def test_the_copies_of_an_excerpt_are_dropped_for_the_article_that_contains_it() -> None:
    rows = [ROWS[3], {**ROWS[5], "id": "first part"}, {**ROWS[5], "id": "again", "published_at": None}]
    found = nd.find_copies(rows).deduplicate(excerpts=True)
    assert found.kept == ("other",)
    assert [(one.id, one.kind, one.to, one.kept) for one in found.dropped] == [
        ("first part", "excerpt", "other", "other"),
        ("again", "copy", "first part", "other"),
    ]


def test_the_longest_or_a_preferred_source_is_kept() -> None:
    assert [row["id"] for row in COPIES.keep(ROWS, prefer="longest")] == ["other", "long", "part"]
    assert [row["id"] for row in COPIES.keep(ROWS, prefer=["Báo X", "báo c ", "TTXVN"])] == ["other", "long", "part"]
    assert [row["id"] for row in COPIES.keep(ROWS, prefer=("Báo B", "Báo A"))] == ["late", "other", "part"]
    dropped = COPIES.deduplicate(prefer="longest").dropped
    assert {(one.id, one.to, one.kept) for one in dropped} == {("late", "wire", "long"), ("wire", "long", "long")}


def test_of_several_articles_of_the_preferred_source_the_earliest_is_kept() -> None:
    sources = ["Báo B", None, "TTXVN", None, "Báo B", None]
    assert COPIES.deduplicate(prefer=["Báo B"], sources=sources).kept == ("late", "other", "part")


def test_the_source_may_have_any_of_its_usual_names_and_be_a_mapping() -> None:
    named = [{"text": row["text"], "siteName": None, "publisher": {"name": row["source"]}} for row in ROWS]
    copies = nd.find_copies(named, threshold=0.6)
    expected = [named[3], named[4], named[5]]
    assert copies.keep(named, prefer=["Báo C"]) == expected
    assert copies.keep(pl.DataFrame(named), prefer=["Báo C"]).to_dicts() == expected


def test_a_source_that_no_row_has_is_a_warning_and_the_earliest_are_kept() -> None:
    with pytest.warns(ArticleWarning, match="no row is of 'Báo X'; sources are 'Báo A', 'Báo B', 'Báo C', 'TTXVN'"):
        assert COPIES.keep(ROWS, prefer=["Báo X"]) == [row for row in ROWS if row["id"] in KEPT]


@pytest.mark.parametrize("prefer", ["newest", "Báo A", [], [5], 5])
def test_a_rule_that_does_not_exist_is_an_error(prefer: Any) -> None:
    with pytest.raises(SettingError, match="prefer="):
        COPIES.keep(ROWS, prefer=prefer)


def test_a_preference_of_sources_needs_the_source_of_each_row() -> None:
    with pytest.raises(SettingError, match="needs the source of each row"):
        COPIES.deduplicate(prefer=["Báo A"])
    with pytest.raises(SettingError, match="needs the source of each row"):
        COPIES.keep([row["text"] for row in ROWS], prefer=["Báo A"])
    with pytest.raises(InputError, match="2 sources are given, but find_copies read 6 rows"):
        COPIES.deduplicate(prefer=["Báo A"], sources=["Báo A", "Báo B"])
    assert COPIES.keep(np.arange(6), prefer=["Báo C"], sources=[row["source"] for row in ROWS]).tolist() == [3, 4, 5]


FRAME = pd.DataFrame(ROWS, index=list("uvwxyz"))
TABLES = [
    FRAME,
    FRAME.set_index("id"),
    pl.DataFrame(ROWS),
    pa.Table.from_pylist(ROWS),
    nw.from_native(pl.DataFrame(ROWS)),
]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: type(table).__module__)
def test_a_table_comes_back_as_the_same_kind_with_all_its_columns(table: Any) -> None:
    kept = COPIES.keep(table)
    assert type(kept) is type(table)
    assert nw.from_native(kept)["views"].to_list() == [5, 6, 8]
    assert nw.from_native(COPIES.keep(table, prefer=["Báo C"]))["views"].to_list() == [6, 7, 8]
    assert nw.from_native(kept).columns == nw.from_native(table).columns
    assert nd.find_copies(table, threshold=0.6).is_kept.tolist() == COPIES.is_kept.tolist()


def test_a_pandas_table_keeps_its_index() -> None:
    assert COPIES.keep(FRAME).index.tolist() == ["w", "x", "z"]
    assert COPIES.keep(FRAME["text"]).index.tolist() == ["w", "x", "z"]
    assert COPIES.keep(FRAME.set_index("id")).index.tolist() == KEPT


def test_columns_arrays_and_lists_come_back_as_what_they_are() -> None:
    texts = [row["text"] for row in ROWS]
    expected = [texts[2], texts[3], texts[5]]
    assert COPIES.keep(texts) == expected
    assert COPIES.keep(tuple(texts)) == tuple(expected)
    assert COPIES.keep(iter(texts)) == expected
    assert COPIES.keep(np.array(texts)).tolist() == expected
    assert COPIES.keep(pl.Series(texts)).to_list() == expected
    assert COPIES.keep(pa.chunked_array([texts])).to_pylist() == expected
    assert COPIES.keep(ROWS) == [ROWS[2], ROWS[3], ROWS[5]]


def test_tables_of_narwhals_come_back_as_such_and_a_column_of_arrow_as_a_column() -> None:
    frame, lazy = nw.from_native(FRAME), nw.from_native(pl.LazyFrame(ROWS))
    assert isinstance(COPIES.keep(frame), nw.DataFrame)
    assert COPIES.keep(frame)["id"].to_list() == KEPT
    assert COPIES.keep(lazy).collect()["id"].to_list() == KEPT
    assert COPIES.keep(pa.array([row["id"] for row in ROWS])).to_pylist() == KEPT


def test_a_lazy_table_without_an_order_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsdedup.copies.deduplication.opened", lambda _: object())
    with pytest.raises(InputError, match="collect it"):
        COPIES.keep(object())


def test_a_lazy_polars_table_stays_lazy() -> None:
    kept = COPIES.keep(pl.LazyFrame(ROWS))
    assert isinstance(kept, pl.LazyFrame)
    assert kept.collect()["id"].to_list() == KEPT
    assert kept.filter(pl.col("views") > 5).collect()["id"].to_list() == KEPT[1:]
    assert COPIES.keep(pl.LazyFrame(ROWS), prefer=["Báo C"]).collect()["id"].to_list() == ["other", "long", "part"]
    with pytest.raises(InputError, match="5 rows are given"):
        COPIES.keep(pl.LazyFrame(ROWS[:5]))


def test_articles_come_back_as_articles_that_can_be_used_on() -> None:
    articles = nd.read_articles(ROWS)
    kept = nd.find_copies(articles, threshold=0.6).keep(articles)
    assert [article.id for article in kept] == KEPT
    assert kept.rows == (0, 1, 2)
    assert kept.rejected == ()
    assert nd.find_copies(kept, threshold=0.6).kept == tuple(KEPT)
    assert [article.id for article in COPIES.keep(articles, prefer=["Báo C"])] == ["other", "long", "part"]
    assert [article.source for article in nd.find_copies(list(articles)).keep(list(articles), prefer=["Báo C"])] == [
        "Báo A",
        "Báo C",
        None,
    ]


def test_notices_stay_with_the_articles_that_are_kept() -> None:
    rows = [{"id": "late", "text": WIRE, "published_at": "?"}, *ROWS[2:4], {**ROWS[5], "published_at": "?"}]
    with pytest.warns(ArticleWarning):
        articles = nd.read_articles(rows)
    kept = nd.find_copies(articles).keep(articles)
    assert [(one.id, one.row) for one in kept.notices] == [("part", 2)]


@pytest.mark.parametrize(
    "rows", [ROWS[:-1], FRAME[:3], pl.DataFrame(ROWS[:2]), np.arange(7), iter(ROWS[1:]), FRAME["id"][1:]]
)
def test_more_or_fewer_rows_than_were_read_are_an_error(rows: Any) -> None:
    with pytest.raises(InputError, match=r"\d rows are given, but find_copies read 6 rows: give one for each"):
        COPIES.keep(rows)


@pytest.mark.parametrize("rows", ["news.jsonl", {"id": "a"}, nd.Article("một tin"), 5, None])
def test_what_has_no_rows_is_an_error(rows: Any) -> None:
    with pytest.raises(InputError):
        COPIES.keep(rows)


def test_other_articles_than_those_that_were_read_are_an_error() -> None:
    with pytest.raises(InputError, match="these are not the articles that find_copies read"):
        COPIES.keep(nd.read_articles([{**row, "id": f"{row['id']}!"} for row in ROWS]))


def test_the_dropped_articles_are_a_table() -> None:
    table = COPIES.deduplicate().to_frame(kind="polars")
    assert table.columns == ["id", "row", "kind", "to", "jaccard", "containment", "kept"]
    assert table["id"].to_list() == ["late", "long"]
    assert len(nd.find_copies([OTHER]).deduplicate().to_frame(kind="polars")) == 0


def test_a_preferred_article_does_not_stand_for_one_with_which_it_has_too_little_in_common() -> None:
    """The first is a copy of both others, which share little; neither of them can be kept for the other."""
    middle, left, right = (" ".join(SENTENCES[a:b]) for a, b in ((0, 12), (0, 8), (4, 12)))
    rows = [{"id": "middle", "text": middle, "published_at": "2025-06-14"}, {"id": "left", "text": left}]
    rows.append({"id": "right", "text": right, "source": "TTXVN"})
    found = nd.find_copies(rows, threshold=0.6)
    assert found.kept == ("middle",)
    assert [row["id"] for row in found.keep(rows, prefer=["TTXVN"])] in (["left", "right"], ["middle", "right"])


@st.composite
def collections(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Articles made of runs of sentences, some without a text."""
    runs = draw(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 8)), min_size=1, max_size=10))
    days = draw(st.lists(st.integers(1, 28), min_size=len(runs), max_size=len(runs)))
    return [
        {
            "id": f"{number}",
            "text": " ".join(SENTENCES[start : start + length]),
            "published_at": f"2025-06-{day:02}",
            "source": f"Báo {(start + day) % 3}",
        }
        for number, ((start, length), day) in enumerate(zip(runs, days, strict=True))
    ]


RULES = st.sampled_from(["earliest", "longest", ["Báo 1", "Báo 0", "Báo 2", "Báo 9"]])


@pytest.mark.filterwarnings("ignore::newsdedup.ArticleWarning")  # a collection may be of blank texts
@settings(max_examples=60, deadline=None)
@given(collections(), RULES, st.booleans())
def test_rows_are_kept_or_dropped_or_rejected(rows: list[dict[str, Any]], prefer: Any, excerpts: bool) -> None:
    copies = nd.find_copies(rows)
    found = copies.deduplicate(prefer=prefer, excerpts=excerpts, sources=[row["source"] for row in rows])
    dropped, rejected = [one.row for one in found.dropped], [one.row for one in copies.rejected]
    assert sorted([*np.flatnonzero(found.is_kept).tolist(), *dropped, *rejected]) == list(range(len(rows)))
    assert [row["id"] for row in copies.keep(rows, prefer=prefer, excerpts=excerpts)] == list(found.kept)
    assert all(one.kept in found.kept for one in found.dropped)


def shingles(text: str) -> set[tuple[str, ...]]:
    words = text.lower().replace(".", "").split()
    return {tuple(words[start : start + 5]) for start in range(max(1, len(words) - 4))}


@pytest.mark.filterwarnings("ignore::newsdedup.ArticleWarning")  # a collection may be of blank texts
@settings(max_examples=60, deadline=None)
@given(collections(), RULES)
def test_a_dropped_article_has_much_in_common_with_the_one_that_is_kept(
    rows: list[dict[str, Any]], prefer: Any
) -> None:
    copies = nd.find_copies(rows)
    texts = {row["id"]: shingles(row["text"]) for row in rows}
    for one in copies.deduplicate(prefer=prefer, sources=[row["source"] for row in rows]).dropped:
        mine, kept = texts[one.id], texts[one.kept]
        assert len(mine & kept) / len(mine | kept) >= 2 / 3 * 0.5 - 1e-8


@pytest.mark.filterwarnings("ignore::newsdedup.ArticleWarning")  # a collection may be of blank texts
@settings(max_examples=30, deadline=None)
@given(collections(), RULES, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_makes_no_difference(
    rows: list[dict[str, Any]], prefer: Any, chance: random.Random
) -> None:
    shuffled = chance.sample(rows, len(rows))
    kept, again = (nd.find_copies(some).keep(some, prefer=prefer) for some in (rows, shuffled))
    assert sorted(row["text"] for row in kept) == sorted(row["text"] for row in again)


@pytest.mark.parametrize("of", [pd.DataFrame, lambda rows: pl.DataFrame(rows), pa.Table.from_pylist, list])
def test_rows_in_another_order_are_known_by_their_ids(of: Any) -> None:
    order = random.Random(5).sample(ROWS, len(ROWS))
    found = nd.find_copies(of(ROWS), threshold=0.6)
    kept = found.keep(of(order))
    names = [row["id"] for row in kept] if of is list else nw.from_native(kept)["id"].to_list()
    assert names == [row["id"] for row in order if row["id"] in KEPT]


def test_rows_in_another_order_without_ids_are_known_by_their_index() -> None:
    frame = pd.DataFrame(ROWS, index=list("abcdef")).drop(columns="id")
    found = nd.find_copies(frame, threshold=0.6)
    assert found.keep(frame[::-1]).index.tolist() == found.keep(frame).index.tolist()[::-1]


IN_ORDER = ("Giá vàng tăng mạnh sáng nay tại Hà Nội", "Mưa lớn ở Huế", "Giá vàng tăng mạnh sáng nay tại Hà Nội!")


@pytest.mark.parametrize(
    "of",
    [
        list,
        lambda texts: [{"text": text} for text in texts],
        lambda texts: pd.DataFrame({"text": texts}),
        lambda texts: pl.DataFrame({"text": texts}),
        lambda texts: pl.Series(texts),
        lambda texts: np.array(texts, object),
        lambda texts: list(nd.read_articles(list(texts))),
    ],
)
def test_rows_in_another_order_without_ids_are_known_by_their_texts(of: Any) -> None:
    copies, turned = nd.find_copies(of(IN_ORDER)), of(IN_ORDER[1:] + IN_ORDER[:1])
    kept = set(copies.kept)
    found = nd.read_articles(copies.keep(turned))
    assert {one.id for one in found} == kept
    assert len(found) == 2


def test_rows_that_are_partly_others_are_an_error() -> None:
    rows = [{"id": name, "text": text} for name, text in zip("abc", IN_ORDER, strict=True)]
    with pytest.raises(InputError, match=r"row 2 \(id 'd'\) is not among the rows that find_copies read"):
        nd.find_copies(rows).keep([rows[1], rows[2], {"id": "d", "text": "Lũ về"}])
    with pytest.raises(InputError, match=r"row 2 \(id 'x'\)"):
        nd.find_copies(rows).keep([rows[0], rows[1], {"id": "x"}])


@pytest.mark.parametrize(
    "others",
    [
        ["Lũ về", "Bão", "Nắng"],
        [{"id": name, "text": "Lũ về"} for name in "xyz"],
        pd.DataFrame({"views": [1, 2, 3]}),
    ],
)
def test_rows_that_are_all_others_are_an_error(others: Any) -> None:
    rows = IN_ORDER if not isinstance(others[0:1], list) or isinstance(others[0], str) else ROWS[:1] + ROWS[2:4]
    with pytest.raises(InputError, match=r"find_copies read.*rows\[copies.is_kept\]"):
        nd.find_copies(list(rows)).keep(others)


TURNED = [
    ([{"nr": number, "text": text} for number, text in enumerate(IN_ORDER)], {"id": "nr"}),
    ([{"id": "same", "text": text} for text in IN_ORDER], None),
    ([{"text": f"<html><body><article><p>{text}</p></article></body></html>"} for text in IN_ORDER], None),
]


@pytest.mark.filterwarnings("ignore::newsdedup.support.errors.ArticleWarning")
@pytest.mark.parametrize("of", [list, pd.DataFrame, pl.DataFrame])
@pytest.mark.parametrize(("rows", "columns"), TURNED)
def test_rows_in_another_order_are_known_by_what_they_were_read_as(of: Any, rows: Any, columns: Any) -> None:
    read = nd.read_articles(of(rows), columns=columns)
    for found in (nd.find_copies(of(rows), columns=columns), nd.find_copies(read)):
        kept = [row["text"] for row, is_kept in zip(rows, found.is_kept, strict=True) if is_kept]
        for turned in (found.keep(of(rows[::-1])), found.deduplicate().keep(of(rows[::-1]))):
            texts = [row["text"] for row in turned] if of is list else list(turned["text"])
            assert texts == kept[::-1]


def test_a_preference_of_sources_follows_rows_in_another_order_and_the_named_column() -> None:
    rows = [{"nr": place, "text": text, "bao": f"B{place}"} for place, text in enumerate(IN_ORDER)]
    found = nd.find_copies(rows, columns={"id": "nr", "source": "bao"})
    for source in ("B0", "B2"):
        kept = [row["bao"] for row in found.keep(rows, prefer=[source])]
        assert source in kept
        assert [row["bao"] for row in found.keep(rows[::-1], prefer=[source])] == kept[::-1]


def test_values_that_are_no_articles_are_taken_by_their_places() -> None:
    found = nd.find_copies(list(IN_ORDER))
    assert found.keep([0, 1, 2]) == np.flatnonzero(found.is_kept).tolist()
    assert found.keep(np.ones((3, 2))).shape == (2, 2)
