from __future__ import annotations

from newsdedup.text.furniture import body_and_furniture
from newsdedup.text.normal_form import normalise

BODY = "Hội nghị khai mạc sáng nay tại Hà Nội với nhiều đại biểu từ các địa phương trong cả nước tham dự.\n" * 6


def kept(text: str, language: str = "vi") -> str:
    normal = normalise(text)
    return "\n".join(normal.plain[start:end].strip() for start, end in body_and_furniture(normal, language)[0])


def left_out(text: str, language: str = "vi") -> list[str]:
    normal = normalise(text)
    return [normal.plain[start:end] for start, end in body_and_furniture(normal, language)[1]]


def test_page_clock_share_bar_and_comment_form_are_furniture() -> None:
    page = "Thứ Tư, 1/1/2025\n" + BODY + "Chia sẻ:\nPhản hồi\nXem nhiều nhất"
    assert left_out(page) == ["Thứ Tư, 1/1/2025", "Chia sẻ:", "Phản hồi", "Xem nhiều nhất"]


def test_nothing_after_a_signed_byline_is_the_article() -> None:
    page = BODY + "Phạm Tiếp (TTXVN)\nViệc sáp nhập thành một đơn vị mới mở ra cơ hội."
    assert "sáp nhập" not in kept(page)


def test_a_last_line_of_names_is_a_byline_but_a_place_in_the_middle_is_not() -> None:
    assert left_out("Hà Nội\n" + BODY + "Ngô Tuấn Anh") == ["Ngô Tuấn Anh"]


def test_a_photo_credit_within_a_line_is_cut_out() -> None:
    assert kept("Các đại biểu dự hội nghị. Ảnh: Trà Hương\n" + BODY).startswith("Các đại biểu dự hội nghị.\n")
    assert "Trà Hương" not in kept("Các đại biểu dự hội nghị. Ảnh: Trà Hương\n" + BODY)


def test_a_photo_credit_after_other_brackets_and_colons_is_cut_out_whole() -> None:
    line = "Theo Sở Y tế (Mai Pha): nước dâng nhanh. Ảnh: Trà Hương của báo Mai Pha\n"
    assert kept(line + BODY).startswith("Theo Sở Y tế (Mai Pha): nước dâng nhanh.\n")
    assert "Trà Hương" not in kept(line + BODY)


def test_english_pages_have_their_own_furniture() -> None:
    page = "Police said two men were shot on Monday near the station.\n" * 8 + "Related stories\nMan shot dead"
    assert left_out(page, "en") == ["Related stories", "Man shot dead"]


def test_a_text_that_is_nothing_but_furniture_is_its_own_body() -> None:
    assert kept("Chia sẻ:") == "Chia sẻ:"


def test_a_line_without_letters_or_digits_is_furniture() -> None:
    assert left_out(BODY + "* * *\n" + BODY) == ["* * *"]


def test_a_heading_of_related_articles_ends_the_article_only_near_its_end() -> None:
    related = "Xem nhiều nhất\n"
    assert kept(BODY + related + BODY * 6).count("\n") == (BODY * 7).count("\n") - 1
