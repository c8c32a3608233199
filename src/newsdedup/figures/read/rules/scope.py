"""Where a figure holds: a place or level that its sentence names, else the place before, else the article's own."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from newsdedup.figures.claim import OWN_PLACE, SENTENCE_BEFORE, Scope
from newsdedup.figures.read.draft import UNKNOWN_SCOPE, NumberDraft
from newsdedup.figures.read.engine import Example, Fields, Rule, Step
from newsdedup.figures.read.page_reading import PageReading
from newsdedup.figures.read.sentence import Sentence
from newsdedup.text.normal_form import Span
from newsdedup.text.places import LevelMention, levels_in
from newsdedup.text.tagged import CAPITAL, WORD
from newsdedup.text.tags import Tag

EVENT_SCOPE = Scope(level="event", found_by="a fact of the event itself")
LISTED = "listed with its count"
_MOST_LISTED_WORDS = 4
_MOST_WORDS_OF_COUNTING = 2  # between a name and the number that it counted ("báo cáo")


def listed_place(draft: NumberDraft) -> Scope | None:
    """The place of a count in a list of places: "(Cao Bằng 49 người, Lào Cai 45 người)"."""
    sentence, i = draft.sentence, draft.first
    if sentence.is_mark(i - 1, ":"):
        i -= 1
    first = i
    while first > sentence.first and i - first < _MOST_LISTED_WORDS and _is_name_token(sentence, first - 1):
        first -= 1
    if first == i or not sentence.is_mark(first - 1, "(,;:"):
        return None
    return Scope(sentence.printed(first, i), "unknown", LISTED)


def _of_event(draft: NumberDraft) -> Scope | None:
    """The event itself for a toll or the schedule, unless a place is set apart: "riêng Lạc Thuỷ có 5 người chết"."""
    is_of_event = draft.kind == "duration" or (draft.role is not None and (draft.role.schedule or draft.role.evolves))
    if not is_of_event:
        return None
    sentence, page = draft.sentence, draft.reading.page
    for mention in reversed(page.places_within(sentence.span[0], draft.start)):
        i = draft.reading.tokens.at(mention.start)
        if any(sentence.before(end, Tag.APART) for end in (i, i - 1, i - 2)):
            return Scope(mention.name, mention.level, "set apart in the sentence")
    return EVENT_SCOPE


def _of_sentence(draft: NumberDraft) -> Scope:
    """The place or level that the sentence names nearest to the figure, else that of the sentence before."""
    reading, index = draft.reading, draft.sentence_index
    if cue := _nearest_cue(draft):
        return cue[1]
    before = reading.sentence(index - 1).span if index else (0, 0)
    if named := reading.page.places_within(*before):
        return Scope(named[-1].name, named[-1].level, SENTENCE_BEFORE)
    own = reading.page.dateline
    return Scope(own, "unknown", OWN_PLACE) if own else UNKNOWN_SCOPE


def _nearest_cue(draft: NumberDraft) -> tuple[int, Scope] | None:
    """The place or level that the sentence names nearest to the figure, and where."""
    known, index = draft.reading.scopes, draft.sentence_index
    if index not in known:
        known[index] = list(_cues_in(draft.reading, draft.sentence.span))
    return min(known[index], key=lambda cue: _distance(cue[0], draft.start, draft.end), default=None)


def _near(draft: NumberDraft) -> Scope:
    """The place or level nearest to a toll, with the places that "and" joins to it: "in Turkey and Syria"."""
    sentence, cue = draft.sentence, _nearest_cue(draft)
    if cue is None:
        name = name_of_counter(draft)
        return Scope(name, found_by=LISTED) if name else UNKNOWN_SCOPE
    if cue[1].place is None:
        return cue[1]
    first = end = draft.reading.tokens.at(cue[0]) + len(cue[1].place.split())
    while (size := sentence.phrase(end, Tag.AND)) and _is_name_token(sentence, end + size):
        end += size
        while _is_name_token(sentence, end):
            end += 1
    return cue[1] if end == first else evolve(cue[1], place=f"{cue[1].place} {sentence.printed(first, end)}")


def _known(near: Scope) -> Fields:
    return {} if near == UNKNOWN_SCOPE else {"near": near}


def name_of_counter(draft: NumberDraft) -> str | None:
    """The name that begins the clause of a number, a word or two before it: "Lowton counted 12 dead, Millby five"."""
    sentence, end = draft.sentence, draft.first
    for _ in range(_MOST_WORDS_OF_COUNTING):
        if _is_name_token(sentence, end - 1) or not sentence.is_word(end - 1):
            break
        end -= 1
    first = end
    while first > sentence.first and _is_name_token(sentence, first - 1):
        first -= 1
    is_surely_name = first > sentence.first or end - first > 1  # the first word of a sentence has a capital too
    opens = first == sentence.first or sentence.is_mark(first - 1, ",;") or sentence.before(first, Tag.AND | Tag.OPENER)
    return sentence.printed(first, end) if first < end and opens and is_surely_name else None


def _is_name_token(sentence: Sentence, i: int) -> bool:
    return i < sentence.last and sentence.kinds[i] & (WORD | CAPITAL) == WORD | CAPITAL


def _distance(cue: int, start: int, end: int) -> int:
    """Characters between a cue and a figure; a cue after it counts as nearer than one before."""
    return cue - end if cue >= end else 2 * (start - cue)


def _cues_in(reading: PageReading, span: Span) -> Iterator[tuple[int, Scope]]:
    """Where a sentence gives a place or level, and which."""
    page = reading.page
    for level in levels_in(page.text.plain, page.folded, reading.language, page.landmarks, span):
        yield level.start, _scope_of_level(reading, level)
    for place in page.places_within(*span):
        yield place.start, Scope(place.name, place.level, "named in the sentence")


def _scope_of_level(reading: PageReading, mention: LevelMention) -> Scope:
    """Of "the province" without a name: the last named place of that level, else of no known level."""
    if mention.level == "national":
        return Scope(None, "national", mention.words)
    earlier = reading.page.places_within(0, mention.start)
    for known in (mention.level, "unknown"):
        if named := next((one for one in reversed(earlier) if one.level == known), None):
            return Scope(named.name, mention.level, f"{mention.words}: the last place named")
    return Scope(reading.page.dateline, mention.level, mention.words)


SCOPE = Step(
    "scope",
    (
        Rule(
            "place of a list",
            listed_place,
            lambda _, scope: {"scope": scope},
            kinds=("count",),
            examples=(
                Example(
                    "vi",
                    "Lũ làm 94 người chết (Cao Bằng 49 người, Lào Cai 45 người).",
                    {"value": 49, "scope": "Cao Bằng"},
                ),
            ),
            counter_examples=(Example("vi", "Ở Cao Bằng có 49 hộ nghèo."),),
        ),
        Rule(
            "scope of the event",
            _of_event,
            lambda draft, scope: {"scope": scope, **_known(_near(draft))},
            examples=(Example("vi", "Ở tỉnh Mai Pha, lũ làm 20 người chết.", {"value": 20, "scope": "event"}),),
            counter_examples=(Example("vi", "Ở tỉnh Mai Pha có 20 hộ nghèo."),),
        ),
        Rule(
            "place of the sentence",
            _of_sentence,
            lambda _, scope: {"scope": scope},
            examples=(Example("vi", "Ở tỉnh Mai Pha có 20 hộ nghèo.", {"value": 20, "scope": "Mai Pha"}),),
            counter_examples=(Example("vi", "Ở tỉnh Mai Pha, lũ làm 20 người chết."),),
        ),
    ),
)
