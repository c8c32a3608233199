"""How grouping by event grows: time, memory and quality on generated news, and candidates under template news.

    python benchmarks/event_scale.py --sizes 10000,100000,1000000

Generated news of which 30 % are reports of events that others report too, beside copies, excerpts and
bulletins of templates; half of the events have a look-alike. Every size in a process of its own, from a
JSON Lines file to event labels. Prints a table and writes benchmarks/results/event_scale.json.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np

from _processes import peak_megabytes, run_task
from _report import digest, machine, source_version, versions, write_result
from _stories import bulletin
from _vocabulary import LANGUAGES, lexicon, random_stream
from generate import printed, true_events, truth_path, write_corpus

RESULTS: Final = Path(__file__).parent / "results/event_scale.json"
SEED: Final = 1
EVENTS: Final = 0.3  # of the articles report an event with others
PACKAGES: Final = ("numpy", "scipy", "numba", "datasketch")

Result = dict[str, Any]
task: Final = partial(run_task, __file__)


def file_to_events(path: str, threads: int) -> Result:
    """A file to event labels, import and compilation included."""
    start = time.perf_counter()
    import newsdedup as nd
    from newsdedup.metrics import b_cubed

    found = nd.find_events(path, threads=threads, progress=False)
    seconds = time.perf_counter() - start
    result = {
        "articles": len(found.ids),
        "seconds": round(seconds, 2),
        "peak_mb": round(peak_megabytes()),
        "events": int(found.labels.max(initial=-1)) + 1,
        "candidates_an_article": round(len(found.pairs) / len(found.ids), 2),
        "threshold": found.threshold,
    }
    if truth_path(Path(path)).exists():
        events = true_events(truth_path(Path(path)))
        gold = np.unique([events.get(name, name) for name in found.ids], return_inverse=True)[1]
        scores = b_cubed(gold, found.labels)
        result |= {name: round(getattr(scores, name), 4) for name in ("precision", "recall", "f1")}
    return result


def generated(folder: Path, articles: int) -> Path:
    """The file of so many articles; made once."""
    path = folder / f"events-{articles}.jsonl"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        write_corpus(path, articles, SEED, events=EVENTS)
    return path


def bulletins(folder: Path, articles: int) -> Path:
    """A file of bulletins of one template in each language, each with the numbers of its day; made once."""
    path = folder / f"bulletins-{articles}.jsonl"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8") as lines:
            lines.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in _bulletins(articles))
    return path


def _bulletins(articles: int) -> Iterator[dict[str, str]]:
    random = random_stream(SEED, "bulletins")
    for number in range(articles):
        words = lexicon(LANGUAGES[number % len(LANGUAGES)], SEED)
        yield {"id": f"bulletin-{number}", "text": printed(words, bulletin(words, 0, SEED, random))}


def main() -> None:
    """Measure, print, write; or be the process of one task."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="10000,100000,1000000")
    parser.add_argument("--bulletins", type=int, default=100_000)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "newsdedup-benchmark")
    parser.add_argument("-o", "--output", type=Path, default=RESULTS)
    parser.add_argument("--task", nargs=2, metavar=("NAME", "OPTIONS"), help=argparse.SUPPRESS)
    parsed = parser.parse_args()
    if parsed.task:
        print(json.dumps(file_to_events(**json.loads(parsed.task[1]))))
        return
    paths = {f"{size} articles": generated(parsed.work, int(size)) for size in parsed.sizes.split(",")}
    paths[f"{parsed.bulletins} bulletins"] = bulletins(parsed.work, parsed.bulletins)
    found: dict[str, Result] = {}
    for name, path in paths.items():
        found[name] = task("file_to_events", parsed.threads, path=str(path))
        print(f"{name}: " + ", ".join(f"{what} {value}" for what, value in found[name].items()), flush=True)
    sizes = [found[name] for name in found if name.endswith("articles")]
    logs = np.log([[one["articles"], one["seconds"]] for one in sizes])
    exponent = round(float(np.polyfit(logs[:, 0], logs[:, 1], 1)[0]), 3) if len(sizes) > 1 else None
    print(f"growth exponent {exponent}")
    result = {
        "machine": machine(),
        "versions": versions(PACKAGES),
        "source": source_version(),
        "threads": parsed.threads,
    }
    data = {path.name: digest(path) for path in paths.values()}
    write_result(parsed.output, result | {"data": data, "results": found, "growth_exponent": exponent})


if __name__ == "__main__":
    main()
