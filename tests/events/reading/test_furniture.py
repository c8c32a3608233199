"""The furniture of an outlet, and what is left of a text without it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdedup.articles.article import Article
from newsdedup.events.evidence.repeated import furniture_of
from newsdedup.events.reading.furniture import NO_FURNITURE, Furniture
from newsdedup.events.reading.hashed import NO_OUTLET, HashedTexts, outlet_code
from newsdedup.events.reading.views import read_hashed, views_of, whole_text, without_furniture
from newsdedup.kernels.furniture import repeated_units
from newsdedup.kernels.ragged import Ragged
from outlets import FOOTER, SHORT_LINE, TITLES, UNRELATED, page, unrelated_pages

pytestmark = pytest.mark.kernels

OUTLET = np.array([7], np.uint64)
Segments = list[list[int]]
SEGMENTS = st.lists(st.lists(st.integers(1, 3), min_size=1, max_size=16), max_size=6)


def rows_of(rows: list[list[int]], dtype: type[np.unsignedinteger] = np.uint32) -> Ragged:
    lengths = np.array([len(row) for row in rows], np.int64)
    return Ragged.of_lengths(np.array([value for row in rows for value in row], dtype), lengths)


def text_of(segments: Segments) -> HashedTexts:
    """A text of these segments, the first of which is its title."""
    words = [word for segment in segments for word in segment]
    ends = np.cumsum([0, *map(len, segments)])
    nothing = {name: rows_of([[]]) for name in ("names", "numbers", "sentences")}
    places = {name: rows_of([[]], np.uint16) for name in nothing}
    places["edges"] = rows_of([ends[1:-1].tolist()], np.uint16)
    title = ends[1] if segments else 0
    parts = np.array([[len(words), 0, title, 0, title]], np.int64)
    told = {name: rows_of([[]]) for name in ("days", "periods")}
    return HashedTexts(rows_of([words]), nothing, places, told, parts, OUTLET)


def furniture_in(texts: list[Segments]) -> Furniture:
    """Whatever is on two of these pages."""
    parts = [text_of(segments) for segments in texts]
    words = rows_of([part.words.values.tolist() for part in parts])
    edges = rows_of([part.places["edges"].values.tolist() for part in parts], np.uint16)
    keys, _ = repeated_units(words.values, words.offsets, edges.values, edges.offsets, OUTLET, 0, 2, 4)
    return Furniture.of(keys)


def left_of(segments: Segments, furniture: Furniture) -> Segments:
    """The segments that remain: a passage that was dropped divides what was one segment."""
    flags, left, start = furniture.flags(text_of(segments)), [], 0
    for segment in segments:
        pieces: Segments = [[]]
        for word, is_dropped in zip(segment, flags[start:], strict=False):
            if is_dropped:
                pieces.append([])
            else:
                pieces[-1].append(word)
        left += [piece for piece in pieces if piece]
        start += len(segment)
    return left


@given(st.lists(SEGMENTS, min_size=2, max_size=4))
def test_dropping_furniture_twice_is_dropping_it_once(texts: list[Segments]) -> None:
    furniture = furniture_in(texts)
    for segments in texts:
        once = left_of(segments, furniture)
        assert left_of(once, furniture) == once


@given(st.lists(SEGMENTS, min_size=2, max_size=4))
def test_a_text_keeps_its_words_if_few_would_remain(texts: list[Segments]) -> None:
    furniture = furniture_in(texts)
    for segments in texts:
        n_words = sum(map(len, segments))
        n_left = sum(map(len, left_of(segments, furniture)))
        assert n_left == n_words or n_left >= min(10, n_words / 2)


def test_of_three_pages_in_five_the_common_lines_and_the_end_of_the_title_are_dropped() -> None:
    news = [*unrelated_pages(3), *(page(text, text[:9], source=None) for text in UNRELATED[3:5])]
    texts = read_hashed(news)
    found = furniture_of(texts)
    kept = views_of(texts, furniture=found)["words"].lengths
    assert kept.tolist()[:3] == [
        len(f"{title} {text}".split()) for title, text in zip(TITLES[:3], UNRELATED, strict=False)
    ]
    assert kept.tolist()[3:] == texts.words.lengths.tolist()[3:]


def test_views_have_nothing_of_the_furniture() -> None:
    texts = read_hashed(unrelated_pages(5))
    views, all_views = views_of(texts, furniture=furniture_of(texts)), views_of(texts)
    bare = views_of(read_hashed(Article(text, title=title) for text, title in zip(UNRELATED, TITLES, strict=True)))
    for name in ("words", "opening", "headline", "names", "numbers"):
        assert [set(views[name][row].tolist()) for row in range(5)] == [
            set(bare[name][row].tolist()) for row in range(5)
        ], name
    assert all(views["sentences"].lengths < all_views["sentences"].lengths)


def test_a_name_in_furniture_and_in_the_article_is_kept() -> None:
    news = unrelated_pages(4)
    told = page("On Sunday the mayor opened a market in the Corn Exchange with a speech on cheese.", "market")
    texts = read_hashed([*news, told])
    found = furniture_of(texts)
    (name,) = views_of(read_hashed([Article("he saw the Corn Exchange there")]))["names"][0]
    held = [name in row for row in map(views_of(texts, furniture=found)["names"].__getitem__, range(5))]
    assert held == [False] * 4 + [True]


def test_a_title_that_other_pages_link_to_is_kept() -> None:
    link = "Whale that swam up the estuary back at sea"
    news = [page(f"{text}\n{link}", text[:9], title) for text, title in zip(UNRELATED[:4], TITLES, strict=False)]
    linked = page(UNRELATED[6], "whale", title=link)
    texts = read_hashed([*news, linked])
    found = furniture_of(texts)
    assert views_of(texts, furniture=found)["headline"].lengths.tolist()[-1] == len(link.split())
    assert link not in without_furniture(news[0], found).text


def test_a_text_is_read_without_the_furniture_as_its_views_are() -> None:
    news = unrelated_pages(4)
    texts = read_hashed(news)
    found = furniture_of(texts)
    for article, words in zip(news, views_of(texts, furniture=found)["words"].lengths, strict=True):
        bare = without_furniture(article, found)
        assert (bare.id, bare.text) == (article.id, UNRELATED[int(article.id[4:])])
        assert len(f"{bare.title} {bare.text}".replace("- ", "").split()) == words
        assert FOOTER not in whole_text(article, found).plain
        assert SHORT_LINE in whole_text(article).plain


def test_an_article_without_furniture_stays_as_it_is() -> None:
    found = furniture_of(read_hashed(unrelated_pages(4)))
    article = Article(f"{UNRELATED[5]}\n{FOOTER}", source="another-outlet")
    assert without_furniture(article, found) is article
    assert without_furniture(article, NO_FURNITURE) is article


def test_a_summary_and_a_text_without_a_title_lose_it_too() -> None:
    found = furniture_of(read_hashed(unrelated_pages(4)))
    article = Article(f"{FOOTER}\n{UNRELATED[5]}", summary="Two sisters are well.", source="harrow-valley")
    bare = without_furniture(article, found)
    assert (bare.title, bare.text.replace("\n\n", "\n")) == (None, f"Two sisters are well.\n{UNRELATED[5]}")
    headline = views_of(read_hashed([article]), furniture=found)["headline"][0].tolist()
    assert headline == views_of(read_hashed([Article(UNRELATED[5])]))["words"][0].tolist()[: len(headline)]
    assert len(headline) > 5


def test_an_outlet_is_the_source_or_the_host_of_the_address() -> None:
    codes = [
        outlet_code(Article("Tin", source=source, url=url))
        for source, url in (
            ("Harrow", None),
            ("harrow ", "https://x.com/1"),
            (None, "https://www.harrow/news?id=2"),
            (None, "no address"),
            (None, None),
        )
    ]
    assert len(set(codes[:3])) == 1
    assert codes[3:] == [NO_OUTLET, NO_OUTLET]
