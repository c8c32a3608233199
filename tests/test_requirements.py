from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_scipy_is_at_least_the_first_that_labels_groups() -> None:
    """With SciPy 1.11.1 and 1.11.2 `connected_components` leaves every label at -1."""
    (floor,) = (one.partition(">=")[2] for one in PROJECT["dependencies"] if one.startswith("scipy"))
    assert tuple(map(int, floor.split("."))) >= (1, 11, 3)


def test_the_docs_extra_installs_what_the_pages_and_notebooks_use() -> None:
    """The tests run with the extra for tests beside it, so the build of the pages cannot notice what is missing."""
    named = {one.partition(">=")[0] for one in PROJECT["optional-dependencies"]["docs"]}
    settings = (ROOT / "docs" / "conf.py").read_text(encoding="utf-8")
    extensions = re.findall(r"^extensions = .*|^html_theme = .*|\bjupytext\b", settings, re.MULTILINE)
    used = {name.partition(".")[0].replace("_", "-") for name in re.findall(r"[\w.]+", " ".join(extensions))}
    assert used - {"extensions", "html-theme"} <= named
    scripts = [path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "notebooks").glob("*.py")]
    assert any("plots" in script for script in scripts)
    imported = {name for script in scripts for name in re.findall(r"^(?:import|from) (\w+)", script, re.MULTILINE)}
    assert imported - sys.stdlib_module_names - {"newsdedup"} <= named
    assert "matplotlib" in named  # newsdedup.plots draws with it


def test_the_page_of_optional_libraries_has_those_of_the_extras() -> None:
    page = (ROOT / "docs" / "start.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| .* \| `(.*)` \| `(\w+)` \|$", page, re.MULTILINE)
    extras = PROJECT["optional-dependencies"]
    for libraries, extra in rows:
        assert libraries.split() == [re.split(r"[>; ]", one)[0] for one in extras[extra]]
    assert {extra for _, extra in rows} == extras.keys() - {"test", "docs", "lint"}


def test_the_extra_for_spark_installs_the_pandas_that_pyspark_asks_for() -> None:
    """`mapInArrow` uses no pandas, but fails without it."""
    assert any(one.startswith("pyspark[sql]") for one in PROJECT["optional-dependencies"]["spark"])
