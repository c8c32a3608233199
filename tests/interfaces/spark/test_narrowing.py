from __future__ import annotations

from typing import Any

from newsdedup.interfaces.spark.narrowing import narrowed


def test_all_wanted_rows_stay_and_few_others(spark: Any) -> None:
    rows = spark.range(0, 20_000).selectExpr("id * 8589934592 + 3 as rid", "cast(id as string) as name")
    wanted = rows.where("rid % 20 = 3").select("rid")
    n_wanted = wanted.count()
    found = {row.name for row in narrowed(rows, wanted.union(wanted), n_wanted).collect()}
    assert {row.name for row in rows.where("rid % 20 = 3").collect()} <= found
    assert n_wanted < len(found) < 3 * n_wanted


def test_where_none_is_wanted_no_row_stays(spark: Any) -> None:
    rows = spark.range(5).withColumnRenamed("id", "rid")
    assert narrowed(rows, rows.where("rid < 0"), 0).collect() == []
