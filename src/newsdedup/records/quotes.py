"""The quotations that several articles of an event print."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from attrs import field, frozen

from newsdedup.figures.reconcile.origins import alike, shingles
from newsdedup.support.components import linked_keys
from newsdedup.support.field_checks import at_least
from newsdedup.text.normal_form import normalise
from newsdedup.text.page import Page
from newsdedup.text.tokens import tokens

_QUOTE = re.compile(r"“([^“”\r\n]{20,600})”|\"([^\"\r\n]{20,600})\"|« ?([^«»\r\n]{20,600}?) ?»")
_FEWEST_WORDS = 6  # a shorter quotation is a name or a catchword
SAME_QUOTE = 0.8  # containment of the shorter in the longer


@frozen(kw_only=True)
class Quote:
    """Words in quotation marks that several origins print.

    Attributes
    ----------
    text : str
        In the words of the first article.
    article_ids : tuple of str
        The articles that print it.
    n_origins : int
        Independent voices among them.
    """

    text: str
    article_ids: tuple[str, ...]
    n_origins: int = field(validator=at_least(1))


def quotes_on(page: Page) -> tuple[str, ...]:
    """What a page prints in quotation marks, in the article's own letters, without names and catchwords."""
    quoted = (
        page.text.quote(*match.span(match.lastindex or 0))
        for match in _QUOTE.finditer(page.text.plain)
        if page.is_body(match.start())
    )
    return tuple(words for words in quoted if len(tokens(normalise(words))) >= _FEWEST_WORDS)


def quotes_of_event(read: Iterable[tuple[str, Sequence[str]]], origins: Mapping[str, str]) -> tuple[Quote, ...]:
    """Quotations that two or more origins print, in the words of the first article; most origins first.

    `read` gives the id of each article, and its quotations; `origins` its origin.
    """
    printed = [(name, words) for name, quotations in read for words in quotations]
    cluster_of = linked_keys(alike([shingles(normalise(words).plain) for _, words in printed], SAME_QUOTE))
    clusters: dict[int, list[int]] = defaultdict(list)
    for number in range(len(printed)):
        clusters[cluster_of.get(number, number)].append(number)
    found = (_quote([printed[number] for number in cluster], origins) for cluster in clusters.values())
    return tuple(sorted((one for one in found if one.n_origins > 1), key=lambda one: (-one.n_origins, one.text)))


def _quote(printed: Sequence[tuple[str, str]], origins: Mapping[str, str]) -> Quote:
    names = tuple(dict.fromkeys(name for name, _ in printed))
    return Quote(text=printed[0][1], article_ids=names, n_origins=len({origins[name] for name in names}))
