"""Page furniture: bylines, credits, share bars, comment forms, menus, footers and teasers around an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from newsdedup.languages import Language, cached_by_language, forgotten_with_languages, known_languages, language_of
from newsdedup.text.menus import PagePatterns, footers_in, menus_in, subtracted
from newsdedup.text.normal_form import Span, Text, normalise, with_tones_in_place
from newsdedup.text.outlets import end_of_headline
from newsdedup.text.phrases import NEVER, lazily

_LINE = re.compile(r"[^\r\n]+")
_CUT_MARK = r"\[\+ ?\d[\d.,]* [^\W\d][^][]{2,20}\]"  # "[+2345 chars]", by which news APIs cut a text, in any language
_NO_WORDS = re.compile(r"[\W_]*$")
_AGENCY = re.compile(r"\s*(?:\([^()]{2,30}\)|/.{2,40})\s*$")  # "(TTXVN)", "/Báo Mới"
_NAME_PART = re.compile(r"[^\s&,–-]+")
_BEFORE_WORD, _AFTER_WORD = 40, 160  # characters of a credit before and after its typical word, at most
_NAMES = 8  # words in a line of names, at most
_READ_LENGTH = 200  # characters of a line that are read: long lines of furniture are known by their beginning
_HEADLINE_LENGTH = 300  # characters of a first line that can be a headline, at most
_LAST_PART = 0.25  # share of a text, at its end, in which the article can end before the text


def body_and_furniture(
    text: Text, language: str | None = None, source: str | None = None
) -> tuple[list[Span], list[Span]]:
    """The spans of ``text.plain`` that are the article itself, and those that are page furniture, in order.

    Photo credits, menus, footers and the name of the outlet after a headline are cut out of the lines. Without a
    language the patterns of every language are tried; `source` is the outlet. A text of furniture only is its own
    body, so that no body is empty.
    """
    lines, patterns = _lines(text.plain), _furniture_patterns(language)
    kept = _article_lines(len(text.plain), lines, _line_beginnings(text.plain, lines), patterns)
    known = set(kept)
    pieces = _pieces(text, kept, patterns)
    body = _without_page(text, pieces, patterns, language, source)
    cut = [line for line in lines if line not in known]
    return body or lines, cut if body is pieces else sorted([*cut, *subtracted(pieces, body)])


def _line_beginnings(plain: str, lines: list[Span]) -> list[str]:
    return [plain[start : end if end - start < _READ_LENGTH else start + _READ_LENGTH] for start, end in lines]


def _lines(plain: str) -> list[Span]:
    """Start and end of each line that is not empty; `str.split` is many times as fast as a pattern."""
    if "\r" in plain:
        return [(match.start(), match.end()) for match in _LINE.finditer(plain)]
    lines, start = [], 0
    for line in plain.split("\n"):
        if line:
            lines.append((start, start + len(line)))
        start += len(line) + 1
    return lines


def bare(text: str, language: str | None = None, source: str | None = None) -> str:
    """The article itself, line by line, without page furniture, from a text in its normal form (`spelling`)."""
    lines, patterns = _lines(text), _furniture_patterns(language)
    if not lines:
        return ""
    beginnings = with_tones_in_place("\n".join(_line_beginnings(text, lines))).split("\n")
    kept = _article_lines(len(text), lines, beginnings, patterns)
    same = Text(text, text)
    body = _without_page(same, _pieces(same, kept, patterns), patterns, language, source)
    return "\n".join([text[start:end] for start, end in body or lines])


def without_menus(text: str, language: str | None = None) -> str:
    """The text without menus and footers, for texts that are compared as they are printed."""
    same = Text(text, text)
    whole = [(0, len(text))]
    body = _without_menus(same, whole, _furniture_patterns(language))
    return text if body is whole else "".join([text[start:end] for start, end in body])


@frozen
class _FurniturePatterns:
    furniture: re.Pattern[str]
    ends: re.Pattern[str]
    credit: re.Pattern[str]
    credit_word: re.Pattern[str]
    page: PagePatterns


@forgotten_with_languages
@cached_by_language
def _furniture_patterns(code: str | None) -> _FurniturePatterns:
    """Furniture lines, last lines and credits of a language, or of all languages if it is unknown."""
    known = language_of(code)
    languages: list[Language] = [known] if known else list(known_languages().values())
    lines, ends, photo_credits = (
        [normalise(pattern).plain for language in languages for pattern in getattr(language, name)]
        for name in ("furniture", "ends_article", "credits")
    )
    return _FurniturePatterns(
        furniture=_whole_line(lines),
        ends=_whole_line(ends),
        credit=lazily(lambda: f"(?i){'|'.join((_CUT_MARK, *photo_credits))}"),
        credit_word=re.compile("|".join((r"\[\+", *(word for one in languages for word in one.credit_words)))),
        page=PagePatterns.of(languages),
    )


def _whole_line(patterns: list[str]) -> re.Pattern[str]:
    return lazily(lambda: rf"(?i)^\W*(?:{'|'.join(patterns) or NEVER})\W*$")


def _article_lines(length: int, lines: list[Span], beginnings: list[str], patterns: _FurniturePatterns) -> list[Span]:
    tail = length - _LAST_PART * length
    kept: list[Span] = []
    last = ""
    for span, beginning in zip(lines, beginnings, strict=True):
        line = beginning.strip()
        if span[0] > 0 and span[1] > tail and (patterns.ends.match(line) or _is_signature(line)):
            break
        if line and not _is_markup(line) and not patterns.furniture.match(line):
            kept.append(span)
            last = line if span[1] - span[0] <= _READ_LENGTH else ""
    if len(kept) > 1 and _are_names(last):
        kept.pop()  # the author's name
    return kept


def _is_markup(line: str) -> bool:
    """Whether a line is without a single letter or digit."""
    return not line[0].isalnum() and _NO_WORDS.match(line) is not None


def _is_signature(line: str) -> bool:
    """Whether a line is names with their agency or outlet: the last line of an article."""
    may_be = len(line) < _READ_LENGTH and (line.endswith(")") or "/" in line)  # most lines are ruled out by this alone
    agency = _AGENCY.search(line) if may_be else None
    return agency is not None and _are_names(line[: agency.start()])


def _are_names(line: str) -> bool:
    count = 0
    for count, word in enumerate(_NAME_PART.finditer(line), 1):
        if count > _NAMES or not word.group()[0].isupper():
            return False
    return count > 0 and line[-1] not in ":?!…"


def _pieces(text: Text, lines: list[Span], patterns: _FurniturePatterns) -> list[Span]:
    """Lines without the photo credits in them; a search for their words shows quickly that most texts have none."""
    if not patterns.credit_word.search(text.folded):
        return lines
    return [piece for line in lines for piece in _without_credits(text, line, patterns)]


def _without_credits(text: Text, line: Span, patterns: _FurniturePatterns) -> Iterator[Span]:
    start, end = line
    for word in patterns.credit_word.finditer(text.folded, start, end):
        near = max(start, word.start() - _BEFORE_WORD), min(end, word.end() + _AFTER_WORD)
        match = patterns.credit.search(text.plain, *near) if word.start() >= start else None
        if match is None or match.start() > word.start():  # a credit that starts at a later word
            continue
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < end:
        yield start, end


def _without_page(
    text: Text, pieces: list[Span], patterns: _FurniturePatterns, language: str | None, source: str | None
) -> list[Span]:
    """Pieces without menus, footers and the outlet after a headline; the same list where there is none of these."""
    body = _without_menus(text, pieces, patterns)
    start, end = body[0] if body else (0, 0)
    if not 0 < end - start <= _HEADLINE_LENGTH or text.plain[start:end].rstrip()[-1:] in ".!?…":
        return body
    kept = end_of_headline(text.plain[start:end], source, language)
    return body if kept == end - start else [(start, start + kept), *body[1:]]


def _without_menus(text: Text, pieces: list[Span], patterns: _FurniturePatterns) -> list[Span]:
    menus = menus_in(text.plain, pieces, patterns.page)
    body = _with_words(text, subtracted(pieces, menus)) if menus else pieces
    footers = footers_in(text, body, patterns.page) if body else []
    body = _with_words(text, subtracted(body, footers)) if footers else body
    return body or pieces


def _with_words(text: Text, pieces: list[Span]) -> list[Span]:
    """The pieces that have a letter or a digit."""
    return [piece for piece in pieces if not _NO_WORDS.match(text.plain, *piece)]
