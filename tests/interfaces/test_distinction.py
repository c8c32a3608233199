from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import newsdedup as nd
from newsdedup.interfaces.distinction import distinguishing_words
from newsdedup.interfaces.quotation import words_around


def figures_of(*texts: str, language: str = "vi") -> list[nd.ReconciledFigure]:
    claims = [
        claim
        for number, text in enumerate(texts)
        for claim in nd.extract_figures(text, article_id=f"a{number}", language=language)
    ]
    return nd.reconcile(claims)


def test_a_figure_with_a_name_of_its_own_needs_no_words() -> None:
    assert distinguishing_words(figures_of("Bão làm 2 người chết, 14 người bị thương.")) == ["", ""]


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        (
            "Toàn sàn có 48 mã tăng và 93 mã giảm.",
            "vi",
            ["Toàn sàn có 48 mã tăng và 93", "48 mã tăng và 93 mã giảm"],
        ),
        (
            "Đoàn kiểm tra 1.232 cơ sở; phát hiện 257 cơ sở vi phạm.",
            "vi",
            ["Đoàn kiểm tra 1.232 cơ sở", "phát hiện 257 cơ sở vi phạm"],
        ),
        (
            "The north has 40 schools, the south has 75 schools (2024).",
            "en",
            ["The north has 40 schools", "the south has 75 schools"],
        ),
    ],
)
def test_figures_of_one_name_have_the_words_of_their_clause(text: str, language: str, words: list[str]) -> None:
    found = figures_of(text, language=language)
    assert [one for one in distinguishing_words(found) if one] == words


def test_the_words_are_those_of_a_claim_of_the_best_value() -> None:
    first, second = figures_of(
        "Sáng nay xã có hơn 900 ngôi nhà bị tốc mái.",
        "Chiều nay xã có 950 ngôi nhà bị tốc mái.",
        "Tỉnh có 12 cây cầu bị hỏng.",
    )
    twice = distinguishing_words([first, second, first])
    assert twice == ["Chiều nay xã có 950 ngôi nhà bị tốc", "", "Chiều nay xã có 950 ngôi nhà bị tốc"]


@given(st.text(st.sampled_from("ab1,. \n(“”–đ"), max_size=60), st.text(st.sampled_from("ab2,. \n)“”–đ"), max_size=60))
def test_the_words_around_a_claim_are_a_part_of_its_sentence(before: str, after: str) -> None:
    (claim,) = nd.extract_figures("Có 14 xã.", language="vi")
    sentence = f"{before}{claim.text}{after}"
    moved = moved_to(claim, sentence, len(before))
    words = words_around(moved)
    assert claim.text in words
    assert words in " ".join(sentence.split())


def moved_to(claim: nd.FigureClaim, sentence: str, place: int) -> nd.FigureClaim:
    return evolve(claim, sentence=sentence, sentence_start=0, start=place, end=place + len(claim.text))
