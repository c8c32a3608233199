"""The example sentences of a language, `corpus.jsonl` in its folder, and what is read from them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import newsdedup as nd
from newsdedup import FigureClaim

Row = Mapping[str, Any]


def rows_of(folder: Path) -> list[Row]:
    """The sentences of a language's folder, in order."""
    return [json.loads(line) for line in (folder / "corpus.jsonl").read_text("utf-8").splitlines()]


def faults_of(row: Row, code: str) -> list[str]:
    """What a sentence's claims lack, and what should not be among them; empty if all is right."""
    found = nd.extract_figures(row["text"], language=code, published_at=row.get("published_at"))
    return [*_faults(row, found)]


def _faults(row: Row, found: list[FigureClaim]) -> Iterator[str]:
    left = list(found)
    for expected in row["claims"]:
        match = next((claim for claim in left if _has(claim, expected)), None)
        if match is None:
            yield f"not read: {expected}"
        else:
            left.remove(match)
    for trap in row.get("absent", ()):
        yield from (f"read: {_shown(claim)}, against {trap}" for claim in left if _has(claim, trap))
    if row.get("only"):
        yield from (f"read: {_shown(claim)}" for claim in left)


def _has(claim: FigureClaim, fields: Row) -> bool:
    return all(_same(getattr(claim, name), value) for name, value in fields.items())


def _same(read: Any, expected: Any) -> bool:
    if isinstance(read, Decimal) and not isinstance(expected, str):
        return expected is not None and read == Decimal(str(expected))
    return bool(read == expected)


def _shown(claim: FigureClaim) -> str:
    fields = (claim.text, claim.value, claim.qualifier, claim.kind, claim.unit, claim.noun, claim.role, claim.modality)
    return " ".join(map(str, fields))
