"""Copies among articles that arrive one after the other."""

from __future__ import annotations

import numpy as np

from newsdedup.copies.sketch import sketch_texts
from newsdedup.events.live.copies import CopyIndex, CopyPlace, placed
from newsdedup.support.settings import CopySettings

SETTINGS = CopySettings()
TEXT = (
    "Bão số 7 đổ bộ vào xã Tân Lập tối 2/9, làm 12 người chết và 300 ngôi nhà tốc mái. Chính quyền xã đã đưa bà con "
    "đến nơi an toàn từ chiều hôm trước. Đường vào xã bị chia cắt, bộ đội đang dùng thuyền chở lương thực."
)
OTHER = "Giải bóng đá học đường khai mạc sáng 10/9 với 47 đội dự giải và hơn 10.000 khán giả đến sân vận động tỉnh."


def index_of(*texts: str) -> CopyIndex:
    index = CopyIndex(SETTINGS)
    for number, text in enumerate(texts, start=10):
        index.append(np.array([number]), sketch_texts([text], SETTINGS))
    return index


def test_only_similar_articles_are_likely_copies() -> None:
    index = index_of(TEXT, OTHER, f"{TEXT} Tin mới.", "…")
    assert index.likely(0).tolist() == [[10, 12]]
    assert index.likely(2).tolist() == [[10, 12]]
    assert index.likely(3).tolist() == []


def test_a_part_of_a_text_is_a_likely_excerpt() -> None:
    long = " ".join(f"Câu số {n} nói về việc thứ {n} của xã Tân Lập trong mùa bão năm nay." for n in range(40))
    assert index_of(f"{long} {TEXT}", TEXT).likely(1).tolist() == [[10, 11]]


def test_of_very_many_similar_articles_few_are_compared() -> None:
    index = index_of(*(f"{TEXT} Bản tin số {n}." for n in range(60)))
    assert 1 <= len(index.likely(59)) <= 12


def place(scores: dict[tuple[int, int], tuple[float, float]], arrived: list[int]) -> dict[int, CopyPlace]:
    sizes = dict.fromkeys(range(10), 50) | {8: 500}
    return {one.number: one for one in placed(arrived, scores, sizes, lambda number: 1, SETTINGS)}


def test_a_copy_joins_the_group_of_what_it_copies() -> None:
    found = place({(1, 3): (0.9, 0.95), (2, 3): (0.6, 0.8), (1, 2): (0.7, 0.9)}, [3])
    assert found[3] == CopyPlace(3, 1, "copy", 1, 0.9, 0.95)


def test_a_copy_of_a_copy_names_that_where_the_first_is_further_away() -> None:
    found = place({(2, 3): (0.8, 0.9), (1, 3): (0.4, 0.6)}, [3])
    assert found[3] == CopyPlace(3, 1, "copy", 2, 0.8, 0.9)


def test_a_copy_of_a_copy_with_too_little_of_the_first_is_a_group_of_its_own() -> None:
    found = place({(2, 3): (0.8, 0.85), (1, 3): (0.2, 0.4)}, [3])
    assert found[3].representative == 3


def test_an_excerpt_names_what_contains_it() -> None:
    found = place({(3, 8): (0.1, 0.97)}, [3])
    assert found[3] == CopyPlace(3, 3, "excerpt", 8, 0.1, 0.97)


def test_articles_that_arrive_together_are_placed_in_their_order() -> None:
    found = place({(4, 5): (0.9, 0.95)}, [5, 4])
    assert found[5].representative == 5
    assert found[4] == CopyPlace(4, 5, "copy", 5, 0.9, 0.95)
