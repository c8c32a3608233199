"""Generate invented news whose copies are known: any number of articles, the same for the same seed.

    python benchmarks/generate.py --articles 1000000 --seed 1 -o FILE.jsonl      (needs NumPy and attrs)
    python benchmarks/generate.py --articles 5000 --data ../shared/data          (prints, writes nothing)

FILE.jsonl has one article per line (`id, title, text, published_at, source, language`), Vietnamese and
English in equal parts, about 3.4 KB of UTF-8 each; FILE.truth.jsonl has one family of related articles
per line. The articles 0 to n of a seed do not depend on how many are made.

How a text is made
    *Words.* Function words are real, all others made up: Vietnamese syllables from onset, rime and
    tone, alone and in compounds; English words from syllables and endings; together more than
    200,000 forms, drawn by the Zipf-Mandelbrot law. People, places, numbers and stock phrases are
    made up from the same material. A few thousand of each are composed once, as *pieces*: text is
    drawn piece by piece with NumPy, never word by word in Python.
    *Stories.* Each story has a *cast*: people, places and words of its own, from which nearly half of its
    pieces come, as real articles repeat their own terms. Two stories with one cast are two reports
    of one event in different words: `write_stories` takes the casts, so that events can be added.
    *Families.* Most stories have no copies. Some have: **edited** (sentences replaced or dropped,
    words changed, at any Jaccard similarity), **syndicated** (local paragraphs added), **excerpt**
    (a run of sentences, 1:2 to 1:8 of the length), **exact**. **template** families are bulletins from
    one template with other numbers: similar, but not copies. Outlets add boilerplate to their articles.

What is known
    For each family its kind, the ids of its articles, the original first, and for each pair the exact
    Jaccard similarity and containment of their 5-word shingles and the ratio of their lengths in
    shingles. They are counted on the word numbers that the text was composed from, not by the code
    that is measured. Pairs of a template are too many to list.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import chain, combinations
from pathlib import Path
from typing import Any, Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from _background import Background, background, background_row, real_background
from _stories import (
    Body,
    boilerplate,
    bulletin,
    casts,
    edited,
    excerpt,
    joined,
    lookalikes,
    printed,
    report_casts,
    syndicated,
    write_stories,
)
from _vocabulary import LANGUAGES, Language, Lexicon, Random, lexicon, random_stream

BLOCK: Final = 2_000  # articles made at once, shuffled among themselves
SHINGLE: Final = 5  # words
REPORTS: Final = (2, 7)  # of an event
START: Final = datetime(2025, 1, 1, tzinfo=UTC)

# Of all articles: how many belong to a family of this kind, and how many members follow the original.
SHARES: Final = {"edited": 0.12, "syndicated": 0.06, "excerpt": 0.06, "exact": 0.02, "template": 0.04}
FOLLOWERS: Final = {"edited": (1, 4), "syndicated": (1, 5), "excerpt": (1, 3), "exact": (1, 2)}
BOILERPLATE_SHARE: Final = 0.3  # of articles with the boilerplate paragraph of their outlet
OUTLETS: Final = 60
TEMPLATES: Final = 20


@frozen(eq=False)
class Family:
    """Articles that have one origin, the original first.

    Attributes
    ----------
    kind : str
        ``alone``, ``event``, a key of `SHARES`.
    name : str or None
        Of a template, which is the same in all blocks.
    """

    kind: str
    members: list[Body]
    name: str | None = None


@frozen(eq=False)
class Pair:
    """Two articles of a family and how alike they exactly are."""

    left: str
    right: str
    jaccard: float
    containment: float
    ratio: float


Article = dict[str, str]
Truth = dict[str, Any]


def corpus(
    articles: int, seed: int = 1, *, related: bool = True, code: str | None = None, events: float = 0
) -> Iterator[Article]:
    """Generated articles, one after the other.

    Parameters
    ----------
    articles : int
        How many.
    seed : int
        The same seed gives the same articles.
    related : bool
        Without, every article is a story of its own, with no copies, templates and boilerplate.
    code : str, optional
        ``vi`` or ``en`` for one language only.
    events : float
        Share of the articles that report an event which others report too, in other words.

    Yields
    ------
    dict
        ``id, title, text, published_at, source, language``.
    """
    for written, _ in blocks(articles, seed, related=related, code=code, events=events):
        yield from written


def blocks(
    articles: int, seed: int = 1, *, related: bool = True, code: str | None = None, events: float = 0
) -> Iterator[tuple[list[Article], list[Truth]]]:
    """The articles in blocks, each with the families in it; parameters as for `corpus`."""
    languages = [one for one in LANGUAGES if code in (None, one.code)]
    if not languages:
        raise ValueError(f"language {code!r} is not one of {[one.code for one in LANGUAGES]}")
    for number, first in enumerate(range(0, articles, BLOCK)):
        written, truth = _block(languages, number, seed, related, events)
        left = min(BLOCK, articles - first)
        yield written[:left], truth if left == BLOCK else _cut(truth, {one["id"] for one in written[:left]})


def _block(
    languages: Sequence[Language], number: int, seed: int, related: bool, events: float
) -> tuple[list[Article], list[Truth]]:
    """One block: families of each language, then all articles in random order."""
    articles: list[Article] = []
    truth: list[Truth] = []
    order = random_stream(seed, number, "order").permutation(BLOCK)
    ids = [f"g{seed}-{number * BLOCK + place:07d}" for place in order.tolist()]
    for language in languages:
        words = lexicon(language, seed)
        random = random_stream(seed, number, language.code)
        many = BLOCK // len(languages)
        reports = round(events * many)
        some = (_families(words, many - reports, seed, random, related), _event_families(words, reports, random))
        for family in chain.from_iterable(some):
            names = ids[len(articles) : len(articles) + len(family.members)]
            members = [_with_boilerplate(words, one, seed, random) if related else (0, one) for one in family.members]
            articles += _articles(words, names, members, number, random)
            if family.kind != "alone":
                truth.append(_truth(words, family, names, [body for _, body in members]))
    return sorted(articles, key=lambda one: one["id"]), truth


def _families(words: Lexicon, articles: int, seed: int, random: Random, related: bool) -> Iterator[Family]:
    """Families of exactly so many articles in all."""
    plan = _plan(articles, random) if related else []
    left = articles - sum(1 + followers for kind, followers in plan if kind != "template")
    n_templates = sum(kind == "template" for kind, _ in plan)
    needed = len(plan) - n_templates + sum(followers for _, followers in plan)
    stories = write_stories(words, casts(words, needed + left - n_templates, random), random)
    for kind, followers in plan:
        if kind == "template":
            template = int(random.integers(TEMPLATES))
            yield Family(kind, [bulletin(words, template, seed, random)], f"{words.language.code}-{template}")
        else:
            original, *spares = (stories.pop() for _ in range(1 + followers))
            yield Family(kind, [original, *(_follower(kind, original, spare, random) for spare in spares)])
    yield from (Family("alone", [story]) for story in stories)


def _event_families(words: Lexicon, articles: int, random: Random) -> Iterator[Family]:
    """Events of exactly so many reports in all; every other one looks like the one before it."""
    sizes: list[int] = []
    while sum(sizes) < articles:
        sizes.append(min(int(random.integers(*REPORTS)), articles - sum(sizes)))
    if not sizes:
        return
    own = casts(words, len(sizes), random)
    own[1::2] = lookalikes(words, own[0::2][: len(own[1::2])], random)
    stories = write_stories(words, report_casts(words, own, np.array(sizes), random), random)
    for size in sizes:
        yield Family("event", [stories.pop(0) for _ in range(size)])


def _plan(articles: int, random: Random) -> list[tuple[str, int]]:
    """Kind and number of followers of every family with more than one article."""
    plan: list[tuple[str, int]] = []
    for kind, share in SHARES.items():
        left = round(share * articles)
        while left > 1 or (kind == "template" and left):
            followers = min(int(random.integers(*FOLLOWERS[kind])), left - 1) if kind in FOLLOWERS else 0
            plan.append((kind, followers))
            left -= 1 + followers
    return plan


def _follower(kind: str, original: Body, spare: Body, random: Random) -> Body:
    match kind:
        case "edited":
            return edited(original, spare, random.uniform(0.25, 0.98), random)
        case "syndicated":
            return syndicated(original, spare, random)
        case "excerpt":
            return excerpt(original, spare, float(np.exp(random.uniform(np.log(2.1), np.log(7.5)))), random)
        case _:
            return original


def _with_boilerplate(words: Lexicon, body: Body, seed: int, random: Random) -> tuple[int, Body]:
    """The outlet of an article, and the article with what that outlet puts below."""
    outlet = int(random.integers(OUTLETS))
    if random.random() >= BOILERPLATE_SHARE:
        return outlet, body
    return outlet, joined(body, boilerplate(words, outlet, seed))


def _articles(
    words: Lexicon, names: Sequence[str], members: Sequence[tuple[int, Body]], number: int, random: Random
) -> Iterator[Article]:
    """The articles of a family, the original published first."""
    moment = START + timedelta(minutes=60 * number + int(random.integers(60 * 24)))
    for name, (outlet, body) in zip(names, members, strict=True):
        yield {
            "id": name,
            "title": " ".join(words.strings[body.pieces[: int(random.integers(6, 12))]].tolist()),
            "text": printed(words, body),
            "published_at": moment.isoformat(),
            "source": f"outlet-{words.language.code}-{outlet}",
            "language": words.language.code,
        }
        moment += timedelta(minutes=int(random.integers(5, 60 * 24)))


_MIXERS: Final = np.random.Generator(np.random.SFC64(0)).integers(0, 1 << 63, (2, SHINGLE), np.uint64) * 2 + 1


def _shingles(words: Lexicon, body: Body) -> NDArray[np.uint64]:
    """The set of 5-word shingles, each as a 64-bit hash of its word numbers."""
    numbers = words.words_of(body.pieces).astype(np.uint64)
    mixed = (numbers + np.uint64(1)) * _MIXERS[0, 0]
    mixed ^= mixed >> np.uint64(29)
    runs = np.lib.stride_tricks.sliding_window_view(mixed, min(SHINGLE, len(mixed)))
    return np.unique(runs @ _MIXERS[1, : runs.shape[1]])


def _truth(words: Lexicon, family: Family, names: Sequence[str], members: Sequence[Body]) -> Truth:
    """A family for the truth file."""
    truth: Truth = {"kind": family.kind, "ids": list(names)}
    if family.name:
        return truth | {"name": family.name}
    if family.kind == "event":
        return truth
    sets = [_shingles(words, body) for body in members]
    numbered = combinations(range(len(names)), 2)
    return truth | {"pairs": [[names[i], names[j], *_alike(sets[i], sets[j])] for i, j in numbered]}


def _alike(left: NDArray[np.uint64], right: NDArray[np.uint64]) -> tuple[float, float, float]:
    """Jaccard similarity, containment and length ratio of two sets."""
    shared = len(left) + len(right) - len(np.union1d(left, right))
    smaller, larger = sorted((len(left), len(right)))
    return shared / (smaller + larger - shared), shared / smaller, larger / smaller


def _cut(truth: Sequence[Truth], written: set[str]) -> list[Truth]:
    """The families as far as their articles were written."""
    left = []
    for family in truth:
        ids = [name for name in family["ids"] if name in written]
        pairs = [pair for pair in family.get("pairs", []) if {pair[0], pair[1]} <= written]
        if pairs or (ids and "pairs" not in family):
            left.append(family | ({"ids": ids, "pairs": pairs} if pairs else {"ids": ids}))
    return left


def true_events(path: Path) -> dict[str, str]:
    """The event of each article that is one of several: copies report one event, bulletins of a template do not."""
    with path.open(encoding="utf-8") as lines:
        families = [family for family in map(json.loads, lines) if family["kind"] != "template"]
    return {name: family["ids"][0] for family in families for name in family["ids"]}


def read_truth(path: Path) -> Iterator[tuple[str, Pair]]:
    """Each pair of a truth file, with the kind of its family."""
    with path.open(encoding="utf-8") as lines:
        for family in map(json.loads, lines):
            for pair in family.get("pairs", []):
                yield family["kind"], Pair(*pair)


def truth_path(path: Path) -> Path:
    """Where the truth about a file of articles is written."""
    return path.with_name(f"{path.stem}.truth.jsonl")


def write_corpus(
    path: Path, articles: int, seed: int = 1, *, related: bool = True, code: str | None = None, events: float = 0
) -> None:
    """Write articles and the truth about them; parameters as for `corpus`."""
    with path.open("w", encoding="utf-8") as lines, truth_path(path).open("w", encoding="utf-8") as known:
        for written, truth in blocks(articles, seed, related=related, code=code, events=events):
            lines.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in written)
            known.writelines(json.dumps(family) + "\n" for family in truth)


def generated_background(code: str, seed: int, articles: int) -> Background:
    """The background of generated articles of one language."""
    texts, ids, families = [], [], {}
    for written, truth in blocks(articles, seed, code=code):
        texts += [one["text"] for one in written]
        ids += [one["id"] for one in written]
        families.update({name: family["ids"][0] for family in truth for name in family["ids"]})
    return background(texts, [families.get(name, name) for name in ids])


def background_table(seed: int, articles: int, data: Path | None) -> str:
    """A readable comparison of generated and real news."""
    rows = {f"generated {one.code}": generated_background(one.code, seed, articles) for one in LANGUAGES}
    names = {"VN-MDS (vi)": "vnmds", "GVC (en)": "gvc"} if data else {}
    rows |= {shown: real_background(Path(data or ".") / name / "articles.jsonl") for shown, name in names.items()}
    head = f"{'':14}{'bytes':>7}{'words':>7}{'distinct':>9}{'terms':>7}{'forms':>8}   Jaccard of 1, 2, 5 words"
    return "\n".join([head, *(background_row(name, one) for name, one in rows.items())])


def main() -> None:
    """Write articles and truth, and print how they compare with real ones."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--language", choices=[one.code for one in LANGUAGES], help="one language only")
    parser.add_argument("--alone", action="store_true", help="no copies, no templates, no boilerplate")
    parser.add_argument("--events", type=float, default=0, help="share of articles that report one event with others")
    parser.add_argument("-o", "--output", type=Path, help="a .jsonl file; the truth is written next to it")
    parser.add_argument("--data", type=Path, help="folder of the labelled sets, to compare with")
    parser.add_argument("--sample", type=int, default=2_000, help="articles a language to compare, 0 for none")
    options = parser.parse_args()
    if options.output:
        start = time.perf_counter()
        write_corpus(
            options.output,
            options.articles,
            options.seed,
            related=not options.alone,
            code=options.language,
            events=options.events,
        )
        size, seconds = options.output.stat().st_size, time.perf_counter() - start
        print(f"{options.output}: {options.articles} articles, {size / 1e6:.0f} MB in {seconds:.1f} s")
    if options.sample:
        print(f"vocabulary: {sum(one.forms for one in LANGUAGES)} forms")
        print(background_table(options.seed, min(options.sample, options.articles), options.data))


if __name__ == "__main__":
    main()
