from __future__ import annotations

from datetime import date

import pytest

import newsdedup as nd


def counts(text: str, language: str, published: date | None = None) -> list[nd.FigureClaim]:
    found = nd.extract_figures(text, language=language, published_at=published)
    return [claim for claim in found if claim.kind == "count"]


def claims(text: str, kind: str) -> list[nd.FigureClaim]:
    return [claim for claim in nd.extract_figures(text, language="vi") if claim.kind == kind]


@pytest.mark.parametrize(
    ("text", "language", "part", "whole"),
    [
        ("Two of the five victims died.", "en", 2, "five"),
        ("2 of 5 hostages were killed.", "en", 2, "5"),
        ("Hai trong số năm nạn nhân tử vong.", "vi", 2, "năm"),
        ("2 người trong số 5 nạn nhân đã tử vong.", "vi", 2, "5"),
    ],
)
def test_a_part_names_its_whole_and_has_the_role(text: str, language: str, part: int, whole: str) -> None:
    first, *others = counts(text, language)
    assert (first.value, first.part_of, first.role) == (part, whole, "dead")
    assert all((other.text, other.part_of, other.role) == (whole, None, None) for other in others)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A man was killed on Monday. So far this year, 40 people have been killed in the city.", "en"),
        ("A man was killed on Monday. In 2012, 26 people were killed in a school.", "en"),
        ("Một người chết hôm thứ Hai. Từ đầu năm, 40 người chết vì đuối nước.", "vi"),
        ("Một người chết hôm thứ Hai. Năm 2012, bão làm 26 người chết.", "vi"),
    ],
)
def test_other_events_than_the_one_reported_are_background(text: str, language: str) -> None:
    toll, other = counts(text, language, date(2016, 5, 4))
    assert (toll.value, toll.role, toll.modality) == (1, "dead", "actual")
    assert (other.role, other.modality) == ("dead", "background")


def test_a_sentence_may_go_on_with_the_background() -> None:
    text = "A man was killed on Monday. So far this year, 40 people have been killed. Of those, 30 were killed in May."
    assert [claim.modality for claim in counts(text, "en") if claim.role] == ["actual", "background", "background"]


def test_an_article_about_nothing_but_the_past_is_about_just_that() -> None:
    (toll,) = counts("In 2012, 26 people were killed in a school.", "en", date(2016, 5, 4))
    assert toll.modality == "actual"


def test_background_is_a_figure_of_its_own() -> None:
    articles = [
        {"text": "Four people were killed on Monday.", "published_at": "2016-05-04", "language": "en"},
        {
            "text": "Four people died on Monday. Last year 90 people were killed.",
            "published_at": "2016-05-04",
            "language": "en",
        },
    ]
    figures = nd.consolidate(articles, threshold=0)[0].figures
    assert sorted((figure.modality, figure.best) for figure in figures if figure.role == "dead") == [
        ("actual", 4),
        ("background", 90),
    ]


def test_a_caller_may_count_what_no_table_has() -> None:
    trees = nd.Role(name="trees", nouns=("cây xanh",), cues=("bật gốc",))
    text = "Giông lốc làm 40 cây xanh bật gốc và 3 người bị thương."
    roles = [claim.role for claim in nd.extract_figures(text, language="vi", roles=[trees])]
    assert roles == ["trees", "injured"]
    assert [claim.role for claim in nd.extract_figures(text, language="vi")] == [None, "injured"]


def test_a_phrase_that_only_begins_like_a_cue_gives_no_role() -> None:
    assert [claim.role for claim in counts("2 cầu thủ bị bắt gặp ở quán bar.", "vi")] == [None]
    assert [claim.role for claim in counts("2 cầu thủ bị bắt ở quán bar.", "vi")] == ["arrested"]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("Bão gây thiệt hại khoảng 1.700 tỷ đồng.", "vi", 1_700 * 10**9),
        ("Nhóm này chiếm đoạt hơn 5 tỷ đồng.", "vi", 5 * 10**9),
        ("The fire caused $3 million in damage.", "en", 3_000_000),
        ("Two men stole $500 from a shop.", "en", 500),
    ],
)
def test_money_lost_is_a_role_of_money(text: str, language: str, value: int) -> None:
    (money,) = [claim for claim in nd.extract_figures(text, language=language) if claim.kind == "money"]
    assert (money.role, money.value) == ("money_lost", value)


def test_a_role_of_money_is_not_a_role_of_a_count() -> None:
    assert [claim.role for claim in counts("Kẻ gian lấy trộm 5 xe máy.", "vi")] == [None]


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        ("Số người thiệt mạng do bão số 4 đổ bộ Lạc Thủy tăng lên 14 người.", [(14, "dead")]),
        ("Số người chết là 5, số người bị thương là 12.", [(5, "dead"), (12, "injured")]),
        (
            "Cháy nhà ở Lạc Thủy làm 4 người trong một gia đình thiệt mạng, 2 người khác bị bỏng nặng.",
            [(4, "dead"), (2, "injured")],
        ),
        ("49 người trên chuyến bay từ Lạc Thủy tới vùng núi phía bắc của nước này đều thiệt mạng.", [(49, "dead")]),
        ("Bão số 5 làm 3 người chết.", [(3, "dead")]),
        ("Vụ nổ cướp đi mạng sống của 26 người.", [(26, "dead")]),
        ("Nạn nhân may mắn thoát chết.", []),
        ("Đột quỵ là một trong các nguyên nhân hàng đầu gây tử vong.", []),
        ("Hai phóng viên bị bắt cóc.", []),
    ],
)
def test_vietnamese_tolls_are_found_however_they_are_written(text: str, tolls: list[tuple[int, str]]) -> None:
    assert [(claim.value, claim.role) for claim in counts(text, "vi") if claim.role] == tolls


@pytest.mark.parametrize(
    "other",
    [
        "Lạc Thủy từng hứng chịu một vụ đánh bom khiến 52 người chết.",
        "Khu chợ này bị cháy hồi tháng 2, khiến 52 người chết.",
        "Trận động đất trước đó làm 52 người chết.",
    ],
)
def test_tolls_of_past_events_are_background(other: str) -> None:
    toll, past = counts(f"Vụ nổ làm 22 người chết. {other}", "vi", date(2017, 5, 4))
    assert (toll.modality, past.value, past.modality) == ("actual", 52, "background")


def test_a_first_count_of_an_event_is_its_own() -> None:
    text = "Theo thống kê ban đầu, 5 người chết. Năm 2012, bão làm 26 người chết."
    assert [claim.modality for claim in counts(text, "vi", date(2017, 5, 4))] == ["actual", "background"]


def test_a_role_of_each_applies_to_the_whole_that_opens_the_sentence() -> None:
    text = "Tất cả 49 người trên tàu, gồm 5 thuỷ thủ và 44 hành khách tới từ 11 nước đều thiệt mạng."
    assert [(claim.value, claim.role) for claim in counts(text, "vi")][:2] == [(49, "dead"), (5, None)]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Six people, one of them a nurse, were killed.", [(6, "dead")]),
        ("The boy, 12, of Hull, died.", [(1, "dead")]),
        ("Two deputies fatally shot a man.", [(1, "dead")]),
        ("A father of three was killed.", [(1, "dead")]),
        ("Four people were shot, two fatally.", [(4, "injured"), (2, "dead")]),
        ("The crash killed all 44 people on board.", [(44, "dead")]),
        ("The army killed 35 rebels, while 4 soldiers died.", [(35, "dead"), (4, "dead")]),
        ("Three counts for each of the six injured victims.", [(6, "injured")]),
        ("Four people, a nurse and three cooks, died.", [(4, "dead")]),
        ("Two boys were taken to a hospital, where they died.", [(2, "dead")]),
        ("Some marched, 30 of whom were detained.", [(30, "arrested")]),
        ("Three men, ages 18, 21 and 22, were shot.", [(3, "injured")]),
        ("Three men — all of them sailors — drowned.", [(3, "dead")]),
        ("Police arrested Karl Moss, Ann's stepfather, and charged him.", [(1, "arrested")]),
        ("He and two girls aged 6 and 8 drowned.", []),
        ("He is survived by a sister and two sons.", []),
        ("Two men killed three days ago were buried.", [(2, "dead")]),
        ("Two officers fatally shot 16 gunmen.", [(16, "dead")]),
        ("She was arrested five buildings away.", []),
        ("Damage was put at $US3 million ($4.6 million).", [(3_000_000, "money_lost")]),
        ("A girl died. Another child was taken to a hospital.", [(1, "dead"), (1, "injured")]),
    ],
)
def test_english_roles_go_to_the_people_they_describe(text: str, roles: list[tuple[int, str]]) -> None:
    claims = nd.extract_figures(text, language="en")
    assert [(claim.value, claim.role) for claim in claims if claim.role] == roles


def test_a_count_of_several_incidents_is_background() -> None:
    text = "A man was killed in a crash. It was the third of five crashes this week; 9 people died in the five crashes."
    assert [c.modality for c in nd.extract_figures(text, language="en") if c.value == 9] == ["background"]


def test_a_known_group_of_people_is_not_counted_again_at_its_mention() -> None:
    (claim,) = nd.extract_figures("Tai nạn làm hai vợ chồng chết tại chỗ.", language="vi")
    assert (claim.text, claim.value, claim.role) == ("hai vợ chồng", 2, "dead")


def test_an_age_does_not_come_between_a_person_and_what_happens() -> None:
    mention, _ = nd.extract_figures("Cháu bé 3 tuổi bị thương nặng.", language="vi")
    assert (mention.text, mention.role) == ("Cháu bé", "injured")


def test_a_number_in_a_list_of_people_joins_it_and_a_group_of_as_many_is_the_same() -> None:
    found = nd.extract_figures("Một phụ nữ và hai con nhỏ thiệt mạng.", language="vi")
    assert [(claim.value, claim.part_of) for claim in found] == [(3, None), (2, "Một phụ nữ và hai")]
    found = nd.extract_figures("Cả hai người bị bắt.", language="vi")
    assert [(claim.text, claim.value, claim.role, claim.part_of) for claim in found] == [("hai", 2, "arrested", None)]


def test_a_bare_noun_keeps_what_happens_to_it() -> None:
    found = nd.extract_figures("Số người chết do lũ tăng lên 18, còn 14 người mất tích.", language="vi")
    assert [(claim.value, claim.role) for claim in found] == [(18, "dead"), (14, "missing")]
    (claim,) = nd.extract_figures("Cảnh sát giải cứu 9 người mắc kẹt.", language="vi")
    assert claim.noun == "người"


def test_a_month_between_a_noun_and_its_verb_is_not_part_of_it() -> None:
    (amount,) = [
        claim for claim in nd.extract_figures("Xuất khẩu 5 tháng đạt 180 tỷ USD.", language="vi") if claim.unit == "USD"
    ]
    assert amount.noun == "Xuất khẩu"
