"""The speaker of a figure."""

from __future__ import annotations

from newsdedup.figures.read.draft import NumberDraft
from newsdedup.figures.read.engine import Example, Rule, Step
from newsdedup.text.tags import Tag


def _speaker_of(draft: NumberDraft) -> str | None:
    return draft.reading.speaker(draft.sentence_index, draft.first)


SPEAKER = Step(
    "speaker",
    (
        Rule(
            "speaker",
            _speaker_of,
            lambda _, speaker: {"speaker": speaker},
            needs=Tag.SAYING | Tag.ACCORDING,
            examples=(
                Example("en", "Police said 20 people came.", {"value": 20, "speaker": "Police"}),
                Example("vi", "Theo ông Nam, có 20 hộ mất nhà.", {"value": 20, "speaker": "ông Nam"}),
            ),
        ),
    ),
)
