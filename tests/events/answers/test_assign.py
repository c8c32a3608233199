from __future__ import annotations

import numpy as np
import pytest

import newsdedup as nd
from outlets import TITLES, UNRELATED, follow_ups, page, unrelated_pages

STORM = "Sáng 25/8, bão số 5 đổ bộ Nghệ An, hai người chết, hàng trăm ngôi nhà tốc mái tại Diễn Châu"
GOLD = "Giá vàng miếng SJC hôm nay vượt 120 triệu đồng một lượng, người dân xếp hàng tại Cầu Giấy"
MATCH = "Đội tuyển Việt Nam thắng Thái Lan 2-1 trên sân Mỹ Đình tối 3/9, Tiến Linh ghi bàn quyết định"
NEWS = [{"id": "storm", "text": STORM}, {"id": "gold", "text": GOLD}, {"id": "match", "text": MATCH}]


def found() -> nd.EventGroups:
    return nd.find_events(NEWS, progress=False)


def test_a_further_report_joins_its_event() -> None:
    placed = found().place("Nghệ An: hai người thiệt mạng khi bão số 5 đổ bộ sáng 25/8, nhiều nhà ở Diễn Châu tốc mái")
    assert placed.event == 0
    assert placed.score >= placed.threshold
    assert placed.links[0].article_id == "storm"


def test_news_of_something_else_is_an_event_of_its_own() -> None:
    placed = found().place("Quốc hội thông qua Luật Đất đai sửa đổi với đa số phiếu trong kỳ họp bất thường")
    assert placed.event is None
    assert placed.score < placed.threshold


def test_an_article_of_an_event_is_placed_there() -> None:
    groups = found()
    assert [groups.place(text).event for text in (STORM, GOLD, MATCH)] == [0, 1, 2]


def test_a_reprint_joins_the_event_of_its_report_at_any_threshold() -> None:
    groups = nd.find_events(NEWS, threshold=1.0, progress=False)
    placed = groups.place(GOLD)
    assert placed.score < placed.threshold == 1
    assert placed.event == 1


@pytest.mark.filterwarnings("ignore::newsdedup.ArticleWarning")
def test_in_an_empty_corpus_it_joins_no_event() -> None:
    placed = nd.find_events([], progress=False).place(STORM)
    assert (placed.event, placed.score, placed.links) == (None, 0.0, ())


def test_where_it_is_placed_does_not_depend_on_what_was_placed_before() -> None:
    one, other = found(), found()
    other.place(GOLD)
    assert one.place(STORM) == other.place(STORM)


def test_articles_outside_the_window_are_not_compared() -> None:
    dated = [{**row, "published_at": "2025-08-25"} for row in NEWS]
    groups = nd.find_events(dated, window_hours=48, progress=False)
    late = {"text": STORM + ".", "published_at": "2025-09-25"}
    assert groups.place(late).links == ()
    assert groups.place({**late, "published_at": "2025-08-26"}).event == 0


@pytest.mark.filterwarnings("ignore::newsdedup.ArticleWarning")
def test_a_rejected_article_is_an_error_with_the_reason() -> None:
    with pytest.raises(nd.InputError, match="empty"):
        found().place("   ")


def test_events_found_with_an_embedding_cannot_place_an_article() -> None:
    groups = nd.find_events(NEWS, embed=lambda texts: np.ones((len(texts), 2)), progress=False)
    with pytest.raises(nd.SettingError, match="embed"):
        groups.place(STORM)


def test_an_article_of_a_known_outlet_is_placed_without_its_furniture() -> None:
    groups = nd.find_events([*unrelated_pages(5), *follow_ups()], progress=False)
    unrelated = page(UNRELATED[5], "new", TITLES[5])
    assert groups.place(unrelated).event is None
    bare = nd.Article(UNRELATED[5], title=TITLES[5])
    assert groups.place(unrelated).score == pytest.approx(groups.place(bare).score, abs=0.05)
    assert groups.place(unrelated_pages(1)[0]).event == groups.labels[0]
