"""Candidate pairs to verified pairs: first by hints of their signatures, then by their sketches and shingle sets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.batch.columns import (
    BatchFunction,
    ColumnTypes,
    batch_of,
    in_pieces,
    matrix_of,
    numbers,
    ragged_of,
)
from newsdedup.batch.keys import BAND, PHRASE
from newsdedup.batch.sketches import phrases_of
from newsdedup.copies.find import may_be_copies, may_be_excerpts, share_phrases, verified_block
from newsdedup.copies.pairs import Pairs
from newsdedup.copies.sketch import PHRASES, Sketches
from newsdedup.copies.stars import LEAST_LIKENESS
from newsdedup.kernels.ragged import Integers
from newsdedup.support.settings import CopySettings

CHAIN: Final = 4  # kind of a pair that `pairs_in_chains` asks for
LIKELY: Final[ColumnTypes] = {"left": "bigint", "right": "bigint", "kind": "tinyint"}
VERIFIED: Final[ColumnTypes] = {"left": "bigint", "right": "bigint", "score": "double", "containment": "double"}
_SIDES: Final = "left", "right"


def likely_pairs(settings: CopySettings) -> BatchFunction:
    """A function that leaves out pairs whose hints rule them out: to batches of `LIKELY`.

    The batches have the columns left, right, kind, and for both sides n_shingles and hint (``left_hint``). Equal
    values of signatures have equal hints, so that no pair is lost that the signatures allow.
    """

    def likely(batches: Iterable[Any]) -> Iterator[Any]:
        for batch in batches:
            hints = _both_sides(batch, "hint", np.uint8, settings.num_perm)
            kinds = _possible_kinds(batch, _sketches_of(batch, hints), settings)
            yield _kept_rows(batch, LIKELY, kinds)

    return likely


def _kept_rows(batch: Any, types: ColumnTypes, kinds: Integers) -> Any:
    kept = np.flatnonzero(kinds)
    ends = {side: numbers(batch, side)[kept] for side in _SIDES}
    return batch_of(types, len(kept), {**ends, "kind": kinds[kept]})


def _both_sides(batch: Any, name: str, dtype: type[Any], width: int) -> NDArray[Any]:
    """The rows of the left sides, then those of the right sides."""
    return np.concatenate([matrix_of(batch, f"{side}_{name}", dtype, width) for side in _SIDES])


def _sketches_of(batch: Any, signatures: NDArray[Any], **known: Any) -> Sketches:
    """Sketches of the left sides, then of the right sides."""
    n_shingles = np.concatenate([numbers(batch, f"{side}_n_shingles") for side in _SIDES])
    n = len(n_shingles)
    blank: dict[str, Any] = {"phrases": np.zeros((n, 0), np.uint32), "starts": np.zeros(n, np.int64), **known}
    return Sketches(
        signatures=signatures, digests=np.zeros((n, 2), np.uint64), n_tokens=n_shingles, n_shingles=n_shingles, **blank
    )


def _pair_places(batch: Any) -> Pairs:
    """Each pair, as rows of the sketches of both sides."""
    n = batch.num_rows
    return np.stack((np.arange(n), np.arange(n, 2 * n)), axis=1)


def _possible_kinds(batch: Any, sketches: Sketches, settings: CopySettings) -> Integers:
    """The kinds of each pair that its sketches allow."""
    kinds, pairs = numbers(batch, "kind"), _pair_places(batch)
    possible = kinds & CHAIN
    for kind, is_possible in ((BAND, may_be_copies), (PHRASE, may_be_excerpts)):
        some = np.flatnonzero(kinds & kind)
        possible[some[is_possible(sketches, pairs[some], settings)]] |= kind
    return np.asarray(possible, np.int64)


def verified_pairs_of(settings: CopySettings) -> BatchFunction:
    """A function that verifies pairs on their shingle sets: to batches of `VERIFIED`.

    The batches have the columns left, right, kind, and for both sides n_shingles, signature, phrases and shingles
    (``left_shingles``). Exactly the pairs of one machine are verified, by the same tests of their sketches.
    """

    def verified(batches: Iterable[Any]) -> Iterator[Any]:
        for batch in in_pieces(batches, "left_shingles"):
            yield from _verified_pieces(batch, settings)

    return verified


def _verified_pieces(batch: Any, settings: CopySettings) -> Iterator[Any]:
    for piece in in_pieces([batch], "right_shingles"):
        found = _verified_rows(piece, settings)
        ends = {side: numbers(piece, side)[found["left"]] for side in _SIDES}
        scores = {name: found[name] for name in ("score", "containment")}
        yield batch_of(VERIFIED, len(found), {**ends, **scores})


def _verified_rows(batch: Any, settings: CopySettings) -> NDArray[np.void]:
    """The verified pairs of a batch, the row of each as its left end."""
    sets = [ragged_of(batch, f"{side}_shingles", np.uint32) for side in _SIDES]
    values = np.concatenate([one.values for one in sets])
    phrases = np.concatenate([phrases_of(batch, f"{side}_phrases") for side in _SIDES]).reshape(-1, PHRASES)
    sketches = _sketches_of(
        batch,
        _both_sides(batch, "signature", np.uint32, settings.num_perm),
        phrases=phrases,
        starts=np.concatenate((sets[0].offsets[:-1], sets[1].offsets[:-1] + len(sets[0].values))),
    )
    kinds, pairs = _possible_kinds(batch, sketches, settings), _pair_places(batch)
    contained = np.flatnonzero(kinds & PHRASE)
    kinds[contained[~share_phrases(phrases, pairs[contained])]] &= ~PHRASE
    least = ((BAND | PHRASE, settings.threshold), (CHAIN, settings.threshold * LEAST_LIKENESS))
    found = [
        verified_block(sketches, pairs[(kinds & kind) > 0], _JoinedSets(values), settings, score)
        for kind, score in least
    ]
    return np.concatenate(found)


@frozen(eq=False)
class _JoinedSets:
    """Shingle sets in one array, as `ShingleSets`."""

    values: NDArray[np.uint32]

    def read(self, starts: Integers, counts: Integers) -> tuple[NDArray[np.uint32], Integers]:
        """An array that has the values of several sets, and where each set starts in it."""
        return self.values, starts
