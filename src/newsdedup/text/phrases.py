"""Phrases of a language's tables as patterns for folded text."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import groupby
from typing import Any, cast

from attrs import frozen

from newsdedup.text.normal_form import fold_case, normalise

NEVER = r"(?!)"
_TAIL_LENGTH = 24  # characters: the last letters of a phrase at the end of a span, and the white space after it
_FEW_LETTERS = 15  # first letters; with this many or fewer, the pattern starts with them


def plain(phrase: str) -> str:
    """A phrase of a table in the form that it has in folded text."""
    return fold_case(normalise(phrase).plain)


def any_of(phrases: Iterable[str]) -> str:
    """Alternatives, longest first, any white space between words."""
    return alternatives({plain(phrase) for phrase in phrases}) or NEVER


def any_as_printed(forms: Iterable[str]) -> str:
    """Alternatives, longest first, exactly as they are given: for a text that is not folded."""
    return "|".join(map(re.escape, sorted(set(forms), key=lambda form: (-len(form), form)))) or NEVER


def signs_of(forms: Iterable[str]) -> tuple[str, ...]:
    """The forms that have no other form within: a text that has none of these has none of the forms.

    Examples
    --------
    >>> signs_of(["reported", "has reported", "reported by", "said"])
    ('said', 'reported')
    """
    signs: list[str] = []
    for form in sorted(set(forms), key=lambda one: (len(one), one)):
        if not has_any(form, signs):
            signs.append(form)
    return tuple(signs)


def has_any(text: str, signs: Iterable[str]) -> bool:
    """Whether a text has one of these; far quicker than a pattern, for texts that mostly have none."""
    return any(map(text.__contains__, signs))


def word_search(phrases: Collection[str], after: str = "", *, not_before: str = r"[\w-]") -> str:
    """A pattern that finds whole words or phrases in a text; `after` is a pattern for what follows each.

    A search skips every letter that none of them starts with: what may not come before the word (a
    letter, a hyphen) is checked only where the first two letters fit. If they start with almost any
    letter, checking it first is faster.
    """
    by_letter = _by_first_letter({plain(phrase) for phrase in phrases})
    if len(by_letter) > _FEW_LETTERS:
        return rf"(?<!{not_before})(?:{any_of(phrases)})(?!\w){after}"
    return (
        "|".join(
            rf"{re.escape(letter)}{_second_letter(rests)}(?<!{not_before}[\s\S]){alternatives(rests)}(?!\w){after}"
            for letter, rests in by_letter.items()
        )
        or NEVER
    )


def whole_words(phrases: Iterable[str], *, not_before: str = r"[\w-]") -> str:
    """A pattern for whole words or phrases at a place where one may start."""
    return rf"(?<!{not_before})(?:{any_of(phrases)})(?!\w)"


def _second_letter(rests: set[str]) -> str:
    """A lookahead at the second letter, if there must be one."""
    letters = {rest[:1] for rest in rests}
    return "" if "" in letters else rf"(?=[{''.join(map(_letter_in_class, sorted(letters)))}])"


def _letter_in_class(letter: str) -> str:
    return r"\s" if letter == " " else re.escape(letter)


def matches(
    pattern: re.Pattern[str], folded: str, starts: Iterable[int], end: int = sys.maxsize
) -> Iterator[re.Match[str]]:
    """The matches of a pattern in a text up to `end`, none overlapping, that start at one of these places."""
    done = 0
    for start in starts:
        if start >= done and (match := pattern.match(folded, start, end)):
            done = match.end()
            yield match


class _LazyPattern:
    """A pattern that is written and compiled when it is first asked for; from then on its methods are the pattern's."""

    def __init__(self, written: Callable[[], str]) -> None:
        self._written = written

    def __getattr__(self, name: str) -> Any:
        pattern = re.compile(self._written())
        for method in ("match", "search", "fullmatch", "finditer", "pattern"):
            setattr(self, method, getattr(pattern, method))
        return getattr(pattern, name)


def lazily(written: Callable[[], str]) -> re.Pattern[str]:
    """A pattern that is compiled at its first use: most articles need few of the patterns of a language."""
    return cast("re.Pattern[str]", _LazyPattern(written))


@frozen
class Ending:
    """Phrases that end a span, with white space after them; its last letters rule most spans out."""

    pattern: re.Pattern[str]
    letters: frozenset[str] | None  # the last three letters of each phrase; None if any letters are possible
    reach: int  # characters before a position that are searched

    def search(self, left: str) -> re.Match[str] | None:
        """The phrase that `left` ends with."""
        return self.pattern.search(left) if self._may_end(left[-_TAIL_LENGTH:]) else None

    def before(self, folded: str, end: int) -> re.Match[str] | None:
        """The phrase that ends at a position of a text."""
        if not self._may_end(folded[end - _TAIL_LENGTH if end > _TAIL_LENGTH else 0 : end]):
            return None
        return self.pattern.search(folded[max(0, end - self.reach) : end])

    def _may_end(self, tail: str) -> bool:
        letters = self.letters
        if letters is None:
            return True
        last = tail.rstrip()[-3:]
        return last in letters or last[-2:] in letters or last[-1:] in letters


def ending(pattern: str | Callable[[], str], phrases: Iterable[str] | None, reach: int = 40) -> Ending:
    """A pattern for a span that ends with one of these phrases and white space; with None, with any phrase."""
    letters = None if phrases is None else frozenset(plain(one)[-3:] for one in phrases)
    return Ending(lazily(pattern if callable(pattern) else lambda: pattern), letters, reach)


def word_before(phrases: Collection[str], reach: int = 40) -> Ending:
    """A pattern for a span that ends with one of these whole phrases and white space."""
    return ending(lambda: rf"(?<!\w)(?:{any_of(phrases)})\s+$", phrases, reach)


def alternatives(phrases: set[str]) -> str:
    """A pattern that reads each letter once, however many phrases there are; the longest phrase that fits wins."""
    if len(phrases) == 1:
        return "".join(map(_pattern_of, *phrases))
    starts = [_pattern_of(letter) + alternatives(rests) for letter, rests in _by_first_letter(phrases - {""}).items()]
    if len(starts) == 1 and "" not in phrases:
        return starts[0]
    return f"(?:{'|'.join(starts)})" + ("?" if "" in phrases else "") if starts else ""


def _by_first_letter(phrases: set[str]) -> dict[str, set[str]]:
    return {letter: {one[1:] for one in group} for letter, group in groupby(sorted(phrases), key=lambda one: one[0])}


def _pattern_of(letter: str) -> str:
    return r"\s+" if letter == " " else re.escape(letter)
