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
_MAY_POSSESS = (Kind.NAME, Kind.OTHER)
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


class _EntryKinds(dict[int, tuple[int, Kind] | None]):
    """For each entry of a lexicon, how many tokens the phrase has that says what a word is, and what; None without one.

    Found at the first use of an entry.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def __missing__(self, entry: int) -> tuple[int, Kind] | None:
        phrases, best = self.lexicon.phrases[entry], (0, Kind.OTHER)
        for tag, kind in _KIND_OF_TAG.items():
            size = phrases[tag][0] if tag in phrases else 0
            if size and size >= best[0] and not (tag & _ONE_WORD_ONLY and size > 1):
                best = (size, kind)
        self[entry] = found = best if best[0] else None
        return found


_kinds_of = functools.lru_cache(maxsize=64)(_EntryKinds)


def words_of(sentence: Sentence) -> list[Word]:
    """The words of a sentence, each with what it can be."""
    words: list[Word] = []
    i, last, kinds_of = sentence.first, sentence.last, _kinds_of(sentence.tokens.lexicon)
    while i < last:
        word = _word_at(sentence, i, kinds_of[sentence.entries[i]])
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


def _word_at(sentence: Sentence, i: int, known: tuple[int, Kind] | None) -> Word | None:
    """The word that begins with a token; None of a full stop that only shortens a word."""
    kind = sentence.kinds[i]
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
    folded = sentence.words(i, end)
    if what in _MAY_POSSESS and folded.endswith(endings := sentence.language.people.possessive_endings):
        bare = next(folded.removesuffix(ending) for ending in endings if folded.endswith(ending))
        return Word(i, end, known[1] if known and known[0] == 1 else what, bare, is_possessor=True)
    return Word(i, end, what, folded)


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
