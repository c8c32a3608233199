"""Whether a sentence puts one of its dates before or after the day of writing: by the nearest word that says so."""

from __future__ import annotations

import re

from attrs import frozen

from newsdedup.languages import Language, cached_by_language
from newsdedup.text.phrases import NEVER, Ending, any_of, whole_words, word_before
from newsdedup.text.sentences import sentence_bounds

UNSAID, PAST, LIKELY_PAST, FUTURE, OPEN = range(5)
"""What a sentence says of a date: nothing; that it has passed, or probably; that it is to come; that it may be either,
since something starts or ends there, or since there is nothing but the date."""

_TENSE_REACH = 160  # characters of the sentence on either side
_SAYS_ANYTHING = re.compile(r"[^\W\d_]")
_ADJACENT = re.compile(r"\s+(?:\w{1,4}\s+)?$")


@frozen
class _TensePatterns:
    cue: re.Pattern[str]
    open_before: Ending
    open_at: re.Pattern[str]
    determiner_before: Ending | None
    noun_to_come: re.Pattern[str]
    surely_to_come: re.Pattern[str]
    open_noun: re.Pattern[str]


@cached_by_language
def _tense_patterns(language: Language) -> _TensePatterns:
    dates = language.dates
    future, past, weak, clause = (
        any_of(words)
        for words in (
            (*language.planned, *dates.future_words),
            dates.past_words,
            dates.weak_past_words,
            dates.clause_words,
        )
    )
    # Without endings this part is left out: each word would be tried twice, for nothing.
    ended = rf"|\w{{2,}}(?:{any_of(dates.past_endings)})" if dates.past_endings else ""
    done = rf"(?:{weak}{ended})"
    participle = rf"(?:{any_of(dates.passive_words)})\s+(?:\w+\s+)?{done}"  # "be formally sentenced"
    return _TensePatterns(
        cue=re.compile(
            rf"(?P<stop>[,:()–—\"“”])|(?<!\w)(?:(?P<future>{future})|(?P<past>{past})|(?P<clause>{clause})|"
            rf"(?P<none>{participle})|(?P<weak>{done}))(?!\w)"
        ),
        open_before=word_before(dates.open_words),
        open_at=re.compile(rf"(?:{any_of(dates.open_words)})(?!\w)"),
        determiner_before=word_before(language.people.determiners) if language.adjectives_before_noun else None,
        surely_to_come=re.compile(whole_words(dates.surely_future_words)),
        noun_to_come=_noun_after(dates.future_nouns),
        open_noun=_noun_after(dates.open_nouns),
    )


def _noun_after(nouns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:[\w-]+\s+){{0,2}}?(?:{any_of(nouns)})(?!\w)" if nouns else NEVER)


def tense_of(text: str, folded: str, start: int, end: int, language: Language) -> int:
    """What the sentence around ``start:end`` says of the date there, one of the constants of this module."""
    patterns = _tense_patterns(language)
    first, last = sentence_bounds(text, start, end, _TENSE_REACH)
    left, right = folded[first:start], folded[end:last]
    if not _SAYS_ANYTHING.search(left) and not _SAYS_ANYTHING.search(right):  # a date alone
        return OPEN
    if patterns.noun_to_come.match(right):
        return FUTURE
    if patterns.determiner_before and patterns.determiner_before.search(left):  # "the June 8 crash"
        return OPEN if patterns.open_noun.match(right) else UNSAID
    tense, weak_end = _last_tense(left, patterns)
    if tense and weak_end is None:
        return tense
    if patterns.open_before.search(left) or patterns.open_at.match(folded, start, end):
        return OPEN
    if weak_end is None:
        return _first_tense(right, patterns)
    return PAST if _ADJACENT.match(left, weak_end) else LIKELY_PAST


def is_surely_to_come(text: str, folded: str, start: int, end: int, language: Language) -> bool:
    """Whether a noun after the day at ``start:end``, or the last verb before it, puts it after the day of writing."""
    patterns = _tense_patterns(language)
    first, last = sentence_bounds(text, start, end, _TENSE_REACH)
    if patterns.noun_to_come.match(folded, end, last):
        return True
    left = folded[first:start]
    clauses = [match.end() for match in patterns.cue.finditer(left) if match.lastgroup == "clause"]
    left = left[clauses[-1] if clauses else 0 :]
    return patterns.surely_to_come.search(left) is not None and _last_tense(left, patterns) == (FUTURE, None)


def _last_tense(left: str, patterns: _TensePatterns) -> tuple[int, int | None]:
    """The tense that the last word gives that gives one; where that word ends if it is a weak one, else None."""
    tense, weak_end, is_planned = UNSAID, None, False
    for match in patterns.cue.finditer(left):
        kind = match.lastgroup
        if kind in ("future", "past"):
            tense, weak_end, is_planned = FUTURE if kind == "future" else PAST, None, kind == "future"
        elif kind == "weak" and not is_planned:  # "will be arrested on" has not happened
            tense, weak_end = PAST, match.end()
        elif kind in ("stop", "clause"):
            is_planned = False
    return tense, weak_end


def _first_tense(right: str, patterns: _TensePatterns) -> int:
    """The tense that the first word after a date gives."""
    for match in patterns.cue.finditer(right):
        if match.lastgroup in ("future", "past", "weak"):
            return FUTURE if match.lastgroup == "future" else LIKELY_PAST
    return UNSAID
