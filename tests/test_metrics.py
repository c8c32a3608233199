"""Measures of agreement between groupings."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics.cluster import pair_confusion_matrix

from newsdedup.metrics import Agreement, Scores, adjusted_rand, b_cubed, pairwise, score
from newsdedup.support.errors import InputError

labels = st.integers(1, 25).flatmap(
    lambda n: st.tuples(*[st.lists(st.integers(0, 5), min_size=n, max_size=n) for _ in range(2)])
)


@given(labels)
def test_b_cubed_is_the_mean_over_articles(both: tuple[list[int], list[int]]) -> None:
    gold, found = both
    articles = range(len(gold))
    precision, recall = [], []
    for article in articles:
        made = {other for other in articles if found[other] == found[article]}
        known = {other for other in articles if gold[other] == gold[article]}
        precision.append(len(made & known) / len(made))
        recall.append(len(made & known) / len(known))
    result = b_cubed(gold, found)
    assert result.precision == pytest.approx(np.mean(precision))
    assert result.recall == pytest.approx(np.mean(recall))


@given(labels)
def test_pairwise_counts_the_pairs(both: tuple[list[int], list[int]]) -> None:
    (_, wrong), (missed, right) = pair_confusion_matrix(*both) / 2
    result = pairwise(*both)
    assert result.precision == pytest.approx(right / (right + wrong) if right + wrong else 1)
    assert result.recall == pytest.approx(right / (right + missed) if right + missed else 1)


@given(labels)
def test_numbering_of_groups_does_not_matter(both: tuple[list[int], list[int]]) -> None:
    gold, found = both
    named = [f"group {9 - label}" for label in found]
    for measure in (b_cubed, pairwise, adjusted_rand):
        assert measure(gold, named) == measure(gold, found)


def test_f1_is_the_harmonic_mean() -> None:
    assert Agreement(0.5, 1.0).f1 == pytest.approx(2 / 3)
    assert Agreement(0.0, 0.0).f1 == 0


def test_the_right_groups_score_one_and_no_articles_do_no_harm() -> None:
    for gold in ([0, 0, 1], []):
        assert b_cubed(gold, gold) == Agreement(1, 1)
        assert pairwise(gold, gold) == Agreement(1, 1)
        assert adjusted_rand(gold, gold) == 1


@given(labels)
def test_the_scores_are_those_of_each_measure(both: tuple[list[int], list[int]]) -> None:
    assert score(*both) == Scores(b_cubed(*both), pairwise(*both), adjusted_rand(*both), n_articles=len(both[0]))


@given(labels)
def test_articles_without_a_label_do_not_change_the_scores(both: tuple[list[int], list[int]]) -> None:
    gold, found = both
    with_others = score([*gold, None, float("nan"), 0], [*found, 0, 1, -1])
    assert with_others == Scores(
        *(measure(gold, found) for measure in (b_cubed, pairwise, adjusted_rand)),
        len(gold),
        n_unlabelled=2,
        n_rejected=1,
    )


def test_scores_are_printed_as_a_table() -> None:
    scores = Scores(Agreement(0.5, 1.0), Agreement(0.25, 1.0), 0.125, n_articles=1204, n_unlabelled=3, n_rejected=1)
    assert str(scores).splitlines() == [
        "                     precision  recall      F1",
        "B-cubed                  0.500   1.000   0.667",
        "pairwise                 0.250   1.000   0.400",
        "adjusted Rand index                      0.125",
        "1,204 articles, left out 3 without a known group and 1 that could not be read",
    ]
    assert repr(scores).startswith("<Scores: B-cubed F1 0.667, pairwise F1 0.400, adjusted Rand index 0.125, 1,204")


def test_labels_of_several_types_are_compared_by_their_values() -> None:
    assert b_cubed([1, "1", None, float("nan")], ["a", "b", "c", "c"]) == Agreement(1, 1)


def test_scores_without_a_label_or_of_different_length_are_refused() -> None:
    with pytest.raises(InputError, match="no label among 2"):
        score([None, 1], [0, -1])
    with pytest.raises(InputError, match="1 known labels for 2"):
        score([1], [0, 1])


def test_labels_of_different_length_are_refused() -> None:
    with pytest.raises(InputError, match="3 known labels for 2"):
        b_cubed([0, 0, 1], [0, 1])


@pytest.mark.parametrize(
    "words",
    [
        "import newsdedup; newsdedup.metrics.b_cubed([0], [0])",
        "from newsdedup import metrics; metrics.b_cubed([0], [0])",
        "import newsdedup.metrics; newsdedup.metrics.b_cubed([0], [0])",
    ],
)
def test_the_measures_are_reached_from_the_package_in_a_fresh_process(words: str) -> None:
    assert subprocess.run([sys.executable, "-c", words], check=False, capture_output=True, text=True).stderr == ""
