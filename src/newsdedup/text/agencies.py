"""The news agency whose report an article prints: "TARSIN (Reuters) - …", "Theo TTXVN, …", "… (Theo AFP)"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping

from attrs import frozen

from newsdedup.languages import forgotten_with_languages, known_languages

_DATELINE_REACH = 600  # characters in which a dateline may be
_SOURCE_REACH = 300  # characters in which the source may be named at the end
_SENTENCES_OF_LEAD = 2


@frozen
class _AgencyPatterns:
    names: Mapping[str, str]  # the name of an agency by each of its printed forms
    dateline: re.Pattern[str]
    end: re.Pattern[str]
    rights: re.Pattern[str]
    attribution: re.Pattern[str]


def agency_of(plain: str, sentences: Iterable[tuple[int, int]]) -> str | None:
    """The agency that an article names as its source, in a dateline, in its lead or at its end.

    Parameters
    ----------
    plain : str
        The text, as of `newsdedup.text.normal_form.normalise`.
    sentences : iterable of (int, int)
        The spans of its sentences, in order.

    Examples
    --------
    >>> agency_of("TARSIN (Reuters) - Nine people died when a ferry sank.", [(0, 54)])
    'Reuters'
    >>> agency_of("Police told Reuters that nine people died.", [(0, 42)]) is None
    True
    """
    patterns = _agency_patterns()
    found = patterns.dateline.search(plain[:_DATELINE_REACH]) or _at_the_end(plain[-_SOURCE_REACH:].rstrip(), patterns)
    if found:
        return patterns.names[_printed_name(found)]
    lead = (plain[start:end] for start, end in list(sentences)[:_SENTENCES_OF_LEAD])
    return next(filter(None, map(cited_agency, lead)), None)


@forgotten_with_languages
@functools.lru_cache(maxsize=4096)  # a sentence is read once for each of its figures
def cited_agency(sentence: str) -> str | None:
    """The agency to which a sentence is attributed: "nine people drowned, Reuters reported"."""
    patterns = _agency_patterns()
    found = patterns.attribution.search(sentence)
    return patterns.names[_printed_name(found)] if found else None


def _at_the_end(tail: str, patterns: _AgencyPatterns) -> re.Match[str] | None:
    return patterns.end.search(tail) or patterns.rights.search(tail)


def _printed_name(match: re.Match[str]) -> str:
    return next(group for group in match.groups() if group)


@forgotten_with_languages
@functools.cache
def _agency_patterns() -> _AgencyPatterns:
    languages = list(known_languages().values())
    names = {printed: name for language in languages for printed, name in language.agencies.items()}
    name = rf"({_alternatives(names)})(?!\w)"
    verbs = _alternatives(verb for language in languages for verb in language.agency_verbs)
    according = _alternatives(words for language in languages for words in language.speech.according)
    return _AgencyPatterns(
        names=names,
        dateline=re.compile(rf"^(?:[^()\n]{{0,60}}\({name}[^()\n]{{0,20}}\)|{name})\s*[-–—:]", re.MULTILINE),
        end=re.compile(
            rf"\((?:(?i:{according})\s+)?(?:[^\W\d_]+\s+){{0,2}}?{name}[^()\n:]{{0,30}}\)[\s.]*$|"
            rf"(?:(?<!\w)(?i:{according})\s+(?:[^\W\d_]+\s+){{0,2}}?|\n\s*|\./\.?\s*){name}(?:/[^\n]{{0,20}})?[\s.]*$"
        ),
        rights=re.compile(rf"(?i:copyright|©)[\s\d©]*(?:(?i:by|the)\s+)*{name}"),
        attribution=re.compile(
            rf"(?<!\w)(?i:{according})\s+(?:[^\W\d_]+\s+){{0,3}}?{name}|"
            rf"(?<!\w){name}(?:\s+[^\W\d_]+){{0,2}}?\s+(?:{verbs})(?!\w)"
        ),
    )


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
