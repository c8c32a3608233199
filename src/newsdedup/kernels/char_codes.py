"""Bits of a character class: what a character can be in a sentence, a name or a number."""

from __future__ import annotations

from typing import Final

CAPITAL: Final = 1
SMALL: Final = 2
DECIMAL_DIGIT: Final = 4
WHITE_SPACE: Final = 8  # of any kind, line breaks included
LINE: Final = 16  # a line break
SENTENCE_STOP: Final = 32  # may end a sentence
SENTENCE_END: Final = 64  # always ends a sentence
COLON: Final = 128
JOINER: Final = 256  # may connect two words of a name
OTHER: Final = 512  # none of these, and not a letter
CHARACTER: Final = 1024  # of a script without spaces: two of them are a word, and one alone may be
SOUND: Final = 2048  # also of such a script, but phonetic (Thai, kana): all news contains all of these
ENDED: Final = 4096  # of the gap between two words: it has a stop with a space after it
LONGEST_ABBREVIATION: Final = 4  # letters before a full stop that does not end a sentence
