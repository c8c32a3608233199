"""Who is quoted for a figure: "theo ông Nam", "police said"."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from newsdedup.figures.read.sentence import Sentence
from newsdedup.text.tagged import LINE, SPACED, WORD
from newsdedup.text.tags import Tag

_MOST_SPEAKER_WORDS = 12  # words of a speaker
_ENDS = frozenset(',;:()"“”–—')
_CLOSING_QUOTES = '"“”'
_STOPS = frozenset("!?.")
_BEFORE_CLAUSE = frozenset(',;:(–-"“')  # what a clause may open after


@frozen
class Attribution:
    """Words that name a speaker: their tokens, and the speaker as printed."""

    first: int
    last: int
    speaker: str


def attributions(sentence: Sentence) -> list[Attribution]:
    """The speakers of a sentence, in order."""
    if not sentence.tags & (Tag.SAYING | Tag.ACCORDING):
        return []
    return sorted((*_named_sources(sentence), *_saying(sentence)), key=lambda one: one.first)


def speaker_for(first: int, found: list[Attribution]) -> str | None:
    """The speaker of the figure at a token: the last one named before it in its sentence, else the first after it."""
    before = [one for one in found if one.last <= first]
    after = [one for one in found if one.first > first]
    return before[-1].speaker if before else after[0].speaker if after else None


def _named_sources(sentence: Sentence) -> Iterator[Attribution]:
    speech, done = sentence.language.speech, sentence.first
    for i in sentence.starting(Tag.ACCORDING, sentence.first, sentence.last):
        size = sentence.phrase(i, Tag.ACCORDING)
        if not size or i < done:
            continue
        opens = i == sentence.first or sentence.is_mark(i - 1, _BEFORE_CLAUSE)
        if speech.according_opens_clause and not opens:
            continue
        end = _speaker_end(sentence, i + size)
        speaker = _speaker(sentence, i + size, end)
        if speaker:
            done = end
            yield Attribution(i, end, speaker)


def _speaker_end(sentence: Sentence, i: int) -> int:
    """The end of the words that may name a speaker: up to a mark, or to a verb or a relative clause."""
    first = i
    while i < sentence.last and not sentence.kinds[i] & LINE:
        word = sentence.word(i)
        is_stop = word in _STOPS and not (i + 1 < sentence.last and sentence.kinds[i + 1] & WORD and word == ".")
        if is_stop or _ends_part(sentence, i):
            break
        if i > first and sentence.has(i, Tag.SAYING | Tag.RELATIVE):
            break
        i += 1
    return i


def _ends_part(sentence: Sentence, i: int) -> bool:
    """Whether a token is a mark that no speaker goes past."""
    return sentence.is_mark(i, _ENDS) or _is_dash(sentence, i)


def _is_dash(sentence: Sentence, i: int) -> bool:
    return (
        sentence.is_mark(i, "-")
        and bool(sentence.kinds[i] & SPACED)
        and i + 1 < sentence.last
        and bool(sentence.kinds[i + 1] & SPACED)
    )


def _speaker(sentence: Sentence, first: int, end: int) -> str | None:
    if first >= end or sentence.phrase(first, Tag.NO_SPEAKER):
        return None
    if sentence.phrase(first, Tag.DETERMINER) == end - first:
        return None  # "an estimated 200 people"
    words = sentence.printed(first, end).strip()
    return words if len(words) > 1 and len(words.split()) <= _MOST_SPEAKER_WORDS else None


def _saying(sentence: Sentence) -> Iterator[Attribution]:
    done = sentence.first
    for i in sentence.starting(Tag.SAYING, sentence.first, sentence.last):
        size = sentence.phrase(i, Tag.SAYING)
        if not size or i < done:
            continue
        done = i + size
        if sentence.before(i, Tag.PASSIVE):
            continue  # "damage was estimated at"
        speaker = _speaker_before(sentence, i)
        if speaker is None and (before := sentence.phrase(i, Tag.SAYING_BEFORE)):
            speaker = _speaker(sentence, i + before, _speaker_end(sentence, i + before))
        if speaker:
            yield Attribution(i, i + size, speaker)


def _speaker_before(sentence: Sentence, verb: int) -> str | None:
    """What comes before a verb of saying, an apposition between commas passed over; None right after a quote."""
    end, first = verb, _part_first(sentence, verb)
    if first == end:
        if sentence.is_mark(end - 1, _CLOSING_QUOTES):
            return None
        inner_end = end - 1
        inner = _part_first(sentence, inner_end)
        end = inner - 1
        if inner == inner_end or end <= sentence.first:
            return None
        first = _part_first(sentence, end)
    while opening := (sentence.phrase(first, Tag.AND) or sentence.phrase(first, Tag.NO_SPEAKER)):
        if first + opening >= end:
            return None
        first += opening
    return _speaker(sentence, first, end)


def _part_first(sentence: Sentence, end: int) -> int:
    """The first token of the words before a token that no mark separates."""
    first = end
    while first > sentence.first and not (
        _ends_part(sentence, first - 1) or (first < end and sentence.kinds[first] & LINE)
    ):
        first -= 1
    return first
