"""What a process opens, starts and connects to while it reads hostile news: a program for `test_promises`.

It reads the files in a folder, groups and consolidates what they hold, writes each kind of output into another folder,
and prints, as JSON, what Python's audit hooks saw.
"""

from __future__ import annotations

import json
import os
import sys
import warnings
from pathlib import Path
from typing import Any, Final

_WATCHED: Final = (
    *(
        "open",
        "os.remove",
        "os.rename",
        "os.truncate",
        "os.mkdir",
        "os.rmdir",
        "os.link",
        "os.symlink",
        "shutil.rmtree",
    ),
    *("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request", "http.client.connect"),
    *("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "pty.spawn", "webbrowser.open"),
    *("pickle.find_class", "marshal.loads", "ctypes.dlopen", "code.__new__"),
)


def _events(folder: Path, out: Path) -> list[list[str]]:
    import newsdedup as nd

    def work() -> None:
        for path in sorted(folder.iterdir()):
            try:
                nd.consolidate(nd.read_articles(path))
            except (nd.InputError, nd.SettingError):
                continue
        events = nd.consolidate(nd.read_articles(folder))
        nd.find_copies(nd.read_articles(folder)).deduplicate()
        for suffix in (".jsonl", ".json", ".csv", ".xlsx", ".parquet"):
            events.save(out / f"events{suffix}")
        events.report(out / "page.html")
        nd.EventCollection.load(out / "events.jsonl")

    work()  # libraries are loaded, kernels compiled, tables made
    seen: list[list[str]] = []
    is_on = True

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if is_on and event in _WATCHED:
            seen.append([event, *(os.fsdecode(one) if isinstance(one, bytes) else str(one) for one in arguments[:2])])

    sys.addaudithook(hook)
    work()
    is_on = False
    return seen


def _main() -> None:
    warnings.simplefilter("ignore")
    print(json.dumps(_events(Path(sys.argv[1]), Path(sys.argv[2]))))


if __name__ == "__main__":
    _main()
