"""The holders of offices among the capitalised words after them, decided from all articles of an event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from newsdedup.records.offices import Candidate, CapitalisedWords, PageNames
from newsdedup.records.person_names import MOST_NAME_WORDS, words_that_begin_names

_NAME_WORDS: Final = range(2, MOST_NAME_WORDS + 1)
_SURE_WORDS: Final = 3  # "Bộ Nội" is a part of a name, "Trần Văn An" is not


class KnownNames:
    """What all articles of an event show about its names: which are complete, and what follows each."""

    def __init__(self, capitalised: Iterable[CapitalisedWords], places: Iterable[str]) -> None:
        self._followers: dict[str, set[str]] = defaultdict(set)
        for one in capitalised:
            self._followers[one.words].add(one.follower)
        self._places = set(places)

    @classmethod
    def of(cls, read: Sequence[PageNames], places: Iterable[str]) -> KnownNames:
        """What the names of all articles show."""
        near = (one.words for names in read for candidates in names.offices for one in candidates if one.is_near)
        known = cls((*near, *(words for names in read for words in names.capitalised)), places)
        known.learn(candidates for names in read for candidates in names.offices)
        return known

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
        begun = self._from_first_word(words)
        if begun is not None:
            return " ".join(words[begun:]), f"{candidate.office} {' '.join(words[:begun])}".rstrip()
        if len(words) not in _NAME_WORDS or self._begins_with_a_place(words):
            return None
        is_name = self._is_whole(candidate.words, len(words))
        if candidate.is_after_level or not candidate.is_near:
            is_name = is_name and len(words) >= _SURE_WORDS and not self._ends_with_a_place(words)
        return (candidate.words.words, candidate.office) if is_name else None

    def _from_first_word(self, words: Sequence[str]) -> int | None:
        """Where a full name begins among capitalised words, by a word with which names begin: "Mai Pha Trần Văn An"."""
        for first in range(max(0, len(words) - MOST_NAME_WORDS), len(words) - 1):
            is_begin = words[first].lower() in words_that_begin_names() and len(words) - first >= _SURE_WORDS
            if is_begin and not self._begins_with_a_place(words[first:]):
                return first
        return None

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
