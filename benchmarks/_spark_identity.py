"""Whether Spark's results are those of one machine, and how good events are with a window: tasks of processes.

Every result of Spark is compared row by row, and floats must be equal to the last bit.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np

from _spark_tasks import rows_in
from _spark_tree import Watch

Result = dict[str, Any]
_LINK: Final = ("relation", "to", "jaccard", "containment")
_WARM: Final = 500  # articles, so that the kernels are loaded


def copies_compared(path: str, folder: str, threads: int) -> Result:
    """The result and the pairs of `newsdedup.spark.find_copies` beside those of `newsdedup.find_copies`."""
    import newsdedup as nd

    found = nd.find_copies(path, threads=threads, progress=False)
    links = {name: (one.kind, one.to, one.jaccard, one.containment) for name, one in found.relations.items()}
    labels = dict(zip(found.ids, found.labels.tolist(), strict=True))
    rows = rows_in(Path(folder) / "result")
    groups = {row["id"]: row["group"] for row in rows if row["reason"] is None}
    representatives = found.representatives
    here = {name: representatives[label] for name, label in labels.items() if label >= 0}
    sorts = {"copy": found.pairs, "excerpt": found.excerpts}
    pairs = _scored(found.ids, sorts, ("score", "containment"))
    theirs = {_ends(row): (row["kind"], row["jaccard"], row["containment"]) for row in rows_in(Path(folder) / "pairs")}
    return {
        "articles": len(labels),
        "pairs": len(pairs),
        "same partition": same_partition(groups, here),
        "same representatives": groups == here,
        "same relations": _equal_links(rows, links),
        "same origins": {row["id"]: row["origin"] for row in rows if row["reason"] is None} == dict(found.origins),
        "same pairs with equal scores": theirs == pairs,
    }


def _equal_links(rows: Iterable[Mapping[str, Any]], links: Mapping[str, Any]) -> bool:
    theirs = {row["id"]: tuple(row[name] for name in _LINK) for row in rows if row["relation"] is not None}
    return theirs == links


def _ends(row: Mapping[str, Any]) -> frozenset[str]:
    return frozenset((row["left"], row["right"]))


def _scored(ids: Any, tables: Mapping[str, Any], names: Iterable[str]) -> dict[frozenset[str], tuple[Any, ...]]:
    """The pairs of tables by their ids, each with the name of its table and some of its columns."""
    found = {}
    for kind, table in tables.items():
        columns = (table[name].tolist() for name in ("left", "right", *names))
        for left, right, *scores in zip(*columns, strict=True):
            found[frozenset((ids[left], ids[right]))] = (kind, *scores)
    return found


def same_partition(left: Mapping[Any, Any], right: Mapping[Any, Any]) -> bool:
    """Whether two labellings of articles group them alike."""
    if left.keys() != right.keys():
        return False
    both = {(label, right[name]) for name, label in left.items()}
    return len(both) == len(set(left.values())) == len(set(right.values()))


def events_compared(path: str, folders: Mapping[str, str], options: Mapping[str, Any], threads: int) -> Result:
    """The results and pairs of `newsdedup.spark.find_events` in several folders beside those of one machine."""
    import newsdedup as nd

    found = nd.find_events(path, threads=threads, progress=False, **options)
    labels = {name: label for name, label in zip(found.ids, found.labels.tolist(), strict=True) if label >= 0}
    names = [name for name in found.pairs.dtype.names or () if name not in ("left", "right")]
    pairs = {ends: scores[1:] for ends, scores in _scored(found.ids, {"": found.pairs}, names).items()}
    result: Result = {"articles": len(labels), "pairs": len(pairs), "events": len(found.groups)}
    for title, folder in folders.items():
        rows = rows_in(Path(folder) / "result")
        theirs = {_ends(row): tuple(row[name] for name in names) for row in rows_in(Path(folder) / "pairs")}
        result[title] = {
            "same events": same_partition({row["id"]: row["event"] for row in rows if row["reason"] is None}, labels),
            "same pairs with equal scores and evidence": theirs == pairs,
        }
    return result


def window_quality(path: str, truth: str, windows: Iterable[float], threads: int) -> Result:
    """B³ of the true events without a window, and with some: at the same threshold, and at that of the sample."""
    import newsdedup as nd
    from newsdedup.metrics import b_cubed

    events = json.loads(Path(truth).read_text("utf-8"))

    def scores(found: Any) -> Result:
        gold = np.unique([events.get(name, name) for name in found.ids], return_inverse=True)[1]
        one = b_cubed(gold, found.labels)
        measured = {name: round(getattr(one, name), 4) for name in ("precision", "recall", "f1")}
        return {"threshold": round(found.threshold, 4), "candidates": len(found.pairs)} | measured

    whole = nd.find_events(path, threads=threads, progress=False)
    result = {"articles": len(whole.ids), "without window": scores(whole)}
    threshold = whole.threshold
    del whole
    for hours in windows:
        windowed = nd.find_events(path, window_hours=hours, threads=threads, progress=False)
        result[f"{hours:g} hours, threshold of all"] = scores(windowed.at(threshold))
        result[f"{hours:g} hours, threshold of a sample"] = scores(windowed)
        del windowed
    return result


def records_alone(path: str, options: Mapping[str, Any], records: str, threads: int) -> Result:
    """Processor time of `newsdedup.consolidate` on one machine, and of the grouping in it; writes the records."""
    import newsdedup as nd

    articles = nd.read_articles(path, progress=False)
    some, found = articles[:_WARM], []
    with Watch() as watch:

        def measured(job: Any, given: Any, **more: Any) -> float:
            start = sum(watch.seconds().values())
            found.append(job(given, threads=threads, progress=False, **options, **more))
            return sum(watch.seconds().values()) - start

        measured(nd.consolidate, some, workers=1)
        grouping = measured(nd.find_events, articles)
        whole = measured(nd.consolidate, articles, workers=1)
    found[-1].save(records)
    return {
        "articles": len(articles),
        "grouping_cpu_seconds": round(grouping, 2),
        "cpu_seconds": round(whole, 2),
        "cpu_ms": round((whole - grouping) / len(articles) * 1000, 3),
    }


def records_compared(folder: str, records: str, threads: int) -> Result:
    """The records that `newsdedup.spark.consolidate` wrote beside those of one machine, as JSON."""
    del threads
    alone = Path(records).read_text("utf-8").splitlines()[1:]  # the first has the settings
    theirs = [row["json"] for row in rows_in(Path(folder) / "result", ["json", "reason"]) if row["reason"] is None]
    return {"records": len(alone), "same JSON": sorted(theirs) == sorted(alone)}
