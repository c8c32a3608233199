"""How articles are read: the options of every function that takes articles, checked, as one value."""

from __future__ import annotations

import re
from collections.abc import ItemsView, Iterable, Mapping
from datetime import UTC, timedelta, timezone, tzinfo
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from attrs import Attribute, field, fields, frozen

from newsdedup.articles.fields import FIELD_NAMES
from newsdedup.articles.files.decoding import checked_encoding
from newsdedup.languages import language_option
from newsdedup.support.arguments import switch_option
from newsdedup.support.errors import SettingError, in_message, pass_on_interruption
from newsdedup.support.folded_names import nearest_names
from newsdedup.support.settings import MAX_CHARACTERS

_FIXED_OFFSET = re.compile(r"(?:UTC|GMT)?([+−-])([01]?\d)(?::?([0-5]\d))?", re.IGNORECASE)
_LEAN = ("id", "text", "title", "summary", "published_at")  # title and summary: for rows without a text


def _as_pairs(columns: Any) -> tuple[tuple[str, str], ...]:
    """A mapping of names to names as pairs, which compare and hash."""
    pairs = columns.items() if isinstance(columns, Mapping) else () if columns is None else columns
    if not isinstance(pairs, ItemsView | tuple | list) or not all(map(_is_pair, pairs)):
        raise SettingError(
            f"columns={in_message(columns)} is not a mapping: give one such as columns={{'text': 'noi_dung'}}"
        )
    named = tuple((name, str(column) if type(column) is int else column) for name, column in pairs)  # of pandas
    for name, column in named:
        if not isinstance(name, str) or not isinstance(column, str):
            shown = f"{in_message(name)}: {in_message(column)}"
            raise SettingError(f"columns names {shown}, but both are strings: give {{'text': 'noi_dung'}}")
    return named


def _is_pair(one: Any) -> bool:
    return isinstance(one, tuple | list) and len(one) == 2


def _zone_name(given: Any) -> Any:
    """The name of a time zone that is given by its name or as a `datetime.tzinfo`: an IANA name, or "UTC+07:00"."""
    if not isinstance(given, tzinfo):
        return given
    name = getattr(given, "key", None) or getattr(given, "zone", None)  # of zoneinfo, of pytz
    offset = given.utcoffset(None)
    if name is None and offset is not None:
        minutes = round(offset.total_seconds() / 60)
        hours, rest = divmod(abs(minutes), 60)
        name = f"UTC{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}" if minutes else "UTC"
    if not isinstance(name, str):
        raise SettingError(f"timezone={in_message(given)} has no name: give one such as ZoneInfo('Asia/Ho_Chi_Minh')")
    return name


@frozen
class RowOptions:
    """How a row is read as an article.

    Attributes
    ----------
    columns : tuple of (str, str)
        Field of an article and the name of its column; given as a mapping, or None.
    language : str, optional
        Language of the articles that give none.
    timezone : str or tzinfo
        The time zone of times without a zone: an IANA name, an offset ("UTC+07:00"), or a zone of Python.
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
    timezone: str = field(default="UTC", converter=_zone_name)
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
        switch_option("strict", self.strict)

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
        raise SettingError(f"day_first={in_message(value)} is not an order of day and month: give True, False or None")


def _require_count(value: Any) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise SettingError(f"max_characters={in_message(value)} is not a number of characters: give 1 or more")


def _time_zone(name: Any) -> tzinfo:
    """A time zone by its name."""
    if not isinstance(name, str):
        raise SettingError(f"timezone={in_message(name)} is not an IANA name such as 'Asia/Ho_Chi_Minh'")
    if name.upper() == "UTC":
        return UTC
    if fixed := _FIXED_OFFSET.fullmatch(name):
        sign, hours, minutes = fixed.groups(default="0")
        return timezone((-1 if sign in "-−" else 1) * timedelta(hours=int(hours), minutes=int(minutes)))
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as problem:
        pass_on_interruption(problem)
        raise SettingError(f"timezone={in_message(name)} is not an IANA name such as 'Asia/Ho_Chi_Minh'") from problem


READING: Final = ReadOptions()
READ_OPTIONS: Final = tuple(one.name for one in fields(ReadOptions))
