"""The role of a number in an event: by its noun, by what is said before and after it."""

from __future__ import annotations

from newsdedup.figures.read.draft import NumberDraft
from newsdedup.figures.read.engine import Example, Rule, Step
from newsdedup.figures.read.sentence import Sentence
from newsdedup.languages import Role
from newsdedup.text.tagged import DIGITS, WORD
from newsdedup.text.tags import Tag

_KINDS_WITH_ROLES = ("count", "money")
_MOST_WORDS_TO_CUE = 7  # words after a noun in which a role's cue may come
_MOST_APPOSITION = 24  # tokens


def _may_have_role(draft: NumberDraft) -> bool:
    return draft.kind in _KINDS_WITH_ROLES


def _denied(draft: NumberDraft) -> bool | None:
    """A part before its whole, or a number of whom it is denied: "none of the five", "two of the five"."""
    sentence, first = draft.sentence, draft.first
    for end in (first, first - 1):
        if sentence.before(end, Tag.DENIAL) and (end == first or sentence.kinds[end] & WORD):
            return True
    link = sentence.before(first, Tag.PART_LINK)
    if not link:
        return None
    return True if any(_is_number(sentence, first - link - back) for back in (1, 2, 3)) else None


def _is_number(sentence: Sentence, i: int) -> bool:
    if i < sentence.first:
        return False
    return bool(sentence.kinds[i] & DIGITS) or sentence.word(i) in sentence.language.numerals.words


def _role_noun(draft: NumberDraft) -> Role | None:
    noun = draft.noun
    if noun is None or not _may_have_role(draft):
        return None
    size = draft.sentence.phrase(noun.first, Tag.ROLE_NOUN)
    if not 0 < size <= noun.last - noun.first:
        return None
    role: Role = draft.sentence.tokens.value(noun.first, Tag.ROLE_NOUN)
    return role


def _role_in_noun(draft: NumberDraft) -> Role | None:
    """The role that the words of a noun before its number give: "số nạn nhân thiệt mạng"."""
    noun, sentence = draft.noun, draft.sentence
    if noun is None or noun.last > draft.first or not _may_have_role(draft):
        return None
    for i in sentence.starting(Tag.CUE, noun.first, noun.last):
        size = sentence.phrase(i, Tag.CUE)
        if sentence.phrase(i, Tag.NOT_CUE) > size:
            continue
        return None if _is_shared(sentence, i, i + size) else sentence.tokens.value(i, Tag.CUE)
    return None


def _role_before(draft: NumberDraft) -> Role | None:
    """The role that words right before a number give it: "killed 12 people"."""
    if not _may_have_role(draft):
        return None
    sentence, first = draft.sentence, draft.first
    end = first - sentence.before(first, Tag.DETERMINER)
    for edge in dict.fromkeys((first, end)):
        if size := sentence.before(edge, Tag.CUE_BEFORE):
            if sentence.is_mark(edge - size - 1, "-"):
                return None
            role: Role = sentence.value_before(edge, Tag.CUE_BEFORE)
            return role
    return None


def after_noun(draft: NumberDraft) -> int:
    """The token after a number, the whole that it is a part of, and its noun, an apposition passed over."""
    places = [draft.last, *([draft.whole[1]] if draft.whole else [])]
    noun = draft.noun
    end = max(draft.last, places[-1], noun.last if noun else 0)
    return past_apposition(draft.sentence, end) if noun is not None and noun.last == end else end


def past_apposition(sentence: Sentence, i: int) -> int:
    """Where the clause of a noun goes on after an apposition: "three people, one a boy, were hurt"."""
    if not sentence.is_mark(i, ",–—-("):
        return i
    mark = sentence.word(i)
    closing = ")" if mark == "(" else mark
    for end in range(i + 2, min(sentence.last - 1, i + _MOST_APPOSITION)):
        if sentence.is_mark(end, closing) and sentence.phrase(end + 1, Tag.CUE):
            return end + 1
        if sentence.is_mark(end, ".;:!?"):
            break
    return i


def _cue_after(draft: NumberDraft) -> tuple[int, Role] | None:
    """The first cue in the rest of the clause of a number, and its role; none where two share the number."""
    sentence, after = draft.sentence, after_noun(draft)
    if not sentence.tags & Tag.CUE:
        return None
    words, i = 0, after
    while i < sentence.last and words < _MOST_WORDS_TO_CUE:
        if size := sentence.phrase(i, Tag.CUE):
            if sentence.phrase(i, Tag.NOT_CUE) > size:
                return None
            return None if _is_shared(sentence, i, i + size) else (i, sentence.tokens.value(i, Tag.CUE))
        if sentence.phrase(i, Tag.NOT_CUE) or sentence.ends_clause(i):
            return None
        words += bool(sentence.kinds[i] & WORD)
        i += 1
    return None


def _role_after(draft: NumberDraft) -> Role | None:
    if not _may_have_role(draft):
        return None
    found = _cue_after(draft)
    if found is None:
        return None
    cue, role = found
    said = draft.said
    if said.speaks_of_later(cue):
        return None
    if draft.value > 1 and draft.sentence.phrase(cue, Tag.VERB_OF_ONE):
        return None  # "a father of two was killed"
    numbers = [(draft.number_first, draft.number_last), *([draft.whole] if draft.whole else [])]
    is_beside = cue == after_noun(draft)  # "20 người chết": other people in the sentence do not matter
    spoken_of = (one for one in numbers if is_beside or said.may_speak_of(*one, cue))
    return next((said.gravest(one[0], role) for one in spoken_of), None)


def _role_of_participant(draft: NumberDraft) -> Role | None:
    """The role that a predicate far away gives a number of people."""
    noun, sentence = draft.noun, draft.sentence
    if not _may_have_role(draft) or noun is None or not sentence.phrase(noun.first, Tag.COUNTER):
        return None
    return draft.said.only_role(draft.number_first)


def _is_shared(sentence: Sentence, cue: int, end: int) -> bool:
    """Whether a cue and another share one number: "64 người chết và mất tích"."""
    joined = sentence.phrase(end, Tag.AND)
    if not joined or not sentence.phrase(end + joined, Tag.CUE):
        return False
    return sentence.tokens.value(end + joined, Tag.CUE) is not sentence.tokens.value(cue, Tag.CUE)


def _made_role(draft: NumberDraft, role: Role) -> dict[str, Role | None]:
    noun, sentence = draft.noun, draft.sentence
    if role.kind != draft.kind:
        return {"role": None}
    is_thing = noun is not None and bool(sentence.phrase(sentence.word_start(noun.last), Tag.THING))
    return {"role": None if role.of_people and is_thing else role}


ROLE = Step(
    "role",
    (
        Rule(
            "part of a whole, or denied",
            _denied,
            lambda *_: {"role": None},
            needs=Tag.DENIAL | Tag.PART_LINK,
            examples=(Example("en", "None of the five climbers died.", {"value": 5, "role": None}),),
        ),
        Rule(
            "noun with a role",
            _role_noun,
            _made_role,
            needs=Tag.ROLE_NOUN,
            examples=(Example("en", "The blast caused 12 deaths.", {"value": 12, "role": "dead"}),),
        ),
        Rule(
            "role within the noun before the number",
            _role_in_noun,
            _made_role,
            needs=Tag.CUE,
            examples=(Example("vi", "Số nạn nhân thiệt mạng là 12.", {"value": 12, "role": "dead"}),),
        ),
        Rule(
            "what was done to them",
            _role_before,
            _made_role,
            needs=Tag.CUE_BEFORE,
            examples=(Example("en", "The blast killed 12 miners.", {"value": 12, "role": "dead"}),),
        ),
        Rule(
            "what is said of them",
            _role_after,
            _made_role,
            needs=Tag.CUE,
            examples=(
                Example("en", "The quake left 20 dead.", {"value": 20, "role": "dead"}),
                Example("en", "In the flood 20 were killed.", {"value": 20, "role": "dead"}),
            ),
            counter_examples=(Example("en", "Two officers fatally shot a man."),),
        ),
        Rule(
            "participant of a predicate",
            _role_of_participant,
            _made_role,
            needs=Tag.COUNTER,
            examples=(
                Example(
                    "vi",
                    "Tất cả 49 người có mặt trên xe, gồm cả các em nhỏ của trường, đều thiệt mạng.",
                    {"value": 49, "role": "dead"},
                ),
            ),
        ),
    ),
)


def _leaves_open(draft: NumberDraft) -> bool | None:
    """Whether the cue after a number leaves the outcome open: "were shot"."""
    role, sentence = draft.role, draft.sentence
    if role is None or not role.open_cues:
        return None
    i = past_apposition(sentence, draft.noun.last if draft.noun else draft.last)
    for cue in sentence.starting(Tag.CUE, i, sentence.last):
        wording = " ".join(sentence.words(cue, cue + sentence.phrase(cue, Tag.CUE)).split())
        return True if wording in role.open_cues else None
    return None


OUTCOME = Step(
    "outcome",
    (
        Rule(
            "open outcome",
            _leaves_open,
            lambda *_: {"is_open": True},
            needs=Tag.CUE,
            examples=(
                Example("en", "Four people were shot in the park.", {"value": 4, "role": "injured", "is_open": True}),
            ),
        ),
    ),
)
