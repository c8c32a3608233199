"""Planted figures: whether reconciling finds the true status of several reports, and whether copies change it.

    python benchmarks/figures.py --data ../shared/data --only injected

`_injected.py` and `_later_reports.py` describe how the cases are made. The peers are majority vote, median
and the most recent report; they are given which figures belong together.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from statistics import median
from typing import Any

import newsdedup as nd
from _injected import COPIES, KINDS, Case, Mark, cases, with_copies
from _later_reports import LATER_KINDS, later_cases
from _report import digest

SETS = {"vnmds": "vi", "gvc": "en"}  # with their languages
VERDICTS = ("right", "withheld", "wrong")
FIELDS = ("id", "text", "title", "summary", "published_at", "source", "url", "lang")


def run(data: Path, *, wrong: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    """Measure all cases; those with a wrong result are added to `wrong`."""
    files = {name: data / name / "articles.jsonl" for name in SETS}
    rows = {
        name: [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        for name, file in files.items()
    }
    return {
        **_measured(cases(rows["vnmds"]), KINDS, wrong),
        "digest": digest(files["vnmds"]),
        "later_reports": {
            name: {**_measured(later_cases(rows[name], language), LATER_KINDS, wrong), "digest": digest(files[name])}
            for name, language in SETS.items()
        },
    }


def _measured(planted: Iterable[Case], kinds: Iterable[str], wrong: list[dict[str, Any]] | None) -> dict[str, Any]:
    """How often the record is right about the planted figures, and how often copies change it; beside the peers."""
    tallies: dict[str, Counter[str]] = {kind: Counter() for kind in kinds}
    given: Counter[tuple[str, str, str]] = Counter()
    for case in planted:
        copied = with_copies(case)
        record, with_them = nd.record_of(_plain(case.reports)), nd.record_of(_plain(copied.reports))
        is_right = _status(case, record) == (case.status, case.best)
        is_changed = _outcome(record) != _outcome(with_them)
        tallies[case.kind].update(
            cases=1,
            right=is_right,
            right_best=_best(case, record) == case.best,
            changed_by_copies=is_changed,
            read=_is_read(case, record),
        )
        for when, one, found in (("alone", case, record), ("with copies", copied, with_them)):
            values = {"newsdedup": _best(case, found)} | {name: peer(_printed(one)) for name, peer in PEERS.items()}
            given.update((name, when, _verdict(value, case.truth)) for name, value in values.items())
        if wrong is not None and (is_changed or not is_right):
            wrong.append({"case": case, "found": _status(case, record), "record": record, "with_copies": with_them})
    n_cases = sum(tally["cases"] for tally in tallies.values())
    return {
        "cases": n_cases,
        "copies_added": COPIES,
        "right_status_and_best": round(sum(tally["right"] for tally in tallies.values()) / n_cases, 4),
        "changed_by_copies": sum(tally["changed_by_copies"] for tally in tallies.values()),
        "kinds": {kind: _shares(tally) for kind, tally in tallies.items()},
        "values_given": {
            f"{name}, {when}": {verdict: round(given[name, when, verdict] / n_cases, 4) for verdict in VERDICTS}
            for name in ("newsdedup", *PEERS)
            for when in ("alone", "with copies")
        },
    }


def _shares(tally: Mapping[str, int]) -> dict[str, Any]:
    shares = {name: round(tally[name] / max(1, tally["cases"]), 4) for name in ("right", "right_best")}
    return {**tally, **shares}


def _verdict(value: int | None, truth: int | None) -> str:
    if value == truth:
        return "right"
    return "withheld" if value is None else "wrong"


def _is_read(case: Case, record: nd.EventRecord) -> bool:
    return all(_figure_at(record, mark) is not None for mark in case.marks)


def _plain(reports: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [{name: report.get(name) for name in FIELDS} for report in reports]


def _figure_at(record: nd.EventRecord, mark: Mark) -> nd.ReconciledFigure | None:
    """The figure whose claims include the number at a mark."""
    return next(
        (
            figure
            for figure in record.figures
            for claim in figure.claims
            if claim.article_id == mark.article_id and claim.start <= mark.start < claim.end
        ),
        None,
    )


def _status(case: Case, record: nd.EventRecord) -> tuple[str, int | None]:
    """The status of the numbers in the record, and the best value of the first."""
    one, *others = (_figure_at(record, mark) for mark in case.marks)
    if one is None or None in others:
        return "unread", None
    best = None if one.best is None else int(one.best)
    if any(figure not in (None, one) for figure in (_figure_at(record, mark) for mark in case.optional)):
        return "apart", best
    if all(figure is one for figure in others):
        return one.status, best
    values = [mark.value for mark in case.marks[1:]]
    are_parts = [
        figure is not one and figure.part_of is not None and figure.best == value
        for figure, value in zip(others, values, strict=True)
        if figure is not None
    ]
    return ("part" if all(are_parts) and one.status != "conflict" else "apart"), best


def _best(case: Case, record: nd.EventRecord) -> int | None:
    """The best value of the figure with the true number."""
    figure = _figure_at(record, case.marks[0])
    return None if figure is None or figure.best is None else int(figure.best)


def _outcome(record: nd.EventRecord) -> list[Any]:
    """The parts of a record that copies must not change."""
    figures = [
        (str(figure.role or figure.noun), str(figure.best), figure.status, figure.n_origins)
        for figure in record.figures
    ]
    return [record.n_origins, sorted(figures)]


def _printed(case: Case) -> list[tuple[datetime, int]]:
    """The numbers that the reports print for the figure, copies included, each with its time."""
    values: dict[str, list[int]] = defaultdict(list)
    for mark in (*case.marks, *case.optional):
        values[mark.article_id].append(mark.value)
    return [
        (datetime.fromisoformat(report["published_at"]), value)
        for report in case.reports
        for value in values[report["id"].split("-copy-")[0]]
    ]


def _majority(printed: list[tuple[datetime, int]]) -> int | None:
    (value, count), *others = Counter(value for _, value in printed).most_common()
    return None if others and others[0][1] == count else value


def _median(printed: list[tuple[datetime, int]]) -> int | None:
    return int(median(value for _, value in printed))


def _most_recent(printed: list[tuple[datetime, int]]) -> int | None:
    return max(printed)[1]


PEERS: Mapping[str, Callable[[list[tuple[datetime, int]]], int | None]] = {
    "majority vote": _majority,
    "median": _median,
    "most recent": _most_recent,
}
