"""The clauses of a sentence as lines of words: the main line, and each insertion with what it is said of.

"Six members of a crew, including the captain, were found dead" is two lines: "Six members of a crew were found dead",
and "including the captain". Ages and names in apposition are no line of their own; a relative clause has those it is
about before it: "the driver" and "who died" of "the driver, who died at the scene, was drunk".
"""

from __future__ import annotations

from collections.abc import Sequence

from newsdedup.figures.read.sentence import Sentence
from newsdedup.figures.read.words import Kind, Word
from newsdedup.text.tags import Tag

_OPENING = {"(": ")", "–": "–", "—": "—", "[": "]"}
_VERBAL = (
    Tag.CUE
    | Tag.CUE_BEFORE
    | Tag.CUE_OF_SELF
    | Tag.VERB
    | Tag.PASSIVE
    | Tag.SAYING
    | Tag.VERB_OF_ONE
    | Tag.VERB_OF_MANY
)
_NOT_VERBAL = Tag.ONE | Tag.MANY
_MAY_OPEN = frozenset((*_OPENING, ","))
_QUOTES = frozenset("\"“”'‘’")
_MOST_HOST_WORDS = 8  # words before a relative clause that may hold those whom it is about


def lines_of(words: Sequence[Word], sentence: Sentence) -> list[list[Word]]:
    """The lines of a sentence, the main line first."""
    if any(word.folded in _QUOTES for word in words):
        words = _without_nicknames(words)
    main: list[Word] = []
    others: list[list[Word]] = []
    at = 0
    while at < len(words):
        may_open = words[at].folded in _MAY_OPEN
        end = _insertion_end(words, at, main, sentence) if may_open else None
        if end is None:
            main.append(words[at])
            at += 1
        else:
            if inserted := list(words[at + 1 : end]):
                others.append(_with_host(inserted, main, sentence))
            is_list = words[end].folded == "," and end + 1 < len(words) and words[end + 1].kind == Kind.AND
            at = end if is_list else end + 1
    return [main, *others]


def _without_nicknames(words: Sequence[Word]) -> list[Word]:
    """The words without a nickname in quotes between two names: Leo "LJ" Vale."""
    kept: list[Word] = []
    at = 0
    while at < len(words):
        closing = next((end for end in range(at + 2, min(len(words), at + 4)) if words[end].folded in _QUOTES), 0)
        opens = words[at].folded in _QUOTES and kept and kept[-1].kind == Kind.NAME
        if opens and closing and closing + 1 < len(words) and words[closing + 1].kind == Kind.NAME:
            at = closing + 1
        else:
            kept.append(words[at])
            at += 1
    return kept


def _insertion_end(words: Sequence[Word], at: int, main: Sequence[Word], sentence: Sentence) -> int | None:
    """The mark that closes the insertion which a mark opens; None where it opens none."""
    mark = words[at].folded
    if closing := _OPENING.get(mark):
        return next((end for end in range(at + 1, len(words)) if words[end].folded == closing), None)
    if not main or at + 1 >= len(words):
        return None
    if sentence.has(words[at + 1].first, Tag.INSERTION | Tag.RELATIVE):
        return _closing_comma(words, at, sentence)
    return _end_of_ages(words, at, sentence) or _end_of_apposition(words, at, sentence)


def _closing_comma(words: Sequence[Word], at: int, sentence: Sentence) -> int | None:
    """The comma after which a verb goes on with the main line."""
    for end in range(at + 2, len(words)):
        if words[end].kind == Kind.BREAK:
            return None
        if words[end].folded == "," and starts_verb(words, end + 1, sentence):
            return end
    return None


def _end_of_ages(words: Sequence[Word], at: int, sentence: Sentence) -> int | None:
    """The comma after ages: ", 27,", ", ages 5, 8 and 9,", ", both 24,"."""
    end = at + 1
    if sentence.has(words[end].first, Tag.AGE_WORD):
        end += 1
    numbers = 0
    while end < len(words) and (
        words[end].kind == Kind.NUMBER
        or (
            numbers
            and words[end].kind in (Kind.AND, Kind.PAUSE)
            and end + 1 < len(words)
            and words[end + 1].kind == Kind.NUMBER
        )
    ):
        numbers += words[end].kind == Kind.NUMBER
        end += 1
    if end < len(words) and numbers and sentence.has(words[end].first, Tag.AGE_WORD):
        end += 1
    return end if numbers and end < len(words) and words[end].folded == "," else None


def _end_of_apposition(words: Sequence[Word], at: int, sentence: Sentence) -> int | None:
    """The comma that closes words without a verb after which a verb comes: ", a father of two,", ", of Hull,"."""
    if words[at + 1].kind in (Kind.AND, Kind.NAME):  # a name in apposition names those before it
        return None
    for end in range(at + 1, len(words)):
        word = words[end]
        if word.kind == Kind.BREAK or is_verbal(word, sentence):
            return None
        if word.folded == "," and starts_verb(words, end + 1, sentence) and not _is_clause_list(words, at, end):
            return end
    return None


def _is_clause_list(words: Sequence[Word], at: int, end: int) -> bool:
    """Whether commas join the items of a list: "a man, a woman, and a boy, were hurt"."""
    return any(word.kind == Kind.AND for word in words[at + 1 : end])


def is_verbal(word: Word, sentence: Sentence) -> bool:
    """Whether a word begins a verb, or says something of those before it."""
    return sentence.has(word.first, _VERBAL) and not sentence.has(word.first, _NOT_VERBAL)


def starts_verb(words: Sequence[Word], at: int, sentence: Sentence) -> bool:
    """Whether a verb group begins with a word: adverbs and negations, then a verb."""
    while at < len(words) and sentence.has(words[at].first, Tag.ADVERB | Tag.UNREAL):
        at += 1
    return at < len(words) and is_verbal(words[at], sentence)


def _with_host(inserted: list[Word], main: Sequence[Word], sentence: Sentence) -> list[Word]:
    """A relative clause with the words before it, whose last noun it is about."""
    if not sentence.has(inserted[0].first, Tag.RELATIVE):
        return inserted
    host = main[-_MOST_HOST_WORDS:]
    first = max((index for index, word in enumerate(host, 1) if word.ends_clause), default=0)
    return [*host[first:], *inserted]


def line_with(lines: Sequence[list[Word]], token: int) -> list[Word]:
    """The line that holds a token, an insertion before the main line."""
    return next((line for line in reversed(lines) if _holds(line, token)), lines[0])


def _holds(line: Sequence[Word], token: int) -> bool:
    return any(word.first <= token < word.last for word in line)
