"""Page furniture: bylines, credits, share bars, comment forms and teasers around an article."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from itertools import islice

from attrs import frozen

from newsdedup.languages import Language, known_languages, language_of
from newsdedup.text import Text, normalise

Span = tuple[int, int]

_NEVER = r"(?!)"
_LINE = re.compile(r"[^\r\n]+")
_MARKUP = re.compile(r"[\W_]*$")
_AGENCY = re.compile(r"\s*(?:\([^()]{2,30}\)|/.{2,40})\s*$")  # "(TTXVN)", "/Báo Mới"
_WORD = re.compile(r"[^\s&,–-]+")
_BEFORE_WORD, _AFTER_WORD = 40, 160  # characters beside the word that tells it that a credit has, at most
_NAMES = 8  # words in a line of names, at most
_LONGEST = 200  # characters of a line that are looked at: longer lines of furniture say so at their beginning
_TAIL = 0.25  # the article can end in its last quarter; what follows is not the article


@frozen
class _Patterns:
    furniture: re.Pattern[str]
    ends: re.Pattern[str]
    credit: re.Pattern[str]
    credit_word: re.Pattern[str]


def body(text: Text, language: str | None = None) -> list[Span]:
    """The stretches of ``text.plain`` that are the article itself.

    Parameters
    ----------
    text : Text
        A normalised article text.
    language : str or None
        Code of its language; None tries the patterns of every known language.

    Returns
    -------
    list of (int, int)
        Start and end of each line of the article, photo credits left out, in order. A text that
        is nothing but furniture is its own body: better a poor body than none.
    """
    return parts(text, language)[0]


def parts(text: Text, language: str | None = None) -> tuple[list[Span], list[Span]]:
    """The stretches of the article itself, as `body` gives them, and the whole lines that are page furniture."""
    lines = _lines(text.plain)
    return _parts(text, lines, _beginnings(text.plain, lines), _patterns(language))


def bare(text: str, language: str | None = None) -> str:
    """The article itself, line by line, without page furniture; only composed letters are understood."""
    lines = _lines(text)
    beginnings = normalise("\n".join(_beginnings(text, lines))).plain.split("\n") if lines else []
    pieces, _ = _parts(Text(text, text), lines, beginnings, _patterns(language))
    return "\n".join(text[start:end] for start, end in pieces)


def _parts(
    text: Text, lines: list[Span], beginnings: Iterable[str], patterns: _Patterns
) -> tuple[list[Span], list[Span]]:
    kept = _article_lines(lines, beginnings, len(text.plain), patterns)
    pieces = [piece for line in kept for piece in _without_credits(text, line, patterns)]
    known = set(kept)
    return pieces or lines, [line for line in lines if line not in known]


def _lines(plain: str) -> list[Span]:
    """Start and end of each line that is not empty; a plain split is many times as fast as a pattern."""
    if "\r" in plain:
        return [(match.start(), match.end()) for match in _LINE.finditer(plain)]
    lines, start = [], 0
    for line in plain.split("\n"):
        if line:
            lines.append((start, start + len(line)))
        start += len(line) + 1
    return lines


def _beginnings(plain: str, lines: Iterable[Span]) -> list[str]:
    """As much of each line as tells whether it is furniture."""
    return [plain[start : min(end, start + _LONGEST)] for start, end in lines]


@functools.cache
def _patterns(code: str | None) -> _Patterns:
    """Furniture lines, last lines and credits of a language, or of all where it is unknown."""
    known = language_of(code)
    languages: list[Language] = [known] if known else list(known_languages().values())
    lines, ends, photo_credits = (
        [normalise(pattern).plain for language in languages for pattern in getattr(language, name)]
        for name in ("furniture", "ends_article", "credits")
    )
    return _Patterns(
        furniture=_whole_line(lines),
        ends=_whole_line(ends),
        credit=re.compile("|".join(photo_credits) or _NEVER, re.IGNORECASE),
        credit_word=re.compile("|".join(word for language in languages for word in language.credit_words) or _NEVER),
    )


def _whole_line(patterns: list[str]) -> re.Pattern[str]:
    return re.compile(rf"^\W*(?:{'|'.join(patterns) or _NEVER})\W*$", re.IGNORECASE)


def _article_lines(lines: Iterable[Span], beginnings: Iterable[str], length: int, patterns: _Patterns) -> list[Span]:
    kept: list[Span] = []
    last = ""
    for (start, end), beginning in zip(lines, beginnings, strict=True):
        line = beginning.strip()
        in_tail = start > 0 and length - end < _TAIL * length
        if in_tail and (patterns.ends.match(line) or _is_signature(line)):
            break
        if line and not _is_markup(line) and not patterns.furniture.match(line):
            kept.append((start, end))
            last = line if end - start <= _LONGEST else ""
    if len(kept) > 1 and _are_names(last):
        kept.pop()  # the author's name
    return kept


def _is_markup(line: str) -> bool:
    """Whether a line is without a single letter or digit."""
    return not line[0].isalnum() and _MARKUP.match(line) is not None


def _is_signature(line: str) -> bool:
    """Names with their agency or outlet: the last line of an article."""
    may_be = len(line) < _LONGEST and (line.endswith(")") or "/" in line)  # most lines are told by this alone
    agency = _AGENCY.search(line) if may_be else None
    return agency is not None and _are_names(line[: agency.start()])


def _are_names(line: str) -> bool:
    capitals = [word.group()[0].isupper() for word in islice(_WORD.finditer(line), _NAMES + 1)]
    return 0 < len(capitals) <= _NAMES and all(capitals) and line[-1] not in ":?!…"


def _without_credits(text: Text, line: Span, patterns: _Patterns) -> Iterator[Span]:
    start, end = line
    for word in patterns.credit_word.finditer(text.folded, start, end):
        near = max(start, word.start() - _BEFORE_WORD), min(end, word.end() + _AFTER_WORD)
        match = patterns.credit.search(text.plain, *near) if word.start() >= start else None
        if match is None or match.start() > word.start():  # that one has a word of its own
            continue
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < end:
        yield start, end
