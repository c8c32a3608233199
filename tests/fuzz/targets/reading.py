"""Dates, numbers and figures of a text: they lie in it, in order, in its own letters, and are the same twice."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import Any, Final

from attrs import evolve
from hypothesis import strategies as st

import newsdedup as nd
from fuzz.hostile import LANGUAGES, NEWS_WORDS, texts
from fuzz.target import Target
from newsdedup.languages import known_languages
from newsdedup.text.dates.reader import read_dates
from newsdedup.text.landmarks import landmarks_in
from newsdedup.text.normal_form import normalise
from newsdedup.text.numbers.grammar import number_grammar_of
from newsdedup.text.numbers.reader import every_number

_DAY: Final = date(2025, 6, 14)
_NEVER: Final = re.compile(r"(?!)")
_ALWAYS: Final = re.compile("")
_LANGUAGE: Final = st.sampled_from(LANGUAGES)
_TIGHT: Final = st.lists(st.sampled_from((*NEWS_WORDS, "-", " ", " ", ",", ".", "/", "(", ")")), max_size=12).map(
    "".join
)
_TEXT: Final = texts(12) | _TIGHT
_CONTEXTS: Final = {
    "vi": "Có {} người ở đây.",
    "en": "There were {} people.",
    "fr": "Il y a {} personnes.",
    "id": "Ada {} orang.",
}


def dates_lie_in_the_text(given: list[Any]) -> None:
    """Law: dates are in order and apart, each a day, a month or a year that there is."""
    language, text, is_dated = given
    plain = normalise(text).plain
    found = read_dates(plain, known_languages()[language], _DAY if is_dated else None)
    assert found == read_dates(plain, known_languages()[language], _DAY if is_dated else None)
    ends = [0, *(one.end for one in found)]
    assert all(before <= one.start < one.end <= len(plain) for before, one in zip(ends, found, strict=False))
    for one in found:
        for end in (one.low, one.high):
            _require_day(end)


def _require_day(written: str) -> None:
    """Refuse a day that no calendar has; without its year, February 29 is one."""
    year, *rest = written.split("-")
    assert year == "XXXX" or 1 <= int(year) <= 9999
    month, day = (int(part) for part in (*rest, "1", "1")[:2])
    date(2024 if year == "XXXX" else int(year), month, day)


def amounts_lie_in_the_text(given: list[Any]) -> None:
    """Law: amounts are in order and apart, quote the text, hold their value within their bounds; each text twice."""
    language, text = given
    found = nd.read_amounts(text, language=language)
    assert found == nd.read_amounts(text, language=language)
    ends = [0, *(one.end for one in found)]
    for before, one in zip(ends, found, strict=False):
        assert before <= one.start < one.end <= len(text)
        assert one.text == text[one.start : one.end]
        assert one.value.is_finite()
        assert one.low is None or one.high is None or one.low <= one.high


def a_printed_number_is_read_back(given: list[Any]) -> None:
    """Law: a number in the format of a language gives its value back."""
    language, whole, thousandths = given
    value = Decimal(whole) + Decimal(thousandths).scaleb(-2)
    printed = known_languages()[language].number_format.written(value)
    found = nd.read_amounts(_CONTEXTS[language].format(printed), language=language)
    assert [one.value for one in found] == [value], printed


def the_short_way_reads_what_the_full_reader_reads(given: list[Any]) -> None:
    """Law: digits that one pattern reads are read as the full reader reads them."""
    language, text = given
    tables, normal = known_languages()[language], normalise(text)
    grammar, landmarks = number_grammar_of(tables), landmarks_in(normal.folded, tables)
    without = evolve(grammar, simple=evolve(grammar.simple, pattern=_NEVER, changing=_ALWAYS))
    for plain in (None, normal.plain):
        short, full = (list(every_number(normal.folded, one, landmarks, plain)) for one in (grammar, without))
        assert short == full


def figures_quote_their_text(given: list[Any]) -> None:
    """Law: claims quote the text, explained figures are the claims, and the form of accents changes no meaning."""
    language, text = given
    claims = nd.extract_figures(text, language=language, published_at=_DAY)
    assert claims == nd.extract_figures(text, language=language, published_at=_DAY)
    for one in claims:
        assert one.text == text[one.start : one.end]
        assert 0 <= one.start < one.end <= len(text)
        assert one.sentence == text[one.sentence_start : one.sentence_start + len(one.sentence)]
        assert not isinstance(one.value, Decimal) or one.value.is_finite()
    traced = [one.claim for one in nd.explain_figures(text, language=language, published_at=_DAY) if one.claim]
    numbers = [one for one in claims if one.kind != "date"]
    assert [one for one in traced if one.kind != "date"] == numbers
    composed, decomposed = (
        nd.extract_figures(unicodedata.normalize(form, text), language=language, published_at=_DAY)
        for form in ("NFC", "NFD")
    )
    assert list(map(_meaning, composed)) == list(map(_meaning, decomposed))


def _meaning(claim: nd.FigureClaim) -> tuple[Any, ...]:
    return claim.value, claim.low, claim.high, claim.qualifier, claim.kind, claim.role, claim.unit


TARGETS: Final = (
    Target("dates", st.tuples(_LANGUAGE, _TEXT, st.booleans()).map(list), dates_lie_in_the_text, 200),
    Target("amounts", st.tuples(_LANGUAGE, _TEXT).map(list), amounts_lie_in_the_text, 200),
    Target(
        "printed_numbers",
        st.tuples(_LANGUAGE, st.integers(0, 10**12), st.integers(0, 99)).map(list),
        a_printed_number_is_read_back,
        200,
    ),
    Target("short_numbers", st.tuples(_LANGUAGE, _TEXT).map(list), the_short_way_reads_what_the_full_reader_reads, 200),
    Target("figures", st.tuples(_LANGUAGE, _TEXT).map(list), figures_quote_their_text, 150),
)
