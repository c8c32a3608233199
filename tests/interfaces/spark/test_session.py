"""What the other tests of this folder rely on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import newsdedup


def _places(batches: Iterator[Any]) -> Iterator[Any]:
    import pyarrow as pa

    for batch in batches:
        yield pa.RecordBatch.from_pydict({"file": [newsdedup.__file__] * batch.num_rows})


def test_the_workers_of_spark_import_newsdedup_from_where_the_tests_do(spark: Any) -> None:
    files = spark.range(10).mapInArrow(_places, "file string").distinct().toPandas()["file"]
    assert list(files) == [newsdedup.__file__]
