"""Find the events: articles to copies, to candidate pairs with evidence, to groups of reports."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.articles.packed import ArticleTexts, corrected_moments
from newsdedup.copies.find import copies_in
from newsdedup.copies.groups import CopyGroups
from newsdedup.copies.pairs import Pairs, ordered
from newsdedup.events.evidence.embedding import Embed, nearest_vectors, unit_vectors, with_cosines, with_embedding
from newsdedup.events.evidence.gather import DETAILS, Evidence, gather
from newsdedup.events.evidence.model import Model, model_of
from newsdedup.events.evidence.repeated import furniture_of
from newsdedup.events.evidence.second_pass import adapted
from newsdedup.events.evidence.templates import details_in_common, same_template
from newsdedup.events.grouping.constraints import check_consistent, leaf_pairs, split_copies, with_ids
from newsdedup.events.grouping.cut import FIRST_CENTRE, Centre, second_centre, working_point
from newsdedup.events.grouping.linkage import Dendrogram, average_linkage
from newsdedup.events.groups import EventGroups
from newsdedup.events.reading.hashed import HashedTexts
from newsdedup.events.reading.reports import Reading, Reports, articles_of, day_first_in, near_in_time, source_of
from newsdedup.events.reading.views import TextHasher, views_of
from newsdedup.kernels.ahead import start_second_process
from newsdedup.kernels.ragged import Floats, Integers
from newsdedup.support.progress import log, shown
from newsdedup.support.settings import EVENTS, ArticlePairs, CopySettings, EventSettings, checked
from newsdedup.support.threads import in_background


def find_events(
    articles_or_path: Any,
    *,
    threshold: float | None = EVENTS.threshold,
    window_hours: float | None = EVENTS.window_hours,
    together: ArticlePairs = (),
    apart: ArticlePairs = (),
    embed: Embed | None = None,
    evidence: Model | str | Path | None = None,
    seed: int = EVENTS.seed,
    threads: int | None = None,
    progress: bool | None = None,
) -> EventGroups:
    """Find which articles report one event.

    Parameters
    ----------
    articles_or_path : Articles, path, frame or iterable
        Anything that `read_articles` takes.
    threshold : float, optional
        Least mean score at which two groups of reports are one event, 0 to 1; by default the
        working point estimated from the articles.
    window_hours : float, optional
        Articles published further apart are not compared; articles without a date are always compared.
    together, apart : iterable of pairs
        An editor's word: pairs of articles, by id or input row, that are in one event, or in two, at every
        threshold and whatever the evidence says. `together` joins the events of both articles; an article
        that is kept apart from one is kept apart from all that belong together with it. The working point
        stays that of the evidence alone.
    embed : callable, optional
        Your own language model, as further evidence: called with lists of texts, it returns an array
        of shape (texts, dimensions), like ``SentenceTransformer.encode``. The cosine of two texts and
        the other evidence then have equal weight (see `with_embedding`).
    evidence : Model or path, optional
        The model that weighs the evidence of a pair: one that `train_evidence` trained on your own
        labelled news, or the file to which it was saved; by default the model shipped with the package.
    seed : int
        Seed of the sketches.
    threads : int, optional
        By default one per core; the result does not depend on it.
    progress : bool, optional
        Show progress on standard error; by default only on a terminal.

    Returns
    -------
    EventGroups
        The events, with the evidence of each candidate pair and the copies among the articles.

    Raises
    ------
    SettingError
        If an option has an invalid value, `together` and `apart` contradict each other, `embed` returns
        anything but finite vectors, or `evidence` is not a model.
    UnknownArticleError
        If `together` or `apart` names an article that there is not, or that was rejected.

    Examples
    --------
    >>> events = find_events([
    ...     "Bão số 5 đổ bộ Nghệ An sáng 25/8, hai người chết",
    ...     "Nghệ An: hai người thiệt mạng khi bão số 5 đổ bộ sáng nay",
    ...     "Giá vàng miếng SJC hôm nay vượt 120 triệu đồng một lượng",
    ... ])
    >>> events.labels
    array([0, 0, 1])
    """
    model = model_of(evidence)
    settings = checked(
        EventSettings,
        threshold=threshold,
        window_hours=window_hours,
        embedded=embed is not None,
        evidence=None if evidence is None else model.digest,
        seed=seed,
        together=together,
        apart=apart,
    )
    return group_events(articles_or_path, settings, model, embed=embed, threads=threads, progress=progress)


def group_events(
    articles_or_path: Any,
    settings: EventSettings,
    model: Model,
    *,
    embed: Embed | None = None,
    threads: int | None = None,
    progress: bool | None = None,
) -> EventGroups:
    """Find the events with the given settings and model; other parameters as for `find_events`."""
    start_second_process(  # the last is for the figures of the events, which most programs read next
        *("minhash", "furniture", "term_weights", "postings", "templates", "shared_neighbours", "days", "linkage"),
        "lexicon",
    )
    check_consistent(settings)  # before the articles are read, which may take minutes
    source = source_of(articles_or_path, progress)
    articles, reading = articles_of(source), Reading(TextHasher(threads))
    texts = ArticleTexts(articles, lambda items: reading.passing(shown(items, "reading texts", progress)))
    copies, digests = copies_in(texts, CopySettings(seed=settings.seed), threads, progress)
    place, hashed = _positions(articles.rows, len(copies.labels)), reading.texts()
    settings = with_ids(settings, copies)
    copies = split_copies(copies.without(_template_pairs(copies, hashed, place, threads)), settings)
    groups = _canonical_order(copies, digests, place)
    rows = copies.representative_rows[groups]
    moments = corrected_moments(articles)
    hours, published = reading.hours(moments)[place[rows]], reading.published(moments)[place[rows]]
    furniture = furniture_of(hashed, place[rows], threads=threads)
    reports = Reports(source, rows, day_first_in(articles), hours, published, furniture)
    vectors = None if embed is None else unit_vectors(embed, reports.texts(), progress=progress)
    views = views_of(hashed, furniture=furniture, rows=place[rows], threads=threads)
    del hashed  # as large as the views
    evidence = gather(
        {name: views.pop(name) for name in list(views)},
        hours,
        published,
        copied=_excerpt_pairs(copies, groups),
        kept=None if vectors is None else nearest_vectors(vectors),
        threads=threads,
        progress=progress,
    )
    if vectors is not None:
        evidence, model = with_cosines(evidence, vectors), with_embedding(model)
    left, right = (reports.hours[rows] for rows in evidence.pairs.T)
    evidence = evidence.kept(near_in_time(left, right, settings.window_hours))
    return _grouped_events(copies, groups, reports, evidence, model, settings, threads)


def _positions(rows: Sequence[int], n: int) -> Integers:
    """The position of each of `n` input rows among the articles; undefined for rejected rows."""
    place = np.empty(n, np.int64)
    place[np.array(rows, np.int64)] = np.arange(len(rows))
    return place


def _template_pairs(copies: CopyGroups, texts: HashedTexts, place: Integers, threads: int | None) -> NDArray[np.bool_]:
    """Which pairs of copies are one template filled in twice."""
    ends = place[np.stack((copies.pairs["left"], copies.pairs["right"]), axis=1)]
    rows, numbers = np.unique(ends, return_inverse=True)
    pairs, views = numbers.reshape(ends.shape), views_of(texts, rows=rows, threads=threads)
    details = [views[name] for name in DETAILS]
    n_details = np.sum([rows.lengths for rows in details], axis=0)
    share = details_in_common(details, n_details, pairs)
    return same_template(copies.pairs["score"], share, n_details, views["words"].lengths, pairs)


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


def _grouped_events(
    copies: CopyGroups,
    groups: Integers,
    reports: Reports,
    evidence: Evidence,
    model: Model,
    settings: EventSettings,
    threads: int | None,
) -> EventGroups:
    first = _scored(evidence, len(groups), model, FIRST_CENTRE, threads)
    model = adapted(model, evidence.features, first.grouped(evidence.pairs), len(groups))
    second = _scored(evidence, len(groups), model, None, threads)
    table = in_background(lambda: _pair_table(evidence, second.score, copies.representative_rows[groups]), threads)
    probability, tree, point = model.probability(evidence.features), second.tree, second.point
    threshold = point if settings.threshold is None else settings.threshold
    leaves = np.argsort(groups)
    together, apart = leaf_pairs(settings, copies, leaves)
    if settings.apart:  # the working point and the probabilities are those of the evidence alone
        tree = average_linkage(len(groups), evidence.pairs, second.score, together=together, apart=apart)
    elif settings.together:
        tree = tree.with_together(together)
    pairs, order = table()
    pairs["probability"] = probability[order]
    log.info("%d pairs compared; threshold %.3f, estimated working point %.3f", len(probability), threshold, point)
    return EventGroups(
        copies=copies,
        tree=tree,
        leaves=leaves,
        pairs=pairs,
        threshold=threshold,
        settings=settings,
        suggested=point,
        reports=reports,
        model=model,
    )


@frozen(eq=False)
class _Scored:
    """The scores of candidate pairs, the dendrogram of these, and where it is best cut."""

    score: Floats
    tree: Dendrogram
    point: float

    def grouped(self, pairs: Pairs) -> NDArray[np.bool_]:
        """Which pairs are in one group."""
        return np.asarray(np.equal(*self.tree.cut(self.point)[pairs].T))


def _scored(evidence: Evidence, n: int, model: Model, centre: Centre | None, threads: int | None) -> _Scored:
    """The scores by a model, and the groups; without a `centre`, that of a second pass."""
    pairs, score = evidence.pairs, model.score(evidence.features)
    tree, centre = average_linkage(n, pairs, score), centre or second_centre(pairs, score, n)
    point = working_point(
        tree, pairs, score, alone=model.alone, few=model.few_threshold, centre=centre, threads=threads
    )
    return _Scored(score, tree, point)


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
