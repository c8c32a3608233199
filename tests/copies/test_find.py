"""Verified copies and excerpts."""

from __future__ import annotations

import random
import time
import unicodedata
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdedup.articles.article import Article, Articles
from newsdedup.articles.intake import read_articles
from newsdedup.copies.find import find_copies
from newsdedup.copies.groups import CopyGroups
from newsdedup.support.errors import SettingError, UnknownArticleError
from newsdedup.text.normal_form import normalise
from newsdedup.text.tokens import tokens

WORDS = [
    "hội",
    "nghị",
    "bão",
    "lũ",
    "giá",
    "vàng",
    "cầu",
    "đường",
    "tỉnh",
    "huyện",
    "thủy",
    "sản",
    "công",
    "nhân",
    "mưa",
    "lớn",
    "cháy",
    "rừng",
    "tàu",
    "biển",
    "học",
    "sinh",
]


def news(seed: int, n_sentences: int = 12) -> list[str]:
    """Sentences of made-up news."""
    chance = random.Random(seed)
    return [
        " ".join(chance.choices(WORDS, k=9)).capitalize() + f" {chance.randrange(10**6)}." for _ in range(n_sentences)
    ]


def article(name: str, sentences: list[str], day: int | None = None) -> Article:
    published = None if day is None else f"2025-06-{day:02}"
    return read_articles([{"id": name, "text": " ".join(sentences), "published_at": published}])[0]


STORY, OTHER = news(1), news(2)
MIXED = [
    article("late copy", [*STORY, "Theo TTXVN đưa tin chiều nay."], 16),
    article("story", STORY, 14),
    article("other", OTHER, 14),
    article("excerpt", STORY[2:6], 13),
    article("twin", STORY, 15),
]


def shingle_set(text: str, size: int = 5) -> set[tuple[str, ...]]:
    words = tokens(normalise(text))
    return {tuple(words[i : i + size]) for i in range(max(len(words) - size + 1, 1))} if words else set()


def test_copies_are_grouped_and_the_earliest_represents_them() -> None:
    found = find_copies(MIXED)
    assert found.groups == (("late copy", "story", "twin"), ("other",), ("excerpt",))
    assert found.labels.tolist() == [0, 0, 1, 2, 0]
    assert found.representatives == ("story", "other", "excerpt")
    assert repr(found) == "<CopyGroups: 3 groups, 2 verified pairs>"


def test_every_other_member_has_a_relation_to_one_article() -> None:
    relations = find_copies(MIXED).relations
    assert set(relations) == {"late copy", "twin", "excerpt"}
    assert (relations["twin"].kind, relations["twin"].to, relations["twin"].jaccard) == ("copy", "story", 1.0)
    assert (relations["late copy"].kind, relations["late copy"].to) == ("copy", "story")
    assert 0.5 < relations["late copy"].jaccard < 1 == relations["late copy"].containment
    assert (relations["excerpt"].kind, relations["excerpt"].containment) == ("excerpt", 1.0)


def test_an_excerpt_has_the_origin_of_the_article_that_contains_it_even_if_it_came_first() -> None:
    found = find_copies(MIXED)
    assert {name: found.origin_of(name) for name in found.origins} == {
        "late copy": "story",
        "story": "story",
        "other": "other",
        "excerpt": "story",
        "twin": "story",
    }


def test_two_articles_that_share_only_an_excerpt_are_not_copies() -> None:
    shared = news(3, 4)
    found = find_copies([article("a", STORY + shared), article("b", OTHER + shared), article("wire", shared)])
    assert len(found.groups) == 3
    assert found.origin_of("a") == "a"
    assert found.origin_of("b") == "b"
    assert found.origin_of("wire") in ("a", "b")


def test_origins_are_followed_through_excerpts_of_excerpts() -> None:
    long, middle, short = news(4, 40), news(4, 40)[:16], news(4, 40)[:6]
    found = find_copies([article("short", short), article("middle", middle), article("long", long)])
    assert set(found.origins.values()) == {"long"}


def test_scores_are_the_exact_jaccard_and_containment_of_the_shingle_sets() -> None:
    edited = [*STORY[:7], *OTHER[:2], *STORY[7:]]
    found = find_copies([article("a", STORY), article("b", edited)])
    one, two = shingle_set(" ".join(STORY)), shingle_set(" ".join(edited))
    assert found.pairs["score"].tolist() == [len(one & two) / len(one | two)]
    assert found.pairs["containment"].tolist() == [len(one & two) / min(len(one), len(two))]


def test_a_stricter_threshold_gives_the_result_of_a_new_search_and_a_looser_one_is_refused() -> None:
    found = find_copies(MIXED)
    for threshold in (0.6, 0.9, 1.0):
        strict, anew = found.at(threshold), find_copies(MIXED, threshold=threshold)
        assert strict.groups == anew.groups
        assert strict.settings == anew.settings
        assert strict.origins == anew.origins
    with pytest.raises(SettingError, match=r"threshold=0\.3 is below 0\.5"):
        found.at(0.3)
    with pytest.raises(SettingError):
        found.at(1.5)


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False), st.floats(0.5, 1))
def test_a_stricter_threshold_only_splits(chance: random.Random, threshold: float) -> None:
    pool = news(5, 10)
    found = find_copies([article(f"{i}", chance.sample(pool, chance.randint(5, 10))) for i in range(8)])
    strict = found.at(threshold)
    pairs_of_labels = set(zip(strict.labels.tolist(), found.labels.tolist(), strict=True))
    assert len(pairs_of_labels) == len(strict.groups)


def as_sets(found: CopyGroups) -> set[frozenset[str]]:
    return {frozenset(group) for group in found.groups}


@settings(max_examples=25, deadline=None)
@given(st.permutations(MIXED))
def test_any_order_gives_the_same_groups_and_origins(articles: list[Article]) -> None:
    expected, found = find_copies(MIXED), find_copies(articles)
    assert as_sets(found) == as_sets(expected)
    assert found.origins == expected.origins
    assert found.relations == expected.relations


def test_any_number_of_threads_gives_the_same_groups() -> None:
    assert find_copies(MIXED, threads=1).relations == find_copies(MIXED, threads=4).relations


def test_spelling_of_the_same_letters_makes_no_difference() -> None:
    text = " ".join(STORY)
    spelt = [text, unicodedata.normalize("NFD", text), text.replace("ủy", "uỷ"), text.upper(), f"\ufeff{text}"]
    assert find_copies(spelt).labels.tolist() == [0] * 5


def test_texts_without_words_are_not_copies() -> None:
    articles = [Article("…", id="a"), Article("!!!", id="b"), Article("!!!", id="c"), Article("", id="d")]
    assert len(find_copies(read_articles(articles)).groups) == len(read_articles(articles))


@pytest.mark.parametrize("source", [Articles(), ["một bài"], ["a\ud800b", "a\x00b"], ["một", "một"]])
def test_odd_inputs_are_grouped(source: Any) -> None:
    found = find_copies(source)
    assert len(found.labels) == len(found.ids)


def test_rejected_rows_keep_their_place() -> None:
    found = find_copies([{"text": " ".join(STORY)}, {"text": ""}, {"text": " ".join(STORY)}])
    assert found.labels.tolist() == [0, -1, 0]
    assert [one.row for one in found.rejected] == [1]
    assert len(found.groups) == 1
    frame = found.to_frame()
    assert frame["group"].tolist() == [0, -1, 0]


def test_a_hundred_thousand_copies_of_one_text_are_quick() -> None:
    text = " ".join(STORY)
    items = tuple(Article(text, id=f"{i:06}", language="vi") for i in range(100_000))
    articles = Articles(items, tuple(range(len(items))))
    start = time.perf_counter()
    found = find_copies(articles)
    assert len(found.groups) == 1
    assert len(found.pairs) == 99_999
    assert time.perf_counter() - start < 20


def test_the_frame_has_one_row_per_article() -> None:
    frame = find_copies(MIXED).to_frame()
    assert list(frame.columns) == ["id", "group", "origin", "relation", "jaccard", "containment"]
    assert frame["relation"].tolist()[3:] == ["excerpt", "copy"]


def test_the_error_names_an_unknown_id() -> None:
    with pytest.raises(UnknownArticleError, match="no article 'nowhere' among 5"):
        find_copies(MIXED).origin_of("nowhere")


@pytest.mark.parametrize(
    "wrong", [{"threshold": 0}, {"num_perm": 100}, {"shingle_size": 0}, {"seed": -1}, {"threads": 0}]
)
def test_a_wrong_option_is_an_error(wrong: dict[str, Any]) -> None:
    with pytest.raises(SettingError):
        find_copies(MIXED, **wrong)


def test_the_input_stays_as_it_was() -> None:
    before = list(MIXED)
    found = find_copies(MIXED)
    assert before == MIXED
    assert np.array_equal(found.labels, find_copies(MIXED).labels)


def overlapping(shared: int, own: int) -> list[list[str]]:
    """Pairs of texts in turn, each pair with a run of shared words and each text with words of its own."""
    words = (str(number) for number in range(10**6))
    pairs = []
    for _ in range(150):
        both = [next(words) for _ in range(shared)]
        pairs += [" ".join([*both, *(next(words) for _ in range(own))]) for _ in range(2)]
    return pairs


def test_hardly_any_copy_a_little_above_the_threshold_is_lost_by_the_estimate_of_its_signature() -> None:
    found = find_copies(overlapping(shared=150, own=50))  # Jaccard 146 / 246 = 0.59
    assert len(found.pairs) >= 149


def test_excerpts_are_pairs_of_which_the_smaller_lies_in_the_larger_to_four_fifths() -> None:
    story = " ".join(news(7, 40))
    for kept, n_excerpts in ((14, 1), (9, 0)):  # sentences of the story, of 15
        text = " ".join([*news(7, 40)[:kept], *news(8, 15 - kept)])
        found = find_copies([story, text])
        assert len(found.pairs) == 0
        assert len(found.excerpts) == n_excerpts


def test_an_excerpt_with_a_tenth_of_the_length_is_found() -> None:
    long = news(9, 120)
    for start in range(0, 100, 20):
        found = find_copies([" ".join(long), " ".join(long[start : start + 12])])
        assert found.excerpts["containment"].tolist() == [pytest.approx(1)]


def test_the_most_complete_of_articles_of_one_time_represents_them_and_of_equal_ones_the_first_by_id() -> None:
    longer, shorter = [*STORY, "Theo TTXVN."], STORY
    assert find_copies([article("a", shorter, 14), article("b", longer, 14)]).representatives == ("b",)
    assert find_copies([article("z", STORY, 14), article("y", STORY, 14)]).representatives == ("y",)
    assert find_copies([article("a", longer), article("b", shorter, 14)]).representatives == ("b",)


def test_copies_that_are_dropped_leave_their_group() -> None:
    found = find_copies(MIXED)
    assert found.without(np.zeros(len(found.pairs), bool)) is found
    alone = found.without(np.ones(len(found.pairs), bool))
    assert len(alone.groups) == 5
    assert alone.origin_of("excerpt") != "excerpt"


def test_a_pair_at_the_threshold_itself_is_a_copy() -> None:
    one, other = overlapping(shared=54, own=25)[:2]  # 50 of 100 shingles
    found = find_copies([one, other])
    assert found.pairs["score"].tolist() == [0.5]


def test_a_copy_below_a_stricter_threshold_is_not_an_excerpt_unless_the_larger_contains_it() -> None:
    part = [*STORY, *OTHER[:4]]
    apart = find_copies([" ".join([*STORY, *news(6, 4)]), " ".join(part)])
    contained = find_copies([" ".join(STORY), " ".join(part)])
    assert len(apart.pairs) == len(contained.pairs) == 1
    assert len(apart.at(0.95).excerpts) == 0
    assert len(contained.at(0.95).excerpts) == 1


def test_pairs_are_sorted_by_row_whatever_the_age_of_the_articles() -> None:
    days = (3, 1, 4, 2)
    versions = [article(f"{day}", [*STORY, f"Bản tin số {day}."], day) for day in days]
    found = find_copies(versions)
    rows = list(zip(found.pairs["left"].tolist(), found.pairs["right"].tolist(), strict=True))
    assert rows == [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]


def test_an_excerpt_of_a_single_sentence_is_found() -> None:
    long = news(10, 24)
    found = find_copies([" ".join(long), *long])
    assert found.excerpts["right"].tolist() == list(range(1, 25))
