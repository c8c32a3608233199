"""Every amount of a text, whether or not it is a figure of the news."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal

from attrs import evolve, frozen

from newsdedup.figures.quantity import OPEN_ABOVE, OPEN_BELOW
from newsdedup.figures.read.amounts import Amount, amount_around, qualified_after
from newsdedup.figures.read.grammar import Grammar, grammar_of
from newsdedup.languages import detect_language, language_of
from newsdedup.support.errors import InputError
from newsdedup.text.dates.reader import read_dates
from newsdedup.text.landmarks import landmarks_in
from newsdedup.text.normal_form import Text, normalise
from newsdedup.text.numbers.number import PrintedNumber
from newsdedup.text.numbers.reader import every_number
from newsdedup.text.page import covers

_KINDS_BELOW_ZERO = frozenset({"count", "percent", "money", "measure"})
_NOUN = re.compile(r"(?:[^\S\r\n]+[^\W\d_]+){1,3}?(?=[^\S\r\n]+\w)")


@frozen(kw_only=True)
class PrintedAmount:
    """A number, an amount of money, a percentage, a measure or a range, as a text prints it.

    Attributes
    ----------
    start, end : int
        Offsets in the text: qualifier, number, scale word, unit.
    text : str
        The text's own words there.
    value : Decimal
        The printed value; of a range its lower end.
    low, high : Decimal or None
        What the words allow, taken literally; None is unbounded.
    low_open, high_open : bool
    qualifier : str
        ``exact, more_than, at_least, nearly, less_than, at_most, about`` or ``range``.
    is_qualified : bool
        Whether words say how the number is meant ("exactly 20").
    kind : str
        ``count, percent, money, age, measure`` or ``duration``.
    unit : str or None
        ISO 4217 code of a currency, ``%`` or ``pp``, ``minute`` … ``year``, symbol of a measure.
    in_words : bool
        Whether the number is written in words.
    """

    start: int
    end: int
    text: str
    value: Decimal
    low: Decimal | None
    high: Decimal | None
    low_open: bool
    high_open: bool
    qualifier: str
    is_qualified: bool
    kind: str
    unit: str | None
    in_words: bool


def read_amounts(
    text: str, *, language: str | None = None, published_at: datetime | date | None = None
) -> list[PrintedAmount]:
    """Read every number of a text with its unit, its qualifier and its place.

    `newsdedup.extract_figures` is the stricter reading: it leaves out what does not count anything.

    Parameters
    ----------
    text : str
    language : str, optional
        Code of the text's language; detected from the text where omitted.
    published_at : datetime or date, optional
        When it was published; helps to recognise dates, which are not amounts.

    Returns
    -------
    list of PrintedAmount
        By place in the text. Empty for a language without tables.

    Raises
    ------
    InputError
        If what is given is not a text.

    Examples
    --------
    >>> one, two = read_amounts("Hơn hai mươi nghìn hộ mất điện, thiệt hại từ 3 đến 5 tỷ đồng.", language="vi")
    >>> one.text, one.value, one.qualifier
    ('Hơn hai mươi nghìn', Decimal('20000'), 'more_than')
    >>> two.text, int(two.low), int(two.high), two.unit
    ('3 đến 5 tỷ đồng', 3000000000, 5000000000, 'VND')
    """
    if not isinstance(text, str):
        raise InputError(f"amounts are read from a text, not from {type(text).__name__}")
    tables = language_of(language or detect_language(text))
    if tables is None:
        return []
    normal, grammar = normalise(text), grammar_of(tables)
    landmarks = landmarks_in(normal.folded, tables)
    dates = read_dates(normal.plain, tables, published_at, folded=normal.folded, landmarks=landmarks)
    numbers = every_number(normal.folded, grammar.numbers, landmarks, normal.plain)
    amounts = _bounded(
        _amounts_of(normal, numbers, grammar, [(one.start, one.end) for one in dates]), normal.folded, grammar
    )
    return [_printed(amount, normal) for amount in amounts]


def _amounts_of(
    text: Text, numbers: Iterable[PrintedNumber], grammar: Grammar, dates: Sequence[tuple[int, int]]
) -> Iterator[Amount]:
    """The amounts of a text that are not part of a date or of the amount before them."""
    folded, done = text.folded, 0
    for number in numbers:
        if number.start < done or covers(dates, number.start):
            continue
        amount = amount_around(number, folded, grammar, done=done, signed=_KINDS_BELOW_ZERO)
        if amount.kind == "count" and not number.in_words and folded[number.end : number.end + 1].isalpha():
            continue  # 20th, 15h30, 1980s
        amount = qualified_after(amount, folded, _before_qualifier(amount, folded, grammar), grammar)
        done = amount.end
        yield amount


def _before_qualifier(amount: Amount, folded: str, grammar: Grammar) -> int:
    """Where a qualifier may follow the amount: right after it, or after its noun."""
    noun = None if grammar.amounts.qualifier_after.match(folded, amount.end) else _NOUN.match(folded, amount.end)
    return noun.end() if noun else amount.end


def _bounded(amounts: Iterable[Amount], folded: str, grammar: Grammar) -> Iterator[Amount]:
    """The amounts, the lower and the upper bound of one number joined ("greater than 30 and less than 40")."""
    before: Amount | None = None
    for amount in amounts:
        both = _range_of(before, amount, folded, grammar) if before is not None else None
        if before is not None and both is None:
            yield before
        before = both or amount
    if before is not None:
        yield before


def _range_of(one: Amount, other: Amount, folded: str, grammar: Grammar) -> Amount | None:
    lower, upper = (one, other) if one.qualifier in OPEN_ABOVE else (other, one)
    if not (lower.qualifier in OPEN_ABOVE and upper.qualifier in OPEN_BELOW and one.kind == other.kind):
        return None
    if lower.value >= upper.value or not grammar.clauses.and_word.fullmatch(folded, one.end, other.start):
        return None
    number = evolve(one.number, end=other.number.end, value=lower.value, upper=upper.value)
    return evolve(one, number=number, end=other.end, qualifier="range", unit=other.unit or one.unit)


def _printed(amount: Amount, text: Text) -> PrintedAmount:
    start, end = text.span(amount.start, amount.end)
    return PrintedAmount(
        start=start,
        end=end,
        text=text.original[start:end],
        is_qualified=amount.is_qualified or amount.qualifier != "exact",
        **amount.fields,
        in_words=amount.number.in_words,
    )
