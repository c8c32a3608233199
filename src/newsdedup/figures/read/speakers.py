"""Who is quoted for a figure: "theo ông Nam", "police said"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from newsdedup.languages import Language
from newsdedup.text.landmarks import Landmarks
from newsdedup.text.phrases import any_of, matches, whole_words
from newsdedup.text.tags import Tag

_MOST_SPEAKER_WORDS = 12  # words of a speaker
_SPEAKER_ENDS = re.compile(r"[,;:()\"“”–—\r\n]|\s-\s")
_BEFORE_CLAUSE = ',;:(–-"“'  # what a clause may open after
_SPEAKER = r"((?:[^,;:!?()\"“”–—\r\n.]|\.(?=\s?\w)){2,90})"


@frozen
class Attribution:
    """Words that name a speaker: their offsets, and the speaker as printed."""

    start: int
    end: int
    speaker: str


@frozen
class _SpeechPatterns:
    saying: re.Pattern[str]
    speaker_after: re.Pattern[str]
    according: re.Pattern[str]
    opens_clause: bool
    no_speaker: re.Pattern[str]
    tail: re.Pattern[str]
    opening: re.Pattern[str]


@functools.cache
def _speech_patterns_of(language: Language) -> _SpeechPatterns:
    speech = language.speech
    return _SpeechPatterns(
        saying=re.compile(whole_words(speech.saying, not_before=r"\w")),
        speaker_after=re.compile(rf"(?:{any_of(speech.saying_before)})\s+{_SPEAKER}"),
        according=re.compile(rf"(?:{any_of(speech.according)})\s+{_SPEAKER}"),
        opens_clause=speech.according_opens_clause,
        opening=re.compile(rf"(?:(?:{any_of((*language.and_words, *speech.no_speakers))})\s+)+"),
        no_speaker=re.compile(rf"(?:{any_of(speech.no_speakers)})(?!\w)"),
        tail=re.compile(rf"\s+(?:{any_of((*speech.saying, *language.people.relatives))})(?!\w).*"),
    )


def speaker_of(start: int, attributions: list[Attribution]) -> str | None:
    """The speaker of the figure at `start`: the last one named before it in its sentence, else the first after it."""
    before = [one for one in attributions if one.end <= start]
    after = [one for one in attributions if one.start > start]
    return before[-1].speaker if before else after[0].speaker if after else None


def attributions(
    plain: str, folded: str, sentence: tuple[int, int], language: Language, landmarks: Landmarks
) -> list[Attribution]:
    """The speakers of a sentence, in order."""
    first, last = sentence
    according, saying = (landmarks.within(table, first, last) for table in (Tag.ACCORDING, Tag.SAYING))
    if not according and not saying:
        return []
    patterns = _speech_patterns_of(language)
    printed, words = plain[first:last], folded[first:last]
    found = (
        *_according(printed, words, [start - first for start in according], patterns),
        *_saying(printed, words, [start - first for start in saying], patterns),
    )
    shifted = (Attribution(first + one.start, first + one.end, one.speaker) for one in found)
    return sorted(shifted, key=lambda one: one.start)


def _according(printed: str, folded: str, starts: Iterable[int], patterns: _SpeechPatterns) -> Iterator[Attribution]:
    if patterns.opens_clause:
        starts = [start for start in starts if (folded[:start].rstrip() or _BEFORE_CLAUSE)[-1] in _BEFORE_CLAUSE]
    for match in matches(patterns.according, folded, starts):
        tail = patterns.tail.search(folded, match.start(1), match.end())
        start, end = match.start(1), tail.start() if tail else match.end()
        if not patterns.no_speaker.match(folded, start) and _is_short(printed[start:end]):
            yield Attribution(match.start(), end, printed[start:end].strip())


def _saying(printed: str, folded: str, starts: Iterable[int], patterns: _SpeechPatterns) -> Iterator[Attribution]:
    for match in matches(patterns.saying, folded, starts):
        speaker = _subject_before(printed[: match.start()], patterns)
        if speaker is None and (following := patterns.speaker_after.match(folded, match.start())):
            speaker = printed[slice(*following.span(1))].strip()
        if speaker and _is_short(speaker) and not patterns.no_speaker.match(speaker.lower()):
            yield Attribution(match.start(), match.end(), speaker)


def _subject_before(left: str, patterns: _SpeechPatterns) -> str | None:
    """What precedes a verb of saying, an apposition between commas passed over; None right after a quote."""
    parts = [part.strip() for part in _SPEAKER_ENDS.split(left)]
    if parts[-1]:
        opening = patterns.opening.match(parts[-1].lower())  # "but the mayor said"
        return parts[-1][opening.end() :] if opening else parts[-1]
    return parts[-3] if len(parts) > 2 and parts[-2] and parts[-3] and left.rstrip()[-1:] not in '"“”' else None


def _is_short(words: str) -> bool:
    return 0 < len(words.split()) <= _MOST_SPEAKER_WORDS
