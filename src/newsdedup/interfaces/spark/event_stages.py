"""The stages of events on Spark: from copies to reports, their pairs in parts of time, scores and events.

The articles are read and their copies found as in `newsdedup.interfaces.spark.copies`, in the same work directory.
"""

from __future__ import annotations

from math import inf
from typing import Any, Final

from attrs import asdict, evolve, frozen

from newsdedup.batch.articles import IntakeOptions
from newsdedup.batch.calibration import (
    CALIBRATION,
    LEAST_OUTLET_PAGES,
    UNKNOWN_OUTLET,
    calibration_batches,
    pages_of_each_outlet,
)
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
from newsdedup.batch.fitting import (
    FIT_ROWS,
    FITTED,
    SAMPLED_REPORTS,
    SCORED,
    SEED_NEIGHBOURS,
    SEED_REPORTS,
    Scale,
    fit_batches,
    model_json,
    score_batches,
    seed_neighbours,
    signed_bound,
)
from newsdedup.batch.linkage import LINK_ROWS, LINKED, least_edge, link_batches
from newsdedup.batch.reports import REPORTED, reported
from newsdedup.batch.texts import DETAILED, FIELDS, HASHED
from newsdedup.interfaces.spark.components import components
from newsdedup.interfaces.spark.copies import CopyRun, copy_columns
from newsdedup.interfaces.spark.intake import unsigned_order
from newsdedup.interfaces.spark.narrowing import narrowed
from newsdedup.interfaces.spark.stages import mapped, sql_functions
from newsdedup.support.errors import SettingError, in_message
from newsdedup.support.settings import ALL, CopySettings, EventSettings

_REPORTS_PER_PART: Final = 20_000  # about, with those around it
_TIMES: Final = ("first_hour", "last_hour")


@frozen
class EventRun:
    """One run: the copies that it builds on, its settings, and its stages, each of which makes those that it needs."""

    copies: CopyRun
    settings: EventSettings
    model: str  # as JSON
    part_hours: float | None

    @classmethod
    def of(
        cls,
        rows: Any,
        reading: IntakeOptions,
        settings: EventSettings,
        *,
        evidence: Any,
        part_days: float | None,
        work: Any,
        partitions: int | None,
        with_texts: bool = False,
    ) -> EventRun:
        """A run; `with_texts` keeps the texts, of which records are made."""
        if part_days is not None:
            _require_days(part_days, settings.window_hours)
        model = model_json(evidence)
        known = {name: value for name, value in asdict(settings).items() if name in ("window_hours", "undated")}
        copies = CopyRun.of(
            rows,
            reading,
            CopySettings(seed=settings.seed),
            work,
            partitions,
            job="records" if with_texts else "events",
            known={**known, "model": model, "part_days": part_days},
            hashed=True,
            with_fields=with_texts,
        )
        return cls(copies, settings, model, None if part_days is None else part_days * 24.0)

    def written(self, name: str, make: Any, **options: Any) -> Any:
        """A stage."""
        return self.copies.stages.written(name, make, **options)

    def reports(self) -> Any:
        """The members of components of copies with the reports that stand for them, and pairs that share an excerpt."""

        def make() -> Any:
            pairs = self.copies.verified().unionByName(self.copies.chained())
            rows = self.copies.in_components(pairs, details=DETAILED)
            return mapped(rows, reported(self.copies.settings), REPORTED)

        return self.written("reports", make)

    def articles(self) -> Any:
        """Each row with the report that stands for it, and how it relates to other articles."""

        def make() -> Any:
            members = self.reports().where("report is not null").withColumnRenamed("rid", "member")
            members = members.drop("left", "right")
            roll, functions = self.copies.roll(), sql_functions()
            joined = roll.join(members.hint("merge"), functions.col("first") == functions.col("member"), "left")
            return joined.selectExpr(
                *("rid", "id", "reason", "seconds", "n_characters", "d1", "d2"),
                "case when reason is null then coalesce(report, first) end as report",
                *copy_columns(),
            )

        return self.written("articles", make)

    def represents(self) -> Any:
        """The articles that stand for their copies, with what decides which part and which samples they are in."""

        def make() -> Any:
            facts = self.copies.sketches().select("rid", *_TIMES, "outlet", "page_digest")
            chosen = self.articles().where("rid = report").select("rid", "id", "seconds", "n_characters", "d1", "d2")
            return chosen.join(facts.hint("merge"), "rid")

        return self.written("represents", make)

    def parts(self) -> tuple[int, TimeParts]:
        """The number of reports, and the parts of time."""
        functions = sql_functions()
        first, last = (functions.col(name) for name in _TIMES)
        measures = (
            *(functions.count("*"), functions.count(first), functions.min(first), functions.max(first)),
            functions.max(last - first),
        )
        n, n_dated, earliest, latest, longest = self.represents().agg(*measures).first()
        length, window = self.part_hours, self.settings.window_hours
        if length is None and window is not None and n_dated > _REPORTS_PER_PART:
            around = TimeParts.of(earliest, latest, 1.0, window, longest).reach * 2
            length = max(_REPORTS_PER_PART / n_dated * (latest - earliest) - around, window)
        if window is None and n > SAMPLED_REPORTS:
            raise SettingError(
                f"window_hours=None compares all of {n} reports, which one task would have to hold: give the hours "
                "within which reports of one event are published, such as window_hours=120"
            )
        parts = TimeParts.of(earliest, latest, length, window, longest) if n_dated else TimeParts()
        if parts.count > 1 and n_dated < n and self.settings.undated == ALL:
            raise SettingError(
                f"undated='all' compares {n - n_dated} articles without a date with those of all {parts.count} parts: "
                "give undated='none', or a date for each article"
            )
        return n, parts

    def calibration(self, n: int) -> Any:
        """How common terms are, and what repeats on the pages of outlets, from samples."""

        def make() -> Any:
            functions = sql_functions()
            pages = self._pages().selectExpr("rid", "true as is_page", "false as is_counted")
            counted = self._sampled(SAMPLED_REPORTS, n).selectExpr("rid", "false as is_page", "true as is_counted")
            flags = [functions.max(name).alias(name) for name in ("is_page", "is_counted")]
            sample = pages.unionByName(counted).groupBy("rid").agg(*flags)
            texts = narrowed(self.copies.sketches().select("rid", *HASHED), sample.select("rid"), sample.count())
            rows = texts.join(sample.hint("merge"), "rid").repartition(1)
            return mapped(rows, calibration_batches(n), CALIBRATION)

        return self.written("calibration", make)

    def _sampled(self, wanted: int, n: int) -> Any:
        """The reports of a sample of about so many."""
        bound, reports = signed_bound(wanted, n), self.represents()
        return reports if bound is None else reports.where(unsigned_order("d1") < bound)

    def _pages(self) -> Any:
        """The pages that are sampled of each outlet that has enough: those with the lowest digests."""
        from pyspark.sql import Window

        functions = sql_functions()
        pages = (
            self.represents().where(functions.col("outlet") != UNKNOWN_OUTLET).select("rid", "outlet", "page_digest")
        )
        outlets = pages.groupBy("outlet").count().where(functions.col("count") >= LEAST_OUTLET_PAGES)
        most = pages_of_each_outlet(outlets.count())
        window = Window.partitionBy("outlet").orderBy(unsigned_order("page_digest"), "rid")
        ranked = pages.withColumn("rank", functions.row_number().over(window)).where(functions.col("rank") <= most)
        return ranked.join(outlets.hint("merge"), "outlet").select("rid")

    def measured(self, n: int, parts: TimeParts) -> Any:
        """The pairs of reports with their evidence."""

        def make() -> Any:
            rows = self.copies.moved(self._part_rows(n, parts), "part").sortWithinPartitions("part")
            return mapped(rows, evidence_batches(parts, self.settings, n), MEASURED)

        return self.written("measured", make)

    def _part_rows(self, n: int, parts: TimeParts) -> Any:
        """All that is needed to measure each part: articles stand in each part that they are near to."""
        functions = sql_functions()
        represents = self.represents().select("rid", "first_hour")
        sketches = self.copies.sketches().select("rid", "id", "d1", "d2", *HASHED)
        texts = narrowed(sketches, represents.select("rid"), n)
        excerpts = self.reports().where("left is not null").selectExpr("left as rid", "right as other")
        dated = excerpts.join(represents.hint("merge"), "rid")
        kinds = {REPRESENTS: represents, ARTICLE: texts, EXCERPT: dated}
        rows = [_rows_of_parts(some, parts).withColumn("kind", functions.lit(kind)) for kind, some in kinds.items()]
        everywhere = functions.explode(functions.sequence(functions.lit(0), functions.lit(parts.count - 1)))
        calibration = self.calibration(n).withColumn("part", everywhere).withColumn("kind", functions.lit(CALIBRATES))
        for some in rows:
            calibration = calibration.unionByName(some, allowMissingColumns=True)
        return calibration.select(*(functions.col(name).cast(kind).alias(name) for name, kind in PART_ROWS.items()))

    def scale(self, n: int, measured: Any) -> tuple[Scale, float]:
        """What scores depend on, fitted to a sample of the pairs, and the working point."""
        counts = {int(row["time"]): row["count"] for row in measured.groupBy("time").count().collect()}
        given = Scale.of(n, counts, self.model)

        def make() -> Any:
            reports = self._sampled(SEED_REPORTS if given.is_large else n, n).select("rid", "id", "d1", "d2")
            pairs = self._pairs_to_fit(given, measured) if given.is_large else measured
            rows = reports.unionByName(pairs, allowMissingColumns=True).select(*FIT_ROWS)
            return mapped(rows.repartition(1), fit_batches(given), FITTED)

        found = self.written("fitted", make).first()
        return evolve(given, model=found["model"]), found["point"]

    def _pairs_to_fit(self, scale: Scale, measured: Any) -> Any:
        """The pairs of the seeds, and those between reports that may be in the event of one."""
        functions = sql_functions()
        bound = signed_bound(SEED_REPORTS, scale.articles)
        has_seed = (unsigned_order("left_d1") < bound) | (unsigned_order("right_d1") < bound)
        of_seeds = measured.where(has_seed)
        near = mapped(of_seeds, seed_neighbours(scale), SEED_NEIGHBOURS).distinct()
        others = measured.where(~has_seed)
        for side in ("left", "right"):  # few: their number does not depend on the size of the corpus
            others = others.join(functions.broadcast(near.withColumnRenamed("rid", side)), side, "left_semi")
        return of_seeds.unionByName(others)

    def scored(self) -> tuple[Any, float]:
        """The pairs with their scores and evidence, and the threshold."""
        n, parts = self.parts()
        measured = self.measured(n, parts)
        scale, point = self.scale(n, measured)
        given = self.settings.threshold
        return mapped(measured, score_batches(scale), SCORED), point if given is None else given

    def linked(self) -> Any:
        """The reports that are linked with others, with their events."""
        scored, threshold = self.scored()
        scores = self.written("scores", lambda: scored.select("left", "right", "score"))
        name = f"at-{threshold:.17g}"

        def make() -> Any:
            edges = scores.where(scores["score"] >= least_edge(threshold))
            found = components(self.copies.stages, edges, edges.count(), name=f"{name}-components")
            rows = self.copies.moved(self._link_rows(found, scores), "component").sortWithinPartitions("component")
            return mapped(rows, link_batches(threshold), LINKED)

        return self.written(name, make)

    def _link_rows(self, found: Any, scores: Any) -> Any:
        """The reports of components, and all pairs within each."""
        n = found.count()
        reports = narrowed(self.represents(), found.select("rid"), n).join(found.hint("merge"), "rid")
        pairs = scores
        for side in ("left", "right"):
            ends = found.selectExpr(f"rid as {side}", f"component as {side}_component")
            pairs = narrowed(pairs, ends.select(side), n).join(ends.hint("merge"), side)
        pairs = pairs.where("left_component = right_component").withColumnRenamed("left_component", "component")
        pairs = pairs.select("component", "left", "right", "score")
        return reports.unionByName(pairs, allowMissingColumns=True).select(*LINK_ROWS)

    def events(self) -> Any:
        """The result: one row per input row."""
        return self.with_events().select("id", "event", "group", "origin", "reason")

    def with_events(self) -> Any:
        """Each row with its event."""
        linked = self.linked().withColumnRenamed("id", "group")
        joined = self.articles().join(linked.hint("merge"), "group", "left")
        likeness = "case when id = `group` then coalesce(likeness, 0d) else 0d end as likeness"
        named = (name for name in joined.columns if name not in ("event", "likeness"))
        return joined.selectExpr(*(f"`{name}`" for name in named), "coalesce(event, `group`) as event", likeness)

    def grouped_articles(self) -> Any:
        """Each article with its event, how it relates to others, its text and its fields."""
        names = ("rid", "event", "id", "origin", "relation", "to", "jaccard", "containment", "likeness")
        grouped = self.with_events().where("reason is null").select(*names)
        return self.copies.sketches().select("rid", *FIELDS).join(grouped.hint("merge"), "rid").drop("rid")

    def pairs(self) -> Any:
        """The pairs with the ids of their reports."""
        pairs = self.scored()[0]
        for side in ("left", "right"):
            names = self.represents().selectExpr(f"rid as {side}", f"id as {side}_id")
            pairs = pairs.join(names.hint("merge"), side).drop(side).withColumnRenamed(f"{side}_id", side)
        return pairs.select(*SCORED)


def _rows_of_parts(rows: Any, parts: TimeParts) -> Any:
    """Rows once for each part that they are near to, by their first hour."""
    functions = sql_functions()
    if parts.length is None:
        return rows.withColumn("part", functions.lit(0))
    hour = functions.col("first_hour")

    def part_at(shift: float) -> Any:
        return functions.floor((hour + (shift - parts.start)) / parts.length)

    last = functions.lit(parts.count - 1)
    low, high = functions.greatest(functions.lit(0), part_at(-parts.reach)), functions.least(last, part_at(parts.reach))
    return rows.where(hour.isNotNull()).withColumn("part", functions.explode(functions.sequence(low, high)))


def _require_days(days: Any, window_hours: float | None) -> None:
    """Raise a `SettingError` unless ``part_days`` is a positive number, and there is a window for parts."""
    if isinstance(days, bool) or not isinstance(days, int | float) or not 0 < days < inf:
        raise SettingError(f"part_days={in_message(days)} is not a number of days: give one above 0, or None")
    if window_hours is None:
        raise SettingError(
            f"part_days={in_message(days)} cuts the articles into parts, but window_hours=None "
            "compares all with all: give the "
            "hours within which reports of one event are published, such as window_hours=120"
        )
