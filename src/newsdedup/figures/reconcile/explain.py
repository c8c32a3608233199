"""Why claims are of one quantity, and why others are not: the evidence between them, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import Any, Final

from attrs import asdict, evolve, frozen

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.figure import ReconciledFigure
from newsdedup.figures.reconcile.align import with_layers
from newsdedup.figures.reconcile.alignment.evidence import NEEDED, WORDING, AlignmentEvidence
from newsdedup.figures.reconcile.alignment.groups import AlignedSubjects, identical_claims
from newsdedup.figures.reconcile.alignment.subjects import WordWeights, subjects_of_claims
from newsdedup.figures.reconcile.alignment.units import dimension_of
from newsdedup.figures.reconcile.tolls import is_of_people
from newsdedup.languages import Role, known_roles, roles_of
from newsdedup.support.arguments import list_of
from newsdedup.support.display import Displayed
from newsdedup.support.errors import InputError, require
from newsdedup.support.evidence import EvidenceTerm, rounded_to_sum, strongest_first

_TERM_DIGITS: Final = 1  # after the decimal point of a weight
_MOST_APART_SHOWN: Final = 5  # of the other figures, the nearest
_MOST_EXPLAINED: Final = 200  # figures of one kind that are compared pair by pair
_MOST_CLAIMS_EXPLAINED: Final = 300  # besides one of each of these figures
_BY_LEDGER: Final = "counts of people are kept apart by who is counted"
_OF_ONE_ROLE: Final = EvidenceTerm("people counted in one role", NEEDED)


@frozen
class ExplainedPair:
    """Two claims, and the evidence that they are of one quantity.

    Attributes
    ----------
    one, other : FigureClaim
    terms : tuple of EvidenceTerm
        What speaks for and against one quantity, each with its weight and the words it goes by.
    obstacle : str or None
        Why they cannot be of one quantity, whatever the terms say.
    is_rival : bool
        Whether their values cannot both be true.
    """

    one: FigureClaim
    other: FigureClaim
    terms: tuple[EvidenceTerm, ...]
    obstacle: str | None = None
    is_rival: bool = False

    @property
    def score(self) -> float:
        """The sum of the weights, less what is needed for one quantity."""
        return AlignmentEvidence(self.terms, self.obstacle).score

    @property
    def topics(self) -> tuple[EvidenceTerm, ...]:
        """The terms, the strongest first; those of the wording are one, and those without weight are left out."""
        wording = [term for term in self.terms if term.name in WORDING]
        words = tuple(dict.fromkeys(word for term in wording for word in term.words))
        one = EvidenceTerm("like wording", sum(term.weight for term in wording), words)
        return strongest_first(term for term in (one, *self.terms) if term.weight and term.name not in WORDING)

    def __str__(self) -> str:
        values = " and ".join(f"“{claim.text}” ({claim.article_id})" for claim in (self.one, self.other))
        if self.obstacle is not None:
            return f"{values}: {self.obstacle}"
        *weights, needed = rounded_to_sum([*(term.weight for term in self.topics), -NEEDED], _TERM_DIGITS)
        terms = "; ".join(
            str(evolve(term, weight=float(weight))) for term, weight in zip(self.topics, weights, strict=True)
        )
        return f"{values}: {sum(weights, needed):+.1f} = {terms}; {needed:+.1f} needed"


@frozen
class FigureExplanation(Displayed):
    """Why the claims of a figure are of one quantity, and why those of other figures are not.

    Attributes
    ----------
    figure : ReconciledFigure
    together : tuple of ExplainedPair
        The pairs that join its claims, the strongest evidence first; claims in the same words are compared once.
    apart : tuple of ExplainedPair
        For each of the nearest other figures of its kind, the pair with the strongest evidence.
    """

    figure: ReconciledFigure
    together: tuple[ExplainedPair, ...]
    apart: tuple[ExplainedPair, ...]

    def to_dict(self) -> dict[str, Any]:
        """The pairs as plain data; each claim by its article and its place."""
        return {name: [_pair_to_dict(pair) for pair in getattr(self, name)] for name in ("together", "apart")}

    def __str__(self) -> str:
        lines = ["one quantity:" if self.together else "one claim, or several in the same words"]
        lines += [f"  {pair}" for pair in self.together]
        if self.apart:
            lines += ["not of it:", *(f"  {pair}" for pair in self.apart)]
        return "\n".join(lines)


def _pair_to_dict(pair: ExplainedPair) -> dict[str, Any]:
    return {
        **{
            name: {"article_id": claim.article_id, "start": claim.start, "end": claim.end, "text": claim.text}
            for name, claim in (("one", pair.one), ("other", pair.other))
        },
        "score": None if pair.obstacle is not None else round(pair.score, 2),
        "terms": [{**asdict(term), "weight": round(term.weight, 2), "words": list(term.words)} for term in pair.terms],
        "obstacle": pair.obstacle,
        "is_rival": pair.is_rival,
    }


def explain_figure(
    figures: Iterable[ReconciledFigure], figure: ReconciledFigure, *, roles: Sequence[Role] = ()
) -> FigureExplanation:
    """Show why claims of several articles were taken to be of one quantity, and why others were not.

    Parameters
    ----------
    figures : iterable of ReconciledFigure
        The figures of one event, as `reconcile` returns them, or ``record.figures``.
    figure : ReconciledFigure
        One of them.
    roles : sequence of Role, optional
        The additional roles that the claims were read with.

    Returns
    -------
    FigureExplanation
        ``str()`` gives it in words.

    Raises
    ------
    InputError
        If `figure` is not one of `figures`.

    Examples
    --------
    >>> from newsdedup import extract_figures, reconcile
    >>> texts = {"a": "Con cá mập trắng dài 1,8 m.", "b": "Con cá mập trắng dài 180 cm.", "c": "Thuyền dài 12 m."}
    >>> figures = reconcile(c for name, text in texts.items() for c in extract_figures(text, article_id=name))
    >>> shark, boat = figures
    >>> explanation = explain_figure(figures, shark)
    >>> [term.name for term in explanation.together[0].terms if term.weight > 2]
    ['same value', 'same noun', 'like sentences']
    >>> explanation.apart[0].obstacle
    'values more than 3 times apart, and no place known'
    """
    require(figure, ReconciledFigure, "explain_figure")
    figures = list_of(ReconciledFigure, "figures", figures, "those of reconcile or of a record", error=InputError)
    if figure not in figures:
        raise InputError("the figure to explain is not one of `figures`: give one of those that `reconcile` returned")
    known = known_roles(roles_of(roles))
    of_a_kind = [one for one in figures if dimension_of(one.claims[0]) == dimension_of(figure.claims[0])]
    place = of_a_kind.index(figure)
    alike = of_a_kind[:_MOST_EXPLAINED] + of_a_kind[place : place + 1] * (place >= _MOST_EXPLAINED)
    compared = _Compared(alike, known)
    together = _strongest_joining(compared, alike.index(figure))
    nearest = (
        _nearest_pair(compared, alike.index(figure), other) for other in range(len(alike)) if alike[other] != figure
    )
    ranked = sorted(nearest, key=lambda pair: -pair.score)
    return FigureExplanation(figure, tuple(together), tuple(ranked[:_MOST_APART_SHOWN]))


class _Compared:
    """The subjects of some figures of one kind and dimension, and the evidence between them."""

    def __init__(self, figures: Sequence[ReconciledFigure], roles: Mapping[str, Role]) -> None:
        claims = [claim for figure in figures for claim in figure.claims]
        self._roles = roles
        groups = _some_of_each(figures, identical_claims(with_layers(claims, roles)))
        subjects = subjects_of_claims(groups, roles)
        self._aligned = AlignedSubjects(subjects, WordWeights(subjects))
        self.claims = [subject.claim for subject in subjects]
        number_of = {id(claim): number for number, (_, group) in enumerate(groups) for claim in group}
        self.subjects_of = [
            sorted({number_of[id(claim)] for claim in figure.claims if id(claim) in number_of}) for figure in figures
        ]

    def pair(self, one: int, other: int, *, is_together: bool) -> ExplainedPair:
        """Two subjects with the evidence between them."""
        found = self._aligned.evidence(one, other)
        left, right = self.claims[one], self.claims[other]
        are_people = is_of_people(left, self._roles) and is_of_people(right, self._roles)
        terms, obstacle = found.terms, found.obstacle
        if is_together and (are_people or obstacle is not None):
            terms, obstacle = (_OF_ONE_ROLE,), None
        elif are_people:
            terms, obstacle = (), obstacle or _BY_LEDGER
        return ExplainedPair(left, right, terms, obstacle, found.is_rival)


def _some_of_each(
    figures: Sequence[ReconciledFigure], groups: Sequence[tuple[int, list[FigureClaim]]]
) -> list[tuple[int, list[FigureClaim]]]:
    """The groups of identical claims that are compared pair by pair: one of each figure, and so many others."""
    figure_of = {id(claim): number for number, figure in enumerate(figures) for claim in figure.claims}
    found: set[int] = set()
    kept, n_others = [], 0
    for group in groups:
        of = {figure_of[id(claim)] for claim in group[1]}
        n_others += of <= found
        if not of <= found or n_others <= _MOST_CLAIMS_EXPLAINED:
            kept.append(group)
        found |= of
    return kept


def _strongest_joining(compared: _Compared, figure: int) -> Iterator[ExplainedPair]:
    """The pairs with the strongest evidence that together join all subjects of a figure."""
    numbers = compared.subjects_of[figure]
    pairs = [compared.pair(one, other, is_together=True) for one, other in combinations(numbers, 2)]
    part = {id(compared.claims[number]): number for number in numbers}
    for pair in sorted(pairs, key=lambda pair: -pair.score):
        one, other = part[id(pair.one)], part[id(pair.other)]
        if one != other:
            yield pair
            part = {claim: one if number == other else number for claim, number in part.items()}


def _nearest_pair(compared: _Compared, figure: int, other: int) -> ExplainedPair:
    """The pair of claims of two figures with the strongest evidence."""
    pairs = product(compared.subjects_of[figure], compared.subjects_of[other])
    return max((compared.pair(*pair, is_together=False) for pair in pairs), key=lambda pair: pair.score)
