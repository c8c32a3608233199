"""Nouns beside a number: the noun after it, the one that its clause names before it, the one it shares with a list."""

from __future__ import annotations

import re
from itertools import pairwise

from attrs import frozen

from newsdedup.figures.read.amounts import Amount
from newsdedup.figures.read.grammar import LEFT_REACH, Grammar
from newsdedup.text.numbers.reader import number_from

NOUN_WORD = re.compile(r"[ \t]*([^\W\d_]+(?:['’-][^\W\d_]+)*)")
_CAPITALISED = re.compile(r"(?:[ \t]+[A-Z][\w.'’-]*){1,4}(?=[ \t]+[^\W\d_])(?![ \t]+[A-Z])")
_AFTER_WORD = re.compile(r"[^\W\d],\s$")
_LIST_COMMA = re.compile(r",\s(?=\S)")
_MOST_NUMBERS_LISTED = 6
_COMMA = re.compile(r"[ \t]*,(?=[ \t]*[^\W\d_])")
_WHOLE_NUMBER = re.compile(r"\d[\d.,]*(?<=\d)|[^\W\d_]+")
MOST_NOUN_WORDS = 5
CLAUSE_REACH = 120
_NOUN_BEFORE = re.compile(r"(?:^|[.;:!?,(\r\n] ?)([^.;:!?,()\r\n\d]{2,40}) $")


@frozen
class Noun:
    """A counted noun: its words as printed, folded, and where it ends."""

    printed: str
    folded: str
    end: int


def noun_after(plain: str, folded: str, position: int, grammar: Grammar) -> Noun | None:
    """The noun phrase that starts right after a number, lists of one kind taken as one noun."""
    end = phrase_end(plain, folded, position, grammar)
    first = NOUN_WORD.match(folded, position)
    if first is None or end == position:
        return None
    start = first.start(1)
    while comma := _COMMA.match(folded, end):
        item = comma.end() + (folded[comma.end()] == " ")
        if not (grammar.nouns.listed.match(folded, start) and grammar.nouns.listed.match(folded, item)):
            break
        following = phrase_end(plain, folded, comma.end(), grammar)
        if following == comma.end():
            break
        end = following
    return Noun(plain[start:end], folded[start:end], end)


def phrase_end(plain: str, folded: str, position: int, grammar: Grammar) -> int:
    """End of the words from `position` on that can belong to a noun."""
    start = grammar.nouns.start.match(folded, position)
    end = start.end() if start else position
    for count in range(2 if start else 0, MOST_NOUN_WORDS):
        match = NOUN_WORD.match(folded, end)
        if match is None:
            break
        compound = grammar.nouns.compound.match(folded, match.start(1))
        if compound is None and count and plain[match.start(1)].isupper():
            name = _name_within(plain, folded, end, grammar)
            if name is None:
                break
            end = name
            continue
        if compound is None and _ends_noun(folded, match, grammar):
            break
        end = compound.end() if compound else match.end()
        if _is_last_noun(folded, match, grammar) or (compound and grammar.language.plural_endings):
            break
    return end


def _name_within(plain: str, folded: str, position: int, grammar: Grammar) -> int | None:
    """Where the name within a noun phrase ends: "two young St. Louis boys"; None where the phrase ends before it."""
    name = _CAPITALISED.match(plain, position) if grammar.language.adjectives_before_noun else None
    following = NOUN_WORD.match(folded, name.end()) if name else None
    if name is None or following is None or _ends_noun(folded, following, grammar):
        return None
    return name.end()


def _is_last_noun(folded: str, match: re.Match[str], grammar: Grammar) -> bool:
    """Whether a noun is plural and the next word is not: "54,000 fans cheered", but "two arms dealers"."""
    following = NOUN_WORD.match(folded, match.end())
    is_last = following is None or not grammar.nouns.plural.search(following.group(1))
    return is_last and grammar.nouns.plural.search(match.group(1)) is not None


def _ends_noun(folded: str, match: re.Match[str], grammar: Grammar) -> bool:
    word = match.group(1)
    following = NOUN_WORD.match(folded, match.end())
    pair = f"{word} {following.group(1)}" if following else word
    return (
        word in grammar.nouns.ends or pair in grammar.nouns.ends or bool(grammar.planned.match(folded, match.start(1)))
    )


def noun_before(
    plain: str, folded: str, start: int, sentence_start: int, grammar: Grammar, *, is_alone: bool = True
) -> Noun | None:
    """What the clause to the left names: "số người … là", "tỷ lệ hộ nghèo đã giảm từ".

    Of a number that is not alone, and so has a noun of its own, not all clauses name the quantity.
    """
    left_start = max(sentence_start, start - CLAUSE_REACH)
    left = folded[left_start:start].rstrip()
    for pattern in (*grammar.nouns.number_of, *(grammar.nouns.levels_of if is_alone else ())):
        if (match := pattern.search(left)) and match.group("noun").strip():
            first, last = match.span("noun")
            words = plain[left_start + first : left_start + last].strip()
            return Noun(words, folded[left_start + first : left_start + last].strip(), start)
    return None


def short_subject(plain: str, folded: str, start: int, sentence_start: int, grammar: Grammar) -> Noun | None:
    """The clause right before a number whose own noun is bare: "Cán bộ cấp xã 1.597 người"."""
    match = _NOUN_BEFORE.search(plain[max(sentence_start, start - 60) : start])
    words = match.group(1).strip() if match else ""
    parts = words.lower().split()
    if len(parts) > 1 and all(part[0].isupper() for part in words.split()):  # a place: "Lào Cai 45 người"
        return None
    said = (*parts, *(" ".join(pair) for pair in pairwise(parts)))
    if any(
        part in grammar.nouns.ends or part in grammar.amounts.changes or part in grammar.nouns.subject_verbs
        for part in said
    ):
        return None
    return Noun(words, words.lower(), start) if words else None


def listed_noun(plain: str, folded: str, amount: Amount, grammar: Grammar) -> Noun | None:
    """The noun that a number shares with those listed after it: "5, 10 and 15 people"; ", 34, and two" is an age."""
    if _AFTER_WORD.search(folded, max(0, amount.start - LEFT_REACH), amount.start):
        return None
    end = amount.end
    for _ in range(_MOST_NUMBERS_LISTED):
        comma = _LIST_COMMA.match(folded, end)
        last = grammar.clauses.and_word.match(folded, comma.end() - 1 if comma else end)
        link = last or comma
        number = number_from(folded, link.end(), grammar.numbers) if link else None
        if number is None or grammar.numbers.unit_after.match(folded, number.end):
            return None
        end = number.end
        if last:
            return noun_after(plain, folded, end, grammar)
    return None


def may_be_counted(noun: Noun, grammar: Grammar) -> bool:
    """Whether a clause before a number names what it counts, rather than what is done to it: "giải cứu 9 người"."""
    return bool(grammar.nouns.listed.match(noun.folded) or grammar.nouns.quantity.match(noun.folded))


def is_bare(noun: Noun, grammar: Grammar) -> bool:
    """Whether a noun is too unspecific to name a quantity on its own ("người")."""
    match = grammar.nouns.classifier.match(noun.folded)
    return match is not None and match.end() == len(noun.folded)


def whole_of(folded: str, end: int, noun: Noun | None, grammar: Grammar) -> tuple[int, int] | None:
    """The number that the one ending at `end` is a part of, as offsets: "2 of the 5", "2 người trong số năm"."""
    for after in dict.fromkeys((end, noun.end if noun else end)):
        link = grammar.roles.part_link.match(folded, after)
        whole = link and _WHOLE_NUMBER.match(folded, link.end())
        is_clear = after == end or (link is not None and " " in link.group().strip())
        if whole and is_clear and (whole.group()[0].isdecimal() or whole.group() in grammar.language.numerals.words):
            return whole.span()
    return None
