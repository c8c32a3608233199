"""A corpus in parts of time: together they have the pairs, scores and events of the whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

import newsdedup as nd
from many_events import many_events
from newsdedup.articles.packed import seconds_of
from newsdedup.batch import fitting
from newsdedup.batch.calibration import calibration_batches
from newsdedup.batch.columns import arrow_schema, batch_of, numbers
from newsdedup.batch.evidence import (
    ARTICLE,
    CALIBRATES,
    EXCERPT,
    MEASURED,
    PART_ROWS,
    REPRESENTS,
    TimeParts,
    evidence_batches,
)
from newsdedup.batch.fitting import FIT_ROWS, Scale, fit_batches, is_seed, score_batches, seed_neighbours
from newsdedup.batch.linkage import LINK_ROWS, link_batches
from newsdedup.batch.texts import HASHED, hashed_columns
from newsdedup.copies.sketch import sketch_texts
from newsdedup.events import batch as single
from newsdedup.events import calibration
from newsdedup.records.grouped import summed_scores
from newsdedup.support.components import linked
from newsdedup.support.settings import CopySettings, EventSettings

pa = pytest.importorskip("pyarrow")
WINDOW = 72.0
N_FEATURES = 18
TYPES = {"rid": "bigint", "id": "string", "seconds": "double", "n_characters": "int", "d1": "bigint", "d2": "bigint"}
TYPES = {**TYPES, **HASHED}


class InParts:
    """What an engine does, in one process: rows to parts, pairs, a fitted model, components and events."""

    def __init__(self, articles: list[nd.Article], found: nd.EventGroups, settings: EventSettings) -> None:
        self.settings, self.found = settings, found
        rows = found.copies.representative_rows
        self.n = len(rows)
        sketches = sketch_texts([one.text for one in articles], CopySettings(), without_pages=True)
        moments = [one.published_at for one in articles]
        values = {
            "rid": np.arange(len(articles)),
            "id": [one.id for one in articles],
            "seconds": [seconds_of(moment) for moment in moments],
            "n_characters": [len(one.text) for one in articles],
            **dict(zip(("d1", "d2"), np.ascontiguousarray(sketches.digests.T).view(np.int64), strict=True)),
            **hashed_columns(articles),
        }
        self.articles = batch_of(TYPES, len(articles), values)
        self.reports = self.articles.take(pa.array(rows))
        parts = np.concatenate((found.copies.excerpts, found.copies.cut_pairs))
        ends = found.copies.labels[np.stack((parts["left"], parts["right"]), axis=1)]
        self.excerpts = rows[np.compress(ends[:, 0] != ends[:, 1], ends, axis=0)]

    def measured(self, length: float | None) -> Any:
        """The pairs of all parts of this length."""
        first = self.reports.column("first_hour").to_numpy(zero_copy_only=False)
        longest = float(np.nanmax(self.reports.column("last_hour").to_numpy(zero_copy_only=False) - first))
        parts = TimeParts.of(np.nanmin(first), np.nanmax(first), length, self.settings.window_hours, longest)
        pages = pa.Table.from_batches([self.reports]).append_column("is_page", pa.array(np.ones(self.n, bool)))
        seeds = is_seed(numbers(self.reports, "d1").view(np.uint64), self.n)
        counted = calibration.is_sampled(
            numbers(self.reports, "d1").view(np.uint64), calibration.COUNTED_SAMPLE, self.n
        )
        assert seeds.sum() <= counted.sum()
        (sample,) = pages.append_column("is_counted", pa.array(counted)).to_batches()
        (calibrated,) = calibration_batches(self.n)([sample.slice(0, 7), sample.slice(7)])
        rows = [part for number in range(parts.count) for part in self._rows(number, parts, calibrated)]
        found = list(evidence_batches(parts, self.settings, self.n)(rows))
        return pa.Table.from_batches(found, schema=arrow_schema(MEASURED))

    def _rows(self, part: int, parts: TimeParts, calibrated: Any) -> Iterator[Any]:
        first = self.articles.column("first_hour").to_numpy(zero_copy_only=False)
        low, high = parts.part_of(first - parts.reach), parts.part_of(first + parts.reach)
        here = self.articles.filter(pa.array((low <= part) & (part <= high)))
        represents = self.reports.column("rid")
        excerpts = {"rid": self.excerpts[:, 0], "other": self.excerpts[:, 1]}
        for kind, n, values in (
            (CALIBRATES, calibrated.num_rows, {name: calibrated.column(name) for name in calibrated.schema.names}),
            (REPRESENTS, len(represents), {"rid": represents}),
            (ARTICLE, here.num_rows, {name: here.column(name) for name in ("rid", "id", "d1", "d2", *HASHED)}),
            (EXCERPT, len(self.excerpts), excerpts),
        ):
            yield batch_of(PART_ROWS, n, {"part": np.full(n, part), "kind": np.full(n, kind), **values})

    def scale(self, measured: Any) -> Scale:
        gaps, counts = np.unique(measured["time"].to_numpy().astype(int), return_counts=True)
        return Scale.of(self.n, dict(zip(gaps.tolist(), counts.tolist(), strict=True)), fitting.model_json())

    def fitted(self, measured: Any, scale: Scale) -> tuple[Scale, float]:
        ends = np.column_stack([measured[side].to_numpy() for side in ("left", "right")])
        d1 = np.column_stack([measured[f"{side}_d1"].to_numpy() for side in ("left", "right")]).view(np.uint64)
        strong = {rid for one in seed_neighbours(scale)(measured.to_batches()) for rid in numbers(one, "rid").tolist()}
        near = np.isin(ends, [*strong]) | is_seed(d1, self.n)
        wanted = measured.filter(pa.array(near.all(axis=1) | is_seed(d1, self.n).any(axis=1)))
        seeds = self.reports.filter(pa.array(is_seed(numbers(self.reports, "d1").view(np.uint64), self.n)))
        pairs = [
            batch_of(FIT_ROWS, one.num_rows, {name: one.column(name) for name in MEASURED})
            for one in wanted.to_batches()
        ]
        known = {name: seeds.column(name) for name in ("rid", "id", "d1", "d2")}
        (found,) = fit_batches(scale)([*reversed(pairs), batch_of(FIT_ROWS, seeds.num_rows, known)])
        model, point = found.column("model")[0].as_py(), found.column("point")[0].as_py()
        return Scale.of(self.n, dict(enumerate(scale.gap_counts)), model), point

    def events(self, scored: Any, threshold: float) -> tuple[dict[str, str], dict[str, float]]:
        """The event of each report and its likeness to the others of it, by its id."""
        ends = np.column_stack([scored[side].to_numpy() for side in ("left", "right")])
        edges = scored.filter(pa.array(scored["score"].to_numpy() >= threshold))
        linked_ends = np.column_stack([edges[side].to_numpy() for side in ("left", "right")])
        labels = linked(self.articles.num_rows, linked_ends)
        component = {rid: int(labels[rid]) for rid in np.unique(linked_ends).tolist()}
        of_ends = np.array([[component.get(rid, -1 - rid) for rid in pair] for pair in ends.tolist()]).reshape(-1, 2)
        inside = of_ends[:, 0] == of_ends[:, 1]
        members = self.reports.filter(pa.array([rid in component for rid in numbers(self.reports, "rid").tolist()]))
        names = [name for name in LINK_ROWS if name in TYPES]
        known = {name: members.column(name) for name in names}
        known["component"] = np.array([component[rid] for rid in numbers(members, "rid").tolist()], np.int64)
        pairs = {"component": of_ends[inside, 0], "left": ends[inside, 0], "right": ends[inside, 1]}
        pairs["score"] = scored["score"].to_numpy()[inside]
        rows = pa.Table.from_batches(
            [batch_of(LINK_ROWS, members.num_rows, known), batch_of(LINK_ROWS, int(inside.sum()), pairs)]
        ).sort_by("component")
        found = {name: name for name in self.reports.column("id").to_pylist()}
        likeness: dict[str, float] = {}
        for one in link_batches(threshold)(rows.combine_chunks().to_batches(max_chunksize=50)):
            names = one.column("id").to_pylist()
            found |= dict(zip(names, one.column("event").to_pylist(), strict=True))
            likeness |= dict(zip(names, one.column("likeness").to_pylist(), strict=True))
        return found, likeness


def by_ids(pairs: Any, names: list[str], columns: list[str]) -> dict[tuple[str, ...], tuple[float, ...]]:
    left, right = (np.asarray(pairs[side]).tolist() for side in ("left", "right"))
    values = zip(*(np.asarray(pairs[name]).tolist() for name in columns), strict=True)
    return {tuple(sorted((names[one], names[other]))): of for one, other, of in zip(left, right, values, strict=True)}


def check_parts(rows: list[dict[str, Any]], lengths: tuple[float | None, ...], **options: Any) -> None:
    articles = list(nd.read_articles(rows))
    settings = EventSettings(window_hours=WINDOW, **options)
    whole = nd.find_events(rows, window_hours=WINDOW, **options)
    parts = InParts(articles, whole, settings)
    names = [one.id for one in articles]
    columns = ["score", "probability", *fitting.FEATURE_NAMES]
    expected = by_ids(whole.pairs, names, columns)
    labels = dict(zip(names, whole.labels.tolist(), strict=True))
    for length in lengths:
        measured = parts.measured(length)
        scale, point = parts.fitted(measured, parts.scale(measured))
        assert point == whole.at(None).threshold
        scored = pa.Table.from_batches(score_batches(scale)(measured.to_batches(max_chunksize=100)))
        assert by_ids(scored.to_pydict(), names, columns) == expected
        for threshold in (whole.threshold, 0.35, 0.6):
            cut = whole.at(threshold)
            labels = dict(zip(names, cut.labels.tolist(), strict=True))
            events, likeness = parts.events(scored, threshold)
            assert summed_scores(cut) == {**dict.fromkeys(names, 0.0), **likeness}
            assert len({(labels[name], event) for name, event in events.items()}) == len(set(events.values()))
            assert len(set(events.values())) == len(set(labels.values()))


@pytest.mark.parametrize("seed", [1, 2])
def test_parts_of_any_length_give_the_pairs_and_events_of_the_whole(seed: int) -> None:
    check_parts(many_events(160, seed=seed)[0], (None, 5 * 24, 10 * 24, 30 * 24))


def test_parts_of_a_large_corpus_give_what_the_whole_gives_from_the_same_sample(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for module in (calibration, single, fitting):
        monkeypatch.setattr(module, "COUNTED_SAMPLE", 70)
    for module in (single, fitting):
        monkeypatch.setattr(module, "SEEDS", 40)
    monkeypatch.setattr("newsdedup.batch.calibration.COUNTED_SAMPLE", 70)
    check_parts(many_events(200, seed=3)[0], (None, 6 * 24))
