"""Numbers composed of words, alone or after digits: one method for every language, driven by its table of words.

A number grows word by word. What has been read so far leaves *room*: the value below which
something may still be added. "Three hundred" leaves room for less than a hundred, "twenty" for less
than ten, "eleven" for nothing. A scale word multiplies all that was added since a larger scale.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from attrs import frozen

from newsdedup.text.numbers.words import NumberTokens, NumberWords, Token

_ENDLESS = 10**18
_LEAST_TEN = 10
_LEAST_JOINED = 100  # "and" joins numbers below a hundred to larger ones
_LEAST_HALVED_SCALE = 1000  # "three million and a half" adds half a million, "a hundred and a half" does not
_COMPLETE = frozenset({"unit", "teen", "ten"})  # words that are a number by themselves
_LEAST_DENOMINATOR = 3  # "second" is not a denominator


@frozen
class Spelled:
    """A composed number."""

    end: int
    value: Decimal
    scale: int = 1  # the scale word that multiplies all of it, else 1: in "5-7 million" it is that of both ends
    is_share: bool = False  # whether it is a share of something ("two thirds")


class _UnreadableError(ValueError):
    """Number words that do not make a number together."""


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
    def has_digit(self) -> bool:
        """Whether a unit of two or more was added last, on its own: the "bốn" of "bốn lăm"."""
        value, scale = self.parts[-1] if self.parts else (Decimal(0), 0)
        return scale == 1 and self.room == 1 and 1 < value < _LEAST_TEN

    @property
    def has_ten(self) -> bool:
        """Whether a ten was added last, to which a unit may be added."""
        return 1 < self.room < _LEAST_JOINED

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

    def elide(self, digit: int) -> None:
        """Add a digit of the next lower place: the "hai" of "một triệu hai"."""
        value, scale = self.parts[-1]
        self.parts[-1] = value + Decimal(digit * self.room) / _LEAST_TEN, scale
        self.room = 1

    def multiply(self, scale: int) -> None:
        """Multiply what was added since a larger scale."""
        kept = len(self.parts)
        while kept and self.parts[kept - 1][1] < scale:
            kept -= 1
        if kept == len(self.parts) and scale % 10:
            kept = 0  # "two hundred dozen": a dozen multiplies the whole number
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


def spelled(folded: str, start: int, end: int, words: NumberWords) -> tuple[Spelled | None, int]:
    """The number in words whose first word is this span, None if its words are not one; and where they end."""
    word = words.by_word.get(folded[start:end])
    if word is not None and word.does in _COMPLETE and words.following.match(folded, end) is None:
        return Spelled(end, Decimal(word.value)), end
    tokens = NumberTokens(words.tokens(folded, start, in_digits=False))
    return _composed_number(tokens, _Sum(), start, words), max(tokens.end, start + 1)


def scaled(folded: str, end: int, value: Decimal, words: NumberWords) -> Spelled | None:
    """Digits that end at `end` with the words after them: 1,5 triệu, 2 nghìn tỷ, 3 triệu rưỡi, 3 hundred and 21."""
    if words.after_digits.match(folded, end) is None:
        return Spelled(end, value)
    return _composed_number(NumberTokens(words.tokens(folded, end, in_digits=True)), _Sum(value), end, words)


def _composed_number(tokens: NumberTokens, number: _Sum, end: int, words: NumberWords) -> Spelled | None:
    try:
        index = _grown(tokens, 0, number, words)
        value, index, is_share = _finished(tokens, index, number, words)
    except _UnreadableError:
        return None
    is_half = index > 0 and tokens[index - 1].does == "half" and number.scale > 1
    scale = number.common_scale if value == number.total or is_half else 1
    return Spelled(tokens[index - 1].end if index else end, value, scale, is_share)


def _grown(tokens: NumberTokens, index: int, number: _Sum, words: NumberWords, limit: int = _ENDLESS) -> int:
    """Let the number grow as far as its words go, by words that multiply by less than `limit`; where it ends."""
    while taken := _grow_by_next(tokens, index, number, words, limit):
        index += taken
    return index


def _grow_by_next(tokens: NumberTokens, index: int, number: _Sum, words: NumberWords, limit: int) -> int:
    """Let the number grow by the next word: how many words that took, 0 where the number ends before it."""
    token, coming = tokens[index], tokens[index + 1]
    if words.elides and _is_elided_digit(token, coming, number):
        number.elide(token.value)
        return 1
    if _ends_before(token, coming, number, limit):
        return 0
    match token.does:
        case "times":
            if not number.parts or (token.counts_one and number.scale > token.value):
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
        case "and" if token.joins_units and number.has_ten:
            return _with_unit(coming, number)
        case "and":
            return _with_joined(tokens, index, number, words)
        case "ten":
            if words.elides_hundreds and _is_hundreds(tokens, index, number):
                number.multiply(100)
            number.add(token.value, token.room)
        case "tail" if words.shortens_tens and number.has_digit and not number.has_digits:
            number.parts[-1] = number.parts[-1][0] * _LEAST_TEN + token.value, 1
        case "unit" if words.elides and _is_elided(coming, number):
            number.elide(token.value)
        case _:
            number.add(token.value)
    return 1


def _ends_before(token: Token, coming: Token, number: _Sum, limit: int) -> bool:
    """Whether the word does not belong to the number."""
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
            return bool(number.parts) and number.room != _LEAST_TEN and not number.has_digit
        case "digits":
            return bool(number.parts) and not (coming.does == "times" and coming.value < number.scale)
        case "times":
            is_bare = not number.parts and coming.does != "times" and not token.counts_one
            return token.value >= limit or is_bare
        case "place":
            return coming.does != ("times" if number.parts else "point")
        case "article":
            is_counted = coming.does in ("times", "share") or (coming.does == "ordinal" and coming.value > 2)
            return bool(number.parts) or not is_counted
        case "and":
            return not (number.parts and (number.joins or (token.joins_units and number.has_ten)))
        case "plus":
            return False
    return True


def _is_hundreds(tokens: NumberTokens, index: int, number: _Sum) -> bool:
    """Whether what was added is a number of hundreds: "one twenty-two", where nothing that it counts follows."""
    last = index + (tokens[index + 1].does == "unit")
    is_unit = len(number.parts) == 1 and number.room == 1 and 0 < number.total < _LEAST_TEN
    return is_unit and tokens[last].is_last and tokens[last + 1].does == "end"


def _is_elided(coming: Token, number: _Sum) -> bool:
    """Whether the next lower place is meant: "một triệu hai" is 1.2 million."""
    follows_scale = number.scale == number.room >= _LEAST_JOINED and not number.has_digits
    return follows_scale and coming.does not in ("times", "plus", "tail")


def _is_elided_digit(token: Token, coming: Token, number: _Sum) -> bool:
    """Whether a digit is the next lower place of a large scale, and counts nothing else: "1 tỷ 2" is 1.2 billion."""
    follows_scale = token.does == "digits" and number.scale == number.room >= _LEAST_HALVED_SCALE
    return follows_scale and 0 < token.value < _LEAST_TEN and token.is_last and coming.does == "end"


def _with_unit(coming: Token, number: _Sum) -> int:
    """Add the unit that a word joins to a ten, "vingt et un": how many words that took."""
    if coming.does == "ordinal":  # "le vingt et unième siècle"
        raise _UnreadableError
    if coming.does not in ("unit", "teen", "tail") or not 0 < coming.value < number.room:
        return 0
    number.add(coming.value)
    return 2


def _with_joined(tokens: NumberTokens, index: int, number: _Sum, words: NumberWords) -> int:
    """Add what follows "and", a share or a number that there is room for: how many words that took."""
    other = _Sum(joins=False)
    try:
        end = _grown(tokens, index + 1, other, words)
        share = _share_named(tokens, end, other.total, may_scale=number.scale > 1) if other.parts else None
    except _UnreadableError:
        return 0
    if not other.parts and _is_ordinal(tokens, end):
        raise _UnreadableError
    if share is not None:
        of = 1 if share.is_scaled or number.scale < _LEAST_HALVED_SCALE else number.scale
        number.parts.append((share.value * of, 1))
        number.room = 1
        return share.end - index
    if number.room < _LEAST_JOINED:
        return 0
    other = _Sum(joins=False)
    end = _grown(tokens, index + 1, other, words, limit=number.room)
    is_apart = number.has_digits and number.room > _LEAST_JOINED and not tokens[end - 1].is_last
    if not other.parts or other.total >= number.room or is_apart:  # "6 million and two hundred jobs" are two
        return 0
    number.join(other)
    return end - index


@frozen
class _Share:
    value: Decimal
    end: int  # the first token after it
    is_scaled: bool


def _is_ordinal(tokens: NumberTokens, index: int) -> bool:
    """Whether the words at `index` end an ordinal ("hundred and twenty-fifth")."""
    return tokens[index].does == "ordinal" or (tokens[index].does == "ten" and tokens[index + 1].does == "ordinal")


def _share_named(tokens: NumberTokens, index: int, counted: Decimal, *, may_scale: bool = True) -> _Share | None:
    """The share, by the number of parts, that the word at `index` names: halves, thirds, twenty-fifths of a million."""
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


def _finished(tokens: NumberTokens, index: int, number: _Sum, words: NumberWords) -> tuple[Decimal, int, bool]:
    """The number with what may end it, the first token after it, and whether it is a share."""
    token = tokens[index]
    if token.does == "half" and number.parts:
        return _and_half(tokens, index + 1, number)
    share = None if number.has_digits else _share_named(tokens, index, number.total)
    if share is not None:
        return share.value, share.end, not share.is_scaled
    if not number.parts:
        raise _UnreadableError
    if token.does == "point" and (fraction := _decimals(tokens, index + 1, words)):
        digits, index = fraction
        value = Decimal(f"{number.total:f}.{digits}")
        return _times_scale(tokens, index, value)
    if token.does in ("over", "divided") and (divisor := _divisor(tokens, index, words)):
        return number.total / divisor[0], divisor[1], True
    return number.total, index, False


def _and_half(tokens: NumberTokens, index: int, number: _Sum) -> tuple[Decimal, int, bool]:
    """The number plus half of its last scale: "3 triệu rưỡi"; or half of one, scaled: "satu setengah juta"."""
    value = number.total + Decimal(max(number.scale, 1)) / 2
    return _times_scale(tokens, index, value) if number.scale == 1 else (value, index, False)


def _times_scale(tokens: NumberTokens, index: int, value: Decimal) -> tuple[Decimal, int, bool]:
    """A value times the scale word at `index`, if one is there; no share."""
    if tokens[index].does == "times":
        return value * tokens[index].value, index + 1, False
    return value, index, False


def _decimals(tokens: NumberTokens, index: int, words: NumberWords) -> tuple[str, int] | None:
    """Decimals in words, digit by digit or as a number: "point zero three", "phẩy hai mươi lăm"."""
    end = index
    while tokens[end].does in ("unit", "teen", "place", "digits") and (tokens[end].value < 10 or end == index):
        end += 1
    if end > index and not (tokens[end].does == "times" and tokens[end].value < _LEAST_JOINED):
        return "".join(str(tokens[place].value) for place in range(index, end)), end
    other = _Sum(joins=False)
    end = _grown(tokens, index, other, words)
    return (f"{other.total:f}", end) if other.parts else None


def _divisor(tokens: NumberTokens, index: int, words: NumberWords) -> tuple[Decimal, int] | None:
    """What the number is divided by: "một phần ba"; "one over three" where nothing follows."""
    other = _Sum()
    end = _grown(tokens, index + 1, other, words)
    is_one = tokens[index].does == "over" or tokens[end - 1].is_last
    return (other.total, end) if other.total and is_one else None
