"""Nouns of what is measured, paid or shared: those of money, percentages, shares and measures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdedup.figures.read.amounts import Amount
from newsdedup.figures.read.grammar import LEFT_REACH, Grammar
from newsdedup.figures.read.nouns import CLAUSE_REACH, MOST_NOUN_WORDS, NOUN_WORD, Noun, noun_after, phrase_end
from newsdedup.text.landmarks import Landmarks
from newsdedup.text.numbers.reader import number_from
from newsdedup.text.tags import Tag

_WHITE_SPACE = re.compile(r"[ \t]+")
_CLAUSE_MARK = re.compile(r"[;:()“”\"]|,(?!\d)")
_LEAST_BARE_MONEY_SCALE = 1_000_000


def measured_before(
    plain: str, folded: str, start: int, sentence_start: int, grammar: Grammar, landmarks: Landmarks
) -> Noun | None:
    """The noun of an amount, named earlier in its clause: "giá vàng SJC hôm qua lên 36,7 triệu đồng"."""
    first = max(sentence_start, start - CLAUSE_REACH)
    if not landmarks.within(Tag.QUANTITY, first, start):
        return None
    clauses = [match.end() for match in _CLAUSE_MARK.finditer(folded, first, start)] or [first]
    for clause, end in zip(reversed([first, *clauses]), reversed([*clauses, start]), strict=True):
        if measured := list(_measured(plain, folded, clause, end, grammar)):
            first, last = measured[-1]
            return Noun(plain[first:last].rstrip(), folded[first:last].rstrip(), start)
        if not _says_only_how(folded[clause:end], grammar):
            break
    return None


def _measured(plain: str, folded: str, start: int, end: int, grammar: Grammar) -> Iterator[tuple[int, int]]:
    """The nouns of measured or paid amounts in a span; one within another is part of it."""
    done = start
    for head in grammar.nouns.quantity.finditer(folded, start, end):
        is_of_name = plain[head.start() : head.end()].istitle() and plain[start : head.start()].strip()  # "Cục Thuế"
        is_base = folded[start : head.start()].rstrip().endswith("%")  # "4,8% GDP" is not a GDP
        if head.start() >= done and head.group() not in grammar.nouns.not_quantities and not (is_of_name or is_base):
            first, last = head.span()
            if grammar.language.adjectives_before_noun:
                first = _modifiers_before(folded, start, first, grammar)
                link = grammar.nouns.link.match(folded, last, end)
                end_of_link = phrase_end(plain, folded, link.end(), grammar) if link else last
                last = end_of_link if link and link.end() < end_of_link < end else last
            else:
                last = phrase_end(plain, folded, last, grammar)
            done = min(end, last)
            yield first, done


def _modifiers_before(folded: str, start: int, head: int, grammar: Grammar) -> int:
    """Where the words begin that may belong to a noun which starts at `head`: "first-quarter revenue"."""
    first = head
    for match in [*NOUN_WORD.finditer(folded, start, head)][:-MOST_NOUN_WORDS:-1]:
        word = match.group(1)
        if match.end() < first - 1 or word in grammar.nouns.ends or word.endswith(grammar.language.verb_endings):
            break
        first = match.start(1)
    return first


def _says_only_how(clause: str, grammar: Grammar) -> bool:
    """Whether a clause has no noun, so that the noun of the clause before applies: "tăng lên"."""
    words = clause.strip(" ,;:()").split()
    return all(word in grammar.nouns.ends or word in grammar.amounts.changes for word in words)


def is_money(amount: Amount, noun: Noun | None, grammar: Grammar) -> bool:
    """Whether a large number is of money whose currency goes without saying: "lãi 200 tỷ"."""
    if amount.kind != "count" or amount.number.scale < _LEAST_BARE_MONEY_SCALE or not grammar.language.currency:
        return False
    return noun is None or (noun.end <= amount.start and grammar.nouns.quantity.match(noun.folded) is not None)


def noun_of_percentage(plain: str, folded: str, amount: Amount, grammar: Grammar) -> Noun | None:
    """What a percentage is a share of, right after it: "60% số hộ nghèo"."""
    if grammar.numbers.change_before.before(folded, amount.start):
        return None
    noun = noun_of_part(plain, folded, amount.start, amount.end, grammar)
    return None if noun is None or grammar.nouns.quantity.match(noun.folded) else noun


def noun_of_part(plain: str, folded: str, start: int, end: int, grammar: Grammar) -> Noun | None:
    """The noun after a share or measure, linked or right after it: "30% doanh nghiệp", "a 9% stake", "9% of shares"."""
    if link := grammar.nouns.link.match(folded, end):
        return _linked_noun(plain, folded, link.end(), grammar)
    if grammar.language.share_before_noun or "-" in folded[start:end]:
        return noun_after(plain, folded, end, grammar)
    is_modifier = grammar.nouns.determiner_before.search(folded[max(0, start - LEFT_REACH) : start])
    return noun_after(plain, folded, end, grammar) if is_modifier else None


def _linked_noun(plain: str, folded: str, position: int, grammar: Grammar) -> Noun | None:
    """The noun after a word that links it to a share, past its own number: "of the 600 beds"."""
    space = _WHITE_SPACE.match(folded, position)
    number = number_from(folded, space.end(), grammar.numbers) if space else None
    return noun_after(plain, folded, number.end if number else position, grammar)


def noun_of_share(plain: str, folded: str, amount: Amount, grammar: Grammar) -> Noun | None:
    """The noun of a share: "two thirds of voters", "one in five adults"; not one thing ("half of the lake")."""
    is_rate = grammar.numbers.rate_link.search(folded, amount.number.start, amount.number.end)
    link = grammar.nouns.link.match(folded, amount.end)
    if is_rate:
        noun = noun_after(plain, folded, amount.end, grammar)
    else:
        noun = _linked_noun(plain, folded, link.end(), grammar) if link else None
    return noun if noun and grammar.nouns.plural.search(noun.folded) else None


def noun_of_money(plain: str, folded: str, end: int, grammar: Grammar) -> Noun | None:
    """The noun of an amount of money, right after it: "782 tỉ đồng tiền trốn thuế"."""
    if link := grammar.nouns.link.match(folded, end):
        return noun_after(plain, folded, link.end(), grammar)
    is_measured = folded[end : end + 1] == " " and grammar.nouns.quantity.match(folded, end + 1)
    return noun_after(plain, folded, end, grammar) if is_measured else None


def loose_noun_of_money(plain: str, folded: str, end: int, grammar: Grammar) -> Noun | None:
    """The noun of an amount of money that has none before it: "$3 million in aid"; a name is a place or a month."""
    link = grammar.nouns.loose_link.match(folded, end)
    noun = noun_after(plain, folded, link.end(), grammar) if link else None
    return noun if noun and noun.printed[0].islower() else None
