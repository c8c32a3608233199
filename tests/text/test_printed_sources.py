"""The news agency whose report an article prints."""

from __future__ import annotations

import pytest

from newsdedup.articles.article import Article
from newsdedup.text.page import page_of
from newsdedup.text.printed_sources import cited_outlets


def names(sentence: str) -> list[str]:
    return [one.name for one in cited_outlets(sentence) if one.is_sure]


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("TARSIN (Reuters) - Nine people died when a ferry sank off Tarsin island on Sunday.", "Reuters"),
        ("EUREKA, Mo. (AP) – A woman and a child have been found dead in a house.", "Associated Press"),
        ("LONDON, Aug 9 (AFP) -- A ferry sank off Tarsin island.", "AFP"),
        ("Hà Nội (TTXVN) - Chín người chết khi phà chìm ở đảo Tân hôm Chủ nhật.", "TTXVN"),
        ("Theo TTXVN, phà chìm ở đảo Tân hôm Chủ nhật, chín người chết.", "TTXVN"),
        ("Theo hãng tin Reuters, một chiếc phà đã chìm ở ngoài khơi đảo Tân.", "Reuters"),
        ("A ferry sank off Tarsin island on Sunday and nine people drowned, Reuters reported.", "Reuters"),
        ("Nine people drowned, according to the Associated Press.", "Associated Press"),
        ("Một chiếc phà chìm ở đảo Tân. Chín người chết.\nThanh Hảo (Theo NDTV, Reuters)", "NDTV"),
        ("Một chiếc phà chìm ở đảo Tân. Chín người chết.\nNh.Thạch (AFP)", "AFP"),
        ("Một chiếc phà chìm ở đảo Tân. Chín người chết.\nAn Bình\nTheo Xinhua", "Xinhua"),
        ("Một chiếc phà chìm ở đảo Tân. Chín người chết./. Thanh Tuấn (TTXVN)", "TTXVN"),
        ("Một chiếc phà chìm ở đảo Tân. Chín người chết.\nTTXVN/Tin tức", "TTXVN"),
        ("A ferry sank on Sunday.\nNine people drowned.\nCopyright 2016 The Associated Press.", "Associated Press"),
        ("Police told Reuters on Sunday that nine people drowned.", None),
        ("Một chiếc phà chìm ở đảo Tân (Ảnh: AFP)", None),
        ("A man repaired his AP-15 radio on Sunday.", None),
        ("The mayor went to a meeting of the Associated Press Club. Nine people came.", None),
    ],
)
def test_an_article_names_its_agency_in_the_dateline_the_lead_or_at_its_end(text: str, agency: str | None) -> None:
    source = page_of(Article(text)).printed_source
    assert (source and source.name) == agency


def test_an_agency_that_is_cited_further_down_is_not_the_source_of_the_article() -> None:
    text = "A ferry sank. Nobody saw it. It was night. Nine people drowned, Reuters reported. The sea was calm."
    assert page_of(Article(text)).printed_source is None
    assert names("Nine people drowned, Reuters reported.") == ["Reuters"]


def test_an_agency_has_one_name_in_every_language() -> None:
    assert names("Nine people drowned, VNA reported.") == names("Theo Thông tấn xã Việt Nam, 9 người chết.")
