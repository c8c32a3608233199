"""How many people a sentence speaks of: its words, and the mentions of persons, lists and groups among them."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from attrs import frozen

from newsdedup.languages import Language
from newsdedup.text.normal_form import fold_case
from newsdedup.text.phrases import plain

_WORD = re.compile(
    r"(?:[^\W\d_]\.)+(?=[\s,])|[A-Z][a-z]{1,2}\.(?=\s[A-Z])"  # initials, "Rep. Davis"
    r"|\d+(?:[.,]\d+)+|[^\W_]+(?:[-'’][^\W_]+)*|[^\w\s]|[\r\n]"
)
_PAUSES = frozenset(",()")
_LIST_MARKS = (",", ";")
_BREAKS = frozenset(';:!?"“”\r\n—–')
_FURTHEST = 24  # words between people and what happens to them
_MOST_MODIFIERS = 5
_MOST_FORMS = 1 << 15  # words whose kind is kept in memory
_MOST_BETWEEN = 3  # words between a bare name and what happens to it

ONE, MANY, GROUP, PRONOUN, NOBODY, NUMBER = "one", "many", "group", "pronoun", "nobody", "number"
_DETERMINER, _COUNTED, _END, _AND, _NAME = "determiner", "counted", "end", "and", "name"
_TITLE, _PLURAL = "title", "plural"
_PAUSE, _BREAK, _OTHER = "pause", "break", "other"
_HEADS = (ONE, MANY, GROUP, PRONOUN, NOBODY)
_IN_PLACE = (_TITLE, NUMBER)  # kinds of words that their neighbours may make another
_OPENERS = (_DETERMINER, _COUNTED)
_NOUNS = (ONE, MANY, _OTHER, _NAME)
OBJECTS = (NUMBER, ONE, MANY, *_OPENERS)  # what may stand right after a verb or adjective that speaks of it


class Word(NamedTuple):
    """A word of a sentence and what it can be in a mention of people."""

    start: int
    end: int
    kind: str
    folded: str
    is_possessor: bool = False

    @property
    def ends_clause(self) -> bool:
        """Whether it is a mark that ends a clause."""
        return self.kind in (_PAUSE, _BREAK)


class _Form(NamedTuple):
    """What a word is wherever it stands.

    Attributes
    ----------
    kind : str
    bare : str
        The word in lower case, without its possessive ending.
    is_possessor : bool
        Whether it had one.
    most : int
        The most words of a phrase of the tables that it begins.
    """

    kind: str
    bare: str
    is_possessor: bool
    most: int


@frozen
class Mention:
    """People as they are mentioned.

    Attributes
    ----------
    first, last : int
        Its words.
    value : int
        How many they are.
    is_counted : bool
        Whether the words count them ("one", "both").
    is_number : bool
        Whether a number counts them, or nothing does: what is counted without a number is not here.
    """

    first: int
    last: int
    value: int
    is_counted: bool = False
    is_number: bool = False

    def joined(self, other: Mention) -> Mention:
        """Both as one list."""
        return Mention(min(self.first, other.first), max(self.last, other.last), self.value + other.value)


@functools.cache
def _kinds(language: Language) -> Mapping[str, str]:
    """What each word or phrase of a language is; what stands in several tables is what the last one says."""
    people, dates = language.people, language.dates
    spoken = (cue for role in language.roles for cue in (*role.cues, *role.cues_before) if " " not in cue)
    tables = (
        (_END, (*spoken, *language.unreal, *language.noun_ends, *people.prepositions, *dates.weekdays, *dates.months)),
        (_AND, people.joined_by),
        (NUMBER, (*language.numerals.words, *language.scales)),
        (_DETERMINER, people.determiners),
        (_COUNTED, people.ones),
        (_TITLE, people.titles),
        (_PLURAL, people.plurals),
        (MANY, people.many),
        (ONE, people.one),
        (PRONOUN, people.pronouns),
        (GROUP, people.groups),
        (NOBODY, people.nobody),
    )
    return MappingProxyType({plain(phrase): kind for kind, phrases in tables for phrase in phrases})


@functools.cache
def _phrases(language: Language) -> Mapping[str, int]:
    """The words that begin a phrase of several words in the tables, and the most that such a phrase has."""
    most: dict[str, int] = {}
    for first, *others in map(str.split, _kinds(language)):
        if others:
            most[first] = max(most.get(first, 1), 1 + len(others))
    return MappingProxyType(most)


class _Forms(dict[str, _Form]):
    """What each word of a language is, told once for all places where it stands."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._kinds, self._phrases = _kinds(language), _phrases(language)
        self._possessive_endings = language.people.possessive_endings

    def __missing__(self, printed: str) -> _Form:
        if len(self) >= _MOST_FORMS:  # names make them endless
            self.clear()
        folded = fold_case(printed)
        possessive = next(filter(folded.endswith, self._possessive_endings), "")
        bare = folded.removesuffix(possessive)
        kind = self._kinds.get(bare) or _kind(bare, is_capital=printed[0].isupper())
        self[printed] = form = _Form(kind, bare, bool(possessive), self._phrases.get(folded, 1))
        return form


_forms = functools.cache(_Forms)


def words_of(printed: str, folded: str, start: int, end: int, language: Language) -> list[Word]:
    """The words of a stretch, a phrase of the tables taken as one word, each with what it can be."""
    forms, kinds = _forms(language), _kinds(language)
    found = [(match.group(), match.span()) for match in _WORD.finditer(printed, start, end)]
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
            kind = _BREAK
        words.append(Word(first, last, kind, bare, is_possessor))
    in_place = [(index, _in_place(words, index, printed)) for index, word in enumerate(words) if word.kind in _IN_PLACE]
    for index, known in in_place:
        words[index] = known
    return words


def _size_of_phrase(folded: str, found: Sequence[tuple[str, tuple[int, int]]], kinds: Mapping[str, str]) -> int:
    """How many of these words are a phrase of the tables; 1 where none begins."""
    first = found[0][1][0]
    sizes = range(len(found), 1, -1)
    return next((size for size in sizes if folded[first : found[size - 1][1][1]] in kinds), 1)


def _in_place(words: Sequence[Word], index: int, printed: str) -> Word:
    """What a title or number is beside its neighbours: a part of a name ("Anh", "Bốn"), or a title before one."""
    word = words[index]
    if index and printed[word.start].isupper() and (word.kind == _TITLE or words[index - 1].kind == _NAME):
        return word._replace(kind=_NAME)
    if word.kind == NUMBER:
        return word
    return word._replace(kind={_NAME: ONE, ONE: _DETERMINER}.get(_kind_after(words, index), _OTHER))


def _kind(word: str, *, is_capital: bool) -> str:
    if word in _PAUSES:
        return _PAUSE
    if word in _BREAKS:
        return _BREAK
    if word[0].isdecimal() and word[-1].isdecimal():
        return NUMBER
    return _NAME if is_capital else _OTHER


def people_before(words: Sequence[Word], at: int, language: Language) -> Mention | None:
    """The people nearest to the left of the word `at`, those coordinated with them included."""
    if (number := _all_before(words, at, language)) is not None:
        return _uncounted(number)
    head = _head_before(words, at, language)
    if head is None:
        return None
    if words[head].kind == NOBODY:
        return Mention(head, head, 0, is_counted=True) if at - head <= _MOST_BETWEEN else None
    mention = _ending(words, head, language)
    verbs = {word.folded for word in words[head + 1 : at + 1]}
    if mention is None or words[head].kind == GROUP or verbs & set(language.people.verbs_of_one):
        return mention
    mention = _with_those_before(words, mention, language) if mention.value else mention
    return None if mention.value == 1 and verbs & set(language.people.verbs_of_many) else mention


def _all_before(words: Sequence[Word], at: int, language: Language) -> int | None:
    """The number of which something is said of each: "tất cả 49 người, gồm 5 trẻ em, đều thiệt mạng"."""
    if not at or words[at - 1].folded not in language.people.each:
        return None
    pairs = enumerate(pairwise(words[:at]), 1)
    return next((index for index, (one, other) in pairs if one.kind == _PLURAL and other.kind == NUMBER), None)


def _head_before(words: Sequence[Word], at: int, language: Language) -> int | None:
    """The nearest word to the left that names people of whom something is said."""
    people = language.people
    is_relative = False  # "the mother of a girl who died" speaks of the girl
    for index in range(at - 1, max(-1, at - _FURTHEST), -1):
        word = words[index]
        is_relative = is_relative or word.folded in people.relatives
        if word.kind == _BREAK:
            return None
        if word.is_possessor or word.kind not in (*_HEADS, _NAME, _COUNTED, _PLURAL, NUMBER):
            continue
        if word.kind == NUMBER and not _counts(words, index, at, language):
            continue
        if word.kind == _NAME and not (people.names_alone and _is_subject(words, index, at)):
            continue
        if word.kind == _COUNTED and words[index + 1].kind in (
            _NOUNS if language.adjectives_before_noun else (ONE, MANY)
        ):
            continue
        if is_relative or not _follows_preposition(words, index, language):
            return index
    return None


def _counts(words: Sequence[Word], number: int, at: int, language: Language) -> bool:
    """Whether a number, alone or with a noun of no table, is what the word `at` speaks of: "of them, two died"."""
    between = [word.folded for word in words[number + 1 : at] if word.kind in _NOUNS]
    is_apart = any(word.kind == _PAUSE for word in words[number + 1 : at]) or words[max(0, number - 1)].folded == ","
    is_of_people = number + 1 < len(words) and words[number + 1].folded in language.people.counters
    return (
        (is_of_people or len(between) < _MOST_BETWEEN)
        and not is_apart
        and not any(word in language.durations or word in language.ages for word in between)
    )


def _is_subject(words: Sequence[Word], name: int, at: int) -> bool:
    """Whether a bare name is near enough to what is said: "Linda Moss, 17, later died"."""
    between = [word for word in words[name + 1 : at] if word.kind not in (_PAUSE, NUMBER)]
    is_sentence_start = _first_of_name(words, name) == name == 0
    return len(between) <= _MOST_BETWEEN and not is_sentence_start


def _follows_preposition(words: Sequence[Word], head: int, language: Language) -> bool:
    """Whether a noun phrase hangs on a preposition, and so is not what a sentence speaks of."""
    for index in range(head - 1, max(-1, head - _MOST_MODIFIERS - 1), -1):
        word = words[index]
        if word.folded in language.people.prepositions:
            return True
        if word.kind in (_DETERMINER, _COUNTED, NUMBER):
            return index > 0 and words[index - 1].folded in language.people.prepositions
        if word.kind not in (_OTHER, _NAME, ONE) and not word.is_possessor:
            return False
    return False


def _first_of_name(words: Sequence[Word], last: int) -> int:
    while last and words[last - 1].kind == _NAME and not words[last - 1].is_possessor:
        last -= 1
    return last


def _ending(words: Sequence[Word], head: int, language: Language) -> Mention | None:
    """The noun phrase of the word `head`: from its determiner or number, else the noun alone, to the name after it."""
    word, people = words[head], language.people
    if word.kind == PRONOUN:
        return Mention(head, head, 1)
    if word.kind == NUMBER and head and words[head - 1].kind == _AND:
        return _numbered(words, head, head, language) or _uncounted(head)
    if word.kind in (NUMBER, _PLURAL):
        return _uncounted(head)
    if word.kind in (GROUP, _COUNTED):
        is_part = words[min(head + 1, len(words) - 1)].folded in people.prepositions  # "one of the two"
        first = head - (head > 0 and words[head - 1].kind == _DETERMINER)
        return Mention(first, head, people.groups.get(word.folded, 1), word.kind == _COUNTED and not is_part)
    first = _first_of_name(words, head)
    last = _last_of_name(words, head)
    most = _MOST_MODIFIERS if language.adjectives_before_noun else 1
    for index in range(first - 1, max(-1, first - most - 1), -1):
        before = words[index]
        if before.kind == NUMBER:
            return _numbered(words, index, last, language) if word.kind == MANY or not language.plural_endings else None
        if before.kind == _PLURAL:
            return _uncounted(head)
        if before.kind in (_COUNTED, _DETERMINER) or before.is_possessor:
            return _uncounted(head) if word.kind == MANY else Mention(index, last, 1, before.kind == _COUNTED)
        if before.kind not in (_OTHER, _NAME, ONE):
            break
    return _uncounted(head) if word.kind == MANY else Mention(first, last, 1)


def _last_of_name(words: Sequence[Word], head: int) -> int:
    """The last word of the name that follows a noun: "anh Nam", "his friend Linda Moss"."""
    while words[head].kind in (ONE, _NAME) and head + 1 < len(words) and words[head + 1].kind == _NAME:
        head += 1
    return head


def _uncounted(head: int) -> Mention:
    """People of whom nobody says how many they are: no other number counts them."""
    return Mention(head, head, 0, is_number=True)


def _numbered(words: Sequence[Word], number: int, last: int, language: Language) -> Mention | None:
    """People with their number: "two sons"."""
    printed = words[number].folded
    value = int(printed) if printed.isdecimal() else language.numerals.words.get(printed)
    first = number - (number > 0 and (words[number - 1].kind == _DETERMINER or words[number - 1].is_possessor))
    return None if value is None else Mention(first, last, value, is_counted=True, is_number=True)


def _with_those_before(words: Sequence[Word], mention: Mention, language: Language) -> Mention:
    """The mention with those that "and" and commas put before it: "a mother, her son and a neighbour"."""
    is_list = False
    while (last := _last_of_item_before(words, mention.first, is_list)) is not None:
        is_name = words[last].kind == _NAME and language.people.names_alone
        if words[last].is_possessor or not (is_name or words[last].kind in (ONE, MANY, GROUP)):
            break
        item = _ending(words, last, language)
        if item is None or not item.value:
            break
        if item.is_number and item.value == mention.value:  # "three people, a man and two women"
            return item
        mention, is_list = mention.joined(item), True
    return mention


def _last_of_item_before(words: Sequence[Word], first: int, is_list: bool) -> int | None:
    """The last word of the item that a list has before the word `first`; an age in commas is passed over."""
    index = first - 1
    if index > 0 and words[index].kind == _AND:
        index -= 1
    elif not is_list or index <= 0 or words[index].folded != ",":
        return None
    while index > 1 and (
        words[index].folded == "," or (words[index].kind == NUMBER and words[index - 1].folded == ",")
    ):
        index -= 1
    return index


def people_after(words: Sequence[Word], at: int, language: Language) -> Mention | None:
    """The people that start with the word `at`, those coordinated with them included."""
    mention = listed = _starting(words, at, language)
    while listed is not None and (link := _link_after(words, listed.last)) is not None:
        item = _starting(words, link + 1, language)
        if item is None or not _is_end_of_item(words, item.last):
            break
        listed = listed.joined(item)
        if words[link].folded != ",":  # commas alone may as well start another statement
            mention = listed
        if item.is_number:  # what follows names those whom the number counts
            break
    return mention


def _starting(words: Sequence[Word], at: int, language: Language) -> Mention | None:
    """The noun phrase that starts with the word `at`."""
    people, number = language.people, None
    for index in range(at, min(len(words), at + _MOST_MODIFIERS + 2)):
        word = words[index]
        is_one = word.kind == ONE and not word.is_possessor
        if word.kind == NUMBER and (index == at or (index == at + 1 and words[at].kind == _DETERMINER)):
            number = index
        elif word.kind in (PRONOUN, GROUP):
            is_next = index == at or (index == at + 1 and words[at].kind in (*_OPENERS, GROUP))
            return Mention(at, index, people.groups.get(word.folded, 1)) if is_next and number is None else None
        elif word.kind == MANY or (number is not None and is_one and not language.plural_endings):
            return None if number is None else _numbered(words, number, index, language)
        elif (is_one and _kind_after(words, index) != ONE) or _ends_with_name(words, index, language):
            return Mention(at, _last_of_name(words, index), 1, words[at].kind == _COUNTED) if number is None else None
        elif not (_is_modifier(word, language) or (index == at and word.kind in _OPENERS)):
            return None
    return None


def _is_modifier(word: Word, language: Language) -> bool:
    return language.adjectives_before_noun and (word.kind in (ONE, _NAME, _OTHER) or word.is_possessor)


def _kind_after(words: Sequence[Word], index: int) -> str:
    return words[index + 1].kind if index + 1 < len(words) else _END


def _ends_with_name(words: Sequence[Word], index: int, language: Language) -> bool:
    """Whether a bare name is the last word of a phrase."""
    is_name = language.people.names_alone and words[index].kind == _NAME and not words[index].is_possessor
    return is_name and _kind_after(words, index) not in (ONE, _NAME, _OTHER)


def _link_after(words: Sequence[Word], last: int) -> int | None:
    """The last word of what joins the next item of a list, after the age or name that stands in apposition."""
    index = _after_apposition(words, last + 1)
    link = None
    if index < len(words) and words[index].folded in _LIST_MARKS:
        link, index = index, index + 1
    if index < len(words) and words[index].kind == _AND:
        link = index
    return link if link is not None and link + 1 < len(words) else None


def _after_apposition(words: Sequence[Word], index: int) -> int:
    """Where the words go on after ", 31" or ", Kayla Walker"."""
    while index + 1 < len(words) and words[index].folded == "," and words[index + 1].kind in (NUMBER, _NAME):
        end = index + 1
        while end < len(words) and words[end].kind in (NUMBER, _NAME):
            end += 1
        if end < len(words) and words[end].folded not in _LIST_MARKS and words[end].kind != _AND:
            break
        index = end
    return index


def _is_end_of_item(words: Sequence[Word], last: int) -> bool:
    """Whether a noun phrase ends there and no verb follows, which would start another statement."""
    return (
        last + 1 >= len(words) or words[last + 1].kind in (_PAUSE, _BREAK, _END, _AND) or words[last + 1].folded == "."
    )
