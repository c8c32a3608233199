"""Every rule has examples that need it, and counter-examples in which it finds nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

import newsdedup as nd
from newsdedup.articles.article import Article
from newsdedup.articles.moments import moment_of
from newsdedup.figures.claim import FigureClaim, Scope
from newsdedup.figures.read.engine import Example, Rule, Step, rules_of
from newsdedup.figures.read.extract import figures_on
from newsdedup.figures.read.rules.table import STEPS
from newsdedup.text.page import page_of

RULES = rules_of(STEPS)
ALWAYS = tuple(Step(step.name, tuple(evolve(rule, needs=0) for rule in step.rules), step.is_of_all) for step in STEPS)


def figures(example: Example, steps: Sequence[Step] = STEPS) -> list[FigureClaim]:
    article = Article(example.text, language=example.language, published_at=moment_of(example.published))
    return [claim for claim in figures_on(page_of(article), steps) if claim.kind != "date"]


def has(claim: FigureClaim, name: str, wanted: Any) -> bool:
    value = getattr(claim, name)
    if isinstance(value, Scope):
        return wanted in (value.place, value.level)
    return bool(value == (Decimal(str(wanted)) if isinstance(value, Decimal) else wanted))


def is_read(example: Example, claim: FigureClaim) -> bool:
    return all(has(claim, name, wanted) for name, wanted in example.fields.items())


def holds(example: Example, steps: Sequence[Step] = STEPS) -> bool:
    """Whether a claim is read that has the fields; with none, whether nothing is read."""
    found = figures(example, steps)
    return any(is_read(example, claim) for claim in found) if example.fields else not found


def fired(example: Example) -> Iterator[tuple[str, nd.FigureTrace]]:
    for trace in nd.explain_figures(example.text, language=example.language, published_at=example.published):
        yield from ((step.rule, trace) for step in trace.steps)


def cases(table: str) -> list[Any]:
    return [
        pytest.param(rule, example, id=f"{rule.name}: {example.text}")
        for rule in RULES
        for example in getattr(rule, table)
    ]


def test_each_rule_has_a_name_of_its_own() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_without_the_rule_one_of_its_examples_is_read_otherwise(rule: Rule) -> None:
    without = tuple(step.without(rule.name) for step in STEPS)
    assert any(not holds(example, without) for example in rule.examples)


@pytest.mark.parametrize(("rule", "example"), cases("examples"))
def test_an_example_is_read_by_its_rule(rule: Rule, example: Example) -> None:
    assert holds(example)
    readings = [trace for name, trace in fired(example) if name == rule.name]
    # a number that a rule sets aside may be part of a mention of people, whose claim has the fields
    assert any(one.claim is None or is_read(example, one.claim) for one in readings)


@pytest.mark.parametrize(("rule", "example"), cases("counter_examples"))
def test_a_rule_finds_nothing_in_its_counter_examples(rule: Rule, example: Example) -> None:
    assert rule.name not in [name for name, _ in fired(example)]


@pytest.mark.parametrize(("rule", "example"), [*cases("examples"), *cases("counter_examples")])
def test_no_rule_would_find_more_in_sentences_without_the_tags_that_it_needs(rule: Rule, example: Example) -> None:
    assert figures(example, ALWAYS) == figures(example)
