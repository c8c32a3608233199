"""The library on PySpark DataFrames, for more articles than one machine holds.

``python -m pip install "newsdedup[spark]"``; in local mode it needs Java 17.
"""

from newsdedup.interfaces.spark.copies import copy_pairs, find_copies
from newsdedup.interfaces.spark.events import event_pairs, find_events
from newsdedup.interfaces.spark.records import consolidate
from newsdedup.interfaces.spark.session import start_session

__all__ = ["consolidate", "copy_pairs", "event_pairs", "find_copies", "find_events", "start_session"]
