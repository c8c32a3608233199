from __future__ import annotations

from typing import Any

from newsdedup.figures.read.engine import Rule, Step, apply, rules_of


class Draft:
    """A draft of a count with one field, in a sentence with the tags 1 and 2."""

    tags = 3
    kind = "count"
    is_aside = False
    noun: str | None = None
    seen: tuple[str, ...] = ()


def rule(name: str, needs: int = 0, kinds: tuple[str, ...] = (), matched: Any = True, **fields: Any) -> Rule:
    def match(draft: Draft) -> Any:
        draft.seen = (*draft.seen, name)
        return matched

    return Rule(name, match, lambda *_: fields, needs, kinds)


def test_of_a_step_the_first_rule_that_finds_something_decides() -> None:
    draft = Draft()
    assert apply([Step("noun", (rule("a", matched=None), rule("b", noun="men"), rule("c", noun="women")))], draft)
    assert (draft.noun, draft.seen) == ("men", ("a", "b"))


def test_of_a_step_of_all_every_rule_adds_its_part() -> None:
    draft = Draft()
    apply([Step("noun", (rule("a", noun="men"), rule("b", noun="women")), is_of_all=True)], draft)
    assert (draft.noun, draft.seen) == ("women", ("a", "b"))


def test_a_rule_is_tried_only_where_the_sentence_has_a_tag_that_it_needs() -> None:
    draft = Draft()
    apply([Step("noun", (rule("a", needs=4), rule("b", needs=2 | 8, noun="men")))], draft)
    assert draft.seen == ("b",)


def test_a_rule_is_tried_only_for_the_kinds_of_amounts_that_it_is_for() -> None:
    draft = Draft()
    apply([Step("noun", (rule("a", kinds=("money",)), rule("b", kinds=("money", "count"), noun="men")))], draft)
    assert draft.seen == ("b",)


def test_of_a_step_of_all_a_rule_may_change_the_kind_for_the_next() -> None:
    draft = Draft()
    apply(
        [Step("unit", (rule("a", kind="money"), rule("b", kinds=("money",)), rule("c", kinds=("count",))), True)], draft
    )
    assert draft.seen == ("a", "b")


def test_a_rule_that_finds_a_false_value_applies() -> None:
    draft = Draft()
    apply([Step("noun", (rule("a", matched=0, noun="men"),))], draft)
    assert draft.noun == "men"


def test_a_draft_that_is_set_aside_goes_through_no_further_step() -> None:
    draft = Draft()
    steps = [Step("aside", (rule("a", is_aside=True),)), Step("noun", (rule("b"),))]
    assert not apply(steps, draft)
    assert draft.seen == ("a",)


def test_a_step_without_a_rule_keeps_the_others_in_order() -> None:
    step = Step("noun", (rule("a"), rule("b"), rule("c")), is_of_all=True)
    shorter = step.without("b")
    assert [one.name for one in rules_of([shorter, step])] == ["a", "c", "a", "b", "c"]
    assert shorter.is_of_all
