"""The pages about Spark: their examples run, and their numbers of one machine are the measured ones."""

from __future__ import annotations

import doctest
import json
import re
import tempfile
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs/how-to/more-than-one-machine.md"
NOTEBOOK = ROOT / "docs/notebooks/spark.py"
BLOCK = re.compile(r"^ *```py\n( *>>> .*?)^ *```", re.MULTILINE | re.DOTALL)


def test_the_examples_of_the_page_run_and_show_what_it_says(
    spark: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page asks for a session, and gets the one of the tests, which is in local mode too."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    blocks = map(dedent, BLOCK.findall(PAGE.read_text("utf-8")))
    example = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, PAGE.name, str(PAGE), 0)
    said: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    outcome = runner.run(example, out=said.append, clear_globs=False)
    assert outcome.attempted > 5
    assert outcome.failed == 0, "".join(said)
    assert example.globs["session"] is spark


def test_the_notebook_runs_and_finds_what_one_machine_finds(spark: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """Its cells, but for their last values; the session that it asks for is the one of the tests."""
    names: dict[str, Any] = {"__name__": "notebook"}
    exec(compile(NOTEBOOK.read_text("utf-8"), str(NOTEBOOK), "exec"), names)
    assert names["session"] is spark
    assert all(names["same_copies"].values())
    assert all(names["same_events"].values())
    assert "pairs after" in capsys.readouterr().out


def measured(name: str) -> Any:
    return json.loads((ROOT / "benchmarks/results" / name).read_text("utf-8"))


def test_the_numbers_of_one_machine_are_those_of_the_committed_results() -> None:
    page = PAGE.read_text("utf-8")
    few, many = measured("copies.json")["measures"]["file"]["sizes"][-2:]
    assert many["articles"] == 1_000_000
    assert f"| `find_copies` | {many['seconds']:.0f} s | {many['peak_mb'] / 1000:.1f} GB |" in page
    sizes = measured("event_scale.json")["results"]
    fewer, most = sizes["100000 articles"], sizes["1000000 articles"]
    minutes, seconds = divmod(round(most["seconds"]), 60)
    assert f"| {minutes} min {seconds} s | {most['peak_mb'] / 1000:.1f} GB |" in page
    growth = [(large["peak_mb"] - small["peak_mb"]) / 900 for small, large in ((few, many), (fewer, most))]
    assert "grew by {:.1f} KB per article for copies and by {:.1f} KB for events".format(*growth) in page
