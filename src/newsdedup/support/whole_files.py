"""Files that are written whole or not at all, and the bytes of JSON."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import shutil
import stat
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import IO, Any, Final

from newsdedup.support.arguments import path_option
from newsdedup.support.descriptors import descriptor_path, opened_descriptor, opened_pipe
from newsdedup.support.errors import MissingExtraError, SettingError

SIDE_ENDINGS: Final = ("-wal", "-shm", "-journal")  # of the names of files that SQLite keeps beside a database
DATABASE_START: Final = b"SQLite format 3\0"


def writable(path: Any) -> Path:
    """The path of a file to write.

    Raises
    ------
    SettingError
        If its folder does not exist, it is a folder itself, or one of the files that SQLite keeps beside a database.
    """
    file = path_option(path)
    if not file.parent.is_dir():
        raise SettingError(f"path={str(path)!r} lies in a folder that does not exist: create {str(file.parent)!r}")
    if file.is_dir():
        raise SettingError(f"path={str(path)!r} is a folder: give the path of a file in it")
    if database := _database_beside(file):
        raise SettingError(
            f"path={str(path)!r} is a file that SQLite keeps beside the database {database.name!r}: write to another"
        )
    return file


def _database_beside(file: Path) -> Path | None:
    """The database that a file belongs to by its name, whether the file is there or not."""
    place = Path(os.path.realpath(file))
    ending = next((one for one in SIDE_ENDINGS if place.name.endswith(one)), "")
    database = place.with_name(place.name.removesuffix(ending) or place.name)
    if not ending or not database.is_file():
        return None
    try:
        with database.open("rb") as opened:
            return database if opened.read(len(DATABASE_START)) == DATABASE_START else None
    except OSError:  # it is not for this user to read
        return None


def refuse_input(path: str | os.PathLike[str] | int, inputs: Iterable[str | os.PathLike[str] | int]) -> None:
    """Raise an error if a file to write is one of the inputs, by whatever spelling or link; all may be open files.

    Raises
    ------
    SettingError
        The message names both.
    """
    given = _status_of(path)
    for one in inputs if given else ():
        found = _status_of(one)
        if found and stat.S_ISREG(found.st_mode) and os.path.samestat(given, found):
            raise SettingError(f"{_shown_file(path)} is the input itself, {_shown_file(one)}: write to another file")


def _shown_file(path: str | os.PathLike[str] | int) -> str:
    streams = ("standard input", "standard output")
    return streams[path] if isinstance(path, int) and path < len(streams) else repr(str(path))


def _status_of(path: str | os.PathLike[str] | int) -> Any:
    """What the system knows of a file; None where there is none."""
    try:
        return os.stat(path)  # noqa: PTH116 of open files too
    except (OSError, ValueError):
        return None


@contextmanager
def whole_file(
    path: str | os.PathLike[str], *, inputs: Iterable[str | os.PathLike[str] | int] = ()
) -> Iterator[IO[bytes]]:
    """A file to write to, which takes the place of the one at `path` when all is written.

    Whatever stops the writing, such as a full disk, leaves an earlier file as it was. What was written until then is
    deleted; a process that is killed leaves it beside the file, hidden, as ``.name.….part``. A link stays a link; what
    is no file, or is open already, such as ``/dev/stdout``, is written to as it is, from where it is.

    Parameters
    ----------
    path : path
        ``~`` at its beginning is the home folder.
    inputs : iterable of path
        Files that must not be written over.

    Raises
    ------
    SettingError
        If the folder of the file does not exist, or the file is one of the inputs.
    OSError
        If it cannot be written; the message names it.

    Examples
    --------
    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "note.txt"
    >>> with whole_file(path) as file:
    ...     _ = file.write(b"all of it")
    >>> path.read_bytes()
    b'all of it'
    """
    given = writable(path)
    refuse_input(given, inputs)
    opened = _opened_as_it_is(given, str(path))
    if opened is not None:
        with io.BufferedWriter(_NamedFile(opened, "wb", str(path))) as file:
            yield file
        return
    with replacing(given) as part, io.BufferedWriter(_NamedFile(part, "xb", str(path))) as file:
        yield file
        with _errors_named(str(path)):
            file.flush()
            os.fsync(file.fileno())


def _opened_as_it_is(path: Path, shown: str) -> Path | int | None:
    """What is written to where a path leads to no file that can be replaced: a descriptor, a pipe, a device."""
    with _errors_named(shown):
        if (descriptor := descriptor_path(path)) is not None:
            return opened_descriptor(descriptor)
        if path.is_fifo():
            return opened_pipe(path)
    return path if path.exists() and not path.is_file() else None


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """The path of a new file beside the one at `path`, whose place it takes when the block ends without an error."""
    target = Path(os.path.realpath(path))
    part = target.with_name(f".{target.name[:_LONGEST_PART_NAME]}.{uuid.uuid4().hex}.part")
    try:
        yield part
        with _errors_named(str(path)):
            if target.exists():
                shutil.copymode(target, part)
            part.replace(target)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


_LONGEST_PART_NAME: Final = 50  # characters of the name of a file in that of its part: names have at most 255 bytes


class _NamedFile(io.FileIO):
    """A file whose errors name the one that it will be."""

    def __init__(self, path: Path | int, mode: str, shown: str) -> None:
        self._shown = shown
        with _errors_named(shown):
            super().__init__(path, mode)

    def write(self, data: Any) -> int:
        """Write bytes."""
        with _errors_named(self._shown):
            return super().write(data)


@contextmanager
def _errors_named(path: str) -> Iterator[None]:
    """Let an error of the system name a file, and say that it is not written."""
    try:
        yield
    except OSError as problem:
        if problem.errno is None:
            raise
        raise OSError(problem.errno, f"{problem.strerror}: not written", path) from problem


@contextmanager
def compressing(file: IO[bytes], suffix: str) -> Iterator[IO[bytes]]:
    """A file that compresses what is written to it; with an empty suffix the file itself.

    The bytes depend on what is written alone: no name or time is in them.
    """
    if not suffix:
        yield file
        return
    with COMPRESSORS[suffix](file) as compressed:
        yield compressed


def _zstandard_writer(file: IO[bytes]) -> Any:
    try:
        from compression import zstd  # in the standard library from Python 3.14
    except ImportError:
        pass
    else:
        return zstd.ZstdFile(file, "wb")
    try:
        import zstandard
    except ImportError as problem:
        raise MissingExtraError("zstandard", "zst", "writing a file in Zstandard compression") from problem
    return zstandard.ZstdCompressor().stream_writer(file, closefd=False)


COMPRESSORS: Final[Mapping[str, Callable[[IO[bytes]], Any]]] = {
    ".gz": lambda file: gzip.GzipFile("", "wb", fileobj=file, mtime=0),
    ".bz2": partial(bz2.BZ2File, mode="wb"),
    ".xz": partial(lzma.LZMAFile, mode="wb"),
    ".zst": _zstandard_writer,
}


def json_bytes(data: Any, *, indent: int | None = None) -> bytes:
    """JSON in UTF-8, a Decimal as a number with all its digits.

    A lone surrogate, which UTF-8 cannot encode, is written as a JSON escape.

    Examples
    --------
    >>> json_bytes({"best": Decimal("2.333333333333333333333"), "noun": "ha"})
    b'{"best": 2.333333333333333333333, "noun": "ha"}'
    """
    marks = uuid.uuid4().hex  # around each Decimal, which is then freed of its quotation marks

    def marked(value: Any) -> str:
        if not isinstance(value, Decimal):
            raise TypeError(f"{value!r} of type {type(value).__name__} cannot be written as JSON")
        found.append(value)
        return f"{marks}{value}{marks}"

    found: list[Decimal] = []
    text = json.dumps(data, ensure_ascii=False, indent=indent, allow_nan=False, default=marked)
    if found:
        text = text.replace(f'"{marks}', "").replace(f'{marks}"', "")
    return text.encode("utf-8", "backslashreplace")
