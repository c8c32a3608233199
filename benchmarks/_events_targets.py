"""What grouping by event must reach, from the results of `events.py`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from _events_bench import OURS, UNSEEN, mean
from _targets import Target, made

FIRST: Final = {"vnmds": "VN-MDS", "gvc": "GVC", "ecbplus-dev": "ECB+ dev"}
TITLES: Final = {**FIRST, "neus-dev": "NeuS dev"}
TFIDF_ORACLES: Final = ("TF-IDF 1-grams, oracle's threshold", "TF-IDF, oracle's threshold")
LOOKALIKES: Final = {
    "all templates of each event": ("f1", 0.985),
    "one template, every event once": ("precision", 0.97),
    "any template, every event once": ("precision", 0.95),
}
MIXED_BEFORE: Final = {"vnmds": 0.9531, "gvc": 0.9723, "ecbplus-dev": 0.9313}  # must not become worse
SMALL_BEFORE: Final = {"vnmds": 0.9954, "gvc": 0.9968, "ecbplus-dev": 0.9871}

NO_MEASURES: Final = ("articles", "seconds", "sha256")

Result = Mapping[str, Any]


def targets(result: Result) -> Iterator[Target]:
    """Every target of which there is a measure."""
    makers: dict[str, Callable[[Any], Iterable[Target]]] = {
        "sets": _whole_targets,
        "thinned": _thinned_targets,
        "short": _short_targets,
        "lookalikes": _lookalike_targets,
        "mixed": _mixed_targets,
        "small": _small_targets,
        "small short": _small_short_targets,
        "calibration": _calibration_targets,
        "scale": _scale_targets,
    }
    return made(makers, result)


def mean_of_first(found: Result) -> Result:
    """The mean of every measure over the first three sets; empty where one is missing."""
    return _means([found[name] for name in FIRST]) if set(FIRST) <= set(found) else {}


def _means(each: Sequence[Any]) -> Any:
    if not isinstance(each[0], Mapping):
        return mean(each)
    return {key: _means([one[key] for one in each]) for key in each[0] if key not in NO_MEASURES}


def _whole_targets(found: Result) -> Iterator[Target]:
    if means := mean_of_first(found):
        f1 = means["results"][UNSEEN]["f1"]
        yield Target("trained without the set, F1, mean of the first three", f1, 0.953)
    if "neus-dev" in found:
        yield Target("  NeuS dev", found["neus-dev"]["results"][UNSEEN]["f1"], 0.89)


def _thinned_targets(found: Result) -> Iterator[Target]:
    for share, one in mean_of_first(found).items():
        yield Target(f"{float(share):.0%} of the events thinned, F1, mean of the first three", one["f1"], 0.95)


def _short_targets(found: Result) -> Iterator[Target]:
    for cut, bound in (("first 12 words", 0.97), ("first 40 words", 0.98)):
        for name, one in _named(found):
            precision = one[cut]["one report an event"]["results"][UNSEEN]["precision"]
            yield Target(f"one report an event, {cut}, precision, {name}", precision, bound)
    for cut, bound in (("first 40 words", 0.03), ("title alone", 0.0)):
        for name, one in _named(found):
            above = _above_oracle(one[cut]["all reports"]["results"])
            yield Target(f"{cut}, F1 above TF-IDF with an oracle, {name}", above, bound)


def _above_oracle(results: Result) -> float:
    return round(results[UNSEEN]["f1"] - max(results[way]["f1"] for way in TFIDF_ORACLES), 4)


def _lookalike_targets(found: Result) -> Iterator[Target]:
    for part, (measure, bound) in LOOKALIKES.items():
        yield Target(f"look-alikes, {part}, {measure}", found[part]["results"][OURS][measure], bound)


def _mixed_targets(found: Result) -> Iterator[Target]:
    for name, bound in MIXED_BEFORE.items():
        yield Target(f"within a mixed corpus, F1, {FIRST[name]}", found.get(name, {}).get("mixed"), bound)


def _small_targets(found: Result) -> Iterator[Target]:
    for name, bound in SMALL_BEFORE.items():
        yield Target(f"inputs of 2 to 20, F1, {FIRST[name]}", found.get(name, {}).get("mean_f1"), bound)


def _small_short_targets(found: Result) -> Iterator[Target]:
    for name, one in _named(found):
        yield Target(f"inputs of 2 to 20 with 12 words, F1, {name}", one["mean_f1"], 0.97)


def _calibration_targets(found: Result) -> Iterator[Target]:
    for name, one in _named(found):
        yield Target(f"calibration error, {name}", one["ece"], 0.05, at_most=True)


def _scale_targets(found: Result) -> Iterator[Target]:
    if one := found.get("1000000 articles"):
        yield Target("1,000,000 articles, seconds", one["seconds"], 330, at_most=True)
        yield Target("  peak memory, MB", one["peak_mb"], 7500, at_most=True)


def _named(found: Result) -> Iterator[tuple[str, Any]]:
    return ((TITLES[name], found[name]) for name in TITLES if name in found)
