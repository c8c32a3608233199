"""Predicates: what a sentence says of people, and of whom: "a man was killed", "no injuries", "shot four people"."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from attrs import field, frozen

from newsdedup.figures.read.mentions import OBJECTS, Mention, people_after, people_before
from newsdedup.figures.read.sentence import Sentence
from newsdedup.figures.read.words import Kind, Word, words_of
from newsdedup.languages import Language, Role
from newsdedup.text.tagged import SPACED
from newsdedup.text.tags import Tag

_UNREAL_REACH = 8  # words before a cue that can negate it ("could have")
_CUES = Tag.CUE | Tag.CUE_BEFORE | Tag.CUE_OF_SELF


@frozen
class Unnumbered:
    """People, or nobody, with a role that words give them without a number."""

    first: int  # tokens that mention them
    last: int
    value: int
    role: Role
    is_toll: bool  # whether the words count ("one", "both", "nobody"); else there may have been others
    is_pronoun: bool  # whether a pronoun mentions them, so that a noun has mentioned them before
    is_another: bool  # whether the words say that they are not those mentioned before ("another")
    is_open: bool  # whether the words leave the outcome open ("was shot")
    sentence: Sentence


@frozen
class Predicate:
    """A phrase that gives people a role, in its place."""

    first: int  # tokens
    last: int
    wording: str
    roles: tuple[Role, ...]  # several only where nobody has them ("no casualties")
    of_those_before: bool = False
    of_those_after: bool = False
    of_self: bool = False  # those before it do it to themselves

    @property
    def role(self) -> Role:
        """The role that it gives."""
        return self.roles[0]


@frozen
class Said:
    """What a sentence says of people."""

    counts: tuple[Unnumbered, ...] = ()
    subjects: Mapping[int, tuple[int, int]] = field(factory=dict)  # by the first token of a predicate, its people
    roles: Mapping[int, Sequence[Role]] = field(factory=dict)  # by the first token of a number, its roles

    def may_speak_of(self, first: int, last: int, predicate: int) -> bool:
        """Whether a predicate may speak of the number of these tokens."""
        start, end = self.subjects.get(predicate, (first, last))
        return start < last and first < end

    def speaks_of_later(self, predicate: int) -> bool:
        """Whether the people of a predicate come after it: "two officers fatally shot a man"."""
        return predicate in self.subjects and self.subjects[predicate][0] > predicate

    def only_role(self, first: int) -> Role | None:
        """The role that predicates, however far, give the number at a token; None where two differ."""
        found = {role.name: role for role in self.roles.get(first, ())}
        return next(iter(found.values())) if len(found) == 1 else None

    def gravest(self, first: int, role: Role) -> Role:
        """The role of the number at a token, or the graver one that another predicate gives it."""
        return next((other for other in self.roles.get(first, ()) if role.name in other.outweighs), role)


NOTHING_SAID = Said()


def predicates_of(sentence: Sentence) -> Iterator[Predicate]:
    """The predicates of a sentence, in order, none within another."""
    done = sentence.first
    for i in sentence.starting(_CUES | Tag.NONE | Tag.NOT_CUE, sentence.first, sentence.last):
        if i < done:
            continue
        found = _predicate_at(sentence, i)
        if found is not None:
            done = found.last
            yield found
        elif size := sentence.phrase(i, Tag.NOT_CUE):
            done = i + size


def _predicate_at(sentence: Sentence, i: int) -> Predicate | None:
    sizes = {tag: sentence.phrase(i, tag) for tag in (Tag.CUE, Tag.CUE_BEFORE, Tag.CUE_OF_SELF, Tag.NONE)}
    size = max(sizes.values())
    last = i + size
    if not size or sentence.phrase(i, Tag.NOT_CUE) > size:
        return None
    if sentence.is_mark(last, "-") and not sentence.kinds[last] & SPACED:
        return None
    if i > sentence.first and sentence.is_mark(i - 1, "-") and not sentence.kinds[i] & SPACED:
        return None
    longest = [tag for tag, length in sizes.items() if length == size]
    value = sentence.tokens.value
    wording = " ".join(sentence.words(i, last).split())
    if longest == [Tag.NONE]:
        return Predicate(i, last, wording, value(i, Tag.NONE))
    role = next(value(i, tag) for tag in (Tag.CUE_OF_SELF, Tag.CUE, Tag.CUE_BEFORE) if tag in longest)
    if not role.of_people:
        return None
    return Predicate(
        i,
        last,
        wording,
        (role,),
        of_those_before=Tag.CUE in longest or Tag.CUE_OF_SELF in longest,
        of_those_after=Tag.CUE_BEFORE in longest,
        of_self=Tag.CUE_OF_SELF in longest,
    )


def said_of_people(sentence: Sentence) -> Said:
    """What the predicates of a sentence say, and of whom."""
    if not sentence.tags & (_CUES | Tag.NONE):
        return NOTHING_SAID
    found = list(predicates_of(sentence))
    if not found:
        return NOTHING_SAID
    words = words_of(sentence)
    counts: dict[tuple[int, int, str], Unnumbered] = {}
    for none in _denied_people(sentence, found):
        counts[none.first, none.last, none.role.name] = none
    subjects: dict[int, tuple[int, int]] = {}
    roles: dict[int, list[Role]] = defaultdict(list)
    counted: list[Word] = []  # the last numbers that got a role
    for predicate, mention in _with_people(words, found, sentence):
        role, those = predicate.role, words[mention.first : mention.last + 1]
        place = those[0].first, those[-1].last
        subjects[predicate.first] = place
        counting = [word for word in those if word.kind == Kind.NUMBER]
        if sentence.phrase(those[0].first, Tag.THEY):  # "two men were hurt, and they died"
            counting = counted
        for word in counting:
            roles[word.first].append(role)
        counted = counting or counted
        if not mention.is_number:
            key = (*place, role.name)
            counts[key] = Unnumbered(
                *place,
                value=mention.value,
                role=role,
                is_toll=mention.is_counted,
                is_pronoun=those[0].kind == Kind.PRONOUN,
                is_another=any(sentence.phrase(word.first, Tag.OTHER) for word in those),
                is_open=predicate.wording in role.open_cues and (key not in counts or counts[key].is_open),
                sentence=sentence,
            )
    return Said(tuple(counts.values()), subjects, roles)


def _denied_people(sentence: Sentence, found: Sequence[Predicate]) -> Iterator[Unnumbered]:
    """Denied nouns of a role: "no injuries", "không có thiệt hại về người", "không có người nào chết"."""
    for predicate in found:
        end = predicate.first
        if predicate.of_those_before:
            words = 0
            while not sentence.phrase(end - 1, Tag.CLASSIFIER) and words < 1 and end - 1 > sentence.first:
                end, words = end - 1, words + 1
            if not sentence.phrase(end - 1, Tag.CLASSIFIER):
                continue
            end -= 1
        size = sentence.before(end, Tag.NO)
        if size:
            for role in predicate.roles:
                yield Unnumbered(end - size, end, 0, role, True, False, False, False, sentence)


def counted_once(found: Sequence[Unnumbered]) -> list[Unnumbered]:
    """Those who are not also mentioned in a graver role.

    People who died of their wounds are not among the wounded, unless one sentence mentions both and they are
    different people, or a word marks them as others.
    """
    graver = [(one, name) for one in found if one.value for name in one.role.outweighs]
    outweighed = {name for _, name in graver}
    there = {(one.first, name) for one, name in graver}
    apart = {(one.sentence.first, name) for one, name in graver if not one.is_pronoun}

    def is_another(one: Unnumbered) -> bool:
        is_apart = not one.is_pronoun and (one.sentence.first, one.role.name) in apart
        return (is_apart or one.is_another) and (one.first, one.role.name) not in there

    return [one for one in found if one.is_toll or one.role.name not in outweighed or is_another(one)]


def _with_people(
    words: Sequence[Word], found: Sequence[Predicate], sentence: Sentence
) -> Iterator[tuple[Predicate, Mention]]:
    """The people of each predicate; one who did it to himself is counted too: "killed two people and himself"."""
    others: dict[str, Mention] = {}
    for predicate in found:
        mention, is_object = _people_of(words, predicate, sentence)
        if predicate.of_self and predicate.role.name in others:
            last = bisect_left(words, (predicate.last,)) - 1
            mention = others.pop(predicate.role.name).joined(Mention(last, last, 1))
        elif mention is not None and is_object:
            others[predicate.role.name] = mention
        if mention is not None:
            yield predicate, mention


def _people_of(words: Sequence[Word], predicate: Predicate, sentence: Sentence) -> tuple[Mention | None, bool]:
    """The people of a predicate, and whether they come after it; they come before it only where none come after it."""
    language = sentence.language
    first, following = (bisect_left(words, (edge,)) for edge in (predicate.first, predicate.last))
    if first and words[first - 1].last > predicate.first:  # the predicate starts within a word
        first -= 1
    if _is_unreal(words[max(0, first - _UNREAL_REACH) : first], sentence):
        return None, False
    if not predicate.of_those_before and not predicate.of_those_after:
        return None, False
    has_object = following < len(words) and words[following].kind in OBJECTS
    mention = people_after(words, following, language) if predicate.of_those_after else None
    if (
        mention is None
        and has_object
        and (words[following].kind in (Kind.ONE, Kind.MANY) or _is_object(words, following, language))
    ):
        mention = Mention(following, following, 0, is_number=True)  # "the dead men": the men are dead
    if mention is not None or has_object or not predicate.of_those_before:
        return mention, True
    return people_before(words, first, language), False


def _is_object(words: Sequence[Word], at: int, language: Language) -> bool:
    """Whether a number after a verb is the count or age of its object: "shot 16 men", but not "shot 16 days ago"."""
    following = words[at + 1].folded if at + 1 < len(words) else ""
    return words[at].kind == Kind.NUMBER and language.people.numbers_after_cues and following not in language.durations


def _is_unreal(before: Sequence[Word], sentence: Sentence) -> bool:
    """Whether words of its clause negate a predicate: "could have died"."""
    for word in reversed(before):
        if word.ends_clause:
            return False
        size = sentence.phrase(word.first, Tag.UNREAL)
        if size and word.first + size == word.last:
            return True
    return False
