"""The evidence of two articles by topic: one term for all features that say the same, with what was in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

import numpy as np

from newsdedup.articles.article import Article, first_moment
from newsdedup.events.answers.comparison import Comparison
from newsdedup.events.evidence.embedding import FEATURE
from newsdedup.events.evidence.gather import CHANCE, CLASH, RATIO, TEMPLATE
from newsdedup.events.evidence.model import Model
from newsdedup.support.display import count_in_words, cut_between_words
from newsdedup.support.evidence import EvidenceTerm, strongest_first

_MOST_LISTED: Final = 6  # terms, names or numbers listed; the others are only counted
_LONGEST_LISTED: Final = 60  # characters of one of them
_NEGLIGIBLE: Final = 0.005  # weight of a topic that counts to `START` where there is nothing to say of it
_HOURS_SHOWN: Final = 48  # a longer time apart is given in days

START: Final = "to begin with, of two articles of this length"
ONE_TEMPLATE: Final = "one template filled in twice: the wording agrees far better than names and numbers do"
_BY_CHANCE: Final = "no name, number or rare term in common"

# The features of each topic. One that is in no topic is a topic of its own.
TOPICS: Final[Mapping[str, tuple[str, ...]]] = {
    "wording": ("words", f"words{RATIO}", "phrases_of_2", f"phrases_of_2{RATIO}", "opening"),
    "headlines": ("headline",),
    "names and numbers": ("names", f"names{CLASH}", "numbers", f"numbers{CLASH}", "details"),
    "days": ("days", f"days{CLASH}"),
    "shared neighbours": ("fellows",),
    "time of publication": ("time",),
    START: ("shorter",),  # short articles share little whatever they report, and long ones always something
    ONE_TEMPLATE: (TEMPLATE,),
    _BY_CHANCE: (CHANCE,),
    "vectors": (FEATURE,),
}
_TOPIC_OF: Final = {feature: topic for topic, features in TOPICS.items() for feature in features}


def evidence_by_topic(
    model: Model, pair: np.void, common: Comparison, articles: tuple[Article, Article]
) -> tuple[EvidenceTerm, ...]:
    """The evidence of a pair by topic, the strongest first; the weights add up to the logit.

    Each feature counts from zero, where the two have nothing in common and nothing speaks against them. So what is
    absent has no weight, and what two articles without any evidence need is in the term `START`.
    """
    weights = dict.fromkeys((*TOPICS, *(one.name for one in model.coefficients if one.name not in _TOPIC_OF)), 0.0)
    weights[START] = model.intercept
    for one in model.coefficients:
        weights[_TOPIC_OF.get(one.name, one.name)] += one.weight * float(pair[one.name]) / one.scale
        weights[START] -= one.weight * one.mean / one.scale
    said = _phrases(pair, common, articles)
    for name in [name for name in weights if name not in said and abs(weights[name]) < _NEGLIGIBLE and name != START]:
        weights[START] += weights.pop(name)
    return strongest_first(EvidenceTerm(name, weight, tuple(said.get(name, ()))) for name, weight in weights.items())


def _phrases(pair: np.void, common: Comparison, articles: tuple[Article, Article]) -> Mapping[str, Sequence[str]]:
    """What is said of each topic."""
    details = [*common_names(common), *common_numbers(common), *alone(common, "names"), *alone(common, "numbers")]
    said = {
        "wording": [*common_terms(common), *common_sentences(common)],
        "headlines": [*common_headlines(common)],
        "names and numbers": details,
        "days": [*common_days(common), *alone(common, "days")],
        "shared neighbours": ["both are like the same other reports"] if pair["fellows"] > 0 else [],
        "time of publication": [*_time_apart(*articles)],
    }
    return {topic: phrases for topic, phrases in said.items() if phrases}


def _time_apart(left: Article, right: Article) -> Iterator[str]:
    moments = [one.published_at for one in (left, right) if one.published_at]
    if len(moments) < 2:
        return
    first, last = sorted(map(first_moment, moments))
    if all(isinstance(one, datetime) for one in moments):
        hours = round((last - first) / timedelta(hours=1))
        apart = count_in_words(hours, "hour") if hours < _HOURS_SHOWN else count_in_words(round(hours / 24), "day")
        yield f"published {apart} apart"
    else:  # of one the hour is unknown
        days = abs((last.date() - first.date()).days)
        yield f"published {count_in_words(days, 'day')} apart" if days else "published on one day"


def phrases_for(common: Comparison) -> Iterator[str]:
    """What two articles have in common, in words."""
    if common.terms:
        yield from common_terms(common)
    for part in _IN_COMMON:
        yield from part(common)


def phrases_against(common: Comparison) -> Iterator[str]:
    """What only one of two articles states, in words."""
    if not common.terms:
        yield from common_terms(common)
    for kind in _NOUN_OF_DETAILS:
        yield from alone(common, kind)


def common_terms(common: Comparison) -> Iterator[str]:
    """The rare terms of both, or that there is none."""
    yield f"share {_number_and_list(common.terms, 'rare term')}" if common.terms else "no rare term in common"


def common_days(common: Comparison) -> Iterator[str]:
    """The days that both state."""
    if common.shared.days:
        yield f"both say {shortened(common.shared.days)}"


def common_names(common: Comparison) -> Iterator[str]:
    """The names that both print."""
    if common.shared.names:
        yield _number_and_list(common.shared.names, "name", " in common")


def common_numbers(common: Comparison) -> Iterator[str]:
    """The numbers that both print."""
    if common.shared.numbers:
        yield _number_and_list(common.shared.numbers, "number", " in common")


def common_headlines(common: Comparison) -> Iterator[str]:
    """How much of the words of the headlines both have."""
    if common.headline:
        yield f"overlap {common.headline:.2f}"


def common_sentences(common: Comparison) -> Iterator[str]:
    """The sentences that both print."""
    if common.sentences:
        quoted = [f"“{cut_between_words(sentence, _LONGEST_LISTED - 2)}”" for sentence in common.sentences]
        yield _number_and_list(quoted, "sentence", " in common")


_IN_COMMON: Final[tuple[Callable[[Comparison], Iterator[str]], ...]] = (
    common_days,
    common_names,
    common_numbers,
    common_headlines,
    common_sentences,
)
_NOUN_OF_DETAILS: Final = {"days": "day", "names": "name", "numbers": "number"}


def alone(common: Comparison, kind: str) -> Iterator[str]:
    """The days, names or numbers that only one of the two states, where each has some."""
    shared, left, right = (getattr(side, kind) for side in (common.shared, common.left_alone, common.right_alone))
    if left and right:
        heading = f"{_NOUN_OF_DETAILS[kind]}s of one alone" if shared else f"no {_NOUN_OF_DETAILS[kind]} in common"
        yield f"{heading}: {shortened(left)} | {shortened(right)}"


def _number_and_list(words: Sequence[str], noun: str, after: str = "") -> str:
    return f"{count_in_words(len(words), noun)}{after}: {shortened(words)}"


def shortened(words: Sequence[str]) -> str:
    """The first few words as a list, long ones cut."""
    listed = [cut_between_words(word, _LONGEST_LISTED) for word in words[:_MOST_LISTED]]
    return ", ".join(listed) + (" …" if len(words) > _MOST_LISTED else "")
