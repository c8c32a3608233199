from __future__ import annotations

import re
import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdedup import find_copies, sketch_articles
from newsdedup.copies.page_words import NO_PAGE_WORDS, page_words, word_hash
from newsdedup.copies.sketch import _sketch_with_table, shingle_hashes, sketch_texts
from newsdedup.kernels.hashing import mixed
from newsdedup.kernels.ragged import pack_texts
from newsdedup.languages import known_languages
from newsdedup.support.settings import CopySettings

pytestmark = pytest.mark.kernels

VIETNAMESE = [
    "Công an Mai Pha bắt ba người trộm cổ vật trong lăng vua, thu giữ 12 chiếc bát sứ",
    "Đội nữ bóng chuyền Lạc Sơn thắng 3-0 ở trận mở màn giải khu vực tối qua",
    "Bộ Giáo dục chốt lịch thi tốt nghiệp vào cuối tháng sáu năm sau cho các trường",
]
MENU = "Trang chủ Thời sự Thế giới Kinh doanh Giải trí Thể thao Pháp luật Giáo dục Sức khỏe Đời sống Du lịch Khoa học"
FOOTER = "Tin liên quan: Giá vàng lập đỉnh mới; Bão số 9 mạnh lên; Cháy kho hàng. Độc giả gửi ý kiến tại đây. "
FOOTER += "Bản quyền thuộc Báo Mới. Giấy phép số 123/GP-BTTTT. Liên hệ quảng cáo 0901 234 567."
ENGLISH = [
    "Police in Harrow arrested three men on Monday over the theft of 12 bowls from a museum",
    "Striker scores twice as the women of Lenton win the opening match of the cup by four",
    "Teachers of the district will meet in June to set the days of the final examinations",
]
ENGLISH_MENU = "Home News World Business Sport Politics Opinion Culture Lifestyle Weather Travel Search Subscribe"
ENGLISH_FOOTER = (
    "Sign up for our newsletter. Follow us on Facebook. Read our privacy policy. Copyright by Harrow Media."
)


def pages(menu: str, bodies: list[str], footer: str) -> list[str]:
    return [f"{menu} {body}. {footer}" for body in bodies]


@pytest.mark.parametrize(
    "texts",
    [
        pages(MENU, VIETNAMESE, FOOTER),
        pages("", VIETNAMESE, f"{FOOTER} {FOOTER}"),
        pages(f"{MENU} {MENU.upper()}", VIETNAMESE, ""),
        pages(ENGLISH_MENU, ENGLISH, ENGLISH_FOOTER),
    ],
)
def test_pages_that_share_menu_and_footer_only_are_not_copies(texts: list[str]) -> None:
    assert find_copies(texts).labels.tolist() == [0, 1, 2]


def test_the_article_on_two_pages_is_one_text() -> None:
    first, *_ = pages(MENU, VIETNAMESE, FOOTER)
    found = find_copies([first, f"{VIETNAMESE[0]}.", f"{MENU.upper()}\n{VIETNAMESE[0]}.\nTrang khác"])
    assert found.labels.tolist() == [0, 0, 0]


def test_a_page_in_another_normal_form_loses_its_menu_too() -> None:
    texts = [unicodedata.normalize("NFD", text) for text in pages(MENU, VIETNAMESE, FOOTER)]
    assert find_copies(texts).labels.tolist() == [0, 1, 2]
    hangul = "\u1112\u1161\u11ab"  # jamo: normalised before the compiled pass
    assert find_copies([f"{text} {hangul}" for text in pages(MENU, VIETNAMESE, "")]).labels.tolist() == [0, 1, 2]


def test_signatures_are_those_of_the_texts_as_they_are_printed() -> None:
    text = pages(MENU, VIETNAMESE, FOOTER)[0]
    values = sketch_articles([text]).values
    assert (values == sketch_texts([text], CopySettings()).signatures).all()
    assert (values != sketch_articles([VIETNAMESE[0]]).values).any()


@given(st.sampled_from(sorted({word for language in known_languages().values() for word in language.sections})))
def test_a_word_has_the_hash_of_the_compiled_pass(name: str) -> None:
    for word in re.findall(r"\w+", name.lower()):
        (found,) = shingle_hashes(word, size=1)
        assert found == mixed(np.array([word_hash(word)], np.uint64))[0] >> np.uint64(32)


def test_every_hash_is_in_the_filter() -> None:
    words = page_words()
    assert (np.diff(words.hashes.astype(object)) > 0).all()
    for one in words.hashes.tolist():
        number = int(words.filter_bits[one >> 57])
        assert all(number >> (one >> shift & 63) & 1 for shift in (51, 45, 39))


@pytest.mark.parametrize(
    ("menu", "footer", "flagged"), [("", "", 0), (MENU, "", 1), ("", FOOTER, 1), (MENU, FOOTER, 1)]
)
def test_texts_with_words_of_pages_at_their_ends_are_flagged(menu: str, footer: str, flagged: int) -> None:
    for bodies in (VIETNAMESE, ENGLISH):
        texts = pack_texts(pages(menu, bodies, footer))
        assert _sketch_with_table(texts, CopySettings(), page_words())[1].tolist() == [flagged] * 3
        assert _sketch_with_table(texts, CopySettings(), NO_PAGE_WORDS)[1].tolist() == [0] * 3
