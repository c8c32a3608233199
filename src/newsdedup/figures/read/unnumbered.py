"""Counts of people without a number: "a man was killed" is one dead, "no injuries" none."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from attrs import frozen

from newsdedup.figures.read.grammar import Grammar
from newsdedup.figures.read.people import OBJECTS, Mention, people_after, people_before
from newsdedup.figures.read.people_words import Kind, Word, words_in
from newsdedup.languages import Language, Role
from newsdedup.text.landmarks import Landmarks
from newsdedup.text.page import Page
from newsdedup.text.phrases import Ending, any_of, ending, matches, plain, whole_words
from newsdedup.text.tags import Tag

_PEOPLE_REACH = 240  # characters to each side of a cue in which its people may be
_DENIAL_REACH = 24
_UNREAL_REACH = 8  # words before a cue that can negate it ("could have")


@frozen
class Unnumbered:
    """People, or nobody, with a role that words give them without a number."""

    start: int  # of the words that mention them
    end: int
    value: int
    role: Role
    is_toll: bool  # whether the words count ("one", "both", "nobody"); else there may have been others
    is_pronoun: bool  # whether a pronoun mentions them, so that a noun has mentioned them before
    is_another: bool  # whether the words say that they are not those mentioned before ("another")
    is_open: bool  # whether the words leave the outcome open ("was shot")
    sentence: tuple[int, int]


@frozen
class _Cue:
    """The meaning of a wording about people."""

    roles: tuple[Role, ...]  # several only where nobody has them ("no casualties")
    of_those_before: bool = False
    of_those_after: bool = False
    of_self: bool = False  # those before it do it to themselves

    @property
    def role(self) -> Role:
        """The role that it gives."""
        return self.roles[0]


class _CueMatch(NamedTuple):
    """A cue in its place."""

    start: int
    end: int
    wording: str
    cue: _Cue


@frozen
class _CuePatterns:
    cue: re.Pattern[str]
    cues: Mapping[str, _Cue]
    no_before: Ending
    no_one_before: re.Pattern[str]
    unreal: frozenset[str]


@functools.cache
def _cue_patterns_of(language: Language) -> _CuePatterns:
    roles = [role for role in language.roles if role.of_people]
    before, after, of_self = (
        {plain(wording): role for role in roles for wording in getattr(role, table)}
        for table in ("cues", "cues_before", "cues_of_self")
    )
    cues = {
        wording: _Cue((role,), wording in {**before, **of_self}, wording in after, wording in of_self)
        for wording, role in {**after, **before, **of_self}.items()
    }
    for wording, denied in _denied(roles).items():
        if not wording.endswith(tuple(before)):  # else the cue is found within it: "không có người chết"
            cues.setdefault(wording, _Cue(denied))
    return _CuePatterns(
        cue=re.compile(rf"{whole_words((*cues, *language.not_cues))}(?!-)"),
        cues=cues,
        no_before=ending(rf"(?<!\w)({any_of(language.people.no)})\s+$", language.people.no),
        no_one_before=re.compile(
            rf"(?<!\w)({any_of(language.people.no)})\s+(?:{any_of(language.classifiers)})(?:\s\w+)?\s+$"
        ),
        unreal=frozenset(map(plain, language.unreal)),
    )


def _denied(roles: Iterable[Role]) -> dict[str, tuple[Role, ...]]:
    """Nouns that mean zero when negated ("no casualties"), and the roles that are then zero."""
    found: dict[str, tuple[Role, ...]] = {}
    for role in roles:
        for wording in map(plain, (*role.nouns, *role.none)):
            found[wording] = (*found.get(wording, ()), role)
    return found


@frozen
class Spoken:
    """The people whom the cues of a text are about."""

    counts: list[Unnumbered]
    # for the start of each cue whose people are known, where they are mentioned
    subjects: Mapping[int, tuple[int, int]]
    roles: Mapping[int, list[Role]]  # for the start of each number among them, the roles that cues give it
    landmarks: Landmarks  # those of the text

    def may_speak_of(self, start: int, end: int, cue: int) -> bool:
        """Whether the cue that starts at `cue` may speak of the number at ``start:end``."""
        first, last = self.subjects.get(cue, (start, end))
        return first < end and start < last  # of a range only the upper end may be in the mention

    def speaks_of_later(self, cue: int) -> bool:
        """Whether the people of the cue that starts at `cue` come after it: "two officers fatally shot a man"."""
        return cue in self.subjects and self.subjects[cue][0] > cue

    def only_role(self, start: int) -> Role | None:
        """The role that a cue, however far, gives the number at `start`; None where two cues differ."""
        found = {role.name: role for role in self.roles.get(start, ())}
        return next(iter(found.values())) if len(found) == 1 else None

    def gravest(self, start: int, role: Role) -> Role:
        """The role of the number at `start`, or the graver one that another cue gives it."""
        return next((other for other in self.roles.get(start, ()) if role.name in other.outweighs), role)


def spoken_of(page: Page, grammar: Grammar) -> Spoken:
    """Every count without a number, and the people of each cue."""
    language, folded = grammar.language, page.folded
    patterns, people = _cue_patterns_of(language), language.people
    cued = matches(patterns.cue, folded, page.landmarks.of(Tag.CUE))
    others, they = (frozenset(map(plain, table)) for table in (people.others, people.plural_pronouns))
    counts: dict[tuple[int, int, str], Unnumbered] = {}
    subjects: dict[int, tuple[int, int]] = {}
    roles: dict[int, list[Role]] = defaultdict(list)
    for sentence, cues in _by_sentence(cued, patterns.cues, page.sentences):
        for none in _none(folded, sentence, cues, patterns):
            counts[none.start, none.end, none.role.name] = none
        near = max(sentence[0], cues[0].start - _PEOPLE_REACH), min(sentence[1], cues[-1].end + _PEOPLE_REACH)
        words = words_in(page.text.spelt, folded, *near, language)
        counted: list[Word] = []  # the last numbers that got a role
        for placed, mention in _of_sentence(words, cues, language):
            role, place = placed.cue.role, (words[mention.first].start, words[mention.last].end)
            subjects[placed.start] = place
            counting = [word for word in words[mention.first : mention.last + 1] if word.kind == Kind.NUMBER]
            if words[mention.first].folded in they:  # "two men were hurt, and they died"
                counting = counted
            for word in counting:
                roles[word.start].append(role)
            counted = counting or counted
            if not mention.is_number:
                is_pronoun = words[mention.first].kind == Kind.PRONOUN
                is_another = any(word.folded in others for word in words[mention.first : mention.last + 1])
                key = (*place, role.name)
                is_open = placed.wording in role.open_cues and (key not in counts or counts[key].is_open)
                counts[key] = Unnumbered(
                    *place, mention.value, role, mention.is_counted, is_pronoun, is_another, is_open, sentence
                )
    return Spoken(list(counts.values()), subjects, roles, page.landmarks)


def _none(
    folded: str, sentence: tuple[int, int], cues: Iterable[_CueMatch], patterns: _CuePatterns
) -> Iterator[Unnumbered]:
    """Denied nouns of a role: "no injuries", "không có thiệt hại về người"."""
    for start, _, _, cue in cues:
        first = max(sentence[0], start - _DENIAL_REACH)
        pattern = patterns.no_one_before if cue.of_those_before else patterns.no_before
        before = pattern.search(folded[first:start])
        if before is not None:
            for role in cue.roles:
                yield Unnumbered(
                    first + before.start(1), first + before.end(1), 0, role, True, False, False, False, sentence
                )


def counted_once(found: Sequence[Unnumbered]) -> list[Unnumbered]:
    """Those who are not also mentioned in a graver role.

    People who died of their wounds are not among the wounded, unless one sentence mentions both and they are
    different people, or a word marks them as others.
    """
    graver = [(one, name) for one in found if one.value for name in one.role.outweighs]
    outweighed = {name for _, name in graver}
    there = {(one.start, name) for one, name in graver}
    apart = {(one.sentence, name) for one, name in graver if not one.is_pronoun}

    def is_another(one: Unnumbered) -> bool:
        is_apart = not one.is_pronoun and (one.sentence, one.role.name) in apart
        return (is_apart or one.is_another) and (one.start, one.role.name) not in there

    return [one for one in found if one.is_toll or one.role.name not in outweighed or is_another(one)]


def _by_sentence(
    matches: Iterable[re.Match[str]], cues: Mapping[str, _Cue], sentences: Sequence[tuple[int, int]]
) -> Iterator[tuple[tuple[int, int], list[_CueMatch]]]:
    worded = ((match, " ".join(match.group().split())) for match in matches)
    known = (_CueMatch(*match.span(), wording, cues[wording]) for match, wording in worded if wording in cues)
    for sentence, group in groupby(known, key=lambda one: _holding(sentences, one.start)):
        if sentence is not None:
            yield sentence, list(group)


def _of_sentence(
    words: Sequence[Word], cues: Sequence[_CueMatch], language: Language
) -> Iterator[tuple[_CueMatch, Mention]]:
    """The people of each cue; one who did it to himself is counted with the others: "killed two people and himself"."""
    patterns = _cue_patterns_of(language)
    others: dict[str, Mention] = {}
    for placed in cues:
        cue = placed.cue
        mention, is_object = _people_of_cue(words, (placed.start, placed.end), cue, patterns, language)
        if cue.of_self and cue.role.name in others:
            last = bisect_left(words, (placed.end,)) - 1
            mention = others.pop(cue.role.name).joined(Mention(last, last, 1))
        elif mention is not None and is_object:
            others[cue.role.name] = mention
        if mention is not None:
            yield placed, mention


def _holding(sentences: Sequence[tuple[int, int]], position: int) -> tuple[int, int] | None:
    index = bisect_left(sentences, (position + 1,)) - 1
    return sentences[index] if index >= 0 and position < sentences[index][1] else None


def _people_of_cue(
    words: Sequence[Word], place: tuple[int, int], cue: _Cue, patterns: _CuePatterns, language: Language
) -> tuple[Mention | None, bool]:
    """The people of a cue, and whether they come after it; they come before it only where none come after it."""
    first, following = (bisect_left(words, (edge,)) for edge in place)
    if first and words[first - 1].end > place[0]:  # the cue starts within a word
        first -= 1
    if _is_unreal(words[max(0, first - _UNREAL_REACH) : first], patterns):
        return None, False
    if not cue.of_those_before and not cue.of_those_after:
        return None, False
    has_object = following < len(words) and words[following].kind in OBJECTS
    mention = people_after(words, following, language) if cue.of_those_after else None
    if (
        mention is None
        and has_object
        and (words[following].kind in (Kind.ONE, Kind.MANY) or _is_object(words, following, language))
    ):
        mention = Mention(following, following, 0, is_number=True)  # "the dead men": the men are dead
    if mention is not None or has_object or not cue.of_those_before:
        return mention, True
    return people_before(words, first, language), False


def _is_object(words: Sequence[Word], at: int, language: Language) -> bool:
    """Whether a number after a verb is the count or age of its object: "shot 16 men", but not "shot 16 days ago"."""
    following = words[at + 1].folded if at + 1 < len(words) else ""
    return words[at].kind == Kind.NUMBER and language.people.numbers_after_cues and following not in language.durations


def _is_unreal(before: Sequence[Word], patterns: _CuePatterns) -> bool:
    """Whether words of its clause negate a cue: "could have died"."""
    for word in reversed(before):
        if word.ends_clause:
            return False
        if word.folded in patterns.unreal:
            return True
    return False
