"""Find the events: candidate pairs and their evidence to groups of reports."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsdedup.article import Article, Articles, first_moment
from newsdedup.grouping.aspects import read_aspects, whole_text
from newsdedup.grouping.copies import copies_in
from newsdedup.grouping.copy_groups import CopyGroups, Integers
from newsdedup.grouping.embedding import Embed, nearest_vectors, unit_vectors, with_cosines, with_embedding
from newsdedup.grouping.event_groups import EventGroups, event_labels
from newsdedup.grouping.evidence import Evidence, Model, gather, shipped_model
from newsdedup.grouping.linkage import average_linkage
from newsdedup.grouping.lsh import Pairs
from newsdedup.intake import read_articles
from newsdedup.settings import EVENTS, CopySettings, EventSettings, checked


def find_events(
    articles_or_path: Any,
    *,
    threshold: float | None = EVENTS.threshold,
    window_hours: float | None = EVENTS.window_hours,
    embed: Embed | None = None,
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
        working point of the shipped model.
    window_hours : float, optional
        Articles published further apart are not compared; those without a date always are.
    embed : callable, optional
        A language model of your own, as further evidence: called with lists of texts, it gives an
        array of shape (texts, dimensions), like ``SentenceTransformer.encode``. The cosine of two
        texts and the other evidence then decide with equal weight (see `with_embedding`).
    seed : int
        Seed of the sketches.
    threads : int, optional
        By default one for each core; the result does not depend on it.
    progress : bool, optional
        Show progress on standard error; by default only on a terminal.

    Returns
    -------
    EventGroups
        The events, with the evidence of each candidate pair and the copies among the articles.

    Raises
    ------
    SettingError
        If an option has a value that cannot be worked with, or `embed` gives no finite vectors.

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
    settings = checked(
        EventSettings, threshold=threshold, window_hours=window_hours, embedded=embed is not None, seed=seed
    )
    articles = read_articles(articles_or_path)
    return group_events(articles, settings, shipped_model(), embed=embed, threads=threads, progress=progress)


def group_events(
    articles: Articles,
    settings: EventSettings,
    model: Model,
    *,
    embed: Embed | None = None,
    threads: int | None = None,
    progress: bool | None = None,
) -> EventGroups:
    """Find the events with a model of evidence of one's own."""
    copies, digests = copies_in(articles, CopySettings(seed=settings.seed), threads, progress)
    groups = _canonical(copies, articles, digests)
    reports = _reports(articles, copies, groups)
    aspects = read_aspects(reports, progress=progress)
    vectors = None if embed is None else unit_vectors(embed, [whole_text(report).plain for report in reports])
    near = None if vectors is None else nearest_vectors(vectors)
    copied = _excerpts(copies, groups)
    evidence = gather(aspects, copied=copied, kept=near, seed=settings.seed, threads=threads)
    if vectors is not None:
        evidence, model = with_cosines(evidence, vectors), with_embedding(model)
    evidence = evidence.kept(_within(settings.window_hours, reports, evidence.pairs))
    return _events(copies, groups, reports, evidence, model, settings)


def _canonical(copies: CopyGroups, articles: Articles, digests: NDArray[np.uint64]) -> Integers:
    """The copy groups in an order that depends on nothing but what their representatives say."""
    by_row = dict(zip(articles.rows, digests.tolist(), strict=True))
    rows = copies.representative_rows.tolist()
    keys = [(by_row[row], name) for row, name in zip(rows, copies.representatives, strict=True)]
    return np.array(sorted(range(len(keys)), key=keys.__getitem__), np.int64)


def _reports(articles: Articles, copies: CopyGroups, groups: Integers) -> list[Article]:
    """The representatives of these copy groups."""
    by_row = dict(zip(articles.rows, articles, strict=True))
    return [by_row[row] for row in copies.representative_rows[groups].tolist()]


def _excerpts(copies: CopyGroups, groups: Integers) -> Pairs:
    """Pairs of reports of which one prints a part of the other, unless a chain of copies leads there too."""
    place = np.argsort(groups)
    ends = np.stack((copies.excerpts["left"], copies.excerpts["right"]), axis=1)
    reports = np.sort(place[copies.labels[ends]], axis=1)
    return np.compress(reports[:, 0] != reports[:, 1], reports, axis=0)


def _within(window_hours: float | None, reports: Sequence[Article], pairs: Pairs) -> NDArray[np.bool_]:
    """Which pairs were published close enough to each other; an unknown date is close to all."""
    if window_hours is None:
        return np.ones(len(pairs), bool)
    spans = np.array([_hours(report) for report in reports])
    left, right = spans[pairs[:, 0]], spans[pairs[:, 1]]
    apart = np.maximum(left[:, 0] - right[:, 1], right[:, 0] - left[:, 1])  # nan, never too far, if unknown
    return np.asarray(~(apart > window_hours))


def _hours(report: Article) -> tuple[float, float]:
    """First and last hour since 1970 at which it may have been published: a bare day is the whole day."""
    if report.published_at is None:
        return np.nan, np.nan
    first = first_moment(report.published_at).timestamp() / 3600
    return first, first if isinstance(report.published_at, datetime) else first + 24


def _events(
    copies: CopyGroups,
    groups: Integers,
    reports: Sequence[Article],
    evidence: Evidence,
    model: Model,
    settings: EventSettings,
) -> EventGroups:
    score = model.probability(evidence.features)
    tree = average_linkage(len(groups), evidence.pairs, score)
    threshold = settings.threshold
    if threshold is None:
        threshold = model.working_point(len(groups))
    leaves = np.argsort(groups)
    return EventGroups(
        labels=event_labels(copies, tree, leaves, threshold),
        pairs=_table(evidence, score, copies.representative_rows[groups]),
        threshold=threshold,
        settings=settings,
        copies=copies,
        tree=tree,
        leaves=leaves,
        reports=tuple(reports),
        model=model,
    )


def _table(evidence: Evidence, score: NDArray[np.float64], rows: Integers) -> NDArray[np.void]:
    """The pairs as a structured array, by row."""
    fields = {"score": score, **evidence.features}
    columns = [("left", "i8"), ("right", "i8"), *((name, "f8") for name in fields)]
    table = np.empty(len(evidence.pairs), columns)
    table["left"], table["right"] = np.sort(rows[evidence.pairs], axis=1).T
    for name, column in fields.items():
        table[name] = column
    return np.sort(table, order=["left", "right"])
