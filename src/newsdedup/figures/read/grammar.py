"""The tables of a language compiled into the patterns that reading the meaning of its numbers needs."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from newsdedup.languages import Language, Role
from newsdedup.text.normal_form import normalise
from newsdedup.text.numbers.grammar import NumberGrammar, number_grammar_of, numerals_of
from newsdedup.text.numbers.units import Unit, money_signs_of, units_of
from newsdedup.text.numbers.words import SPACE
from newsdedup.text.phrases import NEVER, Ending, any_of, ending, opening, plain, whole_words, word_search

LEFT_REACH = 40  # characters before a number in which words can give its meaning


@frozen
class AmountGrammar:
    """Patterns of what can belong to a number: units, money, qualifiers, changes."""

    units: Mapping[str, Unit]
    half: re.Pattern[str]  # half of a unit
    parts: frozenset[str]  # the units of hundredth parts
    parts_joint: re.Pattern[str]  # words that join hundredth parts to money, or a smaller unit to a larger
    part_after: re.Pattern[str]  # the name of hundredth parts
    sign: re.Pattern[str]  # a sign of money before digits
    one_before: Ending  # one whole of money
    name_before: Ending  # a name of money
    weighing_before: Ending  # a word of weighing
    measure_before: Ending  # a unit of measure
    percent_before: Ending  # "per cent of"
    step_to: re.Pattern[str]  # words between two amounts of which only the second has a unit ("từ 4,8 lên 5,3%")
    qualifiers: Mapping[str, str]
    qualifier_after: re.Pattern[str]
    changes: Mapping[str, str]  # cues of change, and ``up`` or ``down``


@frozen
class NounGrammar:
    """Nouns of what is counted or measured."""

    start: re.Pattern[str]  # a word that begins a noun of its own
    compound: re.Pattern[str]  # a noun of several words, one of which would otherwise end it
    compound_count: re.Pattern[str]  # the hyphen of "15-member"
    ends: frozenset[str]  # words that are not part of a noun, so that they end it
    plural: re.Pattern[str]  # the ending of a plural
    classifier: re.Pattern[str]  # nouns too unspecific to name a quantity
    counter: re.Pattern[str]  # words that count people, after white space
    listed_counter: re.Pattern[str]  # classifiers and words that count people, in a list of counts
    listed: re.Pattern[str]  # nouns that are counted together
    group: re.Pattern[str]  # nouns that are a number of people
    determiner_before: re.Pattern[str]
    subject_verbs: frozenset[str]  # words that make a clause of what might be the noun before a number
    link: re.Pattern[str]  # words between an amount and its noun
    loose_link: re.Pattern[str]  # such words if the amount has no noun before it
    quantity: re.Pattern[str]  # nouns of what is measured or paid
    not_quantities: frozenset[str]  # phrases that contain such a noun and are not one
    number_of: tuple[Ending, ...]  # clauses that name a quantity before its number
    levels_of: tuple[Ending, ...]  # clauses of which a number without a noun is the level


@frozen
class RoleWordings:
    """The wordings of all roles in one pattern, and which role each gives."""

    pattern: re.Pattern[str]
    meanings: Mapping[str, Role]

    def role(self, match: re.Match[str]) -> Role | None:
        """The role of what was matched; None of what only begins like one of its words."""
        return self.meanings.get(" ".join(match.group().split()))


@frozen
class RoleGrammar:
    """What gives a number its role."""

    nouns: RoleWordings
    cues: RoleWordings
    cues_before: RoleWordings
    cue_after: re.Pattern[str]  # a cue right after a noun
    denied_before: re.Pattern[str]  # a word before a number that takes its role away
    part_before: Ending  # a part before a whole
    part_link: re.Pattern[str]  # what links a part and its whole ("2 of the 5")


@frozen
class ClauseGrammar:
    """How clauses go on and end."""

    end: re.Pattern[str]
    and_word: re.Pattern[str]
    restated: re.Pattern[str]  # words between an amount and the same amount in other words
    step_end: re.Pattern[str]  # words between a step and the level that it led to
    date_link: re.Pattern[str]  # words between a number and its date


@frozen
class Grammar:
    """Patterns of one language, all for folded text.

    A pattern named ``*_before`` matches a span that ends where the search ends; the others
    match from where they are tried.
    """

    language: Language
    numbers: NumberGrammar
    amounts: AmountGrammar
    nouns: NounGrammar
    roles: RoleGrammar
    clauses: ClauseGrammar
    planned: re.Pattern[str]  # cues of what is to come
    past: re.Pattern[str]  # cues of what has happened
    background: re.Pattern[str]  # cues of other events
    back_reference: re.Pattern[str]  # words by which a sentence continues the counts of the one before it
    ordinal_before: Ending  # what makes a number a rank
    not_counted: re.Pattern[str]  # a noun that makes a number a part of a name
    not_figure: re.Pattern[str]  # spans that count nothing
    # such spans after certain words only, with these words
    not_figure_after: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    any_not_figure_after: re.Pattern[str]  # any of these


@functools.cache
def grammar_of(language: Language) -> Grammar:
    """The compiled tables of a language."""
    return Grammar(
        language=language,
        numbers=number_grammar_of(language),
        amounts=_amount_grammar(language),
        nouns=_noun_grammar(language),
        roles=_role_grammar(language),
        clauses=_clause_grammar(language),
        planned=re.compile(whole_words(language.planned, not_before=r"\w")),
        past=re.compile(_spoken(language.past)),
        background=re.compile(rf"{opening(_any_pattern(language.background))}(?!\w)"),
        back_reference=re.compile(whole_words(language.back_references, not_before=r"\w")),
        ordinal_before=ending(
            rf"(?<!\w){_not_after(language.ordinal_not_after)}(?:{any_of(language.ordinal_before)})\s*$",
            language.ordinal_before,
        ),
        not_counted=re.compile(rf"\s?(?:{any_of(language.not_counted)})(?!\w)"),
        not_figure=re.compile(_any_pattern(language.not_figures)),
        not_figure_after=tuple(
            (re.compile(normalise(pattern).plain), re.compile(rf"(?<!\w)(?:{any_of(before)})(?:\s\w+){{0,2}}\s$"))
            for pattern, before in language.not_figures_after.items()
        ),
        any_not_figure_after=re.compile(_any_pattern(language.not_figures_after)),
    )


def _not_after(phrases: Iterable[str]) -> str:
    """A pattern that none of these phrases comes right before."""
    return "".join(rf"(?<!{re.escape(plain(phrase))} )" for phrase in phrases)


def _any_pattern(patterns: Iterable[str]) -> str:
    return "|".join(normalise(one).plain for one in patterns) or NEVER


# ------------------------------------------------------------------------------------- amounts


def _amount_grammar(language: Language) -> AmountGrammar:
    table, joints = language.numerals, language.parts_joint
    names = any_of({*language.currencies, *language.currency_parts} - language.noun_ends)
    before = rf"(?:(?:{any_of(language.qualifiers_before)})\s+)?$"
    return AmountGrammar(
        units=units_of(language),
        half=re.compile(rf"{SPACE}(?:{any_of(table.unit_halves)})(?!\w)"),
        parts=frozenset(language.currency_parts.values()),
        parts_joint=re.compile(rf"{SPACE}(?:(?:{any_of(joints)}){SPACE})?(?=\w)"),
        part_after=re.compile(rf"{SPACE}?(?:{any_of((*language.currency_parts, *language.part_letters))})(?!\w)"),
        sign=re.compile(rf"(?:{any_of(money_signs_of(language))}){SPACE}?(?=\d)"),
        one_before=ending(
            rf"(?<!\w)(?:{any_of(table.articles)}){SPACE}+({any_of(language.currencies)}){SPACE}+"
            rf"(?:(?:{any_of(joints)}){SPACE}+)?$",
            (*language.currencies, *joints),
        ),
        name_before=ending(rf"(?<![\w.,])(?<!\d )({names}){SPACE}$", (*language.currencies, *language.currency_parts)),
        weighing_before=ending(
            rf"(?<!\w)(?:{any_of(language.weighing)})\s+{before}", (*language.weighing, *language.qualifiers_before)
        ),
        measure_before=ending(rf"(?<!\w)({any_of(language.measures_before)})\s+$", language.measures_before),
        percent_before=ending(rf"(?<!\w)(?:{any_of(language.percent_before)})\s+$", language.percent_before),
        step_to=re.compile(rf"{SPACE}(?:{any_of(language.step_words)}){SPACE}"),
        qualifiers=_folded({**language.qualifiers_before, **language.qualifiers_after}),
        qualifier_after=re.compile(
            rf"\s*({any_of(language.qualifiers_after)})(?!\w)(?!{SPACE}+(?:[^\W\d_]+{SPACE}+)?[<>]?\d)"
        ),
        changes=_folded({**dict.fromkeys(language.up, "up"), **dict.fromkeys(language.down, "down")}),
    )


def _folded(table: Mapping[str, str]) -> dict[str, str]:
    return {plain(wording): meaning for wording, meaning in table.items()}


# ------------------------------------------------------------------------------------- nouns


def _noun_grammar(language: Language) -> NounGrammar:
    people, determiner = language.people, any_of(language.people.determiners)
    compounds = (one for one in (*language.classifiers, *language.compounds) if " " in one)
    return NounGrammar(
        start=re.compile(rf"\s?(?:{any_of(language.noun_starts)})(?!\w)"),
        compound=re.compile(rf"(?:{any_of(compounds)})(?!\w)"),
        compound_count=re.compile(rf"-(?=(?:{any_of(language.compound_counts)})(?!\w))"),
        ends=frozenset(plain(word) for word in (*language.noun_ends, *_short_cues(language))),
        plural=_plural(language),
        classifier=re.compile(rf"(?:{any_of(language.classifiers)})(?!\w)"),
        counter=re.compile(rf"\s(?:{any_of(people.counters)})(?!\w)"),
        listed_counter=re.compile(rf"\s(?:{any_of((*language.classifiers, *people.counters))})(?!\w|\s\d)"),
        listed=re.compile(rf"(?:{any_of(language.noun_lists)})(?!\w)"),
        group=re.compile(rf"(?:{any_of(people.groups)})(?!\w)"),
        determiner_before=re.compile(rf"(?<!\w)(?:{determiner})\s+$"),
        subject_verbs=frozenset(map(plain, language.subject_verbs)),
        link=re.compile(rf"\s+(?:{any_of(language.noun_links)})(?:\s+(?:{determiner})(?!\w))?(?=\s)"),
        loose_link=re.compile(rf"\s+(?:{any_of(language.loose_noun_links)})(?=\s)"),
        quantity=re.compile(rf"(?<!\w)(?:{any_of((*language.quantities, *language.not_quantities))})(?!\w)"),
        not_quantities=frozenset(map(plain, language.not_quantities)),
        number_of=tuple(ending(normalise(clause).plain, ends or None) for clause, ends in language.number_of.items()),
        levels_of=tuple(ending(normalise(clause).plain, None) for clause in language.levels_of),
    )


def _short_cues(language: Language) -> Iterator[str]:
    """Cues of roles, which describe a noun and are not part of it."""
    return (cue for role in language.roles for cue in role.cues if cue.count(" ") < 2)


def _plural(language: Language) -> re.Pattern[str]:
    """Finds the end of a plural."""
    excepted = "".join(rf"(?<!{re.escape(ending)})" for ending in language.not_plural)
    return re.compile(rf"(?:{any_of(language.plural_endings)}){excepted}$")


# ------------------------------------------------------------------------------------- roles and clauses


def _role_grammar(language: Language) -> RoleGrammar:
    determiner, links = any_of(language.people.determiners), any_of(language.part_links)
    return RoleGrammar(
        nouns=_role_wordings(language.roles, "nouns", lambda words: rf"(?:{any_of(words)})(?!\w)"),
        cues=_role_wordings(language.roles, "cues", _spoken, language.not_cues),
        cues_before=_role_wordings(
            language.roles, "cues_before", lambda words: _spoken(words, rf"(?=\s+(?:(?:{determiner})\s+)?$)")
        ),
        cue_after=re.compile(rf"\s(?:{any_of(cue for role in language.roles for cue in role.cues)})(?!\w)"),
        denied_before=re.compile(_spoken(language.denials, r"\s+(?:\w+\s+)?$")),
        part_before=ending(
            rf"(?<!\w)(?:\d[\d.,]*|{any_of(numerals_of(language))})(?:\s\w+){{0,2}}\s(?:{links})\s$",
            language.part_links,
        ),
        part_link=re.compile(rf"\s+(?:{links})\s+"),
    )


def _role_wordings(
    roles: Sequence[Role], table: str, pattern: Callable[[Collection[str]], str], others: Iterable[str] = ()
) -> RoleWordings:
    """The wordings of one table of every role; of a wording that two roles have, the first role's."""
    meanings = {plain(wording): role for role in reversed(roles) for wording in getattr(role, table)}
    return RoleWordings(re.compile(pattern((*meanings, *others))), meanings)


def _spoken(phrases: Collection[str], after: str = "") -> str:
    """Words of a table, for a search; no letter may come right before them."""
    return word_search(phrases, after, not_before=r"\w")


def _clause_grammar(language: Language) -> ClauseGrammar:
    table = language.numerals
    counting = table.words if table.before_any_noun else {}
    several = [word for word, value in counting.items() if value > 1 and word not in table.nouns]
    return ClauseGrammar(
        end=re.compile(rf"[.;:!?\r\n()]|,(?!\d)|\d|(?<!\w)(?:{any_of((*language.and_words, *several))})(?!\w)"),
        and_word=re.compile(rf"\s+(?:{any_of(language.and_words)})\s+"),
        restated=re.compile(rf",?\s+(?:{any_of(language.restated_by)})\s+"),
        step_end=re.compile(rf",?\s+(?:{any_of(language.step_ends)})\s+"),
        date_link=re.compile(rf"\s*(?:(?:{any_of(language.dates.links)})\s+)?$"),
    )
