"""What a number counts: the noun beside it, and the role that its words give it in an event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from newsdedup.figures.read.amounts import Amount
from newsdedup.figures.read.grammar import Grammar
from newsdedup.figures.read.unnumbered import Spoken
from newsdedup.languages import Role
from newsdedup.text.landmarks import Landmarks
from newsdedup.text.numbers.reader import number_from

_WORD = re.compile(r"[ \t]*([^\W\d_]+(?:['’-][^\W\d_]+)*)")
_NAME = re.compile(r"(?:[ \t]+[A-Z][\w.'’-]*){1,4}(?=[ \t]+[^\W\d_])(?![ \t]+[A-Z])")
_AFTER_WORD = re.compile(r"[^\W\d],\s$")
_SPACE = re.compile(r"[ \t]+")
_LIST_COMMA = re.compile(r",\s(?=\S)")
_MOST_LISTED = 6
_APPOSITION = re.compile(
    r",\s[^,.;:!?()\r\n]{2,60}(?:,\s\d{1,3}(?:\s\w{1,5}\s\d{1,3})?){0,6},\s"  # ", ages 3, 5 and 8,"
    r"|\s(?:[–—]|--)\s[^–—.;:!?()\r\n]{2,80}\s(?:[–—]|--)\s"
)
_COMMA = re.compile(r"[ \t]*,(?=[ \t]*[^\W\d_])")
_CLAUSE_MARK = re.compile(r"[;:()“”\"]|,(?!\d)")
_LEAST_MONEY_SCALE = 1_000_000
_WHOLE = re.compile(r"\d[\d.,]*(?<=\d)|[^\W\d_]+")
_MOST_WORDS = 5
_CUE_LEFT, _CUE_RIGHT = 40, 60  # characters in which a cue may stand
_CUE_REACH = 7  # words after a noun in which a role's cue may stand
_LEFT_REACH = 120
_NOUN_BEFORE = re.compile(r"(?:^|[.;:!?,(\r\n] ?)([^.;:!?,()\r\n\d]{2,40}) $")


@frozen
class Noun:
    """A counted noun: its words as printed, folded, and where it ends."""

    printed: str
    folded: str
    end: int


def noun_after(plain: str, folded: str, position: int, grammar: Grammar) -> Noun | None:
    """The noun phrase that starts right after a number, lists of one kind taken as one noun."""
    end = _phrase_end(plain, folded, position, grammar)
    first = _WORD.match(folded, position)
    if first is None or end == position:
        return None
    start = first.start(1)
    while comma := _COMMA.match(folded, end):
        item = comma.end() + (folded[comma.end()] == " ")
        if not (grammar.nouns.listed.match(folded, start) and grammar.nouns.listed.match(folded, item)):
            break
        following = _phrase_end(plain, folded, comma.end(), grammar)
        if following == comma.end():
            break
        end = following
    return Noun(plain[start:end], folded[start:end], end)


def _phrase_end(plain: str, folded: str, position: int, grammar: Grammar) -> int:
    """End of the words from `position` on that can belong to a noun."""
    start = grammar.nouns.start.match(folded, position)
    end = start.end() if start else position
    for count in range(2 if start else 0, _MOST_WORDS):
        match = _WORD.match(folded, end)
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
    """Where the name ends that stands within a noun phrase: "two young St. Louis boys"; None where it ends it."""
    name = _NAME.match(plain, position) if grammar.language.adjectives_before_noun else None
    following = _WORD.match(folded, name.end()) if name else None
    if name is None or following is None or _ends_noun(folded, following, grammar):
        return None
    return name.end()


def _is_last_noun(folded: str, match: re.Match[str], grammar: Grammar) -> bool:
    """Whether a noun is in the plural and none follows that is: "54,000 fans cheered", but "two arms dealers"."""
    following = _WORD.match(folded, match.end())
    is_last = following is None or not grammar.nouns.plural.search(following.group(1))
    return is_last and grammar.nouns.plural.search(match.group(1)) is not None


def _ends_noun(folded: str, match: re.Match[str], grammar: Grammar) -> bool:
    word = match.group(1)
    following = _WORD.match(folded, match.end())
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
    left_start = max(sentence_start, start - _LEFT_REACH)
    left = folded[left_start:start].rstrip()
    for pattern in (*grammar.nouns.number_of, *(grammar.nouns.levels_of if is_alone else ())):
        if (match := pattern.search(left)) and match.group("noun").strip():
            first, last = match.span("noun")
            words = plain[left_start + first : left_start + last].strip()
            return Noun(words, folded[left_start + first : left_start + last].strip(), start)
    return None


def measured_before(
    plain: str, folded: str, start: int, sentence_start: int, grammar: Grammar, landmarks: Landmarks
) -> Noun | None:
    """What an amount is of that stands earlier in its clause: "giá vàng SJC hôm qua lên 36,7 triệu đồng"."""
    first = max(sentence_start, start - _LEFT_REACH)
    if not landmarks.within("quantity", first, start):
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
    """The nouns in a stretch of what is measured or paid; one within another is a part of it."""
    done = start
    for head in grammar.nouns.quantity.finditer(folded, start, end):
        is_of_name = plain[head.start() : head.end()].istitle() and plain[start : head.start()].strip()  # "Cục Thuế"
        is_base = folded[start : head.start()].rstrip().endswith("%")  # "4,8% GDP" is no GDP
        if head.start() >= done and head.group() not in grammar.nouns.not_quantities and not (is_of_name or is_base):
            first, last = head.span()
            if grammar.language.adjectives_before_noun:
                first = _modifiers_before(folded, start, first, grammar)
                link = grammar.nouns.link.match(folded, last, end)
                end_of_link = _phrase_end(plain, folded, link.end(), grammar) if link else last
                last = end_of_link if link and link.end() < end_of_link < end else last
            else:
                last = _phrase_end(plain, folded, last, grammar)
            done = min(end, last)
            yield first, done


def _modifiers_before(folded: str, start: int, head: int, grammar: Grammar) -> int:
    """Where the words begin that may belong to a noun which starts at `head`: "first-quarter revenue"."""
    first = head
    for match in [*_WORD.finditer(folded, start, head)][:-_MOST_WORDS:-1]:
        word = match.group(1)
        if match.end() < first - 1 or word in grammar.nouns.ends or word.endswith(grammar.language.verb_endings):
            break
        first = match.start(1)
    return first


def _says_only_how(clause: str, grammar: Grammar) -> bool:
    """Whether a clause has no noun, so that it goes on with that of the clause before: "tăng lên"."""
    words = clause.strip(" ,;:()").split()
    return all(word in grammar.nouns.ends or word in grammar.amounts.changes for word in words)


def short_subject(plain: str, folded: str, start: int, sentence_start: int, grammar: Grammar) -> Noun | None:
    """The clause that stands right before a number whose own noun is bare: "Cán bộ cấp xã 1.597 người"."""
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
    if _AFTER_WORD.search(folded, max(0, amount.start - _CUE_LEFT), amount.start):
        return None
    end = amount.end
    for _ in range(_MOST_LISTED):
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
    """Whether a noun is too poor to name a quantity on its own ("người")."""
    match = grammar.nouns.classifier.match(noun.folded)
    return match is not None and match.end() == len(noun.folded)


def whole_of(folded: str, end: int, noun: Noun | None, grammar: Grammar) -> tuple[int, int] | None:
    """Where the number stands that the one ending at `end` is a part of: "2 of the 5", "2 người trong số năm"."""
    for after in dict.fromkeys((end, noun.end if noun else end)):
        link = grammar.roles.part_link.match(folded, after)
        whole = link and _WHOLE.match(folded, link.end())
        is_clear = after == end or (link is not None and " " in link.group().strip())
        if whole and is_clear and (whole.group()[0].isdecimal() or whole.group() in grammar.language.numerals.words):
            return whole.span()
    return None


def is_money(amount: Amount, noun: Noun | None, grammar: Grammar) -> bool:
    """Whether a large number is of money whose currency goes without saying: "lãi 200 tỷ"."""
    if amount.kind != "count" or amount.number.scale < _LEAST_MONEY_SCALE or not grammar.language.currency:
        return False
    return noun is None or (noun.end <= amount.start and grammar.nouns.quantity.match(noun.folded) is not None)


def shared(plain: str, folded: str, amount: Amount, grammar: Grammar) -> Noun | None:
    """What a percentage is a share of that stands right after it: "60% số hộ nghèo"."""
    if grammar.numbers.change_before.before(folded, amount.start):
        return None
    noun = part_of_noun(plain, folded, amount.start, amount.end, grammar)
    return None if noun is None or grammar.nouns.quantity.match(noun.folded) else noun


def part_of_noun(plain: str, folded: str, start: int, end: int, grammar: Grammar) -> Noun | None:
    """The noun after a share or measure, linked or right after it: "30% doanh nghiệp", "a 9% stake", "9% of shares"."""
    if link := grammar.nouns.link.match(folded, end):
        return _linked_noun(plain, folded, link.end(), grammar)
    if grammar.language.share_before_noun or "-" in folded[start:end]:
        return noun_after(plain, folded, end, grammar)
    is_modifier = grammar.nouns.determiner_before.search(folded[max(0, start - _CUE_LEFT) : start])
    return noun_after(plain, folded, end, grammar) if is_modifier else None


def _linked_noun(plain: str, folded: str, position: int, grammar: Grammar) -> Noun | None:
    """The noun after a word that links it to a share, past its own number: "of the 600 beds"."""
    space = _SPACE.match(folded, position)
    number = number_from(folded, space.end(), grammar.numbers) if space else None
    return noun_after(plain, folded, number.end if number else position, grammar)


def share_told(plain: str, folded: str, amount: Amount, grammar: Grammar) -> Noun | None:
    """What a share is one of: "two thirds of voters", "one in five adults"; several, or it is a part of one thing."""
    is_rate = grammar.numbers.rate_link.search(folded, amount.number.start, amount.number.end)
    link = grammar.nouns.link.match(folded, amount.end)
    if is_rate:
        noun = noun_after(plain, folded, amount.end, grammar)
    else:
        noun = _linked_noun(plain, folded, link.end(), grammar) if link else None
    return noun if noun and grammar.nouns.plural.search(noun.folded) else None


def paid_for(plain: str, folded: str, end: int, grammar: Grammar) -> Noun | None:
    """What an amount is of that stands right after it: "782 tỉ đồng tiền trốn thuế"."""
    if link := grammar.nouns.link.match(folded, end):
        return noun_after(plain, folded, link.end(), grammar)
    is_measured = folded[end : end + 1] == " " and grammar.nouns.quantity.match(folded, end + 1)
    return noun_after(plain, folded, end, grammar) if is_measured else None


def loosely_paid_for(plain: str, folded: str, end: int, grammar: Grammar) -> Noun | None:
    """What an amount is of where nothing before it says that: "$3 million in aid"; a name is a place or a month."""
    link = grammar.nouns.loose_link.match(folded, end)
    noun = noun_after(plain, folded, link.end(), grammar) if link else None
    return noun if noun and noun.printed[0].islower() else None


def role_of(
    folded: str, amount: Amount, noun: Noun | None, whole: tuple[int, int] | None, spoken: Spoken, grammar: Grammar
) -> Role | None:
    """The role of a number: by its noun, by what stands before it, by what follows it or the `whole` it is part of."""
    role = _role_of(folded, amount, noun, whole, spoken, grammar)
    is_thing = noun is not None and noun.folded.split()[-1] in grammar.language.people.things
    if role is not None and role.of_people and is_thing:
        return None
    return role if role is not None and role.kind == amount.kind else None


def _role_of(
    folded: str, amount: Amount, noun: Noun | None, whole: tuple[int, int] | None, spoken: Spoken, grammar: Grammar
) -> Role | None:
    start, end = amount.start, amount.end
    left = folded[max(0, start - _CUE_LEFT) : start]
    if grammar.roles.denied_before.search(left) or grammar.roles.part_before.before(folded, start):
        return None
    if noun is not None and (match := grammar.roles.nouns.pattern.match(noun.folded)):
        return grammar.roles.nouns.role(match)
    match = grammar.roles.cues_before.pattern.search(left)
    before = grammar.roles.cues_before.role(match) if match else None
    if noun is not None and noun.end <= start and (said := _said_of(noun, grammar)):
        return said
    places = [(amount.number.start, amount.number.end), *([whole] if whole else [])]
    after = max(end, places[-1][1], noun.end if noun else end)
    if noun is not None and noun.end == after:  # "the boy, 12, of Hull, died" is one
        after = _after_apposition(folded, after, grammar)
    role = before or _cue_after(folded, amount, places, after, spoken, grammar)
    is_of_people = noun is not None and noun.folded.split()[0] in grammar.language.people.counters
    return spoken.only_role(amount.number.start) if role is None and is_of_people else role


def _said_of(noun: Noun, grammar: Grammar) -> Role | None:
    """The role that the words of a noun before its number give: "số nạn nhân thiệt mạng"."""
    cue = grammar.roles.cues.pattern.search(noun.folded)
    return None if cue is None or _is_shared(noun.folded, cue, grammar) else grammar.roles.cues.role(cue)


_Place = tuple[int, int]


def _cue_after(
    folded: str, amount: Amount, places: Sequence[_Place], after: int, spoken: Spoken, grammar: Grammar
) -> Role | None:
    """The role whose cue comes first in the rest of the clause; none where two share the number.

    `places` are those of the number and of the whole that it is a part of.
    """
    if not spoken.landmarks.within("cue", after, after + _CUE_RIGHT):
        return None
    reach = folded[after : after + _CUE_RIGHT]
    clause_end = grammar.clauses.end.search(reach)
    cue = grammar.roles.cues.pattern.search(reach)
    if cue is None or (clause_end is not None and cue.start() >= clause_end.start()):
        return None
    if len(reach[: cue.start()].split()) >= _CUE_REACH or _is_shared(reach, cue, grammar):
        return None
    role = grammar.roles.cues.role(cue)
    if role is None or spoken.speaks_of_later(after + cue.start()):
        return None
    if amount.value > 1 and cue.group().split()[0] in grammar.language.people.verbs_of_one:
        return None  # "a father of two was killed"
    is_beside = not reach[: cue.start()].strip()  # "20 người chết", whoever else the sentence speaks of
    spoken_of = (place for place in places if is_beside or spoken.may_speak_of(*place, after + cue.start()))
    return next((spoken.gravest(place[0], role) for place in spoken_of), None)


def _after_apposition(folded: str, after: int, grammar: Grammar) -> int:
    """Where the clause of a noun goes on after what stands between commas: "three people, one a boy, were hurt"."""
    between = _APPOSITION.match(folded, after)
    return between.end() if between and grammar.roles.cues.pattern.match(folded, between.end()) else after


def leaves_open(folded: str, end: int, role: Role | None, grammar: Grammar) -> bool:
    """Whether the cue after a number that ends at `end` says what happened, not what came of it: "were shot"."""
    if role is None or not role.open_cues:
        return False
    after = _after_apposition(folded, end, grammar)
    cue = grammar.roles.cues.pattern.search(folded, after, after + _CUE_RIGHT)
    return cue is not None and " ".join(cue.group().split()) in role.open_cues


def _is_shared(reach: str, cue: re.Match[str], grammar: Grammar) -> bool:
    """Whether a cue is one of two for the same number: "64 người chết và mất tích"."""
    joined = grammar.clauses.and_word.match(reach, cue.end())
    other = grammar.roles.cues.pattern.match(reach, joined.end()) if joined else None
    return other is not None and grammar.roles.cues.role(other) != grammar.roles.cues.role(cue)
