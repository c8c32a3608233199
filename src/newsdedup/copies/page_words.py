"""Hashes of the words of menus and footers, by which the compiled pass flags texts that may be whole pages."""

from __future__ import annotations

import functools
from typing import Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.kernels import char_codes
from newsdedup.kernels.hashing import BASE, mixed
from newsdedup.languages import forgotten_with_languages, known_languages
from newsdedup.text.code_points import fold_table
from newsdedup.text.normal_form import normalise, spelling
from newsdedup.text.tokens import tokens

_MASK: Final = (1 << 64) - 1
_FILTER_SIZE: Final = 128  # numbers of 64 bits, chosen by the upper 7 bits of a hash
_BITS_FROM: Final = (51, 45, 39)  # shifts to the places of the three bits that a hash sets in its number


@frozen(eq=False)
class PageWords:
    """A set of hashes of words and of pairs of words; empty arrays flag no text."""

    filter_bits: NDArray[np.uint64]  # shape (128,): a Bloom filter that stays in the nearest cache
    hashes: NDArray[np.uint64]  # ascending
    kinds: NDArray[np.uint8]  # of each hash


NO_PAGE_WORDS: Final = PageWords(np.zeros(0, np.uint64), np.zeros(0, np.uint64), np.zeros(0, np.uint8))


@forgotten_with_languages
@functools.cache
def page_words() -> PageWords:
    """The names of sections and the cues of footers in every language; of longer names the first two words."""
    kinds: dict[int, int] = {}
    for language in known_languages().values():
        for cue in language.footer_cues:
            kinds[_hash_of(tokens(normalise(cue))[:2])] = char_codes.FOOTER_CUE
    for language in known_languages().values():
        for name in language.sections:
            printed = tokens(normalise(name))[:2]
            kinds[_hash_of(printed)] = len(printed)
    hashes = np.array(sorted(kinds), np.uint64)
    filter_bits = np.zeros(_FILTER_SIZE, np.uint64)
    for one in kinds:
        for shift in _BITS_FROM:
            filter_bits[one >> 57] |= np.uint64(1 << (one >> shift & 63))
    return PageWords(filter_bits, hashes, np.array([kinds[one] for one in hashes.tolist()], np.uint8))


def _hash_of(words: list[str]) -> int:
    """The hash of one word as the compiled pass has it, or of two words."""
    first, *others = map(word_hash, words)
    return (first * int(BASE) + others[0]) & _MASK if others else first


def word_hash(word: str) -> int:
    """The hash that `newsdedup.kernels.tokens` gives to a word of letters and digits."""
    folds = fold_table(composed=True)[[ord(letter) for letter in spelling(word)]]
    letters = sum(int(fold & char_codes.LETTER) * pow(int(BASE), place, 1 << 64) for place, fold in enumerate(folds))
    tones = int(np.sum((folds >> char_codes.TONE_SHIFT) & char_codes.TONE))
    return int(mixed(np.array([(letters + (tones + 1) * int(BASE)) & _MASK], np.uint64))[0])
