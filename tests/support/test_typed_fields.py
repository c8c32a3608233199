from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from attrs import field, frozen

import newsdedup as nd
from newsdedup import languages
from newsdedup.support.typed_fields import typed_fields


@frozen(kw_only=True, field_transformer=typed_fields)
class Table:
    words: tuple[str, ...] = ()
    letters: frozenset[str] = frozenset()
    values: Mapping[str, int] = field(factory=dict)
    pairs: Mapping[str, tuple[int, int]] = field(factory=dict)
    groups: tuple[tuple[str, ...], ...] = ()
    size: int = 0
    is_open: bool = False
    role: nd.Role = field(factory=lambda: nd.Role(name="dead"))
    upper: str = field(default="", converter=str.upper)


def test_lists_become_tuples_and_sets_frozen_ones() -> None:
    table = Table(words=["a"], groups=[["a", "b"]], letters=["a", "a"], values={"a": 1}, pairs={"a": [1, 2]})  # type: ignore[arg-type, list-item, dict-item]
    assert (table.words, table.groups, table.letters) == (("a",), (("a", "b"),), frozenset("a"))
    assert table.values == {"a": 1}


def test_a_converter_of_a_fields_own_stays() -> None:
    assert Table(upper="a").upper == "A"


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"words": "lễ"}, r"^words='lễ' is one string: give a list, words=\['lễ'\]$"),
        ({"words": 5}, "^words=5 is of type int: give a list"),
        ({"words": ["a", 5]}, "^words: 5 is of type int: give a str"),
        ({"words": {"a"}}, "^words={'a'} is of type set: give a list"),
        ({"groups": ["ab"]}, "^groups='ab' is one string"),
        ({"letters": "ab"}, "^letters='ab' is of type str: give a set"),
        ({"values": ["a"]}, r"^values=\['a'\] is of type list: give a mapping"),
        ({"values": {"a": "1"}}, "^values: '1' is of type str: give a whole number"),
        ({"values": {5: 1}}, "^values: 5 is of type int: give a str"),
        ({"pairs": {"a": (1, 2, 3)}}, r"^pairs holds \(1, 2, 3\): give 2 values"),
        ({"size": True}, "^size: True is of type bool: give a whole number"),
        ({"is_open": 1}, "^is_open: 1 is of type int: give True or False"),
        ({"role": "dead"}, "^role: 'dead' is of type str: give a Role"),
    ],
)
def test_a_value_of_another_type_is_an_error_that_names_the_field(wrong: dict[str, Any], message: str) -> None:
    with pytest.raises(nd.SettingError, match=message):
        Table(**wrong)


def test_a_role_is_given_its_words_in_a_list() -> None:
    with pytest.raises(nd.SettingError, match=r"^cues='lễ' is one string: give a list, cues=\['lễ'\]$"):
        nd.Role(name="guests", cues="lễ")  # type: ignore[arg-type]
    assert nd.Role(name="guests", cues=["lễ"]).cues == ("lễ",)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("data", "message"),
    [(None, "data=None is not a mapping"), ({}, "data has no 'name'"), ({"name": "x", "cue": []}, "data has 'cue'")],
)
def test_the_data_of_a_role_is_checked(data: Any, message: str) -> None:
    with pytest.raises(nd.SettingError, match=message):
        nd.Role.from_data(data)


def test_the_tables_of_a_language_are_checked() -> None:
    with pytest.raises(nd.SettingError, match=r"^months: 'June' is of type str: give a whole number"):
        languages.Dates(months={"june": "June"})  # type: ignore[dict-item]
