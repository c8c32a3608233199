"""Words to hashes, shingles and signatures."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from datasketch import MinHash
from hypothesis import given
from hypothesis import strategies as st

from newsdedup.errors import SettingError
from newsdedup.grouping.sketch import (
    EMPTY,
    Rows,
    distinct,
    grams,
    hashed,
    shortened,
    signatures,
    stacked,
)
from newsdedup.grouping.work import in_threads, shown
from newsdedup.text import normalise, tokens

any_text = st.text(st.characters(exclude_categories=()))  # lone surrogates, NUL and control characters too


def shingles(texts: list[str], size: int = 5) -> Rows:
    return distinct(grams(hashed([tokens(normalise(text)) for text in texts]), size))


@given(st.lists(any_text, max_size=6), st.integers(1, 6), st.sampled_from([64, 128]), st.integers(0, 5))
def test_signatures_are_bit_for_bit_those_of_datasketch(texts: list[str], size: int, num_perm: int, seed: int) -> None:
    sets = shingles(texts, size)
    ours = signatures(sets, num_perm=num_perm, seed=seed, threads=1)
    for row in range(len(texts)):
        theirs = MinHash(num_perm=num_perm, seed=seed, scheme="affine32", hashfunc=lambda value: value)
        theirs.update_batch(sets[row].tolist())
        assert ours.dtype == theirs.hashvalues.dtype
        assert (ours[row] == theirs.hashvalues).all()


@given(st.lists(st.lists(st.sampled_from("abcdef"), max_size=12), max_size=6), st.integers(1, 5))
def test_a_shingle_is_a_run_of_tokens_and_a_short_text_is_one_shingle(lines: list[list[str]], size: int) -> None:
    found = distinct(grams(hashed(lines), size)).lengths
    expected = [
        len({tuple(line[i : i + size]) for i in range(max(len(line) - size + 1, 1))}) if line else 0 for line in lines
    ]
    assert found.tolist() == expected


def test_a_row_does_not_depend_on_its_neighbours() -> None:
    alone = shingles(["hội nghị trực tuyến toàn quốc tập huấn chuyên môn"])
    among = shingles(["", "giá vàng", "hội nghị trực tuyến toàn quốc tập huấn chuyên môn", "x"])
    assert (alone[0] == among[2]).all()
    assert among.lengths.tolist() == [0, 1, 6, 1]


def test_an_empty_set_has_the_empty_signature() -> None:
    assert (signatures(shingles(["", "…"]), num_perm=64, seed=1) == EMPTY).all()
    assert signatures(shingles([]), num_perm=64, seed=1).shape == (0, 64)


def test_any_number_of_threads_gives_the_same_signatures() -> None:
    random = np.random.default_rng(0)
    sets = distinct(Rows(random.integers(0, 2**32, 300_000, dtype=np.uint32), np.arange(0, 300_001, 100)))
    one, two, four = (signatures(sets, num_perm=64, seed=1, threads=threads) for threads in (1, 2, 4))
    assert (one == two).all()
    assert (one == four).all()


def test_hashes_are_the_same_in_every_process() -> None:
    code = "from newsdedup.grouping.sketch import hashed; print(hashed([['hội', '\\udc80']]).values.tolist())"
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert other.stdout.strip() == str(hashed([["hội", "\udc80"]]).values.tolist())


def test_rows_can_be_taken_and_stacked() -> None:
    rows = shortened(hashed([["a"], [], ["b", "c"]]))
    taken = rows.take(np.array([2, 0, 2]))
    assert taken.lengths.tolist() == [2, 1, 2]
    assert (taken[0] == rows[2]).all()
    assert stacked([rows, taken], np.uint32).owners.tolist() == [0, 2, 2, 3, 3, 4, 5, 5]
    assert len(stacked([], np.uint32)) == 0


@pytest.mark.parametrize("threads", [0, -1, 1.5, True, "2"])
def test_a_wrong_number_of_threads_is_named(threads: object) -> None:
    with pytest.raises(SettingError, match="threads="):
        in_threads(len, [[1], [2]], threads)  # type: ignore[arg-type]


def test_a_progress_bar_is_shown_only_when_wanted(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(shown([1, 2], "reading", False)) == [1, 2]
    assert capsys.readouterr().err == ""
    assert list(shown([1, 2], "reading", True)) == [1, 2]
    assert "reading" in capsys.readouterr().err
