"""Why two articles are one event or two: the evidence with its weight, and in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from attrs import asdict, frozen

from newsdedup.events.comparison import CommonGround
from newsdedup.events.linkage import Dendrogram
from newsdedup.events.model import Model
from newsdedup.support.components import linked

_MOST_NAMED = 6  # terms, names or numbers told; the rest is counted
_LONGEST = 60  # characters of one of them
_FORM = "one form filled in twice: the wording agrees far better than names and numbers do"


@frozen
class Contribution:
    """One kind of evidence: its value, and what it adds to the logit.

    Attributes
    ----------
    name : str
        A field of ``EventGroups.pairs``.
    value : float
    contribution : float
        Its weight in the model times its standardised value; above 0 it speaks for one event.
    """

    name: str
    value: float
    contribution: float


def contributions(model: Model, pair: np.void) -> tuple[Contribution, ...]:
    """What each kind of evidence of a pair adds to the logit, the strongest first."""
    values = {one.name: float(pair[one.name]) for one in model.coefficients}
    found = (
        Contribution(one.name, values[one.name], one.weight * (values[one.name] - one.mean) / one.scale)
        for one in model.coefficients
    )
    return tuple(sorted(found, key=lambda one: (-abs(one.contribution), one.name)))


def joined_at(tree: Dendrogram, left: int, right: int) -> float | None:
    """The highest threshold at which two leaves are in one group; None if they are at none."""
    few, many = 0, len(tree.merges) + 1  # merges that do not join them yet, and that do
    while many - few > 1:
        half = (few + many) // 2
        labels = linked(tree.n, tree.merges[:half])
        few, many = (few, half) if labels[left] == labels[right] else (half, many)
    return float(tree.score[many - 1]) if many <= len(tree.merges) else None


@frozen(kw_only=True)
class Explanation:
    """Why two articles are in one event, or are not; ``print`` shows it in words.

    Attributes
    ----------
    left, right : str
        Ids of the articles.
    together : bool
        Whether they are in one event.
    relation : {"one article", "copies", "compared", "not compared"}
        Copies are in one event by their wording alone. Articles that share too few of their terms,
        or lie further apart in time than ``window_hours``, were not compared; such a pair counts as
        score 0.
    score : float or None
        Softened probability that the two report one event; None where they were not compared.
    threshold : float
        The working point: least mean score of two groups of reports for these to be one event.
    joined_at : float or None
        The strictest threshold at which the two are in one event, maybe through other reports; None
        if they are at none.
    intercept : float or None
        Of the logit.
    evidence : tuple of Contribution
        The strongest first; with `intercept` their contributions add up to the logit.
    common : CommonGround or None
        What the articles say alike and what they do not; None for copies.
    notes : tuple of str
        How copies stand to each other, and for whom they stand.
    """

    left: str
    right: str
    together: bool
    relation: str
    threshold: float
    score: float | None = None
    joined_at: float | None = None
    intercept: float | None = None
    evidence: tuple[Contribution, ...] = ()
    common: CommonGround | None = None
    notes: tuple[str, ...] = ()

    @property
    def logit(self) -> float | None:
        """Sum of the contributions and the intercept."""
        return None if self.intercept is None else self.intercept + sum(one.contribution for one in self.evidence)

    @property
    def speaks_for(self) -> tuple[str, ...]:
        """What the articles have in common, in words."""
        return tuple(_for(self.common)) if self.common else ()

    @property
    def speaks_against(self) -> tuple[str, ...]:
        """What only one of the articles says, in words."""
        is_form = any(one.name == "form" and one.value for one in self.evidence)
        alone = _against(self.common) if self.common else ()
        return (*([_FORM] if is_form else []), *alone)

    def to_dict(self) -> dict[str, Any]:
        """All of it as plain JSON data."""
        return {**asdict(self), "logit": self.logit, "for": list(self.speaks_for), "against": list(self.speaks_against)}

    def __str__(self) -> str:
        return "\n".join(_lines(self))


@frozen(kw_only=True)
class WeakestLink:
    """The merge that an event would lose first at a stricter threshold.

    Attributes
    ----------
    event : int
        Its label.
    score : float
        Mean score between the two sides; above it the event falls apart.
    left, right : tuple of str
        Ids of the articles of each side, in input order; the first article is of the left one.
    pair : Explanation
        Of the two articles, one of each side, that are most alike.
    """

    event: int
    score: float
    left: tuple[str, ...]
    right: tuple[str, ...]
    pair: Explanation

    def to_dict(self) -> dict[str, Any]:
        """All of it as plain JSON data."""
        sides = {"left": list(self.left), "right": list(self.right)}
        return {"event": self.event, "score": self.score, **sides, "pair": self.pair.to_dict()}

    def __str__(self) -> str:
        sides = " and ".join(_some(side) for side in (self.left, self.right))
        return f"event {self.event} is held together at {self.score:.2f}, between {sides}\n{self.pair}"


def _lines(one: Explanation) -> Iterator[str]:
    yield f"{one.left} and {one.right}: {_verdict(one)}"
    for heading, phrases in (("for", one.speaks_for), ("against", one.speaks_against), ("note", one.notes)):
        for place, phrase in enumerate(phrases):
            yield f"  {'' if place else heading + ':':9}{phrase}"
    if one.evidence:
        yield f"  evidence: value, contribution to the logit of {one.logit:+.2f} (intercept {one.intercept:+.2f})"
        width = max(len(each.name) for each in one.evidence)
        for each in one.evidence:
            yield f"    {each.name:{width}}  {each.value:6.2f}  {each.contribution:+6.2f}"


def _verdict(one: Explanation) -> str:
    """In one clause: together or not, and by which score."""
    if one.relation == "one article":
        return "one and the same article"
    if one.relation == "copies":
        return "one event, for they are copies"
    score = "they were not compared, which counts as score 0" if one.score is None else f"score {one.score:.2f}"
    joined = "joined at no threshold" if one.joined_at is None else f"joined at {one.joined_at:.2f}"
    return f"{'one event' if one.together else 'two events'}; {score}, {joined}, working point {one.threshold:.2f}"


def _for(common: CommonGround) -> Iterator[str]:
    if common.terms:
        yield f"share {_counted(common.terms, 'rare term')}"
    if common.shared.days:
        yield f"both say {_some(common.shared.days)}"
    if common.shared.names:
        yield f"{_counted(common.shared.names, 'name', ' in common')}"
    if common.shared.numbers:
        yield f"{_counted(common.shared.numbers, 'number', ' in common')}"
    if common.headline:
        yield f"headline overlap {common.headline:.2f}"
    if common.sentences:
        quoted = [f"“{sentence}”" for sentence in common.sentences]
        yield f"{_counted(quoted, 'sentence', ' in common')}"


def _against(common: CommonGround) -> Iterator[str]:
    if not common.terms:
        yield "no rare term in common"
    for kind, noun in (("days", "day"), ("names", "name"), ("numbers", "number")):
        shared, left, right = (getattr(side, kind) for side in (common.shared, common.left_alone, common.right_alone))
        if left and right:
            heading = f"{noun}s of one alone" if shared else f"no {noun} in common"
            yield f"{heading}: {_some(left)} | {_some(right)}"


def _counted(words: Sequence[str], noun: str, after: str = "") -> str:
    return f"{len(words)} {noun}{'' if len(words) == 1 else 's'}{after}: {_some(words)}"


def _some(words: Sequence[str]) -> str:
    told = [word if len(word) <= _LONGEST else word[: _LONGEST - 1] + "…" for word in words[:_MOST_NAMED]]
    return ", ".join(told) + (" …" if len(words) > _MOST_NAMED else "")
