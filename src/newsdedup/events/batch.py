"""Copies and texts that were read, to scored pairs and a dendrogram: the grouping of a batch, which reads nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.copies.groups import CopyGroups
from newsdedup.copies.pairs import NO_PAIRS, Pairs, ordered
from newsdedup.events.calibration import (
    COUNTED_SAMPLE,
    SEEDS,
    fitted_by_seeds,
    fitted_twice,
    is_sampled,
    sampled_counts,
    scored_by,
)
from newsdedup.events.evidence.embedding import nearest_vectors, with_cosines, with_embedding
from newsdedup.events.evidence.gather import CorpusContext, Evidence, gathered
from newsdedup.events.evidence.model import Model
from newsdedup.events.evidence.repeated import furniture_of
from newsdedup.events.evidence.templates import details_in_common, same_template
from newsdedup.events.evidence.windows import TimeOrder
from newsdedup.events.grouping.constraints import leaf_pairs, split_copies, with_ids
from newsdedup.events.grouping.linkage import Dendrogram, average_linkage
from newsdedup.events.reading.furniture import Furniture
from newsdedup.events.reading.hashed import HashedTexts
from newsdedup.events.reading.views import DETAILS, details_of, views_of
from newsdedup.kernels.ragged import Floats, Integers, Ragged
from newsdedup.support.progress import log
from newsdedup.support.settings import EventSettings
from newsdedup.support.threads import in_background


@frozen(eq=False)
class ReadTexts:
    """What grouping needs of the texts of articles, one row per article."""

    hashed: HashedTexts
    hours: Floats  # shape (n, 2): as of `newsdedup.events.reading.reports.hours_of`
    published: Integers  # shape (n,): as of `newsdedup.events.reading.days.day_of`
    digests: NDArray[np.uint64]  # shape (n, 2): of the wording


@frozen(eq=False)
class Representatives:
    """The earliest article of each copy group, in the order of the leaves."""

    rows: Integers  # the input row of each
    hours: Floats
    published: Integers
    furniture: Furniture  # of their outlets


VectorsOf = Callable[[Representatives], NDArray[np.float32]]


@frozen(eq=False)
class GroupedBatch:
    """The groups of a batch, and all from which they were made."""

    copies: CopyGroups
    representatives: Representatives
    leaves: Integers  # the leaf of each copy group
    evidence: Evidence  # pairs of leaves
    context: CorpusContext | None  # where it was asked for
    score: Floats  # of each pair
    tree: Dendrogram
    threshold: float
    point: float  # the working point estimated from the articles
    model: Model  # fitted to the articles
    settings: EventSettings  # with the ids of articles that are kept together or apart
    pair_table: Callable[[], NDArray[np.void]]


def grouped(
    copies: CopyGroups,
    read: ReadTexts,
    place: Integers,
    settings: EventSettings,
    model: Model,
    *,
    vectors_of: VectorsOf | None = None,
    with_context: bool = False,
    threads: int | None = None,
    progress: bool | None = None,
) -> GroupedBatch:
    """Group articles by event.

    Parameters
    ----------
    copies : CopyGroups
        The copies among the articles.
    read : ReadTexts
        Its texts are no longer needed afterwards; they take as much memory as the views made from them.
    place : ndarray of int64, shape (rows,)
        For each input row, its place in `read`.
    vectors_of : callable, optional
        Gives vectors of the representatives, as further evidence.
    with_context : bool
        Keep the context of the articles, to compare later ones with them.
    """
    settings = with_ids(settings, copies)
    copies = split_copies(copies.without(_template_pairs(copies, read.hashed, place)), settings)
    groups = _canonical_order(copies, read.digests, place)
    rows = copies.representative_rows[groups]
    articles = place[rows]
    furniture = furniture_of(read.hashed, articles, threads=threads)
    batch = Representatives(rows, read.hours[articles], read.published[articles], furniture)
    vectors = None if vectors_of is None else vectors_of(batch)
    views = views_of(read.hashed, furniture=furniture, rows=articles, threads=threads)
    first_digests = read.digests[articles, 0]
    del read  # as large as the views
    known: CorpusContext | None
    is_large = settings.window_hours is not None and len(groups) > COUNTED_SAMPLE
    corpus = sampled_counts(views, first_digests, threads) if is_large else None
    evidence, known = gathered(
        {name: views.pop(name) for name in list(views)},
        batch.hours,
        batch.published,
        copied=_excerpt_pairs(copies, groups),
        kept=NO_PAIRS if vectors is None else nearest_vectors(vectors),
        within=TimeOrder.within(batch.hours, settings),
        corpus=corpus,
        threads=threads,
        progress=progress,
    )
    if not with_context:
        known = None  # it holds the terms of all articles
    if vectors is not None:
        evidence, model = with_cosines(evidence, vectors), with_embedding(model)
    seeds = int(is_sampled(first_digests, SEEDS, len(groups)).sum()) if is_large else None
    return _grouped_reports(copies, groups, batch, evidence, known, model, seeds, settings, threads)


def _template_pairs(copies: CopyGroups, texts: HashedTexts, place: Integers) -> NDArray[np.bool_]:
    """Which pairs of copies are one template filled in twice."""
    ends = place[np.stack((copies.pairs["left"], copies.pairs["right"]), axis=1)]
    return are_templates(ends, copies.pairs["score"], texts)


def are_templates(pairs: Pairs, jaccard: Floats, texts: HashedTexts) -> NDArray[np.bool_]:
    """Which pairs of texts, of this Jaccard similarity, are one template filled in twice."""
    rows, numbers = np.unique(pairs, return_inverse=True)
    some = texts.take(rows)
    return with_other_details(numbers.reshape(pairs.shape), jaccard, details_of(some), some.words.lengths)


def with_other_details(
    pairs: Pairs, jaccard: Floats, details: Mapping[str, Ragged], n_words: Integers
) -> NDArray[np.bool_]:
    """Which pairs of texts are one template filled in twice, from the details and the number of words of each."""
    listed = [details[name] for name in DETAILS]
    n_details = np.sum([rows.lengths for rows in listed], axis=0)
    return same_template(jaccard, details_in_common(listed, n_details, pairs), n_details, n_words, pairs)


def _canonical_order(copies: CopyGroups, digests: NDArray[np.uint64], place: Integers) -> Integers:
    """The copy groups in an order that depends only on the texts of their representatives."""
    return ordered(tuple(digests[place[copies.representative_rows]].T), copies.representatives)


def _excerpt_pairs(copies: CopyGroups, groups: Integers) -> Pairs:
    """Pairs of copy groups of which one prints a part of the other."""
    place = np.argsort(groups)
    parts = np.concatenate((copies.excerpts, copies.cut_pairs))
    ends = np.stack((parts["left"], parts["right"]), axis=1)
    reports = np.sort(place[copies.labels[ends]], axis=1)
    return np.compress(reports[:, 0] != reports[:, 1], reports, axis=0)


def _grouped_reports(
    copies: CopyGroups,
    groups: Integers,
    batch: Representatives,
    evidence: Evidence,
    context: CorpusContext | None,
    model: Model,
    seeds: int | None,
    settings: EventSettings,
    threads: int | None,
) -> GroupedBatch:
    if seeds is None:
        model, second = fitted_twice(evidence, len(groups), model, threads)
    else:
        model, point = fitted_by_seeds(evidence, seeds, len(groups), model, threads)
        second = scored_by(evidence, len(groups), model, point)
    # It is large: who keeps the context for later articles may never ask for it, so it is made only then.
    table = in_background(lambda: _pair_table(evidence, second.score, batch.rows), threads if context is None else 1)
    probability, tree, point = model.probability(evidence.features), second.tree, second.point
    threshold = point if settings.threshold is None else settings.threshold
    leaves = np.argsort(groups)
    together, apart = leaf_pairs(settings, copies, leaves)
    if settings.apart:  # the working point and the probabilities are those of the evidence alone
        tree = average_linkage(len(groups), evidence.pairs, second.score, together=together, apart=apart)
    elif settings.together:
        tree = tree.with_together(together)
    log.info("%d pairs compared; threshold %.3f, estimated working point %.3f", len(probability), threshold, point)

    def pair_table() -> NDArray[np.void]:
        pairs, order = table()
        pairs["probability"] = probability[order]
        return pairs

    return GroupedBatch(
        copies=copies,
        representatives=batch,
        leaves=leaves,
        evidence=evidence,
        context=context,
        score=second.score,
        tree=tree,
        threshold=threshold,
        point=point,
        model=model,
        settings=settings,
        pair_table=pair_table,
    )


def _pair_table(evidence: Evidence, score: Floats, rows: Integers) -> tuple[NDArray[np.void], Integers]:
    """The pairs as a structured array sorted by row, without the probability, and the order of sorting."""
    fields = {"score": score, **evidence.features}
    left, right = np.sort(rows[evidence.pairs], axis=1).T
    order = np.argsort(left * (right.max(initial=0) + 1) + right)  # one key: twice as fast as two
    names = ("probability", *fields)
    table = np.empty(len(order), [("left", "i8"), ("right", "i8"), *((name, "f8") for name in names)])
    for name, column in {"left": left, "right": right, **fields}.items():
        table[name] = column[order]
    return table, order
