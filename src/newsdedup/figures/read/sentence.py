"""A sentence as its rules see it: tagged tokens, and the phrases before and after each of them."""

from __future__ import annotations

import functools
import operator
from collections.abc import Iterator
from typing import Any

from newsdedup.languages import Language
from newsdedup.text.lexicon import Lexicon
from newsdedup.text.normal_form import Text
from newsdedup.text.numbers.grammar import NumberGrammar
from newsdedup.text.tagged import CAPITAL, DIGITS, LINE, SPACED, WORD, Tokens
from newsdedup.text.tags import Tag

_LONGEST_PHRASE = 8  # tokens of a phrase that is looked for before a token
_WORD_JOINERS = frozenset("-'’")
CLAUSE_MARKS = frozenset(".;:!?()")


class _Sizes(dict[int, dict[int, int]]):
    """For each entry of a lexicon, by how many tokens a phrase has: the tags of the phrases of that length."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def __missing__(self, entry: int) -> dict[int, int]:
        found: dict[int, int] = {}
        of_entry = entry
        while of_entry:
            for tag, (size, _) in self.lexicon.phrases[of_entry].items():
                found[size] = found.get(size, 0) | tag
            of_entry = self.lexicon.shorter[of_entry]
        self[entry] = found
        return found


_sizes_in = functools.lru_cache(maxsize=64)(_Sizes)


class Sentence:
    """The tokens ``first`` to ``last`` of a page, of one sentence; indices are those of the page's tokens."""

    def __init__(
        self, text: Text, tokens: Tokens, first: int, last: int, language: Language, numbers: NumberGrammar
    ) -> None:
        self.text, self.folded, self.tokens = text, text.folded, tokens
        self.first, self.last = first, last
        self.language, self.numbers = language, numbers
        self.entries, self.kinds = tokens.entries, tokens.kinds
        self.starts, self.ends = tokens.starts, tokens.ends
        self.masks, self.phrases = tokens.lexicon.masks, tokens.lexicon.phrases
        self._sizes = _sizes_in(tokens.lexicon)
        self._ending: dict[int, list[tuple[int, int]]] = {}  # by token: the phrases that end before it

    @functools.cached_property
    def tags(self) -> int:
        """The tags of all its words."""
        entries = set(self.entries[self.first : self.last])
        return functools.reduce(operator.or_, map(self.masks.__getitem__, entries), 0)

    @property
    def span(self) -> tuple[int, int]:
        """Its offsets."""
        if self.first == self.last:
            return 0, 0
        return self.starts[self.first], self.ends[self.last - 1]

    # ---------------------------------------------------------------------------------- tokens

    def word(self, i: int) -> str:
        """A token in lower case."""
        return self.folded[self.starts[i] : self.ends[i]]

    def words(self, first: int, last: int) -> str:
        """The text of some tokens, in lower case."""
        return self.folded[self.starts[first] : self.ends[last - 1]] if first < last else ""

    def printed(self, first: int, last: int) -> str:
        """The text of some tokens, as printed."""
        return self.text.spelt[self.starts[first] : self.ends[last - 1]] if first < last else ""

    def is_word(self, i: int) -> bool:
        """Whether a token of this sentence is a word on the same line as the one before it."""
        return self.first <= i < self.last and self.kinds[i] & (WORD | LINE) == WORD

    def is_capital(self, i: int) -> bool:
        """Whether a token begins with a capital."""
        return bool(self.kinds[i] & CAPITAL)

    def is_mark(self, i: int, marks: str | frozenset[str]) -> bool:
        """Whether a token of this sentence is one of these marks."""
        return self.first <= i < self.last and not self.kinds[i] & (WORD | DIGITS) and self.word(i) in marks

    def word_end(self, i: int) -> int:
        """The end of the word that begins with a token: hyphens and apostrophes join what they touch."""
        end = i + 1
        if end < self.last and self.kinds[end] & SPACED:  # as after most words
            return end
        while (
            end + 1 < self.last
            and not (self.kinds[end] | self.kinds[end + 1]) & SPACED
            and self.kinds[end + 1] & WORD
            and not self.kinds[end] & (WORD | DIGITS)
            and self.word(end) in _WORD_JOINERS
        ):
            end += 2
        return end

    def digits_end(self, i: int) -> int:
        """The end of the number in digits that begins with a token, with its separators; `i` where none begins."""
        if not (i < self.last and self.kinds[i] & DIGITS):
            return i
        end = i + 1
        while (
            end + 1 < self.last
            and not (self.kinds[end] | self.kinds[end + 1]) & SPACED
            and self.kinds[end + 1] & DIGITS
            and self.is_mark(end, ".,")
        ):
            end += 2
        return end

    def word_start(self, end: int) -> int:
        """The start of the word that ends before a token."""
        start = end - 1
        while (
            start - 2 >= self.first
            and not (self.kinds[start] | self.kinds[start - 1]) & SPACED
            and self.kinds[start - 2] & WORD
            and not self.kinds[start - 1] & (WORD | DIGITS)
            and self.word(start - 1) in _WORD_JOINERS
        ):
            start -= 2
        return start

    # ---------------------------------------------------------------------------------- phrases

    def phrase(self, i: int, tag: int) -> int:
        """How many tokens the phrase with a tag has that begins with a token; 0 where none begins."""
        if not self.first <= i < self.last:
            return 0
        entry = self.entries[i]
        if not self.masks[entry] & tag:
            return 0
        size = self.phrases[entry][tag][0]
        return size if i + size <= self.last else 0

    def has(self, i: int, tags: int) -> bool:
        """Whether a phrase with one of these tags begins with a token."""
        return self.first <= i < self.last and bool(self.masks[self.entries[i]] & tags)

    def before(self, end: int, tag: int) -> int:
        """How many tokens the phrase with a tag has that ends before a token; 0 where none ends there."""
        ending = self._ending.get(end)
        if ending is None:
            ending = self._ending[end] = self._phrases_ending(end)
        for size, tags in ending:
            if tags & tag:
                return size
        return 0

    def _phrases_ending(self, end: int) -> list[tuple[int, int]]:
        """The phrases that end before a token: how many tokens each has and its tags, the longest first."""
        entries, sizes = self.entries, self._sizes
        return [
            (end - i, tags)
            for i in range(max(self.first, end - _LONGEST_PHRASE), end)
            if entries[i] and (tags := sizes[entries[i]].get(end - i))
        ]

    def value_before(self, end: int, tag: int) -> Any:
        """The value of the phrase with a tag that ends before a token; None where none ends there."""
        size = self.before(end, tag)
        if not size:
            return None
        entry, lexicon = self.entries[end - size], self.tokens.lexicon
        while lexicon.phrases[entry][tag][0] > size:
            entry = lexicon.shorter[entry]
        return lexicon.phrases[entry][tag][1]

    def starting(self, tag: int, first: int, last: int) -> Iterator[int]:
        """The tokens of a span with which a phrase with a tag begins."""
        if not self.tags & tag:
            return iter(())
        entries, masks = self.entries, self.masks
        return (i for i in range(max(first, self.first), min(last, self.last)) if masks[entries[i]] & tag)

    def ends_clause(self, i: int) -> bool:
        """Whether a clause ends before a token: a mark, a line break, a number, or "and"."""
        kind = self.kinds[i]
        if kind & (LINE | DIGITS):
            return True
        if not kind & WORD:
            word = self.word(i)
            return word in CLAUSE_MARKS or (word == "," and not (i + 1 < self.last and self.kinds[i + 1] & DIGITS))
        return bool(self.phrase(i, Tag.AND)) or self.is_count(i)

    def is_count(self, i: int) -> bool:
        """Whether a token is a numeral that counts whatever comes after it: "two", not "năm"."""
        table = self.language.numerals
        if not (table.before_any_noun and self.phrase(i, Tag.NUMERAL)):
            return False
        word = self.word(i)
        return table.words.get(word, 0) > 1 and word not in table.nouns
