"""What several commands share: their arguments and options, the reading of articles and the writing of results."""

from __future__ import annotations

import functools
import sys
import warnings
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import click

from newsdedup.articles.article import Articles
from newsdedup.articles.fields import FIELD_NAMES
from newsdedup.articles.files.compression import format_suffixes
from newsdedup.articles.files.decoding import checked_encoding
from newsdedup.articles.files.json_rows import json_stream
from newsdedup.articles.intake import read_articles
from newsdedup.articles.overwriting import refuse_source
from newsdedup.articles.read_options import READ_OPTIONS, READING
from newsdedup.copies.deduplication import RULES
from newsdedup.interfaces.cli.kept_rows import KeptRows, ReadAgain, check_output, write_kept_rows
from newsdedup.interfaces.cli.option_names import as_typed
from newsdedup.interfaces.cli.output import FORMAT_OF_SUFFIX, FORMATS, format_of, list_on_stderr, write_result
from newsdedup.interfaces.cli.streams import say, standard_input
from newsdedup.interfaces.desk_page.catalogue import LANGUAGES
from newsdedup.languages import language_codes
from newsdedup.support.arguments import user_path
from newsdedup.support.errors import ArticleWarning, InputError, SettingError
from newsdedup.support.folded_names import folded_name
from newsdedup.support.settings import POLICIES
from newsdedup.support.whole_files import SIDE_ENDINGS, refuse_input

Command = Callable[..., Any]

_LIMIT_KEY: Final = "newsdedup.limit"  # of the limit of a table, in the context of a command
_TERMINAL_LIMIT: Final = 20  # events, groups or claims
_STANDARD_OUTPUT: Final = 1  # its descriptor


class NotingCommand(click.Command):
    """A command that says which of its options was given twice."""

    def parse_args(self, context: click.Context, given: list[str]) -> list[str]:
        """Parse the arguments; the last of two options counts."""
        _, _, order = self.make_parser(context).parse_args(args=list(given))
        for one, n in Counter(order).items():
            if n > 1 and isinstance(one, click.Option) and not one.multiple and not context.resilient_parsing:
                say(f"note: {one.opts[-1]} is given {n} times: the last one counts")
        return super().parse_args(context, given)


def reads_articles(command: Command) -> Command:
    """Give a command PATH and the options of reading it; the command gets the articles."""

    @functools.wraps(command)
    def run(*, path: str, columns: Sequence[str], progress: bool | None, **options: Any) -> Any:
        read = {name: options.pop(name) for name in READ_OPTIONS if name != "columns"}
        names = named_columns(columns)
        if options.pop("keep", False):
            options["source"] = _source_to_read_again(path, names, read["encoding"])
        articles = read_input(path, options.get("source"), columns=names, progress=progress, **read)
        return command(articles, progress=progress, **options)

    return decorated(
        run,
        click.argument("path"),
        click.option("--progress/--no-progress", default=None, help="Show progress bars. Default: on a terminal."),
        *_READING_OPTIONS,
    )


def reading_options(command: Command) -> Command:
    """Give a command the options of reading articles, as `read_articles` takes them."""

    @functools.wraps(command)
    def run(*, columns: Sequence[str], **options: Any) -> Any:
        return command(columns=named_columns(columns), **options)

    return decorated(run, *_READING_OPTIONS)


_READING_OPTIONS: Final[tuple[Callable[[Command], Command], ...]] = (
    click.option(
        "--language",
        help=f"Language of articles that name none ({', '.join(language_codes())}). Default: detected.",
    ),
    click.option("--timezone", default=READING.timezone, show_default=True, help="Time zone of times without one."),
    click.option("--encoding", help="Encoding of files that are not UTF-8, such as windows-1258."),
    click.option(
        "--day-first/--month-first", default=None, help="How 06/07/2025 is read. Default: as the other dates show."
    ),
    click.option("--column", "columns", multiple=True, metavar="FIELD=NAME", help="Name of a column: text=noi_dung."),
    click.option(
        "--max-characters",
        type=click.IntRange(1),
        default=READING.max_characters,
        show_default=True,
        help="Reject an article with a longer text, title or summary.",
    ),
    click.option("--strict", is_flag=True, help="End at the first bad row, instead of listing it."),
)


def named_columns(options: Sequence[str]) -> dict[str, str] | None:
    """The columns that --column names, by field."""
    pairs = [option.partition("=") for option in options]
    if any(not name for _, _, name in pairs):
        raise click.UsageError("--column takes FIELD=NAME, as in --column text=noi_dung")
    return {field: name for field, _, name in pairs} or None


def _source_to_read_again(path: str, columns: Mapping[str, str] | None, encoding: str | None) -> ReadAgain:
    """The source at PATH, for the rows as they are; standard input can be read only once."""
    if path == "-":
        return ReadAgain(list(json_stream(standard_input(), checked_encoding(encoding))))
    known = {name for names in FIELD_NAMES.values() for name in names}.union((columns or {}).values())
    return ReadAgain(path, frozenset(map(folded_name, known)), encoding)


def _read(path: str, again: ReadAgain | None, *, encoding: str | None = None, **options: Any) -> Articles:
    if path == "-":
        stream = again.source if again else json_stream(standard_input(), checked_encoding(encoding))
        return read_articles(stream, **options)
    return read_articles(path, encoding=encoding, **options)


def read_input(path: str, again: ReadAgain | None = None, **options: Any) -> Articles:
    """The articles at PATH; rejected rows and notes are listed on standard error."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ArticleWarning)  # listed below, one per line
        articles = _read(path, again, **options)
    list_on_stderr("rejected", articles.rejected)
    list_on_stderr("note", articles.notices)
    if not articles:
        raise InputError(f"no usable article in {path!r}: {articles.remarks[-1]}")
    for remark in articles.remarks:
        say(f"note: {as_typed(remark)}")
    return articles


def writes_result(command: Command) -> Command:
    """Give a command the options of its output; the result that it returns is written."""

    @functools.wraps(command)
    def run(*, format_name: str | None, output: str | None, **options: Any) -> None:
        how = {name: options.pop(name) for name in ("pager", "bom", "escape_formulas")}
        if options.get("keep"):
            check_output(format_name, output)
        _refuse_limit_of_no_table("rows" if options.get("keep") else format_of(format_name, output))
        refuse_inputs(output)
        result = command(**options)
        if isinstance(result, KeptRows):
            write_kept_rows(result, format_name, output)
        else:
            write_result(result, format_name, output, **how)

    return decorated(
        run,
        click.option(
            "--format",
            "format_name",
            type=click.Choice(FORMATS),
            is_eager=True,
            help="Default: table, or the format of the suffix of -o.",
        ),
        click.option(
            "-o", "--output", type=click.Path(), callback=_known_suffix, help="Write to this file; with Spark, folder."
        ),
        click.option("--bom", is_flag=True, help="Begin CSV with a byte-order mark, for Excel."),
        click.option(
            "--escape-formulas/--no-escape-formulas",
            default=True,
            help="In CSV, put an apostrophe before texts that a spreadsheet would run as formulas. Default: yes.",
        ),
        click.option("--pager/--no-pager", default=True, help="Page a table that is longer than the terminal."),
    )


limit_option: Final = click.option(
    "--limit",
    type=click.IntRange(1),
    callback=lambda context, _option, given: _table_limit(context, given),
    help=f"The most events, groups or claims in a table. Default: {_TERMINAL_LIMIT} on a terminal, else all.",
)

details_option: Final = click.option(
    "--details", is_flag=True, help="In a table: reports, all figures, and the words of every claim."
)


def _table_limit(context: click.Context, given: int | None) -> int | None:
    """The limit that is given, else as many as a terminal shows; None for a file or another program."""
    if given is not None:
        context.meta[_LIMIT_KEY] = given
        return given
    return _TERMINAL_LIMIT if sys.stdout.isatty() and not context.params.get("output") else None


def _refuse_limit_of_no_table(form: str) -> None:
    if form != "table" and _LIMIT_KEY in click.get_current_context().meta:
        raise click.UsageError(f"--limit is for tables, and this is {form}: leave it out")


def keep_options(command: Command) -> Command:
    """The options of writing the rows without copies."""
    return decorated(
        command,
        click.option("--keep", is_flag=True, is_eager=True, help="Write the rows of PATH without copies, all columns."),
        click.option(
            "--prefer",
            multiple=True,
            metavar="RULE|SOURCE",
            callback=_preference,
            help="With --keep: earliest, longest, or sources in order of preference. Default: earliest.",
        ),
        click.option("--excerpts", is_flag=True, callback=_needs_keep, help="With --keep: drop excerpts too."),
    )


def from_home(_context: click.Context, _option: click.Parameter, path: str | None) -> str | None:
    """A path, with the home of the user for ``~``."""
    return None if path is None else str(user_path(path))


def event_options(command: Command) -> Command:
    """The settings of grouping articles by event."""
    return decorated(
        command,
        click.option("--window-hours", type=float, help="Compare only articles published this close in time."),
        click.option("--threshold", type=float, help="Least mean score of one event, 0 to 1."),
        click.option(
            "--evidence", type=click.Path(dir_okay=False), callback=from_home, help="A model that Model.save wrote."
        ),
        _pair_option("--together", "Keep two articles in one event, whatever the evidence says. Repeatable."),
        _pair_option("--apart", "Keep two articles in two events, whatever the evidence says. Repeatable."),
    )


def _pair_option(name: str, help_text: str) -> Callable[[Command], Command]:
    """An option that takes the ids of two articles, as often as it is given."""
    return click.option(name, nargs=2, multiple=True, metavar="ID ID", help=help_text)


def reconcile_options(command: Command) -> Command:
    """The settings of reconciling figures."""
    return decorated(
        command,
        click.option("--policy", type=click.Choice(POLICIES), help="How a conflict gets a best value."),
        click.option("--trusted", multiple=True, help="Source or article id, in order of trust, for --policy trusted."),
        click.option("--people/--no-people", default=True, help="Name people in the records. Default: yes."),
        click.option(
            "--workers", type=click.IntRange(1), help="Processes that read events. Default: depends on the input."
        ),
    )


thread_option: Final = click.option("--threads", type=click.IntRange(1), help="Default: one per core.")

page_language_option: Final = click.option(
    "--page-language",
    type=click.Choice(LANGUAGES),
    help="Language of the page, not of the articles; by default that of most articles, or en.",
)
page_title_option: Final = click.option("--title", help="Title of the page.")
page_option: Final = click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False),
    callback=lambda context, option, output: _existing_folder(from_home(context, option, output)),
    required=True,
    help="Write the page to this file.",
)


def refuse_inputs(output: str | None) -> None:
    """Raise a usage error if a file to write is an input of the command, or would be one the next time."""
    given = click.get_current_context().params
    paths = [str(given[name]) for name in ("desk", "evidence", "path") if given.get(name)]
    inputs = [0 if path == "-" else path for path in paths]
    try:
        if not output:  # the shell may append it to an input
            refuse_input(_STANDARD_OUTPUT, inputs)
            return
        refuse_input(output, inputs)
        refuse_input(output, [path + ending for path in paths for ending in SIDE_ENDINGS])
        refuse_source(output, [str(given["path"])] if given.get("path") not in (None, "-") else [])
    except SettingError as problem:
        raise click.UsageError(f"-o {problem}" if output else str(problem)) from problem


def refuse_options(refused: Callable[[str], bool], why: str) -> None:
    """Raise a usage error if an option is given whose name is refused."""
    context = click.get_current_context()
    for option in context.command.params:
        name = option.name or ""
        if refused(name) and context.get_parameter_source(name) is not click.core.ParameterSource.DEFAULT:
            raise click.UsageError(f"{option.opts[0]} {why}")


def decorated(command: Command, *decorators: Callable[[Command], Command]) -> Command:
    """The command with options in the order given."""
    for decorator in reversed(decorators):
        command = decorator(command)
    return command


def _known_suffix(context: click.Context, _option: click.Parameter, output: str | None) -> str | None:
    """The file to write to; an error at once if neither its suffix nor --format names a format."""
    if context.params.get("engine") == "spark":
        return output
    output = from_home(context, _option, output)
    if output and Path(output).is_dir():
        raise click.BadParameter(f"{output!r} is a folder: give a file")
    suffix, compression = format_suffixes(output or "")
    if context.params.get("keep"):
        return _existing_folder(output)
    format_name = context.params.get("format_name")
    if format_name is None and suffix not in FORMAT_OF_SUFFIX:
        known = ", ".join(filter(None, FORMAT_OF_SUFFIX))
        raise click.BadParameter(f"no format has the suffix {suffix}; use {known}, or give --format")
    if compression and (format_name or FORMAT_OF_SUFFIX[suffix]) not in ("json", "jsonl", "csv"):
        raise click.BadParameter(f"{compression} is for .json, .jsonl and .csv: leave it out")
    return _existing_folder(output)


def _needs_keep(context: click.Context, _option: click.Parameter, value: Any) -> Any:
    """The value of an option that only --keep has a use for."""
    if value and not context.params.get("keep"):
        raise click.BadParameter("give it with --keep")
    return value


def _preference(context: click.Context, option: click.Parameter, given: tuple[str, ...]) -> str | tuple[str, ...]:
    """The rule, or the sources in order of preference."""
    _needs_keep(context, option, given)
    if len(given) > 1 and not set(given).isdisjoint(RULES):
        raise click.BadParameter(f"give one of {', '.join(RULES)}, or sources only")
    return given if given and given[0] not in RULES else given[0] if given else RULES[0]


def _existing_folder(output: str | None) -> str | None:
    """The file to write to; an error, before anything is read, if its folder does not exist."""
    if output and not Path(output).parent.is_dir():
        raise click.BadParameter(f"there is no folder {str(Path(output).parent)!r}")
    return output
