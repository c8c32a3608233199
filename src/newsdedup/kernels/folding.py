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
from newsdedup.kernels.char_codes import ALONE, DROPPED, LETTER, ODD, REPLACED, SKIPPED
from newsdedup.kernels.composition import compose, expand
from newsdedup.kernels.jit import inlined, inner

BLOCK: Final = 1024  # code points per round: they stay in the nearest cache
_CONTINUATION_BYTES: Final = 3  # bytes that may follow the first of a UTF-8 sequence
_NOT_ODD: Final = np.uint32(0xFFFFFFFF) ^ ODD


@inlined
def _code_point(first: Any, second: Any, third: Any, fourth: Any) -> Any:
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
        codes[i] = _code_point(np.uint32(raw[i]), np.uint32(raw[i + 1]), np.uint32(raw[i + 2]), np.uint32(raw[i + 3]))


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
def _code_points_of_utf8(data: Any, changes: Any, pairs: Any, codes: Any) -> Any:
    count = np.int64(0)
    for i in range(data.size):
        if data[i] & np.uint8(0xC0) != np.uint8(0x80):
            rest = data[i + 1 :]  # a sequence that is cut short ends with the text
            second = np.uint32(rest[0]) if rest.size > 0 else np.uint32(0)
            third = np.uint32(rest[1]) if rest.size > 1 else np.uint32(0)
            fourth = np.uint32(rest[2]) if rest.size > 2 else np.uint32(0)
            code = _code_point(np.uint32(data[i]), second, third, fourth)
            codes[count] = code
            count += np.int64((changes[code] & DROPPED) == 0)
            if changes[code] & REPLACED:
                count = expand(code, pairs, codes, count - 1)
    return count


@inner
def _code_points_of_utf16(data: Any, changes: Any, pairs: Any, codes: Any) -> Any:
    count, high = np.int64(0), np.uint32(0)
    for i in range(data.size):
        code, high, back = utf16_code_point(np.uint32(data[i]), high)
        count -= back
        codes[count] = code
        count += np.int64((changes[code] & DROPPED) == 0)
        if changes[code] & REPLACED:  # rare
            count = expand(code, pairs, codes, count - 1)
    return count


def code_points(data: Any, changes: Any, pairs: Any, codes: Any) -> Any:
    """Decode bytes of UTF-8 or units of UTF-16, without invisible code points; returns how many there are.

    changes and pairs as in `compose`, codes uint32 with room for MOST_PARTS for each byte or unit.
    """
    return (_code_points_of_utf8 if data.itemsize == 1 else _code_points_of_utf16)(data, changes, pairs, codes)


@overload(code_points, strict=False)
def _code_points_of(data: Any, changes: Any, pairs: Any, codes: Any) -> Callable[..., Any]:
    decode = _code_points_of_utf8 if data.dtype.bitwidth == 8 else _code_points_of_utf16
    return lambda data, changes, pairs, codes: decode(data, changes, pairs, codes)


@inner
def _fold_composed(data: Any, table: Any, changes: Any, pairs: Any, folds: Any) -> Any:
    """Fold the code points of a text into ``folds[1:]`` after composition; a mark that is left is a letter.

    Returns how many there are, or -1, and whether any may have changed.
    """
    folds[0] = 0
    n = code_points(data, changes, pairs, folds[1:])
    if not compose(folds, n, changes, pairs):
        return np.int64(-1), True
    kept, marks = np.int64(1), np.uint32(0)
    for i in range(1, n + 1):
        folded = table[folds[i]]
        marks |= folded
        folds[kept] = folded & _NOT_ODD
        kept += np.int64((folded & SKIPPED) == 0)
    return kept - 1, marks & (ODD | SKIPPED) != 0


@inner
def _marks_and_tokens(folds: Any) -> Any:
    """The union of the marks of folded code points, and the most tokens that these can be."""
    marks, tokens = np.uint32(0), np.uint32(0)
    for i in range(folds.size):
        marks |= folds[i]
        tokens += np.uint32((folds[i] & LETTER) == 0) + np.uint32((folds[i] & ALONE) != 0) * np.uint32(2)
    return marks, np.int64(tokens) + 1 + folds.size // BLOCK


@inner
def fold_text(data: Any, table: Any, changes: Any, pairs: Any, odd: Any, folds: Any) -> Any:
    """Fold the code points of one text into ``folds[1:]``, with a separator before and after them.

    data uint8 of UTF-8 or uint16 of UTF-16, table uint32, changes and pairs as in `compose`, odd
    whether the text is likely to need composition (a guess: it decides what is tried first, not the
    result), folds uint32 (MOST_PARTS * data.size + 2,). Returns how many they are, -1 for a text that
    needs Unicode normalisation first, the most tokens that they can be, and whether it was composed.
    """
    codes = np.empty(BLOCK, np.uint32)
    within = folds[1:]
    while True:
        if odd:
            n, odd = _fold_composed(data, table, changes, pairs, folds)
        else:
            n = np.int64(_fold_units(data, table, codes, within))
        marks, tokens = _marks_and_tokens(within[: max(n, np.int64(0))])
        if marks & ODD == 0:
            folds[0] = 0
            folds[n + 1] = 0
            return n, tokens, odd
        odd = True
