"""Claims of numbers: what each number of a text counts, with its role, its scope and its date."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from attrs import evolve

from newsdedup.figures.claim import FigureClaim, Scope
from newsdedup.figures.read import carried, nouns, quantities, roles
from newsdedup.figures.read.amounts import Amount, amount_around, as_percentage, qualified_after
from newsdedup.figures.read.counted import KINDS_OF_TIME, noun_of, noun_start
from newsdedup.figures.read.grammar import LEFT_REACH
from newsdedup.figures.read.reader import Reader, claim_at, start_of
from newsdedup.figures.read.scope import EVENT_SCOPE
from newsdedup.languages import Role
from newsdedup.text.normal_form import Span
from newsdedup.text.numbers.number import PrintedNumber
from newsdedup.text.numbers.reader import is_in_name

_KINDS_WITH_ROLES = ("count", "money")
_CODE_CONTINUES = re.compile(r"[-/][^\W\d_]|[-/]\d|:\d|[.,]\d|[^\W\d_]|_")
_NAME_WORD_BEFORE = re.compile(r"([^\W\d_][\w.-]*) $")
_YEARS = re.compile(r"(?:1[89]|20)\d\d(?:\s?[-–]\s?(?:1[89]|20)\d\d)?")  # 2025, 2021-2030


def numbered_claims(reader: Reader) -> Iterator[FigureClaim]:
    """The claims of the numbers of an article, in order."""
    done, previous = 0, None
    for number in reader.page.numbers:
        if number.start < done:
            continue
        if end := reader.no_figure_until(number.start):
            done = end
            continue
        claim, done = _numbered_claim(reader, number, previous)
        if claim is not None:
            claim = _of_what(reader, carried.continued(reader, claim, previous), number.start, done)
            if previous is not None and carried.is_converted(reader, claim, previous):
                claim = evolve(claim, noun=None, role=None)
            yield claim
            previous = claim


def _of_what(reader: Reader, claim: FigureClaim, start: int, end: int) -> FigureClaim:
    """The claim; a share without a noun before it is of the noun after it: "30% doanh nghiệp"."""
    if claim.kind != "percent" or claim.noun or claim.change != "level":
        return claim
    noun = quantities.noun_of_part(reader.text.spelt, reader.folded, start, end, reader.grammar)
    return evolve(claim, noun=noun.printed) if noun else claim


def _numbered_claim(
    reader: Reader, number: PrintedNumber, previous: FigureClaim | None
) -> tuple[FigureClaim | None, int]:
    """The claim of a number, if it counts anything, and where reading goes on."""
    amount = amount_around(number, reader.folded, reader.grammar)
    if _is_not_counted(reader, amount):
        return None, number.end
    sentence = reader.sentence_around(amount.number.start, amount.end)
    amount, noun = _with_noun(reader, amount, sentence, previous)
    whole = nouns.whole_of(reader.folded, amount.end, noun, reader.grammar) if amount.kind == "count" else None
    if whole and (noun is None or noun.end <= amount.start):
        noun = nouns.noun_after(reader.text.spelt, reader.folded, whole[1], reader.grammar)
    role = _role_of(reader, amount, noun, whole)
    subject = _counted_subject(reader, amount, noun, role, sentence, previous)
    if subject is None or (number.is_share and noun is None):
        return None, number.end
    is_qualified_first = reader.grammar.amounts.qualifier_after.match(reader.folded, amount.end) is not None
    after = noun.end if noun and not is_qualified_first else amount.end
    amount = qualified_after(amount, reader.folded, after, reader.grammar)
    claim = claim_at(
        reader,
        amount.start,
        amount.end,
        sentence,
        **amount.fields,
        **subject,
        modality=_modality(reader, amount.start, role, sentence),
        part_of=_whole_words(reader, amount, whole),
        change="level" if amount.kind in KINDS_OF_TIME else _change_at(reader, amount.start),
        speaker=reader.speaker(amount.start, sentence),
        is_open=roles.leaves_open(reader.folded, noun.end if noun else amount.end, role, reader.grammar),
        as_of=None if amount.kind == "duration" else _date_of(reader, amount, sentence),
    )
    return claim, amount.end


def _with_noun(
    reader: Reader, amount: Amount, sentence: Span, previous: FigureClaim | None
) -> tuple[Amount, nouns.Noun | None]:
    """The amount and its noun: a share becomes a percentage, a large number without a noun money ("lãi 200 tỷ")."""
    if amount.number.is_share:
        noun = quantities.noun_of_share(reader.text.spelt, reader.folded, amount, reader.grammar)
        return as_percentage(amount), noun
    noun = noun_of(reader, amount, sentence)
    if quantities.is_money(amount, noun, reader.grammar):
        amount = evolve(amount, kind="money", unit=carried.elided_currency(reader, amount, previous))
        noun = noun_of(reader, amount, sentence)
    return amount, noun


def _role_of(reader: Reader, amount: Amount, noun: nouns.Noun | None, whole: Span | None) -> Role | None:
    if amount.kind not in _KINDS_WITH_ROLES:
        return None
    return roles.role_of(reader.folded, amount, noun, whole, reader.spoken, reader.grammar)


def _counted_subject(
    reader: Reader,
    amount: Amount,
    noun: nouns.Noun | None,
    role: Role | None,
    sentence: Span,
    previous: FigureClaim | None,
) -> dict[str, Any] | None:
    """The noun, role and scope of a number; a bare number continues the one before it, or counts nothing."""
    if amount.kind != "count" or noun is not None or role is not None:
        return {
            "noun": noun.printed if noun else None,
            "role": role.name if role else None,
            "scope": _scope_of(reader, amount, role, sentence),
        }
    if previous is None or not carried.goes_on(reader, amount, previous):
        return None
    place = carried.listed_place(reader, amount, sentence) or previous.scope
    return {"noun": previous.noun, "role": previous.role, "scope": place}


def _whole_words(reader: Reader, amount: Amount, whole: Span | None) -> str | None:
    """The larger count that this one is a part of, as printed."""
    if amount.number.out_of is not None:
        return str(amount.number.out_of)
    return reader.text.spelt[slice(*whole)] if whole else None


def _is_not_counted(reader: Reader, amount: Amount) -> bool:
    """Whether the number is part of a name, a rank or a code."""
    if amount.kind == "count":
        return _is_name(reader, amount) or bool(reader.grammar.not_counted.match(reader.folded, amount.number.end))
    return amount.kind == "duration" and reader.grammar.ordinal_before.before(reader.folded, amount.start) is not None


def _scope_of(reader: Reader, amount: Amount, role: Role | None, sentence: Span) -> Scope:
    """The event for a toll or the schedule, unless a place is set apart; else what its sentence names."""
    if amount.kind == "count" and (listed := carried.listed_place(reader, amount, sentence)):
        return listed
    if amount.kind == "duration" or (role is not None and (role.schedule or role.evolves)):
        return reader.scopes.set_apart(sentence[0], amount.start) or EVENT_SCOPE
    index = reader.sentence_at(amount.start)
    before = reader.sentences[index - 1] if index else (0, 0)
    return reader.scopes.scope(amount.start, amount.end, sentence, before)


def _modality(reader: Reader, start: int, role: Role | None, sentence: Span) -> str:
    """Whether what is counted is planned, belongs to other events (``background``), or has happened (``actual``)."""
    if reader.is_planned(start, sentence):
        return "planned"
    return "background" if role is not None and role.evolves and reader.is_background(sentence) else "actual"


def _is_name(reader: Reader, amount: Amount) -> bool:
    """Whether a bare number is a code, a rank, a year or a part of a name rather than a count."""
    folded, plain, number = reader.folded, reader.text.spelt, amount.number
    is_code = number.scale == 1 and _CODE_CONTINUES.match(folded, number.end) is not None
    if is_code and noun_start(reader, amount) == number.end:
        return True
    if amount.is_qualified:
        return False
    printed = folded[number.start : number.end]
    if _YEARS.fullmatch(printed) or is_in_name(number, plain, reader.grammar.numbers):
        return True
    if number.in_words and reader.grammar.nouns.group.match(
        folded, number.start
    ):  # people, read as such: "hai vợ chồng"
        return True
    sentence = reader.sentences[reader.sentence_at(number.start)][0] if reader.sentences else 0
    left = plain[max(sentence, number.start - LEFT_REACH) : number.start]
    if reader.grammar.ordinal_before.before(folded, number.start):
        return not reader.grammar.nouns.counter.match(
            folded, number.end
        )  # "nhóm 5 đối tượng", though "nhóm 5" is a name
    if left[:-1].rpartition(" ")[2].islower():  # most words: no name ends there
        return False
    word = _NAME_WORD_BEFORE.search(left)
    if word is None or word.group(1).islower():
        return False
    if word.group(1)[0].islower():  # "iPad 2", anywhere
        return True
    if reader.grammar.nouns.listed_counter.match(folded, number.end):  # "Cao Bằng 49 người, Lào Cai 45 người"
        return False
    following = plain[number.end : number.end + 3].strip()
    if word.group(1).isupper() and following.istitle() and len(following) > 1:  # "KRTV 11 News", wherever
        return True
    return sentence != number.start - len(word.group())


def _change_at(reader: Reader, start: int) -> str:
    """Whether the number is a step ("giảm 2,38%") rather than a level."""
    match = reader.grammar.numbers.change_before.before(reader.folded, start)
    return reader.grammar.amounts.changes[" ".join(match.group(1).split())] if match else "level"


def _date_of(reader: Reader, amount: Amount, sentence: Span) -> str | None:
    """The date right after the number, else the last "up to" date before it in its sentence."""
    first = bisect_left(reader.dates, amount.end, key=start_of)
    following = reader.dates[first] if first < len(reader.dates) else None
    if (
        following
        and following.start <= amount.end + 8
        and reader.grammar.clauses.date_link.fullmatch(reader.folded[amount.end : following.start])
    ):
        return following.value
    earlier = reader.dates[bisect_left(reader.dates, sentence[0], key=start_of) : first]
    return next((one.value for one in reversed(earlier) if one.role == "as_of" and one.start < amount.start), None)
