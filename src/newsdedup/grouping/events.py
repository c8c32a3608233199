"""Find the events: candidate pairs and their evidence to groups of reports."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
from attrs import field, mutable
from numpy.typing import NDArray

from newsdedup.article import Article, Articles, first_moment
from newsdedup.grouping.aspects import Aspects, read_aspects
from newsdedup.grouping.calibration import calibrated
from newsdedup.grouping.copies import copies_in
from newsdedup.grouping.copy_groups import CopyGroups, Integers
from newsdedup.grouping.cut import working_point
from newsdedup.grouping.event_groups import EventGroups, event_labels
from newsdedup.grouping.evidence import Evidence, Model, gather, shipped_model
from newsdedup.grouping.linkage import average_linkage
from newsdedup.grouping.lsh import Pairs, runs
from newsdedup.intake import read_articles, stream_articles
from newsdedup.settings import EVENTS, CopySettings, EventSettings, checked


def find_events(
    articles_or_path: Any,
    *,
    threshold: float | None = EVENTS.threshold,
    window_hours: float | None = EVENTS.window_hours,
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
        working point that the articles suggest.
    window_hours : float, optional
        Articles published further apart are not compared; those without a date always are.
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
        If an option has a value that cannot be worked with.

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
    settings = checked(EventSettings, threshold=threshold, window_hours=window_hours, seed=seed)
    return group_events(articles_or_path, settings, shipped_model(), threads=threads, progress=progress)


def group_events(
    articles_or_path: Any,
    settings: EventSettings,
    model: Model,
    *,
    threads: int | None = None,
    progress: bool | None = None,
) -> EventGroups:
    """Find the events with a model of evidence of one's own."""
    source = articles_or_path if _can_be_read_again(articles_or_path) else read_articles(articles_or_path)
    articles = source if isinstance(source, Articles) else stream_articles(source, lean=True)
    copies, digests = copies_in(articles, CopySettings(seed=settings.seed), threads, progress)
    groups = _canonical(copies, np.array(articles.rows, np.int64), digests)
    reports = _Reports(source, copies.representative_rows[groups])
    evidence = gather(reports.aspects(threads, progress), copied=_excerpts(copies, groups), threads=threads)
    evidence = evidence.kept(_within(settings.window_hours, reports.hours, evidence.pairs))
    return _events(copies, groups, evidence, model, settings)


def _can_be_read_again(articles_or_path: Any) -> bool:
    """Whether it is a file or folder: then not all texts need be in memory."""
    if not isinstance(articles_or_path, str | Path):
        return False
    path = Path(articles_or_path)
    return path.is_file() or path.is_dir()


def _canonical(copies: CopyGroups, rows: Integers, digests: NDArray[np.uint64]) -> Integers:
    """The copy groups in an order that depends on nothing but what their representatives say."""
    place = np.empty(len(copies.labels), np.int64)
    place[rows] = np.arange(len(rows))
    reports = copies.representative_rows
    one, two = digests[place[reports]].T
    order = np.lexsort((two, one))
    same = (one[order][1:] == one[order][:-1]) & (two[order][1:] == two[order][:-1])
    starts, sizes = runs(np.cumsum(np.append(np.zeros(min(1, len(order)), bool), ~same)))
    for start in np.unique(starts[sizes > 1]).tolist():  # few: only these need their ids
        tied = slice(start, start + int(sizes[start]))
        order[tied] = sorted(order[tied].tolist(), key=lambda group: str(copies.ids[reports[group]]))
    return order


@mutable
class _Reports:
    """The representatives of copy groups, to be read once more.

    Attributes
    ----------
    hours : ndarray of float64, shape (n, 2)
        First and last hour at which each may have been published; known once they are read.
    """

    _source: Any
    _rows: Integers  # the input row of each
    hours: NDArray[np.float64] = field(init=False)

    def aspects(self, threads: int | None, progress: bool | None) -> Aspects:
        """What they say, a row for each."""
        self.hours = np.full((len(self._rows), 2), np.nan)
        place = np.argsort(np.argsort(self._rows))
        found = dict(read_aspects(self._read(), threads=threads, progress=progress))
        return {name: found.pop(name).take(place) for name in list(found)}

    def _read(self) -> Iterator[Article]:
        """The reports in the order of the input."""
        order = np.argsort(self._rows)
        wanted = dict(zip(self._rows[order].tolist(), order.tolist(), strict=True))
        articles = self._source if isinstance(self._source, Articles) else stream_articles(self._source)
        for number, article in enumerate(articles):
            row = articles.rows[number]
            if row in wanted:
                self.hours[wanted.pop(row)] = _hours(article)
                yield article
            if not wanted:
                return


def _excerpts(copies: CopyGroups, groups: Integers) -> Pairs:
    """Pairs of reports of which one prints a part of the other, unless a chain of copies leads there too."""
    place = np.argsort(groups)
    ends = np.stack((copies.excerpts["left"], copies.excerpts["right"]), axis=1)
    reports = np.sort(place[copies.labels[ends]], axis=1)
    return np.compress(reports[:, 0] != reports[:, 1], reports, axis=0)


def _within(window_hours: float | None, spans: NDArray[np.float64], pairs: Pairs) -> NDArray[np.bool_]:
    """Which pairs were published close enough to each other; an unknown date is close to all."""
    if window_hours is None:
        return np.ones(len(pairs), bool)
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
    copies: CopyGroups, groups: Integers, evidence: Evidence, model: Model, settings: EventSettings
) -> EventGroups:
    score = model.score(evidence.features)
    tree = average_linkage(len(groups), evidence.pairs, score)
    point = working_point(tree, evidence.pairs, score, alone=model.alone, few=model.few_threshold)
    probability = calibrated(model.logit(evidence.features), np.equal(*tree.cut(point)[evidence.pairs].T))
    threshold = point if settings.threshold is None else settings.threshold
    leaves = np.argsort(groups)
    return EventGroups(
        labels=event_labels(copies, tree, leaves, threshold),
        pairs=_table(evidence, probability, score, copies.representative_rows[groups]),
        threshold=threshold,
        settings=settings,
        copies=copies,
        tree=tree,
        leaves=leaves,
    )


def _table(
    evidence: Evidence, probability: NDArray[np.float64], score: NDArray[np.float64], rows: Integers
) -> NDArray[np.void]:
    """The pairs as a structured array, by row."""
    fields = {"probability": probability, "score": score, **evidence.features}
    left, right = np.sort(rows[evidence.pairs], axis=1).T
    order = np.lexsort((right, left))
    table = np.empty(len(order), [("left", "i8"), ("right", "i8"), *((name, "f8") for name in fields)])
    for name, column in {"left": left, "right": right, **fields}.items():
        table[name] = column[order]
    return table
