"""The model fitted to a corpus that a first pass has grouped."""

from __future__ import annotations

import numpy as np
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdedup.events.evidence.embedding import FEATURE, with_embedding
from newsdedup.events.evidence.gather import VETOES
from newsdedup.events.evidence.model import Coefficient, Model, shipped_model
from newsdedup.events.evidence.model_data import bounds_of
from newsdedup.events.evidence.second_pass import adapted

MANY = 1000  # articles

Features = dict[str, np.ndarray]


def pairs(n: int = 4000, model: Model | None = None, seed: int = 0) -> tuple[Features, np.ndarray]:
    """Made-up pairs of which one in ten is of one event, and has more of everything but clashes."""
    random = np.random.default_rng(seed)
    same = random.random(n) < 0.1
    features = {}
    for one in (model or shipped_model()).coefficients:
        likely = -1 if bounds_of(one.name)[1] == 0 else 1
        features[one.name] = one.mean + one.scale * (random.normal(size=n) + 1.5 * likely * same)
    return {**features, **{name: np.zeros(n) for name in VETOES}}, same


def weights(model: Model) -> dict[str, float]:
    return {one.name: one.weight for one in model.coefficients}


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 1000), st.floats(0, 1))
def test_no_weight_changes_its_sign_whatever_the_groups_are(seed: int, share: float) -> None:
    features, _ = pairs(300)
    grouped = np.random.default_rng(seed).random(300) < share
    for one in adapted(shipped_model(), features, grouped, MANY).coefficients:
        low, high = bounds_of(one.name)
        assert one.name in VETOES or ((low is None or one.weight >= low) and (high is None or one.weight <= high))


def test_of_many_articles_the_probabilities_are_those_of_the_corpus() -> None:
    features, same = pairs()
    rare = evolve(shipped_model(), intercept=shipped_model().intercept - 5)
    found = adapted(rare, features, same, MANY).probability(features)
    assert found.mean() == pytest.approx(0.97 * same.mean() + 0.003 * (1 - same.mean()), abs=0.005)
    assert found[same].min() > found[~same].mean()


def test_a_feature_that_tells_groups_apart_gains_weight_and_one_that_does_not_loses_it() -> None:
    random = np.random.default_rng(1)
    features, same = pairs()
    features["words"] = random.permutation(features["words"])
    given, found = weights(shipped_model()), weights(adapted(shipped_model(), features, same, MANY))
    assert found["words"] < given["words"]
    assert found["numbers"] > given["numbers"]


def test_the_fewer_the_articles_the_more_of_the_given_weights_is_kept() -> None:
    features, same = pairs()
    given = shipped_model()
    moved = [
        max(abs(weight - weights(given)[name]) for name, weight in weights(adapted(given, features, same, n)).items())
        for n in (0, 2, 10, 100)
    ]
    assert moved == sorted(moved)
    assert moved[0] == 0
    assert moved[1] < 0.15 * moved[-1]
    assert moved[2] == pytest.approx(moved[-1] / 2, rel=0.01)


def test_a_few_pairs_hardly_move_the_weights() -> None:
    features, same = pairs(3)
    given, found = weights(shipped_model()), weights(adapted(shipped_model(), features, same, MANY))
    assert all(found[name] == pytest.approx(weight, abs=0.02) for name, weight in given.items())


def test_the_same_corpus_gives_the_same_model() -> None:
    features, same = pairs()
    assert adapted(shipped_model(), features, same, MANY) == adapted(shipped_model(), features, same, MANY)


@pytest.mark.parametrize("veto", VETOES)
def test_pairs_with_a_veto_are_not_learned_from_and_keep_it(veto: str) -> None:
    features, same = pairs()
    some = np.arange(len(same)) % 2 == 0
    half = {name: column[some] for name, column in features.items()}
    noise = {name: np.where(some, column, 50.0) for name, column in features.items()}
    noise = {**noise, **{name: np.zeros(len(same)) for name in VETOES}, veto: np.where(some, 0.0, 1.0)}
    found = adapted(shipped_model(), noise, same, MANY)
    assert weights(found) == pytest.approx(weights(adapted(shipped_model(), half, same[some], MANY)))
    assert weights(found)[veto] == weights(shipped_model())[veto]


def test_where_every_pair_has_a_veto_or_there_is_none_the_model_stays() -> None:
    features, same = pairs(20)
    vetoed = {**features, "chance": np.ones(20)}
    assert adapted(shipped_model(), vetoed, same, MANY) == shipped_model()
    nothing = {name: column[:0] for name, column in features.items()}
    assert adapted(shipped_model(), nothing, same[:0], MANY) == shipped_model()


def test_only_the_weights_and_the_intercept_change() -> None:
    features, same = pairs()
    given, found = shipped_model(), adapted(shipped_model(), features, same, MANY)
    assert evolve(found, coefficients=given.coefficients, intercept=given.intercept) == given
    for one, other in zip(given.coefficients, found.coefficients, strict=True):
        assert evolve(other, weight=one.weight) == one


def test_a_language_model_keeps_most_of_its_weight() -> None:
    model = with_embedding(shipped_model())
    features, same = pairs(4000, model)
    features[FEATURE] = np.where(same, 0.8, 0.2) + np.random.default_rng(0).normal(0, 0.1, 4000)
    assert 5 < weights(adapted(model, features, same, MANY))[FEATURE] < 20


def test_of_one_group_only_the_share_of_true_pairs_is_believed() -> None:
    model = Model(
        (Coefficient("words", 1.0, 0.0, 1.0), *(Coefficient(name, -40.0, 0.0, 1.0) for name in VETOES)),
        intercept=0.0,
        softness=0.25,
        alone=0.6,
        few_threshold=0.6,
    )
    features = {"words": np.zeros(5000), **{name: np.zeros(5000) for name in VETOES}}
    for grouped, wanted in ((True, 0.97), (False, 0.003)):
        found = adapted(model, features, np.full(5000, grouped), MANY)
        assert found.probability(features) == pytest.approx(wanted, abs=1e-3)
