"""Menus and footers of pages: runs of section names, and sentences of the page at either end of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import frozen

from newsdedup.languages import Language
from newsdedup.text.normal_form import Span, Text, normalise
from newsdedup.text.phrases import NEVER, alternatives, lazily
from newsdedup.text.sentences import sentences

_BETWEEN: Final = re.compile(r"[\s|·•/»›>]+")  # between the names of a menu
_UNKNOWN: Final = re.compile(r"[\s|·•/»›>]+(?:\w+[\s|·•/»›>]+){1,4}")  # a name that no table has
_HEAD, _TAIL = 120, 250  # characters at either end of a text that are searched for names of sections
_LEAST_NAMES: Final = 4  # in a row
_LEAST_MORE: Final = 2  # in a row, after an unknown name
_REACH: Final = 1_500  # characters at either end of a text in which footers are looked for
_NEAR: Final = 150  # characters at an end of a text that have a word of a footer, if there is one
_SHORT: Final = 60  # characters of a sentence that may lie between two of a footer
_LONGEST_FOOTER: Final = 500  # characters of a sentence of a footer


@frozen
class PagePatterns:
    """What is known of the pages of some languages."""

    section: re.Pattern[str]  # the name of a section as menus print it
    notice: re.Pattern[str]  # a whole sentence of the page, before or after an article
    footer: re.Pattern[str]  # the same, or a teaser of other articles, after it
    word: re.Pattern[str]  # a word of which every such sentence has one, in lower case

    @classmethod
    def of(cls, languages: Sequence[Language]) -> PagePatterns:
        """The patterns of these languages."""
        notices = [pattern for language in languages for pattern in language.footers]
        teasers = [pattern for language in languages for pattern in language.teasers]
        listed = [word for language in languages for word in language.footer_words]
        words = {form for word in listed for form in (word, normalise(word).plain)}
        return cls(
            section=re.compile(_any_name(name for language in languages for name in language.sections)),
            notice=_whole_sentence(notices),
            footer=_whole_sentence([*notices, *teasers]),
            word=re.compile(alternatives(words) or NEVER),
        )


def _whole_sentence(patterns: Sequence[str]) -> re.Pattern[str]:
    return lazily(lambda: rf"(?is)\W*(?:{'|'.join(normalise(one).plain for one in patterns) or NEVER})\W*")


def _any_name(names: Iterable[str]) -> str:
    """A pattern for names that begin with a capital, in old and new spelling; the first letter is searched first."""
    printed = {one for name in names for form in (name, normalise(name).plain) for one in _forms(form)}
    letters = sorted({name[0] for name in printed})
    by_letter = {letter: {name[1:] for name in printed if name[0] == letter} for letter in letters}
    starts = [rf"{letter}(?<![\w-]{letter}){alternatives(rests)}(?!\w)" for letter, rests in by_letter.items()]
    return "|".join(starts) or NEVER


def _forms(name: str) -> tuple[str, ...]:
    return name, " ".join(word[:1].upper() + word[1:] for word in name.split(" ")), name.upper()


def menus_in(plain: str, pieces: Sequence[Span], patterns: PagePatterns) -> list[Span]:
    """The menus of a text: at least four names of sections in a row.

    Most texts are not read for it: a menu begins with two names near an end of the text or at the beginning of a piece.
    """
    if not _may_have_menu(plain, pieces, patterns):
        return []
    runs = _joined_runs(plain, _runs(plain, 0, len(plain), patterns))
    return [(start, end) for start, end, names in runs if names >= _LEAST_NAMES]


def _may_have_menu(plain: str, pieces: Sequence[Span], patterns: PagePatterns) -> bool:
    length = len(plain)
    ends = ((0, min(length, _HEAD)), (max(_HEAD, length - _TAIL), length))
    if any(names > 1 for start, end in ends for *_, names in _runs(plain, start, end, patterns)):
        return True
    return any(_begins_with_two(plain, start, patterns) for start, _ in pieces if start >= _HEAD)


def _begins_with_two(plain: str, start: int, patterns: PagePatterns) -> bool:
    first = patterns.section.match(plain, start)
    between = _BETWEEN.match(plain, first.end()) if first else None
    return between is not None and patterns.section.match(plain, between.end()) is not None


def _runs(plain: str, begin: int, stop: int, patterns: PagePatterns) -> list[tuple[int, int, int]]:
    """Start, end and number of names of each run of names in a part of a text."""
    runs: list[tuple[int, int, int]] = []
    for match in patterns.section.finditer(plain, begin, stop):
        start, end = match.span()
        if runs and _BETWEEN.fullmatch(plain, runs[-1][1], start):
            runs[-1] = runs[-1][0], end, runs[-1][2] + 1
        else:
            runs.append((start, end, 1))
    return runs


def _joined_runs(plain: str, runs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Runs with one unknown name between them as one, if one of them is a menu by itself."""
    joined: list[tuple[int, int, int]] = []
    for start, end, names in runs:
        before = joined[-1] if joined else (0, 0, 0)
        fits = min(before[2], names) >= _LEAST_MORE and max(before[2], names) >= _LEAST_NAMES
        if fits and plain[before[1] :][:2].strip()[:1].isupper() and _UNKNOWN.fullmatch(plain, before[1], start):
            joined[-1] = before[0], end, before[2] + names
        else:
            joined.append((start, end, names))
    return joined


def footers_in(text: Text, pieces: Sequence[Span], patterns: PagePatterns) -> list[Span]:
    """The footers of a text: sentences of the page at its end, and at its beginning."""
    found: list[Span] = []
    first, last = pieces[0][0], pieces[-1][1]
    ends = text.folded[first : first + _NEAR] + text.folded[max(first, last - _NEAR) : last]
    if not patterns.word.search(ends):  # no sentence is looked for in most texts
        return found
    head = _end_of_head(text, pieces, patterns)
    if head > 0:
        found.append((first, head))
    tail = _start_of_tail(text, pieces, patterns)
    if tail is not None:
        found.append((tail, last))
    return found


def _is_whole(sentence: re.Pattern[str], plain: str, span: Span) -> bool:
    start, end = span
    return end - start <= _LONGEST_FOOTER and sentence.fullmatch(normalise(plain[start:end]).plain) is not None


def _end_of_head(text: Text, pieces: Sequence[Span], patterns: PagePatterns) -> int:
    end = 0
    for start, stop in pieces:
        for span in sentences(text, start, min(stop, start + _REACH)):
            if not _is_whole(patterns.notice, text.plain, span):
                return end
            end = span[1]
    return end


def _start_of_tail(text: Text, pieces: Sequence[Span], patterns: PagePatterns) -> int | None:
    if not _is_whole(patterns.footer, text.plain, _last_sentence(text, pieces[-1])):
        return None
    start, is_after_gap = None, False
    for span in _from_the_end(text, pieces):
        if _is_whole(patterns.footer, text.plain, span):
            start, is_after_gap = span[0], False
        elif is_after_gap or span[1] - span[0] > _SHORT:
            break
        else:
            is_after_gap = True
    return start


def _last_sentence(text: Text, piece: Span) -> Span:
    """The last sentence of a piece; most often it begins near the end, and nothing else is read."""
    start, end = piece
    for begin in (max(start, end - _NEAR), max(start, end - _LONGEST_FOOTER)):
        spans = sentences(text, begin, end)
        if len(spans) > 1:
            return spans[-1]
    return start, end


def _from_the_end(text: Text, pieces: Sequence[Span]) -> Iterator[Span]:
    """The sentences of a text from the last one on, as far as they are looked at."""
    for start, end in reversed(pieces):
        begin = max(start, end - _REACH)
        spans = sentences(text, begin, end)
        yield from reversed(spans if begin == start else spans[1:])  # the first one is cut
        if begin > start:
            return


def subtracted(spans: Sequence[Span], cuts: Sequence[Span]) -> list[Span]:
    """What is left of spans without the cuts; both are in order."""
    left = []
    for start, end in spans:
        for first, last in cuts:
            if last <= start or first >= end:
                continue
            if first > start:
                left.append((start, first))
            start = max(start, last)
        if start < end:
            left.append((start, end))
    return left
