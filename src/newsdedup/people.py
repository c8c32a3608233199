"""Whom the reports of an event name with an office, whatever stands between the two."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from attrs import frozen

from newsdedup.figures.phrases import any_of
from newsdedup.languages import Language
from newsdedup.page import Page

_NAME_WORDS = range(2, 5)
_SURE_WORDS = 3  # "Bộ Nội" is a part of a name, "Trần Văn An" is not
_LEVEL_REACH = 20  # characters before a name in which a level stands
_BODY_WORDS = 6  # of the body that an office belongs to, at most
_UPPER: Final = "".join(filter(str.isupper, map(chr, range(0x1F00))))
_CAPITALISED = rf"[{_UPPER}](?:\.(?= [{_UPPER}])|(?!\w)|(?=[\w'’-]*[^\W\d_{_UPPER}])[\w'’-]*)"
_RUN = re.compile(rf"(?<![\w.-]){_CAPITALISED}(?: {_CAPITALISED})*")
_NEXT_WORD = re.compile(r"[^\S\r\n]+([\w&-]+)")
_APPOSITION = re.compile(r"(?:,| ?[-–]) ?$")


@frozen(kw_only=True)
class Person:
    """A person, by name, with an office that a report gives."""

    name: str
    office: str
    n_origins: int


@frozen
class Run:
    """Capitalised words in a row, and the word that follows them, if one does."""

    words: tuple[str, ...]
    follower: str | None = None

    def __str__(self) -> str:
        return " ".join(self.words)


@frozen
class Candidate:
    """Capitalised words that may name who holds an office.

    Attributes
    ----------
    office : str
        The words of the office, as far as these words.
    run : Run
    is_after_level : bool
        Whether a level stands right before them: "Chủ tịch UBND tỉnh" is followed by a place.
    """

    office: str
    run: Run
    is_after_level: bool = False


@frozen
class Names:
    """The capitalised words of one page, and its offices with whom they may be held by, the nearest first."""

    runs: tuple[Run, ...] = ()
    offices: tuple[tuple[Candidate, ...], ...] = ()


def names_on(page: Page) -> Names:
    """Read the names of a page; which of them are people is for all the reports of an event to say."""
    if page.language is None:
        return Names()
    runs = {match.end(): match for match in _RUN.finditer(page.text.plain) if page.is_body(match.start())}
    return Names(tuple(_run(page, match) for match in runs.values()), tuple(_offices(page, page.language, runs)))


_Runs = Mapping[int, re.Match[str]]  # by where they end


def _run(page: Page, match: re.Match[str]) -> Run:
    words = match.group().split()
    if page.language and words[0].lower() in _small_words(page.language):
        words = words[1:]  # it begins a sentence
    following = _NEXT_WORD.match(page.text.plain, match.end())
    return Run(tuple(words), following.group(1) if following else None)


@functools.cache
def _small_words(language: Language) -> frozenset[str]:
    return language.function_words.union(language.honorifics)


def _offices(page: Page, language: Language, runs: _Runs) -> Iterator[tuple[Candidate, ...]]:
    """Each office of a page that is more than a form of address."""
    title, level = _title_patterns(language)
    for match in title.finditer(page.folded):
        if page.is_body(match.start()) and match.group() not in language.honorifics:
            yield _named_before(page, match, runs, level) or tuple(_named_after(page, match, level))


@functools.cache
def _title_patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """An office, and a level word at the end of one."""
    return (
        re.compile(rf"(?<!\w)(?:{any_of(language.offices)})(?=\s)"),
        re.compile(rf"(?<!\w)(?:{any_of((*language.places.levels, *language.places.offices))})\s+$"),
    )


def _named_before(page: Page, title: re.Match[str], runs: _Runs, level: re.Pattern[str]) -> tuple[Candidate, ...]:
    """Who stands before an office in apposition: "Trần Văn An, Giám đốc Sở Y tế cho biết"."""
    comma = _APPOSITION.search(page.text.plain, max(0, title.start() - 3), title.start())
    match = runs.get(comma.start()) if comma else None
    if match is None or level.search(page.folded, max(0, match.start() - _LEVEL_REACH), match.start()):
        return ()
    return (Candidate(_office_from(page, title), _run(page, match)),)


def _office_from(page: Page, title: re.Match[str]) -> str:
    """An office with the body that it belongs to, as far as the words go on naming it."""
    end = title.end()
    ends = page.language.noun_ends if page.language else frozenset()
    for _ in range(_BODY_WORDS):
        word = _NEXT_WORD.match(page.text.plain, end)
        if word is None or word.group(1).lower() in ends:
            break
        end = word.end()
    return page.text.plain[title.start() : end]


def _named_after(page: Page, title: re.Match[str], level: re.Pattern[str]) -> Iterator[Candidate]:
    """The capitalised words that follow an office in the same clause."""
    plain, end = page.text.plain, title.end()
    for _ in range(_BODY_WORDS):
        word = _NEXT_WORD.match(plain, end)
        if word is None:
            return
        match = _RUN.match(plain, word.start(1))
        if match is not None:
            is_after_level = level.search(page.folded, title.start(), match.start()) is not None
            yield Candidate(plain[title.start() : match.start()].strip(), _run(page, match), is_after_level)
        end = match.end() if match else word.end()


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
    offices: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for origin, names in read:
        for candidates in names.offices:
            name, office = next(filter(None, map(known.holder, candidates)), (None, ""))
            if name:
                offices[name][office].add(origin)
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
        self._followers: dict[tuple[str, ...], set[str | None]] = defaultdict(set)
        for run in runs:
            self._followers[run.words].add(run.follower)
        self._places = {tuple(place.split()) for place in places}

    def holder(self, candidate: Candidate) -> tuple[str, str] | None:
        """The person among these words with the office that is then theirs, if they name one."""
        words = candidate.run.words
        for first in range(1, len(words) - 1):
            place, name = words[:first], words[first:]
            if len(name) in _NAME_WORDS and self._stand_apart(place, name):
                return " ".join(name), f"{candidate.office} {' '.join(place)}"
        if len(words) not in _NAME_WORDS or candidate.is_after_level or words in self._places:
            return None
        return (" ".join(words), candidate.office) if self._is_whole(candidate.run) else None

    def _stand_apart(self, place: tuple[str, ...], name: tuple[str, ...]) -> bool:
        """Whether "Pháp François Hollande" is a place and a person."""
        return place in self._places or (place in self._followers and name in self._followers)

    def _is_whole(self, run: Run) -> bool:
        """Whether the name ends here: "Bộ Nội" is always followed by "vụ"."""
        followers = self._followers[run.words] | {run.follower}
        return len(run.words) >= _SURE_WORDS or None in followers or len(followers) > 1


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
