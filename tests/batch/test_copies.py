"""The functions of batches, composed as an engine composes them, find what one machine finds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copied_news import KINDS, expected_copies, many_rows, rows_of, story, version
from newsdedup.support.settings import CopySettings

pytest.importorskip("pyarrow")

from small_engine import SmallEngine, copies_in_batches  # it needs pyarrow

ENGINES = st.builds(SmallEngine, st.integers(0, 99), st.sampled_from([1, 2, 5]), st.sampled_from([1, 3, 50]))
PARTS = st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 60), st.integers(0, 5)), min_size=1, max_size=40)


@settings(max_examples=40)
@given(PARTS, ENGINES)
def test_groups_relations_and_pairs_are_those_of_one_machine(
    parts: list[tuple[str, int, int]], engine: SmallEngine
) -> None:
    rows = rows_of(parts)
    assert copies_in_batches(rows, engine) == expected_copies(rows)


@pytest.mark.parametrize(("partitions", "most_rows"), [(1, 1000), (8, 60), (64, 5)])
def test_many_articles_in_any_number_of_partitions(partitions: int, most_rows: int) -> None:
    rows = many_rows(400)
    expected = expected_copies(rows)
    assert copies_in_batches(rows, SmallEngine(7, partitions, most_rows)) == expected
    relations = {known[1] for known in expected[0].values()}
    assert relations == {None, "copy", "excerpt"}


def test_a_crowded_bucket_pairs_each_wording_with_the_earliest_and_the_next() -> None:
    rows = rows_of(("notice", number, 1 + number % 7) for number in range(150))
    rows += rows_of(("notice", number, 3) for number in range(40))  # twins do not crowd a bucket
    rows = [{**row, "id": str(place)} for place, row in enumerate(rows)]
    found = copies_in_batches(rows, SmallEngine(1))
    assert found == expected_copies(rows)
    assert 150 < len(found[1]) < 150 * 149 // 2


def test_a_long_chain_of_versions_is_several_groups() -> None:
    words = story(3, 120)
    rows = []
    for step in range(90):
        words = [*words[1:], *story(500 + step, 2)][:120]
        words[step] = f"bản{step}"
        rows.append({"id": f"v{step}", "text": " ".join(words), "published_at": f"2031-09-0{1 + step // 30}"})
    found = copies_in_batches(rows, SmallEngine(5))
    assert found == expected_copies(rows)
    assert 1 < len({known[0] for known in found[0].values()}) < 90


def test_twins_of_one_wording_are_copies_of_the_earliest() -> None:
    rows = [
        {"id": f"t{place:03}", "text": version("twin", 3 * place), "published_at": f"2031-09-{1 + place % 9:02}"}
        for place in range(200)
    ]
    rows.append({"id": "version", "text": version("copy", 1), "published_at": "2031-08-01"})
    assert copies_in_batches(rows, SmallEngine(2)) == expected_copies(rows)


def test_a_twin_of_an_article_that_is_no_copy_of_the_representative_stands_in_for_it() -> None:
    rows = rows_of([("chain", 6, 1), ("chain", 3, 2), ("chain", 0, 3), ("chain", 0, 4), ("chain", 0, 5)])
    assert copies_in_batches(rows, SmallEngine(2)) == expected_copies(rows)


def test_rejected_rows_are_in_no_group() -> None:
    bad = [{"id": name, "text": text, "published_at": None} for name, text in (("blank", " "), ("nothing", None))]
    rows = [*many_rows(30), *bad]
    found = copies_in_batches(rows, SmallEngine(3))
    assert found == expected_copies(rows)
    assert "blank" not in found[0]


def test_no_articles_have_no_copies() -> None:
    assert copies_in_batches([], SmallEngine(3)) == ({}, {})


@pytest.mark.parametrize(
    "options", [{"threshold": 0.8, "num_perm": 64}, {"threshold": 0.3, "shingle_size": 3, "seed": 9}]
)
def test_settings_change_both_alike(options: dict[str, float]) -> None:
    rows = many_rows(150, seed=4)
    assert copies_in_batches(rows, SmallEngine(3), CopySettings(**options)) == expected_copies(rows, **options)
