"""Short cases of kinds of faults, each through the public call that it names; `expectations` judges the results.

The cases are in ``cases.jsonl``; the ids of those that fail today are in ``cases_not_yet.txt``, one per line. A case
that is mended fails its test until its id is taken out there.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from expectations import failure_of

HERE = Path(__file__).parent
CASES = [json.loads(line) for line in (HERE / "cases.jsonl").read_text("utf-8").splitlines()]
NOT_YET = frozenset((HERE / "cases_not_yet.txt").read_text("utf-8").split())

pytestmark = pytest.mark.filterwarnings("ignore::newsdedup.ArticleWarning")


def cases_of(call: str) -> pytest.MarkDecorator:
    """A parametrised test of the cases of one call."""
    fails = pytest.mark.xfail(reason="a fault that is not mended yet")
    chosen = [
        pytest.param(case, id=case["id"], marks=[fails] if case["id"] in NOT_YET else [])
        for case in CASES
        if case["call"] == call
    ]
    return pytest.mark.parametrize("case", chosen)


def test_each_case_that_fails_today_is_a_case() -> None:
    assert {case["id"] for case in CASES} >= NOT_YET


@cases_of("extract_figures")
def test_figures_are_read_as_a_desk_would(case: dict[str, Any]) -> None:
    assert failure_of(case) == {}


@cases_of("record_of")
def test_reports_of_one_event_are_reconciled_as_a_desk_would(case: dict[str, Any]) -> None:
    assert failure_of(case) == {}


@cases_of("find_events")
def test_short_reports_are_grouped_by_event(case: dict[str, Any]) -> None:
    assert failure_of(case) == {}


@cases_of("find_copies")
def test_only_copies_are_grouped_as_copies(case: dict[str, Any]) -> None:
    assert failure_of(case) == {}


@cases_of("read_articles")
def test_rows_are_read_as_users_give_them(case: dict[str, Any]) -> None:
    assert failure_of(case) == {}
