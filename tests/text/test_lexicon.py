"""The words and phrases of tables in one trie."""

from __future__ import annotations

import numpy as np
import pytest

from newsdedup.text import lexicon as lexicons
from newsdedup.text.lexicon import lexicon_of_tables
from newsdedup.text.normal_form import normalise
from newsdedup.text.tagged import tag_tokens

ONE, TWO, FAR = 1, 2, 1 << 80


def test_an_entry_has_the_tags_of_its_phrase_and_of_the_shorter_phrases_that_it_begins_with() -> None:
    lexicon = lexicon_of_tables({ONE: {"chết": "killed"}, TWO: {"chết đuối": "drowned"}, FAR: {"chết đuối cạn": 3}})
    assert lexicon.masks == (0, ONE, ONE | TWO, ONE | TWO | FAR)
    assert lexicon.phrases[3] == {ONE: (1, "killed"), TWO: (2, "drowned"), FAR: (3, 3)}
    assert lexicon.phrases[0] == {}


def test_the_longest_phrase_of_a_tag_gives_its_value() -> None:
    lexicon = lexicon_of_tables({ONE: {"dead": "killed", "dead end": "street"}})
    assert lexicon.phrases == ({}, {ONE: (1, "killed")}, {ONE: (2, "street")})


def test_phrases_are_brought_to_the_form_of_folded_text() -> None:
    lexicon = lexicon_of_tables({ONE: {"Hòa  Bình": 1, "hoà bình": 2}})
    assert lexicon.masks == (0, ONE)
    assert lexicon.phrases[1] == {ONE: (2, 2)}


def test_empty_phrases_and_tables_are_left_out() -> None:
    for tables in ({}, {ONE: {}}, {ONE: {"": 1}}, {ONE: {"": 1, " ": 2}}):
        lexicon = lexicon_of_tables(tables)
        assert lexicon.masks == (0,)
        assert tag_tokens(normalise("một hai"), lexicon).entries == [0, 0]


def test_an_empty_phrase_does_not_move_the_others() -> None:
    lexicon = lexicon_of_tables({ONE: {"": 0, "a b": 1, "\n": 0, "c": 2}})
    assert sorted(lexicon.phrases[1:], key=str) == [{ONE: (1, 2)}, {ONE: (2, 1)}]


@pytest.mark.parametrize("tag", [0, 3, -1])
def test_a_tag_is_one_bit(tag: int) -> None:
    with pytest.raises(ValueError, match=rf"one bit, as 1 << 3, not {tag};"):
        lexicon_of_tables({ONE: {}, tag: {}})


def test_two_words_with_one_hash_are_refused() -> None:
    with pytest.raises(ValueError, match="same 64-bit hash"):
        lexicons._check_hashes({"a", "b"}, np.zeros(1, np.uint64))
