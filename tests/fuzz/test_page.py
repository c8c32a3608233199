"""The table of fuzz targets in the docs is that of the targets."""

from __future__ import annotations

from pathlib import Path

from fuzz.targets import TARGETS

PAGE = Path(__file__).parents[2] / "docs/explanation/hardening.md"


def test_the_docs_have_each_target_with_its_law() -> None:
    rows = [
        f"| `{one.name}` | {(one.law.__doc__ or '').strip().removeprefix('Law: ').rstrip('.')} | {one.examples} |"
        for one in TARGETS.values()
    ]
    page = PAGE.read_text(encoding="utf-8").partition("## Attacks by kind")[0]
    assert [row for row in rows if row not in page] == []
    assert page.count("\n| `") == len(rows)
