"""Predicates: what a sentence says of people, and of whom: "a man was killed", "no injuries", "shot four people"."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from attrs import field, frozen

from newsdedup.figures.read.clauses import line_with, lines_of
from newsdedup.figures.read.mentions import OBJECTS, Mention, people_after, people_before
from newsdedup.figures.read.sentence import Sentence
from newsdedup.figures.read.words import Kind, Word, words_of
from newsdedup.languages import Language, Role
from newsdedup.text.tagged import DIGITS, SPACED
from newsdedup.text.tags import Tag

_PERSONS = (Kind.ONE, Kind.MANY, Kind.GROUP, Kind.PRONOUN)
_UNREAL_REACH = 8  # words before a cue that can negate it ("could have")
_CUES = Tag.CUE | Tag.CUE_BEFORE | Tag.CUE_OF_SELF | Tag.VERB
PREDICATES = _CUES | Tag.NONE
"""The tags of which a sentence has one that says anything of people."""


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
    is_nth: bool  # whether they say which one of a count this is ("a third body"), so that there are at least as many
    is_added: bool  # whether they come on top of those counted before ("one more")
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
    is_open: bool = False  # whether it leaves the outcome open
    is_verb: bool = False  # whether only people can be its object

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
    for i in sentence.starting(PREDICATES | Tag.NOT_CUE, sentence.first, sentence.last):
        if i < done:
            continue
        found = _predicate_at(sentence, i)
        if found is not None:
            done = found.last
            yield found
        elif size := sentence.phrase(i, Tag.NOT_CUE):
            done = i + size


def _predicate_at(sentence: Sentence, i: int) -> Predicate | None:
    tags = (Tag.CUE, Tag.CUE_BEFORE, Tag.CUE_OF_SELF, Tag.NONE, Tag.VERB)
    sizes = {tag: sentence.phrase(i, tag) for tag in tags}
    size = max(sizes.values())
    last = i + size
    if not size or sentence.phrase(i, Tag.NOT_CUE) > size or _touches_hyphen(sentence, i, last):
        return None
    longest = [tag for tag, length in sizes.items() if length == size]
    value = sentence.tokens.value
    wording = " ".join(sentence.words(i, last).split())
    if longest == [Tag.NONE] or (Tag.NONE in longest and sentence.before(i, Tag.NO)):
        return Predicate(i, last, wording, value(i, Tag.NONE))
    if longest == [Tag.VERB]:
        return _verb_at(sentence, i, last, wording)
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
        is_open=wording in role.open_cues,
    )


def _touches_hyphen(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a hyphen joins a phrase to the word before or after it."""
    after = sentence.is_mark(last, "-") and not sentence.kinds[last] & SPACED
    return after or (sentence.is_mark(first - 1, "-") and not sentence.kinds[first] & SPACED)


def _verb_at(sentence: Sentence, first: int, last: int, wording: str) -> Predicate:
    """A verb that is done to people: to those before it if it is passive, else to those after it."""
    role = sentence.tokens.value(first, Tag.VERB)
    is_passive = is_passive_before(sentence, first) and is_participle(role, wording)
    is_reduced = not is_passive and follows_count(sentence, first)  # "four people shot in a park"
    return Predicate(
        first,
        last,
        wording,
        (role,),
        of_those_before=is_passive or is_reduced,
        of_those_after=not is_passive,
        is_open=role.open_verbs,
        is_verb=True,
    )


def is_participle(role: Role, wording: str) -> bool:
    """Whether a form of a verb can be passive: "were shot", not "were shooting"."""
    return not role.participles or wording in role.participles


def is_passive_before(sentence: Sentence, i: int) -> bool:
    """Whether words of a passive come before a verb, adverbs between: "were also"."""
    while size := sentence.before(i, Tag.ADVERB):
        if sentence.phrase(i - size, Tag.PASSIVE) == size:
            return True
        i -= size
    return bool(sentence.before(i, Tag.PASSIVE))


def follows_count(sentence: Sentence, i: int) -> bool:
    """Whether counted people come right before a token: "four people", "four of the five people"."""
    people = sentence.before(i, Tag.MANY) or sentence.before(i, Tag.COUNTER)
    number = i - people - 1
    if not people or number < sentence.first:
        return False
    return bool(sentence.kinds[number] & DIGITS) or sentence.has(number, Tag.NUMERAL)


def said_of_people(sentence: Sentence) -> Said:
    """What the predicates of a sentence say, and of whom."""
    if not sentence.tags & PREDICATES:
        return NOTHING_SAID
    found = list(predicates_of(sentence))
    if not found:
        return NOTHING_SAID
    lines = lines_of(words_of(sentence), sentence)
    counts: dict[tuple[int, int, str], Unnumbered] = {}
    for none in _denied_people(sentence, found):
        counts[none.first, none.last, none.role.name] = none
    subjects: dict[int, tuple[int, int]] = {}
    roles: dict[int, list[Role]] = defaultdict(list)
    counted: list[Word] = []  # the last numbers that got a role
    for predicate, mention, line in _with_people(lines, found, sentence):
        role, those = predicate.role, line[mention.first : mention.last + 1]
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
            nth = next(
                (sentence.tokens.value(word.first, Tag.NTH) for word in those if sentence.has(word.first, Tag.NTH)), 0
            )
            is_nth = nth > 1 and mention.value == 1 and bool(role.outweighs)
            counts[key] = Unnumbered(
                *place,
                value=nth if is_nth else mention.value,
                role=role,
                is_toll=mention.is_counted or is_nth,
                is_pronoun=those[0].kind == Kind.PRONOUN,
                is_another=any(sentence.phrase(word.first, Tag.OTHER) for word in those),
                is_open=predicate.is_open and (key not in counts or counts[key].is_open),
                is_nth=is_nth,
                is_added=any(sentence.has(i, Tag.MORE_BEFORE | Tag.MORE_AFTER) for i in range(*place)),
                sentence=sentence,
            )
    return Said(tuple(counts.values()), subjects, roles)


def _denied_people(sentence: Sentence, found: Sequence[Predicate]) -> Iterator[Unnumbered]:
    """Denied nouns of a role: "no injuries", "không có thiệt hại về người", "không có người nào chết"."""
    for predicate in found:
        end = predicate.first
        if predicate.of_those_before:  # a word may come between: "không có người nào chết"
            end = next((i for i in (end - 1, end - 2) if sentence.phrase(i, Tag.CLASSIFIER)), sentence.first)
        if size := sentence.before(end, Tag.NO):
            for role in predicate.roles:
                yield Unnumbered(end - size, end, 0, role, True, False, False, False, False, False, sentence)


def counted_once(found: Sequence[Unnumbered]) -> list[Unnumbered]:
    """Those who are not also mentioned in a graver role.

    People who died of their wounds are not among the wounded, unless one sentence mentions both and they are
    different people, or a word marks them as others.
    """
    graver = [(one, name) for one in found if one.value for name in one.role.outweighs]
    themselves = {(one.sentence.first, name) for one, name in graver if one.is_pronoun}  # "shot a boy, killing him"
    outweighed = {name for _, name in graver}
    there = {(one.first, name) for one, name in graver}
    apart = {(one.sentence.first, name) for one, name in graver if not one.is_pronoun}

    def is_another(one: Unnumbered) -> bool:
        is_apart = not one.is_pronoun and (one.sentence.first, one.role.name) in apart
        is_another = one.is_another and (one.sentence.first, one.role.name) not in themselves
        return (is_apart or is_another) and (one.first, one.role.name) not in there

    return [one for one in found if one.is_toll or one.role.name not in outweighed or is_another(one)]


def _with_people(
    lines: Sequence[list[Word]], found: Sequence[Predicate], sentence: Sentence
) -> Iterator[tuple[Predicate, Mention, list[Word]]]:
    """The people of each predicate, and their line; "killed two people and himself" are three."""
    others: dict[str, Mention] = {}
    for predicate in found:
        words = line_with(lines, predicate.first)
        mention, is_object = _people_of(words, predicate, sentence)
        if predicate.of_self:
            last = bisect_left(words, (predicate.last,)) - 1
            himself = Mention(last, last, 1)
            if predicate.role.name in others:
                mention = others.pop(predicate.role.name).joined(himself)
            elif mention is None or mention.value > 1 or mention.is_number:
                mention = himself
        elif mention is not None and is_object:
            others[predicate.role.name] = mention
        elif mention is not None:
            mention = _with_companions(words, mention, predicate, sentence)
        if mention is not None:
            yield predicate, mention, words


def _with_companions(words: Sequence[Word], mention: Mention, predicate: Predicate, sentence: Sentence) -> Mention:
    """The people before a predicate, and those after it of whom it says the same: "died along with their father"."""
    link = bisect_left(words, (predicate.last,))
    if not mention.value or link + 1 >= len(words) or not sentence.phrase(words[link].first, Tag.ACCOMPANIED):
        return mention
    companions = people_after(words, link + 1, sentence.language)
    return mention.joined(companions) if companions is not None and companions.value else mention


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
    if predicate.is_verb and not predicate.of_those_after:
        return people_before(words, first, language), False
    has_object = following < len(words) and words[following].kind in OBJECTS
    mention = people_after(words, following, language) if predicate.of_those_after else None
    if predicate.is_verb and mention is not None and not _has_person(words, mention):
        mention = None
    if (
        mention is None
        and has_object
        and (words[following].kind in (Kind.ONE, Kind.MANY) or _is_object(words, following, language))
    ):
        mention = _identified(words, following, sentence) or Mention(following, following, 0, is_number=True)
    if mention is not None or has_object or not predicate.of_those_before:
        return mention, True
    return people_before(words, first, language), False


def _has_person(words: Sequence[Word], mention: Mention) -> bool:
    """Whether a mention has a noun or pronoun of people, not a bare name, which may be a place."""
    return any(word.kind in _PERSONS for word in words[mention.first : mention.last + 1])


def _identified(words: Sequence[Word], noun: int, sentence: Sentence) -> Mention | None:
    """The names of "the dead victims", after "as": "identified the dead victims as Ann Vale and her son"."""
    link = noun + 1
    if link >= len(words) or not sentence.has(words[link].first, Tag.IDENTIFIED):
        return None
    return people_after(words, link + 1, sentence.language)


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
        if size and word.first + size == word.last and sentence.before(word.last, Tag.ADVERB) <= size:
            return True
    return False
