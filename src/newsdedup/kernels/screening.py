"""Compiled loops: which texts need a closer look before they are read, and how long each is.

All loops over a whole text are free of branches and compute in eight bits where they can: the compiler
makes vector instructions of them then, which are ten times as fast.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from newsdedup.kernels.char_codes import (
    LEAST_ODD_PAIRS,
    LEAST_RARE,
    MAYBE_BLANK,
    MAYBE_GARBLED,
    MAYBE_MARKUP,
    NOT_UTF8,
    OPENING_RUN,
)
from newsdedup.kernels.jit import inner, kernel

_LOST: Final = np.uint32(0xFFFD)  # U+FFFD, which replaces bytes that were lost in decoding
_A: Final = np.uint8(97)
_N_LETTERS: Final = np.uint8(26)
_SMALL: Final = np.uint8(0x20)  # the bit that a small letter has and its capital has not
_QUESTION: Final = np.uint8(63)
_PERCENT: Final = np.uint8(37)
_LESS_THAN: Final = np.uint8(60)
_SEMICOLON: Final = 59
_LONGEST_ENTITY: Final = 32  # letters and digits
_AMPERSAND: Final = np.uint8(38)
_UPPER_BITS: Final = np.uint8(0xC0)
_CONTINUATION: Final = np.uint8(0x80)  # the upper bits of a byte that does not begin a character
_COUNTED_AT_ONCE: Final = 255  # bytes whose count fits into eight bits
_UNITS_AT_ONCE: Final = 65_535  # units whose count fits into sixteen bits


@inner
def _has_mark(units: Any) -> Any:
    """Whether there is a ``<`` or an ``&``."""
    found = np.uint8(0)
    for i in range(units.size):
        found = np.uint8(found | np.uint8(units[i] == _LESS_THAN) | np.uint8(units[i] == _AMPERSAND))
    return found != 0


@inner
def _names_entity(units: Any, start: Any) -> Any:
    """Whether letters and digits from a place on are the name of an entity, which a semicolon ends."""
    place = start
    while place < units.size and place < start + _LONGEST_ENTITY:
        letter = np.int64(units[place]) | 32
        if not (97 <= letter <= 122 or 48 <= np.int64(units[place]) <= 57):
            break
        place += 1
    return place < units.size and np.int64(units[place]) == _SEMICOLON


@inner
def _opens_markup(units: Any) -> Any:
    """Whether a tag, a comment or a character reference may begin anywhere."""
    for i in range(units.size - 1):
        unit, following = units[i], np.int64(units[i + 1])
        is_letter = 97 <= following | 32 <= 122
        if unit == _LESS_THAN and (is_letter or following == 33 or following == 47 or following == 63):
            return True
        if unit == _AMPERSAND and (following == 35 or (is_letter and _names_entity(units, i + 1))):
            return True
    return False


@inner
def _why_closer(units: Any, is_blank: Any, odd: Any) -> Any:
    reason = MAYBE_BLANK if is_blank else np.uint8(0)
    if odd >= LEAST_ODD_PAIRS:
        reason |= MAYBE_GARBLED
    if _has_mark(units) and _opens_markup(units):
        reason |= MAYBE_MARKUP
    return reason


@inner
def _is_blank_utf16(units: Any) -> Any:
    """Whether no unit is surely more than white space; nearly every text ends this at its first unit."""
    place = 0
    while place < units.size:
        unit = units[place]
        if 0x20 < unit < 0x7F or 0xC0 <= unit < 0x1680 or 0x2060 <= unit < 0x3000 or unit > 0x3000:
            break
        place += 1
    return place == units.size


@inner
def _opens_base_64(units: Any) -> Any:
    """Whether a text begins like one in base64, without a space; nearly every text ends this within its first word."""
    place = 0
    while place < min(units.size, OPENING_RUN):
        code = np.int64(units[place])
        if not (97 <= code | 32 <= 122 or 47 <= code <= 57 or code == 43):
            break
        place += 1
    return place == OPENING_RUN


@inner
def _is_rare_utf16(unit: Any, following: Any) -> Any:
    """Whether a unit is rare in sound text but not in garbled text (`newsdedup.articles.encoding.suspects`), 1 or 0."""
    rare = np.uint16(np.uint16(unit - np.uint16(0x80)) < np.uint16(0x40)) & np.uint16(unit != np.uint16(0xA0))
    rare |= np.uint16(np.uint16(unit & np.uint16(0xFFDE)) == np.uint16(0xD0))  # Ð Ñ ð ñ
    rare |= np.uint16(np.uint16(unit & np.uint16(0xFFDF)) == np.uint16(0xD8)) | np.uint16(unit == np.uint16(0xF6))
    rare |= np.uint16(np.uint16(unit & np.uint16(0xFFFE)) == np.uint16(0xC2))  # Â Ã
    rare |= np.uint16(np.uint16(unit | np.uint16(0x0C)) == np.uint16(0xDE))  # Ò Ö Ú Þ
    rare |= np.uint16(np.uint16(unit - np.uint16(0x2080)) < np.uint16(0x40))
    rare |= np.uint16(np.uint16(unit & np.uint16(0xFF00)) == np.uint16(0x2500))
    rare |= np.uint16(unit == np.uint16(0x201A)) | np.uint16(unit == np.uint16(0x0402))
    rare |= np.uint16(unit == np.uint16(0x0393)) | np.uint16(unit == np.uint16(0xFFFD))
    rare |= np.uint16(unit < np.uint16(9)) | np.uint16(np.uint16(unit - np.uint16(14)) < np.uint16(18))
    rare |= np.uint16(np.uint16(unit & np.uint16(0xFFFD)) == np.uint16(0x5C))  # a backslash, a circumflex
    rare |= np.uint16(unit == np.uint16(61)) | np.uint16(unit == np.uint16(43))
    is_letter = np.uint16(np.uint16(np.uint16(following | np.uint16(0x20)) - np.uint16(97)) < np.uint16(26))
    is_question = np.uint16(unit == np.uint16(63))
    followed = is_question | np.uint16(unit == np.uint16(37))
    return np.uint16(rare | (followed & is_letter) | (is_question & np.uint16(following == np.uint16(63))))


@inner
def _n_rare_utf16(units: Any) -> Any:
    """Count the units that are rare in sound text."""
    total = np.int64(0)
    for start in range(0, units.size - 1, _UNITS_AT_ONCE):
        end = min(start + _UNITS_AT_ONCE, units.size - 1)
        block, following = units[start:end], units[start + 1 : end + 1]
        count = np.uint16(0)
        for i in range(block.size):
            count = np.uint16(count + _is_rare_utf16(block[i], following[i]))
        total += np.int64(count)
    return total + (np.int64(_is_rare_utf16(units[units.size - 1], np.uint16(0))) if units.size else 0)


@inner
def _odd_pairs_utf16(units: Any, first: Any, second: Any) -> Any:
    """Count the odd pairs and the lost letters of a text that has rare ones."""
    if _opens_base_64(units):
        return np.int64(LEAST_ODD_PAIRS)
    if _n_rare_utf16(units) < LEAST_RARE:
        return np.int64(0)
    odd = np.int64(units[0] == _LOST)
    for i in range(units.size - 1):
        odd += np.int64(first[units[i]] & second[units[i + 1]] != 0) + np.int64(units[i + 1] == _LOST)
    return odd


@inner
def _second_halves(units: Any) -> Any:
    """Count the second halves of surrogate pairs."""
    count = np.int64(0)
    for i in range(units.size):
        count += np.int64(np.uint16(units[i] & np.uint16(0xFC00)) == np.uint16(0xDC00))
    return count


@kernel
def screen_utf16(data: Any, offsets: Any, first: Any, second: Any, reasons: Any, n_characters: Any) -> None:
    """Screen the texts ``data[offsets[i]:offsets[i + 1]]``, uint16 of UTF-16.

    first and second uint32 (TABLE_SIZE,): a letter and the next one are an odd pair if their entries
    share a bit. Filled, one per text: reasons uint8 and n_characters int64.
    """
    for text in range(offsets.size - 1):
        units = data[offsets[text] : offsets[text + 1]]
        reasons[text] = _why_closer(units, _is_blank_utf16(units), _odd_pairs_utf16(units, first, second))
        n_characters[text] = units.size - _second_halves(units)


@inner
def _is_blank_utf8(units: Any) -> Any:
    """Whether no byte is surely part of more than white space."""
    place = 0
    while place < units.size:
        unit = units[place]
        if 0x20 < unit < 0x7F or 0xC3 <= unit < 0xE1 or unit > 0xE3:
            break
        place += 1
    return place == units.size


@inner
def _first_bytes(units: Any) -> Any:
    """Count the bytes that begin a character."""
    total = np.int64(0)
    for start in range(0, units.size, _COUNTED_AT_ONCE):
        block = units[start : start + _COUNTED_AT_ONCE]
        count = np.uint8(0)
        for i in range(block.size):
            count = np.uint8(count + np.uint8(block[i] & _UPPER_BITS != _CONTINUATION))
        total += np.int64(count)
    return total


@inner
def _is_wrong_alone(units: Any) -> Any:
    """Whether a byte is one that UTF-8 does not have."""
    wrong = np.uint8(0)
    for i in range(units.size):
        unit = units[i]
        wrong = np.uint8(
            wrong
            | np.uint8(unit >= np.uint8(0xF5))
            | np.uint8(unit == np.uint8(0xC0))
            | np.uint8(unit == np.uint8(0xC1))
        )
    return wrong != 0


@inner
def _is_wrong_pair(leads: Any, units: Any) -> Any:
    """Whether a byte may not follow the one before: surrogates, more than U+10FFFF, sequences that could be shorter."""
    wrong = np.uint8(0)
    for i in range(units.size):
        lead, unit = leads[i], units[i]
        small = np.uint8(lead == np.uint8(0xE0)) & np.uint8(unit < np.uint8(0xA0))
        small |= np.uint8(lead == np.uint8(0xF0)) & np.uint8(unit < np.uint8(0x90))
        large = np.uint8(lead == np.uint8(0xED)) & np.uint8(unit > np.uint8(0x9F))
        large |= np.uint8(lead == np.uint8(0xF4)) & np.uint8(unit > np.uint8(0x8F))
        wrong = np.uint8(wrong | small | large)
    return wrong != 0


@inner
def _is_wrong_sequence(units: Any) -> Any:
    """Whether a continuation is missing, or stands where no byte before wants one; three zeros are on either side."""
    wrong = np.uint8(0)
    fourth, third, second, here = units, units[1:], units[2:], units[3:]
    for i in range(here.size):
        wanted = np.uint8(second[i] >= np.uint8(0xC0)) | np.uint8(third[i] >= np.uint8(0xE0))
        wanted |= np.uint8(fourth[i] >= np.uint8(0xF0))
        wrong = np.uint8(wrong | np.uint8(wanted ^ np.uint8(here[i] & _UPPER_BITS == _CONTINUATION)))
    return wrong != 0


@inner
def _is_wrong_edge(units: Any) -> Any:
    """Whether the first or the last bytes are a part of a sequence only, as `_is_wrong_sequence` sees them."""
    n = units.size
    few = min(3, n)
    edge = np.zeros(9, np.uint8)
    for i in range(few):
        edge[3 + i] = units[i]
    if n <= 3:
        return _is_wrong_sequence(edge)
    if _is_wrong_sequence(edge[:6]):
        return True
    for i in range(3):
        edge[i], edge[3 + i] = units[n - 3 + i], 0
    return _is_wrong_sequence(edge[:6])


@inner
def _is_rare_utf8(unit: Any, second: Any, third: Any) -> Any:
    """Whether a byte of valid UTF-8 begins a letter that is rare in sound text, as `_is_rare_utf16` has them."""
    small = np.uint8(second | _SMALL)
    rare = np.uint8(unit == np.uint8(0xC2)) & np.uint8(second != np.uint8(0xA0))
    northern = np.uint8(small == np.uint8(0xB0)) | np.uint8(small == np.uint8(0xB1))
    northern |= np.uint8(small == np.uint8(0xB6)) | np.uint8(small == np.uint8(0xB8))
    northern |= np.uint8(np.uint8(second & np.uint8(0xFE)) == np.uint8(0x82))
    northern |= np.uint8(np.uint8(second | np.uint8(0x0C)) == np.uint8(0x9E))
    rare |= np.uint8(unit == np.uint8(0xC3)) & northern
    sign = np.uint8(np.uint8(second & np.uint8(0xFC)) == np.uint8(0x94)) | np.uint8(second == np.uint8(0x82))
    sign |= np.uint8(second == np.uint8(0x80)) & np.uint8(third == np.uint8(0x9A))
    rare |= np.uint8(unit == np.uint8(0xE2)) & sign
    rare |= np.uint8(unit == np.uint8(0xD0)) & np.uint8(second == np.uint8(0x82))
    rare |= np.uint8(unit == np.uint8(0xCE)) & np.uint8(second == np.uint8(0x93))
    rare |= np.uint8(unit == np.uint8(0xEF)) & np.uint8(second == np.uint8(0xBF)) & np.uint8(third == np.uint8(0xBD))
    rare |= np.uint8(unit == np.uint8(94)) | np.uint8(unit == np.uint8(92))
    rare |= np.uint8(unit < np.uint8(9)) | np.uint8(np.uint8(unit - np.uint8(14)) < np.uint8(18))
    rare |= np.uint8(unit == np.uint8(61)) | np.uint8(unit == np.uint8(43))
    is_letter = np.uint8(np.uint8(small - _A) < _N_LETTERS)
    is_question = np.uint8(unit == _QUESTION)
    followed = is_question | np.uint8(unit == _PERCENT)
    return rare | (followed & is_letter) | (is_question & np.uint8(second == _QUESTION))


@inner
def _n_rare_utf8(units: Any) -> Any:
    """Count the letters that are rare in sound text."""
    total = np.int64(0)
    for start in range(0, units.size - 2, _COUNTED_AT_ONCE):
        block, second, third = units[start : start + _COUNTED_AT_ONCE], units[start + 1 :], units[start + 2 :]
        count = np.uint8(0)
        for i in range(min(block.size, third.size)):
            count = np.uint8(count + _is_rare_utf8(block[i], second[i], third[i]))
        total += np.int64(count)
    if units.size > 1:
        total += np.int64(_is_rare_utf8(units[units.size - 2], units[units.size - 1], np.uint8(0)))
    return total + (np.int64(_is_rare_utf8(units[units.size - 1], np.uint8(0), np.uint8(0))) if units.size else 0)


@inner
def _odd_pairs_utf8(units: Any, first: Any, second: Any) -> Any:
    """Count the odd pairs and the lost letters of valid UTF-8 that has rare letters."""
    odd, i, before = np.int64(0), 0, np.uint32(0)
    if _opens_base_64(units):
        return np.int64(LEAST_ODD_PAIRS)
    if _n_rare_utf8(units) < LEAST_RARE:
        return odd
    is_first = True
    while i < units.size:
        code, length = np.uint32(units[i]), 1
        if code >= 0xF0:
            code, length = np.uint32(0xD800), 4  # beyond the tables
        elif code >= 0xE0:
            code = (code & 0xF) << 12 | np.uint32(units[i + 1] & 0x3F) << 6 | np.uint32(units[i + 2] & 0x3F)
            length = 3
        elif code >= 0xC0:
            code, length = (code & 0x1F) << 6 | np.uint32(units[i + 1] & 0x3F), 2
        odd += np.int64(not is_first and first[before] & second[code] != 0) + np.int64(code == _LOST)
        before, is_first = np.uint32(code), False
        i += length
    return odd


@kernel
def screen_utf8(data: Any, offsets: Any, first: Any, second: Any, reasons: Any, n_characters: Any) -> None:
    """Screen the texts ``data[offsets[i]:offsets[i + 1]]``, uint8; otherwise as `screen_utf16`.

    A text that is not valid UTF-8 (RFC 3629) has no other reason.
    """
    for text in range(offsets.size - 1):
        units = data[offsets[text] : offsets[text + 1]]
        n_characters[text] = _first_bytes(units)
        if (
            _is_wrong_alone(units)
            or _is_wrong_pair(units, units[1:])
            or _is_wrong_sequence(units)
            or _is_wrong_edge(units)
        ):
            reasons[text] = NOT_UTF8
        else:
            reasons[text] = _why_closer(units, _is_blank_utf8(units), _odd_pairs_utf8(units, first, second))


@inner
def _may_change(leads: Any, units: Any) -> Any:
    """Whether a byte and the next one may begin a character that canonical composition changes or joins.

    Those of the Latin, most Greek and Cyrillic letters, of Vietnamese, of usual punctuation and of emoji do not.
    """
    found = np.uint8(0)
    for i in range(units.size):
        lead, unit = leads[i], units[i]
        rare = np.uint8(lead >= np.uint8(0xCC)) & np.uint8(lead <= np.uint8(0xCE))  # U+0300 to U+03BF
        rare |= np.uint8(lead >= np.uint8(0xD2))  # from U+0480 on
        usual = np.uint8(lead == np.uint8(0xE1)) & np.uint8((unit | np.uint8(1)) == np.uint8(0xBB))  # U+1E80 to U+1EFF
        usual |= np.uint8(lead == np.uint8(0xE2)) & np.uint8((unit | np.uint8(2)) == np.uint8(0x82))  # – ’ …, € ₫
        usual |= np.uint8(lead == np.uint8(0xF0)) & np.uint8(unit == np.uint8(0x9F))
        spaces = np.uint8(lead == np.uint8(0x80)) & np.uint8((unit | np.uint8(1)) == np.uint8(0x81))  # U+2000, U+2001
        found = np.uint8(found | (rare & ~usual) | spaces)
    return found != 0


@kernel
def screen_composition(data: Any, offsets: Any, flags: Any) -> None:
    """Flag the texts of valid UTF-8 that canonical composition may change; the others are in NFC.

    data uint8, offsets as in `screen_utf8`; flags uint8, one per text, is filled.
    """
    for text in range(offsets.size - 1):
        units = data[offsets[text] : offsets[text + 1]]
        flags[text] = _may_change(units, units[1:])
