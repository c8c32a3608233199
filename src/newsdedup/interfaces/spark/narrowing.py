"""Rows of a large DataFrame that a join may need: a bitmap of hashed row numbers, of bounded size, leaves out the rest.

A join would move all rows of the large side to find the few that are wanted.
"""

from __future__ import annotations

from typing import Any, Final

from newsdedup.interfaces.spark.stages import sql_functions

_BITS_PER_ROW: Final = 16
_LEAST_BITS: Final = 1 << 15  # of one bitmap of Spark
_MOST_BITS: Final = 1 << 27  # 16 megabytes at each worker, whatever the size of the corpus


def narrowed(rows: Any, wanted: Any, n_wanted: int) -> Any:
    """The rows with a wanted number, and a few others.

    Parameters
    ----------
    rows : pyspark.sql.DataFrame
        Many rows.
    wanted : pyspark.sql.DataFrame
        Numbers, in one column that `rows` has too; the same one may be there several times.
    n_wanted : int
        At most how many different ones there are. Of the other rows one in sixteen stays, and more once 16 times this
        number is more than fits.
    """
    functions = sql_functions()
    bits = min(max(_LEAST_BITS, 1 << (_BITS_PER_ROW * n_wanted).bit_length()), _MOST_BITS)
    place = functions.pmod(functions.xxhash64(wanted.columns[0]), functions.lit(bits))
    found = wanted.select(place.alias("place")).groupBy(functions.bitmap_bucket_number("place").alias("page"))
    bitmaps = found.agg(functions.bitmap_construct_agg(functions.bitmap_bit_position("place")).alias("bitmap"))
    placed = rows.withColumn("place", place).withColumn("page", functions.bitmap_bucket_number("place"))
    kept = placed.join(functions.broadcast(bitmaps), "page").where(_has_bit("bitmap", "place"))
    return kept.select(*rows.columns)


def _has_bit(bitmap: str, place: str) -> Any:
    """Whether the bit of a place is set in its bitmap: the lowest bit of a byte comes first."""
    bit = f"bitmap_bit_position({place})"
    byte = f"cast(conv(hex(substring({bitmap}, cast({bit} div 8 + 1 as int), 1)), 16, 10) as int)"
    return sql_functions().expr(f"shiftright({byte}, cast({bit} % 8 as int)) & 1 = 1")
