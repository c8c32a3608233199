from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest

import newsdedup as nd
from newsdedup.articles.article import content_id
from newsdedup.articles.moments import iso_format
from newsdedup.batch.articles import ARTICLE_COLUMNS, IntakeOptions

pytestmark = pytest.mark.filterwarnings("ignore::newsdedup.ArticleWarning")

NEWS = "Sáng 14/6, hội nghị trực tuyến khai mạc với hơn 10.000 điểm cầu trên cả nước"
GOLD = "Giá vàng miếng SJC sáng nay tăng 500.000 đồng mỗi lượng tại Hà Nội"
MOMENT = datetime(2025, 6, 14, 1, 0, tzinfo=UTC)
OPTIONS = IntakeOptions()
KEEP = ("id", "published", "reason")


Rows = list[dict[str, Any]]


def checked(rows: Any, options: IntakeOptions = OPTIONS, keep: tuple[str, ...] = ARTICLE_COLUMNS) -> Rows:
    from newsdedup.interfaces.spark.intake import checked_articles

    return [row.asDict() for row in checked_articles(rows, options, keep).collect()]


def only(rows: Rows, *names: str) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in names) for row in rows]


def test_rows_of_a_data_frame_are_read_as_on_one_machine(spark: Any) -> None:
    rows = [
        {"id": "a", "text": NEWS, "title": "<b>Khai mạc</b>", "date": "14/6/2025 08:00", "lang": "vi-VN"},
        {"id": "b", "text": "", "title": "Vàng tăng", "date": "soon", "lang": None},
        {"id": "c", "text": None, "title": None, "date": None, "lang": None},
        {"id": None, "text": f"<p>{GOLD}</p>", "title": None, "date": "2025-06-14", "lang": None},
    ]
    frame = spark.createDataFrame(rows, "id string, text string, title string, date string, lang string").repartition(3)
    found = {row["text"] or row["id"]: row for row in checked(frame)}
    articles = nd.read_articles(rows)
    for article in articles:
        row = found[article.text]
        assert (row["id"], row["title"], row["language"]) == (article.id, article.title, article._language)
        assert row["published"] == iso_format(article.published_at)
        assert row["n_characters"] == len(article.text)
    assert found["c"]["reason"] == articles.rejected[0].reason
    assert sorted(notice for row in found.values() for notice in row["notices"]) == sorted(
        one.reason for one in articles.notices
    )
    assert len({row["rid"] for row in found.values()}) == 4


def test_only_the_columns_of_an_article_reach_python(spark: Any) -> None:
    from newsdedup.interfaces.spark.intake import candidate_columns

    frame = spark.createDataFrame([(NEWS, 3)], "body string, clicks int")
    assert candidate_columns(frame, OPTIONS).columns == ["body"]


def test_columns_may_have_any_names(spark: Any) -> None:
    frame = spark.createDataFrame(
        [(None, NEWS, "x", None)], "`text` string, `te.xt` string, `ti``tle` string, te_xt int"
    )
    named = IntakeOptions(columns={"title": "ti`tle"})
    assert only(checked(frame, named), "text", "title") == [(NEWS, "x")]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("'a'", "a"),
        ("cast('a' as char(3))", "a"),
        ("cast(null as string)", content_id(NEWS)),
        ("null", content_id(NEWS)),
        ("7", "7"),
        ("7L", "7"),
        ("7S", "7"),
        ("7.0D", "7"),
        ("7.5F", "7.5"),
        ("7.50BD", "7.50"),
        ("true", "True"),
        ("named_struct('$oid', '64f0')", "64f0"),
        ("array('a', 'b')", "a"),
        ("interval '1' day", "INTERVAL '1' DAY"),
        ("make_interval(1)", "1 years"),
        ("array(make_interval(1))", "[1 years]"),
        ("named_struct('a', make_interval(1))", "{1 years}"),
    ],
)
def test_ids_of_every_type_of_spark_are_read(spark: Any, expression: str, expected: str) -> None:
    frame = spark.sql(f"select '{NEWS}' as text, {expression} as id")
    assert only(checked(frame), "id", "reason") == [(expected, None)]


def test_maps_of_plain_values_are_read(spark: Any) -> None:
    frame = spark.sql(f"select '{NEWS}' as text, map('name', 'BBC') as source, map('a', make_interval(1)) as url")
    assert only(checked(frame), "reason") == [(None,)]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("timestamp '2025-06-14 08:00:00+07:00'", "2025-06-14T01:00:00+00:00"),
        ("timestamp_ntz '2025-06-14 08:00:00'", "2025-06-14T08:00:00-04:00"),
        ("date '2025-06-14'", "2025-06-14"),
        ("'2025-06-14 08:00'", "2025-06-14T08:00:00-04:00"),
        ("1749862800L", "2025-06-14T01:00:00+00:00"),
        ("20250614", "2025-06-14"),
        ("array('2025-06-14')", "2025-06-14"),
        ("cast(null as timestamp)", None),
    ],
)
def test_dates_of_every_type_of_spark_are_read_whatever_the_zone_of_the_session(
    spark: Any, expression: str, expected: str | None
) -> None:
    frame = spark.sql(f"select '{NEWS}' as text, {expression} as date")
    found = checked(frame, IntakeOptions(timezone="America/New_York"), KEEP)
    assert only(found, "published", "reason") == [(expected, None)]


def test_rows_are_those_of_the_same_parquet_file_on_one_machine(spark: Any, tmp_path: Any) -> None:
    rows = [
        (1, NEWS, MOMENT, date(2025, 6, 13), Decimal("1.5")),
        (2, None, None, date(2025, 6, 14), None),
        (None, GOLD, None, date(2025, 6, 14), None),
    ]
    frame = spark.createDataFrame(rows, "id bigint, body string, date timestamp, pubDate date, source decimal(5,2)")
    frame.coalesce(1).write.parquet(str(tmp_path / "news"))
    (path,) = (tmp_path / "news").glob("*.parquet")
    articles = nd.read_articles(path)
    found = [row for row in checked(spark.read.parquet(str(path))) if row["reason"] is None]
    assert [(one.id, one.text, iso_format(one.published_at), one.source) for one in articles] == only(
        found, "id", "text", "published", "source"
    )


@pytest.mark.parametrize(
    ("schema", "options"),
    [
        ("id int, words string", {}),
        ("id int, title string", {"columns": {"text": "noi_dung"}}),
        ("id int, text string", {"columns": {"title": "tieu_de"}}),
    ],
)
def test_absent_columns_are_errors_before_anything_runs(spark: Any, schema: str, options: dict[str, Any]) -> None:
    from newsdedup.interfaces.spark.intake import checked_articles, with_date_order

    frame = spark.createDataFrame([], schema)
    with pytest.raises(nd.NewsdedupError) as expected:
        nd.read_articles(pa.table({name: [] for name in frame.columns}), **options)
    for step in (checked_articles, with_date_order):
        with pytest.raises(type(expected.value)) as found:
            step(frame, IntakeOptions(**options))
        assert str(found.value) == str(expected.value)


def dated(spark: Any, rows: list[tuple[str, str]]) -> Any:
    return spark.createDataFrame(rows, "text string, date string").repartition(2)


@pytest.mark.parametrize(
    ("rows", "day_first"),
    [
        ([(NEWS, "06/07/2025"), (GOLD, "06/14/2025")], False),
        ([(NEWS, "06/07/2025"), (GOLD, "14/06/2025")], True),
        ([(NEWS, "06/14/2025"), (GOLD, "14/06/2025")], True),
        ([(NEWS, "06/07/2025"), (GOLD, "2025-06-14")], None),
        ([(NEWS, "06/07/2025"), ("", "06/14/2025")], None),
    ],
)
def test_the_dates_of_all_rows_decide_whether_the_day_comes_first(
    spark: Any, rows: list[tuple[str, str]], day_first: bool | None
) -> None:
    from newsdedup.interfaces.spark.intake import with_date_order

    options = with_date_order(dated(spark, rows), OPTIONS)
    assert options.day_first is day_first
    expected = nd.read_articles([{"text": text, "date": date} for text, date in rows])
    found = [row for row in checked(dated(spark, rows), options) if row["reason"] is None]
    assert sorted(only(found, "text", "published")) == sorted(
        (one.text, iso_format(one.published_at)) for one in expected
    )


def test_dates_that_are_no_text_and_a_given_order_need_no_pass(spark: Any) -> None:
    from newsdedup.interfaces.spark.intake import with_date_order

    frame = spark.sql("select raise_error('it ran') as text, timestamp'2025-06-14 08:00:00' as date, 5 as pubdate")
    assert with_date_order(frame, OPTIONS) == OPTIONS
    given = IntakeOptions(day_first=False)
    assert with_date_order(spark.sql("select 'x' as text, raise_error('it ran') as date"), given) == given


NARROW = (
    "rid bigint, id string, seconds double, n_characters int, text_digest bigint, d1 bigint, d2 bigint, reason string"
)


def digest(text: str) -> int:
    return int.from_bytes(bytes.fromhex(content_id(text)), "big", signed=True)


def test_the_earliest_article_keeps_a_repeated_id_whatever_the_partitions(spark: Any) -> None:
    from newsdedup.interfaces.spark.intake import with_unique_ids

    rows = [
        (0, "a", 5.0, 9, digest(NEWS), 1, 1, None),
        (1, "a", 3.0, 9, digest(GOLD), 2, 2, None),
        (2, "a", 7.0, 9, digest(GOLD), 2, 2, None),
        (3, "b", 3.0, 9, digest(NEWS), -1, 1, None),  # the digests are unsigned: this one is the larger
        (4, "b", 3.0, 9, digest(GOLD), 1, 1, None),
        (5, content_id(NEWS), 2.0, 9, digest(NEWS), 1, 1, None),
        (6, content_id(NEWS), 1.0, 9, digest(NEWS), 1, 1, None),
        (7, "a", 0.0, 9, None, None, None, "the text is empty"),
        (8, None, None, None, None, None, None, "the text is empty"),
        (9, f"{content_id(NEWS)}-2", 9.0, 9, digest(GOLD), 2, 2, None),
    ]
    expected = {
        0: f"a#{content_id(NEWS)}",
        1: "a",
        3: f"b#{content_id(NEWS)}",
        4: "b",
        5: f"{content_id(NEWS)}-3",
        6: content_id(NEWS),
        9: f"{content_id(NEWS)}-2",
    }
    for partitions in (1, 4):
        frame = spark.createDataFrame(rows, NARROW).repartition(partitions, "seconds")
        found = with_unique_ids(frame)
        assert found.columns == frame.columns
        named = {row.rid: row.id for row in found.collect() if row.reason is None}
        assert named == expected
        assert found.count() == len(rows)


def test_ids_of_checked_articles_are_made_unique_with_notices(spark: Any) -> None:
    from newsdedup.interfaces.spark.intake import checked_articles, with_unique_ids

    frame = spark.createDataFrame([("a", NEWS), ("a", GOLD), ("a", GOLD)], "id string, text string")
    rows = [row.asDict() for row in with_unique_ids(checked_articles(frame, OPTIONS)).collect()]
    assert sorted(row["reason"] or "" for row in rows)[:2] == ["", ""]
    assert sum("belongs to another text" in notice for row in rows for notice in row["notices"]) == 1


def test_moments_of_a_batch_are_in_utc() -> None:
    from newsdedup.interfaces.spark.intake import in_utc

    moments = pa.array([MOMENT], pa.timestamp("us", "Asia/Ho_Chi_Minh"))
    found = in_utc(pa.RecordBatch.from_pydict({"date": moments, "text": pa.array([NEWS])}))
    assert found.schema.field("date").type == pa.timestamp("us", "UTC")
    assert found.to_pylist() == [{"date": MOMENT, "text": NEWS}]
