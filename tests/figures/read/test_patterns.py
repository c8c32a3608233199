from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdedup.articles.article import Article
from newsdedup.figures.read.page_reading import PageReading
from newsdedup.figures.read.patterns import PatternTable, aside_end, counts_incidents, pattern_begins, pattern_of
from newsdedup.figures.read.sentence import Sentence
from newsdedup.text.page import page_of
from newsdedup.text.tags import Tag


def sentence_of(text: str, language: str = "en") -> Sentence:
    page = page_of(Article(text, language=language))
    assert page.language is not None
    return PageReading(page, page.language).sentence(0)


def matched(pattern: str, text: str, language: str = "en") -> str | None:
    """What a pattern matches first in a sentence."""
    sentence = sentence_of(text, language)
    for i in range(sentence.first, sentence.last):
        end = pattern_of(pattern).end_at(sentence, i)
        if end is not None:
            return sentence.printed(i, end)
    return None


@pytest.mark.parametrize(
    ("pattern", "text", "words"),
    [
        ("shootings", "Police saw Shootings there.", "Shootings"),
        ("in_the year", "It was in the year of rain.", "in the year"),
        ("a.m|p.m", "It was late p.m. there.", "p.m"),
        ("# seats", "There are 1,200 seats.", "1,200 seats"),
        ("#1-2 seats", "There are 120 seats.", None),
        ("#3 seats", "There are 120 seats.", "120 seats"),
        ("NUMBER seats", "There are twenty-one seats.", "twenty-one seats"),
        ("NUMBER seats", "There are 21 seats.", "21 seats"),
        ("NUMBER seats", "There are many seats.", None),
        ("NAME street", "He lives in Main street.", "Main street"),
        ("NAME street", "He lives in MAIN street.", None),
        ("LETTER team", "The B team won.", "B team"),
        ("LETTER team", "The Big team won.", None),
        ("WORD team", "The red-blue team won.", "red-blue team"),
        ("WORD team", "The 5 team won.", None),
        ("# ~p", "It is 1080p there.", "1080p"),
        ("# ~p", "It is 1080 p there.", None),
        ("old NAME? team", "The old Mai team won.", "old Mai team"),
        ("old NAME? team", "The old team won.", "old team"),
        ("old WORD{0,2} team", "The old red big team won.", "old red big team"),
        ("old WORD{0,2} team", "The old red big bad team won.", None),
        ("old WORD{1,3} team", "The old team won.", None),
        ("old !team", "The old team won.", None),
        ("old !team", "The old club won.", "old"),
        ("old !team", "He is old", "old"),
        ("[won|lost] #", "They won 5 games.", "5"),
        ("[won|lost] #", "They won all 5 games.", None),
        ("[won|lost ...] #", "They won all of 5 games.", "5"),
        ("[won|lost ...] #", "They won, then 5 games came.", None),
        ("[took part in] #", "They took part in 5 games.", "5"),
        ("? really", "What? really", "? really"),
    ],
)
def test_a_pattern_matches_the_tokens_that_it_describes(pattern: str, text: str, words: str | None) -> None:
    assert matched(pattern, text) == words


def test_a_word_at_the_start_of_a_line_is_no_name_after_the_line_before() -> None:
    assert matched("NAME NAME", "He met Mai\nPha there.") is None


def test_the_table_of_a_language_gives_the_end_of_a_span_that_counts_nothing() -> None:
    sentence = sentence_of("They met at 7 p.m. in the hall.")
    (number,) = (i for i in range(sentence.last) if sentence.word(i) == "7")
    end = aside_end(sentence, number)
    assert end is not None
    assert sentence.printed(number, end) == "7 p.m"
    assert aside_end(sentence, 0) is None


def test_words_of_other_events_are_found_where_they_begin() -> None:
    sentence = sentence_of("Nine people were killed in separate shootings.")
    tag = Tag.OTHER_EVENT
    found = [i for i in sentence.starting(tag, sentence.first, sentence.last) if pattern_begins(sentence, i, tag)]
    assert [sentence.word(i) for i in found] == ["separate"]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Police saw three fatal shootings.", True),
        ("Police saw several shootings.", True),
        ("They saw shootings.", False),
    ],
)
def test_incidents_are_counted_by_a_number_before_them(text: str, counts: bool) -> None:
    sentence = sentence_of(text)
    (at,) = (i for i in range(sentence.last) if sentence.word(i) == "shootings")
    assert counts_incidents(sentence, at) is counts


ELEMENTS = st.sampled_from(["#", "#1-2", "NUMBER", "NAME", "WORD", "LETTER", "red|blue", "~x", "WORD?", "#?", "!red"])
WORDS = st.sampled_from(["5", "red", "blue", "Mai", "B", "120", "two", "x", "7x", ",", "."])


@given(st.lists(st.lists(ELEMENTS, min_size=1, max_size=3).map(" ".join), max_size=4), st.lists(WORDS, max_size=8))
def test_a_table_finds_what_its_first_pattern_that_matches_finds(written: list[str], words: list[str]) -> None:
    sentence, patterns = sentence_of(" ".join(["It", *words])), tuple(map(pattern_of, written))
    table = PatternTable(patterns)
    for i in range(sentence.first, sentence.last):
        ends = [end for one in patterns if (end := one.end_at(sentence, i)) is not None]
        assert table.end_at(sentence, i) == (ends[0] if ends else None)
