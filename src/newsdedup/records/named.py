"""The people whom a page names, with what its words beside each name say of them."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from attrs import frozen

from newsdedup.figures.claim import FigureClaim
from newsdedup.languages import Language, forgotten_with_languages, known_languages
from newsdedup.text.names import Name, words_up_to_mark
from newsdedup.text.page import Page
from newsdedup.text.tagged import CAPITAL, DIGITS, LINE, SPACED, WORD, Tokens
from newsdedup.text.tags import Tag

MOST_NAME_WORDS: Final = 4
_LEAD_OF_PEOPLE: Final = 400  # characters at the beginning of an article that hold its main facts
_APPOSITION_REACH: Final = 8  # tokens between a name and an office in apposition, and of the words of one
_ASIDE_REACH: Final = 14  # tokens of an aside between a name and what is said of the person
_MOST_OFFICE_TOKENS: Final = 12
_LETTERS_OF_ABBREVIATION: Final = 3  # "St.", "U.S."
_MARKS_OF_ASIDES: Final = ",:–—"
_APOSTROPHES: Final = ("'", "’")
_MARKS_WITHIN: Final = ("'", "’", "-")
_IDENTIFIED_REACH: Final = 16  # tokens between "the victim" and "as" before a name
_HUMAN_AGES: Final = range(1, 115)
_YEARS: Final = range(1880, 2100)
_LETTERS_SHORTENED: Final = 4  # "Capt.", "Lt."
_LEFT_OUT, _NEVER = 1, 2  # classes of words: before a name, in no name


@frozen
class NamedPerson:
    """A name on a page that may be that of a person."""

    name: str
    start: int
    n_mentions: int = 1
    n_bodies: int = 0  # mentions as a part of the name of a body or a place
    is_person: bool = False  # whether its first word or the words beside it show a person
    is_shown: bool = False  # whether the words beside it do
    is_addressed: bool = False  # whether an office or a form of address is among them
    is_in_lead: bool = False
    is_byline: bool = False
    office: str = ""
    roles: frozenset[str] = frozenset()
    age: int | None = None
    born: int | None = None

    @property
    def is_full(self) -> bool:
        """Whether it has more than one word."""
        return " " in self.name

    def joined(self, other: NamedPerson) -> NamedPerson:
        """Both, of one name, as one; this one comes first."""
        return NamedPerson(
            self.name,
            self.start,
            self.n_mentions + other.n_mentions,
            self.n_bodies + other.n_bodies,
            self.is_person or other.is_person,
            self.is_shown or other.is_shown,
            self.is_addressed or other.is_addressed,
            self.is_in_lead or other.is_in_lead,
            self.is_byline and other.is_byline,
            max(self.office, other.office, key=len),
            self.roles | other.roles,
            self.age if self.age is not None else other.age,
            self.born if self.born is not None else other.born,
        )


PeopleSaid = Sequence[tuple[int, int, str]]  # first and last token of people, and their role


def people_named(page: Page, claims: Iterable[FigureClaim], said: PeopleSaid) -> tuple[NamedPerson, ...]:
    """The names on a page that may be of people, each once, in the order of their first mentions.

    `claims` are those of the page, whose ages are taken over; `said` is what it says of people.
    """
    if page.language is None:
        return ()
    ages = {claim.start: int(claim.number) for claim in claims if claim.kind == "age" and claim.unit == "year"}
    reader = _PeopleReader(page, page.language, ages, said)
    found: dict[str, NamedPerson] = {}
    for one in reader.mentions():
        if not (one.is_full or one.is_shown or page.language.naming.given_names_first):
            continue  # a syllable with a capital
        found[one.name] = found[one.name].joined(one) if one.name in found else one
    return tuple(found.values())


@forgotten_with_languages
@functools.cache
def words_that_begin_names() -> frozenset[str]:
    """Words with which full names begin, in any language: reports name people of all countries."""
    return frozenset().union(*(language.naming.first_words for language in known_languages().values()))


@functools.lru_cache(maxsize=64)
def _word_classes(language: Language) -> Mapping[str, int]:
    """The class of each word that is no part of a name after it, or in no name at all."""
    naming = language.naming
    days = (*language.dates.months, *language.dates.weekdays)
    before = (*language.function_words, *naming.openers, *language.honorifics, *language.people.titles, *days)
    offices = (one for one in (*language.offices, *naming.persons_before) if " " not in one)
    bodies = language.places.institutions if naming.given_names_first else ()  # else syllables of names ("Quốc Hội")
    never = dict.fromkeys((one for one in (*naming.not_names, *bodies) if " " not in one), _NEVER)
    return never | dict.fromkeys((*before, *offices), _LEFT_OUT)


class _PeopleReader:
    """One page while the people whom it names are read."""

    def __init__(self, page: Page, language: Language, ages: Mapping[int, int], said: PeopleSaid) -> None:
        self.page, self.language, self.ages = page, language, ages
        self.roles: dict[int, set[str]] = {}
        for first, last, role in said:
            for i in range(first, last):
                self.roles.setdefault(i, set()).add(role)
        self.tokens = page.tokens
        self.classes = _word_classes(language)
        self.before = _ends_of_phrases(page.tokens, page.folded, language)
        self.after = {i: page.tokens.value(i, Tag.PERSON_AFTER) for i in page.tokens.with_tag(Tag.PERSON_AFTER)}
        self.bodies = {i + page.tokens.phrase(i, Tag.BODY_BEFORE) for i in page.tokens.with_tag(Tag.BODY_BEFORE)}
        self.office_parts = frozenset(language.naming.office_parts)
        self.offices = _ends_of_offices(page.tokens, page.folded) if language.naming.bodies_before_offices else {}

    def mentions(self) -> Iterator[NamedPerson]:
        """Every name that may be of a person, in order."""
        for name in _with_particles(self.page.names, self.page.text.plain, self.language.naming.particles):
            cut = self._cut(name)
            if cut is None:
                continue
            if self._is_of_body(cut[1]) or self._is_modifier(cut[2], name.follower):
                yield NamedPerson(cut[0], cut[1], n_mentions=0, n_bodies=1)
            else:
                yield self._mention(*cut)

    def _is_of_body(self, start: int) -> bool:
        """Whether the word for a body or a place comes before a name: "đường Trần Văn An"."""
        return bool(self.bodies) and self.tokens.at(start) in self.bodies

    def _is_modifier(self, end: int, follower: str) -> bool:
        """Whether a name belongs to a noun after it: "Glen Oxley man", "Arnold Vale hospital"."""
        if not follower[:1].islower() or not self.language.adjectives_before_noun:
            return False
        return self.classes.get(follower) == _NEVER or bool(
            self.tokens.phrase(self.tokens.after(end), Tag.ONE) or self.tokens.phrase(self.tokens.after(end), Tag.MANY)
        )

    def _cut(self, name: Name) -> tuple[str, int, int] | None:
        """The words of a name that may be of a person, where they start and where they end; None without any."""
        words, start = words_up_to_mark(name.words.split(" "), self.language.naming.given_names_first), name.start
        endings = self.language.people.possessive_endings
        classes = [self.classes.get(word.lower(), 0) for word in words]
        if len(words) > 1 and classes[-1] == _LEFT_OUT:  # "Larry King" is a name, "Police Chief" is none
            classes[-1] = 0 if words[-2].lower() in words_that_begin_names() else _NEVER
        first = self._first_of_name(words, classes, endings)
        if first < len(words) and self._begins_body(words[first].lower()):
            return None
        if first >= len(words) or _NEVER in classes[first:] or len(words) - first > MOST_NAME_WORDS:
            return None
        start += sum(len(word) + 1 for word in words[:first])
        kept = " ".join(words[first:])
        ending = next((one for one in endings if kept.endswith(one)), "")
        kept = kept.removesuffix(ending).rstrip("'’")
        return (kept, start, start + len(kept)) if len(kept) > 1 else None

    def _begins_body(self, word: str) -> bool:
        """Whether a word begins the name of a body, and of no person: "Sở Công" of "Sở Công thương"."""
        return word in self.language.places.institutions and word not in words_that_begin_names()

    def _first_of_name(self, words: Sequence[str], classes: Sequence[int], endings: tuple[str, ...]) -> int:
        """The first word of the name of a person, after the words that are none and after a possessor."""
        last = len(words) - 1
        if not self.language.naming.bodies_before_offices:
            return next((index for index, one in enumerate(classes) if one != _LEFT_OUT), len(words))
        before = [i for i in range(len(words)) if classes[i] == _LEFT_OUT or (i < last and words[i].endswith(endings))]
        return before[-1] + 1 if before else 0

    def _mention(self, name: str, start: int, end: int) -> NamedPerson:
        tokens = self.tokens
        i, j = tokens.at(start), tokens.after(end)
        role_before = self.before.get(i)
        if not role_before and i and tokens.phrase(self._before_age(i) - 1, Tag.IDENTIFIED):
            role_before = self._identified(self._before_age(i) - 1)
        age, born, following = self._age_after(j)
        if age is None:
            age = self._age_before(i)
        role_after = None if self._is_of(i) else self._role_after(following)
        office = self.offices.get(i) or (self.offices.get(i - 1) if self._is_between_commas(i, j) else None)
        text = self._office_before(*office) if office else self._office_after(following)
        roles = {role for role in (role_before, role_after) if role}
        if self._mark(j) in _APOSTROPHES and not tokens.kinds[j] & SPACED:
            roles = set()  # "Ann Vale's son was shot"
        else:
            roles |= self.roles.get(i, set())
        is_known = " " in name and name.split(" ", 1)[0].lower() in words_that_begin_names()
        known = (role_before, role_after, age, born, text or None)
        is_shown = any(one is not None for one in known)
        return NamedPerson(
            name,
            start,
            is_person=is_known or is_shown,
            is_shown=is_shown,
            is_addressed=role_before == "" or bool(text),
            is_in_lead=start < _LEAD_OF_PEOPLE,
            is_byline=self._is_byline(i),
            office=text,
            roles=frozenset(roles),
            age=age,
            born=born,
        )

    def _before_age(self, i: int) -> int:
        """The first token of an age before a name, else that of the name."""
        return next(
            (k for k in range(max(0, i - 5), i - 1) if self.tokens.kinds[k] & DIGITS and self._mark(k + 1) == "-"), i
        )

    def _identified(self, i: int) -> str:
        """The role of those whose name "as" gives: "the victim has been identified by family as"."""
        for k in range(i - 1, max(-1, i - _IDENTIFIED_REACH), -1):
            if self._mark(k) == ".":
                break
            if (role := self.tokens.value(k, Tag.PERSON_BEFORE)) and self.tokens.phrase(k, Tag.ONE):
                return str(role)
        return ""

    def _is_between_commas(self, i: int, j: int) -> bool:
        """Whether a name stands between commas: "the spokesman, Ann Vale, said"."""
        return self._mark(i - 1) == "," and self._mark(j) == ","

    def _is_of(self, i: int) -> bool:
        """Whether a preposition comes before a token: in "the wife of Ann Vale died", Ann Vale did not."""
        return i > 0 and self.tokens.phrase(i - 1, Tag.PREPOSITION) == 1

    def _is_byline(self, i: int) -> bool:
        """Whether words before a name make it that of a reporter: "By Ann Vale" at the start of a line."""
        tokens = self.tokens
        k = i - 1 - (i > 0 and self._mark(i - 1) in (":", "/"))
        if k < 0 or not self.page.folded.startswith(self.language.naming.bylines, tokens.starts[k]):
            return False
        word = self.page.folded[tokens.starts[k] : tokens.ends[k]]
        return word in self.language.naming.bylines and bool(tokens.kinds[k] & CAPITAL)

    def _mark(self, i: int) -> str:
        """The mark at a token; empty where there is a word, or the text ends."""
        if i >= len(self.tokens) or self.tokens.kinds[i] & (WORD | DIGITS):
            return ""
        return self.page.folded[self.tokens.starts[i]]

    def _age_after(self, j: int) -> tuple[int | None, int | None, int]:
        """The age and the year of birth after a name, in commas or brackets, and the token after them."""
        if self._mark(j) not in (",", "("):
            return None, None, j
        k = j + 1
        is_born = False
        for _ in range(3):  # words between: "aged", "SN", "sinh năm"
            if k >= len(self.tokens) or self.tokens.kinds[k] & DIGITS:
                break
            is_born = is_born or self._is_word_of(k, self.language.naming.born)
            k += 1
        if k >= len(self.tokens) or not self.tokens.kinds[k] & DIGITS:
            return None, None, j
        age = self._age_at(k)
        digits = self.page.folded[self.tokens.starts[k] : self.tokens.ends[k]]
        if age is None and is_born and digits.isdecimal() and int(digits) in _YEARS:
            return None, int(digits), self._after_aside(k + 1)
        return (None, None, j) if age is None else (age, None, self._after_aside(k + 1))

    def _is_word_of(self, k: int, phrases: tuple[str, ...]) -> bool:
        start, end = self.tokens.starts[k], self.tokens.ends[k]
        return any(
            one == self.page.folded[start:end] or one.startswith(f"{self.page.folded[start:end]} ") for one in phrases
        )

    def _after_aside(self, k: int) -> int:
        """The token after the mark that ends an aside in commas or brackets."""
        for index in range(k, min(k + 3, len(self.tokens))):
            if self._mark(index) in (",", ")"):
                return index + 1
        return k

    def _age_at(self, k: int) -> int | None:
        """The age that the reader of figures found at a token."""
        if not self.ages:
            return None
        age = self.ages.get(self.page.text.span(self.tokens.starts[k], self.tokens.ends[k])[0])
        return age if age in _HUMAN_AGES else None

    def _age_before(self, i: int) -> int | None:
        """The age before a name: "23-year-old Ann Vale"."""
        for k in range(max(0, i - 5), i - 1):
            if self.tokens.kinds[k] & DIGITS and (age := self._age_at(k)) is not None:
                between = self.page.text.plain[self.tokens.ends[k] : self.tokens.starts[i]]
                if not any(mark in between for mark in ",.;:()"):
                    return age
        return None

    def _role_after(self, j: int) -> str | None:
        """The role that the words after a name give, with or without an aside between; "" for a person without one."""
        if j in self.after:
            return str(self.after[j])
        if self._mark(j) != ",":
            return None
        if j + 1 in self.after:
            return str(self.after[j + 1])
        for k in range(j + 1, min(j + _ASIDE_REACH, len(self.tokens) - 1)):
            mark = self._mark(k)
            if mark == "," and k + 1 in self.after:
                return str(self.after[k + 1])
            if mark in (".", ";"):
                return None
        return None

    def _office_before(self, first: int, last: int) -> str:
        """The words of an office with those of its body before it: "Milton County Prosecutor"."""
        return self._printed(self._first_of_office(first), last)

    def _first_of_office(self, first: int) -> int:
        """The first token of an office with the body before it; a word with a capital from its place is none."""
        tokens = self.tokens
        for _ in range(_MOST_OFFICE_TOKENS):
            k = first - 1
            if k < 0 or tokens.kinds[first] & LINE or not self._is_of_office(k):
                break
            first = k
        while self._mark(first) or self._word(first) in ("s", *self.language.outlet_links):
            first += 1
        return first

    def _is_of_office(self, k: int) -> bool:
        """Whether a token before an office belongs to it."""
        tokens, word = self.tokens, self._word(k)
        if mark := self._mark(k):
            is_short = k > 0 and tokens.ends[k - 1] - tokens.starts[k - 1] < _LETTERS_OF_ABBREVIATION
            return mark in _MARKS_WITHIN or (mark == "." and is_short and not tokens.kinds[k] & SPACED)
        if word in self.language.outlet_links:
            return k > 0 and bool(tokens.kinds[k - 1] & CAPITAL) and bool(tokens.kinds[k + 1] & CAPITAL)
        if word == "s":
            return k > 0 and self._mark(k - 1) in _MARKS_WITHIN
        is_name = tokens.kinds[k] & CAPITAL and self.classes.get(word) != _LEFT_OUT
        return bool(is_name) or word in self.office_parts or tokens.phrase(k, Tag.OFFICE) == 1

    def _word(self, k: int) -> str:
        """A token in lower case."""
        return self.page.folded[self.tokens.starts[k] : self.tokens.ends[k]]

    def _office_after(self, j: int) -> str:
        """The office after a name and a comma: "Ron Byrne, the county prosecutor,"."""
        tokens = self.tokens
        if not self.offices or (self._mark(j) != "," and self._mark(j - 1) != ","):
            return ""
        k = j + (self._mark(j) == ",")
        if k < len(tokens) and (size := tokens.phrase(k, Tag.DETERMINER)):
            k += size
        first = k
        for _ in range(_APPOSITION_REACH):
            if k >= len(tokens) or (self._mark(k) and self._mark(k) not in ("'", "’", "-")):
                return ""
            if size := tokens.phrase(k, Tag.OFFICE):
                is_of_another = tokens.kinds[min(k + size, len(tokens) - 1)] & CAPITAL  # "Ann Vale, Mayor Bob Lee said"
                return "" if is_of_another else self._whole_office(first, k + size)
            word = self._word(k)
            is_part = tokens.kinds[k] & CAPITAL or word in self.office_parts or word == "s"
            if not is_part and not self._mark(k):
                return ""
            k += 1
        return ""

    def _whole_office(self, first: int, last: int) -> str:
        """An office with the body after it, where a comma soon ends it: "director of the Oxley Museum"."""
        tokens = self.tokens
        while last < len(tokens) and (size := tokens.phrase(last, Tag.OFFICE)):  # "police chief"
            last += size
        if last < len(tokens) and tokens.phrase(last, Tag.PREPOSITION):
            for k in range(last, min(last + _APPOSITION_REACH, len(tokens))):
                if self._mark(k) in (",", ")"):
                    return self._printed(first, k)
                if self._mark(k) in (".", ";", ":") or tokens.phrase(k, Tag.SAYING):
                    break
        return self._printed(first, last)

    def _printed(self, first: int, last: int) -> str:
        return self.page.text.plain[self.tokens.starts[first] : self.tokens.ends[last - 1]]


def _with_particles(names: Sequence[Name], plain: str, particles: tuple[str, ...]) -> Iterator[Name]:
    """The names, those joined that only a particle separates: "Osama bin Laden"."""
    held: Name | None = None
    for name in names:
        if held is not None and plain[held.end : name.start] == f" {held.follower} ":
            name = Name(held.start, name.end, f"{held.words} {held.follower} {name.words}", name.follower)
        elif held is not None:
            yield held
        held = name if name.follower in particles else None
        if held is None:
            yield name
    if held is not None:
        yield held


def _ends_of_phrases(tokens: Tokens, folded: str, language: Language) -> dict[int, str]:
    """For each token at which a name of a person may begin, the role that the words before it give, or ""."""
    found: dict[int, str] = {}
    for i in tokens.with_tag(Tag.PERSON_BEFORE):
        last = i + tokens.phrase(i, Tag.PERSON_BEFORE)
        role = tokens.value(i, Tag.PERSON_BEFORE) or found.get(i) or found.get(i - 2, "")
        found[last] = role
        if last >= len(tokens) or tokens.kinds[last] & (WORD | DIGITS):
            continue
        mark, word = folded[tokens.starts[last]], folded[tokens.starts[i] : tokens.ends[last - 1]]
        if mark == ".":
            is_joined = len(word) <= _LETTERS_SHORTENED and (word in language.offices or word in language.honorifics)
        else:  # "the victim, Ann Vale", but not "was charged, Ann Vale said"
            is_aside = language.adjectives_before_noun and mark in _MARKS_OF_ASIDES
            is_joined = is_aside and (not role or bool(tokens.phrase(i, Tag.ONE)))
        if is_joined:
            found[last + 1] = role
    return found


def _ends_of_offices(tokens: Tokens, folded: str) -> dict[int, tuple[int, int]]:
    """For each token after an office, or several in a row, their first and last token."""
    found: dict[int, tuple[int, int]] = {}
    for i in tokens.with_tag(Tag.OFFICE):
        last = i + tokens.phrase(i, Tag.OFFICE)
        if last in found or last + 1 in found:  # a part of a longer phrase: "Attorney General"
            continue
        first = found.pop(i)[0] if i in found else i
        letters = tokens.ends[last - 1] - tokens.starts[i]
        is_short = last < len(tokens) and letters <= _LETTERS_SHORTENED and folded[tokens.starts[last]] == "."
        found[last + is_short] = first, last + is_short
    return found
