"""Functions as Spark's workers run them: a worker whose newsdedup is not that of the driver says so and stops."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import newsdedup
from newsdedup.batch.columns import BatchFunction
from newsdedup.support.processes import work_done_first


def for_workers(function: BatchFunction) -> BatchFunction:
    """A function of batches that first compares the worker's newsdedup with that of the driver.

    The function reaches the worker as bytes, which are read after the comparison: a worker with another version would
    fail with the first name that it lacks. The worker also knows the languages that were registered in this process.

    Raises
    ------
    RuntimeError
        Where the function is run, if newsdedup is absent there or has another version.
    """
    from pyspark import cloudpickle

    ours = newsdedup.__version__
    sent: bytes = cloudpickle.dumps((function, work_done_first()))

    def compared(batches: Iterable[Any]) -> Iterator[Any]:
        """All that it names is imported within, so that a worker without newsdedup can read it."""
        import pickle

        remedy = f"install newsdedup=={ours} on the executors, or send one environment to all of them with --archives"
        try:
            from newsdedup import __version__ as found
            from newsdedup.support.processes import do_first_as_well
        except ImportError as problem:
            raise RuntimeError(f"a worker of Spark cannot import newsdedup ({problem}): {remedy}") from problem
        if found != ours:
            raise RuntimeError(f"a worker of Spark has newsdedup {found}, and the driver has {ours}: {remedy}")
        batch_function, first = pickle.loads(sent)
        do_first_as_well(first)
        yield from batch_function(batches)

    return compared
