"""What one property of the input costs: every public function over the same texts with one property changed.

    python benchmarks/cliffs.py                                   generated news
    python benchmarks/cliffs.py --data ../shared/data             the articles of VN-MDS
    python benchmarks/cliffs.py --functions find_copies --properties NFD,HTML
    python benchmarks/cliffs.py --growth                          how time grows with each structure of `_structures.py`
    python benchmarks/cliffs.py --growth --properties "event:,news: one" --functions consolidate

Prints the time of each changed run as a multiple of the plain run, a list of `str`. Both run in turn, forth
and back, in one process and on one thread; the ratio is the median of the ratios within a repetition, of
process time (wall time is in the results file). Ratios of properties marked "/char" are of times per
character: their texts are others, or more or fewer. A ratio must be at most 2 except where a reason stands beside
it. Writes benchmarks/results/cliffs.json; with `--keep` the other functions and properties stay as they were.

With `--growth` the time of each function is measured at three sizes of each structure (`_growth.py`), and written to
benchmarks/results/growth.json; `--properties` are then parts of names of structures, and what is not chosen stays.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import json
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any, Final

from attrs import frozen

import newsdedup as nd
from _containers import CONTAINERS
from _growth import write_growth
from _properties import Property, n_characters, properties
from _report import machine, source_version, versions, write_result
from _tasks import paired_times
from generate import corpus

RESULTS: Final = Path(__file__).parent / "results/cliffs.json"
GROWTH: Final = RESULTS.with_name("growth.json")
SEED: Final = 1
EVENTS: Final = 0.3  # share of the generated articles that report an event with others
MOST: Final = 2.0  # times the plain run
WARM_UP: Final = 8  # texts that a function sees before the clock starts
ABOVE: Final = ("function", "property", "ratio", "reason")  # of what is above
PACKAGES: Final = ("numba", "numpy", "pandas", "polars", "pyarrow")

Result = dict[str, Any]
Row = dict[str, Any]


@frozen
class Function:
    """One public function.

    Attributes
    ----------
    run : callable
        Over a source of articles; the number of articles that it answers for.
    articles : int
        How many plain articles it runs over.
    sentences : int
        How many one-sentence articles, by default.
    takes_containers : bool
    """

    run: Callable[[Any], int]
    articles: int
    sentences: int
    takes_containers: bool = True


def _figures(source: Any) -> int:
    return sum(1 for text in source if nd.extract_figures(text) is not None)


def _consolidated(source: Any) -> int:
    return sum(len(record.articles) for record in nd.consolidate(source, threads=1, workers=1, progress=False))


FUNCTIONS: Final[Mapping[str, Function]] = {
    "read_articles": Function(lambda source: len(nd.read_articles(source, progress=False)), 1_000, 100_000),
    "sketch_articles": Function(
        lambda source: len(nd.sketch_articles(source, threads=1, progress=False)), 1_600, 100_000
    ),
    "find_copies": Function(
        lambda source: len(nd.find_copies(source, threads=1, progress=False).labels), 1_200, 100_000
    ),
    "find_events": Function(lambda source: len(nd.find_events(source, threads=1, progress=False).labels), 150, 5_000),
    "extract_figures": Function(_figures, 40, 1_000, takes_containers=False),
    "consolidate": Function(_consolidated, 40, 1_000),
}

# Why a ratio may be above 2: by property, the functions (all where none is named) and the reason.
_TOKENS: Final = "a character has three bytes and is often a token; Latin letters have one or two, words are tokens"
_PARTS: Final = "an article has about a thirtieth of the text; ids, objects, signatures and pairs are made per article"
REASONS: Final[Mapping[str, tuple[tuple[str, ...], str]]] = {
    "HTML": ((), "markup must be parsed"),
    "NFD": (("read_articles",), "the id of an article that gives none is a hash of its composed text"),
    "Chinese": ((), _TOKENS),
    "Korean": ((), _TOKENS),
    "Thai": ((), _TOKENS),
    "one-sentence articles": ((), _PARTS),
    "CSV": ((), "fields in quotes are found in a file, where a list of `str` is in memory already"),
}


def reason(name: str, function: str) -> str | None:
    """Why a property may cost a function more than twice the time."""
    functions, why = REASONS.get(name, ((), ""))
    return why if why and (not functions or function in functions) else None


# ------------------------------------------------------------------------------------- measuring


def measured(function: Function, names: Sequence[str], rows: list[Row], options: argparse.Namespace) -> Result:
    """A function over plain texts and over those with each property."""
    texts = [row["text"] for row in rows[: function.articles]]
    changes = properties(options.sentences or function.sentences)
    found: Result = {}
    for name in names:
        print(f"  {name} …", file=sys.stderr, flush=True)
        if name in changes:
            changed: Any = changes[name].change(texts)
            found[name] = _compared(function.run, texts, changed, changes[name], options.repetitions)
        elif function.takes_containers:
            with tempfile.TemporaryDirectory() as folder:
                source = CONTAINERS[name](rows[: function.articles], Path(folder))
                found[name] = _compared(function.run, texts, source, None, options.repetitions)
    seconds = [one.pop("plain") for one in found.values()]
    return {
        "articles": len(texts),
        "characters": n_characters(texts),
        "cpu_seconds": round(median(seconds), 4) if seconds else None,
        "properties": found,
    }


def _compared(
    run: Callable[[Any], int], texts: list[str], source: Any, changed: Property | None, repetitions: int
) -> Result:
    """Paired times of a plain and a changed run, as ratios."""
    is_per_character = changed is not None and changed.is_per_character
    scale = n_characters(texts) / n_characters(source) if is_per_character else 1.0
    if changed is not None:
        run(source[:WARM_UP])
    answered = {}
    runs = {
        "plain": lambda: answered.update(plain=run(texts)),
        "changed": lambda: answered.update(changed=run(source)),
    }
    if changed is None:
        runs["changed"]()
    times = paired_times(runs, repetitions)
    ratios = {
        kind: round(median(b / a for a, b in zip(times["plain"][kind], times["changed"][kind], strict=True)) * scale, 2)
        for kind in ("seconds", "cpu_seconds")
    }
    return {
        "plain": median(times["plain"]["cpu_seconds"]),
        "times_plain": ratios["seconds"],
        "times_plain_cpu": ratios["cpu_seconds"],
        "per_character": is_per_character,
        "articles": answered["changed"],
    }


def _rows(data: Path | None, count: int) -> list[Row]:
    """Articles with all their fields, generated or real."""
    if data is None:
        return list(corpus(count, SEED, events=EVENTS))
    with (data / "vnmds/articles.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, count)]
    wanted = ("id", "title", "text", "published_at", "source", "language")
    return [{name: row[name] for name in wanted if row.get(name) is not None} for row in rows]


# ------------------------------------------------------------------------------------- reporting


def table(found: Mapping[str, Result]) -> Iterator[str]:
    """The ratios of process time, properties by functions, and what is above 2."""
    yield f"{'times the plain run':34}" + "".join(f"{name:>17}" for name in found)
    names = dict.fromkeys(name for one in found.values() for name in one["properties"])
    for name in names:
        cells = [one["properties"].get(name) for one in found.values()]
        title = name + " /char" * any(cell and cell["per_character"] for cell in cells)
        yield f"{title:34}" + "".join(f"{_cell(cell):>17}" for cell in cells)
    yield ""
    above = list(above_most(found))
    yield f"above {MOST:g}: {len(above)}, without a reason: {sum(why is None for *_, why in above)}"
    for function, name, ratio, why in above:
        yield f"  {function}, {name}: {ratio:.2f}   {why or 'NO REASON'}"


def _cell(cell: Result | None) -> str:
    return "–" if cell is None else f"{cell['times_plain_cpu']:.2f}"


def above_most(found: Mapping[str, Result]) -> Iterator[tuple[str, str, float, str | None]]:
    """Function, property, ratio and reason where the ratio is above 2."""
    for function, one in found.items():
        for name, cell in one["properties"].items():
            if cell["times_plain_cpu"] > MOST:
                yield function, name, cell["times_plain_cpu"], reason(name, function)


def _chosen(given: str | None, known: Sequence[str], what: str) -> list[str]:
    wanted = [part.strip() for part in given.split(";" if given and ";" in given else ",")] if given else list(known)
    if unknown := [name for name in wanted if name not in known]:
        raise SystemExit(f"no such {what}: {unknown}; there are {list(known)}")
    return wanted


def _parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--functions", help="some of them, with commas")
    parser.add_argument("--properties", help="some of them, with commas; with semicolons where a name has a comma")
    parser.add_argument("--data", type=Path, help="folder of the labelled sets, for the articles of VN-MDS")
    parser.add_argument("--scale", type=float, default=1.0, help="of the number of articles")
    parser.add_argument("--sentences", type=int, help="one-sentence articles; by default fewer for slow functions")
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--keep", action="store_true", help="keep other results of the file")
    parser.add_argument("--growth", action="store_true", help="exponents over structures instead of properties")
    parser.add_argument("-o", "--output", type=Path)
    return parser.parse_args()


def main() -> None:
    """Measure, print, write."""
    options = _parsed()
    warnings.simplefilter("ignore")
    if options.growth:
        chosen = ((options.properties or "").split(","), (options.functions or "").split(","))
        write_growth(options.output or GROWTH, *(list(filter(None, one)) for one in chosen), options.repetitions)
        return
    options.output = options.output or RESULTS
    names = _chosen(options.properties, [*properties(0), *CONTAINERS], "property")
    functions = _chosen(options.functions, list(FUNCTIONS), "function")
    rows = _rows(options.data, max(FUNCTIONS[name].articles for name in FUNCTIONS))
    earlier = json.loads(options.output.read_text("utf-8")) if options.keep and options.output.exists() else {}
    found: Result = earlier.get("functions", {})
    start = time.perf_counter()
    gc.freeze()
    for name in functions:
        print(f"{name} …", file=sys.stderr, flush=True)
        fresh = measured(_scaled(FUNCTIONS[name], options), names, rows, options)
        kept = found.get(name, {}).get("properties", {})
        found[name] = fresh | {"properties": {**kept, **fresh["properties"]}}
        found = {name: found[name] for name in FUNCTIONS if name in found}
        write_result(options.output, _result(found, rows, options))
    print("\n".join(table(found)))
    print(f"{time.perf_counter() - start:.0f} seconds")


def _scaled(function: Function, options: argparse.Namespace) -> Function:
    return Function(
        function.run,
        max(WARM_UP, round(function.articles * options.scale)),
        round(function.sentences * options.scale),
        function.takes_containers,
    )


def _result(found: Result, rows: list[Row], options: argparse.Namespace) -> Result:
    content = hashlib.sha256("\n".join(row["text"] for row in rows).encode("utf-8", "surrogatepass"))
    return {
        "machine": machine(),
        "versions": versions(PACKAGES),
        "source": source_version(),
        "data": {
            "texts": "VN-MDS" if options.data else f"generated, seed {SEED}, events {EVENTS}",
            "articles": len(rows),
            "sha256": content.hexdigest(),
        },
        "repetitions": options.repetitions,
        "most": MOST,
        "functions": found,
        "above": [dict(zip(ABOVE, one, strict=True)) for one in above_most(found)],
    }


if __name__ == "__main__":
    main()
