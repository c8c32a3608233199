"""Numbers in digits: separators, scale words and letters, shares, powers of ten, lists."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from attrs import evolve

from newsdedup.text.numbers.glued import end_of_glued
from newsdedup.text.numbers.grammar import NumberGrammar
from newsdedup.text.numbers.number import LARGEST, MOST_DIGITS, PrintedNumber
from newsdedup.text.numbers.spelled import scaled
from newsdedup.text.tags import SHARE_SIGNS

_MOST_PRINTED = 30  # with their separators
_SHARE_VALUES = {
    sign: Decimal(int(over)) / int(under)
    for sign in SHARE_SIGNS
    for over, under in [unicodedata.normalize("NFKC", sign).split("\u2044")]
}
_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_COMMA_LIST = re.compile(r"\d{1,3}(?:,\d{1,3}){2,}")
_LIST_BEFORE = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{1,3})*,$")
_LIST_REACH = 120
_SCIENTIFIC = re.compile(r"(?:e|x10\^)([+-]?\d{1,2})(?![\w.]*\d)")
_DIVISOR = re.compile(r"\s?/\s?(\d{1,3})(?![\w/]|[.,:-]\d)")
_MIXED = re.compile(rf"\s{{1,2}}(\d{{1,2}})/(\d{{1,2}})(?![\w/]|[.,:-]\d)|\s?([{SHARE_SIGNS}])")
_MIXING = frozenset(f"/ex{SHARE_SIGNS}")  # what a share or a power may start with
_FREE = ("", " ", "(", "\n")  # what comes before most digits
_POINTS = (".", ",")
_SIGNS_BEFORE_POINT = "-−+($€£"
_LEAST_WHOLE = 5  # "3/4" is a share, "5/7 people" a count


def in_digits(
    folded: str, start: int, grammar: NumberGrammar, plain: str | None, *, is_inside: bool
) -> tuple[PrintedNumber | None, int]:
    """The number whose first digit is at `start`, and where reading goes on; `is_inside` allows any text before it."""
    if share := _SHARE_VALUES.get(folded[start]):
        return _with_scale(PrintedNumber(start, start + 1, share, is_share=True), folded, grammar, plain)
    match = grammar.printed.match(folded, start)
    assert match is not None  # a digit is there
    printed, end = match.group(), match.end()
    before = folded[start - 1 : start]
    if not (is_inside or before in _FREE or _may_start(folded, start, grammar)):
        return None, end_of_glued(folded, end)
    value = parse_digits(printed, grammar)
    if "," in printed and (_is_list(printed, grammar) or _goes_on_list(folded, start, grammar)):
        printed = printed.partition(",")[0]
        value, end = Decimal(printed), start + len(printed)
    if value is None:
        return None, end
    if before in _POINTS and printed.isdecimal() and _follows_point(folded, start, grammar):
        start, value = start - 1, Decimal(f"0.{printed}")
    number = PrintedNumber(start, end, value)
    following = folded[end : end + 3].lstrip(" ")[:1]
    if following in _MIXING or following.isdecimal():
        number = _mixed(number, folded, grammar)
    if number.is_share:
        return number, number.end
    if number.end == end and (measure := grammar.measure.continued(number, folded)):
        return measure, measure.end
    if (glued_end := end_of_glued(folded, number.end)) > number.end:
        return None, glued_end
    return _with_scale(number, folded, grammar, plain)


def _may_start(folded: str, start: int, grammar: NumberGrammar) -> bool:
    """Whether digits are not part of a code or a longer number; a sign of money may touch them."""
    before = folded[max(0, start - 2) : start]
    last = before[-1:]
    if last.isalnum() or last == "_":
        return grammar.sign_at(folded, start) is not None
    if last in _POINTS:
        return _follows_point(folded, start, grammar) or _goes_on_list(folded, start, grammar)
    if last in ("-", ":"):
        return not before[:1].isdecimal() and (last == ":" or not before[:1].isalnum())
    return last != "/"


def _is_list(printed: str, grammar: NumberGrammar) -> bool:
    """Whether digits with commas between are several numbers, "22,24,26", where commas group by threes."""
    is_list = grammar.language.number_format.group == "," and _COMMA_LIST.fullmatch(printed) is not None
    return is_list and parse_digits(printed, grammar) is None


def _goes_on_list(folded: str, start: int, grammar: NumberGrammar) -> bool:
    follows_comma = folded[max(0, start - 1) : start] == ","
    before = _LIST_BEFORE.search(folded, max(0, start - _LIST_REACH), start) if follows_comma else None
    whole = grammar.printed.match(folded, before.start()) if before else None
    return whole is not None and whole.end() > start and _is_list(whole.group(), grammar)


def _follows_point(folded: str, start: int, grammar: NumberGrammar) -> bool:
    """Whether the digits are decimals without a whole: ".25" where a line or an amount opens."""
    before = folded[max(0, start - 2) : start]
    return before[-1:] == grammar.language.number_format.decimal and before[:-1] in ("", "\n", *_SIGNS_BEFORE_POINT)


def _mixed(number: PrintedNumber, folded: str, grammar: NumberGrammar) -> PrintedNumber:
    """The number with what further digits add to it: a share ("2 1/4", "1/4"), a power of ten."""
    if mixed := _MIXED.match(folded, number.end):
        over, under, sign = mixed.groups()
        share = _SHARE_VALUES[sign] if sign else _divided(Decimal(over), under)
        return evolve(number, end=mixed.end(), value=number.value + share) if share and share < 1 else number
    if divided := _DIVISOR.match(folded, number.end):
        value = _divided(number.value, divided.group(1))
        is_all = value == 1 and grammar.counted_part.match(folded, divided.end())  # "443/443 đại biểu"
        if value is None or not (value < 1 or is_all):  # 24/7 and 24/24 are not shares
            return number
        may_count = number.value > 1 and int(divided.group(1)) >= _LEAST_WHOLE
        out_of = int(divided.group(1)) if may_count else None
        return evolve(number, end=divided.end(), value=value, is_share=True, out_of=out_of)
    if power := _SCIENTIFIC.match(folded, number.end):
        return evolve(number, end=power.end(), value=number.value.scaleb(int(power.group(1))))
    return number


def _divided(over: Decimal, under: str) -> Decimal | None:
    return over / int(under) if int(under) else None


def _with_scale(
    number: PrintedNumber, folded: str, grammar: NumberGrammar, plain: str | None
) -> tuple[PrintedNumber | None, int]:
    """The number with its scale: a word, a letter, or a letter that only money has."""
    end = number.end
    if plain is None and grammar.scale_after.match(folded, end) is None:
        return number, end
    if short := _short_scale(number, folded, grammar, plain):
        scale, end = short
        return evolve(number, end=end, value=number.value * scale), end
    found = scaled(folded, end, number.value, grammar.words)
    if found is None or found.value > LARGEST:
        return None, end
    if found.end == end:
        return number, end
    is_share = found.is_share or (number.is_share and found.scale == 1)
    number = evolve(number, end=found.end, value=found.value, is_share=is_share, scale=found.scale)
    return number, number.end


def _short_scale(
    number: PrintedNumber, folded: str, grammar: NumberGrammar, plain: str | None
) -> tuple[int, int] | None:
    """The scale of a letter or short word right after the number, and where it ends."""
    language = grammar.language
    if plain is not None and (letter := _scale_letter(number, plain, grammar)):
        return language.scale_letters[letter.group(2)], letter.end()
    if count := grammar.count_scale.match(folded, number.end):
        return language.count_scales[count.group(1)], count.end()
    if money := _money_scale(number, folded, grammar):
        return language.money_scales[money.group(1)], money.end()
    return None


def _scale_letter(number: PrintedNumber, plain: str, grammar: NumberGrammar) -> re.Match[str] | None:
    """The letter that scales digits; after a space only a decimal number, which is not a name ("2.33 k")."""
    spaced = grammar.spaced_letter.match(plain, number.end) if not number.is_whole else None
    return spaced or grammar.scale_letter.match(plain, number.end)


def _money_scale(number: PrintedNumber, folded: str, grammar: NumberGrammar) -> re.Match[str] | None:
    match = grammar.money_scale.match(folded, number.end)
    return match if match and grammar.sign_at(folded, number.start) else None


def parse_digits(printed: str, grammar: NumberGrammar) -> Decimal | None:
    """Value of digits with separators, as the language writes them; None where they are not a number.

    A separator with exactly three digits after it groups thousands unless it is the language's decimal mark;
    that mark does so too if the number ends in ``000``, which no fraction is printed with.
    """
    if printed.isdecimal():
        return Decimal(printed) if len(printed) <= MOST_DIGITS else None
    if len(printed) > _MOST_PRINTED:
        return None
    printed = printed.replace(" ", "")
    if sum(map(str.isdecimal, printed)) > MOST_DIGITS:
        return None
    separators = [letter for letter in printed if letter in ".,"]
    if not separators:
        return Decimal(printed)
    if _INDIAN.fullmatch(printed):
        return Decimal(printed.replace(",", ""))
    grouped = _GROUPED.fullmatch(printed)
    if grouped and not printed.startswith("0"):
        mark = grouped.group(1)
        groups = mark != grammar.language.number_format.decimal or len(separators) > 1 or printed.endswith("000")
        return Decimal(printed.replace(mark, "" if groups else "."))
    whole, mark, fraction = printed.rpartition(separators[-1])
    if len(separators) == 1:
        return Decimal(f"{whole}.{fraction}")
    whole_grouped = _GROUPED.fullmatch(whole)
    if whole_grouped and whole_grouped.group(1) != mark:
        return Decimal(f"{whole.replace(whole_grouped.group(1), '')}.{fraction}")
    return None
