"""Where the claims of an event stand: in whole texts where they are known, else in their sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import frozen

_TWO_UNITS = re.compile(r"[\U00010000-\U0010ffff]")


@frozen
class Passage:
    """Words of an article, and where in its text they start."""

    start: int
    words: str


@frozen
class Passages:
    """The passages of each article of an event, in the order of the articles.

    Attributes
    ----------
    ids : tuple of str
    of_article : tuple of tuple of Passage
    is_whole : tuple of bool
        Whether the only passage of an article is its whole text.
    """

    ids: tuple[str, ...]
    of_article: tuple[tuple[Passage, ...], ...]
    is_whole: tuple[bool, ...]

    def place(self, claim: Mapping[str, Any]) -> tuple[int, int, int, int]:
        """Article, passage, start and end of a claim; the last two in the passage, in UTF-16 units."""
        article = self.ids.index(claim["article_id"])
        passages = self.of_article[article]
        number = next(number for number, passage in enumerate(passages) if _holds(passage, claim))
        start, words = passages[number].start, passages[number].words
        return article, number, _units(words, claim["start"] - start), _units(words, claim["end"] - start)


def passages_of(record: Mapping[str, Any], texts: Mapping[str, str]) -> Passages:
    """The passages that an event's articles are shown by.

    Parameters
    ----------
    record : mapping
        An event as plain data.
    texts : mapping of str to str
        The texts of articles, by id. One that does not say what its claims say is another text
        under the same id, and is not shown.

    Returns
    -------
    Passages
        The whole text of an article as one passage, else each sentence that a claim stands in.
    """
    claims: dict[str, list[Mapping[str, Any]]] = {article["id"]: [] for article in record["articles"]}
    for figure in record["figures"]:
        for claim in figure["claims"]:
            claims[claim["article_id"]].append(claim)
    wholes = [_whole(texts.get(name), said) for name, said in claims.items()]
    shown = ((whole,) if whole else _sentences(said) for whole, said in zip(wholes, claims.values(), strict=True))
    return Passages(tuple(claims), tuple(shown), tuple(whole is not None for whole in wholes))


def _whole(text: str | None, claims: Sequence[Mapping[str, Any]]) -> Passage | None:
    whole = None if text is None else Passage(0, text)
    return whole if whole and all(_holds(whole, claim) for claim in claims) else None


def _sentences(claims: Iterable[Mapping[str, Any]]) -> tuple[Passage, ...]:
    return tuple(sorted({_sentence(claim) for claim in claims}, key=lambda passage: (passage.start, passage.words)))


def _sentence(claim: Mapping[str, Any]) -> Passage:
    """The claim's sentence; its own words where it came without one."""
    sentence = Passage(claim.get("sentence_start", 0), claim.get("sentence", ""))
    return sentence if _holds(sentence, claim) else Passage(claim["start"], claim["text"])


def _holds(passage: Passage, claim: Mapping[str, Any]) -> bool:
    start, end = (claim[name] - passage.start for name in ("start", "end"))
    words: str = claim["text"]
    return start >= 0 and passage.words[start:end] == words


def _units(words: str, offset: int) -> int:
    """An offset in characters as one in UTF-16 units, which browsers count in."""
    return offset + len(_TWO_UNITS.findall(words, 0, offset))
