from __future__ import annotations

import gzip
import io
import json
import os
import stat
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsdedup as nd
from newsdedup.articles.files.compression import SUFFIXES
from newsdedup.support import whole_files
from newsdedup.support.whole_files import COMPRESSORS, compressing, json_bytes, whole_file

DECIMALS = st.decimals(allow_nan=False, allow_infinity=False)


def test_an_error_while_writing_leaves_the_earlier_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    path.write_bytes(b"earlier")
    with pytest.raises(OSError, match="full"), whole_file(path) as file:
        file.write(b"half of i")
        raise OSError("the disk is full")
    assert path.read_bytes() == b"earlier"
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_has_the_usual_rights_and_an_earlier_one_keeps_its_own(tmp_path: Path) -> None:
    path, usual = tmp_path / "events.jsonl", tmp_path / "usual"
    usual.touch()
    with whole_file(path) as file:
        file.write(b"one")
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)
    path.chmod(0o640)
    with whole_file(path) as file:
        file.write(b"two")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"two", 0o640)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    link.symlink_to(target)
    with whole_file(link) as file:
        file.write(b"one")
    assert link.is_symlink()
    assert target.read_bytes() == b"one"


@pytest.mark.skipif(not os.path.lexists("/dev/stdout"), reason="there is no such device")
def test_a_pipe_as_standard_output_is_written_to_as_it_is() -> None:
    code = "from newsdedup.support.whole_files import whole_file\nwith whole_file('/dev/stdout') as f: f.write(b'one')"
    done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, check=True)
    assert done.stdout == b"one"


@pytest.mark.skipif(not os.access("/dev/null", os.W_OK), reason="there is no such device")
def test_a_device_is_written_to_as_it_is() -> None:
    with whole_file("/dev/null") as file:
        file.write(b"one")
    assert not Path("/dev/null").is_file()


def test_a_folder_that_does_not_exist_or_is_the_path_itself_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(nd.SettingError, match="does not exist: create"), whole_file(tmp_path / "no" / "x.jsonl"):
        pass
    with pytest.raises(nd.SettingError, match="is a folder: give the path of a file in it"), whole_file(tmp_path):
        pass


@pytest.mark.parametrize("suffix", ["", *COMPRESSORS])
def test_what_is_compressed_is_read_as_any_input(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"news.jsonl{suffix}"
    with whole_file(path) as file, compressing(file, suffix) as plain:
        plain.write(b'{"id": "a", "text": "Tin"}\n')
    assert [article.id for article in nd.read_articles(path)] == ["a"]


def test_every_compression_that_is_read_is_written() -> None:
    assert tuple(COMPRESSORS) == SUFFIXES


def test_compressed_bytes_depend_on_the_content_alone() -> None:
    def packed() -> bytes:
        file = io.BytesIO()
        with compressing(file, ".gz") as plain:
            plain.write(b"news")
        return file.getvalue()

    assert packed() == packed()
    assert gzip.decompress(packed()) == b"news"


def test_zstandard_that_is_missing_is_an_error_that_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("compression", "compression.zstd", "zstandard"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(nd.MissingExtraError, match="zstandard"):
        whole_files._zstandard_writer(io.BytesIO())


@given(
    st.lists(st.decimals(allow_nan=False, allow_infinity=False) | st.text() | st.integers()), st.sampled_from([None, 2])
)
def test_json_has_every_digit_of_a_decimal(values: list[Any], indent: int | None) -> None:
    read = json.loads(json_bytes({"values": values}, indent=indent), parse_float=Decimal)["values"]
    assert read == values
    assert all(
        isinstance(one, int | Decimal) for one, given in zip(read, values, strict=True) if isinstance(given, Decimal)
    )


def test_what_json_does_not_have_is_an_error() -> None:
    with pytest.raises(TypeError, match="of type set cannot be written as JSON"):
        json_bytes({"ids": {1}})


def test_an_input_is_not_written_over_by_any_spelling_or_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "sub").mkdir()
    Path("news.jsonl").write_text("earlier")
    Path("symbolic").symlink_to("news.jsonl")
    os.link("news.jsonl", "hard")
    for spelling in ("news.jsonl", "./news.jsonl", "sub/../news.jsonl", "~/news.jsonl", "symbolic", "hard"):
        with (
            pytest.raises(nd.SettingError, match=r"is the input itself, '.*news\.jsonl': write to another"),
            whole_file(spelling, inputs=[tmp_path / "missing", "news.jsonl"]) as file,
        ):
            file.write(b"lost")
    assert Path("news.jsonl").read_text() == "earlier"


def test_an_open_file_is_an_input_too(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text("earlier")
    with path.open("rb") as file, pytest.raises(nd.SettingError, match="is the input"):
        whole_files.refuse_input(path, [file.fileno()])


def test_a_tilde_is_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    with whole_file("~/note.txt") as file:
        file.write(b"one")
    assert (tmp_path / "note.txt").read_bytes() == b"one"
    with pytest.raises(nd.SettingError, match="does not exist: create '~nobody"), whole_file("~nobody-of-this-name/x"):
        pass


@pytest.mark.skipif(not os.access("/dev/full", os.W_OK), reason="there is no such device")
def test_a_full_device_is_an_error_that_names_it() -> None:
    with (
        pytest.raises(OSError, match="No space left on device: not written: '/dev/full'"),
        whole_file("/dev/full") as f,
    ):
        f.write(b"x" * 100_000)


def test_an_error_names_the_file_and_not_the_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "events.jsonl"
    path.write_bytes(b"earlier")

    def denied(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(whole_files.os, "fsync", denied)
    with pytest.raises(PermissionError, match=r"not written: '.*events\.jsonl'$"), whole_file(path) as file:
        file.write(b"new")
    assert (list(tmp_path.iterdir()), path.read_bytes()) == ([path], b"earlier")


def test_a_killed_process_leaves_the_earlier_file_and_a_hidden_part_that_names_it(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    path.write_bytes(b"earlier")
    code = (
        "import os, sys\nfrom newsdedup.support.whole_files import whole_file\n"
        "with whole_file(sys.argv[1]) as f:\n f.write(b'x' * 100_000)\n os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert path.read_bytes() == b"earlier"
    assert [one.name[:14] for one in tmp_path.iterdir() if one != path] == [".events.jsonl."]


def test_the_files_that_sqlite_keeps_beside_a_database_are_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "desk.db").write_bytes(b"SQLite format 3\0...")
    (tmp_path / "link.db-wal").symlink_to("desk.db-wal")
    (tmp_path / "notes").write_text("no database")
    for name in ("desk.db-wal", "desk.db-shm", "desk.db-journal", "link.db-wal"):
        with pytest.raises(nd.SettingError, match=r"keeps beside the database 'desk\.db': write to another"):
            whole_files.writable(tmp_path / name)
    for name in ("notes-wal", "other.db-wal", "-wal"):
        assert whole_files.writable(tmp_path / name) == tmp_path / name
