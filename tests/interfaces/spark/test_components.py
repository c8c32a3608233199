from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest

from newsdedup.interfaces.spark.components import components
from newsdedup.interfaces.spark.stages import Stages
from newsdedup.support.components import linked_keys

Edges = list[tuple[int, int]]


def _edges() -> Edges:
    """A path, a star, a circle, equal edges, a loop, and edges by chance."""
    random = Random(3)
    path = [(number, number + 1) for number in range(40)]
    star = [(100, number) for number in range(101, 120)]
    circle = [(200 + number, 200 + (number + 1) % 9) for number in range(9)]
    chance = [(random.randrange(300, 400), random.randrange(300, 400)) for _ in range(45)]
    edges = [*path, *star, *circle, *chance, (500, 501), (500, 501), (501, 500), (1 << 40, 1 << 41)]
    return random.sample(edges, len(edges))


def _expected(edges: Edges) -> dict[int, int]:
    roots = linked_keys(edges)
    least: dict[int, int] = {}
    for vertex, root in roots.items():
        least[root] = min(vertex, least.get(root, vertex))
    return {vertex: least[root] for vertex, root in roots.items()}


@pytest.mark.parametrize("most_edges", [1000, 0])
def test_components_are_those_of_one_task_and_of_stars(spark: Any, tmp_path: Path, most_edges: int) -> None:
    edges = [(one, other) for one, other in _edges() if one != other]
    frame = spark.createDataFrame(edges, "left bigint, right bigint")
    stages = Stages.opened(spark, tmp_path, "copies", {})
    found = components(stages, frame, len(edges), most_edges=most_edges).collect()
    assert {row.rid: row.component for row in found} == _expected(edges)
    assert len(found) == len({row.rid for row in found})


def test_stars_of_no_edges_are_no_components(spark: Any, tmp_path: Path) -> None:
    frame = spark.createDataFrame([], "left bigint, right bigint")
    stages = Stages.opened(spark, tmp_path, "copies", {})
    assert components(stages, frame, 1, most_edges=0).collect() == []
