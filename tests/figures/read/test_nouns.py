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


def test_a_classifier_may_begin_like_a_word_that_ends_a_noun() -> None:
    (claim,) = counts("Có 5 đối tượng tham gia đua xe.", "vi")
    assert claim.noun == "đối tượng"


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


def test_numbers_of_a_list_share_their_noun() -> None:
    claims = nd.extract_figures("They treated 7, 11 and 16 horses. Ann Roe, 34, and two dogs came.", language="en")
    assert [(claim.value, claim.noun) for claim in claims] == [
        (7, "horses"),
        (11, "horses"),
        (16, "horses"),
        (34, None),  # an age
        (2, "dogs"),
    ]


def test_a_part_without_a_noun_of_its_own_takes_that_of_its_whole() -> None:
    first, _ = nd.extract_figures("Bà Mai là 1 trong 4 giám khảo của cuộc thi.", language="vi")
    assert (first.noun, first.part_of) == ("giám khảo", "4")


def test_adverbs_before_the_verb_are_not_part_of_a_noun_before_its_number() -> None:
    (claim,) = nd.extract_figures("Doanh thu từ bán than chỉ đạt 5 tỷ đồng.", language="vi")
    assert claim.noun == "Doanh thu từ bán than"


def test_nouns_are_spelt_as_printed_and_found_wherever_the_tone_mark_is() -> None:
    (claim,) = nd.extract_figures("Hai bên ký 21 thỏa thuận.", language="vi")
    assert claim.noun == "thỏa thuận"
    (claim,) = nd.extract_figures("Bão làm 3 triêụ ngươì mất điện.", language="vi")
    assert (claim.text, claim.value, claim.noun) == ("3 triêụ", 3_000_000, "ngươì")


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


def test_a_verb_before_a_bare_noun_does_not_make_a_noun_of_its_clause() -> None:
    (claim,) = nd.extract_figures("Chiếc xe khách chở 27 người.", language="vi")
    assert claim.noun == "người"


@pytest.mark.parametrize(
    ("text", "value", "noun"),
    [
        ("The retreat by 27 Senate Republicans angered the right.", "27", "Senate Republicans"),
        ("A letter from 40 New Jersey Democrats praised it.", "40", "New Jersey Democrats"),
        ("They seized 14 AK - 47 rifles from the boat.", "14", "AK - 47 rifles"),
        ("The army bought 12 F-16 jets from abroad.", "12", "F-16 jets"),
        ("They hid 14 AK - 47 Rifles from view.", "14", "AK - 47 Rifles"),
        ("The families of the two wounded men asked for peace.", "2", "wounded men"),
        ("The manager had given Cheeks two contract extensions.", "2", "contract extensions"),
    ],
)
def test_an_english_noun_has_its_names_and_participles_and_not_the_verb(text: str, value: str, noun: str) -> None:
    (claim,) = counts(text, "en")
    assert (str(claim.value), claim.noun) == (value, noun)


@pytest.mark.parametrize(
    ("text", "value", "noun"),
    [
        ("Có 31.400 thí sinh điều chỉnh nguyện vọng.", 31_400, "thí sinh"),
        ("Có 60 hộ dân kiến nghị dời nhà.", 60, "hộ dân"),
        ("Có 25 tiểu thương phản đối việc dời chợ.", 25, "tiểu thương"),
        ("Cô lái hai chiếc Cadillac của tổng thống.", 2, "chiếc Cadillac"),
        ("Hãng đặt mua 40 chiếc Boeing của Mỹ.", 40, "chiếc Boeing"),
        ("Nhà có ba anh em, đều học đại học.", 3, "anh em"),
    ],
)
def test_a_vietnamese_noun_ends_at_a_verb_and_has_the_name_of_a_thing(text: str, value: int, noun: str) -> None:
    (claim,) = counts(text, "vi")
    assert (claim.value, claim.noun) == (value, noun)


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Những hộ còn lại được giảm 15% tiền điện.", "tiền điện"),
        ("Nông dân được hỗ trợ từ ngân sách bằng 40% tiền giống.", "tiền giống"),
        ("Người nghèo được miễn 50% học phí.", "học phí"),
        ("Hãng giảm 30% giá vé dịp lễ.", "giá vé dịp lễ"),
        ("Bội chi là 5,3% GDP.", "Bội chi"),
    ],
)
def test_a_percentage_right_before_a_quantity_is_of_it_if_it_changes_or_equals_it(text: str, noun: str) -> None:
    (claim,) = claims(text, "percent")
    assert claim.noun == noun


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Tổng vốn đầu tư là 36 triệu USD.", "vốn đầu tư"),
        ("Họ kiểm soát tổng GDP hơn 48.000 tỉ USD.", "GDP"),
        ("Cải chip 1.500 đồng/mớ, cải xanh, cải cúc, cải hoa 3.000 đồng/mớ.", "cải xanh, cải cúc, cải hoa"),
        ("Tiền bồi thường là 500.000 USD, tương đương hơn 10 tỉ đồng.", "Tiền bồi thường"),
    ],
)
def test_the_last_amount_of_money_has_its_noun(text: str, noun: str) -> None:
    assert claims(text, "money")[-1].noun == noun


@pytest.mark.parametrize(
    ("language", "text", "qualifier"),
    [
        ("vi", "Hai quả bom rơi xuống gần 1 trường học.", "exact"),
        ("vi", "Mìn phát nổ gần 3 ngôi nhà.", "exact"),
        ("vi", "Bão làm gần 3 ngôi nhà sập.", "nearly"),
        ("vi", "Khảo sát dựa trên 1.500 cuộc gọi.", "exact"),
        ("vi", "Tỉnh có trên 1.500 cuộc gọi.", "more_than"),
        ("vi", "Họ giữ lời hẹn ước 5 năm.", "exact"),
        ("vi", "Số khách vượt mốc 200 người.", "more_than"),
        ("vi", "Số khách vượt ngưỡng 200 người.", "more_than"),
        ("en", "The rocket exploded close to 3 schools.", "exact"),
        ("en", "It shut close to 30 schools.", "nearly"),
    ],
)
def test_a_preposition_of_place_is_no_qualifier(language: str, text: str, qualifier: str) -> None:
    claim = nd.extract_figures(text, language=language)[-1]
    assert claim.qualifier == qualifier


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("vi", "Hội nghị quán triệt Nghị quyết Trung ương 7 khóa XII."),
        ("vi", "Hồ sơ được xét theo phương án 1 hoặc phương án 3 tùy địa phương."),
        ("vi", "Cô đóng phim 12 con giáp."),
        ("vi", "Anh lọt vào trong top 10 cầu thủ hay nhất."),
        ("en", "The chase tied up traffic on the I - 75 corridor."),
        ("en", "He fired an AK - 47 rifle."),
        ("en", "She saw the film 12 Monkeys."),
    ],
)
def test_numbers_of_names_are_no_figures(language: str, text: str) -> None:
    assert [claim for claim in nd.extract_figures(text, language=language) if claim.kind != "date"] == []


def test_a_phrase_that_is_no_unit_may_end_where_a_compound_begins() -> None:
    (claim,) = nd.extract_figures("Thí sinh có 4 năm học lực giỏi.", language="vi")
    assert (claim.kind, claim.unit) == ("duration", "year")
    (claim,) = counts("Trường qua 4 năm học.", "vi")
    assert claim.noun == "năm học"
