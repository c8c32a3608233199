"""Counts without digits that a desk would count: "a man was killed" is one dead, "no injuries" none."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from attrs import frozen

from newsdedup.figures.grammar import NEVER, Grammar, any_of, plain
from newsdedup.figures.people import OBJECTS, PRONOUN, Mention, Word, people_after, people_before, words_of
from newsdedup.languages import Language, Role

_UNREAL_REACH = 8  # words before a cue in which one may stand that says it did not happen


@frozen
class Unnumbered:
    """People, or nobody, whom the words give a role without a number.

    Attributes
    ----------
    start, end : int
        The words that mention them.
    value : int
    role : Role
    is_toll : bool
        Whether the words count ("one", "both", "nobody"); else there may have been others.
    is_pronoun : bool
        Whether they are mentioned by a pronoun, and so before it by a noun.
    sentence : (int, int)
    """

    start: int
    end: int
    value: int
    role: Role
    is_toll: bool
    is_pronoun: bool
    sentence: tuple[int, int]


@frozen
class _Cue:
    """What a wording says of people: of those before it, of those after it, of what those before do to themselves."""

    role: Role
    of_those_before: bool
    of_those_after: bool
    of_self: bool


@frozen
class _Patterns:
    cue: re.Pattern[str]
    cues: Mapping[str, _Cue]
    none: tuple[tuple[Role, re.Pattern[str]], ...]
    unreal: frozenset[str]


@functools.cache
def _patterns_of(language: Language) -> _Patterns:
    roles = [role for role in language.roles if role.of_people]
    before, after, of_self = (
        {plain(wording): role for role in roles for wording in getattr(role, table)}
        for table in ("cues", "cues_before", "cues_of_self")
    )
    cues = {
        wording: _Cue(role, wording in {**before, **of_self}, wording in after, wording in of_self)
        for wording, role in {**after, **before, **of_self}.items()
    }
    return _Patterns(
        cue=re.compile(rf"(?<![\w-])(?:{any_of(cues)})(?![\w-])"),
        cues=cues,
        none=tuple((role, re.compile("|".join(map(plain, role.none)) or NEVER)) for role in roles),
        unreal=frozenset(map(plain, language.unreal)),
    )


def unnumbered(printed: str, folded: str, sentences: Sequence[tuple[int, int]], grammar: Grammar) -> list[Unnumbered]:
    """Every count without a number, in no particular order."""
    patterns = _patterns_of(grammar.language)
    found = [
        one
        for sentence, cues in _by_sentence(patterns.cue.finditer(folded), sentences)
        for one in _of_sentence(
            words_of(printed, folded, *sentence, grammar.language), sentence, cues, grammar.language
        )
    ]
    return list(
        {(one.start, one.end, one.role.name): one for one in (*found, *_none(folded, sentences, patterns))}.values()
    )


def counted_once(found: Sequence[Unnumbered]) -> list[Unnumbered]:
    """Those who are not also mentioned in a graver role.

    Who died of a wound is not among the wounded, unless one sentence has both of different people.
    """
    graver = [one for one in found if one.role.outweighs and one.value]
    outweighed = {name for one in graver for name in one.role.outweighs}
    apart = {(one.sentence, name) for one in graver if not one.is_pronoun for name in one.role.outweighs}
    return [
        one
        for one in found
        if one.is_toll
        or one.role.name not in outweighed
        or (not one.is_pronoun and (one.sentence, one.role.name) in apart)
    ]


def _by_sentence(
    matches: Iterable[re.Match[str]], sentences: Sequence[tuple[int, int]]
) -> Iterator[tuple[tuple[int, int], list[re.Match[str]]]]:
    for sentence, group in groupby(matches, key=lambda match: _holding(sentences, match.start())):
        if sentence is not None:
            yield sentence, list(group)


def _of_sentence(
    words: Sequence[Word], sentence: tuple[int, int], cues: Sequence[re.Match[str]], language: Language
) -> Iterator[Unnumbered]:
    """The counts of one sentence; one who does it to himself after he did it to others is one more of them."""
    patterns = _patterns_of(language)
    others: dict[str, Mention] = {}
    for match in cues:
        cue = patterns.cues[" ".join(match.group().split())]
        mention, is_object = _mention(words, match.span(), cue, patterns, language)
        if cue.of_self and cue.role.name in others:
            last = bisect_left(words, match.end(), key=_start_of) - 1
            mention = others.pop(cue.role.name).joined(Mention(last, last, 1))
        elif mention is not None and is_object:
            others[cue.role.name] = mention
        if mention is not None and not mention.is_number:
            place = words[mention.first].start, words[mention.last].end
            yield Unnumbered(
                *place, mention.value, cue.role, mention.is_counted, words[mention.first].kind == PRONOUN, sentence
            )


def _none(folded: str, sentences: Sequence[tuple[int, int]], patterns: _Patterns) -> Iterator[Unnumbered]:
    for role, pattern in patterns.none:
        for match in pattern.finditer(folded):
            if (sentence := _holding(sentences, match.start())) is not None:
                yield Unnumbered(*match.span(match.lastindex or 0), 0, role, True, False, sentence)


def _holding(sentences: Sequence[tuple[int, int]], position: int) -> tuple[int, int] | None:
    index = bisect_left(sentences, (position + 1,)) - 1
    return sentences[index] if index >= 0 and position < sentences[index][1] else None


def _mention(
    words: Sequence[Word], place: tuple[int, int], cue: _Cue, patterns: _Patterns, language: Language
) -> tuple[Mention | None, bool]:
    """The people of a cue, and whether they stand after it: there where it may speak of them, else before it."""
    first = bisect_left(words, place[0], key=_last_character)
    following = bisect_left(words, place[1], key=_start_of)
    if any(word.folded in patterns.unreal for word in words[max(0, first - _UNREAL_REACH) : first]):
        return None, False
    has_object = following < len(words) and words[following].kind in OBJECTS
    mention = people_after(words, following, language) if cue.of_those_after else None
    if mention is not None or has_object or not cue.of_those_before:
        return mention, True  # "the dead man" says it of the man
    return people_before(words, first, language), False


def _start_of(word: Word) -> int:
    return word.start


def _last_character(word: Word) -> int:
    return word.end - 1
