"""A user's language model as further evidence: texts to vectors, vectors to a cosine per pair."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np
from attrs import evolve
from numpy.typing import NDArray

from newsdedup.copies.pairs import Pairs
from newsdedup.events.evidence.gather import CHANCE, Evidence
from newsdedup.events.evidence.model import Coefficient, Model
from newsdedup.support.errors import SettingError, in_message
from newsdedup.support.progress import shown
from newsdedup.support.threads import batches

# Invented news of all kinds: what their vectors have in common, the vectors of all news have in common.
NEWS_OF_ALL_KINDS: Final = (
    "Giá cà phê trong nước tăng nhẹ phiên thứ ba liên tiếp.",
    "Đội tuyển bóng chuyền nữ giành quyền vào chung kết.",
    "Mưa lớn gây ngập nhiều tuyến phố ở trung tâm thành phố.",
    "Bộ trưởng trả lời chất vấn về chương trình sách giáo khoa mới.",
    "Ca ghép gan đầu tiên ở bệnh viện tỉnh đã thành công.",
    "Bảo tàng mở cửa trưng bày trống đồng vừa tìm thấy.",
    "Two men were arrested after a robbery at a jewellery shop.",
    "The central bank left its interest rate unchanged.",
    "Scientists found a new species of frog in the rainforest.",
    "The singer cancelled her tour because of illness.",
    "A train derailed near the border; no one was hurt.",
    "The company recalled thousands of cars over faulty brakes.",
)

Embed = Callable[[list[str]], Any]
Vectors = NDArray[np.float32]

FEATURE: Final = "embedding"
_TEXTS_AT_ONCE: Final = 256  # texts given to the model in one call
_COSINES_AT_ONCE: Final = 1 << 24  # float32 cosines in memory, 64 MB
_NEAREST_VECTORS: Final = 10  # candidates per article that are found by their vectors
_VECTOR_SHARE: Final = 0.5  # weight of the vectors in the logit; the other evidence has the rest
_EVEN_COSINE: Final = 0.5  # cosine at which the logit of the vectors is 0
_LOGITS_PER_COSINE: Final = 20.0  # slope of that logit, per 1.0 of cosine


def require_function(embed: Any) -> None:
    """Raise a `SettingError` for what is no function, such as the vectors themselves."""
    if callable(embed) and not isinstance(embed, type):
        return
    vectors = ", not the vectors themselves" if hasattr(embed, "shape") or isinstance(embed, list | tuple) else ""
    raise SettingError(
        f"embed={in_message(embed)} is not a function: give one that takes texts and returns vectors{vectors}"
    )


def unit_vectors(embed: Embed, texts: Sequence[str], *, progress: bool | None = False) -> Vectors:
    """The vectors of texts, less the mean vector of news, each of length one.

    Many models put all texts into a narrow cone, where a cosine of .8 means little; without the mean
    vector the cosines mean more (Mu and Viswanath 2018). Articles that all report one event do not
    show that mean, so `NEWS_OF_ALL_KINDS` counts as much as they do.

    Parameters
    ----------
    embed : callable
        Takes a list of str and returns an array of shape (texts, dimensions).
    texts : sequence of str
        Given to `embed` in batches.
    progress : bool, optional
        Show a progress bar.

    Returns
    -------
    ndarray of float32, shape (n, dimensions)
        A vector of zeros has cosine 0 with every other.

    Raises
    ------
    SettingError
        If `embed` returns anything else, or a value that is not finite.
    """
    require_function(embed)
    if not texts:
        return np.zeros((0, 1), np.float32)
    given = shown([*batches(texts, _TEXTS_AT_ONCE), list(NEWS_OF_ALL_KINDS)], "embedding texts", progress)
    parts = [_checked(embed(batch), len(batch)) for batch in given]
    if len({part.shape[1] for part in parts}) > 1:
        widths = sorted({part.shape[1] for part in parts})
        raise SettingError(f"embed returned vectors of {widths} dimensions: all must have the same number")
    vectors, usual = np.split(_unit(np.concatenate(parts)), [len(texts)])
    centre = (vectors.mean(axis=0) + usual.mean(axis=0)) / 2
    return _unit(np.where(vectors.any(axis=1, keepdims=True), vectors - centre, 0)).astype(np.float32)


def _unit(vectors: NDArray[np.float64]) -> NDArray[np.float64]:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths > 0, lengths, 1))


def _checked(given: Any, texts: int) -> NDArray[np.float64]:
    try:
        vectors = np.asarray(given, np.float64)
    except (TypeError, ValueError) as problem:
        raise SettingError(f"embed returned {type(given).__name__}, not an array of numbers: {problem}") from problem
    if vectors.ndim != 2 or len(vectors) != texts or vectors.shape[1] == 0:
        raise SettingError(
            f"embed returned an array of shape {vectors.shape} for {texts} texts: return ({texts}, dimensions)"
        )
    if not np.isfinite(vectors).all():
        row = int(np.flatnonzero(~np.isfinite(vectors).all(axis=1))[0])
        raise SettingError(f"embed returned a value that is not finite for text {row} of {texts}: give finite numbers")
    return vectors


def nearest_vectors(vectors: Vectors, count: int = _NEAREST_VECTORS) -> Pairs:
    """Pairs of each article with the `count` nearest others by cosine, above `_EVEN_COSINE`.

    Every vector is compared with every other, block by block: the time grows with the square of the
    number of articles, the pairs only with their number.
    """
    found = [np.zeros((0, 2), np.int64)]
    block = max(1, _COSINES_AT_ONCE // max(1, len(vectors)))
    for start in range(0, len(vectors), block):
        cosines = vectors[start : start + block] @ vectors.T
        rows = np.arange(len(cosines))
        cosines[rows, rows + start] = -1
        best = np.argpartition(-cosines, min(count, len(vectors) - 1), axis=1)[:, :count]
        row, place = np.nonzero(np.take_along_axis(cosines, best, axis=1) > _EVEN_COSINE)
        found.append(np.sort(np.stack((row + start, best[row, place]), axis=1), axis=1))
    return np.concatenate(found)


def with_cosines(evidence: Evidence, vectors: Vectors) -> Evidence:
    """The evidence with one more feature: the cosine of the vectors of each pair.

    A meaning in common is as good as a rare term: near vectors lift the veto of `CHANCE`, so that reports in two
    languages, which share no word, can be one event.
    """
    left, right = evidence.pairs.T
    cosines = np.einsum("ij,ij->i", vectors[left], vectors[right]).astype(np.float64)
    is_chance = np.where(cosines > _EVEN_COSINE, 0.0, evidence.features[CHANCE])
    return evolve(evidence, features={**evidence.features, CHANCE: is_chance, FEATURE: cosines})


def with_embedding(model: Model) -> Model:
    """The model with one more feature: its logit becomes the mean of its own and that of the cosine.

    A logarithmic opinion pool (Genest and Zidek 1986): both judge the same text, so their logits must
    not be added. The logit of a cosine is linear: 0 at .5, 10 at 1, -10 at 0.
    """
    own = tuple(evolve(one, weight=(1 - _VECTOR_SHARE) * one.weight) for one in model.coefficients)
    cosine = Coefficient(FEATURE, weight=_VECTOR_SHARE * _LOGITS_PER_COSINE, mean=_EVEN_COSINE, scale=1.0)
    return evolve(model, coefficients=(*own, cosine), intercept=(1 - _VECTOR_SHARE) * model.intercept)
