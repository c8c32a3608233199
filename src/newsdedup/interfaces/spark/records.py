"""Records on Spark: one row per event, with the fields of its record as columns and the whole as JSON."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import tzinfo
from typing import Any, Final

from newsdedup.batch.articles import IntakeOptions
from newsdedup.batch.record_types import record_ddl
from newsdedup.batch.records import RECORD_ROWS, RECORDS, RecordOptions, consolidate_batches
from newsdedup.interfaces.spark.event_stages import EventRun
from newsdedup.interfaces.spark.stages import mapped, sql_functions
from newsdedup.support.settings import EVENTS, MAX_CHARACTERS, EventSettings, checked

# Reading an article takes milliseconds, so that tasks are of seconds to a minute, and a small corpus has some too.
_ARTICLES_PER_TASK: Final = 10_000
_LEAST_ARTICLES_PER_TASK: Final = 100
_TASKS_OF_SMALL_CORPUS: Final = 64


def consolidate(
    df: Any,
    *,
    policy: str | None = None,
    trusted: Iterable[str] = (),
    roles: Iterable[Any] = (),
    people: bool = True,
    threshold: float | None = EVENTS.threshold,
    window_hours: float | None = EVENTS.window_hours,
    undated: str = EVENTS.undated,
    evidence: Any = None,
    seed: int = EVENTS.seed,
    part_days: float | None = None,
    columns: Mapping[str, str] | None = None,
    language: str | None = None,
    timezone: str | tzinfo = "UTC",
    day_first: bool | None = None,
    max_characters: int = MAX_CHARACTERS,
    work: Any = None,
    partitions: int | None = None,
) -> Any:
    """Group the articles of a DataFrame by the event that they are about, and reconcile the figures that they print.

    At a given threshold and window the JSON of each record is that of `newsdedup.consolidate` on the same articles, to
    the byte, whatever the parts, the partitions and the order of the rows.

    Parameters
    ----------
    df : pyspark.sql.DataFrame
        One article per row, in columns that `newsdedup.read_articles` understands.
    policy : {"most_recent", "most_conservative", "most_origins", "trusted"}, optional
        Which value of a conflict is the best; without a policy it stays empty.
    trusted : sequence of str
        Sources or article ids in order of trust, for the policy "trusted"; of one source the earliest article first.
    roles : sequence of Role, optional
        Roles in addition to those of the languages.
    people : bool
        Whether the records have the people whom the articles name.
    threshold, window_hours, undated, evidence, seed, part_days
        As for `newsdedup.spark.find_events`.
    columns, language, timezone, day_first, max_characters
        As for `newsdedup.spark.find_events`.
    work : path, optional
        As for `newsdedup.spark.find_copies`. Records with another policy, other roles or another threshold repeat only
        the stages that depend on these.
    partitions : int, optional
        Partitions of the rows that are moved between workers; by default Spark decides, and records are made of about
        10,000 articles at a time.

    Returns
    -------
    pyspark.sql.DataFrame
        One row per event: ``event``, the id of its earliest article; the fields of its record as nested columns, by the
        schema of ``newsdedup.EventRecord.to_dict``, in which values of figures are doubles; ``json``, the record as
        `newsdedup.EventCollection.save` writes it; and ``reason``, null for a record.

        Where no record of an event could be made, the row has ``event``, ``articles`` with only the ids, and the
        ``reason``. A row of the input that was rejected is such a row too, with null for ``event``.

    Raises
    ------
    InputError
        If `df` is not a DataFrame of PySpark or has no column of texts.
    SettingError
        If an option has a value that is not allowed, or as for `newsdedup.spark.find_events`.
    MissingExtraError
        If PySpark is not installed.
    """
    options = RecordOptions.of(policy=policy, trusted=trusted, roles=roles, people=people)
    run = EventRun.of(
        df,
        IntakeOptions(columns, language, timezone, day_first, max_characters=max_characters),
        checked(EventSettings, threshold=threshold, window_hours=window_hours, undated=undated, seed=seed),
        evidence=evidence,
        part_days=part_days,
        work=work,
        partitions=partitions,
        with_texts=True,
    )
    return _with_nested_fields(_records(run, options).unionByName(_rejected(run)))


def _records(run: EventRun, options: RecordOptions) -> Any:
    """The records of all events, as JSON."""

    def make() -> Any:
        parts = run.copies.partitions or _tasks(run.articles().count())
        rows = run.grouped_articles().select(*RECORD_ROWS).repartition(parts, "event")
        made = consolidate_batches(options.settings, options.roles)
        return mapped(rows.sortWithinPartitions("event", "id"), made, RECORDS)

    depends_on = json.dumps([run.settings.threshold, options.as_data()], sort_keys=True)
    digest = hashlib.blake2b(depends_on.encode(), digest_size=8).hexdigest()
    return run.written(f"records-{digest}", make, compression="zstd")


def _tasks(articles: int) -> int:
    small = min(_TASKS_OF_SMALL_CORPUS, articles // _LEAST_ARTICLES_PER_TASK)
    return max(1, small, -(-articles // _ARTICLES_PER_TASK))


def _rejected(run: EventRun) -> Any:
    """The rejected rows of the input, as `RECORDS`."""
    nothing = (f"cast(null as string) as {name}" for name in ("event", "record"))
    return run.articles().where("reason is not null").selectExpr(*nothing, "reason", "array(id) as ids")


def _with_nested_fields(records: Any) -> Any:
    """The records with their fields as columns; where there is no record, only the ids of the articles."""
    functions = sql_functions()
    ids_only = "to_json(named_struct('articles', transform(ids, one -> named_struct('id', one))))"
    data = functions.coalesce("record", functions.expr(ids_only))
    nested = records.withColumn("fields", functions.from_json(data, record_ddl(), {"mode": "FAILFAST"}))
    return nested.select("event", "fields.*", functions.col("record").alias("json"), "reason")
