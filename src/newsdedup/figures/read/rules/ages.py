"""Ages that no unit shows: "Ann Vale, 61,", "two men, 17 and 21,", "aged 12", "He was 88."."""

from __future__ import annotations

from newsdedup.figures.read.draft import NumberDraft
from newsdedup.figures.read.engine import Example, Fields, Rule, Step
from newsdedup.figures.read.sentence import Sentence
from newsdedup.text.tagged import CAPITAL, DIGITS, LINE, SPACED, WORD
from newsdedup.text.tags import Tag

_OLDEST = 122  # years
_LEAST_AT_DEATH = 24  # after "died … at" a smaller number may be an hour
_MOST_SINCE_DEATH = 12  # tokens between "died" and "at 88"
_MOST_AGES_LISTED = 6  # ages of several people
_AGE_ENDS = frozenset(".,;:!?)]–—-\"”'’")
_AGES = {"kind": "age", "unit": "year"}


def _as_age(*_: object) -> Fields:
    return _AGES


def _may_be_age(draft: NumberDraft) -> bool:
    return draft.kind == "count" and draft.scale == 1 and draft.is_whole and 0 < draft.value <= _OLDEST


def _ends_at(sentence: Sentence, i: int) -> bool:
    """Whether a phrase ends before a token: at a mark that no letter or digit touches, or with the sentence."""
    if i >= sentence.last or sentence.kinds[i] & LINE:
        return True
    if not sentence.is_mark(i, _AGE_ENDS):
        return False
    after = i + 1
    if after >= sentence.last or not sentence.kinds[after] & (WORD | DIGITS):
        return True
    is_of_unit = sentence.is_mark(i, "-") and sentence.phrase(after, Tag.UNIT)  # "5 - feet - 8 inches"
    return bool(sentence.kinds[after] & SPACED) and not is_of_unit


def _counts_nothing(draft: NumberDraft, last: int) -> bool:
    """Whether no word follows that a number may count."""
    sentence = draft.sentence
    return _ends_at(sentence, last) or bool(sentence.phrase(last, Tag.NOUN_END) and not sentence.phrase(last, Tag.LINK))


def _listed_after(draft: NumberDraft) -> tuple[int, int]:
    """The end of the numbers of a list that begins with a number, and how many they are."""
    sentence, end, count = draft.sentence, draft.last, 1
    for _ in range(_MOST_AGES_LISTED):
        i = _past_joint(sentence, end)
        number = draft.number_at(i) if i > end and i < sentence.last and sentence.kinds[i] & SPACED else None
        if number is None or number.scale != 1 or number.value > _OLDEST:
            break
        after = sentence.tokens.after(number.end)
        if not (_counts_nothing(draft, after) or sentence.phrase(after, Tag.AND)):
            break
        end, count = after, count + 1
    return end, count


# ------------------------------------------------------------------------------------- after people


def _is_person_before(sentence: Sentence, end: int) -> bool:
    """Whether a noun of one person, or a name that no place word comes before, ends before a token."""
    last = end - 1
    if sentence.is_mark(last, ".") and sentence.kinds[last - 1] & CAPITAL and last - 1 >= sentence.first:  # "Jr."
        last -= 1
    if last < sentence.first or not sentence.kinds[last] & WORD:
        return False
    if sentence.before(last + 1, Tag.ONE):
        return True
    if not (sentence.is_mark(end, "".join(sentence.language.age_marks)) and sentence.kinds[last] & CAPITAL):
        return False
    first = last
    while first > sentence.first and sentence.kinds[first - 1] & CAPITAL and not sentence.kinds[first] & LINE:
        first -= 1
    return not (sentence.before(first, Tag.PLACE) or sentence.has(last, Tag.DAY | Tag.MONTH))


def _after_person(draft: NumberDraft) -> bool | None:
    """An age between marks after a person: "Ann Vale, 61, won", "a boy (5) and"."""
    sentence, mark = draft.sentence, draft.first - 1
    if not sentence.is_mark(mark, ",(") or draft.is_qualified or not _may_be_age(draft):
        return None
    if not _is_person_before(sentence, mark):
        return None
    last = draft.last
    if size := sentence.phrase(last, Tag.AND):
        return True if draft.number_at(last + size) is None and sentence.is_word(last + size) else None
    is_said_of_one = sentence.phrase(last, Tag.VERB_OF_ONE) and draft.value > 1
    return True if _ends_at(sentence, last) or is_said_of_one or _of_place(sentence, last) else None


def _time_of_person(draft: NumberDraft) -> str | None:
    """The unit of a time right after a person or a name: "un homme de 45 ans", "Julie Morand, 61 ans"."""
    sentence = draft.sentence
    unit = sentence.words(draft.number_last, draft.last)
    is_time = draft.kind in ("duration", "age") and unit in sentence.language.ages_of_people
    if not is_time or (draft.unit == "year" and not 0 < draft.value <= _OLDEST):
        return None
    end = draft.first - sentence.before(draft.first, Tag.LINK)
    if sentence.before(end, Tag.ONE) or sentence.before(end, Tag.MANY):
        return draft.unit
    mark = draft.first - 1
    is_set_off = sentence.is_mark(mark, ",(") and _ends_at(sentence, draft.last)
    is_name = mark > sentence.first and sentence.kinds[mark - 1] & (WORD | CAPITAL) == WORD | CAPITAL
    return draft.unit if is_set_off and (is_name or sentence.before(mark, Tag.ONE)) else None


def _of_place(sentence: Sentence, i: int) -> bool:
    """Whether a preposition and a name follow: "Ann Vale, 61 of Springfield"."""
    size = sentence.phrase(i, Tag.PREPOSITION)
    return bool(size and i + size < sentence.last and sentence.kinds[i + size] & CAPITAL)


def _of_several(draft: NumberDraft) -> bool | None:
    """One age of as many people after a noun for them: "two men, 17 and 21," "three girls (5, 8 and 9)"."""
    sentence, mark = draft.sentence, draft.first - 1
    if not sentence.is_mark(mark, ",(–—") or draft.is_qualified or not _may_be_age(draft):
        return None
    if not sentence.before(mark, Tag.MANY):
        return None
    end, count = _listed_after(draft)
    return True if count > 1 and _ends_at(sentence, end) else None


def _past_joint(sentence: Sentence, i: int) -> int:
    """The token after a comma, "and" or both."""
    i += sentence.is_mark(i, ",")
    return i + sentence.phrase(i, Tag.AND)


def _of_both(draft: NumberDraft) -> bool | None:
    """The age of all of a list of people: "Pat Lund and Lee Moss, both 24,"."""
    sentence = draft.sentence
    size = sentence.before(draft.first, Tag.GROUP) or sentence.before(draft.first, Tag.EACH)
    if not size or not _may_be_age(draft) or not sentence.is_mark(draft.first - size - 1, ",(–—-"):
        return None
    return True if _ends_at(sentence, draft.last) else None


# ------------------------------------------------------------------------------------- after words


def _after_word(draft: NumberDraft) -> str | None:
    """The unit of an age after a word that says so: "aged 12", "at the age of 3 months"."""
    if not draft.sentence.before(draft.first, Tag.AGE):
        return None
    if draft.kind == "duration":
        return draft.unit
    return "year" if _may_be_age(draft) else None


def _after_subject(draft: NumberDraft) -> bool | None:
    """An age said of a person: "He was 88.", "until he turns 21."; not "He was 3 for 12"."""
    sentence = draft.sentence
    if not _may_be_age(draft) or not _counts_nothing(draft, draft.last):
        return None
    if any(draft.number_at(i) for i in range(draft.last, min(draft.last + 2, sentence.last))):
        return None
    if sentence.before(draft.first, Tag.AGE_BEFORE_END):
        return True
    end = draft.first - sentence.before(draft.first, Tag.ADVERB)
    size = sentence.before(end, Tag.VERB_OF_ONE)
    return True if size and sentence.before(end - size, Tag.ONE) else None


def _at_death(draft: NumberDraft) -> bool | None:
    """The age of somebody of whose death the clause tells: "died on Monday at 88"."""
    sentence, first = draft.sentence, draft.first
    size = sentence.before(first, Tag.AGE_AT_DEATH)
    if not size or not _may_be_age(draft) or draft.value <= _LEAST_AT_DEATH or not _counts_nothing(draft, draft.last):
        return None
    for i in range(first - size - 1, max(sentence.first, first - _MOST_SINCE_DEATH) - 1, -1):
        if sentence.is_mark(i, ".;:!?()"):
            return None
        if sentence.phrase(i, Tag.CUE):
            is_counted = sentence.before(i, Tag.NUMBER_OF)  # "the number of dead at 41"
            return True if sentence.tokens.value(i, Tag.CUE).name == "dead" and not is_counted else None
    return None


# ------------------------------------------------------------------------------------- in lists


def _after_age(draft: NumberDraft) -> str | None:
    """The unit of the next of a list of ages: "aged 17 and 12", "ages 5, 8 and 9, and two nuns", "5 and 18 months"."""
    before, sentence = draft.before_in_sentence, draft.sentence
    if before is None or before.kind != "age" or before.last != before.number_last:
        return None
    i = _past_joint(sentence, before.last)
    if not before.last < i == draft.first:
        return None
    if draft.kind == "duration":
        return draft.unit
    ends = _counts_nothing(draft, draft.last) or sentence.phrase(draft.last, Tag.AND)
    return "year" if ends and _may_be_age(draft) else None


def _before_age(draft: NumberDraft) -> str | None:
    """The unit of the last of a list of ages: "5, 8 và 12 tuổi"."""
    if not _may_be_age(draft):
        return None
    sentence, i = draft.sentence, draft.last
    for _ in range(_MOST_AGES_LISTED):
        following = _past_joint(sentence, i)
        number = draft.number_at(following) if following > i else None
        if number is None:
            return None
        i = sentence.tokens.after(number.end)
        unit = sentence.tokens.value(i, Tag.UNIT) if i < sentence.last else None
        if unit is not None:
            return unit.symbol if unit.kind == "age" else None
    return None


def _made(_: NumberDraft, unit: str) -> Fields:
    return {"kind": "age", "unit": unit}


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
                Example("vi", "Nhà thơ qua đời ở tuổi 88.", {"value": 88, "kind": "age", "unit": "year"}),
                Example("fr", "Le suspect, âgé de 34 ans, a fui.", {"kind": "age", "value": 34, "text": "34 ans"}),
                Example("id", "Bayi berusia tiga bulan selamat.", {"kind": "age", "value": 3, "unit": "month"}),
            ),
            counter_examples=(Example("en", "The age of 20 trees is known."),),
        ),
        Rule(
            "time after a person",
            _time_of_person,
            _made,
            needs=Tag.DURATION,
            examples=(
                Example("fr", "Un homme de 45 ans a fui.", {"kind": "age", "value": 45}),
                Example("fr", "Julie Morand, 61 ans, dirige la mairie.", {"kind": "age", "value": 61}),
                Example("id", "Bocah 7 tahun ditemukan.", {"kind": "age", "value": 7}),
            ),
            counter_examples=(Example("fr", "La peine est de 5 ans, a dit le juge."),),
        ),
        Rule(
            "age after a person or a name",
            _after_person,
            _as_age,
            examples=(
                Example("en", "Ann Vale, 61, leads the charity.", {"kind": "age", "value": 61}),
                Example("id", "Siti Rahma (61) memimpin yayasan.", {"kind": "age", "value": 61}),
            ),
            counter_examples=(
                Example("en", "They won in Harrow, 61, 58 and 40 points apart."),
                Example("en", "In Springfield, 61 were hurt."),
            ),
        ),
        Rule(
            "ages of several people",
            _of_several,
            _as_age,
            examples=(Example("en", "Two men, 17 and 21, were taken away.", {"value": 17, "kind": "age"}),),
            counter_examples=(Example("en", "Of the victims, 12 were men."),),
        ),
        Rule(
            "age of each of several people",
            _of_both,
            _as_age,
            needs=Tag.GROUP | Tag.EACH,
            examples=(Example("en", "It hit Pat Lund and Lee Moss, both 24.", {"value": 24, "kind": "age"}),),
            counter_examples=(Example("en", "It hit both 24 cars and a bus."),),
        ),
        Rule(
            "age said of a person",
            _after_subject,
            _as_age,
            examples=(
                Example("en", "The painter has died. He was 88.", {"value": 88, "kind": "age"}),
                Example("en", "Her daughter is 5.", {"value": 5, "kind": "age"}),
            ),
            counter_examples=(Example("en", "He was 3 for 12 from the line."),),
        ),
        Rule(
            "age at death",
            _at_death,
            _as_age,
            needs=Tag.AGE_AT_DEATH,
            examples=(Example("en", "The painter died on Monday at 88.", {"value": 88, "kind": "age"}),),
            counter_examples=(Example("en", "He died at 9 on Monday."),),
        ),
        Rule(
            "next of a list of ages",
            _after_age,
            _made,
            examples=(Example("en", "The brothers, aged 17 and 12, fled.", {"kind": "age", "value": 12}),),
            counter_examples=(Example("en", "A boy aged 17 and 12 girls fled."),),
        ),
        Rule(
            "list of ages whose last has the unit",
            _before_age,
            _made,
            examples=(Example("vi", "Hai bé 5 và 3 tuổi bị lạc.", {"value": 5, "kind": "age"}),),
            counter_examples=(Example("vi", "Hai đội thắng 5 và 3 trận."),),
        ),
    ),
)
