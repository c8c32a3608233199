"""The tables of a language compiled into the few patterns that reading needs."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import frozen

from newsdedup.languages import Language, Role
from newsdedup.text import fold_case, normalise

NEVER = r"(?!)"
_FROM_NUMBER = r"\b\d"  # a pattern that starts so is only tried where a number starts
DIGITS = r"\d+(?:[.,]\d+)*"


def plain(phrase: str) -> str:
    """A phrase of a table as it stands in folded text."""
    return fold_case(normalise(phrase).plain)


def any_of(phrases: Iterable[str]) -> str:
    """Alternatives, the longest that fits first, any white space between words.

    They are written as a tree of their beginnings, so that each letter of a text is compared once
    rather than once a phrase.
    """
    tree = _Tree()
    for phrase in phrases:
        node = tree
        for letter in plain(phrase):
            node = node.setdefault(letter, _Tree())
        node[""] = _Tree()
    return _alternatives(tree) if tree else NEVER


class _Tree(dict[str, "_Tree"]):
    """The beginnings of phrases, letter by letter; an empty letter ends one."""


def _alternatives(tree: _Tree) -> str:
    branches = [
        (r"\s+" if letter == " " else re.escape(letter)) + _alternatives(node) for letter, node in sorted(tree.items()) if letter
    ]
    if not branches:
        return ""
    is_end = "" in tree
    if len(branches) == 1 and not is_end:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if is_end else "")


def _unit_pattern(phrases: Iterable[str]) -> str:
    """Units after a number: signs stick to anything, words end where a word ends."""
    return rf"(?:{any_of(phrases)})(?!\w)"


@frozen
class Units:
    """One kind of unit: its pattern after a number, and what each wording stands for."""

    kind: str
    after: re.Pattern[str]
    symbols: Mapping[str, str]

    def symbol(self, wording: str) -> str:
        """The symbol of a wording as printed."""
        return self.symbols[" ".join(wording.split())]


@frozen
class Wordings:
    """The wordings of all roles in one pattern, and which role each gives."""

    pattern: re.Pattern[str]
    meanings: Mapping[str, Role]

    def role(self, match: re.Match[str]) -> Role:
        """The role of what was matched."""
        return self.meanings[" ".join(match.group().split())]


@frozen
class Grammar:
    """Patterns of one language, all for folded text.

    A pattern named ``*_before`` matches a stretch that ends where the search ends; the others
    match from where they are tried.
    """

    language: Language
    number: re.Pattern[str]
    numeral: re.Pattern[str]
    numerals: Mapping[str, Decimal]
    number_word_before: re.Pattern[str]
    scale: re.Pattern[str]
    money_scale: re.Pattern[str]
    half: re.Pattern[str]
    minus_before: re.Pattern[str]
    scales: Mapping[str, Decimal]
    range_to: re.Pattern[str]
    qualifier_before: re.Pattern[str]
    qualifiers: Mapping[str, str]
    qualifier_after: re.Pattern[str]
    currency_before: re.Pattern[str]
    units: tuple[Units, ...]
    ordinal_before: re.Pattern[str]
    not_counted: re.Pattern[str]
    not_figure: re.Pattern[str]
    not_figure_from: re.Pattern[str]
    classifier: re.Pattern[str]
    list_noun: re.Pattern[str]
    noun_ends: frozenset[str]
    noun_link: re.Pattern[str]
    clause_end: re.Pattern[str]
    and_word: re.Pattern[str]
    denial_before: re.Pattern[str]
    number_of: tuple[re.Pattern[str], ...]
    role_nouns: Wordings
    role_cues: Wordings
    role_cues_before: Wordings
    planned: re.Pattern[str]
    past: re.Pattern[str]
    background: re.Pattern[str]
    part_link: re.Pattern[str]
    part_before: re.Pattern[str]
    change_before: re.Pattern[str]
    changes: Mapping[str, str]


@functools.cache
def grammar_of(language: Language) -> Grammar:
    """The compiled tables of a language."""
    folded: Callable[[Mapping[str, str]], dict[str, str]] = lambda table: {  # noqa: E731
        plain(wording): meaning for wording, meaning in table.items()
    }
    qualifiers = folded({**language.qualifiers_before, **language.qualifiers_after})
    currencies = folded(language.currencies)
    changes = {plain(word): name for name in ("up", "down") for word in getattr(language, name)}
    numerals = {plain(word): Decimal(value) for word, value in language.numerals.items()}
    counted = r"[^\W\d_]" if language.numerals_are_plain else rf"(?:{any_of(_counted(language))})(?!\w)"
    signs = [sign for sign in currencies if not sign[-1].isalpha() or len(sign) == 3]
    return Grammar(
        language=language,
        number=re.compile(rf"(?<![\w.,/])(?<!\d[:-])(?<!\w-){DIGITS}"),
        numeral=re.compile(rf"(?<![\w-])(?:{any_of(numerals)})(?![\w-])(?=\s+{counted})"),
        numerals=numerals,
        number_word_before=re.compile(rf"(?<!\w)(?:{any_of((*language.numerals, *language.number_words))})[\s-]+$"),
        scale=re.compile(rf"\s?-?(?:{any_of(language.scales)})(?:\s(?:{any_of(language.scales)}))?(?!\w)"),
        money_scale=re.compile(rf"\s?(?:{any_of(language.money_scales)})(?!\w)"),
        half=re.compile(rf"\s(?:{any_of(language.halves)})(?!\w)"),
        minus_before=re.compile(rf"(?:(?<![\w\d)])[-−]|(?<!\w)(?:{any_of(language.minus)})\s+)$"),
        scales={
            plain(word): Decimal(value) for word, value in (*language.scales.items(), *language.money_scales.items())
        },
        range_to=re.compile(rf"\s?(?:{any_of(language.range_words)})\s?(?={DIGITS})"),
        qualifier_before=re.compile(rf"(?<!\w)({any_of(language.qualifiers_before)})\s+$"),
        qualifiers=qualifiers,
        qualifier_after=re.compile(rf"\s+({any_of(language.qualifiers_after)})(?!\w)"),
        currency_before=re.compile(rf"(?<!\w)({any_of(signs)})\s?$"),
        units=_units(language, currencies),
        ordinal_before=re.compile(rf"(?<!\w)(?<!tổng )(?<!con )(?:{any_of(language.ordinal_before)})\s*$"),
        not_counted=re.compile(rf"\s?(?:{any_of(language.not_counted)})(?!\w)"),
        not_figure=_any_pattern(one for one in language.not_figures if not one.startswith(_FROM_NUMBER)),
        not_figure_from=_any_pattern(one for one in language.not_figures if one.startswith(_FROM_NUMBER)),
        classifier=re.compile(rf"(?:{any_of(language.classifiers)})(?!\w)"),
        list_noun=re.compile(rf"(?:{any_of(language.noun_lists)})(?!\w)"),
        noun_ends=frozenset(plain(word) for word in (*language.noun_ends, *_short_cues(language))),
        noun_link=re.compile(rf"\s+(?:{any_of(language.noun_links)})(?=\s)"),
        clause_end=re.compile(rf"[.;:!?\r\n()]|,(?!\d)|\d|(?<!\w)(?:{any_of(language.and_words)})(?!\w)"),
        and_word=re.compile(rf"\s+(?:{any_of(language.and_words)})\s+"),
        denial_before=re.compile(rf"(?<!\w)(?:{any_of(language.denials)})\s+(?:\w+\s+)?$"),
        number_of=tuple(re.compile(normalise(one).plain, re.IGNORECASE) for one in language.number_of),
        role_nouns=_wordings(language.roles, "nouns", r"(?:{})(?!\w)"),
        role_cues=_wordings(language.roles, "cues", r"(?<!\w)(?:{})(?!\w)"),
        role_cues_before=_wordings(language.roles, "cues_before", r"(?<!\w)(?:{})(?=\s+$)"),
        planned=re.compile(rf"(?<!\w)(?:{any_of(language.planned)})(?!\w)"),
        past=re.compile(rf"(?<!\w)(?:{any_of(language.past)})(?!\w)"),
        background=re.compile(
            rf"(?<!\w)(?:{'|'.join(normalise(one).plain for one in language.background) or NEVER})(?!\w)"
        ),
        part_before=re.compile(
            rf"(?<!\w)(?:\d[\d.,]*|{any_of(numerals)})(?:\s\w+){{0,2}}\s(?:{any_of(language.part_links)})\s$"
        ),
        part_link=re.compile(rf"\s+(?:{any_of(language.part_links)})\s+"),
        change_before=re.compile(rf"(?<!\w)({any_of(changes)})\s+(?:(?:{any_of(language.qualifiers_before)})\s+)?$"),
        changes=changes,
    )


def _any_pattern(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(normalise(one).plain for one in patterns) or NEVER, re.IGNORECASE)


def _counted(language: Language) -> list[str]:
    """What may follow a number in words: too poor to be read as anything but counted."""
    nouns = [noun for role in language.roles for noun in role.nouns]
    part_links = [link for link in language.part_links if " " in link]
    return [*language.classifiers, *language.durations, *nouns, *language.people.one, *part_links, *language.scales]


def _short_cues(language: Language) -> Iterator[str]:
    """Cues of roles, which are said of a noun and are no part of it."""
    return (cue for role in language.roles for cue in role.cues if cue.count(" ") < 2)


def _units(language: Language, currencies: Mapping[str, str]) -> tuple[Units, ...]:
    tables: tuple[tuple[str, Mapping[str, str]], ...] = (
        ("percent", dict.fromkeys(language.percentage_points, "pp")),
        ("percent", dict.fromkeys(language.percent, "%")),
        ("money", currencies),
        ("age", dict.fromkeys(language.ages, "year")),
        ("measure", language.measures),
        ("duration", language.durations),
    )
    return tuple(
        Units(
            kind,
            re.compile(rf"[\s-]?(?:{_unit_pattern(table)})"),
            {plain(wording): symbol for wording, symbol in table.items()},
        )
        for kind, table in tables
    )


def _wordings(roles: Sequence[Role], table: str, pattern: str) -> Wordings:
    """The wordings of one table of every role; of a wording that two roles have, the first role's."""
    meanings = {plain(wording): role for role in reversed(roles) for wording in getattr(role, table)}
    return Wordings(re.compile(pattern.format(any_of(meanings))), meanings)
