"""Qualifiers of a number: "more than", "or more", a verb such as "topped"."""

from __future__ import annotations

from newsdedup.figures.read.draft import NumberDraft
from newsdedup.figures.read.engine import Example, Rule, Step
from newsdedup.text.tagged import DIGITS, LINE, WORD
from newsdedup.text.tags import Tag


def _before(draft: NumberDraft) -> int | None:
    sentence = draft.sentence
    size = sentence.before(draft.first, Tag.QUALIFIER)
    if not size:
        return None
    first = draft.first - size
    if first > sentence.first and sentence.kinds[first - 1] & DIGITS:  # "138 trên 183" is a rank among 183
        return None
    if _is_preposition(draft, first):
        return None
    if first > sentence.first and not sentence.kinds[first] & WORD and sentence.is_mark(first - 1, "<>="):
        return None
    return first


def _is_preposition(draft: NumberDraft, first: int) -> bool:
    """Whether the words before a number are no qualifier: "dựa trên 5 tiêu chí", "rơi xuống gần 1 trường học"."""
    sentence = draft.sentence
    if sentence.before(draft.first, Tag.NOT_QUALIFIER):
        return True
    is_near = sentence.phrase(first, Tag.NEAR) and sentence.has(draft.last, Tag.BUILDING)
    return bool(is_near and sentence.before(first, Tag.MOTION))


def qualifier_end(draft: NumberDraft, i: int) -> int:
    """The end of the qualifier that begins with a token and does not belong to a number after it; 0 without one."""
    sentence = draft.sentence
    size = sentence.phrase(i, Tag.QUALIFIER_AFTER)
    if not size:
        return 0
    end = i + size
    for following in (end, end + 1) if sentence.is_word(end) else (end,):
        is_digits = following < sentence.last and sentence.kinds[following] & (DIGITS | LINE) == DIGITS
        if is_digits or sentence.is_mark(following, "<>"):
            return 0
    return end


def _after(draft: NumberDraft) -> int | None:
    """The qualifier right after an amount, or after its noun: "10.000 người trở lên"."""
    if draft.qualifier not in ("exact", "about") or draft.number.qualifier:
        return None
    return next((i for i in (draft.last, draft.noun_end) if qualifier_end(draft, i)), None)


QUALIFIER = Step(
    "qualifier",
    (
        Rule(
            "what the number itself says",
            lambda draft: draft.number.qualifier,
            lambda _, qualifier: {"qualifier": qualifier},
            examples=(Example("en", "Dozens of people were hurt.", {"low": 24, "qualifier": "at_least"}),),
        ),
        Rule(
            "qualifier before the number",
            _before,
            lambda draft, first: {
                "first": first,
                "is_qualified": True,
                "qualifier": draft.number.qualifier or draft.sentence.value_before(draft.first, Tag.QUALIFIER),
            },
            needs=Tag.QUALIFIER,
            examples=(
                Example("vi", "Hơn 20 hộ dân mất nhà.", {"value": 20, "qualifier": "more_than"}),
                Example("en", "Damage topped $3 billion.", {"value": 3_000_000_000, "qualifier": "more_than"}),
            ),
            counter_examples=(
                Example("vi", "Việt Nam xếp thứ 138 trên 183 nước."),
                Example("vi", "Bom rơi xuống gần 1 trường học."),
            ),
        ),
        Rule(
            "range of two numbers",
            lambda draft: draft.upper,
            lambda *_: {"qualifier": "range"},
            examples=(Example("en", "Between 10 and 20 people came.", {"low": 10, "high": 20, "qualifier": "range"}),),
        ),
    ),
    is_of_all=True,
)

QUALIFIER_AFTER = Step(
    "qualifier after it",
    (
        Rule(
            "qualifier after the number or its noun",
            _after,
            lambda draft, first: {"qualifier": draft.sentence.tokens.value(first, Tag.QUALIFIER_AFTER)},
            needs=Tag.QUALIFIER_AFTER,
            examples=(Example("vi", "Có 20 người trở lên.", {"value": 20, "qualifier": "at_least"}),),
        ),
    ),
)
