"""Where compiled code is kept, and that it is never wrong, unsafe or in the way."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from newsdedup.kernels import machine_code
from newsdedup.kernels.jit import kernel

posix = pytest.mark.skipif(not hasattr(os, "getuid"), reason="owners and permissions of POSIX systems")


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The user's folders are below `tmp_path`, and nothing has been chosen yet."""
    monkeypatch.delenv("NUMBA_CACHE_DIR", raising=False)
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "user"))
    monkeypatch.setattr(machine_code.tempfile, "tempdir", str(tmp_path))
    for name in list(machine_code.when_compiling):
        monkeypatch.delitem(machine_code.when_compiling, name)
    for cached in (machine_code.code_folder, machine_code.version_digest, machine_code._announce):
        cached.cache_clear()
    yield tmp_path
    for cached in (machine_code.code_folder, machine_code.version_digest, machine_code._announce):
        cached.cache_clear()


def _not_a_folder(path: Path) -> Path:
    """A path below which nothing can be made, not even by root."""
    path.write_text("")
    return path


def _doubled(values: Any) -> int:
    return int(2 * values[0])


def _hits_and_misses(loop: Any) -> tuple[int, int]:
    assert loop(np.ones(1, np.int64)) == 2
    return sum(loop.stats.cache_hits.values()), sum(loop.stats.cache_misses.values())


def test_the_variable_names_the_folder(folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(folders / "given"))
    assert machine_code.code_folder() == folders / "given/newsdedup" / machine_code.version_digest()


def test_without_it_the_caches_of_the_user_are_the_place(folders: Path) -> None:
    folder = machine_code.code_folder()
    assert folder is not None and folder.is_relative_to(folders / "user")


@pytest.mark.parametrize("platform", ["win32", "darwin", "linux"])
def test_every_system_has_a_place_for_caches(platform: str, folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine_code.sys, "platform", platform)
    assert machine_code._user_caches().is_relative_to(folders / "user")


def test_where_the_home_cannot_be_written_a_temporary_folder_is_used_and_said_once(
    folders: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(_not_a_folder(folders / "file")))
    folder = machine_code.code_folder()
    assert machine_code.code_folder() == folder
    assert folder is not None and folder.parent.name.startswith("newsdedup")
    assert folder.parent.parent == folders
    assert [one.getMessage() for one in caplog.records] == [
        f"{folders / 'file' / 'newsdedup'} cannot be used: compiled code is kept in {folder}"
    ]


def test_where_nothing_can_be_written_kernels_run_all_the_same(
    folders: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    nowhere = str(_not_a_folder(folders / "file"))
    monkeypatch.setenv("NUMBA_CACHE_DIR", nowhere)
    monkeypatch.setattr(machine_code.tempfile, "tempdir", nowhere)
    assert _hits_and_misses(kernel(_doubled)) == (0, 1)
    assert machine_code.code_folder() is None
    assert "code is compiled in each process" in caplog.text
    assert kernel(_doubled).stats.cache_path is None


def test_without_temporary_files_kernels_run_all_the_same(
    folders: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def none_to_be_had() -> str:
        raise FileNotFoundError("No usable temporary directory found")

    monkeypatch.setenv("NUMBA_CACHE_DIR", str(_not_a_folder(folders / "file")))
    monkeypatch.setattr(machine_code.tempfile, "gettempdir", none_to_be_had)
    assert machine_code.code_folder() is None
    assert "code is compiled in each process" in caplog.text


def test_for_a_user_without_a_home_no_folder_is_made_where_the_process_runs(
    folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name)
    monkeypatch.setattr(machine_code.os.path, "expanduser", lambda path: path)  # as with an unknown user id
    monkeypatch.chdir(folders)
    folder = machine_code.code_folder()
    assert folder is not None and folder.is_relative_to(folders)
    assert not (folders / "~").exists()


@posix
def test_a_folder_that_others_can_write_is_not_used(folders: Path) -> None:
    unsafe = folders / "user/newsdedup"
    unsafe.mkdir(parents=True)
    unsafe.chmod(0o777)
    folder = machine_code.code_folder()
    assert folder is not None and not folder.is_relative_to(unsafe)


@posix
def test_a_link_in_place_of_the_folder_is_not_followed(folders: Path) -> None:
    (folders / "elsewhere").mkdir()
    (folders / "user").mkdir()
    (folders / "user/newsdedup").symlink_to(folders / "elsewhere")
    folder = machine_code.code_folder()
    assert folder is not None and not folder.is_relative_to(folders / "user")


@posix
def test_the_folder_is_for_this_user_only(folders: Path) -> None:
    folder = machine_code.code_folder()
    assert folder is not None and folder.stat().st_mode & 0o777 == 0o700


def test_a_filled_folder_need_not_be_writable(folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _hits_and_misses(kernel(_doubled)) == (0, 1)
    machine_code.code_folder.cache_clear()
    monkeypatch.setattr(machine_code.tempfile, "TemporaryFile", lambda **_: pytest.fail("it is not to be written"))
    assert _hits_and_misses(kernel(_doubled)) == (1, 0)


def test_a_kernel_is_compiled_once(folders: Path) -> None:
    assert _hits_and_misses(kernel(_doubled)) == (0, 1)
    assert _hits_and_misses(kernel(_doubled)) == (1, 0)
    assert kernel(_doubled).stats.cache_path == str(machine_code.code_folder())


@pytest.mark.parametrize("left", [0, 10, 500])
def test_a_file_that_was_cut_short_is_compiled_again(left: int, folders: Path) -> None:
    _hits_and_misses(kernel(_doubled))
    (file,) = machine_code.code_folder().iterdir()
    file.write_bytes(file.read_bytes()[:left])
    assert _hits_and_misses(kernel(_doubled)) == (0, 1)
    assert _hits_and_misses(kernel(_doubled)) == (1, 0)


def test_a_full_disk_costs_time_only(
    folders: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(path: Path, content: bytes) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    assert _hits_and_misses(kernel(_doubled)) == (0, 1)
    assert "No space left on device" in caplog.text
    assert list(machine_code.code_folder().iterdir()) == []


def test_a_change_in_any_source_of_the_kernels_makes_another_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "helper.py").write_text("LIMIT = 1")
    monkeypatch.setattr(machine_code.resources, "files", lambda package: tmp_path)
    before = machine_code.version_digest()
    machine_code.version_digest.cache_clear()
    (tmp_path / "helper.py").write_text("LIMIT = 2")
    assert machine_code.version_digest() != before


def test_another_version_of_numba_makes_another_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    before = machine_code.version_digest()
    machine_code.version_digest.cache_clear()
    monkeypatch.setattr(machine_code.metadata, "version", lambda name: "0.0")
    assert machine_code.version_digest() != before


def test_code_that_checks_indices_is_in_another_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    before = machine_code.version_digest()
    machine_code.version_digest.cache_clear()
    monkeypatch.setenv("NUMBA_BOUNDSCHECK", "1")
    assert machine_code.version_digest() != before


def test_folders_of_old_versions_are_removed(folders: Path) -> None:
    old = [folders / "user/newsdedup" / f"version{number}" for number in range(12)]
    for number, folder in enumerate(old):
        folder.mkdir(parents=True)
        os.utime(folder, (number, number))
    assert machine_code.code_folder() is not None
    assert [folder.exists() for folder in old] == [False] * 4 + [True] * 8


def test_whoever_asks_hears_when_a_kernel_is_compiled_and_when_it_is_done(
    folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[bool] = []
    monkeypatch.setitem(machine_code.when_compiling, "test", heard.append)
    for _ in range(2):
        loop = kernel(_doubled)
        _hits_and_misses(loop)
        loop(np.ones(1, np.float64))
    assert heard == [True, False] * 2  # two signatures, each once
