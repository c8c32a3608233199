"""Figures that are denied or corrected."""

from __future__ import annotations

import pytest
from attrs import evolve

import newsdedup as nd
from claims import claim_of
from newsdedup.figures.claim import FigureClaim


def count(words: str, article: str, hour: int | None = None, modality: str = "actual", **more: object) -> FigureClaim:
    return claim_of(words, article, hour=hour, **{"role": "dead", "noun": "boats", "modality": modality, **more})


def figure(*claims: FigureClaim) -> nd.ReconciledFigure:
    (found,) = nd.reconcile(claims)
    assert len(found.claims) == len(claims)
    return found


@pytest.mark.parametrize("role", ["dead", "injured", "missing", "attendees", "homes", None])
def test_a_figure_that_is_denied_is_in_conflict_and_never_confirmed(role: str | None) -> None:
    found = figure(count("4", "a", 8, role=role), count("4", "b", 9, "denied", role=role, speaker="police"))
    assert (found.status, found.best, found.n_origins) == ("conflict", None, 1)
    assert found.rule == "4 is denied by police (b)"
    assert found.notes == ("4 is denied by police (b)",)


def test_what_is_stated_after_a_denial_stands() -> None:
    found = figure(count("4", "a", 8), count("4", "b", 9, "denied"), count("4", "c", 11))
    assert (found.status, found.best, found.notes) == ("agree", 4, ("4 is denied by b",))


def test_a_denial_of_another_value_is_only_a_note() -> None:
    found = figure(count("2", "b", 9), count("4", "b", 9, "denied"))
    assert (found.status, found.best, found.high) == ("single_source", 2, 2)
    assert found.notes == ("4 is denied by b",)


def test_the_denied_value_gives_way_to_the_one_that_is_stated_instead() -> None:
    found = figure(count("4", "a", 8), count("4", "b", 9, "denied"), count("2", "b", 9))
    assert (found.status, found.best) == ("superseded", 2)


@pytest.mark.parametrize(
    ("role", "wrong", "right"),
    [
        ("dead", "4", "3"),
        ("injured", "12", "21"),
        ("attendees", "500", "300"),
        ("homes", "1100", "110"),
        (None, "6", "9"),
    ],
)
def test_the_value_that_a_correction_gives_supersedes_the_one_that_it_replaces(
    role: str | None, wrong: str, right: str
) -> None:
    found = figure(
        count(wrong, "a", 8, role=role), count(wrong, "b", 9, "corrected", role=role), count(right, "b", 9, role=role)
    )
    assert (found.status, str(found.best), found.notes[-1]) == (
        "superseded",
        right,
        f"{int(wrong):,} is corrected by b",
    )
    assert [str(one.value) for one in found.history] == [wrong, right]


def test_a_correction_without_a_new_value_leaves_none() -> None:
    found = figure(count("4", "a", 8), count("4", "b", 9, "corrected"))
    assert (found.status, found.best, found.rule) == ("superseded", None, "no value stands: 4 is corrected by b")


def test_what_is_stated_again_after_a_correction_is_a_claim_like_others() -> None:
    found = figure(count("4", "a", 8), count("4", "b", 9, "corrected"), count("3", "b", 9), count("4", "c", 12))
    assert (found.status, found.best) == ("superseded", 4)


def test_an_outlet_that_corrects_itself_supersedes_its_own_value() -> None:
    claims = count("4", "a", 8), count("4", "b", 9, "corrected"), count("3", "b", 9)
    found = figure(*(evolve(claim, origin="a") for claim in claims))
    assert (found.status, found.best, found.n_origins) == ("superseded", 3, 1)


def test_a_figure_that_is_only_denied_has_no_best_value() -> None:
    found = figure(count("4", "a", 8, "denied"))
    assert (found.status, found.best, found.modality) == ("single_source", None, "denied")
    assert figure(count("4", "a", 8, "denied"), count("4", "b", 8, "denied")).status == "conflict"


def test_a_policy_does_not_choose_a_value_that_is_denied() -> None:
    (found,) = nd.reconcile([count("4", "a", 8), count("4", "b", 9, "denied")], policy="most_recent")
    assert (found.status, found.best) == ("conflict", None)


def test_a_denial_of_a_part_or_of_another_role_does_not_concern_the_count() -> None:
    denied = count("4", "b", 9, "denied", part_of="ten people")
    assert len(nd.reconcile([count("4", "a", 8), denied])) == 2
    assert len(nd.reconcile([count("4", "a", 8), count("4", "b", 9, "denied", role="injured")])) == 2


def test_a_denial_concerns_the_quantity_with_its_value() -> None:
    one, other = (count(words, "a", 8, role=None, noun="tàu") for words in ("3", "9"))
    denied = count("9", "b", 9, "denied", role=None, noun="tàu")
    assert {int(one.low or 0): one.status for one in nd.reconcile([one, other, denied])} == {
        3: "single_source",
        9: "conflict",
    }
