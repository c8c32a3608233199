"""The role of a number in an event: by its noun, by what is said before and after it."""

from __future__ import annotations

from newsdedup.figures.read.draft import NumberDraft
from newsdedup.figures.read.engine import Example, Fields, Rule, Step
from newsdedup.figures.read.nouns import Noun
from newsdedup.figures.read.predicates import follows_count, is_participle, is_passive_before
from newsdedup.figures.read.rules.scope import name_of_counter
from newsdedup.figures.read.sentence import Sentence
from newsdedup.languages import Role
from newsdedup.text.tagged import DIGITS, WORD
from newsdedup.text.tags import Tag

_KINDS_WITH_ROLES = ("count", "money")
_MOST_WORDS_TO_CUE = 7  # words after a noun in which a role's cue may come


def _part_or_denied(draft: NumberDraft) -> bool | None:
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
    if noun is None:
        return None
    size = draft.sentence.phrase(noun.first, Tag.ROLE_NOUN)
    if not 0 < size <= noun.last - noun.first or draft.sentence.before(draft.first, Tag.ACCORDING):
        return None  # "according to two participants": whoever is quoted is no figure of the event
    role: Role = draft.sentence.tokens.value(noun.first, Tag.ROLE_NOUN)
    return role


def _role_in_noun(draft: NumberDraft) -> Role | None:
    """The role that the words of a noun before its number give: "số nạn nhân thiệt mạng"."""
    noun, sentence = draft.noun, draft.sentence
    if noun is None:
        return None
    last = noun.last if noun.last <= draft.first else noun.first + 1  # after a number, a participle: "two wounded men"
    for i in sentence.starting(Tag.CUE, noun.first, last):
        size = sentence.phrase(i, Tag.CUE)
        if sentence.phrase(i, Tag.NOT_CUE) > size:
            continue
        return None if _is_shared(sentence, i, i + size) else sentence.tokens.value(i, Tag.CUE)
    return None


def _role_before(draft: NumberDraft) -> Role | None:
    """The role that words right before a number give it: "killed 12 people", "shot four people"."""
    sentence, first = draft.sentence, draft.first
    ends = (first, first - sentence.before(first, Tag.DETERMINER), first - sentence.before(first, Tag.ADVERB))
    for edge in dict.fromkeys(ends):  # an adverb may come between: "blessant grièvement neuf élèves"
        if size := sentence.before(edge, Tag.CUE_BEFORE):
            if sentence.is_mark(edge - size - 1, "-"):
                return None
            role: Role = sentence.value_before(edge, Tag.CUE_BEFORE)
            return role
        size = sentence.before(edge, Tag.VERB)
        if size and _is_of_people(draft) and not is_passive_before(sentence, edge - size):
            return None if is_unreal_before(sentence, edge - size) else sentence.value_before(edge, Tag.VERB)
    return None


def _is_of_people(draft: NumberDraft) -> bool:
    """Whether the noun of a number is of people."""
    noun, sentence = draft.noun, draft.sentence
    if noun is None or noun.first < draft.last:
        return False
    return any(
        sentence.has(i, Tag.MANY | Tag.ONE | Tag.COUNTER | Tag.CLASSIFIER) for i in range(noun.first, noun.last)
    ) and not sentence.phrase(sentence.word_start(noun.last), Tag.THING)


def _sent_to(draft: NumberDraft) -> Role | None:
    """The role of people who were sent somewhere: "sent nine pupils to hospital"."""
    sentence, first = draft.sentence, draft.first
    first -= sentence.before(first, Tag.DETERMINER)
    if not sentence.before(first, Tag.SENDING) or not sentence.phrase(after_noun(draft), Tag.DESTINATION):
        return None
    role: Role = sentence.value_before(first, Tag.SENDING)
    return role


def after_noun(draft: NumberDraft) -> int:
    """The token after a number, the whole that it is a part of, and its noun, an apposition passed over."""
    noun, whole = draft.noun, draft.whole
    end = max(draft.last, whole[1] if whole else 0, noun.last if noun else 0)
    return past_apposition(draft.sentence, end) if noun is not None and noun.last == end else end


def past_apposition(sentence: Sentence, i: int) -> int:
    """Where the clause of a noun goes on after an apposition: "three people, one a boy, were hurt"."""
    if sentence.has(i, Tag.VERB | Tag.CUE) and sentence.is_mark(i + 1, ","):  # "the five people shot, died"
        return i + 2 if verb_group_cue(sentence, i + 2) else i
    if not sentence.is_mark(i, ",–—-("):
        return i
    mark = sentence.word(i)
    closing = ")" if mark == "(" else mark
    for end in range(i + 2, sentence.last - 1):
        if sentence.is_mark(end, closing) and verb_group_cue(sentence, end + 1):
            return end + 1
        if sentence.is_mark(end, ".;:!?"):
            break
    return i


def verb_group_cue(sentence: Sentence, i: int) -> int:
    """The cue of a verb group that begins with a token: "were also hurt"; 0 where none begins."""
    while sentence.has(i, Tag.ADVERB | Tag.PASSIVE | Tag.VERB_OF_MANY | Tag.VERB_OF_ONE) and not sentence.phrase(
        i, Tag.CUE
    ):
        i += 1
    return i if sentence.has(i, Tag.CUE | Tag.VERB) else 0


def is_unreal_before(sentence: Sentence, cue: int) -> bool:
    """Whether the verb group before a cue negates it: "were not hurt", "could have been killed"."""
    i = cue
    while i > sentence.first:
        adverb = sentence.before(i, Tag.ADVERB)
        if sentence.before(i, Tag.UNREAL) > adverb:  # "xác định" is no "định"
            return True
        size = adverb or sentence.before(i, Tag.PASSIVE)
        if not size:
            return False
        i -= size
    return False


def _cue_after(draft: NumberDraft) -> tuple[int, Role] | None:
    """The first cue in the rest of the clause of a number, and its role; none where two share the number."""
    sentence, after = draft.sentence, after_noun(draft)
    words, i = 0, after
    while i < sentence.last and words < _MOST_WORDS_TO_CUE:
        if size := sentence.phrase(i, Tag.CUE):
            if sentence.phrase(i, Tag.NOT_CUE) > size or is_unreal_before(sentence, i):
                return None
            if sentence.before(i, Tag.THING) and i > after:  # "180 workers collected dead chickens"
                return None
            return None if _is_shared(sentence, i, i + size) else (i, sentence.tokens.value(i, Tag.CUE))
        if sentence.phrase(i, Tag.VERB):
            role = sentence.tokens.value(i, Tag.VERB)
            is_form = is_participle(role, sentence.words(i, i + sentence.phrase(i, Tag.VERB)))
            is_done_to_them = is_passive_before(sentence, i) or (i == after and follows_count(sentence, i))
            is_real = is_form and is_done_to_them and not is_unreal_before(sentence, i)
            return (i, role) if is_real and _is_of_people(draft) else None
        if draft.noun is not None and (goes_on := past_apposition(sentence, i)) > i:
            i = goes_on
            continue
        if sentence.phrase(i, Tag.NOT_CUE) or sentence.ends_clause(i):
            return None
        words += bool(sentence.kinds[i] & WORD)
        i += 1
    return None


def _role_after(draft: NumberDraft) -> Role | None:
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
    if draft.is_nth and draft.noun is not None:
        numbers.append((draft.noun.first, draft.noun.last))
    is_beside = cue == after_noun(draft)  # "20 người chết": other people in the sentence do not matter
    spoken_of = (one for one in numbers if is_beside or said.may_speak_of(*one, cue))
    return next((said.gravest(one[0], role) for one in spoken_of), None)


def _role_of_participant(draft: NumberDraft) -> Role | None:
    """The role that a predicate far away gives a number of people."""
    noun, sentence = draft.noun, draft.sentence
    if noun is None or not sentence.phrase(noun.first, Tag.COUNTER):
        return None
    return draft.said.only_role(draft.number_first)


def _listed_with_place(draft: NumberDraft) -> Fields | None:
    """The role of the count before, where both have a place: "31 people died in Hue, 20 people in Vinh"."""
    before, sentence = draft.before_in_sentence, draft.sentence
    if before is None or before.role is None or not before.role.of_people or before.last > draft.first:
        return None
    noun = draft.noun_after
    is_of_same = noun is None or (before.noun is not None and before.noun.folded == noun.folded)
    if not (is_of_same or (noun is not None and sentence.phrase(noun.first, Tag.COUNTER))):
        return None
    have_places = all(sentence.phrase(_end_of_statement(one), Tag.PREPOSITION) for one in (before, draft))
    is_listed = sentence.is_mark(draft.first - 1, ",") or sentence.before(draft.first, Tag.AND)
    if not (name_of_counter(draft) and name_of_counter(before)) and not (have_places and is_listed and noun):
        return None
    return {"noun": noun or before.noun, "role": before.role}


def _end_of_statement(draft: NumberDraft) -> int:
    """The token after a count, its noun and what is said right after it: "12 người chết"."""
    end = after_noun(draft)
    return end + draft.sentence.phrase(end, Tag.CUE)


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
    is_thing = noun is not None and _is_thing(sentence, noun)
    is_other = (
        bool(role.counted) and noun is not None and not any(f" {one} " in f" {noun.folded} " for one in role.counted)
    )
    return {"role": None if is_other or (role.of_people and is_thing) else role}


def _is_thing(sentence: Sentence, noun: Noun) -> bool:
    """Whether a noun names things or animals, which have no role of people."""
    first = noun.first + sentence.phrase(noun.first, Tag.CLASSIFIER)
    return sentence.has(sentence.word_start(noun.last), Tag.THING) or sentence.has(first, Tag.THING)


ROLE = Step(
    "role",
    (
        Rule(
            "part of a whole, or denied",
            _part_or_denied,
            lambda *_: {"role": None},
            kinds=_KINDS_WITH_ROLES,
            needs=Tag.DENIAL | Tag.PART_LINK,
            examples=(Example("en", "None of the five climbers died.", {"value": 5, "role": None}),),
        ),
        Rule(
            "noun with a role",
            _role_noun,
            _made_role,
            kinds=_KINDS_WITH_ROLES,
            needs=Tag.ROLE_NOUN,
            examples=(Example("en", "The blast caused 12 deaths.", {"value": 12, "role": "dead"}),),
        ),
        Rule(
            "role within the noun before the number",
            _role_in_noun,
            _made_role,
            kinds=_KINDS_WITH_ROLES,
            needs=Tag.CUE,
            examples=(Example("vi", "Số nạn nhân thiệt mạng là 12.", {"value": 12, "role": "dead"}),),
        ),
        Rule(
            "what was done to them",
            _role_before,
            _made_role,
            kinds=_KINDS_WITH_ROLES,
            needs=Tag.CUE_BEFORE | Tag.VERB,
            examples=(Example("en", "The blast killed 12 miners.", {"value": 12, "role": "dead"}),),
        ),
        Rule(
            "where they were sent",
            _sent_to,
            _made_role,
            needs=Tag.SENDING,
            examples=(Example("en", "The crash sent nine pupils to hospital.", {"value": 9, "role": "injured"}),),
            counter_examples=(Example("en", "The school sent nine pupils to the museum."),),
        ),
        Rule(
            "what is said of them",
            _role_after,
            _made_role,
            kinds=_KINDS_WITH_ROLES,
            needs=Tag.CUE | Tag.VERB,
            examples=(
                Example("en", "The quake left 20 dead.", {"value": 20, "role": "dead"}),
                Example("en", "In the flood 20 were killed.", {"value": 20, "role": "dead"}),
            ),
            counter_examples=(Example("en", "Two officers fatally shot a man."),),
        ),
        Rule(
            "count of another place",
            _listed_with_place,
            lambda _, fields: fields,
            kinds=("count",),
            examples=(
                Example("en", "It killed 31 people in Lowton and 20 people in Millby.", {"value": 20, "role": "dead"}),
                Example("vi", "Lũ làm 12 người chết ở Mai Pha và 5 người ở Lạc Hà.", {"value": 5, "role": "dead"}),
                Example("vi", "Mai Pha báo cáo 12 người chết, còn Lạc Hà là 5 người.", {"value": 5, "role": "dead"}),
            ),
            counter_examples=(Example("en", "It killed 31 people in Lowton and 20 trees in Millby."),),
        ),
        Rule(
            "participant of a predicate",
            _role_of_participant,
            _made_role,
            kinds=_KINDS_WITH_ROLES,
            needs=Tag.COUNTER,
            examples=(
                Example(
                    "vi",
                    "Tất cả 49 người có mặt trên máy bay bao gồm 5 trẻ em và 44 khách tới từ 11 nước đều thiệt mạng.",
                    {"value": 49, "role": "dead"},
                ),
            ),
        ),
    ),
)


def _leaves_open(draft: NumberDraft) -> bool | None:
    """Whether what is said of a number of people leaves the outcome open: "were shot", "shot four people"."""
    role, sentence = draft.role, draft.sentence
    if role is None or not (role.open_cues or role.open_verbs):
        return None
    first = draft.first - sentence.before(draft.first, Tag.DETERMINER)
    if role.open_verbs and sentence.before(first, Tag.VERB):
        return True
    i = past_apposition(sentence, draft.noun.last if draft.noun else draft.last)
    for cue in sentence.starting(Tag.CUE | Tag.VERB, i, sentence.last):
        wording = " ".join(sentence.words(cue, cue + sentence.phrase(cue, Tag.CUE)).split())
        return True if wording in role.open_cues or sentence.phrase(cue, Tag.VERB) else None
    return None


OUTCOME = Step(
    "outcome",
    (
        Rule(
            "open outcome",
            _leaves_open,
            lambda *_: {"is_open": True},
            needs=Tag.CUE | Tag.VERB,
            examples=(
                Example("en", "Four people were shot in the park.", {"value": 4, "role": "injured", "is_open": True}),
            ),
        ),
    ),
)
