"""Which event a figure is of, and whether it has happened: planned, background, or actual; and what is a step."""

from __future__ import annotations

from newsdedup.figures.read.draft import NumberDraft
from newsdedup.figures.read.engine import Example, Rule, Step
from newsdedup.figures.read.rules.counted import KINDS_OF_TIME
from newsdedup.text.tags import Tag

_PEOPLE_OR_INCIDENTS = Tag.MANY | Tag.ONE | Tag.COUNTER | Tag.INCIDENTS


def _planned(draft: NumberDraft) -> bool | None:
    """Whether a cue of what is to come precedes a figure, and no cue of what has happened comes between."""
    sentence, first = draft.sentence, draft.first
    for i in range(first - 1, sentence.first - 1, -1):
        if sentence.is_mark(i, ";:") or (sentence.phrase(i, Tag.PAST) and i + sentence.phrase(i, Tag.PAST) <= first):
            return None
        if (size := sentence.phrase(i, Tag.PLANNED)) and i + size <= first:
            return True
    return None


def _denied(draft: NumberDraft) -> bool | None:
    """Whether somebody says that a figure is not true: "denied reports that four people had been killed"."""
    sentence = draft.sentence
    denials = [i + sentence.phrase(i, Tag.DENIES) for i in sentence.starting(Tag.DENIES, sentence.first, draft.first)]
    if not denials or denials[-1] > draft.first:
        return None
    between = range(denials[-1] + sentence.phrase(denials[-1], Tag.SAYING), draft.first)  # "denied reports that"
    ends = any(sentence.is_mark(i, ";:") or sentence.phrase(i, Tag.SAYING) for i in between)
    return None if ends else True


def _denied_after(draft: NumberDraft) -> bool | None:
    """Whether words after a figure say that it is not true: "reports of 40 dead are false"."""
    sentence = draft.sentence
    i = next(sentence.starting(Tag.DENIED_AFTER, draft.last, sentence.last), None)
    if i is None or any(sentence.is_mark(j, ".;:") or sentence.phrase(j, Tag.SAYING) for j in range(draft.last, i)):
        return None
    return True


def _contrasted(draft: NumberDraft) -> bool | None:
    """Whether another figure replaces one: "nine people, not twelve"."""
    before = draft.before_in_sentence
    if before is None or not draft.sentence.before(draft.first, Tag.CONTRAST):
        return None
    return True if before.kind == draft.kind and before.role == draft.role is not None else None


def _corrected(draft: NumberDraft) -> bool | None:
    """Whether a correction replaces a figure: it comes before the right one, in quotes, or after "wrongly reported"."""
    sentence = draft.sentence
    wrong = list(sentence.starting(Tag.MISREPORTED, sentence.first, draft.first))
    if wrong and not any(
        sentence.is_mark(i, ";") or sentence.phrase(i, Tag.CORRECTED) for i in range(wrong[-1], draft.first)
    ):
        return True
    right = [
        i for i in sentence.starting(Tag.CORRECTED, sentence.first, sentence.last) if sentence.phrase(i, Tag.CORRECTED)
    ]
    return True if right and draft.first < right[-1] else None


def _planned_after(draft: NumberDraft) -> bool | None:
    """Whether the verb after a number and its noun is to come: "300 homes will be built", "5,000 are expected"."""
    sentence = draft.sentence
    i = verb = draft.noun_end
    if sentence.phrase(i, Tag.FUTURE):
        return True
    while size := max(sentence.phrase(i, tag) for tag in (Tag.PASSIVE, Tag.COPULA, Tag.VERB_OF_MANY, Tag.ADVERB)):
        i += size
    return True if i > verb and sentence.phrase(i, Tag.PLANNED) else None


def _background(draft: NumberDraft) -> bool | None:
    """Whether a figure of people, or of what happened, belongs to other events; of people without a role, surely."""
    role = draft.role
    if not (role.evolves if role is not None else _counts_people(draft)):
        return None
    anchor = draft.reading.background(draft.sentence_index, draft.first)
    return True if anchor is not None and not (role is None and anchor.is_carried) else None


def _counts_people(draft: NumberDraft) -> bool:
    """Whether a count is of people or of incidents."""
    noun, sentence = draft.noun, draft.sentence
    if draft.kind != "count" or noun is None:
        return False
    return any(sentence.has(i, _PEOPLE_OR_INCIDENTS) for i in range(noun.first, noun.last))


def _change(draft: NumberDraft) -> str | None:
    return None if draft.kind in KINDS_OF_TIME else draft.change_before()


EVENT = Step(
    "event",
    (
        Rule(
            "figure that is denied",
            _denied,
            lambda *_: {"modality": "denied"},
            needs=Tag.DENIES,
            examples=(
                Example(
                    "en", "Police denied reports that 40 people had been killed.", {"value": 40, "modality": "denied"}
                ),
            ),
            counter_examples=(Example("en", "Police denied it and said 40 people had been killed."),),
        ),
        Rule(
            "figure that is said to be false",
            _denied_after,
            lambda *_: {"modality": "denied"},
            needs=Tag.DENIED_AFTER,
            examples=(
                Example("en", "Reports of 40 dead are false.", {"value": 40, "modality": "denied"}),
                Example("vi", "Tin nói 40 người chết là sai sự thật.", {"value": 40, "modality": "denied"}),
            ),
            counter_examples=(Example("en", "There are 40 dead, and what he said is false."),),
        ),
        Rule(
            "figure that another replaces",
            _contrasted,
            lambda *_: {"modality": "corrected"},
            needs=Tag.CONTRAST,
            examples=(
                Example("en", "Nine people died, not 12 as first reported.", {"value": 12, "modality": "corrected"}),
                Example("vi", "Số người chết là 9, không phải 12.", {"value": 12, "modality": "corrected"}),
            ),
            counter_examples=(Example("en", "Nine people died, and not one survived."),),
        ),
        Rule(
            "figure that a correction replaces",
            _corrected,
            lambda *_: {"modality": "corrected"},
            needs=Tag.CORRECTION,
            examples=(
                Example(
                    "vi",
                    "Đính chính: bài 'Cháy nhà làm 4 người chết' ghi sai, con số đúng là 3 người chết.",
                    {"value": 4, "modality": "corrected"},
                ),
                Example("en", "We wrongly reported that 12 people died.", {"value": 12, "modality": "corrected"}),
            ),
        ),
        Rule(
            "what is to come",
            _planned,
            lambda *_: {"modality": "planned"},
            needs=Tag.PLANNED,
            examples=(Example("en", "The city will build 300 homes.", {"value": 300, "modality": "planned"}),),
        ),
        Rule(
            "what is to come, said after it",
            _planned_after,
            lambda *_: {"modality": "planned"},
            needs=Tag.FUTURE | Tag.PLANNED,
            examples=(
                Example("en", "The plan says that 300 homes will be built.", {"value": 300, "modality": "planned"}),
                Example("fr", "Quelque 5 000 coureurs sont attendus.", {"value": 5000, "modality": "planned"}),
            ),
            counter_examples=(Example("en", "At least 20 guests planned the trip."),),
        ),
        Rule(
            "other events",
            _background,
            lambda *_: {"modality": "background"},
            examples=(
                Example(
                    "en",
                    "Two people were killed in the blast. Nine people were killed there a year ago.",
                    {"value": 9, "modality": "background"},
                ),
                Example(
                    "vi",
                    "Hai người chết trong vụ nổ. Năm ngoái, lũ làm 9 người chết.",
                    {"value": 9, "modality": "background"},
                ),
            ),
            counter_examples=(Example("en", "Two people were killed in the blast a day ago."),),
        ),
    ),
)

CHANGE = Step(
    "change",
    (
        Rule(
            "step up or down",
            _change,
            lambda _, change: {"change": change},
            needs=Tag.CHANGE,
            examples=(Example("vi", "Tỷ lệ hộ nghèo giảm 2,38%.", {"change": "down"}),),
        ),
    ),
)
