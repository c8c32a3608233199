"""Whom the reports of an event name with an office, whatever stands between the two."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from newsdedup.languages import Language
from newsdedup.text.names import Name, name_at, name_before
from newsdedup.text.page import Page
from newsdedup.text.phrases import any_of, words_of

_NAME_WORDS = range(2, 5)
_SURE_WORDS = 3  # "Bộ Nội" is a part of a name, "Trần Văn An" is not
_NAME_REACH = 40  # characters before an office in which its holder is named
_LEVEL_REACH = 20  # characters before a name in which a level stands
_BODY_WORDS = 9  # of the body that an office belongs to, at most
_WORD_AFTER = r"[^\S\r\n]+([\w&-]+)"
_NEXT_WORD = re.compile(_WORD_AFTER)


@frozen(kw_only=True)
class Person:
    """A person, by name, with an office that a report gives."""

    name: str
    office: str
    n_origins: int


@frozen
class Run:
    """Capitalised words in a row, and the word that follows them; empty where none does."""

    words: str
    follower: str = ""


@frozen
class Candidate:
    """Capitalised words that may name who holds an office.

    Attributes
    ----------
    office : str
        The words of the office, as far as these words.
    run : Run
    is_near : bool
        Whether nothing stands between the two: what follows the body of an office may be its name.
    is_after_level : bool
        Whether a level stands right before them: "Chủ tịch UBND tỉnh" is followed by a place.
    """

    office: str
    run: Run
    is_near: bool = True
    is_after_level: bool = False


@frozen
class Names:
    """The capitalised words of one page, and its offices with whom they may be held by, the nearest first."""

    runs: frozenset[Run] = frozenset()
    offices: tuple[tuple[Candidate, ...], ...] = ()


def names_on(page: Page) -> Names:
    """Read the names of a page; which of them are people is for all the reports of an event to say."""
    if page.language is None:
        return Names()
    return Names(
        frozenset(_run(name, page.language) for name in page.names),
        tuple(_offices(page, page.language)),
    )


def _run(name: Name, language: Language) -> Run:
    """A name without the small word that begins a sentence."""
    first, _, others = name.words.partition(" ")
    return Run(others if first.lower() in _small_words(language) else name.words, name.follower)


@functools.cache
def _small_words(language: Language) -> frozenset[str]:
    return language.function_words.union(language.honorifics)


def _offices(page: Page, language: Language) -> Iterator[tuple[Candidate, ...]]:
    """Each office of a page that is more than a form of address."""
    title, level = _title_patterns(language)
    for match in title.finditer(page.folded):
        if page.is_body(match.start()) and match.group() not in language.honorifics:
            before = _named_before(page, language, match, level)
            after = tuple(_named_after(page, language, match, level))
            yield (*before, *after) if before and _is_addressed(page, language, match) else (*after, *before)


@functools.cache
def _title_patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """An office, and a level word at the end of one."""
    return (
        re.compile(words_of(language.offices, r"(?=\s)", not_before=r"\w")),
        re.compile(rf"(?<!\w)(?:{any_of((*language.places.levels, *language.places.offices))})\s+$"),
    )


def _named_before(
    page: Page, language: Language, title: re.Match[str], level: re.Pattern[str]
) -> tuple[Candidate, ...]:
    """Who stands before an office in apposition: "Trần Văn An, Giám đốc Sở Y tế cho biết"."""
    name = name_before(page.text.plain, max(0, title.start() - _NAME_REACH), title.start())
    if name is None or level.search(page.folded, max(0, name.start - _LEVEL_REACH), name.start):
        return ()
    return (Candidate(_office_from(page, language, title), _run(name, language)),)


def _is_addressed(page: Page, language: Language, title: re.Match[str]) -> bool:
    """Whether the name before an office has a form of address or an office of its own: "ông Trần Văn An, Giám đốc"."""
    before = page.folded[max(0, title.start() - _NAME_REACH - _LEVEL_REACH) : title.start()]
    return _addressed(language).search(before) is not None


@functools.cache
def _addressed(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(language.honorifics)})\s[^,;.\r\n–]{{3,40}}(?:,| ?[-–]) ?$")


def _office_from(page: Page, language: Language, title: re.Match[str]) -> str:
    """An office with the body that it belongs to, as far as the words go on naming it."""
    end = title.end()
    for _ in range(_BODY_WORDS):
        word = _NEXT_WORD.match(page.text.plain, end)
        if word is None or word.group(1).lower() in language.noun_ends:
            break
        end = word.end()
    return page.text.plain[title.start() : end].rstrip(" -–")


def _named_after(page: Page, language: Language, title: re.Match[str], level: re.Pattern[str]) -> Iterator[Candidate]:
    """The capitalised words that follow an office in the same clause."""
    plain, end = page.text.plain, title.end()
    for _ in range(_BODY_WORDS):
        word = _NEXT_WORD.match(plain, end)
        if word is None:
            return
        name = name_at(plain, word.start(1))
        if name is not None:
            is_after_level = level.search(page.folded, title.start(), name.start) is not None
            office = plain[title.start() : name.start].strip(" -–")
            yield Candidate(office, _run(name, language), name.start == title.end() + 1, is_after_level)
        end = name.end if name else word.end()


def people(read: Iterable[tuple[str, Names]], places: Iterable[str]) -> tuple[Person, ...]:
    """Persons named with an office, most voices first.

    Parameters
    ----------
    read : iterable of (str, Names)
        The origin of each report, and its names.
    places : iterable of str
        What is known to be a place: "Tổng thống Pháp" is no Mr Pháp.
    """
    read = list(read)
    known = _Known((run for _, names in read for run in names.runs), places)
    known.learn(candidates for _, names in read for candidates in names.offices)
    offices: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for origin, names in read:
        for candidates in names.offices:
            holder = known.holder_of(candidates)
            if holder is not None:
                offices[holder[0]][holder[1]].add(origin)
    whole = _without_fragments(offices)
    found = (
        Person(name=name, office=_most_voiced(given), n_origins=len(set().union(*given.values())))
        for name, given in whole.items()
    )
    return tuple(sorted(found, key=lambda person: (-person.n_origins, person.name)))


def _most_voiced(given: Mapping[str, set[str]]) -> str:
    """The office that most voices give; of several the fullest."""
    return min(given, key=lambda office: (-len(given[office]), -len(office), office))


class _Known:
    """What all reports of an event tell of its names: which stand alone, and what follows each."""

    def __init__(self, runs: Iterable[Run], places: Iterable[str]) -> None:
        self._followers: dict[str, set[str]] = defaultdict(set)
        for run in runs:
            self._followers[run.words].add(run.follower)
        self._places = set(places)

    def learn(self, offices: Iterable[Sequence[Candidate]]) -> None:
        """Take in the names that are sure, so that they are told from what stands before them elsewhere."""
        holders = [self.holder_of(candidates) for candidates in offices]
        for name, _ in filter(None, holders):
            self._followers[name].add("")

    def holder_of(self, candidates: Iterable[Candidate]) -> tuple[str, str] | None:
        """The nearest person among candidates, with the office."""
        return next(filter(None, map(self._holder, candidates)), None)

    def _holder(self, candidate: Candidate) -> tuple[str, str] | None:
        """The person among these words with the office that is then theirs, if they name one."""
        words = candidate.run.words.split()
        for first in range(len(words) - 2, 0, -1):
            place, name = " ".join(words[:first]), " ".join(words[first:])
            if len(words) - first in _NAME_WORDS and self._stand_apart(place, name):
                return name, f"{candidate.office} {place}"
        if len(words) not in _NAME_WORDS or self._begins_with_a_place(words):
            return None
        is_name = self._is_whole(candidate.run, len(words))
        if candidate.is_after_level or not candidate.is_near:
            is_name = is_name and len(words) >= _SURE_WORDS and not self._ends_with_a_place(words)
        return (candidate.run.words, candidate.office) if is_name else None

    def _stand_apart(self, place: str, name: str) -> bool:
        """Whether "Pháp François Hollande" is a place and a person."""
        if place in self._places or name in self._places:
            return name not in self._places
        return place in self._followers and (" " in place or name in self._followers)

    def _begins_with_a_place(self, words: Sequence[str]) -> bool:
        """Whether it is a place, or a place and a part of a name: "Nga Putin"."""
        return any(" ".join(words[:end]) in self._places for end in range(1, len(words) + 1))

    def _ends_with_a_place(self, words: Sequence[str]) -> bool:
        """Whether it is a body: "Chủ tịch Hội Thanh Niên Việt Nam"."""
        return any(" ".join(words[start:]) in self._places for start in range(1, len(words)))

    def _is_whole(self, run: Run, n_words: int) -> bool:
        """Whether the name ends here: "Bộ Nội" is always followed by "vụ"."""
        followers = self._followers.get(run.words, set()) | {run.follower}
        return n_words >= _SURE_WORDS or "" in followers or len(followers) > 1


def _without_fragments(offices: Mapping[str, Mapping[str, set[str]]]) -> dict[str, dict[str, set[str]]]:
    """A part of one longer name ("Tấn Dũng") counts for that name."""
    whole: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for name, given in offices.items():
        longer = [other for other in offices if other != name and _is_part(name, other)]
        for office, origins in given.items():
            whole[longer[0] if len(longer) == 1 else name][office] |= origins
    return whole


def _is_part(name: str, other: str) -> bool:
    return other.startswith(f"{name} ") or other.endswith(f" {name}")
