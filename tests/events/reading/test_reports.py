"""What event grouping keeps of each article."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from newsdedup.articles.article import Article
from newsdedup.events.reading.reports import Reading
from newsdedup.events.reading.views import TextHasher

HANOI = timezone(timedelta(hours=7))


def test_the_day_of_publication_is_that_of_its_time_zone_and_can_be_corrected() -> None:
    moments = (None, date(2025, 3, 2), datetime(2025, 3, 2, 1, tzinfo=HANOI), datetime(2025, 3, 2, 1, tzinfo=UTC))
    reading = Reading(TextHasher(1))
    assert len(list(reading.passing(Article("Mưa.", published_at=moment) for moment in moments))) == len(moments)
    second, third = date(2025, 3, 2).toordinal(), date(2025, 2, 3).toordinal()
    assert reading.published({}).tolist() == [0, second, second, second]
    assert reading.published({1: date(2025, 2, 3)}).tolist() == [0, third, second, second]
