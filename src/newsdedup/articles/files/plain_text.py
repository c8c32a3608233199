"""Text files: one article in each."""

from __future__ import annotations

from collections.abc import Collection

from newsdedup.articles.files.compression import InputFile
from newsdedup.articles.files.decoding import Decoder, UndecodedError
from newsdedup.articles.files.rows import BadRow, RepairedRow, Row, SourceRows


def open_text(file: InputFile, _wanted: Collection[str] | None, encoding: str | None) -> SourceRows:
    """The one row of a text file; its name without suffix is the id."""
    return SourceRows((_text_row(file, encoding),), n_rows=1)


def _text_row(file: InputFile, encoding: str | None) -> Row:
    decoder = Decoder.of(file, encoding)
    content = file.content()
    if file.damage:
        return BadRow(file.stem, file.damage)
    try:
        text, notice = decoder.decoded(content)
    except UndecodedError as problem:
        return BadRow(file.stem, str(problem))
    fields = {"id": file.stem, "text": text if decoder.encoding == "utf-8" else text.removeprefix("\ufeff")}
    reasons = [reason for reason in (decoder.notice, notice) if reason]
    return RepairedRow(fields, "; ".join(reasons)) if reasons else fields
