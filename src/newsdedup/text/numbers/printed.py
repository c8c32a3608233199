"""Numbers as a text prints them: digits with separators, words, scale words, shares, ranges."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from attrs import evolve, field, frozen
from attrs.converters import optional

from newsdedup.figures.quantity import is_whole, tidy
from newsdedup.figures.read.grammar import Grammar
from newsdedup.text.landmarks import DIGIT, SHARE_SIGNS, landmarks_in
from newsdedup.text.numbers.spelled import Spelled, scaled, spelled
from newsdedup.text.phrases import matches

_MOST_DIGITS = 15  # longer runs of digits are identifiers
_MOST_PRINTED = 30  # with their separators
_LARGEST = Decimal(10) ** 18
_SHARES = {
    sign: Decimal(int(over)) / int(under)
    for sign in SHARE_SIGNS
    for over, under in [unicodedata.normalize("NFKC", sign).split("\u2044")]
}
_LEFT_REACH = 16
_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_LISTED = re.compile(r"\d{1,3}(?:,\d{1,3}){2,}")
_LIST_BEFORE = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{1,3})*,$")
_LIST_REACH = 120
_YEAR = re.compile(r"(?:1[89]|20)\d\d(?!\d)")
_MOST_OF_RATE = 10
_SPACED = r"[1-9]\d{0,2}(?:(?: \d{3}){2,}| 000)(?![.,/:-]?\d)"
_PRINTED = re.compile(rf"{_SPACED}|\d+(?:[.,]\d+)*")
_SCIENTIFIC = re.compile(r"(?:e|x10\^)([+-]?\d{1,2})(?![\w.]*\d)")
_SHARE = re.compile(r"\s?/\s?(\d{1,3})(?![\w/]|[.,:-]\d)")
_MIXED = re.compile(rf"\s{{1,2}}(\d{{1,2}})/(\d{{1,2}})(?![\w/]|[.,:-]\d)|\s?([{SHARE_SIGNS}])")
_MIXING = frozenset(f"/ex{SHARE_SIGNS}")  # what a share or a power may start with
_FREE = ("", " ", "(", "\n")  # what most digits stand after
_BRACKET = re.compile(r"\s?\(\s?(?=\w)")
_STROKES = frozenset("-/:")
_CODE_AFTER = re.compile(r"[-/:]\d")
_NAME_AFTER = re.compile(r"-[^\W\d_]")
_WORD_BEFORE = re.compile(r"(?<!\w)([^\W\d_])\w* $")
_AREA_CODE = re.compile(r"\d\)\s?$")
_CLOSING = re.compile(r"\s?\)")
_SIGNS_BEFORE_POINT = "-−+($€£"
_LEAST_WHOLE = 5  # "3/4" is a share, "5/7 people" a count
_LEAST_COUNTED = 2  # "one" may be an article


@frozen
class Number:
    """A number as printed.

    Attributes
    ----------
    start, end : int
        Its place in the plain text, scale word included.
    value : Decimal
        Of a range the lower end.
    upper : Decimal or None
        The upper end of a range.
    in_words : bool
        Whether it starts with a word.
    is_share : bool
        Whether it is a share of something ("1/3", "two thirds").
    scale : int
        The scale word that multiplies all of it, else 1.
    out_of : int or None
        Of a share in digits that may count as well, what it is divided by ("7/11 victims").
    """

    start: int
    end: int
    value: Decimal = field(converter=tidy)
    upper: Decimal | None = field(default=None, converter=optional(tidy))
    in_words: bool = False
    is_share: bool = False
    scale: int = 1
    out_of: int | None = None


def numbers(folded: str, grammar: Grammar, blocked: Sequence[tuple[int, int]] = ()) -> Iterator[Number]:
    """Numbers that a desk may count, in order: in digits, and in words where something counted follows.

    Parameters
    ----------
    folded : str
    grammar : Grammar
    blocked : sequence of (int, int)
        Stretches in which none starts, in order: dates, for one.
    """
    starts = _outside(_starts(folded, grammar.wording.larger_start, grammar), blocked)
    for found in _numbers(folded, starts, grammar, None):
        number = _counted_part(found, folded, grammar)
        is_told = grammar.language.numerals.shares_told or not number.is_share
        if is_told and not (number.in_words and _counts_nothing(number, folded, grammar)):
            yield number


def _counted_part(number: Number, folded: str, grammar: Grammar) -> Number:
    """The number; of a share of things that are counted one by one, how many they are: "7/11 nạn nhân"."""
    if number.out_of is None or grammar.counted_part.match(folded, number.end) is None:
        return number
    return evolve(number, value=number.value * number.out_of, is_share=False)


def _counts_nothing(number: Number, folded: str, grammar: Grammar) -> bool:
    """Whether nothing that follows a number in words is counted for sure."""
    is_one_word = grammar.numeral.fullmatch(folded, number.start, number.end) is not None
    if is_one_word and number.value < _LEAST_COUNTED:
        is_end = grammar.wording.range_on.match(folded, number.end) is not None
        return not is_end and grammar.qualifier_at(folded, number.start) is None
    is_noun = folded[number.start : number.end] in grammar.numeral_nouns
    is_poor = is_one_word and (is_noun or not grammar.language.numerals.before_any_noun)
    counted = grammar.surely_counted if is_poor else grammar.counted
    return counted.match(folded, number.end) is None


def every_number(folded: str, grammar: Grammar, plain: str | None = None) -> Iterator[Number]:
    """Numbers in digits and in words, in order, each with its scale word or range.

    Parameters
    ----------
    folded : str
    grammar : Grammar
    plain : str, optional
        The text before its letters were folded; where given, letters may scale digits ("10K").
    """
    return _numbers(folded, _starts(folded, grammar.wording.start, grammar), grammar, plain)


def _numbers(folded: str, starts: Sequence[tuple[int, int]], grammar: Grammar, plain: str | None) -> Iterator[Number]:
    done = 0
    for start, end in starts:
        if start >= done:
            number, done = _number_at(folded, start, end, grammar, plain)
            if number is not None and not (plain is not None and is_name(number, plain, grammar)):
                number = _one_in(number, folded, grammar) or ranged(
                    _repeated(number, folded, grammar), folded, grammar, plain
                )
                done = number.end
                if folded[done : done + 1] not in _STROKES or not _CODE_AFTER.match(folded, done):
                    yield number


def is_name(number: Number, plain: str, grammar: Grammar) -> bool:
    """Whether a numeral stands in a name ("Ba Đình"): between capitals, one its own."""
    if not (number.in_words and grammar.language.numerals.in_names and plain[number.start].isupper()):
        return False
    before = _WORD_BEFORE.search(plain, max(0, number.start - _LEFT_REACH), number.start)
    after = plain[number.end : number.end + 2]
    return (after.startswith(" ") and after[1:].isupper()) or (before is not None and before.group(1).isupper())


def _starts(folded: str, word: re.Pattern[str], grammar: Grammar) -> list[tuple[int, int]]:
    """Where a number may start: a first digit, or a word."""
    landmarks = landmarks_in(folded, grammar.language)
    words = [match.span() for match in matches(word, folded, landmarks.of("number"))]
    return sorted((*words, *((start, start + 1) for start in landmarks.digits)))


def _outside(starts: Iterable[tuple[int, int]], blocked: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places that start in none of these stretches."""
    outside, at = [], 0
    for place in starts:
        while at < len(blocked) and blocked[at][1] <= place[0]:
            at += 1
        if at == len(blocked) or place[0] < blocked[at][0]:
            outside.append(place)
    return outside


def number_from(folded: str, position: int, grammar: Grammar, plain: str | None = None) -> Number | None:
    """The number that starts at `position`, whatever stands before it; no range."""
    match = DIGIT.match(folded, position) or grammar.wording.word.match(folded, position)
    return _number_at(folded, *match.span(), grammar, plain, is_inside=True)[0] if match else None


def _number_at(
    folded: str, start: int, end: int, grammar: Grammar, plain: str | None, *, is_inside: bool = False
) -> tuple[Number | None, int]:
    """The number whose first digit or word is this stretch, and where reading goes on."""
    if folded[start].isdecimal() or folded[start] in _SHARES:
        return _in_digits(folded, start, grammar, plain, is_inside=is_inside)
    minus = grammar.minus.match(folded, start)
    if minus is None:
        return _in_words(folded, start, end, grammar)
    if grammar.is_no_number(folded, start, folded[start:end]):  # "plus or minus 3 points"
        return None, minus.end()
    is_twice = grammar.minus.match(folded, minus.end()) is not None
    number = None if is_twice else number_from(folded, minus.end(), grammar, plain)
    if number is None:
        return None, minus.end()
    return evolve(number, start=start, value=-number.value), number.end


# ------------------------------------------------------------------------------------- in words


def _in_words(folded: str, start: int, end: int, grammar: Grammar) -> tuple[Number | None, int]:
    if idiom := grammar.idiom.match(folded, start):
        return None, idiom.end()
    if grammar.is_no_number(folded, start, folded[start:end]):
        return None, end
    found, end = spelled(folded, start, end, grammar.wording)
    if found is None or found.value > _LARGEST or not _stands_alone(folded, start, found, grammar):
        return None, end
    return Number(start, found.end, found.value, in_words=True, is_share=found.is_share, scale=found.scale), found.end


def _stands_alone(folded: str, start: int, found: Spelled, grammar: Grammar) -> bool:
    """Whether a single word that is a noun as well, or the name of a share, is a number where it stands."""
    word = folded[start : found.end]
    if word in grammar.numeral_nouns:
        upper = grammar.range_link(folded, start, found.end)
        in_range = upper is not None and grammar.wording.word.match(folded, upper) is not None
        return in_range or grammar.surely_counted.match(folded, found.end) is not None
    return not found.is_share or word not in grammar.shares or grammar.qualifier_at(folded, start) is not None


# ------------------------------------------------------------------------------------- in digits


def _in_digits(
    folded: str, start: int, grammar: Grammar, plain: str | None, *, is_inside: bool
) -> tuple[Number | None, int]:
    if folded[start] in _SHARES:
        return _with_scale(Number(start, start + 1, _SHARES[folded[start]], is_share=True), folded, grammar, plain)
    match = _PRINTED.match(folded, start)
    assert match is not None  # a digit stands there
    printed, end = match.group(), match.end()
    if not (is_inside or _may_start(folded, start, grammar)):
        return None, end
    value = parse_digits(printed, grammar)
    if "," in printed and (_is_list(printed, grammar) or _goes_on_list(folded, start, grammar)):
        printed = printed.partition(",")[0]
        value, end = Decimal(printed), start + len(printed)
    if value is None:
        return None, end
    if printed.isdecimal() and _follows_point(folded, start, grammar):
        start, value = start - 1, Decimal(f"0.{printed}")
    number = Number(start, end, value)
    following = folded[end : end + 3].lstrip(" ")[:1]
    if following in _MIXING or following.isdecimal():
        number = _mixed(number, folded, grammar)
    return (number, number.end) if number.is_share else _with_scale(number, folded, grammar, plain)


def _may_start(folded: str, start: int, grammar: Grammar) -> bool:
    """Whether digits are no part of a code or a longer number; a sign of money may touch them."""
    before = folded[max(0, start - 2) : start]
    last = before[-1:]
    if last in _FREE:
        return True
    if last.isalnum() or last == "_":
        return grammar.sign_at(folded, start) is not None
    if last in (".", ","):
        return _follows_point(folded, start, grammar) or _goes_on_list(folded, start, grammar)
    if last in ("-", ":"):
        return not before[:1].isdecimal() and (last == ":" or not before[:1].isalnum())
    return last != "/"


def _is_list(printed: str, grammar: Grammar) -> bool:
    """Whether digits with commas between are several numbers, "22,24,26", where commas group by threes."""
    is_list = grammar.language.number_format.group == "," and _LISTED.fullmatch(printed) is not None
    return is_list and parse_digits(printed, grammar) is None


def _goes_on_list(folded: str, start: int, grammar: Grammar) -> bool:
    follows_comma = folded[max(0, start - 1) : start] == ","
    before = _LIST_BEFORE.search(folded, max(0, start - _LIST_REACH), start) if follows_comma else None
    whole = _PRINTED.match(folded, before.start()) if before else None
    return whole is not None and whole.end() > start and _is_list(whole.group(), grammar)


def _one_in(number: Number, folded: str, grammar: Grammar) -> Number | None:
    """The number as a share of the larger one after it: "one in five adults"; "2 in 10 days" is none."""
    link = grammar.rate_link.match(folded, number.end)
    if link is None or number.is_share or number.scale > 1 or not 0 < number.value <= _MOST_OF_RATE:
        return None
    whole = number_from(folded, link.end(), grammar)
    if whole is None or not is_whole(whole.value) or not number.value < whole.value or _YEAR.match(folded, whole.start):
        return None
    if grammar.unit_after.match(folded, whole.end) or grammar.range_link(folded, whole.start, whole.end):
        return None
    return evolve(number, end=whole.end, value=number.value / whole.value, is_share=True)


def _follows_point(folded: str, start: int, grammar: Grammar) -> bool:
    """Whether the digits are decimals without a whole: ".25" where a line or an amount opens."""
    point = grammar.language.number_format.decimal
    before = folded[max(0, start - 2) : start]
    return before.endswith(point) and before[:-1] in ("", "\n", *_SIGNS_BEFORE_POINT)


def _mixed(number: Number, folded: str, grammar: Grammar) -> Number:
    """The number with what digits may add to it: a share ("2 1/4", "1/4"), a power of ten."""
    if mixed := _MIXED.match(folded, number.end):
        over, under, sign = mixed.groups()
        share = _SHARES[sign] if sign else _divided(Decimal(over), under)
        return evolve(number, end=mixed.end(), value=number.value + share) if share and share < 1 else number
    if divided := _SHARE.match(folded, number.end):
        value = _divided(number.value, divided.group(1))
        is_all = value == 1 and grammar.counted_part.match(folded, divided.end())  # "443/443 đại biểu"
        if value is None or not (value < 1 or is_all):  # 24/7 and 24/24 are no shares
            return number
        may_count = number.value > 1 and int(divided.group(1)) >= _LEAST_WHOLE
        out_of = int(divided.group(1)) if may_count else None
        return evolve(number, end=divided.end(), value=value, is_share=True, out_of=out_of)
    if power := _SCIENTIFIC.match(folded, number.end):
        return evolve(number, end=power.end(), value=number.value.scaleb(int(power.group(1))))
    return number


def _divided(over: Decimal, under: str) -> Decimal | None:
    return over / int(under) if int(under) else None


def _with_scale(number: Number, folded: str, grammar: Grammar, plain: str | None) -> tuple[Number | None, int]:
    """The number with its scale: a word, a letter, or a letter that only money has."""
    end = number.end
    if plain is None and grammar.scale_after.match(folded, end) is None:
        return number, end
    if plain is not None and (letter := _scale_letter(number, plain, grammar)):
        scale = grammar.language.scale_letters[letter.group(2)]
        return evolve(number, end=letter.end(), value=number.value * scale), letter.end()
    if count := grammar.count_scale.match(folded, end):
        scale = grammar.language.count_scales[count.group(1)]
        return evolve(number, end=count.end(), value=number.value * scale), count.end()
    if money := _money_scale(number, folded, grammar):
        scale = grammar.language.money_scales[money.group(1)]
        return evolve(number, end=money.end(), value=number.value * scale), money.end()
    found = scaled(folded, end, number.value, grammar.wording)
    if found is None or found.value > _LARGEST:
        return None, end
    if found.end == end:
        return number, end
    is_share = found.is_share or (number.is_share and found.scale == 1)
    number = evolve(number, end=found.end, value=found.value, is_share=is_share, scale=found.scale)
    return number, number.end


def _scale_letter(number: Number, plain: str, grammar: Grammar) -> re.Match[str] | None:
    """The letter that scales digits; after a space only a decimal number, which is no name ("2.33 k")."""
    spaced = grammar.spaced_letter.match(plain, number.end) if not is_whole(number.value) else None
    return spaced or grammar.scale_letter.match(plain, number.end)


def _money_scale(number: Number, folded: str, grammar: Grammar) -> re.Match[str] | None:
    match = grammar.money_scale.match(folded, number.end)
    return match if match and grammar.sign_at(folded, number.start) else None


def parse_digits(printed: str, grammar: Grammar) -> Decimal | None:
    """Value of digits with separators, by the habits of the language; None where they make no number.

    A separator with exactly three digits after it groups thousands if the language groups with
    it, or if the number ends in ``000``, which nobody prints of a fraction.
    """
    if printed.isdecimal():
        return Decimal(printed) if len(printed) <= _MOST_DIGITS else None
    if len(printed) > _MOST_PRINTED:
        return None
    printed = printed.replace(" ", "")
    if sum(map(str.isdecimal, printed)) > _MOST_DIGITS:
        return None
    separators = [letter for letter in printed if letter in ".,"]
    if not separators:
        return Decimal(printed)
    if _INDIAN.fullmatch(printed):
        return Decimal(printed.replace(",", ""))
    grouped = _GROUPED.fullmatch(printed)
    if grouped and not printed.startswith("0"):
        mark = grouped.group(1)
        groups = mark == grammar.language.number_format.group or len(separators) > 1 or printed.endswith("000")
        return Decimal(printed.replace(mark, "" if groups else "."))
    whole, mark, fraction = printed.rpartition(separators[-1])
    if len(separators) == 1:
        return Decimal(f"{whole}.{fraction}")
    whole_grouped = _GROUPED.fullmatch(whole)
    if whole_grouped and whole_grouped.group(1) != mark:
        return Decimal(f"{whole.replace(whole_grouped.group(1), '')}.{fraction}")
    return None


# ------------------------------------------------------------------------------------- ranges


def _repeated(number: Number, folded: str, grammar: Grammar) -> Number:
    """The number with a bracket that says it again: "mười lăm (15)"."""
    bracket = _BRACKET.match(folded, number.end) if "(" in folded[number.end : number.end + 2] else None
    again = number_from(folded, bracket.end(), grammar) if bracket else None
    if again is None or again.value != number.value:
        return number
    closing = _CLOSING.match(folded, again.end)
    return evolve(number, end=closing.end()) if closing else number


def _is_code(folded: str, start: int, end: int, grammar: Grammar) -> bool:
    """Whether two numbers with a stroke between are parts of a longer code: "(858) 565-5200", "305-471-TIPS"."""
    goes_on = _CODE_AFTER.match(folded, end) or (
        _NAME_AFTER.match(folded, end) and not grammar.unit_after.match(folded, end)
    )
    return bool(goes_on) or _AREA_CODE.search(folded, max(0, start - 3), start) is not None


def ranged(number: Number, folded: str, grammar: Grammar, plain: str | None = None) -> Number:
    """The number as the lower end of a range, where the upper end follows."""
    may_link = folded[number.end : number.end + 1] in grammar.link_starts
    upper_start = grammar.range_link(folded, number.start, number.end) if may_link else None
    upper = number_from(folded, upper_start, grammar, plain) if upper_start is not None else None
    if upper is None or _is_code(folded, number.start, upper.end, grammar):
        return number
    value = number.value
    if number.scale == 1 and value < upper.value / upper.scale:  # "5-7 triệu": the scale is both ends'
        value *= upper.scale
    return evolve(number, end=upper.end, value=value, upper=upper.value) if value < upper.value else number
