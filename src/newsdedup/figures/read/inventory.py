"""Every amount of a text, whether or not it is a figure of the news."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal

from attrs import frozen

from newsdedup.articles.article import moment_given
from newsdedup.figures.quantity import OPEN_ABOVE, OPEN_BELOW
from newsdedup.figures.read.draft import NumberDraft
from newsdedup.figures.read.engine import apply
from newsdedup.figures.read.rules.qualifiers import qualifier_end
from newsdedup.figures.read.rules.table import AMOUNT
from newsdedup.figures.read.sentence import Sentence
from newsdedup.languages import detect_language, language_of, language_option
from newsdedup.support.arguments import is_one_of
from newsdedup.support.errors import InputError
from newsdedup.text.dates.other_calendars import other_calendar_days
from newsdedup.text.dates.reader import read_dates
from newsdedup.text.landmarks import Landmarks
from newsdedup.text.normal_form import Text, normalise
from newsdedup.text.numbers.grammar import number_grammar_of
from newsdedup.text.numbers.number import PrintedNumber
from newsdedup.text.numbers.reader import every_number
from newsdedup.text.page import covers
from newsdedup.text.tagged import SPACED, tag_tokens
from newsdedup.text.tags import Tag, lexicon_of

_KINDS_BELOW_ZERO = frozenset({"count", "percent", "money", "measure"})
_MOST_NOUN_WORDS = 3


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
    text: str, *, language: str | None = None, published_at: datetime | date | str | None = None
) -> list[PrintedAmount]:
    """Read every number of a text with its unit, its qualifier and its place.

    `newsdedup.extract_figures` is the stricter reading: it leaves out what does not count anything.

    Parameters
    ----------
    text : str
    language : str, optional
        Code of the text's language; detected from the text where omitted.
    published_at : datetime, date or str, optional
        When it was published; helps to recognise dates, which are not amounts. Text as in `read_articles`.

    Returns
    -------
    list of PrintedAmount
        By place in the text. Empty for a language without tables.

    Raises
    ------
    InputError
        If what is given is not a text, or `published_at` cannot be read.

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
    tables = language_of(language_option(None if is_one_of(language, ("",)) else language) or detect_language(text))
    if tables is None:
        return []
    normal, numbers = normalise(text), number_grammar_of(tables)
    tokens = tag_tokens(normal, lexicon_of(tables))
    landmarks = Landmarks(tokens)
    dates = read_dates(normal.plain, tables, moment_given(published_at), folded=normal.folded, landmarks=landmarks)
    whole = Sentence(normal, tokens, 0, len(tokens), tables, numbers)
    found = every_number(normal.folded, numbers, landmarks, normal.plain)
    others = other_calendar_days(normal.folded, tables, landmarks)
    days = sorted([*((one.start, one.end) for one in dates), *others])
    amounts = _bounded(_amounts_of(whole, found, days))
    return [_printed(amount, normal) for amount in amounts]


def _amounts_of(
    sentence: Sentence, numbers: Iterable[PrintedNumber], dates: Sequence[tuple[int, int]]
) -> Iterator[NumberDraft]:
    """The amounts of a text that are not part of a date or of the amount before them."""
    done = 0
    for number in numbers:
        if number.start < done or covers(dates, number.start):
            continue
        draft = NumberDraft(sentence, number)
        draft.may_be_negative = _KINDS_BELOW_ZERO
        draft.done = done
        apply(AMOUNT, draft)
        if draft.kind == "count" and not number.in_words and sentence.folded[number.end : number.end + 1].isalpha():
            continue  # 20th, 15h30, 1980s
        _qualify_after(draft)
        done = draft.end
        yield draft


def _qualify_after(draft: NumberDraft) -> None:
    """The qualifier after the amount: right after it, or after its noun."""
    sentence = draft.sentence
    if draft.qualifier not in ("exact", "about"):
        return
    i = draft.last
    for _ in range(_MOST_NOUN_WORDS + 1):
        if qualifier_end(draft, i):
            draft.qualifier = sentence.tokens.value(i, Tag.QUALIFIER_AFTER)
            return
        if not sentence.is_word(i) or not sentence.kinds[i] & SPACED:
            return
        i += 1


def _bounded(amounts: Iterable[NumberDraft]) -> Iterator[NumberDraft]:
    """The amounts, the lower and the upper bound of one number joined ("greater than 30 and less than 40")."""
    before: NumberDraft | None = None
    for amount in amounts:
        if before is not None and _joined_bounds(before, amount):
            continue
        if before is not None:
            yield before
        before = amount
    if before is not None:
        yield before


def _joined_bounds(one: NumberDraft, other: NumberDraft) -> bool:
    """Whether two amounts are the bounds of one number; the first then is their range."""
    lower, upper = (one, other) if one.qualifier in OPEN_ABOVE else (other, one)
    if not (lower.qualifier in OPEN_ABOVE and upper.qualifier in OPEN_BELOW and one.kind == other.kind):
        return False
    size = one.sentence.phrase(one.last, Tag.AND)
    if lower.value >= upper.value or not size or one.last + size != other.first:
        return False
    one.value, one.upper, one.last = lower.value, upper.value, other.last
    one.qualifier, one.unit = "range", other.unit or one.unit
    return True


def _printed(amount: NumberDraft, text: Text) -> PrintedAmount:
    start, end = text.span(amount.start, amount.end)
    return PrintedAmount(
        start=start,
        end=end,
        text=text.original[start:end],
        is_qualified=amount.is_qualified or amount.qualifier != "exact",
        **amount.interval_fields(),
        in_words=amount.number.in_words,
    )
