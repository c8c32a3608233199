"""What compiled kernels make of some texts, as digests; as a program, the same by kernels in plain Python.

The program reads a list of texts from each line of its standard input and writes a line of digests. In plain Python an
index beyond the end of an array is an error, and here a negative one is too, in the arrays that a kernel is given.
"""

from __future__ import annotations

import functools
import hashlib
import json
import sys
import warnings
from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np
from attrs import asdict

_LANGUAGES: Final = ("vi", "en", "fr", "id")


class Guarded(np.ndarray):  # type: ignore[type-arg]
    """An array that refuses negative indices, which compiled code would read from its end or from outside."""

    def __getitem__(self, index: Any) -> Any:
        """A value or a part."""
        _refuse_negative(index)
        return super().__getitem__(index)

    def __setitem__(self, index: Any, value: Any) -> None:
        """Set a value or a part."""
        _refuse_negative(index)
        super().__setitem__(index, value)


def _refuse_negative(index: Any) -> None:
    for one in index if isinstance(index, tuple) else (index,):
        if isinstance(one, int | np.integer) and one < 0:
            raise IndexError(f"index {one} is negative")


def _guarded(function: Callable[..., Any]) -> Callable[..., Any]:
    """A kernel whose arrays are guarded."""

    @functools.wraps(function)
    def call(*arguments: Any) -> Any:
        found = function(*(one.view(Guarded) if isinstance(one, np.ndarray) else one for one in arguments))
        return found.view(np.ndarray) if isinstance(found, Guarded) else found

    return call


def kernel_digests(texts: Sequence[str]) -> dict[str, str]:
    """Digests of the arrays that each kernel makes of texts, by what they are of; or the error that was raised."""
    from newsdedup.articles.article import Article
    from newsdedup.copies.find import find_copies
    from newsdedup.copies.sketch import sketch_texts
    from newsdedup.events.find import find_events
    from newsdedup.events.reading.views import read_views
    from newsdedup.languages import known_languages
    from newsdedup.support.settings import CopySettings
    from newsdedup.text.compiled_tokens import compiled_tokens
    from newsdedup.text.normal_form import normalise
    from newsdedup.text.tags import lexicon_of

    articles = [
        Article(text, id=f"a{number}", language=_LANGUAGES[number % len(_LANGUAGES)])
        for number, text in enumerate(texts)
    ]
    found: dict[str, Any] = {}
    for is_page in (False, True):
        sketches = asdict(sketch_texts(texts, CopySettings(), threads=1, without_pages=is_page), recurse=False)
        found |= {f"{name}, pages {is_page}": value for name, value in sketches.items() if name != "starts"}
    for name, view in read_views(articles, threads=1).items():
        found |= {name: view.values, f"{name}, offsets": view.offsets}
    for article in articles:
        lexicon = lexicon_of(known_languages()[article.language])
        *tokens, entries = compiled_tokens(normalise(article.text), lexicon)
        found[f"tokens of {article.id}"] = np.array(tokens)
        found[f"tags in {article.id}"] = np.array([str(lexicon.masks[entry]) for entry in entries], "S64")
    copies = find_copies(articles, threads=1)
    events = find_events(articles, threads=1)
    found |= {"copies": copies.labels, "events": events.labels, "threshold": np.array(events.threshold)}
    return {name: _digest(array) for name, array in found.items()}


def _digest(array: Any) -> str:
    array = np.ascontiguousarray(array)
    return f"{array.dtype} {array.shape} {hashlib.sha256(array.tobytes()).hexdigest()[:16]}"


def digests_or_error(texts: Sequence[str]) -> dict[str, str]:
    """The digests, or the error that the public functions document for texts without words."""
    from newsdedup.support.errors import InputError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # plain NumPy says where a hash overflows, which it is meant to
            return kernel_digests(texts)
    except InputError as problem:
        return {"error": f"{type(problem).__name__}: {problem}"}


def _main() -> None:
    from newsdedup.kernels import jit

    jit.kernel = _guarded
    np.seterr(all="ignore")
    for line in sys.stdin:
        try:
            answer = digests_or_error(json.loads(line))
        except Exception as problem:  # the process goes on, and the test says it
            answer = {"unexpected": f"{type(problem).__name__}: {problem}"}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    _main()
