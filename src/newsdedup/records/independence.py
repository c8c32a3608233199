"""Which articles are one voice: copies, reports of one news agency, and reports of one outlet.

An article has one voice. That of a copy is the voice of what it copies; else that of the agency that the article names
or is published by; else that of the outlet from which it says to be taken; else that of its own outlet. So nothing is
joined through a chain of different reasons: an agency's report in a paper is not the paper's own report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from attrs import evolve, field, frozen

from newsdedup.articles.article import Article
from newsdedup.figures.claim import FigureClaim
from newsdedup.text.outlet_keys import (
    is_agency,
    is_aggregator,
    is_no_outlet,
    outlet_key,
    short_keys,
    site_key,
    site_of,
    site_within,
)
from newsdedup.text.outlets import end_of_headline
from newsdedup.text.printed_sources import PrintedSource, cited_outlets

_SEVERAL: Final = 2  # outlets that a site carries, or sites that a name is on, from which on it is an aggregator


@frozen
class Voice:
    """Whose report an article is.

    Attributes
    ----------
    origin : str
        Id of the first article with this voice.
    relation : str or None
        ``agency`` or ``outlet``, where the article has no voice of its own.
    name : str or None
        The agency or outlet.
    words : str or None
        What names it: words of the text, or an address.
    """

    origin: str
    relation: str | None = None
    name: str | None = None
    words: str | None = None


@frozen
class _Outlet:
    """The agency or outlet whose report an article is."""

    key: str
    name: str
    words: str

    @property
    def relation(self) -> str:
        return "agency" if is_agency(self.key) else "outlet"


@frozen
class Voices:
    """The voices of an event.

    Attributes
    ----------
    of_articles : mapping of str to Voice
        By article id.
    outlets : mapping of str to str
        By the key of an agency or outlet, the id of the first article of its voice.
    """

    of_articles: Mapping[str, Voice]
    outlets: Mapping[str, str] = field(factory=dict)
    _one_key: Mapping[str, str] = field(factory=dict)

    def key_of(self, source: PrintedSource) -> str:
        """The key of an agency or outlet, that of its site where the event has both."""
        return self._one_key.get(source.key, source.key)

    @property
    def origins(self) -> dict[str, str]:
        """By article id, the id of the first article with its voice."""
        return {name: voice.origin for name, voice in self.of_articles.items()}


def voices_of(articles: Sequence[tuple[Article, PrintedSource | None]], origins: Mapping[str, str]) -> Voices:
    """The voice of each article.

    Parameters
    ----------
    articles : sequence of (Article, PrintedSource or None)
        The earliest first, each with the agency or outlet that its text names as its source.
    origins : mapping of str to str
        The article that each one copies, or its own id.
    """
    printed: dict[str, tuple[Article, PrintedSource | None]] = {}
    for article, source in articles:  # copies lend what their text says of its source, and never their outlet
        first, known = printed.setdefault(origins[article.id], (article, source))
        if known is None and source is not None and is_agency(source.key):
            printed[origins[article.id]] = first, source
    outlets, one_key = _outlets_of(printed)
    first_of: dict[str, str] = {}
    for name, outlet in outlets.items():
        first_of.setdefault(outlet.key, name)
    voices = {name: _voice(name, outlets.get(name), first_of) for name in printed}
    return Voices({article.id: voices[origins[article.id]] for article, _ in articles}, first_of, one_key)


def _voice(name: str, outlet: _Outlet | None, first_of: Mapping[str, str]) -> Voice:
    if outlet is None:
        return Voice(name)
    origin = first_of[outlet.key]
    return Voice(origin, outlet.relation if origin != name else None, outlet.name, outlet.words)


def _outlets_of(
    printed: Mapping[str, tuple[Article, PrintedSource | None]],
) -> tuple[dict[str, _Outlet], dict[str, str]]:
    """The agency or outlet of each article that does not copy another, where one is known; and `_keys_of_names`."""
    stated = {name: _stated_outlet(article, source) for name, (article, source) in printed.items()}
    signs = [_OutletSigns.of(article) for article, _ in printed.values()]
    carried = _carried(signs, stated.values())
    one_key = _keys_of_names(signs, carried)
    found: dict[str, _Outlet] = {}
    for (name, (article, _)), sign in zip(printed.items(), signs, strict=True):
        outlet = stated[name] or _own_outlet(sign, carried) or _outlet_of_headline(article)
        if outlet:
            found[name] = evolve(outlet, key=one_key.get(outlet.key, outlet.key))
    return found, one_key


def _stated_outlet(article: Article, source: PrintedSource | None) -> _Outlet | None:
    """The outlet that the text names as its source, or whose address lies in that of an aggregator."""
    if source is not None:
        return _Outlet(source.key, source.name, source.words)
    within = site_within(article.url)
    if within is None or within == site_of(article.url) or is_aggregator(site_key(within)):
        return None
    return _Outlet(site_key(within), within, str(article.url))


def _outlet_of_headline(article: Article) -> _Outlet | None:
    """The outlet at the end of a headline, of an article about which nothing else is known."""
    headline = article.title or ""
    name = headline[end_of_headline(headline, None, article.language) :].strip(" |·»:-–—()[]")
    name = name.partition("|")[0].strip()
    key = outlet_key(name)
    return None if is_no_outlet(key) or is_aggregator(key) else _Outlet(key, name, name)


@frozen
class _OutletSigns:
    """What is given of the outlet of an article: the key of its name, and that of its site; empty where unknown."""

    name: str
    site: str
    source: str  # as given
    address: str

    @classmethod
    def of(cls, article: Article) -> _OutletSigns:
        source = " ".join((article.source or "").split())
        site = site_of(article.url) or site_of(source)
        name = "" if site_of(source) else outlet_key(source)
        return cls("" if is_no_outlet(name) else name, site_key(site) if site else "", source, site or "")


def _carried(signs: Iterable[_OutletSigns], stated: Iterable[_Outlet | None]) -> frozenset[str]:
    """Keys of names and sites that carry reports of many outlets in this event: they are no outlet's voice.

    A site does that names two outlets or more, whose names are not its own; a name that is on two sites or more,
    none of them its own; and either of which the articles say to be taken from two outlets or more.
    """
    names_on, sites_of, taken_from = (defaultdict[str, set[str]](set) for _ in range(3))
    for sign, outlet in zip(signs, stated, strict=True):
        if sign.name and sign.site:
            names_on[sign.site].add(sign.name)
            sites_of[sign.name].add(sign.site)
            if sign.name == sign.site or sign.site in short_keys(sign.source) or sign.site in sign.name:
                names_on[sign.site].discard(sign.name)
                sites_of[sign.name].discard(sign.site)
        if outlet and outlet.relation == "outlet" and outlet.key not in (sign.name, sign.site):
            for key in filter(None, (sign.name, sign.site)):
                taken_from[key].add(outlet.key)
    tables = names_on, sites_of, taken_from
    return frozenset(key for table in tables for key, others in table.items() if len(others) >= _SEVERAL)


def _keys_of_names(signs: Iterable[_OutletSigns], carried: frozenset[str]) -> dict[str, str]:
    """The key of its site for the key of a name, where an article has both or the site is a short form of the name."""
    signs = list(signs)
    sites = {sign.site for sign in signs if sign.site} - carried
    found: dict[str, str] = {}
    for sign in signs:
        if not sign.name or sign.name in carried or is_agency(sign.name):
            continue
        if sign.site in sites and not is_aggregator(sign.site):
            found.setdefault(sign.name, sign.site)
        elif short := next((key for key in short_keys(sign.source) if key in sites), None):
            found.setdefault(sign.name, short)
    return found


def _own_outlet(sign: _OutletSigns, carried: frozenset[str]) -> _Outlet | None:
    """The agency that publishes an article, its site, else its outlet; none where these only carry others' reports."""
    named, site = (sign.name, sign.source), (sign.site, sign.address)
    for key, name in (named, site) if is_agency(sign.name) else (site, named):
        if key and key not in carried and not is_aggregator(key):
            return _Outlet(key, sign.source or name, name)
    return None


def with_cited_origins(claims: Iterable[FigureClaim], voices: Voices) -> list[FigureClaim]:
    """The claims; one that its sentence attributes to an agency or outlet has the origin of that.

    Where the agency or outlet has no article of its own in the event, that is ``id@start`` of the first such claim.
    """
    claims = list(claims)
    cited = [_cited_key(claim, voices) for claim in claims]
    first: dict[str, str] = dict(voices.outlets)
    for claim, key in zip(claims, cited, strict=True):
        if key:
            first.setdefault(key, f"{claim.article_id}@{claim.start}")
    return _with_repeated(
        [evolve(claim, origin=first[key]) if key else claim for claim, key in zip(claims, cited, strict=True)],
        [key is not None for key in cited],
    )


def _cited_key(claim: FigureClaim, voices: Voices) -> str | None:
    """The key of the outlet to which the sentence of a claim is attributed."""
    for source in cited_outlets(claim.sentence):
        key = voices.key_of(source)
        if source.is_sure or key in voices.outlets:
            return key
    return None


def _with_repeated(claims: Sequence[FigureClaim], is_cited: Sequence[bool]) -> list[FigureClaim]:
    """The claims; one that repeats a cited claim of its article has the origin of that."""
    paired = zip(reversed(claims), reversed(is_cited), strict=True)  # of several the first
    cited = {_meaning(claim): claim.origin for claim, is_one in paired if is_one}
    if not cited:
        return list(claims)
    return [evolve(claim, origin=cited.get(_meaning(claim), claim.origin)) for claim in claims]


def _meaning(claim: FigureClaim) -> tuple[object, ...]:
    return claim.article_id, claim.kind, claim.role, None if claim.role else claim.noun, claim.value
