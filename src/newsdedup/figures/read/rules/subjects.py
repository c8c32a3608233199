"""What the clause before a number says that it counts or measures: "số hộ nghèo là", "the fare rose to"."""

from __future__ import annotations

from collections.abc import Iterator

from newsdedup.figures.read.draft import NumberDraft
from newsdedup.figures.read.nouns import MOST_NOUN_WORDS, Noun, ends_noun, link_after, noun_of, phrase_end
from newsdedup.figures.read.sentence import CLAUSE_MARKS, Sentence
from newsdedup.text.tagged import CAPITAL, DIGITS, LINE, SPACED, UPPER, WORD
from newsdedup.text.tags import Tag

_MOST_NAMED_WORDS = 20  # words of what a clause names the number of
_MOST_SUBJECT_WORDS = 11  # words of what a clause measures
_MOST_MEASURED_TOKENS = 25  # between the noun of an amount and the amount
_MOST_SHORT_WORDS = 10
_MOST_WORDS_OF_ITEM = 3  # of a list
_MOST_WORDS_OF_TOLL = 6  # words between "number of" and what happened to those counted
_WEAK, _STRONG = 1, 2  # a copula, a verb of level
TAGS_OF_LEVEL = Tag.LEVEL | Tag.COPULA | Tag.CHANGE
"""Words between a subject and its number, of which `subject_of` needs one."""
_NOUN_BEGINNINGS = Tag.ROLE_NOUN | Tag.COMPOUND | Tag.QUANTITY | Tag.NOUN_START | Tag.LISTED | Tag.CLASSIFIER
_MARKS_AROUND_AMOUNT = frozenset(';:()“”"')
_SUBJECT_MARKS = frozenset(".;:!?,()")


def subject_of(draft: NumberDraft, *, is_alone: bool = True) -> Noun | None:
    """What a clause measures whose verb of level comes before a number: "the number of visitors rose to".

    Of a number that is not alone, and so has a noun of its own, only a clause with a word such as "number of" names
    the quantity, unless the language puts what is counted first.
    """
    sentence = draft.sentence
    end, verbs = _before_verb(draft)
    if not verbs or end == sentence.first or not sentence.kinds[end - 1] & (WORD | DIGITS):
        return None
    if named := _named_toll(sentence, end) or _named_number(sentence, end):
        return named
    first = _subject_first(sentence, end)
    if first is None:
        return None
    if tolls := [i for i in range(first, end) if sentence.phrase(i, Tag.TOLL)]:
        return noun_of(sentence, tolls[0], tolls[0] + sentence.phrase(tolls[0], Tag.TOLL))
    if not (is_alone or sentence.language.subject_first) or verbs == _WEAK:
        return None
    while opening := sentence.phrase(first, Tag.DETERMINER) or sentence.phrase(first, Tag.OPENER):
        first += opening
    if first < end and ends_noun(sentence, first) and not sentence.has(first, _NOUN_BEGINNINGS):
        return None
    end = _noun_end(sentence, first, end)
    first = past_total(sentence, first)
    return noun_of(sentence, first, end) if first < end and sentence.kinds[first] & WORD else None


def _subject_first(sentence: Sentence, end: int) -> int | None:
    """Where the subject begins that ends before a token; None of one with too many words."""
    for first in range(end, max(sentence.first, end - _MOST_SUBJECT_WORDS) - 1, -1):
        if first == sentence.first or (first < end and _opens_subject(sentence, first)):
            return first
        if sentence.kinds[first - 1] & DIGITS:
            return None
    return None


def _noun_end(sentence: Sentence, first: int, end: int) -> int:
    """The end of a subject without what a preposition adds to it: "damage to the hall"."""
    if not sentence.language.adjectives_before_noun:
        return end
    for i in sentence.starting(Tag.PREPOSITION, first + 1, end):
        if not sentence.phrase(i, Tag.LINK):
            return i
    return end


def _named_toll(sentence: Sentence, end: int) -> Noun | None:
    """People with a role whose number a clause names: "số người chết vì bão số 4 ở Lạc Thủy"."""
    if not sentence.tags & Tag.NUMBER_OF:
        return None
    for i in range(end - 1, sentence.first - 1, -1):
        if sentence.is_mark(i, CLAUSE_MARKS):
            return None
        size = _number_of(sentence, i)
        cues = list(sentence.starting(Tag.CUE, i + size, end)) if size else []
        if cues and cues[0] - i - size <= _MOST_WORDS_OF_TOLL:
            return noun_of(sentence, i + size, cues[0] + sentence.phrase(cues[0], Tag.CUE))
    return None


def _named_number(sentence: Sentence, end: int) -> Noun | None:
    """What a clause names the number of: "số hộ nghèo"."""
    if not sentence.tags & Tag.NUMBER_OF:
        return None
    for i in range(end - 1, max(sentence.first, end - _MOST_NAMED_WORDS) - 1, -1):
        if i + 1 < end and _opens_subject(sentence, i + 1):
            return None
        if size := _number_of(sentence, i):
            return noun_of(sentence, i + size, end) if i + size < end else None
    return None


def _number_of(sentence: Sentence, i: int) -> int:
    """How many tokens "number of" has; 0 for a part of a noun ("chỉ số") or a name ("bão số 4")."""
    size = sentence.phrase(i, Tag.NUMBER_OF)
    if not size or (i + size < sentence.last and sentence.kinds[i + size] & DIGITS):
        return 0
    is_part = any(
        back + max(sentence.phrase(back, Tag.QUANTITY), sentence.phrase(back, Tag.COMPOUND)) > i
        for back in range(max(sentence.first, i - 3), i)
    )
    return 0 if is_part else size


def _before_verb(draft: NumberDraft) -> tuple[int, int]:
    """The token with which the words of level before a number begin, and how surely these are verbs of a level."""
    sentence, i, found = draft.sentence, draft.first, 0
    before = draft.before_in_sentence
    if draft.is_qualified and sentence.phrase(draft.first, Tag.LEVEL) == draft.number_first - draft.first:
        found = _STRONG
    while i > sentence.first:
        if size := sentence.before(i, Tag.LEVEL):
            found = _STRONG
        elif size := sentence.before(i, Tag.COPULA):
            found = max(found, _WEAK)
        elif size := sentence.before(i, Tag.CHANGE):
            found = _STRONG
        elif not (size := sentence.before(i, Tag.ADVERB)):
            size = sentence.before(i, Tag.STEP_END)
            if not size or before is None or before.last != i - size:
                break
            size = i - before.first  # "fell from 14 million to 8 million"
        i -= size
    return _before_time(draft, i), found


def _before_time(draft: NumberDraft, end: int) -> int:
    """The end of a subject without the time that follows it: "doanh thu trong 9 tháng", "GDP quý I"."""
    sentence = draft.sentence
    before = draft.before_in_sentence
    times = [(first, last) for first, last, _ in draft.dates()]
    if before is not None and before.kind == "duration":
        times.append((before.first, before.last))
    for first, last in times:
        if last == end:
            return first - sentence.before(first, Tag.PREPOSITION)
    return end


def _opens_subject(sentence: Sentence, i: int) -> bool:
    """Whether a subject begins with a token: after a mark, a number, or a word that opens a clause."""
    before = i - 1
    if sentence.kinds[i] & LINE:
        return True
    if not sentence.kinds[before] & (WORD | DIGITS):
        return sentence.word(before) in _SUBJECT_MARKS
    return bool(sentence.before(i, Tag.OPENER))


def short_subject(draft: NumberDraft) -> Noun | None:
    """The clause right before a number, if it is short and has no verb: "Cán bộ cấp xã 1.597 người"."""
    sentence, end = draft.sentence, draft.first
    first = end
    while first > sentence.first and sentence.kinds[first - 1] & WORD and not sentence.kinds[first] & LINE:
        first -= 1
        if end - first > _MOST_SHORT_WORDS:
            return None
        if sentence.has(first, Tag.NOUN_END | Tag.CHANGE | Tag.SUBJECT_VERB):
            return None
    if first == end or not (first == sentence.first or sentence.is_mark(first - 1, _SUBJECT_MARKS)):
        return None
    if end - first > 1 and all(sentence.kinds[i] & CAPITAL for i in range(first, end)):  # a place: "Lào Cai 45 người"
        return None
    if draft.kind == "money":
        first = _listed_first(sentence, first)
    return noun_of(sentence, past_total(sentence, first), end)


def _listed_first(sentence: Sentence, first: int) -> int:
    """Where a list of short nouns begins whose last one begins with a token: "cải xanh, cải cúc 3.000 đồng"."""
    while sentence.is_mark(first - 1, ","):
        part = first - 1
        while part > sentence.first and sentence.kinds[part - 1] & WORD and not sentence.kinds[part] & LINE:
            part -= 1
            if sentence.has(part, Tag.NOUN_END | Tag.CHANGE | Tag.SUBJECT_VERB | Tag.UNIT):
                return first
        is_item = 0 < first - 1 - part <= _MOST_WORDS_OF_ITEM and sentence.is_mark(part - 1, ",:")
        if not is_item:
            return first
        first = part
    return first


# ------------------------------------------------------------------------------------- nouns of quantities


def measured_before(draft: NumberDraft) -> Noun | None:
    """The noun of an amount, named earlier in its clause: "giá vàng SJC hôm qua lên 36,7 triệu đồng"."""
    sentence, end = draft.sentence, draft.first
    if not sentence.tags & Tag.QUANTITY:
        return None
    while draft.first - end < _MOST_MEASURED_TOKENS:
        first = max(_clause_first(sentence, end), draft.first - _MOST_MEASURED_TOKENS)
        measured = list(_measured(sentence, first, end))
        if measured:
            return noun_of(sentence, *measured[-1])
        if first == sentence.first or not _says_only_how(sentence, first, end):
            return None
        end = first - 1
    return None


def _clause_first(sentence: Sentence, end: int) -> int:
    """The token after the nearest clause mark before a token."""
    i = end
    while i > sentence.first:
        before = i - 1
        if not sentence.kinds[before] & (WORD | DIGITS):
            mark = sentence.word(before)
            is_in_number = mark == "," and sentence.kinds[i] & DIGITS and not sentence.kinds[i] & SPACED
            if mark in _MARKS_AROUND_AMOUNT or (mark == "," and not is_in_number):
                return i
        i = before
    return i


def _says_only_how(sentence: Sentence, first: int, end: int) -> bool:
    """Whether a clause has no noun, so that the noun of the clause before applies: "tăng lên"."""
    i = first
    while i < end:
        if not sentence.kinds[i] & (WORD | DIGITS):
            i += 1
            continue
        size = max(sentence.phrase(i, Tag.NOUN_END), sentence.phrase(i, Tag.CHANGE))
        if not size:
            return False
        i += size
    return True


def _measured(sentence: Sentence, first: int, end: int) -> Iterator[tuple[int, int]]:
    """The nouns of measured or paid amounts in a clause; one within another is part of it."""
    done = first
    for head in sentence.starting(Tag.QUANTITY | Tag.NOT_QUANTITY, first, end):
        size, other = sentence.phrase(head, Tag.QUANTITY), sentence.phrase(head, Tag.NOT_QUANTITY)
        if head < done:
            continue
        if other >= size:
            done = head + other
            continue
        is_of_name = head > first and all(  # "Cục Thuế", not "tổng GDP"
            sentence.kinds[i] & CAPITAL and not sentence.kinds[i] & UPPER for i in range(head, head + size)
        )
        is_base = head > first and sentence.is_mark(head - 1, "%")  # "4,8% GDP" is not a GDP
        if is_of_name or is_base:
            continue
        start, last = head, head + size
        if sentence.language.adjectives_before_noun:
            start = _modifiers_before(sentence, first, head)
            link = link_after(sentence, last) if sentence.phrase(last, Tag.LINK) else 0
            linked = phrase_end(sentence, link) if link else last
            last = linked if link and link < linked < end else last
        else:
            last = max(last, phrase_end(sentence, last))
        done = min(end, last)
        yield past_total(sentence, start), done


def past_total(sentence: Sentence, first: int) -> int:
    """Where a quantity begins without the word that says that it is the whole: "tổng vốn đầu tư"."""
    size = sentence.phrase(first, Tag.TOTAL_OF)
    return first + size if size and sentence.phrase(first + size, Tag.QUANTITY) else first


def _modifiers_before(sentence: Sentence, first: int, head: int) -> int:
    """Where the words begin that may belong to a noun: "first-quarter revenue"."""
    start = head
    for _ in range(MOST_NOUN_WORDS - 1):
        if start == first or not sentence.kinds[start - 1] & WORD or sentence.kinds[start] & LINE:
            break
        word = max(first, sentence.word_start(start))
        if ends_noun(sentence, word) or sentence.words(word, start).endswith(sentence.language.verb_endings or ("\0",)):
            break
        start = word
    return start
