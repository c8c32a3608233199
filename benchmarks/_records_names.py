"""Whether two printed names are one person, or one place.

Shares no code or table with the library.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from typing import Final

SAME_SPELLING: Final = 0.85  # of the letters of two names
SAME_FORENAME: Final = 0.6  # of the letters of the first words, where the last words are the same
_WORD: Final = re.compile(r"\w+")
_INITIALS: Final = re.compile(r"(?<=\b\w)\.\s?(?=\w\b)")  # "N.C." is one word


def _listed(words: str, sign: str | None = None) -> list[str]:
    return [" ".join(word.split()).lower() for word in words.split(sign)]


_LEVELS: Final = _listed(
    """
    county city state province town township village district parish borough the of tinh thanh pho tp huyen xa quan
    phuong thi tran thon ban lang dao nuoc duong street
    """
)
_ABBREVIATED: Final = dict(
    pair.split(" ", 1)
    for pair in _listed(
        """
        Ala Alabama, Ariz Arizona, Ark Arkansas, Calif California, Colo Colorado, Conn Connecticut, Del Delaware,
        Fla Florida, Ga Georgia, Ill Illinois, Ind Indiana, Kan Kansas, Ky Kentucky, La Louisiana, Md Maryland,
        Mass Massachusetts, Mich Michigan, Minn Minnesota, Miss Mississippi, Mo Missouri, Mont Montana, Neb Nebraska,
        Nev Nevada, NC North Carolina, ND North Dakota, NH New Hampshire, NJ New Jersey, NM New Mexico, NY New York,
        Okla Oklahoma, Ore Oregon, Pa Pennsylvania, RI Rhode Island, SC South Carolina, SD South Dakota,
        Tenn Tennessee, Tex Texas, Va Virginia, Vt Vermont, Wash Washington, WVa West Virginia, Wis Wisconsin,
        Wyo Wyoming, DC District Columbia, US United States, UK United Kingdom, HCM Ho Chi Minh, TPHCM Ho Chi Minh,
        VN Viet Nam, Vietnam Viet Nam
        """,
        ",",
    )
)


def folded(name: str) -> list[str]:
    """The words of a name without case and diacritics: the place of the tone mark and of the accent varies."""
    plain = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _WORD.findall(_INITIALS.sub("", bare))


def is_same_name(one: str, other: str) -> bool:
    """Whether a name is another, a part of it or nearly spelt like it.

    Examples
    --------
    >>> is_same_name("Ron Byrne", "Byrne"), is_same_name("Betty Page", "Bettie Mae Page")
    (True, True)
    >>> is_same_name("Ron Byrne", "Ann Byrne")
    False
    """
    words, others = folded(one), folded(other)
    if not words or not others:
        return False
    if set(words) <= set(others) or set(others) <= set(words):
        return True
    forenames = _likeness(words[0], others[0]) if words[-1] == others[-1] else 0.0
    return forenames >= SAME_FORENAME or _likeness(" ".join(words), " ".join(others)) >= SAME_SPELLING


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def is_same_place(found: str, marked: str) -> bool:
    """Whether the words of a name are among those of the marked one, in one piece; levels are not compared.

    Examples
    --------
    >>> is_same_place("North Carolina", "N.C."), is_same_place("Hồ Chí Minh", "TP.HCM")
    (True, True)
    >>> is_same_place("Dane County Jail", "Dane County")
    False
    """
    words, others = _place_words(found), _place_words(marked)
    return bool(words) and any(others[start : start + len(words)] == words for start in range(len(others)))


def _place_words(name: str) -> list[str]:
    words = [word for word in folded(name) if word not in _LEVELS]
    return [part for word in words for part in _ABBREVIATED.get(word, word).split()]
