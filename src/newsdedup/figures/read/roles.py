"""The role of a number in an event: by its noun, and by the words before and after it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsdedup.figures.read.amounts import Amount
from newsdedup.figures.read.grammar import LEFT_REACH, Grammar
from newsdedup.figures.read.nouns import Noun
from newsdedup.figures.read.unnumbered import Spoken
from newsdedup.languages import Role
from newsdedup.text.tags import Tag

_APPOSITION = re.compile(
    r",\s[^,.;:!?()\r\n]{2,60}(?:,\s\d{1,3}(?:\s\w{1,5}\s\d{1,3})?){0,6},\s"  # ", ages 3, 5 and 8,"
    r"|\s(?:[–—]|--)\s[^–—.;:!?()\r\n]{2,80}\s(?:[–—]|--)\s"
)
_CUE_RIGHT_REACH = 60  # characters after a number in which a cue may follow
_MOST_WORDS_TO_CUE = 7  # words after a noun in which a role's cue may come


def role_of(
    folded: str, amount: Amount, noun: Noun | None, whole: tuple[int, int] | None, spoken: Spoken, grammar: Grammar
) -> Role | None:
    """The role of a number: by its noun, by what precedes it, by what follows it or the `whole` it is part of."""
    role = _role_by_words(folded, amount, noun, whole, spoken, grammar)
    is_thing = noun is not None and noun.folded.split()[-1] in grammar.language.people.things
    if role is not None and role.of_people and is_thing:
        return None
    return role if role is not None and role.kind == amount.kind else None


def _role_by_words(
    folded: str, amount: Amount, noun: Noun | None, whole: tuple[int, int] | None, spoken: Spoken, grammar: Grammar
) -> Role | None:
    start, end = amount.start, amount.end
    left = folded[max(0, start - LEFT_REACH) : start]
    if grammar.roles.denied_before.search(left) or grammar.roles.part_before.before(folded, start):
        return None
    if noun is not None and (match := grammar.roles.nouns.pattern.match(noun.folded)):
        return grammar.roles.nouns.role(match)
    match = grammar.roles.cues_before.pattern.search(left)
    before = grammar.roles.cues_before.role(match) if match else None
    if noun is not None and noun.end <= start and (role := _role_within(noun, grammar)):
        return role
    places = [(amount.number.start, amount.number.end), *([whole] if whole else [])]
    after = max(end, places[-1][1], noun.end if noun else end)
    if noun is not None and noun.end == after:  # "the boy, 12, of Hull, died" is one
        after = _past_apposition(folded, after, grammar)
    role = before or _role_of_cue_after(folded, amount, places, after, spoken, grammar)
    is_of_people = noun is not None and noun.folded.split()[0] in grammar.language.people.counters
    return spoken.only_role(amount.number.start) if role is None and is_of_people else role


def _role_within(noun: Noun, grammar: Grammar) -> Role | None:
    """The role that the words of a noun before its number give: "số nạn nhân thiệt mạng"."""
    cue = grammar.roles.cues.pattern.search(noun.folded)
    return None if cue is None or _is_shared(noun.folded, cue, grammar) else grammar.roles.cues.role(cue)


_Place = tuple[int, int]


def _role_of_cue_after(
    folded: str, amount: Amount, places: Sequence[_Place], after: int, spoken: Spoken, grammar: Grammar
) -> Role | None:
    """The role whose cue comes first in the rest of the clause; none where two share the number.

    `places` are those of the number and of the whole that it is a part of.
    """
    if not spoken.landmarks.within(Tag.CUE, after, after + _CUE_RIGHT_REACH):
        return None
    reach = folded[after : after + _CUE_RIGHT_REACH]
    clause_end = grammar.clauses.end.search(reach)
    cue = grammar.roles.cues.pattern.search(reach)
    if cue is None or (clause_end is not None and cue.start() >= clause_end.start()):
        return None
    if len(reach[: cue.start()].split()) >= _MOST_WORDS_TO_CUE or _is_shared(reach, cue, grammar):
        return None
    role = grammar.roles.cues.role(cue)
    if role is None or spoken.speaks_of_later(after + cue.start()):
        return None
    if amount.value > 1 and cue.group().split()[0] in grammar.language.people.verbs_of_one:
        return None  # "a father of two was killed"
    is_beside = not reach[: cue.start()].strip()  # "20 người chết": other people in the sentence do not matter
    spoken_of = (place for place in places if is_beside or spoken.may_speak_of(*place, after + cue.start()))
    return next((spoken.gravest(place[0], role) for place in spoken_of), None)


def _past_apposition(folded: str, after: int, grammar: Grammar) -> int:
    """Where the clause of a noun goes on after an apposition between commas: "three people, one a boy, were hurt"."""
    between = _APPOSITION.match(folded, after)
    return between.end() if between and grammar.roles.cues.pattern.match(folded, between.end()) else after


def leaves_open(folded: str, end: int, role: Role | None, grammar: Grammar) -> bool:
    """Whether the cue after a number that ends at `end` leaves the outcome open: "were shot"."""
    if role is None or not role.open_cues:
        return False
    after = _past_apposition(folded, end, grammar)
    cue = grammar.roles.cues.pattern.search(folded, after, after + _CUE_RIGHT_REACH)
    return cue is not None and " ".join(cue.group().split()) in role.open_cues


def _is_shared(reach: str, cue: re.Match[str], grammar: Grammar) -> bool:
    """Whether a cue and another share one number: "64 người chết và mất tích"."""
    joined = grammar.clauses.and_word.match(reach, cue.end())
    other = grammar.roles.cues.pattern.match(reach, joined.end()) if joined else None
    return other is not None and grammar.roles.cues.role(other) != grammar.roles.cues.role(cue)
