"""Whose report an article prints: "TARSIN (Reuters) - …", "By Ann Vale, Associated Press", "… (Theo VnExpress)"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from attrs import frozen

from newsdedup.languages import forgotten_with_languages, known_languages
from newsdedup.text.normal_form import fold_case
from newsdedup.text.outlet_keys import is_agency, is_aggregator, is_known_outlet, is_no_outlet, outlet_key
from newsdedup.text.phrases import any_as_printed, has_any, signs_of

_BYLINE_REACH: Final = 600  # characters in which a dateline or a byline may be
_SOURCE_LINE_REACH: Final = 300  # characters in which the source may be named at the end
_LINES_OF_HEAD: Final = 3  # lines of which one may be the name of an agency alone
_SENTENCES_OF_LEAD: Final = 2
_LONGEST_NAME: Final = 6  # in the name of an outlet
_CUE_TO_NAME: Final = 3  # words between a cue and the name ("the newspaper", "đã")
_REACH_BEFORE, _REACH_AFTER = 80, 100  # characters before a verb and after a cue in which the name is
_NAME_END: Final = re.compile(r"[,;:()\[\]\"“”«»–—]|[.!?](?=\s|$)")
_LISTED: Final = re.compile(r"\s*[,/&]\s*")
_GENITIVE: Final = re.compile(r"['’]s?\b.*$")


@frozen
class PrintedSource:
    """An agency or outlet that a text names as the source of what it says."""

    name: str  # the one name of an agency; that of another outlet as printed
    words: str  # the words that name it
    is_sure: bool = True  # whether the tables or the words around it make the name that of an outlet

    @property
    def key(self) -> str:
        """One key for all its names."""
        return outlet_key(self.name)


def printed_source(plain: str, sentences: Iterable[tuple[int, int]]) -> PrintedSource | None:
    """The agency or outlet that an article names as its source, in a dateline, byline, in its lead or at its end.

    Parameters
    ----------
    plain : str
        The text, as of `newsdedup.text.normal_form.normalise`.
    sentences : iterable of (int, int)
        The spans of its sentences, in order.

    Examples
    --------
    >>> printed_source("TARSIN (Reuters) - Nine people died when a ferry sank.", [(0, 54)]).name
    'Reuters'
    >>> printed_source("Police told Reuters that nine people died.", [(0, 42)]) is None
    True
    """
    patterns = _source_patterns()
    head, tail = plain[:_BYLINE_REACH], plain[-_SOURCE_LINE_REACH:].rstrip()
    agency = _agency_of_head(head, patterns) or _agency_of_tail(tail, patterns)
    if agency:
        return _agency_in(agency)
    return _labelled(tail, patterns) or _source_of_lead(plain, sentences)


def _agency_of_head(head: str, patterns: _SourcePatterns) -> re.Match[str] | None:
    if not has_any(head, patterns.agencies):
        return None
    return patterns.dateline.search(head) or patterns.byline.search(head) or _first_line(head, patterns)


def _agency_of_tail(tail: str, patterns: _SourcePatterns) -> re.Match[str] | None:
    if not has_any(tail, patterns.agencies):
        return None
    return patterns.end.search(tail) or patterns.rights.search(tail) or patterns.contributed.search(tail)


def _source_of_lead(plain: str, sentences: Iterable[tuple[int, int]]) -> PrintedSource | None:
    lead = (plain[start:end] for start, end in list(sentences)[:_SENTENCES_OF_LEAD])
    return next((one for sentence in lead for one in reported_by(sentence) if one.is_sure), None)


def _first_line(head: str, patterns: _SourcePatterns) -> re.Match[str] | None:
    lines = [line for line in head.split("\n") if line.strip()][:_LINES_OF_HEAD]
    return next(filter(None, map(patterns.line.fullmatch, lines)), None) if len(lines) > 1 else None


def _agency_in(match: re.Match[str]) -> PrintedSource:
    printed = next(group for group in match.groups() if group)
    return PrintedSource(_source_words().agencies[printed], " ".join(match.group().split()))


def _labelled(tail: str, patterns: _SourcePatterns) -> PrintedSource | None:
    """The outlet after "Source:" or "Theo" at the end of a text, or a known outlet in the last brackets."""
    match = patterns.bracketed.search(tail) or patterns.labelled.search(tail)
    if match is None:
        return None
    label, names = match.group("label") or "", [name.split() for name in _LISTED.split(match.group("name"))]
    is_bare = match.group()[0] != "("
    if is_bare and (not all(map(_is_one_name, names)) or not (" " in label.strip() or label[0].isupper())):
        return None
    if is_bare and match.group().endswith(".") and " " not in label.strip():
        return None  # a sentence
    name = _whole_name(names[0], is_new=bool(label))
    return PrintedSource(name, " ".join(match.group().split())) if name else None


def _is_one_name(words: Sequence[str]) -> bool:
    return bool(words) and (len(words) == 1 or _run_of(words) == list(words))


def _whole_name(words: Sequence[str], *, is_new: bool) -> str | None:
    """The name that these words end with, if a table has it, else all of them where they are one name."""
    runs = (words[number:] for number in range(len(words)))
    keys = {" ".join(run): outlet_key(" ".join(run)) for run in runs}
    known = next((name for name, key in keys.items() if is_known_outlet(key)), None)
    whole = " ".join(words)
    if known or not (is_new and _is_one_name(words)):
        return known
    return None if is_no_outlet(keys[whole]) or is_aggregator(keys[whole]) else whole


@forgotten_with_languages
@functools.lru_cache(maxsize=4096)  # a sentence is read once for each of its figures
def cited_outlets(sentence: str) -> tuple[PrintedSource, ...]:
    """The agencies and outlets to which a sentence may be attributed, the original source first.

    Examples
    --------
    >>> [one.name for one in cited_outlets("Forty people died, the BBC reported, citing Reuters.")]
    ['Reuters', 'BBC']
    """
    patterns = _source_patterns()
    citing = _source_after(sentence, patterns.citing)
    return tuple(dict.fromkeys((*citing, *reported_by(sentence))))


@forgotten_with_languages
@functools.lru_cache(maxsize=4096)
def reported_by(sentence: str) -> tuple[PrintedSource, ...]:
    """The agencies and outlets whose report a sentence may repeat: "according to Reuters", "the BBC reported"."""
    patterns = _source_patterns()
    return (*_source_after(sentence, patterns.according), *_source_before(sentence, patterns.verbs))


def _source_after(sentence: str, cues: _Cues) -> Iterator[PrintedSource]:
    """The outlets that are named right after words such as "according to"; a mark ends the name."""
    for cue in cues.finditer(sentence):
        words = _words_up_to_a_mark(sentence, cue.end())
        first = next((number for number, word in enumerate(words[: _CUE_TO_NAME + 1]) if word[0].isupper()), None)
        if first is not None and (source := _outlet_among(words, first, _run_of(words[first:]), cue.group())):
            yield source


def _source_before(sentence: str, verbs: _Cues) -> Iterator[PrintedSource]:
    """The outlets that are named right before verbs such as "reported"; the mark before them starts the name."""
    for verb in verbs.finditer(sentence):
        part = _NAME_END.split(sentence[max(0, verb.start() - _REACH_BEFORE) : verb.start()])[-1]
        words = part.split()
        last = max((number for number, word in enumerate(words) if word[0].isupper()), default=-1)
        if 0 <= last >= len(words) - 1 - _CUE_TO_NAME:
            first = last
            while first > 0 and words[first - 1][0].isupper():
                first -= 1
            source = _outlet_among(words[:-_LONGEST_NAME:-1][::-1], None, _run_of(words[first:]), verb.group())
            if source:
                yield source


def _outlet_among(words: Sequence[str], first: int | None, run: Sequence[str], cue: str) -> PrintedSource | None:
    """The longest name in these words that a table has, else the run of capitalised words."""
    known = _known_name(words)
    name = known or " ".join(run)
    key = outlet_key(name)
    if is_no_outlet(key) or is_aggregator(key):
        return None
    before = words[:first] if first is not None else words[: max(0, len(words) - len(run))]
    printed = f"{name} {cue}" if first is None else " ".join((cue, *before, name))
    is_sure = known is not None or _reads_as_outlet(before, run)
    return PrintedSource(_source_words().agencies.get(name, name), printed, is_sure)


def _known_name(words: Sequence[str]) -> str | None:
    """The longest run of words that the tables know as an outlet; a plain word needs "the" before it."""
    starts = [number for number, word in enumerate(words) if word[0].isupper()]
    spans = [(first, end) for first in starts for end in range(first + 1, min(len(words), first + _LONGEST_NAME) + 1)]
    for first, end in sorted(spans, key=lambda span: span[0] - span[1]):
        name = _GENITIVE.sub("", " ".join(words[first:end]))
        key = outlet_key(name)
        if is_agency(key) or (is_known_outlet(key) and _may_be_outlet(words, first, end)):
            return name
    return None


def _may_be_outlet(words: Sequence[str], first: int, end: int) -> bool:
    """Whether a known name is that of an outlet here, not a word ("Fox") or a part of a name ("Bộ Giao thông")."""
    name, before, after = words[first:end], words[first - 1] if first else "", words[end] if end < len(words) else ""
    if not all(word[1:].islower() for word in name) or before.lower() in _source_words().articles:
        return True
    return len(name) > 1 and not before.istitle() and not after.istitle()


def _reads_as_outlet(before: Sequence[str], run: Sequence[str]) -> bool:
    """Whether a name is an outlet's by the noun before it ("the newspaper"), or by a word in it ("Gazette")."""
    if any(" ".join(before[-length:]).lower() in _source_words().nouns for length in (1, 2, 3)):
        return " ".join(run) not in _source_words().countries
    return len(run) > 1 and not _source_words().parts.isdisjoint(run[1:])


def _words_up_to_a_mark(sentence: str, start: int) -> list[str]:
    """The words after an offset up to the first mark, at most those of a name with what may be before it."""
    return _NAME_END.split(sentence[start : start + _REACH_AFTER].lstrip(), maxsplit=1)[0].split()[
        : _LONGEST_NAME + _CUE_TO_NAME
    ]


def _run_of(words: Sequence[str]) -> list[str]:
    """The first words that are capitalised, with small words between them; a genitive ends it."""
    run: list[str] = []
    for word in words[:_LONGEST_NAME]:
        if not (word[0].isupper() or word[0].isdigit() or (run and word.lower() in _source_words().links)):
            break
        run.append(_GENITIVE.sub("", word))
        if run[-1] != word:
            break
    while run and run[-1].lower() in _source_words().links:
        run.pop()
    return run


@frozen
class _SourceWords:
    """Words of all languages beside and in the names of agencies and outlets."""

    agencies: Mapping[str, str]  # the one name of an agency by each of its printed forms
    nouns: frozenset[str]  # before a name, which make any name an outlet's: "the newspaper"
    parts: frozenset[str]  # of names: "Gazette"
    links: frozenset[str]  # small words within names
    articles: frozenset[str]  # before a name, which make a plain word one: "the Express"
    countries: frozenset[str]


@forgotten_with_languages
@functools.cache
def _source_words() -> _SourceWords:
    languages = known_languages().values()
    return _SourceWords(
        agencies={printed: name for language in languages for printed, name in language.press.agencies.items()},
        nouns=frozenset(noun for language in languages for noun in language.press.nouns),
        parts=frozenset(word for language in languages for word in language.outlet_words),
        links=frozenset(word for language in languages for word in language.outlet_links),
        articles=frozenset(word for language in languages for word in language.outlet_openings),
        countries=frozenset(name for language in languages for name in language.places.countries),
    )


@frozen(eq=False)
class _Cues:
    """Words as a pattern, which is only tried where one of them is."""

    pattern: re.Pattern[str]
    signs: tuple[str, ...]  # in lower case

    def search(self, text: str) -> re.Match[str] | None:
        """The first match."""
        return self.pattern.search(text) if has_any(fold_case(text), self.signs) else None

    def finditer(self, text: str) -> Iterable[re.Match[str]]:
        """All matches."""
        return self.pattern.finditer(text) if has_any(fold_case(text), self.signs) else ()


def _cues(pattern: str, words: Iterable[str]) -> _Cues:
    return _Cues(re.compile(pattern), signs_of(map(fold_case, words)))


@frozen
class _SourcePatterns:
    dateline: re.Pattern[str]
    byline: re.Pattern[str]
    line: re.Pattern[str]
    end: re.Pattern[str]
    rights: re.Pattern[str]
    contributed: re.Pattern[str]
    bracketed: re.Pattern[str]
    labelled: _Cues
    according: _Cues
    citing: _Cues
    verbs: _Cues
    agencies: tuple[str, ...]  # the names of agencies, without those that have another one within


@forgotten_with_languages
@functools.cache
def _source_patterns() -> _SourcePatterns:
    languages = known_languages().values()
    name = rf"({any_as_printed(_source_words().agencies)})(?!\w)"
    after = {words for language in languages for words in language.speech.according}
    according = any_as_printed(after)
    verbs = {verb for language in languages for verb in language.press.verbs}
    cited = {words for language in languages for words in language.press.cited_after}
    source_labels = {words for language in languages for words in language.press.source_labels}
    labels = any_as_printed(source_labels)
    contributed = any_as_printed(words for language in languages for words in language.press.contributed)
    by = any_as_printed(word for language in languages for word in language.press.bylines)
    person = r"[^\W\d_a-z][^\s,|/]*"
    return _SourcePatterns(
        dateline=re.compile(rf"^(?:[^()\n]{{0,60}}\({name}[^()\n]{{0,20}}\)|{name})\s*[-–—:]", re.MULTILINE),
        byline=re.compile(
            rf"(?:^|(?<=[\n.|]))\s*(?i:{by}):?\s+(?:(?:{person}|and|&)[\s,]+){{0,8}}?"
            rf"(?:[,|/–—-]\s*|of\s+)?(?i:the\s+)?{name}(?=\s*(?:$|\n|[|,.–—-]|[^\W_a-z]))"
        ),
        line=re.compile(rf"\s*(?i:the\s+)?{name}(?:\s+(?:Staff|News|Writers?|Reporters?))?[\s.]*"),
        end=re.compile(
            rf"\((?:(?i:{according}|{labels})\s*:?\s+)?(?:[^\W\d_]+\s+){{0,2}}?{name}[^()\n:]{{0,30}}\)[\s.]*$|"
            rf"(?:(?<!\w)(?i:{according}|{labels}):?\s+(?:[^\W\d_]+\s+){{0,2}}?|\n\s*|\./\.?\s*|(?<=\w)\s?/\s?|[–—]\s)"
            rf"{name}(?:\s?[/,&][^\n.]{{0,30}})?[\s.]*$"
        ),
        rights=re.compile(rf"(?i:copyright|©)[\s\d©]*(?:(?i:by|the)\s+)*{name}"),
        contributed=re.compile(rf"{name}[^.\n]{{0,60}}?\s(?i:{contributed})(?!\w)"),
        bracketed=re.compile(rf"\((?P<label>(?i:{labels})\s*:?\s+)?(?P<name>[^()\n:]{{2,60}})\)[\s.]*$"),
        labelled=_cues(
            rf"(?:^|(?<=\s))(?P<label>(?i:{labels})\s*:?\s+)(?P<name>[^\n.!?:()]{{2,60}}(?:\.\w{{2,4}})*)[\s.]*$",
            source_labels,
        ),
        agencies=signs_of(_source_words().agencies),
        according=_cues(rf"(?<!\w)(?i:{according})(?!\w)", after),
        citing=_cues(rf"(?<!\w)(?i:{any_as_printed(cited)})(?!\w)", cited),
        verbs=_cues(rf"(?<![\w-])(?:{any_as_printed(verbs)})(?!\w)", verbs),
    )
