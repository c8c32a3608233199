"""Which sentences can be quoted alone."""

from __future__ import annotations

import pytest

from newsdedup.articles.article import Article
from newsdedup.records.quotable import signs_on, standing_of
from newsdedup.text.page import page_of

BEFORE = {"en": "A ferry sank off Tarsin on Sunday. ", "vi": "Phà chìm ở đảo Tân hôm Chủ nhật. "}
AFTER = {"en": " Nine people were found dead near the island.", "vi": " Chín người chết được tìm thấy gần đảo."}


def quoted(text: str, language: str = "en", index: int = 1) -> str | None:
    """The part of the sentence with this number that can be quoted."""
    page = page_of(Article(BEFORE[language] + text + AFTER[language] if index else text, language=language))
    standing = standing_of(page, index)
    return page.text.plain[slice(*standing.span)] if standing else None


@pytest.mark.parametrize(
    "text",
    [
        "However, nobody was hurt when the second ferry sank.",
        "But the captain was on the bridge when the ferry sank.",
        "He had been the captain of the ferry for nine years.",
        "The captain knew the strait well, he said on Monday.",
        "This was the third accident of a ferry in the strait.",
        "Earlier, the coast guard had warned of a strong wind.",
        "We will keep following this story throughout the day.",
        "This story will be updated when there is more to say.",
        "Click here to see the pictures of the ferry in the harbour.",
        "Photo: the ferry in the harbour of Tarsin last summer.",
        "I saw the ferry go down within a minute, a fisherman said.",
        "Anyone with information is asked to call the harbour police.",
        "Stay with Channel 9 for more on the ferry off Tarsin.",
        "What did the captain know when the ferry left the harbour?",
    ],
)
def test_english_sentences_that_lean_on_others_or_are_of_the_page_are_not_quoted(text: str) -> None:
    assert quoted(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Tuy nhiên, không ai bị thương khi chiếc phà thứ hai chìm.",
        "Ngoài ra, chiếc phà còn chở theo nhiều hàng hóa của dân.",
        "Đó là vụ chìm phà thứ ba trên eo biển trong năm nay.",
        "Trước đó, biên phòng đã cảnh báo gió mạnh trên eo biển.",
        "Ông là thuyền trưởng của chiếc phà suốt chín năm qua.",
        "Vụ việc này khiến người dân trên đảo rất đau lòng.",
        "Chúng tôi sẽ tiếp tục cập nhật thông tin đến bạn đọc.",
        "Mời bạn đọc xem thêm hình ảnh vụ chìm phà tại đây.",
        "Ảnh: chiếc phà trong bến cảng của đảo Tân mùa hè trước.",
        "Nguyên nhân là do gió mạnh trên eo biển vào buổi sáng.",
    ],
)
def test_vietnamese_sentences_that_lean_on_others_or_are_of_the_page_are_not_quoted(text: str) -> None:
    assert quoted(text, "vi") is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ông Nam, thuyền trưởng của chiếc phà, đã bơi được vào bờ.", "vi"),
        ("Cô gái trẻ trên phà đã được ngư dân cứu vào buổi chiều.", "vi"),
        ("Captain Tom Hale said the wind was strong on Sunday.", "en"),
        ("So far nine people have been found dead off Tarsin.", "en"),
        ("The captain said “we had no time” when he came ashore.", "en"),
    ],
)
def test_sentences_that_only_begin_like_those_that_lean_are_quoted(text: str, language: str) -> None:
    assert quoted(text, language) == text


@pytest.mark.parametrize(
    ("text", "language", "rest"),
    [
        ("TARSIN (Reuters) - Nine people drowned off the island.", "en", "Nine people drowned off the island."),
        ("— Nine people drowned off the island on Sunday.", "en", "Nine people drowned off the island on Sunday."),
        ("UPDATE, 9:45 p.m.: Nine people drowned off Tarsin.", "en", "Nine people drowned off Tarsin."),
        ("(TTO) - Chín người chết khi phà chìm ở đảo Tân.", "vi", "Chín người chết khi phà chìm ở đảo Tân."),
        ("VOV.VN - Chín người chết khi phà chìm ở đảo Tân.", "vi", "Chín người chết khi phà chìm ở đảo Tân."),
        ("Bến phà ở đảo Tân Đến nay, chín người đã chết.", "vi", "Đến nay, chín người đã chết."),
    ],
)
def test_what_is_printed_before_a_sentence_is_left_out(text: str, language: str, rest: str) -> None:
    assert quoted(text, language, index=0) == rest


def test_sentences_that_a_full_stop_cut_are_not_quoted() -> None:
    text = "A quake had a magnitude of 6. 1 was the first estimate of the U. S. Survey on Sunday. Nobody died there."
    page = page_of(Article(text, language="en"))
    spans = [standing_of(page, index) for index in range(len(page.sentences))]
    assert [page.text.plain[slice(*one.span)] for one in spans if one] == ["Nobody died there."]


def test_a_family_name_leans_on_the_sentence_with_the_full_name() -> None:
    text = "Captain Tom McHale swam ashore. McHale was seen on the bridge. Police were there, and police were seen."
    page = page_of(Article(text, language="en"))
    names = [one.family_name if one else None for one in (standing_of(page, index) for index in range(3))]
    assert names == [None, "mchale", None]


def test_a_quotation_or_a_sentence_about_something_known_is_a_poor_beginning() -> None:
    text = "“Nobody had any time to lose”, a sailor said. The ferry was old. Nine people died off Tarsin."
    page = page_of(Article(text, language="en"))
    leads = [one.is_lead for one in (standing_of(page, index) for index in range(3)) if one]
    assert leads == [False, False, True]


def test_a_headline_printed_again_and_a_section_before_the_first_sentence_are_left_out() -> None:
    text = "Ferry sinks off Tarsin Local News Ferry sinks off Tarsin Nine people drowned on Sunday night."
    page = page_of(Article(text, title="Ferry sinks off Tarsin", language="en"))
    standing = standing_of(page, 0)
    assert standing is not None
    assert page.text.plain[slice(*standing.span)] == "Nine people drowned on Sunday night."
    goes_on = page_of(Article("Ferry sinks off Tarsin after a storm on Sunday.", title="Ferry sinks off Tarsin"))
    assert standing_of(goes_on, 0) is not None


@pytest.mark.parametrize("language", ["en", "vi", "nl"])
def test_sentences_are_judged_alike_one_by_one_and_with_the_signs_of_their_page(language: str) -> None:
    text = (
        "A ferry sank off Tarsin on Sunday, the coast guard said in the evening. He said the wind had been strong. "
        "Chúng tôi đã thấy con phà chìm xuống trong một phút ở gần đảo. I saw it go down within one long minute. "
        "“The sea was calm,” he said on the pier of the small harbour. All rights reserved by the Tarsin Courier."
    )
    page = page_of(Article(text, language=language))
    signs = signs_on(page)
    assert len(page.sentences) > 4
    for index in range(len(page.sentences)):
        assert standing_of(page, index, signs) == standing_of(page, index)


def test_a_speaker_around_a_quotation_is_found_though_the_words_are_not_neighbours_on_the_page() -> None:
    assert quoted("He “would never have sailed”said the captain of the ferry on Sunday.") is None
    assert quoted("Then she “saw the ferry go down”said nothing more on Sunday night.") is None
