from __future__ import annotations

from decimal import Decimal
from typing import Any

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.reconcile.names import common_names

ALIKE = "Ngân sách đạt 75 tỷ đồng trong chín tháng theo báo cáo của bộ."
MONEY: dict[str, Any] = {"kind": "money", "unit": "VND", "sentence": ALIKE}


def claim(article: str, noun: str | None, **more: Any) -> FigureClaim:
    return FigureClaim(article_id=article, start=14, end=16, text="75", value=Decimal(75), noun=noun, **more)


def renamed(*claims: FigureClaim) -> dict[str, str]:
    return {name: common for (_, name), common in common_names(claims).items()}


def test_the_name_that_most_articles_print_is_the_common_one() -> None:
    claims = [claim("a", "binh sĩ quân đội"), claim("b", "binh sĩ quân đội"), claim("c", "binh sĩ")]
    assert renamed(*claims) == {"binh sĩ": "binh sĩ quân đội"}


def test_a_copy_makes_no_name_more_common() -> None:
    copies = [claim(article, "binh sĩ quân đội", origin="a") for article in "ab"]
    assert renamed(*copies, claim("c", "binh sĩ")) == {"binh sĩ quân đội": "binh sĩ"}


def test_an_amount_without_a_name_takes_the_name_of_others_however_rare() -> None:
    assert renamed(claim("a", None, **MONEY), claim("b", None, **MONEY), claim("c", "ngân sách", **MONEY)) == {
        "": "ngân sách"
    }


def test_one_article_does_not_give_one_amount_two_names() -> None:
    assert renamed(claim("a", "thu", **MONEY), claim("a", "chi", **MONEY)) == {}
    assert renamed(claim("a", "thu", **MONEY), claim("b", "chi", **MONEY)) == {"thu": "chi"}
