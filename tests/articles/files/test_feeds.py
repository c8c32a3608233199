from __future__ import annotations

import gzip
import io
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import feedparser
import pytest

import newsdedup as nd

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Báo A</title><language>vi</language>
<item><guid>g1</guid><title>Tin một</title><link>http://a/1</link><description>Tóm tắt một</description>
<content:encoded>Bản tin thứ nhất</content:encoded><pubDate>Sat, 14 Jun 2025 08:30:00 +0700</pubDate></item>
<item><title>Tin hai</title><link>http://a/2</link><description>Tóm tắt hai</description>
<dc:date>2025-06-15T00:00:00Z</dc:date></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Paper B</title>
<entry><id>e1</id><title>One</title><link href="http://b/1"/><updated>2025-06-14T08:30:00Z</updated>
<content type="text">The first report</content></entry></feed>"""


def read(content: str | bytes) -> nd.Articles:
    with pytest.warns(nd.ArticleWarning):
        return nd.read_articles(content if isinstance(content, bytes) else content.encode())


def test_entries_of_rss_are_rows() -> None:
    articles = read(RSS)
    first, second = articles
    assert (first.id, first.title, first.summary, first.text) == ("g1", "Tin một", "Tóm tắt một", "Bản tin thứ nhất")
    assert (first.source, first.url, first.language) == ("Báo A", "http://a/1", "vi")
    assert first.published_at == datetime(2025, 6, 14, 8, 30, tzinfo=timezone(timedelta(hours=7)))
    assert (second.id, second.text) == ("http://a/2", "Tin hai\nTóm tắt hai")
    assert second.published_at == datetime(2025, 6, 15, tzinfo=UTC)
    assert [one.row for one in articles.notices] == [1]


def test_entries_of_atom_are_rows() -> None:
    (article,) = nd.read_articles(ATOM.encode())
    assert (article.id, article.title, article.text, article.url) == ("e1", "One", "The first report", "http://b/1")
    assert (article.source, article.language, article.published_at.year) == ("Paper B", "en", 2025)


@pytest.mark.parametrize("name", ["feed.rss", "feed.xml", "feed.atom", "feed.rss.gz"])
def test_feeds_are_read_from_files_bytes_and_binary_streams(tmp_path: Path, name: str) -> None:
    content = ATOM.encode()
    (tmp_path / name).write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    assert list(nd.read_articles(tmp_path / name)) == list(nd.read_articles(io.BytesIO(content)))


def test_a_feed_in_another_encoding_is_read() -> None:
    text = RSS.replace("UTF-8", "UTF-16")
    assert [article.title for article in read(text.encode("utf-16"))] == ["Tin một", "Tin hai"]
    wrong = (
        ATOM.replace("<feed", '<?xml version="1.0" encoding="utf-8"?><feed').replace("report", "récit").encode("cp1252")
    )
    assert nd.read_articles(wrong, encoding="windows-1252")[0].text == "The first récit"


@pytest.mark.parametrize("content", [b"<html><body>x</body></html>", b"<x/>", b"<", b"<!DOCTYPE html><p>x"])
def test_what_is_not_a_feed_is_an_error(content: bytes) -> None:
    with pytest.raises(nd.InputError, match="is not an RSS or Atom feed"):
        nd.read_articles(content)


def test_an_empty_file_is_not_a_feed(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_bytes(b"")
    with pytest.raises(nd.InputError, match="is not an RSS or Atom feed"):
        nd.read_articles(tmp_path / "feed.xml")


def test_a_feed_that_is_cut_off_loses_its_last_entry_only() -> None:
    articles = read(RSS[: RSS.index("<dc:date>")])
    assert [article.id for article in articles] == ["g1"]
    assert [(one.row, one.reason) for one in articles.rejected] == [(1, "the feed is cut off in this entry")]
    assert "the feed is not sound XML" in articles.notices[0].reason


def test_no_entity_is_fetched_or_expanded(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    articles = read(entity + RSS.split("?>", 1)[1].replace("thứ nhất", "thứ nhất &e;"))
    assert "secret" not in articles[0].text


def test_an_address_is_not_fetched() -> None:
    with pytest.raises(nd.InputError, match="is an address: nothing is fetched"):
        nd.read_articles("https://example.com/feed.rss")


def test_feeds_without_the_library_name_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "feedparser", None)
    with pytest.raises(nd.MissingExtraError, match=r'pip install "feedparser'):
        nd.read_articles(RSS.encode())


def test_what_feedparser_returns_gives_its_title_as_the_source_of_each_entry() -> None:
    items = "<item><title>Lũ</title><description>Lũ lên ở Mai Pha.</description><guid>a</guid></item>"
    feed = f"<rss version='2.0'><channel><title>VnExpress</title><language>vi</language>{items}</channel></rss>"
    with pytest.warns(nd.ArticleWarning, match="its title and summary are used as the text"):
        (article,) = nd.read_articles(feedparser.parse(feed))
    assert (article.id, article.source, article.language) == ("a", "VnExpress", "vi")
