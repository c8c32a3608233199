"""Saved collections and models that others changed: loaded whole, or refused with an error; never half."""

from __future__ import annotations

import copy
import functools
import json
import tempfile
import warnings
from pathlib import Path
from typing import Any, Final

from hypothesis import strategies as st

import newsdedup as nd
from fuzz.hostile import SENTENCES, damaged, plain_values
from fuzz.target import Target, documented_errors
from newsdedup.events.evidence.model import Model, shipped_model

_TEXTS: Final = (
    "Tối 2/9/2031, bão số 7 vào xã Tân Lập. Đã có 12 người chết, hơn 300 ngôi nhà tốc mái, theo ông Trần Văn Mây.",
    "Bão số 7 làm 15 người chết ở xã Tân Lập, khoảng 40 người bị thương, thiệt hại 3,5 tỷ đồng.",
    *SENTENCES[2:4],
)
_CHANGES: Final = ("value", "value", "drop", "add", "double", "swap")


@functools.cache
def _saved(suffix: str) -> bytes:
    rows = [{"id": f"a{number}", "text": text, "date": "2031-09-03"} for number, text in enumerate(_TEXTS)]
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore", nd.ArticleWarning)
        path = Path(folder) / f"events{suffix}"
        nd.consolidate([*rows, {"id": "empty", "text": ""}], groups=[1, 1, 2, 3, 4]).save(path)
        return path.read_bytes()


@functools.cache
def _model() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        shipped_model().save(Path(folder) / "model.json")
        return (Path(folder) / "model.json").read_bytes()


def changed(data: Any, change: list[Any]) -> Any:
    """Plain data with one change: which it is, where by numbers, and the new value."""
    kind, way, value = change
    whole: list[Any] = [copy.deepcopy(data)]
    holder, key = whole, 0
    for step in way:
        inside = holder[key]
        if not isinstance(inside, dict | list) or not inside:
            break
        holder, key = inside, sorted(inside)[step % len(inside)] if isinstance(inside, dict) else step % len(inside)
    match kind:
        case "value":
            holder[key] = value
        case "drop" if holder is not whole:
            del holder[key]
        case "add" if isinstance(holder, dict):
            holder["further"] = value
        case "double" if isinstance(holder, list) and holder is not whole:
            holder.insert(key, holder[key])
        case "swap" if isinstance(holder, list):
            holder.reverse()
    return whole[0]


_VALUES: Final = plain_values() | st.sampled_from(
    ("conflict", "count", "dead", "2031-09-03", "a1", "XXXX-13-01", 1, -1, 0.5)
)
_CHANGE: Final = st.tuples(st.sampled_from(_CHANGES), st.lists(st.integers(0, 40), max_size=8), _VALUES).map(list)
_CHANGES_OF_LINES: Final = st.lists(st.tuples(st.integers(0, 9), _CHANGE).map(list), min_size=1, max_size=2)


def _file_of(content: bytes, suffix: str, folder: str) -> Path:
    path = Path(folder) / f"events{suffix}"
    path.write_bytes(content)
    return path


def _require_whole_or_refused(path: Path) -> None:
    with warnings.catch_warnings(), documented_errors():
        warnings.simplefilter("ignore", nd.ArticleWarning)  # a file without its last line, texts of no use
        events = nd.EventCollection.load(path)
        _require_usable(events, path)


def _require_usable(events: nd.EventCollection, path: Path) -> None:
    """Refuse a collection that was loaded and then fails: in its tables, its views, its search, its sum, its file."""
    for of in ("figures", "alternatives", "claims", "articles"):
        events.to_frame(of=of, kind="pyarrow")
    repr(events), str(events), events._repr_html_(), events.to_dicts()
    events.filter(text="bão", since="2031-09-01"), events + events
    for record in events:
        repr(record), record._repr_html_(), record.summary()
    copied = path.with_name("again.jsonl")
    events.save(copied)
    assert nd.EventCollection.load(copied) == events
    events.report(path.with_name("page.html"))


def a_changed_collection_is_whole_or_refused(changes: list[Any]) -> None:
    """Law: what is loaded can be used and saved again; all else is an error."""
    lines = [json.loads(line) for line in _saved(".jsonl").splitlines()]
    for place, change in changes:
        lines[place % len(lines)] = changed(lines[place % len(lines)], change)
    with tempfile.TemporaryDirectory() as folder:
        _require_whole_or_refused(_file_of("\n".join(map(json.dumps, lines)).encode(), ".jsonl", folder))


def a_damaged_collection_is_whole_or_refused(given: list[Any]) -> None:
    """Law: what is loaded of a damaged file can be used and saved again; all else is an error."""
    suffix, content = given
    with tempfile.TemporaryDirectory() as folder:
        _require_whole_or_refused(_file_of(content, suffix, folder))


def a_changed_model_is_sound_or_refused(changes: list[Any]) -> None:
    """Law: a model that is loaded groups articles, with probabilities; all else is an error."""
    data = json.loads(_model())
    for change in changes:
        data = changed(data, change)
    with tempfile.TemporaryDirectory() as folder, documented_errors():
        path = Path(folder) / "model.json"
        path.write_text(json.dumps(data), encoding="utf-8")
        model = Model.load(path)
        groups = nd.find_events([*_TEXTS], evidence=model, threads=1)
        assert len(groups.labels) == len(_TEXTS)
        assert model.digest == Model.load(path).digest


def _bytes_of(suffix: str) -> st.SearchStrategy[list[Any]]:
    return st.deferred(lambda: damaged(st.just(_saved(suffix)))).map(lambda content: [suffix, content])


TARGETS: Final = (
    Target("changed_collections", _CHANGES_OF_LINES, a_changed_collection_is_whole_or_refused, 80),
    Target(
        "damaged_collections", _bytes_of(".jsonl") | _bytes_of(".json"), a_damaged_collection_is_whole_or_refused, 60
    ),
    Target("changed_models", st.lists(_CHANGE, min_size=1, max_size=2), a_changed_model_is_sound_or_refused, 25),
)
