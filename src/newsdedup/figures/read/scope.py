"""Where a figure holds: a place or level that its sentence names, else the place before, else the article's own."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Iterator

from attrs import frozen

from newsdedup.figures.claim import OWN_PLACE, SENTENCE_BEFORE, Scope
from newsdedup.languages import Language
from newsdedup.text.landmarks import landmarks_in
from newsdedup.text.normal_form import fold_case
from newsdedup.text.phrases import any_of, matches, plain, whole_words

EVENT = Scope(level="event", found_by="a fact of the event itself")
UNKNOWN = Scope()

_NAME_WORD = re.compile(r"[ \t]*(?:[–-][ \t]*)?([^\W\d_][\w'’-]*(?:\.\w+)*)")
_MOST_NAME_WORDS = 4
_DATELINE = re.compile(r"^[\s(]*([^\s:,.()][^:,.()\r\n]{1,38}?)(?:\)?\s*[–—-]\s|:\s|\)\s)")
_FIRST_LINES = 3
_LETTER = r"\w"
_APART_REACH = 30  # characters before a place in which it is set apart


@frozen
class PlaceMention:
    """A place that a text names; `level` is ``unknown`` where nothing tells it."""

    start: int
    name: str
    level: str


@frozen
class _Patterns:
    named: re.Pattern[str]
    national: re.Pattern[str]
    unnamed: re.Pattern[str]
    apart: re.Pattern[str]
    person_before: re.Pattern[str]
    levels: dict[str, str]
    at: frozenset[str]
    not_levels: frozenset[str]
    not_place: re.Pattern[str]
    level: re.Pattern[str]


@functools.cache
def _patterns_of(language: Language) -> _Patterns:
    places = language.places
    levels = {**places.levels, **places.offices}
    whole = (*places.whole, *places.of)
    no_places = (*places.not_places, *language.dates.months, *language.dates.weekdays)
    return _Patterns(
        named=re.compile(rf"{whole_words((*levels, *places.not_levels, *places.at), not_before=_LETTER)}(?=\s+\w)"),
        national=re.compile(whole_words(places.national, not_before=_LETTER)),
        unnamed=re.compile(
            rf"(?:{whole_words(places.of, not_before=_LETTER)}\s+(?:{any_of(whole)})|"
            rf"{whole_words(whole, not_before=_LETTER)})\s+(?P<level>{any_of(places.levels)})(?!\w)"
        ),
        apart=re.compile(rf"(?<!\w)(?:{any_of(places.apart)})(?:\s+\w+){{1,2}}\s*$"),
        person_before=re.compile(rf"(?<!\w)(?:{any_of(language.offices)})(?!\w)[^,;:.()\r\n]{{0,30}}$"),
        levels=levels,
        at=frozenset(map(plain, places.at)).difference(levels),
        not_levels=frozenset(map(plain, places.not_levels)),
        not_place=re.compile(rf"\s*(?:{any_of(no_places)})(?!\w)"),
        level=re.compile(rf"\s*(?:{any_of(levels)})(?=\s+\w)"),
    )


class Places:
    """The places of one article, asked for the scope of each of its figures."""

    def __init__(self, plain: str, folded: str, language: Language) -> None:
        self._folded = folded
        self._landmarks = landmarks_in(folded, language)
        self._plain = plain
        self._patterns = _patterns_of(language)
        self._own = self._dateline()
        self._cues: dict[tuple[int, int], list[tuple[int, Scope]]] = {}
        self._after: dict[tuple[int, int], Scope] = {}  # of a sentence without a place, by the one before it

    @functools.cached_property
    def mentions(self) -> list[PlaceMention]:
        """Every place that the text names, in order."""
        return self._named(0, len(self._folded))

    def scope(self, start: int, end: int, sentence: tuple[int, int], before: tuple[int, int]) -> Scope:
        """Scope of the figure at ``start:end`` in `sentence`, which follows the sentence `before`."""
        if sentence not in self._cues:
            self._cues[sentence] = list(self._cues_in(sentence))
        if cues := self._cues[sentence]:
            return min(cues, key=lambda cue: _distance(cue[0], start, end))[1]
        if before not in self._after:
            named = self._named(*before)
            told = Scope(named[-1].name, named[-1].level, SENTENCE_BEFORE) if named else None
            self._after[before] = told or self._own or UNKNOWN
        return self._after[before]

    def set_apart(self, start: int, end: int) -> Scope | None:
        """The place whose count is told apart from the event's: "riêng tỉnh Lạc Thuỷ có 5 người chết"."""
        for mention in reversed(self._named(start, end)):
            before = self._folded[max(start, mention.start - _APART_REACH) : mention.start]
            if self._patterns.apart.search(before):
                return Scope(mention.name, mention.level, "set apart in the sentence")
        return None

    def _cues_in(self, sentence: tuple[int, int]) -> Iterator[tuple[int, Scope]]:
        """Where a sentence says a place or level, and which."""
        for match in self._found(self._patterns.national, "nation", sentence):
            yield match.start(), Scope(None, "national", match.group())
        for match in self._found(self._patterns.unnamed, "whole", sentence):
            if self._named_at(match.end(), match.group("level")) is None:
                level = self._patterns.levels[match.group("level")]
                yield match.start(), self._last_of_level(level, match.start(), match.group())
        for mention in self._named(*sentence):
            yield mention.start, Scope(mention.name, mention.level, "named in the sentence")

    def _last_of_level(self, level: str, start: int, cue: str) -> Scope:
        """Of "the province" without a name: the last named place of that level, else of no known level."""
        earlier = self.mentions[: bisect_left(self.mentions, start, key=_start_of)]
        for known in (level, "unknown"):
            if named := next((one for one in reversed(earlier) if one.level == known), None):
                return Scope(named.name, level, f"{cue}: the last place named")
        return Scope(self._own.place if self._own else None, level, cue)

    def _named(self, start: int, end: int) -> list[PlaceMention]:
        """The places that are named in a stretch."""
        found = (
            self._named_at(match.end(), match.group())
            for match in self._found(self._patterns.named, "place", (start, end))
            if not self._names_a_person(match)
        )
        return [mention for mention in found if mention is not None]

    def _found(self, pattern: re.Pattern[str], table: str, stretch: tuple[int, int]) -> Iterator[re.Match[str]]:
        """What a pattern finds in a stretch that starts with a word of a table."""
        return matches(pattern, self._folded, self._landmarks.within(table, *stretch), stretch[1])

    def _names_a_person(self, match: re.Match[str]) -> bool:
        """Whether a title stands before the office: "Bí thư Tỉnh uỷ" is followed by a person."""
        if match.group() in self._patterns.at:
            return False
        before = self._folded[max(0, match.start() - 50) : match.start()]
        return self._patterns.person_before.search(before) is not None

    def _named_at(self, position: int, wording: str) -> PlaceMention | None:
        """The capitalised name that starts at `position`, if one does, of the level that the `wording` before gives."""
        if wording in self._patterns.at and self._patterns.level.match(self._folded, position):
            return None  # "tại Thành phố …" names a place of a level, which is found as such
        name = None if wording in self._patterns.not_levels else self._name_from(position)
        if name is None or (name.isupper() and " " in name) or self._patterns.not_place.match(self._folded, position):
            return None
        level = self._patterns.levels.get(" ".join(wording.split()), "unknown")
        return PlaceMention(position, name, level)

    def _name_from(self, position: int) -> str | None:
        start, end = None, position
        for _ in range(_MOST_NAME_WORDS):
            match = _NAME_WORD.match(self._plain, end)
            if match is None or not match.group(1)[0].isupper():
                break
            start = match.start(1) if start is None else start
            end = match.end()
        return None if start is None else self._plain[start:end].rstrip("'’-")

    def _may_be_in_place(self, word: str) -> bool:
        return word[0].isupper() and self._patterns.not_place.match(fold_case(word)) is None

    def _dateline(self) -> Scope | None:
        """The article's own place: "Hà Nội: …" or "(Hà Nội) - …" at the start of one of its first lines."""
        for line in self._plain.lstrip().split("\n")[:_FIRST_LINES]:
            match = _DATELINE.match(line)
            words = re.findall(r"[^\s–-]+", match.group(1)) if match else []
            if match and all(map(self._may_be_in_place, words)):
                return Scope(match.group(1).strip(), "unknown", OWN_PLACE)
        return None


def _start_of(mention: PlaceMention) -> int:
    return mention.start


def _distance(cue: int, start: int, end: int) -> int:
    """Characters between a cue and a figure; a cue after it counts as nearer than one before."""
    return cue - end if cue >= end else 2 * (start - cue)
