"""Injected conflicts: whether reconciling says what is true of two figures, and whether copies can sway it.

    python benchmarks/_figures_injected.py --data ../shared/data

`_injected.py` says how the cases come about. Prints a table beside majority vote, median and the
most recent report, which are told which figures belong together, and writes
results/figures_injected.json. `run` is for benchmarks that measure all of the figures.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from statistics import median
from typing import Any

import newsdedup as nd
from _injected import COPIES, KINDS, Case, Mark, cases, with_copies
from _report import digest, machine, versions, write_result

RESULTS = Path(__file__).parent / "results/figures_injected.json"
FIELDS = ("id", "text", "title", "summary", "published_at", "source", "url", "lang")


def run(data: Path, *, wrong: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    """Measure all cases; those that come out wrong are added to `wrong`."""
    file = data / "vnmds/articles.jsonl"
    articles = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    for case in cases(articles):
        record = nd.record_of(_plain(case.reports))
        copied = with_copies(case)
        with_them = nd.record_of(_plain(copied.reports))
        found = _status(case, record)
        tally = tallies[case.kind]
        tally["cases"] += 1
        tally["read"] += all(_figure_at(record, mark) is not None for mark in case.marks)
        tally["right status"] += found == (case.status, case.best)
        tally["changed by copies"] += _told(record) != _told(with_them)
        for name, method in {"newsdedup": None, **PEERS}.items():
            for suffix, one, told in (("", case, record), (" with copies", copied, with_them)):
                value = _best(case, told) if method is None else method(_printed(one))
                said = "withheld" if value is None else "right" if value == case.truth else "wrong"
                tally[f"{name}{suffix}: {said}"] += 1
        if wrong is not None and (found != (case.status, case.best) or _told(record) != _told(with_them)):
            wrong.append({"case": case, "found": found, "record": record, "with_copies": with_them})
    return {"data": {"vnmds": digest(file)}, "copies": COPIES, "kinds": {kind: dict(tallies[kind]) for kind in KINDS}}


def _plain(reports: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [{name: report.get(name) for name in FIELDS} for report in reports]


def _figure_at(record: nd.EventRecord, mark: Mark) -> nd.ReconciledFigure | None:
    """The figure that the number at a mark became a claim of."""
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
    """What the record says of the two numbers together, and the best value it gives."""
    one, other = (_figure_at(record, mark) for mark in case.marks)
    if one is None or other is None:
        return "unread", None
    best = None if one.best is None else int(one.best)
    if one is other:
        return one.status, best
    return ("part" if other.part_of else "apart"), best


def _best(case: Case, record: nd.EventRecord) -> int | None:
    """The best value of the figure that holds what is true."""
    figure = _figure_at(record, case.marks[0])
    return None if figure is None or figure.best is None else int(figure.best)


def _told(record: nd.EventRecord) -> list[Any]:
    """What copies may not change."""
    told = [
        (str(figure.role or figure.noun), str(figure.best), figure.status, figure.n_origins)
        for figure in record.figures
    ]
    return [record.n_origins, sorted(told)]


def _printed(case: Case) -> list[tuple[datetime, int]]:
    """The numbers that the reports print of the thing, copies included, each with its time."""
    first, second = case.marks
    values = {first.article_id: first.value, second.article_id: second.value}
    return [
        (datetime.fromisoformat(report["published_at"]), values[name])
        for report in case.reports
        if (name := report["id"].split("-copy-")[0]) in values
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


def table(result: Mapping[str, Any]) -> str:
    """The result as two tables: what newsdedup says, and the value that each method gives."""
    kinds = result["kinds"]
    lines = ["| kind | cases | read | right status and best | changed by copies |", "|---|---|---|---|---|"]
    total: Counter[str] = Counter()
    for kind, tally in kinds.items():
        total.update(tally)
    for kind, tally in (*kinds.items(), ("all", total)):
        share = tally.get("right status", 0) / max(1, tally["cases"])
        lines.append(
            f"| {kind} | {tally['cases']} | {tally['read']} | {share:.3f} | {tally.get('changed by copies', 0)} |"
        )
    lines += ["", "| value given: right / withheld / wrong | alone | with copies |", "|---|---|---|"]
    for name in ("newsdedup", *PEERS):
        cells = (
            " / ".join(
                f"{total[f'{name}{suffix}: {said}'] / total['cases']:.3f}" for said in ("right", "withheld", "wrong")
            )
            for suffix in ("", " with copies")
        )
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("-o", type=Path, default=RESULTS)
    options = parser.parse_args()
    result = run(options.data)
    print(table(result))
    write_result(options.o, {**result, "machine": machine(), "versions": versions(("numpy",))})


if __name__ == "__main__":
    main()
