"""What tells figures of one name apart: the words of an article around the number of each.

A report counts "cơ sở" twice: “kiểm tra 1.232 cơ sở”, and “phát hiện 257 cơ sở vi phạm”.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.figure import ReconciledFigure
from newsdedup.interfaces.quotation import words_around
from newsdedup.interfaces.wording import figure_title
from newsdedup.text.normal_form import fold_case


def distinguishing_words(figures: Sequence[ReconciledFigure]) -> list[str]:
    """For each figure the words around its number if another one has its name and unit; else empty.

    Examples
    --------
    >>> from newsdedup import extract_figures, reconcile
    >>> report = "Đoàn kiểm tra 1.232 cơ sở, phát hiện 257 cơ sở vi phạm. Có 40 đoàn."
    >>> distinguishing_words(reconcile(extract_figures(report, language="vi")))
    ['Đoàn kiểm tra 1.232 cơ sở', 'phát hiện 257 cơ sở vi phạm', '']
    """
    names = [(fold_case(figure_title(figure)), figure.unit) for figure in figures]
    count = Counter(names)
    return [
        words_around(_telling_claim(figure)) if count[name] > 1 else ""
        for figure, name in zip(figures, names, strict=True)
    ]


def _telling_claim(figure: ReconciledFigure) -> FigureClaim:
    """The first claim that prints the best value, else the first."""
    of_best = (claim for claim in figure.claims if figure.best is not None and claim.value == figure.best)
    return next(of_best, figure.claims[0])
