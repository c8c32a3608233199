"""Commands on Spark (``--engine spark``): what PATH holds as a DataFrame, and the result, written by Spark.

The result is never collected: only numbers of rows, and the first rows for a terminal, reach this process.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any, Final

import click
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from newsdedup.interfaces.cli.lines import shortened_line
from newsdedup.interfaces.cli.options import Command, decorated, named_columns, refuse_inputs, refuse_options
from newsdedup.interfaces.cli.output import write_tables
from newsdedup.interfaces.cli.spark_input import LOCAL_MASTER, is_there, rows_at, spark_session
from newsdedup.interfaces.cli.streams import say

_HEAD_ROWS: Final = 20  # that are printed
_OF_THE_COMMAND: Final = frozenset(
    ("engine", "master", "conf", "path", "encoding", "output", "format_name", "progress")  # not of the function
)
_OF_RECORDS_FOR_PROGRAMS: Final = frozenset(("schema", "json"))  # columns that are not printed
_FORMATS: Final = {  # of a folder, by its suffix or by --format
    ".parquet": "parquet",
    "": "parquet",
    ".jsonl": "json",
    ".ndjson": "json",
    ".json": "json",
    ".csv": "csv",
    "jsonl": "json",
    "csv": "csv",
}
_WRITE_OPTIONS: Final = {
    "parquet": {},
    "json": {"ignoreNullFields": "false"},
    "csv": {"header": "true", "escape": '"'},
}


def or_on_spark(name: str) -> Callable[[Command], Command]:
    """Let Spark do the work of a command if it is asked for: the function of this name of `newsdedup.spark`.

    Options of the command are passed on where the function takes them, and else refused.
    """

    def decorate(command: Command) -> Command:
        @functools.wraps(command)
        def run(*, engine: str, master: str | None, conf: Sequence[str], work: str | None, **options: Any) -> Any:
            if engine == "spark":
                return _run(name, master, conf, **options, work=work)
            refuse_options(("master", "conf", "work").__contains__, "is for --engine spark")
            return command(**options)

        return decorated(run, *_ENGINE_OPTIONS)

    return decorate


_ENGINE_OPTIONS: Final[tuple[Callable[[Command], Command], ...]] = (
    click.option(
        "--engine",
        type=click.Choice(("local", "spark")),
        default="local",
        show_default=True,
        is_eager=True,
        help="What does the work: this process, or Spark, for more articles than one machine holds.",
    ),
    click.option(
        "--master",
        metavar="URL",
        help=f"Of Spark: local[4], spark://…, yarn, sc://… . Default: that of spark-submit, or {LOCAL_MASTER}.",
    ),
    click.option("--conf", multiple=True, metavar="KEY=VALUE", help="A setting of Spark. Repeatable."),
    click.option("--work", metavar="DIR", help="Where Spark writes its stages; a run that was interrupted goes on."),
)


def _run(name: str, master: str | None, conf: Sequence[str], *, path: str, output: str | None, **options: Any) -> None:
    """Do the work of a command on Spark."""
    form = _output_format(name, output, options["format_name"])
    refuse_inputs(output)
    function = _function_of(name)
    options["columns"] = named_columns(options["columns"])
    given = _given_options(options, inspect.signature(function).parameters)
    with spark_session(master, conf, options["progress"]) as session:
        if output and is_there(session, output):
            raise click.UsageError(f"-o {output} is there already: give another folder, or delete it")
        result = function(rows_at(session, path, options["encoding"]), **given)
        if output:
            result.write.format(form).options(**_WRITE_OPTIONS[form]).save(output)
        else:
            write_tables(_head_of(result), None)
        _list_rejected(result)


def _output_format(name: str, output: str | None, format_name: str | None) -> str:
    """The format of Spark in which a result is written; an error at once if there is none."""
    if output is None:
        if format_name not in (None, "table"):
            raise click.UsageError(f"--format {format_name} with Spark needs -o DIR: only the first rows are printed")
        return ""
    suffix = format_name or PurePath(output).suffix.lower()
    if suffix not in _FORMATS or (name == "consolidate" and _FORMATS[suffix] == "csv"):
        known = ", ".join(one for one in _FORMATS if one.startswith("."))
        raise click.UsageError(f"Spark does not write {suffix}: use -o with {known}, or none for Parquet")
    return _FORMATS[suffix]


def _function_of(name: str) -> Callable[..., Any]:
    from newsdedup.interfaces import spark  # imported here because it is slow

    function: Callable[..., Any] = getattr(spark, name)
    return function


def _given_options(options: Mapping[str, Any], taken: Collection[str]) -> dict[str, Any]:
    """The options that are given, for a function that takes some; a usage error if one is given that it does not."""
    known = {*taken, *_OF_THE_COMMAND}
    refuse_options(lambda name: name not in known, "is not for --engine spark: leave it out")
    context = click.get_current_context()
    default = click.core.ParameterSource.DEFAULT
    return {
        name: value
        for name, value in options.items()
        if name in taken and context.get_parameter_source(name) is not default
    }


def _head_of(result: Any) -> Iterator[RenderableType]:
    """The first rows by group or event, without columns that hold lists or objects, and the number of rows.

    Where rows have a relation to another article, these are the rows that are shown.
    """
    has_relations = "relation" in result.columns
    of_interest = result.where("relation is not null") if has_relations else result
    names = [name for name, kind in result.dtypes if "<" not in kind and name not in _OF_RECORDS_FOR_PROGRAMS]
    order = [name for name in ("group", "event", "id") if name in names]
    rows = of_interest.select(*names).orderBy(*order).limit(_HEAD_ROWS).collect()
    table = Table(box=None, pad_edge=False)
    for name in names:
        table.add_column(name)
    for row in rows:
        table.add_row(*(Text(_shown_cell(value)) for value in row))
    yield table
    related = f", {of_interest.count():,} of them copies or excerpts" if has_relations else ""
    yield Text(f"{result.count():,} rows{related}; the first {len(rows)} are shown, -o DIR writes all", "dim")


def _shown_cell(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:.2f}" if isinstance(value, float) else shortened_line(str(value))


def _list_rejected(result: Any) -> None:
    """List some of the rows that were rejected on standard error, and how many there are."""
    if "reason" not in result.columns:
        return
    ids = "id" if "id" in result.columns else "concat_ws(', ', articles.id) as id"  # of an event without a record
    rejected = result.where("reason is not null").selectExpr(ids, "reason")
    for row in rejected.orderBy("reason", "id").limit(_HEAD_ROWS).collect():
        say(f"rejected: {row.id or 'no id'}: {row.reason}")
    if (n := rejected.count()) > _HEAD_ROWS:
        say(f"rejected: {n - _HEAD_ROWS:,} more rows")
