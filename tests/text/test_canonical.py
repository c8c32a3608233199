"""Canonical composition in the compiled passes."""

from __future__ import annotations

import unicodedata

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsdedup.copies.sketch import sketch_texts
from newsdedup.support.settings import CopySettings
from newsdedup.text.canonical import composition_tables
from newsdedup.text.normal_form import normalise, spelling

pytestmark = pytest.mark.kernels

# Letters that are composed with marks and others, marks, and what may be between the two.
LETTERS = (
    "aeiouyAEIOUYdDđnsSjJlL"
    + "âăêôơưạệǟṩḹỢç"
    + "\u212b\u2126\u212a"
    + "αιϊΩ"
    + "иіІ"
    + "कन\u095b\u0941"
    + "اي"
    + "שה\ufb2c"
    + "かハกেে"
)
MARKS = (
    "\u0300\u0301\u0309\u0303\u0323\u0302\u0306\u031b\u0304\u0307\u0308\u030c\u0327\u0328\u0331\u0338\u0340\u0344\u0345"
    "\u20e3\u034f\u093c\u094d\u064e\u0651\u0654\u05c1\u05bc\u3099\u309a\u0e48\u0e39\u09be\u1dca"
)
BETWEEN = "\u200b\u00ad\ufe0f \u00a0.,\n=<¨😀\ud8001"
JAMO = "\u1112\u1161\u11ab\u1160\uac00\u11a8"
SPELLINGS = st.text(st.sampled_from(LETTERS + MARKS * 2 + BETWEEN + JAMO), max_size=12)


def digests(texts: list[str]) -> list[list[int]]:
    return sketch_texts(texts, CopySettings(), threads=1).digests.tolist()


@example("o\u0302\u0323 o\u0323\u0302 ô\u0323 ọ\u0302")
@example("l\u0304\u0323")  # the first mark is composed with nothing until the second is there
@example("e\u0301\u0323")  # the letter must be decomposed first
@example("a\u200b\u0301")
@example("a\u0328\u0331\u0301")
@given(SPELLINGS)
def test_a_text_is_sketched_like_its_normal_form(text: str) -> None:
    assert len({str(one) for one in digests([text, spelling(text), normalise(text).plain])}) == 1


@given(SPELLINGS)
def test_the_normal_form_without_offsets_is_the_one_with_offsets(text: str) -> None:
    assert spelling(text) == normalise(text).spelt


@given(st.lists(SPELLINGS, max_size=5))
def test_a_text_is_composed_the_same_after_any_other(texts: list[str]) -> None:
    assert digests(texts) == [digests([text])[0] for text in texts]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("o\u0302\u0323", "ộ"),
        ("o\u0323\u0302", "ộ"),
        ("ô\u0323", "ộ"),
        ("u\u031b\u0300", "ừ"),
        ("u\u0300\u031b", "ừ"),
        ("A\u030a", "\u212b"),
        ("Ω", "\u2126"),
        ("K", "\u212a"),
        ("\u1112\u1161\u11ab", "한"),
        ("\uac00\u11a8", "각"),
        ("и\u0306", "й"),
        ("か\u3099", "が"),
        ("豈", "\uf900"),
        ("I\u0307", "İ"),
        ("क\u093c", "\u0958"),
        ("1\ufe0f\u20e3", "1\u20e3"),
    ],
)
def test_canonically_equivalent_words_have_one_digest(one: str, other: str) -> None:
    assert unicodedata.normalize("NFC", one.replace("\ufe0f", "")) == unicodedata.normalize("NFC", other)
    words = [f"tin {one}n mới", f"tin {other}n mới"]
    assert digests(words[:1]) == digests(words[1:])


@pytest.mark.parametrize("text", ["\u0301a", "q\u0323\u0301", "क\u093c", "\u0e01\u0e48", "\u0627\u0651", "1\u20e3"])
def test_a_mark_that_is_composed_with_nothing_is_a_letter(text: str) -> None:
    without = "".join(letter for letter in text if not unicodedata.category(letter).startswith("M"))
    assert digests([f"x{text}x"]) != digests([f"x{without}x"])


def test_the_tables_of_composition_cannot_be_changed() -> None:
    for table in composition_tables():
        with pytest.raises(ValueError, match="read-only"):
            table[0] = 1
    assert np.count_nonzero(composition_tables()[1]) < 0.7 * len(composition_tables()[1])
