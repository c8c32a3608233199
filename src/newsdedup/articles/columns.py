"""Whether a source has the columns that the caller names, and one of texts; the errors name those that are nearest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from newsdedup.articles.fields import KNOWN_NAMES, RowFields, folded_names, likely_text, some_names
from newsdedup.articles.files.rows import RepairedRow, Row
from newsdedup.support.errors import InputError, SettingError
from newsdedup.support.folded_names import folded_name, mistyped_names, nearest_names

N_FIRST_ROWS: Final = 100  # of an iterable of mappings, in which a misspelt name is looked for
_SHOWN_COLUMNS: Final = 30
_SHOWN_LENGTH: Final = 40  # characters of a name
_MISSPELT: Final = 0.8  # ratio of difflib to a name that is there, from which on one is misspelt
_NEARLY_EQUAL: Final = 0.87  # the same, where nobody asked for the name

Columns = Iterable[tuple[str, str]]  # field of an article, name of its column


def require_columns(
    found: tuple[str, ...],
    columns: Mapping[str, str],
    names: Mapping[str, tuple[str, ...]],
    sample: Iterable[RowFields] = (),
) -> None:
    """Raise an error unless a table has the columns that the caller named, each once, and one of texts.

    Parameters
    ----------
    found : tuple of str
        The columns of the table.
    columns : mapping of str to str
        Those that the caller named.
    names : mapping of str to tuple of str
        The names that each field may have.
    sample : iterable of mappings
        Some rows with all columns, in which a likely column of texts is looked for.
    """
    wanted = folded_names(names)
    plain = [str(name).strip().lower() for name in found if folded_name(name) in wanted]
    if len(set(plain)) < len(plain):
        raise InputError(f"a column is twice in {list(found)}: give each its own name")
    for name, column in absent_columns(columns.items(), found):
        raise SettingError(_said_absent(name, column, found, "column"))
    if not _has_any(found, _text_names(names)):
        raise InputError(_said_without_text(found, names["text"], sample))


def remark_on_texts(
    found: Iterable[str], names: Mapping[str, tuple[str, ...]], sample: Iterable[RowFields]
) -> list[str]:
    """What is said of a table that has titles or summaries and no column of texts, but one that may be it."""
    likely = None if _has_any(found, names["text"]) else _likely_column(sample)
    if likely is None:
        return []
    named = f"columns={{'text': {likely!r}}}"
    return [f"titles and summaries are read as the texts; {likely!r} has longer ones: if it is the text, give {named}"]


def remark_on_misspelt(found: Sequence[str], names: Mapping[str, tuple[str, ...]]) -> list[str]:
    """What is said of fields that no column has, where a column has nearly one of their names."""
    others = [name for name in found if folded_name(name) not in KNOWN_NAMES]  # also of fields that are not read
    if not others:
        return []
    known = folded_names(names)
    others = [name for name in others if folded_name(name) not in known]
    return [remark for field in names for remark in _misspelt(field, names[field], found, others)]


def _misspelt(field: str, known: tuple[str, ...], found: Sequence[str], others: Sequence[str]) -> list[str]:
    if len(known) == 1 or _has_any(found, known):  # a caller who names a column knows it
        return []
    near = [
        (one, name)
        for name in known
        for one in dict.fromkeys((*nearest_names(name, others, _NEARLY_EQUAL), *mistyped_names(name, others)))
        if abs(len(folded_name(one)) - len(folded_name(name))) <= 1  # "published_by" is a name of its own
    ]
    return [
        f"no column is read as {field}; {one!r} is nearly {name!r}: if it is that, give columns={{{field!r}: {one!r}}}"
        for one, name in near[:1]
    ]


def _has_any(found: Iterable[str], names: tuple[str, ...]) -> bool:
    return not folded_names({"": names}).isdisjoint(map(folded_name, found))


def _likely_column(sample: Iterable[RowFields]) -> str | None:
    """The column of most rows that is their longest prose, without a usual name."""
    likely = Counter(name for row in sample if (name := likely_text(row)) is not None)
    return likely.most_common(1)[0][0] if likely else None


def _text_names(names: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The names of what can be the text: title and summary too, unless the caller named the text."""
    is_named = len(names["text"]) == 1
    return names["text"] if is_named else (*names["text"], *names["title"], *names["summary"])


def require_keys(first: Sequence[Row], columns: Columns) -> None:
    """Raise an error if none of the first rows of an iterable has the key of the text, or one that is misspelt.

    Other keys may be missing there: not every row has every field.
    """
    keys = list(dict.fromkeys(key for row in first for key in _keys_of(row)))
    for name, column in absent_columns(columns, keys) if keys else ():
        if name == "text" or nearest_names(column, keys, _MISSPELT):
            raise SettingError(_said_absent(name, column, keys, "field"))


def remark_on_keys(keys: Sequence[Any], columns: Columns) -> list[str]:
    """What is said of the names that no row of an iterable has."""
    absent = absent_columns(columns, keys) if keys else ()
    return [_said_absent(name, column, keys, "field") for name, column in absent]


def absent_columns(columns: Columns, found: Iterable[Any]) -> list[tuple[str, str]]:
    """Those of the columns that are not found."""
    present = set(map(folded_name, found))
    return [(name, column) for name, column in columns if folded_name(column) not in present]


def _keys_of(row: Row) -> Iterable[Any]:
    fields = row.fields if isinstance(row, RepairedRow) else row
    try:
        return tuple(fields) if isinstance(fields, Mapping) else ()
    except StopIteration:  # of a mapping of the caller; its row is rejected when it is read
        return ()


def _said_absent(name: str, column: str, found: Sequence[Any], kind: str) -> str:
    near = nearest_names(column, found)
    nearest = f"; the nearest is {near[0]!r}" if near else ""
    return (
        f"columns={{{name!r}: {column!r}}}: there is no {kind} {column!r}{nearest}; there are {_shown_columns(found)}"
    )


def _said_without_text(found: Sequence[Any], known: Sequence[str], sample: Iterable[RowFields]) -> str:
    name = _likely_column(sample)
    start = f"no column of texts among {_shown_columns(found)}"
    if name is not None:
        return f"{start}: {name!r} has the longest texts; if it is that, give columns={{'text': {name!r}}}"
    near = [one for name in known for one in nearest_names(name, found, _MISSPELT)]
    named = repr(near[0]) if near else "'…'"
    return (
        f"{start}: call it one of {some_names(known)}, or name it with columns={{'text': {named}}}; "
        "the first line of a file must name its columns"
    )


def _shown_columns(found: Sequence[Any]) -> str:
    names = ", ".join(repr(str(name)[:_SHOWN_LENGTH]) for name in found[:_SHOWN_COLUMNS])
    return f"{names} and {len(found) - _SHOWN_COLUMNS} more" if len(found) > _SHOWN_COLUMNS else names
