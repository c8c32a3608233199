"""Events on Spark: which articles report one event, and the pairs of reports with their evidence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo
from typing import Any

from newsdedup.batch.articles import IntakeOptions
from newsdedup.interfaces.spark.event_stages import EventRun
from newsdedup.support.settings import EVENTS, MAX_CHARACTERS, EventSettings, checked


def find_events(
    df: Any,
    *,
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
    """Find which articles of a DataFrame report one event.

    At a given threshold and window the events are those of `newsdedup.find_events` on the same articles, and their
    pairs have the same scores, whatever the parts, the partitions and the order of the rows.

    Parameters
    ----------
    df : pyspark.sql.DataFrame
        One article per row, in columns that `newsdedup.read_articles` understands.
    threshold : float, optional
        Least mean score at which two groups of reports are one event, 0 to 1; by default the working point estimated
        from the articles, or from a sample of more than 20,000 reports.
    window_hours : float, optional
        Articles published further apart are not compared. Needed for more than 20,000 reports.
    undated : {"all", "none"}
        With `window_hours`: whether an article without a date is compared with all others or with none.
    evidence : Model or path, optional
        As for `newsdedup.find_events`.
    seed : int
        Seed of the sketches.
    part_days : float, optional
        Days in a part of the corpus that one task measures, together with what was published within four windows
        around it. By default parts have about 20,000 reports; the result does not depend on it.
    columns, timezone, day_first, max_characters, work, partitions
        As for `newsdedup.spark.find_copies`.
    language : str, optional
        Language of the articles that give none; by default detected from the text.

    Returns
    -------
    pyspark.sql.DataFrame
        One row per input row: ``id``; ``event``, the id of the earliest article of its event; ``group``, the id of the
        earliest article of its group of copies; ``origin``, the article whose words it prints; and ``reason`` of a
        rejected row, null for an article. For the pairs with their evidence see `event_pairs`.

    Raises
    ------
    InputError
        If `df` is not a DataFrame of PySpark or has no column of texts.
    SettingError
        If an option has a value that is not allowed, more than one part is needed without `window_hours`, or with
        articles that are undated and compared with all; or `work` has the stages of another run.
    MissingExtraError
        If PySpark is not installed.
    """
    run = EventRun.of(
        df,
        IntakeOptions(columns, language, timezone, day_first, max_characters=max_characters),
        checked(EventSettings, threshold=threshold, window_hours=window_hours, undated=undated, seed=seed),
        evidence=evidence,
        part_days=part_days,
        work=work,
        partitions=partitions,
    )
    return run.events()


def event_pairs(
    df: Any,
    *,
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
    """Find the candidate pairs of reports among the articles of a DataFrame, with their evidence.

    Parameters
    ----------
    df, window_hours, undated, evidence, seed, part_days, columns, language, timezone, day_first, max_characters
        As for `find_events`.
    work, partitions
        As for `find_events`; in a directory with the stages of `find_events` none is made again.

    Returns
    -------
    pyspark.sql.DataFrame
        One row per pair: the ids ``left`` and ``right``, in the order of a hash of their words; ``score``, the softened
        probability that average linkage uses; ``probability`` that both report one event; and the features, as in
        ``newsdedup.EventGroups.pairs``.

    Raises
    ------
    InputError, SettingError, MissingExtraError
        As for `find_events`.
    """
    run = EventRun.of(
        df,
        IntakeOptions(columns, language, timezone, day_first, max_characters=max_characters),
        checked(EventSettings, threshold=None, window_hours=window_hours, undated=undated, seed=seed),
        evidence=evidence,
        part_days=part_days,
        work=work,
        partitions=partitions,
    )
    return run.pairs()
