"""Compiled loops: encoded text to folded code points.

Nearly nothing branches on the content of a text: a branch that cannot be predicted costs as much as
twenty additions, and every second letter of Vietnamese would be one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import numpy as np
from numba.extending import overload

from newsdedup.kernels.arrays import filled_with
from newsdedup.kernels.char_codes import ALONE, LETTER, ODD, SKIPPED
from newsdedup.kernels.jit import inlined, inner

BLOCK: Final = 1024  # code points per round: they stay in the nearest cache
_CONTINUATION_BYTES: Final = 3  # bytes that may follow the first of a UTF-8 sequence
_FIRST_LOOK: Final = 128  # units


@inlined
def code_point(first: Any, second: Any, third: Any, fourth: Any) -> Any:
    """Decode the UTF-8 sequence that starts with `first`; some number below 2^21 where it is not valid."""
    second, third, fourth = second & np.uint32(0x3F), third & np.uint32(0x3F), fourth & np.uint32(0x3F)
    two = ((first & np.uint32(0x1F)) << np.uint32(6)) | second
    three = ((first & np.uint32(0xF)) << np.uint32(12)) | (second << np.uint32(6)) | third
    four = ((first & np.uint32(0x7)) << np.uint32(18)) | (second << np.uint32(12)) | (third << np.uint32(6)) | fourth
    low = first if first < np.uint32(0x80) else np.uint32(two)
    high = np.uint32(three) if first < np.uint32(0xF0) else np.uint32(four)
    return low if first < np.uint32(0xE0) else high


@inner
def _decode_utf8(raw: Any, size: Any, codes: Any) -> None:
    """Decode the code point that each byte would begin."""
    for i in range(size):
        codes[i] = code_point(np.uint32(raw[i]), np.uint32(raw[i + 1]), np.uint32(raw[i + 2]), np.uint32(raw[i + 3]))


@inner
def _fold_first(raw: Any, size: Any, codes: Any, table: Any, folds: Any) -> Any:
    """Fold the code points of the bytes that do begin one; returns how many are kept."""
    kept = 0
    for i in range(size):
        folded = table[codes[i]]
        folds[kept] = folded
        kept += ((raw[i] & np.uint8(0xC0)) != np.uint8(0x80)) & ((folded & SKIPPED) == 0)
    return kept


@inner
def _fold_utf8(data: Any, table: Any, codes: Any, folds: Any) -> Any:
    raw = filled_with(np.empty(BLOCK + _CONTINUATION_BYTES, np.uint8), 0)
    kept = 0
    for start in range(0, data.size, BLOCK):
        block = data[start : start + BLOCK + _CONTINUATION_BYTES]
        for i in range(block.size):
            raw[i] = block[i]
        for i in range(block.size, raw.size):  # a sequence that is cut short ends with the text
            raw[i] = 0
        size = min(BLOCK, data.size - start)
        _decode_utf8(raw, size, codes)
        kept += _fold_first(raw, size, codes, table, folds[kept:])
    return kept


@inlined
def utf16_code_point(unit: Any, high: Any) -> Any:
    """Decode a UTF-16 unit; `high` is the first half of a surrogate pair before it, or 0.

    Returns the code point, the first half that waits now, and how many code points before it to take back.
    """
    code, waits, back = unit, np.uint32(0), 0
    if unit & np.uint32(0xF800) == np.uint32(0xD800):  # rare
        if unit < np.uint32(0xDC00):
            waits = unit
        elif high != 0:
            code = np.uint32(0x10000) + ((high & np.uint32(0x3FF)) << np.uint32(10)) + (unit & np.uint32(0x3FF))
            back = 1
    return code, waits, back


@inner
def _fold_utf16(data: Any, table: Any, codes: Any, folds: Any) -> Any:
    """Fold each code point of UTF-16 units; a surrogate without its other half is a separator."""
    kept = 0
    high = np.uint32(0)
    for i in range(data.size):
        code, high, back = utf16_code_point(np.uint32(data[i]), high)
        kept -= back
        folded = table[code]
        folds[kept] = folded
        kept += (folded & SKIPPED) == 0
    return kept


def _fold_units(data: Any, table: Any, codes: Any, folds: Any) -> Any:
    """Fold bytes of UTF-8 or units of UTF-16."""
    return (_fold_utf8 if data.itemsize == 1 else _fold_utf16)(data, table, codes, folds)


@overload(_fold_units, strict=False)
def _fold_units_of(data: Any, table: Any, codes: Any, folds: Any) -> Callable[..., Any]:
    """Choose the loop for these units, so that the other is not compiled."""
    fold_units = _fold_utf8 if data.dtype.bitwidth == 8 else _fold_utf16
    return lambda data, table, codes, folds: fold_units(data, table, codes, folds)


@inner
def _marks_and_tokens(folds: Any) -> Any:
    """The union of the marks of folded code points, and the most tokens that these can be."""
    marks, tokens = np.uint32(0), np.uint32(0)
    for i in range(folds.size):
        marks |= folds[i]
        tokens += np.uint32((folds[i] & LETTER) == 0) + np.uint32((folds[i] & ALONE) != 0) * np.uint32(2)
    return marks, np.int64(tokens) + 1 + folds.size // BLOCK


@inner
def fold_text(data: Any, table: Any, folds: Any) -> Any:
    """Fold the code points of one text into ``folds[1:]``, with a separator before and after them.

    data uint8 of UTF-8 or uint16 of UTF-16, table uint32, folds uint32 (data.size + 2,).
    Returns how many they are, -1 for a text that must be composed first, and the most tokens that
    they can be.
    """
    codes = np.empty(BLOCK, np.uint32)
    within = folds[1:]
    n = np.int64(0)
    marks, tokens = np.uint32(0), np.int64(0)
    for part in (data[:_FIRST_LOOK], data):  # decomposed text is recognised soon
        if marks & ODD == 0:
            n = np.int64(_fold_units(part, table, codes, within))
            marks, tokens = _marks_and_tokens(within[:n])
    folds[0] = 0
    folds[n + 1] = 0
    return (-1 if marks & ODD else n), tokens
