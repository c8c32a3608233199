"""The words of the desk page in its languages."""

from __future__ import annotations

import json
import re
from importlib import resources
from string import Template
from typing import Any

import pytest

from newsdedup.interfaces.desk_page.catalogue import ENGLISH, LANGUAGES, catalogue_of, language_of_page
from newsdedup.interfaces.wording import STATUS_LABELS
from newsdedup.languages import known_roles
from newsdedup.support.settings import CopySettings, EventSettings, ReconcileSettings, StoreSettings, as_data

FOLDER = resources.files("newsdedup.interfaces.desk_page")
VIETNAMESE = catalogue_of("vi")


def holes(text: Any) -> set[str]:
    """The parts that are filled in, in a text or in all its plural forms."""
    return set(re.findall(r"\{\w+\}", json.dumps(text)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_the_same_texts_with_the_same_parts(language: str) -> None:
    texts = catalogue_of(language).texts
    assert {name: holes(text) for name, text in texts.items()} == {n: holes(t) for n, t in ENGLISH.texts.items()}
    assert set(catalogue_of(language).settings) == set(ENGLISH.settings)
    assert set(catalogue_of(language).setting_values) == set(ENGLISH.setting_values)


def test_each_text_that_the_page_names_exists_and_each_text_is_named() -> None:
    script = "".join(one.read_text("utf-8") for one in FOLDER.joinpath("script").iterdir())
    named = set(re.findall(r"""(?:say|counted)\(\s*"(\w+)""", script))
    named |= {
        name.removeprefix("text_")
        for name in Template(FOLDER.joinpath("page.html").read_text("utf-8")).get_identifiers()
    }
    chosen = {name for pair in re.findall(r'say\(\w+ \? "(\w+)" : "(\w+)"', script) for name in pair}
    meanings = {f"meaning_{status}" for status in STATUS_LABELS}
    others = {"language", "policy", "style", "index", "script", "unfolded"}
    assert named | chosen | meanings == set(ENGLISH.texts) | others


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_setting_has_a_name(language: str) -> None:
    settings = as_data(CopySettings(), EventSettings(), ReconcileSettings(), StoreSettings())
    assert set(settings) - set(catalogue_of(language).settings) == set()


def test_statuses_and_roles_have_words() -> None:
    words = [label.word for label in STATUS_LABELS.values()] + [name.replace("_", " ") for name in known_roles()]
    assert [one for one in words if VIETNAMESE.of(one) == one] == []


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        ("about 59,8%, less than 65% or 65%", "khoảng 59,8%, dưới 65% hoặc 65%"),
        ("30 Aug – 2 Sep 2025", "30/8 – 2/9/2025"),
        ("Jun 2025", "tháng 6/2025"),
        ("14 Jun 2025, 09:30", "14/6/2025, 09:30"),
        ("the latest report (2 Sep 2031) gives 15", "bài mới nhất (2/9/2031) đưa 15"),
        ("Tân Lập commune", "Tân Lập (cấp xã)"),
        ("10.000", "10.000"),
        ("one that nobody knows", "one that nobody knows"),
    ],
)
def test_words_of_other_modules_are_looked_up_part_by_part(english: str, vietnamese: str) -> None:
    assert VIETNAMESE.of(english) == vietnamese
    assert ENGLISH.of(english) == english


def test_an_age_is_in_other_words_than_a_duration() -> None:
    assert VIETNAMESE.of("47 years or 48 years", context="age") == "47 tuổi hoặc 48 tuổi"
    assert VIETNAMESE.of("47 years", context="duration") == "47 năm"


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("threshold", 0.45119, "0.451"),
        ("window_hours", None, "any number"),
        ("undated", "all", "all articles"),
        ("people", True, "yes"),
        ("seed", 123456, "123456"),
        ("apart", [["a", "b"], ["c", "d"]], "a and b, c and d"),
        ("trusted", [], "none"),
        ("roles", [{"name": "rescued"}, {"cues": []}], 'rescued, {"cues": []}'),
        ("evidence", "1f3a", "1f3a"),
    ],
)
def test_a_setting_is_in_words(name: str, value: Any, shown: str) -> None:
    assert ENGLISH.setting(name, value) == (ENGLISH.settings[name], shown)


def test_an_unknown_setting_is_shown_by_its_own_name() -> None:
    assert ENGLISH.setting("new_option", 3) == ("New option", "3")


def test_the_language_of_the_page_is_that_of_most_articles_if_it_has_a_table() -> None:
    assert language_of_page(None, []) == "en"
    assert language_of_page(None, ["fr", "fr", "vi"]) == "en"
    assert language_of_page("vi", ["en"]) == "vi"
