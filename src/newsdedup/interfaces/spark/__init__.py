"""The library on PySpark DataFrames, for more articles than one machine holds.

It needs PySpark 4 (``python -m pip install "pyspark[sql]>=4.0"``), and in local mode Java 17.
"""

from newsdedup.interfaces.spark.copies import copy_pairs, find_copies
from newsdedup.interfaces.spark.events import event_pairs, find_events
from newsdedup.interfaces.spark.records import consolidate
from newsdedup.interfaces.spark.session import start_session

__all__ = ["consolidate", "copy_pairs", "event_pairs", "find_copies", "find_events", "start_session"]
