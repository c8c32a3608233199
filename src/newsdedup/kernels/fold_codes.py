"""Bits of a folded code point: what a character counts as when texts are compared.

Typed, so that the kernels use them as they are: with a Python integer Numba would compute in 64 bits.
"""

from __future__ import annotations

from typing import Final

import numpy as np

SIZE: Final = 1 << 21  # entries of a table by code point: whatever four bytes decode to has one
LETTER: Final = np.uint32(0x1FFFFF)  # the folded code point; 0 is a separator
TONE_SHIFT: Final = np.uint32(21)  # three bits: a Vietnamese tone
TONE: Final = np.uint32(7)  # the tone, once it is shifted down
MARKED: Final = np.uint32(1 << 24)  # from here on it is more than a letter with its tone
ALONE: Final = np.uint32(1 << 24)  # a token of its own, in a script without spaces
ODD: Final = np.uint32(1 << 25)  # only Unicode normalisation can fold it
SKIPPED: Final = np.uint32(1 << 26)  # invisible
PHRASE_STOP: Final = np.uint32(1 << 27)  # ends a phrase, unless a letter follows
PHRASE_END: Final = np.uint32(1 << 28)  # ends a phrase even before a letter
