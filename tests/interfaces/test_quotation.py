from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import corpus
import newsdedup as nd
from newsdedup import languages
from newsdedup.interfaces.quotation import claim_span, claim_words

WORDS = (
    "hộ",
    "nghèo",
    "số",
    "người",
    "(xã",
    "tỉnh)",
    "còn,",
    "năm.",
    "“là”",
    "1.500",
    "%",
    "a",
    "đồng/lít",
    "\n",
    "Hà",
)


def quoted(text: str, number: int = -1) -> str:
    """The words quoted for one of the claims of a text."""
    return claim_words(nd.extract_figures(text)[number])


def is_verbatim(claim: nd.FigureClaim, text: str) -> bool:
    """Whether the words quoted, without the marks of an excerpt, are those of the text at the given offsets."""
    start, end = claim_span(claim)
    words = claim_words(claim).removeprefix("… ").removesuffix(" …")
    return words == text[start:end] and start <= claim.start <= claim.end <= end and claim.text in words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Another child died in the fire.", "Another child"),
        ("Một cháu bé tử vong.", "Một cháu bé"),
        ("Đám cháy làm 12 người chết.", "12 người"),
        ("Tỷ lệ hộ nghèo của xã đã giảm từ 8,36% cuối năm ngoái.", "Tỷ lệ hộ nghèo của xã đã giảm từ 8,36%"),
        ("Năm nay đạt 8 trong 9 giải đấu lớn.", "8 trong 9 giải đấu lớn"),
    ],
)
def test_the_number_and_its_noun_are_quoted_as_printed(text: str, words: str) -> None:
    assert words in [claim_words(one) for one in nd.extract_figures(text)]


def test_a_number_far_from_its_noun_is_quoted_with_the_words_around_it() -> None:
    text = "Tỷ lệ hộ nghèo đã giảm từ 8,36% cuối năm 2015 xuống còn 7,19% cuối năm 2016 và 5,98% vào cuối năm 2017."
    claims = [one for one in nd.extract_figures(text) if one.kind == "percent"]
    assert [claim_words(one) for one in claims] == [
        "Tỷ lệ hộ nghèo đã giảm từ 8,36%",
        "… năm 2015 xuống còn 7,19% cuối năm 2016 và …",
        "… cuối năm 2016 và 5,98% vào cuối năm 2017",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Toàn tỉnh có 17.662 hộ nghèo (5,98%) và 15.429 hộ cận nghèo (5,22%).", "hộ cận nghèo (5,22%)"),
        ("Giá xăng là 23.880 đồng/lít.", "Giá xăng là 23.880 đồng/lít"),
        ("Hãng đã nâng tổng số máy bay lên 10 chiếc, theo kế hoạch.", "máy bay lên 10 chiếc"),
        ("Bà Lan, ở tuổi 81, vẫn chạy.", "ở tuổi 81"),
    ],
)
def test_a_quotation_ends_between_words(text: str, words: str) -> None:
    assert quoted(text).strip("… ") == words


def test_words_of_a_unit_need_no_noun() -> None:
    assert quoted("Hội nghị họp trong 2 ngày.") == "2 ngày"
    assert quoted("Hội nghị khai mạc sáng 14/6/2025.") == "sáng 14/6/2025"


def test_a_claim_without_its_sentence_is_quoted_by_its_own_words() -> None:
    claim = nd.FigureClaim(article_id="a", start=5, end=7, text="12", value=Decimal(12), noun="người")
    assert (claim_words(claim), claim_span(claim)) == ("12", (5, 7))


@pytest.mark.parametrize("code", sorted(languages.known_languages()))
def test_what_is_quoted_of_the_examples_of_a_language_is_verbatim(code: str) -> None:
    folder = Path(languages.__file__).parent / code
    for row in corpus.rows_of(folder):
        for claim in nd.extract_figures(row["text"], language=code):
            assert is_verbatim(claim, row["text"]), claim


def test_what_is_quoted_of_the_seeds_is_verbatim(seeds: nd.Articles) -> None:
    for article in seeds:
        for claim in nd.extract_figures(article):
            assert is_verbatim(claim, article.text), claim


@given(st.lists(st.sampled_from(WORDS)), st.lists(st.sampled_from(WORDS)), st.data())
def test_any_quotation_is_a_slice_of_the_article_between_words(
    before: list[str], after: list[str], data: st.DataObject
) -> None:
    words = [*before, "12", *after]
    text, start = " ".join(words), len(" ".join([*before, ""]))
    first = data.draw(st.integers(0, len(words)))
    noun = " ".join(words[first : first + data.draw(st.integers(0, 3))]) or None
    claim = nd.FigureClaim(
        article_id="a",
        start=start,
        end=start + 2,
        text="12",
        value=Decimal(12),
        noun=noun,
        sentence=text,
        language="vi",
    )
    assert is_verbatim(claim, text)
    first, last = claim_span(claim)
    assert not re.search(r"\w\Z", text[:first]) and not re.match(r"\w", text[last:])
