"""All words and phrases of a language's tables in one trie of tokens, so that one pass over a text finds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any, Final

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from newsdedup.kernels.char_codes import SPACED, WORD_BITS
from newsdedup.text.normal_form import Text
from newsdedup.text.phrases import plain
from newsdedup.text.token_runs import token_runs

_HIGHEST_BITS: Final = np.uint64(48)  # of a hash: its highest 16 bits are looked up first
_LOWEST_BITS: Final = (1 << 16) - 1
PAIR: Final = 40503  # odd: spreads the numbers of nodes over 16 bits
_ROOT: Final = 0

Edge = tuple[int, int, bool]  # the node, the entry of the phrase that ends there or 0, whether no space is allowed


@frozen(eq=False)
class Lexicon:
    """The phrases of several tables, each table with its tag, one bit of an integer of any length.

    An entry stands for all phrases that begin with certain tokens: the longest phrase found at a place of a text, and
    every shorter phrase that it begins with. Entry 0 is for places where no phrase begins.
    """

    masks: tuple[int, ...]  # the tags of each entry
    phrases: tuple[Mapping[int, tuple[int, Any]], ...]  # by tag: tokens of the longest phrase that has it, its value
    shorter: tuple[int, ...]  # the entry of the next shorter phrase that each begins with, or 0
    hashes: NDArray[np.uint64]  # of the words of all phrases, in order; a word's number is its place + 1
    likely: NDArray[np.bool_]  # by the highest 16 bits of a hash: whether a word has such a hash
    first_entries: NDArray[np.intp]  # by number of a word: the entry of the word as a phrase, or 0
    first_nodes: NDArray[np.intp]  # by number of a word: the node of longer phrases that begin with it, or 0
    edges: Mapping[int, Edge]  # by ``node << WORD_BITS | word``
    likely_pairs: NDArray[np.bool_]  # by 16 bits of ``node * PAIR + word``: whether there may be such an edge
    _with_tag: dict[int, NDArray[np.bool_]] = field(init=False, factory=dict)  # what `entries_with` has made

    def entries_with(self, tag: int) -> NDArray[np.bool_]:
        """Whether each entry has a tag, shape (entries,)."""
        found = self._with_tag.get(tag)
        if found is None:
            found = self._with_tag[tag] = np.array([mask & tag != 0 for mask in self.masks], np.bool_)
        return found

    def words_of(self, hashes: NDArray[np.uint64]) -> NDArray[np.intp]:
        """The number of the word that each hash belongs to, shape (n,); 0 for words that no phrase has."""
        words = np.zeros(len(hashes), np.intp)
        places = self.likely.take((hashes >> _HIGHEST_BITS).astype(np.intp)).nonzero()[0]
        some = hashes[places]
        found = self.hashes.searchsorted(some)
        found[self.hashes.take(found, mode="clip") != some] = -1
        words[places] = found + 1
        return words

    def begins_of_longer(self, words: NDArray[np.intp]) -> Iterator[tuple[int, int, int]]:
        """The tokens at which a phrase of several words may begin: index, the node of its first word, the second word.

        `words` are the numbers of all tokens, shape (n,).
        """
        nodes = self.first_nodes.take(words[:-1])
        places = (nodes * words[1:]).nonzero()[0]
        nodes, seconds = nodes[places], words[places + 1]
        likely = self.likely_pairs.take((nodes * PAIR + seconds) & _LOWEST_BITS).nonzero()[0]
        return zip(places[likely].tolist(), nodes[likely].tolist(), seconds[likely].tolist(), strict=True)


def lexicon_of_tables(tables: Mapping[int, Mapping[str, Any]]) -> Lexicon:
    """The lexicon of tables.

    Parameters
    ----------
    tables : mapping of int to mapping of str to object
        By tag (one bit), each phrase with its value. Empty phrases are left out. Where a phrase has a space, a text
        may have any white space, or none; elsewhere between two tokens of a phrase a text may have none.

    Raises
    ------
    ValueError
        If a tag has no bit or several.

    Examples
    --------
    >>> lexicon = lexicon_of_tables({1: {"dead": "killed", "dead end": None}, 2: {"dead": 0}})
    >>> lexicon.masks
    (0, 3, 3)
    >>> lexicon.phrases[2]
    {1: (2, None), 2: (1, 0)}
    """
    if wrong := [tag for tag in tables if tag <= 0 or tag & (tag - 1)]:
        raise ValueError(f"a tag of a table is one bit, as 1 << 3, not {wrong[0]}; give each table a bit of its own")
    listed = [(tag, value) for tag, table in tables.items() for value in table.values()]
    words, hashes = _numbered_words(phrase for table in tables.values() for phrase in table)
    trie = _Trie()
    for (tag, value), phrase in zip(listed, words, strict=True):
        if phrase:
            trie.add(phrase, tag, value)
    return _compact(trie, hashes)


Tight = tuple[int, bool]  # the number of a word, and whether no space comes before it


def _numbered_words(phrases: Iterable[str]) -> tuple[list[list[Tight]], NDArray[np.uint64]]:
    """The words of each phrase by their numbers, and the hashes of words in the order of these numbers, from 1 on."""
    lines = plain("".join(f"{' '.join(phrase.split())}\n" for phrase in phrases))
    runs = token_runs(Text(lines, lines))
    hashes, numbers = np.unique(runs.hashes, return_inverse=True)
    spans = zip(runs.starts.tolist(), runs.ends.tolist(), strict=True)
    _check_hashes({lines[start:end] for start, end in spans}, hashes)
    spaced = (runs.kinds & np.uint8(SPACED) == 0).tolist()
    found = list(zip((numbers + 1).tolist(), spaced, strict=True))
    lengths = [len(line) + 1 for line in lines.split("\n")[:-1]]
    edges = np.searchsorted(runs.starts, np.cumsum([0, *lengths])).tolist()
    return [found[first:last] for first, last in pairwise(edges)], hashes


def _check_hashes(words: set[str], hashes: NDArray[np.uint64]) -> None:
    if len(words) != len(hashes):
        raise ValueError("two words of the tables have the same 64-bit hash; change one of the words added last")


class _Trie:
    """The trie while it is built: children of nodes, and phrases that end at them."""

    def __init__(self) -> None:
        self.children: list[dict[int, int]] = [{}]  # by node: word to node; a node comes after its parent
        self.is_tight: list[bool] = [False]  # whether all phrases through a node have no space before its word
        self.ending: dict[int, dict[int, tuple[int, Any]]] = {}  # by node: the phrases that end there

    def add(self, phrase: list[Tight], tag: int, value: Any) -> None:
        node = _ROOT
        for word, is_tight in phrase:
            child = self.children[node].get(word)
            if child is None:
                child = self.children[node][word] = len(self.children)
                self.children.append({})
                self.is_tight.append(is_tight)
            elif not is_tight:
                self.is_tight[child] = False
            node = child
        self.ending.setdefault(node, {})[tag] = len(phrase), value


def _compact(trie: _Trie, hashes: NDArray[np.uint64]) -> Lexicon:
    """The trie as arrays and a table of edges, with one entry for each node where a phrase ends."""
    entries = [0] * len(trie.children)  # of the longest phrase on the way to each node
    masks, phrases, shorter = [0], [dict[int, tuple[int, Any]]()], [0]
    edges: dict[int, Edge] = {}
    firsts = np.zeros((2, len(hashes) + 1), np.intp)
    for node, children in enumerate(trie.children):
        for word, child in children.items():
            entry, ending = entries[node], trie.ending.get(child)
            if ending:
                phrases.append({**phrases[entry], **ending})
                masks.append(sum(phrases[-1]))
                shorter.append(entry)
                entry = len(masks) - 1
            entries[child] = entry
            edges[node << WORD_BITS | word] = child, entry, trie.is_tight[child]
            if node == _ROOT:
                firsts[:, word] = entry, child if trie.children[child] else 0
    likely = np.zeros(1 << 16, np.bool_)
    likely[hashes >> _HIGHEST_BITS] = True
    pairs = np.zeros(_LOWEST_BITS + 1, np.bool_)
    pairs[[((edge >> WORD_BITS) * PAIR + (edge & (1 << WORD_BITS) - 1)) & _LOWEST_BITS for edge in edges]] = True
    return Lexicon(tuple(masks), tuple(phrases), tuple(shorter), hashes, likely, firsts[0], firsts[1], edges, pairs)
