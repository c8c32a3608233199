"""Results of a file that has changed since: articles are found wherever they are, and those that changed are named."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import newsdedup as nd
from newsdedup.articles.read_again import ChangedArticles, digest_of

Rows = list[dict[str, Any]]
PLACES = ("Huế", "Đà Nẵng", "Cần Thơ", "Hải Phòng", "Nghệ An", "Lào Cai")


def _rows() -> Rows:
    return [
        {
            "id": f"n{number}",
            "title": f"Tai nạn ở {place}",
            "text": f"Sáng {number + 1}/6, tai nạn ở {place} làm {number + 3} người chết, công an {place} điều tra.",
        }
        for number, place in enumerate(PLACES)
    ]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return _written(tmp_path / "news.jsonl", _rows())


def _written(path: Path, rows: Rows) -> Path:
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows))
    return path


def _with_one_more(rows: Rows) -> Rows:
    return [{"id": "new", "title": "Giá vàng", "text": "Giá vàng hôm nay tăng mạnh."}, *rows]


def _names(why: nd.Explanation) -> list[tuple[str, ...]]:
    assert why.common is not None
    return [why.common.left_alone.names, why.common.right_alone.names]


@pytest.mark.parametrize("change", [lambda rows: rows[::-1], _with_one_more])
@pytest.mark.parametrize("has_ids", [True, False])
def test_articles_that_only_moved_are_found(path: Path, change: Callable[[Rows], Rows], has_ids: bool) -> None:
    rows = _rows() if has_ids else [{**row, "id": None} for row in _rows()]
    events, copies = nd.find_events(_written(path, rows)), nd.find_copies(path)
    left, right = (str(events.ids[row]) for row in (2, 5))
    _written(path, change(rows))
    assert _names(events.explain(left, right)) == [("Cần Thơ",), ("Lào Cai",)]
    assert copies.titles([left, right]) == {left: "Tai nạn ở Cần Thơ", right: "Tai nạn ở Lào Cai"}
    assert events.place(rows[2]["text"]).links[0].article_id == left


def test_two_articles_of_one_id_are_told_apart_in_any_order(path: Path) -> None:
    rows = _rows()
    rows[5]["id"] = "n2"
    with pytest.warns(nd.ArticleWarning, match="belongs to another text before"):
        events = nd.find_events(_written(path, rows))
    left, right = (str(events.ids[row]) for row in (2, 5))
    _written(path, rows[::-1])
    assert _names(events.explain(left, right)) == [("Cần Thơ",), ("Lào Cai",)]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda rows: [*rows[:5], {**rows[5], "text": "Giá vàng hôm nay tăng mạnh."}],
            "'n5' has another text or title",
        ),
        (lambda rows: [*rows[:5], {**rows[5], "title": "Giá vàng"}], "'n5' has another text or title"),
        (lambda rows: rows[:5], "'n5' is missing"),
        (lambda rows: [{**row, "id": f"x{row['id']}"} for row in rows], "'n2', 'n5' are missing"),
    ],
)
def test_articles_that_changed_are_named(path: Path, change: Callable[[Rows], Rows], said: str) -> None:
    events = nd.find_events(path)
    _written(path, change(_rows()))
    message = f"'{path}' has changed since it was read: {said}; run it again on the new file"
    with pytest.warns(nd.ArticleWarning), pytest.raises(nd.InputError, match=re.escape(message)):
        events.explain("n2", "n5")
    with pytest.raises(nd.InputError, match="has changed since it was read"):
        events.place("Giá vàng hôm nay tăng mạnh.")


def test_where_only_others_changed_an_explanation_is_given_with_a_warning(path: Path) -> None:
    events = nd.find_events(path)
    _written(path, _rows()[1:])
    with pytest.warns(nd.ArticleWarning, match="other articles are left out: 'n0' is missing"):
        why = events.explain("n2", "n5")
    assert _names(why) == [("Cần Thơ",), ("Lào Cai",)]


def test_a_title_of_an_article_that_is_gone_is_left_out(path: Path) -> None:
    copies = nd.find_copies(path)
    _written(path, _rows()[3:])
    assert copies.titles(["n2", "n5"]) == {"n5": "Tai nạn ở Lào Cai"}


def test_rows_that_the_caller_changes_later_keep_their_ids() -> None:
    rows = [{"text": row["text"]} for row in _rows()] * 40
    before, again = nd.find_copies(rows), nd.find_copies(rows)
    for row in rows:
        row["text"] = "Giá vàng hôm nay tăng mạnh."
    assert again.ids == before.ids
    assert len(set(again.ids)) == len(rows)
    assert str(again.ids[0]) == nd.Article(_rows()[0]["text"]).id


def test_a_digest_is_of_title_summary_and_text() -> None:
    article = nd.Article("Mưa lớn.", id="a", title="Mưa")
    assert digest_of(article) == digest_of(evolve(article, id="b", source="Báo A"))
    others = [evolve(article, text="Mưa."), evolve(article, title="Gió"), evolve(article, title=None, summary="Mưa")]
    assert len({digest_of(one) for one in (article, *others)}) == 4


def test_of_many_changes_the_first_are_named() -> None:
    assert str(ChangedArticles(["a"], ["b", "c", "d", "e"])) == (
        "'a' has another text or title; 'b', 'c', 'd' and 1 more are missing"
    )
    assert str(ChangedArticles(["a", "b"], [])) == "'a', 'b' have another text or title"
    assert not ChangedArticles([], [])
