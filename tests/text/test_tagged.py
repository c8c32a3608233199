"""The tokens of a text and the phrases that begin there."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsdedup.text import token_runs
from newsdedup.text.lexicon import lexicon_of_tables
from newsdedup.text.normal_form import Text, normalise
from newsdedup.text.phrases import plain
from newsdedup.text.tagged import CAPITAL, DIGITS, LINE, MARK, SPACED, UPPER, WORD, Tokens, tag_tokens

NOTHING = lexicon_of_tables({})
PHRASES = (
    *("a", "b", "a b", "a b c", "b c", "c a b a", "u.s.", "u. s", "u", "no.", "no", "year-old", "-strong", ">=", "%"),
    *("didn't", "5", "a 5", "5a", "Đ", "đ b", "ế", "İ b"),
)
PIECES = st.sampled_from(
    [*PHRASES, *" \n-.'", "  ", "A", "B", "U.S.", "Year", "é", "e\u0301", "\u0301", "½", "_", "字"]
)
TEXTS = st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=25).map("".join))


def tokens_in(text: str, *tables: dict[str, object]) -> Tokens:
    return tag_tokens(normalise(text), lexicon_of_tables({1 << i: table for i, table in enumerate(tables)}))


def words(tokens: Tokens, text: str) -> list[str]:
    return [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]


def _class(letter: str) -> object:
    if letter.isspace() or letter.isdecimal():
        return letter.isspace()
    return "letter" if letter.isalpha() or unicodedata.category(letter)[0] == "M" else object()


def _slow_tokens(text: str) -> list[tuple[int, int]]:
    """Runs of characters of one class that are not white space."""
    found, start = [], 0
    for kind, run in groupby(text, key=_class):
        end = start + len(list(run))
        if kind is not True:
            found.append((start, end))
        start = end
    return found


def _slow_phrases(folded: str, tokens: Tokens, i: int, phrases: tuple[str, ...]) -> dict[str, int]:
    """The phrases that begin at a token, each searched alone, and how many tokens each has."""
    found = {}
    for phrase in phrases:
        pattern = r"\s*".join(map(re.escape, plain(phrase).split()))
        match = re.compile(pattern).match(folded, tokens.starts[i])
        count = len(_slow_tokens(plain(phrase)))
        if match and tokens.ends[i:][count - 1 : count] == [match.end()]:
            found[phrase] = count
    return found


@given(TEXTS)
@example("a\r\n b")
def test_tokens_are_runs_of_letters_runs_of_digits_and_single_marks(text: str) -> None:
    tokens = tag_tokens(Text(text, text), NOTHING)
    assert list(zip(tokens.starts, tokens.ends, strict=True)) == _slow_tokens(text)
    assert len(tokens) == len(tokens.kinds) == len(tokens.entries) == len(tokens.starts)


@given(TEXTS, st.lists(st.sampled_from(PHRASES), unique=True))
@example("u. s.", ["u.s."])
@example("u. s.", ["u. s", "u.s."])
def test_phrases_are_those_that_a_search_for_each_finds(given_text: str, chosen: list[str]) -> None:
    phrases = tuple(one for one in chosen if one not in ("u. s",))
    text = normalise(given_text)
    tokens = tag_tokens(text, lexicon_of_tables({1 << i: {one: one} for i, one in enumerate(phrases)}))
    for i in range(len(tokens)):
        found = {one: tokens.phrase(i, 1 << at) for at, one in enumerate(phrases) if tokens.phrase(i, 1 << at)}
        assert found == _slow_phrases(text.folded, tokens, i, phrases)
        assert all(tokens.value(i, 1 << at) == (one if one in found else None) for at, one in enumerate(phrases))


def test_where_one_phrase_has_a_space_and_another_has_none_a_text_may_have_one() -> None:
    tokens = tokens_in("u. s. u.s.", {"u. s.": 1}, {"u.s.": 2})
    assert tokens.with_tag(1) == tokens.with_tag(2) == [0, 4]


def test_a_token_says_what_it_is_and_what_comes_before_it() -> None:
    text = "Hà NỘI: 5\n\nA là\t% É1"
    tokens = tokens_in(text)
    kinds = dict(zip(words(tokens, text), tokens.kinds, strict=True))
    assert kinds == {
        "Hà": WORD | CAPITAL | SPACED | LINE,
        "NỘI": WORD | CAPITAL | UPPER | SPACED,
        ":": MARK,
        "5": DIGITS | SPACED,
        "A": WORD | CAPITAL | SPACED | LINE,
        "là": WORD | SPACED,
        "%": MARK | SPACED,
        "É": WORD | CAPITAL | SPACED,
        "1": DIGITS,
    }


def test_line_breaks_and_any_white_space_may_come_between_the_words_of_a_phrase() -> None:
    tokens = tokens_in("bị \r\n\n thương, bị\u3000thương bịthương", {"bị thương": "injured"})
    assert [tokens.phrase(i, 1) for i in range(len(tokens))] == [2, 0, 0, 2, 0, 0]


def test_a_phrase_ends_with_a_word() -> None:
    assert tokens_in("chếtđuối chết", {"chết": 1}).with_tag(1) == [1]
    tokens = tokens_in("the dead ended", {"dead end": 1}, {"dead": 2})
    assert (tokens.with_tag(1), tokens.with_tag(2)) == ([], [1])


@pytest.mark.parametrize(
    ("position", "index"), [(0, 0), (1, 0), (2, 1), (3, 1), (5, 1), (6, 2), (8, 2), (9, 3), (99, 3)]
)
def test_a_position_has_the_token_that_holds_it_or_follows_it(position: int, index: int) -> None:
    assert tokens_in("ab  cd ef").at(position) == index
    assert tokens_in("").at(position) == 0


def test_without_a_phrase_there_is_no_value() -> None:
    tokens = tokens_in("hai ba", {"hai": 2}, {"ba": 3})
    assert (tokens.phrase(0, 2), tokens.value(0, 2), tokens.value(0, 1), tokens.value(1, 2)) == (0, None, 2, 3)


def test_long_texts_are_read_like_short_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "chết 5 " * 40
    expected = tokens_in(text, {"chết": 1})
    monkeypatch.setattr(token_runs, "_KEPT_POWERS", 16)
    found = tokens_in(text, {"chết": 1})
    assert (found.starts, found.kinds, found.entries) == (expected.starts, expected.kinds, expected.entries)


def test_lone_surrogates_are_marks() -> None:
    assert tokens_in("a\ud800b").kinds == [WORD | SPACED | LINE, MARK, WORD]
