from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import newsdedup as nd
from newsdedup.support import descriptors
from newsdedup.support.descriptors import descriptor_path, path_of_open_file
from newsdedup.support.whole_files import whole_file

pytestmark = pytest.mark.skipif(not os.path.lexists("/dev/fd/1"), reason="the system has no paths of descriptors")
CODE = "import sys\nfrom newsdedup.support.whole_files import whole_file\nprint('printed')\n"


def written(path: str) -> str:
    return f"{CODE}with whole_file({path!r}) as f: f.write(b'result')"


@pytest.mark.parametrize("path", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
def test_what_a_file_has_stays_when_standard_output_is_redirected_to_it(path: str, tmp_path: Path) -> None:
    if not os.path.lexists(path):
        pytest.skip("the system has no such path")
    log = tmp_path / "log"
    log.write_text("earlier\n")
    with log.open("ab") as file:
        subprocess.run([sys.executable, "-c", written(path)], stdout=file, check=True)
        file.write(b" and later")
    assert log.read_text() == "earlier\nprinted\nresult and later"


def test_a_link_to_standard_output_and_a_deleted_file_are_written_to_as_they_are(tmp_path: Path) -> None:
    log, link = tmp_path / "log", tmp_path / "link"
    link.symlink_to("/dev/stdout")
    with log.open("w+b") as file:
        log.unlink()
        subprocess.run([sys.executable, "-c", written(str(link))], stdout=file, check=True)
        file.seek(0)
        assert file.read() == b"printed\nresult"
    assert (link.is_symlink(), list(tmp_path.iterdir())) == (True, [link])


def test_the_descriptor_of_this_process_is_written_to_where_it_is(tmp_path: Path) -> None:
    with (tmp_path / "log").open("wb", buffering=0) as file:
        file.write(b"one ")
        with whole_file(f"/dev/fd/{file.fileno()}") as written_to:
            written_to.write(b"two ")
        file.write(b"three")
    assert (tmp_path / "log").read_bytes() == b"one two three"


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="the system does not show other processes")
def test_the_descriptor_of_another_process_is_appended_to(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_bytes(b"earlier ")
    with log.open("ab") as file, subprocess.Popen(["sleep", "60"], stdout=file) as other:
        try:
            with whole_file(f"/proc/{other.pid}/fd/1") as written_to:
                written_to.write(b"later")
        finally:
            other.kill()
    assert log.read_bytes() == b"earlier later"


def test_a_descriptor_that_is_not_open_is_an_error_that_names_it() -> None:
    with pytest.raises(OSError, match="not written: '/dev/fd/987'"), whole_file("/dev/fd/987"):
        pass


def test_other_files_have_no_descriptor_in_their_path(tmp_path: Path) -> None:
    (tmp_path / "one").symlink_to("two")
    (tmp_path / "two").symlink_to("one")
    (tmp_path / "1").touch()
    assert [descriptor_path(tmp_path / name) for name in ("one", "1", "missing")] == [None] * 3
    assert descriptor_path(Path("/dev/null")) is None


def test_a_pipe_is_written_to_when_somebody_reads_it(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    found: list[bytes] = []
    reader = threading.Thread(target=lambda: found.append(pipe.read_bytes()))
    reader.start()
    with whole_file(pipe) as file:
        file.write(b"x" * 200_000)
    reader.join()
    assert found == [b"x" * 200_000]


def test_a_pipe_that_nobody_reads_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(descriptors, "_WAIT_SECONDS", 0.1)
    os.mkfifo(tmp_path / "pipe")
    with (
        pytest.raises(nd.SettingError, match=r"pipe' is a pipe from which nobody reads: start what reads from it"),
        whole_file(tmp_path / "pipe"),
    ):
        pass


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write to every pipe")
def test_a_pipe_that_is_not_for_this_user_is_an_error_that_names_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe", 0o400)
    with pytest.raises(PermissionError, match=r"not written: '.*pipe'"), whole_file(tmp_path / "pipe"):
        pass


def test_an_open_file_has_the_path_that_the_system_knows_or_the_one_of_its_opening(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.touch()
    with os.fdopen(os.open(path, os.O_RDONLY), "rb") as file:
        assert path_of_open_file(file) == os.path.realpath(path)
    with path.open("rb") as file:
        pass
    assert path_of_open_file(file) == str(path)
    assert path_of_open_file([]) is None
