"""What the claims of one quantity amount to."""

from __future__ import annotations

import pytest

from claims import claim_of
from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.reconcile.verdict import Verdict, verdict_of
from newsdedup.figures.reconcile.voices import with_voices


def verdict(*claims: FigureClaim, evolves: bool = False) -> Verdict:
    return verdict_of(with_voices(claims), evolves=evolves)


def of_words(*words: str) -> Verdict:
    """The verdict on claims of articles of their own."""
    return verdict(*(claim_of(one, f"a{number}") for number, one in enumerate(words)))


def later(*words: str) -> Verdict:
    """The verdict on claims that later articles rightly change, an hour apart."""
    return verdict(*(claim_of(one, f"a{hour}", hour=hour) for hour, one in enumerate(words)), evolves=True)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("141", "143"), "superseded"),
        (("more than 141", "more than 141"), "agree"),
        (("1000", "1010"), "compatible"),
        (("1010", "1000"), "compatible"),
        (("about 1000", "1010"), "superseded"),
        (("35", "more than 30"), "compatible"),
    ],
)
def test_a_later_value_supersedes_unless_it_repeats_means_or_rounds_the_earlier(
    words: tuple[str, str], status: str
) -> None:
    assert later(*words).status == status


def test_a_count_without_a_date_supersedes_nothing() -> None:
    claims = claim_of("105", "a"), claim_of("110", "b", hour=9, is_toll=False)
    assert verdict(*claims, evolves=True).status == "compatible"
    assert verdict(claim_of("105", "a", hour=9), claim_of("110", "b"), evolves=True).status != "superseded"


def test_a_later_mention_of_people_supersedes_only_what_it_excludes() -> None:
    one, two = (claim_of(words, words, hour=int(words), is_toll=False) for words in ("1", "2"))
    assert verdict(one, two, evolves=True).status == "compatible"


def test_ranges_that_end_differently_do_not_agree() -> None:
    assert of_words("480 to 520", "480 to 520").status == "agree"
    assert of_words("480 to 520", "480 to 540").status == "compatible"


@pytest.mark.parametrize(
    ("words", "best"),
    [
        (("about 1000", "1000"), "1000"),
        (("990 to 1010", "about 1000"), "about 1000"),
        (("more than 995", "about 1000"), "about 1000"),
        (("more than 995", "995 to 1010"), "995 to 1010"),
        (("at most 460", "more than 400"), "more than 400"),
        (("about 1000", "about 1010"), "about 1010"),
        (("about 1020", "about 1010"), "about 1010"),
    ],
)
def test_the_best_value_is_exact_before_rough_before_a_bound_and_then_the_finest(
    words: tuple[str, str], best: str
) -> None:
    for order in (words, words[::-1]):
        found = of_words(*order).best
        assert found is not None
        assert found.text == best


def test_a_finer_value_is_best_where_all_others_allow_it_or_round_it() -> None:
    found = of_words("1000", "1010", "more than 1005")
    assert (found.status, found.rule) == ("compatible", "1,000 is 1,010 rounded")
    assert of_words("1000", "1010", "more than 1015").status == "conflict"
    assert of_words("5", "5.25").status == "conflict"


def test_words_around_one_value_mean_about_it_but_those_around_several_conflict() -> None:
    assert of_words("nearly 1000", "more than 1000").rule == "more than, nearly of one value: about it"
    assert of_words("nearly 141", "141").status == "conflict"
    assert of_words("about 1000", "more than 1020", "at most 980").status == "conflict"


@pytest.mark.parametrize("words", ["141", "about 141", "more than 141", "nearly 141", "140 to 150"])
def test_the_only_claim_of_a_figure_gives_its_value_as_several_of_one_article_do(words: str) -> None:
    claim = claim_of(words, "a")
    alone = verdict(claim)
    assert alone == verdict(claim, claim)
    assert (alone.status, alone.rule, alone.best) == ("single_source", "one origin", claim)
