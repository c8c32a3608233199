from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsdedup as nd


def tolls(text: str, language: str) -> dict[str, tuple[str, int]]:
    """Words and value of what each role counts, without the parts of a whole."""
    claims = [claim for claim in nd.extract_figures(text, language=language) if claim.role and not claim.part_of]
    return {str(claim.role): (claim.text, int(claim.number)) for claim in claims if claim.kind == "count"}


@pytest.mark.parametrize(
    ("text", "role", "words", "value"),
    [
        ("A man was shot and killed on Sunday.", "dead", "A man", 1),
        ("A 17-year-old boy died after a crash Friday night.", "dead", "A 17-year-old boy", 1),
        ("Linda Moss, 31, was pronounced dead at the scene.", "dead", "Linda Moss", 1),
        ("The victim was rushed to a clinic, where he died.", "dead", "he", 1),
        ("Deputies found the body of a woman in the lake.", "dead", "a woman", 1),
        ("The storm hit the town, killing a teacher.", "dead", "a teacher", 1),
        ("The crash left one dead.", "dead", "one", 1),
        ("One person was killed.", "dead", "One person", 1),
        ("A mother, father and toddler were found dead.", "dead", "A mother, father and toddler", 3),
        ("A man and two children are dead.", "dead", "A man and two children", 3),
        ("Linda Moss, 21, and Paula Reed, 20, were killed.", "dead", "Linda Moss, 21, and Paula Reed", 2),
        ("He fatally shot his wife and two sons.", "dead", "his wife and two sons", 3),
        ("The couple were found dead.", "dead", "The couple", 2),
        ("The mother of a girl who died spoke on Monday.", "dead", "a girl", 1),
        ("A nurse was wounded in the attack.", "injured", "A nurse", 1),
        ("A hiker is still missing.", "missing", "A hiker", 1),
        ("Police arrested a man on Monday.", "arrested", "a man", 1),
        ("No injuries were reported.", "injured", "No", 0),
        ("No one was hurt.", "injured", "No one", 0),
    ],
)
def test_english_counts_people_without_a_number(text: str, role: str, words: str, value: int) -> None:
    assert tolls(text, "en")[role] == (words, value)


@pytest.mark.parametrize(
    ("text", "role", "words", "value"),
    [
        ("Vụ tai nạn khiến một người đàn ông tử vong.", "dead", "một người đàn ông", 1),
        ("Vụ tai nạn khiến hai mẹ con tử vong.", "dead", "hai mẹ con", 2),
        ("Vụ nổ làm một người chết và vài người bị thương.", "dead", "một người", 1),
        ("Chị Lê Thị Mơ tử vong tại chỗ.", "dead", "Chị Lê Thị Mơ", 1),
        ("Người dân phát hiện thi thể một phụ nữ trên sông.", "dead", "một phụ nữ", 1),
        ("Vụ cháy không có thiệt hại về người.", "dead", "không có", 0),
        ("Rất may không ai bị thương.", "injured", "không ai", 0),
        ("Một em bé bị thương sau vụ va chạm.", "injured", "Một em bé", 1),
        ("Công an bắt giữ nghi phạm Trần Văn Bốn.", "arrested", "nghi phạm Trần Văn Bốn", 1),
    ],
)
def test_vietnamese_counts_people_without_a_number(text: str, role: str, words: str, value: int) -> None:
    assert tolls(text, "vi")[role] == (words, value)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("If a man is killed, the law applies.", "en"),
        ("He could have been killed.", "en"),
        ("No one else was injured.", "en"),
        ("The men died.", "en"),
        ("The dead man's car was found.", "en"),
        ("Nếu không cấp cứu kịp, nạn nhân có thể tử vong.", "vi"),
        ("Các nạn nhân tử vong được đưa về quê.", "vi"),
        ("Hàng loạt người bị thương.", "vi"),
        ("Một số địa phương, một mặt khác, một cách nhanh chóng.", "vi"),
        ("Đội tuyển Anh thiệt mạng trong tập một.", "vi"),
    ],
)
def test_what_did_not_happen_or_has_no_count_is_not_counted(text: str, language: str) -> None:
    assert tolls(text, language) == {}


def test_people_who_are_mentioned_do_not_deny_others() -> None:
    (mention,) = nd.extract_figures("A man was killed.", language="en")
    (toll,) = nd.extract_figures("One man was killed.", language="en")
    assert (mention.qualifier, mention.low, mention.high, mention.is_toll) == ("exact", 1, 1, False)
    assert (toll.qualifier, toll.low, toll.high, toll.is_toll) == ("exact", 1, 1, True)
    assert mention.meant.high is None
    assert toll.meant.high == 1


def test_people_who_are_mentioned_again_and_again_are_read_once() -> None:
    text = "Chị Mai tử vong tại chỗ. Sau cái chết của chị Mai, xóm làng bàng hoàng. Thi thể nạn nhân đã được đưa về."
    assert [claim.text for claim in nd.extract_figures(text, language="vi")] == ["Chị Mai"]


def test_of_people_who_are_mentioned_again_the_mention_by_name_is_kept() -> None:
    text = "The mother died at the scene. Friends said Ann Roe died as she had lived."
    assert [claim.text for claim in nd.extract_figures(text, language="en")] == ["Ann Roe"]


def test_a_person_who_does_it_to_himself_after_others_is_one_more() -> None:
    assert tolls("Police say a man killed his brother before killing himself.", "en")["dead"][1] == 2
    assert tolls("Police say he took his own life.", "en")["dead"][1] == 1


def test_a_number_counts_the_people_mentioned_next_to_it() -> None:
    text = "Two people were killed. A man, 34, died at the scene. The other victim died in hospital."
    assert [claim.text for claim in nd.extract_figures(text, language="en") if claim.role == "dead"] == ["Two"]


def test_a_number_in_a_list_of_people_is_a_part_of_it() -> None:
    claims = {claim.text: claim for claim in nd.extract_figures("A man and two children are dead.", language="en")}
    assert claims["two"].part_of == "A man and two children"
    assert claims["A man and two children"].part_of is None


def test_who_died_of_a_wound_is_not_among_the_injured() -> None:
    assert set(tolls("A man was shot in the leg on Monday. He died on Tuesday.", "en")) == {"dead"}
    assert set(tolls("The blast killed a man and injured a woman.", "en")) == {"dead", "injured"}


def test_a_cue_speaks_of_the_people_nearest_to_it() -> None:
    assert tolls("Police questioned 12 neighbours after a man was killed.", "en")["dead"] == ("a man", 1)
    (visitors,) = [
        claim
        for claim in nd.extract_figures("Twelve visitors watched as the woman was wounded.", language="en")
        if claim.number == 12
    ]
    assert visitors.role is None


pieces = st.sampled_from(
    [
        "A man",
        "two sons",
        " and ",
        ", ",
        "was killed",
        "killing ",
        "his wife",
        "Linda Moss",
        "No one",
        ". ",
        "; ",
        "he ",
        "died",
    ]
)


@given(st.lists(pieces | st.text(max_size=3), max_size=25).map("".join))
def test_mentions_quote_their_article_exactly(text: str) -> None:
    for claim in nd.extract_figures(text, language="en"):
        assert claim.text == text[claim.start : claim.end]
        assert claim.kind == "date" or isinstance(claim.value, Decimal)
