"""What a number counts or measures: the noun after it, before it in its clause, or in its list."""

from __future__ import annotations

import re

from newsdedup.figures.read import nouns, quantities
from newsdedup.figures.read.amounts import Amount
from newsdedup.figures.read.reader import Reader

KINDS_OF_TIME = ("duration", "age")
_COUNTED_BEFORE_BRACKET = re.compile(r"\d[\d.,]*([^\d()]{2,40}?)\s*\($")


def noun_of(reader: Reader, amount: Amount, sentence: tuple[int, int]) -> nouns.Noun | None:
    """The noun of a number in a sentence; for a time its unit."""
    plain, folded, grammar = reader.text.spelt, reader.folded, reader.grammar
    if amount.kind == "money" and (noun := quantities.noun_of_money(plain, folded, amount.end, grammar)):
        return noun
    if amount.kind in KINDS_OF_TIME:
        return nouns.Noun(
            plain[amount.number.end : amount.end].strip(" -"),
            folded[amount.number.end : amount.end].strip(" -"),
            amount.end,
        )
    return (_counted_noun if amount.kind == "count" else _measured_noun)(reader, amount, sentence)


def _counted_noun(reader: Reader, amount: Amount, sentence: tuple[int, int]) -> nouns.Noun | None:
    """The noun of a count: after it, that of its list, or one that its clause names before it."""
    plain, folded, grammar = reader.text.spelt, reader.folded, reader.grammar
    after = nouns.noun_after(plain, folded, noun_start(reader, amount), grammar)
    after = after or nouns.listed_noun(plain, folded, amount, grammar)
    if after is not None and (not nouns.is_bare(after, grammar) or grammar.roles.cue_after.match(folded, after.end)):
        return after
    before = nouns.noun_before(plain, folded, amount.start, sentence[0], grammar, is_alone=after is None)
    may_be_subject = after is not None and grammar.language.subject_first and not amount.is_qualified
    if before is None and may_be_subject:
        subject = nouns.short_subject(plain, folded, amount.start, sentence[0], grammar)
        before = subject if subject and nouns.may_be_counted(subject, grammar) else None
    return before or after


def _measured_noun(reader: Reader, amount: Amount, sentence: tuple[int, int]) -> nouns.Noun | None:
    """The noun of a percentage, money or a measure: one that its clause names before it, else one linked to it."""
    plain, folded, grammar = reader.text.spelt, reader.folded, reader.grammar
    before = nouns.noun_before(plain, folded, amount.start, sentence[0], grammar)
    if (
        before is None
        and amount.kind == "percent"
        and (share := quantities.noun_of_percentage(plain, folded, amount, grammar))
    ):
        return share
    if not (before and grammar.nouns.quantity.match(before.folded)):
        before = (
            quantities.measured_before(plain, folded, amount.start, sentence[0], grammar, reader.landmarks) or before
        )
    if before is None and amount.kind == "measure":
        after = quantities.noun_of_part(plain, folded, amount.start, amount.end, grammar)
        return after if after is not None and after.printed[0].islower() else None
    if before is None and amount.kind == "percent":
        before = _counted_before_bracket(reader, amount.start, sentence)
    if before is None and amount.kind == "money":
        before = quantities.loose_noun_of_money(plain, folded, amount.end, grammar)
    if before is None and grammar.language.subject_first and not amount.is_qualified:
        before = nouns.short_subject(plain, folded, amount.start, sentence[0], grammar)
    return before


def noun_start(reader: Reader, amount: Amount) -> int:
    """Where the noun of a count may start: after what qualifies it ("20 or more people"), after a hyphen."""
    if compound := reader.grammar.nouns.compound_count.match(reader.folded, amount.end):
        return compound.end()
    qualifier = reader.grammar.amounts.qualifier_after.match(reader.folded, amount.end)
    return qualifier.end() if qualifier else amount.end


def _counted_before_bracket(reader: Reader, start: int, sentence: tuple[int, int]) -> nouns.Noun | None:
    """The noun whose count a bracket restates as a share: "17.662 hộ nghèo (5,98%)"."""
    left = reader.folded[sentence[0] : start]
    counted = _COUNTED_BEFORE_BRACKET.search(left) if left.endswith("(") else None
    if counted is None:
        return None
    return nouns.noun_after(reader.text.spelt, reader.folded, sentence[0] + counted.start(1), reader.grammar)
