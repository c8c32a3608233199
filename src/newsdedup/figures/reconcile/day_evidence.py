"""Evidence that a printed day is the day of the event: what its sentence says, and where it lies."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Final

from attrs import frozen

from newsdedup.figures.claim import FigureClaim
from newsdedup.languages import Language, cached_by_language, forgotten_with_languages, language_of
from newsdedup.text.normal_form import normalise
from newsdedup.text.phrases import NEVER, Ending, any_of, word_before
from newsdedup.text.tokens import tokens

DayEvidence = Mapping[str, float]  # in words, and what each is worth

_LEAD_CHARS: Final = 400  # characters in which an article gives the day of its event
_NEAR_CHARS: Final = 1500  # and in which it may repeat it
_WORD_REACH: Final = 140  # characters on either side of a day in which a word says what happened on it
_FIRST_WORDS: Final = 16  # characters: two words or three
_SHARED_WORDS: Final = 5.0  # words of titles and leads in a sentence that is surely about the event
_LEAST_LETTERS: Final = 3  # of a word that counts

IN_TITLE, IN_LEAD, NEAR_LEAD = "in a title", "in the lead", "near the lead"
SHARES_WORDS = "words of titles and leads"
HAPPENED, COUNTS = "says what happened", "counts who was harmed"
FOLLOWED, SAID, PLANNED, OTHER, ROUGH, UP_TO = (
    "day of what followed",
    "day of a statement",
    "day to come",
    "another event",
    "about that day",
    "up to that day",
)
WORTH: Final = {
    IN_TITLE: 1.5,
    IN_LEAD: 2.0,
    NEAR_LEAD: 1.0,
    SHARES_WORDS: 2.0,
    HAPPENED: 1.5,
    COUNTS: 0.5,
    FOLLOWED: -4.0,
    SAID: -3.5,
    PLANNED: -1.5,
    OTHER: -2.0,
    ROUGH: -1.5,
    UP_TO: -2.0,
}


_PRINTED_DAY = re.compile(r"(?<![\d/.,-])(\d{1,2})[/.-](\d{1,2})(?!\d)")
_WORDS_OF_DAY = re.compile(r"[^\d]+(?=\d)")  # before the number of a day


@frozen
class _DayWords:
    """Words of a language that say what a day is the day of."""

    cue: re.Pattern[str]
    noun_after: re.Pattern[str]
    determiner_before: Ending


@forgotten_with_languages
@cached_by_language
def _day_words(language: Language) -> _DayWords:
    dates = language.dates
    happened, followed, other, later, about = (
        any_of(words)
        for words in (dates.happenings, dates.aftermaths, dates.other_matters, dates.later_words, dates.about_words)
    )
    of_what_happened = rf"(?:\s+(?:{about})\s+(?:[\w-]+\s+){{0,4}}?(?:{happened}))?"
    nouns = rf"(?:[\w-]+\s+){{0,3}}?(?:(?P<followed>{followed})|(?P<happened>{happened}))(?!\w)"
    return _DayWords(
        cue=re.compile(
            rf"(?<!\w)(?:(?P<followed>(?:{followed}){of_what_happened})|(?P<other>{other})"
            rf"|(?P<said>{any_of(dates.reports)})|(?P<happened>{happened})|(?P<later>{later}))(?!\w)"
        ),
        noun_after=re.compile(rf"(?P<owned>['’]s)?\s+{nouns}" if language.adjectives_before_noun else NEVER),
        determiner_before=word_before(language.people.determiners),
    )


_KINDS_OF_CUES: Final = {"followed": FOLLOWED, "later": FOLLOWED, "other": OTHER, "said": SAID, "happened": HAPPENED}


@functools.lru_cache(maxsize=65536)  # copies repeat their sentences
def _said_of_day(sentence: str, start: int, end: int, code: str | None) -> str | None:
    """What the words nearest to a day in its sentence say of it: those before it first."""
    language = language_of(code)
    if language is None:
        return None
    words = _day_words(language)
    left = normalise(sentence[max(0, start - _WORD_REACH) : start]).folded
    right = normalise(sentence[end : end + _WORD_REACH]).folded
    noun = words.noun_after.match(right)
    if noun and (noun["owned"] or words.determiner_before.search(left)):  # "the June 8 crash", "Friday's shooting"
        return _KINDS_OF_CUES["followed" if noun["followed"] else "happened"]
    kinds = [match.lastgroup or "" for match in words.cue.finditer(left)]
    found = next((kind for kind in reversed(kinds) if kind != "later"), None)
    if found is None:
        reach = _WORD_REACH if start <= _FIRST_WORDS else _FIRST_WORDS  # ", police said" ends any sentence
        after = ((match.lastgroup or "", match.start()) for match in words.cue.finditer(right))
        found = next((kind for kind, place in after if kind != "said" or place <= reach), None)
    return _KINDS_OF_CUES[found] if found else None


def said_of(claim: FigureClaim) -> str | None:
    """What the words of its sentence say of a day."""
    first = claim.start - claim.sentence_start
    last = first + claim.end - claim.start
    words = _WORDS_OF_DAY.match(claim.sentence, first, last)  # "sinh ngày" is one phrase
    return _said_of_day(claim.sentence, words.end() if words else first, last, claim.language)


def evidence_of(
    claim: FigureClaim,
    about: Callable[[str], float],
    harmed: frozenset[tuple[str, str]] = frozenset(),
    titled: frozenset[str] = frozenset(),
) -> DayEvidence:
    """What speaks for and against one day that an article prints.

    `about` gives the share of a sentence that titles and leads share; `harmed` are the sentences that count people,
    `titled` the days that titles print (`days_in_titles`).
    """
    found: dict[str, float] = {}
    if not titled.isdisjoint(_printed_days_of(claim.text)):
        found[IN_TITLE] = 1.0
    if claim.start < _NEAR_CHARS:
        found[IN_LEAD if claim.start < _LEAD_CHARS else NEAR_LEAD] = 1.0
    if shared := about(claim.sentence):
        found[SHARES_WORDS] = shared
    if (kind := SAID if claim.role == "reported" else said_of(claim)) is not None:
        found[kind] = 1.0
    if _is_to_come(claim):
        found[PLANNED] = 1.0
    if (claim.article_id, claim.sentence) in harmed:
        found[COUNTS] = 1.0
    if claim.qualifier == "about":
        found[ROUGH] = 1.0
    if claim.role == "as_of":
        found[UP_TO] = 1.0
    return {words: share * WORTH[words] for words, share in found.items()}


def day_of_report(claim: FigureClaim) -> date | None:
    """The day on which the article of a claim was published, where it was."""
    moment = claim.reported_at
    return None if moment is None else date(moment.year, moment.month, moment.day)


def _is_to_come(claim: FigureClaim) -> bool:
    """Whether a day lies after that of its article."""
    day = day_of_report(claim)
    return day is not None and str(claim.low) > day.isoformat()


def days_in_titles(heads: Iterable[str]) -> frozenset[str]:
    """The days that titles print in digits; a title is the first line of a head."""
    return frozenset(day for head in heads for day in _printed_days_of(head.split("\n", 1)[0]))


def _printed_days_of(text: str) -> set[str]:
    """Day and month in digits, with one separator: "8/11" for "08-11"."""
    return {f"{int(day)}/{int(month)}" for day, month in _PRINTED_DAY.findall(text)}


def words_about(heads: Iterable[str], function_words: frozenset[str]) -> Callable[[str], float]:
    """A function that gives how much of what titles and leads share is in a sentence, from 0 to 1.

    `heads` are the titles and first characters of the articles, each different text once; without any, every sentence
    may be about the event.
    """
    sets = [_content_words(head, function_words) for head in heads]
    counts = Counter(word for words in sets for word in words)

    @functools.cache
    def share(sentence: str) -> float:
        words = _content_words(sentence, function_words)
        if not sets or not words:
            return 1.0
        shared = sum(counts[word] for word in words) / len(sets)
        return min(1.0, shared / min(_SHARED_WORDS, len(words)))

    return share


def _content_words(text: str, function_words: frozenset[str]) -> set[str]:
    return {word for word in tokens(normalise(text)) if len(word) >= _LEAST_LETTERS} - function_words
