"""Groups of copies to reports, of which each stands for its copies; a template that is filled in twice is two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

import numpy as np

from newsdedup.batch.columns import BatchFunction, ColumnTypes, batch_of, numbers
from newsdedup.batch.groups import GROUPED, MEMBERS_AND_PAIRS, ComponentArticles, grouped_components, member_columns
from newsdedup.batch.texts import DETAILED, details_in
from newsdedup.copies.groups import CopyGroups
from newsdedup.copies.pairs import Pairs
from newsdedup.events.batch import with_other_details
from newsdedup.support.settings import CopySettings

DETAILED_MEMBERS: Final[ColumnTypes] = {**MEMBERS_AND_PAIRS, **DETAILED}
REPORTED: Final[ColumnTypes] = {  # members, and pairs of reports of which one prints a part of the other
    **{name: kind for name, kind in GROUPED.items() if name not in ("left", "right", "kind")},
    "report": "bigint",  # the row number of the member that stands for this one; null for a pair
    "left": "bigint",
    "right": "bigint",
}


def reported(settings: CopySettings) -> BatchFunction:
    """A function that finds the reports among the members of components: to batches of `REPORTED`.

    The batches have the columns `DETAILED_MEMBERS`, sorted by component, all pairs of chains included.
    """

    def reports(batches: Iterable[Any]) -> Iterator[Any]:
        for articles, copies in grouped_components(batches, settings):
            found = _without_templates(copies, articles)
            stands_for = articles.rids[found.representative_rows[found.labels]]
            columns = {**member_columns(articles, found), "report": stands_for[articles.is_first]}
            yield batch_of(REPORTED, int(articles.is_first.sum()), columns)
            pairs = stands_for[_excerpts_of_groups(found)]
            yield batch_of(REPORTED, len(pairs), {"left": pairs[:, 0], "right": pairs[:, 1]})

    return reports


def _without_templates(found: CopyGroups, articles: ComponentArticles) -> CopyGroups:
    ends = np.stack((found.pairs["left"], found.pairs["right"]), axis=1)
    details, n_words = details_in(articles.members), numbers(articles.members, "n_words")
    return found.without(with_other_details(ends, found.pairs["score"], details, n_words))


def _excerpts_of_groups(found: CopyGroups) -> Pairs:
    """Pairs of members of two groups of which one prints a part of the other."""
    parts = np.concatenate((found.excerpts, found.cut_pairs))
    ends = np.stack((parts["left"], parts["right"]), axis=1)
    return np.compress(np.not_equal(*found.labels[ends].T), ends, axis=0)
