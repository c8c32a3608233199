"""Invented news of many events over some weeks: reports in their own words, copies, excerpts and single reports."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, Final

FIRST: Final = datetime(2031, 9, 1, 6, tzinfo=UTC)
_ONSETS: Final = ("b", "ch", "d", "g", "h", "kh", "l", "m", "n", "ng", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x")
_RHYMES: Final = ("a", "an", "at", "ao", "e", "em", "en", "i", "inh", "o", "oi", "on", "ong", "u", "um", "uyen", "ay")
_SYLLABLES: Final = [onset + rhyme for onset in _ONSETS for rhyme in _RHYMES]
_SENTENCES: Final = 9  # of an event; a report tells some of them
_TOLD: Final = 6

Row = dict[str, Any]


def many_events(articles: int = 240, seed: int = 1, days: int = 40) -> tuple[list[Row], list[int]]:
    """Rows of articles in no order, and the event of each."""
    random = Random(seed)
    rows: list[Row] = []
    events: list[int] = []
    event = 0
    while len(rows) < articles:
        told = _event_of(random)
        start = FIRST + timedelta(hours=random.randrange(24 * days))
        for number in range(random.choice((1, 1, 2, 3, 4))):
            moment = start + timedelta(hours=7 * number)
            text = " ".join(random.sample(told, _TOLD))
            for copy, words in enumerate(_printed(text, random)):
                name = f"e{event}-{number}-{copy}"
                rows.append(_row(name, words, moment + timedelta(minutes=copy), random))
                events.append(event)
        event += 1
    order = random.sample(range(len(rows)), len(rows))
    return [rows[place] for place in order], [events[place] for place in order]


def _event_of(random: Random) -> list[str]:
    """The sentences of an event: common words, and a few names and numbers that are its own."""
    names = [" ".join(word.capitalize() for word in random.sample(_SYLLABLES, 2)) for _ in range(3)]
    own = random.sample(_SYLLABLES, 12)
    return [_sentence(random, names, own) for _ in range(_SENTENCES)]


def _sentence(random: Random, names: Sequence[str], own: Sequence[str]) -> str:
    common = random.choices(_SYLLABLES[:60], k=7) + random.sample(own, 4)
    random.shuffle(common)
    words = [*common[:5], random.choice(names), *common[5:], str(random.randrange(3, 900))]
    return " ".join(words).capitalize() + "."


def _printed(text: str, random: Random) -> list[str]:
    """A text as it is printed: by one outlet, or by several, one of them a part of it or in other letters."""
    kind = random.randrange(8)
    if kind == 0:
        return [text, text]
    if kind == 1:
        return [text, text + " Theo toa soan."]
    if kind == 2:
        return [text, ". ".join(text.split(". ")[:3]) + "."]
    return [text]


def _row(name: str, text: str, moment: datetime, random: Random) -> Row:
    published: Any = random.choice((moment.isoformat(), moment.isoformat(), moment.date().isoformat()))
    return {
        "id": name,
        "text": text,
        "title": text[:40],
        "published_at": published,
        "source": random.choice(("Báo A", "Báo B", "Báo C", None)),
    }
