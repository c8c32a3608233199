from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdedup.text.furniture import bare, body_and_furniture, without_menus
from newsdedup.text.normal_form import normalise

NEWS = "Công an Mai Pha bắt ba người trộm cổ vật trong lăng vua, thu giữ 12 chiếc bát sứ."
ENGLISH = "Police in Harrow arrested three men on Monday over the theft of 12 bowls from a museum."
FRENCH = "La police de Valmont a arrêté trois hommes lundi après le vol de 12 bols dans un musée."
MENU = "Trang chủ Thời sự Thế giới Kinh doanh Giải trí Thể thao Pháp luật Sức khỏe Số hóa Đăng nhập"
FOOTER = "Tin liên quan: Giá vàng lập đỉnh mới; Bão số 9 mạnh lên. Độc giả gửi ý kiến tại đây. Chia sẻ Facebook Zalo."
FOOTER += " Bản quyền thuộc Báo A. Giấy phép số 123/GP-BTTTT. Tổng biên tập. Liên hệ quảng cáo 0901 234 567."


@pytest.mark.parametrize(
    ("page", "article", "language"),
    [
        (f"{MENU} {NEWS} {FOOTER}", NEWS, "vi"),
        (f"{MENU.upper()}\n{NEWS}\n{FOOTER}", NEWS, "vi"),
        (f"{MENU.replace(' T', ' | T').replace(' S', chr(10) + 'S')} {NEWS}", NEWS, "vi"),
        (f"Trang chủ Thời Sự Thế Giới Kinh Doanh Bạn trẻ Giải Trí Thể Thao {NEWS}", NEWS, "vi"),
        (f"Home News World Business Sport {ENGLISH} All rights reserved.", ENGLISH, "en"),
        (f"We use cookies to improve this site. {ENGLISH} Sign up for our newsletter.", ENGLISH, "en"),
        (f"{ENGLISH} Read our privacy policy. Media Ltd, London. Follow us on Facebook.", ENGLISH, "en"),
        (f"{ENGLISH} Home News World Business Sport", ENGLISH, "en"),
        (f"Home News World Business Sport {FRENCH} Copyright by Valmont.", FRENCH, None),
        (f"Home News World Business Sport {FRENCH}", FRENCH, "de"),
    ],
)
def test_menus_and_footers_of_flattened_pages_are_cut(page: str, article: str, language: str | None) -> None:
    assert bare(page, language).strip() == article
    assert without_menus(page, language).strip() == article
    text = normalise(page)
    body, cut = body_and_furniture(text, language)
    assert " ".join(text.plain[start:end].strip() for start, end in body) == normalise(article).plain
    assert sorted([*body, *cut]) == [*sorted({*body, *cut})]


@pytest.mark.parametrize(
    "text",
    [
        NEWS,
        ENGLISH,
        FRENCH,
        "Các bộ trưởng bàn về kinh tế, văn hóa, xã hội, giáo dục, khoa học và công nghệ.",
        "Hội chợ Du lịch Ẩm thực Văn hóa khai mạc. Sở Văn hóa Thể thao Du lịch tổ chức.",
        "The World Health Education fund gave money to Business Technology schools.",
        "Tổng biên tập báo cho biết ba người đã bị phạt.",
        "Theo dõi nghi phạm trên Facebook, cảnh sát tìm ra kho hàng.",
        "He asked people to share food. Residents can sign up for emergency alerts.",
        "Three men were held.\nRead our story. They said that all rights of the workers are kept.",
        "The Copyright Act was passed in 1976.",
    ],
)
def test_articles_lose_nothing(text: str) -> None:
    for language in ("vi", "en", "fr", None):
        assert bare(text, language) == text
        assert without_menus(text, language) == text


def test_a_footer_in_the_middle_of_an_article_stays() -> None:
    text = f"{ENGLISH} All rights reserved. {ENGLISH}"
    assert bare(text, "en") == text


def test_a_teaser_at_the_beginning_of_an_article_stays() -> None:
    text = f"Related: {ENGLISH} {ENGLISH}"
    assert bare(text, "en") == text


def test_a_footer_of_long_sentences_is_cut_as_far_as_it_is_looked_at() -> None:
    long = "All rights reserved by " + "Media " * 24 + "group."
    assert bare(f"{ENGLISH} {long} {long} {long}", "en").strip() == ENGLISH
    assert bare(f"{ENGLISH} {'word ' * 400}{long}", "en").startswith(ENGLISH)
    text = f"{ENGLISH} All rights reserved by {'Media ' * 200}group."
    assert bare(text, "en") == text


@pytest.mark.parametrize("page", [MENU, FOOTER, f"{MENU}\n{FOOTER}", "Home News World Business", ""])
def test_a_text_of_furniture_only_is_its_own_body(page: str) -> None:
    assert bare(page, None) == without_menus(page) == page


@given(st.lists(st.sampled_from([*MENU.split(), "|", "\n", ".", "Báo", "12", "người", FOOTER[:20], "© 2020"])))
def test_what_is_left_is_part_of_the_text_in_its_order(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for kept in (bare(text), without_menus(text)):
        letters = iter(text)
        assert all(letter in letters for letter in kept.replace("\n", " ").split(" ") for letter in letter)
