"""All rows of a store's file, to be compared: what differs between any two stores is left out."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

Rows = dict[str, list[tuple[Any, ...]]]


def tables_of(path: Path) -> Rows:
    """The rows of each table by its name, in a fixed order, without the secret of the store and what it hashes."""
    with closing(sqlite3.connect(path)) as connection:
        names = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            if not name.startswith("fts")  # its blocks depend on when they were merged
        ]
        tables = {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in names}
        tables["fts"] = list(connection.execute("SELECT id, sz FROM fts_docsize ORDER BY id"))
    tables["meta"] = [row for row in tables["meta"] if row[0] != "secret"]
    tables["removed"] = sorted((row[1:] for row in tables["removed"]), key=repr)
    return tables


def differing(one: Rows, other: Rows) -> dict[str, tuple[list[Any], list[Any]]]:
    """The rows of each table that only one of two stores has."""
    return {
        name: ([row for row in one[name] if row not in other[name]], [row for row in other[name] if row not in rows])
        for name, rows in one.items()
        if rows != other[name]
    }
