from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsdedup as nd
from newsdedup.articles.article import content_id
from newsdedup.batch import unique_ids as module
from newsdedup.batch.articles import IntakeOptions, checked_batch
from newsdedup.batch.unique_ids import id_roots, unique_ids

pytestmark = pytest.mark.filterwarnings("ignore::newsdedup.ArticleWarning")

NEWS = "Sáng 14/6, hội nghị trực tuyến khai mạc với hơn 10.000 điểm cầu trên cả nước"
GOLD = "Giá vàng miếng SJC sáng nay tăng 500.000 đồng mỗi lượng tại Hà Nội"
FLOOD = "Lũ lên nhanh ở Huế, hai người mất tích"
TEXTS = (NEWS, GOLD, FLOOD, "")
IDS = (
    *(None, "a", "b", content_id(NEWS), f"{content_id(NEWS)}-2", f"a#{content_id(GOLD)}", content_id(FLOOD)),
    f"a#{content_id(GOLD)}#{content_id(NEWS)}",
)

Rows = Sequence[tuple[str | None, str]]  # ids and texts


def articles_of(rows: Rows) -> pa.Table:
    """Rows as checked articles, in the order in which they are to be named."""
    given_ids, texts = zip(*rows, strict=True)
    table = pa.table({"id": pa.array(given_ids, pa.string()), "text": texts})
    keep = ("id", "text", "text_digest", "reason", "notices")
    checked = checked_batch(table.to_batches()[0], IntakeOptions(), keep)
    return pa.Table.from_batches([checked]).append_column("root", id_roots(checked["id"]))


def in_order(rows: Rows) -> Rows:
    """Rows as `unique_ids` wants them: roots together, derived ids after the others; otherwise as they are."""
    articles = articles_of(rows).to_pylist()

    def key(place: int) -> tuple[str, bool]:
        article = articles[place]
        return article["root"] or "", article["id"] == content_id(article["text"] or "")

    return [rows[place] for place in sorted(range(len(rows)), key=key)]


def named(rows: Rows, rows_at_once: int = 100) -> list[tuple[str | None, str | None, list[str]]]:
    batches = articles_of(rows).to_batches(rows_at_once)
    found = [row for batch in unique_ids(batches) for row in batch.to_pylist()]
    return [(row["id"], row["reason"], row["notices"]) for row in found]


def named_on_one_machine(rows: Rows) -> list[tuple[str | None, str | None, list[str]]]:
    found = nd.read_articles([{"id": given, "text": text} for given, text in rows])
    reasons = {one.row: one.reason for one in found.rejected}
    notices = {one.row: [one.reason] for one in found.notices}
    return [(name, reasons.get(row), notices.get(row, [])) for row, name in enumerate(found.row_ids)]


@given(st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(TEXTS)), min_size=1, max_size=14), st.integers(1, 14))
def test_ids_are_those_of_one_machine_for_any_cut_into_batches(rows: Rows, rows_at_once: int) -> None:
    ordered = in_order(rows)
    assert named(ordered, rows_at_once) == named_on_one_machine(ordered)


@given(st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(TEXTS)), min_size=1, max_size=14))
def test_ids_of_articles_are_unique(rows: Rows) -> None:
    ids = [name for name, reason, _ in named(in_order(rows)) if reason is None]
    assert len(set(ids)) == len(ids)


def test_the_first_keeps_its_id_the_same_text_is_rejected_and_another_is_renamed() -> None:
    found = named([("a", NEWS), ("a", NEWS), ("a", GOLD), ("a", GOLD), ("b", NEWS)])
    renamed = f"a#{content_id(GOLD)}"
    assert [name for name, _, _ in found] == ["a", "a", renamed, "a", "b"]
    repeated = "it repeats an earlier id with the same text; the first is kept"
    assert [reason for _, reason, _ in found] == [None, repeated, None, repeated, None]
    assert found[2][2] == [f"id 'a' belongs to another text before: this one is called {renamed!r}"]


def test_identical_texts_without_ids_are_numbered_past_an_id_that_is_taken() -> None:
    derived = content_id(NEWS)
    found = named([(f"{derived}-2", GOLD), (None, NEWS), (None, NEWS), (derived, NEWS)])
    assert [name for name, _, _ in found] == [f"{derived}-2", derived, f"{derived}-3", f"{derived}-4"]


def test_a_repair_stays_noted_beside_the_new_id() -> None:
    found = named([("a", NEWS), ("a", f"<p>{GOLD}</p>")])
    assert [
        part for part, notice in zip(("belongs to another text", "is HTML"), found[1][2], strict=True) if part in notice
    ] == ["belongs to another text", "is HTML"]


def test_rejected_rows_pass_as_they_are() -> None:
    found = named([("a", ""), ("a", NEWS), ("a", ""), ("a", NEWS)], 2)
    assert [reason for _, reason, _ in found][:3] == ["the text is empty", None, "the text is empty"]
    assert found[3][1] is not None
    assert named([(None, "")]) == [(None, "the text is empty", [])]


def test_batches_without_repeated_ids_are_passed_on_as_they_are() -> None:
    batch = articles_of([("a", NEWS), ("b", GOLD)]).to_batches()[0]
    empty = batch.slice(0, 0)
    assert all(one is other for one, other in zip(unique_ids([batch, empty]), (batch, empty), strict=True))


def test_notices_are_not_needed() -> None:
    table = articles_of([("a", NEWS), ("a", GOLD)]).drop_columns(["notices"])
    (found,) = unique_ids(table.to_batches())
    assert found.column("id").to_pylist() == ["a", f"a#{content_id(GOLD)}"]
    assert found.schema == table.schema


def test_an_id_of_too_many_texts_is_no_id(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_TEXTS", 2)
    found = named([("0", NEWS), ("0", GOLD), ("0", FLOOD), ("1", NEWS)])
    reason = "its id belongs to 2 other articles: give each article an id of its own"
    assert [reason for _, reason, _ in found] == [None, None, reason, None]


def test_identical_texts_need_no_memory() -> None:
    state = module._Root()
    names = {state.named("c5264b0e60e79326", "c5264b0e60e79326", 0xC5264B0E60E79326).id for _ in range(100)}
    assert len(names) == 100
    assert not state.ids.text_of_id


@pytest.mark.parametrize(
    "name", ["a", "story-2", "a#b", "0123456789abcdef", "0123456789abcdeg-2", "x0123456789abcdef-2"]
)
def test_an_id_without_what_is_appended_is_its_own_root(name: str) -> None:
    assert id_roots(pa.array([name])).to_pylist() == [name]


def test_rows_without_an_id_have_no_root() -> None:
    assert id_roots(pa.array([None], pa.string())).to_pylist() == [None]


def test_any_other_columns_are_kept() -> None:
    table = articles_of([("a", NEWS), ("a", NEWS)]).append_column("rid", pa.array([7, 8]))
    rows: list[dict[str, Any]] = next(unique_ids(table.to_batches())).to_pylist()
    assert [row["rid"] for row in rows] == [7, 8]
