"""Why two articles are one event or two: the evidence with its weight, and in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log
from typing import Any

import numpy as np
from attrs import asdict, evolve, frozen

from newsdedup.copies.groups import CopyGroups
from newsdedup.events.answers.comparison import Comparison, Rarity, compare
from newsdedup.events.answers.lookup import EventLookup
from newsdedup.events.answers.reasons import (
    ONE_TEMPLATE,
    evidence_by_topic,
    phrases_against,
    phrases_for,
    shortened,
)
from newsdedup.events.evidence.gather import TEMPLATE
from newsdedup.events.evidence.model import Model
from newsdedup.events.grouping.constraints import editors_word
from newsdedup.events.grouping.linkage import Dendrogram
from newsdedup.events.reading.reports import Reports
from newsdedup.support.components import linked
from newsdedup.support.display import Displayed
from newsdedup.support.evidence import EvidenceTerm, rounded_to_sum
from newsdedup.support.settings import EventSettings

_WEIGHT_DIGITS = 2  # after the decimal point of a weight
_KEPT = {"together": "kept together by the editor", "apart": "kept apart by the editor"}


@frozen
class Contribution:
    """One kind of evidence: its value, and what it adds to the logit.

    Attributes
    ----------
    name : str
        A field of ``EventGroups.pairs``.
    value : float
    contribution : float
        Its weight in the model times its standardised value; above 0 it is evidence for one event.
    """

    name: str
    value: float
    contribution: float


def contributions(model: Model, pair: np.void) -> tuple[Contribution, ...]:
    """The contribution of each kind of evidence of a pair to the logit, the strongest first."""
    values = {one.name: float(pair[one.name]) for one in model.coefficients}
    found = (
        Contribution(one.name, values[one.name], one.weight * (values[one.name] - one.mean) / one.scale)
        for one in model.coefficients
    )
    return tuple(sorted(found, key=lambda one: (-abs(one.contribution), one.name)))


def joined_at(tree: Dendrogram, left: int, right: int) -> float | None:
    """The highest threshold, 0 to 1, at which two leaves are in one group; None if they never are."""
    few, many = 0, len(tree.merges) + 1  # numbers of merges that do not join them yet, and that do
    while many - few > 1:
        half = (few + many) // 2
        labels = linked(tree.n, tree.merges[:half])
        few, many = (few, half) if labels[left] == labels[right] else (half, many)
    score = float(tree.score[many - 1]) if many <= len(tree.merges) else -1.0  # below 0 after penalties
    return min(1.0, score) if score >= 0 else None


@frozen(kw_only=True)
class Explanation(Displayed):
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
        The strictest threshold at which the two are in one event, possibly through other reports; None
        if they never are.
    editor : {"together", "apart"} or None
        The editor's word on the two, directly or through others; it holds at every threshold.
    intercept : float or None
        Of the logit.
    evidence : tuple of Contribution
        The features of the model, the strongest first; with `intercept` their contributions add up to the logit.
    terms : tuple of EvidenceTerm
        The same evidence for a reader, the strongest first: one term for all features that say the same, with what
        the two have in common. Their weights add up to the logit.
    needed : float or None
        The logit of a pair whose score is the working point.
    common : Comparison or None
        What the articles have in common and what not; None for copies.
    notes : tuple of str
        Which article each copy or excerpt was taken from, and an editor's words on other articles of the
        events of the two.
    """

    left: str
    right: str
    together: bool
    relation: str
    threshold: float
    score: float | None = None
    joined_at: float | None = None
    editor: str | None = None
    intercept: float | None = None
    evidence: tuple[Contribution, ...] = ()
    terms: tuple[EvidenceTerm, ...] = ()
    needed: float | None = None
    common: Comparison | None = None
    notes: tuple[str, ...] = ()

    @property
    def logit(self) -> float | None:
        """Sum of the contributions and the intercept."""
        return None if self.intercept is None else self.intercept + sum(one.contribution for one in self.evidence)

    @property
    def speaks_for(self) -> tuple[str, ...]:
        """An editor's word, and what the articles have in common, in words."""
        word = [_KEPT["together"]] if self.editor == "together" else []
        return (*word, *(phrases_for(self.common) if self.common else ()))

    @property
    def speaks_against(self) -> tuple[str, ...]:
        """An editor's word, and what only one of the articles states, in words."""
        word = [_KEPT["apart"]] if self.editor == "apart" else []
        is_template = any(one.name == TEMPLATE and one.value for one in self.evidence)
        alone = phrases_against(self.common) if self.common else ()
        return (*word, *([ONE_TEMPLATE] if is_template else []), *alone)

    def to_dict(self) -> dict[str, Any]:
        """All of it as plain JSON data."""
        return {**asdict(self), "logit": self.logit, "for": list(self.speaks_for), "against": list(self.speaks_against)}

    def __str__(self) -> str:
        return "\n".join(_printed_lines(self))


def explained_copies(lookup: EventLookup, one: int, other: int) -> Explanation:
    """The explanation of two rows of one copy group."""
    return Explanation(
        left=str(lookup.ids[one]),
        right=str(lookup.ids[other]),
        together=bool(lookup.labels[one] == lookup.labels[other]),
        relation="one article" if one == other else "copies",
        threshold=lookup.threshold,
        notes=tuple(_copy_notes(lookup.copies, one, other)),
    )


def explained_pair(
    lookup: EventLookup, one: int, other: int, model: Model, reports: Reports, rarity: Rarity
) -> Explanation:
    """The explanation of two rows of different copy groups, from the representatives of these."""
    groups = lookup.copies.labels[[one, other]].tolist()
    left, right = lookup.leaves[groups].tolist()
    one_report, other_report = reports.some_bare((left, right))
    common = compare(one_report, other_report, rarity)
    compared = evolve(
        explained_copies(lookup, one, other),
        relation="not compared",
        joined_at=joined_at(lookup.tree, left, right),
        common=common,
    )
    pair = lookup.pair_of(*groups)
    if pair is None:
        return compared
    return evolve(
        compared,
        relation="compared",
        score=float(pair["score"]),
        intercept=model.intercept,
        evidence=contributions(model, pair),
        terms=evidence_by_topic(model, pair, common, (one_report, other_report)),
        needed=_logit(lookup.threshold) / model.softness if 0 < lookup.threshold < 1 else None,
    )


def _logit(probability: float) -> float:
    return log(probability / (1 - probability))


def with_editors_word(why: Explanation, lookup: EventLookup, settings: EventSettings) -> Explanation:
    """The explanation with what an editor said of the two articles, and of others of their events."""
    if not (settings.together or settings.apart):
        return why
    word = editors_word(settings, why.left, why.right)
    notes = () if word else tuple(_event_notes(why, lookup, settings))
    return evolve(why, editor=word, notes=(*why.notes, *notes))


def _event_notes(why: Explanation, lookup: EventLookup, settings: EventSettings) -> Iterator[str]:
    """An editor's words on other articles that keep the events of the two apart, or the one event together."""
    events = sorted((lookup.label_of(why.left), lookup.label_of(why.right)))
    pairs, how = (settings.together, "together in this event") if why.together else (settings.apart, "apart")
    named = [pair for pair in pairs if sorted(lookup.label_of(str(name)) for name in pair) == events]
    if named and why.relation != "one article":
        yield f"the editor keeps {how}: {shortened([f'{one} and {other}' for one, other in named])}"


def _copy_notes(copies: CopyGroups, left: int, right: int) -> Iterator[str]:
    """For each of two rows that prints another article's words: which article, and how much of it."""
    for row in dict.fromkeys((left, right)):
        relation = copies.relations.get(str(copies.ids[row]))
        if relation is not None:
            kind = "a copy" if relation.kind == "copy" else "an excerpt"
            likeness = f"Jaccard {relation.jaccard:.2f}, containment {relation.containment:.2f}"
            yield f"{copies.ids[row]} is {kind} of {relation.to} ({likeness})"


def _printed_lines(one: Explanation) -> Iterator[str]:
    yield f"{one.left} and {one.right}: {_verdict(one)}"
    parts = _weighed_parts(one) if one.terms else {"for": one.speaks_for, "against": one.speaks_against}
    for heading, phrases in (*parts.items(), ("note", one.notes)):
        for place, phrase in enumerate(phrases):
            yield f"  {'' if place else heading + ':':9}{phrase}"


def _weighed_parts(one: Explanation) -> dict[str, Sequence[str]]:
    """The terms with their weights, which add up to the sum as they are printed."""
    weights = rounded_to_sum([term.weight for term in one.terms], _WEIGHT_DIGITS)
    shown = [
        (weight, f"{weight:+.2f}  {_term_in_words(term)}") for weight, term in zip(weights, one.terms, strict=True)
    ]
    needed = "" if one.needed is None else f"; the working point {one.threshold:.2f} is a sum of {one.needed:+.2f}"
    return {
        "for": [words for weight, words in shown if weight > 0],
        "against": [words for weight, words in shown if weight < 0],
        "neither": [words for weight, words in shown if weight == 0],
        "sum": [f"{sum(weights):+.2f}, on the scale of scores {one.score:.2f}{needed}"],
    }


def _term_in_words(term: EvidenceTerm) -> str:
    return f"{term.name}: {'; '.join(term.words)}" if term.words else term.name


def _verdict(one: Explanation) -> str:
    """Together or not, and at which score, in one clause."""
    if one.relation == "one article":
        return "one and the same article"
    if one.relation == "copies":
        return "one event: they are copies"
    score = "they were not compared, which counts as score 0" if one.score is None else f"score {one.score:.2f}"
    if one.editor:
        return f"{'one event' if one.together else 'two events'}, {_KEPT[one.editor]}; {score}"
    joined = "joined at no threshold" if one.joined_at is None else f"joined at {one.joined_at:.2f}"
    return f"{'one event' if one.together else 'two events'}; {score}, {joined}, working point {one.threshold:.2f}"
