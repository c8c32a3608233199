"""Articles that repeat the report of one agency are one voice."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import newsdedup as nd

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
    assert first.dependence is None
    assert second.dependence == "same agency as wire: Reuters, named by “Reuters reported”"


def test_copies_of_an_article_of_an_agency_have_its_origin() -> None:
    copied = {"id": "copied", "text": CITING["text"]}
    record = nd.record_of([WIRE, CITING, copied])
    assert len({one.origin for one in record.articles}) == 1
    assert {one.relation for one in record.articles} == {None, "agency", "copy"}


def reports(*rows: dict[str, str]) -> nd.EventRecord:
    return nd.record_of(
        [{"id": f"a{number}", "published_at": f"2026-08-{number + 10}", **row} for number, row in enumerate(rows)]
    )


FERRY = "Nine people died when a ferry sank off Tarsin island on Sunday."
DROWNED = "A ferry went down near Tarsin on Sunday. Nine people drowned, the harbour master counts."
SUNK = "Divers counted nine people dead in the wreck of the Tarsin ferry by nightfall."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"source": "BBC News"}, {"source": "BBC"}),
        ({"source": "BBC News"}, {"url": "https://www.bbc.co.uk/news/1"}),
        ({"url": "https://bbc.com/1"}, {"url": "https://news.bbc.co.uk/2"}),
        ({"source": "The New York Times"}, {"url": "https://www.nytimes.com/1"}),
        ({"source": "Quân đội nhân dân"}, {"source": "qdnd.vn"}),
        ({"source": "Báo Tuổi Trẻ"}, {"source": "Tuổi Trẻ Online"}),
        ({"source": "Lenton Daily Courier"}, {"url": "https://ldc.example/1"}),
        ({"url": "https://news.courier.example/1"}, {"url": "https://courier.example/2"}),
        ({"source": "Corva", "url": "https://lentonpost.example/1"}, {"url": "https://lentonpost.example/2"}),
        ({"title": "Ferry sinks off Tarsin | The Lenton Gazette"}, {"source": "Lenton Gazette"}),
        ({"source": "vietnamplus.vn"}, {"source": "TTXVN"}),
        ({"source": "Báo Mới", "url": "http://www.baomoi.com/thanhnien.vn/1"}, {"source": "Thanh Niên"}),
        ({"url": "https://web.archive.org/web/2013/http://lentonpost.example/1"}, {"source": "Lenton Post"}),
    ],
)
def test_reports_of_one_outlet_confirm_nothing(one: dict[str, str], other: dict[str, str]) -> None:
    record = reports({"text": FERRY, **one}, {"text": DROWNED, **other})
    figure = next(one for one in record.figures if one.role == "dead")
    assert (record.n_origins, figure.n_origins, figure.status) == (1, 1, "single_source")
    assert {report.relation for report in record.articles} <= {None, "outlet", "agency"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {}),
        ({"source": "unknown"}, {"source": "unknown"}),
        ({"source": "Post"}, {"source": "Herald"}),
        ({"source": "Báo Mới"}, {"source": "Báo Mới"}),
        (
            {"source": "feed", "url": "https://a.lenton.example/1"},
            {"source": "feed", "url": "https://tarsin.example/1"},
        ),
        ({"source": "Newsbox", "url": "https://tarsin.example"}, {"source": "Newsbox", "url": "https://corva.example"}),
        ({"source": "Post", "url": "https://clips.example/1"}, {"source": "Herald", "url": "https://clips.example/2"}),
        ({"url": "http://www.baomoi.com/thanhnien.vn/1"}, {"url": "http://www.baomoi.com/tuoitre.vn/1"}),
        ({"url": "https://10.0.0.1/1"}, {"url": "https://10.0.0.1/2"}),
    ],
)
def test_an_aggregator_or_an_unknown_source_is_not_one_voice(one: dict[str, str], other: dict[str, str]) -> None:
    assert reports({"text": FERRY, **one}, {"text": DROWNED, **other}).n_origins == 2


def test_a_site_that_takes_its_reports_from_several_outlets_is_an_aggregator() -> None:
    site = {"source": "clips.example"}
    record = reports(
        {"text": f"{FERRY}\n(Theo VnExpress)", **site},
        {"text": f"{DROWNED}\nNguồn: Tuổi Trẻ", **site},
        {"text": SUNK, **site},
    )
    assert [one.voice for one in record.articles] == ["VnExpress", "Tuổi Trẻ", None]
    assert record.n_origins == 3


def test_the_report_of_an_agency_in_a_paper_is_not_the_papers_own() -> None:
    record = reports(
        {"text": f"TARSIN (Reuters) - {FERRY}", "source": "Post"},
        {"text": DROWNED, "source": "Post"},
        {"text": f"{SUNK}\nReuters", "source": "Herald"},
    )
    assert [one.origin for one in record.articles] == ["a0", "a1", "a0"]
    assert [one.voice for one in record.articles] == ["Reuters", "Post", "Reuters"]


def test_a_record_says_what_names_the_outlet_of_each_report() -> None:
    record = reports({"text": FERRY, "source": "BBC"}, {"text": DROWNED, "url": "https://www.bbc.co.uk/1"})
    assert [(one.voice, one.named_by) for one in record.articles] == [("BBC", "BBC"), ("bbc.co.uk", "bbc.co.uk")]
    assert record.articles[1].dependence == "same outlet as a0: bbc.co.uk, named by “bbc.co.uk”"
    assert nd.EventRecord.from_dict(record.to_dict()) == record


def test_another_text_at_one_address_is_a_version() -> None:
    text = f"{FERRY} The ship had left Corva at noon. {DROWNED} The search was called off because of the wind and rain."
    rows = [{"text": words, "url": "https://post.example/1"} for words in (text, text.replace("at noon", "at one"))]
    assert [one.relation for one in reports(*rows).articles].count("version") == 1
    assert [one.relation for one in reports(rows[0], rows[0]).articles].count("copy") == 1


def test_two_papers_that_cite_one_outlet_for_a_figure_are_one_voice_for_it() -> None:
    record = reports(
        {"text": f"Schools are closed today. No ferry sails. {SUNK} The BBC said 40 were hurt."},
        {"text": f"No ferry sails today. The wind was strong. {DROWNED} Forty people were hurt, according to the BBC."},
    )
    origins = {one.role: one.n_origins for one in record.figures}
    assert (record.n_origins, origins["dead"], origins["injured"]) == (2, 2, 1)


def test_a_figure_that_is_cited_from_an_outlet_has_the_origin_of_its_report() -> None:
    record = reports(
        {"text": "The ferry Corva sank. Forty people were hurt.", "source": "Harrow Tonight"},
        {"text": f"Schools are closed. The wind was strong. {FERRY} Harrow Tonight reported that 40 people were hurt."},
    )
    (hurt,) = (one for one in record.figures if one.role == "injured")
    assert (hurt.n_articles, hurt.n_origins) == (2, 1)
    assert {claim.origin for claim in hurt.claims} == {"a0"}


def test_an_article_that_cites_two_outlets_does_not_make_them_one_voice() -> None:
    text = "Schools are closed. No ferry sails. The BBC said 40 were hurt. Forty people were hurt, Reuters reported."
    record = reports(
        {"text": text},
        {"text": "A ferry sank. Forty people were hurt.", "source": "BBC"},
        {"text": "TARSIN (Reuters) - Forty people were hurt when a ferry sank."},
    )
    (hurt,) = (one for one in record.figures if one.role == "injured")
    assert (hurt.n_articles, hurt.n_origins) == (3, 2)


def test_an_outlet_that_gives_another_toll_later_brings_its_own_up_to_date() -> None:
    twelve = "Twelve people died in the ferry disaster off Tarsin."
    record = reports({"text": FERRY, "source": "Post"}, {"text": twelve, "source": "Post"})
    figure = next(one for one in record.figures if one.role == "dead")
    assert (figure.best, figure.status, figure.n_origins) == (12, "superseded", 1)


SOURCES = st.sampled_from([None, "Post", "BBC", "Reuters", "Báo Mới"])
TEXTS = st.sampled_from([FERRY, DROWNED, SUNK, f"(AP) - {FERRY}", f"{DROWNED}\nTheo VnExpress", f"BBC: {SUNK}"])


@given(st.lists(st.tuples(TEXTS, SOURCES), min_size=1, max_size=4, unique_by=lambda row: row[0]), st.data())
def test_a_later_copy_changes_nothing_whatever_its_outlet(
    rows: list[tuple[str, str | None]], data: st.DataObject
) -> None:
    articles = [nd.Article(text, id=f"a{n}", source=source) for n, (text, source) in enumerate(rows)]
    copied = evolve(data.draw(st.sampled_from(articles)), id="z", source=data.draw(SOURCES))
    without, with_copy = nd.record_of(articles), nd.record_of([*articles, copied])
    assert with_copy.n_origins == without.n_origins
    for one, other in zip(without.figures, with_copy.figures, strict=True):
        assert (one.best, one.status, one.n_origins) == (other.best, other.status, other.n_origins)


@given(st.permutations([(FERRY, "Post"), (DROWNED, "The Post"), (SUNK, "BBC"), (f"(AP) - {FERRY} More.", "Post")]))
def test_the_order_of_articles_changes_no_voice(rows: list[tuple[str, str]]) -> None:
    record = nd.record_of([nd.Article(text, id=text[:9] + source, source=source) for text, source in rows])
    assert record.n_origins == 3
