"""Landmarks of a text: its digits, and the words of the tables from which reading starts."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Sequence

from attrs import field, frozen

from newsdedup.languages import Language
from newsdedup.text.normal_form import Text
from newsdedup.text.tagged import DIGITS, SPACED, Tokens, tag_tokens
from newsdedup.text.tags import SHARE_SIGNS, Tag, lexicon_of

DIGIT = re.compile(rf"[\d{SHARE_SIGNS}](?<!\d[\d{SHARE_SIGNS}])")


@frozen
class Landmarks:
    """The positions in a text from which reading starts."""

    tokens: Tokens
    _starts: dict[int, Sequence[int]] = field(init=False, factory=dict)  # by tag, those that were asked for

    def of(self, tag: int) -> Sequence[int]:
        """Where the words of a table may start."""
        starts = self._starts.get(tag)
        if starts is None:
            of_tokens = self.tokens.starts
            starts = self._starts[tag] = [of_tokens[i] for i in self.tokens.with_tag(tag)]
        return starts

    def within(self, tag: int, start: int, end: int) -> Sequence[int]:
        """Where they may start in a span."""
        starts = self.of(tag)
        return starts[bisect_left(starts, start) : bisect_left(starts, end)] if starts else starts

    @functools.cached_property
    def digits(self) -> Sequence[int]:
        """Where digits start."""
        starts = self.tokens.starts
        return [starts[i] for i in self.tokens.of_kind(DIGITS)]

    @functools.cached_property
    def digits_and_shares(self) -> Sequence[int]:
        """Where digits start, or a sign of a share that does not follow a digit."""
        starts = self.tokens.starts
        shares = [starts[i] for i in self.tokens.with_tag(Tag.SHARE_SIGN) if not self._follows_digits(i)]
        return sorted([*self.digits, *shares]) if shares else self.digits

    def _follows_digits(self, i: int) -> bool:
        tokens = self.tokens
        return i > 0 and bool(tokens.kinds[i - 1] & DIGITS) and not tokens.kinds[i] & SPACED


def landmarks_in(folded: str, language: Language) -> Landmarks:
    """The landmarks of a text in lower case."""
    return Landmarks(tag_tokens(Text(folded, folded), lexicon_of(language)))
