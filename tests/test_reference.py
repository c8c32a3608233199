"""The reference documents names by the modules that users import them from."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import newsdedup as nd
from newsdedup import batch

REFERENCE = Path(__file__).parents[1] / "docs/reference"
PUBLIC_MODULES = ("newsdedup", "newsdedup.metrics", "newsdedup.languages", "newsdedup.spark")
BATCHES = "newsdedup.batch."  # whose modules are public too, for other engines


def documented() -> Iterator[str]:
    for page in sorted(REFERENCE.glob("*.md")):
        module = "newsdedup"
        for directive, name in re.findall(
            r"^\.\. (currentmodule|auto(?!module)\w+):: (\S+)", page.read_text("utf-8"), re.M
        ):
            if directive == "currentmodule":
                module = name
            else:
                yield name if "." in name else f"{module}.{name}"


def value_of(name: str) -> object:
    module, _, attribute = name.rpartition(".")
    assert module in PUBLIC_MODULES
    if module == "newsdedup.spark":  # a name of newsdedup, not a folder of it
        return getattr(nd.spark, attribute)
    return getattr(importlib.import_module(module), attribute)


@pytest.mark.parametrize("name", list(documented()))
def test_a_documented_name_is_imported_from_a_public_module(name: str) -> None:
    assert value_of(name) is not None


def test_every_public_class_and_function_is_documented() -> None:
    described = [value_of(name) for name in documented()]
    modules = {"metrics", "plots", "spark"}  # documented by what they hold
    assert [name for name in nd.__all__ if name not in modules and getattr(nd, name) not in described] == []


def test_every_function_on_spark_is_documented() -> None:
    assert {f"newsdedup.spark.{name}" for name in nd.spark.__all__} <= set(documented())


def test_every_module_of_batches_is_documented() -> None:
    page = (REFERENCE / "batch.md").read_text("utf-8")
    modules = {f"{BATCHES}{one.name}" for one in pkgutil.iter_modules(batch.__path__)}
    assert modules == set(re.findall(r"^\.\. automodule:: (\S+)", page, re.M))
