"""Counts without digits that a desk would count: "a man was killed" is one dead, "no injuries" none."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from newsdedup.figures.grammar import NEVER, Grammar, any_of, plain
from newsdedup.figures.people import OBJECTS, Mention, Word, people_after, people_before, words_of
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
    sentence : (int, int)
    """

    start: int
    end: int
    value: int
    role: Role
    is_toll: bool
    sentence: tuple[int, int]


@frozen
class _Cue:
    """What a wording says of people: of those before it, of those after it."""

    role: Role
    of_those_before: bool
    of_those_after: bool


@frozen
class _Patterns:
    cue: re.Pattern[str]
    cues: Mapping[str, _Cue]
    none: tuple[tuple[Role, re.Pattern[str]], ...]
    unreal: frozenset[str]


@functools.cache
def _patterns_of(language: Language) -> _Patterns:
    roles = [role for role in language.roles if role.of_people]
    before = {plain(wording): role for role in roles for wording in role.cues}
    after = {plain(wording): role for role in roles for wording in role.cues_before}
    cues = {
        wording: _Cue(before.get(wording) or after[wording], wording in before, wording in after)
        for wording in {**before, **after}
    }
    return _Patterns(
        cue=re.compile(rf"(?<![\w-])(?:{any_of(cues)})(?![\w-])"),
        cues=cues,
        none=tuple((role, re.compile("|".join(map(plain, role.none)) or NEVER)) for role in roles),
        unreal=frozenset(map(plain, language.unreal)),
    )


def unnumbered(
    printed: str, folded: str, sentences: Sequence[tuple[int, int]], grammar: Grammar
) -> Iterator[Unnumbered]:
    """Every count without a number, in no particular order."""
    patterns = _patterns_of(grammar.language)
    words: list[Word] = []
    of: tuple[int, int] | None = None
    for match in patterns.cue.finditer(folded):
        sentence = _holding(sentences, match.start())
        if sentence is None:
            continue
        if sentence != of:
            words, of = words_of(printed, folded, *sentence, grammar.language), sentence
        cue = patterns.cues[" ".join(match.group().split())]
        mention = _mention(words, match.span(), cue, patterns, grammar.language)
        if mention is not None and not mention.is_number:
            place = words[mention.first].start, words[mention.last].end
            yield Unnumbered(*place, mention.value, cue.role, mention.is_counted, sentence)
    yield from _none(folded, sentences, patterns)


def _none(folded: str, sentences: Sequence[tuple[int, int]], patterns: _Patterns) -> Iterator[Unnumbered]:
    for role, pattern in patterns.none:
        for match in pattern.finditer(folded):
            if (sentence := _holding(sentences, match.start())) is not None:
                yield Unnumbered(*match.span(match.lastindex or 0), 0, role, True, sentence)


def _holding(sentences: Sequence[tuple[int, int]], position: int) -> tuple[int, int] | None:
    index = bisect_left(sentences, (position + 1,)) - 1
    return sentences[index] if index >= 0 and position < sentences[index][1] else None


def _mention(
    words: Sequence[Word], place: tuple[int, int], cue: _Cue, patterns: _Patterns, language: Language
) -> Mention | None:
    """The people of a cue: those after it where it may speak of them, else those before it."""
    first = bisect_left(words, place[0], key=_end_of_word_after)
    following = bisect_left(words, place[1], key=_start_of)
    if any(word.folded in patterns.unreal for word in words[max(0, first - _UNREAL_REACH) : first]):
        return None
    has_object = following < len(words) and words[following].kind in OBJECTS
    if cue.of_those_after:
        mention = people_after(words, following, language)
        if mention is not None or has_object or not cue.of_those_before:
            return mention
    return None if has_object else people_before(words, first, language)  # "the dead man" says it of the man


def _start_of(word: Word) -> int:
    return word.start


def _end_of_word_after(word: Word) -> int:
    return word.end - 1
