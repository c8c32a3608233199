from __future__ import annotations

import newsdedup as nd


def claims(text: str, kind: str) -> list[nd.FigureClaim]:
    return [claim for claim in nd.extract_figures(text, language="vi") if claim.kind == kind]


def test_a_step_goes_on_with_the_amount_before_it() -> None:
    (share,) = claims("Doanh thu đạt 142 tỷ đồng, tăng nhẹ 24% so với năm trước.", "percent")
    assert (share.noun, share.change) == ("Doanh thu", "up")


def test_an_amount_in_other_words_and_the_level_it_led_to_go_on_with_its_noun() -> None:
    claims = nd.extract_figures("Copper fell $31.50, or 0.7 percent, to $4,410 a ton.", language="en")
    assert [(claim.noun, claim.change) for claim in claims[:3]] == [
        ("Copper", "down"),
        ("Copper", "down"),
        ("Copper", "level"),
    ]


def test_an_amount_shares_the_unit_and_scale_of_the_one_it_steps_to() -> None:
    four, _ = nd.extract_figures("Quốc hội nâng bội chi từ 4,8 lên 5,3% GDP.", language="vi")
    assert (four.text, four.kind, four.noun) == ("4,8", "percent", "bội chi")
    three, _ = nd.extract_figures("Vốn điều lệ tăng từ 3 lên 5 tỷ đồng.", language="vi")
    assert (three.text, three.value, three.unit) == ("3", 3_000_000_000, "VND")


def test_money_without_a_currency_has_that_of_the_money_before_it() -> None:
    text = "Dự án có vốn 3 triệu USD, trong đó đã chi 2 triệu."
    assert [claim.unit for claim in nd.extract_figures(text, language="vi")] == ["USD", "USD"]
    text = "Dự án có vốn 3 triệu USD (khoảng 60 tỷ)."
    assert [claim.unit for claim in nd.extract_figures(text, language="vi")] == ["USD", "VND"]


def test_places_in_a_list_have_their_counts() -> None:
    text = "Lũ cuốn trôi 94 người (Lạc Hà 49 người, Mai Pha 45 người)."
    found = [(claim.value, claim.noun, claim.scope.place) for claim in nd.extract_figures(text, language="vi")]
    assert found[1:] == [(49, "người", "Lạc Hà"), (45, "người", "Mai Pha")]


def test_a_bare_number_goes_on_with_what_the_one_before_it_counts() -> None:
    found = nd.extract_figures("Số ca tử vong tăng từ 144 lên 157.", language="vi")
    assert [(claim.value, claim.role) for claim in found] == [(144, "dead"), (157, "dead")]
    found = nd.extract_figures("Đã có 8 người chết (Lạc Hà: 5, Mai Pha: 3).", language="vi")
    assert [(claim.value, claim.role, claim.scope.place) for claim in found[1:]] == [
        (5, "dead", "Lạc Hà"),
        (3, "dead", "Mai Pha"),
    ]
