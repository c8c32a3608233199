"""One key for the names and addresses of an outlet: "BBC News", "the BBC" and "news.bbc.co.uk" have one."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final

from attrs import frozen

from newsdedup.languages import forgotten_with_languages, known_languages
from newsdedup.languages.tables import words
from newsdedup.text.normal_form import fold_case, normalise

_SHORTEST: Final = 2  # characters that are left of a key without its first and last words
_LEAST_INITIALS: Final = 3  # words of a name whose initials are a key ("Quân đội nhân dân", "qdnd.vn")
_NOT_IN_KEY: Final = re.compile(r"[\W_]+")
_HOST: Final = re.compile(
    r"^(?:[a-z][a-z0-9+.-]*:)?(?://)?(?:[^/@\s]*@)?([\w-]+(?:\.[\w-]+)+)(?::\d+)?(?:[/?#].*)?$", re.IGNORECASE
)
_HOST_WITHIN: Final = re.compile(r"(?<![\w.-])((?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,12})(?=[/?&#:]|$|%2F)", re.IGNORECASE)
_FILE_ENDINGS: Final = frozenset(words("html, htm, shtml, php, asp, aspx, jsp, epi, xml, json, pdf, jpg, png, gif"))
_SECOND_LEVELS: Final = frozenset(words("co, com, net, org, gov, edu, ac, or, ne, go, gob, gouv, nom, info, biz, mil"))
_NO_SITE: Final = frozenset({"www", "m", "mobile", "amp"})


def outlet_key(name: str) -> str:
    """The letters and digits of a name without accents, without "the", "News", "báo" or "Online" around them.

    Names that a table calls one outlet, or one agency, have the key of its one name.

    Examples
    --------
    >>> outlet_key("BBC News"), outlet_key("the BBC"), outlet_key("Báo Tuổi Trẻ Online")
    ('bbc', 'bbc', 'tuoitre')
    >>> outlet_key("AP") == outlet_key("Associated Press")
    True
    """
    key = _bare_key(name)
    return _outlet_tables().one_key.get(key, key)


def site_of(address: str | None) -> str | None:
    """The registrable site of an address: the last two labels of its host, three below "co.uk" and the like.

    Examples
    --------
    >>> site_of("https://news.bbc.co.uk/2/hi"), site_of("thethao.vnexpress.net"), site_of("no address")
    ('bbc.co.uk', 'vnexpress.net', None)
    """
    host = _HOST.match((address or "").strip())
    return _registrable(host.group(1).lower()) if host else None


def site_within(url: str | None) -> str | None:
    """The site of an address inside an address, as aggregators and archives print it."""
    _, _, path = (url or "").partition("//")
    _, slash, path = path.replace("%3A", ":").replace("%2F", "/").replace("%2f", "/").partition("/")
    hosts = [host.lower() for host in _HOST_WITHIN.findall(path)] if slash else []
    sites = [_registrable(host) for host in hosts if host.rpartition(".")[2] not in _FILE_ENDINGS]
    return next(filter(None, sites), None)


def site_key(site: str) -> str:
    """The key of a registrable site: that of its first label.

    Examples
    --------
    >>> site_key("bbc.co.uk") == outlet_key("BBC News")
    True
    """
    return outlet_key(site.partition(".")[0])


def short_keys(name: str) -> tuple[str, ...]:
    """Keys that sites make of a long name: its initials, and those before its last word ("nytimes")."""
    printed = [word for word in map(_letters, _without_opening(name).split()) if word]
    if len(printed) < _LEAST_INITIALS:
        return ()
    initials = "".join(word[0] for word in printed)
    return tuple(_outlet_tables().one_key.get(key, key) for key in (initials, initials[:-1] + printed[-1]))


def is_agency(key: str) -> bool:
    """Whether a key is that of a news agency."""
    return key in _outlet_tables().agencies


def is_aggregator(key: str) -> bool:
    """Whether a key is that of a site that carries the reports of many outlets."""
    return key in _outlet_tables().aggregators


def is_known_outlet(key: str) -> bool:
    """Whether the tables of any language name this outlet."""
    tables = _outlet_tables()
    return key in tables.outlets or key in tables.agencies


def is_no_outlet(key: str) -> bool:
    """Whether a key names nothing: that of an empty name, or of "unknown" and "RSS"."""
    return not key or key in _outlet_tables().nothing


def _registrable(host: str) -> str | None:
    labels = host.split(".")
    while len(labels) > 2 and labels[0] in _NO_SITE:
        labels = labels[1:]
    if labels[-1].isdigit():
        return None
    has_third = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVELS
    return ".".join(labels[-3:] if has_third else labels[-2:])


def _letters(name: str) -> str:
    """The letters and digits of a name, in lower case and without accents."""
    folded = unicodedata.normalize("NFD", fold_case(normalise(name).plain)).replace("đ", "d").replace("+", "plus")
    return _NOT_IN_KEY.sub("", "".join(letter for letter in folded if not unicodedata.combining(letter)))


@forgotten_with_languages
@functools.lru_cache(maxsize=4096)
def _bare_key(name: str) -> str:
    site = site_of(name)
    key = _letters(site.partition(".")[0] if site else name)
    key = _without_affix(key, _opening_words(), at_end=False)
    return _without_affix(key, _ending_words(), at_end=True)


def _without_opening(name: str) -> str:
    """A name without its first word, if that may be left out."""
    first, _, others = name.strip().partition(" ")
    return others if _letters(first) in _opening_words() else name


def _without_affix(key: str, affixes: Iterable[str], *, at_end: bool) -> str:
    """A key without the first of these that it has at one end; they are the longest first."""
    for affix in affixes:
        if (key.endswith(affix) if at_end else key.startswith(affix)) and len(key) - len(affix) >= _SHORTEST:
            return key[: -len(affix)] if at_end else key[len(affix) :]
    return key


@forgotten_with_languages
@functools.cache
def _opening_words() -> tuple[str, ...]:
    return _longest_first(word for language in known_languages().values() for word in language.outlet_openings)


@forgotten_with_languages
@functools.cache
def _ending_words() -> tuple[str, ...]:
    return _longest_first(word for language in known_languages().values() for word in language.press.name_endings)


def _longest_first(affixes: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(map(_letters, affixes)), key=lambda word: (-len(word), word)))


def _names_one_outlet(word: str) -> bool:
    """Whether a word of names is the name of one outlet by itself ("BBC", "VnExpress"), not a plain word ("Post")."""
    return not word[1:].islower()


@frozen
class _OutletTables:
    one_key: Mapping[str, str]  # keys of other names, and the key of the one name
    agencies: frozenset[str]
    outlets: frozenset[str]
    aggregators: frozenset[str]
    nothing: frozenset[str]


@forgotten_with_languages
@functools.cache
def _outlet_tables() -> _OutletTables:
    languages = known_languages().values()
    agencies = {name: one for language in languages for name, one in language.press.agencies.items()}
    others = {name: one for language in languages for name, one in language.press.outlets.items()}
    printed = (
        name
        for language in languages
        for name in (*language.outlets, *filter(_names_one_outlet, language.outlet_words))
    )
    return _OutletTables(
        one_key={_bare_key(name): _bare_key(one) for name, one in (*others.items(), *agencies.items())},
        agencies=frozenset(map(_bare_key, agencies.values())),
        outlets=frozenset(map(_bare_key, (*printed, *others.values()))),
        aggregators=frozenset(_bare_key(name) for language in languages for name in language.press.aggregators),
        nothing=frozenset(_bare_key(name) for language in languages for name in language.press.unnamed),
    )
