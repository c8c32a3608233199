"""The unit of a number, and what the number shares with the amounts beside it."""

from __future__ import annotations

from decimal import Decimal

from newsdedup.figures.read.draft import NumberDraft
from newsdedup.figures.read.engine import Example, Fields, Rule, Step, apply
from newsdedup.figures.read.sentence import Sentence
from newsdedup.text.numbers.number import PrintedNumber
from newsdedup.text.numbers.spelled import scaled
from newsdedup.text.tagged import DIGITS, LINE, SPACED, WORD
from newsdedup.text.tags import Tag
from newsdedup.text.units import Unit

_HUNDREDTHS = 100  # hundredths: cents of a dollar
_LEAST_LARGE_SCALE = 1000
_FIRST_YEAR_OF_EVENT, _LAST_YEAR_OF_EVENT = 1900, 2099
_SHARED_UNITS = ("percent", "money", "measure")
_OF_LARGER = {
    ("year", "month"): 12,
    ("week", "day"): 7,
    ("day", "hour"): 24,
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
}
_OPENS_AFTER = frozenset(".;:!?")


def _following_unit(draft: NumberDraft) -> tuple[int, Unit] | None:
    """The end of the unit right after a number, or after a hyphen, and the unit."""
    sentence, i = draft.sentence, draft.number_last
    if sentence.is_mark(i, "-") and not sentence.kinds[i] & SPACED and not sentence.phrase(i, Tag.UNIT):
        i += 1
        if i < sentence.last and sentence.kinds[i] & SPACED:
            return None
    size = sentence.phrase(i, Tag.UNIT)
    if not size or sentence.kinds[i] & LINE or _is_other(sentence, i):
        return None
    end = i + size
    if (
        end < sentence.last
        and not sentence.kinds[end] & SPACED
        and sentence.kinds[end] & (WORD | DIGITS)
        and not sentence.is_mark(end - 1, "%")
    ):
        return None  # "15h30"
    return end, sentence.tokens.value(i, Tag.UNIT)


def _is_other(sentence: Sentence, i: int) -> bool:
    """Whether the word of a unit begins a phrase that is none, unless its last word begins a compound.

    "4 năm học" is no time, "4 năm | học lực giỏi" is one.
    """
    size = sentence.phrase(i, Tag.NOT_UNIT)
    return bool(size) and not (size > 1 and sentence.phrase(i + size - 1, Tag.COMPOUND) > 1)


def _multiplied(draft: NumberDraft, times: Decimal) -> dict[str, Decimal | None]:
    if times == 1:
        return {}
    return {"value": draft.value * times, "upper": None if draft.upper is None else draft.upper * times}


def _of_unit(draft: NumberDraft, found: tuple[int, Unit]) -> Fields:
    last, unit = found
    return {
        "last": last,
        "kind": unit.kind,
        "unit": unit.symbol,
        "is_sign": unit.is_sign,
        **_multiplied(draft, unit.times),
    }


# ------------------------------------------------------------------------------------- the unit


def _sign_before(draft: NumberDraft) -> tuple[int, int, Unit] | None:
    sentence, i = draft.sentence, draft.number_first
    size = sentence.before(i, Tag.SIGN)
    if not size or sentence.kinds[i] & (LINE | WORD):
        return None
    first = i - size
    if sentence.starts[first] < draft.done:
        return None
    if (
        first > sentence.first
        and sentence.kinds[first] & (WORD | SPACED) == WORD
        and sentence.kinds[first - 1] & (WORD | DIGITS)
    ):
        return None
    unit = sentence.value_before(i, Tag.SIGN)
    after = _following_unit(draft)
    named = after is not None and after[1].kind == "money" and not after[1].is_sign
    return first, after[0] if after and named else draft.number_last, unit


def _weight_after(draft: NumberDraft) -> tuple[int, str] | None:
    """The unit of weight that a name of money means there: "60 pounds of rice", "weighing 60 pounds"."""
    after = _following_unit(draft)
    if after is None or draft.scale >= _LEAST_LARGE_SCALE:
        return None
    sentence = draft.sentence
    weight = sentence.language.weights.get(sentence.words(draft.number_last, after[0]).lstrip("-"))
    if weight is None:
        return None
    first = draft.number_first - sentence.before(draft.number_first, Tag.QUALIFIER)
    is_weight = sentence.phrase(after[0], Tag.LINK) or sentence.before(first, Tag.WEIGHING)
    return (after[0], weight) if is_weight else None


def _money_name_before(draft: NumberDraft) -> tuple[int, str] | None:
    """Money whose name comes before digits that count nothing else: "ringgit 42 million"."""
    sentence, i = draft.sentence, draft.number_first
    size = 0 if draft.number.in_words else sentence.before(i, Tag.MONEY_NAME)
    if not size or not _ends_there(draft) or _is_year(draft.number):  # "Euro 2016" is an event
        return None
    first = i - size
    if first > sentence.first and (sentence.kinds[first - 1] & DIGITS or sentence.is_mark(first - 1, ".,")):
        return None
    return first, sentence.value_before(i, Tag.MONEY_NAME)


def _is_year(number: PrintedNumber) -> bool:
    is_bare = number.scale == 1 and number.end - number.start == len("2016")
    return is_bare and number.is_whole and _FIRST_YEAR_OF_EVENT <= number.value <= _LAST_YEAR_OF_EVENT


def _ends_there(draft: NumberDraft, last: int | None = None, *, may_go_on: bool = True) -> bool:
    """Whether no noun follows that a number may count; where the sentence may not go on, no word at all."""
    sentence, i = draft.sentence, draft.number_last if last is None else last
    if may_go_on and sentence.is_word(i):
        return bool(sentence.phrase(i, Tag.NOUN_END))
    return i >= sentence.last or bool(sentence.kinds[i] & LINE) or sentence.is_mark(i, ".,;:!?)")


def _measure_before(draft: NumberDraft) -> tuple[int, str] | None:
    sentence = draft.sentence
    qualifier = sentence.before(draft.number_first, Tag.QUALIFIER)
    size = sentence.before(draft.number_first - qualifier, Tag.MEASURE_BEFORE)
    first = draft.number_first if qualifier else draft.number_first - size
    return (first, sentence.value_before(draft.number_first - qualifier, Tag.MEASURE_BEFORE)) if size else None


def _percent_before(draft: NumberDraft) -> int | None:
    sentence, i = draft.sentence, draft.number_first
    size = sentence.before(i, Tag.PERCENT_BEFORE)
    first = i - size
    opens = first == sentence.first or sentence.kinds[first] & LINE or sentence.is_mark(first - 1, _OPENS_AFTER)
    return size if size and opens else None


UNIT = Step(
    "unit",
    (
        Rule(
            "measure within the number",
            lambda draft: draft.number.unit,
            lambda _, unit: {"kind": "measure", "unit": unit},
            examples=(Example("vi", "Cô cao 1m68.", {"value": Decimal("1.68"), "unit": "m"}),),
        ),
        Rule(
            "sign of money before the number",
            _sign_before,
            lambda draft, found: {
                "first": found[0],
                "last": found[1],
                "kind": "money",
                "unit": found[2].symbol,
                **_multiplied(draft, found[2].times),
            },
            needs=Tag.SIGN,
            examples=(Example("en", "The repair costs $20.", {"value": 20, "unit": "USD", "text": "$20"}),),
            counter_examples=(Example("en", "The hall has 20 seats in five rows."),),
        ),
        Rule(
            "weight named like money",
            _weight_after,
            lambda _, found: {"last": found[0], "kind": "measure", "unit": found[1]},
            needs=Tag.UNIT,
            examples=(Example("en", "They loaded 60 pounds of rice.", {"kind": "measure", "unit": "lb"}),),
            counter_examples=(Example("en", "They paid 60 pounds for it."),),
        ),
        Rule(
            "unit after the number",
            _following_unit,
            _of_unit,
            needs=Tag.UNIT,
            examples=(
                Example("vi", "Con đường dài 12 km.", {"kind": "measure", "unit": "km"}),
                Example("en", "The talks took 3 days.", {"kind": "duration", "unit": "day"}),
            ),
            counter_examples=(Example("en", "He won 3 grand slams in tennis."),),
        ),
        Rule(
            "name of money before the number",
            _money_name_before,
            lambda _, found: {"first": found[0], "kind": "money", "unit": found[1]},
            needs=Tag.MONEY_NAME,
            examples=(Example("en", "The damage is put at ringgit 42 million.", {"kind": "money", "unit": "MYR"}),),
            counter_examples=(Example("en", "The fund in dollars 42 members paid for is empty."),),
        ),
        Rule(
            "measure before the number",
            _measure_before,
            lambda _, found: {"first": found[0], "kind": "measure", "unit": found[1]},
            needs=Tag.MEASURE_BEFORE,
            examples=(
                Example("en", "A magnitude 6.1 earthquake hit the coast.", {"kind": "measure", "unit": "M"}),
                Example("vi", "Trận động đất có độ lớn khoảng 5,7.", {"value": Decimal("5.7"), "qualifier": "about"}),
            ),
        ),
        Rule(
            "percentage named at the start of a line",
            _percent_before,
            lambda draft, size: {"first": draft.number_first - size, "kind": "percent", "unit": "%"},
            needs=Tag.PERCENT_BEFORE,
            examples=(Example("en", "Per cent of 22 was the share of voters.", {"kind": "percent"}),),
        ),
    ),
)


def number_with_unit(sentence: Sentence, number: PrintedNumber) -> NumberDraft:
    """Another number of a sentence, with its unit."""
    draft = NumberDraft(sentence, number)
    apply((UNIT,), draft)
    return draft


# ------------------------------------------------------------------------------------- what adds to it


def _half_after(draft: NumberDraft) -> int | None:
    """The end of half of a unit ("ba tháng rưỡi"); a number with a scale word is not meant so precisely."""
    if draft.kind == "count" or draft.is_sign:
        return None
    size = draft.sentence.phrase(draft.last, Tag.HALF)
    return draft.last + size if size else None


def _half_added(draft: NumberDraft, last: int) -> Fields:
    return {"last": last, "value": draft.value + Decimal("0.5")} if draft.scale == 1 and draft.is_whole else {}


def _scale_after_sign(draft: NumberDraft) -> tuple[int, Decimal, int] | None:
    """The scale word after a currency ("75 USD million")."""
    if not draft.is_sign or draft.scale != 1:
        return None
    sentence = draft.sentence
    found = scaled(sentence.folded, draft.end, draft.value, sentence.numbers.words)
    if found is None or found.scale < _LEAST_LARGE_SCALE:
        return None
    return sentence.tokens.after(found.end), found.value, found.scale


def _unit_of_next(draft: NumberDraft) -> NumberDraft | None:
    """The next amount, which shares its unit and scale with this number: "từ 4,8 lên 5,3%"."""
    sentence = draft.sentence
    link = sentence.phrase(draft.last, Tag.STEP)
    number = draft.number_at(draft.last + link) if link else None
    other = number_with_unit(sentence, number) if number else None
    return other if other and other.kind in _SHARED_UNITS and other.first == other.number_first else None


def _shared(draft: NumberDraft, other: NumberDraft) -> Fields:
    fields = {"kind": other.kind, "unit": other.unit}
    if draft.scale == 1 and other.scale > 1:
        return {**fields, "value": draft.value * other.scale, "scale": other.scale}
    return fields


def _joined_number(draft: NumberDraft) -> tuple[int, PrintedNumber] | None:
    """The number of a smaller unit after an amount, and with how many joining words: "2 đô la và 23 xen"."""
    sentence = draft.sentence
    size = sentence.phrase(draft.last, Tag.JOINT)
    i = draft.last + size
    if i >= sentence.last or sentence.kinds[i] & LINE or not sentence.kinds[i] & SPACED:
        return None
    number = draft.number_at(i) if sentence.kinds[i] & (WORD | DIGITS) else None
    return (size, number) if number and draft.upper is None else None


def _hundredths_after(draft: NumberDraft) -> tuple[int, Decimal] | None:
    """The hundredth parts of money after it ("2 đô la và 23 xen", "20 rupees 43")."""
    if draft.scale >= _LEAST_LARGE_SCALE or not draft.is_whole:
        return None
    joined = _joined_number(draft)
    if joined is None or not 0 < joined[1].value < _HUNDREDTHS or not joined[1].is_whole:
        return None
    size, parts = joined
    last = draft.sentence.tokens.after(parts.end)
    name = draft.sentence.phrase(last, Tag.PART)
    if not name and not _ends_there(draft, last, may_go_on=not size):
        return None
    return last + name, parts.value


def _one_before(draft: NumberDraft) -> tuple[int, str] | None:
    """The one whole of money before its hundredth parts: "a dollar and 42 cents"."""
    language, sentence = draft.sentence.language, draft.sentence
    is_part = draft.unit in language.currency_parts.values()
    if not is_part or not 0 < draft.value < _HUNDREDTHS or draft.upper is not None:
        return None
    end = draft.first - sentence.before(draft.first, Tag.JOINT)
    size = sentence.before(end, Tag.MONEY_NAME)
    article = sentence.before(end - size, Tag.ARTICLE) if size else 0
    return (end - size - article, sentence.value_before(end, Tag.MONEY_NAME)) if article else None


def _smaller_unit_after(draft: NumberDraft) -> NumberDraft | None:
    """A time in a smaller unit that adds to one in a larger: "12 năm 6 tháng"."""
    joined = _joined_number(draft)
    other = number_with_unit(draft.sentence, joined[1]) if joined else None
    if other is None or other.kind != "duration":
        return None
    share = _OF_LARGER.get((str(draft.unit), str(other.unit)))
    return other if share and 0 < other.value < share else None


def _range_end(draft: NumberDraft) -> tuple[NumberDraft, Decimal] | None:
    """The upper end of a range after an amount of the same unit ("5% đến 7%"), and the value of its lower end."""
    if draft.kind == "count" or draft.upper is not None:
        return None
    sentence = draft.sentence
    position = sentence.numbers.range_link(sentence.folded, draft.start, draft.end)
    if position is None or position >= sentence.span[1]:
        return None
    i = sentence.tokens.at(position)
    i += sentence.phrase(i, Tag.SIGN)
    number = draft.number_at(i)
    other = number_with_unit(sentence, number) if number else None
    if other is None or (other.kind, other.unit) != (draft.kind, draft.unit):
        return None
    value = draft.value * other.scale if draft.scale == 1 and draft.value < other.value / other.scale else draft.value
    return (other, value) if value < other.value else None


def _minus_before(draft: NumberDraft) -> int | None:
    sentence, i = draft.sentence, draft.first - 1
    if draft.kind not in draft.may_be_negative or sentence.kinds[i + 1] & SPACED or not sentence.is_mark(i, "-−"):
        return None
    is_free = (
        i == 0
        or sentence.kinds[i] & (SPACED | LINE)
        or not (sentence.kinds[i - 1] & (WORD | DIGITS) or sentence.is_mark(i - 1, ")"))
    )
    return i if is_free else None


ADDED = Step(
    "what adds to it",
    (
        Rule(
            "half of the unit",
            _half_after,
            _half_added,
            needs=Tag.HALF,
            examples=(Example("vi", "Cuộc họp kéo dài ba tháng rưỡi.", {"value": Decimal("3.5"), "unit": "month"}),),
        ),
        Rule(
            "scale after the currency",
            _scale_after_sign,
            lambda _, found: {"last": found[0], "value": found[1], "scale": found[2]},
            examples=(Example("vi", "Dự án trị giá 75 USD triệu.", {"value": 75_000_000, "unit": "USD"}),),
        ),
        Rule(
            "unit of the next amount",
            _unit_of_next,
            _shared,
            kinds=("count",),
            needs=Tag.STEP,
            examples=(Example("vi", "Bội chi tăng từ 4,8 lên 5,3%.", {"text": "4,8", "kind": "percent"}),),
        ),
        Rule(
            "hundredth parts of money",
            _hundredths_after,
            lambda draft, found: {"last": found[0], "value": draft.value + found[1] / _HUNDREDTHS},
            kinds=("money",),
            examples=(Example("en", "It costs 3 dollars and 50 cents.", {"value": Decimal("3.5"), "unit": "USD"}),),
            counter_examples=(Example("en", "It costs 3 dollars and 50 people bought it."),),
        ),
        Rule(
            "one whole before hundredth parts",
            _one_before,
            lambda draft, found: {"first": found[0], "value": 1 + draft.value / _HUNDREDTHS, "unit": found[1]},
            kinds=("money",),
            needs=Tag.MONEY_NAME,
            examples=(Example("en", "It costs a dollar and 42 cents.", {"value": Decimal("1.42"), "unit": "USD"}),),
        ),
        Rule(
            "time in a smaller unit",
            _smaller_unit_after,
            lambda draft, other: {
                "last": other.last,
                "unit": other.unit,
                "value": draft.value * _OF_LARGER[str(draft.unit), str(other.unit)] + other.value,
            },
            kinds=("duration",),
            examples=(Example("vi", "Bị cáo lĩnh 12 năm 6 tháng tù.", {"value": 150, "unit": "month"}),),
        ),
        Rule(
            "range of amounts",
            _range_end,
            lambda _, found: {"last": found[0].last, "value": found[1], "upper": found[0].value},
            examples=(Example("vi", "Giá tăng 5% đến 7% mỗi năm.", {"low": 5, "high": 7, "kind": "percent"}),),
        ),
        Rule(
            "minus sign",
            _minus_before,
            lambda draft, i: {"first": i, "value": -draft.value},
            examples=(Example("en", "It was -5 °C in the valley.", {"value": -5, "unit": "°C"}),),
            counter_examples=(Example("en", "The range is 3-5 °C in the valley."),),
        ),
    ),
    is_of_all=True,
)
