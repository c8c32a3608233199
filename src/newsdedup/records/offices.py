"""The offices that a page names, with the capitalised words that may name their holders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from newsdedup.languages import Language, cached_by_language
from newsdedup.records.person_names import begins_body
from newsdedup.text.names import Name, name_at, name_before, words_up_to_mark
from newsdedup.text.page import Page
from newsdedup.text.phrases import any_of, word_search

_HOLDER_REACH: Final = 40  # characters before an office in which its holder is named
_LEVEL_REACH: Final = 20  # characters before a name in which the word of a level is searched for
_MOST_BODY_WORDS: Final = 9  # words of the body that an office belongs to
_NEXT_WORD: Final = re.compile(r"[^\S\r\n]+([\w&-]+)")


@frozen
class CapitalisedWords:
    """Capitalised words in a row and the word after them; empty where there is none."""

    words: str
    follower: str = ""


@frozen
class Candidate:
    """Capitalised words that may name the holder of an office."""

    office: str  # its words, up to these words
    words: CapitalisedWords
    is_near: bool = True  # right after the office; words further on may be the name of the body that it belongs to
    is_after_level: bool = False  # a level comes right before them: after "Chủ tịch UBND tỉnh" comes a place


@frozen
class PageNames:
    """The names of one page."""

    capitalised: frozenset[CapitalisedWords] = frozenset()
    offices: tuple[tuple[Candidate, ...], ...] = ()  # for each office its candidates, the nearest first


def names_on(page: Page) -> PageNames:
    """The names of a page; which of them are people is decided from all articles of the event."""
    if page.language is None or page.language.naming.bodies_before_offices:
        return PageNames()
    return PageNames(
        frozenset(_words_of_name(name, page.language) for name in page.names), tuple(_offices(page, page.language))
    )


def _words_of_name(name: Name, language: Language) -> CapitalisedWords:
    """A name without the function word or form of address at its beginning."""
    words = words_up_to_mark(name.words.split(" "), language.naming.given_names_first)
    if len(words) > 1 and words[0].lower() in _not_in_names(language):
        words = words[1:]
    return CapitalisedWords(" ".join(words), "" if len(words) < name.words.count(" ") else name.follower)


def _is_of_body(name: Name, language: Language) -> bool:
    """Whether a name has a word that no person's has, or begins that of a body: "World Tour Final", "Đảng Xanh"."""
    words = name.words.lower().split(" ")
    if " ".join(words[:2]) in language.places.not_places:
        return True
    return begins_body(words[0], language) or not _never_in_names(language).isdisjoint(words)


@cached_by_language
def _never_in_names(language: Language) -> frozenset[str]:
    return frozenset(language.naming.not_names)


@cached_by_language
def _not_in_names(language: Language) -> frozenset[str]:
    return language.function_words.union(language.honorifics)


def _offices(page: Page, language: Language) -> Iterator[tuple[Candidate, ...]]:
    """The candidates of each office of a page; a form of address is not an office."""
    office, level = _office_patterns(language)
    for match in office.finditer(page.folded):
        if page.is_body(match.start()) and match.group() not in language.honorifics:
            before = _holder_before(page, language, match, level)
            after = tuple(_holders_after(page, language, match, level))
            yield (*before, *after) if before and _is_addressed(page, language, match) else (*after, *before)


@cached_by_language
def _office_patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """An office, and a level word at the end of one."""
    return (
        re.compile(word_search(language.offices, r"(?=\s)", not_before=r"\w")),
        re.compile(rf"(?<!\w)(?:{any_of((*language.places.levels, *language.places.offices))})\s+$"),
    )


def _holder_before(
    page: Page, language: Language, office: re.Match[str], level: re.Pattern[str]
) -> tuple[Candidate, ...]:
    """The name before an office in apposition: "Trần Văn An, Giám đốc Sở Y tế cho biết"."""
    name = name_before(page.text.plain, max(0, office.start() - _HOLDER_REACH), office.start())
    if name is None or level.search(page.folded, max(0, name.start - _LEVEL_REACH), name.start):
        return ()
    return (Candidate(_office_from(page, language, office), _words_of_name(name, language)),)


def _is_addressed(page: Page, language: Language, office: re.Match[str]) -> bool:
    """Whether the name before an office has a form of address or an office of its own: "ông Trần Văn An, Giám đốc"."""
    before = page.folded[max(0, office.start() - _HOLDER_REACH - _LEVEL_REACH) : office.start()]
    return _addressed(language).search(before) is not None


@cached_by_language
def _addressed(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(language.honorifics)})\s[^,;.\r\n–]{{3,40}}(?:,| ?[-–]) ?$")


def _office_from(page: Page, language: Language, office: re.Match[str]) -> str:
    """An office with the body that it belongs to, up to the first word that ends a noun phrase."""
    end = office.end()
    for _ in range(_MOST_BODY_WORDS):
        word = _NEXT_WORD.match(page.text.plain, end)
        if word is None or word.group(1).lower() in language.noun_ends:
            break
        end = word.end()
    return page.text.plain[office.start() : end].rstrip(" -–")


def _holders_after(
    page: Page, language: Language, office: re.Match[str], level: re.Pattern[str]
) -> Iterator[Candidate]:
    """The capitalised words that follow an office in the same clause."""
    plain, end = page.text.plain, office.end()
    for _ in range(_MOST_BODY_WORDS):
        word = _NEXT_WORD.match(plain, end)
        if word is None:
            return
        name = name_at(plain, word.start(1))
        if name is not None and not _is_of_body(name, language):
            is_after_level = level.search(page.folded, office.start(), name.start) is not None
            words = plain[office.start() : name.start].strip(" -–")
            yield Candidate(words, _words_of_name(name, language), name.start == office.end() + 1, is_after_level)
        end = name.end if name else word.end()
