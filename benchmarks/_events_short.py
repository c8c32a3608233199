"""Protocols of short texts: teasers, titles, one report an event, and a day's mix of lengths.

A cut is the first words of an article's body, without title and summary, or the title alone; date,
source and language stay. Articles without a title are left out where the title is all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np

from _events_bench import (
    CUTS,
    Bench,
    joined,
    mean,
    mean_scores,
    part,
    rewritten,
    scores,
    shares,
)
from _events_peers import fixed_options, groups_with, peers, ways_of
from _events_protocols import small_inputs
from newsdedup.events.training.training_sets import Cut, one_of_each, thinned
from newsdedup.metrics import b_cubed
from train_evidence import LabelledSet

SHORTEST: Final = "first 12 words"
SINGLE_SHARE: Final = 0.85  # of the events of a day have one report
_DRAWS: Final = 5  # of one report an event
_DAYS: Final = 3


def short_texts(of: Bench, *, with_peers: bool = True) -> dict[str, dict[str, Any]]:
    """Every set cut to each length: all reports, and one report an event; newsdedup and its peers.

    On one report an event each peer has the option that is best on average over all reports of the same
    length: the best option there would always leave every article alone.
    """
    found: dict[str, dict[str, Any]] = {name: {} for name in of.sets}
    for title, cut in CUTS.items():
        cuts = {name: rewritten(one, cut) for name, one in of.sets.items()}
        ways = {name: ways_of(one) if with_peers else {} for name, one in cuts.items()}
        options, others = fixed_options(cuts, ways), peers(cuts, ways)
        for name, one in cuts.items():
            groups = of.groups(one, name) | others[name]
            found[name][title] = {
                "articles": len(one.events),
                "all reports": {"results": {way: scores(one, labels) for way, labels in groups.items()}},
                "one report an event": {"results": _single_reports(of, one, options)},
            }
    return found


def _single_reports(of: Bench, one: LabelledSet, options: Mapping[str, Any]) -> dict[str, dict[str, float]]:
    """B-cubed precision where each event has one report; the mean of several draws."""
    found: dict[str, list[float]] = {}
    for seed in range(_DRAWS):
        drawn = part(one, one_of_each(one.events, np.random.default_rng(seed)))
        groups = of.groups(drawn, one.name) | groups_with(options, ways_of(drawn))
        for way, labels in groups.items():
            found.setdefault(way, []).append(b_cubed(drawn.events, labels).precision)
    return {way: {"precision": mean(values)} for way, values in found.items()}


def day_mix(of: Bench, name: str) -> dict[str, dict[str, float]]:
    """Scores of a set's articles in a day's news: all sets of its language, most events told once, lengths mixed.

    Each article is whole, or cut to 12, 25 or 40 words or to its title, at random.
    """
    language = of.sets[name].articles[0].language
    names = [other for other, one in of.sets.items() if one.articles[0].language == language]
    found: dict[str, list[Any]] = {}
    for seed in range(_DAYS):
        random = np.random.default_rng(seed)
        parts = [_as_on_a_day(of.sets[other], random) for other in names]
        day, place = joined(parts), names.index(name)
        start = sum(len(one.articles) for one in parts[:place])
        own = slice(start, start + len(parts[place].articles))
        for way, labels in of.groups(day, name).items():
            found.setdefault(way, []).append(shares(day.events, labels)[own])
    return {way: mean_scores(np.concatenate(each)) for way, each in found.items()}


def small_short(of: Bench, name: str, draws: int) -> dict[str, float]:
    """Mean B-cubed F1, trained without the set, on a few teasers of 12 words drawn at random."""
    return small_inputs(rewritten(of.sets[name], CUTS[SHORTEST]), of.models[name], draws)


def _as_on_a_day(one: LabelledSet, random: np.random.Generator) -> LabelledSet:
    thin = part(one, thinned(one.events, SINGLE_SHARE, random))
    return rewritten(thin, _some_cut(random))


def _some_cut(random: np.random.Generator) -> Cut:
    """Cuts each article in one of the ways, or leaves it whole; whole too where there is no title."""
    cuts: Sequence[Cut] = (lambda article: article, *CUTS.values())
    return lambda article: cuts[int(random.integers(len(cuts)))](article) or article
