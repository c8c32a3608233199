"""Agreement of found groups with known ones: B-cubed, pairwise, adjusted Rand index."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import ArrayLike, NDArray

from newsdedup.support.arguments import is_list
from newsdedup.support.display import Displayed, count_in_words
from newsdedup.support.errors import InputError, in_message
from newsdedup.support.missing import is_missing_value


@frozen(repr=False)
class Agreement:
    """Precision, recall and their harmonic mean, 0 to 1.

    Attributes
    ----------
    precision, recall : float

    Examples
    --------
    >>> Agreement(0.5, 1.0)
    Agreement(precision=0.500, recall=1.000, f1=0.667)
    """

    precision: float
    recall: float

    def __repr__(self) -> str:
        return f"Agreement(precision={self.precision:.3f}, recall={self.recall:.3f}, f1={self.f1:.3f})"

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@frozen(repr=False)
class Scores(Displayed):
    """How well found groups agree with known ones; ``print`` shows it as a table.

    Attributes
    ----------
    b_cubed, pairwise : Agreement
        As the functions of these names.
    adjusted_rand : float
    n_articles : int
        Articles that were compared.
    n_unlabelled : int
        Articles that were left out because their group is not known.
    n_rejected : int
        Rows that were left out although their group is known, because they could not be read.
    """

    b_cubed: Agreement
    pairwise: Agreement
    adjusted_rand: float
    n_articles: int
    n_unlabelled: int = 0
    n_rejected: int = 0

    def __repr__(self) -> str:
        f1 = f"B-cubed F1 {self.b_cubed.f1:.3f}, pairwise F1 {self.pairwise.f1:.3f}"
        return f"<Scores: {f1}, adjusted Rand index {self.adjusted_rand:.3f}, {self._counts()}>"

    def __str__(self) -> str:
        both = (("B-cubed", self.b_cubed), ("pairwise", self.pairwise))
        lines = [f"{name:20} {one.precision:9.3f} {one.recall:7.3f} {one.f1:7.3f}" for name, one in both]
        head, rand = f"{'':20} precision  recall      F1", f"adjusted Rand index {self.adjusted_rand:26.3f}"
        return "\n".join((head, *lines, rand, self._counts()))

    def _counts(self) -> str:
        counts = (self.n_unlabelled, "without a known group"), (self.n_rejected, "that could not be read")
        left_out = [f"{number:,} {why}" for number, why in counts if number]
        compared = count_in_words(self.n_articles, "article")
        return ", left out ".join((compared, " and ".join(left_out))) if left_out else compared


def score(gold: Iterable[Any], found: ArrayLike) -> Scores:
    """All measures at once, over the articles whose group is known.

    Parameters
    ----------
    gold : iterable, length n
        Known label of each article, any hashable values; None or NaN where it is not known.
    found : array_like of int, shape (n,)
        Its label in the found grouping, such as ``groups.labels``; -1 where it was rejected.

    Returns
    -------
    Scores

    Raises
    ------
    InputError
        If the two do not have one label per article each, or no group is known.

    Examples
    --------
    >>> print(score(["flood", "flood", "gold", None], [0, 0, 1, 1]))
                         precision  recall      F1
    B-cubed                  1.000   1.000   1.000
    pairwise                 1.000   1.000   1.000
    adjusted Rand index                      1.000
    3 articles, left out 1 without a known group
    """
    gold = _label_list(gold)
    known, made = _numbered(gold), _as_numbers(found)
    _require_as_many(known, made)
    is_known = np.array([not is_missing_value(label) for label in gold], np.bool_)
    is_read = np.array([label != -1 for label in np.asarray(found)], np.bool_)
    both = is_known & is_read
    if not both.any():
        raise InputError(f"no label among {len(known)}: give the known group of at least one article that was read")
    compared = known[both], made[both]
    return Scores(
        b_cubed=b_cubed(*compared),
        pairwise=pairwise(*compared),
        adjusted_rand=adjusted_rand(*compared),
        n_articles=int(both.sum()),
        n_unlabelled=int((is_read & ~is_known).sum()),
        n_rejected=int((is_known & ~is_read).sum()),
    )


def b_cubed(gold: ArrayLike, found: ArrayLike) -> Agreement:
    """B-cubed precision and recall (Bagga and Baldwin 1998), averaged over the articles.

    Parameters
    ----------
    gold, found : array_like, shape (n,)
        Label of each article in the known and in the found grouping; any hashable values.

    Returns
    -------
    Agreement
        Both are 1 where there are no articles.

    Raises
    ------
    InputError
        If the two do not have one label per article each.

    Examples
    --------
    >>> b_cubed(["flood", "flood", "gold", "gold"], [0, 0, 0, 0])
    Agreement(precision=0.500, recall=1.000, f1=0.667)
    """
    both, known, made = _sizes_per_article(gold, found)
    if not len(both):
        return Agreement(1.0, 1.0)
    return Agreement(float(np.mean(both / made)), float(np.mean(both / known)))


def pairwise(gold: ArrayLike, found: ArrayLike) -> Agreement:
    """Pairwise precision and recall: of the pairs of articles in one group, the share that both groupings have.

    Parameters
    ----------
    gold, found : array_like, shape (n,)
        As for `b_cubed`.

    Returns
    -------
    Agreement
        1 where a grouping has no pairs.

    Raises
    ------
    InputError
        As for `b_cubed`.
    """
    in_both, in_gold, in_found = (float(np.sum(size - 1)) for size in _sizes_per_article(gold, found))
    return Agreement(in_both / in_found if in_found else 1.0, in_both / in_gold if in_gold else 1.0)


def adjusted_rand(gold: ArrayLike, found: ArrayLike) -> float:
    """Adjusted Rand index (Hubert and Arabie 1985): 1 for equal groupings, about 0 by chance.

    Parameters
    ----------
    gold, found : array_like, shape (n,)
        As for `b_cubed`.

    Raises
    ------
    InputError
        As for `b_cubed`.
    """
    from sklearn.metrics import adjusted_rand_score

    return float(adjusted_rand_score(*_both(gold, found)))


def _both(gold: ArrayLike, found: ArrayLike) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Both groupings as numbers; an error where one has more articles than the other."""
    known, made = _as_numbers(gold), _as_numbers(found)
    _require_as_many(known, made)
    return known, made


def _require_as_many(known: NDArray[np.int64], made: NDArray[np.int64]) -> None:
    if known.shape != made.shape:
        raise InputError(f"{len(known)} known labels for {len(made)} found ones: give one of each per article")


def _sizes_per_article(gold: ArrayLike, found: ArrayLike) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """For each article the sizes of the intersection of its two groups, of its known group, and of its found group."""
    known, made = _both(gold, found)
    both = known * (int(made.max(initial=0)) + 1) + made
    return _group_sizes(both), _group_sizes(known), _group_sizes(made)


def _group_sizes(labels: NDArray[np.int64]) -> NDArray[np.int64]:
    _, inverse, counts = np.unique(labels, return_inverse=True, return_counts=True)
    return np.asarray(counts[inverse], np.int64)


def _label_list(labels: Any) -> list[Any]:
    """Labels in their order; a set has none, and a text is no list of them."""
    if isinstance(labels, Set) or not is_list(labels):
        raise InputError(
            f"gold={in_message(labels)} of type {type(labels).__name__} is not one label per article: give a sequence"
        )
    return list(labels)


def _as_numbers(labels: ArrayLike | Sequence[Any]) -> NDArray[np.int64]:
    """Labels as numbers from 0; those that are missing are one label."""
    if np.ndim(labels) != 1:
        given = type(labels).__name__
        raise InputError(f"labels of type {given} are not one label per article: give two sequences in the same order")
    values = np.asarray(labels)
    if values.dtype.kind in "biu":
        return np.asarray(np.unique(values, return_inverse=True)[1], np.int64)
    return _numbered(None if is_missing_value(label) else label for label in np.asarray(labels, object))


def _numbered(labels: Iterable[Any]) -> NDArray[np.int64]:
    """Labels as numbers, in the order in which they appear."""
    numbers: dict[Any, int] = {}
    try:
        return np.array([numbers.setdefault(label, len(numbers)) for label in labels], np.int64)
    except TypeError as problem:
        raise InputError(f"a label cannot be compared ({problem}): give strings or numbers") from problem
