"""Numbers composed of words, alone or after digits: one way for every language, led by its table.

A number grows word by word. What has been read so far leaves *room*: the value below which
something may still be added. "Three hundred" leaves room for less than a hundred, "twenty" for less
than ten, "eleven" for nothing. A scale word multiplies all that was added since a larger scale.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import evolve, frozen

from newsdedup.figures.phrases import any_of, plain, words_of
from newsdedup.languages import Language, Numerals

_ENDLESS = 10**18
_LEAST_JOINED = 100  # "and" joins what is less than a hundred to what is more
_LEAST_SHARED = 1000  # "three million and a half" adds half a million, "a hundred and a half" does not
_LEAST_DENOMINATOR = 3  # "second" is no denominator
_MOST_TOKENS = 40  # of one number
_SPACE = r"[^\S\r\n]"
_GAP = rf"(?:{_SPACE}{{1,4}}|{_SPACE}?-{_SPACE}?)"
_WHOLE = r"\d{1,3}(?![\w/:]|[.,-]\d)"


@frozen
class Token:
    """A number word, or a small whole number, in its place.

    Attributes
    ----------
    does : str
        What it does to a number: ``unit, tail, teen, ten, digits, times, one, plus, place, article, and, half,
        share, ordinal, point, over, divided`` or ``of``.
    value : int
    end : int
    is_noun : bool
        Whether the word may as well be a noun ("năm").
    is_joined : bool
        Whether a hyphen stands before it.
    is_last : bool
        Whether no other word follows it, "of" apart.
    """

    does: str
    value: int = 0
    end: int = 0
    is_noun: bool = False
    is_joined: bool = False
    is_last: bool = True


_END = Token("end")


@frozen
class Spelled:
    """A composed number.

    Attributes
    ----------
    end : int
    value : Decimal
    scale : int
        The scale word that multiplies all of it, else 1: in "5-7 million" it is that of both ends.
    is_share : bool
        Whether it is a share of something ("two thirds").
    """

    end: int
    value: Decimal
    scale: int = 1
    is_share: bool = False


@frozen(eq=False)
class Wording:
    """The number words of a language, compiled.

    Attributes
    ----------
    words : mapping of str to Token
    start : Pattern
        Finds the words that a number in words can start with.
    word : Pattern
        Matches one word.
    first, following : Pattern
        Match one token, and one with the space or hyphen before it.
    glued : Pattern
        Matches a scale word right after digits.
    noun : Pattern
        Matches where a word follows that a share is not of.
    elides : bool
        Whether "triệu hai" is a million and two hundred thousand.
    """

    words: Mapping[str, Token]
    start: re.Pattern[str]
    word: re.Pattern[str]
    first: re.Pattern[str]
    following: re.Pattern[str]
    glued: re.Pattern[str]
    noun: re.Pattern[str]
    elides: bool

    def tokens(self, folded: str, start: int, *, in_digits: bool) -> Iterator[Token]:
        """The number words from `start` on, which is where a word starts or where digits end."""
        match = self.glued.match(folded, start) if in_digits else self.first.match(folded, start)
        match = match or (self.following.match(folded, start) if in_digits else None)
        for _ in range(_MOST_TOKENS):
            if match is None:
                return
            yield self._token(match, is_last=self.noun.match(folded, match.end()) is None)
            match = self.following.match(folded, match.end())

    def _token(self, match: re.Match[str], *, is_last: bool) -> Token:
        gap, word, digits = match.groups()
        token = Token("digits", int(digits)) if digits else self.words[" ".join(word.split())]
        return evolve(token, end=match.end(), is_joined="-" in gap, is_last=is_last)


@functools.cache
def wording_of(language: Language) -> Wording:
    """The compiled number words of a language."""
    table = language.numerals
    scales = {**language.scales, **table.times}
    words = _words(table, scales)
    token = rf"(?!(?:{any_of(table.idioms)})(?!\w))({any_of(words)})(?!\w)|({_WHOLE})"
    return Wording(
        words=words,
        start=re.compile(words_of(_starters(table, scales))),
        word=re.compile(rf"(?:{any_of((*words, *table.minus))})(?!\w)"),
        first=re.compile(rf"()(?:{token})"),
        following=re.compile(rf"({_GAP})(?:{token})"),
        glued=re.compile(rf"(-?)({any_of(language.scales)})(?!\w)()"),
        noun=re.compile(rf"{_SPACE}+(?!(?:{any_of(table.share_links)})(?!\w))[^\W\d_]"),
        elides=table.elides_places,
    )


def _words(table: Numerals, scales: Mapping[str, int]) -> dict[str, Token]:
    kinds: tuple[tuple[str, Mapping[str, int]], ...] = (
        ("times", scales),
        ("one", table.ones),
        ("plus", table.plus),
        *((does, dict.fromkeys(words, 2 if does == "half" else 1)) for does, words in _connectives(table)),
        ("place", dict.fromkeys(table.zeros, 0)),
        ("ordinal", table.ordinals),
        ("share", table.shares),
        ("tail", table.tails),
        ("ten", table.tens),
        ("teen", table.teens),
        ("unit", table.units),
    )
    return {
        plain(word): Token(does, value, is_noun=word in table.nouns)
        for does, words in kinds
        for word, value in words.items()
    }


def _connectives(table: Numerals) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        ("article", table.articles),
        ("and", table.joints),
        ("half", table.halves),
        ("point", table.points),
        ("over", table.over),
        ("divided", table.divided),
        ("of", table.share_links),
    )


def _starters(table: Numerals, scales: Mapping[str, int]) -> list[str]:
    """Words and pairs of words that a number in words can start with."""
    parts = [*scales, *table.shares, *table.ordinals]
    articled = [f"{article} {word}" for article in table.articles for word in parts]
    pointed = [f"{zero} {point}" for zero in table.zeros for point in table.points]
    scaled = [f"{small} {large}" for small in scales for large in scales if scales[small] < scales[large]]
    whole = (*table.units, *table.teens, *table.tens, *table.ones, *table.shares, *table.halves)
    return [*whole, *table.minus, *articled, *pointed, *scaled]


class _UnreadableError(ValueError):
    """Number words stand together that make no number."""


class _Sum:
    """A number as it grows: what was added, each part with the scale word that multiplied it."""

    def __init__(self, first: Decimal | None = None, *, joins: bool = True) -> None:
        self.parts: list[tuple[Decimal, int]] = [] if first is None else [(first, 1)]
        self.room = _ENDLESS if first is None else 1
        self.has_digits = first is not None
        self.joins = joins

    @property
    def total(self) -> Decimal:
        return _total(self.parts)

    @property
    def scale(self) -> int:
        """The scale of what was added last."""
        return self.parts[-1][1] if self.parts else 1

    @property
    def common_scale(self) -> int:
        """The scale of the whole number."""
        return self.scale if len(self.parts) == 1 else 1

    def add(self, value: int, room: int = 1) -> None:
        """Add what there is room for."""
        if value >= self.room:
            raise _UnreadableError
        self.parts.append((Decimal(value), 1))
        self.room = room

    def multiply(self, scale: int) -> None:
        """Multiply what was added since a larger scale."""
        kept = len(self.parts)
        while kept and self.parts[kept - 1][1] < scale:
            kept -= 1
        value = _total(self.parts[kept:]) * scale
        if not value or (kept and value >= self.parts[kept - 1][1]):
            raise _UnreadableError
        self.parts[kept:] = [(value, scale)]
        self.room = scale

    def make_teen(self, ten: int) -> None:
        """Add ten to the unit that was just added ("dua belas")."""
        last, scale = self.parts[-1] if self.parts else (Decimal(0), 0)
        if scale != 1 or not 1 < last < ten:
            raise _UnreadableError
        self.parts[-1] = last + ten, 1
        self.room = 1

    def join(self, other: _Sum) -> None:
        """Add a number that fits."""
        self.parts += other.parts
        self.room = other.room


def _total(parts: Sequence[tuple[Decimal, int]]) -> Decimal:
    return sum((value for value, _ in parts), Decimal(0))


def spelled(folded: str, start: int, wording: Wording) -> tuple[Spelled | None, int]:
    """The number in words that starts at `start`, None where its words make none; and where its words end."""
    tokens = list(wording.tokens(folded, start, in_digits=False))
    return _composed(tokens, _Sum(), start, wording), tokens[-1].end if tokens else start + 1


def scaled(folded: str, end: int, value: Decimal, wording: Wording) -> Spelled | None:
    """Digits that end at `end` with the words after them: 1,5 triệu, 2 nghìn tỷ, 3 triệu rưỡi, 3 hundred and 21."""
    tokens = list(wording.tokens(folded, end, in_digits=True))
    return _composed(tokens, _Sum(value), end, wording) if tokens else Spelled(end, value)


def _composed(tokens: Sequence[Token], number: _Sum, end: int, wording: Wording) -> Spelled | None:
    tokens = [*tokens, _END, _END]
    try:
        index = _grown(tokens, 0, number, wording)
        value, index, is_share = _finished(tokens, index, number, wording)
    except _UnreadableError:
        return None
    scale = number.common_scale if value == number.total else 1
    return Spelled(tokens[index - 1].end if index else end, value, scale, is_share)


def _grown(tokens: Sequence[Token], index: int, number: _Sum, wording: Wording, limit: int = _ENDLESS) -> int:
    """Let the number grow as far as its words go, by words that multiply by less than `limit`; where it ends."""
    while taken := _step(tokens, index, number, wording, limit):
        index += taken
    return index


def _step(tokens: Sequence[Token], index: int, number: _Sum, wording: Wording, limit: int) -> int:
    """Let the number grow by the next word: how many words that took, none where the number ends before it."""
    token, coming = tokens[index], tokens[min(index + 1, len(tokens) - 1)]
    if _ends_before(token, coming, number, limit):
        return 0
    match token.does:
        case "times":
            if not number.parts:
                number.add(1)
            number.multiply(token.value)
        case "one":
            number.add(1)
            number.multiply(token.value)
        case "plus":
            number.make_teen(token.value)
        case "place" if number.parts:
            number.room = coming.value
            return 2
        case "and":
            return _joined(tokens, index, number, wording)
        case "ten":
            number.add(token.value, 10)
        case "unit" if wording.elides and _is_elided(coming, number):
            number.add(token.value * number.room // 10)
        case _:
            number.add(token.value)
    return 1


def _ends_before(token: Token, coming: Token, number: _Sum, limit: int) -> bool:
    """Whether the word is none of the number's own."""
    after_digits = number.has_digits and number.scale == 1
    match token.does:
        case "unit":
            is_noun = token.is_noun and bool(number.parts) and coming.does != "times"
            return after_digits or is_noun
        case "teen" | "one":
            return after_digits
        case "ten":
            return after_digits or (coming.is_joined and coming.does in ("share", "ordinal"))
        case "tail":
            return bool(number.parts) and number.room != 10
        case "digits":
            return bool(number.parts) and not (coming.does == "times" and coming.value < number.scale)
        case "times":
            is_bare = not number.parts and coming.does != "times"
            return token.value >= limit or is_bare
        case "place":
            return coming.does != ("times" if number.parts else "point")
        case "article":
            is_counted = coming.does in ("times", "share") or (coming.does == "ordinal" and coming.value > 2)
            return bool(number.parts) or not is_counted
        case "and":
            return not (number.parts and number.joins)
        case "plus":
            return False
    return True


def _is_elided(coming: Token, number: _Sum) -> bool:
    """Whether the next lower place is meant: "một triệu hai" is 1.2 million."""
    follows_scale = number.scale == number.room >= _LEAST_JOINED and not number.has_digits
    return follows_scale and coming.does not in ("times", "plus", "tail")


def _joined(tokens: Sequence[Token], index: int, number: _Sum, wording: Wording) -> int:
    """Add what stands after "and", a share or a number that there is room for: how many words that took."""
    other = _Sum(joins=False)
    try:
        end = _grown(tokens, index + 1, other, wording)
        share = _share(tokens, end, other.total, may_scale=number.scale > 1) if other.parts else None
    except _UnreadableError:
        return 0
    if not other.parts and _is_ordinal(tokens, end):
        raise _UnreadableError
    if share is not None:
        of = 1 if share.is_scaled or number.scale < _LEAST_SHARED else number.scale
        number.parts.append((share.value * of, 1))
        number.room = 1
        return share.end - index
    if number.room < _LEAST_JOINED or (number.has_digits and number.room > _LEAST_JOINED):
        return 0
    other = _Sum(joins=False)
    end = _grown(tokens, index + 1, other, wording, limit=number.scale)
    if not other.parts or other.total >= number.room:
        return 0
    number.join(other)
    return end - index


@frozen
class _Share:
    value: Decimal
    end: int  # the first token after it
    is_scaled: bool


def _is_ordinal(tokens: Sequence[Token], index: int) -> bool:
    """Whether the words at `index` end an ordinal ("hundred and twenty-fifth")."""
    return tokens[index].does == "ordinal" or (tokens[index].does == "ten" and tokens[index + 1].does == "ordinal")


def _share(tokens: Sequence[Token], index: int, counted: Decimal, *, may_scale: bool = True) -> _Share | None:
    """The share of so many parts that the word at `index` names: halves, thirds, twenty-fifths of a million."""
    token, end = tokens[index], index + 1
    denominator = token.value
    if token.does == "ten" and tokens[end].is_joined and tokens[end].does in ("share", "ordinal"):
        denominator += tokens[end].value
        end += 1
    elif token.does not in ("share", "ordinal", "half") or denominator < _LEAST_DENOMINATOR - 1:
        return None
    if tokens[end - 1].does == "ordinal" and (counted > 1 or not tokens[end - 1].is_last):
        raise _UnreadableError  # "one hundred and fifth", "a third man"
    value, scaled = (counted or Decimal(1)) / denominator, end
    scaled += tokens[scaled].does == "of"
    scaled += tokens[scaled].does == "article"
    if tokens[scaled].does == "times" and may_scale:
        return _Share(value * tokens[scaled].value, scaled + 1, is_scaled=True)
    return _Share(value, end, is_scaled=False)


def _finished(tokens: Sequence[Token], index: int, number: _Sum, wording: Wording) -> tuple[Decimal, int, bool]:
    """The number with what may end it, the first token after it, and whether it is a share."""
    token = tokens[index]
    if token.does == "half" and number.parts:
        return _halved(tokens, index + 1, number)
    share = None if number.has_digits else _share(tokens, index, number.total)
    if share is not None:
        return share.value, share.end, not share.is_scaled
    if not number.parts:
        raise _UnreadableError
    if token.does == "point" and (fraction := _decimals(tokens, index + 1, wording)):
        digits, index = fraction
        value = Decimal(f"{number.total:f}.{digits}")
        return (
            (value * tokens[index].value, index + 1, False) if tokens[index].does == "times" else (value, index, False)
        )
    if token.does in ("over", "divided") and (divisor := _divisor(tokens, index, wording)):
        return number.total / divisor[0], divisor[1], True
    return number.total, index, False


def _halved(tokens: Sequence[Token], index: int, number: _Sum) -> tuple[Decimal, int, bool]:
    """The number and half of its last scale: "3 triệu rưỡi"; or half of one, scaled: "satu setengah juta"."""
    value = number.total + Decimal(max(number.scale, 1)) / 2
    if number.scale == 1 and tokens[index].does == "times":
        return value * tokens[index].value, index + 1, False
    return value, index, False


def _decimals(tokens: Sequence[Token], index: int, wording: Wording) -> tuple[str, int] | None:
    """Decimals said digit by digit, or as a number: "point zero three", "phẩy hai mươi lăm"."""
    end = index
    while tokens[end].does in ("unit", "teen", "place", "digits") and (tokens[end].value < 10 or end == index):
        end += 1
    if end > index and not (tokens[end].does == "times" and tokens[end].value < _LEAST_JOINED):
        return "".join(str(token.value) for token in tokens[index:end]), end
    other = _Sum(joins=False)
    end = _grown(tokens, index, other, wording)
    return (f"{other.total:f}", end) if other.parts else None


def _divisor(tokens: Sequence[Token], index: int, wording: Wording) -> tuple[Decimal, int] | None:
    """What the number is divided by: "một phần ba"; "one over three" where nothing follows."""
    other = _Sum()
    end = _grown(tokens, index + 1, other, wording)
    is_one = tokens[index].does == "over" or tokens[end - 1].is_last
    return (other.total, end) if other.total and is_one else None
