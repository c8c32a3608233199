from __future__ import annotations

import doctest
import importlib
import inspect
import pkgutil
import re
from pathlib import Path

import attrs
import pytest

import newsdedup

MODULES = sorted(
    module.name for module in pkgutil.walk_packages(newsdedup.__path__, "newsdedup.") if "__main__" not in module.name
)


@pytest.mark.parametrize("name", MODULES)
def test_every_example_in_the_docstrings_runs(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_no_comment_holds_a_constant() -> None:
    """A comment that contains a definition is a lost line of code, as a wrong merge leaves it."""
    lines = (
        (path.name, line)
        for path in Path(newsdedup.__path__[0]).rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
    )
    assert [(name, line) for name, line in lines if re.search(r"#.*\w: Final\b.* = ", line)] == []


PUBLIC_CLASSES = [one for name in newsdedup.__all__ if attrs.has(one := getattr(newsdedup, name))]


@pytest.mark.parametrize("value", [one for one in PUBLIC_CLASSES if not hasattr(one, "fit")])  # estimators: parameters
def test_the_fields_of_a_public_value_are_documented(value: type) -> None:
    assert "Attributes\n" in str(inspect.getdoc(value))
