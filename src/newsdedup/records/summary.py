"""What the reports of an event have in common, and what each alone adds, in sentences of their own."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, pairwise
from typing import Final

from attrs import frozen

from newsdedup.text.normal_form import tokens
from newsdedup.text.page import Page, Span

MOST_SENTENCES: Final = 12  # that a record keeps for its summary
_MOST_ALONE = 3  # sentences of one report that say what it alone says
_WORDS = range(8, 61)  # of a sentence that can stand alone
_READ = 60  # sentences of one report that are looked at
_LEAD = 3  # sentences in which a report says what happened
_SAID = 0.5  # share of a sentence that may have been said before
_NEW = 0.7  # share of a sentence that no other report may say
_FIGURE = 6.0  # terms that a figure is worth
_MOST_WORTH = 9.0  # of a term: what ten origins print is what all print
_LEAD_WORTH = 1.5  # times what the same is worth further down
_SHORT = 15  # words that a sentence is counted longer, or one of eight words would beat all others


@frozen(kw_only=True)
class Passage:
    """Words of a report, and where they stand in its own text."""

    text: str
    article_id: str
    start: int
    end: int


@frozen
class Summary:
    """A paragraph of sentences that the reports themselves print, each with its source.

    Attributes
    ----------
    sentences : tuple of Passage
        The earliest report's first.
    """

    sentences: tuple[Passage, ...] = ()

    def __str__(self) -> str:
        return " ".join(" ".join(one.text.split()) for one in self.sentences)


@frozen
class Sentence:
    """A sentence of a report that can stand alone.

    Attributes
    ----------
    passage : Passage
    origin : str
        Whose words they are.
    place : int
        Its number within its report, from 0.
    length : int
        Its words.
    terms : frozenset of str
        Its words and pairs of words that say something.
    """

    passage: Passage
    origin: str
    place: int
    length: int
    terms: frozenset[str]


def sentences_of(page: Page, origin: str) -> list[Sentence]:
    """The sentences of a page that can stand alone, each once."""
    common = page.language.function_words if page.language else frozenset()
    found: dict[str, Sentence] = {}
    for place, (start, end) in enumerate(page.sentences[:_READ]):
        plain = page.text.plain[start:end]
        words = tokens(page.text, start, end) if plain not in found and _stands_alone(plain) else []
        if len(words) in _WORDS:
            passage = passage_at(page, (start, end))
            found[plain] = Sentence(passage, origin, place, len(words), _terms(words, common))
    return list(found.values())


def passage_at(page: Page, span: Span) -> Passage:
    """A stretch of a page in the words of its article."""
    start, end = page.text.span(*span)
    return Passage(text=page.text.quote(*span), article_id=page.article.id, start=start, end=end)


def _stands_alone(words: str) -> bool:
    return (words[0].isupper() or words[0].isdigit()) and words[-1] in ".!?…" and words.count("“") == words.count("”")


def _terms(words: Sequence[str], common: frozenset[str]) -> frozenset[str]:
    said = [word if word not in common else None for word in words]
    pairs = {f"{one} {other}" for one, other in pairwise(said) if one and other}
    return frozenset(pairs.union(filter(None, said)))


Figures = Mapping[str, Sequence[tuple[int, int, int]]]  # article to start, number of the figure, its origins


def central(sentences: Sequence[Sentence], figures: Figures) -> tuple[Passage, ...]:
    """The sentences that say most of what the reports share, each adding to those before it.

    Parameters
    ----------
    sentences : sequence of Sentence
    figures : mapping of str to sequence of (int, int, int)
        For each article where its figures start, the number of each figure, and its origins.

    Returns
    -------
    tuple of Passage
        At most `MOST_SENTENCES`, the most central first.

    Notes
    -----
    Greedy coverage of what is shared: a term counts once, with the origins that print it beyond
    the first, and so does a figure (after Filatova and Hatzivassiloglou 2004).
    """
    worth = _worth(sentences)
    printed = [frozenset(_figures_in(one.passage, figures)) for one in sentences]
    shared = [one.terms & worth.keys() for one in sentences]
    said: set[str] = set()
    told: set[tuple[int, int]] = set()

    def gain(number: int) -> float:
        one = sentences[number]
        terms = sum(map(worth.__getitem__, shared[number] - said))
        told_now = sum(origins - 1 for _, origins in printed[number] - told)
        return (terms + _FIGURE * told_now) * (_LEAD_WORTH if one.place < _LEAD else 1.0) / (one.length + _SHORT)

    # What a sentence adds only falls while others are chosen: whoever still leads after a second look is best.
    waiting = [(-gain(number), number) for number in range(len(sentences))]
    heapq.heapify(waiting)
    chosen: list[int] = []
    while waiting and len(chosen) < MOST_SENTENCES:
        _, number = heapq.heappop(waiting)
        if not _is_new(sentences[number], said):
            continue
        now = -gain(number), number
        if waiting and now > waiting[0]:
            heapq.heappush(waiting, now)
            continue
        chosen.append(number)
        said |= sentences[number].terms
        told |= printed[number]
    return tuple(sentences[number].passage for number in chosen)


def _is_new(sentence: Sentence, said: set[str]) -> bool:
    return len(sentence.terms & said) <= _SAID * len(sentence.terms)


def _worth(sentences: Sequence[Sentence]) -> dict[str, float]:
    """What a term is worth: the origins that print it beyond the first; of a lone report, its repeats."""
    if len({one.origin for one in sentences}) < 2:
        origins = Counter(term for one in sentences for term in one.terms)
    else:
        origins = _origins_of_terms(sentences)
    return {term: min(count - 1.0, _MOST_WORTH) for term, count in origins.items() if count > 1}


def _origins_of_terms(sentences: Iterable[Sentence]) -> Counter[str]:
    """How many origins print each term."""
    terms: dict[str, set[str]] = defaultdict(set)
    for one in sentences:
        terms[one.origin] |= one.terms
    return Counter(chain.from_iterable(terms.values()))


def _figures_in(passage: Passage, figures: Figures) -> Iterable[tuple[int, int]]:
    """The figures that a passage prints, each with its origins."""
    return (
        (number, origins)
        for start, number, origins in figures.get(passage.article_id, ())
        if passage.start <= start < passage.end
    )


def only_in(sentences: Sequence[Sentence], figures: Figures) -> tuple[Passage, ...]:
    """What only one report, or its copies, says: the few sentences of each that say most of it.

    Parameters
    ----------
    sentences, figures
        As for `central`.

    Returns
    -------
    tuple of Passage
        Report by report, in the order of its text. Nothing where all reports have one origin.
    """
    if len({one.origin for one in sentences}) < 2:
        return ()
    unshared = {term for term, count in _origins_of_terms(sentences).items() if count == 1}
    by_report: dict[str, list[tuple[float, Sentence]]] = defaultdict(list)
    for one in sentences:
        alone = len(one.terms & unshared)
        if alone >= _NEW * len(one.terms):
            lone_figures = sum(heard == 1 for _, heard in _figures_in(one.passage, figures))
            by_report[one.passage.article_id].append((alone + _FIGURE * lone_figures, one))
    return tuple(passage for found in by_report.values() for passage in _best_in_order(found))


def _best_in_order(found: Sequence[tuple[float, Sentence]]) -> list[Passage]:
    best = sorted(found, key=lambda one: (-one[0], one[1].place))[:_MOST_ALONE]
    return [one.passage for _, one in sorted(best, key=lambda one: one[1].place)]
