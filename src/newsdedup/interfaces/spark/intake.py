"""A DataFrame of rows to a DataFrame of checked articles, their ids made unique."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from newsdedup.batch.articles import (
    ARTICLE_COLUMNS,
    ARTICLE_TYPES,
    IntakeOptions,
    checked_batch,
    columns_to_check,
    date_columns,
    order_in_batch,
)
from newsdedup.batch.columns import BatchFunction
from newsdedup.batch.unique_ids import NUMBERED, RENAMED, unique_ids
from newsdedup.interfaces.spark.stages import mapped, sql_functions

_ID_ROOT: Final = "root of id"
_UNQUOTED: Final = {ord("."): "_", ord("`"): "_"}
_SIGN_BIT: Final = -(1 << 63)  # with this bit turned, unsigned numbers sort as signed ones
_ARROW_TYPES: Final = frozenset(
    (
        *("string", "char", "varchar", "binary", "boolean", "void", "date", "timestamp", "timestamp_ntz", "decimal"),
        *("byte", "tinyint", "short", "smallint", "integer", "int", "long", "bigint", "float", "double"),
    )
)


def checked_articles(rows: Any, options: IntakeOptions, keep: Sequence[str] = ARTICLE_COLUMNS) -> Any:
    """The rows of a DataFrame as checked articles, with a row number ``rid``.

    Parameters
    ----------
    rows : pyspark.sql.DataFrame
        Rows with columns that `newsdedup.read_articles` understands.
    options : IntakeOptions
        How rows are read; `with_date_order` gives the options for a column of dates as text.
    keep : sequence of str
        The columns wanted, of `newsdedup.batch.articles.ARTICLE_COLUMNS`.

    Returns
    -------
    pyspark.sql.DataFrame
        ``rid``, which is fixed once it is written, and the columns `keep` (`newsdedup.batch.articles.checked_batch`).

    Raises
    ------
    InputError
        If there is no column of texts, or one is there twice.
    SettingError
        If the options name a column that is not there.
    """
    types = {name: ARTICLE_TYPES[name] for name in keep}
    found = mapped(candidate_columns(rows, options, keep), check_batches(options, keep), types)
    return found.select(sql_functions().monotonically_increasing_id().alias("rid"), *keep)


def candidate_columns(rows: Any, options: IntakeOptions, keep: Sequence[str] = ARTICLE_COLUMNS) -> Any:
    """The columns of a DataFrame that fields of an article may come from, as types that Arrow has.

    Raises
    ------
    InputError, SettingError
        As for `checked_articles`.
    """
    return _selected(rows, columns_to_check(rows.columns, options, keep))


def check_batches(options: IntakeOptions, keep: Sequence[str] = ARTICLE_COLUMNS) -> BatchFunction:
    """The function for `mapInArrow` that checks the `candidate_columns` of a DataFrame."""

    def check(batches: Iterable[Any]) -> Iterator[Any]:
        for batch in batches:
            yield checked_batch(in_utc(batch), options, keep)

    return check


def with_date_order(rows: Any, options: IntakeOptions) -> IntakeOptions:
    """The options with the order of day and month that the dates of a DataFrame prove, as on one machine.

    The dates are read in a pass of their own, unless `day_first` is given or no column of dates may hold text; only
    what is proved comes back. Texts are read with them only where dates put the month first, since a row that is
    rejected proves nothing.

    Raises
    ------
    InputError, SettingError
        As for `checked_articles`.
    """
    columns_to_check(rows.columns, options)  # before anything runs
    names = date_columns(rows.columns, options)
    if options.day_first is not None or not any(_may_hold_text(rows.schema[name].dataType) for name in names):
        return options
    proofs = _proofs(_selected(rows, names), options, check_texts=False)
    if "month" in proofs:
        proofs = _proofs(candidate_columns(rows, options, ("id", "text")), options, check_texts=True)
    return options.with_proofs(proofs)


def _proofs(rows: Any, options: IntakeOptions, *, check_texts: bool) -> set[str]:
    """What the dates of a DataFrame prove: at most two words."""
    found = mapped(rows, _prove(options, check_texts), {"proof": "string"}).distinct().collect()
    return {row.proof for row in found}


def _prove(options: IntakeOptions, check_texts: bool) -> BatchFunction:
    def prove(batches: Iterable[Any]) -> Iterator[Any]:
        import pyarrow as pa

        proofs: set[str] = set()
        for batch in batches:
            if len(proofs) < 2:
                proofs |= order_in_batch(batch, options, check_texts=check_texts)
        yield pa.RecordBatch.from_pydict({"proof": pa.array(sorted(proofs), pa.string())})

    return prove


def with_unique_ids(articles: Any) -> Any:
    """Checked articles with unique ids, as on one machine where articles come in the order of their publication.

    Parameters
    ----------
    articles : pyspark.sql.DataFrame
        Its columns ``rid``, ``id``, ``seconds``, ``n_characters``, ``text_digest`` and ``reason``; ``d1`` and ``d2``,
        the digests of the words, and ``notices`` where they are there; and any others.

    Returns
    -------
    pyspark.sql.DataFrame
        The same rows and columns (`newsdedup.batch.unique_ids`). Rows of a DataFrame have no order: the earliest
        article keeps a repeated id, of several the longest, then that with the least digests.
    """
    functions = sql_functions()
    root = functions.regexp_replace(functions.regexp_replace("id", RENAMED, ""), NUMBERED, "$1")
    # A rejected row is alone: it neither has an id that counts nor comes together with all other rejected ones.
    key = functions.when(functions.isnull("reason"), root).otherwise(functions.col("rid").cast("string"))
    content_id = functions.lower(functions.lpad(functions.hex("text_digest"), 16, "0"))
    order = [_ID_ROOT, functions.col("id") == content_id, *article_order(articles.columns)]
    together = articles.withColumn(_ID_ROOT, key).repartition(_ID_ROOT).sortWithinPartitions(*order)
    return mapped(together.select(*articles.columns), unique_ids, dict(articles.dtypes))


def article_order(columns: Sequence[str]) -> list[Any]:
    """What orders articles: the earliest first, then the longest, then by the digests of their words, and by id."""
    functions = sql_functions()
    digests = [unsigned_order(name) for name in ("d1", "d2") if name in columns]
    names = functions.col("id"), functions.col("text_digest")
    return [functions.col("seconds"), -functions.col("n_characters"), *digests, *names]


def unsigned_order(column: str) -> Any:
    """A column of 64 bits as a number with a sign that has the order of the bits without one."""
    functions = sql_functions()
    return functions.col(column).bitwiseXOR(functions.lit(_SIGN_BIT))


def _selected(rows: Any, names: Sequence[str]) -> Any:
    """Some columns of a DataFrame; those of types that Arrow does not have become text."""
    functions = sql_functions()
    columns = []
    for name, alias in zip(names, _aliases(names), strict=True):
        column = functions.col("`" + name.replace("`", "``") + "`")
        columns.append((column if _is_plain(rows.schema[name].dataType) else column.cast("string")).alias(alias))
    return rows.select(*columns)


def _aliases(names: Sequence[str]) -> list[str]:
    """Names that mean the same to newsdedup, without the dots and the backticks that `mapInArrow` does not take."""
    aliases: list[str] = []
    for name in names:
        alias = name.translate(_UNQUOTED)
        while alias != name and alias in (*names, *aliases):
            alias += "_"
        aliases.append(alias)
    return aliases


def _is_plain(kind: Any) -> bool:
    """Whether values of a type reach Python as they are."""
    if kind.typeName() == "array":
        return _is_plain(kind.elementType)
    if kind.typeName() == "map":
        return _is_plain(kind.keyType) and _is_plain(kind.valueType)
    if kind.typeName() == "struct":
        return all(_is_plain(one.dataType) for one in kind)
    return kind.typeName() in _ARROW_TYPES


def _may_hold_text(kind: Any) -> bool:
    return kind.typeName() not in _ARROW_TYPES or kind.typeName() in ("string", "char", "varchar", "binary")


def in_utc(batch: Any) -> Any:
    """A batch whose moments are in UTC: Spark gives them in the time zone of its session, which no date depends on."""
    import pyarrow as pa

    kinds = [pa.timestamp(kind.unit, "UTC") if getattr(kind, "tz", None) else kind for kind in batch.schema.types]
    columns = [column.cast(kind) for column, kind in zip(batch.columns, kinds, strict=True)]
    return pa.RecordBatch.from_arrays(columns, names=batch.schema.names)
