"""Values of one quantity beside its best."""

from __future__ import annotations

from claims import claim_of
from newsdedup.figures.reconcile.alternatives import alternatives_of, downward_steps, history_of
from newsdedup.figures.reconcile.voices import with_voices


def test_the_same_value_with_another_qualifier_is_a_step_neither_up_nor_down() -> None:
    printed = ["at least 20", "20", "35", "34"]
    history = history_of(with_voices([claim_of(words, words, hour=hour) for hour, words in enumerate(printed)]))
    assert [one.step for one in history] == [None, None, "up", "down"]


def test_a_value_that_the_earlier_words_allowed_lowers_nothing() -> None:
    claims = [claim_of("nearly 3000", "a", hour=7), claim_of("2870", "b", hour=8), claim_of("2500", "c", hour=9)]
    assert downward_steps(history_of(with_voices(claims)), claims[0]) == ("revised downwards, from 2,870 to 2,500",)


def test_values_of_equal_support_are_listed_with_the_largest_first() -> None:
    claims = [claim_of(words, article) for words, article in (("12", "a"), ("15", "b"), ("11", "c"), ("11", "d"))]
    assert [str(one.value) for one in alternatives_of(with_voices(claims))] == ["11", "15", "12"]
