"""Copies on Spark: the stages from a DataFrame of articles to their groups, and the two functions that give them.

Each stage is written (`newsdedup.interfaces.spark.stages`). What grows with the corpus moves between workers only;
single numbers of rows reach the driver.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import tzinfo
from typing import Any, Final

from attrs import asdict, frozen

from newsdedup.batch.articles import IntakeOptions
from newsdedup.batch.columns import BatchFunction, ColumnTypes
from newsdedup.batch.groups import CHAINED, GROUPED, MEMBERS_AND_PAIRS, chain_pairs, copy_groups
from newsdedup.batch.keys import BLOCKS, CANDIDATES, bucket_candidates, crowded_candidates, key_blocks
from newsdedup.batch.pairs import LIKELY, VERIFIED, likely_pairs, verified_pairs_of
from newsdedup.batch.readings import LEAN_COLUMNS, WHOLE_COLUMNS, kept_columns, reading_batches
from newsdedup.batch.wordings import NARROW, ROLL, earliest_of_wordings
from newsdedup.interfaces.spark.components import components
from newsdedup.interfaces.spark.intake import (
    article_order,
    candidate_columns,
    check_batches,
    with_date_order,
    with_unique_ids,
)
from newsdedup.interfaces.spark.narrowing import narrowed
from newsdedup.interfaces.spark.stages import (
    Stages,
    mapped,
    require_data_frame,
    require_partitions,
    require_work,
    sql_functions,
)
from newsdedup.support.settings import COPIES, MAX_CHARACTERS, CopySettings, checked

_ARTICLES_PER_PART: Final = 20_000  # of the hash space; their keys are in the memory of one worker
_LEAST_PARTS: Final = 64
_BUNDLE: Final = ("n_shingles", "signature", "phrases", "shingles")  # what verification needs of each side
_HINT: Final = ("rid", "n_shingles", "hint")


def find_copies(
    df: Any,
    *,
    columns: Mapping[str, str] | None = None,
    timezone: str | tzinfo = "UTC",
    day_first: bool | None = None,
    max_characters: int = MAX_CHARACTERS,
    threshold: float = COPIES.threshold,
    shingle_size: int = COPIES.shingle_size,
    num_perm: int = COPIES.num_perm,
    seed: int = COPIES.seed,
    work: Any = None,
    partitions: int | None = None,
) -> Any:
    """Find which articles of a DataFrame are copies or excerpts of which.

    Groups, relations and scores are those of `newsdedup.find_copies` on the same articles; they do not depend on the
    order or the partitions of the rows.

    Parameters
    ----------
    df : pyspark.sql.DataFrame
        One article per row, in columns that `newsdedup.read_articles` understands.
    columns : mapping of str to str, optional
        Field of an article to the name of its column, ``{"text": "noi_dung"}``.
    timezone : str or tzinfo
        The time zone of times without a zone, as for `newsdedup.read_articles`.
    day_first : bool, optional
        Whether 06/07/2025 is the 6th of July. By default the dates of all rows decide.
    max_characters : int
        A longer text is rejected, as by `newsdedup.read_articles`.
    threshold : float
        Lowest Jaccard similarity of the shingle sets of two copies.
    shingle_size : int
        Tokens per shingle.
    num_perm, seed : int
        Permutations of a MinHash signature, and their seed.
    work : path, optional
        A directory, on storage that all workers reach, for the stages of the run. A run that was interrupted goes on
        there when it is started again with the same rows. By default a temporary directory where the master is local.
    partitions : int, optional
        Partitions of the rows that are moved between workers; by default Spark decides.

    Returns
    -------
    pyspark.sql.DataFrame
        One row per input row: ``id``; ``group``, the id of the earliest article of its group of copies; ``relation``,
        ``copy`` or ``excerpt``, to the article ``to``, with their ``jaccard`` similarity and ``containment``, null for
        an article that prints words of its own; ``origin``, the article whose words it prints; and ``reason`` of a
        rejected row, null for an article.

    Raises
    ------
    InputError
        If `df` is not a DataFrame of PySpark or has no column of texts.
    SettingError
        If an option has a value that is not allowed, or `work` has the stages of another run.
    MissingExtraError
        If PySpark is not installed.
    """
    reading = IntakeOptions(columns, None, timezone, day_first, max_characters=max_characters)
    settings = checked(CopySettings, threshold=threshold, shingle_size=shingle_size, num_perm=num_perm, seed=seed)
    return CopyRun.of(df, reading, settings, work, partitions).copies()


def copy_pairs(
    df: Any,
    *,
    columns: Mapping[str, str] | None = None,
    timezone: str | tzinfo = "UTC",
    day_first: bool | None = None,
    max_characters: int = MAX_CHARACTERS,
    threshold: float = COPIES.threshold,
    shingle_size: int = COPIES.shingle_size,
    num_perm: int = COPIES.num_perm,
    seed: int = COPIES.seed,
    work: Any = None,
    partitions: int | None = None,
) -> Any:
    """Find the pairs of copies and of excerpts among the articles of a DataFrame.

    Parameters
    ----------
    df, columns, timezone, day_first, max_characters, threshold, shingle_size, num_perm, seed, work, partitions
        As for `find_copies`; in a directory with the stages of `find_copies` none is made again.

    Returns
    -------
    pyspark.sql.DataFrame
        One row per pair: the ids ``left``, the earlier article, and ``right``, their ``jaccard`` similarity and
        ``containment``, and the ``kind``, ``copy`` or ``excerpt``. Of articles with the same words each later one is
        paired with the earliest.

    Raises
    ------
    InputError, SettingError, MissingExtraError
        As for `find_copies`.
    """
    reading = IntakeOptions(columns, None, timezone, day_first, max_characters=max_characters)
    settings = checked(CopySettings, threshold=threshold, shingle_size=shingle_size, num_perm=num_perm, seed=seed)
    return CopyRun.of(df, reading, settings, work, partitions).pairs()


def _check_and_read(
    reading: IntakeOptions, settings: CopySettings, names: Sequence[str], keep: Mapping[str, bool]
) -> BatchFunction:
    """A function from rows to what is kept of the articles."""
    check, keep_read = check_batches(reading, names), reading_batches(settings, **keep)

    def read(batches: Iterable[Any]) -> Iterator[Any]:
        return keep_read(check(batches))

    return read


@frozen
class CopyRun:
    """One run: its input, its settings and its stages, each of which makes those that it needs."""

    rows: Any
    reading: IntakeOptions
    settings: CopySettings
    stages: Stages
    partitions: int | None
    hashed: bool = False  # whether the hashed texts are kept, by which events are found
    with_fields: bool = False  # whether the texts and all fields are kept, of which records are made

    @classmethod
    def of(
        cls,
        rows: Any,
        reading: IntakeOptions,
        settings: CopySettings,
        work: Any,
        partitions: int | None,
        *,
        job: str = "copies",
        known: Mapping[str, Any] | None = None,
        **kept: bool,
    ) -> CopyRun:
        """A run; `known` has further settings on which the stages of the job depend."""
        from newsdedup import __version__

        require_partitions(partitions)
        require_work(work)
        require_data_frame(rows)
        plain = {"newsdedup": __version__, "input": rows.schema.simpleString(), **asdict(settings), **asdict(reading)}
        stages = Stages.opened(rows.sparkSession, work, job, {**plain, **(known or {})})
        return cls(rows, reading, settings, stages, partitions, **kept)

    def moved(self, rows: Any, *columns: Any) -> Any:
        """Rows with equal values in some columns in one partition."""
        return rows.repartition(*([self.partitions] if self.partitions else []), *columns)

    def sketches(self) -> Any:
        """Each row checked and sketched."""

        def make() -> Any:
            reading = with_date_order(self.rows, self.reading)
            keep = {"hashed": self.hashed, "with_fields": self.with_fields}
            names = WHOLE_COLUMNS if self.hashed else LEAN_COLUMNS
            read = _check_and_read(reading, self.settings, names, keep)
            types = kept_columns(**keep)
            found = mapped(candidate_columns(self.rows, reading, names), read, types)
            return found.select(sql_functions().monotonically_increasing_id().alias("rid"), *types)

        return self.stages.written("sketches", make, compression="uncompressed")

    def roll(self) -> Any:
        """Each row with its final id and the earliest article of its wording."""

        def make() -> Any:
            functions = sql_functions()
            is_article = functions.isnull("reason")
            named = with_unique_ids(self.sketches().select(*NARROW))
            apart = {  # a rejected row is alone
                "d1": functions.when(is_article, functions.col("d1")).otherwise(functions.col("rid")),
                "d2": functions.when(is_article, functions.col("d2")).otherwise(functions.lit(0)),
            }
            together = self.moved(named.withColumns(apart), "d1", "d2")
            order = "d1", "d2", *article_order(named.columns)
            return mapped(together.sortWithinPartitions(*order), earliest_of_wordings, ROLL)

        return self.stages.written("roll", make)

    def firsts(self) -> Any:
        """The earliest article of each wording that has words."""
        return self.roll().where("reason is null and place = 0 and n_tokens > 0")

    def candidates(self) -> Any:
        """Pairs of wordings that share a key, and crowded keys with their owners."""

        def make() -> Any:
            sketches = self.sketches().where("reason is null and n_shingles > 0")
            parts = max(_LEAST_PARTS, -(-sketches.count() // _ARTICLES_PER_PART))
            signed = sketches.select("d1", "d2", "signature", "phrases")
            blocks = self.moved(mapped(signed, key_blocks(self.settings, parts), BLOCKS), "part")
            return mapped(blocks.sortWithinPartitions("part"), bucket_candidates, CANDIDATES)

        return self.stages.written("candidates", make)

    def crowded(self) -> Any:
        """The pairs of crowded keys, each owner with the first and with the one before.

        Sorted by the key first: Spark compares the bits of the first column before it compares rows.
        """
        owners = self.candidates().where("key is not null").selectExpr("kind", "key", "left as d1")
        ages = self.firsts().select("d1", "d2", "seconds", "n_characters")
        dated = owners.join(ages.hint("merge"), "d1")
        age = article_order(("d1", "d2"))[:4]  # by time, length and digests, which differ
        together = self.moved(dated, "key", "kind").sortWithinPartitions("key", "kind", *age)
        return mapped(together.selectExpr("kind", "key", "d1 as left"), crowded_candidates, CANDIDATES)

    def likely(self) -> Any:
        """Pairs of articles, each the earliest of its wording, that their hints allow."""

        def make() -> Any:
            functions = sql_functions()
            found = self.candidates().where("key is null").unionByName(self.crowded())
            kinds = functions.bit_or("kind").cast("tinyint").alias("kind")
            pairs = self.moved(found, "left").groupBy("left", "right").agg(kinds)
            hints = self.hints()
            for side in ("left", "right"):
                pairs = pairs.withColumnRenamed(side, "d1").join(hints.hint("merge"), "d1").drop("d1")
                pairs = pairs.withColumnsRenamed({name: f"{side}_{name}" for name in _HINT})
            pairs = pairs.withColumnsRenamed({"left_rid": "left", "right_rid": "right"})
            return mapped(pairs, likely_pairs(self.settings), LIKELY)

        return self.stages.written("likely", make)

    def hints(self) -> Any:
        """What rules out most pairs, of the earliest article of each wording.

        Both sides are moved by the wording, so that what comes together has one place for all that follows; that the
        row numbers are equal is written as a difference because Spark would move both by them as well.
        """
        functions = sql_functions()
        hints = self.moved(self.sketches().select("d1", *_HINT), "d1")
        firsts = self.moved(self.firsts().selectExpr("d1", "rid as first"), "d1")
        is_first = functions.col("first") - functions.col("rid") == 0
        return hints.join(firsts.hint("merge"), "d1").where(is_first).select("d1", *_HINT)

    def verified(self) -> Any:
        """Pairs of articles, each the earliest of its wording, with their exact scores."""

        def make() -> Any:
            likely = self.likely()
            return self.compared(likely, likely.count())

        return self.stages.written("verified", make)

    def compared(self, pairs: Any, n_pairs: int) -> Any:
        """Those of some pairs that are verified."""
        wanted = pairs.selectExpr("left as rid").unionByName(pairs.selectExpr("right as rid"))
        bundles = self.moved(narrowed(self.sketches().select("rid", *_BUNDLE), wanted, 2 * n_pairs), "rid")
        for side in ("left", "right"):
            names = {name: f"{side}_{name}" for name in _BUNDLE}
            joined = pairs.join(bundles.withColumnRenamed("rid", side).hint("merge"), side)
            pairs = joined.withColumnsRenamed(names)
        return mapped(pairs, verified_pairs_of(self.settings), VERIFIED)

    def components(self) -> Any:
        """The connected component of each article that is in a verified pair."""
        verified = self.verified()
        return components(self.stages, verified, verified.count())

    def in_components(self, verified: Any, details: ColumnTypes | None = None) -> Any:
        """The members and the pairs of each component, sorted by component; members with further columns."""
        found = self.components()
        rows = self.roll().where("reason is null and place < 2 and n_tokens > 0")
        rows = rows.select(*(name for name in MEMBERS_AND_PAIRS if name in ROLL))
        labels = found.withColumnRenamed("rid", "first")
        some = narrowed(rows, labels.select("first"), found.count())
        members = some.join(labels.hint("merge"), "first")
        if details:
            read = narrowed(self.sketches().select("rid", *details), members.select("rid"), 2 * found.count())
            members = members.join(read.hint("merge"), "rid")
        ends = verified.join(found.withColumnRenamed("rid", "left").hint("merge"), "left")
        both = members.unionByName(ends, allowMissingColumns=True).select(*MEMBERS_AND_PAIRS, *(details or {}))
        return self.moved(both, "component").sortWithinPartitions("component")

    def chained(self) -> Any:
        """Further pairs in chains of copies, with their exact scores."""

        def ask() -> Any:
            return mapped(self.in_components(self.verified()), chain_pairs(self.settings), CHAINED)

        asked = self.stages.written("chains", ask)
        n_asked = asked.count()
        if not n_asked:
            return self.verified().where("false")
        return self.stages.written("chained", lambda: self.compared(asked.drop("component"), n_asked))

    def groups(self) -> Any:
        """The members of components with their groups, and the pairs that come out."""

        def make() -> Any:
            pairs = self.verified().unionByName(self.chained())
            return mapped(self.in_components(pairs), copy_groups(self.settings), GROUPED)

        return self.stages.written("groups", make)

    def copies(self) -> Any:
        """The result: one row per input row."""
        return self.stages.written("copies", lambda: _result(self.roll(), self.groups()))

    def pairs(self) -> Any:
        """The pairs of copies and of excerpts."""
        functions = sql_functions()
        scored = "1d as jaccard", "1d as containment", "'copy' as kind"
        equal = self.roll().where("place > 0").selectExpr("first_id as left", "id as right", *scored)
        found = self.groups().where(functions.isnull("rid")).select(*equal.columns)
        return found.unionByName(equal)


def _result(roll: Any, groups: Any) -> Any:
    """Each article with its group."""
    members = groups.where("rid is not null").withColumnRenamed("rid", "first")
    members = members.select("first", "group", "relation", "to", "jaccard", "containment", "origin")
    joined = roll.select("id", "reason", "first", "first_id", "place").join(members.hint("merge"), "first", "left")
    return joined.selectExpr("id", *copy_columns(), "reason")


def copy_columns() -> list[str]:
    """The group, relation and origin of each article of the roll, from what is known of the first of its wording.

    In SQL. Of equal wordings each later article is a copy of the earliest.
    """
    own = "case when reason is null then coalesce(`group`, first_id) end"
    later = {"relation": "'copy'", "to": "first_id", "jaccard": "1d", "containment": "1d"}
    related = (f"case when place > 0 then {value} else `{name}` end as `{name}`" for name, value in later.items())
    return [f"{own} as `group`", *related, f"coalesce(origin, {own}) as origin"]
