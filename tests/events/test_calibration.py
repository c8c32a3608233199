"""What is estimated from a sample of a corpus: which reports these are, and that a sample is enough."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsdedup as nd
from many_events import many_events
from newsdedup.events import batch, calibration
from newsdedup.events.calibration import around, fitted_by_seeds, fitted_twice, is_sampled
from newsdedup.events.evidence.gather import Evidence
from newsdedup.events.evidence.model import shipped_model

DIGESTS = st.lists(st.integers(0, 2**64 - 1), max_size=50)


@given(DIGESTS, st.integers(1, 100), st.integers(1, 1000))
def test_a_sample_depends_on_the_digest_of_each_report_alone(digests: list[int], wanted: int, articles: int) -> None:
    found = is_sampled(np.array(digests, np.uint64), wanted, articles)
    assert found.tolist() == [is_sampled(np.array([one], np.uint64), wanted, articles)[0] for one in digests]


def test_a_sample_has_about_as_many_reports_as_wanted_the_first_in_the_order_of_digests() -> None:
    digests = np.sort(np.random.default_rng(1).integers(0, 2**64, 10_000, np.uint64))
    found = is_sampled(digests, 1000, len(digests))
    assert found[:800].all()
    assert not found[1200:].any()
    assert is_sampled(digests, 10_000, len(digests)).all()


def some_evidence(n: int, m: int) -> Evidence:
    random = np.random.default_rng(n)
    pairs = np.unique(np.sort(random.integers(0, n, (m, 2)), axis=1), axis=0)
    pairs = pairs[pairs[:, 0] < pairs[:, 1]]
    likeness = random.random(len(pairs)) ** 4
    names = [one.name for one in shipped_model().coefficients]
    return Evidence(pairs, {name: np.where(name in ("form", "chance"), 0.0, likeness) for name in names})


def test_if_all_reports_are_seeds_the_model_and_the_point_are_those_of_the_whole_corpus() -> None:
    evidence = some_evidence(300, 900)
    model, scored = fitted_twice(evidence, 300, shipped_model(), 1)
    assert fitted_by_seeds(evidence, 300, 300, shipped_model(), 1) == (model, scored.point)


def test_pairs_of_reports_that_are_far_from_all_seeds_change_nothing() -> None:
    evidence, seeds = some_evidence(300, 900), 40
    inside = around(evidence.pairs, shipped_model().score(evidence.features), seeds)
    near = inside[evidence.pairs].all(axis=1) | (evidence.pairs < seeds).any(axis=1)
    assert not near.all()
    found = fitted_by_seeds(evidence.kept(near), seeds, 300, shipped_model(), 1)
    assert found == fitted_by_seeds(evidence, seeds, 300, shipped_model(), 1)


def test_with_a_window_a_sample_of_a_large_corpus_gives_much_the_same_events(monkeypatch: pytest.MonkeyPatch) -> None:
    articles, gold = many_events(400)
    whole = nd.find_events(articles, window_hours=48)
    for module in (batch, calibration):
        monkeypatch.setattr(module, "COUNTED_SAMPLE", len(articles) // 4)
    monkeypatch.setattr(batch, "SEEDS", len(articles) // 6)
    sampled = nd.find_events(articles, window_hours=48)
    assert nd.metrics.b_cubed(gold, sampled.labels).f1 >= nd.metrics.b_cubed(gold, whole.labels).f1 - 0.02
    assert sampled.threshold == pytest.approx(whole.threshold, abs=0.06)


def test_without_a_date_an_article_is_compared_with_all_or_with_none() -> None:
    articles, _ = many_events(60)
    paired = nd.find_events(articles, window_hours=72).pairs
    undated = int(paired["left"][0])
    articles[undated] = articles[undated] | {"published_at": None}

    def compared(undated_with: str) -> set[int]:
        pairs = nd.find_events(articles, window_hours=72, undated=undated_with).pairs
        return {*pairs["left"].tolist(), *pairs["right"].tolist()}

    assert undated in compared("all")
    assert undated not in compared("none")
    with pytest.raises(nd.SettingError, match="undated='some' is not one of 'all', 'none'"):
        nd.find_events(articles, undated="some")
