"""Figures that an article denies, or that it corrects: they confirm nothing, and count against those who state them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from attrs import evolve

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.reconcile.verdict import Verdict
from newsdedup.figures.reconcile.voices import Voiced, n_voices
from newsdedup.figures.wording import number_words, qualified_words

DENIED: Final = "denied"  # values of `FigureClaim.modality`
CORRECTED: Final = "corrected"


def is_disputed(claim: FigureClaim) -> bool:
    """Whether the article prints the figure to say that it is wrong."""
    return claim.modality in (DENIED, CORRECTED)


def without_corrected(stated: Sequence[Voiced], disputed: Sequence[Voiced]) -> list[Voiced]:
    """The claims that no correction replaces; one that is known to be newer than the correction stays."""
    corrections = [one for one in disputed if one.claim.modality == CORRECTED]
    return [one for one in stated if not any(_disputes(correction, one) for correction in corrections)]


def contested(verdict: Verdict, stated: Sequence[Voiced], disputed: Sequence[Voiced]) -> Verdict:
    """The verdict, or a conflict where the best value is denied, and nobody states it after that."""
    if verdict.best is None:
        return verdict
    best = verdict.best.number
    stating = [one for one in stated if one.claim.number == best]
    denials = [one for one in disputed if one.claim.modality == DENIED and one.claim.number == best]
    standing = [one for one in denials if all(_disputes(one, claim) for claim in stating)]
    if not standing:
        return verdict
    return Verdict("conflict", f"{number_words(verdict.best)} is denied by {_deniers(standing)}")


def after_corrections(verdict: Verdict, stated: Sequence[Voiced], kept: Sequence[Voiced]) -> Verdict:
    """The verdict, which supersedes the values that corrections replaced, unless one article corrects its own."""
    left = {one.claim.number for one in kept}
    gone = dict.fromkeys(number_words(one.claim) for one in stated if one.claim.number not in left)
    is_own = len({one.claim.article_id for one in stated}) == 1
    if not gone or verdict.best is None or verdict.status == "conflict" or is_own:
        return verdict
    return evolve(verdict, status="superseded", rule=f"{', '.join(gone)} is corrected: {verdict.rule}")


def nobody_states(disputed: Sequence[Voiced], corrected: Sequence[Voiced]) -> Verdict:
    """The verdict where the articles only deny or correct the figure, or stated nothing but what was corrected."""
    status = "superseded" if corrected else "single_source" if n_voices(disputed) == 1 else "conflict"
    return Verdict(status, f"no value stands: {', '.join(dispute_notes(disputed))}")


def dispute_notes(disputed: Iterable[Voiced]) -> tuple[str, ...]:
    """For each figure that is denied or corrected, by whom."""
    return tuple(dict.fromkeys(_disputed_note(one.claim) for one in disputed))


def _disputed_note(claim: FigureClaim) -> str:
    value = qualified_words(claim.number, claim.qualifier, claim.language, kind=claim.kind, unit=claim.unit)
    return f"{value} is {claim.modality} by {_denier(claim)}"


def _deniers(denials: Iterable[Voiced]) -> str:
    return ", ".join(dict.fromkeys(_denier(one.claim) for one in denials))


def _denier(claim: FigureClaim) -> str:
    return f"{claim.speaker} ({claim.article_id})" if claim.speaker else claim.article_id


def _disputes(dispute: Voiced, stated: Voiced) -> bool:
    """Whether a claim says of the value of another, which is not known to be newer, that it is wrong."""
    is_newer = stated.is_dated and dispute.is_dated and stated.time > dispute.time
    return stated.claim.number == dispute.claim.number and not is_newer
