"""The date that a figure is for: "as of Tuesday", "by August 10", "vào cuối năm 2017"."""

from __future__ import annotations

from newsdedup.figures.read.draft import NumberDraft
from newsdedup.figures.read.engine import Example, Rule, Step
from newsdedup.text.tagged import DIGITS
from newsdedup.text.tags import Tag


def _date_after(draft: NumberDraft) -> str | None:
    """The date right after the number, or in a bracket there: "5,98% vào cuối năm 2017"."""
    if draft.kind == "duration":
        return None
    sentence = draft.sentence
    for first, _, date in draft.dates():
        if first >= draft.last:
            linked = draft.last + sentence.phrase(draft.last, Tag.DATE_LINK)
            return date.value if first in (draft.last, linked) else None
    return None


def _counted_until(draft: NumberDraft) -> str | None:
    """The last "up to" date before the number in its sentence."""
    if draft.kind == "duration":
        return None
    found = [date.moment for first, _, date in draft.dates() if date.role == "as_of" and first < draft.first]
    return found[-1] if found else None


def _counted_until_after(draft: NumberDraft) -> str | None:
    """An "up to" date after the number in its clause: "had killed 6,301 people by August 10"."""
    if draft.kind == "duration":
        return None
    sentence, following = draft.sentence, draft.last
    for first, _, date in draft.dates():
        if first >= following and date.role == "as_of":
            between = range(following, first)
            is_near = not any(sentence.kinds[i] & DIGITS or sentence.is_mark(i, ".;:!?") for i in between)
            return date.moment if is_near else None
    return None


AS_OF = Step(
    "as of",
    (
        Rule(
            "date right after the number",
            _date_after,
            lambda _, day: {"as_of": day},
            examples=(
                Example("vi", "Tỷ lệ hộ nghèo là 5,98% vào cuối năm 2017.", {"kind": "percent", "as_of": "2017-12"}),
            ),
        ),
        Rule(
            "counted up to a date after it",
            _counted_until_after,
            lambda _, day: {"as_of": day},
            examples=(
                Example(
                    "en",
                    "The quake had killed 6,301 people by August 10, 2026.",
                    {"value": 6301, "as_of": "2026-08-10"},
                    published="2026-08-18",
                ),
            ),
        ),
        Rule(
            "counted up to a date before it",
            _counted_until,
            lambda _, day: {"as_of": day},
            examples=(Example("vi", "Đến ngày 25/7/2025, có 20 hộ mất nhà.", {"value": 20, "as_of": "2025-07-25"}),),
        ),
    ),
)
