"""An engine in one process: what Spark does between the functions of batches, for tests without Spark."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from random import Random
from typing import Any

from attrs import frozen

from copied_news import Result, Row
from newsdedup.batch.articles import IntakeOptions, checked_batch
from newsdedup.batch.columns import BatchFunction, ColumnTypes, arrow_schema
from newsdedup.batch.groups import COMPONENTS, MEMBERS_AND_PAIRS, chain_pairs, connected, copy_groups
from newsdedup.batch.keys import BLOCKS, CANDIDATES, bucket_candidates, crowded_candidates, key_blocks
from newsdedup.batch.pairs import likely_pairs, verified_pairs_of
from newsdedup.batch.sketches import CHECKED, sketch_batches
from newsdedup.batch.unique_ids import id_roots, unique_ids
from newsdedup.batch.wordings import NARROW, earliest_of_wordings
from newsdedup.support.settings import CopySettings

_BITS = (1 << 64) - 1


@frozen
class SmallEngine:
    """Rows in partitions and batches that a seed chooses."""

    seed: int
    partitions: int = 3
    most_rows: int = 7

    def batches(self, rows: Sequence[Row], schema: Any) -> list[Any]:
        """Rows in order, cut into batches; some are empty."""
        import pyarrow as pa

        random, start, found = Random(self.seed), 0, []
        while start < len(rows) or not found:
            n = random.randrange(self.most_rows + 1)
            found.append(pa.RecordBatch.from_pylist(rows[start : start + n], schema))
            start += n
        return found

    def apply(
        self,
        function: BatchFunction,
        rows: Sequence[Row],
        schema: Any,
        key: Callable[[Row], Any] = lambda row: row.get("rid", 0),
        order: Callable[[Row], Any] | None = None,
    ) -> list[Row]:
        """The rows that a function makes of partitions by a key, each sorted, or shuffled where it needs no order."""
        random, found = Random(self.seed), []
        partitions: dict[int, list[Row]] = {number: [] for number in range(self.partitions)}
        for row in random.sample(list(rows), len(rows)):
            partitions[hash(key(row)) % self.partitions].append(row)
        for some in partitions.values():
            ready = some if order is None else sorted(some, key=order)
            found += [row for batch in function(iter(self.batches(ready, schema))) for row in batch.to_pylist()]
        return found


def _schema(types: ColumnTypes | dict[str, str]) -> Any:
    return arrow_schema(types)


def _age(row: Row) -> tuple[Any, ...]:
    return row["seconds"], -row["n_characters"], row["d1"] & _BITS, row["d2"] & _BITS


def _joined(pairs: Iterable[Row], rows: Sequence[Row], names: Sequence[str], key: str) -> list[Row]:
    """Pairs with columns of the rows of both ends."""
    by_key: dict[int, list[Row]] = {}
    for row in rows:
        by_key.setdefault(row[key], []).append(row)
    return [
        {**pair, **{f"left_{name}": one[name] for name in names}, **{f"right_{name}": other[name] for name in names}}
        for pair in pairs
        for one in by_key[pair["left"]]
        for other in by_key[pair["right"]]
    ]


def _sides(**types: str) -> dict[str, str]:
    both = {f"{side}_{name}": kind for side in ("left", "right") for name, kind in types.items()}
    return {"left": "bigint", "right": "bigint", "kind": "tinyint", **both}


def sketched(rows: Sequence[Row], engine: SmallEngine, settings: CopySettings) -> list[Row]:
    """Rows checked and sketched, with row numbers in any order."""
    import pyarrow as pa

    def read(batches: Iterable[Any]) -> Any:
        return sketch_batches(settings)(checked_batch(batch, IntakeOptions(), ("text", *CHECKED)) for batch in batches)

    schema = pa.schema([("id", pa.string()), ("text", pa.string()), ("published_at", pa.string())])
    found = engine.apply(read, rows, schema, key=lambda row: str(row["id"]))
    return [{"rid": rid, **row} for rid, row in enumerate(found)]


def rolled(sketches: Sequence[Row], engine: SmallEngine) -> list[Row]:
    """The roll: unique ids, and the earliest of each wording."""
    roots = dict(zip(*(_roots([row["id"] for row in sketches])), strict=True))
    named = engine.apply(
        unique_ids,
        [{name: row[name] for name in NARROW} for row in sketches],
        _schema(NARROW),
        key=lambda row: roots[row["id"]] if row["reason"] is None else row["rid"],
        order=lambda row: (
            str(roots[row["id"]]),
            row["id"] == roots[row["id"]],
            _age(row) if row["reason"] is None else (),
        ),
    )
    apart = [row if row["reason"] is None else {**row, "d1": row["rid"], "d2": 0} for row in named]
    return engine.apply(
        earliest_of_wordings,
        apart,
        _schema(NARROW),
        key=lambda row: (row["d1"], row["d2"]),
        order=lambda row: (row["d1"], row["d2"], *((*_age(row), row["id"]) if row["reason"] is None else ())),
    )


def _roots(ids: list[str | None]) -> tuple[list[str | None], list[str | None]]:
    import pyarrow as pa

    return ids, id_roots(pa.array(ids, pa.string())).to_pylist()


def candidates(
    sketches: Sequence[Row], firsts: Sequence[Row], engine: SmallEngine, settings: CopySettings
) -> list[Row]:
    """Pairs of wordings that share a key, each once, with all their kinds."""
    signed = {"d1": "bigint", "d2": "bigint", "signature": "binary", "phrases": "binary"}
    some = [{name: row[name] for name in signed} for row in sketches if row["reason"] is None and row["n_shingles"]]
    blocks = engine.apply(key_blocks(settings, 5), some, _schema(signed), key=lambda row: row["d2"])
    found = engine.apply(
        bucket_candidates, blocks, _schema(BLOCKS), key=lambda row: row["part"], order=lambda row: row["part"]
    )
    ages = {row["d1"]: _age(row) for row in firsts}
    crowded = engine.apply(
        crowded_candidates,
        [row for row in found if row["key"] is not None],
        _schema(CANDIDATES),
        key=lambda row: (row["kind"], row["key"]),
        order=lambda row: (row["kind"], row["key"], ages[row["left"]]),
    )
    kinds: dict[tuple[int, int], int] = {}
    for row in [row for row in found if row["key"] is None] + crowded:
        ends = row["left"], row["right"]
        kinds[ends] = kinds.get(ends, 0) | row["kind"]
    return [{"left": left, "right": right, "kind": kind} for (left, right), kind in kinds.items()]


def compared(pairs: Sequence[Row], sketches: Sequence[Row], engine: SmallEngine, settings: CopySettings) -> list[Row]:
    """The pairs that are verified."""
    bundle = {"n_shingles": "int", "signature": "binary", "phrases": "binary", "shingles": "binary"}
    joined = _joined(pairs, sketches, list(bundle), "rid")
    return engine.apply(verified_pairs_of(settings), joined, _schema(_sides(**bundle)), key=lambda row: row["left"])


def copies_in_batches(rows: Sequence[Row], engine: SmallEngine, settings: CopySettings | None = None) -> Result:
    """What `expected_copies` gives, by functions of batches alone."""
    settings = settings or CopySettings()
    sketches = sketched(rows, engine, settings)
    roll = rolled(sketches, engine)
    firsts = [row for row in roll if row["reason"] is None and row["place"] == 0 and row["n_tokens"]]
    hints = {row["rid"]: row for row in sketches}
    one_each = [{**hints[row["rid"]], "rid": row["rid"]} for row in firsts]
    found = candidates(sketches, firsts, engine, settings)
    joined = _joined(found, one_each, ("rid", "n_shingles", "hint"), "d1")
    by_rid = [{**row, "left": row["left_rid"], "right": row["right_rid"]} for row in joined]
    types = _sides(n_shingles="int", hint="binary")
    likely = engine.apply(
        likely_pairs(settings), [{name: row[name] for name in types} for row in by_rid], _schema(types)
    )
    verified = compared(likely, sketches, engine, settings)
    members = _members(roll, verified, engine)
    both = members + _with_component(verified, members)
    by_component = {"key": lambda row: row["component"], "order": lambda row: row["component"]}
    asked = engine.apply(chain_pairs(settings), both, _schema(MEMBERS_AND_PAIRS), **by_component)
    verified = verified + compared(asked, sketches, engine, settings)
    both = members + _with_component(verified, members)
    groups = engine.apply(copy_groups(settings), both, _schema(MEMBERS_AND_PAIRS), **by_component)
    return _articles_of(roll, groups), _pairs_of(roll, groups)


def _members(roll: Sequence[Row], verified: Sequence[Row], engine: SmallEngine) -> list[Row]:
    ends = {"left": "bigint", "right": "bigint"}
    some = [{name: row[name] for name in ends} for row in verified]
    labels = {row["rid"]: row["component"] for row in _once(connected, engine.batches(some, _schema(ends)))}
    names = [name for name in MEMBERS_AND_PAIRS if name in roll[0]] if roll else []
    return [
        {"component": labels[row["first"]], **{name: row[name] for name in names}}
        for row in roll
        if row["first"] in labels and row["place"] < 2 and row["reason"] is None
    ]


def _once(function: BatchFunction, batches: list[Any]) -> list[Row]:
    (found,) = function(iter(batches))
    assert found.schema.names == list(COMPONENTS)
    return list(found.to_pylist())


def _with_component(pairs: Sequence[Row], members: Sequence[Row]) -> list[Row]:
    labels = {row["rid"]: row["component"] for row in members}
    return [{**row, "component": labels[row["left"]]} for row in pairs]


def _articles_of(roll: Sequence[Row], groups: Sequence[Row]) -> dict[str, tuple[Any, ...]]:
    known = {row["rid"]: row for row in groups if row["rid"] is not None}
    result = {}
    for row in roll:
        if row["reason"] is None:
            member = known.get(row["first"], {})
            group = member.get("group") or row["first_id"]
            scores = tuple(member.get(name) for name in ("relation", "to", "jaccard", "containment"))
            scores = ("copy", row["first_id"], 1.0, 1.0) if row["place"] else scores
            result[row["id"]] = (group, *scores, member.get("origin") or group)
    return result


def _pairs_of(roll: Sequence[Row], groups: Sequence[Row]) -> dict[frozenset[str], tuple[float, float, str]]:
    pairs = {
        frozenset((row["left"], row["right"])): (row["jaccard"], row["containment"], row["kind"])
        for row in groups
        if row["rid"] is None
    }
    later = [row for row in roll if row["place"] > 0]
    return pairs | {frozenset((row["first_id"], row["id"])): (1.0, 1.0, "copy") for row in later}
