"""How well figures are read in news that people have marked: every value, its kind and its meaning.

    python benchmarks/figures.py --data ../shared/data --only marked

The marks (``benchmarks/marks/LANGUAGE.jsonl``, ``background-LANGUAGE.jsonl``) were made without looking at
any output: offsets and values, no texts. Half of the articles are ``seen`` and may be used in development;
the other half is ``held`` for the final measurement. Faults are listed for the seen half only.

A mark is found, and a claim right, if they overlap with the same value and kind; each is used once. Marks
with ``arguable`` count neither way, and a mark's ``doubtful`` fields are not compared.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from _report import digest
from newsdedup import Article, FigureClaim, extract_figures, read_amounts, read_articles

MARKS: Final = Path(__file__).parent / "marks"
LANGUAGES: Final = ("en", "vi")
PARTS: Final = ("seen", "held")
UNITS_COMPARED: Final = ("money", "percent", "duration", "age")  # symbols of measures have several spellings
HEAD_LAST: Final = {"en": True, "vi": False}  # whether the head is the last word of a noun phrase

DIGITS: Final = {"en": r"\d+(?:,\d{3})*(?:\.\d+)?", "vi": r"\d+(?:\.\d{3})*(?:,\d+)?"}
WORDS: Final[Mapping[str, Sequence[str]]] = {
    "en": ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    "vi": ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"),
}

Mark = Mapping[str, Any]
Reading = tuple[int, int, Decimal]  # start, end and value of a number
Pair = tuple[Mark, FigureClaim]
Texts = Mapping[tuple[str, str], Article]
"""Articles by set and id."""


def run(data: Path) -> dict[str, Any]:
    """Compare every claim with the marks, for each language and part.

    Parameters
    ----------
    data : Path
        Folder of the sets that the marks name.

    Returns
    -------
    dict
        ``digest`` of the files of marks, and for each language ``seen`` and ``held`` (see `_scores`),
        ``background`` (see `_background_scores`) and ``faults`` of the seen half.
    """
    found: dict[str, Any] = {"digest": {path.name: digest(path) for path in sorted(MARKS.glob("*.jsonl"))}}
    for language in LANGUAGES:
        marks, events = _marks(f"{language}.jsonl"), _marks(f"background-{language}.jsonl")
        texts = _texts(data, [*marks, *events])
        marks = [_with_noun(mark, texts) for mark in marks]
        claims = {key: _counting(extract_figures(article)) for key, article in texts.items()}
        found[language] = {
            part: {
                **_scores(_of_part(marks, part), claims, language),
                "background": _background_scores(_of_part(events, part), claims),
                "values alone": _peers(_of_part(marks, part), texts, language),
            }
            for part in PARTS
        }
        found[language]["faults"] = _faults(_of_part(marks, "seen"), claims)
    return found


def _marks(name: str) -> list[Mark]:
    """The marks of a file; none where nobody has marked yet."""
    path = MARKS / name
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def _of_part(marks: Iterable[Mark], part: str) -> dict[tuple[str, str], list[Mark]]:
    """The marks of each article of a part; an article without any value has an empty list."""
    groups: dict[tuple[str, str], list[Mark]] = defaultdict(list)
    for mark in marks:
        if mark["part"] == part:
            groups[mark["set"], mark["id"]] += [] if mark.get("none") else [mark]
    return dict(groups)


def _texts(data: Path, marks: Sequence[Mark]) -> Texts:
    """The articles that are marked."""
    wanted = {(mark["set"], mark["id"]) for mark in marks}
    articles = {name: read_articles(data / name / "articles.jsonl") for name in {name for name, _ in wanted}}
    return {
        (name, article.id): article
        for name, group in articles.items()
        for article in group
        if (name, article.id) in wanted
    }


def _with_noun(mark: Mark, texts: Texts) -> Mark:
    """The mark with the words of its noun."""
    span = mark.get("noun")
    return {**mark, "words": texts[mark["set"], mark["id"]].text[slice(*span)]} if span else mark


def _counting(claims: Iterable[FigureClaim]) -> list[FigureClaim]:
    """The claims that are numbers: no dates, no people who are mentioned without a number."""
    return [claim for claim in claims if claim.kind != "date" and claim.is_toll]


def _scores(
    groups: Mapping[tuple[str, str], Sequence[Mark]], claims: Mapping[tuple[str, str], list[FigureClaim]], language: str
) -> dict[str, Any]:
    """Recall, precision, and how often each field of the claims found is right."""
    pairs, n_counted = [], 0
    for key, marks in groups.items():
        pairs += _pairs(_certain(marks), claims[key])
        n_counted += len(_counted(marks, claims[key]))
    marks = [mark for group in groups.values() for mark in _certain(group)]
    ages = [mark for mark in marks if mark["kind"] == "age"]
    return {
        "articles": len(groups),
        "recall": _share(len(pairs), len(marks)),
        "recall of ages": _share(sum(mark["kind"] == "age" for mark, _ in pairs), len(ages)),
        "precision": _share(len(pairs), n_counted),
        **{name: _share_right(pairs, name, is_right, language) for name, is_right in FIELDS.items()},
    }


def _certain(marks: Iterable[Mark]) -> list[Mark]:
    return [mark for mark in marks if not mark.get("arguable")]


def _counted(marks: Iterable[Mark], claims: Iterable[FigureClaim]) -> list[FigureClaim]:
    """The claims without those on an arguable mark."""
    arguable = [mark for mark in marks if mark.get("arguable")]
    return [claim for claim in claims if not any(_overlap(mark, claim.start, claim.end) for mark in arguable)]


def _overlap(mark: Mark, start: int, end: int) -> bool:
    return bool(mark["start"] < end and start < mark["end"])


def _pairs(marks: Iterable[Mark], claims: Iterable[FigureClaim]) -> list[Pair]:
    """Each mark with the first claim on it that has its value and kind; no claim twice."""
    pairs: list[Pair] = []
    free = list(claims)
    for mark in marks:
        claim = next((one for one in free if _is_claim_of(mark, one)), None)
        if claim is not None:
            free.remove(claim)
            pairs.append((mark, claim))
    return pairs


def _is_claim_of(mark: Mark, claim: FigureClaim) -> bool:
    high = mark.get("high") if not _is_doubtful(mark, "qualifier") else None
    return (
        _overlap(mark, claim.start, claim.end)
        and claim.kind == mark["kind"]
        and claim.number == Decimal(mark["value"])
        and (high is None or claim.high == Decimal(high))
    )


def _is_doubtful(mark: Mark, name: str) -> bool:
    return name in mark.get("doubtful", ())


def _qualifier_is_right(mark: Mark, claim: FigureClaim, _: str) -> bool | None:
    return bool(claim.qualifier == mark["qualifier"])


def _noun_is_right(mark: Mark, claim: FigureClaim, language: str) -> bool | None:
    """Whether two nouns share their head; None where the mark has no noun."""
    if not mark.get("noun"):
        return None
    marked, given = (_ending_in_head(noun, language) for noun in (mark["words"], claim.noun or ""))
    n_words = min(len(marked), len(given))
    return n_words > 0 and marked[-n_words:] == given[-n_words:]


def _ending_in_head(noun: str, language: str) -> list[str]:
    """The words of a noun phrase, its head last: "rounds" of "300 rounds of ammunition"."""
    words = noun.casefold().split()
    if not HEAD_LAST[language]:
        return words[::-1]
    return words[: words.index("of")] if "of" in words else words


def _role_is_right(mark: Mark, claim: FigureClaim, _: str) -> bool | None:
    return claim.role == mark["role"] if mark["role"] or claim.role else None


def _modality_is_right(mark: Mark, claim: FigureClaim, _: str) -> bool | None:
    return bool(claim.modality == mark["modality"])


def _unit_is_right(mark: Mark, claim: FigureClaim, _: str) -> bool | None:
    return claim.unit == mark["unit"] if mark["kind"] in UNITS_COMPARED else None


FIELDS: Final[Mapping[str, Callable[[Mark, FigureClaim, str], bool | None]]] = {
    "qualifier": _qualifier_is_right,
    "noun": _noun_is_right,
    "role": _role_is_right,
    "modality": _modality_is_right,
    "unit": _unit_is_right,
}
"""Whether a claim has what the mark says; None where there is nothing to compare."""


def _share_right(
    pairs: Iterable[Pair], name: str, is_right: Callable[[Mark, FigureClaim, str], bool | None], language: str
) -> dict[str, Any]:
    judged = [is_right(mark, claim, language) for mark, claim in pairs if not _is_doubtful(mark, name)]
    return _share(sum(one is True for one in judged), sum(one is not None for one in judged))


def _share(n_right: int, n: int) -> dict[str, Any]:
    return {"share": round(n_right / n, 4) if n else None, "right": n_right, "of": n}


def _background_scores(
    groups: Mapping[tuple[str, str], Sequence[Mark]], claims: Mapping[tuple[str, str], list[FigureClaim]]
) -> dict[str, Any]:
    """Of the marked figures that were read, how well those of other events are told apart."""
    certain = {key: _certain(marks) for key, marks in groups.items()}
    read = [
        (mark["background"], claim.modality == "background")
        for key, marks in certain.items()
        for mark in marks
        if (claim := _claim_on(mark, claims[key])) is not None
    ]
    n_right = sum(marked and given for marked, given in read)
    return {
        "read": _share(len(read), sum(map(len, certain.values()))),
        "recall": _share(n_right, sum(marked for marked, _ in read)),
        "precision": _share(n_right, sum(given for _, given in read)),
    }


def _claim_on(mark: Mark, claims: Iterable[FigureClaim]) -> FigureClaim | None:
    on_it = [claim for claim in claims if _overlap(mark, claim.start, claim.end)]
    return next((claim for claim in on_it if claim.number == Decimal(mark["value"])), None)


def _faults(
    groups: Mapping[tuple[str, str], Sequence[Mark]], claims: Mapping[tuple[str, str], list[FigureClaim]]
) -> list[str]:
    """Where a value is missed, or a claim is wrong: article, offsets and value."""
    faults = []
    for key, marks in groups.items():
        pairs = _pairs(_certain(marks), claims[key])
        found, right = [mark for mark, _ in pairs], [claim for _, claim in pairs]
        missed = [mark for mark in _certain(marks) if mark not in found]
        wrong = [claim for claim in _counted(marks, claims[key]) if claim not in right]
        faults += [f"missed {key[1]} {one['start']}-{one['end']} {one['kind']} {one['value']}" for one in missed]
        faults += [f"wrong {key[1]} {one.start}-{one.end} {one.kind} {one.value}" for one in wrong]
    return faults


def _peers(groups: Mapping[tuple[str, str], Sequence[Mark]], texts: Texts, language: str) -> dict[str, Any]:
    """Recall and precision of values alone, whatever their kind, of readers that select nothing."""
    readers: Mapping[str, Callable[[str], Iterable[Reading]]] = {
        "every number, by a regular expression": lambda text: _plain_numbers(text, language),
        "newsdedup.read_amounts": lambda text: _amounts(text, language),
    }
    return {name: _value_scores(groups, texts, read) for name, read in readers.items()}


def _plain_numbers(text: str, language: str) -> Iterator[Reading]:
    """Digits and the words for one to ten."""
    words, (group, point) = WORDS[language], (",", ".") if language == "en" else (".", ",")
    pattern = rf"(?<![\w.,])(?:({DIGITS[language]})|({'|'.join(words)}))(?!\w)"
    for match in re.finditer(pattern, text, re.IGNORECASE):
        digits, word = match.groups()
        value = digits.replace(group, "").replace(point, ".") if digits else str(words.index(word.lower()) + 1)
        yield match.start(), match.end(), Decimal(value)


def _amounts(text: str, language: str) -> Iterator[Reading]:
    for one in read_amounts(text, language=language):
        yield one.start, one.end, Decimal(one.value)


def _value_scores(
    groups: Mapping[tuple[str, str], Sequence[Mark]], texts: Texts, read: Callable[[str], Iterable[Reading]]
) -> dict[str, Any]:
    n_found = n_marks = n_read = 0
    for key, marks in groups.items():
        readings = list(read(texts[key].text))
        arguable, certain = [mark for mark in marks if mark.get("arguable")], _certain(marks)
        n_marks += len(certain)
        n_found += sum(any(_is_value_of(mark, one) for one in readings) for mark in certain)
        n_read += sum(not any(_overlap(mark, *one[:2]) for mark in arguable) for one in readings)
    return {"recall": _share(n_found, n_marks), "precision": _share(n_found, n_read)}


def _is_value_of(mark: Mark, reading: Reading) -> bool:
    start, end, value = reading
    return _overlap(mark, start, end) and value == Decimal(mark["value"])
