"""Each fuzz target for some seconds, with the same inputs in each run; and all inputs that are kept of earlier runs.

`nox -s fuzz` draws other inputs, for as long as it is given.
"""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz import session
from fuzz.target import CORPUS, Target, documented_errors, from_json, to_json
from fuzz.targets import TARGETS
from newsdedup.support.errors import InputError

SHORT = settings(
    derandomize=True, database=None, deadline=None, report_multiple_bugs=False, suppress_health_check=list(HealthCheck)
)
every_target = (
    pytest.mark.parametrize(  # both tests of a target in one process, which starts and compiles what it needs
        "target", [pytest.param(one, id=name, marks=pytest.mark.xdist_group(name)) for name, one in TARGETS.items()]
    )
)


@every_target
def test_the_law_of_a_target_holds(target: Target) -> None:
    tried = []

    def law(value: Any) -> None:
        target.law(value)
        tried.append(value)

    settings(SHORT, max_examples=target.examples)(given(target.inputs)(law))()
    assert tried


@every_target
def test_the_law_of_a_target_holds_of_what_is_kept(target: Target) -> None:
    kept = target.kept()
    for value in kept:
        target.law(value)
    assert kept


def test_each_target_has_a_corpus_and_each_corpus_a_target() -> None:
    assert {path.stem for path in CORPUS.iterdir()} == set(TARGETS)
    assert all(target.kept() for target in TARGETS.values())


def test_an_input_is_a_line_of_json() -> None:
    value = ["chữ", b"\xff\0", "\ud800", {"a": [1.5, None, True]}, 10**30]
    assert from_json(to_json(value)) == value
    assert to_json(value).isascii()
    assert "\n" not in to_json("a\nb")


def test_only_documented_errors_are_expected() -> None:
    with documented_errors() as refused:
        raise InputError("no rows")
    assert refused == ["no rows"]
    with pytest.raises(KeyError), documented_errors():
        raise KeyError


@pytest.fixture
def broken(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Target:
    def law(numbers: list[int]) -> None:
        assert sum(numbers) < 100

    monkeypatch.setattr("fuzz.target.CORPUS", tmp_path)
    return Target("broken", st.lists(st.integers(0, 200)), law)


def test_a_long_run_keeps_the_smallest_input_that_fails(broken: Target) -> None:
    outcome = session.run_for(broken, seconds=60, seed=1)
    assert outcome.found == [100]
    assert "AssertionError" in outcome.problem
    assert broken.keep(outcome.found)
    assert not broken.keep(outcome.found)
    assert broken.kept() == [[100]]


def test_a_long_run_begins_with_what_is_kept(broken: Target) -> None:
    broken.keep([50, 50])
    outcome = session.run_for(broken, seconds=60, seed=1)
    assert (outcome.found, outcome.n_inputs) == ([50, 50], 1)


def test_a_long_run_ends_when_its_time_is_over() -> None:
    calls: list[int] = []
    outcome = session.run_for(Target("sound", st.integers(), calls.append), seconds=0.2, seed=1)
    assert (outcome.problem, outcome.found) == (None, None)
    assert outcome.n_inputs == len(calls) > 0


def test_targets_take_turns_until_the_time_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0.0]
    monkeypatch.setattr(session.time, "monotonic", lambda: clock[0])
    turns: list[str] = []
    for name, seconds, _ in session._slots(["a", "b", "c"], 5, Random(1)):
        turns.append(name)
        clock[0] += seconds
    assert sorted(turns[:3]) == sorted(turns[3:6]) == ["a", "b", "c"]
    assert clock[0] >= 300


def test_an_outcome_is_passed_between_processes_as_json() -> None:
    outcome = session.Outcome("sound", 3, 0.5, [b"a"], "ValueError: no")
    assert session.Outcome.from_line(outcome.to_line()) == outcome
    assert json.loads(outcome.to_line())["target"] == "sound"
