"""How close the store's events are to those of `find_events`, and how steady they are.

Every history begins with an empty store and adds a set's articles in random orders, 20 at a time, or by day of
publication, a day at a time; in random order no event settles. *Before a grouping*: each time that the store groups
the window by itself, B³ F1 of its events one revision before with those of `find_events` of the same articles, where
at least one addition since the last grouping did not group. *Joins as batch*: the first 85 % of a random order are
grouped, the others added without grouping; after each addition (of at most 25, evenly spread), each of its articles
is compared with `find_events` of all articles so far. It joins as there if both leave it alone, or if an article
that both put with it exists; *mostly the same* if more than half of the articles that either puts with it are put
with it by both. *Moves*: changes of an article's event after its first one: what moved, split off or was merged, in
events of the feed, per article.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import mean
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

import newsdedup as nd
from generate import corpus
from newsdedup.metrics import b_cubed
from train_evidence import LabelledSet, labelled_set

SETS: Final = ("vnmds", "gvc")
GENERATED: Final = "generated"
SEED: Final = 1
EVENTS: Final = 0.3  # share of the generated articles that report an event with others
SIZE: Final = 20
SIZES: Final = {"one at a time": 1, "20 at a time": SIZE, "50 at a time": 50}
FIRST: Final = 0.85
MARGINS: Final[Mapping[str, Mapping[str, float]]] = {"default margin": {}, "margin 0": {"margin": 0.0}}
_COMPARED: Final = 25  # additions after which a batch is run, at most
_ORDERS: Final = 3  # random orders of a labelled set

Result = dict[str, Any]
Articles = Sequence[nd.Article]
Events = Mapping[str, Any]  # of each article, by its id


def quality(data: Path | None, generated: int) -> Result:
    """Every measure on every set; without the folder of labelled sets, on generated news alone."""
    found: Result = {}
    for one in [labelled_set(data / name / "articles.jsonl") for name in SETS] if data else []:
        orders = [shuffled(one.articles, seed) for seed in range(_ORDERS)]
        found[one.name] = {
            "articles": len(one.articles),
            "sha256": one.digest,
            "random order": random_orders(orders),
            "by day": by_day(one),
        }
    if generated:
        articles = nd.read_articles(corpus(generated, SEED, events=EVENTS), progress=False)
        orders = [shuffled(articles, 0)]
        found[GENERATED] = {"articles": generated, "random order": random_orders(orders)}
    return found


def shuffled(articles: Articles, seed: int) -> list[nd.Article]:
    """The articles in a random order."""
    return [articles[place] for place in np.random.default_rng(seed).permutation(len(articles))]


def parts(articles: Articles, size: int) -> list[Articles]:
    """The articles, so many at a time."""
    return [articles[start : start + size] for start in range(0, len(articles), size)]


def days(articles: Articles) -> list[Articles]:
    """The articles of each day of publication; those without one first."""
    found: dict[str, list[nd.Article]] = {}
    for article in articles:
        found.setdefault(str(article.published_at or "")[:10], []).append(article)
    return [found[day] for day in sorted(found)]


@contextmanager
def new_store(**settings: Any) -> Iterator[nd.EventStore]:
    """An empty store in a temporary folder."""
    with tempfile.TemporaryDirectory() as folder, nd.open_store(f"{folder}/desk.db", records=False, **settings) as desk:
        yield desk


def batch_events(articles: Articles) -> Events:
    """The event of each article by `find_events`."""
    found = nd.find_events(articles, progress=False)
    return dict(zip(map(str, found.ids), found.labels.tolist(), strict=True))


def stored_events(desk: nd.EventStore, revision: int | None = None) -> Events:
    """The event of each article in a store, after a revision."""
    state = desk.at(desk.revision if revision is None else revision)
    return {name: event for event, names in state.events.items() for name in names}


def agreement(some: Events, others: Events, among: Iterable[str] | None = None) -> float:
    """B³ F1 of two groupings of the same articles."""
    names = list(some if among is None else among)
    return float(b_cubed(_numbered(some, names), _numbered(others, names)).f1)


def _numbered(events: Events, names: Iterable[str]) -> NDArray[np.int64]:
    return np.unique([str(events[name]) for name in names], return_inverse=True)[1].astype(np.int64)


def random_orders(orders: Sequence[Articles]) -> Result:
    """What was found over random orders: means, and the worst B³ before a grouping."""
    scores = [score for order in orders for score in before_groupings(order)]
    joined = {name: [after_first(order, size) for order in orders] for name, size in SIZES.items()}
    return {
        "before a grouping": _mean_and_worst(scores),
        "first 85 % grouped": {
            name: {measure: round(mean(one[measure] for one in each), 4) for measure in each[0]}
            for name, each in joined.items()
        },
    }


def _mean_and_worst(scores: Sequence[float]) -> Result:
    if not scores:
        return {"groupings": 0}
    return {"groupings": len(scores), "f1": round(mean(scores), 4), "worst_f1": round(min(scores), 4)}


def before_groupings(articles: Articles) -> list[float]:
    """B³ F1 of a store with batch before each of its own groupings, articles added 20 at a time."""
    with new_store(settle_days=None) as desk:
        return list(_before_groupings(desk, parts(articles, SIZE)))


def _before_groupings(desk: nd.EventStore, batches: Iterable[Articles]) -> Iterator[float]:
    stored, has_grown = list[nd.Article](), False
    for batch in batches:
        changes = desk.add(batch)
        if desk.added_since_grouping:
            has_grown = True
        elif has_grown:
            yield agreement(batch_events(stored), stored_events(desk, changes.revision - 1))
            has_grown = False
        stored += batch


def after_first(articles: Articles, size: int) -> Result:
    """Most articles grouped, the others added without grouping: join decisions, and B³ with batch at the end."""
    start = int(FIRST * len(articles))
    batches = parts(articles[start:], size)
    compared = set(np.linspace(0, len(batches) - 1, _COMPARED).round().astype(int).tolist())
    joins = list[tuple[bool, bool]]()
    with new_store(regroup="manual", settle_days=None) as desk:
        desk.add(articles[:start])
        for number, batch in enumerate(batches):
            desk.add(batch)
            if number in compared:
                expected = batch_events(articles[: start + size * number + len(batch)])
                joins += _joins(expected, stored_events(desk), [str(one.id) for one in batch])
        expected, found = batch_events(articles), stored_events(desk)
    loose, strict = np.mean(joins, axis=0)
    new = [str(one.id) for one in articles[start:]]
    return {
        "joins_as_batch": float(loose),
        "joins_mostly_same": float(strict),
        "f1": agreement(expected, found),
        "new_f1": agreement(expected, found, new),
    }


def _joins(expected: Events, found: Events, names: Iterable[str]) -> Iterator[tuple[bool, bool]]:
    """Whether articles have some of batch's company, and most of it."""
    members = [_members(one) for one in (expected, found)]
    for name in names:
        wanted, given = (one[events[name]] - {name} for one, events in zip(members, (expected, found), strict=True))
        both, either = len(wanted & given), len(wanted | given)
        yield both > 0 or not either, 2 * both > either or not either


def _members(events: Events) -> dict[Any, set[str]]:
    members: dict[Any, set[str]] = {}
    for name, event in events.items():
        members.setdefault(event, set()).add(name)
    return members


def by_day(one: LabelledSet) -> Result:
    """The history of a set by days, with each margin: moves, and B³ with the labels beside batch's."""
    batches, batch = days(one.articles), batch_events(one.articles)
    gold = dict(zip((str(article.id) for article in one.articles), one.events.tolist(), strict=True))
    return {
        "days": len(batches),
        "batch": {"f1": round(agreement(gold, batch), 4)},
        **{name: _history(batches, gold, **margin) for name, margin in MARGINS.items()},
    }


def _history(batches: Iterable[Articles], gold: Events, **settings: float) -> Result:
    with new_store(**settings) as desk:
        scores = list(_before_groupings(desk, batches))
        moved = moves(desk.changes()) / len(gold)
        return {
            "margin": desk.settings.margin,
            "before a grouping": _mean_and_worst(scores),
            "moves": round(moved, 4),
            "unmoved": round(1 - moved, 4),
            "f1": round(agreement(gold, stored_events(desk)), 4),
        }


def moves(changes: Iterable[nd.Change]) -> int:
    """How often an article came from one event to another."""
    members: dict[str, set[int]] = {}
    count = 0
    for change in changes:
        if change.kind == "merged":
            count += len(members.get(change.event, ()))
        elif change.kind == "split":
            count += len((change.data or {})["articles"])
        elif change.kind == "moved":
            count += 1
        members = _folded(members, change)
    return count


def _folded(members: dict[str, set[int]], change: nd.Change) -> dict[str, set[int]]:
    return nd.fold_changes(members, [change]) if change.kind in _MEMBERSHIP else members


_MEMBERSHIP: Final = ("new", "grown", "moved", "merged", "split", "removed")
