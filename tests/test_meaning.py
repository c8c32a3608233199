from __future__ import annotations

from datetime import date

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
        ("Chỉ số giá của Lạc Thủy tăng 6,4%.", "vi", "Chỉ số giá của Lạc Thuỷ"),
        ("Prices rose 3.5 percent in May.", "en", "Prices"),
    ],
)
def test_a_step_is_of_what_stands_before_its_verb(text: str, language: str, noun: str) -> None:
    (step,) = [claim for claim in nd.extract_figures(text, language=language) if claim.kind == "percent"]
    assert (step.noun, step.change) == (noun, "up")


def test_a_classifier_may_begin_like_a_word_that_ends_a_noun() -> None:
    (claim,) = counts("Có 5 đối tượng tham gia đua xe.", "vi")
    assert claim.noun == "đối tượng"
