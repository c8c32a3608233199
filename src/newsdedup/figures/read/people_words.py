"""The words of a sentence, and what each can be in a mention of people."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from newsdedup.languages import Language
from newsdedup.text.normal_form import fold_case
from newsdedup.text.phrases import plain

_SENTENCE_WORD = re.compile(
    r"(?:[^\W\d_]\.)+(?=[\s,])|[A-Z][a-z]{1,2}\.(?=\s[A-Z])"  # initials, "Rep. Davis"
    r"|\d+(?:[.,]\d+)+|[^\W_]+(?:[-'’][^\W_]+)*|[^\w\s]|[\r\n]"
)
_PAUSES = frozenset(",()")
_BREAKS = frozenset(';:!?"“”\r\n—–')
_MOST_FORMS = 1 << 15  # words whose kind is kept in memory


class Kind(StrEnum):
    """What a word can be in a mention of people."""

    ONE = "one"
    MANY = "many"
    GROUP = "group"
    PRONOUN = "pronoun"
    NOBODY = "nobody"
    NUMBER = "number"
    DETERMINER = "determiner"
    COUNTED = "counted"
    PLURAL = "plural"
    TITLE = "title"
    NAME = "name"
    AND = "and"
    END = "end"
    PAUSE = "pause"
    BREAK = "break"
    OTHER = "other"


_IN_PLACE = (Kind.TITLE, Kind.NUMBER)  # kinds of words that their neighbours may make another


class Word(NamedTuple):
    """A word of a sentence and what it can be in a mention of people."""

    start: int
    end: int
    kind: Kind
    folded: str
    is_possessor: bool = False

    @property
    def ends_clause(self) -> bool:
        """Whether it is a punctuation mark that ends a clause."""
        return self.kind in (Kind.PAUSE, Kind.BREAK)


class _Form(NamedTuple):
    """What a word is in any place."""

    kind: Kind
    bare: str  # the word in lower case, without its possessive ending
    is_possessor: bool  # whether it has a possessive ending
    most: int  # the most words of a phrase of the tables that it begins


@functools.cache
def _kinds_of(language: Language) -> Mapping[str, Kind]:
    """What each word or phrase of a language is; a phrase of several tables has the kind of the last one."""
    people, dates = language.people, language.dates
    spoken = (cue for role in language.roles for cue in (*role.cues, *role.cues_before) if " " not in cue)
    tables = (
        (
            Kind.END,
            (*spoken, *language.unreal, *language.noun_ends, *people.prepositions, *dates.weekdays, *dates.months),
        ),
        (Kind.AND, people.joined_by),
        (Kind.NUMBER, (*language.numerals.words, *language.scales)),
        (Kind.DETERMINER, people.determiners),
        (Kind.COUNTED, people.ones),
        (Kind.TITLE, people.titles),
        (Kind.PLURAL, people.plurals),
        (Kind.MANY, people.many),
        (Kind.ONE, people.one),
        (Kind.PRONOUN, people.pronouns),
        (Kind.GROUP, people.groups),
        (Kind.NOBODY, people.nobody),
    )
    return MappingProxyType({plain(phrase): kind for kind, phrases in tables for phrase in phrases})


@functools.cache
def _longest_phrases(language: Language) -> Mapping[str, int]:
    """The words that begin a phrase of several words in the tables, and the most that such a phrase has."""
    most: dict[str, int] = {}
    for first, *others in map(str.split, _kinds_of(language)):
        if others:
            most[first] = max(most.get(first, 1), 1 + len(others))
    return MappingProxyType(most)


class _Forms(dict[str, _Form]):
    """What each word of a language is in any place, found once."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._kinds, self._phrases = _kinds_of(language), _longest_phrases(language)
        self._possessive_endings = language.people.possessive_endings

    def __missing__(self, printed: str) -> _Form:
        if len(self) >= _MOST_FORMS:  # names make them endless
            self.clear()
        folded = fold_case(printed)
        possessive = next(filter(folded.endswith, self._possessive_endings), "")
        bare = folded.removesuffix(possessive)
        kind = self._kinds.get(bare) or _kind_of_other(bare, is_capital=printed[0].isupper())
        self[printed] = form = _Form(kind, bare, bool(possessive), self._phrases.get(folded, 1))
        return form


_forms_of = functools.cache(_Forms)


def words_in(printed: str, folded: str, start: int, end: int, language: Language) -> list[Word]:
    """The words of a span, a phrase of the tables taken as one word, each with what it can be."""
    forms, kinds = _forms_of(language), _kinds_of(language)
    found = [(match.group(), match.span()) for match in _SENTENCE_WORD.finditer(printed, start, end)]
    words: list[Word] = []
    at = 0
    while at < len(found):
        word, (first, last) = found[at]
        kind, bare, is_possessor, most = forms[word]
        at += 1
        if most > 1 and (size := _size_of_phrase(folded, found[at - 1 : at - 1 + most], kinds)) > 1:
            at += size - 1
            last = found[at - 1][1][1]
            kind, bare, is_possessor, _ = forms[printed[first:last]]
        elif word == "." and printed[last : last + 1].isupper():  # no space after it: two sentences in one
            kind = Kind.BREAK
        words.append(Word(first, last, kind, bare, is_possessor))
    in_place = [(index, _in_place(words, index, printed)) for index, word in enumerate(words) if word.kind in _IN_PLACE]
    for index, known in in_place:
        words[index] = known
    return words


def _size_of_phrase(folded: str, found: Sequence[tuple[str, tuple[int, int]]], kinds: Mapping[str, Kind]) -> int:
    """How many of these words are a phrase of the tables; 1 where none begins."""
    first = found[0][1][0]
    sizes = range(len(found), 1, -1)
    return next((size for size in sizes if folded[first : found[size - 1][1][1]] in kinds), 1)


def _in_place(words: Sequence[Word], index: int, printed: str) -> Word:
    """What a title or number is among its neighbours: a part of a name ("Anh", "Bốn"), or a title before one."""
    word = words[index]
    if index and printed[word.start].isupper() and (word.kind == Kind.TITLE or words[index - 1].kind == Kind.NAME):
        return word._replace(kind=Kind.NAME)
    if word.kind == Kind.NUMBER:
        return word
    return word._replace(
        kind={Kind.NAME: Kind.ONE, Kind.ONE: Kind.DETERMINER}.get(kind_after(words, index), Kind.OTHER)
    )


def _kind_of_other(word: str, *, is_capital: bool) -> Kind:
    if word in _PAUSES:
        return Kind.PAUSE
    if word in _BREAKS:
        return Kind.BREAK
    if word[0].isdecimal() and word[-1].isdecimal():
        return Kind.NUMBER
    return Kind.NAME if is_capital else Kind.OTHER


def kind_after(words: Sequence[Word], index: int) -> Kind:
    """The kind of the word after the word `index`."""
    return words[index + 1].kind if index + 1 < len(words) else Kind.END
