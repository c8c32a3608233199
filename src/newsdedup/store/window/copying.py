"""Which stored articles the arriving ones copy or are excerpts of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from newsdedup.articles.article import Article
from newsdedup.copies.find import verified_block
from newsdedup.copies.lsh import band_keys, bands_for
from newsdedup.copies.shingle_store import ShingleStore
from newsdedup.copies.sketch import sketch_texts
from newsdedup.copies.stars import LEAST_LIKENESS
from newsdedup.events.batch import are_templates
from newsdedup.events.live.copies import CopyPlace, PairScores, placed
from newsdedup.events.reading.views import read_hashed
from newsdedup.store.arrivals import Arrival, article_of
from newsdedup.store.tables.database import Database
from newsdedup.store.tables.rows import ArticleRow
from newsdedup.store.window.codec import ReadBatch
from newsdedup.store.window.state import LiveState
from newsdedup.support.settings import CopySettings

_NumberPairs = set[tuple[int, int]]


@frozen
class PlacedCopies:
    """Where arriving articles belong among the copies."""

    places: Mapping[int, CopyPlace]  # by the number of each
    excerpts: tuple[tuple[int, int], ...]  # pairs of numbers of which one prints a part of the other
    settled: Mapping[int, ArticleRow]  # settled articles that they copy, or that represent these


def place_copies(
    database: Database,
    state: LiveState,
    arrivals: Sequence[Arrival],
    batch: ReadBatch,
    settings: CopySettings,
    likely: Iterable[tuple[int, int]] = (),
) -> PlacedCopies:
    """Compare arriving articles with the stored ones and with each other; they are in the index afterwards.

    `batch` is what was read of their texts, in the same order; `likely` are further pairs of their numbers.
    """
    pairs = {*likely, *_in_window(state, arrivals, batch), *_settled_pairs(database, arrivals, batch, settings)}
    return _placed_by(pairs, database, arrivals, batch, settings)


def place_settled_copies(
    database: Database, arrivals: Sequence[Arrival], batch: ReadBatch, settings: CopySettings
) -> PlacedCopies:
    """The arriving articles that are copies of settled ones; the others have no place."""
    pairs = {*_settled_pairs(database, arrivals, batch, settings)}
    rows = [row for row, one in enumerate(arrivals) if any(one.n in pair for pair in pairs)]
    some = [arrivals[row] for row in rows]
    placed = _placed_by(pairs, database, some, batch.take(np.array(rows, np.int64)), settings)
    joining = {n: place for n, place in placed.places.items() if place.representative in placed.settled}
    return evolve(placed, places=joining)


def _placed_by(
    pairs: _NumberPairs,
    database: Database,
    arrivals: Sequence[Arrival],
    batch: ReadBatch,
    settings: CopySettings,
) -> PlacedCopies:
    """Where arriving articles belong, by the pairs that are verified."""
    rows = {row.n: row for row in database.each_article(sorted(_earlier_ones(pairs, arrivals)))}
    firsts = {n: row.representative or n for n, row in rows.items()}
    pairs |= {(one, firsts[other]) for one, other in pairs if other in firsts and firsts[other] != one}
    rows |= {row.n: row for row in database.each_article(sorted(_earlier_ones(pairs, arrivals) - rows.keys()))}
    articles = {n: article_of(row) for n, row in rows.items()} | {one.n: one.article for one in arrivals}
    scores, sizes = _verified_scores(articles, pairs, settings)
    order = sorted(zip(arrivals, batch.facts, strict=True), key=lambda one: _age_key(*one))
    arrived = [arrival.n for arrival, _ in order]
    places = placed(arrived, scores, sizes, lambda n: rows[n].representative or n, settings)
    excerpts = tuple(pair for pair, (_, containment) in scores.items() if containment >= settings.containment)
    return PlacedCopies(
        {one.number: one for one in places}, excerpts, {n: row for n, row in rows.items() if row.settled}
    )


def _age_key(arrival: Arrival, facts: NDArray[np.void]) -> tuple[float, int, list[int], str]:
    """What orders articles, as in `newsdedup.copies.find`."""
    return float(facts["seconds"]), -int(facts["n_characters"]), facts["digest"].tolist(), arrival.article.id


def _earlier_ones(pairs: Iterable[tuple[int, int]], arrivals: Sequence[Arrival]) -> set[int]:
    return {other for _, other in pairs} - {one.n for one in arrivals}


def _in_window(state: LiveState, arrivals: Sequence[Arrival], batch: ReadBatch) -> Iterator[tuple[int, int]]:
    """Likely pairs with the window and with each other: an arriving article first, each by its number."""
    arriving = {one.leaf: one.n for one in arrivals}
    first = state.index(np.array([*arriving], np.int64), batch)
    for one, other in state.copies.likely(first).tolist():
        for this, that in ((one, other), (other, one)):
            n = arriving.get(that) or state.current(that)
            if this in arriving and n is not None and n != arriving[this]:
                yield arriving[this], n
    for leaf, n_tokens in zip(arriving, batch.facts["n_tokens"].tolist(), strict=True):
        same = (arriving.get(one) or state.members.n_of_leaf.get(one) for one in state.same_wording(leaf))
        earliest = next((n for n in same if n is not None and n != arriving[leaf]), None)
        if n_tokens and earliest is not None:
            yield arriving[leaf], earliest


def settled_keys(facts: NDArray[np.void], settings: CopySettings) -> NDArray[np.uint64]:
    """The keys by which settled articles are found, one row per article: of its bands, and of its wording."""
    signatures = np.ascontiguousarray(facts["signature"])
    keys = band_keys(signatures, bands_for(settings.threshold, settings.num_perm))
    return np.column_stack((keys, facts["digest"][:, 0]))


def numbered_keys(facts: NDArray[np.void], numbers: Iterable[int], settings: CopySettings) -> list[tuple[int, int]]:
    """The keys of articles to be stored, each with the number of its article."""
    keys = settled_keys(facts, settings).tolist()
    return [(key, n) for n, own in zip(numbers, keys, strict=True) for key in own]


def _settled_pairs(
    database: Database, arrivals: Sequence[Arrival], batch: ReadBatch, settings: CopySettings
) -> Iterator[tuple[int, int]]:
    keys = settled_keys(batch.facts, settings).tolist()
    found: dict[int, list[int]] = {}
    for key, n in database.settled_with_keys([key for row in keys for key in row]):
        found.setdefault(key, []).append(n)
    for arrival, row in zip(arrivals, keys, strict=True):
        for n in {n for key in row for n in found.get(key, ())}:
            yield arrival.n, n


def _verified_scores(
    articles: Mapping[int, Article], wanted: _NumberPairs, settings: CopySettings
) -> tuple[PairScores, dict[int, int]]:
    """The scores of pairs that are copies or excerpts, and the shingles of each article; templates are left out."""
    numbers = sorted({n for pair in wanted for n in pair})
    place = {n: number for number, n in enumerate(numbers)}
    pairs = np.array(sorted({tuple(sorted(pair)) for pair in wanted}), np.int64).reshape(-1, 2)
    texts = [articles[n] for n in numbers]
    local = np.array([[place[one], place[other]] for one, other in pairs.tolist()], np.int64).reshape(-1, 2)
    with ShingleStore() as store:
        read = sketch_texts((one.text for one in texts), settings, store=store, threads=1, without_pages=True)
        least = settings.threshold * LEAST_LIKENESS
        found = verified_block(read, local, store, settings, least) if len(local) else None
    if found is None:
        return {}, {}
    is_copy = found["score"] >= settings.threshold
    ends = np.stack((found["left"], found["right"]), axis=1)
    is_template = np.zeros(len(found), np.bool_)
    if is_copy.any():
        is_template[is_copy] = are_templates(ends[is_copy], found["score"][is_copy], read_hashed(texts, threads=1))
    kept = found[~is_template]
    scores = {
        (numbers[left], numbers[right]): (score, containment) for left, right, score, containment in kept.tolist()
    }
    return scores, dict(zip(numbers, read.n_shingles.tolist(), strict=True))
