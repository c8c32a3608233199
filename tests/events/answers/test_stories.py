"""Stories: events that follow from one another, linked and not merged."""

from __future__ import annotations

import json
import random
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsdedup as nd
from newsdedup.events.answers.stories import looser_level

ROWS: list[dict[str, str]] = [
    {
        "id": "trial",
        "published_at": "2024-07-15",
        "text": "Toà án nhân dân Lâm Đồng ngày 15/7 tuyên phạt Nguyễn Văn Lợi tám năm tù về tội vi phạm quy định về "
        "tham gia giao thông đường bộ. Theo cáo trạng, bị cáo Lợi ngủ gật khi lái xe khách trên quốc lộ 20, gây tai "
        "nạn ở huyện Đạ Huoai. Hội đồng xét xử buộc bị cáo bồi thường cho gia đình các nạn nhân.",
    },
    {
        "id": "crash",
        "published_at": "2024-03-02",
        "text": "Sáng 2/3, xe khách do tài xế Nguyễn Văn Lợi điều khiển đâm xe tải trên quốc lộ 20 qua huyện Đạ Huoai, "
        "Lâm Đồng. Ba hành khách chết, mười hai người bị thương được đưa vào bệnh viện Đạ Huoai. Công an Lâm Đồng "
        "khám nghiệm hiện trường, tạm giữ tài xế Lợi.",
    },
    {
        "id": "collision",
        "published_at": "2024-03-02",
        "text": "Ba người chết trong vụ xe khách đâm xe tải trên quốc lộ 20 ở huyện Đạ Huoai, Lâm Đồng sáng 2/3. Mười "
        "hai người bị thương. Tài xế Nguyễn Văn Lợi bị công an tạm giữ để điều tra.",
    },
    {
        "id": "container",
        "published_at": "2024-03-09",
        "text": "Chiều 9/3, xe container lao vào nhà dân bên quốc lộ 1 ở huyện Cam Lâm, Khánh Hoà. Hai mẹ con chị "
        "Trần Thị Hoa tử vong, ngôi nhà đổ sập. Tài xế Phạm Quốc Tuấn khai xe mất phanh khi xuống dốc.",
    },
    {
        "id": "gold",
        "published_at": "2024-03-03",
        "text": "Giá vàng miếng SJC sáng 3/3 lên 81 triệu đồng một lượng, cao nhất từ trước tới nay, theo Công ty "
        "Vàng bạc đá quý Sài Gòn.",
    },
    {
        "id": "fire",
        "published_at": "2023-05-04",
        "text": "A fire tore through the Halvorsen furniture plant in Dunmore on Thursday night, killing four "
        "workers. Fire chief Ellen Brandt said the sprinklers had been shut off.",
    },
    {
        "id": "verdict",
        "published_at": "2024-02-20",
        "text": "Peter Halvorsen was sentenced to six years in prison on Tuesday. A jury in Dunmore had found the "
        "owner of the furniture plant guilty of manslaughter. Judge Anna Whitfield said that he put profit first. His "
        "lawyers will appeal.",
    },
    {
        "id": "duplex",
        "published_at": "2023-05-12",
        "text": "Two children died when a fire swept a duplex on Alder Street in Cawston early Friday. Neighbour "
        "Maria Lopez heard screams. Investigators suspect a space heater.",
    },
    {"id": "empty", "text": ""},
]
IDS = [row["id"] for row in ROWS[:-1]]


FOLLOW_UPS = [("crash", "trial"), ("fire", "verdict")]


@pytest.fixture(scope="module")
def found() -> nd.EventGroups:
    return nd.find_events(ROWS)


def split(found: nd.EventGroups, left: str, right: str) -> nd.EventGroups:
    """The events at a threshold at which two articles are just not one event."""
    return found.at(found.explain(left, right).score + 0.01)


def story_ids(found: nd.EventGroups) -> set[frozenset[str]]:
    """The articles of each story of two or more events."""
    return {frozenset(name for event in story.events for name in found.groups[event]) for story in found.stories}


def test_a_trial_follows_its_accident_and_is_an_event_of_its_own(found: nd.EventGroups) -> None:
    cut = split(found, "crash", "trial")
    assert cut.label_of("crash") == cut.label_of("collision") != cut.label_of("trial")
    assert frozenset(("crash", "collision", "trial")) in story_ids(cut)


def test_a_verdict_follows_its_fire(found: nd.EventGroups) -> None:
    cut = split(found, "fire", "verdict")
    assert cut.label_of("fire") != cut.label_of("verdict")
    assert frozenset(("fire", "verdict")) in story_ids(cut)


@pytest.mark.parametrize("follow_up", FOLLOW_UPS)
def test_other_accidents_and_fires_are_not_linked(found: nd.EventGroups, follow_up: tuple[str, str]) -> None:
    assert not {"container", "duplex", "gold"} & frozenset().union(*story_ids(split(found, *follow_up)))


def test_the_events_of_a_story_are_in_the_order_of_their_first_report(found: nd.EventGroups) -> None:
    cut = split(found, "crash", "trial")
    assert (cut.label_of("crash"), cut.label_of("trial")) == (1, 0)
    assert (1, 0) in [story.events for story in cut.stories]


def test_events_without_a_date_come_last() -> None:
    rows = [{key: value for key, value in row.items() if key != "published_at" or row["id"] != "fire"} for row in ROWS]
    cut = split(nd.find_events(rows), "fire", "verdict")
    assert (cut.label_of("verdict"), cut.label_of("fire")) in [story.events for story in cut.stories]


@pytest.mark.parametrize("follow_up", FOLLOW_UPS)
def test_a_link_names_two_reports_that_can_be_explained(found: nd.EventGroups, follow_up: tuple[str, str]) -> None:
    cut = split(found, *follow_up)
    assert cut.stories
    for story in cut.stories:
        assert len(story.links) == len(story.events) - 1
        assert {cut.label_of(name) for link in story.links for name in link} == set(story.events)
        assert story.score == cut.explain(*story.links[-1]).score
        assert not cut.explain(*story.links[-1]).together


def test_the_links_of_a_story_make_it_one_event(found: nd.EventGroups) -> None:
    links = [link for story in split(found, "crash", "trial").stories for link in story.links]
    merged = nd.find_events(ROWS, together=links)
    assert links
    assert all(merged.label_of(left) == merged.label_of(right) for left, right in links)


def test_a_story_is_plain_json(found: nd.EventGroups) -> None:
    story = split(found, "crash", "trial").stories[0]
    assert json.loads(json.dumps(story.to_dict())) == {
        "events": list(story.events),
        "links": [list(link) for link in story.links],
        "score": story.score,
    }


def test_every_row_has_a_story_but_a_rejected_one(found: nd.EventGroups) -> None:
    cut = split(found, "crash", "trial")
    assert cut.story_labels[:5].tolist() == [0, 0, 0, 1, 2]
    assert cut.story_labels[-1] == -1
    assert cut.table().columns["story"] == cut.story_labels.tolist()


def test_what_an_editor_keeps_apart_is_not_one_story() -> None:
    found = nd.find_events(ROWS, apart=[("trial", "crash"), ("trial", "collision")])
    cut = split(found, "crash", "trial")
    assert not any("trial" in names for names in story_ids(cut))


def test_what_an_editor_keeps_together_is_one_event_of_the_story() -> None:
    cut = split(nd.find_events(ROWS, together=[("gold", "trial")]), "crash", "trial")
    assert frozenset(("crash", "collision", "trial", "gold")) in story_ids(cut)


def test_one_form_filled_in_for_two_days_is_not_a_story() -> None:
    form = "Giá vàng miếng SJC sáng {0} niêm yết ở mức {1} triệu đồng mua vào và {2} triệu đồng bán ra tại Hà Nội, "
    form += "theo Công ty Vàng bạc đá quý Sài Gòn. So với hôm trước, mỗi lượng {3} {4} nghìn đồng ở cả hai chiều."
    days = ["3/3 78,5 80,5 tăng 300", "9/3 81,2 83,2 giảm 700", "21/5 87 89 tăng 50"]
    assert nd.find_events([form.format(*day.split()) for day in days]).stories == ()


def test_an_article_alone_is_in_no_list_of_stories() -> None:
    alone = nd.find_events(["Giá vàng miếng SJC hôm nay vượt 120 triệu đồng một lượng"])
    assert alone.stories == ()
    assert alone.story_labels.tolist() == [0]


@pytest.mark.parametrize("follow_up", FOLLOW_UPS)
def test_stories_do_not_depend_on_the_order_of_the_input(found: nd.EventGroups, follow_up: tuple[str, str]) -> None:
    again = split(nd.find_events(random.Random(3).sample(ROWS, len(ROWS))), *follow_up)
    cut = split(found, *follow_up)
    assert story_ids(again) == story_ids(cut)
    assert {(story.links, story.score) for story in again.stories} == {
        (story.links, story.score) for story in cut.stories
    }


@given(thresholds=st.lists(st.floats(0, 1), min_size=2, max_size=4), apart=st.sampled_from([(), (("crash", "trial"),)]))
@settings(max_examples=25, deadline=None)
def test_stories_are_unions_of_events_and_a_stricter_threshold_only_splits_them(
    thresholds: list[float], apart: tuple[tuple[str, str], ...]
) -> None:
    found = nd.find_events(ROWS, apart=apart)
    cuts = [found.at(threshold) for threshold in sorted(thresholds)]
    for one in cuts:
        assert contains(one.story_labels, one.labels)
        assert all(len(story.events) > 1 for story in one.stories)
        assert len({event for story in one.stories for event in story.events}) == sum(
            len(story.events) for story in one.stories
        )
    for loose, strict in pairwise(cuts):
        assert contains(loose.story_labels, strict.story_labels)


def contains(coarse: np.ndarray, fine: np.ndarray) -> bool:
    """Whether each group of one labelling lies in one group of the other."""
    return all(len(set(coarse[fine == label].tolist())) == 1 for label in set(fine.tolist()))


@given(threshold=st.floats(0, 1), softness=st.floats(0.05, 2))
def test_the_looser_level_is_never_above_the_threshold(threshold: float, softness: float) -> None:
    assert 0 <= looser_level(threshold, softness) <= threshold
