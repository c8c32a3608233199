"""Signatures by id, and datasketch."""

from __future__ import annotations

import numpy as np
import pytest
from datasketch import MinHash, MinHashLSH

import newsdedup as nd

NEWS = [
    {"id": "a", "text": "Sáng 14/6, hội nghị trực tuyến toàn quốc khai mạc với hơn 10.000 điểm cầu trên cả nước"},
    {
        "id": "b",
        "text": "Sáng 14/6, hội nghị trực tuyến toàn quốc khai mạc với hơn 10.000 điểm cầu trên cả nước, theo TTXVN",
    },
    {"id": "c", "text": "Giá vàng miếng trong nước sáng nay tăng mạnh, vượt mốc 120 triệu đồng một lượng bán ra"},
]


def test_an_index_of_datasketch_finds_our_signatures() -> None:
    hashes = nd.sketch_articles(NEWS).to_datasketch()
    index = MinHashLSH(threshold=0.5, num_perm=128)
    for name in ("a", "c"):
        index.insert(name, hashes[name])
    assert index.query(hashes["b"]) == ["a"]


def test_signatures_are_unchanged_by_the_way_to_datasketch_and_back() -> None:
    signatures = nd.sketch_articles(NEWS, seed=3, num_perm=64)
    again = nd.Signatures.from_datasketch(signatures.to_datasketch().items(), num_perm=64, seed=3)
    assert again.ids == signatures.ids == ("a", "b", "c")
    assert np.array_equal(again.values, signatures.values)
    assert len(again) == 3


@pytest.mark.parametrize("other", [{"seed": 2}, {"num_perm": 64}, {"scheme": "legacy"}])
def test_signatures_with_another_scheme_seed_or_length_are_refused(other: dict[str, object]) -> None:
    made = MinHash(**{"num_perm": 128, "seed": 1, "scheme": "affine32", **other})
    with pytest.raises(nd.SettingError, match="sketched with"):
        nd.Signatures.from_datasketch([("x", made)], num_perm=128, seed=1)
