"""Where a figure holds: a place or level that its sentence names, else the place before, else the article's own."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from attrs import field, frozen

from newsdedup.figures.claim import OWN_PLACE, SENTENCE_BEFORE, Scope
from newsdedup.languages import Language
from newsdedup.text.normal_form import Span
from newsdedup.text.page import Page
from newsdedup.text.phrases import any_of
from newsdedup.text.places import LevelMention, levels_in

EVENT_SCOPE = Scope(level="event", found_by="a fact of the event itself")
UNKNOWN_SCOPE = Scope()

_APART_REACH = 30  # characters before a place in which it is set apart


@functools.cache
def _apart_before(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(language.places.apart)})(?:\s+\w+){{1,2}}\s*$")


@frozen
class ScopeReader:
    """The scopes of the figures of one page."""

    page: Page
    language: Language
    # Results so far, since several figures of a sentence need the same.
    _cues: dict[Span, list[tuple[int, Scope]]] = field(factory=dict, init=False)
    _after: dict[Span, Scope] = field(factory=dict, init=False)  # of a sentence without a place, by the one before it

    def scope(self, start: int, end: int, sentence: Span, before: Span) -> Scope:
        """Scope of the figure at ``start:end`` in `sentence`, which follows the sentence `before`."""
        if sentence not in self._cues:
            self._cues[sentence] = list(self._cues_in(sentence))
        if cues := self._cues[sentence]:
            return min(cues, key=lambda cue: _distance(cue[0], start, end))[1]
        if before not in self._after:
            self._after[before] = self._scope_of_sentence_before(before)
        return self._after[before]

    def set_apart(self, start: int, end: int) -> Scope | None:
        """The place whose count is given apart from the event's: "riêng tỉnh Lạc Thuỷ có 5 người chết"."""
        for mention in reversed(self.page.places_within(start, end)):
            before = self.page.folded[max(start, mention.start - _APART_REACH) : mention.start]
            if _apart_before(self.language).search(before):
                return Scope(mention.name, mention.level, "set apart in the sentence")
        return None

    def _scope_of_sentence_before(self, before: Span) -> Scope:
        if named := self.page.places_within(*before):
            return Scope(named[-1].name, named[-1].level, SENTENCE_BEFORE)
        own = self.page.dateline
        return Scope(own, "unknown", OWN_PLACE) if own else UNKNOWN_SCOPE

    def _cues_in(self, sentence: Span) -> Iterator[tuple[int, Scope]]:
        """Where a sentence gives a place or level, and which."""
        page = self.page
        for level in levels_in(page.text.plain, page.folded, self.language, page.landmarks, sentence):
            yield level.start, self._scope_of_level(level)
        for place in page.places_within(*sentence):
            yield place.start, Scope(place.name, place.level, "named in the sentence")

    def _scope_of_level(self, mention: LevelMention) -> Scope:
        """Of "the province" without a name: the last named place of that level, else of no known level."""
        if mention.level == "national":
            return Scope(None, "national", mention.words)
        earlier = self.page.places_within(0, mention.start)
        for known in (mention.level, "unknown"):
            if named := next((one for one in reversed(earlier) if one.level == known), None):
                return Scope(named.name, mention.level, f"{mention.words}: the last place named")
        return Scope(self.page.dateline, mention.level, mention.words)


def _distance(cue: int, start: int, end: int) -> int:
    """Characters between a cue and a figure; a cue after it counts as nearer than one before."""
    return cue - end if cue >= end else 2 * (start - cue)
