"""Sentences that summarise an event: those that say what its articles share, and those that only one article has."""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, pairwise
from operator import attrgetter
from typing import Final

from attrs import field, frozen

from newsdedup.records.quotable import signs_on, standing_of
from newsdedup.support.display import Displayed
from newsdedup.support.field_checks import at_least, not_before_start, one_of
from newsdedup.text.normal_form import Span
from newsdedup.text.page import Page
from newsdedup.text.tokens import tokens

MOST_SENTENCES: Final = 12  # sentences that a record keeps for its summary
_MOST_UNSHARED: Final = 3  # sentences of one article that only it has
_QUOTABLE_WORDS: Final = range(8, 76)  # words of a sentence that can be quoted on its own
_MOST_READ: Final = 60  # sentences of one article that are considered
_MOST_REPEATED: Final = 0.5  # share of a sentence's terms that chosen sentences may already have
_MOST_ALIKE: Final = 0.6  # share of the words of a sentence that one other chosen sentence may have
_LEAST_UNSHARED: Final = 0.5  # share of a sentence's words that no other voice may print
_LEAST_UNSHARED_SYLLABLES: Final = 0.25  # the same for words that are syllables
_MOST_ALIKE_PAIRS, _LEAST_UNSHARED_PAIRS = 0.4, 0.65  # the same for pairs of syllables
_FIGURE_WORTH: Final = 6.0  # terms as which a figure counts
_MOST_WORTH: Final = 9.0  # worth of a term at most: more than ten articles add nothing
_LENGTH_PRIOR: Final = 15  # words added to the length of each sentence, so that the shortest do not always win
_BY_PLACE: Final = (1.0, 0.8, 0.65, 0.5, 0.4, 0.35, 0.3, 0.25, 0.2)  # factors for the first sentences of an article
_FIGURE_IN_LEAD: Final = 2.0  # terms as which a figure counts in a lead, which says what happened
_HEADLINES_IN_LEAD: Final = 6.0  # gain of a lead that says all that the headlines say
_HEADLINE_WORTH: Final = 1.5  # articles as which a headline counts
_POOR_LEAD: Final = 0.5  # factor for a quotation, or a sentence about "the boy"
_FEWEST_FUNCTION_WORDS: Final = 2  # in a sentence with many capitals; a heading or a name in a list has fewer
_MOST_CAPITALISED: Final = 0.4  # share of capitalised words in a sentence that is surely no name
_OTHER_LEAD: Final = 0.5  # factor for the first sentence of a report after the lead of another
_LEAST_GAIN: Final = 0.05  # added to each gain, so that a report that shares nothing has a lead too


@frozen(kw_only=True)
class Passage:
    """Words of an article, with their offsets.

    Attributes
    ----------
    text : str
    article_id : str
    start, end : int
        Offsets in the article's text, or in its summary.
    part : str
        The field of the article that they are from: ``text``, or ``summary``, where feeds and sites keep the lead.
    """

    text: str
    article_id: str
    start: int = field(validator=at_least(0))
    end: int = field(validator=not_before_start)
    part: str = field(default="text", validator=one_of("text", "summary"))


@frozen
class Summary(Displayed):
    """A paragraph of sentences taken from the articles, each with its source.

    Attributes
    ----------
    sentences : tuple of Passage
        The lead first, then those of the earliest article first.
    """

    sentences: tuple[Passage, ...] = ()

    def __str__(self) -> str:
        return " ".join(" ".join(one.text.split()) for one in self.sentences)


@frozen
class SummarySentence:
    """A sentence of an article."""

    passage: Passage
    origin: str  # the voice of its article
    index: int  # its number within its article, from 0
    length: int  # its number of words
    terms: frozenset[str]  # its words and pairs of words, without function words
    is_quotable: bool = True  # whether it can be quoted on its own
    is_lead: bool = True  # whether it can begin a summary
    is_in_pairs: bool = False  # whether its words are pairs of syllables
    leans_on: str | None = None  # a family name, in lower case, that must have been said before
    words: frozenset[str] = field()  # of its terms the words alone, in a language of syllables the pairs of these

    @words.default
    def _words_among_terms(self) -> frozenset[str]:
        return frozenset(term for term in self.terms if (" " in term) is self.is_in_pairs)

    @property
    def most_alike(self) -> float:
        """The share of the words of the shorter sentence that another one may have without being like this one."""
        return _MOST_ALIKE_PAIRS if self.is_in_pairs else _MOST_ALIKE

    def is_like(self, other: SummarySentence) -> bool:
        """Whether two sentences share most words of the shorter one."""
        return len(self.words & other.words) > self.most_alike * min(len(self.words), len(other.words))


def sentences_of(page: Page, origin: str, part: str = "text") -> list[SummarySentence]:
    """The first sentences of a page, without repetitions; `part` is the field of the article that it shows."""
    found: dict[str, SummarySentence] = {}
    signs, is_in_pairs = signs_on(page), page.language is not None and page.language.prose.words_of_syllables
    for index in range(min(len(page.sentences), _MOST_READ)):
        standing = standing_of(page, index, signs)
        span = standing.span if standing else page.sentences[index]
        plain = page.text.plain[slice(*span)]
        if plain not in found:
            words = tokens(page.text, *span)
            singles, pairs = singles_and_pairs(words, page.function_words)
            found[plain] = SummarySentence(
                passage_at(page, span, part),
                origin,
                index,
                len(words),
                singles | pairs,
                is_quotable=standing is not None and _is_prose(plain, words, page.function_words),
                is_lead=standing is not None and standing.is_lead,
                is_in_pairs=is_in_pairs,
                leans_on=standing.family_name if standing else None,
                words=pairs if is_in_pairs else singles,
            )
    return list(found.values())


def _is_prose(plain: str, words: Sequence[str], function_words: frozenset[str]) -> bool:
    """Whether a sentence has a good length and is no name, heading or row of a list, whose words are capitalised."""
    if len(words) not in _QUOTABLE_WORDS:
        return False
    if sum(map(function_words.__contains__, words)) >= _FEWEST_FUNCTION_WORDS:
        return True
    printed = plain.split()
    return sum(word[0].isupper() for word in printed) <= _MOST_CAPITALISED * len(printed)


def passage_at(page: Page, span: Span, part: str = "text") -> Passage:
    """A span of a page in the words of its article."""
    start, end = page.text.span(*span)
    return Passage(text=page.text.quote(*span), article_id=page.article.id, start=start, end=end, part=part)


def terms_of(words: Sequence[str], function_words: frozenset[str]) -> frozenset[str]:
    """The words of a sentence and its pairs of words, without function words."""
    return frozenset().union(*singles_and_pairs(words, function_words))


def singles_and_pairs(words: Sequence[str], function_words: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a sentence, and its pairs of words, without function words."""
    content = [None if word in function_words else word for word in words]
    pairs = frozenset([f"{one} {other}" for one, other in pairwise(content) if one and other])
    return frozenset(filter(None, content)), pairs


@frozen
class PrintedFigure:
    """A figure as an article prints it.

    Attributes
    ----------
    start : int
        Offset in the article's text.
    number : int
        The number of the figure in the record.
    origins : int
        Its origins.
    is_stale : bool
        Whether a later report gives another value.
    """

    start: int
    number: int
    origins: int
    is_stale: bool = False


PrintedFigures = Mapping[tuple[str, str], Sequence[PrintedFigure]]
"""By article id and part of the article, in the order of the text."""


def central(
    sentences: Sequence[SummarySentence],
    figures: PrintedFigures,
    headlines: Sequence[frozenset[str]] = (),
    likeness: Mapping[str, float] | None = None,
) -> tuple[Passage, ...]:
    """The lead, and the sentences with most of what the articles share, each adding to those before it.

    Parameters
    ----------
    sentences : sequence of SummarySentence
        Of the first article of each text.
    figures : mapping of (str, str) to sequence of PrintedFigure
    headlines : sequence of frozenset of str
        The terms of the headlines of the articles.
    likeness : mapping of str to float, optional
        By article id, how similar an article is to the others.

    Returns
    -------
    tuple of Passage
        At most `MOST_SENTENCES`: the lead, then the most central ones. Sentences that print a value which a later
        report replaced are left out, unless there are no others.

    Notes
    -----
    Greedy coverage of what is shared: a term counts once, with the number of articles and headlines that print it
    beyond the first, and so does a figure (after Filatova and Hatzivassiloglou 2004). The lead is the sentence from
    the beginning of an article that covers most of it.
    """
    worth = _term_worths(sentences, headlines)
    sentences = [one for one in sentences if one.is_quotable]
    sentences = [one for one in sentences if not _is_stale(one, figures)] or sentences
    coverage = _Coverage(sentences, worth, figures)
    lead = _lead(coverage, Counter(chain.from_iterable(headlines)), likeness or {})
    if lead is None:
        return ()
    chosen = [lead]
    coverage.add(lead)
    chosen += _most_central(coverage, MOST_SENTENCES - 1)
    return tuple(sentences[number].passage for number in chosen)


def _is_stale(sentence: SummarySentence, figures: PrintedFigures) -> bool:
    return any(one.is_stale for one in _figures_in(sentence.passage, figures))


class _Coverage:
    """What chosen sentences say, and what each other sentence would add to it."""

    def __init__(
        self, sentences: Sequence[SummarySentence], worth: Mapping[str, float], figures: PrintedFigures
    ) -> None:
        self.sentences = sentences
        self._worth = worth
        worthy = frozenset(worth)
        self._shared = [one.terms & worthy for one in sentences]
        self._printed = [{one.number: one.origins for one in _figures_in(each.passage, figures)} for each in sentences]
        self._terms: set[str] = set()
        self._words: set[str] = set()
        self._fewest_words = 0
        self._chosen: list[SummarySentence] = []
        self._figures: set[int] = set()

    def add(self, number: int) -> None:
        """Choose a sentence."""
        self._terms |= self.sentences[number].terms
        self._words |= self.sentences[number].words
        self._chosen.append(self.sentences[number])
        self._fewest_words = min(len(one.words) for one in self._chosen)
        self._figures |= self._printed[number].keys()

    def gain(self, number: int, figure_worth: float = _FIGURE_WORTH) -> float:
        """What a sentence adds to the chosen ones, by its length; another lead tells the same in other words."""
        one, printed = self.sentences[number], self._printed[number]
        terms = sum(map(self._worth.__getitem__, self._shared[number] - self._terms))  # halves: exact in any order
        figures = sum(min(printed[figure], _MOST_WORTH) - 1 for figure in printed.keys() - self._figures)
        is_other_lead = bool(self._chosen) and one.index == 0
        factor = _OTHER_LEAD if is_other_lead else 1.0
        return factor * (terms + figure_worth * figures) / (one.length + _LENGTH_PRIOR)

    def is_new(self, number: int) -> bool:
        """Whether a sentence says something new: neither the chosen ones together nor one of them say most of it."""
        one = self.sentences[number]
        if one.leans_on and one.leans_on not in self._terms:
            return False
        if len(one.terms & self._terms) > _MOST_REPEATED * len(one.terms):
            return False
        most = one.most_alike * min(len(one.words), self._fewest_words)
        may_be_like = len(one.words & self._words) > most  # most sentences share fewer words with all chosen ones
        return not (may_be_like and any(map(one.is_like, self._chosen)))


def _lead(coverage: _Coverage, headlines: Counter[str], likeness: Mapping[str, float]) -> int | None:
    """The sentence that begins the summary: of the first ones of the articles, that which says most that is shared."""
    sentences, total, printed = coverage.sentences, headlines.total() or 1, frozenset(headlines)

    def rank(number: int) -> tuple[float, float]:
        one = sentences[number]
        by_place = _BY_PLACE[min(one.index, len(_BY_PLACE) - 1)]
        weight = by_place * (1.0 if one.is_lead and not one.leans_on else _POOR_LEAD)
        like = likeness.get(one.passage.article_id, 0.0)
        told = sum(map(headlines.__getitem__, one.terms & printed)) / total
        gain = coverage.gain(number, _FIGURE_IN_LEAD) + _HEADLINES_IN_LEAD * told + _LEAST_GAIN
        return gain * weight * (1 + like / (1 + like)), -one.index

    return max(range(len(sentences)), key=rank, default=None)


def _most_central(coverage: _Coverage, most: int) -> list[int]:
    """The sentences that add most, one after the other.

    A gain only falls while other sentences are chosen: the sentence whose renewed gain still leads is the best.
    """
    waiting = [(-coverage.gain(number), number) for number in range(len(coverage.sentences))]
    heapq.heapify(waiting)
    chosen: list[int] = []
    while waiting and len(chosen) < most:
        _, number = heapq.heappop(waiting)
        if not coverage.is_new(number):
            continue
        renewed = -coverage.gain(number), number
        if waiting and renewed > waiting[0]:
            heapq.heappush(waiting, renewed)
            continue
        chosen.append(number)
        coverage.add(number)
    return chosen


def _term_worths(sentences: Sequence[SummarySentence], headlines: Sequence[frozenset[str]]) -> dict[str, float]:
    """The worth of a term: the articles that print it beyond the first; in a single article, its repetitions.

    A headline that has it counts as `_HEADLINE_WORTH` articles.
    """
    has_several = len({one.passage.article_id for one in sentences}) > 1
    by_article = _terms_by(sentences, lambda one: one.passage.article_id) if has_several else None
    printed = by_article or [one.terms for one in sentences]
    known, repeated = _known_and_repeated(printed)
    counts = Counter(chain.from_iterable(terms & repeated for terms in printed))
    in_headlines = Counter(chain.from_iterable(headlines))
    return {
        term: min((counts[term] or 1) - 1.0 + _HEADLINE_WORTH * in_headlines[term], _MOST_WORTH)
        for term in repeated.union(known.intersection(in_headlines))
    }


def _known_and_repeated(printed: Iterable[AbstractSet[str]]) -> tuple[set[str], set[str]]:
    """The terms of these sets, and those that several of them have: few, so that only they need be counted."""
    known, repeated = set[str](), set[str]()
    for terms in printed:
        repeated |= known & terms
        known |= terms
    return known, repeated


def _terms_by(
    sentences: Iterable[SummarySentence], group_of: Callable[[SummarySentence], str]
) -> Collection[AbstractSet[str]]:
    """The terms that each article, or voice, prints; `group_of` gives that of a sentence."""
    terms: dict[str, set[str]] = defaultdict(set)
    for one in sentences:
        terms[group_of(one)] |= one.terms
    return terms.values()


def _n_origins(sentences: Iterable[SummarySentence]) -> int:
    return len({one.origin for one in sentences})


def _figures_in(passage: Passage, figures: PrintedFigures) -> Iterable[PrintedFigure]:
    """The figures that a passage prints."""
    printed = figures.get((passage.article_id, passage.part), ())
    first, last = (bisect_left(printed, place, key=attrgetter("start")) for place in (passage.start, passage.end))
    return printed[first:last]


def only_in(sentences: Sequence[SummarySentence], figures: PrintedFigures) -> tuple[Passage, ...]:
    """What only one voice reports: the few sentences of each article with most words that no other voice prints.

    Article by article, in the order of its text; empty where all articles have one voice. A sentence of which others
    print most words, in whatever order, is told by them too.
    """
    if _n_origins(sentences) < 2:
        return ()
    _, shared = _known_and_repeated(_terms_by(sentences, lambda one: one.origin))
    by_article: dict[str, list[tuple[float, SummarySentence]]] = defaultdict(list)
    for one in sentences:
        unshared = one.terms - shared
        if one.is_quotable and _is_own(one, unshared):
            n_figures = sum(printed.origins == 1 for printed in _figures_in(one.passage, figures))
            by_article[one.passage.article_id].append((len(unshared) + _FIGURE_WORTH * n_figures, one))
    return tuple(passage for found in by_article.values() for passage in _best_in_order(found))


def _is_own(sentence: SummarySentence, unshared: AbstractSet[str]) -> bool:
    """Whether other voices print few enough of the words of a sentence, and of its pairs of syllables."""
    words = {term for term in sentence.terms if " " not in term}
    least = _LEAST_UNSHARED_SYLLABLES if sentence.is_in_pairs else _LEAST_UNSHARED
    if len(words & unshared) < least * len(words):
        return False
    return not sentence.is_in_pairs or len(sentence.words & unshared) >= _LEAST_UNSHARED_PAIRS * len(sentence.words)


def _best_in_order(found: Sequence[tuple[float, SummarySentence]]) -> list[Passage]:
    best: list[SummarySentence] = []
    for _, one in sorted(found, key=lambda pair: (-pair[0], pair[1].index)):
        if len(best) < _MOST_UNSHARED and not any(map(one.is_like, best)):
            best.append(one)
    return [one.passage for one in sorted(best, key=lambda one: one.index)]
