"""Weighted terms, and who shares them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer

from newsdedup.grouping.sketch import grams, hashed
from newsdedup.grouping.terms import Terms, cosine, heaviest, nearest, ranked, sharing_terms, weighted

lines = st.lists(
    st.lists(st.sampled_from(["bão", "lũ", "giá", "vàng", "cầu"]), min_size=1, max_size=9), min_size=1, max_size=6
)


def terms_of(words: list[list[str]]) -> Terms:
    tokens = hashed(words)
    return weighted(grams(tokens, 1))


@given(lines)
def test_weights_are_those_of_scikit_learn(words: list[list[str]]) -> None:
    pairs = np.array([(i, j) for i in range(len(words)) for j in range(len(words))], np.int64)
    vectors = TfidfVectorizer(sublinear_tf=True, analyzer=lambda line: line).fit_transform(words)
    expected = [(vectors[[i]] @ vectors[[j]].T).toarray()[0, 0] for i, j in pairs]
    assert cosine(terms_of(words), pairs) == pytest.approx(expected)


@given(lines, st.randoms(use_true_random=False))
def test_weights_do_not_depend_on_the_order_of_articles(words: list[list[str]], chance: object) -> None:
    order = list(range(len(words)))
    chance.shuffle(order)  # type: ignore[attr-defined]
    moved = terms_of([words[place] for place in order])
    assert (moved.vocabulary == terms_of(words).vocabulary).all()
    assert moved.weights.toarray() == pytest.approx(terms_of(words).weights.toarray()[order])


def test_an_article_without_words_resembles_nothing() -> None:
    terms = terms_of([[], ["bão"], []])
    assert cosine(terms, np.array([(0, 1), (0, 2)])).tolist() == [0, 0]
    assert cosine(terms_of([]), np.zeros((0, 2), np.int64)).tolist() == []


def test_the_heaviest_terms_are_rare_ones_that_another_article_has_too() -> None:
    words = [["và", "bão", "số", "năm"], ["và", "bão", "số", "sáu"], ["và", "vàng"], ["và", "chợ"]]
    kept = heaviest(terms_of(words), 2)
    assert np.diff(kept.weights.indptr).tolist() == [2, 2, 1, 1]
    first = set(kept.vocabulary[kept.weights[[0]].indices].tolist())
    assert first == set(grams(hashed([["bão"], ["số"]]), 1).values.tolist())


def test_articles_that_share_their_terms_are_found_through_their_signatures() -> None:
    random = np.random.default_rng(0)
    words = [[f"từ{i}" for i in random.choice(5000, 40)] for _ in range(30)]
    words.append([*words[3][:15], "khác"])
    pairs = sharing_terms(heaviest(terms_of(words)), num_perm=128, seed=1)
    assert (3, 30) in set(map(tuple, pairs.tolist()))
    assert len(pairs) < 30 * 31 / 4


def test_fellows_are_ranked_from_both_ends() -> None:
    pairs, alike = np.array([(0, 1), (0, 2), (1, 2)]), np.array([0.2, 0.9, 0.5])
    assert ranked(pairs, alike).tolist() == [[1, 1], [0, 0], [0, 1]]
    assert nearest(pairs, alike, 1).tolist() == [False, True, True]
