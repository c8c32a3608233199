"""What keeps the driver small and the code fit for Spark Connect, read from the sources."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdedup.interfaces import spark

MODULES = sorted(Path(spark.__file__).parent.rglob("*.py"))
# Not there in Spark Connect: the JVM and its context, and what works on rows or the state of executors.
ABSENT_IN_CONNECT = {"sparkContext", "rdd", "_jdf", "_jvm", "_sc", "_jsparkSession", "foreach", "foreachPartition"}
KEPT_IN_MEMORY = {"cache", "persist", "checkpoint", "localCheckpoint"}
# These bring rows to the driver, or send them from there to every worker.
UNBOUNDED = {"collect", "toPandas", "toArrow", "toLocalIterator", "tail", "take", "head", "broadcast", "pandas_api"}
# The functions that may do so, and what bounds it.
BOUNDED = {
    ("stages", "_manifest_lines"): "one line for the settings, and one for each stage",
    ("intake", "_proofs"): "two words at most",
    ("narrowing", "narrowed"): "a bitmap of 16 megabytes at most",
    ("event_stages", "scale"): "one number for each class of distances in time",
    ("event_stages", "_pairs_to_fit"): "the neighbours of a sample of reports",
}


def _nodes(inside: ast.AST, function: str = "") -> Iterator[tuple[str, ast.AST]]:
    """The parts of a piece of code, each with the function or method that it is in."""
    for node in ast.iter_child_nodes(inside):
        place = function or (node.name if isinstance(node, ast.FunctionDef) else "")
        yield place, node
        yield from _nodes(node, place)


def _nodes_of(module: Path) -> Iterator[tuple[str, ast.AST]]:
    return _nodes(ast.parse(module.read_text(encoding="utf-8")))


def _attributes(module: Path) -> Iterator[tuple[str, str]]:
    return ((place, node.attr) for place, node in _nodes_of(module) if isinstance(node, ast.Attribute))


def _calls(module: Path, *names: str) -> Iterator[tuple[str, ast.Call]]:
    for place, node in _nodes_of(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in names:
            yield place, node


each_module = pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)


@each_module
def test_nothing_is_used_that_spark_connect_does_not_have(module: Path) -> None:
    assert {name for _, name in _attributes(module)} & ABSENT_IN_CONNECT == set()


@each_module
def test_no_rows_are_kept_in_memory_between_stages(module: Path) -> None:
    assert {name for _, name in _attributes(module)} & KEPT_IN_MEMORY == set()


@each_module
def test_rows_pass_through_the_driver_only_where_they_are_bounded(module: Path) -> None:
    places = {(module.stem, place) for place, name in _attributes(module) if name in UNBOUNDED}
    assert places <= BOUNDED.keys()


@each_module
def test_joins_merge_sorted_rows_whatever_spark_would_choose(module: Path) -> None:
    """Spark broadcasts a side that it believes to be small."""
    assert {ast.unparse(call.args[0]) for _, call in _calls(module, "hint")} <= {"'merge'"}
    for place, call in _calls(module, "join"):
        is_of_strings = isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Constant)
        if not is_of_strings and (module.stem, place) not in BOUNDED:
            assert ".hint('merge')" in ast.unparse(call.args[0]), f"line {call.lineno}"


@each_module
def test_every_function_that_workers_run_compares_versions_first(module: Path) -> None:
    for _, call in _calls(module, "mapInArrow", "applyInArrow", "mapInPandas", "applyInPandas", "udf", "pandas_udf"):
        assert ast.unparse(call.args[0]).startswith("for_workers("), f"line {call.lineno}"
