from __future__ import annotations

import pytest

import newsdedup as nd
from newsdedup.figures.reconcile.day_evidence import (
    FOLLOWED,
    HAPPENED,
    OTHER,
    PLANNED,
    ROUGH,
    SAID,
    UP_TO,
    DayEvidence,
    evidence_of,
    words_about,
)


def evidence(text: str, language: str = "en") -> DayEvidence:
    claims = nd.extract_figures(text, language=language, published_at="2025-10-15")
    (day,) = [claim for claim in claims if claim.kind == "date"]
    return evidence_of(day, words_about([text], frozenset()))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A man was killed in a crash on Monday.", HAPPENED),
        ("On Monday, a lorry crashed into a bus.", HAPPENED),
        ("He was arrested after Monday's crash.", HAPPENED),
        ("He was arrested in the Monday night crash.", HAPPENED),
        ("The driver skipped Monday's hearing.", FOLLOWED),
        ("He was charged with murder Monday.", FOLLOWED),
        ("He was arrested in a fatal shooting late Monday.", FOLLOWED),
        ("Pupils stayed at home Monday, after a boy was killed.", FOLLOWED),
        ("Police told the paper Monday that two were hurt.", SAID),
        ("The sheriff on Monday said that both died.", SAID),
        ("Two were taken there at 4 p.m. Monday, when the gun went off, police said.", HAPPENED),
        ("The singer, born on 12 October 1980, is from Hull.", OTHER),
        ("As of Monday, two were missing.", UP_TO),
        ("The fair is planned for Friday.", PLANNED),
        ("It burnt about two weeks ago.", ROUGH),
    ],
)
def test_the_words_nearest_to_a_day_say_what_it_is_the_day_of(text: str, words: str) -> None:
    assert words in evidence(text)


def test_a_verb_of_saying_at_the_end_of_the_sentence_says_nothing_of_the_day() -> None:
    assert SAID not in evidence("Nobody was at the house at 4 p.m. Monday in the quiet street, police said.")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tối 14/10, vụ cháy xảy ra ở Huế.", HAPPENED),
        ("Ngày 14/10, công an khởi tố vụ án giết người.", FOLLOWED),
        ("Ngày 14/10, ông Nam cho biết nước đã rút.", SAID),
        ("Trước đó, ngày 14/10, nước sông dâng.", OTHER),
    ],
)
def test_vietnamese_words_say_so_too(text: str, words: str) -> None:
    assert words in evidence(text, "vi")


def test_a_day_in_a_language_without_tables_has_only_its_place() -> None:
    claim = nd.FigureClaim(article_id="a", start=0, end=4, text="14/6", value="2025-06-14", kind="date")
    assert set(evidence_of(claim, lambda _: 0.0)) == {"in the lead"}


def test_what_titles_share_counts_for_more_than_the_words_of_one() -> None:
    about = words_about(["Dam bursts in Hull", "Hull dam bursts", "Villages flooded"], frozenset({"the"}))
    assert about("The dam bursts in Hull") > about("Villages were flooded that day") > about("Nobody knew")
    assert words_about([], frozenset())("Anything at all") == 1.0
