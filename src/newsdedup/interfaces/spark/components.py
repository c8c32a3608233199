"""Connected components of many edges: union-find in one task while they are few, stars above.

Large and small stars by turns (Kiveris et al. 2014, Connected Components in MapReduce and Beyond).
"""

from __future__ import annotations

from typing import Any, Final

from newsdedup.batch.groups import COMPONENTS, connected
from newsdedup.interfaces.spark.stages import Stages, mapped, sql_functions

MOST_EDGES: Final = 1_000_000  # for one task: 140 bytes of memory per edge
_MOST_ROUNDS: Final = 50  # a round halves the longest path at least; a path of 2**50 edges does not exist


def components(
    stages: Stages, edges: Any, n_edges: int, *, name: str = "components", most_edges: int = MOST_EDGES
) -> Any:
    """The connected component of each vertex, called by its least vertex.

    Parameters
    ----------
    stages : Stages
        Where rounds are written.
    edges : pyspark.sql.DataFrame
        Written before; columns left and right, bigint.
    n_edges : int
        The number of edges.
    name : str
        The name of the stage, and the beginning of those of the rounds.
    most_edges : int
        The number of edges up to which one task finds all components.

    Returns
    -------
    pyspark.sql.DataFrame
        Columns rid and component.
    """
    if n_edges <= most_edges:
        return stages.written(name, lambda: mapped(_ends(edges).coalesce(1), connected, COMPONENTS))
    return stages.written(name, lambda: _by_stars(stages, _ends(edges), name))


def _ends(edges: Any) -> Any:
    return edges.select("left", "right")


def _by_stars(stages: Stages, edges: Any, name: str) -> Any:
    """Components of any number of edges; each round is a stage, and the last round changes nothing."""
    functions = sql_functions()
    upper = functions.greatest("left", "right").alias("upper")
    found = edges.select(upper, functions.least("left", "right").alias("lower")).where("upper != lower")
    rounds = [stages.written(f"{name}-0", found.distinct)]
    while len(rounds) < 2 or _sum_of(rounds[-1]) != _sum_of(rounds[-2]):
        if len(rounds) > _MOST_ROUNDS:
            raise RuntimeError(f"connected components were not found in {_MOST_ROUNDS} rounds")
        rounds.append(stages.written(f"{name}-{len(rounds)}", lambda: _small_stars(_large_stars(rounds[-1]))))
    stars = rounds[-1].selectExpr("upper as rid", "lower as component")
    centres = stars.select("component").distinct().selectExpr("component as rid", "component")
    return stars.unionByName(centres)


def _large_stars(edges: Any) -> Any:
    """Link the higher neighbours of each vertex to the least of its neighbours and itself."""
    functions = sql_functions()
    both = edges.unionByName(edges.selectExpr("lower as upper", "upper as lower"))
    least = both.groupBy("upper").agg(functions.min("lower").alias("neighbour"))
    least = least.select("upper", functions.least("upper", "neighbour").alias("least"))
    higher = both.join(least.hint("merge"), "upper").where("lower > upper")
    return higher.selectExpr("lower as upper", "least as lower").distinct()


def _small_stars(edges: Any) -> Any:
    """Link the lower neighbours of each vertex, and itself, to the least of them."""
    functions = sql_functions()
    least = edges.groupBy("upper").agg(functions.min("lower").alias("least"))
    neighbours = edges.join(least.hint("merge"), "upper").selectExpr("lower as upper", "least as lower")
    own = least.selectExpr("upper", "least as lower")
    return neighbours.unionByName(own).where("upper != lower").distinct()


def _sum_of(edges: Any) -> tuple[Any, ...]:
    """A number of edges and a sum of their hashes: equal for equal sets of edges."""
    functions = sql_functions()
    hashes = functions.hash("upper", "lower").cast("bigint")
    return tuple(edges.agg(functions.count("*"), functions.sum(hashes)).first())
