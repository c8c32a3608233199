"""One template filled in twice is two events, and a copy with a new figure is still a copy."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsdedup as nd
from newsdedup.events.evidence.templates import details_in_common, same_template, wording_in_common
from newsdedup.events.reading.phrases import MOST, sketched
from newsdedup.kernels.ragged import Ragged

pytestmark = pytest.mark.kernels

PAIR = np.array([[0, 1]])
TEMPLATE = (
    "Sáng {day}, giá vàng miếng tại Hà Nội được niêm yết ở mức {buy} triệu đồng/lượng mua vào và {sell} triệu "
    "đồng/lượng bán ra, tăng {step} đồng/lượng so với chốt phiên hôm qua. Trên thị trường thế giới, giá vàng giao ngay "
    "đứng ở {world} USD/ounce. Chuyên gia nhận định giá vàng còn biến động mạnh trong thời gian tới, khi nhà đầu tư "
    "chờ tín hiệu từ các ngân hàng trung ương lớn. Người mua lẻ được khuyên cân nhắc kỹ trước khi giao dịch."
)
TODAY = TEMPLATE.format(day="5/6", buy="118,2", sell="120,4", step="300.000", world=3312)
TOMORROW = TEMPLATE.format(day="6/6", buy="116,9", sell="119,1", step="700.000", world=3279)


def rows(*lists: list[int]) -> Ragged:
    values = [np.array(one, np.uint32) for one in lists]
    return Ragged(np.concatenate(values), np.cumsum([0, *map(len, values)]))


words = st.lists(st.integers(0, 2**32 - 2), max_size=200)


@given(words)
def test_a_sketch_is_sorted_without_repeats_and_equal_to_that_of_a_copy(terms: list[int]) -> None:
    sketches = sketched(rows(terms, terms))
    first = sketches[0].tolist()
    assert first == sorted(set(first)) == sketches[1].tolist()
    assert len(first) <= min(MOST, max(0, len(terms) - 2))
    assert wording_in_common(sketches, PAIR)[0] == (1 if first else 0)


@pytest.mark.parametrize("shared", [0, 50, 200, 350])
def test_the_likeness_of_sketches_is_near_that_of_the_phrases(shared: int) -> None:
    random = np.random.default_rng(0)
    one, other = random.integers(0, 2**32 - 2, (2, 400)).tolist()
    other[:shared] = one[:shared]
    phrases = max(0, shared - 2)
    found = wording_in_common(sketched(rows(one, other)), PAIR)[0]
    assert found == pytest.approx(phrases / (796 - phrases), abs=0.13)


def test_details_in_common_are_a_share_of_the_article_with_fewer() -> None:
    names, numbers = rows([1, 2, 3], [2, 3, 4, 5, 6]), rows([7], [7])
    assert details_in_common([names, numbers], np.array([4, 6]), PAIR)[0] == pytest.approx(3 / 4)
    assert details_in_common([rows([], [])], np.array([0, 0]), PAIR)[0] == 0


@pytest.mark.parametrize(
    ("jaccard", "details", "n_details", "is_template"),
    [
        (0.5, 0.1, 8, True),
        (0.5, 0.6, 8, False),  # a copy, edited in words and details alike
        (0.05, 0.0, 8, False),  # two newsrooms' own words
        (0.5, 0.0, 1, False),  # one number more or less is chance
    ],
)
def test_a_template_has_much_of_the_wording_and_few_of_the_details_in_common(
    jaccard: float, details: float, n_details: int, is_template: bool
) -> None:
    found = same_template(np.array([jaccard]), np.array([details]), np.full(2, n_details), np.full(2, 100), PAIR)
    assert found.tolist() == [is_template]


def test_bulletins_of_two_days_are_copies_by_their_wording_but_two_events() -> None:
    assert len(nd.find_copies([TODAY, TOMORROW]).groups) == 1
    events = nd.find_events([TODAY, TOMORROW])
    assert events.labels.tolist() == [0, 1]
    assert "one template filled in twice" in events.explain(*map(str, events.ids)).speaks_against[0]


def test_a_copy_with_a_new_figure_is_still_a_copy() -> None:
    corrected = TODAY.replace("3312", "3321")
    events = nd.find_events([TODAY, corrected, TOMORROW])
    assert events.labels.tolist() == [0, 0, 1]
    assert len(events.copies.groups) == 2


def test_a_copy_in_capitals_is_still_a_copy() -> None:
    news = "Ông Trần Văn Bảy, bà Lê Thị Sáu và em Ngô Quang Tám ở xã Tân Lập được cứu sau hai ngày mưa lũ. " * 2
    assert nd.find_events([news, news.upper()]).labels.tolist() == [0, 0]


def test_a_bulletin_is_placed_with_none_of_earlier_days() -> None:
    events = nd.find_events([TODAY, "Mưa lớn ở Hà Tĩnh làm hai người chết, nhiều nhà bị ngập trong đêm 4/6"])
    assert events.place(nd.Article(TOMORROW, id="new")).event is None


def test_a_bulletin_of_nearly_the_same_words_is_not_a_reprint() -> None:
    bulletin = (
        "Giá vàng miếng được niêm yết ở mức {} triệu đồng mua vào và {} triệu đồng bán ra. Chuyên gia nhận định giá "
        "còn biến động mạnh trong thời gian tới, khi nhà đầu tư chờ tín hiệu từ các ngân hàng trung ương lớn."
    )
    events = nd.find_events([bulletin.format("118", "120")])
    assert events.place(bulletin.format("118", "120")).event == 0
    assert events.place(bulletin.format("116", "119")).event is None
