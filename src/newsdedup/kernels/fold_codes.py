"""Bits of a folded code point: what a character counts as when texts are compared."""

from __future__ import annotations

from typing import Final

SIZE: Final = 1 << 21  # whatever four bytes decode to has a place
LETTER: Final = 0x1FFFFF  # the folded code point; 0 is a separator
TONE_SHIFT: Final = 21  # three bits: a Vietnamese tone
MARKED: Final = 1 << 24  # from here on it is more than a letter with its tone
ALONE: Final = 1 << 24  # a token of its own, in a script without spaces
ODD: Final = 1 << 25  # only Unicode normalisation can fold it
SKIPPED: Final = 1 << 26  # invisible
STOP: Final = 1 << 27  # ends a phrase, unless a letter follows
HARD: Final = 1 << 28  # even then
