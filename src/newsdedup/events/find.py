"""Find the events: articles to copies, to candidate pairs with evidence, to groups of reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import tzinfo
from pathlib import Path
from typing import Any

import numpy as np
from attrs import evolve
from numpy.typing import NDArray

from newsdedup.articles.article import Articles
from newsdedup.articles.headings import Headings
from newsdedup.articles.packed import ArticleTexts, corrected_moments
from newsdedup.articles.read_again import Digests, SourceToReadAgain
from newsdedup.articles.read_options import READING, ReadOptions
from newsdedup.copies.find import copies_in
from newsdedup.events.batch import ReadTexts, Representatives, grouped
from newsdedup.events.evidence.embedding import Embed, require_function, unit_vectors
from newsdedup.events.evidence.model import Model, model_of
from newsdedup.events.grouping.constraints import check_consistent
from newsdedup.events.groups import EventGroups
from newsdedup.events.reading.reports import Reading, Reports, articles_of, as_proved, source_of
from newsdedup.events.reading.views import TextHasher
from newsdedup.kernels.ahead import start_second_process
from newsdedup.kernels.ragged import Integers
from newsdedup.support.progress import shown
from newsdedup.support.settings import EVENTS, ArticlePairs, CopySettings, EventSettings, checked


def find_events(
    articles_or_path: Any,
    *,
    threshold: float | None = EVENTS.threshold,
    window_hours: float | None = EVENTS.window_hours,
    undated: str = EVENTS.undated,
    together: ArticlePairs = (),
    apart: ArticlePairs = (),
    embed: Embed | None = None,
    evidence: Model | str | Path | None = None,
    seed: int = EVENTS.seed,
    columns: Mapping[str, str] | None = None,
    language: str | None = None,
    timezone: str | tzinfo = READING.timezone,
    day_first: bool | None = None,
    encoding: str | None = None,
    strict: bool = False,
    max_characters: int = READING.max_characters,
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
        Articles published further apart are not compared. Of very many articles within a window, how common terms
        are and where events are cut is then estimated from a sample of them.
    undated : {"all", "none"}
        With `window_hours`: whether an article without a date is compared with all others or with none.
    together, apart : iterable of pairs
        An editor's word: pairs of articles, by id (or input row, where ids are not numbers), that are in one event,
        or in two, at every threshold and whatever the evidence says. `together` joins the events of both
        articles; an article that is kept apart from one is kept apart from all that belong together with it.
        The working point stays that of the evidence alone.
    embed : callable, optional
        Your own language model, as further evidence: called with lists of texts, it returns an array
        of shape (texts, dimensions), like ``SentenceTransformer.encode``. The cosine of two texts and
        the other evidence then have equal weight (see `with_embedding`).
    evidence : Model or path, optional
        The model that weighs the evidence of a pair: one that `train_evidence` trained on your own
        labelled news, or the file to which it was saved; by default the model shipped with the package.
    seed : int
        Seed of the sketches.
    columns, language, timezone, day_first, encoding, strict, max_characters
        As for `read_articles`.
    threads : int, optional
        By default one per core, at most four; the result does not depend on it.
    progress : bool, optional
        Show progress on standard error; by default only on a terminal.

    Returns
    -------
    EventGroups
        The events, with the evidence of each candidate pair and the copies among the articles.

    Raises
    ------
    InputError
        If the articles cannot be read, or a row is bad and `strict`.
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
        undated=undated,
        embedded=embed is not None,
        evidence=None if evidence is None else model.digest,
        seed=seed,
        together=together,
        apart=apart,
    )
    reading = ReadOptions(
        columns=columns,
        language=language,
        timezone=timezone,
        day_first=day_first,
        encoding=encoding,
        strict=strict,
        max_characters=max_characters,
    )
    return group_events(articles_or_path, settings, model, reading, embed=embed, threads=threads, progress=progress)


def group_events(
    articles_or_path: Any,
    settings: EventSettings,
    model: Model,
    reading: ReadOptions = READING,
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
    if embed is not None:
        require_function(embed)
    check_consistent(settings)  # before the articles are read, which may take minutes
    source = source_of(articles_or_path, reading, progress)
    articles, pass_, kept = articles_of(source, reading), Reading(TextHasher(threads)), Digests()
    passing = (lambda items: items) if isinstance(source, Articles) else kept.passing
    texts = ArticleTexts(articles, lambda items: pass_.passing(passing(shown(items, "reading texts", progress))))
    copies, digests = copies_in(texts, CopySettings(seed=settings.seed), threads, progress)
    place = _positions(articles.rows, len(copies.labels))
    moments = corrected_moments(articles)
    again = as_proved(reading, articles)
    known = kept.by_row(articles.rows, len(copies.ids))
    whole = source if isinstance(source, Articles) else SourceToReadAgain(source, again, copies.ids, known)

    def reports_of(batch: Representatives) -> Reports:
        return Reports(whole, batch.rows, batch.hours, batch.published, batch.furniture)

    def vectors_of(batch: Representatives) -> NDArray[np.float32]:
        assert embed is not None
        return unit_vectors(embed, reports_of(batch).texts(), progress=progress)

    found = grouped(
        copies,
        ReadTexts(pass_.texts(), pass_.hours(moments), pass_.published(moments), digests),  # freed once used
        place,
        settings,
        model,
        vectors_of=None if embed is None else vectors_of,
        threads=threads,
        progress=progress,
    )
    return EventGroups(
        copies=evolve(found.copies, headings=Headings(source, again)),
        tree=found.tree,
        leaves=found.leaves,
        pairs=found.pair_table(),
        threshold=found.threshold,
        settings=found.settings,
        suggested=found.point,
        reports=reports_of(found.representatives),
        model=found.model,
    )


def _positions(rows: Sequence[int], n: int) -> Integers:
    """The position of each of `n` input rows among the articles; undefined for rejected rows."""
    place = np.empty(n, np.int64)
    place[np.array(rows, np.int64)] = np.arange(len(rows))
    return place
