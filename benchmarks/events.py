"""How well reports of one event are grouped, beside two things to compare with.

    python benchmarks/events.py --data ../shared/data

On every labelled set: newsdedup with its default settings, the same with a model that never saw the
set, every article alone, and TF-IDF of 1- and 2-grams with average linkage, at one threshold for all
sets and at the one that an oracle would choose for this very set. Prints a table and writes
benchmarks/results/events.json.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from _report import machine, versions, write_result
from newsdedup.grouping.aspects import whole_text
from newsdedup.grouping.events import find_events, group_events
from newsdedup.metrics import adjusted_rand, b_cubed, pairwise
from newsdedup.settings import EventSettings
from train_evidence import Case, LabelledSet, cases, labelled_sets, left_out

RESULTS = Path(__file__).parent / "results/events.json"
FIXED = 0.88  # cosine distance of the cut that is best on average over the three sets: chosen in the peer's favour
ORACLE = np.arange(0.5, 0.99, 0.01)
LIBRARIES = ("numpy", "scipy", "scikit-learn", "datasketch")

Labels = NDArray[np.int64]


def scores(one: LabelledSet, found: Labels) -> dict[str, float]:
    """Every measure of one grouping of a set."""
    cubed, paired = b_cubed(one.events, found), pairwise(one.events, found)
    measures = {
        "precision": cubed.precision,
        "recall": cubed.recall,
        "f1": cubed.f1,
        "pairwise_f1": paired.f1,
        "ari": adjusted_rand(one.events, found),
    }
    return {name: round(value, 4) for name, value in measures.items()}


def tfidf_cuts(one: LabelledSet, heights: Sequence[float]) -> list[Labels]:
    """Average linkage of TF-IDF vectors of 1- and 2-grams, cut at each height."""
    from scipy.cluster.hierarchy import fcluster, linkage
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.metrics.pairwise import cosine_distances

    texts = [whole_text(article).plain for article in one.articles]
    vectors = TfidfVectorizer(sublinear_tf=True, ngram_range=(1, 2), token_pattern=r"(?u)\b\w+\b").fit_transform(texts)
    distances = cosine_distances(vectors)[np.triu_indices(len(texts), 1)]
    tree = linkage(distances, "average")
    return [fcluster(tree, height, "distance") for height in heights]


def groupings(one: LabelledSet, by_set: Mapping[str, Sequence[Case]]) -> Iterator[tuple[str, Labels]]:
    """Each way of grouping the set, with what it found."""
    rows = list(one.articles.rows)
    yield "newsdedup", find_events(one.articles, progress=False).labels[rows]
    model = left_out(by_set, one.name)
    yield "newsdedup, left out", group_events(one.articles, EventSettings(), model).labels[rows]
    yield "every article alone", np.arange(len(rows))
    fixed, *at_any = tfidf_cuts(one, [FIXED, *ORACLE])
    yield "TF-IDF, fixed threshold", fixed
    yield "TF-IDF, oracle's threshold", max(at_any, key=lambda found: b_cubed(one.events, found).f1)


def measured(one: LabelledSet, by_set: Mapping[str, Sequence[Case]]) -> dict[str, Any]:
    """All results on one set."""
    start = time.perf_counter()
    find_events(one.articles, progress=False)
    seconds = round(time.perf_counter() - start, 2)
    results = {name: scores(one, found) for name, found in groupings(one, by_set)}
    return {"articles": len(one.articles), "sha256": one.digest, "seconds": seconds, "results": results}


def table(name: str, one: dict[str, Any]) -> str:
    """The results on one set, for people."""
    lines = [f"{name}: {one['articles']} articles in {one['seconds']} s"]
    for way, found in one["results"].items():
        lines.append(f"  {way:28}" + "  ".join(f"{measure} {value:.3f}" for measure, value in found.items()))
    return "\n".join(lines)


def main() -> None:
    """Measure every set of the data folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the labelled sets")
    parser.add_argument("--output", type=Path, default=RESULTS)
    options = parser.parse_args()
    sets = labelled_sets(options.data)
    by_set = {one.name: cases(one) for one in sets}
    found = {}
    for one in sets:
        found[one.name] = measured(one, by_set)
        print(table(one.name, found[one.name]), flush=True)
    write_result(options.output, {"machine": machine(), "versions": versions(LIBRARIES), "sets": found})


if __name__ == "__main__":
    main()
