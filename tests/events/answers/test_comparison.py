"""Two reports compared in their own words."""

from __future__ import annotations

import pytest

from newsdedup.articles.article import Article
from newsdedup.events.answers.comparison import Comparison, compare, rarity_of


def compared(left: str, right: str) -> Comparison:
    one, other = Article(left), Article(right)
    return compare(one, other, rarity_of([one, other]))


@pytest.mark.parametrize(("sentence", "is_quoted"), [("Trời mưa rất to.", False), ("Trời mưa to suốt đêm.", True)])
def test_a_sentence_of_fewer_than_five_words_is_not_quoted(sentence: str, is_quoted: bool) -> None:
    found = compared(f"Lũ về Mai Pha. {sentence}", f"{sentence} Nước sông Hồng đang rút chậm.")
    assert found.sentences == ((sentence,) if is_quoted else ())


def test_a_number_alone_is_no_term() -> None:
    assert compared("Có 37 hộ di dời", "Mất 37 cây cầu").terms == ()


@pytest.mark.parametrize(
    ("left", "right", "terms"), [("他说水了", "我看水吧", ()), ("他说水库了", "我看水库吧", ("水库",))]
)
def test_a_single_letter_of_a_script_without_spaces_is_no_term(left: str, right: str, terms: tuple[str, ...]) -> None:
    assert compared(left, right).terms == terms


def test_a_name_that_is_part_of_a_shared_one_is_not_listed() -> None:
    left = "Hôm qua ông Trần Văn Nam đến xã. Hôm nay ông Văn Nam về."
    found = compared(left, "Chiều nay ông Trần Văn Nam họp. Sau đó ông Trần Văn Nam Anh về.")
    assert found.shared.names == ("Trần Văn Nam",)


def test_a_sentence_that_both_print_is_quoted_in_the_letters_of_the_left_one() -> None:
    found = compared("Bão số 7 đổ bộ vào Khánh Hòa lúc sáng sớm.", "Bão số 7 đổ bộ vào Khánh Hoà lúc sáng sớm.")
    assert found.sentences == ("Bão số 7 đổ bộ vào Khánh Hòa lúc sáng sớm.",)
