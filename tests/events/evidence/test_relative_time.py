"""The days between two articles as evidence, relative to those between other pairs."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdedup.events.evidence.relative_time import UNKNOWN_GAP, gaps, log_ratios

SAME_DAY = 0
MONTHS = UNKNOWN_GAP - 2  # 128 to 256 days


def gap(one: tuple[float, float], other: tuple[float, float]) -> int:
    return int(gaps(np.array([one]), np.array([other]))[0])


def counts(**by_bin: int) -> np.ndarray:
    found = np.zeros(UNKNOWN_GAP + 1, np.int64)
    for name, count in by_bin.items():
        found[int(name.removeprefix("bin"))] = count
    return found


@pytest.mark.parametrize(
    ("days", "wanted"), [(0, 0), (0.9, 0), (1, 0), (1.5, 1), (3, 2), (7, 3), (200, 8), (256, 8), (300, 9), (4000, 9)]
)
def test_gaps_are_binned_by_doubling_numbers_of_days(days: float, wanted: int) -> None:
    assert gap((0, 0), (days * 24, days * 24)) == gap((days * 24, days * 24), (0, 0)) == wanted


def test_a_gap_is_the_least_that_is_possible_between_bare_days() -> None:
    assert gap((0, 24), (24, 48)) == SAME_DAY
    assert gap((0, 24), (23, 23)) == SAME_DAY
    assert gap((0, 24), (72, 96)) == 1


@pytest.mark.parametrize("other", [(5.0, 5.0), (np.nan, np.nan)])
def test_a_missing_moment_is_an_unknown_gap_and_no_evidence(other: tuple[float, float]) -> None:
    assert gap((np.nan, np.nan), other) == gap(other, (np.nan, np.nan)) == UNKNOWN_GAP
    assert log_ratios(counts(bin0=9, bin8=999))[UNKNOWN_GAP] == 0


def test_in_the_news_of_one_day_the_same_day_is_no_evidence() -> None:
    assert log_ratios(counts(bin0=10_000))[SAME_DAY] == pytest.approx(-0.2, abs=0.05)


def test_in_news_of_a_year_the_same_day_speaks_for_one_event_and_months_against_it() -> None:
    found = log_ratios(counts(**{f"bin{place}": 1000 for place in range(UNKNOWN_GAP)}))
    assert found[SAME_DAY] > 1.5
    assert found[MONTHS] < -1.5


def test_without_pairs_no_gap_is_evidence() -> None:
    assert log_ratios(counts()) == pytest.approx(np.zeros(UNKNOWN_GAP + 1))
    assert np.abs(log_ratios(counts(bin0=2, bin8=1))).max() < 1.5


def test_pairs_of_an_unknown_gap_change_nothing() -> None:
    dated = counts(bin0=100, bin5=400)
    with_unknown = dated + counts(**{f"bin{UNKNOWN_GAP}": 10_000})
    assert log_ratios(with_unknown).tolist() == log_ratios(dated).tolist()


@given(st.lists(st.integers(0, 10**9), min_size=UNKNOWN_GAP + 1, max_size=UNKNOWN_GAP + 1))
def test_days_alone_never_decide(pairs_in: list[int]) -> None:
    assert np.abs(log_ratios(np.array(pairs_in))).max() <= 3


@given(
    st.lists(st.integers(0, 10**6), min_size=UNKNOWN_GAP + 1, max_size=UNKNOWN_GAP + 1),
    st.integers(0, UNKNOWN_GAP - 1),
    st.integers(1, 10**6),
)
def test_the_more_pairs_have_a_gap_the_less_it_speaks_for_one_event(pairs_in: list[int], place: int, more: int) -> None:
    fewer = np.array(pairs_in)
    assert log_ratios(fewer + counts(**{f"bin{place}": more}))[place] <= log_ratios(fewer)[place] + 1e-12
