"""The main measures of quality, measured now in about two minutes, for `floors.py --measure`.

They have the shape of the committed results, so that one floor serves both.
"""

from __future__ import annotations

import json
import tempfile
import warnings
from collections.abc import Callable, Mapping
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from functools import partial
from pathlib import Path
from typing import Any, Final

import _figures_gvc
import _figures_numbers
import newsdedup as nd
import records
from _events_bench import OURS, Bench, grouped_by, scores
from _events_lookalikes import lookalike_news
from _events_short import day_mix, short_texts
from _tasks import quality
from generate import truth_path, write_corpus
from train_evidence import labelled_sets

ROOT: Final = Path(__file__).parents[1]
FIGURE_KINDS: Final = ("count", "percent", "duration")
GENERATED: Final = 3_000  # articles, of which some hundred pairs are copies
THRESHOLDS: Final = (0.3, 0.5, 0.8)

Measures = dict[str, Any]
Case = Mapping[str, Any]


def measured_now(data: Path) -> Measures:
    """Quality on the labelled sets, the seeds, the cases and generated copies.

    Parameters
    ----------
    data : Path
        Folder of the labelled sets.
    """
    return {
        "events.json": events(Bench({one.name: one for one in labelled_sets(data)}, only_default=True)),
        "figures.json": {"numbers": _figures_numbers.run(data), "gvc": _figures_gvc.run(data)},
        "records.json": {"marked": records.marked(data)[0]},
        "now": {
            "seeds": seeds(),
            "cases": cases(data / "cases/cases.jsonl"),
            "read_articles cases": checked_cases(data / "cases/cases.jsonl", "read_articles", _is_row_right),
            "find_copies cases": checked_cases(data / "cases/cases.jsonl", "find_copies", _is_grouped_right),
            "find_events cases": checked_cases(data / "cases/cases.jsonl", "find_events", _is_event_right),
            "copies": copies(),
        },
    }


def events(of: Bench) -> Measures:
    """Grouping by event with the default settings: the labelled sets, whole and cut, and look-alikes."""
    return {
        "sets": {name: {"results": {OURS: scores(one, grouped_by(one))}} for name, one in of.sets.items()},
        "short": short_texts(of, with_peers=False),
        "day mix": {name: day_mix(of, name) for name in of.sets},
        "lookalikes": lookalike_news(with_peers=False),
    }


def seeds() -> Measures:
    """The share of the annotated figures of the five seed articles that are read with value, qualifier and span."""
    gold = [row for row in _rows(ROOT / "tests/gold/figures.jsonl") if row["kind"] in FIGURE_KINDS]
    wanted = {
        (row["doc"], row["start"], row["end"], Decimal(str(row["best"])), row["qualifier"])
        for row in gold
        if row["role"] in ("event_attribute", "reported_statistic") and row["best"] is not None
    }
    found = {
        (article.id, claim.start, claim.end, claim.value, claim.qualifier)
        for article in nd.read_articles(ROOT / "seeds")
        for claim in nd.extract_figures(article)
    }
    return {"recall": len(wanted & found) / len(wanted)}


def cases(path: Path) -> Measures:
    """How many of the invented inputs are read as expected, of those that state the fields of each claim."""
    stated = [row for row in _rows(path) if row["call"] == "extract_figures" and isinstance(row["expected"], list)]
    return {"cases": len(stated), "right": sum(map(_is_read_right, stated))}


def checked_cases(path: Path, call: str, is_right: Callable[[Case], bool]) -> Measures:
    """How many of the invented inputs of a call give what is expected."""
    found = [row for row in _rows(path) if row["call"] == call]
    return {"cases": len(found), "right": sum(map(is_right, found))}


def _is_row_right(case: Case) -> bool:
    """Whether the article of the row has each expected value; a text in words is the title, with a notice."""
    expected, (row,) = case["expected"], case["input"]
    with warnings.catch_warnings(action="ignore", category=nd.ArticleWarning):
        articles = nd.read_articles(case["input"], progress=False)
    if "text" in expected:
        return [article.text for article in articles] == [row["title"]] and len(articles.notices) == 1
    return len(articles) == 1 and all(str(getattr(articles[0], name)) == value for name, value in expected.items())


def _is_grouped_right(case: Case) -> bool:
    """Whether the groups are as expected; an expectation in words is of versions whose ends share nothing."""
    found = nd.find_copies(case["input"], progress=False)
    if isinstance(case["expected"], dict):
        return _has_groups(found, case)
    return bool(found.labels[0] != found.labels[-1])


def _is_event_right(case: Case) -> bool:
    """Whether the groups of reports are as expected."""
    return _has_groups(nd.find_events(case["input"], progress=False), case)


def _has_groups(found: nd.CopyGroups | nd.EventGroups, case: Case) -> bool:
    groups = {label: set[str]() for label in found.labels.tolist()}
    for name, label in zip(found.ids, found.labels.tolist(), strict=True):
        groups[label].add(name)
    return sorted(map(sorted, groups.values())) == sorted(map(sorted, case["expected"]["groups"]))


def _is_read_right(case: Case) -> bool:
    """Whether the claims have each expected combination of fields, and none of the absent ones."""
    given = case["input"] if isinstance(case["input"], dict) else {"text": case["input"]}
    (article,) = nd.read_articles([{"language": case["lang"], **given}])
    claims = nd.extract_figures(article)
    is_found = [any(map(partial(_has, wanted), claims)) for wanted in case["expected"]]
    is_wrong = [any(map(partial(_has, unwanted), claims)) for unwanted in case.get("absent", ())]
    return all(is_found) and not any(is_wrong)


def _has(wanted: Mapping[str, Any], claim: nd.FigureClaim) -> bool:
    return all(_is_equal(claim, field, value) for field, value in wanted.items())


def _is_equal(claim: nd.FigureClaim, field: str, value: Any) -> bool:
    if field == "noun_has":
        return value in (claim.noun or "")
    found = getattr(claim, field, None)
    if isinstance(found, Decimal):
        with suppress(InvalidOperation):
            return found == Decimal(str(value))
    return found == value


def copies() -> Measures:
    """Recall and precision of copies and excerpts on generated articles, at several thresholds."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "news.jsonl"
        write_corpus(path, GENERATED)
        return {str(one): quality(str(path), str(truth_path(path)), one, threads=1) for one in THRESHOLDS}


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
