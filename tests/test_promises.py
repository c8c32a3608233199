"""What SECURITY.md promises as a whole; the promises about one module are tested where it is."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import watched
from fuzz.targets.files import TARGETS

ROOT = Path(__file__).parents[1]
Event = list[str]
_SECRET = "nobody may read this"
_HOSTILE: dict[str, Callable[[str], str]] = {
    "entity.rss": lambda path: (
        f'<!DOCTYPE x [<!ENTITY f SYSTEM "file://{path}">]><rss version="2.0"><channel><item><guid>e</guid>'
        "<description>Lũ làm 12 người chết. &f;</description></item></channel></rss>"
    ),
    "entity.xml": lambda path: (
        f'<!DOCTYPE x SYSTEM "file://{path}"><feed xmlns="http://www.w3.org/2005/Atom" '
        f'xmlns:xi="http://www.w3.org/2001/XInclude"><entry><id>x</id><content>Lũ làm 12 người chết.'
        f'<xi:include href="file://{path}" parse="text"/></content></entry></feed>'
    ),
    "page.jsonl": lambda path: json.dumps(
        {
            "id": "p",
            "text": f"<html><head><link rel='stylesheet' href='file://{path}'></head><body><article><p>Lũ làm 12 người "
            f"chết ở Mai Pha.</p><img src='http://127.0.0.1:9/x'><iframe src='file://{path}'></iframe>"
            "<script>fetch('http://127.0.0.1:9')</script></article></body></html>",
            "url": "http://127.0.0.1:9/tin",
        }
    ),
    "names.jsonl": lambda path: "\n".join(
        json.dumps({"id": name, "text": text})
        for name, text in (
            ("../../etc/passwd", path),
            ("$(touch x)", "__import__('os').system('touch x')"),
            ("`touch x`", "{{7*7}} ${jndi:ldap://127.0.0.1:9/x} %s %n {0.__class__}"),
            ("=cmd|' /C calc'!A0", '=HYPERLINK("http://127.0.0.1:9") làm 12 người chết'),
            ("cos\nsystem\n(S'touch x'\ntR.", "!!python/object/apply:os.system ['touch x']"),
        )
    ),
    "table.csv": lambda path: f'id,text\n"c","{path}"\n"d","@{path} làm 12 người chết"\n',
    "addresses.txt": lambda path: f"http://127.0.0.1:9/feed.rss file://{path} {path}",
}


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Event], Path]:
    """What was opened and started, and the folder that everything that was named is in."""
    folder = tmp_path_factory.mktemp("promises")
    (folder / "in").mkdir()
    (folder / "out").mkdir()
    (folder / "temporary").mkdir()
    secret = folder / "secret"
    secret.write_text(_SECRET, encoding="utf-8")
    for name, content in _HOSTILE.items():
        (folder / "in" / name).write_text(content(str(secret)), encoding="utf-8")
    damaged = next(one for one in TARGETS if one.name == "damaged_files")
    for number, (suffix, content) in enumerate(damaged.kept()):
        (folder / "in" / f"damaged-{number}{suffix}").write_bytes(content)
    done = subprocess.run(
        [sys.executable, watched.__file__, str(folder / "in"), str(folder / "out")],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "TMPDIR": str(folder / "temporary")},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout), folder


def test_input_starts_no_program_and_connects_to_nothing(events: tuple[list[Event], Path]) -> None:
    seen, _ = events
    assert [one for one in seen if one[0] not in ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir")] == []


def test_input_opens_no_file_that_was_not_named(events: tuple[list[Event], Path]) -> None:
    seen, folder = events
    opened = {Path(one[1]) for one in seen if one[0] == "open" and not one[1].isdecimal()}
    others = {path for path in opened if not path.is_relative_to(folder) and "site-packages" not in path.parts}
    assert {path for path in others if not path.is_relative_to(Path(sys.base_prefix)) and not _is_system(path)} == set()
    assert folder / "secret" not in opened
    assert folder / "in" / "table.csv" in opened, "the hook sees what is opened"


def _is_system(path: Path) -> bool:
    """Whether a file is of the system or of this package, such as tables of time zones and of words."""
    return path.is_relative_to("/usr/share") or path.is_relative_to(ROOT / "src") or path == Path(os.devnull)


def test_input_is_changed_by_nothing_and_its_secret_is_in_no_output(events: tuple[list[Event], Path]) -> None:
    _, folder = events
    for name, content in _HOSTILE.items():
        assert (folder / "in" / name).read_text(encoding="utf-8") == content(str(folder / "secret"))
    assert (folder / "secret").read_text(encoding="utf-8") == _SECRET
    written = sorted((folder / "out").iterdir())
    assert {path.suffix for path in written} == {".jsonl", ".json", ".csv", ".xlsx", ".parquet", ".html"}
    assert not any(_SECRET.encode() in path.read_bytes() for path in written)
    assert {path.name for path in folder.iterdir()} == {"in", "out", "secret", "temporary"}


@pytest.mark.parametrize("page", ["SECURITY.md", "docs/explanation/hardening.md"])
def test_each_test_that_a_page_names_exists(page: str) -> None:
    named = re.findall(r"`((?:tests|benchmarks)/[\w/.]+)(?:::(\w+))?`", (ROOT / page).read_text(encoding="utf-8"))
    assert named
    for path, function in named:
        assert (ROOT / path).exists(), path
        assert not function or f"def {function}(" in (ROOT / path).read_text(encoding="utf-8"), f"{path}::{function}"
