"""The reference documents names by the modules that users import them from."""

from __future__ import annotations

import importlib
import os
import pkgutil
import re
import subprocess
import sys
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


IN_FRESH_PROCESSES = """
import os, sys
import attrs, narwhals, numba, numpy, scipy.sparse, sklearn.base  # which every process needs, and imports slowly
import newsdedup

for names in sys.argv[1:]:
    if not (process := os.fork()):
        for name in names.split():
            value = newsdedup
            for part in name.split(".")[1:]:
                value = getattr(value, part)
        os._exit(0)
    if os.waitpid(process, 0)[1]:
        sys.exit(names)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="each process is a fork")
def test_every_documented_name_is_there_in_a_process_that_imported_nothing_but_the_package() -> None:
    names = {name for name in documented() if name.split(".")[1] != "spark"} | {
        f"newsdedup.{one}" for one in nd.__all__
    }
    of_folder: dict[str, list[str]] = {}  # one process each, since a process for each name takes half a minute
    for name in sorted(names):
        folder = getattr(value_of(name), "__module__", name).split(".")[1]
        of_folder.setdefault(folder, []).append(name)
    command = [sys.executable, "-c", IN_FRESH_PROCESSES, *map(" ".join, of_folder.values())]
    assert subprocess.run(command, check=False, capture_output=True, text=True).stderr == ""


def test_every_public_class_and_function_is_documented() -> None:
    described = [value_of(name) for name in documented()]
    modules = {"languages", "metrics", "plots", "spark"}  # documented by what they hold
    assert [name for name in nd.__all__ if name not in modules and getattr(nd, name) not in described] == []


def test_every_function_on_spark_is_documented() -> None:
    assert {f"newsdedup.spark.{name}" for name in nd.spark.__all__} <= set(documented())


def test_every_module_of_batches_is_documented() -> None:
    page = (REFERENCE / "batch.md").read_text("utf-8")
    modules = {f"{BATCHES}{one.name}" for one in pkgutil.iter_modules(batch.__path__)}
    assert modules == set(re.findall(r"^\.\. automodule:: (\S+)", page, re.M))
