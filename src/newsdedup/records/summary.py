"""Sentences that summarise an event: those that say what its articles share, and those that only one article has."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, pairwise
from typing import Final

from attrs import frozen

from newsdedup.text.normal_form import Span
from newsdedup.text.page import Page
from newsdedup.text.tokens import tokens

MOST_SENTENCES: Final = 12  # sentences that a record keeps for its summary
_MOST_UNSHARED: Final = 3  # sentences of one article that only it has
_QUOTABLE_WORDS: Final = range(8, 61)  # words of a sentence that can be quoted on its own
_MOST_READ: Final = 60  # sentences of one article that are considered
_LEAD_SENTENCES: Final = 3  # first sentences of an article, which are its lead
_MOST_REPEATED: Final = 0.5  # share of a sentence's terms that chosen sentences may already have
_LEAST_UNSHARED: Final = 0.7  # share of a sentence's terms that no other article may have
_FIGURE_WORTH: Final = 6.0  # terms as which a figure counts
_MOST_WORTH: Final = 9.0  # worth of a term at most: more than ten origins add nothing
_LEAD_WORTH: Final = 1.5  # factor for a sentence of the lead
_LENGTH_PRIOR: Final = 15  # words added to the length of each sentence, so that the shortest do not always win


@frozen(kw_only=True)
class Passage:
    """Words of an article, with their offsets in its text.

    Attributes
    ----------
    text : str
    article_id : str
    start, end : int
        Offsets in the article's text.
    """

    text: str
    article_id: str
    start: int
    end: int


@frozen
class Summary:
    """A paragraph of sentences taken from the articles, each with its source.

    Attributes
    ----------
    sentences : tuple of Passage
        Those of the earliest article first.
    """

    sentences: tuple[Passage, ...] = ()

    def __str__(self) -> str:
        return " ".join(" ".join(one.text.split()) for one in self.sentences)


@frozen
class SummarySentence:
    """A sentence of an article that can be quoted on its own."""

    passage: Passage
    origin: str  # of its article
    index: int  # its number within its article, from 0
    length: int  # its number of words
    terms: frozenset[str]  # its words and pairs of words, without function words


def sentences_of(page: Page, origin: str) -> list[SummarySentence]:
    """The sentences of a page that can be quoted on their own, without repetitions."""
    function_words = page.language.function_words if page.language else frozenset()
    found: dict[str, SummarySentence] = {}
    for index, (start, end) in enumerate(page.sentences[:_MOST_READ]):
        plain = page.text.plain[start:end]
        words = tokens(page.text, start, end) if plain not in found and _is_whole_sentence(plain) else []
        if len(words) in _QUOTABLE_WORDS:
            passage = passage_at(page, (start, end))
            found[plain] = SummarySentence(passage, origin, index, len(words), _terms_of(words, function_words))
    return list(found.values())


def passage_at(page: Page, span: Span) -> Passage:
    """A span of a page in the words of its article."""
    start, end = page.text.span(*span)
    return Passage(text=page.text.quote(*span), article_id=page.article.id, start=start, end=end)


def _is_whole_sentence(words: str) -> bool:
    return (words[0].isupper() or words[0].isdigit()) and words[-1] in ".!?…" and words.count("“") == words.count("”")


def _terms_of(words: Sequence[str], function_words: frozenset[str]) -> frozenset[str]:
    content = [word if word not in function_words else None for word in words]
    pairs = {f"{one} {other}" for one, other in pairwise(content) if one and other}
    return frozenset(pairs.union(filter(None, content)))


PrintedFigures = Mapping[str, Sequence[tuple[int, int, int]]]  # article id to start, number of the figure, its origins


def central(sentences: Sequence[SummarySentence], figures: PrintedFigures) -> tuple[Passage, ...]:
    """The sentences with most of what the articles share, each adding to those before it.

    `figures` gives for each article where its figures start, the number of each figure, and its origins. At most
    `MOST_SENTENCES` are chosen, the most central first.

    Notes
    -----
    Greedy coverage of what is shared: a term counts once, with the number of origins that print it
    beyond the first, and so does a figure (after Filatova and Hatzivassiloglou 2004).
    """
    worth = _term_worths(sentences)
    shared = [one.terms & worth.keys() for one in sentences]
    printed = [frozenset(_figures_in(one.passage, figures)) for one in sentences]
    covered: set[str] = set()
    covered_figures: set[tuple[int, int]] = set()

    def gain(number: int) -> float:
        one = sentences[number]
        terms = sum(map(worth.__getitem__, shared[number] - covered))
        new_figures = sum(origins - 1 for _, origins in printed[number] - covered_figures)
        factor = _LEAD_WORTH if one.index < _LEAD_SENTENCES else 1.0
        return (terms + _FIGURE_WORTH * new_figures) * factor / (one.length + _LENGTH_PRIOR)

    # A gain only falls while other sentences are chosen: the sentence whose renewed gain still leads is the best.
    waiting = [(-gain(number), number) for number in range(len(sentences))]
    heapq.heapify(waiting)
    chosen: list[int] = []
    while waiting and len(chosen) < MOST_SENTENCES:
        _, number = heapq.heappop(waiting)
        if not _is_new(sentences[number], covered):
            continue
        renewed = -gain(number), number
        if waiting and renewed > waiting[0]:
            heapq.heappush(waiting, renewed)
            continue
        chosen.append(number)
        covered |= sentences[number].terms
        covered_figures |= printed[number]
    return tuple(sentences[number].passage for number in chosen)


def _is_new(sentence: SummarySentence, covered: set[str]) -> bool:
    return len(sentence.terms & covered) <= _MOST_REPEATED * len(sentence.terms)


def _term_worths(sentences: Sequence[SummarySentence]) -> dict[str, float]:
    """The worth of a term: the origins that print it beyond the first; in a single article, its repetitions."""
    if _n_origins(sentences) < 2:
        counts = Counter(term for one in sentences for term in one.terms)
    else:
        counts = _origins_of_terms(sentences)
    return {term: min(count - 1.0, _MOST_WORTH) for term, count in counts.items() if count > 1}


def _n_origins(sentences: Iterable[SummarySentence]) -> int:
    return len({one.origin for one in sentences})


def _origins_of_terms(sentences: Iterable[SummarySentence]) -> Counter[str]:
    """How many origins print each term."""
    terms: dict[str, set[str]] = defaultdict(set)
    for one in sentences:
        terms[one.origin] |= one.terms
    return Counter(chain.from_iterable(terms.values()))


def _figures_in(passage: Passage, figures: PrintedFigures) -> Iterable[tuple[int, int]]:
    """The figures that a passage prints, each with its number of origins."""
    return (
        (number, origins)
        for start, number, origins in figures.get(passage.article_id, ())
        if passage.start <= start < passage.end
    )


def only_in(sentences: Sequence[SummarySentence], figures: PrintedFigures) -> tuple[Passage, ...]:
    """What only one article, or its copies, reports: the few sentences of each article with most of it.

    Article by article, in the order of its text; empty where all articles have one origin.
    """
    if _n_origins(sentences) < 2:
        return ()
    unshared = {term for term, count in _origins_of_terms(sentences).items() if count == 1}
    by_article: dict[str, list[tuple[float, SummarySentence]]] = defaultdict(list)
    for one in sentences:
        n_terms = len(one.terms & unshared)
        if n_terms >= _LEAST_UNSHARED * len(one.terms):
            n_figures = sum(origins == 1 for _, origins in _figures_in(one.passage, figures))
            by_article[one.passage.article_id].append((n_terms + _FIGURE_WORTH * n_figures, one))
    return tuple(passage for found in by_article.values() for passage in _best_in_order(found))


def _best_in_order(found: Sequence[tuple[float, SummarySentence]]) -> list[Passage]:
    best = sorted(found, key=lambda one: (-one[0], one[1].index))[:_MOST_UNSHARED]
    return [one.passage for _, one in sorted(best, key=lambda one: one[1].index)]
