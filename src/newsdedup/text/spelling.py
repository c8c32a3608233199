"""The normal form of many texts at once, without the offsets of the originals."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from newsdedup.kernels.ragged import PackedTexts, pack_texts
from newsdedup.text.canonical import composition_tables
from newsdedup.text.normal_form import spelling


def spellings_of(texts: Sequence[str]) -> list[str]:
    r"""`newsdedup.text.normal_form.spelling` of each text, in a compiled pass that leaves most texts as they are.

    Examples
    --------
    >>> spellings_of(["Ho\u0300a Bi\u0300nh", "plain"])
    ['Hòa Bình', 'plain']
    """
    from newsdedup.kernels.spelling import NOT_COMPOSED, UNCHANGED

    spelt = list(texts)
    rows = [row for row, text in enumerate(texts) if not text.isascii()]
    sizes, changed = _spelt(pack_texts(spelt[row] for row in rows))
    for place in np.flatnonzero(sizes != UNCHANGED).tolist():
        row = rows[place]
        spelt[row] = spelling(spelt[row]) if sizes[place] == NOT_COMPOSED else changed.text(place)
    return spelt


def _spelt(texts: PackedTexts) -> tuple[NDArray[np.int64], PackedTexts]:
    """What the compiled pass says of each text, and those that it changed."""
    from newsdedup.kernels.composition import MOST_PARTS
    from newsdedup.kernels.spelling import spell_chunk

    sizes, data = np.empty(len(texts), np.int64), np.empty(MOST_PARTS * len(texts.data), np.uint16)
    spell_chunk(texts.data, texts.offsets, *composition_tables(), data, sizes)
    return sizes, PackedTexts(data, np.cumsum([0, *np.maximum(sizes, 0).tolist()]))
