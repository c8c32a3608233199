"""A fuzz target: what inputs are drawn, and the law that holds of each; and the corpus of inputs kept for it.

Inputs are plain data (None, numbers, strings, bytes, lists and dicts with strings as keys), so that a corpus is a file
of JSON Lines that people read, and an input that was found becomes a line of it.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from attrs import field, frozen
from hypothesis.strategies import SearchStrategy

from newsdedup.support.errors import InputError, SettingError

CORPUS: Final = Path(__file__).parent / "corpus"
_BYTES: Final = "base64"


@frozen(eq=False)
class Target:
    """One law, with its inputs."""

    name: str
    inputs: SearchStrategy[Any]
    law: Callable[[Any], None] = field(repr=False)
    examples: int = 100  # of a short run

    @property
    def corpus(self) -> Path:
        """The file of the inputs that are kept."""
        return CORPUS / f"{self.name}.jsonl"

    def kept(self) -> list[Any]:
        """The inputs of the corpus."""
        lines = self.corpus.read_text(encoding="ascii").splitlines() if self.corpus.exists() else []
        return [from_json(line) for line in lines if line]

    def keep(self, value: Any) -> bool:
        """Add an input to the corpus; False where it is there already."""
        line = to_json(value)
        if self.corpus.exists() and line in self.corpus.read_text(encoding="ascii").splitlines():
            return False
        self.corpus.parent.mkdir(exist_ok=True)
        with self.corpus.open("a", encoding="ascii") as file:
            file.write(f"{line}\n")
        return True


def to_json(value: Any) -> str:
    """An input as one line; bytes as base64."""
    return json.dumps(value, default=_plain_bytes, separators=(", ", ": "))


def from_json(line: str) -> Any:
    """The input that `to_json` wrote."""
    return json.loads(line, object_hook=_with_bytes)


def _plain_bytes(value: Any) -> dict[str, str]:
    if not isinstance(value, bytes):
        raise TypeError(f"an input of a fuzz target is plain data, not {type(value).__name__}")
    return {_BYTES: base64.b64encode(value).decode()}


def _with_bytes(found: dict[str, Any]) -> Any:
    return base64.b64decode(found[_BYTES]) if found.keys() == {_BYTES} else found


@contextmanager
def documented_errors(*more: type[Exception]) -> Iterator[list[str]]:
    """The errors that callers may get; the list then has the message of the one that was raised."""
    messages: list[str] = []
    try:
        yield messages
    except (InputError, SettingError, *more) as problem:
        messages.append(str(problem))
        assert messages[0].strip(), "an error says what is wrong"
