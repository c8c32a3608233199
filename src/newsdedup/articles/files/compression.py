"""Files as bytes, decompressed where their first bytes say that they are compressed."""

from __future__ import annotations

import bz2
import io
import lzma
import os
import select
import stat
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path, PurePath, PurePosixPath
from typing import IO, Any, AnyStr, Final

from attrs import mutable

from newsdedup.support.errors import InputError, MissingExtraError, pass_on_foreign, pass_on_interruption
from newsdedup.support.whole_files import DATABASE_START

_BUFFER: Final = 1 << 20  # bytes: lines of news are long for the default buffer
HEAD: Final = 1 << 20  # bytes that show the encoding and the separator of a file
_PIPE_SECONDS: Final = 5.0  # in which somebody must begin to write to a pipe
_PIECE: Final = 1 << 10  # compressed bytes at a time: what comes out of a damaged piece is lost
_LARGE: Final = 1 << 30  # decompressed bytes: from there on it matters how many come out of each one
_MOST_EXPANSION: Final = 200  # times: news comes to about ten, and a file made to fill the memory to a thousand
SUFFIXES: Final = (".gz", ".bz2", ".xz", ".zst")
_ZIP: Final = b"PK\x03\x04"
_OTHER_KINDS: Final[Mapping[bytes, str]] = {
    _ZIP: "a ZIP archive or an Excel workbook: unpack it, or give it the suffix .xlsx",
    b"\xd0\xcf\x11\xe0": "an old Office file: save it as .xlsx, or as CSV UTF-8",
    b"%PDF-": "a PDF file: extract its text first",
    DATABASE_START: "a database: export its table",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive: unpack it",
    b"Rar!\x1a": "a RAR archive: unpack it",
}


@mutable
class InputFile:
    """A file, or bytes in memory, that is read as decompressed bytes.

    Attributes
    ----------
    name : str
        What messages call it.
    path : Path or None
        Where it is, if its bytes are not compressed.
    stem : str or None
        Its name without suffixes.
    damage : str or None
        Why the compressed bytes ended early, in the reading that came last.
    """

    name: str
    _open: Callable[[], IO[bytes]]
    path: Path | None = None
    stem: str | None = None
    damage: str | None = None

    @classmethod
    def at(cls, path: Path, name: str | None = None) -> InputFile:
        """The file at a path; its name, by default the last part of the path, may have folders."""
        shown = PurePosixPath(name or path.name)
        plain = shown.with_suffix("") if path.suffix.lower() in SUFFIXES else shown
        stem = str(plain.with_suffix("")) if plain.suffix else str(plain)
        if path.is_fifo():
            content = cache(partial(_content_of_pipe, path))  # it can be read once, and is opened for its head too
            return cls(repr(str(shown)), lambda: io.BytesIO(content()), None, stem)
        return cls(repr(str(shown)), partial(_opened, path), path if plain == shown and path.is_file() else None, stem)

    @classmethod
    def of_bytes(cls, content: bytes) -> InputFile:
        """Bytes in memory."""
        return cls("the source", lambda: io.BytesIO(content))

    @contextmanager
    def opened(self) -> Iterator[IO[bytes]]:
        """The decompressed bytes; where they are damaged they end early, and `damage` is set."""
        self.damage = None
        with self._open() as file:
            head = file.read(16)
            file.seek(0)
            if known := next((kind for start, kind in _OTHER_KINDS.items() if head.startswith(start)), None):
                raise InputError(f"{self.name} is {known}")
            new = next((one for start, one in _DECOMPRESSORS.items() if head.startswith(start)), None)
            yield file if new is None else io.BufferedReader(_Decompressed(file, new, self), _BUFFER)

    def head(self) -> bytes:
        """The first bytes, up to 1 MB."""
        with self.opened() as file:
            return file.read(HEAD)

    def content(self) -> bytes:
        """All bytes."""
        with self.opened() as file:
            return file.read()

    def archive(self) -> bytes:
        """All bytes of a file that is a ZIP archive, or is compressed and holds one."""
        with self._open() as file:
            is_zip = file.read(len(_ZIP)) == _ZIP
            file.seek(0)
            return file.read() if is_zip else self.content()


class _Decompressed(io.RawIOBase):
    """A decompressed stream, of one part or several, that ends where the compressed bytes are damaged."""

    def __init__(self, file: IO[bytes], new: Callable[[], Any], owner: InputFile) -> None:
        self._file = file
        self._new = new
        self._owner = owner
        self._part = new()
        self._pending = b""  # decompressed
        self._n_made = 0  # bytes

    def readable(self) -> bool:
        """That bytes can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer as far as bytes are there."""
        while not self._pending and not self._owner.damage:
            try:
                if not self._advance():
                    break
            except Exception as problem:  # each library has its own errors
                pass_on_foreign(problem)
                self._owner.damage = f"the compressed data is damaged here ({problem}); the rest is not read"
        size = min(len(buffer), len(self._pending))
        buffer[:size], self._pending = self._pending[:size], self._pending[size:]
        return size

    def _advance(self) -> bool:
        """Decompress one more piece; whether there was one."""
        piece = (self._part.unused_data if self._part.eof else b"") or self._file.read(_PIECE)
        if self._part.eof:
            piece = piece.lstrip(b"\0")  # padding
            self._part = self._new() if piece else self._part
        if piece:
            self._pending = self._part.decompress(piece)
            self._n_made += len(self._pending)
            if is_bomb(self._file.tell(), self._n_made):
                self._owner.damage = f"the compressed data becomes {BOMB}; the rest is not read"
        elif not self._part.eof:
            self._owner.damage = "the compressed data is cut off here; the rest is missing"
        return bool(piece)


BOMB: Final = f"more than 1 GB, and more than {_MOST_EXPANSION} times its size: unpack it, if that is right"


def is_bomb(n_compressed: int, n_decompressed: int) -> bool:
    """Whether so many bytes are so many times the compressed ones that the file may be made to fill the memory."""
    return n_decompressed > _LARGE and n_decompressed > _MOST_EXPANSION * n_compressed


def whole_lines(lines: Iterable[AnyStr], file: InputFile) -> Iterator[AnyStr]:
    """The lines of a file, but for the last one if its end is damaged."""
    previous = None
    for line in lines:
        if previous is not None:
            yield previous
        previous = line
    if previous is not None and not (file.damage and previous == previous.rstrip()):
        yield previous


def inner_suffix(path: PurePath) -> str:
    """The suffix of a file without the one of its compression, in lower case: ``.csv`` of ``news.csv.gz``."""
    name = PurePath(path.name.lower())
    return name.with_suffix("").suffix if name.suffix in SUFFIXES else name.suffix


def format_suffixes(path: str | Path) -> tuple[str, str]:
    """The suffix of the format, and that of the compression, which may be empty, in lower case.

    Examples
    --------
    >>> format_suffixes("news.JSONL.gz"), format_suffixes("news.csv")
    (('.jsonl', '.gz'), ('.csv', ''))
    """
    name = PurePath(path).name.lower()
    compression = next((one for one in SUFFIXES if name.endswith(one)), "")
    return PurePath(name.removesuffix(compression)).suffix, compression


def _opened(path: Path) -> IO[bytes]:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise InputError(f"{path.name!r} cannot be read: it is a folder, a device or a socket")
        return path.open("rb", buffering=_BUFFER)
    except OSError as problem:
        pass_on_interruption(problem)
        raise InputError(f"{path.name!r} cannot be read: {problem.strerror}") from problem


def _content_of_pipe(path: Path) -> bytes:
    """All that is written to a named pipe; an error if nobody begins to, which opening as usual would wait for."""
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb") as pipe:
        if not select.select([pipe], [], [], _PIPE_SECONDS)[0]:
            raise InputError(f"{path.name!r} is a pipe to which nobody writes: start what writes to it first")
        os.set_blocking(pipe.fileno(), True)
        return pipe.read()


def _zstandard() -> Any:
    try:
        from compression import zstd  # in the standard library from Python 3.14
    except ImportError:
        pass
    else:
        return zstd.ZstdDecompressor()
    try:
        import zstandard
    except ImportError as problem:
        raise MissingExtraError("zstandard", "zst", "reading a file in Zstandard compression") from problem
    return zstandard.ZstdDecompressor().decompressobj()


_DECOMPRESSORS: Final[Mapping[bytes, Callable[[], Any]]] = {
    b"\x1f\x8b": lambda: zlib.decompressobj(wbits=31),
    b"BZh": bz2.BZ2Decompressor,
    b"\xfd7zXZ\0": lzma.LZMADecompressor,
    b"\x28\xb5\x2f\xfd": _zstandard,
}
