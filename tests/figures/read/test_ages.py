from __future__ import annotations

import pytest

import newsdedup as nd
from newsdedup.figures.read.rules.ages import AGE

EXAMPLES = [(rule.name, example) for rule in AGE.rules for example in rule.examples]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=str)
def test_an_age_is_read_from_the_words_around_it(rule: str, example: object) -> None:
    claims = nd.extract_figures(example.text, language=example.language)
    assert any(all(getattr(claim, name) == value for name, value in example.fields.items()) for claim in claims)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        *((example.language, example.text) for rule in AGE.rules for example in rule.counter_examples),
        ("en", "In the vote of Monday, 61, the chair won."),
        ("en", "Ann Vale, 161, is a horse."),
        ("en", "They sold to Lenton, 61, and 40 others."),
        ("en", "The horse ran aged 200 metres."),
        ("fr", "Un match de 90 minutes a suivi."),
        ("fr", "Le maire, 12 mois plus tard, a fui."),
        ("id", "Ia divonis lima tahun penjara."),
    ],
)
def test_other_numbers_are_no_ages(language: str, text: str) -> None:
    assert [claim.text for claim in nd.extract_figures(text, language=language) if claim.kind == "age"] == []


@pytest.mark.parametrize(
    ("language", "text", "ages"),
    [
        ("en", "Hicks, 19, and Cody Throne, 20, of Bells Ferry were held.", [19, 20]),
        ("en", "Three sons, aged 17, 12 and 9, were unhurt.", [17, 12, 9]),
        ("en", "His mother, Andrea Drew, 30.", [30]),
        ("fr", "Un garçon de 9 ans et sa sœur de 12 ans ont fui.", [9, 12]),
        ("fr", "Les suspects, âgés de 17 et 22 ans, ont fui.", [17, 22]),
        ("id", "Pelaku berinisial RS (34) dan AB (29) ditangkap.", [34, 29]),
    ],
)
def test_several_ages_are_read(language: str, text: str, ages: list[int]) -> None:
    claims = nd.extract_figures(text, language=language)
    assert [claim.value for claim in claims if claim.kind == "age"] == ages
