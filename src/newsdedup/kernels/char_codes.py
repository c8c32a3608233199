"""Bits of a character class, of a folded code point, and of the reasons for a closer look at a text."""

from __future__ import annotations

from typing import Final

import numpy as np

CAPITAL: Final = 1
SMALL: Final = 2
DECIMAL_DIGIT: Final = 4
WHITE_SPACE: Final = 8  # white space of any kind, line breaks included
LINE: Final = 16  # a line break
SENTENCE_STOP: Final = 32  # may end a sentence
SENTENCE_END: Final = 64  # always ends a sentence
COLON: Final = 128
JOINER: Final = 256  # may connect two words of a name
OTHER: Final = 512  # none of these, and not a letter
CHARACTER: Final = 1024  # a character of a script without spaces: two of them are a word, and one alone may be
SOUND: Final = 2048  # also of such a script, but phonetic (Thai, kana): all news contains all of these
ENDED: Final = 4096  # a gap between two words that has a stop with a space after it
LONGEST_ABBREVIATION: Final = 4  # letters before a full stop that does not end a sentence

# Of a folded code point. Typed: with a Python integer Numba would compute in 64 bits.
SIZE: Final = 1 << 21  # entries of a table by code point: whatever four bytes decode to has one
LETTER: Final = np.uint32(0x1FFFFF)  # the folded code point; 0 is a separator
TONE_SHIFT: Final = np.uint32(21)  # three bits: a Vietnamese tone
TONE: Final = np.uint32(7)  # the tone, once it is shifted down
MARKED: Final = np.uint32(1 << 24)  # from here on it is more than a letter with its tone
ALONE: Final = np.uint32(1 << 24)  # a token of its own, in a script without spaces
ODD: Final = np.uint32(1 << 25)  # Unicode composition may change it, or the letter before it
SKIPPED: Final = np.uint32(1 << 26)  # invisible
PHRASE_STOP: Final = np.uint32(1 << 27)  # ends a phrase, unless a letter follows
PHRASE_END: Final = np.uint32(1 << 28)  # ends a phrase even before a letter

# Why a text needs a closer look. Each is necessary for what it is named after, not sufficient.
MAYBE_BLANK: Final = np.uint8(1)
MAYBE_GARBLED: Final = np.uint8(2)
MAYBE_MARKUP: Final = np.uint8(4)
NOT_UTF8: Final = np.uint8(8)

OPENING_RUN: Final = 60  # letters of base64 without a space, with which a text may begin that is in base64
LEAST_RARE: Final = 3  # letters that are rare in sound text, in a text that may be garbled
LEAST_ODD_PAIRS: Final = 3  # of letters, in such a text
TABLE_SIZE: Final = 1 << 16  # entries of the tables of odd pairs, by code point

# What the normal form does with a code point.
DROPPED: Final = np.uint16(1)  # invisible
REPLACED: Final = np.uint16(2)  # by one other code point or several
EXPANDED: Final = np.uint16(4)  # by several
JOINING: Final = np.uint16(8)  # it joins the letter before it, or it may change places with the marks around it
ORDER_SHIFT: Final = np.uint16(8)  # eight bits: its combining class

FOOTER_CUE: Final = 3  # the kind of a hash that is a cue of a footer; that of a section is the number of its words

# What a token is: bits of its kind, and of the class of a character. With CAPITAL it begins with a capital; with LINE
# a line break, or nothing, comes before it.
WORD: Final = 2  # a run of letters
DIGITS: Final = 4  # a run of decimal digits
MARK: Final = 8  # one other character
SPACED: Final = 32  # white space, or nothing, comes before it
UPPER: Final = 64  # a word of two letters or more, all capitals
WORD_BITS: Final = 24  # bits of a word's number in the key of an edge of a lexicon
