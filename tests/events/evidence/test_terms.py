"""Weighted terms, and the articles that share them."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer

from newsdedup.articles.article import Article
from newsdedup.events.evidence import terms
from newsdedup.events.evidence.terms import (
    Terms,
    cosine,
    nearest,
    neighbour_pairs,
    neighbours,
    ranked,
    to_neighbours,
    weighted,
)
from newsdedup.events.reading.views import read_views
from newsdedup.kernels.ragged import Ragged

pytestmark = pytest.mark.kernels

lines = st.lists(
    st.lists(st.sampled_from(["bão", "lũ", "giá", "vàng", "cầu"]), min_size=1, max_size=9), min_size=1, max_size=6
)


def words_of(words: list[list[str]]) -> Ragged:
    return read_views([Article("…", title=" ".join(line)) for line in words])["words"]


def terms_of(words: list[list[str]], *sizes: int, most: int = 128) -> Terms:
    return weighted(words_of(words), sizes or (1,), most=most)


def all_pairs(n: int) -> np.ndarray:
    return np.array([(i, j) for i in range(n) for j in range(i + 1, n)], np.int64).reshape(-1, 2)


@given(lines, st.sampled_from([(1,), (1, 2)]))
def test_weights_are_those_of_scikit_learn(words: list[list[str]], sizes: tuple[int, ...]) -> None:
    pairs = all_pairs(len(words))
    grams = {(1,): lambda line: line, (1, 2): lambda line: [*line, *map(" ".join, pairwise(line))]}[sizes]
    padded = [line if len(line) > 1 else line * 2 for line in words]  # one word alone has no pair of words here
    vectors = TfidfVectorizer(sublinear_tf=True, analyzer=grams).fit_transform(padded)
    expected = [(vectors[[i]] @ vectors[[j]].T).toarray()[0, 0] for i, j in pairs]
    assert cosine(terms_of(padded, *sizes), pairs) == pytest.approx(expected, abs=1e-6)


@given(lines, st.permutations(range(6)))
def test_weights_do_not_depend_on_the_order_of_articles(words: list[list[str]], order: list[int]) -> None:
    order = [place for place in order if place < len(words)]
    one, moved = terms_of(words), terms_of([words[place] for place in order])
    for row, place in enumerate(order):
        assert moved.rows[row].tolist() == one.rows[place].tolist()
    assert cosine(one, all_pairs(len(words))).sum() == pytest.approx(cosine(moved, all_pairs(len(words))).sum())


def test_an_article_without_words_resembles_nothing() -> None:
    terms = terms_of([[], ["bão"], []])
    assert cosine(terms, np.array([(0, 1), (0, 2)])).tolist() == [0, 0]
    assert cosine(terms_of([]), np.zeros((0, 2), np.int64)).tolist() == []
    assert neighbours(terms, 2).tolist() == [[-1, -1]] * 3


def test_the_heaviest_terms_are_rare_ones_that_another_article_has_too() -> None:
    words = [["và", "bão", "số", "năm"], ["và", "bão", "số", "sáu"], ["và", "vàng"], ["và", "chợ"]]
    kept = terms_of(words, most=2).rows
    assert kept.lengths.tolist() == [2, 2, 1, 1]
    assert kept[0].tolist() == terms_of([["bão", "số"]] * 2).rows[0].tolist()
    assert kept[0].tolist() == kept[1].tolist()
    assert (np.diff(kept[0].astype(np.int64)) > 0).all()


def some_news() -> list[list[str]]:
    random = np.random.default_rng(0)
    words = [[f"từ{i}" for i in random.choice(5000, 40)] for _ in range(300)]
    return [*words, [*words[3][:15], "khác"]]


def test_those_that_share_rare_terms_are_neighbours_the_nearest_first() -> None:
    terms = terms_of(some_news())
    around = neighbours(terms, 5)
    assert around[300, 0] == 3
    assert around[3, 0] == 300
    assert {3, 300} <= set(neighbour_pairs(around[[3, 300]][:, :1]).ravel().tolist()) | {3}
    alike = to_neighbours(terms, around)
    assert (np.diff(alike, axis=1) <= 1e-6).all()
    assert alike[around < 0].tolist() == [0] * int((around < 0).sum())


def test_neighbours_are_those_of_every_pair_where_nothing_is_common_to_many() -> None:
    terms = terms_of(some_news())
    pairs = all_pairs(301)
    dense = np.zeros((301, 301))
    dense[pairs[:, 0], pairs[:, 1]] = dense[pairs[:, 1], pairs[:, 0]] = cosine(terms, pairs)
    best = -np.sort(-dense, axis=1)[:, :5]
    assert to_neighbours(terms, neighbours(terms, 5)) == pytest.approx(best, abs=1e-6)


def test_the_candidates_of_an_article_are_bounded_however_similar_the_news_is() -> None:
    bulletins = [["giá", "vàng", "hôm", "nay", f"số{number // 2}"] for number in range(400)]
    around = neighbours(terms_of(bulletins), 5, budget=100)
    assert (around[:, 0] == np.arange(400) ^ 1).all()
    assert (around[:, 1:] == -1).all()


def test_neighbours_do_not_depend_on_the_parts_that_posting_lists_are_made_in(monkeypatch: pytest.MonkeyPatch) -> None:
    found = terms_of([f"a{n % 7} b{n % 5} c{n % 3}".split() for n in range(40)], 1, 2)
    expected = neighbours(found, 5)
    monkeypatch.setattr(terms, "_PART", 1)
    assert neighbours(found, 5).tolist() == expected.tolist()


def test_any_number_of_threads_gives_the_same_terms_and_neighbours() -> None:
    words = words_of(some_news())
    one, three = (weighted(words, (1, 2), threads=threads) for threads in (1, 3))
    assert (one.rows.values == three.rows.values).all()
    assert (one.weights == three.weights).all()
    assert (neighbours(one, 9, threads=1) == neighbours(three, 9, threads=3)).all()


def test_pairs_are_ranked_from_both_ends() -> None:
    pairs, alike = np.array([(0, 1), (0, 2), (1, 2)]), np.array([0.2, 0.9, 0.5])
    assert ranked(pairs, alike).tolist() == [[1, 1], [0, 0], [0, 1]]
    assert nearest(pairs, alike, 1).tolist() == [False, True, True]
