"""Evidence that two articles report one event, and its probability."""

from __future__ import annotations

import json
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from newsdedup.articles.article import Article
from newsdedup.copies.pairs import Pairs
from newsdedup.events.evidence.gather import (
    CHANCE,
    FEW_RANKS,
    LEVELLED,
    Evidence,
    base_level,
    excess,
    gather,
    lookalike_ranks,
    neighbour_profiles,
)
from newsdedup.events.evidence.model import Coefficient, model_from, shipped_model
from newsdedup.events.evidence.model_data import bounds_of
from newsdedup.events.evidence.terms import cosine
from newsdedup.events.find import find_events
from newsdedup.events.reading.reports import all_days, all_hours
from newsdedup.events.reading.views import read_views

pytestmark = pytest.mark.kernels

EVERY_RANK = lookalike_ranks(1000)
NOTHING = np.zeros((0, 2), np.int64)
STORM = Article(
    "Sáng 25/8, bão số 5 đổ bộ Nghệ An làm 2 người chết. Ông Trần Văn Nam cho biết gió giật cấp 12 ở Cửa Lò.",
    title="Bão số 5 đổ bộ Nghệ An",
)
SAME = Article("Ông Trần Văn Nam xác nhận 2 người thiệt mạng ở Cửa Lò khi bão số 5 vào Nghệ An sáng 25-08.")
GOLD = Article("Giá vàng miếng hôm nay vượt 120 triệu đồng một lượng, theo Công ty SJC.")


def evidence_of(*articles: Article, copied: Pairs = NOTHING) -> Evidence:
    return gather(read_views(articles), all_hours(articles), all_days(articles), copied=copied)


def measured(*articles: Article) -> dict[str, float]:
    """The features of the pair of two articles, which are compared in any case."""
    found = evidence_of(*articles, copied=np.array([[0, 1]]))
    row = found.pairs.tolist().index([0, 1])
    return {name: float(column[row]) for name, column in found.features.items()}


def test_two_reports_of_one_event_have_more_evidence_than_two_of_different_ones() -> None:
    found = evidence_of(STORM, SAME, GOLD)
    score = dict(zip(map(tuple, found.pairs.tolist()), shipped_model().score(found.features), strict=True))
    assert score[(0, 1)] > 0.6 > max(score.get((0, 2), 0.0), score.get((1, 2), 0.0))
    row = found.pairs.tolist().index([0, 1])
    assert all(found.features[name][row] > 0 for name in ("words", "names", "numbers", "opening"))


def test_a_common_word_of_news_at_large_makes_two_articles_less_alike_than_a_rare_one() -> None:
    found = evidence_of(*map(Article, ("của lũ quét", "của mưa đá", "gạo lũ bùn", "gạo mưa axit")))
    words = dict(zip(map(tuple, found.pairs.tolist()), found.features["words"], strict=True))
    assert words[(0, 1)] < words[(2, 3)] / 2


@pytest.mark.parametrize("articles", [(), (STORM,), (GOLD, Article("…"))])
def test_nothing_to_compare_gives_no_evidence(articles: tuple[Article, ...]) -> None:
    found = evidence_of(*articles)
    assert len(found.pairs) == 0
    assert all(len(column) == 0 for column in found.features.values())
    assert len(shipped_model().probability(found.features)) == 0


def crowded_news(*last: str) -> list[Article]:
    """For each of `last` thirty reports that share many words, and one more of them that ends with `last`."""
    families = [" ".join(f"{letter}{number}" for number in range(60)) for letter in "qxz"[: len(last)]]
    crowd = [Article(f"{family} {letter}") for family in families for letter in "abcdefghijklmnopqrstuvwxyz"]
    return [*(Article(f"{family}. {end}") for family, end in zip(families, last, strict=True)), *crowd]


def test_articles_with_a_sentence_in_common_are_candidates_however_many_others_are_nearer() -> None:
    quote = "Nước lên quá nhanh trong đêm."
    assert [0, 1] in evidence_of(*crowded_news(quote, quote)).pairs.tolist()
    assert [0, 1] not in evidence_of(*crowded_news(quote, "Quá nhanh nước lên trong đêm.")).pairs.tolist()


def test_an_excerpt_is_a_candidate_however_many_others_are_nearer() -> None:
    news = crowded_news("Nước lên nhanh.", "Nước lên nhanh.")
    assert [0, 1] in evidence_of(*news, copied=np.array([[0, 1]])).pairs.tolist()
    assert [0, 1] not in evidence_of(*news).pairs.tolist()


def test_a_likeness_counts_as_far_as_it_exceeds_the_level_of_both_and_never_for_a_template() -> None:
    alike = {"words": np.full(2, 0.5), "phrases_of_2": np.full(2, 0.1), "form": np.array([0.0, 1.0])}
    levels = dict.fromkeys(LEVELLED, np.array([[0.1, 0.3], [0.1, 0.3]]))
    assert excess(alike, levels).tolist() == pytest.approx([0.3, 0])


@pytest.mark.parametrize(("name", "clashes"), [("Cửa Lò", False), ("Cửa Lò và Nghệ An", True)])
def test_names_clash_where_both_articles_have_several_and_none_in_common(name: str, clashes: bool) -> None:
    found = evidence_of(Article(f"mưa lớn ở {name}"), Article("mưa lớn ở Lào Cai và Yên Bái"))
    assert (found.features["names_clash"] > 0).tolist() == [clashes]


def test_the_base_level_is_the_mean_likeness_to_neighbours_too_far_for_the_same_event() -> None:
    likeness = np.linspace(0, 0.39, 40)[np.newaxis]
    assert base_level(likeness, np.array([9.0]), 1000, EVERY_RANK) == pytest.approx(likeness.mean())
    sampled = likeness[:, ::4]
    assert base_level(sampled, np.array([9.0]), 100_000, FEW_RANKS) == pytest.approx(sampled.mean())


def test_in_a_small_corpus_the_mean_likeness_to_all_replaces_the_neighbours_that_it_lacks() -> None:
    usual = (0.9 + 5 * 0.05) / (2 + 5)  # as if five more were alike by .05
    assert base_level(np.zeros((1, 0)), np.array([0.9]), 3, EVERY_RANK) == pytest.approx(usual)
    half = (1 + 5 * 0.05) / (40 + 5)
    assert base_level(np.full((1, 20), 0.3), np.array([1.0]), 41, EVERY_RANK) == pytest.approx((0.3 + half) / 2)


def in_common(pairs: Pairs, excess: NDArray[np.float64], n: int) -> NDArray[np.float64]:
    return cosine(neighbour_profiles(pairs, excess, n), pairs)


def test_articles_that_exceed_their_level_with_the_same_others_share_neighbours() -> None:
    pairs = np.array([(0, 1), (0, 2), (1, 2), (2, 3), (3, 4), (3, 5), (4, 5)])
    found = in_common(pairs, np.array([0.4, 0.4, 0.4, 0.3, 0.4, 0.4, 0.4]), 100)
    assert found[[0, 6]].min() > 0.7 > 0.6 > found[3] > 0


def test_articles_that_hardly_exceed_their_level_hardly_share_neighbours() -> None:
    pairs = np.array([(0, 1), (2, 3), (4, 5)])
    found = in_common(pairs, np.array([0.4, 0.05, 0.0]), 100)
    assert found[0] > 0.7 > 0.2 > found[1] > found[2] == 0


def test_among_a_few_articles_shared_neighbours_count_less() -> None:
    few, more = (in_common(np.array([(0, 1)]), np.array([0.2]), n)[0] for n in (4, 400))
    assert few < more


def test_of_very_many_neighbours_only_the_nearest_count() -> None:
    pairs = np.stack((np.zeros(60, np.int64), np.arange(1, 61)), axis=1)
    found = in_common(pairs, np.linspace(0.1, 0.5, 60), 1000)
    assert found[-1] > 0
    assert ((found >= 0) & (found <= 1)).all()


def test_the_model_reads_every_feature_and_no_other() -> None:
    assert {one.name for one in shipped_model().coefficients} == set(evidence_of(STORM, SAME).features)


def test_the_weights_of_the_model_keep_their_signs() -> None:
    for one in shipped_model().coefficients:
        low, high = bounds_of(one.name)
        assert one.name in ("form", "chance") or (
            (low is None or one.weight >= low) and (high is None or one.weight <= high)
        )


def test_the_model_card_names_the_training_data() -> None:
    card = json.loads(json.dumps(shipped_model().card))
    assert {one["name"] for one in card["data"]} == {"vnmds", "gvc", "ecbplus-dev", "neus-dev"}
    assert card["left_out"]["vnmds"] >= 0.9


def test_a_score_is_a_softened_probability() -> None:
    model = model_from(
        {
            "coefficients": [{"name": "words", "weight": 2.0, "mean": 0.5, "scale": 0.1}],
            "intercept": -1.0,
            "softness": 0.5,
            "alone": 0.6,
            "few_threshold": 0.6,
        }
    )
    assert model.coefficients == (Coefficient("words", 2.0, 0.5, 0.1),)
    features = {"words": np.array([0.55, 0.65])}
    assert model.logit(features) == pytest.approx([0, 2])
    assert model.probability(features) == pytest.approx([0.5, 1 / (1 + np.exp(-2))])
    assert model.score(features) == pytest.approx([0.5, 1 / (1 + np.exp(-1))])


COMMON = """
    people said new year government more first time after over last police two country state house report work day
    week world home against before city company money public found called many other plan made three local group
"""
headlines = st.lists(st.sampled_from(COMMON.split()), min_size=3, max_size=6, unique=True)


@settings(max_examples=40, deadline=None)
@given(st.lists(headlines, min_size=2, max_size=8))
def test_headlines_with_only_common_words_in_common_are_never_one_event(lines: list[list[str]]) -> None:
    """Between the common words each has rare ones of its own, so that no two share a phrase."""
    texts = [
        " ".join(f"{word} {letter}nquv{letter}x{place}" for place, word in enumerate(words))
        for words, letter in zip(lines, "bcdfghkl", strict=False)
    ]
    assert find_events(texts).labels.tolist() == list(range(len(texts)))


@pytest.mark.parametrize(
    ("one", "other", "is_chance"),
    [
        ("the police said that it was a new plan", "what is said of it in the city", True),
        ("lũ quét cuốn trôi cầu treo", "sau cơn mưa cầu treo bị cuốn trôi", False),  # rare phrases
        ("Oduya scores twice", "a prize for Oduya", False),  # a name
        ("there were 4512 of them", "all 4512 people left the city", False),  # a number
        ("the new government", "giá vàng hôm nay", True),
    ],
)
def test_without_a_rare_term_name_or_number_in_common_a_pair_is_chance(one: str, other: str, is_chance: bool) -> None:
    assert measured(Article(one), Article(other))[CHANCE] == is_chance


def test_a_pair_of_chance_is_never_likely_whatever_else_it_has() -> None:
    features = {name: np.full(2, value) for name, value in measured(STORM, SAME).items()}
    features["fellows"] = features["words"] = features["opening"] = np.ones(2)
    features[CHANCE] = np.array([0.0, 1.0])
    likely, unlikely = shipped_model().probability(features)
    assert likely > 0.9 > 1e-6 > unlikely


@pytest.mark.parametrize(
    ("days", "clashes"),
    [(("3/9", "3/9"), 0), (("3/9", "12/9"), 1), (("3/9", "4/9"), 0.5), (("", "3/9"), 0)],
)
def test_days_that_are_told_agree_or_clash(days: tuple[str, str], clashes: float) -> None:
    on_day = [
        Article(f"Tai nạn ở Cửa Lò, hai người chết {f'ngày {day}' if day else ''}", published_at=date(2025, 9, 13))
        for day in days
    ]
    found = measured(*on_day)
    assert found["days_clash"] == clashes
    assert found["days"] == (days[0] == days[1])


def test_months_between_two_articles_speak_against_one_event_where_others_are_near() -> None:
    dated = [
        Article(f"mưa lớn ở Cửa Lò gây ngập {number}", published_at=date(2025, 1 + number, 3)) for number in range(9)
    ]
    found = evidence_of(*dated)
    time = dict(zip(map(tuple, found.pairs.tolist()), found.features["time"], strict=True))
    assert time[(0, 8)] < 0
    assert evidence_of(STORM, SAME).features["time"].tolist() == [0]


def test_one_name_in_common_is_less_evidence_than_several() -> None:
    few = measured(Article("mưa ở Cửa Lò"), Article("gió tại Cửa Lò"))["names"]
    people = "Trần Văn Nam, Lê Thị Hoa và Phạm Minh Đức ở Cửa Lò"
    many = measured(Article(f"mưa: {people}"), Article(f"gió: {people}"))["names"]
    assert 0 < few < many <= 1
