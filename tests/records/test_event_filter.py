from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsdedup as nd
from newsroom import newsroom

EVENTS, _ = newsroom(n_small=3)


def titles(**conditions: Any) -> list[str]:
    return [record.title for record in EVENTS.filter(**conditions)]


FAIR, STORM, CUP, *SMALL = [record.title for record in EVENTS]


def test_a_status_keeps_the_events_with_such_a_figure() -> None:
    assert titles(status="conflict") == [CUP]
    assert titles(status="superseded") == [STORM]


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        ({"since": "2031-09-05"}, [FAIR, CUP]),
        ({"until": date(2031, 9, 5)}, [FAIR, STORM]),
        ({"since": "2031-09-03", "until": "2031-09-09"}, [FAIR]),
        ({"since": "2032-01-01"}, []),
        ({"since": "2031", "until": "2031"}, [FAIR, STORM, CUP]),
        ({"since": "2031-09", "until": "2031-09"}, [FAIR, STORM, CUP]),
        ({"until": "2030"}, []),
        ({"since": np.datetime64("2031-09-05")}, [FAIR, CUP]),
    ],
)
def test_days_are_compared_with_those_of_the_event_and_unknown_ones_meet_none(
    conditions: dict[str, Any], found: list[str]
) -> None:
    assert titles(**conditions) == found


@pytest.mark.parametrize("text", ["bao do bo", "BÃO đổ", '"bão số 7"', "toc mai", "Báo bao", "tran thi may"])
def test_words_are_found_without_case_and_accents_in_all_that_a_record_has(text: str) -> None:
    assert STORM in titles(text=text)


def test_a_phrase_is_found_word_by_word_and_words_in_any_order() -> None:
    assert titles(text="bo do bao") == [STORM]
    assert titles(text='"bo do bao"') == []


def test_a_place_and_a_person_are_whole_names() -> None:
    person = EVENTS[1].people[0].name
    assert titles(person=person.lower()) == [STORM]
    with pytest.warns(nd.ArticleWarning, match=f"no event has the person .* names are whole, such as '{person}'"):
        assert titles(person=person.split()[0]) == []
    assert titles(person="nobody at all") == []
    assert titles(place="xa tan lap") == titles(place="Tân Lập") or STORM in titles(place=EVENTS[1].places[0].name)


def test_conditions_are_met_together() -> None:
    assert titles(status="superseded", text="bão", since="2031-09-01") == [STORM]
    assert titles(status="conflict", text="bão") == []
    assert titles() == [FAIR, STORM, CUP, *SMALL]


@pytest.mark.parametrize(
    ("conditions", "words"),
    [
        ({"status": "wrong"}, "give one of 'conflict'"),
        ({"since": "14/6"}, "since='14/6' is not a day"),
        ({"until": 3}, "until=3 is not a day"),
        ({"since": "2025-07-01", "until": "2025-06-01"}, "is after until="),
        ({"text": " … "}, "has no words"),
        ({"person": ""}, "person='' has no words"),
        ({"place": 3}, "place=3 is of type int"),
    ],
)
def test_a_condition_that_is_not_allowed_is_an_error_that_says_what_is(conditions: dict[str, Any], words: str) -> None:
    with pytest.raises(nd.SettingError, match=words):
        EVENTS.filter(**conditions)


@given(st.sets(st.sampled_from(["a", "b", "c", "d"])))
def test_rows_of_a_filtered_collection_are_those_of_its_events(kept: set[str]) -> None:
    rows = [
        {"id": name, "text": f"Chợ quê {name}{name} họp với 12 quầy rau.", "title": f"chợ {name}"} for name in "abcd"
    ]
    events = nd.consolidate([*rows, {"id": "bad", "text": ""}], groups=["x", "y", "x", "z", None])
    wanted = {events.of(name).event_id for name in kept}
    found = events._of_some([label for label, record in enumerate(events) if record.event_id in wanted])
    assert {record.event_id for record in found} == wanted
    assert [found[label].event_id for label in found.labels] == [events.of(str(name)).event_id for name in found.ids]
    assert len(found.to_frame(of="articles")) == len(found.ids) == sum(record.n_articles for record in found)
    assert found.rejected == ()


@pytest.mark.parametrize("since", ["2031-13", "0000", "203", np.datetime64("NaT"), 2031])
def test_what_is_no_day_month_or_year_is_an_error(since: Any) -> None:
    with pytest.raises(nd.SettingError, match=r"^since=.* is not a day"):
        titles(since=since)


def test_of_several_statuses_one_is_enough() -> None:
    assert titles(status=["conflict", "superseded"]) == [STORM, CUP]


def test_a_place_that_is_part_of_a_name_is_answered_with_the_name() -> None:
    place = next(one.name for record in EVENTS for one in record.places if " " in one.name)
    with pytest.warns(nd.ArticleWarning, match=f"no event has the place .* such as .*{place}"):
        assert titles(place=place.split()[-1]) == []
