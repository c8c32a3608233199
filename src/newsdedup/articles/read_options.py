"""How articles are read: the options of every function that takes articles, checked, as one value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, tzinfo
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from attrs import Attribute, field, fields, frozen

from newsdedup.articles.fields import FIELD_NAMES
from newsdedup.articles.files.decoding import checked_encoding
from newsdedup.languages import language_option
from newsdedup.support.errors import SettingError, pass_on_interruption
from newsdedup.support.folded_names import nearest_names
from newsdedup.support.settings import MAX_CHARACTERS

_LEAN = ("id", "text", "title", "summary", "published_at")  # title and summary: for rows without a text


def _as_pairs(columns: Any) -> tuple[tuple[str, str], ...]:
    """A mapping of names to names as pairs, which compare and hash."""
    pairs = columns.items() if isinstance(columns, Mapping) else columns or ()
    if isinstance(pairs, str) or not isinstance(pairs, Iterable):
        raise SettingError(f"columns={columns!r} is not a mapping: give one such as columns={{'text': 'noi_dung'}}")
    named = tuple((name, column) for name, column in pairs)
    for name, column in named:
        if not isinstance(name, str) or not isinstance(column, str):
            raise SettingError(f"columns names {name!r}: {column!r}, but both are strings: give {{'text': 'noi_dung'}}")
    return named


@frozen
class RowOptions:
    """How a row is read as an article.

    Attributes
    ----------
    columns : tuple of (str, str)
        Field of an article and the name of its column; given as a mapping, or None.
    language : str, optional
        Language of the articles that give none.
    timezone : str
        IANA name of the time zone of times without a zone.
    day_first : bool, optional
        Whether 06/07/2025 is the 6th of July; by default the dates decide.
    max_characters : int
        The most that an article has, as its text, its title or its summary; a longer one is rejected.

    Raises
    ------
    SettingError
        If an option has an invalid value.
    """

    columns: tuple[tuple[str, str], ...] = field(default=None, converter=_as_pairs)
    language: str | None = field(default=None, converter=language_option)
    timezone: str = "UTC"
    day_first: bool | None = None
    max_characters: int = field(default=MAX_CHARACTERS, kw_only=True)

    def __attrs_post_init__(self) -> None:
        _require_order(self.day_first)
        _require_count(self.max_characters)
        _time_zone(self.timezone)
        _require_fields(self.columns)

    def names(self, *, lean: bool = False) -> dict[str, tuple[str, ...]]:
        """The names that a source may give to each field; lean: of id, text, date, title and summary."""
        names = {**FIELD_NAMES, **{name: (column,) for name, column in self.columns}}
        return {name: names[name] for name in _LEAN} if lean else names

    @property
    def zone(self) -> tzinfo:
        """The time zone."""
        return _time_zone(self.timezone)


@frozen(kw_only=True)
class ReadOptions(RowOptions):
    """How articles are read from anything that `newsdedup.read_articles` takes.

    Attributes
    ----------
    encoding : str, optional
        Encoding of files and bytes.
    strict : bool
        Whether the first bad row is an error.
    """

    encoding: str | None = None
    strict: bool = False

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        checked_encoding(self.encoding)
        if not isinstance(self.strict, bool):
            raise SettingError(f"strict={self.strict!r} is not allowed: give True or False")

    def require_none(self, why: str) -> None:
        """Raise an error that names the first option that is given, if there is one."""
        given: Iterable[Attribute[Any]] = (one for one in fields(ReadOptions) if _differs(self, one.name))
        if (first := next(iter(given), None)) is not None:
            value = getattr(self, first.name)
            raise SettingError(f"{first.name}={dict(value) if first.name == 'columns' else value!r} {why}")


def _differs(options: ReadOptions, name: str) -> bool:
    return bool(getattr(options, name) != getattr(READING, name))


def _require_fields(columns: Iterable[tuple[str, str]]) -> None:
    unknown = sorted({name for name, _ in columns} - set(FIELD_NAMES))
    if unknown and columns and all(column in FIELD_NAMES for _, column in columns):
        turned = {column: name for name, column in columns}
        raise SettingError(f"columns names the field first, and then the column: give columns={turned}")
    if unknown:
        near = nearest_names(unknown[0], FIELD_NAMES)
        nearest = f"; the nearest to {unknown[0]!r} is {near[0]!r}" if near else ""
        raise SettingError(
            f"columns names {unknown}, which an article does not have{nearest}; it has {list(FIELD_NAMES)}"
        )


def _require_order(value: Any) -> None:
    if value is not None and not isinstance(value, bool):
        raise SettingError(f"day_first={value!r} is not an order of day and month: give True, False or None")


def _require_count(value: Any) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise SettingError(f"max_characters={value!r} is not a number of characters: give 1 or more")


def _time_zone(name: Any) -> tzinfo:
    """A time zone by its name."""
    if isinstance(name, str) and name.upper() == "UTC":
        return UTC
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError, TypeError) as problem:
        pass_on_interruption(problem)
        raise SettingError(f"timezone={name!r} is not an IANA name such as 'Asia/Ho_Chi_Minh'") from problem


READING: Final = ReadOptions()
READ_OPTIONS: Final = tuple(one.name for one in fields(ReadOptions))
