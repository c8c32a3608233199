"""Evidence as weighted terms that add up, for explanations that people read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_FLOOR, Decimal

from attrs import frozen


@frozen
class EvidenceTerm:
    """One piece of evidence that two things are one: two claims one quantity, or two articles one event.

    Attributes
    ----------
    name : str
    weight : float
        Log odds, negative where it speaks against.
    words : tuple of str
        The words that it goes by.
    """

    name: str
    weight: float
    words: tuple[str, ...] = ()

    def __str__(self) -> str:
        words = f" ({', '.join(self.words)})" if self.words else ""
        return f"{self.weight:+.1f} {self.name}{words}"


def strongest_first(terms: Iterable[EvidenceTerm]) -> tuple[EvidenceTerm, ...]:
    """Terms by the size of their weight."""
    return tuple(sorted(terms, key=lambda term: (-abs(term.weight), term.name)))


def rounded_to_sum(values: Sequence[float], digits: int) -> tuple[Decimal, ...]:
    """Values rounded so that what is shown adds up to their rounded sum.

    Each is rounded down, and those with the largest remainders are rounded up instead, until the sum is right.

    Examples
    --------
    >>> [str(value) for value in rounded_to_sum([0.34, 0.34, 0.34], 1)]
    ['0.4', '0.3', '0.3']
    """
    unit = Decimal(1).scaleb(-digits)
    exact = [Decimal(value) for value in values]
    low = [value.quantize(unit, ROUND_FLOOR) for value in exact]
    missing = int((sum(exact, Decimal(0)).quantize(unit) - sum(low, Decimal(0))) / unit)
    raised = sorted(range(len(exact)), key=lambda place: (low[place] - exact[place], place))[:missing]
    return tuple(value + unit if place in raised else value for place, value in enumerate(low))
