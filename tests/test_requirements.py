from __future__ import annotations

import tomllib
from pathlib import Path

PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_scipy_is_at_least_the_first_that_labels_groups() -> None:
    """With SciPy 1.11.1 and 1.11.2 `connected_components` leaves every label at -1."""
    (floor,) = (one.partition(">=")[2] for one in PROJECT["dependencies"] if one.startswith("scipy"))
    assert tuple(map(int, floor.split("."))) >= (1, 11, 3)
