from __future__ import annotations

from datetime import UTC, datetime
from time import gmtime
from typing import Any

import pandas
import pytest

import newsdedup as nd
from newsdedup.articles.fields import is_blank, some_names

NEWS = "Hội nghị có hơn 10.000 điểm cầu."
MOMENT = "2025-06-14T08:00:00Z"


@pytest.mark.parametrize(
    "name",
    [
        *("publishedAt", "published_at", "published-at", "Published At", "PUBLISHED_AT", "datePublished"),
        *("date_published", "pubDate", "pubdate", "dc:date", "webPublicationDate", "publish_date", "pub_date"),
        *("article:published_time", "dcterms:issued"),
    ],
)
def test_names_of_the_date_are_compared_without_case_and_separators(name: str) -> None:
    (article,) = nd.read_articles([{"text": NEWS, name: MOMENT}])
    assert article.published_at == datetime(2025, 6, 14, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("row", "field", "value"),
    [
        ({"source": {"id": "bbc-news", "name": "BBC"}}, "source", "BBC"),
        ({"source": {"id": None, "name": None}, "site": "b.com"}, "source", "b.com"),
        ({"publisher": {"@type": "Organization", "name": "VOV"}}, "source", "VOV"),
        ({"source": [], "outlet": "VTV"}, "source", "VTV"),
        ({"title": {"rendered": "Tin"}}, "title", "Tin"),
        ({"headline": {"main": "Tin", "kicker": None}}, "title", "Tin"),
        ({"link": ["http://a", "http://b"]}, "url", "http://a"),
        ({"url": {"href": "http://a"}}, "url", "http://a"),
        ({"_id": {"$oid": "5f"}}, "id", "5f"),
        ({"inLanguage": "vi-VN"}, "language", "vi"),
        ({"inLanguage": {"@type": "Language", "name": "vi"}}, "language", "vi"),
        ({"authors": [{"name": "x"}]}, "source", None),
        ({"published_parsed": gmtime(0x684D2A80)}, "published_at", datetime.fromtimestamp(0x684D2A80, UTC)),
        ({"date": {"$date": MOMENT}}, "published_at", datetime(2025, 6, 14, 8, tzinfo=UTC)),
    ],
)
def test_values_within_objects_and_lists_are_read(row: dict[str, Any], field: str, value: Any) -> None:
    (article,) = nd.read_articles([{"text": NEWS, **row}])
    assert getattr(article, field) == value


@pytest.mark.parametrize(
    "row",
    [
        {"articleBody": NEWS, "headline": "Tin"},
        {"content_text": NEWS},
        {"content": [{"type": "text/plain", "value": NEWS}]},
        {"content": {"rendered": NEWS}},
        {"content": "", "body": NEWS},
        {"content": {}, "full-text": NEWS},
    ],
)
def test_the_text_may_have_other_names_and_be_within_an_object(row: dict[str, Any]) -> None:
    articles = nd.read_articles([row])
    assert ([article.text for article in articles], articles.notices) == ([NEWS], ())
    assert nd.find_copies([row, row]).labels.tolist() == [0, 0]


def test_a_list_of_paragraphs_is_joined_with_a_notice() -> None:
    with pytest.warns(nd.ArticleWarning, match="its text is a list of 2, which are joined by line breaks"):
        (article,) = nd.read_articles([{"text": ["Một.", " ", {"value": "Hai."}]}])
    assert article.text == "Một.\nHai."


def test_fields_whose_names_fold_alike_fill_each_other() -> None:
    (article,) = nd.read_articles([{"text": NEWS, "publishedAt": None, "published_at": MOMENT}])
    assert article.published_at is not None


def test_messages_have_the_first_names_only() -> None:
    assert (some_names(("a", "b")), some_names(tuple("abcdefg"))) == ("a, b", "a, b, c, d, e …")


def test_a_row_of_a_frame_and_a_named_tuple_are_articles() -> None:
    frame = pandas.DataFrame({"id": ["a"], "text": [NEWS], "date": [MOMENT]})
    for row in (frame.iloc[0], next(frame.itertuples(index=False))):
        (article,) = nd.read_articles([row])
        assert (article.id, article.text) == ("a", NEWS)
        assert [one.article_id for one in nd.extract_figures(row)] == ["a"]
        assert nd.find_events(frame).place(row).event == 0


def test_a_struct_time_in_json_is_a_date() -> None:
    (article,) = nd.read_articles([{"text": NEWS, "published_parsed": [2025, 6, 14, 8, 0, 0, 5, 165, 0]}])
    assert article.published_at == datetime(2025, 6, 14, 8, tzinfo=UTC)


@pytest.mark.parametrize("value", ["", " \n", "\ufeff", "\0\0", " \u200b\ufeff ", None, []])
def test_what_is_not_seen_is_blank(value: object) -> None:
    assert is_blank(value)
    assert not is_blank("\ufeff tin")


def test_an_id_that_is_only_a_place_in_memory_is_derived_from_the_text() -> None:
    (article,) = nd.read_articles([{"id": object(), "title": object(), "text": NEWS}])
    assert (article.id, article.title) == (nd.Article(NEWS).id, None)
