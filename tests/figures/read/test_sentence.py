from __future__ import annotations

import pytest

from newsdedup.articles.article import Article
from newsdedup.figures.read.page_reading import PageReading
from newsdedup.figures.read.sentence import Sentence
from newsdedup.text.page import Page, page_of
from newsdedup.text.tags import Tag


def page_in(text: str, language: str) -> Page:
    return page_of(Article(text, language=language))


def sentence_of(text: str, language: str = "en", index: int = 0) -> Sentence:
    page = page_in(text, language)
    assert page.language is not None
    return PageReading(page, page.language).sentence(index)


def at(sentence: Sentence, word: str) -> int:
    return next(i for i in range(sentence.first, sentence.last) if sentence.word(i) == word)


def test_a_sentence_has_the_tokens_of_its_page() -> None:
    sentence = sentence_of("Rain fell. Two Men died.", index=1)
    assert sentence.words(sentence.first, sentence.last) == "two men died."
    assert sentence.printed(sentence.first, sentence.first + 2) == "Two Men"
    assert sentence.span == (11, 24)
    assert sentence.printed(sentence.first, sentence.first) == sentence.words(sentence.first, sentence.first) == ""


def test_a_sentence_without_tokens_has_no_span() -> None:
    whole = sentence_of("Two men died.")
    empty = Sentence(whole.text, whole.tokens, 1, 1, whole.language, whole.numbers)
    assert (empty.span, empty.tags) == ((0, 0), 0)


def test_a_sentence_has_the_tags_of_all_its_words() -> None:
    sentence = sentence_of("Two men died.")
    assert sentence.tags & Tag.CUE
    assert not sentence.tags & Tag.UNIT


@pytest.mark.parametrize(
    ("text", "first", "word"),
    [
        ("A red-blue flag.", "red", "red-blue"),
        ("The man's dog.", "man", "man's"),
        ("The red - blue flag.", "red", "red"),
    ],
)
def test_hyphens_and_apostrophes_join_the_words_that_they_touch(text: str, first: str, word: str) -> None:
    sentence = sentence_of(text)
    start = at(sentence, first)
    end = sentence.word_end(start)
    assert sentence.words(start, end) == word
    assert sentence.word_start(end) == start


@pytest.mark.parametrize(
    ("text", "digits"), [("Some 1,234.5 tons.", "1,234.5"), ("Some 12, 13 tons.", "12"), ("Some 12.", "12")]
)
def test_separators_join_digits(text: str, digits: str) -> None:
    sentence = sentence_of(text)
    end = sentence.digits_end(1)
    assert sentence.words(1, end) == digits
    assert sentence.digits_end(0) == 0


def test_a_phrase_is_found_from_both_ends() -> None:
    sentence = sentence_of("There were at least 20 people.")
    first, number = at(sentence, "at"), at(sentence, "20")
    assert sentence.phrase(first, Tag.QUALIFIER) == sentence.before(number, Tag.QUALIFIER) == 2
    assert sentence.value_before(number, Tag.QUALIFIER) == "at_least"
    assert sentence.has(first, Tag.QUALIFIER | Tag.CUE)
    assert list(sentence.starting(Tag.QUALIFIER, sentence.first, sentence.last)) == [first]


def test_a_shorter_phrase_is_found_where_a_longer_one_goes_on() -> None:
    sentence = sentence_of("Equal to or greater than 20 people.")
    number = at(sentence, "20")
    assert sentence.before(number, Tag.QUALIFIER) == 5
    shorter = at(sentence, "or")
    assert sentence.value_before(shorter, Tag.QUALIFIER) == "exact"


def test_nothing_is_found_outside_the_sentence() -> None:
    sentence = sentence_of("They waited more than. Two men died.", index=1)
    assert sentence.before(sentence.first, Tag.QUALIFIER) == 0
    assert sentence.value_before(sentence.first, Tag.QUALIFIER) is None
    assert sentence.phrase(sentence.last, Tag.QUALIFIER) == 0
    assert not sentence.has(sentence.first - 1, Tag.QUALIFIER)
    assert not sentence.is_word(sentence.last)
    assert not sentence.is_mark(sentence.last, ".")


def test_a_phrase_that_goes_on_in_the_next_sentence_is_not_found() -> None:
    whole = sentence_of("There were at least 20 people.")
    cut = Sentence(whole.text, whole.tokens, 0, at(whole, "at") + 1, whole.language, whole.numbers)
    assert cut.phrase(at(whole, "at"), Tag.QUALIFIER) == 0


@pytest.mark.parametrize(
    ("text", "language", "clause"),
    [
        ("The men ran; two died.", "en", "The men ran"),
        ("The men ran, then fell.", "en", "The men ran"),
        ("The men ran and fell.", "en", "The men ran"),
        ("The men saw two dogs.", "en", "The men saw"),
        ("The men saw 12 dogs.", "en", "The men saw"),
        ("Họ chạy năm ngoái.", "vi", "Họ chạy năm ngoái"),
        ("The men ran\nthey fell.", "en", "The men ran"),
    ],
)
def test_a_clause_ends_at_a_mark_a_number_a_line_or_and(text: str, language: str, clause: str) -> None:
    sentence = sentence_of(text, language)
    end = next(i for i in range(sentence.first + 1, sentence.last + 1) if i == sentence.last or sentence.ends_clause(i))
    assert sentence.printed(sentence.first, end) == clause


def test_a_comma_within_a_number_does_not_end_a_clause() -> None:
    sentence = sentence_of("Gold at 1,2 rose.")
    assert not sentence.ends_clause(at(sentence, ","))


def test_the_dates_that_start_in_a_span_are_found() -> None:
    page = page_in("Ngày 14/6, lũ về. Nước rút ngày 15/6.", "vi")
    assert page.language is not None
    reading = PageReading(page, page.language)
    first, second = page.dates
    assert list(reading.dates_within((0, second.start))) == [first]
    assert list(reading.dates_within((second.start, 99))) == [second]
