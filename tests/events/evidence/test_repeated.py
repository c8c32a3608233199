"""Which passages are the furniture of an outlet."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdedup.articles.article import Article
from newsdedup.events.evidence import repeated
from newsdedup.events.evidence.repeated import furniture_of
from newsdedup.events.reading.furniture import Furniture
from newsdedup.events.reading.views import read_hashed, views_of
from outlets import FOOTER, UNRELATED, follow_ups, page, unrelated_pages

pytestmark = pytest.mark.kernels

MIXED = [*unrelated_pages(6), *follow_ups(), *(page(text, text[:9], source=None) for text in UNRELATED[3:5])]
HASHED = read_hashed(MIXED)


def words_dropped(articles: list[Article], furniture: Furniture) -> list[int]:
    texts = read_hashed(articles)
    return (texts.words.lengths - views_of(texts, furniture=furniture)["words"].lengths).tolist()


@settings(max_examples=20)
@given(st.permutations(range(len(MIXED))), st.sampled_from([1, 3]))
def test_furniture_does_not_depend_on_the_order_of_articles_or_on_threads(order: list[int], threads: int) -> None:
    found = furniture_of(HASHED.take(np.array(order)), threads=threads)
    assert np.array_equal(found.flags(HASHED), furniture_of(HASHED).flags(HASHED))
    assert found


def test_the_background_of_an_event_is_not_furniture() -> None:
    assert not furniture_of(read_hashed(follow_ups()))
    among = furniture_of(HASHED)
    assert words_dropped(follow_ups(), among) == [0] * 4
    assert all(words_dropped(unrelated_pages(6), among))


def test_copies_of_a_page_count_once() -> None:
    news = unrelated_pages(2)
    copies = [Article(news[0].text, id=f"copy{number}", source=news[0].source) for number in range(4)]
    assert not furniture_of(read_hashed([*news, *copies]))


def test_two_pages_are_too_few_and_three_outlets_have_nothing_in_common() -> None:
    assert not furniture_of(read_hashed(unrelated_pages(2)))
    outlets = [page(text, text[:9], source=f"outlet {number}") for number, text in enumerate(UNRELATED)]
    assert not furniture_of(read_hashed(outlets))


def test_articles_of_unknown_outlets_have_no_furniture() -> None:
    unknown = unrelated_pages(5, source=None)
    assert not furniture_of(read_hashed(unknown))
    assert words_dropped(unknown, furniture_of(HASHED)) == [0] * 5
    assert not furniture_of(read_hashed([]))


def test_bulletins_of_one_template_keep_their_wording() -> None:
    bulletins = [
        Article(
            f"Gold prices today at the Saigon exchange stood at {price} dong per tael for buyers. Dealers asked for "
            f"{price + 70} dong per tael from customers who wanted bars. In London an ounce cost {price + 9} dollars.",
            id=str(price),
            source="harrow-valley",
        )
        for price in range(310, 990, 68)
    ]
    assert not furniture_of(read_hashed(bulletins))


def test_of_an_outlet_with_many_pages_a_sample_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repeated, "_SAMPLE_BOUNDS", (4, 4))
    monkeypatch.setattr(repeated, "_PAGES_AT_ONCE", 4)
    others = [page(f"{text} {FOOTER}", f"x{text[:9]}", source="another") for text in UNRELATED]
    third = [page(text, f"y{text[:9]}", source="third") for text in UNRELATED]
    news = [*unrelated_pages(7), *others, *third]
    found = furniture_of(read_hashed(news))
    assert all(words_dropped(news, found))
