"""A rule is a value: what it needs, what it finds, what it makes of it, and the examples that prove it.

Reading fills in a draft, step by step. A step is a row of rules in the order in which they are tried: of most steps
the first rule that finds something decides, of some every rule adds its part.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from attrs import field, frozen

Fields = Mapping[str, Any]
"""What a rule makes: values of fields of the draft."""


@frozen
class Example:
    """A text and what a claim read from it has."""

    language: str  # ISO 639-1 code
    text: str
    fields: Fields = field(factory=dict)  # of one of its claims; empty where the rule makes a number count nothing
    published: str | None = None  # ISO date


@frozen(eq=False)
class Rule:
    """One rule of reading.

    Attributes
    ----------
    name : str
        What it finds, in a few words; unique.
    needs : int
        Tags of which the sentence must have one; 0 if the rule is tried in every sentence.
    kinds : tuple of str
        Kinds of amounts for which it is tried; empty if for all.
    match : callable
        What it finds for a draft, in a form of its own; None where it does not apply.
    make : callable
        The fields of the draft that follow from it.
    examples : tuple of Example
        Texts that have a claim, or have none, only by this rule.
    counter_examples : tuple of Example
        Texts in which it finds nothing.
    """

    name: str
    match: Callable[[Any], Any]
    make: Callable[[Any, Any], Fields]
    needs: int = 0
    kinds: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    counter_examples: tuple[Example, ...] = ()

    def is_for(self, kind: str) -> bool:
        """Whether it is tried for amounts of a kind."""
        return not self.kinds or kind in self.kinds


class _Tried(dict[tuple[int, str], tuple[Rule, ...]]):
    """The rules of a step that are tried, by the tags of the sentence that any of them needs and the kind of amount.

    A rule of a step of all may change the kind, so that there the kind decides nothing before.
    """

    def __init__(self, rules: tuple[Rule, ...], *, is_of_all: bool) -> None:
        self.rules, self.is_of_all = rules, is_of_all

    def __missing__(self, key: tuple[int, str]) -> tuple[Rule, ...]:
        tags, kind = key
        in_sentence = (rule for rule in self.rules if not rule.needs or rule.needs & tags)
        self[key] = found = tuple(rule for rule in in_sentence if self.is_of_all or rule.is_for(kind))
        return found


@frozen(eq=False)
class Step:
    """Rules that decide the same question about a draft."""

    name: str
    rules: tuple[Rule, ...]
    is_of_all: bool = False  # whether every rule that applies adds its part; else the first one decides
    needs: int = field(init=False)  # the tags that any of its rules needs
    tried: _Tried = field(init=False, repr=False)

    @needs.default
    def _all_needs(self) -> int:
        return functools.reduce(operator.or_, (rule.needs for rule in self.rules), 0)

    @tried.default
    def _none_tried_yet(self) -> _Tried:
        return _Tried(self.rules, is_of_all=self.is_of_all)

    def without(self, name: str) -> Step:
        """The step without one rule."""
        return Step(self.name, tuple(rule for rule in self.rules if rule.name != name), self.is_of_all)


def apply(steps: Iterable[Step], draft: Any) -> bool:
    """Fill in a draft; whether it is still read at the end (a rule may set ``draft.is_aside``)."""
    tags = draft.tags
    for step in steps:
        rules = step.tried[tags & step.needs, draft.kind]
        if not rules:
            continue
        for rule in rules:
            if step.is_of_all and not rule.is_for(draft.kind):
                continue
            matched = rule.match(draft)
            if matched is not None:
                for name, value in rule.make(draft, matched).items():
                    setattr(draft, name, value)
                if not step.is_of_all:
                    break
        if draft.is_aside:
            return False
    return True


def rules_of(steps: Sequence[Step]) -> tuple[Rule, ...]:
    """Every rule of some steps, in order."""
    return tuple(rule for step in steps for rule in step.rules)
