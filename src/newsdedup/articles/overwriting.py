"""Files to write that are inputs, or that would be read as articles the next time."""

from __future__ import annotations

import os
from collections.abc import Iterable

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
