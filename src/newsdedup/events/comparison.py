"""What two reports say alike, and what only one of them says, in their own words."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, TypeVar

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.articles.article import Article
from newsdedup.events.days import Day, day_words, stated_days, without_days
from newsdedup.events.views import hashed_words, headline, read_views, whole_text
from newsdedup.languages import Language, language_of
from newsdedup.text.normal_form import UNSPACED, Text, fold_case, sentences, tokens

RARITY_SAMPLE: Final = 2000  # reports from which it is told what is rare
_RARE_SHARE: Final = 0.1  # of the reports that may have a rare term
_RARE_COUNT: Final = 3  # reports that may have it in any case
_LONG_SENTENCE: Final = 5  # tokens; shorter ones occur in unrelated reports
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
_JOINTS: Final = ("", ".", ",", "-", "/", "'", "’")  # "10.000", "An-na": no space around them
_LETTER: Final = re.compile(f"[{UNSPACED}]")

Run = tuple[str, ...]
Key = TypeVar("Key", str, Day)


@frozen(eq=False)
class Rarity:
    """In how many reports of a sample each term, and each two in a row, stand.

    Attributes
    ----------
    n : int
        Reports in the sample.
    terms : ndarray of uint64
        Hashes of words, and of two in a row in one number, sorted.
    counts : ndarray of int64
        Reports that have each.
    """

    n: int
    terms: NDArray[np.uint64]
    counts: NDArray[np.int64]

    def count(self, run: Run) -> int:
        """Reports that have the rarest two terms in a row of this run; all, if letters are too few for a term."""
        words = hashed_words(run)
        values = _in_a_row(words) if len(words) > 1 else words.astype(np.uint64)
        starts, ends = (np.searchsorted(self.terms, values, side) for side in ("left", "right"))
        return int(self.counts[starts].min(initial=self.n)) if (starts < ends).all() else 0

    def is_rare(self, run: Run) -> bool:
        """Whether few reports have it."""
        return self.count(run) <= max(_RARE_COUNT, _RARE_SHARE * self.n)


def rarity_of(reports: Sequence[Article]) -> Rarity:
    """What is rare among these reports, `RARITY_SAMPLE` of all being enough."""
    words = read_views(reports)["words"]
    held = [np.unique(np.append(row, _in_a_row(row))) for row in map(words.__getitem__, range(len(words)))]
    terms, counts = np.unique(np.concatenate((np.zeros(0, np.uint64), *held)), return_counts=True)
    return Rarity(len(reports), terms, counts.astype(np.int64))


def _in_a_row(words: NDArray[np.uint32]) -> NDArray[np.uint64]:
    """Each two words in a row as one number."""
    wide = words.astype(np.uint64)
    return (wide[:-1] << np.uint64(32)) | wide[1:]


@frozen(kw_only=True)
class Details:
    """What can be found in both of two reports, or in one alone.

    Attributes
    ----------
    days : tuple of str
        Days of the year, the most frequent first.
    names : tuple of str
        Runs of capitalised words, the longest first.
    numbers : tuple of str
        As printed, without those of the days, the most frequent first.
    """

    days: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()


@frozen(kw_only=True)
class Comparison:
    """What two reports share, and what they do not.

    Attributes
    ----------
    terms : tuple of str
        Rare words and runs of words that both use, the rarest first.
    shared, left_alone, right_alone : Details
        Days, names and numbers of both, and of one alone.
    headline : float
        Jaccard similarity of the terms of their headlines, or of their beginnings where one has none.
    sentences : tuple of str
        Sentences that both print.
    """

    terms: tuple[str, ...]
    shared: Details
    left_alone: Details
    right_alone: Details
    headline: float
    sentences: tuple[str, ...]


def compare(left: Article, right: Article, rarity: Rarity) -> Comparison:
    """Compare two reports word by word.

    Parameters
    ----------
    left, right : Article
    rarity : Rarity
        Of the corpus that they stand in.

    Returns
    -------
    Comparison
        Words of both in the form of the left one.
    """
    here, there = _read(left), _read(right)
    shared, left_alone, right_alone = _apart(here, there)
    printed = {sentence.words for sentence in there.sentences}
    return Comparison(
        terms=_terms(here, there, rarity, {fold_case(name) for name in shared.names}),
        shared=shared,
        left_alone=left_alone,
        right_alone=right_alone,
        headline=_jaccard(here.headline, there.headline),
        sentences=tuple(
            dict.fromkeys(
                sentence.plain
                for sentence in here.sentences
                if len(sentence.words) >= _LONG_SENTENCE and sentence.words in printed
            )
        ),
    )


@frozen
class _Sentence:
    """A sentence, and its words in lower case with their offsets in it."""

    plain: str
    words: Run
    spans: tuple[tuple[int, int], ...]

    def goes_on(self, place: int) -> bool:
        """Whether nothing but a space, or a sign within a number or a name, stands before a word."""
        gap = self._gap(place)
        return gap.isspace() or gap in _JOINTS

    def without_parts_of_numbers(self, start: int, end: int) -> tuple[int, int]:
        """The words from `start` to before `end`, less the digits of a number that does not lie inside."""
        while start < end and self._within_number(start):
            start += 1
        while end > start and self._within_number(end):
            end -= 1
        return start, end

    def _within_number(self, place: int) -> bool:
        inside = 0 < place < len(self.words)
        return inside and self._gap(place) in (".", ",") and "".join(self.words[place - 1 : place + 1]).isdigit()

    def _gap(self, place: int) -> str:
        return self.plain[self.spans[place - 1][1] : self.spans[place][0]]

    def quoted(self, start: int, end: int) -> str:
        """The words from `start` to before `end` as they stand, in lower case."""
        return fold_case(self.plain[self.spans[start][0] : self.spans[end - 1][1]])


def _sentences(text: Text) -> Iterator[_Sentence]:
    for start, end in sentences(text):
        plain = text.plain[start:end]
        words, folded, spans, done = tuple(tokens(Text(plain, plain))), fold_case(plain), [], 0
        for word in words:
            place = folded.index(word, done)
            done = place + len(word)
            spans.append((place, done))
        yield _Sentence(plain, words, tuple(spans))


@frozen
class _Reading:
    """A report as it is compared, and how often it says what."""

    plain: str
    sentences: tuple[_Sentence, ...]
    headline: frozenset[str]
    function_words: frozenset[str]
    days: Counter[Day]
    names: Counter[str]
    numbers: Counter[str]


def _read(article: Article) -> _Reading:
    text = whole_text(article)
    language = language_of(article.language)
    return _Reading(
        plain=text.plain,
        sentences=tuple(_sentences(text)),
        headline=frozenset(tokens(headline(article))),
        function_words=language.function_words if language else frozenset(),
        days=stated_days(text.plain, article.language),
        names=_names(text, _unusual((match.group().lower() for match in _name().finditer(text.plain)), language)),
        numbers=Counter(_NUMBER.findall(without_days(text.plain, article.language))),
    )


@functools.cache
def _name() -> re.Pattern[str]:
    """Capitalised words in a row; a sentence's first word has its capital from its place."""
    capitals = "".join(letter for letter in map(chr, range(0x2000)) if letter.isupper())
    word = rf"[{capitals}][\w’'-]*"
    return re.compile(rf"(?<![.!?…:]\s)(?<!^)(?<!\n){word}(?: {word})*")


def _unusual(names: Iterable[str], language: Language | None) -> list[str]:
    """Without names of weekdays and months, which all news has."""
    usual = {*language.dates.weekdays, *language.dates.months} if language else set()
    return [name for name in dict.fromkeys(names) if name not in usual]


def _names(text: Text, folded_names: Iterable[str]) -> Counter[str]:
    """Names as printed; one that also stands in lower case is a word at the start of something."""
    found: Counter[str] = Counter()
    for name in folded_names:
        places = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text.folded)]
        printed = [text.plain[start : start + len(name)] for start in places]
        if printed and name not in printed:
            found[printed[0]] = len(printed)
    return found


def _apart(left: _Reading, right: _Reading) -> tuple[Details, Details, Details]:
    """What both say, what only the left one says, and what only the right one says."""
    days, numbers = _split(left.days, right.days), _split(left.numbers, right.numbers)
    named = [*_named_in(right.plain, left.names), *_named_in(left.plain, right.names)]
    names = (named, _unlike(left.names, named), _unlike(right.names, named))
    both, one, other = (
        Details(days=tuple(map(day_words, days[part])), names=_fullest(names[part]), numbers=numbers[part])
        for part in range(3)
    )
    return both, one, other


def _named_in(plain: str, names: Iterable[str]) -> list[str]:
    """Names that stand in a text, be it at the start of a sentence, where a capital tells nothing."""
    return [name for name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", plain)]


def _unlike(names: Iterable[str], others: Iterable[str]) -> list[str]:
    """Names that are no part of the others, and have none of them as a part."""
    return [name for name in names if not any(_lies_in(name, other) or _lies_in(other, name) for other in others)]


def _lies_in(name: str, other: str) -> bool:
    return f" {name} " in f" {other} "


def _fullest(names: Iterable[str]) -> tuple[str, ...]:
    """Names of many words first, and none that is only a part of another."""
    kept: list[str] = []
    for name in sorted(names, key=lambda name: -len(name.split())):
        if not any(_lies_in(name, other) for other in kept):
            kept.append(name)
    return tuple(kept)


def _split(left: Counter[Key], right: Counter[Key]) -> tuple[tuple[Key, ...], ...]:
    """Keys of both, of the left alone and of the right alone; the most frequent first."""
    both = {key: left[key] + right[key] for key in left if key in right}
    one = {key: count for key, count in left.items() if key not in right}
    other = {key: count for key, count in right.items() if key not in left}
    return tuple(tuple(sorted(part, key=lambda key: (-part[key], str(key)))) for part in (both, one, other))


def _jaccard(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / max(1, len(left | right))


def _terms(left: _Reading, right: _Reading, rarity: Rarity, names: set[str]) -> tuple[str, ...]:
    printed: dict[Run, str] = {}
    counts: Counter[Run] = Counter()
    for run, words in _common_runs(left, right):
        printed.setdefault(run, words)
        counts[run] += 1
    rare = [run for run in printed if rarity.is_rare(run) and printed[run] not in names]
    rare.sort(key=lambda run: (rarity.count(run), len(run) == 1, -counts[run], -len(run)))
    return tuple(printed[run] for run in rare)


def _common_runs(left: _Reading, right: _Reading) -> Iterator[tuple[Run, str]]:
    """The longest runs of words of the left report of which the right one has every two in a row.

    A function word or a sign ends a run. Each comes with the words as they stand.
    """
    known = {word for sentence in right.sentences for word in sentence.words} - left.function_words
    followed = {two for sentence in right.sentences for two in pairwise(sentence.words) if known.issuperset(two)}
    for sentence in left.sentences:
        words, start = sentence.words, 0
        for end in range(1, len(words) + 1):
            if end < len(words) and words[end - 1 : end + 1] in followed and sentence.goes_on(end):
                continue
            first, last = sentence.without_parts_of_numbers(start, end)
            run = words[first:last]
            if run and run[0] in known and _says_something(run):
                yield run, sentence.quoted(first, last)
            start = end


def _says_something(run: Run) -> bool:
    """Not digits alone, and more than one letter where a letter is no word."""
    return not all(word.isdigit() for word in run) and (len(run) > 1 or not _LETTER.match(run[0]))
