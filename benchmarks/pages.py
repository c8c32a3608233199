"""The tables of results in the README and the docs, from the JSON in `results/`, and the pictures.

python benchmarks/pages.py            writes them (the pictures need matplotlib)
python benchmarks/pages.py --check    fails where a page differs
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

RESULTS: Final = Path(__file__).parent / "results"
README: Final = RESULTS.parents[1] / "README.md"  # has some of the tables
ALL_RESULTS: Final = RESULTS.parents[1] / "docs/benchmarks.md"  # has all of them
PICTURE: Final = RESULTS / "copies.svg"
RECORD: Final = RESULTS.parents[1] / "docs/figures.svg"
SEEDS: Final = RESULTS.parents[1] / "seeds"
SETS: Final = {"vnmds": "VN-MDS", "gvc": "GVC", "ecbplus-dev": "ECB+ dev"}

Result = Mapping[str, Any]


def events_table(found: Result) -> Iterator[str]:
    """B³ F1 of each way on each set."""
    sets = {title: found["sets"][name]["results"] for name, title in SETS.items()}
    yield f"| B³ F1 | {' | '.join(sets)} |"
    yield "|---" * (1 + len(sets)) + "|"
    for way in next(iter(sets.values())):
        scores = (f"{results[way]['f1']:.3f}".lstrip("0") for results in sets.values())
        yield f"| {way} | {' | '.join(scores)} |"


def lookalikes_table(found: Result) -> Iterator[str]:
    """B³ of each way on all reports of look-alike events."""
    part = found["lookalikes"]["all templates of each event"]
    yield f"| {part['articles']} look-alike articles, B³ | precision | recall | F1 |"
    yield "|---|---|---|---|"
    for way, scores in part["results"].items():
        yield f"| {way} | {' | '.join(_share(scores[what]) for what in ('precision', 'recall', 'f1'))} |"


def copies_table(found: Result) -> Iterator[str]:
    """Articles per second of each engine, from text to signatures and to groups; newsdedup by public functions."""
    columns = _speeds(found)
    yield f"| articles per second | {' | '.join(columns)} |"
    yield "|---" * (1 + len(columns)) + "|"
    for name in _by_speed(columns):
        speeds = (
            f"{engines[name]['articles_per_second']:,}" if name in engines else "–" for engines in columns.values()
        )
        yield f"| {name} | {' | '.join(speeds)} |"


def _speeds(found: Result) -> dict[str, Result]:
    sketch, groups = found["measures"]["sketch"], found["measures"]["groups"]
    *_, threads = groups
    return {
        "VN-MDS, text to signatures, 1 thread": sketch["vietnamese"]["engines"],
        f"{groups[threads]['articles']:,} generated texts to groups, {threads}": groups[threads]["engines"],
    }


def _by_speed(columns: Mapping[str, Result]) -> list[str]:
    *_, engines = columns.values()
    return sorted(engines, key=lambda name: -engines[name]["articles_per_second"])


def conflicts_table(found: Result) -> Iterator[str]:
    """How often each method is right where two reports give two values, without and with copies of one report."""
    given = found["injected"]["values_given"]
    settings = ("alone", "with copies")
    yield f"| share of the cases | {' | '.join(f'{what}, {one}' for one in settings for what in ('right', 'wrong'))} |"
    yield "|---" * 5 + "|"
    for way in dict.fromkeys(name.rpartition(", ")[0] for name in given):
        shares = (_share(given[f"{way}, {one}"][what]) for one in settings for what in ("right", "wrong"))
        yield f"| {way} | {' | '.join(shares)} |"


def tolls_table(found: Result) -> Iterator[str]:
    """How often the toll that is stated is the final one."""
    measures = {"a toll is stated": "stated", "right where stated": "right_where_stated"}
    columns = [(role, what) for role in ("dead", "injured") for what in measures]
    yield f"| share of the incidents | {' | '.join(f'{role}: {what}' for role, what in columns)} |"
    yield "|---" * (1 + len(columns)) + "|"
    for way, roles in found["gvc"]["results"].items():
        yield f"| {way} | {' | '.join(_share(roles[role][measures[what]]) for role, what in columns)} |"


def numbers_table(found: Result) -> Iterator[str]:
    """The share of cases in which each reader finds all values; in brackets without those that are excluded."""
    classes = found["numbers"]["classes"]
    yield "| cases read right | " + " | ".join(f"{name}, {one['cases']}" for name, one in classes.items()) + " |"
    yield "|---" * (1 + len(classes)) + "|"
    for reader in dict.fromkeys(name for one in classes.values() for name in one["readers"]):
        yield f"| {reader} | {' | '.join(_case_share(one, reader) for one in classes.values())} |"


def _case_share(one: Result, reader: str) -> str:
    read = one["readers"].get(reader)
    if read is None:
        return "–"
    bracket = f" ({_share(read['share_without_excluded'])})" if one["excluded"] else ""
    return _share(read["share"]) + bracket


def _share(value: float) -> str:
    return f"{value:.3f}".lstrip("0") if value < 1 else "1"


def targets_table(found: Result) -> Iterator[str]:
    """Everything that near-duplicates must reach, and whether it does."""
    words = {True: "yes", False: "no", None: "not measured"}
    yield "| near-duplicates | measured | must be | met |"
    yield "|---|---|---|---|"
    for one in found["targets"]:
        value = "" if one["value"] is None else f"{one['value']:.4g}"
        yield f"| {one['what'].strip()} | {value} | {one['target']} | {words[one['met']]} |"


def cliffs_table(found: Result) -> Iterator[str]:
    """The ratios of each function to its plain run; those above the bound with a number, and the reasons below."""
    functions = found["functions"]
    numbers = {why: number for number, why in enumerate(_reasons(found), 1)}
    notes = {(one["property"], one["function"]): numbers.get(one["reason"], "!") for one in found["above"]}
    yield f"| times the plain run | {' | '.join(f'`{name}`' for name in functions)} |"
    yield "|---" * (1 + len(functions)) + "|"
    for name in dict.fromkeys(name for one in functions.values() for name in one["properties"]):
        cells = [one["properties"].get(name) for one in functions.values()]
        title = name + ", per character" * any(cell and cell["per_character"] for cell in cells)
        shown = (_ratio(cell, notes.get((name, function))) for function, cell in zip(functions, cells, strict=True))
        yield f"| {title} | {' | '.join(shown)} |"
    yield ""
    for why, number in numbers.items():
        yield f"{number}. {why[0].upper()}{why[1:]}."


def _reasons(found: Result) -> list[str]:
    return list(dict.fromkeys(one["reason"] for one in found["above"] if one["reason"]))


def _ratio(cell: Result | None, note: int | str | None) -> str:
    if cell is None:
        return "–"
    return f"{cell['times_plain_cpu']:.1f}" + (f" ({note})" if note else "")


TABLES: Final[Mapping[str, tuple[str, Callable[[Result], Iterator[str]]]]] = {
    "events": ("events.json", events_table),
    "lookalikes": ("events.json", lookalikes_table),
    "copies": ("copies.json", copies_table),
    "cliffs": ("cliffs.json", cliffs_table),
    "numbers": ("figures.json", numbers_table),
    "conflicts": ("figures.json", conflicts_table),
    "tolls": ("figures.json", tolls_table),
}


def with_tables(page: str) -> str:
    """A page with each of its tables, between two comments, as in the results."""
    return re.sub(r"(<!-- (\w+): from [^>]* -->\n).*?(<!-- end -->)", _table_in_place, page, flags=re.DOTALL)


def _table_in_place(place: re.Match[str]) -> str:
    file, table = TABLES[place[2]]
    lines = (f"{line}\n" for line in table(json.loads((RESULTS / file).read_text("utf-8"))))
    return place[1] + "".join(lines) + place[3]


def missing_tables(page: str) -> list[str]:
    """The tables that have no place in a page."""
    return [name for name in TABLES if f"<!-- {name}: from " not in page]


def draw(found: Result) -> None:
    """How fast each engine is, and how newsdedup grows with the number of articles."""
    from matplotlib import pyplot

    pyplot.rcParams.update({"svg.hashsalt": "newsdedup", "font.size": 9})
    figure, (bars, growth) = pyplot.subplots(1, 2, figsize=(9, 3.2), layout="constrained")
    columns = _speeds(found)
    (title, engines), names = list(columns.items())[-1], _by_speed(columns)[::-1]
    bars.barh(names, [engines[name]["articles_per_second"] for name in names], color=_shades(names))
    bars.set(title=title, xlabel="articles per second")
    sizes = found["measures"]["file"]["sizes"]
    growth.loglog([one["articles"] for one in sizes], [one["seconds"] for one in sizes], "o-", color="0.1")
    growth.set(title="newsdedup, from a JSON Lines file", xlabel="articles", ylabel="seconds")
    growth.set_xticks([one["articles"] for one in sizes], [f"{one['articles']:,}" for one in sizes])
    growth.set_yticks([one["seconds"] for one in sizes], [f"{one['seconds']:.1f}" for one in sizes])
    growth.minorticks_off()
    figure.savefig(PICTURE, metadata={"Date": None})


def draw_record() -> None:
    """What the library says of the five articles, as it draws it itself."""
    from matplotlib import pyplot

    import newsdedup as nd

    pyplot.rcParams.update({"svg.hashsalt": "newsdedup"})
    axes = nd.plots.figures(nd.consolidate(SEEDS)[0])
    axes.figure.savefig(RECORD, metadata={"Date": None}, bbox_inches="tight", facecolor="white")


def _shades(names: Sequence[str]) -> list[str]:
    return ["0.1" if name.startswith("newsdedup") else "0.6" for name in names]


def main() -> None:
    """Write the pages, or check them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--targets", action="store_true", help="print what near-duplicates must reach, as a table")
    options = parser.parse_args()
    copies = json.loads((RESULTS / "copies.json").read_text("utf-8"))
    if options.targets:
        print("\n".join(targets_table(copies)))
        return
    pages = {path: path.read_text("utf-8") for path in (README, ALL_RESULTS)}
    if missing := missing_tables(pages[ALL_RESULTS]):
        raise SystemExit(f"{ALL_RESULTS.name} has no place for: {', '.join(missing)}")
    if options.check:
        stale = [path.name for path, page in pages.items() if with_tables(page) != page]
        raise SystemExit(f"{', '.join(stale)}: not what benchmarks/results say: run pages.py" if stale else 0)
    for path, page in pages.items():
        path.write_text(with_tables(page), "utf-8")
    draw(copies)
    draw_record()


if __name__ == "__main__":
    main()
