"""The people whom the articles of an event name with an office."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from attrs import frozen

from newsdedup.records.offices import Candidate, CapitalisedWords, PageNames

_NAME_WORDS: Final = range(2, 5)
_SURE_WORDS: Final = 3  # "Bộ Nội" is a part of a name, "Trần Văn An" is not


@frozen(kw_only=True)
class Person:
    """A person with the office that most origins give.

    Attributes
    ----------
    name : str
    office : str
    n_origins : int
        Independent voices that name the person with an office.
    """

    name: str
    office: str
    n_origins: int


def people_of_event(read: Iterable[tuple[str, PageNames]], places: Iterable[str]) -> tuple[Person, ...]:
    """Persons named with an office, most origins first.

    `read` gives the origin of each article, and its names; `places` are names that are known to be places: in "Tổng
    thống Pháp" Pháp is not a person.
    """
    read = list(read)
    near = (one.words for _, names in read for candidates in names.offices for one in candidates if one.is_near)
    known = _KnownNames((*near, *(words for _, names in read for words in names.capitalised)), places)
    known.learn(candidates for _, names in read for candidates in names.offices)
    offices: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for origin, names in read:
        for candidates in names.offices:
            holder = known.holder_of(candidates)
            if holder is not None:
                offices[holder[0]][holder[1]].add(origin)
    whole = _without_fragments(offices)
    found = (
        Person(name=name, office=_usual_office(given), n_origins=len(set().union(*given.values())))
        for name, given in whole.items()
    )
    return tuple(sorted(found, key=lambda person: (-person.n_origins, person.name)))


def _usual_office(given: Mapping[str, set[str]]) -> str:
    """The office that most origins give; of several the longest."""
    return min(given, key=lambda office: (-len(given[office]), -len(office), office))


class _KnownNames:
    """What all articles of an event show about its names: which are complete, and what follows each."""

    def __init__(self, capitalised: Iterable[CapitalisedWords], places: Iterable[str]) -> None:
        self._followers: dict[str, set[str]] = defaultdict(set)
        for one in capitalised:
            self._followers[one.words].add(one.follower)
        self._places = set(places)

    def learn(self, offices: Iterable[Sequence[Candidate]]) -> None:
        """Add the holders found, so that elsewhere their names are separated from the words before them."""
        holders = [self.holder_of(candidates) for candidates in offices]
        for name, _ in filter(None, holders):
            self._followers[name].add("")

    def holder_of(self, candidates: Iterable[Candidate]) -> tuple[str, str] | None:
        """The nearest person among candidates, with the office."""
        return next(filter(None, map(self._holder, candidates)), None)

    def _holder(self, candidate: Candidate) -> tuple[str, str] | None:
        """The person that these words name, with the office; None where they name none."""
        words = candidate.words.words.split()
        for first in range(len(words) - 2, 0, -1):
            place, name = " ".join(words[:first]), " ".join(words[first:])
            if len(words) - first in _NAME_WORDS and self._are_place_and_person(place, name):
                return name, f"{candidate.office} {place}"
        if len(words) not in _NAME_WORDS or self._begins_with_a_place(words):
            return None
        is_name = self._is_whole(candidate.words, len(words))
        if candidate.is_after_level or not candidate.is_near:
            is_name = is_name and len(words) >= _SURE_WORDS and not self._ends_with_a_place(words)
        return (candidate.words.words, candidate.office) if is_name else None

    def _are_place_and_person(self, place: str, name: str) -> bool:
        """Whether "Pháp François Hollande" is a place and a person."""
        if place in self._places or name in self._places:
            return name not in self._places
        return place in self._followers and (" " in place or name in self._followers)

    def _begins_with_a_place(self, words: Sequence[str]) -> bool:
        """Whether the words are a place, or a place and a part of a name: "Nga Putin"."""
        return any(" ".join(words[:end]) in self._places for end in range(1, len(words) + 1))

    def _ends_with_a_place(self, words: Sequence[str]) -> bool:
        """Whether the words are the name of a body: "Chủ tịch Hội Thanh Niên Việt Nam"."""
        return any(" ".join(words[start:]) in self._places for start in range(1, len(words)))

    def _is_whole(self, name: CapitalisedWords, n_words: int) -> bool:
        """Whether the name ends here: "Bộ Nội" is always followed by "vụ"."""
        followers = self._followers.get(name.words, set()) | {name.follower}
        return n_words >= _SURE_WORDS or "" in followers or len(followers) > 1


def _without_fragments(offices: Mapping[str, Mapping[str, set[str]]]) -> dict[str, dict[str, set[str]]]:
    """The offices by name; a part of exactly one longer name ("Tấn Dũng") counts for that name."""
    whole: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for name, given in offices.items():
        longer = [other for other in offices if other != name and _is_part_of_name(name, other)]
        for office, origins in given.items():
            whole[longer[0] if len(longer) == 1 else name][office] |= origins
    return whole


def _is_part_of_name(name: str, other: str) -> bool:
    return other.startswith(f"{name} ") or other.endswith(f" {name}")
