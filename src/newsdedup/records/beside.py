"""The words beside a name that show a person: an office, a role, an age, a form of address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from attrs import frozen

from newsdedup.figures.claim import FigureClaim
from newsdedup.languages import Language
from newsdedup.records.person_names import LEFT_OUT, NEVER, word_classes
from newsdedup.text.numbers.number import count_in_digits
from newsdedup.text.page import Page
from newsdedup.text.tagged import CAPITAL, DIGITS, LINE, SPACED, WORD, Tokens
from newsdedup.text.tags import Tag

PeopleSaid = Iterable[tuple[int, int, str]]  # first token of people, the token after the last, and their role

_APPOSITION_REACH: Final = 8  # tokens between a name and an office in apposition, and of the words of one
_ASIDE_REACH: Final = 14  # tokens of an aside between a name and what is said of the person
_AGE_REACH: Final = 5  # tokens before a name in which an age is: "23-year-old"
_MOST_OFFICE_TOKENS: Final = 12
_LETTERS_OF_ABBREVIATION: Final = 3  # "St.", "U.S."
_LETTERS_SHORTENED: Final = 4  # "Capt.", "Lt."
_MARKS_OF_ASIDES: Final = ",:–—"
_APOSTROPHES: Final = ("'", "’")
_MARKS_WITHIN: Final = (*_APOSTROPHES, "-")
_IDENTIFIED_REACH: Final = 16  # tokens between "the victim" and "as" before a name
_HUMAN_AGES: Final = range(1, 115)
_YEARS: Final = range(1880, 2100)


@frozen
class Remarks:
    """What the words beside a name say."""

    is_addressed: bool = False  # whether an office or a form of address is among them
    is_shown: bool = False  # whether they show a person
    office: str = ""
    roles: frozenset[str] = frozenset()
    age: int | None = None
    born: int | None = None


_NO_REMARKS: Final = Remarks()


class WordsBeside:
    """The words of one page that may be beside the names of people."""

    def __init__(self, page: Page, language: Language, claims: Iterable[FigureClaim], said: PeopleSaid) -> None:
        self.page, self.language, self.tokens = page, language, page.tokens
        self.ages = {one.start: int(one.number) for one in claims if one.kind == "age" and one.unit == "year"}
        self.roles: dict[int, set[str]] = {}
        for first, last, role in said:
            for i in range(first, last):
                self.roles.setdefault(i, set()).add(role)
        tokens = page.tokens
        self.before = _ends_of_phrases(tokens, page.folded, language)
        self.after: Mapping[int, str] = {
            i: tokens.value(i, Tag.PERSON_AFTER) for i in tokens.with_tag(Tag.PERSON_AFTER)
        }
        self.identified = {i + tokens.phrase(i, Tag.IDENTIFIED) for i in tokens.with_tag(Tag.IDENTIFIED)}
        self.bodies = {i + tokens.phrase(i, Tag.BODY_BEFORE) for i in tokens.with_tag(Tag.BODY_BEFORE)}
        self.classes = word_classes(language)
        self.office_parts = frozenset(language.naming.office_parts)
        self.offices = _ends_of_offices(tokens, page.folded) if language.naming.bodies_before_offices else {}

    def remarks(self, i: int, j: int) -> Remarks:
        """What the words beside a name say, whose first token is `i`; `j` is the token after its last."""
        role_before, mark = self.before.get(i), self._mark(j)
        first = self._before_age(i) if role_before is not None else i
        if not role_before and first in self.identified:
            role_before = self._identified(first - 1)
        is_aside = mark in (",", "(")
        own = self.roles.get(i, set())
        if role_before is None and not is_aside and not own and j not in self.after and i not in self.offices:
            return _NO_REMARKS
        age, born, following = self._age_after(j) if is_aside else (None, None, j)
        if age is None and role_before is not None:
            age = self._age_before(i)
        role_after = None if self._is_of(i) else self._role_after(following)
        office = self._office(i, j, following)
        is_possessor = mark in _APOSTROPHES and not self.tokens.kinds[j] & SPACED  # "Ann Vale's son was shot"
        roles = set() if is_possessor else {role for role in (role_before, role_after) if role} | own
        known = (role_before, role_after, age, born, office or None)
        return Remarks(
            role_before == "" or bool(office),
            any(one is not None for one in known),
            office,
            frozenset(roles),
            age,
            born,
        )

    def is_of_body(self, i: int) -> bool:
        """Whether the word for a body or a place comes before a token: "đường Trần Văn An"."""
        return i in self.bodies

    def is_modifier(self, j: int, follower: str) -> bool:
        """Whether a name before a token belongs to a noun there: "Glen Oxley man", "Arnold Vale hospital"."""
        if not follower[:1].islower() or not self.language.adjectives_before_noun:
            return False
        tokens = self.tokens
        return self.classes.get(follower) == NEVER or bool(tokens.phrase(j, Tag.ONE) or tokens.phrase(j, Tag.MANY))

    def is_byline(self, i: int) -> bool:
        """Whether words before a name make it that of a reporter: "By Ann Vale", "Ảnh: Trần An"."""
        k = i - 1 - (i > 0 and self._mark(i - 1) in (":", "/"))
        return k >= 0 and bool(self.tokens.kinds[k] & CAPITAL) and self._word(k) in self.language.naming.bylines

    def _office(self, i: int, j: int, following: int) -> str:
        """The office before a name or, between commas, before or after it."""
        is_between = i > 0 and self._mark(i - 1) == "," and self._mark(j) == ","  # "the spokesman, Ann Vale, said"
        office = self.offices.get(i) or (self.offices.get(i - 1) if is_between else None)
        return self._office_before(*office) if office else self._office_after(following)

    def _before_age(self, i: int) -> int:
        """The first token of an age before a name, else that of the name."""
        return next(
            (
                k
                for k in range(max(0, i - _AGE_REACH), i - 1)
                if self.tokens.kinds[k] & DIGITS and self._mark(k + 1) == "-"
            ),
            i,
        )

    def _identified(self, i: int) -> str:
        """The role of those whose name "as" gives: "the victim has been identified by family as"."""
        for k in range(i - 1, max(-1, i - _IDENTIFIED_REACH), -1):
            if self._mark(k) == ".":
                break
            if (role := self.tokens.value(k, Tag.PERSON_BEFORE)) and self.tokens.phrase(k, Tag.ONE):
                return str(role)
        return ""

    def _is_of(self, i: int) -> bool:
        """Whether a preposition comes before a token: in "the wife of Ann Vale died", Ann Vale did not."""
        return i > 0 and self.tokens.phrase(i - 1, Tag.PREPOSITION) == 1

    def _mark(self, i: int) -> str:
        """The mark at a token; empty where there is a word, or the text ends."""
        if i >= len(self.tokens) or self.tokens.kinds[i] & (WORD | DIGITS):
            return ""
        return self.page.folded[self.tokens.starts[i]]

    def _age_after(self, j: int) -> tuple[int | None, int | None, int]:
        """The age and the year of birth after the comma or bracket at `j`, and the token after them."""
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
        digits = self._word(k)
        if age is None and is_born and digits.isdecimal() and count_in_digits(digits) in _YEARS:
            return None, int(digits), self._after_aside(k + 1)
        return (None, None, j) if age is None else (age, None, self._after_aside(k + 1))

    def _is_word_of(self, k: int, phrases: tuple[str, ...]) -> bool:
        word = self._word(k)
        return any(one == word or one.startswith(f"{word} ") for one in phrases)

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
        for k in range(max(0, i - _AGE_REACH), i - 1):
            if self.tokens.kinds[k] & DIGITS and (age := self._age_at(k)) is not None:
                between = self.page.text.plain[self.tokens.ends[k] : self.tokens.starts[i]]
                if not any(mark in between for mark in ",.;:()"):
                    return age
        return None

    def _role_after(self, j: int) -> str | None:
        """The role that the words after a name give, with or without an aside between; "" for a person without one."""
        if j in self.after:
            return self.after[j]
        if self._mark(j) != ",":
            return None
        for k in range(j, min(j + _ASIDE_REACH, len(self.tokens) - 1)):
            mark = self._mark(k)
            if mark == "," and k + 1 in self.after:
                return self.after[k + 1]
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
        if self._mark(k):
            return self._is_within_word(k)
        if word in self.language.outlet_links:
            return k > 0 and bool(tokens.kinds[k - 1] & CAPITAL) and bool(tokens.kinds[k + 1] & CAPITAL)
        if word == "s":
            return k > 0 and self._mark(k - 1) in _MARKS_WITHIN
        is_capital = bool(tokens.kinds[k] & CAPITAL)
        if is_capital and self.classes.get(word) == LEFT_OUT and not tokens.phrase(k, Tag.OFFICE):
            return False
        return is_capital or word in self.office_parts or tokens.phrase(k, Tag.OFFICE) == 1

    def _is_within_word(self, k: int) -> bool:
        """Whether a mark is a part of a word: of "U.S.", "Sheriff's"."""
        tokens, mark = self.tokens, self._mark(k)
        is_short = k > 0 and tokens.ends[k - 1] - tokens.starts[k - 1] < _LETTERS_OF_ABBREVIATION
        return mark in _MARKS_WITHIN or (mark == "." and is_short and not tokens.kinds[k] & SPACED)

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
            if k >= len(tokens) or (self._mark(k) and not self._is_within_word(k)):
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
            is_noun = tokens.phrase(i, Tag.ONE) or (i > 0 and tokens.phrase(i - 1, Tag.DETERMINER))
            is_joined = is_aside and (not role or bool(is_noun))
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
