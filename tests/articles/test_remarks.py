from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any

import pytest

import newsdedup as nd
from newsdedup.articles.article import Rejection
from newsdedup.articles.remarks import loss_remark

NEWS = "Hội nghị có hơn 10.000 điểm cầu."


def rejected(*reasons: str) -> list[Rejection]:
    return [Rejection(None, row, reason) for row, reason in enumerate(reasons)]


@pytest.mark.parametrize("function", [nd.read_articles, nd.find_copies, nd.find_events, nd.consolidate])
def test_one_warning_says_that_most_rows_were_rejected(function: Callable[..., Any]) -> None:
    rows = [NEWS, *({"ghi_chep": NEWS} for _ in range(8)), ""]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        function(rows)
    (one,) = caught
    assert str(one.message).startswith("9 of 10 rows are rejected, 8 of them for this reason: it has no text")
    assert "columns={'text': 'ghi_chep'}" in str(one.message)


def test_nothing_is_said_where_as_many_rows_are_accepted_as_rejected() -> None:
    assert loss_remark(2, rejected("the text is empty", "the text is empty")) is None
    assert nd.read_articles([NEWS, ""]).remarks == ()


@pytest.mark.parametrize(
    ("n_accepted", "reasons", "start"),
    [
        (0, ["odd"], "the only row cannot be read: odd"),
        (0, ["odd", "odd"], "none of the 2 rows can be read: odd"),
        (1, ["odd", "even", "odd"], "3 of 4 rows are rejected, 2 of them for this reason: odd"),
        (0, ["line 2: 'a' is odd", "line 3: 'b' is odd"], "none of the 2 rows can be read: line 2: 'a' is odd"),
    ],
)
def test_reasons_that_differ_in_details_count_as_one(n_accepted: int, reasons: list[str], start: str) -> None:
    assert loss_remark(n_accepted, rejected(*reasons)) == start


@pytest.mark.parametrize(
    ("reason", "remedy"),
    [
        ("the text is empty", "name the column of the texts with columns={'text': '…'}"),
        ("the text is of type int, not a string", "name the column of the texts with columns={'text': '…'}"),
        ("it repeats an earlier id with the same text; the first is kept", "columns={'id': '…'}"),
    ],
)
def test_the_remedy_of_a_common_reason_is_said(reason: str, remedy: str) -> None:
    assert str(loss_remark(0, rejected(reason))).endswith(remedy)


@pytest.mark.parametrize("call", [nd.record_of, lambda rows: nd.EventClusterer().fit(rows)])
def test_where_articles_are_needed_one_error_says_why_there_are_none(call: Callable[..., Any]) -> None:
    with pytest.raises(nd.InputError, match="needs at least one article: none of the 2 rows can be read: the text is"):
        call(["", " "])
    with pytest.raises(nd.InputError, match="needs at least one article: the source holds no articles"):
        call([])


def test_an_article_that_cannot_be_placed_is_an_error_that_says_why() -> None:
    with pytest.raises(nd.InputError, match="placing needs at least one article: the only row cannot be read"):
        nd.find_events([NEWS]).place("")
