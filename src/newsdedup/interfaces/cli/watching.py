"""Files that appear or change in a folder, each when it has been written to its end."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from newsdedup.articles.files.compression import inner_suffix
from newsdedup.articles.files.paths import FILE_OPENERS, is_hidden
from newsdedup.support.errors import InputError

_Stamp = tuple[int, int]  # the moment of the last change, in ns, and the size
_READ_BYTES: Final = 1 << 20


def settled_files(path: Path, every: float, *, once: bool = False) -> Iterator[Path]:
    """The files that are new or changed, and have not changed for one interval.

    Parameters
    ----------
    path : Path
        A folder, whose files of the kinds that `read_articles` reads are watched, or one file.
    every : float
        Seconds between two looks.
    once : bool
        End after one interval; else this never ends.

    Raises
    ------
    InputError
        If there is no file or folder at the path when the watch begins.
    """
    if not path.exists():
        raise InputError(f"there is no file or folder {str(path)!r}")
    given: dict[Path, _Stamp] = {}
    before = _stamps(path)
    while True:
        time.sleep(every)
        now = _stamps(path)
        for file, stamp in now.items():
            if before.get(file) == stamp != given.get(file):
                given[file] = stamp
                yield file
        if once:
            return
        given = {file: stamp for file, stamp in given.items() if file in now}  # a watch may last for years
        before = now


def _stamps(path: Path) -> dict[Path, _Stamp]:
    """The files to read with their stamps, by name; a file that disappears meanwhile is left out."""
    found: dict[Path, _Stamp] = {}
    for file in sorted(path.iterdir()) if path.is_dir() else [path]:
        try:
            status = file.stat()
        except OSError:
            continue
        if file == path or _is_watched(file):
            found[file] = status.st_mtime_ns, status.st_size
    return found


def _is_watched(file: Path) -> bool:
    return inner_suffix(file) in FILE_OPENERS and not is_hidden(file.name) and file.is_file()


def file_token(file: Path) -> str:
    """The token of a file as it is now: a hash of its path, of when it was changed, and of its bytes.

    The moment is in it because a file may return to earlier words, which then are to be read again. All is in one
    hash because the token stays in the store when articles are removed, and a name may be the id of an article.
    """
    digest = hashlib.blake2b(f"{file.resolve()}\n{file.stat().st_mtime_ns}\n".encode(errors="surrogateescape"))
    with file.open("rb") as opened_file:
        while block := opened_file.read(_READ_BYTES):
            digest.update(block)
    return f"file:{digest.hexdigest()[:32]}"
