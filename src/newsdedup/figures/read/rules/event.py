"""Which event a figure is of, and whether it has happened: planned, background, or actual; and what is a step."""

from __future__ import annotations

from newsdedup.figures.read.draft import NumberDraft
from newsdedup.figures.read.engine import Example, Rule, Step
from newsdedup.figures.read.rules.counted import KINDS_OF_TIME
from newsdedup.figures.read.sentence import Sentence
from newsdedup.text.tags import Tag


def is_planned(sentence: Sentence, first: int) -> bool:
    """Whether a cue of what is to come precedes a token, and no cue of what has happened comes between."""
    if not sentence.tags & Tag.PLANNED:
        return False
    for i in range(first - 1, sentence.first - 1, -1):
        if sentence.is_mark(i, ";:") or (sentence.phrase(i, Tag.PAST) and i + sentence.phrase(i, Tag.PAST) <= first):
            return False
        if (size := sentence.phrase(i, Tag.PLANNED)) and i + size <= first:
            return True
    return False


def _planned(draft: NumberDraft) -> bool | None:
    return True if is_planned(draft.sentence, draft.first) else None


def _background(draft: NumberDraft) -> bool | None:
    role = draft.role
    is_of_others = role is not None and role.evolves and draft.reading.is_background(draft.sentence_index)
    return True if is_of_others else None


def _change(draft: NumberDraft) -> str | None:
    return None if draft.kind in KINDS_OF_TIME else draft.change_before()


EVENT = Step(
    "event",
    (
        Rule(
            "what is to come",
            _planned,
            lambda *_: {"modality": "planned"},
            needs=Tag.PLANNED,
            examples=(Example("en", "The city will build 300 homes.", {"value": 300, "modality": "planned"}),),
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
