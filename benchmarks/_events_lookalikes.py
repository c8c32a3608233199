"""Protocol of look-alike news: events of one kind that are told in the same words, all reports and each told once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from _events_bench import OURS, Bench, Labels, grouped_by, part, scores
from _events_peers import groups_with, oracle_options, ways_of
from _lookalikes import lookalikes
from train_evidence import LabelledSet

ALL = "all templates of each event"


def lookalike_news(_: Bench | None = None, *, with_peers: bool = True) -> dict[str, Any]:
    """Templates filled in for many events, all reports of each and one of each: the default model and the peers.

    A peer's option is the best one for all reports of each event, as only an oracle could choose it, also
    where each event is told once: the best one there would always leave every article alone.
    """
    articles, event_of = lookalikes()
    one = LabelledSet("lookalikes", articles, np.unique(event_of, return_inverse=True)[1], "")
    found = {name: part(one, rows) for name, rows in _parts(one.events).items()}
    best = oracle_options(found[ALL], ways_of(found[ALL])) if with_peers else {}
    return {name: _on_lookalikes(some, best) for name, some in found.items()}


def _parts(events: Labels) -> dict[str, Labels]:
    """The rows of all reports, and of one report of each event: from the same template, and from any."""
    n_templates = len(events) // len(np.unique(events))
    template = np.arange(len(events)) % n_templates
    parts = {
        ALL: np.ones(len(events), bool),
        "one template, every event once": template == 0,
        "any template, every event once": template == events % n_templates,
    }
    return {name: np.flatnonzero(kept) for name, kept in parts.items()}


def _on_lookalikes(one: LabelledSet, best: Mapping[str, Any]) -> dict[str, Any]:
    groups = {OURS: grouped_by(one), **groups_with(best, ways_of(one), ", oracle's threshold")}
    return {"articles": len(one.events), "results": {way: scores(one, labels) for way, labels in groups.items()}}
