"""The rules that `mutations.py` takes away: functions, constants, and rows of the language tables."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Final

from attrs import frozen

Definition = ast.FunctionDef | ast.ClassDef | ast.Assign | ast.AnnAssign


@frozen
class Mutation:
    """A change of a source file that takes one rule away.

    Attributes
    ----------
    file : str
        In the package, with slashes.
    rule : str
        The function, method (``Class.method``) or constant.
    becomes : str
        The expression that the function returns, or that the constant is, instead.
    row : str or None
        Of a table, the row that is left out; `becomes` is then empty.
    """

    file: str
    rule: str
    becomes: str
    row: str | None = None

    @property
    def name(self) -> str:
        """The rule, for people."""
        place = f"{self.file.removesuffix('.py')}: {self.rule}"
        return f"{place} = {self.becomes}" if self.row is None else f"{place} without {self.row}"

    def applied_to(self, source: str) -> str:
        """The source without the rule."""
        definition = _definition(ast.parse(source), self.rule, self.file)
        if self.row is not None:
            return _without_row(source, definition, self.row)
        if isinstance(definition, ast.FunctionDef):
            return _with_body(source, definition, f"return {self.becomes}")
        return _replaced(source, _value_of(definition), self.becomes)


def _definition(tree: ast.Module, name: str, file: str) -> Definition:
    """The definition of a name; of ``Class.method`` the method."""
    inside: list[ast.stmt] = tree.body
    for part in name.split("."):
        found = next((one for one in inside if part in _names_of(one)), None)
        if not isinstance(found, Definition):
            raise SystemExit(f"{file} has no {name}: correct the list of rules")
        inside = found.body if isinstance(found, ast.ClassDef) else []
    return found


def _names_of(statement: ast.stmt) -> set[str]:
    match statement:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return {name}
        case ast.Assign(targets=targets):
            return {one.id for one in targets if isinstance(one, ast.Name)}
        case ast.AnnAssign(target=ast.Name(id=name)):
            return {name}
    return set()


def _value_of(definition: Definition) -> ast.expr:
    value = getattr(definition, "value", None)
    if not isinstance(value, ast.expr):
        raise SystemExit(f"line {definition.lineno} gives no value to its name")
    return value


def _with_body(source: str, function: ast.FunctionDef, statement: str) -> str:
    """The source with one statement as the body of a function, after its docstring."""
    body = function.body[1:] if ast.get_docstring(function) and len(function.body) > 1 else function.body
    lines = source.splitlines(keepends=True)
    first, last = body[0].lineno - 1, body[-1].end_lineno
    return "".join((*lines[:first], " " * body[0].col_offset, statement, "\n", *lines[last:]))


def _replaced(source: str, node: ast.expr, text: str) -> str:
    start, end = _span(source, node)
    return source[:start] + text + source[end:]


def _span(source: str, node: ast.expr) -> tuple[int, int]:
    """Offsets of a node; the parser counts bytes."""
    lines = source.splitlines(keepends=True)

    def offset(line: int, column: int) -> int:
        before = sum(map(len, lines[: line - 1]))
        return before + len(lines[line - 1].encode()[:column].decode())

    return offset(node.lineno, node.col_offset), offset(node.end_lineno or 0, node.end_col_offset or 0)


# ------------------------------------------------------------------------------ rows of tables


def rows_of(package: Path, table: str) -> Iterator[Mutation]:
    """One mutation for each row of a table, ``file: NAME``."""
    file, _, name = table.partition(": ")
    source = (package / file).read_text("utf-8")
    value = _value_of(_definition(ast.parse(source), name, file))
    for row in _rows(value):
        yield Mutation(file, name, "", row)


def _rows(value: ast.expr) -> list[str]:
    """The elements of a tuple, the keys of a mapping, or the phrases of ``words(...)`` and its like."""
    value = _listed(value)
    match value:
        case ast.Constant(value=str(listed)):
            return [" ".join(phrase.split()) for phrase in listed.split(",") if phrase.strip()]
        case ast.Dict(keys=keys):
            return [ast.unparse(key) for key in keys if key is not None]
        case ast.Tuple(elts=elements):
            return [ast.unparse(one) for one in elements if not isinstance(one, ast.Starred)]
    raise SystemExit(f"line {value.lineno} is not a table that can be read row by row")


def _listed(value: ast.expr) -> ast.expr:
    """What lists the rows: the argument of ``words(...)``, also as the last part of ``{**signs, **named(...)}``."""
    if isinstance(value, ast.Dict) and not any(value.keys) and isinstance(value.values[-1], ast.Call):
        value = value.values[-1]
    return value.args[0] if isinstance(value, ast.Call) else value


def _without_row(source: str, definition: Definition, row: str) -> str:
    inner = _listed(_value_of(definition))
    match inner:
        case ast.Constant(value=str(listed)):
            kept = (phrase for phrase in listed.split(",") if " ".join(phrase.split()) != row)
            return _replaced(source, inner, repr(",".join(kept)))
        case ast.Dict(keys=keys, values=values):
            pairs = zip(keys, values, strict=True)
            kept = [f"{ast.unparse(key)}: {ast.unparse(one)}" if key else f"**{ast.unparse(one)}" for key, one in pairs]
            kept = [one for one in kept if not one.startswith(f"{row}: ")]
            return _replaced(source, inner, "{" + ", ".join(kept) + "}")
        case ast.Tuple(elts=elements):
            kept = [ast.unparse(one) for one in elements if ast.unparse(one) != row]
            return _replaced(source, inner, "(" + "".join(f"{one}, " for one in kept) + ")")
    raise SystemExit(f"no row {row} at line {definition.lineno}")


def _tables(language: str, names: Mapping[str, str]) -> Iterator[str]:
    for file, listed in names.items():
        yield from (f"languages/{language}/{file}.py: {name}" for name in re.findall(r"\w+", listed))


# Tables of which each row is a rule. Lists of nouns, cues and names are vocabulary.
TABLES: Final = tuple(
    chain(
        _tables("vi", {
            "context": "BACKGROUND BACK_REFERENCES",
            "page": "FURNITURE ENDS_ARTICLE CREDITS",
            "not_figures": "NOT_COUNTED NOT_FIGURES",
            "nouns": "NUMBER_OF",
            "qualifiers": "QUALIFIERS_BEFORE QUALIFIERS_AFTER RANGE_PAIRS STEP_WORDS",
            "roles": "NOT_CUES DENIALS",
        }),
        _tables("en", {
            "context": "BACKGROUND",
            "page": "FURNITURE ENDS_ARTICLE CREDITS",
            "not_figures": "NOT_FIGURES",
            "nouns": "NUMBER_OF TOLLS",
            "qualifiers": "QUALIFIERS_BEFORE QUALIFIERS_AFTER RANGE_PAIRS STEP_ENDS",
            "roles": "NOT_CUES DENIALS",
        }),
    )
)  # fmt: skip

# The folders of tests that touch a room, tried after the tests of the module itself.
TESTS_OF_ROOM: Final[Mapping[str, tuple[str, ...]]] = {
    "articles": ("tests/articles",),
    "copies": ("tests/copies",),
    "events": ("tests/events",),
    "figures": ("tests/figures", "tests/languages"),
    "interfaces": ("tests/interfaces",),
    "kernels": ("tests/kernels", "tests/copies", "tests/events"),
    "languages": ("tests/languages/test_rows.py", "tests/languages", "tests/figures", "tests/text", "tests/records"),
    "records": ("tests/records", "tests/test_consolidate.py"),
    "text": ("tests/text", "tests/figures", "tests/languages"),
}


# What each rule becomes when it is taken away, by file.
_BECOMES: Final[Mapping[str, Mapping[str, str]]] = {
    "copies/find.py": {
        "_equal_texts": "verified_pairs(*[np.zeros(0, np.int64)] * 4)",
        "_may_reach": "np.zeros(len(pairs), np.bool_)",
        "_containing_pairs": "np.zeros((0, 2), np.int64)",
    },
    "copies/lsh.py": {"RECALL": "0.5", "BUCKET_CAP": "1 << 40", "_maybe_repeated": "np.zeros(len(hashes), np.bool_)"},
    "copies/pairs.py": {"ordered": "np.arange(len(keys), dtype=np.int64)"},
    "copies/relations.py": {
        "rank_by_size": "np.asarray(order, np.int64)",
        "excerpt_links": "_first_of_each(_both_directions(excerpts)[:0])",
    },
    "events/answers/assign.py": {"REPRINT": "9.0", "_TERMS_KEPT": "8"},
    "events/evidence/second_pass.py": {"_TRUE_SHARE": "0.003", "_PRIOR_PAIRS": "0.0", "_HALFWAY": "10**9"},
    "events/answers/comparison.py": {
        "_LEAST_SENTENCE": "1",
        "_is_term": "True",
        "_is_part": "False",
        "_TokenisedSentence._within_number": "False",
        "Rarity.is_rare": "True",
    },
    "events/grouping/cut.py": {"_HALVING": "10_000", "_SECOND_WEIGHTS": "(0.0, 0.0)", "_RISE": "0.0", "_TIE": "0.0"},
    "events/evidence/gather.py": {
        "_USUAL_WEIGHT": "0",
        "_LEAST_DETAILS": "0",
        "quoting_pairs": "np.zeros((0, 2), np.int64)",
        "background_of": "None",
        "_clash": "np.zeros(len(alike))",
    },
    "events/answers/explain.py": {"shortened": "', '.join(words)", "_copy_notes": "iter(())"},
    "events/find.py": {
        "_template_pairs": "np.zeros(len(copies.pairs), np.bool_)",
        "_excerpt_pairs": "np.zeros((0, 2), np.int64)",
        "_canonical_order": "np.arange(len(copies.representative_rows))",
    },
    "events/grouping/linkage.py": {"SEPARATION_PENALTY": "0.0"},
    "events/reading/reports.py": {"near_in_time": "np.ones(len(one), np.bool_)"},
    "events/evidence/templates.py": {"_LEAST_DICE": "2.0", "_LEAST_RATIO": "0.0", "_LEAST_MISSING": "0"},
    "events/evidence/terms.py": {"HEAVIEST": "4", "NEAREST": "1", "BUDGET": "1"},
    "events/reading/views.py": {"_abbreviations": "np.zeros(0, np.uint32)", "_HEADLINE": "0"},
    # The rules of reading have examples: tests/figures/read/test_rules.py takes each away. These are within rules.
    "figures/read/attributions.py": {"_is_dash": "False"},
    "figures/read/mentioned.py": {"_as_part_of_list": "claim"},
    "figures/read/nouns.py": {"_name_within": "None", "_is_last": "False"},
    "figures/read/patterns.py": {"counts_incidents": "False"},
    "figures/read/rules/carried.py": {"_are_near": "True"},
    "figures/read/rules/counted.py": {"_listed_noun": "None"},
    "figures/read/rules/people.py": {"_is_shared": "False", "past_apposition": "i"},
    "figures/read/rules/qualifiers.py": {"qualifier_end": "0"},
    "figures/read/rules/subjects.py": {"_named_toll": "None", "_named_number": "None", "_before_time": "end"},
    "figures/reconcile/alignment/evidence.py": {
        "_too_far_apart": "None",
        "_obstacle_of_rivals": "None",
        "_obstacle_of_loose_values": "None",
        "_are_of_one_sentence": "False",
        "matched": "evidence",
    },
    "figures/reconcile/alignment/naming.py": {"_synonyms": "{}", "_without_classifier": "words"},
    "figures/reconcile/alignment/subjects.py": {"_is_schedule": "False", "_person_beside": "frozenset()"},
    "figures/reconcile/compatibility.py": {"is_rounding": "False", "is_rough": "False", "_firm_place": "None"},
    "figures/reconcile/day_evidence.py": {"_LEAD_CHARS": "10**9", "_NEAR_CHARS": "10**9"},
    "figures/reconcile/people_counts.py": {"_MOST_VALUES": "10**9", "_scopes_agree": "True", "_is_series": "False"},
    "figures/reconcile/tolls.py": {
        "lesser_tolls": "frozenset()",
        "is_part_of_toll": "False",
        "_counts_some": "False",
        "_is_grave": "False",
    },
    "figures/reconcile/origins.py": {"_shared_sentences": "{}"},
    "figures/reconcile/outcomes.py": {
        "with_outcomes": "list(figures)",
        "_is_open": "False",
        "_are_later": "True",
        "_name_different_people": "False",
    },
    "figures/reconcile/verdict.py": {
        "_by_rounding": "None",
        "_by_loose_words": "None",
        "_around_one_value": "None",
        "_superseded": "None",
        "_gives_another_value": "True",
    },
    "figures/reconcile/wholes.py": {"with_wholes": "list(figures)"},
    "records/holders.py": {"_NAME_WORDS": "range(1, 9)", "_SURE_WORDS": "1"},
    "records/places.py": {"_place_within": "None"},
    "records/quotes.py": {"_FEWEST_WORDS": "0", "_SAME_QUOTE": "1.1"},
    "records/summary.py": {
        "_MOST_UNSHARED": "99",
        "_MOST_REPEATED": "1.0",
        "_LEAST_UNSHARED": "0.0",
        "_FIGURE_WORTH": "0.0",
        "_LENGTH_PRIOR": "0",
    },
    "text/furniture.py": {"_is_signature": "False", "_are_names": "False", "_is_markup": "False", "_LAST_PART": "1.0"},
    "text/places.py": {"dateline": "None", "_names_a_person": "False", "_may_be_in_place": "True"},
    "text/sentences.py": {"abbreviations": "()", "_LONGER": "0"},
    "text/normal_form.py": {"with_tones_in_place": "text"},
    "text/dates/reader.py": {
        "_is_reported": "False",
        "_is_lower_case": "False",
    },
    "text/dates/printed.py": {"_is_dotted": "False", "_LARGEST_PART": "0"},
    "text/dates/years.py": {"_WEIGHT_AHEAD": "1"},
}

RULES: Final = tuple(
    Mutation(file, rule, becomes) for file, rules in _BECOMES.items() for rule, becomes in rules.items()
)
