"""Mentions of people in a sentence: persons, names, lists and groups, and how many people each is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrs import frozen

from newsdedup.figures.read.words import Kind, Word, kind_after
from newsdedup.languages import Language
from newsdedup.text.numbers.number import count_in_digits

_LIST_MARKS = (",", ";")
_FURTHEST = 24  # words between people and what happens to them
_MOST_MODIFIERS = 5
_MOST_WORDS_BETWEEN = 3  # words between a bare name and what happens to it
_HEADS = (
    *(Kind.ONE, Kind.MANY, Kind.GROUP, Kind.PRONOUN, Kind.NOBODY),
    *(Kind.NAME, Kind.COUNTED, Kind.PLURAL, Kind.NUMBER),
)
_PHRASE_OPENERS = (Kind.DETERMINER, Kind.COUNTED)
_NOUNS = (Kind.ONE, Kind.MANY, Kind.OTHER, Kind.NAME)
OBJECTS = (
    Kind.NUMBER,
    Kind.ONE,
    Kind.MANY,
    *_PHRASE_OPENERS,
)  # what may come right after a verb or adjective, as its object or noun


@frozen
class Mention:
    """People as a text mentions them."""

    first: int  # its first word
    last: int
    value: int  # how many they are
    is_counted: bool = False  # whether the words count them ("one", "both")
    is_number: bool = False  # whether it adds no count: a number counts them, or nobody does

    def joined(self, other: Mention) -> Mention:
        """Both mentions as one."""
        return Mention(min(self.first, other.first), max(self.last, other.last), self.value + other.value)


def people_before(words: Sequence[Word], at: int, language: Language) -> Mention | None:
    """The people nearest to the left of the word `at`, those coordinated with them included."""
    if (number := _all_before(words, at, language)) is not None:
        return _uncounted(number)
    head = _head_before(words, at, language)
    if head is None:
        return None
    if words[head].kind == Kind.NOBODY:
        return Mention(head, head, 0, is_counted=True) if at - head <= _MOST_WORDS_BETWEEN else None
    mention = _phrase_ending_at(words, head, language)
    verbs = {word.folded for word in words[head + 1 : at + 1]}
    if mention is None or words[head].kind == Kind.GROUP or not verbs.isdisjoint(language.people.verbs_of_one):
        return mention
    mention = _with_those_before(words, mention, language) if mention.value else mention
    return None if mention.value == 1 and not verbs.isdisjoint(language.people.verbs_of_many) else mention


def _all_before(words: Sequence[Word], at: int, language: Language) -> int | None:
    """The number of people with whom "each" agrees: "tất cả 49 người, gồm 5 trẻ em, đều thiệt mạng"."""
    if not at or words[at - 1].folded not in language.people.each:
        return None
    pairs = enumerate(pairwise(words[:at]), 1)
    return next((index for index, (one, other) in pairs if one.kind == Kind.PLURAL and other.kind == Kind.NUMBER), None)


def _head_before(words: Sequence[Word], at: int, language: Language) -> int | None:
    """The nearest word to the left that can be the subject: a person or people."""
    people = language.people
    is_relative = False  # "the mother of a girl who died" is about the girl
    for index in range(at - 1, max(-1, at - _FURTHEST), -1):
        word = words[index]
        is_relative = is_relative or word.folded in people.relatives
        if word.kind == Kind.BREAK:
            return None
        if word.is_possessor or word.kind not in _HEADS:
            continue
        if word.kind == Kind.NUMBER and not _is_count_of_people(words, index, at, language):
            continue
        if word.kind == Kind.NAME and not (people.names_alone and _is_subject(words, index, at)):
            continue
        if word.kind == Kind.NAME and _is_in_address(words, index, language):
            continue
        if (
            word.kind == Kind.COUNTED
            and index + 1 < at
            and words[index + 1].kind in (_NOUNS if language.adjectives_before_noun else (Kind.ONE, Kind.MANY))
        ):
            continue
        if is_relative or not _follows_preposition(words, index, language):
            return index
    return None


def _is_in_address(words: Sequence[Word], name: int, language: Language) -> bool:
    """Whether a name after a comma goes on with a place: "of Oak Street, Millby"."""
    at = _first_of_name(words, name) - 1
    if at < 0 or words[at].folded != ",":
        return False
    before = at - 1
    while before >= 0 and words[before].kind in (Kind.NAME, Kind.NUMBER):
        before -= 1
    return 0 <= before < at - 1 and words[before].folded in language.people.prepositions


def _is_count_of_people(words: Sequence[Word], number: int, at: int, language: Language) -> bool:
    """Whether a number, alone or with an unknown noun, is the subject of the word `at`: "of them, two died"."""
    between = [word.folded for word in words[number + 1 : at] if word.kind in _NOUNS]
    is_apart = any(word.kind == Kind.PAUSE for word in words[number + 1 : at])
    is_of_people = number + 1 < len(words) and words[number + 1].folded in language.people.counters
    return (
        (is_of_people or len(between) < _MOST_WORDS_BETWEEN)
        and not is_apart
        and not any(word in language.durations or word in language.ages for word in between)
    )


def _is_subject(words: Sequence[Word], name: int, at: int) -> bool:
    """Whether a bare name is near enough to the word `at` to be its subject: "Linda Moss, 17, later died"."""
    between = [word for word in words[name + 1 : at] if word.kind not in (Kind.PAUSE, Kind.NUMBER)]
    return name > 0 and len(between) <= _MOST_WORDS_BETWEEN


def _follows_preposition(words: Sequence[Word], head: int, language: Language) -> bool:
    """Whether a noun phrase depends on a preposition, and so is not the subject: "the mother of a girl"."""
    for index in range(head - 1, max(-1, head - _MOST_MODIFIERS - 1), -1):
        word = words[index]
        if word.folded in language.people.prepositions:
            return True
        if word.kind in (Kind.DETERMINER, Kind.COUNTED, Kind.NUMBER):
            return index > 0 and words[index - 1].folded in language.people.prepositions
        if word.kind not in (Kind.OTHER, Kind.NAME, Kind.ONE) and not word.is_possessor:
            return False
    return False


def _first_of_name(words: Sequence[Word], last: int) -> int:
    while last and words[last - 1].kind == Kind.NAME and not words[last - 1].is_possessor:
        last -= 1
    return last


def _phrase_ending_at(words: Sequence[Word], head: int, language: Language) -> Mention | None:
    """The noun phrase of the word `head`: from its determiner or number, else the noun alone, to the name after it."""
    word, people = words[head], language.people
    if word.kind == Kind.PRONOUN:
        return Mention(head, head, 1)
    if word.kind == Kind.NUMBER and head and words[head - 1].kind == Kind.AND:
        return _with_number(words, head, head, language) or _uncounted(head)
    if word.kind in (Kind.NUMBER, Kind.PLURAL):
        return _uncounted(head)
    if word.kind in (Kind.GROUP, Kind.COUNTED):
        is_part = words[min(head + 1, len(words) - 1)].folded in people.prepositions  # "one of the two"
        first = head - (head > 0 and words[head - 1].kind == Kind.DETERMINER)
        return Mention(first, head, people.groups.get(word.folded, 1), word.kind == Kind.COUNTED and not is_part)
    first = _first_of_name(words, head)
    last = _last_of_name(words, head)
    most = _MOST_MODIFIERS if language.adjectives_before_noun else 1
    for index in range(first - 1, max(-1, first - most - 1), -1):
        before = words[index]
        if before.folded in people.more_after:  # "two more people"
            continue
        if before.kind == Kind.NUMBER:
            return (
                _with_number(words, index, last, language)
                if word.kind == Kind.MANY or not language.plural_endings
                else None
            )
        if before.kind == Kind.PLURAL:
            return _uncounted(head)
        if before.kind in (Kind.COUNTED, Kind.DETERMINER) or before.is_possessor:
            return _uncounted(head) if word.kind == Kind.MANY else Mention(index, last, 1, before.kind == Kind.COUNTED)
        if before.kind not in (Kind.OTHER, Kind.NAME, Kind.ONE):
            break
    return _uncounted(head) if word.kind == Kind.MANY else Mention(first, last, 1)


def _last_of_name(words: Sequence[Word], head: int) -> int:
    """The last word of the name that follows a noun: "anh Nam", "his friend Linda Moss"."""
    while words[head].kind in (Kind.ONE, Kind.NAME) and head + 1 < len(words) and words[head + 1].kind == Kind.NAME:
        head += 1
    return head


def _uncounted(head: int) -> Mention:
    """People whose number is not given: no other number counts them."""
    return Mention(head, head, 0, is_number=True)


def _with_number(words: Sequence[Word], number: int, last: int, language: Language) -> Mention | None:
    """People with their number: "two sons"."""
    printed = words[number].folded
    value = count_in_digits(printed) if printed.isdecimal() else language.numerals.words.get(printed)
    first = number - (number > 0 and (words[number - 1].kind == Kind.DETERMINER or words[number - 1].is_possessor))
    return None if value is None else Mention(first, last, value, is_counted=True, is_number=True)


def _with_those_before(words: Sequence[Word], mention: Mention, language: Language) -> Mention:
    """The mention with those that "and" and commas join before it: "a mother, her son and a neighbour"."""
    is_list = False
    while (last := _last_of_item_before(words, mention.first, is_list)) is not None:
        is_name = words[last].kind == Kind.NAME and language.people.names_alone
        if is_name and words[max(0, _first_of_name(words, last) - 1)].folded in language.people.prepositions:
            break  # "six were shot in Millby and one died"
        if words[last].is_possessor or not (is_name or words[last].kind in (Kind.ONE, Kind.MANY, Kind.GROUP)):
            break
        item = _phrase_ending_at(words, last, language)
        if item is None or not item.value:
            break
        if item.is_number and item.value == mention.value:  # "three people, a man and two women"
            return item
        mention, is_list = mention.joined(item), True
    return mention


def _last_of_item_before(words: Sequence[Word], first: int, is_list: bool) -> int | None:
    """The last word of the item that a list has before the word `first`; an age in commas is passed over."""
    index = first - 1
    if index > 0 and words[index].kind == Kind.AND:
        index -= 1
    elif not is_list or index <= 0 or words[index].folded != ",":
        return None
    while index > 1 and (
        words[index].folded == "," or (words[index].kind == Kind.NUMBER and words[index - 1].folded == ",")
    ):
        index -= 1
    return index


def people_after(words: Sequence[Word], at: int, language: Language) -> Mention | None:
    """The people that start with the word `at`, those coordinated with them included."""
    mention = listed = _phrase_starting_at(words, at, language)
    while listed is not None and (link := _link_after(words, listed.last)) is not None:
        item = _phrase_starting_at(words, link + 1, language)
        if item is None or not _is_end_of_item(words, item.last):
            break
        listed = listed.joined(item)
        if words[link].folded != ",":  # commas alone may also start another statement
            mention = listed
        if item.is_number:  # what follows gives the names of those counted
            break
    return mention


def _phrase_starting_at(words: Sequence[Word], at: int, language: Language) -> Mention | None:
    """The noun phrase that starts with the word `at`."""
    people, number = language.people, None
    for index in range(at, min(len(words), at + _MOST_MODIFIERS + 2)):
        word = words[index]
        is_one = word.kind == Kind.ONE and not word.is_possessor
        if word.kind == Kind.NUMBER and (index == at or (index == at + 1 and words[at].kind == Kind.DETERMINER)):
            number = index
        elif word.kind in (Kind.PRONOUN, Kind.GROUP):
            is_next = index == at or (index == at + 1 and words[at].kind in (*_PHRASE_OPENERS, Kind.GROUP))
            return Mention(at, index, people.groups.get(word.folded, 1)) if is_next and number is None else None
        elif word.kind == Kind.MANY or (number is not None and is_one and not language.plural_endings):
            return None if number is None else _with_number(words, number, index, language)
        elif (is_one and kind_after(words, index) != Kind.ONE) or _ends_with_name(words, index, language):
            return (
                Mention(at, _last_of_name(words, index), 1, words[at].kind == Kind.COUNTED) if number is None else None
            )
        elif not (_is_modifier(word, language) or (index == at and word.kind in _PHRASE_OPENERS)):
            return None
    return None


def _is_modifier(word: Word, language: Language) -> bool:
    return language.adjectives_before_noun and (word.kind in (Kind.ONE, Kind.NAME, Kind.OTHER) or word.is_possessor)


def _ends_with_name(words: Sequence[Word], index: int, language: Language) -> bool:
    """Whether a bare name is the last word of a phrase."""
    is_name = language.people.names_alone and words[index].kind == Kind.NAME and not words[index].is_possessor
    return is_name and kind_after(words, index) not in (Kind.ONE, Kind.NAME, Kind.OTHER)


def _link_after(words: Sequence[Word], last: int) -> int | None:
    """The last word of what joins the next item of a list, after an age or name in apposition."""
    index = _word_after_apposition(words, last + 1)
    link = None
    if index < len(words) and words[index].folded in _LIST_MARKS:
        link, index = index, index + 1
    if index < len(words) and words[index].kind == Kind.AND:
        link = index
    return link if link is not None and link + 1 < len(words) else None


def _word_after_apposition(words: Sequence[Word], index: int) -> int:
    """Where the words continue after ", 31" or ", Kayla Walker"."""
    while index + 1 < len(words) and words[index].folded == "," and words[index + 1].kind in (Kind.NUMBER, Kind.NAME):
        end = index + 1
        while end < len(words) and words[end].kind in (Kind.NUMBER, Kind.NAME):
            end += 1
        if end < len(words) and words[end].folded not in _LIST_MARKS and words[end].kind != Kind.AND:
            break
        index = end
    return index


def _is_end_of_item(words: Sequence[Word], last: int) -> bool:
    """Whether a noun phrase ends there and no verb follows, which would start another statement."""
    return (
        last + 1 >= len(words)
        or words[last + 1].kind in (Kind.PAUSE, Kind.BREAK, Kind.END, Kind.AND)
        or words[last + 1].folded == "."
    )
