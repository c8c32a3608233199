from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import newsdedup as nd
from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.quantity import printed_interval
from newsdedup.figures.reconcile.tolls import is_part_of_toll, lesser_tolls
from newsdedup.languages import known_roles, roles_of

TREES = known_roles(roles_of([nd.Role(name="trees", nouns=("cây xanh",), cues=("bật gốc",), evolves=True)]))


def toll(article: str, value: int, hour: int = 0, qualifier: str = "exact", **more: Any) -> FigureClaim:
    printed = printed_interval(qualifier, Decimal(value))
    return FigureClaim(
        article_id=article,
        start=value,
        end=value,
        text=str(value),
        value=Decimal(value),
        low=printed.low,
        high=printed.high,
        low_open=printed.low_open,
        high_open=printed.high_open,
        qualifier=qualifier,
        reported_at=datetime(2025, 6, 14, 9 + hour, tzinfo=UTC),
        **{"role": "dead", "noun": "người", **more},
    )


def lesser(*claims: FigureClaim) -> set[int]:
    return {int(claims[index].number) for index in lesser_tolls(claims, known_roles())}


def test_the_smaller_of_two_tolls_of_one_article_is_lesser_but_not_if_it_is_far_smaller() -> None:
    assert lesser(toll("a", 7), toll("a", 4)) == {4}
    assert lesser(toll("a", 30), toll("a", 4)) == set()


def test_a_rounding_or_a_bound_of_the_larger_toll_is_not_lesser() -> None:
    assert lesser(toll("a", 1000), toll("a", 1010)) == set()
    assert lesser(toll("a", 4, qualifier="more_than"), toll("a", 7)) == set()


def test_a_toll_that_an_article_no_earlier_gives_as_its_largest_is_not_lesser() -> None:
    both = toll("b", 7, 1), toll("b", 4, 1)
    assert lesser(*both, toll("c", 4, 2)) == set()
    assert lesser(*both, toll("c", 4, 0)) == {4}


def test_a_copy_does_not_make_a_toll_newer() -> None:
    first, copy = toll("a", 4, origin="a"), toll("c", 4, 2, origin="a")
    assert lesser_tolls([first, toll("b", 7, 1), toll("b", 4, 1), copy], known_roles()) == {2}


def test_a_later_toll_is_a_part_only_if_its_noun_alone_is_narrower() -> None:
    whole, part = toll("a", 5), toll("b", 3, 2, noun="nghi phạm khác")
    assert is_part_of_toll([whole], [part], known_roles())
    assert not is_part_of_toll([toll("a", 5, noun="thợ mỏ")], [part], known_roles())
    assert not is_part_of_toll([whole], [toll("b", 3, 2, noun="người dân tỉnh")], known_roles())


def test_a_later_toll_of_victims_is_no_part_of_the_people_before() -> None:
    assert not is_part_of_toll([toll("a", 5)], [toll("b", 3, 2, noun="nạn nhân")], known_roles())


def test_words_after_a_comma_say_nothing_about_the_toll_before_it() -> None:
    def is_part(sentence: str) -> bool:
        grave = toll("b", 3, 2, role="injured", sentence=sentence, sentence_start=2)
        return is_part_of_toll([toll("a", 5, role="injured")], [grave], known_roles())

    assert is_part("3 người bị thương nặng.")
    assert not is_part("3 người bị thương, một số bị thương nặng.")


def test_words_after_the_noun_of_a_callers_own_role_make_it_no_narrower() -> None:
    trees = toll("a", 5, role="trees", noun="cây xanh"), toll("b", 3, 2, role="trees", noun="cây xanh đô thị")
    assert not is_part_of_toll([trees[0]], [trees[1]], TREES)
