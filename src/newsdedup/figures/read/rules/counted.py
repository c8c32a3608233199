"""The noun of a count: after it, before it, or that of its list."""

from __future__ import annotations

from newsdedup.figures.read.draft import NumberDraft
from newsdedup.figures.read.engine import Example, Fields, Rule, Step
from newsdedup.figures.read.nouns import Noun, is_bare, is_plural, noun_after, noun_of
from newsdedup.figures.read.rules.qualifiers import qualifier_end
from newsdedup.figures.read.rules.subjects import TAGS_OF_LEVEL, short_subject, subject_of
from newsdedup.figures.read.sentence import Sentence
from newsdedup.text.tagged import DIGITS, LINE, SPACED, WORD
from newsdedup.text.tags import Tag

_MOST_NUMBERS_LISTED = 6
_MOST_BACK_COUNTS = 4  # figures between a part and the count that it refers to
KINDS_OF_TIME = ("duration", "age")


def made_noun(_: NumberDraft, noun: Noun) -> Fields:
    """The noun that a rule found."""
    return {"noun": noun}


def noun_first(draft: NumberDraft) -> int:
    """The token with which the noun of a count may begin: after what qualifies it, after a hyphen ("15-member")."""
    sentence, i = draft.sentence, draft.last
    if sentence.is_mark(i, "-") and sentence.phrase(i + 1, Tag.HYPHENED):
        return i + 1
    if (more := sentence.phrase(i, Tag.MORE_AFTER)) and sentence.is_word(i + more):  # "three more suspects"
        return i + more
    return qualifier_end(draft, i) or i


def _own_noun(draft: NumberDraft) -> Noun | None:
    """The noun after a number, which several rules ask for: found once for each end of the number."""
    if draft.last not in draft.nouns_after:
        draft.nouns_after[draft.last] = noun_after(draft.sentence, noun_first(draft)) or _listed_noun(draft)
    return draft.nouns_after[draft.last]


def _listed_noun(draft: NumberDraft) -> Noun | None:
    """The noun that a number shares with those listed after it: "5, 10 and 15 people"; ", 34, and two" is an age."""
    sentence, i = draft.sentence, draft.last
    before = draft.first - 2
    if sentence.is_mark(before + 1, ",") and before >= sentence.first and sentence.kinds[before] & WORD:
        return None
    for _ in range(_MOST_NUMBERS_LISTED):
        comma = i + 1 if sentence.is_mark(i, ",") else i
        last = sentence.phrase(comma, Tag.AND)
        if comma == i and not last:
            return None
        number = draft.number_at(comma + last)
        if number is None or not sentence.kinds[comma + last] & SPACED:
            return None
        end = sentence.tokens.after(number.end)
        if sentence.phrase(end, Tag.UNIT) and not sentence.kinds[end] & LINE:
            return None
        if last:
            return noun_after(sentence, end)
        i = end
    return None


def _specific(draft: NumberDraft) -> Noun | None:
    noun = _own_noun(draft)
    if noun is None or not is_bare(draft.sentence, noun) or draft.sentence.phrase(noun.last, Tag.CUE):
        return noun
    return None


def _named_before(draft: NumberDraft) -> Noun | None:
    return subject_of(draft, is_alone=_own_noun(draft) is None)


def _counted_subject(draft: NumberDraft) -> Noun | None:
    """The clause before a number whose own noun is bare: "Cán bộ cấp xã 1.597 người"; not "giải cứu 9 người"."""
    sentence = draft.sentence
    if not sentence.language.subject_first or draft.is_qualified or _own_noun(draft) is None:
        return None
    noun = short_subject(draft)
    if noun is None or not sentence.has(noun.first, Tag.LISTED | Tag.QUANTITY):
        return None
    return noun


def _whole(draft: NumberDraft) -> tuple[int, int] | None:
    """The tokens of the number that a number is a part of: "2 of the 5", "2 người trong số năm"."""
    sentence, last = draft.sentence, draft.last
    for end in dict.fromkeys((last, draft.noun_end)):
        size = sentence.phrase(end, Tag.PART_LINK)
        i = end + size
        if not size or i >= sentence.last or not (end == last or size > 1):
            continue
        if sentence.kinds[i] & DIGITS:
            return i, sentence.digits_end(i)
        if sentence.word(i) in sentence.language.numerals.words:
            return i, i + 1
    return None


COUNT_RULES = (
    Rule(
        "noun after the number",
        _specific,
        made_noun,
        kinds=("count",),
        examples=(
            Example("en", "The number of visitors rose to 300 adults.", {"value": 300, "noun": "adults"}),
            Example("en", "They counted 5, 10 and 15 trees.", {"value": 5, "noun": "trees"}),
        ),
    ),
    Rule(
        "clause that names what is counted",
        _named_before,
        made_noun,
        needs=TAGS_OF_LEVEL,
        kinds=("count",),
        examples=(
            Example("vi", "Số hộ nghèo là 85.000 người.", {"value": 85_000, "noun": "hộ nghèo"}),
            Example("en", "The number of visitors rose to 300.", {"value": 300, "noun": "visitors"}),
        ),
    ),
    Rule(
        "subject right before the number",
        _counted_subject,
        made_noun,
        needs=Tag.LISTED | Tag.QUANTITY,
        kinds=("count",),
        examples=(Example("vi", "Cán bộ cấp xã 1.597 người.", {"value": 1597, "noun": "Cán bộ cấp xã"}),),
        counter_examples=(Example("vi", "Họ giải cứu 9 người."),),
    ),
    Rule(
        "unspecific noun after the number",
        _own_noun,
        made_noun,
        kinds=("count",),
        examples=(Example("vi", "Đoàn xe đưa 9 người.", {"value": 9, "noun": "người"}),),
    ),
)


def _part_of(draft: NumberDraft, whole: tuple[int, int]) -> Fields:
    sentence, noun = draft.sentence, draft.noun
    named = noun if noun is not None and noun.last > draft.first else noun_after(sentence, whole[1])
    return {"whole": whole, "part_of": sentence.printed(*whole), "noun": named}


def _set_before(draft: NumberDraft) -> NumberDraft | None:
    """The set named first in the sentence, of which a number is a part: "Of the 14 senators who signed, five left"."""
    before, sentence = draft.before_in_sentence, draft.sentence
    if before is None or before.kind != "count":
        return None
    size = sentence.before(before.first, Tag.PART_LINK)
    is_first = size and (before.first - size == sentence.first or sentence.is_mark(before.first - size - 1, ";:."))
    is_next = draft.first > before.last and sentence.is_mark(draft.first - 1, ",")
    return before if is_first and is_next and before.noun and draft.value <= before.value else None


def _referred_to(draft: NumberDraft) -> NumberDraft | None:
    """The count before that words such as "of those" refer to, in its sentence or the one before."""
    before = draft.before
    if not _has_back_reference(draft):
        return None
    for _ in range(_MOST_BACK_COUNTS):
        if before is None or draft.sentence_index - before.sentence_index > 1:
            return None
        if before.kind == "count" and before.noun and draft.value <= before.value and before.last <= draft.first:
            return before
        before = before.before
    return None


def _has_back_reference(draft: NumberDraft) -> bool:
    """Whether a number has such words right after it, or right before it: "Of those, five left"."""
    sentence, i = draft.sentence, draft.first
    if sentence.phrase(draft.last, Tag.BACK):
        return True
    i -= sentence.is_mark(i - 1, ",")
    i -= sentence.before(i, Tag.ADVERB)
    return bool(sentence.before(i, Tag.BACK))


def _as_part(draft: NumberDraft, before: NumberDraft) -> Fields:
    """A part of what a count before it counts, with its noun unless it has a plural noun of its own."""
    sentence, noun = draft.sentence, draft.noun
    size = sentence.phrase(draft.last, Tag.BACK)
    if size and (named := noun_after(sentence, draft.last + size)) and is_plural(sentence, named.folded):
        noun = named
    own = noun is not None and (is_plural(sentence, noun.folded) or not sentence.language.plural_endings)
    whole = before.sentence.printed(before.number_first, before.number_last)
    return {"part_of": whole, "noun": noun if own else before.noun}


WHOLE = Step(
    "whole",
    (
        Rule(
            "part of a share in digits",
            lambda draft: draft.number.out_of,
            lambda _, whole: {"part_of": str(whole)},
            kinds=("count",),
            examples=(Example("vi", "Có 118/121 giáo viên dự thi.", {"value": 118, "part_of": "121"}),),
        ),
        Rule(
            "part of a larger number",
            _whole,
            _part_of,
            kinds=("count",),
            needs=Tag.PART_LINK,
            examples=(Example("en", "Two of the five climbers fell.", {"value": 2, "part_of": "five"}),),
        ),
        Rule(
            "part of a set named first",
            _set_before,
            _as_part,
            kinds=("count",),
            needs=Tag.PART_LINK,
            examples=(
                Example(
                    "en", "Of the 14 senators, five stand in May.", {"value": 5, "part_of": "14", "noun": "senators"}
                ),
            ),
            counter_examples=(Example("en", "The 14 senators left, five of them in May."),),
        ),
        Rule(
            "part of what the words before it count",
            _referred_to,
            _as_part,
            kinds=("count",),
            needs=Tag.BACK,
            examples=(
                Example(
                    "en", "It lists 180 fires. Seven of those spread.", {"value": 7, "part_of": "180", "noun": "fires"}
                ),
                Example("vi", "Có 40 xã mất điện. Trong số đó, 5 xã bị cô lập.", {"value": 5, "part_of": "40"}),
            ),
            counter_examples=(Example("en", "It lists 180 fires. Seven fires spread."),),
        ),
    ),
)


def unit_noun(sentence: Sentence, first: int, last: int) -> Noun:
    """The unit of a time as its noun, the last one of "2 giờ 33 phút"."""
    start = next((i for i in range(last - 1, first, -1) if i + sentence.phrase(i, Tag.UNIT) == last), first)
    while start < last - 1 and not sentence.kinds[start] & (WORD | DIGITS):
        start += 1
    return noun_of(sentence, start, last)
