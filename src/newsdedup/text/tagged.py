"""The tokens of a text, each with the phrases of a language's tables that begin there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.kernels.char_codes import CAPITAL, DIGITS, LINE, MARK, SPACED, UPPER, WORD, WORD_BITS
from newsdedup.text.compiled_tokens import compiled_tokens, is_compiled_faster
from newsdedup.text.lexicon import Edge, Lexicon
from newsdedup.text.normal_form import Text
from newsdedup.text.token_runs import token_runs

__all__ = ["CAPITAL", "DIGITS", "LINE", "MARK", "SPACED", "UPPER", "WORD", "Tokens", "tag_tokens"]


@frozen(eq=False)
class Tokens:
    """The tokens of a text in order: words, numbers in digits, single marks."""

    starts: list[int]  # offsets in ``Text.plain``
    ends: list[int]
    kinds: list[int]  # bits: `WORD`, `DIGITS` or `MARK`, with `SPACED`, `LINE`, `CAPITAL`, `UPPER` where they fit
    entries: list[int]  # the entry of the lexicon for the longest phrase that begins there, or 0
    lexicon: Lexicon
    entry_array: NDArray[np.integer[Any]]  # the same entries
    kind_array: NDArray[np.integer[Any]]  # the same kinds

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, position: int) -> int:
        """The index of the token that holds a position of the text or, in white space, follows it."""
        return bisect_right(self.ends, position)

    def after(self, end: int) -> int:
        """The index of the token after the one that holds the last character before an offset."""
        return self.at(end - 1) + 1

    def phrase(self, i: int, tag: int) -> int:
        """How many tokens the longest phrase with a tag has that begins at token `i`; 0 if there is none."""
        entry = self.entries[i]
        return self.lexicon.phrases[entry][tag][0] if self.lexicon.masks[entry] & tag else 0

    def value(self, i: int, tag: int) -> Any:
        """The value of that phrase; None if there is none."""
        entry = self.entries[i]
        return self.lexicon.phrases[entry][tag][1] if self.lexicon.masks[entry] & tag else None

    def with_tag(self, tag: int) -> list[int]:
        """The indices of the tokens at which a phrase with a tag begins, in order."""
        indices: list[int] = self.lexicon.entries_with(tag).take(self.entry_array).nonzero()[0].tolist()
        return indices

    def of_kind(self, kind: int) -> list[int]:
        """The indices of the tokens of a kind (`DIGITS`, for example), in order."""
        indices: list[int] = (self.kind_array & kind).nonzero()[0].tolist()
        return indices


def tag_tokens(text: Text, lexicon: Lexicon) -> Tokens:
    """Find the tokens of a text and, at each, the phrases of a lexicon that begin there.

    Examples
    --------
    >>> from newsdedup.text.lexicon import lexicon_of_tables
    >>> from newsdedup.text.normal_form import normalise
    >>> lexicon = lexicon_of_tables({1: {"U.S.": "US"}, 2: {"year-old": "age", "year": "time"}})
    >>> tokens = tag_tokens(normalise("U.S. police shot a 5-year-old boy."), lexicon)
    >>> [(i, tokens.phrase(i, 2), tokens.value(i, 2)) for i in tokens.with_tag(2)]
    [(9, 3, 'age')]
    """
    if is_compiled_faster(len(text.plain)):
        tokens = compiled_tokens(text, lexicon)
        starts, ends, kinds, entries = tokens.tolist()
        return Tokens(starts, ends, kinds, entries, lexicon, tokens[3].copy(), tokens[2].copy())
    return tagged_by_arrays(text, lexicon)


def tagged_by_arrays(text: Text, lexicon: Lexicon) -> Tokens:
    """The same without the compiled loop."""
    runs = token_runs(text)
    words = lexicon.words_of(runs.hashes)
    found, kinds = lexicon.first_entries.take(words), runs.kinds.tolist()
    for i, node, word in lexicon.begins_of_longer(words):
        if entry := _longest(i, node, word, words, kinds, lexicon.edges):
            found[i] = entry
    return Tokens(runs.starts.tolist(), runs.ends.tolist(), kinds, found.tolist(), lexicon, found, runs.kinds)


def _longest(i: int, node: int, word: int, words: NDArray[np.intp], kinds: list[int], edges: Mapping[int, Edge]) -> int:
    """The entry of the longest phrase of several words that begins at token `i`, or 0.

    `node` is that of its first word, `word` the second word.
    """
    longest, after, count = 0, i + 1, len(words)
    while edge := edges.get(node << WORD_BITS | word):
        node, entry, is_tight = edge
        if is_tight and kinds[after] & SPACED:
            break
        longest = entry or longest
        after += 1
        if after == count:
            break
        word = int(words[after])
    return longest
