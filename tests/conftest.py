"""What several test files need: the seeds, their gold annotations, and the labelled sets where they are."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

import newsdedup as nd
from newsdedup.records.account import STRICT

# An error while an article is read fails the test; users get a note instead. Worker processes inherit it.
os.environ[STRICT] = "1"

# The first example of a test may wait for a kernel to be compiled.
settings.register_profile("newsdedup", deadline=None)
settings.load_profile("newsdedup")

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def seeds_folder() -> Path:
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def seeds(seeds_folder: Path) -> nd.Articles:
    return nd.read_articles(seeds_folder)


@pytest.fixture(scope="session")
def seed_records(seeds: nd.Articles) -> nd.EventCollection:
    return nd.consolidate(seeds)


@pytest.fixture(scope="session")
def expected() -> dict[str, Any]:
    return json.loads((ROOT / "tests/gold/expected.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def gold_rows() -> list[dict[str, Any]]:
    lines = (ROOT / "tests/gold/figures.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="session")
def data_folder() -> Path:
    """The labelled development sets; tests that need them are skipped where they are absent."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the labelled sets are not here")
    return folder
