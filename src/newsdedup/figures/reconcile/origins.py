"""The origin of each claim: articles that copy one another, or copy a sentence, have one origin."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from attrs import evolve

from newsdedup.articles.article import first_moment
from newsdedup.figures.claim import FigureClaim
from newsdedup.support.components import linked_keys
from newsdedup.text.normal_form import normalise
from newsdedup.text.tokens import tokens

SENTENCE_SHINGLE = 5
SENTENCE_CONTAINMENT = 0.6  # of the shorter sentence's shingles found in the longer one
_MOST_SHARERS = 50  # sentences with one shingle up to which all pairs are compared


def with_origins(
    claims: Sequence[FigureClaim], article_origins: Mapping[str, str], copied_from: Mapping[str, str] | None = None
) -> list[FigureClaim]:
    """Give every claim its origin.

    Parameters
    ----------
    claims : sequence of FigureClaim
        The claims of one event.
    article_origins : mapping of str to str
        Id of each article to the id of the first article of its voice, or its own.
    copied_from : mapping of str to str, optional
        Id of each article to the id of the article that it is a copy of, or its own; by default as
        `article_origins`. A later report of one outlet is no copy, but may repeat sentences of the first.

    Returns
    -------
    list of FigureClaim
        In the order given. An origin is an article's id or, where articles that are not copies
        share the sentence and the value in it, ``id@start`` of the claim in its earliest article. A
        copied sentence with another value in it is a claim of its own article.
    """
    texts = article_origins if copied_from is None else copied_from
    speakers = {
        _printed_sentence(claim): (texts.get(claim.article_id, claim.article_id), claim.sentence) for claim in claims
    }
    has_several = len({text for text, _ in speakers.values()}) > 1
    clusters = _shared_sentences(speakers.values()) if has_several else {}
    shared = {sentence: clusters.get(speaker) for sentence, speaker in speakers.items()}
    first = _first_claims(claims, shared) if clusters else {}
    return [
        evolve(
            claim,
            origin=first.get(_shared_claim(claim, shared), article_origins.get(claim.article_id, claim.article_id)),
        )
        for claim in claims
    ]


_PrintedSentence = tuple[str, str]  # the id of its article, or origin, and its words


def _printed_sentence(claim: FigureClaim) -> _PrintedSentence:
    return claim.article_id, claim.sentence


def _shared_sentences(sentences: Iterable[_PrintedSentence]) -> dict[_PrintedSentence, _PrintedSentence]:
    """Sentences that several origins print, each with the representative of its cluster."""
    printed = sorted({sentence for sentence in sentences if sentence[1]})
    found = alike([shingles(sentence) for _, sentence in printed], SENTENCE_CONTAINMENT)
    pairs = ((printed[left], printed[right]) for left, right in found)
    return linked_keys((one, other) for one, other in pairs if one[0] != other[0])


Shingles = frozenset[tuple[str, ...]]


def alike(grams: Sequence[Shingles], least: float) -> Iterator[tuple[int, int]]:
    """Pairs of indices of `grams` with a containment of `least` or more, in order."""
    known, repeated = set[tuple[str, ...]](), set[tuple[str, ...]]()
    for runs in grams:
        repeated |= known & runs
        known |= runs
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, runs in enumerate(grams):
        for shingle in runs & repeated:
            holders[shingle].append(number)
    shared = {pair for group in holders.values() for pair in _pairs_sharing(group)}
    for one, other in sorted(shared):
        if containment(grams[one], grams[other]) >= least:
            yield one, other


def _pairs_sharing(group: Sequence[int]) -> Iterable[tuple[int, int]]:
    """Pairs to compare among those that share a shingle; only neighbours where many share it."""
    return combinations(group, 2) if len(group) <= _MOST_SHARERS else pairwise(group)


@functools.lru_cache(maxsize=4096)  # a sentence is read once for each of its figures
def sentence_words(sentence: str) -> tuple[str, ...]:
    """The words of a sentence, in lower case."""
    return tuple(tokens(normalise(sentence)))


def shingles(sentence: str) -> Shingles:
    """The runs of `SENTENCE_SHINGLE` words of a sentence; the whole of a shorter one."""
    words = sentence_words(sentence)
    last = max(1, len(words) - SENTENCE_SHINGLE + 1)
    return frozenset(words[start : start + SENTENCE_SHINGLE] for start in range(last))


def containment(one: Shingles, other: Shingles) -> float:
    """The share of the smaller set that lies in the other."""
    return len(one & other) / max(1, min(len(one), len(other)))


def _shared_claim(
    claim: FigureClaim, shared: Mapping[_PrintedSentence, _PrintedSentence | None]
) -> tuple[object, ...] | None:
    """The key that a claim shares with the claims of the sentences that its own sentence was copied from, or to."""
    cluster = shared.get(_printed_sentence(claim))
    return None if cluster is None else (cluster, claim.kind, claim.value, claim.qualifier)


def _first_claims(
    claims: Iterable[FigureClaim], shared: Mapping[_PrintedSentence, _PrintedSentence | None]
) -> dict[tuple[object, ...] | None, str]:
    """For each claim that several articles print in one sentence, where its earliest article has it."""
    printing: dict[tuple[object, ...] | None, list[FigureClaim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda one: (first_moment(one.reported_at), one.article_id, one.start)):
        printing[_shared_claim(claim, shared)].append(claim)
    printing.pop(None, None)
    return {
        what: f"{group[0].article_id}@{group[0].start}"
        for what, group in printing.items()
        if len({claim.article_id for claim in group}) > 1
    }
