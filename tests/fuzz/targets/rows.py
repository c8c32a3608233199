"""Rows of any kind: each becomes an article or a rejection, whatever the others are."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from typing import Any, Final

from hypothesis import strategies as st

import newsdedup as nd
from fuzz.hostile import plain_values, sound_texts, texts
from fuzz.target import Target, documented_errors

_KEYS: Final = (
    *(
        "id",
        "text",
        "body",
        "title",
        "summary",
        "date",
        "published_at",
        "publishedAt",
        "source",
        "url",
        "lang",
        "noi_dung",
    ),
    *("", "Text ", "_", "\ud800", "content", "headline", "timestamp"),
)
_DATES: Final = ("2025-06-14", "06/07/2025", "06/14/2025", "14/6", "yesterday", 1749888000, "2025-06-14T08:00:00+07:00")
_VALUE: Final = st.one_of(texts(4), sound_texts(), plain_values(), st.sampled_from(_DATES))
_ROW: Final = st.one_of(
    *(2 * (st.dictionaries(st.sampled_from(_KEYS), _VALUE, max_size=5),)),
    st.fixed_dictionaries({"text": sound_texts() | texts(6)}, optional={"id": _VALUE, "date": _VALUE, "lang": _VALUE}),
    *(texts(6), sound_texts(), plain_values(deep=False)),
)


def _texts_of(articles: nd.Articles) -> list[str]:
    return sorted(one.text for one in articles)


def every_row_is_an_article_or_a_rejection(rows: list[Any]) -> None:
    """Law: nothing is lost, ids are unique, articles have texts, and the order of rows changes no text."""
    with warnings.catch_warnings(), documented_errors() as refused:
        warnings.simplefilter("ignore", nd.ArticleWarning)
        articles = nd.read_articles(rows)
    if refused:  # the strings of a list may be names of files, and columns may have no texts
        return
    _require_whole(articles, len(rows))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", nd.ArticleWarning)
        again, reversed_ = nd.read_articles(rows), nd.read_articles(rows[::-1])
        once_more = nd.read_articles(list(articles))
    assert (articles.items, articles.rejected, articles.notices) == (again.items, again.rejected, again.notices)
    assert len(reversed_) == len(articles)
    assert _texts_of(reversed_) == _texts_of(articles)
    assert [(one.id, one.text) for one in once_more] == [(one.id, one.text) for one in articles]


def _require_whole(articles: nd.Articles, n_rows: int) -> None:
    assert articles.n_rows == n_rows
    assert sorted([*articles.rows, *(one.row for one in articles.rejected)]) == list(range(n_rows))
    assert len({one.id for one in articles}) == len(articles)
    assert all(one.text.strip() and one.language for one in articles)
    assert all(one.reason.strip() for one in (*articles.rejected, *articles.notices))
    for one in articles:
        assert all(value is None or isinstance(value, str) for value in (one.title, one.source, one.url, one.summary))


def one_bad_row_changes_no_other(rows: list[Any]) -> None:
    """Law: an article is read as it is read without the bad rows beside it."""
    sound = [{"id": f"sound-{number}", "text": f"Lũ làm {number + 2} người chết ở Mai Pha."} for number in range(2)]
    mixed = [sound[0], *(row for row in rows if not _names(row, sound)), sound[1]]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", nd.ArticleWarning)
        articles = nd.read_articles(mixed)
    _require_whole(articles, len(mixed))
    found = {one.id: one.text for one in articles}
    assert {one["id"]: found[one["id"]] for one in sound} == {one["id"]: one["text"] for one in sound}


def _names(row: Any, sound: list[dict[str, str]]) -> bool:
    return isinstance(row, Mapping) and any(one["id"] in str(row) for one in sound)


TARGETS: Final = (
    Target("rows", st.lists(_ROW, max_size=6), every_row_is_an_article_or_a_rejection, 120),
    Target("rows_beside_sound_ones", st.lists(_ROW, max_size=4), one_bad_row_changes_no_other, 80),
)
