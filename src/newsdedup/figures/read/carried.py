"""What a figure takes over from the one before it: a noun, a role, a currency, or the list that holds both."""

from __future__ import annotations

import re

from attrs import evolve

from newsdedup.figures.claim import FigureClaim, Scope
from newsdedup.figures.read.amounts import Amount
from newsdedup.figures.read.grammar import LEFT_REACH
from newsdedup.figures.read.reader import Reader
from newsdedup.text.normal_form import fold_case, normalise

LISTED = "listed with its count"
_KINDS_OF_STEPS = frozenset({"percent", "money", "measure"})
_LISTED = re.compile(r"[(,;:] ?((?:[^\W\d_]+ ){0,3}[^\W\d_]+) ?:? $")
_IN_BRACKET = re.compile(r"[^().:]*[(,;] ?[^\W\d_a-z][^(),;:.\d]*: ?")
_FAR = 60  # characters after which a bare number does not go on with the one before it
_SAME_SENTENCE = re.compile(r"[^.!?;()\r\n]{0,80}")
_NEXT_SCALE = 1000  # times; a value printed with a scale word is less than this many of it
_ONWARDS = re.compile(r"(?:/\w+)?[^,;:.\d]{1,24}")  # "90 đồng/kg lên 120 đồng/kg"


def continued(reader: Reader, claim: FigureClaim, previous: FigureClaim | None) -> FigureClaim:
    """The claim; a bare percentage, a step or its end takes the noun of the amount before it: "rose by 3% to 45%"."""
    if claim.noun or claim.role or previous is None or previous.sentence != claim.sentence:
        return claim
    is_share = claim.kind == previous.kind == "percent"
    is_step = claim.change != "level" and {claim.kind, previous.kind} <= _KINDS_OF_STEPS
    between = reader.article.text[previous.end : claim.start]
    is_next = claim.kind == previous.kind and claim.unit == previous.unit and _ONWARDS.fullmatch(between)
    if claim.kind in _KINDS_OF_STEPS and reader.grammar.clauses.restated.fullmatch(between):  # "$12.40, or 0.9 percent"
        return evolve(claim, noun=previous.noun, change=previous.change)
    is_end = (
        previous.change != "level"
        and claim.kind in _KINDS_OF_STEPS
        and reader.grammar.clauses.step_end.fullmatch(between)
    )
    return evolve(claim, noun=previous.noun) if is_share or is_step or is_next or is_end else claim


def is_converted(reader: Reader, claim: FigureClaim, previous: FigureClaim) -> bool:
    """Whether a bracket converts money into another currency of the same sign: "$US1 million ($1.52 million)"."""
    is_same = (claim.kind, claim.unit) == ("money", previous.unit)
    return is_same and reader.article.text[previous.end : claim.start].strip() == "("


def goes_on(reader: Reader, amount: Amount, previous: FigureClaim) -> bool:
    """Whether a bare number counts what the one before it counts: "từ 144 lên 157", "8 người chết (Mai Pha: 5)"."""
    start = reader.text.span(amount.start, amount.end)[0]
    if previous.kind != "count" or not (previous.noun or previous.role) or previous.end > start:
        return False
    between = reader.article.text[previous.end : start]
    if len(between) > _FAR:
        return False
    if previous.scope.found_by == LISTED or "(" in between:
        return _IN_BRACKET.fullmatch(between) is not None
    return reader.grammar.amounts.step_to.fullmatch(fold_case(normalise(between).plain)) is not None


def elided_currency(reader: Reader, amount: Amount, previous: FigureClaim | None) -> str | None:
    """The currency of money that prints none: that of the money before it of the same scale, else the language's."""
    scale = amount.number.scale
    if previous is not None and previous.kind == "money" and scale <= previous.number < _NEXT_SCALE * scale:
        between = reader.article.text[previous.end : reader.text.span(amount.start, amount.end)[0]]
        if _SAME_SENTENCE.fullmatch(between):
            return previous.unit
    return reader.grammar.language.currency


def listed_place(reader: Reader, amount: Amount, sentence: tuple[int, int]) -> Scope | None:
    """The place of a count in a list of places: "(Cao Bằng 49 người, Lào Cai 45 người)"."""
    match = _LISTED.search(reader.text.plain[max(sentence[0], amount.start - LEFT_REACH) : amount.start])
    if match is None or not all(word[0].isupper() for word in match.group(1).split()):
        return None
    return Scope(match.group(1), "unknown", LISTED)
