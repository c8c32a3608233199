"""The words of a sentence, a phrase of the tables taken as one, and what each can be in a mention of people."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from newsdedup.figures.read.sentence import Sentence
from newsdedup.text.lexicon import Lexicon
from newsdedup.text.tagged import CAPITAL, DIGITS, LINE, SPACED, WORD
from newsdedup.text.tags import Tag

_PAUSES = frozenset(",()")
_BREAKS = frozenset(';:!?"“”–—')
_MOST_LETTERS_SHORTENED = 3  # "Rep.", "J."


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


_KIND_OF_TAG = {  # a phrase of several tables has the kind of the last one
    Tag.NOUN_END: Kind.END,
    Tag.UNREAL: Kind.END,
    Tag.CUE: Kind.END,
    Tag.CUE_BEFORE: Kind.END,
    Tag.PREPOSITION: Kind.END,
    Tag.DAY: Kind.END,
    Tag.MONTH: Kind.END,
    Tag.JOINED: Kind.AND,
    Tag.NUMERAL: Kind.NUMBER,
    Tag.DETERMINER: Kind.DETERMINER,
    Tag.COUNTED: Kind.COUNTED,
    Tag.TITLE: Kind.TITLE,
    Tag.PLURAL: Kind.PLURAL,
    Tag.MANY: Kind.MANY,
    Tag.ONE: Kind.ONE,
    Tag.PRONOUN: Kind.PRONOUN,
    Tag.GROUP: Kind.GROUP,
    Tag.NOBODY: Kind.NOBODY,
}
_ONE_WORD_ONLY = Tag.CUE | Tag.CUE_BEFORE  # a longer cue is a statement about people
_IN_PLACE = (Kind.TITLE, Kind.NUMBER)  # kinds of words that their neighbours may make another


class Word(NamedTuple):
    """A word of a sentence and what it can be in a mention of people."""

    first: int  # tokens
    last: int
    kind: Kind
    folded: str
    is_possessor: bool = False

    @property
    def ends_clause(self) -> bool:
        """Whether it is a punctuation mark that ends a clause."""
        return self.kind in (Kind.PAUSE, Kind.BREAK)


@functools.cache
def _kinds_of(_: Lexicon) -> dict[int, tuple[int, Kind] | None]:
    """What is known of the entries of a lexicon so far."""
    return {}


def _kind_of_entry(lexicon: Lexicon, entry: int) -> tuple[int, Kind] | None:
    """How many tokens the longest phrase has that says what a word is, and what; None where none does."""
    known = _kinds_of(lexicon)
    if entry not in known:
        known[entry] = _longest_kind(lexicon, entry)
    return known[entry]


def _longest_kind(lexicon: Lexicon, entry: int) -> tuple[int, Kind] | None:
    best = (0, Kind.OTHER)
    for tag, kind in _KIND_OF_TAG.items():
        size = lexicon.phrases[entry][tag][0] if tag in lexicon.phrases[entry] else 0
        if size and size >= best[0] and not (tag & _ONE_WORD_ONLY and size > 1):
            best = (size, kind)
    return best if best[0] else None


def words_of(sentence: Sentence) -> list[Word]:
    """The words of a sentence, each with what it can be."""
    words: list[Word] = []
    i = sentence.first
    while i < sentence.last:
        word = _word_at(sentence, i)
        if word is not None:
            words.append(word)
            i = word.last
        else:
            i += 1
    in_place = [
        (index, _in_place(words, index, sentence)) for index, word in enumerate(words) if word.kind in _IN_PLACE
    ]
    for index, known in in_place:
        words[index] = known
    return words


def _word_at(sentence: Sentence, i: int) -> Word | None:
    """The word that begins with a token; None of a full stop that only shortens a word."""
    kind = sentence.kinds[i]
    entry = sentence.entries[i]
    known = _kind_of_entry(sentence.tokens.lexicon, entry) if entry else None
    if not kind & (WORD | DIGITS):
        return (
            known_mark(sentence, i) if not known else Word(i, i + known[0], known[1], sentence.words(i, i + known[0]))
        )
    end = _number_end(sentence, i) if kind & DIGITS else sentence.word_end(i)
    if known and i + known[0] >= end:
        end, what = i + known[0], known[1]
    elif kind & DIGITS:
        what = Kind.NUMBER if end == i + 1 or not sentence.kinds[end - 1] & WORD else Kind.OTHER
    else:
        what = Kind.NAME if kind & CAPITAL else Kind.OTHER
    folded, is_possessor = sentence.words(i, end), False
    if what in (Kind.NAME, Kind.OTHER):
        for ending in sentence.language.people.possessive_endings:
            if folded.endswith(ending):
                folded, is_possessor = folded.removesuffix(ending), True
                bare = _kind_of_entry(sentence.tokens.lexicon, entry) if entry else None
                what = bare[1] if bare and bare[0] == 1 else what
                break
    return Word(i, end, what, folded, is_possessor)


def _number_end(sentence: Sentence, i: int) -> int:
    """The end of digits with their separators, and of what a hyphen or nothing joins to them."""
    end = sentence.digits_end(i)
    while end < sentence.last and not sentence.kinds[end] & SPACED:
        if sentence.kinds[end] & WORD:
            end += 1
        elif (
            sentence.is_mark(end, "-'’")
            and end + 1 < sentence.last
            and sentence.kinds[end + 1] & (WORD | DIGITS)
            and not sentence.kinds[end + 1] & SPACED
        ):
            end += 2
        else:
            break
    return end


def known_mark(sentence: Sentence, i: int) -> Word | None:
    """A mark as a word: what it ends."""
    mark = sentence.word(i)
    if mark in _PAUSES:
        return Word(i, i + 1, Kind.PAUSE, mark)
    if mark in _BREAKS or sentence.kinds[i] & LINE:
        return Word(i, i + 1, Kind.BREAK, mark)
    if mark == "." and i > sentence.first:
        before, after = i - 1, i + 1
        letters = sentence.ends[before] - sentence.starts[before]
        is_short = sentence.kinds[before] & CAPITAL and letters <= _MOST_LETTERS_SHORTENED and after < sentence.last
        if is_short and (letters == 1 or sentence.kinds[after] & CAPITAL):
            return None
        if after < sentence.last and not sentence.kinds[after] & SPACED and sentence.kinds[after] & CAPITAL:
            return Word(i, i + 1, Kind.BREAK, mark)  # no space after it: two sentences in one
    return Word(i, i + 1, Kind.OTHER, mark)


def _in_place(words: list[Word], index: int, sentence: Sentence) -> Word:
    """What a title or number is among its neighbours: a part of a name ("Anh", "Bốn"), or a title before one."""
    word = words[index]
    is_capital = sentence.is_capital(word.first)
    if index and is_capital and (word.kind == Kind.TITLE or words[index - 1].kind == Kind.NAME):
        return word._replace(kind=Kind.NAME)
    if word.kind == Kind.NUMBER:
        return word
    return word._replace(
        kind={Kind.NAME: Kind.ONE, Kind.ONE: Kind.DETERMINER}.get(kind_after(words, index), Kind.OTHER)
    )


def kind_after(words: Sequence[Word], index: int) -> Kind:
    """The kind of the word after the word `index`."""
    return words[index + 1].kind if index + 1 < len(words) else Kind.END
