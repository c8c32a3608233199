"""The tables of a language compiled into the patterns that reading its numbers needs."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping

from attrs import frozen

from newsdedup.languages import Language, NumberFormat, Numerals, cached_by_language
from newsdedup.text.numbers.magnitudes import Magnitudes, closed_link, magnitudes_of
from newsdedup.text.numbers.measures import MeasureWords, measure_words_of
from newsdedup.text.numbers.simple import SimpleDigits, simple_digits_of
from newsdedup.text.numbers.words import SPACE, NumberWords, number_words_of
from newsdedup.text.phrases import NEVER, Ending, any_of, ending, lazily, plain, word_before
from newsdedup.text.units import money_signs_of, units_of

_ANY_LETTER = r"[^\W\d_]"
_OPENING_MARKS = "(\"'“‘["
_SIGN_REACH = 16  # characters
_CHANGE_REACH = 60
_MOST_CHANGED = 4  # words for what changes: "raised the price of milk from"


@frozen
class NumberGrammar:
    """Patterns of the numbers of one language, all for folded text.

    A pattern named ``*_before`` matches a span that ends where the search ends; the others
    match from where they are tried.
    """

    language: Language
    words: NumberWords
    magnitudes: Magnitudes
    simple: SimpleDigits
    printed: re.Pattern[str]  # digits with their separators
    numeral: re.Pattern[str]  # a number of one word
    numeral_nouns: frozenset[str]  # numbers of one word that may also be nouns ("năm")
    shares: frozenset[str]  # names of shares ("half")
    minus: re.Pattern[str]  # "minus"
    idiom: re.Pattern[str]  # phrases of number words that are not numbers ("one another")
    # for a number word, the words after which it is not one; for the empty string, those after which none is
    not_after: Mapping[str, frozenset[str]]
    not_before: re.Pattern[str]  # a number word and a word before which it is not one ("ba nói")
    crossed: re.Pattern[str]  # hyphens and a word between two numbers that count nothing ("-by-")
    surely_counted: re.Pattern[str]  # what follows a number that counts: a unit or an unspecific noun
    counted: re.Pattern[str]  # any word or unit
    counted_part: re.Pattern[str]  # what is counted one by one
    counted_noun: re.Pattern[str]  # any noun after a number, but for units and what only measures
    share_of: re.Pattern[str]  # what a share is of: a word that links it, or a noun that measures
    scale_letter: re.Pattern[str]  # a letter right after digits that scales them
    spaced_letter: re.Pattern[str]  # such a letter after a space
    count_scale: re.Pattern[str]  # a scale before a counted noun
    money_scale: re.Pattern[str]  # a scale of money only
    scale_after: re.Pattern[str]  # any scale after digits
    measure: MeasureWords  # measures that go on after their unit
    link_starts: frozenset[str]  # first characters of what links two ends of a range
    scale_link: re.Pattern[str]  # "of" between a scale word and what is counted ("deux millions de doses")
    range_to: re.Pattern[str]  # what links two ends of a range
    pair_to: re.Pattern[str]  # of a pair of words ("between", "and") the second
    pair_before: Ending  # and the first
    change_before: Ending  # a cue of change before a number ("fell by")
    change_from: Ending  # a cue of change, and the word before the old value: "rose from"
    either_to: re.Pattern[str]  # what links two near numbers of which one is right ("or", a comma)
    list_on: re.Pattern[str]  # what goes on to the next number of a list
    list_before: Ending  # a number and a comma, which a list goes on from
    age_before: Ending  # a word that makes a number an age ("aged")
    guess_before: Ending  # a word before two such numbers with a comma between ("maybe")
    qualifier_before: Ending
    currency_before: Ending
    unit_after: re.Pattern[str]  # a unit
    rate_link: re.Pattern[str]  # what links a part and its whole in a rate ("one in five")

    def is_ruled_out(self, folded: str, start: int, word: str) -> bool:
        """Whether the word before a number word shows that it is part of a name, or a pronoun ("the one")."""
        before = _last_word(folded, start)
        return before in self.not_after[""] or before in self.not_after.get(word, ())

    def qualifier_at(self, folded: str, start: int) -> re.Match[str] | None:
        """The qualifier that ends where a number starts."""
        return self.qualifier_before.before(folded, start)

    def sign_at(self, folded: str, start: int) -> re.Match[str] | None:
        """The sign or code of money that ends where a number starts."""
        return self.currency_before.before(folded, start)

    def range_link(self, folded: str, start: int, end: int) -> int | None:
        """Where the upper end of a range starts whose lower end is this span."""
        if link := self.range_to.match(folded, end):
            return None if self._is_change(folded, start, link) else link.end()
        link = self.pair_to.match(folded, end)
        if link is None or not self.pair_before.before(folded, start):
            return None
        return link.end()

    def _is_change(self, folded: str, start: int, link: re.Match[str]) -> bool:
        """Whether the `link` leads to the value that a change ended at: "rose from 30 to 35", "fell by 3 to 45"."""
        word = link.group().strip()
        if not word.isalpha():
            return False
        is_step = word in self.language.step_ends and self.change_before.before(folded, start) is not None
        return is_step or self.change_from.before(folded, start) is not None


def _last_word(folded: str, end: int) -> str:
    words = folded[max(0, end - _SIGN_REACH) : end].split()
    return words[-1].lstrip(_OPENING_MARKS) if words else ""


@cached_by_language
def number_grammar_of(language: Language) -> NumberGrammar:
    """The compiled number tables of a language."""
    table, words = language.numerals, number_words_of(language)
    signs = money_signs_of(language)
    changes = (*language.up, *language.down)
    return NumberGrammar(
        language=language,
        words=words,
        magnitudes=magnitudes_of(language),
        simple=simple_digits_of(language),
        printed=_digits_printed(language.number_format),
        numeral=re.compile(any_of(numerals_of(language))),
        numeral_nouns=frozenset(map(plain, table.nouns)),
        shares=frozenset(map(plain, (*table.shares, *table.halves))),
        minus=re.compile(rf"(?:{any_of(table.minus)}){SPACE}+"),
        idiom=re.compile(rf"(?:{any_of(table.idioms)})(?!\w)"),
        not_after={plain(word): frozenset(map(plain, before)) for word, before in {"": (), **table.not_after}.items()},
        crossed=re.compile(rf"{SPACE}?-{SPACE}?(?:{any_of(table.crossed)}){SPACE}?-{SPACE}?(?=\w)"),
        not_before=_not_before(language),
        **_counting(language),
        **_scales(language, words),
        measure=measure_words_of(language),
        link_starts=frozenset((" ", *(word[0] for word in language.range_words if not word[0].isalpha()))),
        scale_link=_scale_link(table),
        range_to=_link(language.range_words),
        pair_to=_link(language.range_pairs.values()),
        pair_before=word_before(language.range_pairs),
        change_before=ending(
            lambda: rf"(?<!\w)({any_of(changes)})\s+(?:(?:{any_of(language.qualifiers_before)})\s+)?$",
            (*changes, *language.qualifiers_before),
        ),
        change_from=_change_from(language, signs),
        **_either(language),
        list_before=ending(lambda: rf"(?<!\w)(?:{any_of(numerals_of(language))}|\d+),?\s+$", None),
        age_before=word_before(language.ages_before),
        guess_before=_guess_before(language),
        qualifier_before=_qualifier_before(language),
        currency_before=ending(lambda: rf"(?<!\w)({any_of(signs)}){SPACE}?$", signs, _SIGN_REACH),
        unit_after=lazily(lambda: _unit_after(language)),
        rate_link=re.compile(rf"{SPACE}(?:{any_of(table.rates)}){SPACE}(?=\w)"),
    )


def _change_from(language: Language, signs: Iterable[str]) -> Ending:
    """A cue of change, what changes, and the word before the old value, with its sign: "raised the price from $"."""
    cues = any_of((*language.up, *language.down, *language.changed))
    changed = rf"(?:{SPACE}[\w%$€£'’-]+){{0,{_MOST_CHANGED}}}?"
    qualified = rf"(?:(?:{any_of(language.qualifiers_before)})\s+)?(?:(?:{any_of(signs)}){SPACE}?)?"
    from_word = rf"{SPACE}(?:{any_of(language.from_words)})\s+"
    return ending(lambda: rf"(?<!\w)(?:{cues}){changed}{from_word}{qualified}$", None, _CHANGE_REACH)


def _either(language: Language) -> dict[str, re.Pattern[str]]:
    """What stands between two numbers of which one is right, and between those of a list."""
    either, and_words = any_of(language.numerals.either), any_of((*language.numerals.either, *language.and_words))
    return {
        "either_to": re.compile(rf"(?:{SPACE}(?:{either}){SPACE}|,{SPACE})(?=\w)"),
        "list_on": re.compile(rf"(?:,?{SPACE}(?:{and_words}){SPACE}|,{SPACE})(?=\w)"),
    }


def _guess_before(language: Language) -> Ending:
    about = [word for word, name in language.qualifiers_before.items() if name == "about"]
    return word_before((*language.numerals.guesses, *about))


def numerals_of(language: Language) -> tuple[str, ...]:
    """The words that are a number by themselves."""
    table = language.numerals
    return (*table.units, *table.teens, *table.tens, *table.scores, *table.ones)


def _not_before(language: Language) -> re.Pattern[str]:
    """A number word and a word before which it is not a number."""
    pairs = (f"{word} {after}" for word, afters in language.numerals.not_before.items() for after in afters)
    return re.compile(rf"(?:{any_of(pairs)})(?!\w)")


def _digits_printed(style: NumberFormat) -> re.Pattern[str]:
    """Digits with separators; spaces group them if the language's do, or if at least two groups or zeros follow."""
    if style.group == " ":
        spaced = rf"[1-9]\d{{0,2}}(?: \d{{3}})+(?:{re.escape(style.decimal)}\d+)?"
    else:
        spaced = r"[1-9]\d{0,2}(?:(?: \d{3}){2,}| 000)"
    return re.compile(rf"{spaced}(?![.,/:-]?\d)|\d+(?:[.,]\d+)*")


def _unit_after(language: Language) -> str:
    """A unit right after a number, or after a space or hyphen."""
    units = any_of(units_of(language))
    return rf"(?:{SPACE}|-)?(?!(?:{any_of(language.not_units)})(?!\w))({units})(?:(?<=%)|(?!\w))"


def _counting(language: Language) -> dict[str, re.Pattern[str]]:
    """What follows a number that counts."""
    qualifying = [one[1:] for one in language.qualifiers_after if one.startswith("-")]
    unit = functools.cache(functools.partial(_unit_after, language))
    hyphened = functools.cache(lambda: rf"-(?:{any_of((*language.compound_counts, *qualifying))})(?!\w)")
    noun = _ANY_LETTER if language.share_before_noun else NEVER
    of = functools.cache(lambda: any_of((*language.noun_links, *language.quantities)))
    parts = (*language.classifiers, *language.people.counters, *language.noun_lists)
    return {
        "surely_counted": lazily(lambda: rf"{unit()}|{hyphened()}|\s+(?:{_unspecific_noun(language)})"),
        "counted": lazily(lambda: rf"{unit()}|{hyphened()}|\s+{_ANY_LETTER}"),
        "counted_noun": lazily(lambda: rf"(?!{unit()}){SPACE}(?!(?:{of()})(?!\w)){noun}"),
        "share_of": lazily(lambda: rf"{SPACE}(?:{of()})(?!\w)"),
        "counted_part": lazily(lambda: rf"\s(?:{any_of(parts)})(?!\w)"),
    }


def _unspecific_noun(language: Language) -> str:
    """Words that may follow a number in words and are too unspecific to be anything but counted."""
    nouns = [noun for role in language.roles for noun in role.nouns]
    part_links = [link for link in language.part_links if " " in link]
    return rf"(?:{any_of([*language.classifiers, *nouns, *language.people.one, *part_links])})(?!\w)"


def _scales(language: Language, words: NumberWords) -> dict[str, re.Pattern[str]]:
    """Scales after digits."""
    letters = "|".join(map(re.escape, language.scale_letters)) or NEVER
    not_scaled = any_of((*language.not_scaled, *language.noun_ends))
    money = rf"{SPACE}?({any_of(language.money_scales)})(?!\w)"
    if language.scaled_nouns:
        count = rf"{SPACE}?({any_of(language.count_scales)})(?={SPACE}(?:{any_of(language.scaled_nouns)})(?!\w))"
    else:
        count = rf"({any_of(language.count_scales)})(?={SPACE}(?!(?:{not_scaled})(?!\w)){_ANY_LETTER})"
    return {
        "scale_letter": re.compile(rf"()({letters})(?!\w)"),
        "spaced_letter": re.compile(rf"({SPACE})({letters})(?!\w)"),
        "count_scale": re.compile(count),
        "money_scale": re.compile(money),
        "scale_after": re.compile(rf"{words.after_digits.pattern}|{money}|{count}"),
    }


def _scale_link(table: Numerals) -> re.Pattern[str]:
    """Words of `share_links` right after the scale words that need one."""
    scales = sorted(map(plain, (*table.linked_scales, *(table.halves if table.linked_scales else ()))))
    after = "|".join(rf"(?<={re.escape(word)})" for word in scales) or NEVER
    return re.compile(rf"(?:{after}){SPACE}{closed_link(table.share_links)}")


def _link(words: Iterable[str]) -> re.Pattern[str]:
    """What joins two ends of a range: signs stick to both, words do not."""
    signs, spoken = (any_of(word for word in words if word[0].isalpha() == is_word) for is_word in (False, True))
    return re.compile(rf"(?:{SPACE}?(?:{signs}){SPACE}?|{SPACE}+(?:{spoken}){SPACE}+)(?=\S)")


def _qualifier_before(language: Language) -> Ending:
    """A qualifier before a number: a word and white space, or a sign that no other sign comes before."""
    spoken, signs = (
        rf"({any_of(one for one in language.qualifiers_before if one[0].isalpha() == is_word)})"
        for is_word in (True, False)
    )
    return ending(lambda: rf"(?:(?<!\w){spoken}\s+|(?<![<>=]){signs}\s*)$", language.qualifiers_before)
