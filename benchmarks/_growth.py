"""How the time of every public function grows with one structure of its input: ``cliffs.py --growth``.

Of each function and structure, sizes are doubled until a run takes a tenth of a second of processor time; the last
three sizes run in turn, and the exponent is the median of the slopes of log time over log size within a repetition. An
exponent of 1 is linear time, 2 is quadratic. It must be at most 1.15; what is above is measured once more with more
repetitions before it counts. All runs are in one process and on one thread; what a function is given, such as the
records that are saved, is made before the clock starts.
"""

from __future__ import annotations

import gc
import json
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from math import log2
from pathlib import Path
from statistics import median
from typing import Any, Final

from attrs import field, frozen

import newsdedup as nd
from _report import machine, source_version, versions, write_result
from _structures import EVENTS, FILES, NEWS, TEXTS, long_fields

MOST: Final = 1.15  # exponent
_FIRST_EVENT: Final = 512  # articles: up to 64 values of one quantity are compared with each other
ENOUGH: Final = 0.1  # seconds of the largest run
LARGEST: Final = 1 << 20
_LIMIT: Final = 10**9  # characters

Result = dict[str, Any]
Run = Callable[[Any], Any]


def _as_it_is(source: Any) -> Any:
    return source


@frozen
class Step:
    """One public function, after what must be made for it.

    Attributes
    ----------
    run : callable
        What is timed, of what was prepared.
    made : callable
        What other functions are given too, of the structure as it is built: articles, groups, records.
    prepare : callable
        What only this function is given, of what was made.
    largest : int
        Units of the largest size: what is prepared may take longer than what is timed.
    """

    run: Run
    made: Run = _as_it_is
    prepare: Run = _as_it_is
    largest: int = LARGEST


def _read(source: Any) -> nd.Articles:
    if isinstance(source, nd.Articles):
        return source
    return nd.read_articles(source, max_characters=_LIMIT, progress=False)


def _one_event(source: Any) -> nd.EventCollection:
    articles = _read(source)
    return nd.consolidate(articles, groups=["one"] * articles.n_rows, threads=1, workers=1, progress=False)


def _news(source: Any) -> nd.EventCollection:
    return nd.consolidate(_read(source), threads=1, workers=1, progress=False)


def _copies(source: Any) -> nd.CopyGroups:
    return nd.find_copies(source, max_characters=_LIMIT, threads=1, progress=False)


def _rows_and_copies(source: Any) -> tuple[Any, nd.CopyGroups]:
    return source, _copies(source)


def _groups(source: Any) -> nd.EventGroups:
    return nd.find_events(_read(source), threads=1, progress=False)


def _claims(events: nd.EventCollection) -> list[nd.FigureClaim]:
    return [claim for figure in events[0].figures for claim in figure.claims]


def _temporary(use: Callable[[Path], Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        use(Path(folder))


def _stored(articles: nd.Articles) -> None:
    def add(folder: Path) -> None:
        with nd.open_store(folder / "desk.db", threads=1) as store:
            store.add(articles)

    _temporary(add)


def _loaded(events: nd.EventCollection) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        events.save(Path(folder) / "events.jsonl")
        return (Path(folder) / "events.jsonl").read_bytes()


def _load(content: bytes) -> None:
    def load(folder: Path) -> None:
        (folder / "events.jsonl").write_bytes(content)
        nd.EventCollection.load(folder / "events.jsonl")

    _temporary(load)


def _explained_figures(events: nd.EventCollection) -> None:
    for record in events:
        for figure in record.figures[:1]:
            str(record.explain(figure))


def _explained_pair(groups: Any) -> None:
    ids = [name for name in groups.ids if name is not None]
    str(groups.explain(ids[0], ids[-1]))


def _all_tables(events: nd.EventCollection) -> None:
    for table in ("figures", "alternatives", "claims", "articles"):
        events.to_frame(of=table)


READING: Final[Mapping[str, Step]] = {
    "read_articles": Step(_read),
    "sketch_articles": Step(lambda source: nd.sketch_articles(source, max_characters=_LIMIT, threads=1)),
    "find_copies": Step(lambda source: nd.find_copies(source, max_characters=_LIMIT, threads=1, progress=False)),
}
_EVENTS_FOUND: Final = Step(lambda articles: nd.find_events(articles, threads=1, progress=False), _read)
_OF_A_TEXT: Final[Mapping[str, Step]] = {
    "read_articles": READING["read_articles"],
    "find_copies": READING["find_copies"],
    "extract_figures": Step(lambda texts: nd.extract_figures(texts[0], max_characters=_LIMIT)),
    "explain_figures": Step(lambda texts: nd.explain_figures(texts[0], max_characters=_LIMIT)),
    "find_events": _EVENTS_FOUND,
    "record_of": Step(nd.record_of, _read),
}
_VIEWS: Final[Mapping[str, Step]] = {
    "to_frame": Step(_all_tables),
    "to_dicts": Step(lambda events: events.to_dicts()),
    "save": Step(lambda events: _temporary(lambda folder: events.save(folder / "events.jsonl"))),
    "load": Step(_load, prepare=_loaded),
    "report": Step(lambda events: _temporary(lambda folder: events.report(folder / "page.html"))),
    "at": Step(lambda events: events.at("2030-01-01")),
    "+": Step(lambda events: events + events[:0]),
    "filter": Step(lambda events: events.filter(text="nước")),
    "summary": Step(lambda events: [record.summary() for record in events]),
    "explain of a figure": Step(_explained_figures),
    "reconcile": Step(nd.reconcile, prepare=_claims),
}


def _views(made: Run, largest: int) -> dict[str, Step]:
    """The methods of a collection of events."""
    return {name: Step(one.run, made, one.prepare, largest) for name, one in _VIEWS.items()}


_OF_AN_EVENT: Final[Mapping[str, Step]] = {
    "find_copies": READING["find_copies"],
    "find_events": _EVENTS_FOUND,
    "consolidate": Step(_one_event, _read),
    **_views(_one_event, 1 << 10),
    "EventStore.add": Step(_stored, _read, largest=1 << 10),
}
_OF_NEWS: Final[Mapping[str, Step]] = {
    **READING,
    "find_events": _EVENTS_FOUND,
    "CopyGroups.to_frame": Step(lambda copies: copies.to_frame(), _copies),
    "CopyGroups.keep": Step(lambda pair: pair[1].keep(pair[0]), _rows_and_copies),
    "EventGroups.at": Step(lambda groups: groups.at(0.9), _groups, largest=1 << 12),
    "EventGroups.explain": Step(_explained_pair, _groups, largest=1 << 10),
    "score": Step(lambda groups: nd.metrics.score(groups.labels, groups.labels), _groups, largest=1 << 12),
    "consolidate": Step(_news, _read),
    **_views(_news, 1 << 10),
    "EventStore.add": Step(_stored, _read, largest=1 << 11),
}


@frozen
class Structure:
    """One structure: how it is built at a size, in a folder of its own, and the functions that it is given to."""

    build: Callable[[int, Path], Any]
    steps: Mapping[str, Step]
    first: int = 64  # the least size that may be the largest of the three


def structures() -> dict[str, Structure]:
    """All structures by their names."""
    found = {f"text: {name}": Structure(_text(build, _language(name)), _OF_A_TEXT) for name, build in TEXTS.items()}
    found |= {f"event: {name}": Structure(_rows(build), _OF_AN_EVENT, _FIRST_EVENT) for name, build in EVENTS.items()}
    found |= {f"news: {name}": Structure(_rows(build), _OF_NEWS) for name, build in NEWS.items()}
    found |= {f"file: {name}": Structure(build, READING) for name, build in FILES.items()}
    found["fields: id, title and summary"] = Structure(_rows(long_fields), {**_OF_NEWS})
    return found


def _language(name: str) -> str:
    return "en" if name.endswith("in English") else "vi"


def _text(build: Callable[[int], str], language: str) -> Callable[[int, Path], Any]:
    return lambda n, _folder: [{"id": "a", "text": build(n), "language": language, "published_at": "2025-06-14"}]


def _rows(build: Callable[[int], Any]) -> Callable[[int, Path], Any]:
    return lambda n, _folder: build(n)


# ------------------------------------------------------------------------------------- measuring


def exponents(structure: Structure, wanted: Callable[[str], bool], repetitions: int) -> Iterator[tuple[str, Result]]:
    """The exponent of each step over one structure."""
    with tempfile.TemporaryDirectory() as folder:
        made = _Made(structure, Path(folder))
        for name, step in structure.steps.items():
            if wanted(name):
                yield name, _exponent(made, step, repetitions)


@frozen(eq=False)
class _Made:
    """What was made of a structure, by what made it and the size."""

    structure: Structure
    folder: Path
    _known: dict[tuple[Run, int], Any] = field(factory=dict)

    def at(self, made: Run, size: int) -> Any:
        if (made, size) not in self._known:
            self._known[made, size] = made(self.structure.build(size, self.folder))
        return self._known[made, size]


def _exponent(made: _Made, step: Step, repetitions: int) -> Result:
    """Sizes, seconds of each, and the exponent; none where even the largest size takes no time to speak of."""
    prepared: dict[int, Any] = {}

    def seconds(size: int) -> float:
        if size not in prepared:
            prepared[size] = step.prepare(made.at(step.made, size))
        return _timed(step.run, prepared[size])

    try:
        size = made.structure.first
        seconds(size)
        while (last := seconds(size)) < ENOUGH and size < step.largest:
            size = min(step.largest, size * (2 if last > ENOUGH / 16 else 4))
        sizes = [size // 4, size // 2, size]
        for smaller in sizes[:2]:
            seconds(smaller)  # loads what only inputs of some size need
        found = _fitted(seconds, sizes, repetitions)
        if found["exponent"] is not None and found["exponent"] > MOST:
            found = _fitted(seconds, sizes, 3 * repetitions)
    except nd.NewsdedupError as refused:
        return {"refused": str(refused)[:100]}
    return found


def _fitted(seconds: Callable[[int], float], sizes: list[int], repetitions: int) -> Result:
    times = [[seconds(size) for size in sizes] for _ in range(repetitions)]
    middle = [median(column) for column in zip(*times, strict=True)]
    slopes = [log2(max(last, 1e-9) / max(first, 1e-9)) / log2(sizes[-1] / sizes[0]) for first, _, last in times]
    is_slow_enough = middle[-1] >= ENOUGH / 5
    return {
        "sizes": sizes,
        "cpu_seconds": [round(one, 4) for one in middle],
        "exponent": round(median(slopes), 2) if is_slow_enough else None,
    }


def _timed(run: Run, given: Any) -> float:
    gc.collect()
    start = time.process_time()
    run(given)
    return time.process_time() - start


# ------------------------------------------------------------------------------------- reporting


def above(found: Mapping[str, Mapping[str, Result]]) -> list[str]:
    """What grows faster than allowed, in words."""
    return [
        f"{structure}, {step}: exponent {one['exponent']:.2f}, {one['cpu_seconds'][-1]:.2f} s for {one['sizes'][-1]}"
        for structure, steps in found.items()
        for step, one in steps.items()
        if (one.get("exponent") or 0) > MOST
    ]


def write_growth(output: Path, names: Sequence[str], functions: Sequence[str], repetitions: int) -> None:
    """Measure, print and write; results of other structures and functions stay as they were."""
    known = structures()
    earlier = json.loads(output.read_text("utf-8")) if output.exists() else {}
    found: dict[str, dict[str, Result]] = earlier.get("structures", {})
    gc.collect()
    gc.freeze()
    for name in [one for one in known if not names or any(part in one for part in names)]:
        for step, one in exponents(known[name], lambda step: not functions or step in functions, repetitions):
            print(f"{name}, {step}: {one.get('exponent') or one.get('refused') or 'too fast to tell'}", flush=True)
            found.setdefault(name, {})[step] = one
        write_result(output, _result(found, repetitions))
    print("\n".join((f"above {MOST:g}: {len(above(found))}", *above(found))))


def _result(found: Mapping[str, Mapping[str, Result]], repetitions: int) -> Result:
    return {
        "machine": machine(),
        "versions": versions(("numba", "numpy")),
        "source": source_version(),
        "data": "structures of benchmarks/_structures.py",
        "repetitions": repetitions,
        "most": MOST,
        "n_measured": sum(one.get("exponent") is not None for steps in found.values() for one in steps.values()),
        "above": above(found),
        "structures": found,
    }
