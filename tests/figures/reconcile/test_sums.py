"""Counts of places or groups that add up to the count of all."""

from __future__ import annotations

import pytest
from attrs import evolve

import newsdedup as nd
from claims import claim_of
from newsdedup.figures.claim import FigureClaim


def count(words: str, article: str, start: int = 0, **more: object) -> FigureClaim:
    claim = claim_of(
        words, article, hour=9, **{"role": "dead", "noun": "people", "sentence": f"{article} {start}", **more}
    )
    return evolve(claim, start=start)


def bests(*claims: FigureClaim) -> dict[int | None, nd.ReconciledFigure]:
    return {one.best and int(one.best): one for one in nd.reconcile(claims)}


@pytest.mark.parametrize(
    ("parts", "total"),
    [
        (("12", "5"), "17"),
        (("29605", "3576"), "33181"),
        (("31", "20", "9"), "60"),
        (("3", "1"), "4"),
        (("7", "6"), "13"),
    ],
)
def test_values_of_one_article_that_add_up_to_the_total_of_another_are_its_parts(
    parts: tuple[str, ...], total: str
) -> None:
    claims = [count(words, "a", start) for start, words in enumerate(parts)]
    figures = bests(*claims, count(total, "b"))
    whole = figures[int(total)]
    assert (whole.part_of, whole.status) == (None, "single_source")
    assert [figures[int(part)].part_of for part in parts] == [f"people ({int(total):,})"] * len(parts)
    assert whole.notes[-1].endswith(f" = {int(total):,}")
    assert figures[int(parts[0])].notes == whole.notes


def test_an_article_may_print_the_total_itself() -> None:
    figures = bests(count("12", "a", 0), count("5", "a", 1), count("17", "a", 2))
    assert figures[17].part_of is None
    assert figures[5].part_of == "people (17)"


def test_what_another_article_prints_of_a_part_is_a_part() -> None:
    figures = bests(count("12", "a", 0), count("5", "a", 1), count("17", "b"), count("12", "c"))
    assert (figures[12].status, figures[12].n_origins, figures[12].part_of) == ("agree", 2, "people (17)")
    assert figures[17].part_of is None


def test_the_values_of_one_sentence_may_be_the_parts() -> None:
    sentence = {"sentence": "12 in one province and 5 in another"}
    figures = bests(
        count("12", "a", 0, **sentence), count("5", "a", 9, **sentence), count("2", "a", 80), count("17", "b")
    )
    assert figures[12].part_of is not None
    assert figures[17].part_of is None


def test_other_values_stay_rivals() -> None:
    assert None in bests(count("12", "a", 0), count("5", "a", 1), count("18", "b"))


def test_bounds_and_counts_that_do_not_change_add_up_to_nothing() -> None:
    assert bests(count("at least 12", "a", 0), count("5", "a", 1), count("17", "b"))[17].notes == ()
    venues = [count(words, article, role=None, noun="venues") for words, article in (("12", "a"), ("17", "b"))]
    assert all("=" not in note for one in nd.reconcile(venues) for note in one.notes)
