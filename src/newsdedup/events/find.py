"""Find the events: candidate pairs and their evidence to groups of reports."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsdedup.copies.find import copies_in
from newsdedup.copies.groups import CopyGroups
from newsdedup.copies.lsh import Pairs, ordered
from newsdedup.events.calibration import calibrated
from newsdedup.events.cut import working_point
from newsdedup.events.embedding import Embed, nearest_vectors, unit_vectors, with_cosines, with_embedding
from newsdedup.events.evidence import DETAILS, Evidence, gather
from newsdedup.events.groups import EventGroups, event_labels
from newsdedup.events.linkage import average_linkage
from newsdedup.events.model import Model, model_of
from newsdedup.events.reports import Reading, Reports, articles_of, near_in_time, source_of
from newsdedup.events.templates import details_in_common, filled_in_anew
from newsdedup.events.views import AspectReader, Aspects
from newsdedup.kernels.ragged import Integers
from newsdedup.support.settings import EVENTS, CopySettings, EventSettings, checked
from newsdedup.support.threads import in_background

_log = logging.getLogger(__name__)


def find_events(
    articles_or_path: Any,
    *,
    threshold: float | None = EVENTS.threshold,
    window_hours: float | None = EVENTS.window_hours,
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
        working point that the articles suggest.
    window_hours : float, optional
        Articles published further apart are not compared; those without a date always are.
    embed : callable, optional
        A language model of your own, as further evidence: called with lists of texts, it gives an
        array of shape (texts, dimensions), like ``SentenceTransformer.encode``. The cosine of two
        texts and the other evidence then decide with equal weight (see `with_embedding`).
    evidence : Model or path, optional
        What the evidence of a pair is worth: a model that `train_evidence` made of labelled news of
        your own, or the file that it was saved to; by default the one that comes with the package.
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
        If an option has a value that cannot be worked with, `embed` gives no finite vectors, or
        `evidence` is no model.

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
    """Find the events with a model of evidence of one's own."""
    source = source_of(articles_or_path, progress)
    articles, reading = articles_of(source), Reading(AspectReader(threads))
    copies, digests = copies_in(articles, CopySettings(seed=settings.seed), threads, progress, reading.passing)
    place, said = _places(articles.rows, len(copies.labels)), reading.aspects()
    copies = copies.without(_forms(copies, said, place))
    groups = _canonical(copies, digests, place)
    rows = copies.representative_rows[groups]
    reports = Reports(source, rows, reading.hours(place[rows]))
    vectors = None if embed is None else unit_vectors(embed, reports.texts(), progress=progress)
    evidence = gather(
        {name: said.pop(name).take(place[rows]) for name in list(said)},
        copied=_excerpts(copies, groups),
        kept=None if vectors is None else nearest_vectors(vectors),
        threads=threads,
        progress=progress,
    )
    if vectors is not None:
        evidence, model = with_cosines(evidence, vectors), with_embedding(model)
    left, right = (reports.hours[rows] for rows in evidence.pairs.T)
    evidence = evidence.kept(near_in_time(left, right, settings.window_hours))
    return _events(copies, groups, reports, evidence, model, settings, threads)


def _places(rows: Sequence[int], n: int) -> Integers:
    """For each of `n` input rows its place among the articles; of no meaning where it was rejected."""
    place = np.empty(n, np.int64)
    place[np.array(rows, np.int64)] = np.arange(len(rows))
    return place


def _forms(copies: CopyGroups, said: Aspects, place: Integers) -> NDArray[np.bool_]:
    """Which pairs of copies are one form filled in twice."""
    pairs = place[np.stack((copies.pairs["left"], copies.pairs["right"]), axis=1)]
    details = [said[name] for name in DETAILS]
    n_details = np.sum([rows.lengths for rows in details], axis=0)
    share = details_in_common(details, n_details, pairs)
    return filled_in_anew(copies.pairs["score"], share, n_details, said["words"].lengths, pairs)


def _canonical(copies: CopyGroups, digests: NDArray[np.uint64], place: Integers) -> Integers:
    """The copy groups in an order that depends on nothing but what their representatives say."""
    return ordered(digests[place[copies.representative_rows]].T, copies.representatives)


def _excerpts(copies: CopyGroups, groups: Integers) -> Pairs:
    """Pairs of reports of which one prints a part of the other, unless a chain of copies leads there too."""
    place = np.argsort(groups)
    ends = np.stack((copies.excerpts["left"], copies.excerpts["right"]), axis=1)
    reports = np.sort(place[copies.labels[ends]], axis=1)
    return np.compress(reports[:, 0] != reports[:, 1], reports, axis=0)


def _events(
    copies: CopyGroups,
    groups: Integers,
    reports: Reports,
    evidence: Evidence,
    model: Model,
    settings: EventSettings,
    threads: int | None,
) -> EventGroups:
    score = model.score(evidence.features)
    told = in_background(lambda: _table(evidence, score, copies.representative_rows[groups]), threads)
    tree = average_linkage(len(groups), evidence.pairs, score)
    point = working_point(tree, evidence.pairs, score, alone=model.alone, few=model.few_threshold, threads=threads)
    probability = calibrated(model.logit(evidence.features), np.equal(*tree.cut(point)[evidence.pairs].T))
    threshold = point if settings.threshold is None else settings.threshold
    leaves = np.argsort(groups)
    pairs, order = told()
    pairs["probability"] = probability[order]
    _log.info("%d pairs compared; events at %.3f, where %.3f is suggested", len(score), threshold, point)
    return EventGroups(
        labels=event_labels(copies, tree, leaves, threshold),
        pairs=pairs,
        threshold=threshold,
        settings=settings,
        copies=copies,
        tree=tree,
        leaves=leaves,
        suggested=point,
        reports=reports,
        model=model,
    )


def _table(evidence: Evidence, score: NDArray[np.float64], rows: Integers) -> tuple[NDArray[np.void], Integers]:
    """The pairs as a structured array, by row, and which pair each is; nobody knows the probability yet."""
    fields = {"score": score, **evidence.features}
    left, right = np.sort(rows[evidence.pairs], axis=1).T
    order = np.argsort(left * (right.max(initial=0) + 1) + right)  # of one number: twice as fast as of two
    names = ("probability", *fields)
    table = np.empty(len(order), [("left", "i8"), ("right", "i8"), *((name, "f8") for name in names)])
    for name, column in {"left": left, "right": right, **fields}.items():
        table[name] = column[order]
    return table, order
