"""A claim: one number as one article prints it, with its meaning and its place."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from attrs import field, frozen

from newsdedup.figures.quantity import Interval, meant_interval, printed_rounding, rounding_interval
from newsdedup.support.arguments import is_one_of
from newsdedup.support.errors import InputError, in_message
from newsdedup.support.field_checks import FieldError, at_least, date_or_none, one_of

SENTENCE_BEFORE: Final = "the sentence before"  # how a scope was found: values of `Scope.found_by`
_SHORT_WORD: Final = 3  # letters of a word that may come between two names ("and", "và")
_READ_OFF: Final = frozenset({"percent", "measure"})  # kinds of figures whose last digit is always rounded
OWN_PLACE: Final = "the article's own place"


SCOPE_LEVELS: Final = ("event", "national", "province", "district", "commune", "other", "unknown")  # of places
QUALIFIERS: Final = ("exact", "more_than", "at_least", "nearly", "less_than", "at_most", "about", "range")
NUMBER_KINDS: Final = ("count", "percent", "money", "duration", "age", "measure")
MODALITIES: Final = ("actual", "planned", "background", "denied", "corrected")
CHANGES: Final = ("level", "up", "down")


@frozen
class Scope:
    """Where a figure holds.

    Attributes
    ----------
    place : str or None
        Name of the place, as printed.
    level : str
        ``event, national, province, district, commune, other`` or ``unknown``.
    found_by : str
        How it was found, for people; not compared.
    """

    place: str | None = None
    level: str = field(default="unknown", validator=one_of(*SCOPE_LEVELS))
    found_by: str = field(default="", eq=False)


def _value_of_kind(claim: FigureClaim, attribute: Any, value: Any) -> None:
    """Dates have days, all others have numbers."""
    is_of_date = is_one_of(claim.kind, ("date",))
    if value is not None and isinstance(value, str) != is_of_date:
        what = "a date" if is_of_date else "a number"
        raise FieldError(f"{in_message(value)} is not {what}, as of kind {in_message(claim.kind)}", attribute.name)


@frozen(kw_only=True)
class FigureClaim:
    """One number as one article prints it.

    Attributes
    ----------
    article_id : str
    start, end : int
        Offsets in the article's own text: qualifier, number, scale word, % or currency, and the
        unit of a duration or measure; without the noun of a count.
    text : str
        The article's own words there.
    value : Decimal or str
        The printed value; for a date an ISO string, ``XXXX-07-28`` where the year is unknown and
        ``2025-06-14/2025-06-15`` for several days.
    low, high : Decimal, str or None
        What the words allow, taken literally; None is unbounded.
    low_open, high_open : bool
    qualifier : str
        ``exact, more_than, at_least, nearly, less_than, at_most, about`` or ``range``.
    kind : str
        ``count, percent, money, duration, date, age`` or ``measure``.
    unit : str or None
        ISO 4217 code of a currency; ``%`` or ``pp``; ``minute`` … ``year``; symbol of a measure.
    noun : str or None
        What is counted, as printed.
    role : str or None
        ``dead, injured, missing, arrested, attendees`` …; of a date ``as_of`` (up to which
        the article counts), ``document`` (of a paper), ``page`` (outside the article's text) or ``reported`` (when
        somebody said something).
    scope : Scope
    near : Scope
        Of a toll, the place or level that its sentence names: the toll is that of the event or of this part of it,
        which only other tolls can show. Not compared.
    modality : str
        ``actual``, ``planned``, or ``background`` of other events than the one reported ("600 killed this year");
        ``denied`` if somebody denies the figure, ``corrected`` if it is the one that a correction replaces.
    change : str
        ``level``, ``up`` or ``down``: "two more people" is ``up``, never a count of all.
    as_of : str or None
        ISO date up to which the article counts, where it says so; with the hour where it gives one
        (``2025-09-12T17:00``).
    reported_at : datetime, date or None
        When the article was published.
    origin : str or None
        Whose words these are; set when records are made. None means the article's own.
    part_of : str or None
        The larger count that this one is a part of, as printed: "2 of 5".
    speaker : str or None
        Who is quoted for it, as printed: "police", "ông Nam".
    is_toll : bool
        Whether the words count. "A man was killed" gives one dead, but others may have been killed.
    is_open : bool
        Whether the words leave the outcome open: of four people who were shot, some may have died.
    language : str or None
        ISO 639-1 code of the article's language, by which numbers are printed; not compared, and not in the plain data,
        where the article has it.
    sentence : str
        The sentence of the claim, in the article's own words.
    sentence_start : int
        Its offset in the article's text.
    """

    article_id: str
    start: int = field(validator=at_least(0))
    end: int = field(validator=at_least(0))
    text: str
    value: Decimal | str = field(validator=_value_of_kind)
    low: Decimal | str | None = field(default=None, validator=_value_of_kind)
    high: Decimal | str | None = field(default=None, validator=_value_of_kind)
    low_open: bool = False
    high_open: bool = False
    qualifier: str = field(default="exact", validator=one_of(*QUALIFIERS))
    kind: str = field(default="count", validator=one_of(*NUMBER_KINDS, "date"))
    unit: str | None = None
    noun: str | None = None
    role: str | None = None
    scope: Scope = field(factory=Scope)
    near: Scope = field(factory=Scope, repr=False, eq=False)
    modality: str = field(default="actual", validator=one_of(*MODALITIES))
    change: str = field(default="level", validator=one_of(*CHANGES))
    as_of: str | None = field(default=None, validator=date_or_none)
    reported_at: datetime | date | None = None
    origin: str | None = None
    part_of: str | None = None
    speaker: str | None = None
    is_toll: bool = True
    is_open: bool = False
    language: str | None = field(default=None, repr=False, eq=False)
    sentence: str = field(default="", repr=False)
    sentence_start: int = field(default=0, repr=False, validator=at_least(0))

    @property
    def number(self) -> Decimal:
        """The value of a claim that is not a date."""
        if isinstance(self.value, str):
            raise self._no_number()
        return self.value

    @property
    def name(self) -> frozenset[str]:
        """The words of the name in a mention of people; any sentence may capitalise its first word."""
        words = [] if self.is_toll else (self.noun or "").split()
        first = 0 if len(words) > 1 and all(word[0].isupper() for word in words) else 1
        found: set[str] = set()
        run: list[str] = []
        for word in (*words[first:], ""):
            if word[:1].isupper():
                run.append(word.strip(",;"))
                continue
            if not word.isalpha() or len(word) <= _SHORT_WORD:  # "Hull teenager" is no name, "Ann Vale, 32" is one
                found.update(run)
            run = []
        return frozenset(found)

    @property
    def printed(self) -> Interval:
        """What the words say, taken literally; a mention of people who are not counted gives only a lower bound."""
        low, high = self.low, self.high
        if isinstance(low, str) or isinstance(high, str):
            raise self._no_number()
        if not self.is_toll:
            return Interval(low, None, high_open=True)
        return Interval(low, high, self.low_open, self.high_open)

    @property
    def meant(self) -> Interval:
        """What the words mean when figures are reconciled."""
        return meant_interval(self.qualifier, self.number, self.printed)

    @property
    def rounded(self) -> Interval:
        """The values that the printed one may be the rounding of."""
        if self.qualifier != "exact":
            return self.meant
        return printed_rounding(self.number) if self.kind in _READ_OFF else rounding_interval(self.number)

    def _no_number(self) -> InputError:
        return InputError(
            f"a claim of kind {self.kind!r} ({self.text!r}) has days, not numbers: "
            f"use `low` and `high` ({self.low!r} and {self.high!r})"
        )
