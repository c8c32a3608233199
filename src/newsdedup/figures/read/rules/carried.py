"""What a figure takes over from the one before it: a noun, a role, or the list that holds both."""

from __future__ import annotations

from newsdedup.figures.claim import Scope
from newsdedup.figures.read.draft import NumberDraft
from newsdedup.figures.read.engine import Example, Fields, Rule, Step
from newsdedup.figures.read.nouns import Noun, noun_after
from newsdedup.figures.read.rules.measured import part_noun
from newsdedup.figures.read.rules.scope import LISTED, listed_place
from newsdedup.text.tagged import DIGITS, LINE
from newsdedup.text.tags import Tag

_KINDS_OF_STEPS = ("percent", "money", "measure")
_MOST_BETWEEN = 8  # tokens between two amounts that go on with each other


def _counts_something(draft: NumberDraft) -> bool | None:
    return True if draft.kind != "count" or draft.noun is not None or draft.role is not None else None


def _goes_on_with_before(draft: NumberDraft) -> Scope | None:
    """Whether a bare number counts what the one before it counts: "từ 144 lên 157", "8 người chết (Mai Pha: 5)"."""
    before, sentence = draft.before_in_sentence, draft.sentence
    if before is None or before.kind != "count" or before.last > draft.first:
        return None
    if before.noun is None and before.role is None:
        return None
    between = range(before.last, draft.first)
    opens = any(sentence.is_mark(i, "(") for i in between)
    if before.scope.found_by == LISTED or opens:
        place = listed_place(draft)
        is_list = (
            place and sentence.is_mark(draft.first - 1, ":") and not any(sentence.is_mark(i, ").") for i in between)
        )
        return place if is_list else None
    step = sentence.phrase(before.last, Tag.STEP)
    return before.scope if step and before.last + step == draft.first else None


def _ends_or_goes_on(draft: NumberDraft) -> bool:
    """Whether a verb or preposition follows a number, or nothing after a numeral: not a noun that it may count."""
    sentence, i = draft.sentence, draft.last
    if sentence.phrase(i, Tag.LINK) and not sentence.phrase(i, Tag.BACK):
        return False
    if sentence.is_word(i):
        if sentence.has(i, Tag.COPULA | Tag.LEVEL) and not sentence.language.plural_endings:  # "một là …, hai là"
            return False
        return bool(sentence.has(i, Tag.NOUN_END | Tag.ADVERB | Tag.PREPOSITION | Tag.BACK))
    return draft.number.in_words and (i >= sentence.last or sentence.is_mark(i, ".,;!?"))


def _opens_part(draft: NumberDraft) -> bool:
    """Whether "and" or a mark comes before a number, an adverb between: "; seven have", "and only 47 since"."""
    sentence, i = draft.sentence, draft.first
    while size := sentence.before(i, Tag.ADVERB):
        i -= size
    if i == sentence.first:
        return False
    if size := sentence.before(i, Tag.AND):
        return i - size > sentence.first and not sentence.kinds[i - size - 1] & DIGITS  # "bão số 10 và 11"
    return sentence.is_mark(i - 1, ",;:–—")


def _elliptic(draft: NumberDraft) -> Noun | None:
    """What a number without a noun counts, as the one before it: "12 goals this year; seven have come since May"."""
    if draft.number.is_share or not _opens_part(draft) or not _ends_or_goes_on(draft):
        return None
    before, sentence = draft.before_in_sentence, draft.sentence
    if before is not None:
        is_of_list = any(sentence.is_mark(i, "(") for i in range(before.last, draft.first))
        return None if before.kind != "count" or before.last > draft.first or is_of_list else before.noun
    return next(
        (
            noun
            for i in reversed(tuple(sentence.starting(Tag.COUNTED, sentence.first, draft.first)))
            if (noun := noun_after(sentence, i + sentence.phrase(i, Tag.COUNTED)))
            and not sentence.phrase(noun.first, Tag.UNIT)
        ),
        None,
    )


def _as_before(draft: NumberDraft, noun: Noun) -> Fields:
    """The noun; the role too, where no verb of its own follows the number: "12 people died in Hue and five in Vinh"."""
    before, sentence = draft.before, draft.sentence
    is_same = before is not None and before.noun is noun and sentence.phrase(draft.last, Tag.PREPOSITION)
    return {"noun": noun, "role": before.role} if before is not None and is_same else {"noun": noun}


def _same_count(draft: NumberDraft, scope: Scope) -> Fields:
    before = draft.before
    assert before is not None  # the number goes on with it
    return {"noun": before.noun, "role": before.role, "scope": scope}


COUNTED = Step(
    "what it counts",
    (
        Rule(
            "noun, role or unit",
            _counts_something,
            lambda *_: {},
            examples=(Example("en", "They counted 15 trees.", {"value": 15, "noun": "trees"}),),
            counter_examples=(Example("en", "They got 15 of it."),),
        ),
        Rule(
            "goes on with the number before",
            _goes_on_with_before,
            _same_count,
            kinds=("count",),
            examples=(Example("vi", "Đã có 8 người chết (Lạc Hà: 5, Mai Pha: 3).", {"value": 5, "role": "dead"}),),
        ),
        Rule(
            "noun of the count before, left out",
            _elliptic,
            _as_before,
            kinds=("count",),
            examples=(
                Example("en", "He scored 12 goals; seven have come since May.", {"value": 7, "noun": "goals"}),
                Example("en", "She kept one key at home and five in the drawer.", {"value": 5, "noun": "key"}),
            ),
            counter_examples=(Example("en", "He scored 12 goals and met seven friends."),),
        ),
        Rule(
            "nothing",
            lambda _: True,
            lambda *_: {"is_aside": True},
            examples=(Example("en", "They got 15 of it."),),
            counter_examples=(Example("en", "They counted 15 trees."),),
        ),
    ),
)


def _before_bare(draft: NumberDraft) -> NumberDraft | None:
    """The number before one without a noun and a role, in its sentence."""
    return draft.before_in_sentence if draft.noun is None and draft.role is None else None


def _restated(draft: NumberDraft) -> NumberDraft | None:
    """The amount that this one gives in another form: "$12.40, or 0.9 percent"."""
    before, sentence = _before_bare(draft), draft.sentence
    if before is None:
        return None
    i = before.last + sentence.is_mark(before.last, ",")
    size = sentence.phrase(i, Tag.RESTATED)
    return before if size and i + size == draft.first else None


def _same_amount(draft: NumberDraft) -> NumberDraft | None:
    """The amount before a bare percentage, a step or its end, whose noun it shares: "rose by 3% to 45%"."""
    before, sentence = _before_bare(draft), draft.sentence
    if before is None:
        return None
    is_share = draft.kind == before.kind == "percent"
    is_step = draft.change != "level" and {draft.kind, before.kind} <= set(_KINDS_OF_STEPS)
    is_next = (draft.kind, draft.unit) == (before.kind, before.unit) and _are_near(draft, before)
    i = before.last + sentence.is_mark(before.last, ",")
    end = sentence.phrase(i, Tag.STEP_END)
    is_end = before.change != "level" and draft.kind in _KINDS_OF_STEPS and end and i + end == draft.first
    return before if is_share or is_step or is_next or is_end else None


def _are_near(draft: NumberDraft, before: NumberDraft) -> bool:
    """Whether few words and no mark come between two amounts: "90 đồng/kg lên 120 đồng/kg"."""
    sentence, i = draft.sentence, before.last
    if sentence.is_mark(i, "/"):
        i += 2
    between = range(i, draft.first)
    return 0 < len(between) <= _MOST_BETWEEN and not any(
        sentence.is_mark(at, ",;:.") or sentence.kinds[at] & (DIGITS | LINE) for at in between
    )


def _of_what(draft: NumberDraft) -> object:
    """What a share without a noun before it is of: "30% doanh nghiệp"."""
    if draft.noun is not None or draft.change != "level":
        return None
    return part_noun(draft)


def _converted(draft: NumberDraft) -> bool | None:
    """Money in a bracket that converts the amount before it: "$US1 million ($1.52 million)"."""
    before, sentence = draft.before_in_sentence, draft.sentence
    if before is None or draft.unit != before.unit:
        return None
    return True if before.last + 1 == draft.first and sentence.is_mark(before.last, "(") else None


CARRIED = Step(
    "noun of the amount before",
    (
        Rule(
            "conversion in a bracket",
            _converted,
            lambda *_: {"noun": None, "role": None},
            kinds=("money",),
            examples=(
                Example("en", "Damage reached $US1 million ($1.52 million).", {"value": 1_520_000, "noun": None}),
            ),
            counter_examples=(Example("en", "Damage reached $1 million (5 percent)."),),
        ),
        Rule(
            "same amount in another form",
            _restated,
            lambda _, before: {"noun": before.noun, "change": before.change},
            kinds=_KINDS_OF_STEPS,
            needs=Tag.RESTATED,
            examples=(
                Example("en", "Copper fell $31.50, or 0.7 percent, to $4,410.", {"kind": "percent", "noun": "Copper"}),
            ),
        ),
        Rule(
            "next step or share of the same",
            _same_amount,
            lambda _, before: {"noun": before.noun},
            examples=(
                Example("en", "The fund rose 5% this year, after gaining 3% last year.", {"value": 3, "noun": "fund"}),
            ),
        ),
        Rule(
            "share of the noun after it",
            _of_what,
            lambda _, noun: {"noun": noun},
            kinds=("percent",),
            examples=(
                Example("vi", "Hiện Viettel là đơn vị nắm 70% thị phần.", {"kind": "percent", "noun": "thị phần"}),
            ),
        ),
    ),
)
