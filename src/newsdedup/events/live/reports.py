"""What is kept of the reports of a grouped batch, to compare later ones with them."""

from __future__ import annotations

import numpy as np

from newsdedup.events.batch import GroupedBatch
from newsdedup.events.evidence.gather import LEVELLED, SALIENT
from newsdedup.events.evidence.terms import Terms
from newsdedup.events.live.window import Epoch, ScoredPairs, WindowReports
from newsdedup.kernels.ragged import Integers, Ragged


def window_of(batch: GroupedBatch, numbers: Integers) -> tuple[Epoch, WindowReports, ScoredPairs]:
    """The epoch, the reports and the scored pairs of a batch that was grouped with its context.

    `numbers` has the article number of each leaf; the reports are sorted by it.
    """
    context = batch.context
    assert context is not None
    order = np.argsort(numbers)
    reports = WindowReports(
        numbers[order],
        batch.representatives.hours[order],
        batch.representatives.published[order],
        context.terms[SALIENT].take(order),
        np.column_stack([context.levels[name][order] for name in LEVELLED]),
        _renumbered(context.shared_neighbours.take(order), numbers),
        context.sentences.take(order),
    )
    pairs = np.sort(numbers[batch.evidence.pairs], axis=1)
    by_number = np.lexsort((pairs[:, 1], pairs[:, 0]))
    return (
        Epoch(batch.model, batch.threshold, context.gap_counts, batch.representatives.furniture),
        reports,
        ScoredPairs(pairs[by_number], batch.score[by_number]),
    )


def _renumbered(profiles: Terms, numbers: Integers) -> Terms:
    """Neighbour profiles by the numbers of articles, each row sorted again."""
    rows = profiles.rows
    values = numbers[rows.values]
    order = np.lexsort((values, rows.owners))
    return Terms(Ragged(values[order].astype(np.uint32), rows.offsets), profiles.weights[order], profiles.norms)
