"""Texts to sketches."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdedup.copies.shingle_store import ShingleStore
from newsdedup.copies.sketch import (
    Sketches,
    shingle_hashes,
    sketch_chunks,
    sketch_texts,
    wordings,
)
from newsdedup.kernels import char_codes
from newsdedup.kernels.hashing import EMPTY
from newsdedup.kernels.ragged import PackedTexts, pack_texts
from newsdedup.support.settings import CopySettings
from newsdedup.text.code_points import fold_table

pytestmark = pytest.mark.kernels

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))
WORDS = st.lists(
    st.sampled_from(
        ["hội", "nghị", "hòa", "uỷ", "TOÀN", "10.000", "điểm", "cầu", "the", "of", "东京", "ไทย.", "!", "́", "\u200b"]
    ),
    max_size=40,
)
DEFAULTS = CopySettings()


def equal(one: Sketches, other: Sketches) -> bool:
    pairs = (
        (getattr(one, name), getattr(other, name))
        for name in ("signatures", "phrases", "digests", "n_tokens", "n_shingles")
    )
    return all(np.array_equal(left, right) for left, right in pairs)


def digest(text: str) -> tuple[int, ...]:
    return tuple(sketch_texts([text], DEFAULTS, threads=1).digests[0].tolist())


@given(st.lists(ANY_TEXT | WORDS.map(" ".join), min_size=1, max_size=4), st.integers(1, 8), st.sampled_from([64, 128]))
@settings(max_examples=60)
def test_signatures_equal_those_of_datasketch_over_the_same_shingle_hashes(
    texts: list[str], size: int, num_perm: int
) -> None:
    from datasketch import MinHash

    chosen = CopySettings(shingle_size=size, num_perm=num_perm, seed=7)
    found = sketch_texts(texts, chosen)
    for text, signature in zip(texts, found.signatures, strict=True):
        theirs = MinHash(num_perm=num_perm, seed=7, scheme="affine32", hashfunc=lambda value: value)
        theirs.update_batch([int(value) for value in shingle_hashes(text, size)])
        assert np.array_equal(signature, theirs.hashvalues)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_decomposed_text_is_sketched_like_composed_text(text: str) -> None:
    assert digest(unicodedata.normalize("NFD", text)) == digest(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hòa bình", "hoà bình"),
        ("ỦY BAN", "uỷ ban"),
        ("Ðà Nẵng", "đà nẵng"),
        ("điểm\u200b cầu\ufeff", "điểm cầu"),
        ("10.000\u00a0điểm", "10.000 điểm"),
        ("một\x00hai", "một hai"),
        ("tin \ud800 hỏng", "tin hỏng"),
        ("东京报道", "东 京 报 道"),
    ],
)
def test_spellings_of_the_same_words_have_one_digest(one: str, other: str) -> None:
    assert digest(one) == digest(other)


def test_other_words_tones_and_orders_have_other_digests() -> None:
    texts = ["hoa", "hoà", "hoá", "hòa bình", "bình hòa", "hoàbình", "ho à"]
    assert len({digest(text) for text in texts}) == len(texts)


@given(st.lists(st.binary(max_size=40), min_size=1, max_size=6))
def test_invalid_utf8_is_read_within_the_bounds_of_its_text(raw: list[bytes]) -> None:
    def sketched(several: list[bytes]) -> Sketches:
        offsets = np.cumsum([0, *map(len, several)])
        return sketch_chunks([PackedTexts(np.frombuffer(b"".join(several), np.uint8), offsets)], DEFAULTS)

    alone = [sketched([one]) for one in raw]
    together = sketched(raw)
    for place, one in enumerate(alone):
        assert np.array_equal(together.signatures[place], one.signatures[0])
        assert np.array_equal(together.phrases[place], one.phrases[0])


@given(st.lists(ANY_TEXT | WORDS.map(" ".join), min_size=1, max_size=4))
def test_utf8_and_utf16_have_equal_sketches(texts: list[str]) -> None:
    raw = [text.encode("utf-8", "surrogatepass") for text in texts]
    utf8 = PackedTexts(np.frombuffer(b"".join(raw), np.uint8), np.cumsum([0, *map(len, raw)]))
    assert [utf8.text(place) for place in range(len(utf8))] == texts
    assert equal(sketch_chunks([utf8], DEFAULTS), sketch_texts(texts, DEFAULTS))


@pytest.mark.parametrize("run", ["a" * 3000, "京" * 3000, "京a" * 1500, " " * 3000, "a. " * 1200, "à" * 1023 + " b"])
def test_runs_longer_than_a_block_are_read_the_same_at_any_place(run: str) -> None:
    alone = sketch_texts([f"{run} đầu đuôi"], DEFAULTS)
    for before in (1, 500, 1022, 1023, 1024):
        moved = sketch_texts(["." * before + f"{run} đầu đuôi"], DEFAULTS)
        assert np.array_equal(moved.digests, alone.digests)
        assert np.array_equal(moved.phrases, alone.phrases)


@given(st.lists(ANY_TEXT, max_size=8))
@settings(max_examples=30)
def test_any_number_of_threads_and_any_chunks_give_the_same(texts: list[str]) -> None:
    whole = sketch_texts(texts, DEFAULTS, threads=1)
    one_by_one = sketch_chunks((pack_texts([text]) for text in texts), DEFAULTS, threads=4)
    assert equal(whole, one_by_one)


def test_a_text_without_words_has_an_empty_signature_and_a_short_one_a_single_shingle() -> None:
    found = sketch_texts(["", "... !", "một hai"], DEFAULTS)
    assert (found.signatures[:2] == EMPTY).all()
    assert found.n_tokens.tolist() == [0, 0, 2]
    assert len(shingle_hashes("một hai")) == 1
    assert len(shingle_hashes("")) == 0


def test_a_phrase_has_one_hash_in_any_text() -> None:
    phrase = "Hội nghị khai mạc sáng nay ở đây."
    found = sketch_texts(
        [phrase, f"Có 10.000 điểm cầu trên cả nước. {phrase} Hết.", "Một câu nào khác hẳn ở đây."], DEFAULTS
    )
    first = found.phrases[0][found.phrases[0] != EMPTY]
    assert len(first) == 1
    assert first[0] in found.phrases[1]
    assert first[0] not in found.phrases[2]


def test_shingle_sets_are_put_into_the_store_each_hash_once_and_those_of_odd_texts_too() -> None:
    texts = ["a b c d e f a b c d e f", unicodedata.normalize("NFD", "hội nghị trực tuyến toàn quốc"), "", "a b"]
    with ShingleStore() as store:
        found = sketch_texts(texts, DEFAULTS, store=store)
        values, starts = store.read(found.starts, found.n_shingles)
        sets = [values[start : start + count] for start, count in zip(starts, found.n_shingles, strict=True)]
    assert found.n_shingles.tolist() == [6, 2, 0, 1]
    for one, text in zip(sets, texts, strict=True):
        assert np.array_equal(np.sort(one), shingle_hashes(text))


def test_wordings_are_numbered_by_their_first_text_in_the_order_given() -> None:
    found = sketch_texts(["a b c", "x y z", "A, B: c!", "x y"], DEFAULTS)
    numbered = wordings(found, np.array([3, 2, 1, 0]))
    assert numbered.of.tolist() == [0, 1, 2, 1]
    assert numbered.first.tolist() == [0, 1, 2]


def test_the_fold_table_has_the_fold_of_each_code_point() -> None:
    table = fold_table(composed=False)
    assert table[ord("A")] == table[ord("a")] == ord("a")
    assert table[ord("ò")] & char_codes.LETTER == ord("o")
    assert table[ord("\u0301")] == ord("\u0301") | char_codes.ODD
    assert table[ord("\u095b")] == char_codes.ODD
    assert fold_table(composed=True)[ord("\u0301")] == ord("\u0301")
    assert table[ord("\u20e3")] == ord("\u20e3")
    assert table[ord("\u212b")] == ord("å")
    assert table[ord("\uf900")] == ord("\u8c48") | char_codes.ALONE
    assert table[ord("京")] & char_codes.ALONE
    assert table[ord("\u200b")] == char_codes.SKIPPED
    assert table[ord("!")] == char_codes.PHRASE_STOP
    assert table[ord("\n")] == char_codes.PHRASE_STOP | char_codes.PHRASE_END
    assert table[0xD800] == table[ord(" ")] == 0


def test_a_file_and_a_list_give_the_same_copies(seeds_folder: Path) -> None:
    import newsdedup as nd

    articles = [*nd.read_articles(seeds_folder)]
    streamed = nd.find_copies(
        {"id": one.id, "text": one.text} for one in [*articles, nd.Article(articles[0].text + " Hết.", id="z")]
    )
    kept = nd.find_copies(nd.read_articles([*articles, nd.Article(articles[0].text + " Hết.", id="z")]))
    assert streamed.groups == kept.groups
    assert np.array_equal(streamed.pairs, kept.pairs)
    assert len(kept.pairs) == 1
