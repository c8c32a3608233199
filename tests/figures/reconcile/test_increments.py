"""Increments: "two more people died" adds to an earlier count."""

from __future__ import annotations

import pytest
from attrs import evolve

import newsdedup as nd
from claims import claim_of
from newsdedup.figures.claim import FigureClaim


def count(words: str, article: str, hour: int | None = None, role: str = "dead", **more: object) -> FigureClaim:
    return claim_of(words, article, hour=hour, **{"role": role, "noun": "people", **more})


def more(words: str, article: str, hour: int | None = None, role: str = "dead", **fields: object) -> FigureClaim:
    """So many more, as in "two more people"."""
    return count(words, article, hour, role, change="up", **fields)


def reconciled(*claims: FigureClaim) -> tuple[str, str, int | None, str]:
    (found,) = nd.reconcile(claims)
    assert len(found.claims) == len(claims)
    assert found.change == "level"
    return found.status, found.qualifier, found.best and int(found.best), found.rule


@pytest.mark.parametrize(
    ("before", "added", "role", "least"),
    [
        ("10", "2", "dead", 12),
        ("1200", "120", "evacuated", 1320),
        ("3", "4", "arrested", 7),
        ("at least 30", "5", "injured", 35),
        ("more than 200", "14", "dead", 214),
        ("40 to 45", "1", "missing", 41),
    ],
)
def test_those_who_were_added_make_at_least_the_sum_with_the_count_before(
    before: str, added: str, role: str, least: int
) -> None:
    status, qualifier, best, _ = reconciled(count(before, "a", 8, role), more(added, "b", 17, role))
    assert (status, qualifier, best) == ("superseded", "at_least", least)


@pytest.mark.parametrize("hour", [17, 20])
def test_a_total_of_the_same_article_or_of_a_later_one_includes_those_who_were_added(hour: int) -> None:
    total = count("12", "b" if hour == 17 else "c", hour)
    assert reconciled(count("10", "a", 8), more("2", "b", 17), total)[:3] == ("superseded", "exact", 12)


def test_without_a_count_before_an_increment_is_a_lower_bound() -> None:
    (found,) = nd.reconcile([more("2", "a", 8)])
    assert (found.best, found.qualifier, found.low, found.high) == (2, "at_least", 2, None)
    assert reconciled(more("2", "a", 8), more("3", "b", 9))[1:3] == ("at_least", 3)


def test_an_increment_whose_time_is_unknown_may_be_in_the_count() -> None:
    assert reconciled(count("10", "a"), more("2", "b"))[:3] == ("compatible", "exact", 10)


def test_each_increment_adds_to_the_last_count_before_it() -> None:
    claims = count("10", "a", 8), more("2", "b", 9), count("13", "c", 10), more("4", "d", 11)
    assert reconciled(*claims)[1:3] == ("at_least", 17)


def test_an_increment_adds_to_people_whom_its_own_article_mentions() -> None:
    mentioned = count("1", "a", 8, is_toll=False)
    assert reconciled(mentioned, more("1", "a", 8, is_toll=False))[1:3] == ("at_least", 2)


def test_an_increment_is_no_step_down_in_the_history() -> None:
    (found,) = nd.reconcile([count("10", "a", 8), more("2", "b", 9), count("9", "c", 9), count("14", "d", 10)])
    assert [(int(one.value), one.qualifier) for one in found.history][-1] == (14, "exact")
    assert found.notes == ("revised downwards, from 10 to 9",)


def test_an_increment_of_another_place_or_role_stays_alone() -> None:
    elsewhere = more("2", "b", 9, scope=nd.Scope("Lào Cai", "province"))
    whole = count("10", "a", 8, scope=nd.Scope(level="national"))
    assert sorted(int(one.best or 0) for one in nd.reconcile([whole, elsewhere])) == [2, 10]
    assert len(nd.reconcile([count("10", "a", 8), more("2", "b", 9, "injured")])) == 2


def test_a_rise_that_counts_nobody_is_a_figure_of_its_own() -> None:
    rise = claim_of("500", "a", noun="giá vàng", change="up")
    (found,) = nd.reconcile([rise])
    assert (found.change, found.qualifier) == ("up", "exact")


def test_a_record_keeps_what_each_claim_changes() -> None:
    texts = ["Lũ làm 10 người chết ở Hoa.", "Lũ ở Hoa làm 12 người chết."]
    record = nd.record_of([{"id": str(number), "text": text} for number, text in enumerate(texts)])
    figure = evolve(record.figures[0], claims=(*record.figures[0].claims, more("2", "1")))
    copied = nd.EventRecord.from_dict(evolve(record, figures=(figure,)).to_dict())
    assert [claim.change for claim in copied.figures[0].claims] == ["level", "level", "up"]
