"""Assign one more article to an event, without grouping all articles again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
from attrs import frozen

from newsdedup.articles.article import Article
from newsdedup.articles.intake import articles_from
from newsdedup.articles.read_options import READING, ReadOptions
from newsdedup.events.answers.lookup import EventLookup
from newsdedup.events.evidence.gather import (
    LEVELLED,
    LOOKALIKES,
    SALIENT,
    TEMPLATE,
    TERM_KINDS,
    CorpusContext,
    Evidence,
    background_of,
    base_level,
    excess,
    lengths_of,
    likeness,
    lookalike_ranks,
    measured_candidates,
    neighbour_profiles,
)
from newsdedup.events.evidence.model import Model
from newsdedup.events.evidence.terms import BUDGET, NEAREST, Counts, Terms, counted, weighted_by
from newsdedup.events.reading.days import resolved_days
from newsdedup.events.reading.furniture import Furniture
from newsdedup.events.reading.reports import all_days, all_hours, hours_of, near_in_time
from newsdedup.events.reading.views import Views, read_hashed, views_of
from newsdedup.kernels.ragged import Floats, Integers, stacked
from newsdedup.support.display import Displayed
from newsdedup.support.postings import GrowingPostings
from newsdedup.support.settings import EventSettings

_TERMS_KEPT: Final = 512  # per grouped article: a term that only it has may be in an article that comes later
_MOST_LINKS_PRINTED: Final = 5  # links
REPRINT: Final = 0.9  # least cosine of the salient terms of a reprint, which joins the event whatever its mean score


@frozen
class Link:
    """A grouped report with which a new article was compared.

    Attributes
    ----------
    article_id : str
    score : float
        The softened probability that both report one event.
    """

    article_id: str
    score: float


@frozen
class Placement(Displayed):
    """The event to which a new article belongs.

    Attributes
    ----------
    event : int or None
        The label of the event; a reprint belongs to the event of the report that it reprints. None
        where the article is the first report of another event.
    score : float
        Mean score with the reports of the nearest event; 0 where no report is near.
    threshold : float
        The working point: least score at which the article joins an event.
    links : tuple of Link
        The reports with which it was compared, the most similar first.
    """

    event: int | None
    score: float
    threshold: float
    links: tuple[Link, ...] = ()

    def __str__(self) -> str:
        event = "the first report of another event" if self.event is None else f"event {self.event}"
        scores = f"mean score {self.score:.2f}, working point {self.threshold:.2f}"
        nearest = [f"  {link.score:.2f} with {link.article_id}" for link in self.links[:_MOST_LINKS_PRINTED]]
        more = (
            [f"  … and {len(self.links) - _MOST_LINKS_PRINTED} more"] if len(self.links) > _MOST_LINKS_PRINTED else []
        )
        return "\n".join((f"{event}: {scores}", *nearest, *more))


@frozen(eq=False)
class AssignmentIndex:
    """The grouped articles, indexed so that new ones can be compared with them."""

    counts: Mapping[str, Counts]  # document frequencies of their terms, by kind
    known: CorpusContext
    salient: GrowingPostings
    sentences: GrowingPostings
    furniture: Furniture  # of their outlets

    @property
    def size(self) -> int:
        """Number of grouped articles."""
        return len(self.known.shared_neighbours)

    def evidence_of(self, article: Article) -> Evidence:
        """The evidence between a new article, number `size`, and the nearest grouped ones.

        Term weights and neighbourhoods of the grouped articles stay as they are: the new article is
        measured as if it had come last.
        """
        views = views_of(read_hashed([article]), furniture=self.furniture)
        terms = {
            name: weighted_by(self.counts[name], views[view], newcomers=True) for name, (view, _) in TERM_KINDS.items()
        }
        salient, sentences = terms[SALIENT], views["sentences"]
        (around,) = self.salient.holding(salient.rows, salient.weights, LOOKALIKES[1], BUDGET, without=[None])
        ones = np.ones(len(sentences.values), np.float32)
        (quoting,) = self.sentences.holding(sentences, ones, NEAREST, BUDGET, without=[None])
        around, quoting = around[: LOOKALIKES[1]], quoting[:NEAREST]
        rows = np.array([*dict.fromkeys([*around, *quoting])], np.int64)
        compared = np.concatenate((np.arange(min(NEAREST, len(around))), np.arange(len(around), len(rows))))
        return self._measured(rows, len(around), compared, terms, views, article)

    def _measured(
        self,
        rows: Integers,
        n_around: int,
        compared: Integers,
        terms: Mapping[str, Terms],
        views: Views,
        article: Article,
    ) -> Evidence:
        """The features of the new article, given by its terms and views, with the `compared` ones among `rows`."""
        n, last, lengths = self.size, len(rows), lengths_of(views)
        joined = {name: self.known.terms[name].take(rows).followed_by(terms[name]) for name in TERM_KINDS}
        lengths = {name: np.append(self.known.lengths[name][rows], lengths[name]) for name in lengths}
        phrases = stacked((self.known.phrases.take(rows), views["phrases"]), np.uint32)
        every = _with_last(np.arange(last), last)
        alike = likeness(joined, lengths, phrases, every)
        levels = {}
        for name in LEVELLED:
            ranks = lookalike_ranks(n + 1)
            own = base_level(
                alike[name][:n_around][ranks][np.newaxis], alike[name][compared].sum(keepdims=True), n + 1, ranks
            )
            levels[name] = np.append(self.known.levels[name][rows], own)
        pairs, alike = every[compared], {name: column[compared] for name, column in alike.items()}
        above_level = excess(alike, {name: each[pairs] for name, each in levels.items()})
        order = np.argsort(rows[compared])
        profiles = neighbour_profiles(_with_last(rows[compared][order], n), above_level[order], n + 1)
        known = CorpusContext(
            terms=joined,
            lengths=lengths,
            phrases=phrases,
            levels=levels,
            shared_neighbours=self.known.shared_neighbours.take(rows).followed_by(profiles.take(np.array([n]))),
            hours=np.concatenate((self.known.hours[rows], all_hours([article]))),
            gap_counts=self.known.gap_counts,
            days=stacked((self.known.days.take(rows), resolved_days(views["days"], all_days([article]))), np.uint32),
        )
        return Evidence(_with_last(rows[compared], n), known.features(pairs, alike))


def _with_last(rows: Integers, last: int) -> Integers:
    """Pairs of each row with the last one."""
    return np.stack((rows, np.full(len(rows), last)), axis=1)


def assignment_index_of(views: Views, hours: Floats, published: Integers, furniture: Furniture) -> AssignmentIndex:
    """Count and weigh the terms of the grouped articles, and index them; `views` are without the `furniture`."""
    counts = {
        name: counted(views[view], sizes, beside=background_of(name)) for name, (view, sizes) in TERM_KINDS.items()
    }
    terms = {
        name: weighted_by(counts[name], views[view], most=_TERMS_KEPT, least=1)
        for name, (view, _) in TERM_KINDS.items()
    }
    days = resolved_days(views["days"], published)
    sentences, phrases = views["sentences"], views["phrases"]
    none = np.zeros((0, 2), np.int64)
    _, _, known = measured_candidates(
        terms, lengths_of(views), hours, days, sentences=sentences, phrases=phrases, copied=none
    )
    by_term, by_sentence = GrowingPostings(), GrowingPostings()
    by_term.append(terms[SALIENT].rows, terms[SALIENT].weights)
    by_sentence.append(sentences)
    return AssignmentIndex(counts, known, by_term, by_sentence, furniture)


def readable(article: Any, reading: ReadOptions = READING) -> Article:
    """One article from anything that `read_articles` takes as one.

    Raises
    ------
    InputError
        If the article is rejected.
    """
    return articles_from([article], reading, needed_for="placing")[0]


def placement(
    article: Article,
    index: AssignmentIndex,
    lookup: EventLookup,
    model: Model,
    settings: EventSettings,
) -> Placement:
    """The event of the report that an article reprints, or else the event with the highest mean score to it.

    `index` and `lookup` are those of the representatives of the copy groups; reports further apart than
    ``window_hours`` of the settings are not compared.
    """
    found = index.evidence_of(article)
    own_hours = np.broadcast_to(hours_of(article.published_at), (len(found.pairs), 2))
    found = found.kept(
        near_in_time(index.known.hours[found.pairs[:, 0]], own_hours, settings.window_hours, settings.undated)
    )
    reports, score = found.pairs[:, 0], model.score(found.features)
    if not len(reports):
        return Placement(event=None, score=0.0, threshold=lookup.threshold)
    is_reprint = (found.features[TEMPLATE] == 0) & (found.features[SALIENT] >= REPRINT)
    events = lookup.event_of_leaf
    size = np.bincount(events)
    mean = np.bincount(events[reports], score, minlength=len(size)) / size
    best = int(events[reports[is_reprint][0]] if is_reprint.any() else np.argmax(mean))
    joins = is_reprint.any() or mean[best] >= lookup.threshold
    names, order = lookup.copies.representatives, np.lexsort((reports, -score))
    return Placement(
        event=best if joins else None,
        score=float(mean[best]),
        threshold=lookup.threshold,
        links=tuple(Link(names[lookup.group_of_leaf[reports[i]]], float(score[i])) for i in order),
    )
