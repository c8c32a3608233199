from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

import newsdedup as nd


def counts(text: str, language: str, published: date | None = None) -> list[nd.FigureClaim]:
    found = nd.extract_figures(text, language=language, published_at=published)
    return [claim for claim in found if claim.kind == "count"]


def claims(text: str, kind: str) -> list[nd.FigureClaim]:
    return [claim for claim in nd.extract_figures(text, language="vi") if claim.kind == kind]


def test_a_share_is_of_the_noun_after_it() -> None:
    (share,) = nd.extract_figures("Chỉ có 30% doanh nghiệp đã nộp thuế.", language="vi")
    assert share.noun == "doanh nghiệp"


@pytest.mark.parametrize(
    ("text", "language", "noun"),
    [
        ("Chỉ số giá của Lạc Thủy tăng 6,4%.", "vi", "Chỉ số giá của Lạc Thủy"),
        ("Prices rose 3.5 percent in May.", "en", "Prices"),
    ],
)
def test_a_step_is_of_what_precedes_its_verb(text: str, language: str, noun: str) -> None:
    (step,) = [claim for claim in nd.extract_figures(text, language=language) if claim.kind == "percent"]
    assert (step.noun, step.change) == (noun, "up")


@pytest.mark.parametrize(
    ("text", "kind", "noun"),
    [
        ("Giá vàng miếng tại Lạc Thủy tăng trở lại, lên 125,5 triệu đồng mỗi lượng.", "money", "Giá vàng miếng"),
        ("Doanh thu của công ty trong 9 tháng đạt 142 tỷ đồng.", "money", "Doanh thu của công ty"),
        ("Công ty có vốn nhà nước và lợi nhuận sau thuế 30 tỷ đồng.", "money", "lợi nhuận sau thuế"),
        ("Thanh tra thu hồi 782 tỉ đồng tiền trốn thuế.", "money", "tiền trốn thuế"),
        ("Chợ bán bắp cải 12.000 đồng/kg.", "money", "Chợ bán bắp cải"),
        ("Ngân hàng lãi 200 tỷ trong quý này.", "money", "lãi"),
        ("Có 71% các công ty trả lương tháng thứ 13.", "percent", "công ty"),
        ("Tỷ lệ nghỉ việc thấp nhất thị trường là 6,3%.", "percent", "Tỷ lệ nghỉ việc thấp nhất thị trường"),
        ("Cụ thể chi phí tài chính giảm 26%.", "percent", "chi phí tài chính"),
        ("Cục Thuế tỉnh chọn gần 60% số hộ nghèo.", "percent", "hộ nghèo"),
        ("Máy có độ mỏng chỉ 8,7 mm.", "measure", "độ mỏng"),
        ("Cảng xuất khẩu 3 triệu tấn gạo.", "measure", "gạo"),
        ("Công ty nhận viện trợ trị giá 100.000 USD.", "money", None),
    ],
)
def test_an_amount_is_of_what_its_clause_measures(text: str, kind: str, noun: str | None) -> None:
    (claim,) = claims(text, kind)
    assert claim.noun == noun


def test_millions_of_things_are_not_money() -> None:
    (claim,) = counts("Công ty bán 53 triệu cổ phiếu.", "vi")
    assert (claim.value, claim.noun) == (53_000_000, "cổ phiếu")


@pytest.mark.parametrize(
    ("text", "value", "qualifier", "noun"),
    [
        ("Two thirds of voters agreed.", "66.67", "about", "voters"),
        ("More than half of the 340 beds are taken.", "50", "more_than", "beds"),
        ("Nearly one in five adults smoke.", "20", "nearly", "adults"),
        ("3 in 10 teachers left.", "30", "about", "teachers"),
    ],
)
def test_a_share_of_several_is_a_percentage(text: str, value: str, qualifier: str, noun: str) -> None:
    claim = nd.extract_figures(text, language="en")[0]
    assert (claim.kind, claim.unit, claim.value, claim.qualifier, claim.noun) == (
        *("percent", "%", Decimal(value)),
        qualifier,
        noun,
    )


def test_a_percent_sign_may_touch_the_word_after_it() -> None:
    (claim,) = nd.extract_figures("Bội chi ở mức 4,8%GDP.", language="vi")
    assert (claim.value, claim.kind) == (Decimal("4.8"), "percent")


def test_what_a_percentage_is_of_is_not_a_noun_of_the_next_amount() -> None:
    found = nd.extract_figures("Quốc hội nâng bội chi từ 4,8% GDP lên 5,3% GDP.", language="vi")
    assert [claim.noun for claim in found] == ["bội chi", "bội chi"]
