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
from statistics import median
from typing import Any, Final

from _spark_cost import cost_table
from _summary_table import FILES, summary_table

RESULTS: Final = Path(__file__).parent / "results"
README: Final = RESULTS.parents[1] / "README.md"  # has some of the tables
ALL_RESULTS: Final = RESULTS.parents[1] / "docs/benchmarks.md"  # has all of them
PICTURE: Final = RESULTS / "copies.svg"
MARKED: Final = {"en": "English", "vi": "Vietnamese"}
RECORD: Final = RESULTS.parents[1] / "docs/figures.svg"
SEEDS: Final = RESULTS.parents[1] / "seeds"
SETS: Final = {"vnmds": "VN-MDS", "gvc": "GVC", "ecbplus-dev": "ECB+ dev", "neus-dev": "NeuS dev"}
OURS, UNSEEN = "newsdedup", "newsdedup, trained without this set"
TFIDF_ORACLES: Final = ("TF-IDF 1-grams, oracle's threshold", "TF-IDF, oracle's threshold")
LOOKALIKES: Final = {  # the parts of the protocol, and how the table calls them
    "all templates of each event": "look-alikes, all reports: F1",
    "one template, every event once": "each told once, same words: precision",
    "any template, every event once": "each told once, any words: precision",
}
LATER: Final = {  # the kinds of later reports, and how the table calls them
    "increment": "a later report adds to a toll",
    "parts": "another gives the parts of a total",
    "denied": "another denies the toll",
    "corrected": "the outlet corrects itself",
    "outlet": "one outlet twice, in other words",
    "wire": "one agency twice, in other words",
    "confirmed": "two independent reports",
}
RECORD_MEASURES: Final = {
    "figures false or misread": "figures that are false or misread",
    "figures of a quantity that another has": "figures of a quantity that another figure has",
    "figures merged": "figures that merge two quantities",
    "values not read": "marked values that no figure has",
    "best right": "best value right",
    "status right": "status right",
    "start date right where stated": "start date right where stated",
    "start date right": "start date right",
    "central person present": "a central person of the event is among the people",
    "people wrong": "people whom nobody marked",
    "places wrong": "places that nobody marked",
    "places found": "marked places found",
    "timeline: day wrong": "lines of the timeline with a wrong day",
    "timeline: repeats": "lines that repeat another",
}
CUTS: Final = ("first 12 words", "first 25 words", "first 40 words", "title alone")

Result = Mapping[str, Any]


def events_table(found: Result) -> Iterator[str]:
    """B³ F1 of each way on each set."""
    sets = {title: found["sets"][name]["results"] for name, title in SETS.items() if name in found["sets"]}
    yield f"| B³ F1 | {' | '.join(sets)} |"
    yield "|---" * (1 + len(sets)) + "|"
    for way in next(iter(sets.values())):
        scores = (f"{results[way]['f1']:.3f}".lstrip("0") for results in sets.values())
        yield f"| {way} | {' | '.join(scores)} |"


def hard_table(found: Result) -> Iterator[str]:
    """Each event told once, and all reports beside it: look-alikes, and texts of 12 words (mean of the sets)."""
    lookalikes = [found["lookalikes"][part]["results"] for part in LOOKALIKES]
    short = [found["short"][name][CUTS[0]] for name in SETS if name in found["short"]]
    columns = (*LOOKALIKES.values(), "12 words, all reports: F1", "12 words, one report an event: precision")
    yield f"| B³ | {' | '.join(columns)} |"
    yield "|---" * (1 + len(columns)) + "|"
    for way in lookalikes[0]:
        cut_way = UNSEEN if way == OURS else way.replace("oracle's", "fixed")
        cells = [part[way][measure] for part, measure in zip(lookalikes, ("f1", "precision", "precision"), strict=True)]
        for reports, measure in (("all reports", "f1"), ("one report an event", "precision")):
            values = [one[reports]["results"][cut_way][measure] for one in short]
            cells.append(sum(values) / len(values))
        yield f"| {way.partition(',')[0]} | {' | '.join(map(_share, cells))} |"


def short_table(found: Result) -> Iterator[str]:
    """Each set cut to each length, trained without the set, and the better TF-IDF with an oracle's threshold."""
    yield "| text | set | all reports: F1 | TF-IDF, oracle's threshold: F1 | one report an event: precision |"
    yield "|---" * 5 + "|"
    for cut in CUTS:
        for name, title in SETS.items():
            one = found["short"][name][cut]
            ours, alone = (one[part]["results"] for part in ("all reports", "one report an event"))
            oracle = max(ours[way]["f1"] for way in TFIDF_ORACLES)
            cells = (ours[UNSEEN]["f1"], oracle, alone[UNSEEN]["precision"])
            yield f"| {cut} | {title} | {' | '.join(map(_share, cells))} |"


def day_table(found: Result) -> Iterator[str]:
    """A day's mix, trained without the set."""
    yield "| a day's mix, B³ | precision | recall | F1 |"
    yield "|---" * 4 + "|"
    for name, title in SETS.items():
        one = found["day mix"][name][UNSEEN]
        yield f"| {title} | {' | '.join(_share(one[what]) for what in ('precision', 'recall', 'f1'))} |"


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


def later_table(found: Result) -> Iterator[str]:
    """How often the status and the best value are right, for each relation of two reports."""
    sets = {SETS[name]: one for name, one in found["injected"]["later_reports"].items()}
    yield f"| status and best value right | {' | '.join(sets)} |"
    yield "|---" * (1 + len(sets)) + "|"
    for kind, title in LATER.items():
        yield f"| {title} | {' | '.join(_share(one['kinds'][kind]['right']) for one in sets.values())} |"


def tolls_table(found: Result) -> Iterator[str]:
    """How often the toll that is stated is the final one, and the start date the day of the incident."""
    measures = {
        "a toll is stated": "stated",
        "right where stated": "right_where_stated",
        "right of all stated": "right_of_all_stated",
    }
    columns = [(role, what) for role in ("dead", "injured") for what in measures]
    heads = [*(f"{role}: {what}" for role, what in columns), "start date: right"]
    yield f"| share of the incidents | {' | '.join(heads)} |"
    yield "|---" * (1 + len(heads)) + "|"
    for way, parts in found["gvc"]["results"].items():
        shares = [*(parts[role][measures[what]] for role, what in columns), parts["start_date"]["right"]]
        yield f"| {way} | {' | '.join(map(_share, shares))} |"


def records_table(found: Result) -> Iterator[str]:
    """How records compare with what annotators marked: of the half that was held back, and of the seen one."""
    yield "| 50 marked events, share (of) | held back | seen in development |"
    yield "|---|---|---|"
    results = [found["marked"][part]["results"] for part in ("held", "seen")]
    for measure, title in RECORD_MEASURES.items():
        yield _record_row(title, measure, [one["newsdedup"]["all sets"] for one in results])
        for peer in results[0]:
            if peer != "newsdedup" and measure in results[0][peer]:
                yield _record_row(peer, measure, [one[peer] for one in results])


def _record_row(title: str, measure: str, parts: Sequence[Result]) -> str:
    held, seen = (f"{_share(one[measure])} ({one[f'{measure}, of']})" for one in parts)
    return f"| {title} | {held} | {seen} |"


def record_speed_table(found: Result) -> Iterator[str]:
    """The time of a record beside reading its reports alone."""
    yield "| reports of one event | KB per report | reading alone | record, reading included | ratio |"
    yield "|---|---|---|---|---|"
    speeds = found["speed"]
    for name, one in speeds["ten_reports"].items():
        yield _speed_row(f"10, {SETS[name]}", one, "milliseconds", "ms")
    many = speeds["many_reports"]
    yield _speed_row(f"{many['reports']:,}, generated", many, "seconds", "s")


def _speed_row(title: str, one: Result, unit: str, sign: str) -> str:
    reading, record = (f"{one[f'{what}_{unit}']:.0f} {sign}" for what in ("reading", "record"))
    return f"| {title} | {one['kilobytes_per_report']} | {reading} | {record} | {one['record_times_reading']} |"


def marked_table(found: Result) -> Iterator[str]:
    """How much of marked news is read: of the half that was held back, and of the one seen in development."""
    measures = ("recall", "precision", "qualifier", "noun", "role", "modality")
    yield f"| marked news, share right | values | {' | '.join(measures)} | background: recall | background: precision |"
    yield "|---" * (4 + len(measures)) + "|"
    for language, parts in found["marked"].items():
        if language not in MARKED:
            continue
        for part, title in (("held", "held back"), ("seen", "seen in development")):
            one = parts[part]
            shares = [one[what]["share"] for what in measures]
            shares += [one["background"][what]["share"] for what in ("recall", "precision")]
            yield f"| {MARKED[language]}, {title} | {one['recall']['of']} | {' | '.join(map(_share, shares))} |"


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


def targets_table(title: str, found: Result) -> Iterator[str]:
    """Everything that must be reached, and whether it is."""
    words = {True: "yes", False: "no", None: "not measured"}
    yield f"| {title} | measured | must be | met |"
    yield "|---|---|---|---|"
    for one in found["targets"]:
        value = "" if one["value"] is None else f"{one['value']:.4g}"
        yield f"| {one['what'].strip()} | {value} | {one['target']} | {words[one['met']]} |"


def measures_table(found: Result) -> Iterator[str]:
    """Each measure, what it must be, and whether it is."""
    words = {True: "yes", False: "**no**", None: "–"}
    yield "| measure | measured | must be | holds |"
    yield "|---|---|---|---|"
    for one in found["targets"]:
        if one["value"] is not None:
            value = f"{one['value']:,.0f}" if one["value"] >= 1000 else f"{one['value']:.4g}"
            yield f"| {one['what'].strip()} | {value} | {one['target']} | {words[one['met']]} |"


def store_speed_table(found: Result) -> Iterator[str]:
    """CPU time an added article by the number stored."""
    yield "| stored in the window | 20 at a time | one at a time | known again | 20 at a time, with records |"
    yield "|---|---|---|---|---|"
    for size, one in found.get("speed", {}).items():
        times = [
            one["20 at a time"]["cpu_ms"],
            one["one at a time"]["cpu_ms"],
            one["20 at a time"]["known_again_cpu_ms"],
        ]
        records = f"{one['with records']['cpu_ms']:.1f} ms" if "with records" in one else "–"
        yield f"| {int(size):,} | {' | '.join(f'{value:.2g} ms' for value in times)} | {records} |"


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


def growth_table(found: Result) -> Iterator[str]:
    """For each function the structures, the largest exponent, and where it is."""
    exponents: dict[str, dict[str, float]] = {}
    for structure, steps in found["structures"].items():
        for function, one in steps.items():
            if one.get("exponent") is not None:
                exponents.setdefault(function, {})[structure] = one["exponent"]
    yield "| function | structures | median exponent | largest | of |"
    yield "|---|---|---|---|---|"
    for function, of in exponents.items():
        largest = max(of, key=lambda structure: of[structure])
        yield f"| `{function}` | {len(of)} | {median(of.values()):.2f} | {of[largest]:.2f} | {largest} |"


def _reasons(found: Result) -> list[str]:
    return list(dict.fromkeys(one["reason"] for one in found["above"] if one["reason"]))


def _ratio(cell: Result | None, note: int | str | None) -> str:
    if cell is None:
        return "–"
    return f"{cell['times_plain_cpu']:.1f}" + (f" ({note})" if note else "")


TABLES: Final[Mapping[str, tuple[Sequence[str], Callable[..., Iterator[str]]]]] = {
    "summary": (FILES, summary_table),
    "events": (["events.json"], events_table),
    "hard": (["events.json"], hard_table),
    "short": (["events.json"], short_table),
    "day": (["events.json"], day_table),
    "copies": (["copies.json"], copies_table),
    "cliffs": (["cliffs.json"], cliffs_table),
    "growth": (["growth.json"], growth_table),
    "store": (["store.json"], measures_table),
    "storespeed": (["store.json"], store_speed_table),
    "numbers": (["figures.json"], numbers_table),
    "conflicts": (["figures.json"], conflicts_table),
    "later": (["figures.json"], later_table),
    "tolls": (["figures.json"], tolls_table),
    "records": (["records.json"], records_table),
    "recordspeed": (["records.json"], record_speed_table),
    "marked": (["figures.json"], marked_table),
    "spark": (["spark.json"], measures_table),
    "sparkcost": (["spark.json"], cost_table),
}


def with_tables(page: str) -> str:
    """A page with each of its tables, between two comments, as in the results."""
    return re.sub(r"(<!-- (\w+): from [^>]* -->\n).*?(<!-- end -->)", _table_in_place, page, flags=re.DOTALL)


def _table_in_place(place: re.Match[str]) -> str:
    """The table of a place; what stands there where its results are not committed yet."""
    files, table = TABLES[place[2]]
    if not all((RESULTS / file).is_file() for file in files):
        return place[0]
    lines = (f"{line}\n" for line in table(*(json.loads((RESULTS / file).read_text("utf-8")) for file in files)))
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
    parser.add_argument("--targets", action="store_true", help="print what must be reached, as tables")
    options = parser.parse_args()
    copies = json.loads((RESULTS / "copies.json").read_text("utf-8"))
    if options.targets:
        events = json.loads((RESULTS / "events.json").read_text("utf-8"))
        print(*targets_table("near-duplicates", copies), "", *targets_table("events", events), sep="\n")
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
