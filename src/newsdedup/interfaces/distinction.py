"""What tells figures of one name apart: the words of an article around the number of each.

A report counts "cơ sở" twice: “kiểm tra 1.232 cơ sở”, and “phát hiện 257 cơ sở vi phạm”.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.figure import ReconciledFigure
from newsdedup.interfaces.wording import figure_title
from newsdedup.text.normal_form import fold_case

_CLAUSE_END: Final = re.compile(r"[,;:.!?](?=\s)|[()\[\]\n“”\"…|]|\s[–—-](?=\s)")
_WORD: Final = re.compile(r"\S+")
_DIGIT: Final = re.compile(r"\d")
_WORDS_BEFORE: Final = 4  # syllables, in Vietnamese
_WORDS_AFTER: Final = 6


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


def words_around(claim: FigureClaim) -> str:
    """The words of a claim with a few before and after it, as the article prints them.

    They end with the clause; of the words up to another number only the nearer half are taken.
    """
    start = claim.start - claim.sentence_start
    end = start + len(claim.text)
    before, after = claim.sentence[:start], claim.sentence[end:]
    clause = max((match.end() for match in _CLAUSE_END.finditer(before)), default=0)
    clause_end = _CLAUSE_END.search(after)
    words_before = list(_WORD.finditer(before, clause))
    words_after = list(_WORD.finditer(after, 0, clause_end.start() if clause_end else len(after)))
    n_before, n_after = _n_own(words_before[::-1], with_middle=False), _n_own(words_after, with_middle=True)
    first = words_before[-min(n_before, _WORDS_BEFORE)].start() if n_before else start
    last = words_after[min(n_after, _WORDS_AFTER) - 1].end() if n_after else 0
    return " ".join(f"{before[first:]}{claim.text}{after[:last]}".split()).rstrip(".,;:")


def _n_own(words: Sequence[re.Match[str]], *, with_middle: bool) -> int:
    """How many words, the nearest first, belong to a number: half of those up to another number, or all."""
    number = next((place for place, word in enumerate(words) if _DIGIT.search(word[0])), None)
    return len(words) if number is None else (number + with_middle) // 2
