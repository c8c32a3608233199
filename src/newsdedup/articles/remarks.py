"""What is said of a source as a whole: that most of its rows, or all, were left out, with the reason and the remedy."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from newsdedup.articles.article import Rejection
from newsdedup.articles.row_check import EMPTY_TEXT, NO_TEXT, WRONG_TYPE
from newsdedup.articles.unique_ids import REPEATED

_DETAIL: Final = re.compile(r"\d+|'[^']*'|\"[^\"]*\"")  # by which reasons of one kind differ
_NAME_THE_TEXT: Final = "name the column of the texts with columns={'text': '…'}"
_REMEDIES: Final = (
    (NO_TEXT, _NAME_THE_TEXT),
    (EMPTY_TEXT, f"if another column holds them, {_NAME_THE_TEXT}"),
    (WRONG_TYPE, _NAME_THE_TEXT),
    (REPEATED, "if these are other articles, name the column of their ids with columns={'id': '…'}"),
)


def loss_remark(n_accepted: int, rejected: Sequence[Rejection]) -> str | None:
    """What is said where more rows were rejected than accepted: counts, the commonest reason and its remedy.

    Examples
    --------
    >>> loss_remark(0, [Rejection(None, 0, "the text is empty"), Rejection(None, 1, "the text is empty")])
    "none of the 2 rows can be read: the text is empty; if another column holds them, name the column of the texts \
with columns={'text': '…'}"
    """
    n = n_accepted + len(rejected)
    if len(rejected) <= n_accepted:
        return None
    reason, count = _commonest(rejected)
    if n_accepted:
        lost = f"{len(rejected)} of {n} rows are rejected"
    else:
        lost = "the only row cannot be read" if n == 1 else f"none of the {n} rows can be read"
    share = "" if count == len(rejected) else f", {count} of them for this reason"
    remedy = next((one for start, one in _REMEDIES if reason.startswith(start) and "columns=" not in reason), None)
    return f"{lost}{share}: {reason}" + (f"; {remedy}" if remedy else "")


def _commonest(rejected: Sequence[Rejection]) -> tuple[str, int]:
    """The first reason of the commonest kind, and how many are of that kind; of several, the kind that came first."""
    kinds = [_DETAIL.sub("…", one.reason) for one in rejected]
    (kind, count), *_ = Counter(kinds).most_common(1)
    return rejected[kinds.index(kind)].reason, count
