from __future__ import annotations

from newsdedup.text.normal_form import normalise
from newsdedup.text.tokens import token_spans, tokens


def spoken(text: str) -> list[str]:
    return tokens(normalise(text))


def test_nul_and_control_characters_and_surrogates_separate_words() -> None:
    assert spoken("một\x00hai\ud800ba\x1bbốn") == ["một", "hai", "ba", "bốn"]


def test_scripts_without_spaces_give_a_token_a_letter() -> None:
    assert spoken("东京 2025年 news") == ["东", "京", "2025", "年", "news"]


def test_the_spans_of_tokens_are_offsets_of_the_normal_form() -> None:
    text = normalise("Hòa Bình, 1,5 triệu")
    assert [text.folded[start:end] for start, end in token_spans(text)] == tokens(text)
