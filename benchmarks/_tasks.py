"""What `copies.py` measures in a process of its own, so that threads, memory and caches are its own too.

Each task takes plain options and gives plain data; `copies.py` starts ``copies.py --task NAME OPTIONS``
and reads the last line that it prints.
"""

from __future__ import annotations

import gc
import json
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations, islice
from pathlib import Path
from statistics import median
from typing import Any, Final

import numpy as np
from attrs import frozen

from _engines import ENGINES, OURS, arrow_column, internal_signatures, newsdedup_signatures
from _processes import peak_megabytes
from _vocabulary import words_in
from generate import SHINGLE, read_truth

MARGIN: Final = 0.05  # a true pair is this much above the threshold
CONTAINMENT: Final = 0.8
LENGTH_RATIO: Final = (2, 8)
PAIRS_CHECKED: Final = 5_000
TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
WARM_UP: Final = 100  # texts that every engine sees before the clock starts

Timed = dict[str, list[float]]


def read_texts(path: Path, count: int | None = None) -> list[str]:
    """The first texts of a file; those of a short file over and over."""
    with path.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in islice(lines, count)]
    return texts if count is None else [texts[number % len(texts)] for number in range(count)]


def paired_times(runs: Mapping[str, Callable[[], Any]], repetitions: int) -> dict[str, Timed]:
    """Wall and processor seconds of each run, forth and back in turn, so that a slow moment hits all."""
    times: dict[str, Timed] = {name: {"seconds": [], "cpu_seconds": []} for name in runs}
    for repetition in range(repetitions):
        for name in runs if repetition % 2 == 0 else reversed(list(runs)):
            gc.collect()
            wall, processor = time.perf_counter(), time.process_time()
            runs[name]()
            times[name]["seconds"].append(time.perf_counter() - wall)
            times[name]["cpu_seconds"].append(time.process_time() - processor)
    return times


def engines(path: str, count: int, step: str, threads: int, repetitions: int, skip: Sequence[str]) -> dict[str, Any]:
    """Every installed engine on the same texts in memory; `step` is ``sketch`` or ``find``."""
    texts = read_texts(Path(path), count)
    here = [one for one in ENGINES if one.is_installed and one.name not in skip]
    for engine in here:
        getattr(engine, step)(engine.source(texts[:WARM_UP]), threads)
    runs = {engine.name: _run(getattr(engine, step), engine.source(texts), threads) for engine in here}
    times = paired_times(runs, repetitions)
    absent = [one.name for one in ENGINES if not one.is_installed]
    return {"articles": count, "bytes": sum(len(text.encode()) for text in texts), "times": times, "absent": absent}


def _run(step: Callable[[Any, int], Any], source: Any, threads: int) -> Callable[[], Any]:
    return lambda: step(source, threads)


def bytes_to_signatures(path: str, count: int, threads: int, repetitions: int) -> dict[str, Any]:
    """A column of UTF-8 to signatures, compared with a pass that only decodes, folds and hashes words."""
    try:
        import pyarrow  # noqa: F401 (for the column)

        from _plain_pass import packed, plain_pass
    except ImportError as problem:
        return {"absent": [problem.name]}
    texts = read_texts(Path(path), count)
    (data, offsets), column = packed(texts), arrow_column(texts)
    runs: dict[str, Callable[[], Any]] = {
        "plain pass": lambda: plain_pass(data, offsets),
        OURS: lambda: newsdedup_signatures(column, threads),
    }
    for run in runs.values():
        run()
    return {"articles": count, "bytes": len(data), "times": paired_times(runs, repetitions), "absent": []}


def internal(path: str, count: int, threads: int, repetitions: int) -> dict[str, Any]:
    """How many times as long `sketch_articles` takes over a list of `str` as the function inside it."""
    texts = read_texts(Path(path), count)
    runs: dict[str, Callable[[], Any]] = {
        "internal": lambda: internal_signatures(texts, threads),
        OURS: lambda: newsdedup_signatures(texts, threads),
    }
    for run in runs.values():
        run()
    times = paired_times(runs, repetitions)
    return {
        f"times_internal{suffix}": round(
            median(ours / inner for ours, inner in zip(times[OURS][kind], times["internal"][kind], strict=True)), 3
        )
        for suffix, kind in (("", "seconds"), ("_cpu", "cpu_seconds"))
    }


def file_to_groups(path: str, threads: int) -> dict[str, Any]:
    """A file to copy groups, import and compilation included, with the peak of memory."""
    wall, processor = time.perf_counter(), time.process_time()
    import newsdedup as nd

    found = nd.find_copies(path, threads=threads, progress=False)
    seconds, cpu_seconds = time.perf_counter() - wall, time.process_time() - processor
    return {
        "articles": len(found.ids),
        "bytes": Path(path).stat().st_size,
        "seconds": seconds,
        "cpu_seconds": cpu_seconds,
        "peak_mb": peak_megabytes(),
        "groups": int(found.labels.max(initial=-1)) + 1,
        "pairs": len(found.pairs),
        "excerpts": len(found.excerpts),
    }


# -------------------------------------------------------------------------------------- quality


@frozen
class KnownPair:
    """Two related articles, by their ids, and how alike they are."""

    left: str
    right: str
    jaccard: float
    containment: float
    ratio: float

    @property
    def is_excerpt(self) -> bool:
        """Whether the shorter is an excerpt of the longer."""
        shortest, longest = LENGTH_RATIO
        return self.containment >= CONTAINMENT and shortest <= self.ratio <= longest


def quality(path: str, truth: str | None, threshold: float, threads: int) -> dict[str, Any]:
    """Recall and precision on a file; without a truth file every pair is compared."""
    import newsdedup as nd

    found = nd.find_copies(path, threshold=threshold, threads=threads, progress=False)
    known = _known_pairs(Path(truth)) if truth else brute_force(Path(path))
    rows = {name: row for row, name in enumerate(found.ids)}
    links = _Links(found, rows)
    copies = [pair for pair in known if pair.jaccard >= threshold + MARGIN]
    excerpts = [pair for pair in known if pair.is_excerpt]
    return {
        "articles": len(found.ids),
        "threshold": threshold,
        "true_pairs": len(copies),
        "recall": _share(map(links.grouped, copies)),
        "recall_listed": _share(map(links.listed, copies)),
        "excerpts": len(excerpts),
        "excerpt_recall": _share(map(links.related, excerpts)),
        "found_pairs": len(found.pairs),
        **_precision(Path(path), found, threshold),
    }


def _share(answers: Iterable[bool]) -> float | None:
    given = list(answers)
    return sum(given) / len(given) if given else None


def _known_pairs(truth: Path) -> list[KnownPair]:
    pairs = (pair for _, pair in read_truth(truth))
    return [KnownPair(one.left, one.right, one.jaccard, one.containment, one.ratio) for one in pairs]


class _Links:
    """Whether a result brings two articles together."""

    def __init__(self, found: Any, rows: Mapping[str, int]) -> None:
        self.rows, self.labels = rows, found.labels
        self.pairs = set(zip(found.pairs["left"].tolist(), found.pairs["right"].tolist(), strict=True))
        ends = (self.labels[found.excerpts[side]].tolist() for side in ("left", "right"))
        self.excerpts = {tuple(sorted(pair)) for pair in zip(*ends, strict=True)}

    def _ends(self, pair: KnownPair) -> tuple[int, int]:
        left, right = sorted((self.rows[pair.left], self.rows[pair.right]))
        return left, right

    def grouped(self, pair: KnownPair) -> bool:
        """Both in one copy group."""
        left, right = self._ends(pair)
        return bool(self.labels[left] == self.labels[right])

    def listed(self, pair: KnownPair) -> bool:
        """Themselves a verified pair."""
        return self._ends(pair) in self.pairs

    def related(self, pair: KnownPair) -> bool:
        """In one group, or an excerpt links their groups."""
        left, right = sorted(int(self.labels[row]) for row in self._ends(pair))
        return left == right or (left, right) in self.excerpts


def _precision(path: Path, found: Any, threshold: float) -> dict[str, Any]:
    """How many of the pairs found are as alike as they must be, by the plainest count of words."""
    chosen = found.pairs
    if len(chosen) > PAIRS_CHECKED:
        chosen = chosen[np.sort(np.random.default_rng(0).choice(len(chosen), PAIRS_CHECKED, replace=False))]
    names = [(found.ids[left], found.ids[right]) for left, right in chosen[["left", "right"]].tolist()]
    sets = _shingle_sets(path, {name for pair in names for name in pair})
    exact = [len(sets[left] & sets[right]) / len(sets[left] | sets[right]) for left, right in names]
    errors = np.abs(np.array(exact) - chosen["score"])
    return {
        "pairs_checked": len(exact),
        "precision": _share(value >= threshold - 1e-9 for value in exact),
        "largest_score_error": float(errors.max(initial=0)),
    }


def _shingle_sets(path: Path, wanted: set[str] | None = None) -> dict[str, set[Any]]:
    """The 5-word shingles of the articles wanted, by id."""
    sets = {}
    with path.open(encoding="utf-8") as lines:
        for article in map(json.loads, lines):
            if wanted is None or article["id"] in wanted:
                words = _article_words(article["text"])
                sets[article["id"]] = set(zip(*(words[step:] for step in range(SHINGLE)), strict=False))
    return sets


def _article_words(text: str) -> list[str]:
    """The words of an article, with letters normalised by newsdedup; the counting is independent of it."""
    from newsdedup.text.normal_form import normalise

    return [_with_tones_last(word) for word in words_in(normalise(text).plain)]


def _with_tones_last(word: str) -> str:
    """A word with its Vietnamese tone marks at the end: their position does not change the word."""
    letters = unicodedata.normalize("NFD", word)
    tones = [letter for letter in letters if letter in TONES]
    return "".join(letter for letter in letters if letter not in TONES) + "".join(sorted(tones))


def brute_force(path: Path) -> list[KnownPair]:
    """Every pair of a small file that shares a shingle, with its exact scores."""
    sets = _shingle_sets(path)
    holders = defaultdict(list)
    for name, shingles in sets.items():
        for shingle in shingles:
            holders[shingle].append(name)
    shared = Counter(pair for names in holders.values() for pair in combinations(names, 2))
    return [_known(left, right, len(sets[left]), len(sets[right]), count) for (left, right), count in shared.items()]


def _known(left: str, right: str, left_size: int, right_size: int, shared: int) -> KnownPair:
    smaller, larger = sorted((left_size, right_size))
    return KnownPair(left, right, shared / (smaller + larger - shared), shared / smaller, larger / smaller)


TASKS: Final[Mapping[str, Callable[..., dict[str, Any]]]] = {
    task.__name__: task for task in (engines, bytes_to_signatures, internal, file_to_groups, quality)
}
