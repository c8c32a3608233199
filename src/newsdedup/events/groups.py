"""The result of `find_events`: which articles report one event, with the evidence of each pair."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import tzinfo
from functools import cached_property
from typing import Any

from attrs import asdict, evolve, frozen

from newsdedup.articles.read_options import READING, ReadOptions
from newsdedup.articles.scoring import Labelled
from newsdedup.events.answers.assign import AssignmentIndex, Placement, assignment_index_of, placement, readable
from newsdedup.events.answers.comparison import RARITY_SAMPLE, Rarity, rarity_of
from newsdedup.events.answers.explain import Explanation, explained_copies, explained_pair, with_editors_word
from newsdedup.events.answers.lookup import EventLookup
from newsdedup.events.answers.stories import Story, labels_of_stories, stories_of
from newsdedup.events.answers.weakest import WeakestLink, weakest_link, weakest_scores
from newsdedup.events.evidence.model import Model
from newsdedup.events.reading.reports import Reports
from newsdedup.kernels.ragged import Floats, Integers
from newsdedup.support.display import Displayed, count_in_words
from newsdedup.support.errors import SettingError
from newsdedup.support.frames import ArticleId, Table
from newsdedup.support.settings import EventSettings, checked


@frozen(eq=False, repr=False)
class EventGroups(EventLookup, Labelled, Displayed):
    """Which articles report one event.

    Attributes
    ----------
    ids : tuple of str or None
        One per input row, rejected rows included.
    labels : ndarray of int64
        The event of each row, numbered by first appearance; -1 for a rejected row.
    groups : tuple of tuple of str
        The ids of each event in input order, single reports included.
    pairs : structured array
        Candidate pairs of copy groups: rows ``left`` < ``right`` of their representatives,
        ``probability`` that they report one event, ``score`` (the probability softened, which is averaged
        between groups and compared with the threshold) and one field per kind of evidence. With
        vectors of a language model, ``embedding`` (a cosine) is one of them.
    threshold : float
        The working point: least mean score at which two groups of reports were merged.
    settings : EventSettings
        The settings of `find_events`; what an editor keeps together or apart is in them, as ids.
    rejected : tuple of Rejection
        Rows that could not be read.
    copies : CopyGroups
        The copies among the articles; all articles of a copy group are in one event.
    """

    settings: EventSettings
    _suggested: float  # the working point estimated from the articles
    _reports: Reports  # the representative of each leaf
    _model: Model

    def __repr__(self) -> str:
        return f"<EventGroups: {count_in_words(len(self.groups), 'event')} at {self.threshold:.3f}>"

    @cached_property
    def weakest(self) -> Floats:
        """For each event the lowest score at which it was merged: at a higher threshold it is split.

        Not a number where nothing was merged by its score: a single report, alone or with its copies, or
        with what an editor keeps together with it.
        """
        return weakest_scores(self)

    @cached_property
    def stories(self) -> tuple[Story, ...]:
        """Events that follow from one another: the accident, and the trial months later.

        Only stories of two or more events, in the order of their first labels. A story is a looser level of
        the same dendrogram: it asks a twentieth of the odds of one event, and names in common. Events are never
        merged by it, and a stricter threshold only splits stories. What an editor keeps apart is never in
        one story; articles further apart in time than ``window_hours`` were not compared, and are not linked.

        Examples
        --------
        >>> from newsdedup.events.find import find_events
        >>> found = find_events([
        ...     {"id": "a", "text": "Sáng 2/3, xe khách do tài xế Nguyễn Văn Lợi điều khiển đâm xe tải trên quốc lộ 20 "
        ...      "qua huyện Đạ Huoai, Lâm Đồng. Ba hành khách chết, mười hai người bị thương."},
        ...     {"id": "b", "text": "Toà án Lâm Đồng ngày 15/7 tuyên phạt Nguyễn Văn Lợi tám năm tù. Theo cáo trạng, "
        ...      "bị cáo ngủ gật khi lái xe trên quốc lộ 20, gây tai nạn ở huyện Đạ Huoai."},
        ... ])
        >>> trial_apart = found.at(found.explain("a", "b").score + .01)
        >>> trial_apart.stories[0].events, trial_apart.stories[0].links
        ((0, 1), (('a', 'b'),))
        """
        return stories_of(self, self._reports.hours, self._model.softness)

    @cached_property
    def story_labels(self) -> Integers:
        """The story of each row, numbered by first appearance; -1 for a rejected row.

        Every event is in exactly one story; one that is linked to no other is a story of its own.
        """
        return labels_of_stories(self, self.stories)

    def titles(self, article_ids: Iterable[str]) -> dict[str, str]:
        """The title of each of some articles, else the beginning of its text; those of a file are read again.

        Raises
        ------
        UnknownArticleError
            If there is no such article, or it was rejected.

        Examples
        --------
        >>> from newsdedup.events.find import find_events
        >>> find_events([{"id": "a", "text": "Giá vàng miếng SJC vượt 120 triệu đồng"}]).titles(["a"])
        {'a': 'Giá vàng miếng SJC vượt 120 triệu đồng'}
        """
        return self.copies.titles(article_ids)

    def at(self, threshold: float | None) -> EventGroups:
        """The events at another threshold, cut from the same dendrogram.

        Parameters
        ----------
        threshold : float or None
            From 0 to 1. A stricter threshold only splits events, a looser one only merges them; None
            is the working point estimated from the articles.

        Raises
        ------
        SettingError
            If it is not from 0 to 1.
        """
        settings = checked(EventSettings, **{**asdict(self.settings), "threshold": threshold})
        point = self._suggested if threshold is None else float(threshold)
        return evolve(self, threshold=point, settings=settings)

    def explain(self, left: str | int, right: str | int) -> Explanation:
        """Why two articles are in one event, or are not.

        Parameters
        ----------
        left, right : str or int
            Ids of articles, or input rows.

        Returns
        -------
        Explanation
            The score and the working point, each kind of evidence with its contribution, and what the
            articles have in common and what not; ``print`` shows it in words.

        Raises
        ------
        UnknownArticleError
            If there is no such article, or it was rejected.
        InputError
            If the events are of a file, and one of the two articles has another text there by now, or is missing.

        Notes
        -----
        The first call counts the words of up to 2,000 reports, to find out which are rare. Articles of a file are
        read again; they are known by id and by a digest of their text, so that their order may change.

        Examples
        --------
        >>> from newsdedup.events.find import find_events
        >>> found = find_events([
        ...     {"id": "a", "text": "Sáng 25/8, bão số 5 đổ bộ Nghệ An, hai người chết"},
        ...     {"id": "b", "text": "Nghệ An: hai người thiệt mạng khi bão số 5 đổ bộ sáng 25/8"},
        ... ])
        >>> why = found.explain("a", "b")
        >>> why.together, why.common.shared.days, why.common.shared.names
        (True, ('25 August',), ('Nghệ An',))
        >>> why.speaks_for[1]
        'both say 25 August'
        """
        one, other = self.row_of(left), self.row_of(right)
        if self.copies.labels[one] == self.copies.labels[other]:
            why = explained_copies(self, one, other)
        else:
            why = explained_pair(self, one, other, self._model, self._reports, self._rarity)
        return with_editors_word(why, self, self.settings)

    def place(
        self,
        article: Any,
        *,
        columns: Mapping[str, str] | None = None,
        language: str | None = None,
        timezone: str | tzinfo = READING.timezone,
        day_first: bool | None = None,
        max_characters: int = READING.max_characters,
    ) -> Placement:
        """Assign one more article to an event, without grouping all articles again.

        The events stay as they are: term weights, neighbourhoods and the working point are those of
        the grouped articles.

        Parameters
        ----------
        article : Article, mapping or str
            Anything that `read_articles` takes as one article.
        columns, language, timezone, day_first, max_characters
            As for `read_articles`.

        Returns
        -------
        Placement
            The event that it joins, or None, with the score and the most similar reports.

        Raises
        ------
        InputError
            If the article is rejected; or the events are of a file in which an article has changed.
        SettingError
            If the events were found with ``embed=``, since the embedding is not stored with them, or an option has a
            value that is not allowed.

        Notes
        -----
        The first call reads and weighs the grouped articles again, which takes at most as long as
        grouping them; every further call takes milliseconds.

        Examples
        --------
        >>> from newsdedup.events.find import find_events
        >>> found = find_events([
        ...     {"id": "a", "text": "Sáng 25/8, bão số 5 đổ bộ Nghệ An, hai người chết"},
        ...     {"id": "b", "text": "Giá vàng miếng SJC hôm nay vượt 120 triệu đồng một lượng"},
        ... ])
        >>> found.place("Nghệ An: hai người thiệt mạng khi bão số 5 đổ bộ sáng 25/8").event
        0
        """
        if self.settings.embedded:
            raise SettingError("events found with embed= cannot place an article by its text: group all articles again")
        reading = ReadOptions(
            columns=columns, language=language, timezone=timezone, day_first=day_first, max_characters=max_characters
        )
        return placement(readable(article, reading), self._assignment_index, self, self._model, self.settings)

    def weakest_link(self, event: int | str) -> WeakestLink | None:
        """The merge with the lowest score among those that hold an event together.

        Parameters
        ----------
        event : int or str
            Its label, or the id of one of its articles.

        Returns
        -------
        WeakestLink or None
            None where nothing was merged by its score: a single report, alone or with its copies, or with
            what an editor keeps together with it.

        Raises
        ------
        UnknownArticleError
            If there is no such event or article.

        Examples
        --------
        >>> from newsdedup.events.find import find_events
        >>> found = find_events([
        ...     {"id": "a", "text": "Sáng 25/8, bão số 5 đổ bộ Nghệ An, hai người chết"},
        ...     {"id": "b", "text": "Nghệ An: hai người thiệt mạng khi bão số 5 đổ bộ sáng 25/8"},
        ... ])
        >>> link = found.weakest_link("a")
        >>> link.left, link.right, link.score > found.threshold
        (('a',), ('b',), True)
        """
        return weakest_link(self, self.label_of(event), self.explain)

    def to_frame(self, *, kind: str | None = None) -> Any:
        """One row per input row, in input order: id, event, copy_group, origin, story.

        Ids are those of the input, with their type; of a pandas frame, the index is kept too, so that
        ``frame.assign(event=events.to_frame()["event"])`` is right. A rejected row has the event -1.

        Parameters
        ----------
        kind : {"pandas", "polars", "pyarrow"}, optional
            By default that of the input, else the first of these that is installed.

        Examples
        --------
        >>> import polars
        >>> from newsdedup import find_events
        >>> news = polars.DataFrame({"id": ["x", "y"], "text": ["Giá vàng tăng mạnh", "Bão số 5 vào Nghệ An"]})
        >>> news.join(find_events(news).to_frame(), on="id")["event"].to_list()
        [0, 1]
        """
        return self.frame_origin.frame_of(self.table(), self.ids, kind)

    def table(self) -> Table:
        """The table that `to_frame` gives, without a data frame library."""
        return _event_table(self, self.story_labels)

    @cached_property
    def _assignment_index(self) -> AssignmentIndex:
        reports = self._reports
        return assignment_index_of(reports.views(), reports.hours, reports.published, reports.furniture)

    @cached_property
    def _rarity(self) -> Rarity:
        return rarity_of(self._reports.unchanged(range(min(RARITY_SAMPLE, len(self._reports)))))


def _event_table(lookup: EventLookup, stories: Integers) -> Table:
    copies, labels = lookup.copies, lookup.labels
    columns = {
        "id": copies.ids,
        "event": labels.tolist(),
        "copy_group": copies.labels.tolist(),
        "origin": [
            None if label < 0 else copies.origins[str(name)] for name, label in zip(copies.ids, labels, strict=True)
        ],
        "story": stories.tolist(),
    }
    types = {"id": ArticleId, "event": int, "copy_group": int, "origin": ArticleId, "story": int}
    return Table(columns, types, range(len(labels)))
