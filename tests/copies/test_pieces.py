"""Groups of copies that are split, because two of their articles must not be in one group."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdedup.copies.find import find_copies
from newsdedup.copies.groups import CopyGroups
from newsdedup.support.components import Families

SENTENCES = [f"câu số {number} nói về việc {number * 7} ở nơi {number * 13} của tỉnh" for number in range(40)]
Split = tuple[list[tuple[int, int]], list[tuple[int, int]]]


def version(number: int) -> str:
    """One of a chain of versions, each more similar to the next than to those further on."""
    return ". ".join(SENTENCES[number : number + 12])


def dated(news: list[str]) -> list[dict[str, str]]:
    """Articles of which each is an hour younger than the one before."""
    return [
        {"id": f"{hour}", "text": text, "published_at": f"2025-06-14T{hour:02}:00:00Z"}
        for hour, text in enumerate(news)
    ]


def split(news: list[str], *apart: tuple[int, int], together: tuple[tuple[int, int], ...] = ()) -> CopyGroups:
    return find_copies(dated(news)).split(Families(together, apart))


NEWS = [version(0), version(0), version(1), version(1), version(2), version(0), version(20), version(20) + " thêm"]


@st.composite
def consistent_pairs(draw: st.DrawFn) -> Split:
    rows = st.integers(0, len(NEWS) - 1)
    together = draw(st.lists(st.tuples(rows, rows), max_size=3))
    families = Families(together)
    pairs = st.tuples(rows, rows).filter(lambda pair: not families.are_together(*pair))
    return together, draw(st.lists(pairs, max_size=6))


@pytest.fixture(scope="module")
def whole() -> CopyGroups:
    return find_copies(dated(NEWS))


def test_equal_texts_that_are_kept_apart_are_two_groups() -> None:
    found = split([version(0)] * 2, (0, 1))
    assert found.labels.tolist() == [0, 1]
    assert found.relations == {}
    assert found.cut_pairs[["left", "right"]].tolist() == [(0, 1)]


def test_other_copies_follow_the_one_that_they_are_more_similar_to() -> None:
    assert split([version(0), version(1), version(2), version(3)], (0, 3)).labels.tolist() == [0, 0, 1, 1]


def test_copies_that_are_as_similar_to_either_stay_with_the_earlier() -> None:
    assert split([version(0)] * 5, (1, 3)).labels.tolist() == [0, 0, 0, 1, 0]


def test_copies_of_a_text_whose_first_is_elsewhere_stay_one_group() -> None:
    """Equal texts are verified with the first of them only."""
    found = split([version(0)] * 4, (0, 1), (0, 2), (0, 3))
    assert found.labels.tolist() == [0, 1, 1, 1]
    assert {(name, one.to, one.jaccard) for name, one in found.relations.items()} == {("2", "1", 1.0), ("3", "1", 1.0)}


def test_a_copy_of_an_equal_text_stays_with_the_one_that_is_left() -> None:
    found = split([version(0), version(0), version(1)], (0, 1), (0, 2))
    assert found.labels.tolist() == [0, 1, 1]
    assert found.relations["2"].jaccard == find_copies([version(0), version(1)]).pairs["score"][0]


def test_a_group_is_split_where_families_contradict_its_copies() -> None:
    """0 and 1 are copies, and so are 2 and 3. 0 is kept apart from 2, but 1 and 3 belong together."""
    found = split([version(0), version(0), version(20), version(20)], (0, 2), together=((1, 3),))
    assert found.labels.tolist() == [0, 0, 1, 2]


def test_rows_of_other_groups_change_nothing(whole: CopyGroups) -> None:
    assert whole.split(Families([], [(0, 6)])) is whole


@given(consistent_pairs())
def test_no_group_has_two_rows_that_are_kept_apart(whole: CopyGroups, pairs: Split) -> None:
    together, apart = pairs
    found = whole.split(Families(*pairs))
    assert all(found.labels[one] != found.labels[other] for one, other in apart)
    assert len(set(zip(found.labels.tolist(), whole.labels.tolist(), strict=True))) == len(found.groups)
    families = Families([*together, *_chained(found.labels)])
    assert not any(families.are_together(one, other) for one, other in apart)


def _chained(labels: np.ndarray) -> list[tuple[int, int]]:
    return [(int(np.flatnonzero(labels == label)[0]), row) for row, label in enumerate(labels.tolist())]


@given(consistent_pairs(), st.randoms(use_true_random=False))
def test_the_order_of_articles_and_pairs_does_not_matter(pairs: Split, chance: random.Random) -> None:
    places = chance.sample(range(len(NEWS)), len(NEWS))
    news = dated(NEWS)
    moved = [[(places.index(a), places.index(b)) for a, b in chance.sample(part, len(part))] for part in pairs]
    found = find_copies([news[place] for place in places]).split(Families(*moved))
    expected = find_copies(news).split(Families(*pairs)).groups
    assert {frozenset(group) for group in found.groups} == {frozenset(group) for group in expected}


@given(consistent_pairs())
def test_groups_that_were_split_stay_so_at_another_threshold_and_whatever_is_preferred(
    whole: CopyGroups, pairs: Split
) -> None:
    found = whole.split(Families(*pairs))
    for again in (found.at(0.7), found.without(found.pairs["score"] < 0.9)):
        assert all(again.labels[one] != again.labels[other] for one, other in pairs[1])
    kept = found.deduplicate(prefer="longest")
    assert len(kept.kept) >= len(found.groups)
