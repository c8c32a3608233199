"""Two reports compared in their own words: what they have in common, and what only one of them states."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, TypeVar

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from newsdedup.articles.article import Article
from newsdedup.events.reading.views import hashed_words, headline, read_views
from newsdedup.kernels.ragged import Integers
from newsdedup.text.dates import MONTHS
from newsdedup.text.names import names_within_sentences
from newsdedup.text.normal_form import Span, Text, fold_case
from newsdedup.text.page import Page, page_of
from newsdedup.text.tokens import UNSPACED, token_spans, tokens

RARITY_SAMPLE: Final = 2000  # reports in which the frequency of terms is counted
_RARE_SHARE: Final = 0.1  # share of the reports that may contain a rare term
_RARE_COUNT: Final = 3  # reports that may contain it in any case
_LEAST_SENTENCE: Final = 5  # tokens; shorter sentences occur in unrelated reports
_JOINTS: Final = ("", ".", ",", "-", "/", "'", "’")  # gaps between the words of one term: "10.000", "An-na"
_UNSPACED_LETTER: Final = re.compile(f"[{UNSPACED}]")

Words = tuple[str, ...]
Day = tuple[int, int]  # month, day
Key = TypeVar("Key", str, Day)


@frozen(eq=False)
class Rarity:
    """In how many reports of a sample each word, and each two words in a row, occur."""

    n: int  # reports in the sample
    terms: NDArray[np.uint64]  # sorted hashes of words, and of two words in a row
    counts: Integers  # number of reports that contain each

    def count(self, run: Words) -> int:
        """Number of reports that contain the rarest two words in a row of a run; `n` where it has too few letters."""
        words = hashed_words(run)
        values = _bigrams(words) if len(words) > 1 else words.astype(np.uint64)
        starts, ends = (np.searchsorted(self.terms, values, side) for side in ("left", "right"))
        return int(self.counts[starts].min(initial=self.n)) if (starts < ends).all() else 0

    def is_rare(self, run: Words) -> bool:
        """Whether few reports contain it."""
        return self.count(run) <= max(_RARE_COUNT, _RARE_SHARE * self.n)


def rarity_of(reports: Sequence[Article]) -> Rarity:
    """The term frequencies of these reports; `RARITY_SAMPLE` of them are enough."""
    words = read_views(reports)["words"]
    held = [np.unique(np.append(row, _bigrams(row))) for row in map(words.__getitem__, range(len(words)))]
    terms, counts = np.unique(np.concatenate((np.zeros(0, np.uint64), *held)), return_counts=True)
    return Rarity(len(reports), terms, counts.astype(np.int64))


def _bigrams(words: NDArray[np.uint32]) -> NDArray[np.uint64]:
    """Each two words in a row as one number."""
    wide = words.astype(np.uint64)
    return (wide[:-1] << np.uint64(32)) | wide[1:]


@frozen(kw_only=True)
class Details:
    """The details that two reports have in common, or that only one of them states.

    Attributes
    ----------
    days : tuple of str
        Days of the year, the most frequent first.
    names : tuple of str
        Runs of capitalised words, the longest first.
    numbers : tuple of str
        In digits as printed, without those of dates, the most frequent first.
    """

    days: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()


@frozen(kw_only=True)
class Comparison:
    """What two reports have in common, and what not.

    Attributes
    ----------
    terms : tuple of str
        Rare words and runs of words that both use, the rarest first.
    shared, left_alone, right_alone : Details
        Days, names and numbers of both, and of one alone.
    headline : float
        Jaccard similarity of the words of their headlines; a text without a headline counts with its
        beginning.
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

    Words of both are in the form of the left one; `rarity` is that of the corpus that they are from.
    """
    one, other = _compared_text(left), _compared_text(right)
    shared, left_alone, right_alone = _compared_details(one, other)
    printed = {sentence.words for sentence in other.sentences}
    quoted = (
        sentence.printed
        for sentence in one.sentences
        if len(sentence.words) >= _LEAST_SENTENCE and sentence.words in printed
    )
    return Comparison(
        terms=_rare_terms(one, other, rarity, {fold_case(name) for name in shared.names}),
        shared=shared,
        left_alone=left_alone,
        right_alone=right_alone,
        headline=len(one.headline & other.headline) / max(1, len(one.headline | other.headline)),
        sentences=tuple(dict.fromkeys(quoted)),
    )


@frozen
class _TokenisedSentence:
    """A sentence with its words in lower case and their offsets in it."""

    plain: str
    printed: str  # in the letters of the article
    words: Words
    spans: tuple[Span, ...]

    @classmethod
    def of(cls, whole: Text, span: Span) -> _TokenisedSentence:
        plain = whole.plain[slice(*span)]
        text = Text(plain, plain)
        spans = tuple(token_spans(text))
        return cls(plain, whole.quote(*span), tuple(text.folded[start:end] for start, end in spans), spans)

    def continues(self, place: int) -> bool:
        """Whether only a space, or a sign within a number or a name, comes before a word."""
        gap = self._gap(place)
        return gap.isspace() or gap in _JOINTS

    def without_parts_of_numbers(self, start: int, end: int) -> Span:
        """The words from `start` to before `end`, less the digits of a number that is only partly inside."""
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
        """The words from `start` to before `end` as printed, in lower case."""
        return fold_case(self.plain[self.spans[start][0] : self.spans[end - 1][1]])


@frozen
class _ComparedText:
    """A report as it is compared, with the frequency of each detail."""

    plain: str
    sentences: tuple[_TokenisedSentence, ...]
    headline: frozenset[str]
    function_words: frozenset[str]
    days: Counter[Day]
    names: Counter[str]
    numbers: Counter[str]


def _compared_text(article: Article) -> _ComparedText:
    """Headline, summary and text of an article, read as one page."""
    whole = "\n".join(part for part in (article.title, article.summary, article.text) if part)
    page = page_of(evolve(article, text=whole, title=None, summary=None))
    plain = page.text.plain
    body = "\n".join(plain[start:end] for start, end in page.body)
    return _ComparedText(
        plain=body,
        sentences=tuple(_TokenisedSentence.of(page.text, span) for span in page.sentences),
        headline=frozenset(tokens(headline(article))),
        function_words=page.function_words,
        days=Counter(_days(page)),
        names=_names(body, page),
        numbers=Counter(plain[start:end] for start, end in page.digits),
    )


def _days(page: Page) -> Iterator[Day]:
    """The days that the article itself states: both ends of a span of days, no months or years."""
    for date in page.dates:
        for value in {date.low, date.high} if page.is_body(date.start) else ():
            _, *month_and_day = value.split("-")
            if len(month_and_day) == 2:
                yield int(month_and_day[0]), int(month_and_day[1])


def _names(plain: str, page: Page) -> Counter[str]:
    """Names as printed, without weekdays and months; a name that also occurs in lower case is a common word."""
    dates = page.language.dates if page.language else None
    usual = {*dates.weekdays, *dates.months} if dates else set()
    found: Counter[str] = Counter()
    folded = fold_case(plain)
    for name in dict.fromkeys(map(str.lower, names_within_sentences(page.text.plain, page.sentences))):
        places = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", folded)]
        printed = [plain[start : start + len(name)] for start in places]
        if name not in usual and printed and name not in printed:
            found[printed[0]] = len(printed)
    return found


def _compared_details(left: _ComparedText, right: _ComparedText) -> tuple[Details, Details, Details]:
    """The details of both, of the left report alone, and of the right one alone."""
    days, numbers = _split(left.days, right.days), _split(left.numbers, right.numbers)
    common = [*_occurring(right.plain, left.names), *_occurring(left.plain, right.names)]
    names = (common, _unrelated(left.names, common), _unrelated(right.names, common))
    both, one, other = (
        Details(
            days=tuple(f"{day} {MONTHS[month - 1]}" for month, day in days[part]),
            names=_fullest(names[part]),
            numbers=numbers[part],
        )
        for part in range(3)
    )
    return both, one, other


def _occurring(plain: str, names: Iterable[str]) -> list[str]:
    """The names that occur in a text, also as the first word of a sentence, where a capital means nothing."""
    return [name for name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", plain)]


def _unrelated(names: Iterable[str], others: Iterable[str]) -> list[str]:
    """Names that neither are part of another name nor contain one."""
    return [name for name in names if not any(_is_part(name, other) or _is_part(other, name) for other in others)]


def _is_part(name: str, other: str) -> bool:
    return f" {name} " in f" {other} "


def _fullest(names: Iterable[str]) -> tuple[str, ...]:
    """Names of many words first, without those that are part of another."""
    kept: list[str] = []
    for name in sorted(names, key=lambda name: -len(name.split())):
        if not any(_is_part(name, other) for other in kept):
            kept.append(name)
    return tuple(kept)


def _split(left: Counter[Key], right: Counter[Key]) -> tuple[tuple[Key, ...], ...]:
    """Keys of both, of the left alone and of the right alone; the most frequent first."""
    both = {key: left[key] + right[key] for key in left if key in right}
    one = {key: count for key, count in left.items() if key not in right}
    other = {key: count for key, count in right.items() if key not in left}
    return tuple(tuple(sorted(part, key=lambda key: (-part[key], str(key)))) for part in (both, one, other))


def _rare_terms(left: _ComparedText, right: _ComparedText, rarity: Rarity, names: set[str]) -> tuple[str, ...]:
    printed: dict[Words, str] = {}
    counts: Counter[Words] = Counter()
    for run, words in _common_runs(left, right):
        printed.setdefault(run, words)
        counts[run] += 1
    rare = [run for run in printed if rarity.is_rare(run) and printed[run] not in names]
    rare.sort(key=lambda run: (rarity.count(run), len(run) == 1, -counts[run], -len(run)))
    return tuple(printed[run] for run in rare)


def _common_runs(left: _ComparedText, right: _ComparedText) -> Iterator[tuple[Words, str]]:
    """The longest runs of words of the left report of which the right one has every two in a row.

    A function word or a sign ends a run. Each comes with the words as printed.
    """
    known = {word for sentence in right.sentences for word in sentence.words} - left.function_words
    followed = {two for sentence in right.sentences for two in pairwise(sentence.words) if known.issuperset(two)}
    for sentence in left.sentences:
        words, start = sentence.words, 0
        for end in range(1, len(words) + 1):
            if end < len(words) and words[end - 1 : end + 1] in followed and sentence.continues(end):
                continue
            first, last = sentence.without_parts_of_numbers(start, end)
            run = words[first:last]
            if run and run[0] in known and _is_term(run):
                yield run, sentence.quoted(first, last)
            start = end


def _is_term(run: Words) -> bool:
    """Whether a run is not only digits, and more than one letter of a script without spaces."""
    return not all(word.isdigit() for word in run) and (len(run) > 1 or not _UNSPACED_LETTER.match(run[0]))
