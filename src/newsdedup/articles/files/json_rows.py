"""JSON Lines and JSON documents: rows, each bad one alone."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import IO, Any, Final

import orjson

from newsdedup.articles.fields import RowFields
from newsdedup.articles.files.compression import InputFile, whole_lines
from newsdedup.articles.files.decoding import Decoder, UndecodedError
from newsdedup.articles.files.rows import BadRow, FileNotices, RepairedRow, Row, SourceRows
from newsdedup.articles.files.wrappers import LIST_NAMES, is_article, list_within
from newsdedup.support.errors import InputError

_N_FIRST_LINES: Final = 2
_LONGEST_INTEGER: Final = 4000  # digits; Python refuses to convert more
_LONGEST_LINE: Final = 1 << 28  # bytes of a line of UTF-8 on standard input
_SPACE: Final = re.compile(r"[\s,]*")
_ANY_KEY: Final = r'"(?:[^"\\]|\\.)*"'
_KEY: Final = re.compile(r'"((?:[^"\\]|\\.)*)"\s*:')
_FIRST_KEY: Final = re.compile(rf"\{{\s*({_ANY_KEY})\s*:")
_LIST_START: Final = re.compile(r'"(?:' + "|".join(LIST_NAMES) + r')"\s*:\s*\[|\[(?=\s*\{)')


def json_lines(lines: Iterable[bytes], decoder: Decoder | None = None) -> Iterator[Row]:
    """Rows of JSON Lines; blank lines are skipped."""
    decoder = decoder or Decoder(b"")
    notices = FileNotices()
    for line in lines:
        if line.strip():
            yield _json_row(line, decoder, notices)


def json_stream(stream: IO[bytes], encoding: str | None) -> Iterator[Row]:
    """Rows of JSON Lines that come from a stream, such as standard input.

    Raises
    ------
    InputError
        At a line of UTF-8 that does not end, when the rows are read.
    """
    decoder = Decoder(b"", encoding or "utf-8", encoding is not None)
    return (
        json_lines(_bounded_lines(stream), decoder)
        if decoder.is_utf8
        else _decoded_rows(decoder.lines(stream), decoder)
    )


def _bounded_lines(stream: IO[bytes]) -> Iterator[bytes]:
    """The lines of a stream, none of which takes all memory."""
    while line := stream.readline(_LONGEST_LINE + 1):
        if len(line) > _LONGEST_LINE:
            raise InputError(f"a line has more than {_LONGEST_LINE:,} bytes: send JSON Lines, one article a line")
        yield line


def _json_row(line: bytes, decoder: Decoder, notices: FileNotices) -> RowFields | BadRow | RepairedRow:
    try:
        return _object(orjson.loads(line))
    except ValueError:
        return _odd_json_row(line, decoder, notices)


def _odd_json_row(line: bytes, decoder: Decoder, notices: FileNotices) -> RowFields | BadRow | RepairedRow:
    """A line that the fast parser refuses: byte-order marks, lone surrogates and NaN are accepted, all else is bad."""
    try:
        text, notice = decoder.decoded(line)
        row = _object(_PARSER.decode(text.removeprefix("\ufeff")))
    except UndecodedError as problem:
        return BadRow(None, str(problem))
    except (ValueError, RecursionError) as problem:
        return BadRow(None, _not_json(problem))
    return row if isinstance(row, BadRow) or notice is None else notices.attached(row, notice)


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) <= _LONGEST_INTEGER else digits


_PLAIN: Final = Decoder(b"")
_PARSER: Final = json.JSONDecoder(parse_int=_integer)


def _not_json(problem: Exception) -> str:
    return "not JSON: it is nested too deeply" if isinstance(problem, RecursionError) else f"not JSON: {problem}"


def _object(value: Any) -> RowFields | BadRow:
    if isinstance(value, dict):
        return value
    return BadRow(None, f"a JSON {type(value).__name__} is not an article: give an object")


def open_json_lines(file: InputFile, wanted: Collection[str] | None, encoding: str | None) -> SourceRows:
    """The rows of a JSON Lines file; one that holds a JSON document over several lines is read as that."""
    decoder = Decoder.of(file, encoding)
    if _begins_document(decoder) and (rows := _rows_of_document(file, wanted, decoder)) is not None:
        return rows
    return SourceRows(_rows_of_lines(file, decoder))


def open_json(file: InputFile, wanted: Collection[str] | None, encoding: str | None) -> SourceRows:
    """The rows of a JSON document: a list of objects, alone or within an object; or JSON Lines.

    Raises
    ------
    InputError
        If the file is not JSON, or holds no list of objects.
    """
    decoder = Decoder.of(file, encoding)
    rows = _rows_of_document(file, wanted, decoder)
    return SourceRows(_rows_of_lines(file, decoder)) if rows is None else rows


def _rows_of_document(file: InputFile, wanted: Collection[str] | None, decoder: Decoder) -> SourceRows | None:
    """The rows of a document; None if it is not JSON as a whole and its lines may be JSON Lines."""
    content = file.content()
    value = _parsed_document(content, decoder)
    if value is not None:
        return _document_rows(value, content, file, wanted, decoder)
    if (items := _items_of_joined(_text_of(content, decoder), file.name)) is not None:
        return _with_damage(items, content, file, decoder)
    if _begins_lines(decoder):
        return None
    rows = list(_salvaged(_text_of(content, decoder)))
    if all(isinstance(row, BadRow) for row in rows):
        raise InputError(f"{file.name} is {rows[0].reason if rows else 'not JSON: it is empty'}")
    if file.damage and isinstance(rows[-1], BadRow):
        rows.pop()
    return _with_damage(rows, content, file, decoder)


def _items_of_joined(text: str, name: str) -> list[Any] | None:
    """The articles of several documents one after the other, such as lists; None if the text is not that."""
    place, items = _skipped(text, 0), list[Any]()
    try:
        while place < len(text):
            value, end = _PARSER.raw_decode(text, place)
            is_one = isinstance(value, dict) and is_article(value)
            if is_one and not items:  # JSON Lines
                return None
            items += [value] if is_one else value if isinstance(value, list) else list_within(value, name)
            place = _skipped(text, end)
    except (ValueError, RecursionError, AttributeError):  # not JSON, or a number, a text
        return None
    return items or None


def _begins_document(decoder: Decoder) -> bool:
    """Whether the first line is only the beginning of a value, or all there is and not an article."""
    lines = _first_lines(decoder)
    try:
        value = _PARSER.decode(lines[0])
    except json.JSONDecodeError as problem:
        is_first = problem.msg == "Extra data" and lines[0].startswith("[")  # one list after the other
        return is_first or (len(lines) > 1 and problem.pos >= len(lines[0]) - 1)
    except (IndexError, RecursionError, ValueError):
        return False
    is_list = isinstance(value, list) and any(isinstance(one, dict) for one in value)
    return is_list or (
        len(lines) == 1 and (isinstance(value, list) or (isinstance(value, dict) and not is_article(value)))
    )


def _begins_lines(decoder: Decoder) -> bool:
    """Whether one of the first lines is an object by itself, and not the first or last line of a list."""
    return any(
        isinstance(_parsed_document(line.encode("utf-8", "replace"), _PLAIN), dict) for line in _first_lines(decoder)
    )


def _first_lines(decoder: Decoder) -> list[str]:
    """The first lines that are not blank, without surrounding white space."""
    lines = (line.strip() for line in decoder.lines(io.BytesIO(decoder.head)))
    return list(islice(filter(None, lines), _N_FIRST_LINES))


def _rows_of_lines(file: InputFile, decoder: Decoder) -> Iterator[Row]:
    has_ends = b"\n" in decoder.head or b"\r" not in decoder.head
    with file.opened() as stream:
        if decoder.is_utf8 and has_ends:
            yield from _first_noted(json_lines(whole_lines(stream, file), decoder), decoder)
        else:
            yield from _first_noted(_decoded_rows(whole_lines(decoder.lines(stream), file), decoder), decoder)
    if file.damage:
        yield BadRow(None, file.damage)


def _decoded_rows(lines: Iterable[str], decoder: Decoder) -> Iterator[Row]:
    """Rows of JSON Lines that were decoded; blank lines are skipped."""
    notices = FileNotices()
    for line in lines:
        if not line.isspace():
            try:
                text, notice = decoder.mended(line)
            except UndecodedError as problem:
                yield BadRow(None, str(problem))
            else:
                row = _json_row(text.encode(), _PLAIN, notices)
                yield row if isinstance(row, BadRow | RepairedRow) else notices.attached(row, notice)


def _first_noted(rows: Iterable[Row], decoder: Decoder) -> Iterator[Row]:
    """The rows, the first sound one with the notice of the file."""
    rows = iter(rows)
    if decoder.notice:
        for row in rows:
            if isinstance(row, Mapping):
                yield RepairedRow(row, decoder.notice)
                break
            yield row
    yield from rows


def _text_of(content: bytes, decoder: Decoder) -> str:
    """A whole document; bytes that cannot be decoded are lone surrogates."""
    return "".join(decoder.lines(io.BytesIO(content)))


def _parsed_document(content: bytes, decoder: Decoder) -> Any:
    """The value of a document; None if it is not JSON."""
    try:
        if decoder.is_utf8:
            return orjson.loads(content)
    except ValueError:
        pass
    try:
        return _PARSER.decode(_text_of(content, decoder))
    except (ValueError, RecursionError):
        return None


def _document_rows(
    value: Any, content: bytes, file: InputFile, wanted: Collection[str] | None, decoder: Decoder
) -> SourceRows:
    """The rows of a document: the elements of its list, or the one article that it is."""
    if isinstance(value, dict):
        is_one = is_article(value)
        try:
            items = [value] if is_one else list_within(value, file.name)
        except InputError:
            if not is_article(value, wanted or ()):
                raise
            items = [value]
    elif isinstance(value, list):
        items = value
    else:
        raise InputError(f"{file.name} holds a JSON {type(value).__name__}: give a list of objects, or JSON Lines")
    return _with_damage(items, content, file, decoder)


def _with_damage(items: list[Any], content: bytes, file: InputFile, decoder: Decoder) -> SourceRows:
    """The rows of the elements of a list, and one for the damaged rest of the file."""
    rest = [BadRow(None, file.damage)] if file.damage else []
    rows = (item if isinstance(item, BadRow) else _object(item) for item in items)
    sound = rows if decoder.is_sound(content) else _mended_rows(rows, decoder)
    return SourceRows(chain(_first_noted(sound, decoder), rest), n_rows=len(items) + len(rest))


def _mended_rows(rows: Iterable[RowFields | BadRow], decoder: Decoder) -> Iterator[Row]:
    """The rows of a document with bytes that could not be decoded: decoded by row, or rejected."""
    notices = FileNotices()
    for row in rows:
        if isinstance(row, BadRow):
            yield row
            continue
        try:
            text, notice = decoder.mended(json.dumps(row, ensure_ascii=False))
        except UndecodedError as problem:
            yield BadRow(None, str(problem))
        else:
            yield notices.attached(_PARSER.decode(text), notice)


def _salvaged(text: str) -> Iterator[Any]:
    """The objects of a document that is not sound as a whole: of a list, or one after the other; bad ones by reason."""
    place, is_open = _first_place(text)
    last: dict[str, Any] = {}
    had_fault = False
    while (place := _skipped(text, place)) < len(text):
        try:
            last, end = _object_at(text, place)
        except (ValueError, RecursionError) as problem:
            is_end = text[place] in "]}"
            is_open &= not is_end
            following = None if is_end and not had_fault else _next_object(text, place, last)
            if not is_end:
                had_fault = True
                yield BadRow(None, _not_json(problem))
            if following is None:
                return
            place = following
        else:
            yield last
            place = end
    if is_open:
        yield BadRow(None, "not JSON: the list is cut off here; the rest is missing")


def _first_place(text: str) -> tuple[int, bool]:
    """Where the first object begins, and whether it is in a list."""
    try:
        _object_at(text, place := _skipped(text, 0))
    except (IndexError, ValueError, RecursionError):
        start = _LIST_START.search(text) if text.lstrip()[:1] in ("[", "{") else None
        return (start.end(), True) if start else (0, False)
    return place, False


def _skipped(text: str, place: int) -> int:
    """The place after white space and commas."""
    found = _SPACE.match(text, place)
    return found.end() if found else place


def _object_at(text: str, place: int) -> tuple[Any, int]:
    """The object that begins at a place, and where it ends."""
    if text[place] != "{":
        raise ValueError(f"an object is expected at character {place}")
    value, end = _PARSER.raw_decode(text, place)
    after = _skipped(text, end)
    if text[after : after + 1] not in ("", "]", "}", "{") and "," not in text[end:after]:
        raise ValueError(f"a comma or the end of the list is expected at character {after}")
    return value, end


def _next_object(text: str, place: int, last: Mapping[str, Any]) -> int | None:
    """Where the next object that begins like the one at a place, or like the last sound one, begins; None if none."""
    here = _FIRST_KEY.match(text, place)
    key = re.escape(here[1]) if here else f'"{re.escape(next(iter(last)))}"' if last else _ANY_KEY
    for found in re.compile(rf"[,}}\]]\s*(\{{\s*{key}\s*:)").finditer(text, place + 1):
        start = found.start(1)
        known = last.keys() or set(_KEY.findall(text, place, start))
        try:
            keys = _object_at(text, start)[0].keys()
        except (ValueError, RecursionError):
            return start
        if len(keys & known) >= len(known) / 2:  # an object within the bad one has other keys
            return start
    return None
