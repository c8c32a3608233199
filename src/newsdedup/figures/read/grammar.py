"""The tables of a language compiled into the few patterns that reading needs."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import frozen

from newsdedup.languages import Language, Role
from newsdedup.text.normal_form import normalise
from newsdedup.text.numbers.words import Wording, wording_of
from newsdedup.text.phrases import NEVER, Ending, any_of, ending, opening, plain, whole_words, words_of

_SPACE = r"[^\S\r\n]"
_ANY_WORD = r"[^\W\d_]"
_OPENING = "(\"'“‘["
_WORD_REACH = 16


@frozen
class Unit:
    """What a wording after a number makes of it.

    Attributes
    ----------
    kind : str
    symbol : str or None
    is_sign : bool
        Whether it is a sign or code of money, which may as well stand before the number.
    times : Decimal
        What it multiplies the number by ("MEUR", "dimes").
    """

    kind: str
    symbol: str | None
    is_sign: bool = False
    times: Decimal = Decimal(1)


@frozen
class Wordings:
    """The wordings of all roles in one pattern, and which role each gives."""

    pattern: re.Pattern[str]
    meanings: Mapping[str, Role]

    def role(self, match: re.Match[str]) -> Role | None:
        """The role of what was matched; None of what only begins like one of its words."""
        return self.meanings.get(" ".join(match.group().split()))


@frozen
class Grammar:
    """Patterns of one language, all for folded text.

    A pattern named ``*_before`` matches a stretch that ends where the search ends; the others
    match from where they are tried.
    """

    language: Language
    wording: Wording
    numeral: re.Pattern[str]
    minus: re.Pattern[str]
    idiom: re.Pattern[str]
    numeral_nouns: frozenset[str]
    shares: frozenset[str]
    not_after: Mapping[str, frozenset[str]]
    surely_counted: re.Pattern[str]
    counted: re.Pattern[str]
    counted_part: re.Pattern[str]
    scale_letter: re.Pattern[str]
    money_scale: re.Pattern[str]
    count_scale: re.Pattern[str]
    spaced_letter: re.Pattern[str]
    scale_after: re.Pattern[str]
    link_starts: frozenset[str]
    range_to: re.Pattern[str]
    step_to: re.Pattern[str]
    pair_to: re.Pattern[str]
    pair_before: Ending
    qualifier_before: Ending
    qualifiers: Mapping[str, str]
    qualifier_after: re.Pattern[str]
    currency_before: Ending
    sign_from: re.Pattern[str]
    unit_after: re.Pattern[str]
    unit_half: re.Pattern[str]
    units: Mapping[str, Unit]
    parts: frozenset[str]
    parts_joint: re.Pattern[str]
    part_after: re.Pattern[str]
    one_before: Ending
    name_before: Ending
    rate_link: re.Pattern[str]
    weighing_before: Ending
    unit_before: Ending
    percent_before: Ending
    ordinal_before: Ending
    compound_count: re.Pattern[str]
    not_counted: re.Pattern[str]
    not_figure: re.Pattern[str]
    not_figure_after: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    any_not_figure_after: re.Pattern[str]
    classifier: re.Pattern[str]
    counter: re.Pattern[str]
    compound: re.Pattern[str]
    noun_start: re.Pattern[str]
    list_noun: re.Pattern[str]
    noun_ends: frozenset[str]
    plural: re.Pattern[str]
    determiner_before: re.Pattern[str]
    subject_verbs: frozenset[str]
    noun_link: re.Pattern[str]
    loose_noun_link: re.Pattern[str]
    quantity: re.Pattern[str]
    not_quantities: frozenset[str]
    clause_end: re.Pattern[str]
    and_word: re.Pattern[str]
    denial_before: re.Pattern[str]
    group: re.Pattern[str]
    in_list: re.Pattern[str]
    number_of: tuple[Ending, ...]
    levels_of: tuple[Ending, ...]
    role_nouns: Wordings
    role_cues: Wordings
    role_cues_before: Wordings
    cue_after: re.Pattern[str]
    planned: re.Pattern[str]
    past: re.Pattern[str]
    background: re.Pattern[str]
    back_reference: re.Pattern[str]
    part_link: re.Pattern[str]
    date_link: re.Pattern[str]
    restated: re.Pattern[str]
    step_end: re.Pattern[str]
    part_before: Ending
    change_before: Ending
    changes: Mapping[str, str]

    def is_no_number(self, folded: str, start: int, word: str) -> bool:
        """Whether the word before makes a numeral a part of a name, or a pronoun."""
        before = _last_word(folded, start)
        return before in self.not_after[""] or before in self.not_after.get(word, ())

    def qualifier_at(self, folded: str, start: int) -> re.Match[str] | None:
        """The qualifier that ends where a number starts."""
        return self.qualifier_before.before(folded, start)

    def sign_at(self, folded: str, start: int) -> re.Match[str] | None:
        """The sign or code of money that ends where a number starts."""
        return self.currency_before.before(folded, start)

    def range_link(self, folded: str, start: int, end: int) -> int | None:
        """Where the upper end of a range starts whose lower end is this stretch."""
        if link := self.range_to.match(folded, end):
            return None if self._is_step(folded, start, link) else link.end()
        link = self.pair_to.match(folded, end)
        if link is None or not self.pair_before.before(folded, start):
            return None
        return link.end()

    def _is_step(self, folded: str, start: int, link: re.Match[str]) -> bool:
        """Whether what starts there is a step, and the `link` leads to where it ended: "fell by 3 to 45"."""
        if link.group().strip() not in self.language.step_ends:
            return False
        return self.change_before.before(folded, start) is not None


def _last_word(folded: str, end: int) -> str:
    words = folded[max(0, end - _WORD_REACH) : end].split()
    return words[-1].lstrip(_OPENING) if words else ""


@functools.cache
def grammar_of(language: Language) -> Grammar:
    """The compiled tables of a language."""
    folded: Callable[[Mapping[str, str]], dict[str, str]] = lambda table: {  # noqa: E731
        plain(wording): meaning for wording, meaning in table.items()
    }
    qualifiers = folded({**language.qualifiers_before, **language.qualifiers_after})
    changes = {plain(word): name for name in ("up", "down") for word in getattr(language, name)}
    table, units = language.numerals, _units(language)
    unit = rf"(?:{_SPACE}|-)?(?!(?:{any_of(language.not_units)})(?!\w))({any_of(units)})(?:(?<=%)|(?!\w))"
    signs = {plain(sign) for sign in (*language.currency_signs, *_scaled_codes(language))}
    spoken, signs_before = (
        rf"({any_of(one for one in language.qualifiers_before if one[0].isalpha() == is_word)})"
        for is_word in (True, False)
    )
    counting = table.words if table.before_any_noun else {}
    several = [word for word, value in counting.items() if value > 1 and word not in table.nouns]
    qualifying = [one[1:] for one in language.qualifiers_after if one.startswith("-")]
    hyphened = rf"-(?:{any_of((*language.compound_counts, *qualifying))})(?!\w)"
    words = [*table.units, *table.teens, *table.tens, *table.ones]
    wording = wording_of(language)
    money_scale = rf"{_SPACE}?({any_of(language.money_scales)})(?!\w)"
    letters = "|".join(map(re.escape, language.scale_letters)) or NEVER
    not_scaled = any_of((*language.not_scaled, *language.noun_ends))
    count_scale = rf"({any_of(language.count_scales)})(?={_SPACE}(?!(?:{not_scaled})(?!\w)){_ANY_WORD})"
    determiner = any_of(language.people.determiners) if language.people.modifiers_first else NEVER
    named = any_of({*language.currencies, *language.currency_parts} - language.noun_ends)
    return Grammar(
        language=language,
        wording=wording,
        numeral=re.compile(any_of(words)),
        minus=re.compile(rf"(?:{any_of(table.minus)}){_SPACE}+"),
        numeral_nouns=frozenset(map(plain, table.nouns)),
        shares=frozenset(map(plain, (*table.shares, *table.halves))),
        idiom=re.compile(rf"(?:{any_of(table.idioms)})(?!\w)"),
        not_after={plain(word): frozenset(map(plain, before)) for word, before in {"": (), **table.not_after}.items()},
        surely_counted=re.compile(rf"{unit}|{hyphened}|\s+(?:{_counted(language)})"),
        counted=re.compile(rf"{unit}|{hyphened}|\s+{_ANY_WORD}"),
        counted_part=re.compile(
            rf"\s(?:{any_of((*language.classifiers, *language.people.counters, *language.noun_lists))})(?!\w)"
        ),
        scale_letter=re.compile(rf"()({letters})(?!\w)"),
        spaced_letter=re.compile(rf"({_SPACE})({letters})(?!\w)"),
        money_scale=re.compile(money_scale),
        count_scale=re.compile(count_scale),
        scale_after=re.compile(rf"{wording.after_digits.pattern}|{money_scale}|{count_scale}"),
        link_starts=frozenset((" ", *(word[0] for word in language.range_words if not word[0].isalpha()))),
        range_to=_link(language.range_words),
        step_to=re.compile(rf"{_SPACE}(?:{any_of(language.step_words)}){_SPACE}"),
        pair_to=_link(language.range_pairs.values()),
        pair_before=ending(rf"(?<!\w)(?:{any_of(language.range_pairs)})\s+$", language.range_pairs),
        qualifier_before=ending(rf"(?:(?<!\w){spoken}\s+|(?<![<>=]){signs_before}\s*)$", language.qualifiers_before),
        qualifiers=qualifiers,
        qualifier_after=re.compile(
            rf"\s*({any_of(language.qualifiers_after)})(?!\w)(?!{_SPACE}+(?:[^\W\d_]+{_SPACE}+)?[<>]?\d)"
        ),
        currency_before=ending(rf"(?<!\w)({any_of(signs)}){_SPACE}?$", signs, _WORD_REACH),
        sign_from=re.compile(rf"(?:{any_of(signs)}){_SPACE}?(?=\d)"),
        unit_after=re.compile(unit),
        unit_half=re.compile(rf"{_SPACE}(?:{any_of(table.unit_halves)})(?!\w)"),
        units=units,
        parts=frozenset(language.currency_parts.values()),
        parts_joint=re.compile(rf"{_SPACE}(?:(?:{any_of(language.parts_joint)}){_SPACE})?(?=\w)"),
        part_after=re.compile(rf"{_SPACE}?(?:{any_of((*language.currency_parts, *language.part_letters))})(?!\w)"),
        one_before=ending(
            rf"(?<!\w)(?:{any_of(table.articles)}){_SPACE}+({any_of(language.currencies)}){_SPACE}+"
            rf"(?:(?:{any_of(language.parts_joint)}){_SPACE}+)?$",
            (*language.currencies, *language.parts_joint),
        ),
        name_before=ending(rf"(?<![\w.,])(?<!\d )({named}){_SPACE}$", (*language.currencies, *language.currency_parts)),
        rate_link=re.compile(rf"{_SPACE}(?:{any_of(table.rates)}){_SPACE}(?=\w)"),
        weighing_before=ending(
            rf"(?<!\w)(?:{any_of(language.weighing)})\s+(?:(?:{any_of(language.qualifiers_before)})\s+)?$",
            (*language.weighing, *language.qualifiers_before),
        ),
        unit_before=ending(rf"(?<!\w)({any_of(language.measures_before)})\s+$", language.measures_before),
        percent_before=ending(rf"(?<!\w)(?:{any_of(language.percent_before)})\s+$", language.percent_before),
        ordinal_before=ending(
            rf"(?<!\w){_not_after(language.ordinal_not_after)}(?:{any_of(language.ordinal_before)})\s*$",
            language.ordinal_before,
        ),
        compound_count=re.compile(rf"-(?=(?:{any_of(language.compound_counts)})(?!\w))"),
        not_counted=re.compile(rf"\s?(?:{any_of(language.not_counted)})(?!\w)"),
        not_figure=re.compile(_any_pattern(language.not_figures)),
        not_figure_after=tuple(
            (re.compile(normalise(pattern).plain), re.compile(rf"(?<!\w)(?:{any_of(before)})(?:\s\w+){{0,2}}\s$"))
            for pattern, before in language.not_figures_after.items()
        ),
        any_not_figure_after=re.compile(_any_pattern(language.not_figures_after)),
        classifier=re.compile(rf"(?:{any_of(language.classifiers)})(?!\w)"),
        counter=re.compile(rf"\s(?:{any_of(language.people.counters)})(?!\w)"),
        compound=re.compile(
            rf"(?:{any_of(one for one in (*language.classifiers, *language.compounds) if ' ' in one)})(?!\w)"
        ),
        noun_start=re.compile(rf"\s?(?:{any_of(language.noun_starts)})(?!\w)"),
        list_noun=re.compile(rf"(?:{any_of(language.noun_lists)})(?!\w)"),
        noun_ends=frozenset(plain(word) for word in (*language.noun_ends, *_short_cues(language))),
        subject_verbs=frozenset(map(plain, language.subject_verbs)),
        plural=_plural(language),
        determiner_before=re.compile(rf"(?<!\w)(?:{determiner})\s+$"),
        noun_link=re.compile(rf"\s+(?:{any_of(language.noun_links)})(?:\s+(?:{determiner})(?!\w))?(?=\s)"),
        loose_noun_link=re.compile(rf"\s+(?:{any_of(language.loose_noun_links)})(?=\s)"),
        quantity=re.compile(rf"(?<!\w)(?:{any_of((*language.quantities, *language.not_quantities))})(?!\w)"),
        not_quantities=frozenset(map(plain, language.not_quantities)),
        clause_end=re.compile(rf"[.;:!?\r\n()]|,(?!\d)|\d|(?<!\w)(?:{any_of((*language.and_words, *several))})(?!\w)"),
        and_word=re.compile(rf"\s+(?:{any_of(language.and_words)})\s+"),
        group=re.compile(rf"(?:{any_of(language.people.groups)})(?!\w)"),
        in_list=re.compile(rf"\s(?:{any_of((*language.classifiers, *language.people.counters))})(?!\w|\s\d)"),
        denial_before=re.compile(_spoken(language.denials, r"\s+(?:\w+\s+)?$")),
        number_of=tuple(ending(normalise(clause).plain, ends or None) for clause, ends in language.number_of.items()),
        levels_of=tuple(ending(normalise(clause).plain, None) for clause in language.levels_of),
        role_nouns=_wordings(language.roles, "nouns", lambda words: rf"(?:{any_of(words)})(?!\w)"),
        role_cues=_wordings(language.roles, "cues", _spoken, language.not_cues),
        role_cues_before=_wordings(
            language.roles, "cues_before", lambda words: _spoken(words, rf"(?=\s+(?:(?:{determiner})\s+)?$)")
        ),
        cue_after=re.compile(rf"\s(?:{any_of(cue for role in language.roles for cue in role.cues)})(?!\w)"),
        planned=re.compile(whole_words(language.planned, not_before=r"\w")),
        past=re.compile(_spoken(language.past)),
        back_reference=re.compile(whole_words(language.back_references, not_before=r"\w")),
        background=re.compile(rf"{opening(_any_pattern(language.background))}(?!\w)"),
        part_before=ending(
            rf"(?<!\w)(?:\d[\d.,]*|{any_of(words)})(?:\s\w+){{0,2}}\s(?:{any_of(language.part_links)})\s$",
            language.part_links,
        ),
        restated=re.compile(rf",?\s+(?:{any_of(language.restated_by)})\s+"),
        step_end=re.compile(rf",?\s+(?:{any_of(language.step_ends)})\s+"),
        part_link=re.compile(rf"\s+(?:{any_of(language.part_links)})\s+"),
        date_link=re.compile(rf"\s*(?:(?:{any_of(language.dates.links)})\s+)?$"),
        change_before=ending(
            rf"(?<!\w)({any_of(changes)})\s+(?:(?:{any_of(language.qualifiers_before)})\s+)?$",
            (*changes, *language.qualifiers_before),
        ),
        changes=changes,
    )


def _not_after(phrases: Iterable[str]) -> str:
    """None of these right before."""
    return "".join(rf"(?<!{re.escape(plain(phrase))} )" for phrase in phrases)


def _any_pattern(patterns: Iterable[str]) -> str:
    return "|".join(normalise(one).plain for one in patterns) or NEVER


def _plural(language: Language) -> re.Pattern[str]:
    """Finds the end of a plural."""
    excepted = "".join(rf"(?<!{re.escape(ending)})" for ending in language.not_plural)
    return re.compile(rf"(?:{any_of(language.plural_endings)}){excepted}$")


def _counted(language: Language) -> str:
    """What may follow a number in words: too poor to be read as anything but counted."""
    nouns = [noun for role in language.roles for noun in role.nouns]
    part_links = [link for link in language.part_links if " " in link]
    return rf"(?:{any_of([*language.classifiers, *nouns, *language.people.one, *part_links])})(?!\w)"


def _short_cues(language: Language) -> Iterator[str]:
    """Cues of roles, which are said of a noun and are no part of it."""
    return (cue for role in language.roles for cue in role.cues if cue.count(" ") < 2)


def _link(words: Iterable[str]) -> re.Pattern[str]:
    """What joins two ends of a range: signs stick to both, words do not."""
    signs, spoken = (any_of(word for word in words if word[0].isalpha() == is_word) for is_word in (False, True))
    return re.compile(rf"(?:{_SPACE}?(?:{signs}){_SPACE}?|{_SPACE}+(?:{spoken}){_SPACE}+)(?=\S)")


def _units(language: Language) -> dict[str, Unit]:
    """Every wording that may stand after a number; of two meanings the first."""
    money = {**language.currencies, **language.currency_parts}
    tables: tuple[tuple[str, Mapping[str, str]], ...] = (
        ("percent", dict.fromkeys(language.percentage_points, "pp")),
        ("percent", dict.fromkeys(language.percent, "%")),
        ("money", money),
        ("age", dict.fromkeys(language.ages, "year")),
        ("measure", language.measures),
        ("duration", language.durations),
        ("money", language.currency_signs),
    )
    units: dict[str, Unit] = {}
    for kind, table in tables:
        for wording, symbol in table.items():
            units.setdefault(plain(wording), Unit(kind, symbol, table is language.currency_signs))
    for name, parts in language.coins.items():
        units.setdefault(plain(name), Unit("money", language.coined, times=Decimal(parts) / 100))
    for name, value in language.money_slang.items():
        units.setdefault(plain(name), Unit("money", None, times=Decimal(value)))
    return {**_scaled_codes(language), **units}


def _scaled_codes(language: Language) -> dict[str, Unit]:
    """Codes of money with a letter before them that scales the amount ("MEUR")."""
    codes = {sign: code for sign, code in language.currency_signs.items() if sign.upper() == code}
    return {
        plain(letter + sign): Unit("money", code, is_sign=True, times=Decimal(scale))
        for letter, scale in language.code_scales.items()
        for sign, code in codes.items()
    }


def _spoken(phrases: Collection[str], after: str = "") -> str:
    """Words of a table, for a search; only letters may not stand before them."""
    return words_of(phrases, after, not_before=r"\w")


def _wordings(
    roles: Sequence[Role], table: str, pattern: Callable[[Collection[str]], str], others: Iterable[str] = ()
) -> Wordings:
    """The wordings of one table of every role; of a wording that two roles have, the first role's."""
    meanings = {plain(wording): role for role in reversed(roles) for wording in getattr(role, table)}
    return Wordings(re.compile(pattern((*meanings, *others))), meanings)
