from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import newsdedup as nd
from newsdedup.figures.reconcile.alignment.evidence import AlignmentEvidence, evidence_between, matched, may_be_compared
from newsdedup.figures.reconcile.alignment.subjects import (
    ClaimSubject,
    WordWeights,
    claim_subject,
    subjects_of_claims,
)
from newsdedup.languages import known_roles


def subject(text: str, article: str = "a", *, language: str = "en", number: int = 0, day: str = "") -> ClaimSubject:
    claims = nd.extract_figures(text, article_id=article, language=language, published_at=day or None)
    return claim_subject([[one for one in claims if one.kind != "date"][number]], known_roles())


def evidence(one: ClaimSubject, other: ClaimSubject) -> AlignmentEvidence:
    found = evidence_between(one, other, WordWeights([one, other]))
    mirrored = evidence_between(other, one, WordWeights([one, other]))
    assert mirrored.score == pytest.approx(found.score)
    assert mirrored.obstacle == found.obstacle
    return found


def between(one: str, other: str, *, language: str = "en") -> AlignmentEvidence:
    return evidence(subject(one, "a", language=language), subject(other, "b", language=language))


def weights(found: AlignmentEvidence) -> dict[str, float]:
    return {term.name: term.weight for term in found.terms}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Con tàu trị giá 3,2 tỷ đồng.", "Con tàu trị giá khoảng 4 tỷ đồng."),
        ("Con cá mập trắng dài khoảng 1,8 m.", "Con cá mập trắng dài 1,4 m."),
        ("Luật có hiệu lực trong vòng sáu tháng tới.", "Luật này sẽ có hiệu lực sau 6 tháng."),
        ("Có 70 triệu cuộc gọi thoại bị nghe lén.", "Cơ quan này nghe lén 70,3 triệu cuộc điện thoại."),
    ],
)
def test_one_quantity_is_found_by_its_meaning(one: str, other: str) -> None:
    assert between(one, other, language="vi").score >= 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Giá xăng tăng 5% từ chiều nay.", "Lãi suất tiết kiệm đã tăng 5%."),
        ("Bị cáo lĩnh án 12 năm tù.", "Ông có 12 năm làm giám đốc."),
        ("Đội có 30 cầu thủ trẻ.", "Thành phố mua 40 xe buýt điện."),
    ],
)
def test_a_value_alone_makes_no_quantity(one: str, other: str) -> None:
    assert between(one, other, language="vi").score < 0


def test_the_more_digits_two_values_share_the_less_they_agree_by_chance() -> None:
    texts = ("He saw {} boats.", "They counted {} lamps.")
    found = [
        weights(between(*(text.format(value) for text in texts)))["same value"] for value in ("2", "7", "47", "4,712")
    ]
    assert found == sorted(found)
    assert len(set(found)) == 4


def test_words_for_many_agree_by_chance() -> None:
    found = between("Hundreds of boats left Hull.", "Hundreds of boats left Hull.")
    assert weights(found)["same value"] == weights(between("He saw 2 boats.", "He saw 2 boats."))["same value"]


def test_the_closer_two_values_that_go_together_the_more_they_say() -> None:
    near, far = (between("It cost more than $9bn.", f"It cost ${other}bn.") for other in ("9.1", "12"))
    assert weights(near)["values that go together"] > weights(far)["values that go together"]


def test_a_rounded_value_says_more_the_more_digits_it_has() -> None:
    rough, fine = (
        between(f"It cost ${one} million.", f"It cost ${other} million.")
        for one, other in (("10", "10.2"), ("1,240", "1,240.3"))
    )
    assert weights(fine)["one value rounded"] > weights(rough)["one value rounded"]


@pytest.mark.parametrize(
    ("one", "other", "obstacle"),
    [
        ("Prices rose by 5%.", "The share was 5% of prices.", "one is a level and the other a change"),
        ("Nam, 31, came home.", "Nam, 35, came home.", "ages more than 2 years apart"),
        ("There were 12 buses.", "There were 20 buses planned, and 20 buses will come.", None),
        ("He met 3 people.", "He met 4 people.", "no noun says that they count the same"),
        ("It holds more than 30 boats.", "It holds 70 boats.", "values more than 1.5 times apart"),
        ("There are 10 boats.", "There are 90 boats.", "values more than 3 times apart, and no place known"),
    ],
)
def test_some_claims_cannot_be_of_one_quantity_whatever_their_words(one: str, other: str, obstacle: str | None) -> None:
    if obstacle is not None:
        assert between(one, other).obstacle == obstacle
        assert between(one, other).score == float("-inf")


def test_plans_and_facts_of_other_values_are_no_rivals_but_of_one_value_are_one() -> None:
    assert between("There were 40 buses.", "There will be 60 buses.").obstacle == "one is actual, the other planned"
    same = between("There were 40 buses in Hull.", "There will be 40 buses in Hull.")
    assert "different modality" in weights(same)
    assert same.score > 0


def test_an_amount_per_unit_is_no_rival_of_a_whole_nor_of_an_amount_per_another() -> None:
    each, whole = "Giá xăng là 24.000 đồng/lít.", "Giá xăng là 23.000 đồng."
    assert between(each, whole, language="vi").obstacle == "one is an amount per unit"
    other = "Giá xăng là 24.000 đồng/kg."
    assert between(each, other, language="vi").obstacle == "amounts per different units"


def test_an_article_does_not_contradict_itself() -> None:
    text = "There were 40 buses in Hull. Later there were 50 buses in Hull."
    assert evidence(subject(text), subject(text, number=1)).obstacle == "one article prints both values"
    loose = "There were 40 buses in Hull. In all more than 30 buses were in Hull."
    assert evidence(subject(loose), subject(loose, number=1)).obstacle == "one article prints both values"
    once = "It has 16 rows of 16 seats."
    found = evidence(subject(once), subject(once, number=1))
    assert weights(found)["one sentence prints both"] < 0
    assert found.score < 0
    twice = "It has 16 rows and 18 rows."
    assert evidence(subject(twice), subject(twice, number=1)).obstacle == "one sentence prints both"
    ranges = "It fell to 18 - 21 degrees in Hull. It fell to 19 - 22 degrees in Oxley."
    assert evidence(subject(ranges), subject(ranges, number=1)).obstacle == "one article prints both values"


def test_few_things_are_rivals_only_where_much_else_is_alike() -> None:
    apart = between("He sang with two singers on stage.", "She heard three singers in the hall.")
    assert apart.score < 0
    clause = "{} singers took part in a contest in Hull."
    assert between(clause.format("Two"), clause.format("Three")).score > 0


def test_ages_next_to_one_name_are_of_one_person() -> None:
    found = between("Later Ann Vale, 38, came home.", "The driver was 39-year-old Ann Vale of Hull.")
    assert found.score > 0
    town = between("A 4-year-old Hull boy was found.", "Later Ann Vale, 4, was found.")
    assert "different people" not in weights(town)
    headline = between("Leaves 24-Year-Old Woman Dead In Hull", "Later Ann Vale, 24, was found.")
    assert "different people" not in weights(headline)


def test_figures_of_tables_agree_by_chance() -> None:
    text = " ".join(f"Quỹ {n} có {n + 10} mã." for n in range(14))
    groups = [(0, [claim]) for claim in nd.extract_figures(text, article_id="a", language="vi")]
    subjects = subjects_of_claims(groups, known_roles())
    assert all(one.is_crowded for one in subjects)
    one, other = subjects[0], evolve(subjects[0], articles=frozenset("b"))
    assert "articles with many figures of this kind" in weights(evidence_between(one, other, WordWeights([one])))


def test_a_role_is_a_name_that_a_count_without_it_lacks() -> None:
    found = between("Bão làm 31 ngôi nhà bị sập.", "Có 31 chiếc xe đi qua.", language="vi")
    assert found.score < 0
    part = between("Two of the five boats sank.", "He saw two boats.")
    assert "one is a part of a larger count" in weights(part)


def test_numbers_beside_both_figures_speak_for_one_quantity() -> None:
    found = between("Lễ hội diễn ra trong 2 ngày 14 và 15/6.", "Trong 2 ngày 14 và 15/6, khách đổ về.", language="vi")
    assert "same numbers nearby" in weights(found)
    assert found.score > 0


def test_people_of_one_age_with_different_names_are_two() -> None:
    found = between("Later Ann Vale, 38, came home.", "Later Tom Hull, 38, went away.")
    assert weights(found)["different people"] < 0
    assert found.score < 0
    assert between("Later Ann Vale, 38, came home.", "The mother is Ann Vale, 38, of Hull.").score > 0


def test_a_noun_of_one_beside_the_other_speaks_for_one_quantity() -> None:
    found = between("Máy có RAM 2 GB.", "Máy dùng bộ nhớ 2 GB RAM.", language="vi")
    assert found.score > 0


def test_dates_of_which_claims_hold_speak_against_one_quantity() -> None:
    one, other = (
        subject(f"As of June {day}, there were 40 buses in Hull.", name, day=f"2025-06-{day}")
        for name, day in (("a", 14), ("b", 16))
    )
    assert "different dates" in weights(evidence(one, other))


def test_claims_of_one_value_are_matched_between_articles() -> None:
    found = between("There were 40 buses in Hull.", "Hull now has 40 buses.")
    assert matched(found, is_best=True).score > found.score > matched(found, is_best=False).score
    bare = between("Bị cáo lĩnh án 12 năm tù.", "Ông có 12 năm làm giám đốc.", language="vi")
    assert matched(bare, is_best=True).score == bare.score


def test_values_far_apart_need_no_further_evidence() -> None:
    assert not may_be_compared(subject("It has 10 boats."), subject("It has 90 boats.", "b"))
    assert may_be_compared(subject("It has 10 boats."), subject("It has 12 boats.", "b"))


WORDS = ("There were {} cows on the farm.", "The farm sold {} cows.", "A storm killed {} cows on the farm on Sunday.")
QUALIFIED = ("{}", "about {}", "more than {}", "nearly {}")
CLAIMS = st.tuples(
    st.sampled_from(WORDS), st.sampled_from(QUALIFIED), st.integers(4, 1500), st.sampled_from("ab")
)  # no years


@given(CLAIMS, CLAIMS)
def test_what_is_not_compared_could_not_be_of_one_quantity(
    left: tuple[str, str, int, str], right: tuple[str, str, int, str]
) -> None:
    one, other = (
        subject(words.format(qualifier.format(value)), article) for words, qualifier, value, article in (left, right)
    )
    assert may_be_compared(one, other) or evidence(one, other).obstacle is not None


def test_an_articles_values_far_apart_are_compared_only_where_they_may_change() -> None:
    sold, kept = (subject(f"The farm has {number} cows.", "a") for number in (40, 60))
    assert not may_be_compared(sold, kept)
    assert evidence(sold, kept).obstacle == "one article prints both values"
    assert may_be_compared(sold, evolve(kept, articles=frozenset({"b"})))
    assert may_be_compared(evolve(sold, evolves=True), kept)
