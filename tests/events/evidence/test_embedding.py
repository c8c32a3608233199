"""A user's language model as further evidence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

import newsdedup as nd
from newsdedup.events.evidence.embedding import NEWS_OF_ALL_KINDS, nearest_vectors, unit_vectors, with_embedding
from newsdedup.events.evidence.model import shipped_model
from newsdedup.text.normal_form import normalise
from newsdedup.text.tokens import tokens

# One meaning per column; a word of any language adds to the column of its meaning.
MEANINGS = (
    ("bão", "storm", "typhoon"),
    ("nghệ", "coast", "province"),
    ("chết", "killed", "dead"),
    ("vàng", "gold"),
    ("giá", "price", "prices"),
    ("bóng", "football"),
)
STORM = "Bão đổ bộ Nghệ An, hai người chết"
TYPHOON = "A typhoon hit the coast and killed two"
GOLD = "Giá vàng miếng vượt mốc mới"
FOOTBALL = "Đội bóng chủ nhà thắng đậm"


def meaning(texts: list[str]) -> np.ndarray:
    words = [tokens(normalise(text)) for text in texts]
    return np.array([[sum(word in known for word in said) for known in MEANINGS] for said in words], np.float32)


def test_reports_that_share_no_word_are_one_event_to_a_model_that_knows_both_languages() -> None:
    news = [STORM, GOLD, TYPHOON, FOOTBALL]
    assert nd.find_events(news).labels.tolist() == [0, 1, 2, 3]
    found = nd.find_events(news, embed=meaning)
    assert found.labels.tolist() == [0, 1, 0, 2]
    assert found.settings.embedded
    assert nd.consolidate(news, embed=meaning).labels.tolist() == [0, 1, 0, 2]


def test_the_cosine_is_listed_among_the_evidence() -> None:
    why = nd.find_events([STORM, TYPHOON], embed=meaning).explain(0, 1)
    [cosine] = [one for one in why.evidence if one.name == "embedding"]
    assert cosine.value == pytest.approx(1)
    assert cosine.contribution == pytest.approx(5)
    assert why.score is not None
    assert why.logit == pytest.approx(np.log(why.score / (1 - why.score)) / shipped_model().softness)


def test_without_a_model_nothing_changes(seeds: nd.Articles) -> None:
    found = nd.find_events(seeds)
    assert "embedding" not in found.pairs.dtype.names
    assert not found.settings.embedded


def test_a_model_that_is_undecided_on_all_halves_every_logit(seeds: nd.Articles) -> None:
    own = shipped_model()
    both = with_embedding(own)
    pairs = nd.find_events(seeds).pairs
    features = {name: pairs[name] for name in pairs.dtype.names[3:]}
    undecided = both.probability({**features, "embedding": np.full(len(pairs), 0.5)})
    logit = np.log(undecided / (1 - undecided))
    alone = own.probability(features)
    assert logit == pytest.approx(np.log(alone / (1 - alone)) / 2)


def test_every_report_is_read_once_and_a_copy_never(seeds: nd.Articles) -> None:
    read: list[str] = []

    def counted(texts: list[str]) -> Any:
        read.extend(texts)
        return np.eye(len(texts), 8)

    nd.find_events([*seeds, nd.Article(seeds[0].text, id="copy")], embed=counted)
    assert len(read) == len(set(read)) == len(seeds) + len(NEWS_OF_ALL_KINDS)


def test_texts_come_in_batches_and_any_order_gives_the_same_events() -> None:
    sizes: list[int] = []

    def counted(texts: list[str]) -> Any:
        sizes.append(len(texts))
        return meaning(texts)

    news = [*(f"{STORM} hồi {hour} giờ ngày thứ {hour}" for hour in range(300)), TYPHOON]
    assert unit_vectors(counted, news).shape == (301, len(MEANINGS))
    assert max(sizes) < 301
    few = [STORM, GOLD, TYPHOON, FOOTBALL]
    groups = {frozenset(group) for group in nd.find_events(few, embed=meaning).groups}
    assert {frozenset(group) for group in nd.find_events(few[::-1], embed=meaning).groups} == groups


def test_a_model_that_finds_everything_similar_still_separates_events() -> None:
    def cone(texts: list[str]) -> Any:
        return np.hstack([meaning(texts), np.full((len(texts), 1), 5.0)])

    news = [STORM, GOLD, TYPHOON, FOOTBALL]
    raw = cone(news) / np.linalg.norm(cone(news), axis=1, keepdims=True)
    assert (raw @ raw.T).min() > 0.9
    assert nd.find_events(news, embed=cone).labels.tolist() == [0, 1, 0, 2]


def test_reports_that_are_all_of_one_event_stay_similar() -> None:
    def scattered(texts: list[str]) -> Any:
        own = np.random.default_rng(1).normal(size=(len(texts), 20)) / 20
        return np.hstack([meaning(texts), own])

    vectors = unit_vectors(scattered, [f"{STORM} {number}" for number in range(50)])
    assert (vectors @ vectors.T).min() > 0.5


@pytest.mark.parametrize(
    ("embed", "says"),
    [
        (lambda texts: np.ones(len(texts)), r"shape \(2,\) for 2 texts"),
        (lambda texts: np.ones((len(texts) + 1, 3)), r"shape \(3, 3\) for 2 texts"),
        (lambda texts: np.ones((len(texts), 0)), r"shape \(2, 0\)"),
        (lambda texts: np.full((len(texts), 2), np.nan), "not finite for text 0 of 2"),
        (lambda texts: [[1.0], [2.0, 3.0]], "not an array of numbers"),
        (lambda texts: None, "shape"),
        (lambda texts: [["a"], ["b"]], "not an array of numbers"),
    ],
)
def test_anything_but_one_vector_per_text_is_an_error(embed: Callable[[list[str]], Any], says: str) -> None:
    with pytest.raises(nd.SettingError, match=says):
        nd.find_events([STORM, GOLD], embed=embed)


def test_dimensions_that_change_between_batches_are_an_error() -> None:
    with pytest.raises(nd.SettingError, match=r"\[12, 44, 256\] dimensions"):
        unit_vectors(lambda texts: np.ones((len(texts), len(texts))), ["a"] * 300)


def test_vectors_are_made_of_length_one_and_nothing_stays_nothing() -> None:
    vectors = unit_vectors(meaning, [STORM, TYPHOON, "không"])
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1, 0])
    assert unit_vectors(meaning, []).shape[0] == 0


def test_only_near_articles_are_paired_and_only_a_few_of_them() -> None:
    crowd = np.ones((500, 2), np.float32) / np.sqrt(2)
    pairs = nearest_vectors(crowd, 10)
    assert len(pairs) <= 5000
    assert (pairs[:, 0] < pairs[:, 1]).all()
    assert len(nearest_vectors(np.eye(50, dtype=np.float32))) == 0
    assert nearest_vectors(np.zeros((0, 3), np.float32)).shape == (0, 2)
