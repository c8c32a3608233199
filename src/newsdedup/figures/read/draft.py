"""A draft: what is known about one number while its rules are tried."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from newsdedup.figures.claim import Scope
from newsdedup.figures.quantity import printed_interval
from newsdedup.figures.read.nouns import Noun
from newsdedup.figures.read.page_reading import PageReading
from newsdedup.figures.read.predicates import Said
from newsdedup.figures.read.sentence import Sentence
from newsdedup.languages import Role
from newsdedup.text.dates.mention import DateMention
from newsdedup.text.numbers.number import PrintedNumber
from newsdedup.text.numbers.reader import number_from
from newsdedup.text.tags import Tag

UNKNOWN_SCOPE = Scope()
_MAY_BE_NEGATIVE = frozenset({"measure", "percent"})  # before a count a minus may be the mark of a list


class NumberDraft:
    """One number of a sentence while it is read; rules set its attributes.

    Tokens are indices of the page: the number itself is ``number_first`` to ``number_last``, with all that belongs to
    it ``first`` to ``last``.
    """

    is_aside = False  # whether it counts nothing
    is_span = False  # whether all of its span counts nothing, other numbers in it too
    value: Decimal
    upper: Decimal | None  # of a range
    kind = "count"
    unit: str | None = None
    is_sign = False  # whether the unit is a sign of money
    qualifier = "exact"
    is_qualified = False
    is_nth = False  # whether it says which one of a count somebody is
    noun: Noun | None = None
    whole: tuple[int, int] | None = None  # tokens of the number that it is a part of
    role: Role | None = None
    scope: Scope = UNKNOWN_SCOPE
    near: Scope = UNKNOWN_SCOPE
    modality = "actual"
    change = "level"
    as_of: str | None = None
    speaker: str | None = None
    is_open = False
    part_of: str | None = None

    reading: PageReading  # of the page, where there is one
    sentence_index = 0
    done = 0  # offset where the amount before it ends, in a reading of every amount
    may_be_negative = _MAY_BE_NEGATIVE  # kinds that a minus sign makes negative

    def __init__(self, sentence: Sentence, number: PrintedNumber) -> None:
        tokens = sentence.tokens
        self.sentence, self.number = sentence, number
        self.first = self.number_first = tokens.at(number.start)
        self.last = self.number_last = tokens.after(number.end)
        self.value, self.upper, self.scale = number.value, number.upper, number.scale
        self.nouns_after: dict[int, Noun | None] = {}  # by the token after it, those that rules asked for
        self.before: NumberDraft | None = None  # the last number before it that became a claim

    @property
    def tags(self) -> int:
        """The tags of its sentence."""
        return self.sentence.tags

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.sentence.starts[self.first]

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.sentence.ends[self.last - 1]

    @property
    def is_whole(self) -> bool:
        """Whether the value is an integer."""
        return self.value == self.value.to_integral_value()

    @property
    def said(self) -> Said:
        """What its sentence says of people."""
        return self.reading.said(self.sentence_index)

    @property
    def before_in_sentence(self) -> NumberDraft | None:
        """The number before it, if it is in the same sentence."""
        return self.before if self.before is not None and self.before.sentence is self.sentence else None

    @property
    def noun_after(self) -> Noun | None:
        """The noun, if it comes after the number."""
        return self.noun if self.noun is not None and self.noun.first >= self.last else None

    @property
    def noun_end(self) -> int:
        """The token after it and the noun that follows it, if one does."""
        noun = self.noun_after
        return self.last if noun is None else noun.last

    def dates(self) -> list[tuple[int, int, DateMention]]:
        """The dates of its sentence: first token, last token, and the date."""
        return self.reading.dates_of(self.sentence_index)

    def change_before(self) -> str | None:
        """Whether words right before make it a step: ``up`` or ``down``."""
        sentence, first = self.sentence, self.first
        ends = (first, first - sentence.before(first, Tag.QUALIFIER), self.number_first)
        changes = (sentence.value_before(end, Tag.CHANGE) for end in ends)
        return next((change for change in changes if change), None)

    def number_at(self, i: int) -> PrintedNumber | None:
        """The number that begins with a token of its sentence."""
        sentence = self.sentence
        return number_from(sentence.folded, sentence.starts[i], sentence.numbers) if i < sentence.last else None

    def interval_fields(self) -> dict[str, Any]:
        """The fields of a claim that its value and qualifier determine."""
        interval = printed_interval(self.qualifier, self.value, self.upper)
        return {
            "value": self.value,
            "low": interval.low,
            "high": interval.high,
            "low_open": interval.low_open,
            "high_open": interval.high_open,
            "qualifier": self.qualifier,
            "kind": self.kind,
            "unit": self.unit,
        }
