"""One more article among many: where it belongs, without redoing what was done for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.articles.article import Article
from newsdedup.events.evidence import (
    KINDS,
    LEVELLED,
    LOOKALIKES,
    SALIENT,
    Evidence,
    Surroundings,
    background_of,
    excess,
    fellows,
    lengths_of,
    level,
    likeness,
    places_of_lookalikes,
    surveyed,
)
from newsdedup.events.terms import BUDGET, NEAREST, Counts, Terms, counted, weighted_by
from newsdedup.events.views import Aspects, read_aspects
from newsdedup.kernels.ragged import Integers, Ragged, stacked

_KEPT: Final = 512  # terms of an old article: what no other has today, an article to come may have
REPRINT: Final = 0.9  # so much alike by the words beside each other are only copies: these join whatever else is said


@frozen
class Link:
    """An old report that a new article was compared with."""

    article_id: str
    score: float


@frozen
class Placement:
    """Where a new article belongs among the events that were found.

    Attributes
    ----------
    event : int or None
        The label of its event, that of a report that it reprints in any case; None where it is the
        first report of another one.
    score : float
        Its mean score with the reports of the event that is nearest; 0 where none is near.
    threshold : float
        The working point: least score at which it joins.
    links : tuple of Link
        The reports that it was compared with, the most alike first.
    """

    event: int | None
    score: float
    threshold: float
    links: tuple[Link, ...] = ()


@frozen(eq=False)
class Postings:
    """Which articles hold each of some hashes, and how much it weighs there.

    Attributes
    ----------
    hashes : ndarray of uint32, shape (total,)
        Sorted.
    holders : ndarray of int64, shape (total,)
    weights : ndarray of float32, shape (total,)
    """

    hashes: NDArray[np.uint32]
    holders: Integers
    weights: NDArray[np.float32]

    @classmethod
    def of(cls, rows: Ragged, weights: NDArray[np.float32] | None = None) -> Postings:
        """The postings of what each row holds; without weights, each weighs one."""
        order = np.argsort(rows.values, kind="stable")
        weights = np.ones(len(order), np.float32) if weights is None else weights
        return cls(rows.values[order], rows.owners[order], weights[order])

    def holding(self, hashes: NDArray[np.uint32], weights: NDArray[np.float32]) -> Integers:
        """Articles that hold some of these, who shares most weight first, as far as the rare ones tell.

        Hashes are looked up from the rarest on, within `BUDGET`, as for any pair of old articles.
        """
        starts, ends = (np.searchsorted(self.hashes, hashes, side) for side in ("left", "right"))
        order = np.argsort(ends - starts, kind="stable")
        order = order[np.cumsum((ends - starts)[order]) <= BUDGET]
        places = np.concatenate([np.arange(starts[i], ends[i]) for i in order] or [np.zeros(0, np.int64)])
        weight = np.repeat(weights[order], (ends - starts)[order]) * self.weights[places]
        found, of_place = np.unique(self.holders[places], return_inverse=True)
        shared = np.bincount(of_place, weight, minlength=len(found))
        return found[np.lexsort((found, -shared))]


@frozen(eq=False)
class Landscape:
    """What old articles said, kept so that new ones can be compared with them.

    Attributes
    ----------
    counts : mapping of str to Counts
        In how many of them each term is, by kind.
    known : Surroundings
    salient, sentences : Postings
    """

    counts: Mapping[str, Counts]
    known: Surroundings
    salient: Postings
    sentences: Postings

    @property
    def size(self) -> int:
        """How many articles there are."""
        return len(self.known.fellows)

    def evidence_of(self, article: Article) -> Evidence:
        """The evidence between an article and the nearest old ones: pairs of an old row and `size`.

        The old articles' weights and neighbourhoods stay as they are: a new article is measured
        against them as if it had come last.
        """
        said = read_aspects([article])
        terms = {
            name: weighted_by(self.counts[name], said[aspect], newcomers=True) for name, (aspect, _) in KINDS.items()
        }
        around = self.salient.holding(terms[SALIENT].rows.values, terms[SALIENT].weights)[: LOOKALIKES[1]]
        own = said["sentences"].values
        quoting = self.sentences.holding(own, np.ones(len(own), np.float32))[:NEAREST]
        rows = np.array([*dict.fromkeys([*around, *quoting])], np.int64)
        compared = np.concatenate((np.arange(min(NEAREST, len(around))), np.arange(len(around), len(rows))))
        return self._measured(rows, len(around), compared, terms, said)

    def _measured(
        self,
        rows: Integers,
        n_around: int,
        compared: Integers,
        terms: Mapping[str, Terms],
        said: Aspects,
    ) -> Evidence:
        """The features of the pairs of some of these rows with the article that says this, in these terms."""
        n, last, lengths = self.size, len(rows), lengths_of(said)
        joined = {name: self.known.terms[name].take(rows).with_those_of(terms[name]) for name in KINDS}
        lengths = {name: np.append(self.known.lengths[name][rows], lengths[name]) for name in lengths}
        phrases = stacked((self.known.phrases.take(rows), said["phrases"]), np.uint32)
        every = _with_the_last(np.arange(last), last)
        alike = likeness(joined, lengths, phrases, every)
        levels = {}
        for name in LEVELLED:
            lookalikes = alike[name][:n_around][places_of_lookalikes(n + 1)][np.newaxis]
            own = level(lookalikes, alike[name][compared].sum(keepdims=True), n + 1)
            levels[name] = np.append(self.known.levels[name][rows], own)
        pairs, alike = every[compared], {name: column[compared] for name, column in alike.items()}
        stands_out = excess(alike, {name: each[pairs] for name, each in levels.items()})
        order = np.argsort(rows[compared])
        own_fellows = fellows(_with_the_last(rows[compared][order], n), stands_out[order], n + 1)
        known = Surroundings(
            terms=joined,
            lengths=lengths,
            phrases=phrases,
            levels=levels,
            fellows=self.known.fellows.take(rows).with_those_of(own_fellows.take(np.array([n]))),
        )
        return Evidence(_with_the_last(rows[compared], n), known.features(pairs, alike))


def _with_the_last(rows: Integers, last: int) -> NDArray[np.int64]:
    """Pairs of each row with the last one."""
    return np.stack((rows, np.full(len(rows), last)), axis=1)


def landscape_of(aspects: Aspects) -> Landscape:
    """What these articles said, counted and weighed."""
    counts = {
        name: counted(aspects[aspect], sizes, beside=background_of(name)) for name, (aspect, sizes) in KINDS.items()
    }
    terms = {
        name: weighted_by(counts[name], aspects[aspect], most=_KEPT, least=1) for name, (aspect, _) in KINDS.items()
    }
    sentences, phrases = aspects["sentences"], aspects["phrases"]
    none = np.zeros((0, 2), np.int64)
    _, _, known = surveyed(terms, lengths_of(aspects), sentences=sentences, phrases=phrases, copied=none)
    salient = terms[SALIENT]
    return Landscape(counts, known, Postings.of(salient.rows, salient.weights), Postings.of(sentences))
