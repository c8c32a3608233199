"""What looks like a date: months in words, nights, years over two, times, scores, ranges and shares."""

from __future__ import annotations

from datetime import date

import pytest

from newsdedup.languages import known_languages
from newsdedup.text.dates.mention import DateMention
from newsdedup.text.dates.reader import read_dates

WRITTEN = date(2025, 10, 15)


def mentions(text: str, language: str) -> list[DateMention]:
    return read_dates(text, known_languages()[language], WRITTEN)


def read(text: str, language: str = "vi") -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.value) for one in mentions(text, language)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Kể từ tháng Chín năm 2024, có 12 vụ.", "tháng Chín năm 2024", "2024-09"),
        ("Sự việc xảy ra hồi tháng Ba.", "tháng Ba", "2025-03"),
        ("Vào tháng Mười Một năm ngoái, cầu sập.", "tháng Mười Một năm ngoái", "2024-11"),
        ("Đầu tháng Mười Hai, chợ mở.", "Đầu tháng Mười Hai", "2025-12"),
        ("Ngày 5 tháng Chín, trường khai giảng.", "Ngày 5 tháng Chín", "2025-09-05"),
        ("Ngày 2 tháng chín năm 1945, cờ đỏ bay.", "Ngày 2 tháng chín năm 1945", "1945-09-02"),
        ("Cuối tháng tám, mưa lớn.", "Cuối tháng tám", "2025-08"),
        ("Hồi tháng năm, hạn hán.", "tháng năm", "2025-05"),
        ("Từ tháng Tám/2023, nhà máy đóng cửa.", "tháng Tám/2023", "2023-08"),
        ("Ngày 14 và 15 tháng Sáu, họp.", "Ngày 14 và 15 tháng Sáu", "2025-06-14/2025-06-15"),
    ],
)
def test_months_in_words_are_months(text: str, words: str, value: str) -> None:
    assert read(text) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "Mỗi tháng ba lần, anh về quê.",
        "Cách mạng tháng Tám thành công.",
        "Trong 9 tháng năm nay, lãi lớn.",
        "Tiền thuê một tháng hai triệu đồng.",
        "Ngày tháng năm sinh của cháu bị ghi sai.",
    ],
)
def test_other_numbers_after_the_word_for_a_month_are_not_months(text: str) -> None:
    assert read(text) == []


def test_the_year_of_a_period_of_months_is_not_a_month() -> None:
    assert read("Lãi 9 tháng năm 2013 giảm.") == [("năm 2013", "2013")]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("Từ đêm 14 đến sáng 15/10, mưa lớn.", "vi", "2025-10-14/2025-10-15"),
        ("Đêm 14, rạng sáng 15/10, lũ về.", "vi", "2025-10-14/2025-10-15"),
        ("Đêm 14 rạng sáng 15/10, lũ về.", "vi", "2025-10-14/2025-10-15"),
        ("Tối 30/9, rạng sáng 1/10, lũ về.", "vi", "2025-09-30/2025-10-01"),
        ("Đêm ngày 14 và rạng sáng ngày 15 tháng 10 năm 2024, mưa.", "vi", "2024-10-14/2024-10-15"),
        ("Khuya 3 rạng sáng 4-10, cháy lớn.", "vi", "2025-10-03/2025-10-04"),
        ("It froze on the night of Oct. 14 to 15.", "en", "2025-10-14/2025-10-15"),
        ("It froze on June 14-15.", "en", "2025-06-14/2025-06-15"),
        ("It rained from June 30 to July 2.", "en", "2025-06-30/2025-07-02"),
        ("It froze on the night of 14/15 June.", "en", "2025-06-14/2025-06-15"),
        ("It rained on June 14, 15 and 16, 2024.", "en", "2024-06-14/2024-06-16"),
    ],
)
def test_two_days_of_one_night_are_one_range(text: str, language: str, value: str) -> None:
    assert [one.value for one in mentions(text, language)] == [value]


def test_a_time_of_day_and_days_that_are_told_apart_are_no_night() -> None:
    assert read("Lúc 4 giờ 30 sáng 15/10, cháy lớn.") == [("sáng 15/10", "2025-10-15")]
    assert [value for _, value in read("Sáng 12/10 Tối 13/10, hai vụ cháy.")] == ["2025-10-12", "2025-10-13"]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("Exports rose in 2013–14.", "en", "2013/2014"),
        ("The 2012-13 season ended.", "en", "2012/2013"),
        ("He played there in 1999-00.", "en", "1999/2000"),
        ("It grew in 2008-12.", "en", "2008/2012"),
        ("Mùa giải 2023/24 khép lại.", "vi", "2023/2024"),
        ("Năm học 2024-2025, trường đón 500 em.", "vi", "2024/2025"),
        ("Musim 2023/2024 berakhir.", "id", "2023/2024"),
    ],
)
def test_years_over_two_are_a_range(text: str, language: str, value: str) -> None:
    assert [(one.value, one.qualifier) for one in mentions(text, language)] == [(value, "range")]


@pytest.mark.parametrize("text", ["Route 2013-17 is closed.", "Model 2012-13-14 failed.", "Call 2013-1415."])
def test_other_numbers_after_a_year_make_no_range(text: str) -> None:
    assert read(text, "en") == []


@pytest.mark.parametrize(
    ("text", "language", "moment"),
    [
        ("Đến 17h ngày 12/9, bão làm 45 người chết.", "vi", "2025-09-12T17:00"),
        ("Tính đến 10h sáng 12/9, 38 người chết.", "vi", "2025-09-12T10:00"),
        ("Đến 17 giờ 30 phút ngày 12/9, 38 người chết.", "vi", "2025-09-12T17:30"),
        ("Đến 8h tối 12/9, 38 người chết.", "vi", "2025-09-12T20:00"),
        ("Đến 24h ngày 12/9, 38 người chết.", "vi", "2025-09-12T23:59"),
        ("Đến 33h ngày 12/9, 38 người chết.", "vi", "2025-09-12"),
        ("Tính đến ngày 12/9 lúc 17h, 38 người chết.", "vi", "2025-09-12T17:00"),
        ("Động đất làm 6.301 người chết (tính đến ngày 10/8).", "vi", "2025-08-10"),
        ("The quake had killed 6,301 people as of August 10.", "en", "2025-08-10"),
        ("By 9 a.m. on Aug. 10, three were dead.", "en", "2025-08-10T09:00"),
        ("As of 5:30 p.m. local time on Tuesday, Oct. 14, it rained.", "en", "2025-10-14T17:30"),
        ("As of midnight on Aug. 10, three were dead.", "en", "2025-08-10T00:00"),
    ],
)
def test_what_is_counted_up_to_a_day_keeps_the_time_of_day(text: str, language: str, moment: str) -> None:
    (one,) = mentions(text, language)
    assert (one.moment, one.role) == (moment, "as_of")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("She works until 7-8 p.m.", "en"),
        ("They stay open until 7-8 at most.", "en"),
        ("The shop is open 24/7, and 9/11 changed it.", "en"),
        ("Cặp chủ nhà vượt lên 12/10 rồi 15/12 mới chịu thua.", "vi"),
        ("Từ chỗ dẫn trước 13/10 rồi 14/12, anh thua.", "vi"),
        ("Đội A thắng 25/20, 25/18, 25/11.", "vi"),
        ("Anh giành chiến thắng dễ dàng 6/1.", "vi"),
        ("Trận đấu có lúc là 25/11, 25/20.", "vi"),
        ("Họ gọi lại đến 5-6 lượt mà không ai nghe máy.", "vi"),
        ("Quán phở ấy bán đến 7-8 giờ sáng là hết.", "vi"),
        ("Tỷ lệ tăng đến 8/10 hộ.", "vi"),
        ("Có tới 8/10 người nghèo.", "vi"),
        ("118/121 giáo viên tham gia.", "vi"),
        ("Kể từ 1/3 dân số trở lên.", "vi"),
    ],
)
def test_scores_ranges_and_shares_are_not_dates(text: str, language: str) -> None:
    assert read(text, language) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Mưa kéo dài các ngày 12/10 và 13/10, lũ về.", "2025-10-12/2025-10-13"),
        ("Đến 7/10, cả nước có 12 ca.", "2025-10-07"),
        ("Tính đến 8-9, cả nước có 12 ca.", "2025-09-08"),
        ("Cho đến 7/10 năm ngoái, chợ còn đông.", "2024-10-07"),
    ],
)
def test_days_that_look_like_shares_are_read_where_the_words_say_so(text: str, value: str) -> None:
    assert mentions(text, "vi")[-1].value == value


@pytest.mark.parametrize(
    "text",
    [
        "Tay vợt chủ nhà giành chiến thắng với tỷ số 2-1 (6/1, 3/6, 7/6).",
        "Sau 3 set: 6/1, 3/6, 7/6, anh vô địch.",
        "Trận đấu khép lại 6/1, 6/2 sau một giờ.",
        "Anh ra quân thắng dễ 6/1 và 6/2 trước đối thủ.",
        "Kết quả (7/5, 6/2) phản ánh đúng thế trận.",
        "Set hai chóng vánh, 6/1 cho chủ nhà.",
        "Nước ngập đường 30/4 ở thành phố biển.",
        "Nhà ở địa chỉ 17/4 bốc cháy.",
        "Quán ở 19/5 Nguyễn Trãi bốc cháy.",
        "Huyết áp 12/8 là bình thường.",
    ],
)
def test_scores_streets_and_addresses_are_no_days(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Thanh tra từ ngày 1/1/2021 đến 30/9/2023.", ["2021-01-01/2023-09-30"]),
        ("Mưa từ 10/12/2022 tới 8/1/2023.", ["2022-12-10/2023-01-08"]),
        ("Hội chợ mở từ ngày 5/3/2023 đến ngày 7/3.", ["2023-03-05/2023-03-07"]),
        ("Họp (14/6/2025 - 15/6/2025).", ["2025-06-14/2025-06-15"]),
        ("Hạn là 30/9/2023 và 1/2/2022.", ["2023-09-30", "2022-02-01"]),
        ("Lũ về từ 30/9/2023 đến 1/2/2022.", []),
        ("15/9 Lê Lợi mở cửa.", ["2025-09-15"]),
    ],
)
def test_a_span_may_print_the_year_of_its_first_day(text: str, values: list[str]) -> None:
    assert [value for _, value in read(text)] == values
