"""Pairs with evidence to the model and the working point of their corpus, and to scores."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import numpy as np
from attrs import asdict, frozen
from numpy.typing import NDArray

from newsdedup.batch.columns import (
    BatchFunction,
    ColumnTypes,
    batch_of,
    filled_and_others,
    joined_batches,
    numbers,
    pair_ends,
    places_among,
    unsigned,
)
from newsdedup.batch.evidence import MEASURED
from newsdedup.batch.wordings import wording_order
from newsdedup.events.calibration import (
    COUNTED_SAMPLE,
    SEEDS,
    fitted_by_seeds,
    fitted_twice,
    is_sampled,
)
from newsdedup.events.evidence.gather import FEATURE_NAMES, Evidence, Features
from newsdedup.events.evidence.model import Model, model_from, model_of
from newsdedup.events.evidence.relative_time import UNKNOWN_GAP, log_ratios
from newsdedup.events.grouping.cut import THRESHOLDS
from newsdedup.kernels.ragged import Integers

FIT_ROWS: Final[ColumnTypes] = {  # pairs, and reports, of which only the first four columns are filled
    "rid": "bigint",
    "id": "string",
    "d1": "bigint",
    "d2": "bigint",
    **MEASURED,
}
FITTED: Final[ColumnTypes] = {"model": "string", "point": "double"}
SCORED: Final[ColumnTypes] = {
    "left": "bigint",
    "right": "bigint",
    "score": "double",
    "probability": "double",
    **dict.fromkeys(FEATURE_NAMES, "double"),
}
SAMPLED_REPORTS: Final = COUNTED_SAMPLE
SEED_REPORTS: Final = SEEDS
SEED_NEIGHBOURS: Final[ColumnTypes] = {"rid": "bigint"}


@frozen
class Scale:
    """What the scores of the pairs of a corpus depend on besides their evidence.

    Attributes
    ----------
    articles : int
        Reports in the corpus.
    gap_counts : tuple of int
        Pairs by the bin of their gap in time.
    model : str
        The model as JSON.
    """

    articles: int
    gap_counts: tuple[int, ...]
    model: str

    @classmethod
    def of(cls, articles: int, pairs_by_gap: Mapping[int, int], model: str) -> Scale:
        """From the number of pairs in each bin that has any, and the model as JSON (`model_json`)."""
        return cls(articles, tuple(pairs_by_gap.get(gap, 0) for gap in range(UNKNOWN_GAP + 1)), model)

    @property
    def is_large(self) -> bool:
        """Whether the corpus is larger than the sample."""
        return self.articles > COUNTED_SAMPLE

    def features(self, batch: Any) -> Features:
        """The features of the pairs of a batch."""
        ratios = log_ratios(np.array(self.gap_counts, np.int64))
        found = {name: numbers(batch, name, np.float64) for name in FEATURE_NAMES}
        return {**found, "time": ratios[found["time"].astype(np.int64)]}


def model_json(evidence: Any = None) -> str:
    """The model for the option ``evidence`` as JSON, without its card."""
    return json.dumps(asdict(model_of(evidence)) | {"card": {}})


def model_in(text: str) -> Model:
    """The model of such JSON."""
    return model_from(json.loads(text))


def is_seed(d1: NDArray[np.uint64], articles: int) -> NDArray[np.bool_]:
    """Which reports of a corpus of so many the model and the working point are fitted to; all of a small one."""
    return is_sampled(d1, SEEDS if articles > COUNTED_SAMPLE else articles, articles)


def signed_bound(wanted: int, articles: int) -> int | None:
    """The first digests of a sample are below this number, as integers of the same order with a sign; None for all."""
    return None if articles <= wanted else ((wanted << 64) // articles) - (1 << 63)


def seed_neighbours(scale: Scale) -> BatchFunction:
    """A function from batches of `MEASURED` to the reports that may be in the event of a seed: `SEED_NEIGHBOURS`."""

    def found(batches: Iterable[Any]) -> Iterator[Any]:
        model = model_in(scale.model)
        for batch in batches:
            ends = np.column_stack((unsigned(batch, "left_d1"), unsigned(batch, "right_d1")))
            strong = is_seed(ends, scale.articles).any(axis=1) & (model.score(scale.features(batch)) >= THRESHOLDS[0])
            rids = np.unique([numbers(batch, "left")[strong], numbers(batch, "right")[strong]])
            yield batch_of(SEED_NEIGHBOURS, len(rids), {"rid": rids})

    return found


def fit_batches(scale: Scale) -> BatchFunction:
    """A function from all rows to fit, `FIT_ROWS`, to one batch of `FITTED`.

    The rows have every seed, its pairs, and the pairs between the reports of `seed_neighbours`; of a small corpus all
    reports and all pairs.
    """

    def fitted(batches: Iterable[Any]) -> Iterator[Any]:
        some = [batch for batch in batches if batch.num_rows]
        if not some:
            return
        rows = joined_batches(some)
        evidence, seeds = _evidence(rows, scale)
        model = model_in(scale.model)
        if scale.is_large:
            model, point = fitted_by_seeds(evidence, seeds, scale.articles, model, 1)
        else:
            model, scored = fitted_twice(evidence, scale.articles, model, 1)
            point = scored.point
        yield batch_of(FITTED, 1, {"model": [model_json(model)], "point": [point]})

    return fitted


def _evidence(rows: Any, scale: Scale) -> tuple[Evidence, int]:
    """The pairs with their evidence, their reports numbered in the order of their wordings; and how many are seeds."""
    reports, pairs = filled_and_others(rows, "rid")
    seeds = numbers(reports, "rid")[wording_order(reports)]
    rids = np.concatenate((seeds, _reports_besides(pairs, seeds)))
    numbered = np.sort(places_among(rids, pair_ends(pairs)), axis=1)
    order = np.lexsort(numbered.T[::-1])
    features = {name: column[order] for name, column in scale.features(pairs).items()}
    return Evidence(numbered[order], features), len(seeds)


def _reports_besides(pairs: Any, seeds: Integers) -> Integers:
    """The reports of pairs that are no seeds, in the order of their wordings."""
    rids = pair_ends(pairs).T.ravel()
    d1 = np.concatenate([unsigned(pairs, f"{side}_d1") for side in ("left", "right")])
    rids, first = np.unique(rids, return_index=True)
    is_other = ~np.isin(rids, seeds)
    rids, d1 = rids[is_other], d1[first[is_other]]
    return np.asarray(rids[np.lexsort((rids, d1))], np.int64)


def score_batches(scale: Scale) -> BatchFunction:
    """A function that scores batches of `MEASURED` by a fitted model: to batches of `SCORED`."""

    def scored(batches: Iterable[Any]) -> Iterator[Any]:
        model = model_in(scale.model)
        for batch in batches:
            features = scale.features(batch)
            columns = {"score": model.score(features), "probability": model.probability(features), **features}
            ends = {side: batch.column(side) for side in ("left", "right")}
            yield batch_of(SCORED, batch.num_rows, {**ends, **columns})

    return scored
