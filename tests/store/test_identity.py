"""Old and new groups to events that keep their number, and to steps."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from newsdedup.store.identity import Identity, MembershipStep, fold_changes, matched_events, new_number

Members = dict[int, list[int]]
Groups = list[list[int]]


@st.composite
def partitions(draw: st.DrawFn) -> tuple[Members, Groups]:
    """Events with their articles, and groups in which some articles are missing and others are new."""
    places = st.tuples(st.sampled_from([None, 0, 1, 2, 5, 7]), st.sampled_from([None, 0, 1, 2, 3, 4]))
    before: Members = {}
    after: dict[int, list[int]] = {}
    for article, (event, group) in enumerate(draw(st.lists(places, max_size=25))):
        if event is not None:
            before.setdefault(event, []).append(article)
        if group is not None:
            after.setdefault(group, []).append(article)
    return before, list(after.values())


def named(identity: Identity) -> list[int]:
    return [new_number(place) if event is None else event for place, event in enumerate(identity.events)]


def split(event: int, other: int, *articles: int) -> MembershipStep:
    return MembershipStep("split", event, other=other, articles=articles)


def moved(event: int, other: int, article: int) -> MembershipStep:
    return MembershipStep("moved", event, other=other, article=article)


def new(event: int, article: int) -> MembershipStep:
    return MembershipStep("new", event, article=article)


def grown(event: int, article: int) -> MembershipStep:
    return MembershipStep("grown", event, article=article)


@given(partitions())
def test_folding_the_steps_onto_the_old_events_gives_the_new_groups(drawn: tuple[Members, Groups]) -> None:
    before, after = drawn
    identity = matched_events(before, after)
    expected = {number: set(group) for number, group in zip(named(identity), after, strict=True)}
    assert fold_changes(before, identity.steps) == expected


@given(partitions())
def test_after_each_step_an_article_is_in_one_event(drawn: tuple[Members, Groups]) -> None:
    before, after = drawn
    steps = matched_events(before, after).steps
    for count in range(len(steps)):
        members = fold_changes(before, steps[:count])
        assert max(Counter(article for articles in members.values() for article in articles).values(), default=1) == 1


@given(partitions())
def test_each_group_is_a_distinct_event_and_what_is_none_is_retired(drawn: tuple[Members, Groups]) -> None:
    before, after = drawn
    identity = matched_events(before, after)
    kept = [event for event in identity.events if event is not None]
    assert len(set(kept)) == len(kept)
    assert set(kept) | set(identity.retired) == set(before)
    assert not set(kept) & set(identity.retired)


@given(partitions())
def test_a_retired_event_leads_to_all_events_where_its_articles_are(drawn: tuple[Members, Groups]) -> None:
    before, after = drawn
    identity = matched_events(before, after)
    for event, targets in identity.retired.items():
        holders = {
            number for number, group in zip(named(identity), after, strict=True) if set(group) & {*before[event]}
        }
        assert set(targets) == holders
        assert len(targets) == len(holders)


@given(partitions())
def test_events_that_keep_their_articles_are_in_no_step(drawn: tuple[Members, Groups]) -> None:
    before, after = drawn
    identity = matched_events(before, after)
    groups = {frozenset(group) for group in after}
    unchanged = {event for event, articles in before.items() if frozenset(articles) in groups}
    assert unchanged <= set(identity.events)
    assert not unchanged & {number for step in identity.steps for number in (step.event, step.other)}


@given(partitions())
def test_what_stays_as_it_was_gives_no_steps(drawn: tuple[Members, Groups]) -> None:
    before, _ = drawn
    identity = matched_events(before, list(before.values()))
    assert identity == Identity(tuple(before), {}, ())


@given(partitions(), st.randoms(use_true_random=False))
def test_the_order_of_groups_and_articles_does_not_matter(drawn: tuple[Members, Groups], chance: random.Random) -> None:
    before, after = drawn
    order = chance.sample(range(len(after)), len(after))
    mixed_events = chance.sample(sorted(before), len(before))
    again = matched_events(
        {event: chance.sample(before[event], len(before[event])) for event in mixed_events},
        [chance.sample(after[place], len(after[place])) for place in order],
    )
    identity = matched_events(before, after)
    lowest = {new_number(place): ("new", min(group)) for place, group in enumerate(after)}
    lowest_again = {new_number(place): ("new", min(after[origin])) for place, origin in enumerate(order)}

    def named_by_articles(found: Identity, names: dict[int, tuple[str, int]]) -> list[object]:
        return [
            (step.kind, names.get(step.event, step.event), step.other, step.article, step.articles)
            for step in found.steps
        ]

    assert [again.events[order.index(place)] for place in range(len(after))] == list(identity.events)
    assert again.retired == identity.retired
    assert named_by_articles(again, lowest_again) == named_by_articles(identity, lowest)


@given(partitions())
def test_an_event_is_merged_if_all_its_articles_that_are_left_go_to_one_other(drawn: tuple[Members, Groups]) -> None:
    before, after = drawn
    identity = matched_events(before, after)
    merged = {step.event: step.other for step in identity.steps if step.kind == "merged"}
    assert merged == {event: targets[0] for event, targets in identity.retired.items() if len(targets) == 1}
    assert not set(merged) & {step.other for step in identity.steps if step.kind == "moved"}


def test_an_event_keeps_its_number_where_most_of_its_articles_are() -> None:
    identity = matched_events({3: [1, 2, 3, 4, 5]}, [[1, 2], [3, 4, 5]])
    assert identity.events == (None, 3)
    assert identity.steps == (split(-1, 3, 1, 2),)


def test_of_two_merged_events_of_equal_size_the_older_stays() -> None:
    identity = matched_events({8: [1, 2], 4: [3, 4]}, [[1, 2, 3, 4]])
    assert identity.events == (4,)
    assert identity.retired == {8: (4,)}
    assert identity.steps == (MembershipStep("merged", 8, other=4),)


def test_of_two_equal_halves_the_one_with_the_lowest_article_keeps_the_number() -> None:
    assert matched_events({4: [1, 2, 3, 4]}, [[2, 4], [1, 3]]).events == (None, 4)


def test_an_event_whose_articles_go_to_two_others_is_retired_by_moves() -> None:
    identity = matched_events({1: [1, 2], 2: [3, 4], 3: [5, 6]}, [[1, 2, 5], [3, 4, 6]])
    assert identity.retired == {3: (1, 2)}
    assert identity.steps == (moved(1, 3, 5), moved(2, 3, 6))


def test_the_steps_of_merged_events_are_in_the_order_of_their_numbers() -> None:
    """A set of 1 and 16 begins with 16."""
    identity = matched_events({16: [2], 1: [3], 20: [4, 5]}, [[2, 3, 4, 5]])
    assert list(identity.retired) == [1, 16]
    assert [step.event for step in identity.steps] == [1, 16]


def test_articles_in_no_group_are_removed_and_the_rest_of_their_event_may_still_merge() -> None:
    identity = matched_events({1: [1, 2], 2: [3, 4], 3: [5]}, [[1, 2, 3]])
    assert identity.retired == {2: (1,), 3: ()}
    removed = (MembershipStep("removed", 2, article=4), MembershipStep("removed", 3, article=5))
    assert identity.steps == (*removed, MembershipStep("merged", 2, other=1))


def test_a_new_event_begins_with_its_lowest_article_and_grows_by_the_others() -> None:
    assert matched_events({}, [[9, 7, 8]]).steps == (new(-1, 7), grown(-1, 8), grown(-1, 9))


def test_newcomers_join_a_new_event_that_splits_from_one_event() -> None:
    identity = matched_events({1: [1, 2, 3]}, [[1, 2], [0, 3]])
    assert identity.steps == (split(-2, 1, 3), grown(-2, 0))


def test_a_new_event_with_articles_of_several_events_begins_with_a_newcomer() -> None:
    before = {1: [1, 2, 3], 2: [4, 5, 6]}
    identity = matched_events(before, [[1, 2], [4, 5], [3, 6, 7, 8]])
    assert identity.steps == (new(-3, 7), moved(-3, 1, 3), moved(-3, 2, 6), grown(-3, 8))


def test_without_a_newcomer_it_splits_from_the_event_that_gives_most() -> None:
    before = {1: [1, 2, 3], 2: [4, 5, 6, 7, 8, 9]}
    identity = matched_events(before, [[1, 2], [4, 5, 6], [3, 7, 8], [9]])
    assert identity.steps == (split(-3, 2, 7, 8), moved(-3, 1, 3), split(-4, 2, 9))


@frozen
class Row:
    """A row of a feed: events by their ids."""

    kind: str
    event: str | None = None
    other: str | None = None
    n: int | None = None
    data: dict[str, Any] | None = None


def test_rows_of_a_feed_are_folded_as_steps_are() -> None:
    feed = [
        Row("new", "a1", n=1),
        Row("grown", "a1", n=2),
        Row("grown", "a1", n=3),
        Row("split", "b2", "a1", data={"articles": [2, 3]}),
        Row("new", "c3", n=4),
        Row("moved", "c3", "b2", n=3),
        Row("merged", "b2", "a1"),
        Row("removed", "c3", n=4),
    ]
    assert fold_changes({}, feed) == {"a1": {1, 2}, "c3": {3}}
    assert fold_changes(fold_changes({}, feed), [Row("removed", "c3", n=3)]) == {"a1": {1, 2}}


@pytest.mark.parametrize("kind", ["figure", "conflict", "resolved", "corrected"])
def test_changes_of_other_kinds_change_no_articles(kind: str) -> None:
    assert fold_changes({"a1": [1], "b2": []}, [Row(kind, "a1", n=1, data={"value": 5})]) == {"a1": {1}}


def test_folding_leaves_the_old_events_as_they_were() -> None:
    before = {1: {1, 2}}
    fold_changes(before, [grown(1, 3)])
    assert before == {1: {1, 2}}
