from __future__ import annotations

from typing import Any

import pandas
import pytest

import newsdedup as nd

NEWS = "Mưa lũ làm 12 người chết ở xã Mai Pha, hai người mất tích, chính quyền đang tìm kiếm."
MARKS = (
    "[Removed]",
    "[+2345 chars]",
    "… [+2,345 chars]",
    "Read more…",
    "Đọc tiếp >>",
    "Xem thêm",
    "[+23 ký tự]",
    "Lire la suite",
)


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("read", [nd.read_articles, nd.find_copies])
@pytest.mark.parametrize("source", [list, pandas.DataFrame])
def test_a_text_that_is_only_a_mark_is_rejected(read: Any, source: Any, mark: str) -> None:
    rows = [{"id": f"n{number}", "text": f"{NEWS} {number}"} for number in range(300)]
    found = read(source([*rows, {"id": "mark", "text": mark}]))
    assert [(one.id, one.reason) for one in found.rejected] == [
        ("mark", f"the text is only a mark that it is withheld, {mark!r}")
    ]


def test_a_removed_article_whose_title_is_the_mark_too_is_rejected() -> None:
    with pytest.warns(nd.ArticleWarning, match="the text is only a mark that it is withheld"):
        articles = nd.read_articles([{"title": "[Removed]", "description": "[Removed]", "content": ""}])
    assert not articles


@pytest.mark.parametrize("text", ["Read more about the flood", "Xem thêm phim mới", "[Removed] from office", "Mưa"])
def test_short_texts_with_words_of_their_own_are_read(text: str) -> None:
    assert [one.text for one in nd.read_articles([text])] == [text]


@pytest.mark.parametrize(
    "text",
    ["Lũ làm 12 người chết ở Mai Pha… [+2345 chars]", "Floods killed 12 people in Mai Pha… [+2,345 chars]"],
)
def test_the_mark_of_a_text_that_was_cut_is_no_figure(text: str) -> None:
    assert [claim.value for claim in nd.extract_figures(text)] == [12]
