"""How well numbers, money, percentages, ranges and dates are read, by newsdedup and its peers.

    python benchmarks/figures.py --data ../shared/data --only numbers

A case is right if its values (low and high of a range) equal the expected ones, as a multiset; the
unit counts only where the case gives an ISO code. Cases that the suites and newsrooms read differently
are listed with the reason, and results are given with and without them.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from _figures_peers import PACKAGES, Reading, peers
from _report import digest, versions
from newsdedup import read_amounts
from newsdedup.languages import language_of
from newsdedup.text.dates.reader import read_dates

OURS: Final = "newsdedup"
CLASSES: Final = (
    *(("vi", "number"), ("vi", "money"), ("vi", "date")),
    *(("en", "number"), ("en", "money"), ("en", "range"), ("en", "percent")),
)

_REASONS: Final[Mapping[str, Sequence[str]]] = {
    "a vague quantity, not a number": ("D03528", "D03533"),
    "a power in a formula": ("R10090", "R10111", "R10113", "R10115", "R10116"),
    "G after digits names a network in the news (5G)": ("D03598", "R10072"),
    "a date, not three numbers": ("R10175",),
    "two counts, one out of the other": ("R10246", "R10247"),
    "the value contradicts that of similar cases": ("R10158", "R10325", "R10336", "R14752"),
    "names of coins: a quarter is three months or a fourth part in the news": (
        *("D00168", "D00174", "D00175", "D00177"),
    ),
    "the name of a currency without a number": ("R14720", "R14721"),
    "a single letter for cents": ("D00226",),
    "the second number may as well count what follows it": ("R14730",),
    "ordinals, which are not amounts": ("R10270",),
}  # fmt: skip
EXCLUDED: Final = {case: reason for reason, cases in _REASONS.items() for case in cases}


def run(data: Path) -> dict[str, Any]:
    """Read every case with newsdedup and with the peers that are installed.

    Parameters
    ----------
    data : Path
        Folder with ``numbers/cases.jsonl``.

    Returns
    -------
    dict
        ``classes``: for each language and kind the number of cases and the share that each reader
        gets right, of all and of those not excluded; ``missed``: the cases that newsdedup does not
        get right; ``excluded``: cases and their reasons; ``absent``: peers that are not installed.
    """
    path = data / "numbers/cases.jsonl"
    cases = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    classes, missed, absent = {}, [], set()
    for language, kind in CLASSES:
        group = [case for case in cases if (case["lang"], case["kind"]) == (language, kind)]
        right = {OURS: [_is_right(case, _ours(case)) for case in group]}
        for name, read in peers(language, kind, _reference(group)):
            if read is None:
                absent.add(name)
            else:
                right[name] = [_is_right(case, read(case["input"])) for case in group]
        missed += [case["id"] for case, is_right in zip(group, right[OURS], strict=True) if not is_right]
        classes[f"{language} {kind}"] = _scores(group, right)
    return {
        "data": {"numbers": digest(path)},
        "versions": versions(PACKAGES),
        "classes": classes,
        "missed": [case for case in missed if case not in EXCLUDED],
        "excluded": EXCLUDED,
        "absent": sorted(absent),
    }


def _reference(cases: Sequence[Mapping[str, Any]]) -> datetime | None:
    given = next((case["reference_date"] for case in cases if case.get("reference_date")), None)
    return datetime.fromisoformat(given) if given else None


def _scores(cases: Sequence[Mapping[str, Any]], right: Mapping[str, Sequence[bool]]) -> dict[str, Any]:
    kept = [case["id"] not in EXCLUDED for case in cases]
    readers = {
        name: {
            "right": sum(results),
            "share": round(sum(results) / len(cases), 3),
            "share_without_excluded": round(
                sum(result for result, is_kept in zip(results, kept, strict=True) if is_kept) / sum(kept), 3
            ),
        }
        for name, results in right.items()
    }
    return {"cases": len(cases), "excluded": len(cases) - sum(kept), "readers": readers}


def _ours(case: Mapping[str, Any]) -> list[Any]:
    """What newsdedup reads of a case: dates as ISO days, else low, high and unit."""
    if case["kind"] == "date":
        tables = language_of(case["lang"])
        assert tables is not None
        return [one.value for one in read_dates(case["input"], tables, _reference([case]))]
    amounts = read_amounts(case["input"], language=case["lang"])
    if case["kind"] == "number":  # what sticks to a unit of measure is a measure
        found = [one for one in amounts if one.kind != "measure"]
    elif case["kind"] == "range":
        found = [one for one in amounts if one.is_qualified]
    else:
        found = [one for one in amounts if one.kind == case["kind"]]
    if any("value" in wanted for wanted in case["expected"]):
        return [(one.value, one.value if one.qualifier != "range" else one.high, one.unit) for one in found]
    return [(one.low, one.high, one.unit) for one in found]


def _is_right(case: Mapping[str, Any], found: Iterable[Any]) -> bool:
    """Whether what was found is what is wanted, in any order."""
    if case["kind"] == "date":
        return sorted(found) == sorted(wanted["date"][:10] for wanted in case["expected"])
    left = list(found)
    for wanted in map(_wanted, case["expected"]):
        same = next((index for index, one in enumerate(left) if _is_same(one, wanted)), None)
        if same is None:
            return False
        del left[same]
    return not left


def _wanted(expected: Mapping[str, Any]) -> Reading:
    low, high = (expected["value"],) * 2 if "value" in expected else (expected.get("low"), expected.get("high"))
    return low, high, expected.get("iso")


def _is_same(found: Reading, wanted: Reading) -> bool:
    ends = all(
        one is other if one is None or other is None else math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-15)
        for one, other in zip(found[:2], wanted[:2], strict=True)
    )
    return ends and wanted[2] in (None, found[2])
