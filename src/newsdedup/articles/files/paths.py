"""Files at paths: one file, a folder with the folders below it, or all that match a pattern."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from difflib import get_close_matches
from fnmatch import fnmatchcase
from glob import glob, iglob
from pathlib import Path, PurePosixPath
from typing import Final

from attrs import field, frozen

from newsdedup.articles.fields import KNOWN_NAMES
from newsdedup.articles.files.compression import SUFFIXES, InputFile, inner_suffix
from newsdedup.articles.files.delimited import names_columns, open_csv, open_tsv
from newsdedup.articles.files.excel import open_excel
from newsdedup.articles.files.feeds import open_feed
from newsdedup.articles.files.json_rows import open_json, open_json_lines
from newsdedup.articles.files.parquet import open_parquet
from newsdedup.articles.files.plain_text import open_text
from newsdedup.articles.files.rows import BadRow, Row, SourceRows
from newsdedup.support.arguments import LONGEST_FILE_NAME, user_path
from newsdedup.support.errors import InputError, MissingExtraError, in_message, pass_on_interruption
from newsdedup.support.folded_names import folded_name
from newsdedup.support.progress import log

FileOpener = Callable[[InputFile, Collection[str] | None, str | None], SourceRows]


def _open_txt(file: InputFile, wanted: Collection[str] | None, encoding: str | None) -> SourceRows:
    """The row of a text file; the rows of one that is a table, as Excel saves "Unicode text"."""
    opener = open_tsv if names_columns(file, wanted or KNOWN_NAMES, encoding) else open_text
    return opener(file, wanted, encoding)


FILE_OPENERS: Final[Mapping[str, FileOpener]] = {
    ".txt": _open_txt,
    ".jsonl": open_json_lines,
    ".ndjson": open_json_lines,
    ".json": open_json,
    ".csv": open_csv,
    ".tsv": open_tsv,
    ".parquet": open_parquet,
    ".xlsx": open_excel,
    ".xlsm": open_excel,
    ".rss": open_feed,
    ".atom": open_feed,
    ".xml": open_feed,
}
_ADDRESS_START: Final = re.compile(r"[a-z][a-z0-9+.-]+:/", re.IGNORECASE)  # a path has one slash less than the address
_WEB: Final = ("http:", "https:")
_ONLY_ADDRESS: Final = re.compile(
    r"[a-z][a-z0-9+.-]*://\S+|www\.\S+|(?:doi:\s?)?10\.\d{4,9}/\S+|(?:mailto:)?[^\s@]+@[^\s@]+\.[^\s@.]+", re.IGNORECASE
)
_SYSTEM_FILES: Final = frozenset(("thumbs.db", "desktop.ini"))
_WILDCARD: Final = re.compile(r"[*?[]")
_FILE_NAME: Final = re.compile(
    rf"[^\n]{{1,{LONGEST_FILE_NAME}}}(?:{'|'.join(map(re.escape, FILE_OPENERS))})"
    rf"(?:{'|'.join(map(re.escape, SUFFIXES))})?",
    re.IGNORECASE,
)
_MAY_HOLD_ARTICLES: Final = frozenset(  # suffixes of documents, tables and archives that are not read
    (
        *(".htm", ".html", ".xhtml", ".mht", ".doc", ".docx", ".odt", ".rtf", ".pdf", ".epub", ".eml", ".mbox"),
        *(".xls", ".xlsb", ".ods", ".dta", ".sav", ".rds", ".pkl", ".pickle", ".feather", ".arrow", ".ipc", ".orc"),
        *(".avro", ".yaml", ".yml", ".sql", ".db", ".sqlite", ".warc", ".zip", ".tar", ".tgz", ".7z", ".rar"),
    )
)
_LONGEST_PATH: Final = 1000  # characters of a name of a file with its folders
_REMEDIES_BY_SUFFIX: Final[Mapping[str, str]] = {  # for files of some kinds
    **dict.fromkeys((".xls", ".xlsb", ".ods"), "save it as .xlsx, or as CSV UTF-8"),
    **dict.fromkeys((".zip", ".tar", ".tgz", ".7z", ".rar"), "unpack it, and give the folder"),
    **dict.fromkeys((".htm", ".html", ".xhtml"), "put the page into the field text of a .jsonl file, or save its text"),
    **dict.fromkeys((".doc", ".docx", ".odt", ".rtf", ".pdf", ".epub", ".md", ".log"), "save its text as .txt"),
    "": "give it one of these suffixes, or give - for standard input",
}
_SHOWN_FILES: Final = 3
_SHOWN_PATH: Final = 120  # characters
_SHOWN_START: Final = 40  # of a longer one
_SHOWN_END: Final = 60


@frozen
class _Found:
    """The files below a folder, or those that match a pattern; `root` is what their names are relative to."""

    root: Path
    files: list[Path] = field(factory=list)
    n_hidden: int = 0
    problems: list[OSError] = field(factory=list)  # folders that cannot be listed
    others: list[Path] = field(factory=list)  # pipes, sockets, devices and links to nothing

    @property
    def of_known_kinds(self) -> list[Path]:
        """Those that are read."""
        return [path for path in self.files if inner_suffix(path) in FILE_OPENERS]

    def remarks(self) -> list[str]:
        """What is said of what is left out."""
        odd = [_shown_name(path, self.root) for path in self.others if inner_suffix(path) in FILE_OPENERS]
        one, several = "a pipe, a socket, a device or a link to nothing", "pipes, sockets, devices or links to nothing"
        return [*_left_out(odd, "path", one, several), *self._files_of_other_kinds()]

    def _files_of_other_kinds(self) -> list[str]:
        others = [_shown_name(path, self.root) for path in self.files if inner_suffix(path) not in FILE_OPENERS]
        if others or self.n_hidden:
            names = ", ".join(others)
            log.debug("%d hidden files left out, and %d of other kinds: %s", self.n_hidden, len(others), names)
        lost = [name for name in others if inner_suffix(PurePosixPath(name)) in _MAY_HOLD_ARTICLES]
        return _left_out(lost, "file", *["of a kind that is not read"] * 2)


def _left_out(names: Sequence[str], noun: str, one: str, several: str) -> list[str]:
    """A remark on what is left out, if anything is."""
    if not names:
        return []
    shown = ", ".join(map(repr, names[:_SHOWN_FILES]))
    more = f" and {len(names) - _SHOWN_FILES} more" if len(names) > _SHOWN_FILES else ""
    is_one = len(names) == 1
    count = (
        f"1 {noun} is left out, which is {one}" if is_one else f"{len(names)} {noun}s are left out, which are {several}"
    )
    return [f"{count}: {shown}{more}"]


def open_path(given: str, wanted: Collection[str] | None, encoding: str | None) -> SourceRows:
    """The rows of a file, of a folder and those below it, or of the files that match a pattern.

    Raises
    ------
    InputError
        If there is no file at the path, none matches, or newsdedup does not read files of its kind.
    """
    if _ADDRESS_START.match(given) and (given.lower().startswith(_WEB) or not _is_there(Path(given))):
        raise InputError(f"{given!r} is an address: nothing is fetched; download it and pass the file or its bytes")
    path = user_path(given)
    if not _is_there(path):
        return _open_found(_matching(str(path)), wanted, encoding)
    if path.is_dir():
        return _open_found(_below(path), wanted, encoding)
    opener = FILE_OPENERS.get(inner_suffix(path))
    if opener is None:
        known = f"{', '.join(FILE_OPENERS)}, each also with {', '.join(SUFFIXES)}"
        remedy = _REMEDIES_BY_SUFFIX.get(inner_suffix(path), "")
        also = f"; {remedy}" if remedy else ""
        raise InputError(f"{path.name!r} cannot be read: use {known}, or a folder of such files{also}")
    return opener(InputFile.at(path), wanted, encoding)


def files_at(given: str) -> list[Path]:
    """All files that are read from a path: the file itself, those below a folder, or those that match a pattern."""
    path = user_path(given)
    if _is_there(path):
        return _below(path).of_known_kinds if path.is_dir() else [path]
    return _matching(str(path)).of_known_kinds if _WILDCARD.search(given) and _matches_any(str(path)) else []


def _matches_any(pattern: str) -> bool:
    return any(True for _ in iglob(pattern, recursive=True))  # noqa: PTH207 as in `_matching`


def would_be_read(given: str, file: Path) -> bool:
    """Whether a file that is not yet there would be read from a path: below a folder, or as a match of a pattern."""
    path = user_path(given)
    place = Path(os.path.realpath(file))
    if inner_suffix(place) not in FILE_OPENERS:
        return False
    if path.is_dir():
        root = Path(os.path.realpath(path))
        return root in place.parents and not _is_hidden(place.relative_to(root).parts)
    if not _WILDCARD.search(given):
        return False
    root = Path(os.path.realpath(fixed := _fixed_part(str(path))))
    below = place.relative_to(root).parts if root in place.parents else ()
    pattern = path.parts[len(fixed.parts) :]
    return not _is_hidden(below) and any(_fits_pattern(below[:end], pattern) for end in range(1, len(below) + 1))


def _is_hidden(parts: Sequence[str]) -> bool:
    return any(part.startswith(".") for part in parts)


def _fits_pattern(parts: Sequence[str], pattern: Sequence[str]) -> bool:
    """Whether the parts of a path match those of a pattern, ``**`` any number of them."""
    if not pattern:
        return not parts
    if pattern[0] == "**":
        return any(_fits_pattern(parts[skipped:], pattern[1:]) for skipped in range(len(parts) + 1))
    return bool(parts) and fnmatchcase(parts[0], pattern[0]) and _fits_pattern(parts[1:], pattern[1:])


def rows_of_path(given: str, wanted: Collection[str] | None, encoding: str | None, remarks: list[str]) -> Iterator[Row]:
    """The rows of a path among other rows; what cannot be opened is one bad row. Remarks are added to `remarks`."""
    try:
        opened = open_path(given, wanted, encoding)
        yield from _rows_or_why_none(opened, wanted)
        remarks += opened.remarks
    except (InputError, MissingExtraError) as problem:
        yield BadRow(Path(given).stem or None, str(problem))


def require_texts(items: Sequence[object]) -> None:
    """Raise an error if all strings of a list are addresses, or names of files, which a list holds as `Path` objects.

    Raises
    ------
    InputError
    """
    texts = [one for one in items if isinstance(one, str)]
    if not texts or not all(isinstance(one, str | os.PathLike) for one in items):
        return
    if all(map(is_address, texts)):
        raise InputError(
            f"the strings of this list are addresses, as {in_message(texts[0])}, and a str there is a text: nothing "
            "is fetched; give the texts, or rows such as {'url': …, 'text': …}"
        )
    if all(map(names_a_path, texts)):
        raise InputError(
            "the strings of this list are names of files or folders, and a str in a list is a text: "
            f"give Path objects, [Path({texts[0]!r}), …], a folder, or a pattern such as 'news/*.jsonl'"
        )


def is_address(text: str) -> bool:
    """Whether a text is nothing but an address: of a page, of mail, or a DOI."""
    return len(text) <= _LONGEST_PATH and _ONLY_ADDRESS.fullmatch(text.strip()) is not None


def names_a_file(text: str) -> bool:
    """Whether a text is the name of a file that is there, of a kind that is read."""
    return bool(_FILE_NAME.fullmatch(text)) and _is_there(Path(text))


def names_a_path(text: str) -> bool:
    """Whether a text is the name of a file or a folder, or a pattern of such names, and no text of an article."""
    if len(text) > _LONGEST_PATH or "\n" in text or not re.search(r"\w", text):
        return False
    is_named = bool(_FILE_NAME.fullmatch(text)) or text.endswith(("/", os.sep))
    if is_named and not re.search(r"\s", text):
        return True
    return ("/" in text or os.sep in text or is_named or not re.search(r"\s", text)) and _is_there(Path(text))


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError) as problem:  # too long for a name, or with a NUL: a text was given as a path
        pass_on_interruption(problem)
        return False


def _matching(pattern: str) -> _Found:
    """The files that match a pattern, with those below the folders that do."""
    is_pattern = bool(_WILDCARD.search(pattern))
    matches = sorted(map(Path, glob(pattern, recursive=True))) if is_pattern else []  # noqa: PTH207 it leaves hidden files out, and takes absolute patterns
    if not matches:
        raise InputError(_why_missing(pattern, is_pattern=is_pattern))
    found = _Found(_fixed_part(pattern))
    for path in matches:
        below = _below(path) if path.is_dir() else _sorted_out(path, [path])
        found.files.extend(below.files)
        found.problems.extend(below.problems)
        found.others.extend(below.others)
    found.files[:] = sorted(dict.fromkeys(found.files))
    return found


def _why_missing(given: str, *, is_pattern: bool) -> str:
    """Why nothing can be read at a path or for a pattern."""
    name = given if len(given) <= _SHOWN_PATH else f"{given[:_SHOWN_START]} … {given[-_SHOWN_END:]}"
    if is_pattern:
        return f"there is no file or folder that matches {name!r}"
    path = Path(given)
    with suppress(OSError, ValueError):
        if path.is_symlink():
            return f"{name!r} is a link to {os.readlink(path)!r}, where nothing is"  # noqa: PTH115 of any length
    try:
        names = [one.name for one in path.parent.iterdir() if not is_hidden(one.name)]
    except PermissionError as problem:
        return f"{name!r} cannot be read: {problem.strerror}"
    except (OSError, ValueError):
        names = []
    near = get_close_matches(path.name, names, n=1) if len(path.name) <= _SHOWN_PATH else []
    hint = f"; there is {near[0]!r}" if near else ""
    text_hint = "; a text goes into a list, [text], and a feed goes in as bytes" if " " in given else ""
    return f"there is no file or folder {name!r}{hint}{text_hint}"


def _fixed_part(pattern: str) -> Path:
    """The folder of a pattern above its first part with a wildcard."""
    parts = Path(pattern).parts
    first = next(place for place, part in enumerate(parts) if _WILDCARD.search(part))
    return Path(*parts[:first])


def _below(folder: Path) -> _Found:
    """The files in a folder and in those below it, by path; hidden files and folders are left out."""
    files: list[Path] = []
    problems: list[OSError] = []
    n_hidden, visited = 0, {os.path.realpath(folder)}
    for place, folders, names in os.walk(folder, followlinks=True, onerror=problems.append):
        n_hidden += sum(map(is_hidden, (*folders, *names)))
        here = [(name, os.path.realpath(Path(place, name))) for name in folders if not is_hidden(name)]
        folders[:] = [name for name, real in here if real not in visited]  # a link may lead back
        visited.update(real for _, real in here)
        files += (Path(place, name) for name in names if not is_hidden(name))
    return _sorted_out(folder, sorted(files), n_hidden, problems)


def _sorted_out(root: Path, paths: Sequence[Path], n_hidden: int = 0, problems: Sequence[OSError] = ()) -> _Found:
    """The files among paths, and what is no file."""
    is_file = {path: path.is_file() for path in paths}
    others = [path for path in paths if not is_file[path]]
    return _Found(root, [path for path in paths if is_file[path]], n_hidden, list(problems), others)


def is_hidden(name: str) -> bool:
    """Whether a file or folder of this name is left out of the folder that it is in: locks, and files of systems."""
    return name.startswith((".", "~$")) or name.casefold() in _SYSTEM_FILES


def _open_found(found: _Found, wanted: Collection[str] | None, encoding: str | None) -> SourceRows:
    return SourceRows(_rows_of_files(found, wanted, encoding), remarks=found.remarks())


def _rows_of_files(found: _Found, wanted: Collection[str] | None, encoding: str | None) -> Iterator[Row]:
    """The rows of files, one after the other; a file or a folder that cannot be read is one bad row."""
    for problem in found.problems:
        yield BadRow(None, f"the folder {str(problem.filename)!r} cannot be read: {problem.strerror}")
    for path in found.of_known_kinds:
        opener = FILE_OPENERS[inner_suffix(path)]
        file = InputFile.at(path, _shown_name(path, found.root))
        try:
            for row in _rows_or_why_none(opener(file, wanted, encoding), wanted):
                yield BadRow(row.id, _of_file(file, row.reason)) if isinstance(row, BadRow) else row
        except (InputError, MissingExtraError) as problem:
            yield BadRow(file.stem, _of_file(file, str(problem)))


def _rows_or_why_none(opened: SourceRows, wanted: Collection[str] | None) -> Iterator[Row]:
    """The rows of a file among others; one bad row for a table without rows that names no field of an article.

    Such a file is hardly a table: its first line, which may be all of it, was taken for the names of columns.
    """
    row = None
    for row in opened:
        yield row
    names = opened.column_names
    if row is None and names and wanted and set(wanted).isdisjoint(map(folded_name, names)):
        yield BadRow(None, f"it has no rows, and its columns {_shown_list(names)} are not those of articles")


def _shown_list(names: Sequence[str]) -> str:
    shown = ", ".join(repr(name[:_SHOWN_START]) for name in names[:_SHOWN_FILES])
    return f"{shown} …" if len(names) > _SHOWN_FILES else shown


def _of_file(file: InputFile, reason: str) -> str:
    return reason if file.name in reason else f"{file.name}: {reason}"


def _shown_name(path: Path, root: Path) -> str:
    """The path below a folder, with slashes."""
    return path.relative_to(root).as_posix() if path != root else path.name
