"""Numbers of a text in order: in digits and in words, with their scale words, shares, rates and ranges."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import evolve

from newsdedup.text.landmarks import DIGIT, Landmarks
from newsdedup.text.normal_form import fold_case
from newsdedup.text.numbers.digits import in_digits
from newsdedup.text.numbers.grammar import NumberGrammar
from newsdedup.text.numbers.number import LARGEST, PrintedNumber
from newsdedup.text.numbers.spelled import Spelled, spelled
from newsdedup.text.phrases import matches
from newsdedup.text.tags import SHARE_SIGNS, Tag

_IN_NAME_REACH = 16  # characters
_COUNTED_REACH = 40
_MOST_DAYS = 31  # "7/11" may be a date, "41/81" not
_YEAR = re.compile(r"(?:1[89]|20)\d\d(?!\d)")
_MOST_OF_RATE = 10  # largest "one" of "one in five"
_BRACKET = re.compile(r"\s?\(\s?(?=\w)")
_STROKES = frozenset("-/:")
_DIGIT_AFTER = re.compile(r"[-/:]\d")
_NAME_AFTER = re.compile(r"-[^\W\d_]")
_INITIAL_BEFORE = re.compile(r"(?<!\w)([^\W\d_])\w* $")
_AREA_CODE = re.compile(r"\d\)\s?$")
_CLOSING = re.compile(r"\s?\)")
_MOST_TIMES = 2  # of two numbers one of which is right, the second is at most so many times the first
_CLOSING_MARKS = frozenset((*".,;!?", ""))
_LEAST_COUNTED = 2  # "one" may be an article


def counted_numbers(
    folded: str, grammar: NumberGrammar, landmarks: Landmarks, blocked: Sequence[tuple[int, int]] = ()
) -> Iterator[PrintedNumber]:
    """Numbers that may be figures, in order: in digits, and in words if a counted noun follows.

    No number starts in the `blocked` spans, which are in order (dates, for example).
    """
    starts = _outside(_number_starts(folded, grammar.words.larger_start, landmarks), blocked)
    for number in _numbers_at(folded, starts, grammar, None):
        counted = _counted_part(number, folded, grammar) if number.is_share else number
        if counted is not None and not (counted.in_words and _is_uncounted(counted, folded, grammar)):
            yield counted


def _counted_part(share: PrintedNumber, folded: str, grammar: NumberGrammar) -> PrintedNumber | None:
    """The share; of things that are counted one by one, how many they are: "7/11 nạn nhân"; None if it is no figure.

    A share like "7/8", which may be a date or a count, is a figure only where it says what it is of.
    """
    is_figure = grammar.language.numerals.shares_are_figures
    if share.out_of is None:
        return share if is_figure else None
    counted = grammar.counted_part if share.out_of <= _MOST_DAYS else grammar.counted_noun
    if counted.match(folded, share.end):
        return evolve(share, value=(share.value * share.out_of).quantize(Decimal(1)), is_share=False)
    return share if is_figure and grammar.share_of.match(folded, share.end) else None


def _is_uncounted(number: PrintedNumber, folded: str, grammar: NumberGrammar) -> bool:
    """Whether what follows a number in words does not show that it counts something."""
    is_one_word = grammar.numeral.fullmatch(folded, number.start, number.end) is not None
    if is_one_word and number.value < _LEAST_COUNTED:
        is_end = grammar.words.range_on.match(folded, number.end) is not None
        return not is_end and grammar.qualifier_at(folded, number.start) is None
    is_noun = folded[number.start : number.end] in grammar.numeral_nouns
    is_unspecific = is_one_word and (is_noun or not grammar.language.numerals.before_any_noun)
    if is_unspecific:
        return grammar.surely_counted.match(folded, number.end) is None
    is_word_next = folded[number.end : number.end + 1] == " " and folded[number.end + 1 : number.end + 2].isalpha()
    if (
        is_word_next or folded[number.end : number.end + 1] in _CLOSING_MARKS
    ):  # a number before it may say what it counts
        return False
    if grammar.counted.match(folded, number.end) is not None:
        return False
    return grammar.age_before.before(folded, number.start) is None


def every_number(
    folded: str, grammar: NumberGrammar, landmarks: Landmarks, plain: str | None = None
) -> Iterator[PrintedNumber]:
    """Numbers in digits and in words, in order, each with its scale word or range.

    If `plain`, the text before its letters were folded, is given, letters may scale digits ("10K").
    """
    return _numbers_at(folded, _number_starts(folded, grammar.words.start, landmarks), grammar, plain)


def _numbers_at(
    folded: str, starts: Sequence[tuple[int, int]], grammar: NumberGrammar, plain: str | None
) -> Iterator[PrintedNumber]:
    done = 0
    for start, end in starts:
        if start < done:
            continue
        if end == start + 1 and (simple := grammar.simple.at(folded, start)):
            done = simple.end
            yield simple
        else:
            number, done = _number_at(folded, start, end, grammar, plain)
            if number is not None and grammar.simple.changing.match(folded, done):
                number, done = _continued(number, folded, grammar, plain)
            if number is not None and not (plain is not None and is_in_name(number, plain, grammar)):
                yield number


def _continued(
    number: PrintedNumber, folded: str, grammar: NumberGrammar, plain: str | None
) -> tuple[PrintedNumber | None, int]:
    """The number with what goes on after it, as a rate, a range or a repetition; and where reading continues."""
    if crossed := _crossed(number, folded, grammar):
        return None, crossed
    if plain is not None and is_in_name(number, plain, grammar):
        return None, number.end
    number = _with_links(number, folded, grammar, plain)
    is_code = folded[number.end : number.end + 1] in _STROKES and _DIGIT_AFTER.match(folded, number.end)
    return (None if is_code else number), number.end


def _crossed(number: PrintedNumber, folded: str, grammar: NumberGrammar) -> int | None:
    """Where the second of two numbers ends that count nothing: "four-by-four"."""
    link = grammar.crossed.match(folded, number.end)
    other = number_from(folded, link.end(), grammar) if link else None
    return None if other is None else other.end


def _with_links(number: PrintedNumber, folded: str, grammar: NumberGrammar, plain: str | None) -> PrintedNumber:
    """The number with another that is linked to it: a rate, a range, the same in brackets, another guess."""
    number = _one_in(number, folded, grammar) or _as_range(
        _with_repetition(number, folded, grammar), folded, grammar, plain
    )
    return number if number.upper is not None else _one_of_two(number, folded, grammar) or number


def is_in_name(number: PrintedNumber, plain: str, grammar: NumberGrammar) -> bool:
    """Whether a number word is part of a name ("Ba Đình"): it is capitalised, and so is a word beside it."""
    if not (number.in_words and grammar.language.numerals.in_names and plain[number.start].isupper()):
        return False
    if plain[number.start : number.end].isupper():  # among capitals only, they do not show a name: "HAI NGƯỜI CHẾT"
        following = fold_case(plain[number.end : number.end + _COUNTED_REACH])
        if grammar.surely_counted.match(following):
            return False
    before = _INITIAL_BEFORE.search(plain, max(0, number.start - _IN_NAME_REACH), number.start)
    after = plain[number.end : number.end + 2]
    return (after.startswith(" ") and after[1:].isupper()) or (before is not None and before.group(1).isupper())


def _number_starts(folded: str, word: re.Pattern[str], landmarks: Landmarks) -> list[tuple[int, int]]:
    """Where a number may start: a first digit, or a word."""
    words = [match.span() for match in matches(word, folded, landmarks.of(Tag.NUMBER))]
    return sorted((*words, *((start, start + 1) for start in landmarks.digits_and_shares)))


def _outside(starts: list[tuple[int, int]], blocked: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places, in order, that start in none of these spans."""
    outside, done = list[tuple[int, int]](), 0
    for first, last in blocked:
        end = bisect_left(starts, (first,), done)
        outside += starts[done:end]
        done = bisect_left(starts, (last,), end)
    return outside + starts[done:]


def number_from(folded: str, position: int, grammar: NumberGrammar, plain: str | None = None) -> PrintedNumber | None:
    """The number that starts at `position`, whatever comes before it; not as a range."""
    match = DIGIT.match(folded, position) or grammar.words.word.match(folded, position)
    return _number_at(folded, *match.span(), grammar, plain, is_inside=True)[0] if match else None


def _number_at(
    folded: str, start: int, end: int, grammar: NumberGrammar, plain: str | None, *, is_inside: bool = False
) -> tuple[PrintedNumber | None, int]:
    """The number whose first digit or word is this span, and where reading continues."""
    number, end = _bare_number_at(folded, start, end, grammar, plain, is_inside=is_inside)
    link = grammar.scale_link.match(folded, number.end) if number else None
    return (evolve(number, end=link.end()), link.end()) if number and link else (number, end)


def _bare_number_at(
    folded: str, start: int, end: int, grammar: NumberGrammar, plain: str | None, *, is_inside: bool
) -> tuple[PrintedNumber | None, int]:
    """The number without a word that links its scale to what it counts."""
    if folded[start].isdecimal() or folded[start] in SHARE_SIGNS:
        return in_digits(folded, start, grammar, plain, is_inside=is_inside)
    minus = grammar.minus.match(folded, start)
    if minus is None:
        return _in_words(folded, start, end, grammar)
    if grammar.is_ruled_out(folded, start, folded[start:end]):  # "plus or minus 3 points"
        return None, minus.end()
    is_twice = grammar.minus.match(folded, minus.end()) is not None
    number = None if is_twice else number_from(folded, minus.end(), grammar, plain)
    if number is None:
        return None, minus.end()
    return evolve(number, start=start, value=-number.value), number.end


# ------------------------------------------------------------------------------------- in words


def _in_words(folded: str, start: int, end: int, grammar: NumberGrammar) -> tuple[PrintedNumber | None, int]:
    word = folded[start:end]
    if word in grammar.numeral_nouns and folded[end + 1 : end + 2].isdecimal():  # "năm 2013"
        return None, end
    if grammar.magnitudes.is_bare(word) and grammar.qualifier_at(folded, start) is None:
        return None, end
    idiom = grammar.idiom.match(folded, start)
    if idiom and idiom.end() > end:
        return None, idiom.end()
    rough = grammar.magnitudes.at(folded, start, end)
    if rough and rough.qualifier:
        return rough, rough.end
    if (idiom and not rough) or grammar.is_ruled_out(folded, start, word) or grammar.not_before.match(folded, start):
        return None, end
    if rough:
        return rough, rough.end
    found, end = spelled(folded, start, end, grammar.words)
    if found is None or found.value > LARGEST or not _is_number_alone(folded, start, found, grammar):
        return None, end
    return PrintedNumber(
        start, found.end, found.value, in_words=True, is_share=found.is_share, scale=found.scale
    ), found.end


def _is_number_alone(folded: str, start: int, found: Spelled, grammar: NumberGrammar) -> bool:
    """Whether a word that may also be a noun, or names a share, is a number in its place."""
    word = folded[start : found.end]
    if word in grammar.numeral_nouns:
        upper = grammar.range_link(folded, start, found.end)
        in_range = upper is not None and grammar.words.word.match(folded, upper) is not None
        return in_range or grammar.surely_counted.match(folded, found.end) is not None
    return not found.is_share or word not in grammar.shares or grammar.qualifier_at(folded, start) is not None


# ------------------------------------------------------------------------------------- ranges


def _one_in(number: PrintedNumber, folded: str, grammar: NumberGrammar) -> PrintedNumber | None:
    """The number as a share of the larger one after it: "one in five adults"; "2 in 10 days" is not one."""
    link = grammar.rate_link.match(folded, number.end)
    if link is None or number.is_share or number.scale > 1 or not 0 < number.value <= _MOST_OF_RATE:
        return None
    whole = number_from(folded, link.end(), grammar)
    if whole is None or not whole.is_whole or not number.value < whole.value or _YEAR.match(folded, whole.start):
        return None
    if grammar.unit_after.match(folded, whole.end) or grammar.range_link(folded, whole.start, whole.end):
        return None
    return evolve(number, end=whole.end, value=number.value / whole.value, is_share=True)


def _with_repetition(number: PrintedNumber, folded: str, grammar: NumberGrammar) -> PrintedNumber:
    """The number with the bracket that repeats it: "mười lăm (15)"."""
    bracket = _BRACKET.match(folded, number.end) if "(" in folded[number.end : number.end + 2] else None
    again = number_from(folded, bracket.end(), grammar) if bracket else None
    if again is None or again.value != number.value:
        return number
    closing = _CLOSING.match(folded, again.end)
    return evolve(number, end=closing.end()) if closing else number


def _is_code(folded: str, start: int, end: int, grammar: NumberGrammar) -> bool:
    """Whether two numbers with a stroke between them are parts of a longer code: "(858) 565-5200", "305-471-TIPS"."""
    goes_on = _DIGIT_AFTER.match(folded, end) or (
        _NAME_AFTER.match(folded, end) and not grammar.unit_after.match(folded, end)
    )
    return bool(goes_on) or _AREA_CODE.search(folded, max(0, start - 3), start) is not None


def _one_of_two(number: PrintedNumber, folded: str, grammar: NumberGrammar) -> PrintedNumber | None:
    """The number as the lower of two near ones, of which one is right: "eight or nine times", "hai, ba người"."""
    link = grammar.either_to.match(folded, number.end)
    if link is None or number.is_share or _YEAR.match(folded, number.start):
        return None
    other = number_from(folded, link.end(), grammar)
    if other is None or other.is_share or not _is_near(number, other):
        return None
    if "," in link.group() and not _is_guess(number, other, folded, grammar):
        return None
    goes_on = grammar.list_on.match(folded, other.end)
    if goes_on and number_from(folded, goes_on.end(), grammar):
        return None
    return _spanning(number, other) if grammar.counted.match(folded, other.end) else None


def _is_near(low: PrintedNumber, high: PrintedNumber) -> bool:
    """Whether the second is larger than the first, at most twice: "one or two", "two or three hundred"."""
    return any(low.value < value <= _MOST_TIMES * low.value for value in (high.value, high.value / high.scale))


def _is_guess(number: PrintedNumber, other: PrintedNumber, folded: str, grammar: NumberGrammar) -> bool:
    """Whether two numbers with a comma between are not a list: words that follow each other, or digits after a cue."""
    if number.in_words and other.in_words:
        step = 10 ** max(0, len(str(int(number.value))) - 1)
        following = other.value / (1 if number.scale > 1 else other.scale)
        is_list = grammar.list_before.before(folded, number.start) is not None
        return following - number.value in (1, step) and not is_list
    return not number.in_words and not other.in_words and grammar.guess_before.before(folded, number.start) is not None


def _spanning(low: PrintedNumber, high: PrintedNumber) -> PrintedNumber:
    """The range of two numbers; a scale word after the second is that of both: "5-7 triệu"."""
    value = low.value
    if low.scale == 1 and value < high.value / high.scale:
        value *= high.scale
    return evolve(low, end=high.end, value=value, upper=high.value) if value < high.value else low


def _as_range(number: PrintedNumber, folded: str, grammar: NumberGrammar, plain: str | None = None) -> PrintedNumber:
    """The number as the lower end of a range, where the upper end follows."""
    may_link = folded[number.end : number.end + 1] in grammar.link_starts
    upper_start = grammar.range_link(folded, number.start, number.end) if may_link else None
    upper = number_from(folded, upper_start, grammar, plain) if upper_start is not None else None
    if upper is None or _is_code(folded, number.start, upper.end, grammar):
        return number
    return _spanning(number, upper)
