from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

import newsdedup as nd


def counts(text: str, language: str, published: date | None = None) -> list[nd.FigureClaim]:
    found = nd.extract_figures(text, language=language, published_at=published)
    return [claim for claim in found if claim.kind == "count"]


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


def test_a_caller_may_count_what_no_table_knows() -> None:
    trees = nd.Role(name="trees", nouns=("cây xanh",), cues=("bật gốc",))
    text = "Giông lốc làm 40 cây xanh bật gốc và 3 người bị thương."
    roles = [claim.role for claim in nd.extract_figures(text, language="vi", roles=[trees])]
    assert roles == ["trees", "injured"]
    assert [claim.role for claim in nd.extract_figures(text, language="vi")] == [None, "injured"]


def test_a_share_is_of_the_noun_after_it() -> None:
    (share,) = nd.extract_figures("Chỉ có 30% doanh nghiệp đã nộp thuế.", language="vi")
    assert share.noun == "doanh nghiệp"


@pytest.mark.parametrize(
    "text",
    [
        "xe mang biển số 29A-4881",
        "gọi số 0912 345 678 để biết",
        "căn nhà 28 đường số 3",
        "ở 12,5 độ vĩ Bắc",
        "sinh viên năm thứ hai",
        "sinh năm 1985",
        "dùng iPhone 5S",
        "chiếc Boeing 737",
        "theo Điều 5 Luật Đất đai",
        "trên quốc lộ 1A",
        "thắng đậm 2-1",
        "cất cánh lúc 14 giờ 50 phút",
        "là người thứ 2 đồng hành",
        "hàng chục xe, vài xe, một xe",
    ],
)
def test_vietnamese_names_places_and_vague_words_are_no_figures(text: str) -> None:
    assert counts(text, "vi") == []


@pytest.mark.parametrize(
    "text",
    [
        "She called 911 at once",
        "the 1100 block of Main Street",
        "at 341 Golden Trout Way",
        "call 555-1234 now",
        "at 12.5 degrees north",
        "on Flight 370",
    ],
)
def test_english_addresses_and_telephones_are_no_figures(text: str) -> None:
    assert nd.extract_figures(text, language="en") == []


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


def test_a_role_of_money_is_no_role_of_a_count() -> None:
    assert [claim.role for claim in counts("Kẻ gian lấy trộm 5 xe máy.", "vi")] == [None]


@pytest.mark.parametrize(
    ("text", "language", "noun"),
    [
        ("Chỉ số giá của Lạc Thủy tăng 6,4%.", "vi", "Chỉ số giá của Lạc Thủy"),
        ("Prices rose 3.5 percent in May.", "en", "Prices"),
    ],
)
def test_a_step_is_of_what_stands_before_its_verb(text: str, language: str, noun: str) -> None:
    (step,) = [claim for claim in nd.extract_figures(text, language=language) if claim.kind == "percent"]
    assert (step.noun, step.change) == (noun, "up")


def test_a_classifier_may_begin_like_a_word_that_ends_a_noun() -> None:
    (claim,) = counts("Có 5 đối tượng tham gia đua xe.", "vi")
    assert claim.noun == "đối tượng"


def claims(text: str, kind: str) -> list[nd.FigureClaim]:
    return [claim for claim in nd.extract_figures(text, language="vi") if claim.kind == kind]


@pytest.mark.parametrize(
    ("text", "value", "noun"),
    [
        ("Quý này xảy ra 35 vụ cháy lớn.", 35, "vụ cháy lớn"),
        ("Tỉnh Lạc Thủy dừng 12 dự án bị chậm.", 12, "dự án"),
        ("Xưởng lắp 40 thiết bị từ Đức.", 40, "thiết bị"),
        ("Kho có 35 loại vũ khí quân dụng khác nhau.", 35, "loại vũ khí quân dụng khác nhau"),
        ("Lễ hội mời 30 nghệ sĩ nổi tiếng thế giới.", 30, "nghệ sĩ nổi tiếng thế giới"),
        ("Giải có 12 đại diện châu Á tranh tài.", 12, "đại diện châu Á tranh tài"),
        ("Huyện làm thêm 5 tuyến đường trong năm.", 5, "tuyến đường"),
    ],
)
def test_a_compound_that_holds_the_end_of_a_noun_does_not_end_it(text: str, value: int, noun: str) -> None:
    (claim,) = counts(text, "vi")
    assert (claim.value, claim.noun) == (value, noun)


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
def test_vietnamese_tolls_are_found_however_they_are_told(text: str, tolls: list[tuple[int, str]]) -> None:
    assert [(claim.value, claim.role) for claim in counts(text, "vi") if claim.role] == tolls


@pytest.mark.parametrize(
    ("text", "kind", "noun"),
    [
        ("Giá vàng miếng tại Lạc Thủy tăng trở lại, lên 125,5 triệu đồng mỗi lượng.", "money", "Giá vàng miếng"),
        ("Doanh thu của công ty trong 9 tháng đạt 142 tỷ đồng.", "money", "Doanh thu"),
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


def test_millions_of_things_are_no_money() -> None:
    (claim,) = counts("Công ty bán 53 triệu cổ phiếu.", "vi")
    assert (claim.value, claim.noun) == (53_000_000, "cổ phiếu")


def test_a_step_goes_on_with_the_amount_before_it() -> None:
    (share,) = claims("Doanh thu đạt 142 tỷ đồng, tăng nhẹ 24% so với năm trước.", "percent")
    assert (share.noun, share.change) == ("Doanh thu", "up")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Giá nay cao gấp 10 lần.", []),
        ("Cửa hàng ở 171 Lạc Thủy có 3 nhân viên.", [3]),
        ("Họ gọi lại iPad 2 thường xuyên.", []),
        ("Xe biển kiểm soát 66C1 – 054.53 chở 4 học sinh.", [4]),
        ("Công an bắt nhóm 5 đối tượng cướp giật.", [5]),
        ("Sở đã cấp 120 giấy phép.", [120]),
    ],
)
def test_names_and_multiples_are_not_counted_but_groups_are(text: str, values: list[int]) -> None:
    assert [claim.value for claim in counts(text, "vi")] == values


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


def test_what_is_said_of_each_is_said_of_the_whole_that_opens_the_sentence() -> None:
    text = "Tất cả 49 người trên tàu, gồm 5 thuỷ thủ và 44 hành khách tới từ 11 nước đều thiệt mạng."
    assert [(claim.value, claim.role) for claim in counts(text, "vi")][:2] == [(49, "dead"), (5, None)]


@pytest.mark.parametrize(
    ("text", "value", "noun"),
    [
        ("The walls kept out 31,000 fans cheering outside.", "31000", "fans"),
        ("It sold 14 arms dealers a licence.", "14", "arms dealers"),
        ("Leaders of the 31-nation bloc met.", "31", "nation bloc"),
        ("It sent a 2,300-strong force.", "2300", "force"),
        ("Some thirty-odd hamlets were cut off.", "30", "hamlets"),
        ("There were 40 or more cyclists.", "40", "cyclists"),
        ("It cut 12k jobs.", "12000", "jobs"),
        ("The population has fallen from 14 million to 8.5 million.", "8500000", "population"),
        ("The number of complaints tripled to 6,300.", "6300", "complaints"),
        ("Inflation rose to 4.7% in June.", "4.7", "Inflation"),
        ("The firm said first-quarter revenue fell 6.5 percent.", "6.5", "first-quarter revenue"),
        ("The president's approval rating slipped to 37 percent.", "37", "president's approval rating"),
        ("Turnout of 58 per cent was a record.", "58", "Turnout"),
        ("It reported net profit of $1.4bn.", "1400000000", "net profit"),
        ("Shares slid to $2.30 in early trading.", "2.30", "Shares"),
        ("The town got $3 million in aid.", "3000000", "aid"),
        ("She won 53.4 percent of the vote.", "53.4", "vote"),
        ("The lake holds 210 million cubic metres of water.", "210000000", "water"),
        ("Its population is about 3.6 million.", "3.6e6", "population"),
        ("The party won 63 of 71 seats.", "71", "seats"),
        ("The deficit narrowed by $3.4 billion to $41.2 billion.", "41.2e9", "deficit"),
        ("Two young San Marco boys are here.", "2", "young San Marco boys"),
        ("Damage to the hall was estimated at $2 million.", "2e6", "Damage"),
        ("She signed a deal worth 7 million euros.", "7e6", "deal"),
        ("Some 44 percent of the town's eligible voters came.", "44", "town's eligible voters"),
        ("They took a 9 percent stake.", "9", "stake"),
        ("The drug is 9 percent effective.", "9", None),
        ("It lies 14 miles north of Hull.", "14", None),
        ("It has 3 legs and 60 pounds of rice.", "60", "rice"),
    ],
)
def test_english_figures_carry_the_noun_that_their_clause_names(text: str, value: str, noun: str | None) -> None:
    claims = nd.extract_figures(text, language="en")
    assert (claims[-1].value, claims[-1].noun) == (Decimal(value), noun)


@pytest.mark.parametrize(
    "text",
    [
        "A category 5 storm came near.",
        "They had a 7-16 start and lost a 61-38 vote.",
        "He ran a third of a mile, and half of the race.",
        "He lives at 518 West 204th Street.",
        "He swam the 800m freestyle and ran a 5k race.",
    ],
)
def test_ranks_scores_shares_and_distances_are_no_counts(text: str) -> None:
    assert [claim for claim in nd.extract_figures(text, language="en") if claim.kind == "count"] == []


@pytest.mark.parametrize(
    ("text", "kind", "unit"),
    [
        ("A magnitude 5.7 quake was felt.", "measure", "M"),
        ("A 5.7-magnitude quake was felt.", "measure", "M"),
        ("A suspect weighing about 170 pounds ran.", "measure", "lb"),
        ("He paid 170 pounds in cash.", "money", "GBP"),
    ],
)
def test_what_an_english_unit_measures_is_told_by_its_words(text: str, kind: str, unit: str) -> None:
    (claim,) = nd.extract_figures(text, language="en")
    assert (claim.kind, claim.unit) == (kind, unit)


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
def test_english_roles_go_to_those_of_whom_they_are_said(text: str, roles: list[tuple[int, str]]) -> None:
    claims = nd.extract_figures(text, language="en")
    assert [(claim.value, claim.role) for claim in claims if claim.role] == roles


def test_a_count_of_several_incidents_is_background() -> None:
    text = "A man was killed in a crash. It was the third of five crashes this week; 9 people died in the five crashes."
    assert [c.modality for c in nd.extract_figures(text, language="en") if c.value == 9] == ["background"]


def test_numbers_of_a_list_share_their_noun() -> None:
    claims = nd.extract_figures("They treated 7, 11 and 16 horses. Ann Roe, 34, and two dogs came.", language="en")
    assert [(claim.value, claim.noun) for claim in claims] == [
        (7, "horses"),
        (11, "horses"),
        (16, "horses"),
        (2, "dogs"),
    ]


def test_an_amount_told_otherwise_and_the_level_it_led_to_go_on_with_its_noun() -> None:
    claims = nd.extract_figures("Copper fell $31.50, or 0.7 percent, to $4,410 a ton.", language="en")
    assert [(claim.noun, claim.change) for claim in claims[:3]] == [
        ("Copper", "down"),
        ("Copper", "down"),
        ("Copper", "level"),
    ]


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


@pytest.mark.parametrize(
    ("text", "words", "noun"),
    [
        ("Công an thu hai khẩu súng.", "hai", "khẩu súng"),
        ("Ban tổ chức trao sáu giải thưởng.", "sáu", "giải thưởng"),
        ("Xã có ba trạm bơm.", "ba", "trạm bơm"),
    ],
)
def test_a_small_vietnamese_numeral_counts_any_noun(text: str, words: str, noun: str) -> None:
    (claim,) = nd.extract_figures(text, language="vi")
    assert (claim.text, claim.noun) == (words, noun)


@pytest.mark.parametrize(
    "text",
    [
        "Quan hệ giữa hai nước rất tốt.",
        "Trụ sở đặt ở quận Ba Đình.",
        "Chị Hai bán hàng ở chợ.",
        "Món này nấu chín thịt trước.",
        "Họ ngồi trên một chiếc xe.",
        "Đến một tháng sau mới có tin.",
    ],
)
def test_set_pairs_names_and_articles_are_no_figures(text: str) -> None:
    assert nd.extract_figures(text, language="vi") == []


def test_one_counts_after_a_qualifier_and_before_a_unit_of_time() -> None:
    (claim,) = nd.extract_figures("Sau hơn một tháng, lũ rút.", language="vi")
    assert (claim.text, claim.value, claim.qualifier, claim.unit) == ("hơn một tháng", 1, "more_than", "month")


def test_a_number_that_opens_a_sentence_belongs_to_no_name_before_it() -> None:
    text = "Tàu chở dầu của hãng Mai Pha. 33 thành viên được đưa lên bờ."
    assert [claim.value for claim in nd.extract_figures(text, language="vi")] == [33]


def test_a_part_without_a_noun_of_its_own_takes_that_of_its_whole() -> None:
    first, _ = nd.extract_figures("Bà Mai là 1 trong 4 giám khảo của cuộc thi.", language="vi")
    assert (first.noun, first.part_of) == ("giám khảo", "4")


def test_a_span_of_time_is_no_step() -> None:
    (claim,) = nd.extract_figures("Đội cứu hộ mất thêm hai tháng để chuẩn bị.", language="vi")
    assert claim.change == "level"


def test_adverbs_before_the_verb_are_no_part_of_a_noun_before_its_number() -> None:
    (claim,) = nd.extract_figures("Doanh thu từ bán than chỉ đạt 5 tỷ đồng.", language="vi")
    assert claim.noun == "Doanh thu từ bán than"


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


def test_an_amount_a_year_is_read_though_a_stroke_follows() -> None:
    (claim,) = nd.extract_figures("Ngân sách chi 90.000 tỷ/năm.", language="vi")
    assert (claim.value, claim.unit) == (90_000 * 10**9, "VND")


def test_nouns_are_spelt_as_printed_and_found_wherever_the_tone_stands() -> None:
    (claim,) = nd.extract_figures("Hai bên ký 21 thỏa thuận.", language="vi")
    assert claim.noun == "thỏa thuận"
    (claim,) = nd.extract_figures("Bão làm 3 triêụ ngươì mất điện.", language="vi")
    assert (claim.text, claim.value, claim.noun) == ("3 triêụ", 3_000_000, "ngươì")


def test_an_institution_is_no_place_but_a_capital_is() -> None:
    (claim,) = nd.extract_figures("Ba nạn nhân nằm tại Bệnh viện tỉnh.", language="vi")
    assert claim.scope.place is None
    (claim,) = nd.extract_figures("Hội chợ mở 21 gian hàng tại Thủ đô Lạc Thành.", language="vi")
    assert (claim.scope.place, claim.scope.level) == ("Lạc Thành", "other")


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Tổ chức 2 hoạt động cùng lúc.", "hoạt động"),
        ("Công bố cùng lúc 3 sản phẩm.", "sản phẩm"),
        ("Cứu được 84 người nhập cư.", "người nhập cư"),
    ],
)
def test_a_noun_may_begin_with_a_word_that_ends_another(text: str, noun: str) -> None:
    assert [claim.noun for claim in nd.extract_figures(text, language="vi")] == [noun]


def test_hours_are_a_clock_only_where_words_say_so() -> None:
    (claim,) = nd.extract_figures("Máy bay bay liên tục 17 giờ, không nghỉ.", language="vi")
    assert (claim.value, claim.unit) == (17, "hour")
    assert nd.extract_figures("Lúc 17 giờ, lửa bùng lên.", language="vi") == []


def test_a_news_agency_and_a_credit_are_no_places() -> None:
    (claim,) = nd.extract_figures("Ảnh: Mai Pha\nThông tấn xã Việt Nam cử 12 phóng viên.", language="vi")
    assert claim.scope.place is None


def test_places_in_a_list_have_their_counts() -> None:
    text = "Lũ cuốn trôi 94 người (Lạc Hà 49 người, Mai Pha 45 người)."
    found = [(claim.value, claim.noun, claim.scope.place) for claim in nd.extract_figures(text, language="vi")]
    assert found[1:] == [(49, "người", "Lạc Hà"), (45, "người", "Mai Pha")]


def test_so_many_out_of_so_many_count_while_a_share_does_not() -> None:
    (claim,) = nd.extract_figures("Có 5/7 người được cứu; lũ ngập 2/3 diện tích.", language="vi")
    assert (claim.text, claim.value, claim.noun, claim.part_of) == ("5/7", 5, "người", "7")


def test_time_in_two_units_is_one_amount_in_the_smaller() -> None:
    (claim,) = nd.extract_figures("Toà tuyên phạt bị cáo 12 năm 6 tháng tù.", language="vi")
    assert (claim.text, claim.value, claim.unit) == ("12 năm 6 tháng", 150, "month")
    (claim,) = nd.extract_figures("The trial took 2 hours and 30 minutes.", language="en")
    assert (claim.text, claim.value, claim.unit) == ("2 hours and 30 minutes", 150, "minute")


def test_a_verb_before_a_bare_noun_makes_no_noun_of_its_clause() -> None:
    (claim,) = nd.extract_figures("Chiếc xe khách chở 27 người.", language="vi")
    assert claim.noun == "người"


def test_a_known_group_of_people_is_no_count_beside_its_mention() -> None:
    (claim,) = nd.extract_figures("Tai nạn làm hai vợ chồng chết tại chỗ.", language="vi")
    assert (claim.text, claim.value, claim.role) == ("hai vợ chồng", 2, "dead")


def test_an_age_does_not_stand_between_a_person_and_what_happens() -> None:
    mention, _ = nd.extract_figures("Cháu bé 3 tuổi bị thương nặng.", language="vi")
    assert (mention.text, mention.role) == ("Cháu bé", "injured")


def test_a_bare_number_goes_on_with_what_the_one_before_it_counts() -> None:
    told = nd.extract_figures("Số ca tử vong tăng từ 144 lên 157.", language="vi")
    assert [(claim.value, claim.role) for claim in told] == [(144, "dead"), (157, "dead")]
    told = nd.extract_figures("Đã có 8 người chết (Lạc Hà: 5, Mai Pha: 3).", language="vi")
    assert [(claim.value, claim.role, claim.scope.place) for claim in told[1:]] == [
        (5, "dead", "Lạc Hà"),
        (3, "dead", "Mai Pha"),
    ]


def test_a_number_in_a_list_of_people_joins_it_and_a_group_of_as_many_is_the_same() -> None:
    told = nd.extract_figures("Một phụ nữ và hai con nhỏ thiệt mạng.", language="vi")
    assert [(claim.value, claim.part_of) for claim in told] == [(3, None), (2, "Một phụ nữ và hai")]
    told = nd.extract_figures("Cả hai người bị bắt.", language="vi")
    assert [(claim.text, claim.value, claim.role, claim.part_of) for claim in told] == [("hai", 2, "arrested", None)]


def test_a_percent_sign_may_touch_the_word_after_it() -> None:
    (claim,) = nd.extract_figures("Bội chi ở mức 4,8%GDP.", language="vi")
    assert (claim.value, claim.kind) == (Decimal("4.8"), "percent")


def test_what_a_percentage_is_of_is_no_noun_of_the_next_amount() -> None:
    told = nd.extract_figures("Quốc hội nâng bội chi từ 4,8% GDP lên 5,3% GDP.", language="vi")
    assert [claim.noun for claim in told] == ["bội chi", "bội chi"]


def test_a_bare_noun_keeps_what_happens_to_it() -> None:
    told = nd.extract_figures("Số người chết do lũ tăng lên 18, còn 14 người mất tích.", language="vi")
    assert [(claim.value, claim.role) for claim in told] == [(18, "dead"), (14, "missing")]
    (claim,) = nd.extract_figures("Cảnh sát giải cứu 9 người mắc kẹt.", language="vi")
    assert claim.noun == "người"


def test_a_month_between_a_noun_and_its_verb_is_no_part_of_it() -> None:
    (amount,) = [
        claim for claim in nd.extract_figures("Xuất khẩu 5 tháng đạt 180 tỷ USD.", language="vi") if claim.unit == "USD"
    ]
    assert amount.noun == "Xuất khẩu"
