"""Values of one quantity other than its best: those of a conflict, and those that were superseded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.figure import Alternative
from newsdedup.figures.quantity import Interval, meant_interval, printed_interval
from newsdedup.figures.reconcile.voices import Voiced, n_voices
from newsdedup.figures.wording import value_words


def alternative(voiced: Sequence[Voiced], step: str | None = None) -> Alternative:
    """Claims of one value as an entry of a history, a series or a list of alternatives."""
    first = voiced[0].claim
    return Alternative(
        value=first.number,
        qualifier=first.qualifier,
        n_articles=len({one.claim.article_id for one in voiced}),
        n_origins=n_voices(voiced),
        as_of=first.as_of,
        reported_at=first.reported_at.isoformat() if first.reported_at else None,
        step=step,
    )


def _by_value(voiced: Iterable[Voiced]) -> list[list[Voiced]]:
    groups: dict[tuple[Decimal, str], list[Voiced]] = defaultdict(list)
    for one in voiced:
        groups[one.claim.number, one.claim.qualifier].append(one)
    return list(groups.values())


def alternatives_of(voiced: Sequence[Voiced]) -> tuple[Alternative, ...]:
    """The values of a conflict: most origins first, then the largest."""
    values = [alternative(group) for group in _by_value(voiced)]
    return tuple(sorted(values, key=lambda one: (-one.n_origins, -one.value, one.qualifier)))


def history_of(voiced: Sequence[Voiced]) -> tuple[Alternative, ...]:
    """Every value in the order of the articles, each with the step that led to it."""
    ordered = sorted(_by_value(voiced), key=lambda group: min(one.time for one in group))
    steps: list[Alternative] = []
    for group in ordered:
        value = group[0].claim.number
        step = ("down" if value < steps[-1].value else "up") if steps and value != steps[-1].value else None
        steps.append(alternative(sorted(group, key=lambda one: one.time), step))
    return tuple(steps)


def downward_steps(history: Sequence[Alternative], like: FigureClaim) -> tuple[str, ...]:
    """A note for each value that a later article lowered, printed as in the language of a claim.

    A value that the earlier words allowed ("nearly 3,000", then 2,870) lowers nothing, nor do words that allow the
    earlier value ("at least 2").
    """
    telling: list[Alternative] = []
    for one in history:
        if not telling or telling[-1].value not in _meant(one):
            telling.append(one)
    return tuple(
        f"revised downwards, from {value_words(before.value, like)} to {value_words(after.value, like)}"
        for before, after in pairwise(telling)
        if after.value < before.value and after.value not in _meant(before)
    )


def _meant(one: Alternative) -> Interval:
    return meant_interval(one.qualifier, one.value, printed_interval(one.qualifier, one.value))
