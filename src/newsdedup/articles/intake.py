"""Articles from files, tables and iterables: what a caller asks for, and the source opened accordingly."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo
from itertools import chain, islice
from typing import Any, Final

from attrs import evolve

from newsdedup.articles.article import Articles
from newsdedup.articles.columns import (
    N_FIRST_ROWS,
    Columns,
    remark_on_misspelt,
    remark_on_texts,
    require_columns,
    require_keys,
)
from newsdedup.articles.fields import folded_names
from newsdedup.articles.files.rows import SourceRows
from newsdedup.articles.moments import DateColumn
from newsdedup.articles.read_options import READING, ReadOptions
from newsdedup.articles.row_check import RowCheck
from newsdedup.articles.sources import open_source
from newsdedup.articles.stream import ArticleStream
from newsdedup.support.errors import InputError
from newsdedup.support.progress import shown

READ_BEFORE: Final = "is for reading, but these Articles have been read: give it to read_articles, or leave it out"


def read_articles(
    source: Any,
    *,
    columns: Mapping[str, str] | None = None,
    language: str | None = None,
    timezone: str | tzinfo = READING.timezone,
    day_first: bool | None = None,
    encoding: str | None = None,
    strict: bool = False,
    max_characters: int = READING.max_characters,
    progress: bool | None = None,
) -> Articles:
    """Read articles from files, tables and iterables.

    Parameters
    ----------
    source : path, bytes, data frame, Arrow table, mapping or iterable
        A .jsonl, .json, .csv, .tsv, .parquet, .xlsx, .rss, .atom, .xml or .txt file, also compressed
        (.gz, .bz2, .xz, .zst); a folder of such files, with the folders below it; a pattern such as
        ``"news/**/*.jsonl"``; a feed, JSON, Parquet or a workbook as bytes; a mapping with a list of
        articles, such as ``{"articles": […]}``; a pandas, Polars or PyArrow table, any other table
        that narwhals or the Arrow PyCapsule protocol supports, or a column of texts of one; or an
        iterable of mappings, texts, `Article` or `Path` objects of files. Of a lazy table only the
        columns of an article are collected. `to_frame` of a result then gives a table of the same kind.
    columns : mapping of str to str, optional
        Field of an article to the name that the source gives it, ``{"text": "noi_dung"}``.
        The usual names (body, content, headline, lang, date …) need no entry.
    language : str, optional
        Language of the articles that give none, as a code ("vi", "vi-VN", "vie") or a name ("Vietnamese",
        "tiếng Việt"); by default detected from the text.
    timezone : str or tzinfo
        The time zone of times without a zone: an IANA name, an offset ("UTC+07:00"), or a zone of Python, such as
        ``ZoneInfo("Asia/Ho_Chi_Minh")``.
    day_first : bool, optional
        Whether 06/07/2025 is the 6th of July. By default the source decides: one date such as 06/14/2025, and none
        such as 14/06/2025, shows that the month comes first.
    encoding : str, optional
        Encoding of the file or files, such as ``"windows-1258"``. By default UTF-8, or what a
        byte-order mark says; another encoding that is detected gives a notice.
    strict : bool
        Raise at the first bad row instead of reporting it.
    max_characters : int
        A text without its markup, a title or a summary that is longer is rejected with its article; so is HTML that
        is more than ten times as long.
    progress : bool, optional
        Show progress on standard error; by default only on a terminal.

    Returns
    -------
    Articles
        A sequence of `Article` with ``.rejected``, the rows left out, each with its reason, and
        ``.notices``, the rows that were repaired. Where most rows are left out, a warning says why.

    Raises
    ------
    InputError
        If the source cannot be read, has no column of texts, or a row is bad and `strict`.
    SettingError
        If `columns`, `timezone` or `encoding` names something that does not exist, `language` is no language, or an
        option is given for `Articles`, which have been read.

    Examples
    --------
    >>> articles = read_articles([{"body": "Hơn 10.000 điểm cầu", "date": "2025-06-14"}, {"body": ""}])
    >>> articles[0].language, articles[0].published_at
    ('vi', datetime.date(2025, 6, 14))
    >>> articles.rejected[0].reason
    'the text is empty'
    """
    reading = ReadOptions(
        columns=columns,
        language=language,
        timezone=timezone,
        day_first=day_first,
        encoding=encoding,
        strict=strict,
        max_characters=max_characters,
    )
    return articles_from(source, reading, progress)


def articles_from(
    source: Any, reading: ReadOptions = READING, progress: bool | None = None, *, needed_for: str | None = None
) -> Articles:
    """The articles of a source, as `read_articles` gives them; at least one where they are `needed_for` something.

    Raises
    ------
    InputError, SettingError
        As for `read_articles`; and an `InputError` that says why there is none.
    """
    if isinstance(source, Articles):
        reading.require_none(READ_BEFORE)
        return _required(source, needed_for)
    stream = stream_articles(source, reading, again=True)
    items = list(shown(stream, "reading articles", progress))
    moments = stream.dates.corrected()
    for place, row in enumerate(stream.rows if moments else ()):
        if row in moments:
            items[place] = evolve(items[place], published_at=moments[row])
    remarks = stream.remarks_on(len(items))
    read = Articles(
        tuple(items),
        tuple(stream.rows),
        stream.rejected,
        stream.notices,
        stream.frame_origin,
        remarks=remarks,
        paths=tuple(dict.fromkeys(stream.source.paths)),
        columns=reading.columns,
    )
    _required(read, needed_for)  # one error says all that a warning would
    stream.report(len(items), remarks)
    return read


def _required(articles: Articles, needed_for: str | None) -> Articles:
    if needed_for and not articles:
        why = articles.remarks[-1] if articles.remarks else "there is none"
        raise InputError(f"{needed_for} needs at least one article: {why}")
    return articles


def stream_articles(
    source: Any, reading: ReadOptions = READING, *, lean: bool = False, again: bool = False
) -> ArticleStream:
    """Read articles one after the other, so that not all texts are in memory at once.

    Parameters
    ----------
    source
        As for `read_articles`, but not `Articles`.
    reading : ReadOptions
        How they are read.
    lean : bool
        Read only id, text and time, which is all that finding copies needs.
    again : bool
        Whether the source is read a second time, so that its problems were reported before.

    Returns
    -------
    ArticleStream
        An iterable for one pass; the rejected rows are complete at its end.
    """
    names = reading.names(lean=lean)
    opened = open_source(source, folded_names(names), reading.encoding)
    if opened.column_names is not None:
        require_columns(opened.column_names, dict(reading.columns), names, opened.sample())
        opened.remarks.extend(remark_on_texts(opened.column_names, names, opened.sample()))
        opened.remarks.extend(remark_on_misspelt(opened.column_names, names))
    elif reading.columns:
        opened = _with_known_keys(opened, reading.columns)
    return ArticleStream(
        source=opened,
        check=RowCheck(names, reading.language, lean, reading.max_characters),
        dates=DateColumn(day_first=reading.day_first, zone=reading.zone),
        columns=() if opened.column_names is not None else reading.columns,
        strict=reading.strict,
        again=again,
    )


def _with_known_keys(opened: SourceRows, columns: Columns) -> SourceRows:
    """Rows that have no columns in common, after a look at the first ones for the names that the caller gave."""
    rows = iter(opened.rows)
    first = list(islice(rows, N_FIRST_ROWS))
    require_keys(first, columns)
    return evolve(opened, rows=chain(first, rows))
