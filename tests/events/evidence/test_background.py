"""How common words and phrases are in news in general."""

from __future__ import annotations

import numpy as np
import pytest

from newsdedup.events.evidence.background import Background, background
from newsdedup.events.evidence.terms import Counts, Terms, counted, weighted
from newsdedup.events.reading.views import hashed_words
from newsdedup.kernels import term_weights
from newsdedup.kernels.ragged import Ragged

pytestmark = pytest.mark.kernels


def rows_of(*texts: str) -> Ragged:
    """The hashed words of each text."""
    words = [text.split() for text in texts]
    hashes = hashed_words(word for one in words for word in one)
    return Ragged.of_lengths(hashes, np.array([len(one) for one in words], np.int64))


def hash_of(phrase: str) -> int:
    found, rows = np.empty(1, np.uint32), rows_of(phrase)
    term_weights.hash_rows(rows.values, rows.offsets, found)
    return int(found[0])


def count_of(phrase: str, longest: int = 2) -> int:
    """The articles of the background that have a term."""
    found = background(longest)
    place = np.flatnonzero(found.terms == hash_of(phrase))
    return int(found.counts[place].sum())


def held(counts: Counts, phrase: str) -> int:
    return int(counts.held[hash_of(phrase) >> counts.shift, 0])


def test_common_words_are_in_much_of_the_background_and_rare_ones_in_none() -> None:
    n = background(1).articles
    assert count_of("của") > count_of("sách") > 0
    assert n >= count_of("the") > n / 10
    assert count_of("điểmcầu") == 0


def test_only_with_two_words_in_a_term_it_has_phrases() -> None:
    assert count_of("of the", 2) > 0 == count_of("of the", 1)
    assert set(background(1).terms.tolist()) < set(background(2).terms.tolist())


@pytest.mark.parametrize("longest", [1, 2])
def test_each_term_is_there_once_and_in_no_more_articles_than_there_are(longest: int) -> None:
    found = background(longest)
    assert (np.diff(found.terms.astype(np.int64)) > 0).all()
    assert 0 < found.counts.min() <= found.counts.max() <= found.articles


def test_of_two_articles_the_background_shows_which_common_words_are_chance() -> None:
    articles = rows_of("của các lũ quét", "của các lũ quét", "gạo")
    alone, beside = (weighted(articles, beside=one) for one in (None, background(1)))

    def weight(found: Terms, word: str) -> float:
        ordered = np.sort(found.weights[found.rows.offsets[0] : found.rows.offsets[1]])
        return float(ordered[-1] if word == "rare" else ordered[0])

    assert np.isclose(weight(alone, "rare"), weight(alone, "common"))
    assert weight(beside, "rare") > 2 * weight(beside, "common")


def test_a_term_of_two_words_is_hashed_as_the_terms_of_articles_are() -> None:
    """Of a text of two words, the terms of two words are its only one."""
    kept = weighted(rows_of("bão lũ", "bão lũ"), (2,)).rows
    assert kept.values.tolist() == [hash_of("bão lũ")] * 2


def known(count: int, articles: int) -> Background:
    """A background that knows one word."""
    return Background(np.array([hash_of("bão")], np.uint32), np.array([count]), articles)


def test_a_term_is_counted_in_the_corpus_and_the_background_together() -> None:
    found = counted(rows_of("bão lũ", "bão", "gạo"), beside=known(50, 1000))
    assert (held(found, "bão"), held(found, "lũ"), found.articles) == (52, 1, 1003)


def test_a_term_that_a_corpus_certainly_has_more_often_is_as_common_as_there() -> None:
    found = counted(rows_of(*["bão"] * 100), beside=known(10, 900))
    assert held(found, "bão") == 10 * (100 - 2 * 10)  # of 1000 articles: the share in the corpus, less two deviations


def test_one_article_proves_nothing() -> None:
    found = counted(rows_of("bão"), beside=known(10, 900))
    assert held(found, "bão") == 11


def test_no_term_is_in_more_articles_than_there_are() -> None:
    found = counted(rows_of(*["bão"] * 100), beside=known(900, 900))
    assert held(found, "bão") == 1000
    over = counted(rows_of("bão"), beside=Background(np.repeat(known(1, 1).terms, 9), np.full(9, 900), 900))
    assert held(over, "bão") == 901


@pytest.mark.parametrize("threads", [1, 3])
def test_any_number_of_threads_counts_the_same(threads: int) -> None:
    rows = rows_of("bão lũ gạo", "bão vàng", "chợ")
    expected, found = (
        counted(rows, (1, 2), beside=background(2)),
        counted(rows, (1, 2), beside=background(2), threads=threads),
    )
    assert (found.held[:, 0] == expected.held[:, 0]).all()


def test_without_articles_the_background_alone_counts() -> None:
    found = counted(rows_of(), beside=known(7, 900))
    assert (held(found, "bão"), found.articles) == (7, 900)
