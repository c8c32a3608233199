from __future__ import annotations

import unicodedata
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdedup.grouping import folding
from newsdedup.grouping.sketch import EMPTY
from newsdedup.grouping.store import InMemory, Packed, Spilled, packed
from newsdedup.grouping.wording import (
    Sketches,
    chunks,
    shingle_hashes,
    shingle_sets,
    sketch_chunks,
    sketch_texts,
    wordings,
)
from newsdedup.settings import CopySettings

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))
WORDS = st.lists(
    st.sampled_from(
        ["hội", "nghị", "hòa", "uỷ", "TOÀN", "10.000", "điểm", "cầu", "the", "of", "东京", "ไทย.", "!", "́", "\u200b"]
    ),
    max_size=40,
)
DEFAULTS = CopySettings()


def equal(one: Sketches, other: Sketches) -> bool:
    pairs = ((getattr(one, name), getattr(other, name)) for name in ("signatures", "sentences", "digests", "n_tokens"))
    return all(np.array_equal(left, right) for left, right in pairs)


def digest(text: str) -> tuple[int, ...]:
    return tuple(sketch_texts([text], DEFAULTS, threads=1).digests[0].tolist())


@given(st.lists(ANY_TEXT | WORDS.map(" ".join), min_size=1, max_size=4), st.integers(1, 8), st.sampled_from([64, 128]))
@settings(max_examples=60)
def test_signatures_are_datasketchs_own_over_the_same_shingle_hashes(
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
def test_bytes_that_are_no_utf8_never_lead_astray(raw: list[bytes]) -> None:
    offsets = np.cumsum([0, *map(len, raw)])
    data = np.frombuffer(b"".join(raw) + bytes(4), np.uint8)
    alone = [
        sketch_chunks([Packed(np.frombuffer(one + bytes(4), np.uint8), np.array([0, len(one)]))], DEFAULTS)
        for one in raw[-1:]
    ]
    together = sketch_chunks([Packed(data, offsets)], DEFAULTS)
    assert np.array_equal(together.signatures[-1], alone[0].signatures[0])


@given(st.lists(ANY_TEXT, max_size=8))
@settings(max_examples=30)
def test_any_number_of_threads_and_any_chunks_give_the_same(texts: list[str]) -> None:
    whole = sketch_texts(texts, DEFAULTS, threads=1)
    one_by_one = sketch_chunks((packed([text]) for text in texts), DEFAULTS, threads=4)
    assert equal(whole, one_by_one)


def test_a_text_without_words_has_an_empty_signature_and_a_short_one_a_single_shingle() -> None:
    found = sketch_texts(["", "... !", "một hai"], DEFAULTS)
    assert (found.signatures[:2] == EMPTY).all()
    assert found.n_tokens.tolist() == [0, 0, 2]
    assert len(shingle_hashes("một hai")) == 1
    assert len(shingle_hashes("")) == 0


def test_sentences_are_known_wherever_they_stand() -> None:
    said = "Hội nghị khai mạc sáng nay ở đây."
    found = sketch_texts(
        [said, f"Có 10.000 điểm cầu trên cả nước. {said} Hết.", "Một câu nào khác hẳn ở đây."], DEFAULTS
    )
    first = found.sentences[0][found.sentences[0] != EMPTY]
    assert len(first) == 1
    assert first[0] in found.sentences[1]
    assert first[0] not in found.sentences[2]


@given(st.lists(ANY_TEXT, min_size=1, max_size=6), st.data())
@settings(max_examples=40)
def test_a_spilled_text_comes_back_as_it_went(texts: list[str], data: st.DataObject) -> None:
    numbers = np.array(data.draw(st.lists(st.integers(0, len(texts) - 1), min_size=1)), np.int64)
    with Spilled() as spilled:
        list(spilled.passing(chunks(texts)))
        back = spilled.read(numbers)
    kept = InMemory(texts).read(numbers)
    assert np.array_equal(back.data, kept.data)
    assert [kept.text(place) for place in range(len(kept))] == [texts[number] for number in numbers]


def test_shingle_sets_hold_each_hash_once_and_odd_texts_too() -> None:
    texts = ["a b c d e f a b c d e f", unicodedata.normalize("NFD", "hội nghị trực tuyến toàn quốc"), ""]
    sets = shingle_sets(packed(texts), 5)
    assert [len(set(sets[place].tolist())) for place in range(3)] == sets.counts.tolist() == [6, 2, 0]


def test_wordings_are_numbered_by_their_first_text_in_the_order_given() -> None:
    found = sketch_texts(["a b c", "x y z", "A, B: c!", "x y"], DEFAULTS)
    numbered = wordings(found, np.array([3, 2, 1, 0]))
    assert numbered.of.tolist() == [0, 1, 2, 1]
    assert numbered.first.tolist() == [0, 1, 2]


def test_the_fold_table_says_what_each_code_point_is() -> None:
    table = folding.fold_table(composed=False)
    assert table[ord("A")] == table[ord("a")] == ord("a")
    assert table[ord("ò")] & folding.LETTER == ord("o")
    assert table[ord("\u0301")] == folding.ODD
    assert table[ord("京")] & folding.ALONE
    assert table[ord("\u200b")] == folding.SKIPPED
    assert table[ord("!")] == folding.STOP
    assert table[0xD800] == table[ord(" ")] == 0
    assert folding.fold_table(composed=True)[ord("\u0301")] == ord("\u0301")


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
