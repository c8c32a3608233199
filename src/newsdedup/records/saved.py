"""Collections as files: JSON with all that they have, which is read back; tables for other programs."""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import IO, Any, Final

from attrs import frozen

from newsdedup.articles.files.compression import SUFFIXES, InputFile
from newsdedup.records.record import EventRecord
from newsdedup.support.arguments import path_option, switch_option
from newsdedup.support.errors import InputError, MissingExtraError, SettingError
from newsdedup.support.frames import Table
from newsdedup.support.whole_files import compressing, json_bytes, whole_file
from newsdedup.support.workbooks import write_workbook

TableOf = Callable[[str], Table]  # gives a table of a collection by its name
_JSON_SUFFIXES: Final = (".jsonl", ".ndjson", ".json")
_TABLE_SUFFIXES: Final = (".csv", ".parquet", ".xlsx")
_SHEETS: Final = ("figures", "alternatives", "claims", "articles")


@frozen
class SavedRecords:
    """What a file holds: the records, and the head, with all else of a collection; None of records alone."""

    head: Mapping[str, Any] | None
    records: tuple[EventRecord, ...]


def save_records(
    path: str | Path, head: Mapping[str, Any], records: Sequence[EventRecord], table: TableOf, *, bom: bool
) -> None:
    """Write a collection in the format that the suffix of the file names."""
    bom = switch_option("bom", bom)
    suffix, compression = _suffixes(path_option(path))
    if suffix not in (*_JSON_SUFFIXES, *_TABLE_SUFFIXES) or (compression and suffix not in _JSON_SUFFIXES):
        raise SettingError(f"path={str(path)!r} has no suffix of a format that is written: give {_FORMATS_IN_WORDS}")
    if bom and suffix != ".csv":
        raise SettingError(f"bom=True is for .csv, which Excel then reads as UTF-8: leave it out for {suffix}")
    with whole_file(path) as file:
        if suffix in _JSON_SUFFIXES:
            with compressing(file, compression) as plain:
                _write_json(plain, suffix, head, records)
        elif suffix == ".csv":
            file.write(table("figures").to_csv().encode("utf-8-sig" if bom else "utf-8"))
        elif suffix == ".parquet":
            _write_figures_as_parquet(file, table("figures"))
        else:
            write_workbook(file, {name: table(name) for name in _SHEETS})


_FORMATS_IN_WORDS: Final = (
    ".jsonl (also .ndjson) or .json, which load() reads, each also compressed "
    f"({', '.join(SUFFIXES)}); .csv or .parquet for the table of figures; .xlsx for all tables"
)


def _suffixes(path: str | Path) -> tuple[str, str]:
    """The suffix of the format, and that of the compression, which may be empty."""
    name = Path(path).name.lower()
    compression = next((one for one in SUFFIXES if name.endswith(one)), "")
    return Path(name.removesuffix(compression)).suffix, compression


def _write_json(file: IO[bytes], suffix: str, head: Mapping[str, Any], records: Iterable[EventRecord]) -> None:
    """JSON Lines with the head first; or one object, as the command line gives, with the records as its `events`."""
    if suffix == ".json":
        events = [record.to_dict(exact=True) for record in records]
        file.write(json_bytes({**head, "events": events}, indent=2) + b"\n")
        return
    file.write(json_bytes(head) + b"\n")
    for record in records:
        file.write(json_bytes(record.to_dict(exact=True)) + b"\n")


def _write_figures_as_parquet(file: IO[bytes], table: Table) -> None:
    try:
        from pyarrow.parquet import write_table
    except ImportError as problem:
        raise MissingExtraError("pyarrow", "parquet", "writing a .parquet file") from problem
    write_table(table.to_frame("pyarrow"), file)


def load_records(path: str | Path) -> SavedRecords:
    """What `save_records` wrote; also JSON of records alone, in lines, in a list, or as the command line gives them."""
    file = path_option(path)
    if not file.is_file():
        raise InputError(f"there is no file {str(path)!r}: give what .save() wrote")
    suffix, _ = _suffixes(path)
    if suffix in _TABLE_SUFFIXES:
        raise InputError(
            f"{str(path)!r} is a table for other programs, without all that a record has: "
            f"save the events as .jsonl or .json too, and load that"
        )
    source = InputFile.at(file)
    content = source.content()
    if source.damage:
        raise InputError(f"{str(path)!r}: {source.damage}; save the events again")
    objects = _plain_objects(content.removeprefix(codecs.BOM_UTF8), path)
    head = objects.pop(0) if objects and _HEAD_FIELD in objects[0] else None
    return SavedRecords(_with_floats(head), tuple(_record_from(data, path) for data in objects))


_HEAD_FIELD: Final = "collection"  # a field of the head alone


def _with_floats(data: Any) -> Any:
    """Plain data with floats for Decimals: the numbers of settings are floats."""
    if isinstance(data, dict):
        return {name: _with_floats(value) for name, value in data.items()}
    if isinstance(data, list):
        return [_with_floats(value) for value in data]
    return float(data) if isinstance(data, Decimal) else data


def _plain_objects(content: bytes, path: str | Path) -> list[dict[str, Any]]:
    """The head, where there is one, and the records as plain data."""
    try:
        whole = json.loads(content, parse_float=Decimal) if content.lstrip()[:1] in (b"{", b"[") else None
    except ValueError:
        whole = None  # of several lines
    if isinstance(whole, list):
        return [_plain_object(one, path, f"element {number}") for number, one in enumerate(whole)]
    if isinstance(whole, dict) and isinstance(whole.get("events"), list):
        head = {name: value for name, value in whole.items() if name != "events"}
        events = [_plain_object(one, path, f"event {number}") for number, one in enumerate(whole["events"])]
        return [head, *events] if _HEAD_FIELD in head else events
    return _objects_of_lines(content, path) if whole is None else [_plain_object(whole, path, "the JSON")]


def _objects_of_lines(content: bytes, path: str | Path) -> list[dict[str, Any]]:
    objects = []
    for number, line in enumerate(content.splitlines(), start=1):
        try:
            value = json.loads(line, parse_float=Decimal) if line.strip() else {}
        except ValueError as problem:
            raise InputError(f"{str(path)!r}, line {number}: {problem}; give what .save() wrote") from problem
        objects += [one] if (one := _plain_object(value, path, f"line {number}")) else []
    return objects


def _plain_object(value: Any, path: str | Path, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise InputError(f"{str(path)!r}, {where} does not hold a record; give what .save() wrote")
    return value


def _record_from(data: Mapping[str, Any], path: str | Path) -> EventRecord:
    """A record from its plain data, with a clear error where it is not one."""
    try:
        return EventRecord.from_dict(data)
    except InputError:
        raise
    except (KeyError, TypeError, ValueError, AttributeError, ArithmeticError) as problem:
        name = data.get("event_id")
        raise InputError(
            f"{str(path)!r}: the record {name!r} is incomplete ({problem}); give what .save() wrote"
        ) from problem
