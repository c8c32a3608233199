"""Independent voices, and the time that each speaks of."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from attrs import evolve

from claims import claim_of
from newsdedup.figures.reconcile.voices import latest_of, with_voices


def test_a_copy_is_no_newer_than_the_first_article_with_its_words() -> None:
    first, copy = claim_of("12", "a", hour=7), claim_of("12", "b", hour=11, origin="a")
    correction = claim_of("15", "c", hour=9)
    assert [one.time[1].hour for one in with_voices([copy, first])] == [7, 7]
    assert [one.claim for one in latest_of(with_voices([first, copy, correction]))] == [correction]


def test_a_claim_counts_up_to_the_end_of_its_period() -> None:
    (period,) = with_voices([claim_of("12", as_of="2025-06-01/2025-06-10", hour=7)])
    assert period.time == ("2025-06-10", datetime(2025, 6, 14, 7, tzinfo=UTC))


def test_a_day_without_its_year_gives_a_claim_no_date_of_its_own() -> None:
    dated, undated = with_voices(
        [claim_of("12", "a", as_of="XXXX-06-10", hour=7), claim_of("15", "b", as_of="XXXX-06-10")]
    )
    assert dated.time[0] == "2025-06-14"
    assert (dated.is_dated, undated.is_dated) == (True, False)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2025-09-12T10:00", "2025-09-12T17:00"),
        ("2025-09-12T17:00", "2025-09-13"),
        ("2025-09-11", "2025-09-12T06:00"),
        ("2025-09-11/2025-09-12T06:00", "2025-09-12T06:30"),
        ("2025-09-12T10:00", None),
    ],
)
def test_the_hour_up_to_which_a_claim_counts_comes_before_that_of_its_article(earlier: str, later: str | None) -> None:
    moment = datetime(2025, 9, 12, 20, tzinfo=UTC)
    claims = [evolve(claim_of("45", article), reported_at=moment) for article in ("a", "b")]
    old, new = with_voices([evolve(claims[0], as_of=earlier), evolve(claims[1], as_of=later)])
    assert old.time < new.time
