from __future__ import annotations

import pytest

from newsdedup.text.furniture import bare
from newsdedup.text.outlets import end_of_headline


@pytest.mark.parametrize(
    ("headline", "tail"),
    [
        ("Fire kills three people in Lenton", " - Reuters"),
        ("Fire kills three people in Lenton", " | The Daily Courier"),
        ("Fire kills three people in Lenton", " | The Daily Courier | Breaking news, sport and weather"),
        ("Fire kills three people in Lenton", " - Lenton9.com - Lenton, OK - News, Weather and Sports |"),
        ("Fire kills three people in Lenton", " – www.lenton.co.uk"),
        ("Fire kills three people in Lenton", " [Lenton Herald]"),
        ("Cháy lớn làm ba người chết ở Mai Pha", " – VnExpress"),
        ("Cháy lớn làm ba người chết ở Mai Pha", " (Dân trí)"),
        ("Cháy lớn làm ba người chết ở Mai Pha", " - Báo Mai Pha"),
        ("Cháy lớn làm ba người chết ở Mai Pha", " | Thời sự | Tuổi Trẻ Online"),
        ("Un incendie fait trois morts", " | Le Courrier"),
    ],
)
@pytest.mark.parametrize("language", [None, "de"])
def test_the_outlet_after_a_headline_is_no_part_of_it(headline: str, tail: str, language: str | None) -> None:
    assert end_of_headline(headline + tail, None, language) == len(headline)
    assert bare(headline + tail, language) == headline


@pytest.mark.parametrize(
    "headline",
    [
        "Harrow City - Lenton 3-1",
        "Hà Nội - Lào Cai",
        "Sạt lở trên đường Hà Nội - Lào Cai",
        "Thu hồi đất để phát triển kinh tế - xã hội",
        "Thu hồi đất để phát triển Kinh tế - Xã hội",
        "Team wins three in a row - Harrow City",
        "Two people killed in crash - police",
        "Breaking - Reuters",
        "Three people (Harrow, Lenton) are safe",
        "Photo of the fire (Kelsey Moss | KSNV)",
        "",
    ],
)
def test_a_headline_without_an_outlet_stays(headline: str) -> None:
    assert end_of_headline(headline) == len(headline)
    assert bare(headline) == headline


@pytest.mark.parametrize("source", ["Le Courrier", "lecourrier.fr", "www.LeCourrier.fr"])
def test_the_source_of_an_article_is_its_outlet_in_any_language(source: str) -> None:
    headline = "Un incendie fait trois morts"
    assert end_of_headline(f"{headline} - Le Courrier", source, "de") == len(headline)
    assert end_of_headline(f"{headline} - Le Courrier", None, "de") == len(f"{headline} - Le Courrier")


def test_only_a_first_line_that_may_be_a_headline_loses_its_last_part() -> None:
    page = "Fire kills three in Lenton - Reuters\nThree people died. Call the desk - Reuters"
    assert bare(page, "en") == "Fire kills three in Lenton\nThree people died. Call the desk - Reuters"
    long = f"Fire kills three in Lenton {'again ' * 60}- Reuters"
    assert bare(long, "en") == long


def test_parts_in_capitals_between_the_headline_and_its_end_are_cut_with_the_outlet() -> None:
    headline = "Girl shot while getting ready for prom"
    for tail in (" - Action News - Memphis, Tennessee", " - Lenton.com - Lenton, Harrow"):
        assert end_of_headline(headline + tail) == len(headline)
    for rest in (" - Memphis, Tennessee", " - Action News - what we know so far"):
        assert end_of_headline(headline + rest) == len(headline + rest)
