"""Estimators for scikit-learn: thin classes over `find_events`, `find_copies` and `sketch_articles`.

An estimator takes what `read_articles` takes: a list of texts, mappings or `Article`, or a table;
and also an array of texts, of one dimension or of one column. It returns one result per input row.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo
from pathlib import Path
from typing import Any, Self

import numpy as np
from attrs import define, field
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, ClassNamePrefixFeaturesOutMixin, ClusterMixin, TransformerMixin
from sklearn.utils import Tags

from newsdedup.articles.article import Articles
from newsdedup.articles.intake import articles_from
from newsdedup.articles.read_options import READ_OPTIONS, READING, ReadOptions
from newsdedup.copies.find import find_copies
from newsdedup.copies.groups import CopyGroups
from newsdedup.copies.signatures import sketch_articles
from newsdedup.events.evidence.embedding import Embed
from newsdedup.events.evidence.model import Model
from newsdedup.events.find import find_events
from newsdedup.events.groups import EventGroups
from newsdedup.kernels.hashing import EMPTY
from newsdedup.support.errors import InputError
from newsdedup.support.settings import COPIES, EVENTS, ArticlePairs, CopySettings, checked


class _TextEstimator(BaseEstimator):
    """An estimator that reads articles, not numbers."""

    progress: bool | None

    def _own_params(self) -> dict[str, Any]:
        """The parameters that do not concern reading."""
        return {name: value for name, value in self.get_params(deep=False).items() if name not in READ_OPTIONS}

    def _read(self, texts: Any) -> Articles:
        """The articles of the input."""
        params = self.get_params(deep=False)
        return _read_texts(texts, ReadOptions(**{name: params[name] for name in READ_OPTIONS}), self.progress)

    def __sklearn_tags__(self) -> Tags:
        tags = super().__sklearn_tags__()
        tags.input_tags.one_d_array = tags.input_tags.string = tags.input_tags.dict = True
        tags.input_tags.two_d_array = False
        tags.no_validation = True
        return tags


class _Clusterer(ClusterMixin, _TextEstimator):
    """What both clusterers share: they read, group with all their parameters, and keep the groups."""

    labels_: NDArray[np.int64]

    def fit(self, X: Any, y: None = None) -> Self:
        """Group the articles.

        Parameters
        ----------
        X : list, array of texts, frame, path or Articles
            Anything that `read_articles` takes.
        y : None
            Ignored; present for pipelines.

        Raises
        ------
        InputError
            If no row can be read.
        SettingError
            If a parameter has an invalid value.
        """
        self.groups_ = self._groups(X)
        self.labels_ = self.groups_.labels
        return self

    def score(self, X: Any, y: Any = None) -> float:
        """How well the groups of these articles agree with known ones: the F1 of B-cubed, 0 to 1.

        The articles are grouped anew, whether the estimator is fitted or not, since it learns nothing from other
        articles. A grid search therefore needs no folds: ``cv=[(rows, rows)]`` scores all articles together, where
        folds would part the reports of one event.

        Parameters
        ----------
        X : list, array of texts, frame, path or Articles
            Anything that `read_articles` takes.
        y : mapping, or one label per row
            The known groups, as for `EventGroups.score`; it may not be left out.

        Raises
        ------
        InputError
            If no row can be read, or `y` has no label for any of them.
        SettingError
            If a parameter has an invalid value.

        Examples
        --------
        >>> import numpy as np
        >>> from sklearn.model_selection import GridSearchCV
        >>> news = ["Bão số 5 đổ bộ Nghệ An, hai người chết", "Nghệ An: bão số 5 đổ bộ", "Giá vàng tăng mạnh"]
        >>> rows = np.arange(len(news))
        >>> search = GridSearchCV(EventClusterer(), {"threshold": [0.01, 0.99]}, cv=[(rows, rows)])
        >>> search.fit(news, ["storm", "storm", "gold"]).best_params_
        {'threshold': 0.01}
        """
        if y is None:
            raise InputError("y is not given: score compares with known groups, a mapping or one label per row")
        return float(self._groups(X).score(y).b_cubed.f1)

    def _groups(self, texts: Any) -> Any:
        return self._grouped(self._read(texts), **self._own_params())


@define(eq=False, repr=False, slots=False, kw_only=True)
class EventClusterer(_Clusterer):
    """Cluster news articles by the event that they report.

    Parameters
    ----------
    threshold, window_hours, undated, together, apart, embed, evidence, seed, threads, progress
        As for `find_events`.
    columns, language, timezone, day_first, encoding, strict, max_characters
        As for `read_articles`.

    Attributes
    ----------
    labels_ : ndarray of int64, shape (n,)
        The event of each row, numbered by first appearance; -1 for a row that could not be read.
    groups_ : EventGroups
        The same groups with the evidence of each pair: ``.explain(left, right)``, ``.at(threshold)``,
        ``.to_frame()``.

    Notes
    -----
    There is no ``predict``: the event of an article depends on the other articles, so new articles
    are clustered together with the old ones. There is no ``n_features_in_`` either: a text has no
    features before it is read.

    Examples
    --------
    >>> EventClusterer().fit_predict([
    ...     "Bão số 5 đổ bộ Nghệ An sáng 25/8, hai người chết",
    ...     "Nghệ An: hai người thiệt mạng khi bão số 5 đổ bộ sáng nay",
    ...     "Giá vàng miếng SJC hôm nay vượt 120 triệu đồng một lượng",
    ... ])
    array([0, 0, 1])
    """

    groups_: EventGroups = field(init=False)
    threshold: float | None = EVENTS.threshold
    window_hours: float | None = EVENTS.window_hours
    undated: str = EVENTS.undated
    together: ArticlePairs = ()
    apart: ArticlePairs = ()
    embed: Embed | None = None
    evidence: Model | str | Path | None = None
    seed: int = EVENTS.seed
    columns: Mapping[str, str] | None = None
    language: str | None = None
    timezone: str | tzinfo = READING.timezone
    day_first: bool | None = None
    encoding: str | None = None
    strict: bool = False
    max_characters: int = READING.max_characters
    threads: int | None = None
    progress: bool | None = None

    def _grouped(self, articles: Articles, **options: Any) -> EventGroups:
        return find_events(articles, **options)


@define(eq=False, repr=False, slots=False, kw_only=True)
class CopyClusterer(_Clusterer):
    """Cluster news articles with the articles that they copy.

    Parameters
    ----------
    threshold, shingle_size, num_perm, seed, threads, progress
        As for `find_copies`.
    columns, language, timezone, day_first, encoding, strict, max_characters
        As for `read_articles`.

    Attributes
    ----------
    labels_ : ndarray of int64, shape (n,)
        The group of copies of each row, numbered by first appearance; -1 for a row that could not
        be read.
    groups_ : CopyGroups
        The same groups with every verified pair, excerpts and origins: ``.relations``, ``.origin_of(id)``,
        ``.to_frame()``.

    Examples
    --------
    >>> news = "Sáng 14/6, hội nghị khai mạc với hơn 10.000 điểm cầu trên cả nước"
    >>> CopyClusterer(threshold=0.6).fit_predict([news, news + " tham dự", "Giá vàng sáng nay tăng mạnh"])
    array([0, 0, 1])
    """

    groups_: CopyGroups = field(init=False)
    threshold: float = COPIES.threshold
    shingle_size: int = COPIES.shingle_size
    num_perm: int = COPIES.num_perm
    seed: int = COPIES.seed
    columns: Mapping[str, str] | None = None
    language: str | None = None
    timezone: str | tzinfo = READING.timezone
    day_first: bool | None = None
    encoding: str | None = None
    strict: bool = False
    max_characters: int = READING.max_characters
    threads: int | None = None
    progress: bool | None = None

    def _grouped(self, articles: Articles, **options: Any) -> CopyGroups:
        return find_copies(articles, **options)


@define(eq=False, repr=False, slots=False, kw_only=True)
class MinHashVectorizer(ClassNamePrefixFeaturesOutMixin, TransformerMixin, _TextEstimator):
    """Turn articles into MinHash signatures, bit for bit those of datasketch.

    The share of columns in which two rows agree estimates the Jaccard similarity of their word
    shingles (Broder 1997): 1 minus the Hamming distance of scikit-learn's neighbours and metrics.

    Parameters
    ----------
    shingle_size, num_perm, seed, threads, progress
        As for `sketch_articles`.
    columns, language, timezone, day_first, encoding, strict, max_characters
        As for `read_articles`.

    Notes
    -----
    It learns nothing, so it transforms without being fitted first.

    Examples
    --------
    >>> from sklearn.metrics import pairwise_distances
    >>> news = "Sáng 14/6, hội nghị khai mạc với hơn 10.000 điểm cầu trên cả nước"
    >>> signatures = MinHashVectorizer().transform([news, news + " tham dự"])
    >>> signatures.shape
    (2, 128)
    >>> (1 - pairwise_distances(signatures, metric="hamming")).round(1)
    array([[1. , 0.9],
           [0.9, 1. ]])
    """

    shingle_size: int = COPIES.shingle_size
    num_perm: int = COPIES.num_perm
    seed: int = COPIES.seed
    columns: Mapping[str, str] | None = None
    language: str | None = None
    timezone: str | tzinfo = READING.timezone
    day_first: bool | None = None
    encoding: str | None = None
    strict: bool = False
    max_characters: int = READING.max_characters
    threads: int | None = None
    progress: bool | None = None

    def fit(self, X: Any, y: None = None) -> Self:
        """Check the parameters; nothing is learned.

        Parameters
        ----------
        X, y
            Ignored; present for pipelines.

        Raises
        ------
        SettingError
            If a parameter has an invalid value.
        """
        checked(CopySettings, shingle_size=self.shingle_size, num_perm=self.num_perm, seed=self.seed)
        return self

    def transform(self, X: Any) -> NDArray[np.uint32]:
        """The signature of each row.

        Parameters
        ----------
        X : list, array of texts, frame, path or Articles
            Anything that `read_articles` takes.

        Returns
        -------
        ndarray of uint32, shape (n, num_perm)
            Every value is 4294967295 for a row that could not be read and for a text without words.

        Raises
        ------
        InputError
            If no row can be read.
        """
        articles = self._read(X)
        signatures = np.full((articles.n_rows, self.num_perm), EMPTY)
        signatures[list(articles.rows)] = sketch_articles(articles, **self._own_params()).values
        return signatures

    @property
    def _n_features_out(self) -> int:
        return self.num_perm

    def __sklearn_tags__(self) -> Tags:
        tags = super().__sklearn_tags__()
        tags.requires_fit = False
        tags.transformer_tags.preserves_dtype = []
        return tags


def _read_texts(texts: Any, reading: ReadOptions, progress: bool | None) -> Articles:
    """The articles of an estimator's input; an array of one column is a list of texts."""
    if isinstance(texts, np.ndarray) and texts.ndim > 1:
        if texts.ndim > 2 or texts.shape[1] != 1:
            raise InputError(f"an array of shape {texts.shape} is not a column of texts: give one text per row")
        texts = texts.ravel()
    return articles_from(texts, reading, progress, needed_for="an estimator")
