"""Claims of numbers: each number of a page goes through the steps of reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.read.draft import NumberDraft
from newsdedup.figures.read.engine import Step, apply
from newsdedup.figures.read.page_reading import PageReading


def drafts_of(reading: PageReading, steps: Sequence[Step]) -> Iterator[NumberDraft]:
    """The numbers of a page that are figures, in order."""
    done, before = 0, None
    for number in reading.page.numbers:
        if number.start < done:
            continue
        index = reading.index_at(number.start)
        draft = NumberDraft(reading.sentence(index), number)
        draft.reading, draft.sentence_index, draft.before = reading, index, before
        if apply(steps, draft):
            before, done = draft, draft.end
            yield draft
        else:
            done = max(number.end, draft.end) if draft.is_span else number.end


def claim_of(draft: NumberDraft) -> FigureClaim:
    """The claim that a draft has become."""
    return draft.reading.claim(
        draft.start,
        draft.end,
        draft.sentence.span,
        **draft.interval_fields(),
        noun=draft.noun.printed if draft.noun else None,
        role=draft.role.name if draft.role else None,
        scope=draft.scope,
        near=draft.near,
        modality=draft.modality,
        change=draft.change,
        as_of=draft.as_of,
        speaker=draft.speaker,
        part_of=draft.part_of,
        is_open=draft.is_open,
    )
