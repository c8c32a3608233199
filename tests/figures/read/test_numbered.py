from __future__ import annotations

from datetime import date

import pytest

import newsdedup as nd


def counts(text: str, language: str, published: date | None = None) -> list[nd.FigureClaim]:
    found = nd.extract_figures(text, language=language, published_at=published)
    return [claim for claim in found if claim.kind == "count"]


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
        "hàng loạt xe, vài xe, một xe",
    ],
)
def test_vietnamese_names_places_and_vague_words_are_not_figures(text: str) -> None:
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
def test_english_addresses_and_telephones_are_not_figures(text: str) -> None:
    assert nd.extract_figures(text, language="en") == []


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
    "text",
    [
        "A category 5 storm came near.",
        "They had a 7-16 start and lost a 61-38 vote.",
        "He ran a third of a mile, and half of the race.",
        "He lives at 518 West 204th Street.",
        "He swam the 800m freestyle and ran a 5k race.",
    ],
)
def test_ranks_scores_shares_and_distances_are_not_counts(text: str) -> None:
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
def test_what_an_english_unit_measures_is_given_by_its_words(text: str, kind: str, unit: str) -> None:
    (claim,) = nd.extract_figures(text, language="en")
    assert (claim.kind, claim.unit) == (kind, unit)


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
def test_set_pairs_names_and_articles_are_not_figures(text: str) -> None:
    assert nd.extract_figures(text, language="vi") == []


def test_one_counts_after_a_qualifier_and_before_a_unit_of_time() -> None:
    (claim,) = nd.extract_figures("Sau hơn một tháng, lũ rút.", language="vi")
    assert (claim.text, claim.value, claim.qualifier, claim.unit) == ("hơn một tháng", 1, "more_than", "month")


def test_a_number_that_opens_a_sentence_does_not_belong_to_a_name_before_it() -> None:
    text = "Tàu chở dầu của hãng Mai Pha. 33 thành viên được đưa lên bờ."
    assert [claim.value for claim in nd.extract_figures(text, language="vi")] == [33]


def test_a_span_of_time_is_not_a_step() -> None:
    (claim,) = nd.extract_figures("Đội cứu hộ mất thêm hai tháng để chuẩn bị.", language="vi")
    assert claim.change == "level"


def test_an_amount_a_year_is_read_though_a_stroke_follows() -> None:
    (claim,) = nd.extract_figures("Ngân sách chi 90.000 tỷ/năm.", language="vi")
    assert (claim.value, claim.unit) == (90_000 * 10**9, "VND")


def test_an_institution_is_not_a_place_but_a_capital_is() -> None:
    (claim,) = nd.extract_figures("Ba nạn nhân nằm tại Bệnh viện tỉnh.", language="vi")
    assert claim.scope.place is None
    (claim,) = nd.extract_figures("Hội chợ mở 21 gian hàng tại Thủ đô Lạc Thành.", language="vi")
    assert (claim.scope.place, claim.scope.level) == ("Lạc Thành", "other")


def test_hours_are_a_clock_only_near_words_of_time() -> None:
    (claim,) = nd.extract_figures("Máy bay bay liên tục 17 giờ, không nghỉ.", language="vi")
    assert (claim.value, claim.unit) == (17, "hour")
    assert nd.extract_figures("Lúc 17 giờ, lửa bùng lên.", language="vi") == []


def test_a_news_agency_and_a_credit_are_not_places() -> None:
    (claim,) = nd.extract_figures("Ảnh: Mai Pha\nThông tấn xã Việt Nam cử 12 phóng viên.", language="vi")
    assert claim.scope.place is None


def test_so_many_out_of_so_many_count_while_a_share_is_a_percentage() -> None:
    claim, share = nd.extract_figures("Có 5/7 người được cứu; lũ ngập 2/3 diện tích.", language="vi")
    assert (claim.text, claim.value, claim.noun, claim.part_of) == ("5/7", 5, "người", "7")
    assert (share.text, share.kind, share.noun) == ("2/3", "percent", "diện tích")


def test_time_in_two_units_is_one_amount_in_the_smaller() -> None:
    (claim,) = nd.extract_figures("Toà tuyên phạt bị cáo 12 năm 6 tháng tù.", language="vi")
    assert (claim.text, claim.value, claim.unit) == ("12 năm 6 tháng", 150, "month")
    (claim,) = nd.extract_figures("The trial took 2 hours and 30 minutes.", language="en")
    assert (claim.text, claim.value, claim.unit) == ("2 hours and 30 minutes", 150, "minute")
