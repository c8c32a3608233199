"""Ages that only the words around a number show: "aged 7", "un homme de 45 ans", "Ann Vale, 61, leads"."""

from __future__ import annotations

from newsdedup.figures.read.draft import NumberDraft
from newsdedup.figures.read.engine import Example, Fields, Rule, Step
from newsdedup.text.tagged import CAPITAL, DIGITS, LINE, WORD
from newsdedup.text.tags import Tag

_OLDEST = 120  # years
_MOST_AGES_LISTED = 6  # ages of one list
_PERSON = Tag.ONE | Tag.MANY
_OPEN, _CLOSED = ",(", ",).;:"


def _is_age(draft: NumberDraft) -> bool:
    """Whether a number may be one: whole or half years, or a time."""
    is_year = draft.kind == "count" or draft.unit == "year"
    return draft.kind in ("count", "duration", "age") and (0 < draft.value <= _OLDEST or not is_year)


def _after_word(draft: NumberDraft) -> bool | None:
    """A number after a word of age, or in a list of numbers after one: "aged 17 and 12 respectively"."""
    sentence, i = draft.sentence, draft.first
    for _ in range(_MOST_AGES_LISTED):
        if sentence.before(i, Tag.AGE):
            return True if _is_age(draft) else None
        comma = i - sentence.before(i, Tag.AND)
        link = comma - sentence.is_mark(comma - 1, ",")
        i = link - sentence.before(link, Tag.DURATION)
        if link == draft.first or link == i == 0 or not sentence.kinds[i - 1] & DIGITS:
            return None
        i -= 1
    return None


def _of_person(draft: NumberDraft) -> bool | None:
    """A time right after a person or a name: "un homme de 45 ans", "Julie Morand, 61 ans"."""
    sentence = draft.sentence
    unit = sentence.words(draft.number_last, draft.last)
    if draft.kind not in ("duration", "age") or unit not in sentence.language.ages_of_people or not _is_age(draft):
        return None
    end = draft.first - sentence.before(draft.first, Tag.LINK)
    if sentence.before(end, Tag.ONE) or sentence.before(end, Tag.MANY):
        return True
    return _between_marks(draft)


def _between_marks(draft: NumberDraft) -> bool | None:
    """A number between two commas, or in brackets, right after a person or a name."""
    sentence, i = draft.sentence, draft.first - 1
    is_closed = draft.last >= sentence.last or sentence.is_mark(draft.last, _CLOSED)
    if not is_closed or not sentence.is_mark(i, _OPEN) or sentence.kinds[i + 1] & LINE:
        return None
    if sentence.before(i, Tag.ONE):
        return True
    is_name = i > sentence.first and sentence.kinds[i - 1] & (WORD | CAPITAL) == WORD | CAPITAL
    return True if is_name and not (sentence.before(i, Tag.DAY) or sentence.before(i, Tag.MONTH)) else None


def _bare_after_name(draft: NumberDraft) -> bool | None:
    """A bare number between marks after a name, which a further number does not follow: "Ann Vale, 61, leads"."""
    sentence, i = draft.sentence, draft.first - 1
    is_bare = draft.kind == "count" and not draft.number.in_words and draft.scale == 1 and draft.upper is None
    if (
        not is_bare
        or not draft.is_whole
        or not _is_age(draft)
        or not sentence.is_mark(i, "".join(sentence.language.age_marks))
    ):
        return None
    following = draft.last + 1
    following += sentence.phrase(following, Tag.AND)
    goes_on = following < sentence.last and sentence.kinds[following] & DIGITS
    return None if goes_on or sentence.phrase(following, Tag.NUMBER) else _between_marks(draft)


def _made(draft: NumberDraft, _: bool) -> Fields:
    return {"kind": "age", "unit": draft.unit or "year"}


AGE = Step(
    "age",
    (
        Rule(
            "word of age before the number",
            _after_word,
            _made,
            needs=Tag.AGE,
            examples=(
                Example("en", "The victim, age 7, was found.", {"kind": "age", "value": 7, "unit": "year"}),
                Example("en", "The brothers, aged 17 and 12, fled.", {"kind": "age", "value": 12}),
                Example("fr", "Le suspect, âgé de 34 ans, a fui.", {"kind": "age", "value": 34, "text": "34 ans"}),
                Example("id", "Bayi berusia tiga bulan selamat.", {"kind": "age", "value": 3, "unit": "month"}),
            ),
            counter_examples=(Example("en", "The age of 20 trees is known."),),
        ),
        Rule(
            "time after a person",
            _of_person,
            _made,
            needs=_PERSON | Tag.DURATION,
            examples=(
                Example("fr", "Un homme de 45 ans a fui.", {"kind": "age", "value": 45}),
                Example("fr", "Julie Morand, 61 ans, dirige la mairie.", {"kind": "age", "value": 61}),
                Example("id", "Bocah 7 tahun ditemukan.", {"kind": "age", "value": 7}),
            ),
            counter_examples=(Example("fr", "La peine est de 5 ans, a dit le juge."),),
        ),
        Rule(
            "age after a name",
            _bare_after_name,
            _made,
            examples=(
                Example("en", "Ann Vale, 61, leads the charity.", {"kind": "age", "value": 61}),
                Example("id", "Siti Rahma (61) memimpin yayasan.", {"kind": "age", "value": 61}),
            ),
            counter_examples=(Example("en", "They won in Harrow, 61, 58 and 40 points apart."),),
        ),
    ),
)
