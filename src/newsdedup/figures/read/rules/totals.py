"""Totals, increments, corrections and places in a count: what a number of people says of a count of all."""

from __future__ import annotations

from newsdedup.figures.read.draft import NumberDraft
from newsdedup.figures.read.engine import Example, Fields, Rule, Step
from newsdedup.figures.read.nouns import Noun, noun_of
from newsdedup.languages import Role
from newsdedup.text.tagged import DIGITS
from newsdedup.text.tags import Tag

_MOST_TOTAL_WORDS = 8  # words between a total and its number


def _total_toll(draft: NumberDraft) -> Fields | None:
    """The total that a number brings up to date: "bringing the death toll to three", "nâng tổng số lên 12"."""
    sentence, first = draft.sentence, draft.first
    link = sentence.before(first, Tag.STEP_END) or sentence.before(first, Tag.LEVEL) or sentence.before(first, Tag.STEP)
    if not link:
        return None
    end = first - link
    end -= sentence.is_mark(end - 1, ";,")  # "misstated the number of dead; it is 9"
    start = end
    while start > max(sentence.first, end - _MOST_TOTAL_WORDS) and not sentence.ends_clause(start - 1):
        start -= 1
    total = next(sentence.starting(Tag.TOLL | Tag.TOTAL, start, end), None)
    if total is None:
        return None
    named = next(sentence.starting(Tag.ROLE_NOUN | Tag.CUE, total, end), None)
    if named is not None:
        tag = Tag.ROLE_NOUN if sentence.phrase(named, Tag.ROLE_NOUN) else Tag.CUE
        return {
            "noun": noun_of(sentence, named, named + sentence.phrase(named, tag)),
            "role": sentence.tokens.value(named, tag),
        }
    role = _role_counted_before(draft)
    if role is None:
        return None
    return {"noun": draft.noun_after or (draft.before.noun if draft.before else draft.noun), "role": role}


def _right_or_replaced(draft: NumberDraft) -> Fields | None:
    """What the right number of a correction counts, or the number that it replaces: "the correct number is 9"."""
    sentence = draft.sentence
    is_replaced = sentence.before(draft.first, Tag.CONTRAST) and draft.before_in_sentence is not None
    role = _role_counted_before(draft) if is_replaced or sentence.before(draft.first, Tag.CORRECTED) else None
    if role is None or draft.before is None:
        return None
    own = draft.noun_after
    may_be_same = (
        own is None or sentence.phrase(own.first, Tag.COUNTER) or own.folded == getattr(draft.before.noun, "folded", "")
    )
    return {"noun": own or draft.before.noun, "role": role} if may_be_same else None


def _role_counted_before(draft: NumberDraft) -> Role | None:
    """The role of the people counted last before a number."""
    if draft.before is not None and draft.before.role is not None:
        return draft.before.role
    for index in (draft.sentence_index, draft.sentence_index - 1):
        counts = draft.reading.said(index).counts if index >= 0 else ()
        if counts:
            return counts[-1].role
    return None


TOTAL = Step(
    "total",
    (
        Rule(
            "total brought up to date",
            _total_toll,
            lambda _, fields: fields,
            kinds=("count",),
            needs=Tag.TOTAL | Tag.TOLL,
            examples=(
                Example("en", "Five more deaths were recorded, taking the total to 48.", {"value": 48, "role": "dead"}),
            ),
        ),
        Rule(
            "right or replaced number",
            _right_or_replaced,
            lambda _, fields: fields,
            kinds=("count",),
            needs=Tag.CONTRAST | Tag.CORRECTED,
            examples=(
                Example("en", "We wrongly reported 12 deaths. The correct number is 9.", {"value": 9, "role": "dead"}),
                Example("vi", "Số người chết là 9, không phải 12.", {"value": 12, "role": "dead"}),
            ),
            counter_examples=(Example("en", "Nine people died. The correct number is 9 votes."),),
        ),
    ),
)


def _added(draft: NumberDraft) -> bool | None:
    """Whether a number is added to a count: "thêm 2 người", "another two people", "three more"."""
    sentence = draft.sentence
    ends = {draft.last, draft.noun_end}
    ends.add(draft.last + sentence.phrase(draft.last, Tag.ROLE_NOUN))  # "deux morts supplémentaires"
    before = sentence.before(draft.first, Tag.MORE_BEFORE) or sentence.before(draft.number_first, Tag.MORE_BEFORE)
    return True if before or any(sentence.phrase(end, Tag.MORE_AFTER) for end in ends) else None


ADDED_PEOPLE = Step(
    "increment",
    (
        Rule(
            "added to a count",
            _added,
            lambda *_: {"change": "up"},
            kinds=("count",),
            needs=Tag.MORE_BEFORE | Tag.MORE_AFTER,
            examples=(
                Example("vi", "Thêm 2 người tử vong do lũ.", {"value": 2, "change": "up"}),
                Example("en", "Three more suspects were arrested.", {"value": 3, "change": "up", "role": "arrested"}),
            ),
            counter_examples=(Example("en", "Three suspects were arrested more than once."),),
        ),
    ),
)


def _place_in_count(draft: NumberDraft) -> Noun | None:
    """Those of whom a number says which one they are: "nạn nhân thứ 15"."""
    sentence, first = draft.sentence, draft.number_first
    size = sentence.before(first, Tag.NTH_BEFORE)
    end = first - size
    people = sentence.before(end, Tag.ONE) or sentence.before(end, Tag.COUNTER) if size else 0
    return noun_of(sentence, end - people, end) if people else None


NTH = Step(
    "place in a count",
    (
        Rule(
            "which one of a count it is",
            _place_in_count,
            lambda _, noun: {"noun": noun, "qualifier": "at_least", "is_nth": True},
            needs=Tag.NTH_BEFORE,
            examples=(
                Example("vi", "Nạn nhân thứ 15 đã tử vong.", {"value": 15, "qualifier": "at_least", "role": "dead"}),
            ),
        ),
    ),
)


def _is_article(draft: NumberDraft) -> bool | None:
    """A "1" that stands for "a": "trở thành 1 ca sĩ"; a list of several counts counts its ones too."""
    sentence = draft.sentence
    is_one = draft.value == 1 and draft.qualifier == "exact" and not draft.number.in_words
    is_bare = is_one and not draft.is_qualified and draft.role is None
    if not is_bare or draft.noun is None or draft.noun.first != draft.last:
        return None
    others = (
        i for i in range(sentence.first, sentence.last) if sentence.kinds[i] & DIGITS or sentence.has(i, Tag.NUMERAL)
    )
    return True if all(draft.number_first <= i < draft.number_last for i in others) else None


ONLY_GRAVEST = Step(
    "role of a place in a count",
    (
        Rule(
            "one that is an article",
            _is_article,
            lambda *_: {"is_aside": True},
            kinds=("count",),
            examples=(Example("vi", "Anh muốn trở thành 1 ca sĩ."),),
            counter_examples=(
                Example("vi", "Họ thu 1 khẩu súng và 5 viên đạn."),
                Example("vi", "Lũ làm 1 người chết."),
            ),
        ),
        Rule(
            "place in a count that says nothing of how many have the role",
            lambda draft: True if draft.is_nth and not (draft.role and draft.role.outweighs) else None,
            lambda *_: {"is_aside": True},
            examples=(Example("vi", "Ông là người thứ 2 bay vào vũ trụ."),),
        ),
    ),
)
