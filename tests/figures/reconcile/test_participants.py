"""What an event's articles say of its people comes to one account of each role."""

from __future__ import annotations

import itertools

import pytest

import newsdedup as nd


def record(*texts: str, language: str = "en") -> nd.EventRecord:
    """The record of reports of one event, each a day after the one before."""
    return nd.record_of(
        [
            {
                "id": f"{day}",
                "text": text,
                "published_at": f"2025-03-{day:02d}",
                "language": language,
                "source": f"S{day}",
            }
            for day, text in enumerate(texts, 3)
        ]
    )


def outcome(*texts: str, language: str = "en") -> dict[str, nd.ReconciledFigure]:
    """The figures of people in the event itself, by role; each role once."""
    found = [one for one in record(*texts, language=language).figures if one.role and one.part_of is None]
    assert len({one.role for one in found}) == len(found)
    return {one.role: one for one in found if one.role}


def bests(*texts: str, language: str = "en") -> dict[str, int | None]:
    figures = outcome(*texts, language=language)
    return {role: None if one.best is None else int(one.best) for role, one in figures.items()}


@pytest.mark.parametrize(
    ("text", "language", "dead"),
    [
        ("John Hale was shot dead outside a bar. His brother, Mark Hale, was also killed.", "en", 2),
        ("Ann Vale died at the scene. Mark Poe died on Saturday. Li Na Ho died on Sunday.", "en", 3),
        ("John Hale, 31, was killed. Hale died at the scene.", "en", 1),
        ("A man was shot dead in Hull. John Hale was killed at noon.", "en", 1),
        ("Anh Nguyễn Văn An tử vong tại chỗ. Chị Lê Thị Bình cũng thiệt mạng sau đó.", "vi", 2),
        ("Ông Trần Văn Bảy tử vong tại chỗ. Ông Bảy tử vong lúc 9 giờ.", "vi", 1),
    ],
)
def test_people_of_different_names_are_several(text: str, language: str, dead: int) -> None:
    assert bests(text, language=language)["dead"] == dead


def test_a_count_and_the_names_of_those_counted_agree() -> None:
    dead = outcome("Two people were killed.", "John Hale was killed. His brother, Mark Hale, was also killed.")["dead"]
    assert (dead.best, dead.status) == (2, "compatible")
    assert dead.rule == "John Hale, Mark Hale: 2"
    assert [claim.text for claim in dead.claims] == ["Two", "John Hale", "Mark Hale"]


@pytest.mark.parametrize(
    "text",
    [
        "Six people were shot, one fatally, at a party in Oxley.",
        "Six people were shot at a party. One of them died.",
        "Six people were shot at a party in Oxley and one was killed.",
    ],
)
def test_of_those_who_were_shot_one_died_and_the_others_are_injured(text: str) -> None:
    assert bests(text) == {"dead": 1, "injured": 5}


def test_all_who_were_shot_and_those_who_lived_are_no_conflict() -> None:
    figures = outcome("Four people were shot and one was killed.", "The shooting left one dead and three wounded.")
    assert {role: (one.best, one.status) for role, one in figures.items()} == {
        "dead": (1, "agree"),
        "injured": (3, "compatible"),
    }
    assert figures["injured"].rule == "4 in all, less 1 dead, is 3"


def test_others_who_were_shot_are_not_those_who_died() -> None:
    assert bests("Two people were killed and three others were shot.") == {"dead": 2, "injured": 3}


@pytest.mark.parametrize(
    ("one", "other", "dead"),
    [
        ("A gunman killed four people and then himself.", "Five people, including the gunman, were killed.", 5),
        ("A man killed four people before turning the gun on himself.", "Five people died.", 5),
        ("Four people were killed at a mall.", "Five people, including the gunman, were killed.", 5),
        ("Two people were killed by a gunman.", "Three people died, among them the suspected gunman.", 3),
        ("Two boys are dead along with their father.", "Three people are dead.", 3),
    ],
)
def test_a_toll_with_the_attacker_does_not_contradict_that_of_the_victims(one: str, other: str, dead: int) -> None:
    for texts in ((one, other), (other, one)):
        figure = outcome(*texts)["dead"]
        assert figure.best == dead
        assert figure.status in ("agree", "compatible")


def test_vietnamese_tolls_with_the_attacker() -> None:
    dead = outcome("Kẻ xả súng giết chết 4 người.", "5 người chết, kể cả hung thủ.", language="vi")["dead"]
    assert (dead.best, dead.status, dead.rule) == (5, "compatible", "4 and the attacker are 5")


@pytest.mark.parametrize(
    ("texts", "language"),
    [
        (("One man was killed and three were wounded.", "A second victim of the shooting has died in hospital."), "en"),
        (
            (
                "Tai nạn làm 1 người chết, 3 người bị thương.",
                "Thêm một nạn nhân tử vong tại bệnh viện, nâng tổng số người chết lên 2.",
            ),
            "vi",
        ),
        (
            (
                "Tai nạn làm 1 người chết, 3 người bị thương.",
                "Một nạn nhân bị thương trong vụ tai nạn đã tử vong tại bệnh viện.",
            ),
            "vi",
        ),
    ],
)
def test_those_who_died_of_their_wounds_are_no_longer_injured(texts: tuple[str, str], language: str) -> None:
    figures = outcome(*texts, language=language)
    assert {role: one.best for role, one in figures.items()} == {"dead": 2, "injured": 2}
    assert figures["injured"].rule == "3 injured, less 1 dead since, is 2"


def test_a_death_in_hospital_that_was_counted_already_is_not_added() -> None:
    first = "Two people died in the crash, one of them in hospital, and three were hurt."
    assert bests(first, "A man who was hurt in the crash died in hospital.")["dead"] == 2


@pytest.mark.parametrize(
    ("first", "later", "language"),
    [
        ("The fire killed 10 people.", "Two others have since succumbed to their wounds.", "en"),
        ("The fire killed 10 people.", "Beyond those already counted, two other people were killed.", "en"),
        ("Lũ làm 10 người chết.", "Ngoài những người đã nêu, còn 2 người khác cũng thiệt mạng.", "vi"),
    ],
)
def test_others_in_a_report_that_tells_of_nobody_else_come_on_top(first: str, later: str, language: str) -> None:
    assert bests(first, later, language=language)["dead"] == 12


def test_the_same_others_are_not_counted_twice() -> None:
    first = "Có ít nhất 5 người thiệt mạng, 38 người khác bị thương."
    assert bests(first, "Có 38 người khác bị thương.", language="vi")["injured"] == 38


def test_all_the_injured_may_have_died_since() -> None:
    figures = outcome("One man was killed and one was wounded.", "A second victim has died in hospital.")
    assert (figures["injured"].best, figures["injured"].status) == (None, "superseded")


@pytest.mark.parametrize(
    ("part", "whole", "language"),
    [
        ("The quake killed 2,960 people in Norland.", "The quake killed 3,318 people in Norland and Sudland.", "en"),
        ("The quake killed 2,960 people in Norland.", "The quake killed 3,318 people across the country.", "en"),
        ("Tại Lào Cai, bão làm 12 người chết.", "Bão làm 17 người chết trên cả nước.", "vi"),
    ],
)
def test_the_toll_of_a_part_is_no_rival_of_the_whole(part: str, whole: str, language: str) -> None:
    for texts in itertools.permutations((part, whole)):
        found = [one for one in record(*texts, language=language).figures if one.role == "dead"]
        assert {one.status for one in found} == {"single_source"}
        assert len({one.best for one in found if one.part_of}) == 1


def test_tolls_of_two_places_are_parts_of_a_larger_one() -> None:
    found = record("Floods killed 12 people in Hue and 5 people in Vinh.", "Floods killed 19 people.").figures
    tolls = {int(one.best or 0): (one.scope.place, bool(one.part_of), one.status) for one in found}
    assert tolls == {
        12: ("Hue", True, "single_source"),
        5: ("Vinh", True, "single_source"),
        19: (None, False, "single_source"),
    }


def test_one_toll_reported_from_two_places_stays_one() -> None:
    dead = outcome("Floods killed 12 people in Hue.", "In Vinh, floods killed 12 people.")["dead"]
    assert (dead.best, dead.status) == (12, "agree")
