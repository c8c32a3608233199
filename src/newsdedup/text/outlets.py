"""The name of the outlet at the end of a headline: "… - Reuters", "… | The Daily Courier | Breaking news"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import Final

from attrs import frozen

from newsdedup.languages import Language, cached_by_language, forgotten_with_languages, known_languages, language_of
from newsdedup.text.normal_form import normalise
from newsdedup.text.outlet_keys import site_of

_SIGN: Final = re.compile(r"\s+([|·»]|::|[-–—])\s+")  # between a headline and the outlet
_SIGNS: Final = "|·»:-–—"
_DASHES: Final = "-–—"
_IN_BRACKETS: Final = re.compile(r"\s*[(\[]([^()\[\]]{2,40})[)\]]$")
_ADDRESS: Final = re.compile(
    r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|vn|uk|id|info|news|tv|co|io|eu|us|au|in|sg)"
)
_WORD: Final = re.compile(r"[\w.+&’'-]+")
_MOST_WORDS: Final = 5  # in the name of an outlet
_LEAST_WORDS: Final = 3  # before it
_SHORTEST_LABEL: Final = 3  # letters of the label of a site that a name may have as a word
_MOST_SIGNS_READ: Final = 5  # parts after a headline


@frozen
class _Outlets:
    names: frozenset[str]  # whole names, in lower case
    words: frozenset[str]  # words of names
    sections: frozenset[str]  # words of the names of sections, in lower case


@forgotten_with_languages
@cached_by_language
def _outlets(code: str | None) -> _Outlets:
    known = language_of(code)
    languages: list[Language] = [known] if known else list(known_languages().values())
    sections = (word for language in languages for name in language.sections for word in _folded_words(name))
    return _Outlets(
        names=frozenset(normalise(name).plain for language in languages for name in language.outlets),
        words=frozenset(normalise(word).plain for language in languages for word in language.outlet_words),
        sections=frozenset(sections) | _small_words(),
    )


@forgotten_with_languages
@functools.cache
def _small_words() -> frozenset[str]:
    """Words between the capitalised ones of a name, of every language: outlets have names in other languages."""
    return frozenset(("&", *(word for language in known_languages().values() for word in language.outlet_links)))


@forgotten_with_languages
@functools.cache
def _not_compared() -> re.Pattern[str]:
    """What two names of one outlet may differ in: its first words in any language, the end of an address, signs."""
    openings = {f"{words} " for language in known_languages().values() for words in language.outlet_openings}
    first = "|".join(map(re.escape, sorted(openings, key=len, reverse=True)))
    return re.compile(rf"^(?:www\.|{first})|\.\w{{2,4}}(?:\.\w{{2}})?$|[\W_]+", re.IGNORECASE)


def _folded_words(text: str) -> list[str]:
    return _WORD.findall(normalise(text).plain.lower())


def end_of_headline(headline: str, source: str | None = None, language: str | None = None) -> int:
    """Where a headline ends and the name of the outlet begins; its length where no outlet is named.

    Parameters
    ----------
    headline : str
        One line.
    source : str, optional
        The outlet of the article, whose name is always recognised.
    language : str, optional
        By default the names of outlets in every language are known.

    Examples
    --------
    >>> headline = "Striker scores twice as Harrow City beat Lenton | The Daily Courier | Sport and weather"
    >>> headline[: end_of_headline(headline)]
    'Striker scores twice as Harrow City beat Lenton'
    >>> end_of_headline("Hà Nội - Lào Cai"), end_of_headline("Harrow City - Lenton 3-1")
    (16, 24)
    """
    printed, known = headline.rstrip().rstrip(_SIGNS).rstrip(), _outlets(language)
    end = _without_parts(printed, source, known)
    brackets = _IN_BRACKETS.search(printed[:end])
    if brackets and _is_named(brackets.group(1), source, known) and _is_long(printed[: brackets.start()]):
        end = brackets.start()
    return end if end < len(printed) else len(headline)


def _without_parts(headline: str, source: str | None, known: _Outlets) -> int:
    """Where the first of the last parts begins that names an outlet or, in capitals after ``|``, may name one."""
    end = stop = len(headline)
    for sign in reversed(list(_SIGN.finditer(headline))[-_MOST_SIGNS_READ:]):
        part, stop = headline[sign.end() : stop], sign.start()
        if not _is_long(headline[: sign.start()]) or any(bracket in part for bracket in "()[]"):
            break
        if _is_outlet(part, sign.group(1), source, known):
            end = stop
        elif not _are_capitalised(_WORD.findall(part)):
            break
    return end


def _is_long(headline: str) -> bool:
    return len(headline.split()) >= _LEAST_WORDS


def _is_outlet(part: str, sign: str, source: str | None, known: _Outlets) -> bool:
    if _is_named(part, source, known):
        return True
    if sign in _DASHES:
        return False
    printed = _WORD.findall(part)
    return _are_capitalised(printed) or all(word.lower() in known.sections for word in printed)


def _is_named(part: str, source: str | None, known: _Outlets) -> bool:
    """Whether a part is the source, a known outlet or the address of a site, or has a word of outlets' names."""
    plain = normalise(part).plain.strip()
    if plain in known.names or _ADDRESS.fullmatch(plain.lower()):
        return True
    if source and _is_name_of(plain, source):
        return True
    printed = _WORD.findall(plain)
    return _are_capitalised(printed) and not known.words.isdisjoint(printed)


def _is_name_of(plain: str, source: str) -> bool:
    """Whether a part is the name of the source, or has the label of its site as a word ("WSMV Channel 4")."""
    if _compared(plain) == _compared(normalise(source).plain):
        return True
    label = (site_of(source) or "").partition(".")[0]
    return len(label) >= _SHORTEST_LABEL and label in _folded_words(plain)


def _are_capitalised(printed: Iterable[str]) -> bool:
    named = [word for word in printed if word.lower() not in _small_words()]
    return 0 < len(named) <= _MOST_WORDS and all(word[0].isupper() for word in named)


def _compared(name: str) -> str:
    return _not_compared().sub("", _not_compared().sub("", name.strip().lower()))
