from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsdedup as nd
from newsdedup.languages import known_languages
from newsdedup.text.numbers.digits import parse_digits
from newsdedup.text.numbers.grammar import number_grammar_of

SEED_KINDS = ("count", "percent", "duration")


def figures(text: str, language: str = "vi") -> list[nd.FigureClaim]:
    return [claim for claim in nd.extract_figures(text, language=language) if claim.kind != "date"]


def one(text: str, language: str = "vi") -> nd.FigureClaim:
    (claim,) = figures(text, language)
    return claim


def bounds(row: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(row[name] for name in ("start", "end", "best", "value_low", "value_high", "qualifier", "kind"))


def test_every_figure_of_the_seeds_is_read_with_value_qualifier_and_span(
    seeds: nd.Articles, gold_rows: list[dict[str, Any]]
) -> None:
    def number(value: Any) -> float | None:
        return None if value is None else float(value)

    found = {
        (article.id, c.start, c.end, number(c.value), number(c.low), number(c.high), c.qualifier, c.kind)
        for article in seeds
        for c in figures(article.text)
        for c in nd.extract_figures(article)
        if c.kind in SEED_KINDS
    }
    wanted = {
        (row["doc"], *bounds(row))
        for row in gold_rows
        if row["kind"] in SEED_KINDS and row["role"] in ("event_attribute", "reported_statistic")
    }
    assert len(wanted) == 52
    assert wanted <= found


def test_nothing_else_in_the_seeds_is_taken_for_a_figure(seeds: nd.Articles, gold_rows: list[dict[str, Any]]) -> None:
    kinds = {*SEED_KINDS, "money", "measure", "age"}
    for article in seeds:
        others = [
            row
            for row in gold_rows
            if row["doc"] == article.id and (row["kind"] not in SEED_KINDS or row["role"] == "not_a_figure")
        ]
        for claim in nd.extract_figures(article):
            if claim.kind in kinds:
                assert not [row for row in others if row["start"] < claim.end and claim.start < row["end"]]


def test_the_dates_of_the_seeds_are_read_as_printed(seeds: nd.Articles, gold_rows: list[dict[str, Any]]) -> None:
    found = {
        (c.article_id, c.start, c.end, c.value, c.qualifier)
        for a in seeds
        for c in nd.extract_figures(a)
        if c.kind == "date"
    }
    wanted = {(r["doc"], r["start"], r["end"], r["best"], r["qualifier"]) for r in gold_rows if r["kind"] == "date"}
    assert len(wanted) == 14
    assert found == wanted


@pytest.mark.parametrize(
    ("words", "qualifier", "low", "high"),
    [
        ("11.000", "exact", 11000, 11000),
        ("hơn 10.000", "more_than", 10000, None),
        ("ít nhất 20", "at_least", 20, None),
        ("không dưới 20", "at_least", 20, None),
        ("gần 42.000", "nearly", None, 42000),
        ("chưa đến 50", "less_than", None, 50),
        ("tối đa 50", "at_most", None, 50),
        ("khoảng 1.000", "about", 950, 1050),
        ("1,5 triệu", "exact", 1_500_000, 1_500_000),
        ("2 nghìn tỷ", "exact", 2 * 10**12, 2 * 10**12),
        ("5-7", "range", 5, 7),
        ("từ 5 đến 7", "range", 5, 7),
        ("5 - 7 triệu", "range", 5_000_000, 7_000_000),
    ],
)
def test_a_qualifier_precedes_its_number(words: str, qualifier: str, low: int | None, high: int | None) -> None:
    claim = one(f"Hội nghị có {words} điểm cầu.")
    assert (claim.qualifier, claim.low, claim.high, claim.noun) == (qualifier, low, high, "điểm cầu")
    assert claim.text == words.removeprefix("từ ")


def test_a_qualifier_may_follow_the_noun() -> None:
    assert one("Nơi này chứa được 10.000 người trở lên.").qualifier == "at_least"
    assert one("The hall holds 500 people or more.", "en").qualifier == "at_least"


@pytest.mark.parametrize(
    ("text", "span", "kind", "unit", "value"),
    [
        ("tăng lên 59,1%", "59,1%", "percent", "%", "59.1"),
        ("cao hơn 2 điểm phần trăm", "hơn 2 điểm phần trăm", "percent", "pp", "2"),
        ("trị giá 1,2 tỷ đồng", "1,2 tỷ đồng", "money", "VND", "1200000000"),
        ("trị giá 85 triệu USD", "85 triệu USD", "money", "USD", "85000000"),
        ("kéo dài 3 ngày", "3 ngày", "duration", "day", "3"),
        ("dài 12,5 km", "12,5 km", "measure", "km", "12.5"),
        ("ông Nam, 45 tuổi", "45 tuổi", "age", "year", "45"),
    ],
)
def test_units_belong_to_the_span(text: str, span: str, kind: str, unit: str, value: str) -> None:
    claim = one(text)
    assert (claim.text, claim.kind, claim.unit, claim.value) == (span, kind, unit, Decimal(value))


@pytest.mark.parametrize(
    ("text", "span", "kind", "value"),
    [
        ("More than 1,200 people attended the rally.", "More than 1,200", "count", "1200"),
        ("It cost $1.2bn to build.", "$1.2bn", "money", "1200000000"),
        ("Prices rose 3.5 percent in May.", "3.5 percent", "percent", "3.5"),
        ("Nearly 2 million voters were turned away.", "Nearly 2 million", "count", "2000000"),
        ("A 12-year-old boy was found.", "12-year-old", "age", "12"),
        ("Two people were killed.", "Two", "count", "2"),
        ("At least 17 dead were found.", "At least 17", "count", "17"),
    ],
)
def test_english_figures_are_read(text: str, span: str, kind: str, value: str) -> None:
    claim = figures(text, "en")[0]
    assert (claim.text, claim.kind, claim.value) == (span, kind, Decimal(value))


@pytest.mark.parametrize(
    "text",
    [
        "mô hình chính quyền địa phương 2 cấp",
        "kết luận 167-KL/TW của Bộ Chính trị",
        "một số địa phương, phần lớn người dân",
        "lúc 15h30 chiều nay",
        "thắng 3-1 trên sân khách",
        "quận 7, phường 12, quốc lộ 1",
        "chiếc Boeing 747 hạ cánh",
        "không gian, tỷ lệ, năm học",
        "đứng thứ 5 trong bảng",
        "mã số 0123456789012345678901234567890123456789 nhân viên",
        "địa chỉ 192.168.1.1 máy chủ",
    ],
)
def test_names_codes_ranks_and_times_are_not_figures(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Vụ tai nạn làm 5 người chết", "dead"),
        ("khiến 12 người bị thương nặng", "injured"),
        ("còn 3 ngư dân mất tích", "missing"),
        ("công an bắt giữ 7 đối tượng", "arrested"),
        ("hơn 500 đại biểu tham dự", "attendees"),
        ("mở 20 chuyên đề", "agenda"),
        ("thu hoạch 20 quả dừa", None),
    ],
)
def test_words_around_a_number_give_its_role(text: str, role: str | None) -> None:
    assert one(text).role == role


def test_two_tolls_in_one_sentence_keep_their_own_roles() -> None:
    assert [(c.value, c.role) for c in figures("Vụ nổ làm 5 người chết, 12 người bị thương và 2 người mất tích.")] == [
        (5, "dead"),
        (12, "injured"),
        (2, "missing"),
    ]


def test_a_coordinated_list_is_one_noun_and_a_new_count_is_not() -> None:
    assert one("với 100 cán bộ, đảng viên, công chức tham dự").noun == "cán bộ, đảng viên, công chức"
    assert [c.noun for c in figures("gồm 105 xã, 39 phường, 8 thị trấn")] == ["xã", "phường", "thị trấn"]


def test_a_bare_noun_takes_its_name_from_the_left() -> None:
    assert one("Tổng số người đã nhận tiền là gần 42.000 người.").noun == "người đã nhận tiền"
    assert one("Cán bộ cấp xã 1.597 người.").noun == "Cán bộ cấp xã"


def test_scope_comes_from_the_sentence_then_from_the_one_before() -> None:
    text = "Đại biểu họp tại điểm cầu Lạc Thủy. Hội nghị nối 141 điểm cầu trong toàn tỉnh. Cả nước có 900 điểm cầu."
    scopes = [(c.scope.place, c.scope.level) for c in figures(text)]
    assert scopes == [("Lạc Thuỷ", "province"), (None, "national")]


def test_the_province_is_the_last_one_named_not_the_nearest_place() -> None:
    text = "Tại hội trường Tỉnh ủy Lạc Thủy. Ông Sơn dự tại huyện Mai Pha. Các sở của tỉnh nối tới 193 xã."
    assert one(text).scope == nd.Scope("Lạc Thuỷ", "province")


def test_as_of_planned_and_change_are_read() -> None:
    until = one("Đến ngày 25/7, đã có 85.000 người dân nhận tiền.")
    assert until.as_of == "XXXX-07-25"
    assert one("Dự kiến xây 20 ngôi nhà.").modality == "planned"
    assert one("tỷ lệ hộ nghèo giảm 2,38%").change == "down"
    assert one("tỷ lệ hộ nghèo giảm xuống còn 5,98%").change == "level"


def test_publication_gives_dates_their_year() -> None:
    (claim,) = nd.extract_figures("Sáng 14/6, hội nghị khai mạc.", published_at=date(2025, 6, 15))
    assert claim.value == "2025-06-14"


def test_a_language_without_tables_is_not_read() -> None:
    assert nd.extract_figures("An der Sitzung nahmen 300 Personen teil.", language="de") == []


@pytest.mark.parametrize(
    ("printed", "vietnamese", "english"),
    [
        ("10.000", "10000", "10000"),
        ("9.916", "9916", "9.916"),
        ("1,5", "1.5", "1.5"),
        ("8,36", "8.36", "8.36"),
        ("1.234.567", "1234567", "1234567"),
        ("1,234,567", "1234567", "1234567"),
        ("1.234,5", "1234.5", "1234.5"),
        ("1,234.5", "1234.5", "1234.5"),
        ("0,125", "0.125", "0.125"),
        ("1.2.3.4", None, None),
        ("1.234.567,89", "1234567.89", "1234567.89"),
        ("9" * 400, None, None),
    ],
)
def test_separators_follow_the_language(printed: str, vietnamese: str | None, english: str | None) -> None:
    for code, value in (("vi", vietnamese), ("en", english)):
        found = parse_digits(printed, number_grammar_of(known_languages()[code]))
        assert found == (None if value is None else Decimal(value))


pieces = st.sampled_from(
    [
        "hơn 10.000",
        "điểm cầu",
        " ",
        ", ",
        ". ",
        "1,5 triệu",
        "14/6",
        "%",
        "người chết",
        "\u200b",
        "\n",
        "Hà",
        "ngày",
        "\ud800",
        "(",
        "\x00",
    ]
)


@given(st.lists(pieces | st.text(max_size=4), max_size=30).map("".join))
def test_every_claim_quotes_its_article_exactly(text: str) -> None:
    for form in (text, unicodedata.normalize("NFD", text)):
        for claim in nd.extract_figures(form, language="vi"):
            assert claim.text == form[claim.start : claim.end]
            assert claim.start < claim.end


@given(st.lists(pieces, max_size=20).map("".join))
def test_decomposed_text_gives_the_same_claims(text: str) -> None:
    def meaning(claim: nd.FigureClaim) -> tuple[Any, ...]:
        return claim.value, claim.low, claim.high, claim.qualifier, claim.kind, claim.role

    forms = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    composed, decomposed = (list(map(meaning, nd.extract_figures(form, language="vi"))) for form in forms)
    assert composed == decomposed


@pytest.mark.parametrize(
    "unit", ["1.", "1,1 ", "14/6 ", "hơn ", "(", "số người ", "5 người, ", "Hà ", "tại Hà Nội 5 người, "]
)
def test_a_text_without_a_full_stop_is_read_to_its_end(unit: str) -> None:
    (*_, last) = nd.extract_figures(unit * 5000 + " và 17 điểm cầu", language="vi")
    assert (last.text, last.noun) == ("17", "điểm cầu")


def test_reading_a_page_with_much_furniture_takes_time_by_its_length() -> None:
    def seconds(lines: int) -> float:
        text = "Ngày 3/4/2020 nước lũ về.\nẢnh: Trần An\n" * lines
        started = process_time()
        nd.extract_figures(text, language="vi")
        return process_time() - started

    few, many = (min(seconds(lines) for _ in range(3)) for lines in (2_000, 8_000))
    assert many < 10 * few + 0.05  # where it took the square, it would be sixteen times


@pytest.mark.parametrize(
    ("text", "language", "tolls"),
    [
        ("The quake killed 5 and injured 20.", "en", {"dead": 5, "injured": 20}),
        ("The attack killed 12 people and wounded 30.", "en", {"dead": 12, "injured": 30}),
        ("Three people are dead and two others were wounded.", "en", {"dead": 3, "injured": 2}),
        (
            "Bão làm chết 5 người, mất tích 3 người và bị thương 10 người.",
            "vi",
            {"dead": 5, "missing": 3, "injured": 10},
        ),
        ("Không ai trong 20 công nhân thiệt mạng.", "vi", {None: 20}),
        ("None of the 20 passengers was injured.", "en", {None: 20}),
        ("Có 64 người chết và mất tích, trong đó 40 người chết.", "vi", {None: 64, "dead": 40}),
    ],
)
def test_a_cue_goes_with_its_own_number(text: str, language: str, tolls: dict[str | None, int]) -> None:
    assert {claim.role: claim.value for claim in figures(text, language)} == tolls


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("trị giá 1 tỷ 200 triệu đồng", 1_200_000_000),
        ("trị giá 3 triệu rưỡi đồng", 3_500_000),
        ("có 2 triệu 500 nghìn lượt khách", 2_500_000),
        ("nhiệt độ xuống -2 độ C", -2),
        ("nhiệt độ xuống âm 3 độ C", -3),
    ],
)
def test_compound_and_negative_numbers_are_read_whole(text: str, value: int) -> None:
    assert one(text).value == value


@pytest.mark.parametrize(
    "text",
    [
        "Hai mươi hai mươi người chết",
        "Cứu hộ trực 24/7 ở đây",
        "Có 5 " + "tỷ " * 500 + "người chết",
    ],
)
def test_what_cannot_be_read_whole_is_not_read(text: str) -> None:
    assert nd.extract_figures(text, language="vi") == []


def test_a_scale_of_one_letter_needs_a_currency() -> None:
    assert one("a pool 50 m long", "en").unit is None if figures("a pool 50 m long", "en") else True
    assert one("It cost $50m.", "en").value == 50_000_000


def test_a_modal_verb_is_not_a_month_and_a_clock_may_come_before_a_date() -> None:
    assert [claim.kind for claim in nd.extract_figures("20 may have been killed", language="en")] == ["count"]
    dates = nd.extract_figures("Tính đến 17h ngày 9/9, bão đã tan.", language="vi")
    assert [(claim.value, claim.role) for claim in dates] == [("XXXX-09-09", "as_of")]


def test_planned_needs_its_cue_near_and_no_past_after_it() -> None:
    assert one("Ông cho biết sẽ khởi tố vụ án sau khi vụ nổ làm 5 người chết").modality == "actual"
    assert one("The governor will visit the town where 12 people died", "en").modality == "actual"
    assert one("Tỉnh sẽ xây 20 trường học").modality == "planned"


def test_an_amount_of_money_may_be_followed_by_its_noun() -> None:
    assert one("It caused $3 million in damage.", "en").noun == "damage"
    assert one("Thiệt hại là 300 triệu đồng").noun == "Thiệt hại"


@pytest.mark.parametrize(
    "text",
    [
        "The death toll in the earthquake rose to 48.",
        "Death toll rises to 48 as rescuers search.",
        "Officials put the death toll at 48.",
        "The death toll from the floods has reached 48",
    ],
)
def test_a_death_toll_is_read_however_it_is_put(text: str) -> None:
    claim = one(text, "en")
    assert (claim.value, claim.role) == (48, "dead")


@pytest.mark.parametrize(
    "text",
    ["Trận lũ ngày 14/6 làm ít nhất 20 người chết.", "Sáng 25/8, bão số 5 đổ bộ Nghệ An, 20 người thiệt mạng."],
)
def test_a_cue_next_to_a_count_belongs_to_it_whatever_other_numbers_the_sentence_has(text: str) -> None:
    (claim,) = (claim for claim in nd.extract_figures(text, language="vi") if claim.kind == "count")
    assert (claim.value, claim.role) == (20, "dead")


@pytest.mark.parametrize("given", [None, 5, ["5 người chết"]])
def test_what_is_neither_article_nor_text_is_refused(given: Any) -> None:
    with pytest.raises(nd.InputError, match=type(given).__name__):
        nd.extract_figures(given)
    with pytest.raises(nd.InputError, match=type(given).__name__):
        nd.read_amounts(given)


@pytest.mark.parametrize("roles", [["dead"], nd.Role(name="trees")])
def test_roles_are_a_list_of_roles(roles: Any) -> None:
    with pytest.raises(nd.SettingError, match="list of roles"):
        nd.extract_figures("5 người chết", roles=roles)
    with pytest.raises(nd.SettingError, match="list of roles"):
        nd.reconcile([], roles=roles)
    with pytest.raises(nd.SettingError, match="list of roles"):
        nd.consolidate(["5 người chết"], roles=roles)


@pytest.mark.parametrize(
    ("text", "language", "days"),
    [
        ("12 people died on June 14, ٢٠٢٥.", "en", ["2025-06-14"]),
        ("12 people died on June 14, 20٢5.", "en", ["2025-06-14"]),
        ("12 people died in November ١٩٨٣.", "en", ["1983-11"]),
        ("12 people died on 2025-०६-14.", "en", ["2025-06-14"]),
        ("12 orang tewas pada 14 Juni ٢٠٢٥.", "id", ["2025-06-14"]),
        ("12 orang tewas (١٤/٦/٢٠٢٥).", "id", ["2025-06-14"]),
        ("Ngày 14/6/٢٠٢٥, 12 người chết.", "vi", ["2025-06-14"]),
        ("12 personnes sont mortes le 14 juin ٢٠٢٥.", "fr", ["2025-06-14"]),
    ],
)
def test_digits_of_any_script_are_days_and_counts_in_ascii(text: str, language: str, days: list[str]) -> None:
    claims = nd.extract_figures(text, language=language)
    assert [str(claim.low) for claim in claims if claim.kind == "date"] == days
    record = nd.record_of([{"text": text, "language": language}, {"text": "A storm came on Monday.", "language": "en"}])
    assert not any("not read" in note for note in record.notes)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The flood killed {} people.", "en"),
        ("Two boys and {} women were killed.", "en"),
        ("Anna Moss, born {}, was killed.", "en"),
        ("Lũ làm {} người chết.", "vi"),
        ("Ông Trần Văn Nam (SN {}) bị bắt.", "vi"),
    ],
)
def test_digits_of_any_length_end_no_reading_and_are_no_figure(text: str, language: str) -> None:
    text = text.format("7" * 4301)
    assert all(claim.high < 10**16 for claim in figures(text, language) if claim.high is not None)
    nd.explain_figures(text, language=language)
    assert not nd.record_of([{"text": text, "language": language}]).notes


@pytest.mark.parametrize(
    "sign",
    [*"\u0301\u0336\u20e3\u0e31²³₂①⁄−·•*'’′″°^~#@=+?№٫٬，．\x00\ufffd", ",\u0301", "\u0301,", "*.", "\u0301\u0302"],
)
@pytest.mark.parametrize(("text", "language"), [("The flood killed 12{}34 people", "en"), ("12{}34 người chết", "vi")])
def test_digits_with_a_mark_or_sign_between_them_are_no_figure(sign: str, text: str, language: str) -> None:
    assert figures(text.format(sign), language) == []


@pytest.mark.parametrize("sign", "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202c\u2066\u2069\ufe0f\u034f")
def test_invisible_characters_change_no_number_and_stay_in_its_quotation(sign: str) -> None:
    text = f"Lũ làm 1{sign}234 người chết"
    claim = one(text)
    assert (claim.value, text[claim.start : claim.end]) == (1234, f"1{sign}234")


@pytest.mark.parametrize("digits", ["1２3", "１２３", "١٢٣", "१२३", "𝟏𝟐𝟑", "1٢3"])
def test_digits_of_several_scripts_are_one_number(digits: str) -> None:
    assert one(f"Lũ làm {digits} người chết").value == 123


def test_ranges_and_feet_with_inches_are_read_with_their_signs() -> None:
    assert (one("killed 12–34 people", "en").low, one("The man is 5’11 tall", "en").value) == (12, 71)
