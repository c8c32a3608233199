from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import newsdedup

MODULES = sorted(
    module.name for module in pkgutil.walk_packages(newsdedup.__path__, "newsdedup.") if "__main__" not in module.name
)


@pytest.mark.parametrize("name", MODULES)
def test_every_example_in_the_docstrings_runs(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
