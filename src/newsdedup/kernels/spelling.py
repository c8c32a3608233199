"""Compiled loops: texts to their normal form, in their own encoding."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import numpy as np
from numba.extending import overload

from newsdedup.kernels.arrays import longest_row
from newsdedup.kernels.char_codes import DROPPED, REPLACED
from newsdedup.kernels.composition import GONE, LONGEST_EXPANSION, compose, expand
from newsdedup.kernels.folding import code_point, utf16_code_point
from newsdedup.kernels.jit import inner, kernel

NOT_COMPOSED: Final = np.int64(-1)


@inner
def _code_points_of_utf8(data: Any, changes: Any, pairs: Any, codes: Any) -> Any:
    count = np.int64(0)
    for i in range(data.size):
        if data[i] & np.uint8(0xC0) != np.uint8(0x80):
            rest = data[i + 1 :]  # a sequence that is cut short ends with the text
            second = np.uint32(rest[0]) if rest.size > 0 else np.uint32(0)
            third = np.uint32(rest[1]) if rest.size > 1 else np.uint32(0)
            fourth = np.uint32(rest[2]) if rest.size > 2 else np.uint32(0)
            code = code_point(np.uint32(data[i]), second, third, fourth)
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


def _code_points(data: Any, changes: Any, pairs: Any, codes: Any) -> Any:
    """Decode bytes of UTF-8 or units of UTF-16, without invisible code points; returns how many there are.

    changes and pairs as in `compose`, codes uint32 with room for LONGEST_EXPANSION for each byte or unit.
    """
    return (_code_points_of_utf8 if data.itemsize == 1 else _code_points_of_utf16)(data, changes, pairs, codes)


@overload(_code_points, strict=False)
def _code_points_in(data: Any, changes: Any, pairs: Any, codes: Any) -> Callable[..., Any]:
    decode = _code_points_of_utf8 if data.dtype.bitwidth == 8 else _code_points_of_utf16
    return lambda data, changes, pairs, codes: decode(data, changes, pairs, codes)


@inner
def _encode_utf8(codes: Any, data: Any) -> Any:
    size = np.int64(0)
    for code in codes:
        if code < np.uint32(0x80):
            data[size] = np.uint8(code)
            size += 1
        elif code != GONE:
            shift, first = np.uint32(6), np.uint32(0xC0)
            if code >= np.uint32(0x800):
                shift, first = np.uint32(12), np.uint32(0xE0)
            if code >= np.uint32(0x10000):
                shift, first = np.uint32(18), np.uint32(0xF0)
            data[size] = np.uint8(first | (code >> shift))
            size += 1
            while shift > 0:
                shift -= np.uint32(6)
                data[size] = np.uint8(np.uint32(0x80) | ((code >> shift) & np.uint32(0x3F)))
                size += 1
    return size


@inner
def _encode_utf16(codes: Any, data: Any) -> Any:
    size = np.int64(0)
    for code in codes:
        if code >= np.uint32(0x10000):  # rare
            data[size] = np.uint16(np.uint32(0xD7C0) + (code >> np.uint32(10)))
            size += 1
            code = np.uint32(0xDC00) + (code & np.uint32(0x3FF))
        data[size] = np.uint16(code)
        size += np.int64(code != GONE)
    return size


def _encode_units(codes: Any, data: Any) -> Any:
    """Encode code points in UTF-8 or UTF-16, without those that are gone; returns how many units they are."""
    return (_encode_utf8 if data.itemsize == 1 else _encode_utf16)(codes, data)


@overload(_encode_units, strict=False)
def _encoder_of(codes: Any, data: Any) -> Callable[..., Any]:
    encode = _encode_utf8 if data.dtype.bitwidth == 8 else _encode_utf16
    return lambda codes, data: encode(codes, data)


@kernel
def find_changing(data: Any, offsets: Any, changes: Any, found: Any) -> None:
    """Flag texts in UTF-16 that have a unit which may change, or half of a pair, which is not looked up.

    data uint16, offsets int64 (n + 1,), changes uint16 by code point; found bool (n,) is filled.
    """
    for text in range(offsets.size - 1):
        union = np.uint16(0)
        for i in range(offsets[text], offsets[text + 1]):
            union |= changes[data[i]] | np.uint16((data[i] & np.uint16(0xF800)) == np.uint16(0xD800))
        found[text] = union != 0


@kernel
def spell_chunk(data: Any, offsets: Any, rows: Any, changes: Any, pairs: Any, spelt: Any, sizes: Any) -> None:
    """Bring the texts ``data[offsets[row]:offsets[row + 1]]`` of some rows to their normal form.

    data uint8 of UTF-8 or uint16 of UTF-16, offsets int64 (n + 1,), rows int64 (m,), changes uint16 and
    pairs uint64 as in `composition.compose`. Filled: spelt, of the type of data, with the texts one
    after the other, and room for LONGEST_EXPANSION times their units; sizes int64 (m,) how many units each
    has there, or `NOT_COMPOSED` where something must be decomposed first.
    """
    codes = np.empty(LONGEST_EXPANSION * longest_row(offsets) + 1, np.uint32)
    codes[0] = 0
    total = np.int64(0)
    for k in range(rows.size):
        n = _code_points(data[offsets[rows[k]] : offsets[rows[k] + 1]], changes, pairs, codes[1:])
        sizes[k] = NOT_COMPOSED
        if compose(codes, n, changes, pairs):
            sizes[k] = _encode_units(codes[1 : n + 1], spelt[total:])
            total += sizes[k]
