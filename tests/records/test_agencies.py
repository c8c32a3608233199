"""Articles that repeat the report of one agency are one voice."""

from __future__ import annotations

import pytest

import newsdedup as nd
from newsdedup.interfaces.wording import relation_in_words

WIRE = {"id": "wire", "text": "TARSIN (Reuters) - Nine people died when a ferry sank off Tarsin island."}
CITING = {"id": "citing", "text": "A ferry sank off Tarsin island and nine people drowned, Reuters reported."}
OWN = {"id": "own", "text": "The coast guard counts nine people dead after the ferry disaster near Tarsin."}


def dead(*rows: dict[str, str]) -> tuple[int, str, int]:
    record = nd.record_of(rows)
    figure = next(one for one in record.figures if one.role == "dead")
    return record.n_origins, figure.status, figure.n_origins


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ((WIRE, CITING), (1, "single_source", 1)),
        ((CITING, WIRE), (1, "single_source", 1)),
        ((WIRE, OWN), (2, "agree", 2)),
        ((WIRE, CITING, OWN), (2, "agree", 2)),
        (
            (WIRE, {"id": "c", "text": "A ferry sank, AFP reported. Nine people drowned off Tarsin island."}),
            (2, "agree", 2),
        ),
        (
            (
                {"id": "a", "text": "Theo AFP, phà chìm ở đảo Tân làm 9 người chết."},
                {"id": "b", "text": "Chín người thiệt mạng do chìm phà tại đảo Tân, AFP đưa tin."},
            ),
            (1, "single_source", 1),
        ),
    ],
)
def test_articles_of_one_agency_confirm_nothing(rows: tuple[dict[str, str], ...], found: tuple[int, str, int]) -> None:
    assert dead(*rows) == found


def test_a_sentence_that_cites_an_agency_adds_no_voice_though_the_article_is_its_own() -> None:
    text = "The island is in mourning. Schools are closed. No ferry sails. At least nine people died, Reuters reported."
    record = nd.record_of([WIRE, {"id": "own", "text": text}])
    assert record.n_origins == 2
    assert [one.n_origins for one in record.figures if one.role == "dead"] == [1]


def test_a_record_says_which_articles_are_of_one_agency() -> None:
    record = nd.record_of([{**WIRE, "published_at": "2026-08-09"}, {**CITING, "published_at": "2026-08-10"}])
    first, second = record.articles
    assert (first.relation, second.relation, second.origin, second.copy_of) == (None, "agency", "wire", None)
    assert [relation_in_words(one) for one in record.articles] == [None, "same agency as wire"]


def test_copies_of_an_article_of_an_agency_have_its_origin() -> None:
    copied = {"id": "copied", "text": CITING["text"]}
    record = nd.record_of([WIRE, CITING, copied])
    assert len({one.origin for one in record.articles}) == 1
    assert {one.relation for one in record.articles} == {None, "agency", "copy"}
