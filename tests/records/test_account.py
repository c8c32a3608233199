from __future__ import annotations

from concurrent.futures import CancelledError

import pytest
from attrs import evolve

import newsdedup as nd
from newsdedup.records import account
from newsdedup.records.account import account_of, accounts_of
from newsdedup.text.page import Page, page_of

LUCID = nd.Article("Lũ làm 12 người chết ở Mai Pha.", id="lucid")


def test_a_text_that_several_articles_have_is_read_once_and_speaks_for_each(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def watched(article: nd.Article, roles: tuple[nd.Role, ...]) -> Page:
        read.append(article.id)
        return page_of(article, roles)

    monkeypatch.setattr(account, "page_of", watched)
    first, second = accounts_of([LUCID, evolve(LUCID, id="other")])
    assert read == ["lucid"]
    assert ({claim.article_id for claim in first.claims}, {claim.article_id for claim in second.claims}) == (
        {"lucid"},
        {"other"},
    )


@pytest.fixture
def failing_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that fails on the article "bad"."""

    def fail_on_bad(page: Page) -> tuple[list[nd.FigureClaim], list[tuple[int, int, str]]]:
        if page.article.id == "bad":
            raise RecursionError("too deep")
        return read(page)

    read = account.figures_and_people_on
    monkeypatch.setattr(account, "figures_and_people_on", fail_on_bad)


@pytest.mark.usefixtures("failing_reader")
def test_an_error_of_the_reader_fails_every_test() -> None:
    with pytest.raises(RecursionError, match="too deep"):
        nd.record_of([LUCID, evolve(LUCID, id="bad", text="Lũ.")])


@pytest.mark.usefixtures("failing_reader")
def test_an_article_that_trips_the_reader_is_noted_and_the_others_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(account.STRICT)
    record = nd.record_of([LUCID, nd.Article("Mưa lũ đã làm 12 người thiệt mạng tại Mai Pha hôm nay.", id="bad")])
    assert record.notes == ("bad not read: RecursionError: too deep",)
    assert [(figure.best, figure.n_origins) for figure in record.figures] == [(12, 1)]
    assert {report.id for report in record.articles} == {"lucid", "bad"}


class TimeLimitError(Exception):
    """A caller's own."""


@pytest.mark.parametrize("kind", [MemoryError, TimeoutError, CancelledError, TimeLimitError])
def test_what_stops_the_job_of_a_caller_leaves_no_article_out(
    monkeypatch: pytest.MonkeyPatch, kind: type[Exception]
) -> None:
    def stopped(*_: object) -> Page:
        raise kind

    monkeypatch.delenv(account.STRICT)
    monkeypatch.setattr(account, "page_of", stopped)
    with pytest.raises(kind):
        account_of(LUCID)


def test_a_language_without_tables_is_noted_for_each_article() -> None:
    german = nd.Article("Der Minister sagte, dass die Maßnahmen im Gesetz stehen.", id="a", language="de")
    assert [note[:14] for one in accounts_of([german, evolve(german, id="b")]) for note in one.notes] == [
        "figures of a n",
        "figures of b n",
    ]
    assert account_of(german).claims == ()
