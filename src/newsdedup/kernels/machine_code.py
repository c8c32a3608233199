"""The machine code of kernels on disk: where it is kept, when it is valid, and who is told that there is none yet.

Numba's own cache stops the program where no folder can be written, and checks the file of a kernel only,
not the files of the functions that this kernel calls. Here the folder is named after everything that the
machine code depends on, each kernel's code for one signature is one file that is written at once, and a
file that cannot be written or read costs time only.
"""

from __future__ import annotations

import functools
import hashlib
import logging
import os
import pickle
import shutil
import stat
import sys
import tempfile
import uuid
from collections.abc import Callable
from contextlib import suppress
from importlib import metadata, resources
from pathlib import Path
from typing import Any, Final

from attrs import frozen

kernel_log: Final = logging.getLogger("newsdedup")
# Called with True before this process compiles a kernel, and with False when it is done.
when_compiling: Final[dict[str, Callable[[bool], None]]] = {}
_KEPT_VERSIONS: Final = 8  # folders of earlier versions
_DIGEST_BYTES: Final = 32
_PRIVATE: Final = 0o700
_READABLE: Final = 0o755  # a folder that the user names may serve other users too
_OTHERS_WRITE: Final = stat.S_IWGRP | stat.S_IWOTH


@functools.cache
def version_digest() -> str:
    """Digest of the sources of all kernels, the versions that compile them, and whether the code checks indices."""
    sources = sorted((one.name, one.read_bytes()) for one in resources.files(__package__).iterdir() if one.is_file())
    versions = [(name, metadata.version(name)) for name in ("numba", "llvmlite", "numpy")]
    checks = os.environ.get("NUMBA_BOUNDSCHECK", "")
    return hashlib.sha256(repr((sources, versions, sys.version, checks)).encode()).hexdigest()[:20]


@functools.cache
def code_folder() -> Path | None:
    """The folder of the machine code, chosen once; None where no folder can be used.

    The folder of the variable ``NUMBA_CACHE_DIR``, or that of the user's caches; otherwise a folder
    of this user among the temporary files.
    """
    given = os.environ.get("NUMBA_CACHE_DIR")
    chosen = Path(given or _user_caches()) / "newsdedup"
    if folder := _usable(chosen, _READABLE if given else _PRIVATE):
        return folder
    if folder := _usable(_temporary_folder(), _PRIVATE):
        kernel_log.warning("%s cannot be used: compiled code is kept in %s", chosen, folder)
        return folder
    kernel_log.warning("%s cannot be used: code is compiled in each process; NUMBA_CACHE_DIR names a folder", chosen)
    return None


def _user_caches() -> Path:
    """The folder of the user's caches, by the custom of each system."""
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - Path.home raises where there is no home
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData/Local")
    if sys.platform == "darwin":
        return home / "Library/Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")


def _temporary_folder() -> Path | None:
    """The folder of this user among the temporary files; None where there are no temporary files."""
    owner = f"newsdedup-{os.getuid()}" if hasattr(os, "getuid") else "newsdedup"
    try:
        return Path(tempfile.gettempdir()) / owner
    except OSError:
        return None


def _usable(parent: Path | None, mode: int) -> Path | None:
    """The folder of this version below `parent`, made where it is missing; None if it is not safe or not writable.

    One that is filled already need not be writable: an image of a container may bring it along.
    """
    if parent is None or parent.parts[:1] == ("~",):  # the system knows no home of this user
        return None
    folder = parent / version_digest()
    try:
        parent.mkdir(mode=mode, parents=True, exist_ok=True)
        is_new = not folder.exists()
        folder.mkdir(mode=mode, exist_ok=True)
        if not (_is_safe(parent) and _is_safe(folder)):
            return None
        if is_new:
            _remove_old_versions(parent)
        if not any(folder.iterdir()):
            tempfile.TemporaryFile(dir=folder).close()
    except OSError:
        return None
    return folder


def _is_safe(folder: Path) -> bool:
    """Whether only this user or root can have put files there: they are pickles, and hold code that is run."""
    if not hasattr(os, "getuid"):
        return True  # on Windows, these folders are the user's own
    found = folder.lstat()
    return stat.S_ISDIR(found.st_mode) and found.st_uid in (0, os.getuid()) and not found.st_mode & _OTHERS_WRITE


def _remove_old_versions(parent: Path) -> None:
    versions = sorted((one for one in parent.iterdir() if one.is_dir()), key=lambda one: one.stat().st_mtime)
    for old in versions[: -1 - _KEPT_VERSIONS]:
        shutil.rmtree(old, ignore_errors=True)


@frozen(eq=False)
class MachineCode:
    """The machine code of one kernel, as Numba's dispatcher asks for it and hands it over."""

    function: Callable[..., Any]

    @property
    def cache_path(self) -> str | None:
        """The folder, for Numba's statistics."""
        return str(code_folder() or "") or None

    def load_overload(self, signature: Any, target: Any) -> Any:
        """The compiled kernel for a signature, or None."""
        from numba.core.compiler import CompileResult

        target.refresh()
        payload = self._read(signature, target.codegen())
        if payload is None:
            _announce()
            _tell(begins=True)
            return None
        return CompileResult._rebuild(target, *pickle.loads(payload))  # type: ignore[no-untyped-call]

    def save_overload(self, signature: Any, compiled: Any) -> None:
        """Write the compiled kernel for a signature; where that fails, another process compiles it again."""
        from numba.core.serialize import dumps

        _tell(begins=False)
        if path := self._path(signature, compiled.codegen):
            payload: bytes = dumps(compiled._reduce())  # type: ignore[no-untyped-call]
            _write_at_once(path, hashlib.sha256(payload).digest() + payload)

    def enable(self) -> None:
        """Numba's dispatcher has this method; there is nothing to do."""

    disable = flush = enable

    def _path(self, signature: Any, codegen: Any) -> Path | None:
        folder = code_folder()
        key = hashlib.sha256(repr((signature, codegen.magic_tuple())).encode()).hexdigest()[:20]
        return folder and folder / f"{self.function.__module__.rpartition('.')[2]}.{self.function.__name__}.{key}"

    def _read(self, signature: Any, codegen: Any) -> bytes | None:
        """What is kept for a signature, if it is whole."""
        path = self._path(signature, codegen)
        try:
            content = path.read_bytes() if path else b""
        except OSError:
            return None
        digest, payload = content[:_DIGEST_BYTES], content[_DIGEST_BYTES:]
        return payload if hashlib.sha256(payload).digest() == digest else None


def _write_at_once(path: Path, content: bytes) -> None:
    """Write a file under another name first, so that no other process finds a part of it."""
    part = path.with_name(uuid.uuid4().hex)
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        kernel_log.warning("compiled code could not be kept in %s: %s", path.parent, error)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


@functools.cache
def _announce() -> None:
    """Say once in the log that kernels are compiled."""
    kernel_log.info("compiling for the first use; the code is kept in %s", code_folder() or "memory")


def _tell(*, begins: bool) -> None:
    for tell in when_compiling.values():
        tell(begins)
