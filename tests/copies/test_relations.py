"""Representatives, links and origins, over rows."""

from __future__ import annotations

from typing import Any

import numpy as np

from newsdedup.copies.pairs import verified_pairs
from newsdedup.copies.relations import (
    copy_links,
    earliest_of_each,
    excerpt_links,
    origin_of_each,
    rank_by_size,
)


def rows(*values: int) -> np.ndarray:
    return np.array(values, np.int64)


def scored(*pairs: tuple[int, int, float, float]) -> np.ndarray:
    left, right, score, containment = zip(*pairs, strict=True)
    return verified_pairs(rows(*left), rows(*right), np.array(score), np.array(containment))


def targets(links: Any) -> dict[int, int]:
    return dict(zip(links["row"].tolist(), links["to"].tolist(), strict=True))


def excerpts_of(labels: np.ndarray, order: np.ndarray, sizes: np.ndarray, excerpts: np.ndarray) -> dict[int, int]:
    first = earliest_of_each(labels, order)
    return targets(excerpt_links(excerpts, labels, first, order, rank_by_size(sizes, order)))


def test_the_earliest_article_represents_its_group_and_a_rejected_row_none() -> None:
    assert earliest_of_each(rows(0, 1, -1, 0, 1), rows(3, 1, -1, 0, 2)).tolist() == [3, 1]


def test_the_largest_article_ranks_first_and_of_equal_ones_the_earliest() -> None:
    assert rank_by_size(rows(10, 20, 20), rows(0, 2, 1)).tolist() == [2, 1, 0]


def test_a_copy_links_to_its_representative_if_they_were_compared() -> None:
    pairs = scored((0, 2, 0.6, 1.0), (1, 2, 0.9, 1.0), (0, 1, 0.9, 1.0))
    assert targets(copy_links(pairs, rows(0, 0, 0), rows(0), rows(0, 1, 2))) == {1: 0, 2: 0}


def test_a_copy_that_was_not_compared_with_its_representative_links_to_the_most_similar_article() -> None:
    pairs = scored((0, 1, 0.8, 1.0), (1, 3, 0.6, 1.0), (2, 3, 0.7, 1.0), (0, 2, 0.8, 1.0))
    links = copy_links(pairs, rows(0, 0, 0, 0), rows(0), rows(0, 1, 2, 3))
    assert targets(links) == {1: 0, 2: 0, 3: 2}
    assert links["score"][links["row"] == 3] == 0.7


def test_of_equally_similar_articles_a_copy_links_to_the_earlier() -> None:
    pairs = scored((0, 1, 0.8, 1.0), (0, 2, 0.8, 1.0), (1, 3, 0.7, 1.0), (2, 3, 0.7, 1.0))
    assert targets(copy_links(pairs, rows(0, 0, 0, 0), rows(0), rows(0, 2, 1, 3)))[3] == 2


def test_an_excerpt_links_to_the_larger_article_whichever_came_first() -> None:
    for order in (rows(0, 1), rows(1, 0)):
        assert excerpts_of(rows(0, 1), order, rows(10, 50), scored((0, 1, 0.2, 0.9))) == {0: 1}


def test_an_excerpt_links_to_the_article_that_contains_most_of_it_and_of_equal_ones_to_the_earliest() -> None:
    labels, sizes = rows(0, 1, 2, 3), rows(10, 50, 60, 70)
    most = scored((0, 1, 0.2, 0.8), (0, 2, 0.2, 0.9), (0, 3, 0.2, 0.85))
    equal = scored((0, 1, 0.2, 0.9), (0, 2, 0.2, 0.9), (0, 3, 0.2, 0.9))
    assert excerpts_of(labels, rows(0, 1, 2, 3), sizes, most) == {0: 2}
    assert excerpts_of(labels, rows(0, 3, 2, 1), sizes, equal) == {0: 3}


def test_only_the_representative_of_a_group_is_an_excerpt() -> None:
    labels, order, sizes = rows(0, 0, 1), rows(0, 1, 2), rows(10, 9, 50)
    assert excerpts_of(labels, order, sizes, scored((1, 2, 0.2, 0.9))) == {}


def test_a_group_whose_representative_is_smaller_cannot_be_the_source_of_an_excerpt() -> None:
    labels, order, sizes = rows(0, 1, 1), rows(0, 1, 2), rows(20, 15, 50)  # row 2 contains row 0, row 1 does not
    assert excerpts_of(labels, order, sizes, scored((0, 2, 0.3, 0.9))) == {}


def test_an_article_is_not_an_excerpt_of_a_smaller_one_even_if_that_copies_a_larger_one() -> None:
    labels, order, sizes = rows(0, 1, 1), rows(0, 1, 2), rows(10, 50, 8)
    assert excerpts_of(labels, order, sizes, scored((0, 2, 0.3, 0.9))) == {}


def test_an_origin_is_followed_through_excerpts_of_excerpts_and_through_copies() -> None:
    labels, order, sizes = rows(0, 1, 1, 2), rows(0, 1, 2, 3), rows(5, 20, 19, 50)
    first, rank = earliest_of_each(labels, order), rank_by_size(sizes, order)
    excerpts = scored((0, 2, 0.2, 0.9), (1, 3, 0.3, 0.9))
    links = excerpt_links(excerpts, labels, first, order, rank)
    assert origin_of_each(labels, first, rank, links).tolist() == [3, 3, 3]
