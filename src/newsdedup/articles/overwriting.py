"""Files to write that are inputs, or that would be read as articles the next time."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from newsdedup.articles.files.paths import files_at, would_be_read
from newsdedup.support.arguments import user_path
from newsdedup.support.errors import SettingError
from newsdedup.support.whole_files import refuse_input


def refuse_source(path: str | os.PathLike[str], sources: Iterable[str]) -> None:
    """Raise an error if a file to write is, or would be, among the files that sources of articles are read from.

    Parameters
    ----------
    path : path
        The file to write.
    sources : iterable of str
        Files, folders and patterns.

    Raises
    ------
    SettingError
        The message names both.
    """
    file = user_path(os.fspath(path))
    for source in sources:
        refuse_input(file, files_at(source))
        if would_be_read(source, file):
            raise SettingError(
                f"{str(path)!r} lies in {source!r}, which is read: the next time it would be read as articles; "
                "write it elsewhere"
            )


def paths_in(source: Any) -> tuple[str, ...]:
    """The absolute paths of files, folders and patterns that a source of articles names."""
    if isinstance(source, io.IOBase):
        source = getattr(source, "name", None)
    paths = [source] if isinstance(source, str | os.PathLike) else source
    if not isinstance(paths, list | tuple):
        return ()
    is_list = paths is source  # whose strings are texts
    named = (one for one in paths if isinstance(one, os.PathLike) or (isinstance(one, str) and not is_list))
    return tuple(str(Path.cwd() / user_path(str(os.fspath(one)))) for one in named)
