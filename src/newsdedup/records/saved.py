"""Collections as files: JSON with all that they have, which is read back; tables for other programs."""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import IO, Any, Final

from attrs import frozen

from newsdedup.articles.files.compression import SUFFIXES, InputFile, format_suffixes
from newsdedup.records.record import EventRecord
from newsdedup.records.whole_collection import (
    END_FIELD,
    HEAD_FIELD,
    CollectionHead,
    end_line,
    head_from,
    in_order_of,
    read_end,
)
from newsdedup.support.arguments import path_option, switch_option
from newsdedup.support.display import count_in_words
from newsdedup.support.errors import InputError, SettingError, warn_of_articles
from newsdedup.support.field_checks import FieldError
from newsdedup.support.frames import Table, write_parquet
from newsdedup.support.typed_data import MISSING
from newsdedup.support.whole_files import compressing, json_bytes, whole_file
from newsdedup.support.workbooks import write_workbook

TableOf = Callable[[str], Table]  # gives a table of a collection by its name
_JSON_SUFFIXES: Final = (".jsonl", ".ndjson", ".json")
_TABLE_SUFFIXES: Final = (".csv", ".parquet", ".xlsx")
SHEETS: Final = ("figures", "alternatives", "claims", "articles")


def save_records(
    path: str | Path,
    head: Mapping[str, Any],
    records: Sequence[EventRecord],
    table: TableOf,
    *,
    bom: bool,
    escape_formulas: bool,
) -> None:
    """Write a collection in the format that the suffix of the file names."""
    bom, escape_formulas = switch_option("bom", bom), switch_option("escape_formulas", escape_formulas)
    suffix, compression = format_suffixes(path_option(path))
    if suffix not in (*_JSON_SUFFIXES, *_TABLE_SUFFIXES) or (compression and suffix not in _JSON_SUFFIXES):
        raise SettingError(f"path={str(path)!r} has no suffix of a format that is written: give {_FORMATS_IN_WORDS}")
    if bom and suffix != ".csv":
        raise SettingError(f"bom=True is for .csv, which Excel then reads as UTF-8: leave it out for {suffix}")
    with whole_file(path) as file:
        if suffix in _JSON_SUFFIXES:
            with compressing(file, compression) as plain:
                _write_json(plain, suffix, head, records)
        elif suffix == ".csv":
            text = table("figures").to_csv(escape_formulas=escape_formulas)
            file.write(text.encode("utf-8-sig" if bom else "utf-8"))
        elif suffix == ".parquet":
            write_parquet(file, table("figures"))
        else:
            write_workbook(file, {name: table(name) for name in SHEETS})


_FORMATS_IN_WORDS: Final = (
    ".jsonl (also .ndjson) or .json, which load() reads, each also compressed "
    f"({', '.join(SUFFIXES)}); .csv or .parquet for the table of figures; .xlsx for all tables"
)


def _write_json(file: IO[bytes], suffix: str, head: Mapping[str, Any], records: Sequence[EventRecord]) -> None:
    """JSON Lines with the head first and the end last; or one object with the records as its `events`."""
    if suffix == ".json":
        events = [record.to_dict(exact=True) for record in records]
        file.write(json_bytes({**head, "events": events}, indent=2) + b"\n")
        return
    file.write(json_bytes(head) + b"\n")
    for record in records:
        file.write(json_bytes(record.to_dict(exact=True)) + b"\n")
    file.write(json_bytes(end_line(records)) + b"\n")


@frozen
class SavedRecords:
    """What a file holds: the records, and the head, with all else of a collection; None of records alone."""

    head: CollectionHead | None
    records: tuple[EventRecord, ...]


@frozen
class _SavedObject:
    """An object of JSON in a file, and where it is, in words."""

    data: dict[str, Any]
    where: str


def load_records(path: str | Path) -> SavedRecords:
    """What `save_records` wrote; also JSON of records alone, in lines, in a list, or as the command line gives them.

    Raises
    ------
    InputError
        If something else is there, or a part of what was saved is missing; the message has the line and the field.
    """
    file = path_option(path)
    if not file.is_file():
        raise InputError(f"there is no file {str(path)!r}: give what .save() wrote")
    suffix, _ = format_suffixes(path)
    if suffix in _TABLE_SUFFIXES:
        raise InputError(
            f"{str(path)!r} is a table for other programs, without all that a record has: "
            f"save the events as .jsonl or .json too, and load that"
        )
    source = InputFile.at(file)
    content = source.content()
    if source.damage:
        raise InputError(f"{str(path)!r}: {source.damage}; save the events again")
    try:
        return _saved_in(content.removeprefix(codecs.BOM_UTF8), str(path), in_lines=suffix != ".json")
    except InputError as problem:
        raise InputError(f"{str(path)!r}, {problem}") from problem


def _saved_in(content: bytes, path: str, *, in_lines: bool) -> SavedRecords:
    """The collection in the content of a file."""
    parts, is_closed = _parts_of(content)
    heads = [one for one in parts if HEAD_FIELD in one.data]
    ends = [one for one in parts if END_FIELD in one.data]
    if len(heads) > 1 or len(ends) > 1:
        second = (heads[1:] or ends[1:])[0].where
        raise InputError(f"{second}: a second collection; load each file by itself and add them, load(a) + load(b)")
    records = _records_of([one for one in parts if one not in heads and one not in ends])
    for one in ends:
        _read_at(one, read_end).require(records)
    if heads:
        head = _read_at(heads[0], head_from)
        if not ends and not is_closed and not head.labels:
            raise InputError("the last line, which counts the events, is missing: the file is cut off; save it again")
        return SavedRecords(head, _read_at(heads[0], lambda _: in_order_of(head, records)))
    if in_lines and not is_closed and not ends:
        warn_of_articles(
            f"{path!r} has {count_in_words(len(records), 'record')} alone, without the last line by which a whole file "
            "is known: if it was cut off, events are missing; .save() writes the others"
        )
    return SavedRecords(None, records)


def _records_of(parts: Sequence[_SavedObject]) -> tuple[EventRecord, ...]:
    """The records of the parts of a file; each event and each article may be there once."""
    places: dict[tuple[str, str], str] = {}
    records = []
    for part in parts:
        record = _read_at(part, EventRecord.from_dict)
        for key in (("event", record.event_id), *(("article", report.id) for report in record.articles)):
            if key in places:
                raise InputError(f"{part.where}: the {key[0]} {key[1]!r} is there twice, first in {places[key]}")
            places[key] = part.where
        records.append(record)
    return tuple(records)


def _read_at(part: _SavedObject, read: Callable[[dict[str, Any]], Any]) -> Any:
    """What is read of a part; errors say where it is, and which field of it is wrong."""
    try:
        return read(part.data)
    except FieldError as problem:
        incomplete = f": the record {part.data.get('event_id')!r} is incomplete" if problem.reason == MISSING else ""
        raise InputError(f"{part.where}, {problem}{incomplete}; give what .save() wrote") from problem
    except InputError as problem:
        raise InputError(f"{part.where}: {problem}") from problem


def _parts_of(content: bytes) -> tuple[list[_SavedObject], bool]:
    """The objects of a file; and whether they are within one list or object, which a cut would leave open."""
    lines = content.splitlines()
    first = next((line for line in lines if line.strip()), b"")
    try:
        whole = _json_value(content) if first else None
    except InputError:
        raise
    except ValueError as problem:
        whole = None  # of several lines
        if not _is_json(first):
            raise _damage(problem, getattr(problem, "lineno", 1), lines) from problem
    if isinstance(whole, list):
        return [_saved_object(one, f"element {number}") for number, one in enumerate(whole)], True
    if isinstance(whole, dict) and isinstance(whole.get("events"), list) and END_FIELD not in whole:
        head = {name: value for name, value in whole.items() if name != "events"}
        events = [_saved_object(one, f"event {number}") for number, one in enumerate(whole["events"])]
        return [*([_SavedObject(head, "the JSON")] if HEAD_FIELD in head else ()), *events], True
    if whole is not None:
        return [_saved_object(whole, "line 1")], False
    return list(_parts_of_lines(lines)), False


def _parts_of_lines(lines: Sequence[bytes]) -> Iterator[_SavedObject]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            value = _json_value(line)
        except InputError:
            raise
        except ValueError as problem:
            raise _damage(problem, number, lines) from problem
        yield _saved_object(value, f"line {number}")


def _damage(problem: ValueError, number: int, lines: Sequence[bytes]) -> InputError:
    """The error for JSON that is not sound in a line; in the last one the file may be cut off."""
    is_last = not any(one.strip() for one in lines[number:])
    what = "the file is cut off here, or damaged" if is_last else "the file is damaged"
    return InputError(f"line {number}: {what} ({problem}); save the events again")


def _is_json(line: bytes) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def _json_value(content: bytes) -> Any:
    try:
        return json.loads(content, parse_float=Decimal)
    except RecursionError as problem:
        raise InputError("the JSON is nested too deeply; give what .save() wrote") from problem


def _saved_object(value: Any, where: str) -> _SavedObject:
    if not isinstance(value, dict):
        raise InputError(f"{where} does not hold a record; give what .save() wrote")
    return _SavedObject(value, where)
