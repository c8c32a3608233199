from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdedup.batch.columns import batch_of, matrix_of, numbers, ragged_of, unsigned
from newsdedup.batch.sketches import CHECKED, SKETCHED, phrases_of, sketch_batches
from newsdedup.copies.shingle_store import ShingleStore
from newsdedup.copies.sketch import sketch_texts
from newsdedup.support.settings import CopySettings

pa = pytest.importorskip("pyarrow")

SETTINGS = CopySettings()
TEXTS = [
    "Sáng 14/6, hội nghị khai mạc với hơn 10.000 điểm cầu trên cả nước, theo ban tổ chức",
    "Sáng 14/6, hội nghị khai mạc với hơn 10.000 điểm cầu trên cả nước, theo ban tổ chức.",
    "",
    "Trang chủ\nThời sự\nThế giới\nMưa lớn gây ngập nhiều tuyến phố ở Huế\nTin cùng chuyên mục",
    "Giá vàng, giá xăng 🏦 \U0001f600 và tỉ giá đều tăng",
    "a\u0323\u0302 bão số 3 đổ bộ vào Quảng Ninh",
    "The river rose by two metres overnight and the bridge was closed, police said on Tuesday",
]


def _checked(texts: list[str | None], **others: Any) -> pa.RecordBatch:
    n = len(texts)
    kept = batch_of(CHECKED, n, {"id": pa.array([f"a{row}" for row in range(n)]), **others})
    return pa.RecordBatch.from_arrays([*kept.columns, pa.array(texts, pa.string())], names=[*kept.schema.names, "text"])


@given(st.lists(st.sampled_from(TEXTS) | st.text(max_size=60), max_size=12))
def test_sketches_of_batches_are_those_of_one_machine(texts: list[str]) -> None:
    texts = [text.encode("utf-8", "replace").decode() for text in texts]
    with ShingleStore() as store:
        expected = sketch_texts(texts, SETTINGS, store=store, threads=1, without_pages=True)
        values, starts = store.read(expected.starts, expected.n_shingles)
        sets = [set(values[start : start + n].tolist()) for start, n in zip(starts, expected.n_shingles, strict=True)]
    found = [batch for part in (texts[:3], texts[3:]) for batch in sketch_batches(SETTINGS)([_checked(part)])]
    assert sum(batch.num_rows for batch in found) == len(texts)
    start = 0
    for batch in found:
        some = slice(start, start := start + batch.num_rows)
        signatures = matrix_of(batch, "signature", np.uint32, SETTINGS.num_perm)
        assert (signatures == expected.signatures[some]).all()
        assert (matrix_of(batch, "hint", np.uint8, SETTINGS.num_perm) == signatures & 255).all()
        assert (phrases_of(batch) == expected.phrases[some]).all()
        assert (unsigned(batch, "d1") == expected.digests[some, 0]).all()
        assert (unsigned(batch, "d2") == expected.digests[some, 1]).all()
        assert (numbers(batch, "n_tokens") == expected.n_tokens[some]).all()
        rows = ragged_of(batch, "shingles", np.uint32)
        assert [set(rows[row].tolist()) for row in range(len(rows))] == sets[some]
        assert (rows.lengths == numbers(batch, "n_shingles")).all()


def test_a_row_without_a_text_keeps_its_reason() -> None:
    batch = _checked([None], reason=pa.array(["the text is empty"]))
    (found,) = sketch_batches(SETTINGS)([batch])
    assert found.schema.names == list(SKETCHED)
    assert found.column("reason").to_pylist() == ["the text is empty"]
    assert found.column("n_shingles").to_pylist() == [0]
