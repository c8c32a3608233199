"""Short cases of known kinds of faults: each runs through the public call that it names.

    python benchmarks/figures.py --data ../shared/data --only cases

The expectations are judged as in the tests (``tests/expectations.py``); those in words by the table below.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from _report import ROOT, digest

sys.path.append(str(ROOT / "tests"))
from expectations import Case, failure_of

NO_DATE = {"expected": [], "absent": [{"kind": "date"}]}
NO_LUNAR_COUNT = {"expected": [], "absent": [{"noun_has": "Tết"}, {"kind": "duration", "unit": "month"}]}
NO_CONFLICT = [{"role": "dead", "status": "conflict"}]

IN_WORDS: Mapping[str, Mapping[str, Any]] = {
    "030": {"expected": [], "absent": [{"role": "dead", "best": 4}]},  # "conflict, or none; never agree"
    "031": {"expected": [{"role": "dead", "best": 33181}], "absent": NO_CONFLICT},
    "032": {"expected": [{"role": "dead", "best": 17}], "absent": NO_CONFLICT},
    "033": {
        "expected": [{"role": "dead", "best": 17}, {"role": "dead", "best": 12, "place": "Lào Cai"}],
        "absent": NO_CONFLICT,
    },
    "034": NO_DATE,
    "035": NO_DATE,
    "036": NO_DATE,
    "037": NO_DATE,
    "038": NO_DATE,
    "051": {"expected": [{"role": "evacuated", "best": [1320, 1200]}], "absent": [{"role": "evacuated", "best": 120}]},
    "053": {"expected": [{"role": "dead", "best": [12, 10]}], "absent": [{"role": "dead", "best": 2}]},
    "070": {"expected": {"apart": ["v0", "v6"]}},
    "073": NO_LUNAR_COUNT,
    "074": NO_LUNAR_COUNT,
    "113": {"expected": [{"kind": "measure", "best": None, "status": "conflict", "n_claims": 2}]},
    "129": {"expected": {"text_or_rejected": "Cháy kho hàng ở Bình Tân"}},
}
"""Expectations that the cases give in words, as fields."""

ARGUABLE: Mapping[str, str] = {
    # Each is judged as the case expects, except where the reason says otherwise.
    "081": "not expected: a claim has offsets in the article's text, and a title that is not in the text has none; "
    "a caller who wants the headline's figures puts it in front of the text",
    "092": "as expected: whoever most articles name is a person of the event, with or without an office",
    "119": "as expected: people whom the article cites are sources, not participants of the event",
    "132": "as expected: the size belongs to the unit of the price; nothing in the event weighs 11 kg",
}
"""Cases that can be read in two ways, with the reading that is right and why."""


def run(data: Path) -> dict[str, Any]:
    """How many cases are right, in all, per call and per kind, and what the others give."""
    file = data / "cases/cases.jsonl"
    judged = [settled(json.loads(line)) for line in file.read_text("utf-8").splitlines()]
    failures = {case["id"]: failure for case in judged if (failure := failure_of(case))}
    plain = [case for case in judged if not case.get("arguable")]
    arguable = [case["id"] for case in judged if case.get("arguable")]
    return {
        "digest": digest(file),
        "all": share(plain, failures),
        "calls": {call: share(group, failures) for call, group in by(plain, "call").items()},
        "kinds": {kind: share(group, failures) for kind, group in by(plain, "kind").items()},
        "failures": {case["id"]: failures[case["id"]] for case in plain if case["id"] in failures},
        "arguable": {
            name: {"result": "wrong" if name in failures else "right", "reading": ARGUABLE[name]} for name in arguable
        },
    }


def settled(case: Case) -> Case:
    """A case with what it expects as fields."""
    if case["id"] == "081":
        return {**case, "expected": []}
    return {**case, **IN_WORDS.get(case["id"], {})}


def by(cases: Iterable[Case], name: str) -> dict[str, list[Case]]:
    """The cases by the value of a field."""
    groups: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        groups[case[name]].append(case)
    return groups


def share(cases: Iterable[Case], failures: Mapping[str, object]) -> dict[str, Any]:
    """How many of the cases are right, and the ids of the others."""
    ids = [case["id"] for case in cases]
    wrong = [name for name in ids if name in failures]
    right = len(ids) - len(wrong)
    result: dict[str, Any] = {"right": right, "of": len(ids), "share": round(right / max(1, len(ids)), 4)}
    return result | ({"wrong": " ".join(wrong)} if wrong else {})
