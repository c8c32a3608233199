"""What is written beside a time of day: the part of the day and the time zone."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping
from datetime import tzinfo
from typing import Final

from attrs import frozen

from newsdedup.articles.moments.zones import named_zone, offset_of
from newsdedup.languages import forgotten_with_languages, known_languages

_NO_TIME: Final = re.compile(r"(?<=[^\W\d_])\s?[2-8](?!\d)|\([^()]*\)")  # "Thứ 7", and a comment


@frozen
class Marks:
    """The part of the day and the zone beside a time.

    Attributes
    ----------
    first_hour : int, optional
        The first hour of the part of the day.
    zone : tzinfo, optional
        The zone, if one is written and known.
    unknown_zone : str, optional
        The name of a zone that is not known.
    """

    first_hour: int | None = None
    zone: tzinfo | None = None
    unknown_zone: str | None = None

    def hour(self, hour: int) -> int:
        """An hour of this part of the day, on a clock of 24 hours."""
        if self.first_hour is None or hour > 12:
            return hour
        first = hour % 12
        return first if first >= self.first_hour or first + 12 < self.first_hour else first + 12


NO_MARKS: Final = Marks()


@forgotten_with_languages
@functools.lru_cache(maxsize=1024)  # the same few words are beside every time of a source
def marks_of(text: str) -> Marks | None:
    """The marks in the text after a time; None if there are digits that are not read.

    Examples
    --------
    >>> marks_of(" CH (GMT+7)").first_hour, marks_of(" XYZ").unknown_zone
    (12, 'XYZ')
    """
    text = unicodedata.normalize("NFKC", text).replace("−", "-")
    found = _beside_a_time().match(text)
    if found is None:
        return None
    rest = text[found.end(found.lastgroup) if found.lastgroup else 0 :]
    if re.search(r"\d", _NO_TIME.sub("", rest)):
        return None
    first_hour = first_hours()[found["part"].lower()] if found["part"] else None
    if found["sign"]:
        offset = offset_of(*found.group("sign", "hours", "minutes"))
        return Marks(first_hour, offset) if offset else None
    name = found["name"] or found["place"] or ""
    zone = named_zone(name)
    is_zone = name.isupper() and len(name) > 1 and name.lower() not in _calendar_words()
    return Marks(first_hour, zone, name if zone is None and (is_zone or found["place"]) else None)


@forgotten_with_languages
@functools.cache
def first_hours() -> Mapping[str, int]:
    """Words for a part of the day in all languages, and its first hour."""
    return {word: hour for language in known_languages().values() for word, hour in language.dates.first_hours.items()}


@forgotten_with_languages
@functools.cache
def _beside_a_time() -> re.Pattern[str]:
    parts = "|".join(map(re.escape, sorted(first_hours(), key=len, reverse=True)))
    return re.compile(
        rf"""[\s,(]* (?:(?P<part>(?i:{parts}))(?!\w))? [\s,(\[]*
        (?: (?:(?i:GMT|UTC)\s?(?=[+-]\s?\d)|(?=[+-]\d\d))
            (?P<sign>[+-])\s?(?P<hours>\d\d?)(?::?(?P<minutes>\d\d))?(?!\d)
          | (?P<place>(?:[A-Z][a-z]+[ ]){{1,4}}Time\b|[A-Z][A-Za-z_]+/[A-Z][A-Za-z_/-]+)
          | (?P<name>[A-Za-z]{{1,5}})(?!\w)
        )?""",
        re.VERBOSE,
    )


@forgotten_with_languages
@functools.cache
def _calendar_words() -> frozenset[str]:
    """Names of weekdays and months, and their first three letters: none of them is a zone."""
    tables = (language.dates for language in known_languages().values())
    names = {name for dates in tables for name in (*dates.weekdays, *dates.months)}
    return frozenset(names | {name[:3] for name in names})
