"""What a window of time leaves to compare, and why a corpus can be measured in parts."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdedup.copies.pairs import union
from newsdedup.events.evidence.gather import CorpusContext, measured_candidates
from newsdedup.events.evidence.terms import Terms, cosine, neighbours, weighted
from newsdedup.events.evidence.windows import HALO, TimeOrder
from newsdedup.events.reading.reports import near_in_time
from newsdedup.kernels.ragged import Floats, Integers, Ragged

pytestmark = pytest.mark.kernels

WINDOW = 10.0


def hours_of_some(kinds: Sequence[tuple[str, int]]) -> Floats:
    """First and last hour of articles: at a moment, on a day, or undated."""
    first_and_last = {"moment": (0, 0), "day": (0, 24), "undated": (np.nan, np.nan)}
    return np.array([np.array(first_and_last[kind]) + hour for kind, hour in kinds], float).reshape(-1, 2)


@st.composite
def times(draw: st.DrawFn, least: int = 0) -> Floats:
    kinds = st.tuples(st.sampled_from(("moment", "moment", "day", "undated")), st.integers(0, 60))
    return hours_of_some(draw(st.lists(kinds, min_size=least, max_size=25)))


def all_near(hours: Floats, undated: str = "all") -> set[tuple[int, int]]:
    pairs = np.array([*itertools.combinations(range(len(hours)), 2)], np.int64).reshape(-1, 2)
    return set(map(tuple, pairs[near_in_time(hours[pairs[:, 0]], hours[pairs[:, 1]], WINDOW, undated)].tolist()))


@given(times(), st.sampled_from(("all", "none")))
def test_those_near_an_article_are_ranges_of_the_order(hours: Floats, undated: str) -> None:
    order = TimeOrder.of(hours, WINDOW, undated)
    found = set()
    for place, spans in enumerate(order.spans.tolist()):
        near = [order.articles[other] for span in spans for other in range(*span)]
        assert len(near) == len(set(near)) == order.n_near[order.articles[place]]
        found |= {(int(order.articles[place]), int(other)) for other in near}
    expected = all_near(hours, undated)
    assert found == expected | {(j, i) for i, j in expected} | {(i, i) for i in range(len(hours))}


@given(times(), st.data())
def test_articles_near_each_other_that_share_a_hash_are_pairs(hours: Floats, data: st.DataObject) -> None:
    held = data.draw(st.lists(st.sets(st.integers(0, 5)), min_size=len(hours), max_size=len(hours)))
    rows = Ragged.of_lengths(np.array([one for some in held for one in some], np.uint32), np.array([*map(len, held)]))
    pairs = TimeOrder.of(hours, WINDOW).sharing(rows)
    expected = {(i, j) for i, j in all_near(hours) if held[i] & held[j]}
    assert set(map(tuple, pairs.tolist())) == expected


def test_of_many_that_share_a_hash_each_is_compared_with_the_next() -> None:
    hours = hours_of_some([("day", 0), *(("moment", 0) for _ in range(99)), ("moment", 40)])
    rows = Ragged(np.zeros(101, np.uint32), np.arange(102))
    pairs = TimeOrder.of(hours, WINDOW).sharing(rows)
    few = 65  # the last of the crowd have few others after them
    assert len(union([pairs])) == (100 - few) + few * (few - 1) // 2
    assert 100 not in pairs
    assert set(range(100)) == set(pairs.ravel().tolist())


def some_terms(n: int) -> Terms:
    random = np.random.default_rng(n)
    return weighted(Ragged(random.integers(0, 40, 12 * n).astype(np.uint32), np.arange(n + 1) * 12))


@given(times(least=1))
def test_neighbours_within_a_window_are_the_nearest_of_those_near(hours: Floats) -> None:
    n = len(hours)
    terms, near, alike = some_terms(n), all_near(hours), np.zeros((n, n))
    for i, j in near:
        alike[i, j] = alike[j, i] = cosine(terms, np.array([(i, j)]))[0]
    around = neighbours(terms, 3, within=TimeOrder.of(hours, WINDOW))
    for row in range(n):
        found = around[row][around[row] >= 0]
        assert alike[row, found].tolist() == pytest.approx(sorted(alike[row][alike[row] > 0], reverse=True)[:3])


def measured(
    rows: Integers, hours: Floats, terms: dict[str, Terms], sentences: Ragged
) -> dict[tuple[int, ...], list[float]]:
    """The features of the pairs of some articles of a corpus, by the numbers of their articles there."""
    some = {name: one.take(rows) for name, one in terms.items()}
    lengths = {name: some[name].rows.lengths for name in ("words", "names", "numbers")}
    no_days = Ragged(np.zeros(0, np.uint32), np.zeros(len(rows) + 1, np.int64))
    pairs, alike, context = measured_candidates(
        some,
        lengths,
        hours[rows],
        no_days,
        sentences=sentences.take(rows),
        phrases=some["words"].rows,
        copied=np.zeros((0, 2), np.int64),
        within=TimeOrder.of(hours[rows], WINDOW),
        corpus=len(hours),
    )
    context = CorpusContext(
        **{**{name: getattr(context, name) for name in CONTEXT}, "gap_counts": np.zeros(11, np.int64)}
    )
    features = context.features(pairs, alike)
    columns = zip(*(features[name].tolist() for name in sorted(features)), strict=True)
    return dict(zip(map(tuple, rows[pairs].tolist()), map(list, columns), strict=True))


CONTEXT = ("terms", "lengths", "phrases", "levels", "shared_neighbours", "hours", "days", "sentences")


@given(st.integers(0, 1000), st.integers(20, 120), st.integers(0, 300))
def test_parts_that_overlap_by_a_halo_give_each_pair_the_same_evidence(seed: int, n: int, start: int) -> None:
    random = np.random.default_rng(seed)
    hours = np.repeat(random.integers(0, 300, n).astype(float), 2).reshape(-1, 2)
    hours[:, 1] += 24 * (random.random(n) < 0.2)
    kinds = ("words", "phrases_of_2", "opening", "headline", "names", "numbers")
    terms = {
        name: weighted(Ragged(random.integers(0, 60, 8 * n).astype(np.uint32), np.arange(n + 1) * 8)) for name in kinds
    }
    sentences = Ragged(random.integers(0, 30, n).astype(np.uint32), np.arange(n + 1))
    whole = measured(np.arange(n), hours, terms, sentences)
    end = start + 50
    reach = HALO * (WINDOW + 24)
    part = measured(
        np.flatnonzero((hours[:, 0] >= start - reach) & (hours[:, 0] < end + reach)), hours, terms, sentences
    )
    core = {i for i in range(n) if start <= hours[i, 0] < end}
    assert {pair: of for pair, of in part.items() if set(pair) & core} == {
        pair: of for pair, of in whole.items() if set(pair) & core
    }
