"""Look-alike news: events of one kind, reported with the same few templates and other names, numbers and days.

Newsrooms fill in templates every day: prices, accidents, scores. Two reports from one template share most
of their words but report two events; two templates filled in for one event share only the names, numbers
and day. The templates are in lookalikes.json; all their sentences were invented for this benchmark.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from newsdedup.articles.article import Articles
from newsdedup.articles.intake import read_articles

Random = np.random.Generator
Values = dict[str, Any]

_DATA: Final = json.loads(Path(__file__).with_name("lookalikes.json").read_text("utf-8"))
_NAMES: Final[Mapping[str, Sequence[str]]] = _DATA["names"]


def _one(random: Random, some: Sequence[str]) -> str:
    return some[int(random.integers(len(some)))]


def _named(random: Random, kind: str) -> str:
    return _one(random, _NAMES[kind])


def _vi_name(random: Random) -> str:
    return " ".join(_named(random, part) for part in ("family", "middle", "given"))


def _en_name(random: Random) -> str:
    return f"{_one(random, _NAMES['first'])} {_one(random, _NAMES['last'])}"


def _comma(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


def _gold(random: Random) -> Values:
    sell = 78 + 8 * random.random()
    return {
        "day": f"{random.integers(1, 29)}/{random.integers(1, 13)}",
        "sell": _comma(sell),
        "buy": _comma(sell - 2),
        "step": f"{random.integers(1, 9)}00.000",
        "world": int(random.integers(2100, 2600)),
        "way": _one(random, ("tăng", "giảm")),
    }


def _crash(random: Random) -> Values:
    return {
        "place": _named(random, "provinces"),
        "driver": _vi_name(random),
        "dead": int(random.integers(1, 7)),
        "hurt": int(random.integers(2, 25)),
        "hour": int(random.integers(1, 24)),
        "day": f"{random.integers(1, 29)}/{random.integers(1, 13)}",
        "car": _one(random, ("xe tải", "xe khách", "xe container", "ô tô con")),
    }


def _fire(random: Random) -> Values:
    return {
        "place": _named(random, "provinces"),
        "owner": _vi_name(random),
        "area": int(random.integers(2, 60)) * 50,
        "trucks": int(random.integers(3, 20)),
        "day": f"{random.integers(1, 29)}/{random.integers(1, 13)}",
        "loss": int(random.integers(1, 40)),
        "ware": _one(random, ("nhựa", "gỗ", "vải", "giấy", "sơn")),
    }


def _seizure(random: Random) -> Values:
    return {
        "place": _named(random, "provinces"),
        "who": _vi_name(random),
        "age": int(random.integers(19, 60)),
        "weight": int(random.integers(2, 90)),
        "day": f"{random.integers(1, 29)}/{random.integers(1, 13)}",
        "pills": f"{random.integers(2, 90)}.000",
    }


def _match(random: Random) -> Values:
    home, away = random.choice(len(_NAMES["clubs"]), 2, replace=False)
    return {
        "home": f"{_one(random, _NAMES['towns'])} {_NAMES['clubs'][home]}",
        "away": f"{_one(random, _NAMES['towns'])} {_NAMES['clubs'][away]}",
        "scorer": _en_name(random),
        "goals": int(random.integers(1, 5)),
        "minute": int(random.integers(5, 90)),
        "crowd": f"{random.integers(4, 40)},{random.integers(100, 999)}",
    }


def _shooting(random: Random) -> Values:
    return {
        "town": _named(random, "towns"),
        "victim": _en_name(random),
        "age": int(random.integers(17, 70)),
        "street": f"{_one(random, _NAMES['last'])} Street",
        "day": _one(random, ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")),
        "shots": int(random.integers(3, 15)),
    }


def _rehab(random: Random) -> Values:
    return {
        "star": _en_name(random),
        "film": f"The {_one(random, _NAMES['last'])} {_one(random, ('Affair', 'Game', 'Letters', 'Summer'))}",
        "age": int(random.integers(19, 50)),
        "days": int(random.integers(2, 10)) * 10,
        "town": _named(random, "towns"),
        "agent": _en_name(random),
    }


def _earnings(random: Random) -> Values:
    return {
        "firm": _named(random, "firms"),
        "boss": _en_name(random),
        "profit": int(random.integers(20, 900)),
        "sales": f"{random.integers(1, 9)}.{random.integers(1, 9)}",
        "rise": int(random.integers(2, 40)),
        "price": f"{random.integers(10, 200)}.{random.integers(10, 99)}",
    }


# The values that are filled into the templates of each kind of event.
KINDS: Final[Mapping[str, Callable[[Random], Values]]] = {
    "gold": _gold,
    "crash": _crash,
    "fire": _fire,
    "seizure": _seizure,
    "match": _match,
    "shooting": _shooting,
    "rehab": _rehab,
    "earnings": _earnings,
}


def lookalikes(events: int = 12, seed: int = 0) -> tuple[Articles, list[str]]:
    """Articles of `events` events of each kind, each reported with every template of its kind, and their events."""
    random, items, event_of = np.random.default_rng(seed), [], []
    for kind, made_of in KINDS.items():
        for number in range(events):
            values, event = made_of(random), f"{kind} {number}"
            for place, template in enumerate(_DATA["templates"][kind]):
                filled = {part: words.format(**values) for part, words in template.items()}
                items.append({"id": f"{event} {place}", **filled})
                event_of.append(event)
    return read_articles(items), event_of
