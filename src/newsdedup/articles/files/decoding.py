"""From bytes to text: byte-order marks, the declared encoding, UTF-8, and legacy encodings where they are sure."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from typing import IO, Final

from attrs import define

from newsdedup.articles.files.compression import InputFile
from newsdedup.articles.files.legacy import legacy_encoding
from newsdedup.support.errors import SettingError, in_message

_UTF8: Final = "utf-8"
_MARKS: Final = (  # byte-order marks; the one of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF8, _UTF8),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KEPT_BYTE: Final = re.compile("[\udc00-\udcff]")  # a byte that could not be decoded
_MANY_ZEROS: Final = 0.3  # of the bytes at even or odd places: in UTF-16 each letter of ASCII has one
_FEW_ZEROS: Final = 0.05
_LEAST_BYTES: Final = 8  # in which zeros show UTF-16
_REMEDY: Final = "convert it to UTF-8, or declare its encoding with encoding="


class UndecodedError(ValueError):
    """Bytes are not text in the encoding of their file, for the reason in the message."""


def checked_encoding(encoding: str | None) -> str | None:
    """Python's name of a declared encoding.

    Raises
    ------
    SettingError
        If Python has no such encoding of text.
    """
    if encoding is None:
        return None
    try:
        name = codecs.lookup(encoding).name
        "".encode(name)  # a LookupError says that it is a codec of bytes
    except (LookupError, TypeError, ValueError) as problem:
        raise SettingError(
            f"encoding={in_message(encoding)} is not an encoding of Python: give one such as 'utf-8' or 'windows-1258'"
        ) from problem
    return _UTF8 if name == "utf-8-sig" else name


@define(slots=False)
class Decoder:
    """Decodes the bytes of one file.

    Attributes
    ----------
    head : bytes
        The beginning of the file.
    encoding : str
        Python's name of its encoding.
    is_declared : bool
        Whether a byte-order mark or the caller says so; no other encoding is tried then.
    notice : str or None
        What to report with the first row.
    """

    head: bytes
    encoding: str = _UTF8
    is_declared: bool = False
    notice: str | None = None

    @classmethod
    def of(cls, file: InputFile, declared: str | None) -> Decoder:
        """The decoder of a file, with the encoding that the caller declared."""
        head = file.head()
        marked = next((name for mark, name in _MARKS if head.startswith(mark)), None)
        if marked:
            differs = declared and not marked.startswith(declared.replace("_", "-"))
            notice = f"its byte-order mark says {marked}, which is read instead of {declared}" if differs else None
            return cls(head, marked, marked != _UTF8 or declared is not None, notice)
        if declared:
            return cls(head, declared, True)
        if wide := _utf16_without_mark(head):
            return cls(head, wide, True, f"it has no byte-order mark and is read as {wide}, which was detected")
        return cls(head)

    @property
    def is_utf8(self) -> bool:
        """Whether lines of bytes are lines of text."""
        return self.encoding == _UTF8

    def is_sound(self, data: bytes) -> bool:
        """Whether all bytes are text in the encoding of the file."""
        try:
            data.decode(self.encoding)
        except UnicodeDecodeError:
            return False
        return True

    def decoded(self, data: bytes) -> tuple[str, str | None]:
        """The text of some bytes, and a notice if it is not in the encoding of the file.

        Raises
        ------
        UndecodedError
            If the bytes are not text in a known encoding.
        """
        try:
            return data.decode(self.encoding), None
        except UnicodeDecodeError as problem:
            legacy = None if self.is_declared else self._legacy or legacy_encoding(data)
            if legacy is None or not self._may_be_legacy:
                byte = f"byte 0x{data[problem.start]:02x} at {problem.start}"
                raise UndecodedError(f"not {_encoding_name(self.encoding)}: {byte}; {_REMEDY}") from problem
        try:
            text = data.decode(legacy)
        except UnicodeDecodeError as problem:
            raise UndecodedError(f"neither UTF-8 nor {legacy}; {_REMEDY}") from problem
        return text, f"it is not UTF-8 and is read as {legacy}, which was detected; declare another with encoding="

    def mended(self, text: str) -> tuple[str, str | None]:
        """The text of a line of `lines`, and a notice if it is not in the encoding of the file.

        Raises
        ------
        UndecodedError
            As for `decoded`.
        """
        kept = None if text.isascii() else _KEPT_BYTE.search(text)
        if kept is None:
            return text, None  # other lone surrogates are escapes of JSON, which are text
        try:
            if self.is_utf8:
                return self.decoded(text.encode(_UTF8, "surrogateescape"))
        except UnicodeEncodeError:
            pass  # such an escape beside a byte that could not be decoded
        byte = f"byte 0x{ord(kept.group()) - 0xDC00:02x} at character {kept.start()}"
        raise UndecodedError(f"not {_encoding_name(self.encoding)}: {byte}; {_REMEDY}")

    def lines(self, file: IO[bytes]) -> Iterator[str]:
        """The lines of a file with their ends; bytes that cannot be decoded are lone surrogates."""
        errors = "surrogateescape" if self.is_utf8 else _KEEPING_BYTES
        text = io.TextIOWrapper(file, self.encoding, errors=errors, newline="")
        try:
            first = text.readline().removeprefix("\ufeff")
            if first:
                yield first
            yield from text
        finally:
            with suppress(ValueError):  # the file is closed already
                text.detach()

    @cached_property
    def _legacy(self) -> str | None:
        """The encoding that the beginning of the file shows."""
        return legacy_encoding(self.head)

    @cached_property
    def _may_be_legacy(self) -> bool:
        """Whether the beginning of the file has no text in UTF-8 beyond ASCII."""
        return self._legacy is not None or self.head.isascii() or not _has_utf8(self.head)


def printable(text: str) -> str:
    """The text with U+FFFD for each byte that could not be decoded."""
    return _KEPT_BYTE.sub("\ufffd", text)


def _has_utf8(head: bytes) -> bool:
    """Whether bytes beyond ASCII are mostly valid UTF-8."""
    text = head.decode(_UTF8, "surrogateescape")
    n_invalid = len(_KEPT_BYTE.findall(text))
    n_valid = sum(not character.isascii() for character in text) - n_invalid
    return n_valid > n_invalid


def _utf16_without_mark(head: bytes) -> str | None:
    """UTF-16 of either byte order, by the zeros in the letters of ASCII."""
    if len(head) < _LEAST_BYTES:
        return None
    n_even, n_odd = head[::2].count(0), head[1::2].count(0)
    few, many = _FEW_ZEROS * len(head) / 2, _MANY_ZEROS * len(head) / 2
    if n_odd > many and n_even <= few:
        return "utf-16-le"
    return "utf-16-be" if n_even > many and n_odd <= few else None


def _encoding_name(encoding: str) -> str:
    return "UTF-8" if encoding == _UTF8 else encoding


def _kept(problem: UnicodeError) -> tuple[str, int]:
    """Each byte that cannot be decoded as a lone surrogate, as surrogateescape does with those above 0x7f."""
    if not isinstance(problem, UnicodeDecodeError):
        raise problem
    return "".join(chr(0xDC00 + byte) for byte in problem.object[problem.start : problem.end]), problem.end


_KEEPING_BYTES: Final = "newsdedup.keeping_bytes"
codecs.register_error(_KEEPING_BYTES, _kept)
