from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsdedup as nd
from newsroom import CUP, FAIR, FIRST, STORM, articles_of

ARTICLES = [*articles_of("bão", STORM), *articles_of("giải", CUP), *articles_of("sách", FAIR)]
EVENTS = nd.consolidate(ARTICLES, groups=[article.id.split("-")[0] for article in ARTICLES])
LAST = FIRST + timedelta(hours=3)


def dead(events: nd.EventCollection) -> Decimal | None:
    return events.of("bão-1").figure("dead").best


def test_a_toll_is_that_of_the_reports_until_then() -> None:
    assert [dead(EVENTS.at(FIRST + timedelta(hours=hour))) for hour in (1, 2, 3)] == [12, 12, 15]


def test_at_the_last_report_the_records_are_those_of_now(seeds: nd.Articles) -> None:
    assert EVENTS.at(LAST).records == EVENTS.records
    rows = [{**vars_of(one), "published_at": "2025-06-14"} for one in seeds]
    events = nd.consolidate(rows)
    assert events.at("2025-06-14").records == events.records


def vars_of(article: nd.Article) -> dict[str, Any]:
    return {name: getattr(article, name) for name in ("id", "text", "title", "source", "language")}


@given(st.integers(0, 4).map(lambda hours: FIRST + timedelta(hours=hours)))
def test_each_past_record_is_that_of_its_articles_alone(moment: datetime) -> None:
    past = EVENTS.at(moment)
    known = {one.id: one for one in ARTICLES if one.published_at and one.published_at <= moment}
    assert set(past.ids) == set(known)
    assert [past[label].event_id for label in past.labels] == [past.of(str(name)).event_id for name in past.ids]
    for record in past:
        assert record == nd.record_of([known[report.id] for report in record.articles])


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2031, 9, 3, 9),
        datetime(2031, 9, 3, 16, tzinfo=timezone(timedelta(hours=7))),
        "2031-09-03T09:00",
        "2031-09-03T16:00:00+07:00",
    ],
)
def test_moments_have_a_zone_or_are_in_utc(moment: Any) -> None:
    past = EVENTS.at(moment)
    assert len(past.ids) == 6
    assert datetime.fromisoformat(past.settings["at"]) == datetime(2031, 9, 3, 9, tzinfo=UTC)


@pytest.mark.parametrize(("moment", "number"), [("2031-09-02", 0), ("2031-09-03", 8), (date(2031, 9, 3), 8)])
def test_a_day_is_meant_to_its_end(moment: Any, number: int) -> None:
    assert len(EVENTS.at(moment).ids) == number


@pytest.mark.parametrize("moment", ["yesterday", 3, None, "14/6/2025"])
def test_what_is_no_moment_is_an_error(moment: Any) -> None:
    with pytest.raises(nd.SettingError, match=r"moment=.* is not a moment: give a datetime, a date, or ISO 8601"):
        EVENTS.at(moment)


def test_articles_without_a_date_are_left_out_and_counted() -> None:
    rows = [{"id": "a", "text": STORM[0], "published_at": "2031-09-03"}, *({"text": one} for one in STORM[1:])]
    events = nd.consolidate(rows, groups=[1, 1, 1])
    with pytest.warns(nd.ArticleWarning, match=r"2 articles have no date of publication \(the first is '.*'\)"):
        past = events.at("2040-01-01")
    assert past.ids == ("a",)


def test_policy_roles_and_people_are_those_of_the_collection() -> None:
    role = nd.Role(name="stalls", nouns=("gian hàng",))
    events = nd.consolidate(
        ARTICLES,
        groups=[article.id.split("-")[0] for article in ARTICLES],
        policy="trusted",
        trusted=["Báo giải 2"],
        roles=[role],
        people=False,
    )
    past = events.at(LAST)
    assert past.records == events.records
    assert past.of("sách-1").figure("stalls").best == 120


def test_filtered_events_have_a_past_too() -> None:
    past = EVENTS.filter(text="bão").at(FIRST + timedelta(hours=1))
    assert past.ids == ("bão-1",)


def test_loaded_records_say_how_to_get_the_articles(tmp_path: Path) -> None:
    EVENTS.save(tmp_path / "events.jsonl")
    loaded = nd.EventCollection.load(tmp_path / "events.jsonl")
    with pytest.raises(nd.InputError, match=r"consolidate\(articles, groups=events\)\.at\(moment\)"):
        loaded.at(LAST)
    assert nd.consolidate(ARTICLES, groups=loaded).at(LAST).records == EVENTS.records
