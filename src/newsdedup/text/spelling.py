"""The normal form of many texts at once, without the offsets of the originals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from newsdedup.kernels.ragged import PackedTexts, pack_texts
from newsdedup.text.canonical import composition_changes, composition_tables
from newsdedup.text.normal_form import spelling

_FEW_TEXTS: Final = 64  # texts that are brought to their normal form sooner than the pass for many is compiled


def spellings_of(texts: Sequence[str]) -> list[str]:
    r"""`newsdedup.text.normal_form.spelling` of each text, in a compiled pass that leaves most texts as they are.

    Examples
    --------
    >>> spellings_of(["Ho\u0300a Bi\u0300nh", "plain"])
    ['Hòa Bình', 'plain']
    """
    if len(texts) < _FEW_TEXTS:
        return list(map(spelling, texts))
    spelt = list(texts)
    rows = [row for row, text in enumerate(texts) if not text.isascii()]
    packed = pack_texts(spelt[row] for row in rows)
    places = np.flatnonzero(_changing(packed))
    if len(places):
        changed = spelt_texts(packed, places)
        for number, place in enumerate(places.tolist()):
            spelt[rows[place]] = changed.text(number)
    return spelt


def _changing(texts: PackedTexts) -> NDArray[np.bool_]:
    from newsdedup.kernels.spelling import find_changing

    found = np.empty(len(texts), np.bool_)
    find_changing(texts.data, texts.offsets, composition_changes(), found)
    return found


def spelt_texts(texts: PackedTexts, rows: NDArray[np.int64]) -> PackedTexts:
    """The normal form of the texts of some rows, in the same encoding."""
    if len(rows) < _FEW_TEXTS:
        wanted = np.zeros(len(texts), np.bool_)
        wanted[rows] = True
        return texts.changed(wanted, {row: spelling(texts.text(row)) for row in rows.tolist()})
    from newsdedup.kernels.composition import LONGEST_EXPANSION
    from newsdedup.kernels.spelling import NOT_COMPOSED, spell_chunk

    room = LONGEST_EXPANSION * int((texts.offsets[rows + 1] - texts.offsets[rows]).sum())
    sizes, data = np.empty(len(rows), np.int64), np.empty(room, texts.data.dtype)
    spell_chunk(texts.data, texts.offsets, rows, *composition_tables(), data, sizes)
    data.flags.writeable = False  # as other packed texts: arrays that can be written would be a type of their own
    spelt = PackedTexts(data, np.cumsum([0, *np.maximum(sizes, 0).tolist()]))
    others = {row: spelling(texts.text(int(rows[row]))) for row in np.flatnonzero(sizes == NOT_COMPOSED).tolist()}
    return spelt.changed(np.ones(len(rows), np.bool_), others) if others else spelt
