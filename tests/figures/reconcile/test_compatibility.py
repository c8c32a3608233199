from __future__ import annotations

import pytest

import newsdedup as nd
from newsdedup.figures.claim import OWN_PLACE
from newsdedup.figures.reconcile.compatibility import is_rough, may_be_one, scopes_agree


def claim(words: str) -> nd.FigureClaim:
    (found,) = nd.extract_figures(f"{words} điểm cầu", language="vi", article_id=words)
    return found


def test_nearly_a_value_and_more_than_it_may_be_one_value_that_is_not_round() -> None:
    assert may_be_one(claim("gần 123"), claim("hơn 123"))
    assert not may_be_one(claim("123"), claim("hơn 123"))


@pytest.mark.parametrize(("words", "rough"), [("7", False), ("20", True), ("123", False), ("123.000", True)])
def test_a_count_is_rough_if_it_has_few_digits_or_is_in_thousands(words: str, rough: bool) -> None:
    assert is_rough(claim(words)) is rough


def test_a_national_figure_is_not_that_of_a_place_of_unknown_level() -> None:
    assert not scopes_agree(nd.Scope(level="national"), nd.Scope("Lạc Thủy"))


def test_the_place_of_a_newsroom_contradicts_no_place() -> None:
    named = nd.Scope("Mai Pha", found_by="named in the sentence")
    assert scopes_agree(named, nd.Scope("Hà Nội", found_by=OWN_PLACE))
    assert not scopes_agree(named, nd.Scope("Hà Nội", found_by="named in the sentence"))
