"""Bits of a character class: what a character can be in a sentence, a name or a number."""

from __future__ import annotations

from typing import Final

CAPITAL: Final = 1
SMALL: Final = 2
DIGIT: Final = 4
SPACE: Final = 8  # of any kind, line breaks among them
LINE: Final = 16  # a line break
STOP: Final = 32  # may end a sentence
HARD: Final = 64  # ends one
COLON: Final = 128
JOINER: Final = 256  # may stand within a name
OTHER: Final = 512  # none of these, and no letter
CHARACTER: Final = 1024  # of a script without spaces: two are a word, and one alone may be
SOUND: Final = 2048  # of such a script, too, but a Thai or a Japanese letter is a sound: all news has all sounds
ENDED: Final = 4096  # of what stands between two words: a stop with a space after it
LONGEST_ABBREVIATION: Final = 4  # letters before a full stop that does not end a sentence
