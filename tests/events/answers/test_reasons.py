"""The evidence of two articles by topic, whose weights add up."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

import newsdedup as nd
from newsdedup.events.answers.reasons import START, TOPICS
from newsdedup.events.evidence.embedding import FEATURE
from newsdedup.events.evidence.gather import FEATURE_NAMES

FIRST = datetime(2031, 8, 25, 9, tzinfo=UTC)
STORM = "Sáng 25/8, bão số 5 đổ bộ Nghệ An làm 2 người chết. Ông Trần Văn Nam cho biết gió giật cấp 12 ở Cửa Lò."
SAME = "Ông Trần Văn Nam xác nhận 2 người thiệt mạng ở Cửa Lò khi bão số 5 vào Nghệ An sáng 25-08, gió giật mạnh."
OTHER = "Chiều 28/10, bão số 9 đổ bộ Quảng Ngãi, gió giật cấp 13 ở Lý Sơn. Ông Đặng Văn Minh nói về 300 nhà tốc mái."


def storms(hours: float = 3) -> nd.EventGroups:
    moments = (FIRST, FIRST + timedelta(hours=hours), None)
    texts = (STORM, SAME, OTHER)
    return nd.find_events(
        [{"id": name, "text": text, "date": moment} for name, text, moment in zip("abc", texts, moments, strict=True)]
    )


def hundredths(printed: str) -> list[int]:
    """The weight at the beginning of each line, and the sum."""
    return [int(each.replace(".", "")) for each in re.findall(r"^ .{10}([+-]\d+\.\d\d)", printed, re.MULTILINE)]


def words_of(why: nd.Explanation, topic: str) -> tuple[str, ...]:
    return next(term.words for term in why.terms if term.name == topic)


@pytest.mark.parametrize(("left", "right"), [("a", "b"), ("a", "c"), ("b", "c")])
def test_the_weights_of_all_topics_add_up_to_the_logit(left: str, right: str) -> None:
    why = storms().explain(left, right)
    assert sum(term.weight for term in why.terms) == pytest.approx(why.logit)


@pytest.mark.parametrize(("left", "right"), [("a", "b"), ("a", "c")])
def test_the_printed_weights_add_up_to_the_printed_sum(left: str, right: str) -> None:
    *weights, total = hundredths(str(storms().explain(left, right)))
    assert len(weights) > 3
    assert sum(weights) == total


def test_every_feature_is_in_one_topic() -> None:
    assert Counter(feature for features in TOPICS.values() for feature in features) == Counter(
        (*FEATURE_NAMES, FEATURE)
    )


def test_a_topic_says_what_the_two_have_in_common_and_what_not() -> None:
    why = storms().explain("a", "c")
    assert words_of(why, "days") == ("no day in common: 25 August | 28 October",)
    assert next(term.weight for term in why.terms if term.name == "days") < 0
    same = storms().explain("a", "b")
    assert words_of(same, "days") == ("both say 25 August",)
    assert any("Nghệ An" in phrase for phrase in words_of(same, "names and numbers"))
    assert words_of(same, START) == ()


@pytest.mark.parametrize(
    ("hours", "said"), [(1, "published 1 hour apart"), (30, "published 30 hours apart"), (72, "published 3 days apart")]
)
def test_the_time_between_two_articles_is_in_hours_or_days(hours: float, said: str) -> None:
    assert words_of(storms(hours).explain("a", "b"), "time of publication") == (said,)


@pytest.mark.parametrize(
    ("moments", "said"),
    [
        (("2031-08-25", "2031-08-25T09:00:00Z"), "published on one day"),
        (("2031-08-25T09:00:00Z", "2031-08-26"), "published 1 day apart"),
        (("2031-08-25", "2031-08-28"), "published 3 days apart"),
    ],
)
def test_the_time_between_articles_with_only_a_day_is_in_days(moments: tuple[str, str], said: str) -> None:
    rows = [
        {"id": name, "text": text, "date": day} for name, text, day in zip("ab", (STORM, SAME), moments, strict=True)
    ]
    assert words_of(nd.find_events(rows).explain("a", "b"), "time of publication") == (said,)


def test_the_sum_that_the_working_point_needs_is_given() -> None:
    why = storms().explain("a", "b")
    assert why.needed is not None
    assert (why.logit >= why.needed) == (why.score >= why.threshold)
    assert f"; the working point {why.threshold:.2f} is a sum of {why.needed:+.2f}" in str(why)
    at_one = storms().at(1).explain("a", "b")
    assert at_one.needed is None
    assert "needs" not in str(at_one)
