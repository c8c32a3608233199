"""Why two articles are one event or two."""

from __future__ import annotations

import json
from collections.abc import Iterator

import numpy as np
import pytest

import newsdedup as nd
from newsdedup.articles.article import Article
from newsdedup.events.answers.comparison import compare, rarity_of
from newsdedup.events.answers.reasons import shortened
from outlets import unrelated_pages

STORM = {
    "id": "storm",
    "title": "Bão số 5 đổ bộ Nghệ An, 2 người chết",
    "text": "Sáng 25/8, bão số 5 đổ bộ Nghệ An làm 2 người chết. Ông Trần Văn Nam cho biết gió giật cấp 12 ở Cửa Lò. "
    "Hơn 1.200 ngôi nhà tốc mái, nhiều tuyến đường ngập sâu. Lực lượng cứu hộ đã sơ tán 7.500 người dân ven biển.",
}
SAME = {
    "id": "same",
    "title": "Nghệ An: hai người thiệt mạng vì bão số 5",
    "text": "Ông Trần Văn Nam xác nhận 2 người thiệt mạng ở Cửa Lò khi bão số 5 vào Nghệ An sáng 25-08. "
    "Bão làm 1.200 ngôi nhà tốc mái, 7.500 người dân ven biển phải sơ tán. Gió giật cấp 12 quật đổ cột điện.",
}
COPY = {**STORM, "id": "copy", "text": STORM["text"] + " Ảnh: báo tỉnh."}
ALIKE = {
    "id": "alike",
    "title": "Bão số 9 đổ bộ Quảng Ngãi",
    "text": "Chiều 28/10, bão số 9 đổ bộ Quảng Ngãi, gió giật cấp 13 ở Lý Sơn. Ông Đặng Văn Minh cho biết 300 ngôi nhà "
    "tốc mái, 3 người bị thương. Lực lượng cứu hộ đã sơ tán 40.000 người dân ven biển.",
}
GOLD = {"id": "gold", "text": "Giá vàng miếng SJC vượt 120 triệu đồng một lượng, theo các công ty kinh doanh vàng."}
EMPTY = {"id": "empty", "text": ""}
NO_CORPUS = rarity_of([])
NEWS = [STORM, SAME, COPY, ALIKE, EMPTY, GOLD]


@pytest.fixture(scope="module")
def found() -> nd.EventGroups:
    return nd.find_events(NEWS)


@pytest.fixture(scope="module")
def apart(found: nd.EventGroups) -> nd.EventGroups:
    return found.at(1)


def test_reports_of_one_event_are_explained_by_what_they_share(found: nd.EventGroups) -> None:
    why = found.explain("storm", "same")
    assert why.together
    assert why.relation == "compared"
    assert why.score is not None
    assert why.score > why.threshold == found.threshold
    assert why.common is not None
    assert why.common.shared.days == ("25 August",)
    assert {"Trần Văn Nam", "Nghệ An", "Cửa Lò"} <= set(why.common.shared.names)
    assert {"1.200", "7.500", "2"} <= set(why.common.shared.numbers)
    assert "1.200 ngôi nhà tốc mái" in why.common.terms
    assert any(phrase.startswith("both say 25 August") for phrase in why.speaks_for)


def test_a_sentence_that_both_print_is_quoted_among_what_speaks_for_one_event() -> None:
    shared = "Lũ về quá nhanh nên bà con không kịp trở tay."
    rows = [
        f"Mưa lớn kéo dài ở Lào Cai. {shared}",
        f"{shared} Nước sông Hồng ở Lào Cai đang rút chậm. Trường học đóng cửa.",
    ]
    assert f"1 sentence in common: “{shared}”" in nd.find_events(rows).explain(0, 1).speaks_for


def test_a_near_miss_lists_the_evidence_against_it(found: nd.EventGroups) -> None:
    why = found.explain("storm", "alike")
    assert not why.together
    assert why.score is not None
    assert "no day in common: 25 August | 28 October" in why.speaks_against
    assert any(phrase.startswith("no name in common:") and "Quảng Ngãi" in phrase for phrase in why.speaks_against)
    assert "two events" in str(why)


def test_the_contributions_add_up_to_the_score(found: nd.EventGroups) -> None:
    for left, right in (("storm", "same"), ("storm", "alike")):
        why = found.explain(left, right)
        assert why.logit is not None
        assert why.score == pytest.approx(1 / (1 + np.exp(-found._model.softness * why.logit)))
        assert {one.name for one in why.evidence} == (
            set(found.pairs.dtype.names) - {"left", "right", "probability", "score"}
        )
        strengths = [abs(one.contribution) for one in why.evidence]
        assert strengths == sorted(strengths, reverse=True)


def test_what_is_contributed_is_weight_times_standardised_value(found: nd.EventGroups) -> None:
    by_name = {one.name: one for one in found.explain("storm", "same").evidence}
    for coefficient in found._model.coefficients:
        one = by_name[coefficient.name]
        standardised = (one.value - coefficient.mean) / coefficient.scale
        assert one.contribution == pytest.approx(coefficient.weight * standardised)


def test_every_pair_is_explained_as_it_was_found(seeds: nd.Articles) -> None:
    found = nd.find_events(seeds)
    scores = {(int(pair["left"]), int(pair["right"])): float(pair["score"]) for pair in found.pairs}
    for left in range(len(seeds)):
        for right in range(left + 1, len(seeds)):
            why = found.explain(right, left)
            assert why.together == (found.labels[left] == found.labels[right])
            assert why.together == (why.joined_at is not None and why.joined_at >= found.threshold)
            assert why.score == scores.get((left, right))


def test_either_order_gives_the_same_score_and_the_same_common_ground(found: nd.EventGroups) -> None:
    one, other = found.explain("storm", "same"), found.explain("same", "storm")
    assert one.score == other.score
    assert one.common is not None
    assert other.common is not None
    assert one.common.shared.days == other.common.shared.days
    assert set(one.common.shared.numbers) == set(other.common.shared.numbers)
    assert one.common.left_alone == other.common.right_alone


def test_rows_serve_as_well_as_ids(found: nd.EventGroups) -> None:
    assert found.explain(0, np.int64(3)) == found.explain("storm", "alike")


def test_copies_are_one_event_by_their_wording(found: nd.EventGroups) -> None:
    why = found.explain("storm", "copy")
    assert why.together
    assert why.relation == "copies"
    assert why.score is None
    [note] = why.notes
    assert "is a copy of" in note
    assert "Jaccard 0." in note
    assert "one event: they are copies" in str(why)


def test_a_copy_is_compared_through_the_article_it_copies(found: nd.EventGroups) -> None:
    through, itself = found.explain("copy", "same"), found.explain("storm", "same")
    assert through.score == itself.score
    assert through.evidence == itself.evidence
    assert any("is a copy of" in note for note in (*through.notes, *itself.notes))


def test_an_article_and_itself_are_one_and_the_same(found: nd.EventGroups) -> None:
    why = found.explain("gold", 5)
    assert why.relation == "one article"
    assert why.together
    assert str(why) == "gold and gold: one and the same article"


def test_articles_that_were_never_compared_are_marked_and_compared_in_words(found: nd.EventGroups) -> None:
    why = found.explain("same", "gold")
    assert why.relation == "not compared"
    assert why.score is None
    assert not why.evidence
    assert why.common is not None
    assert "they were not compared, which counts as score 0" in str(why)
    assert any("SJC" in phrase for phrase in why.speaks_against)


def test_articles_with_nothing_in_common_are_joined_at_no_threshold() -> None:
    why = nd.find_events([STORM, "Gold prices rose sharply on Monday"]).explain(0, 1)
    assert why.joined_at is None
    assert "no rare term in common" in why.speaks_against
    assert not why.speaks_for
    assert "joined at no threshold" in str(why)


def test_the_threshold_at_which_two_are_joined_is_where_they_join(found: nd.EventGroups) -> None:
    why = found.explain("storm", "alike")
    assert why.joined_at is not None
    assert found.at(why.joined_at).explain("storm", "alike").together
    assert not found.at(np.nextafter(why.joined_at, 1)).explain("storm", "alike").together


@pytest.mark.parametrize(
    ("article", "says"),
    [
        ("nothing", "no article 'nothing' among 5"),
        ("empty", "'empty'"),
        (9, "no row 9"),
        (-1, "no row -1"),
        (4, "row 4"),
    ],
)
def test_an_unknown_article_is_named(found: nd.EventGroups, article: str | int, says: str) -> None:
    with pytest.raises(nd.UnknownArticleError, match=says):
        found.explain("storm", article)


def test_the_weakest_link_is_where_an_event_falls_apart_first(found: nd.EventGroups) -> None:
    link = found.weakest_link("storm")
    assert link is not None
    assert link.event == 0
    assert {link.left, link.right} == {("storm", "copy"), ("same",)}
    assert link.pair.score == pytest.approx(link.score)
    assert link == found.weakest_link(0)
    assert found.weakest[0] == link.score
    assert "event 0 is held together at" in str(link)
    assert len(set(found.at(link.score).labels[:3])) == 1
    assert len(set(found.at(np.nextafter(link.score, 1)).labels[:3])) == 2


def test_every_event_has_its_weakest_link_at_every_threshold(found: nd.EventGroups) -> None:
    for events in (found, found.at(0), found.at(0.2), found.at(1)):
        links = [events.weakest_link(event) for event in range(len(events.groups))]
        assert [np.nan if link is None else link.score for link in links] == pytest.approx(
            events.weakest.tolist(), nan_ok=True
        )
        for link, group in zip(links, events.groups, strict=True):
            assert link is None or sorted((*link.left, *link.right)) == sorted(group)


def test_nothing_holds_a_report_and_its_copy_together_but_their_wording(apart: nd.EventGroups) -> None:
    assert apart.weakest_link("storm") is None
    assert np.isnan(apart.weakest).all()


def test_what_an_editor_keeps_together_is_explained_by_that() -> None:
    found = nd.find_events(NEWS, together=[("same", "gold"), ("gold", "alike")])
    why = found.explain("same", "alike")
    assert why.editor == "together"
    assert why.together
    assert why.joined_at == 1
    assert why.speaks_for[0] == "kept together by the editor"
    assert "same and alike: one event, kept together by the editor; score 0." in str(why)
    assert "one event, kept together by the editor; they were not compared" in str(found.explain("same", "gold"))
    assert found.explain("storm", "alike").notes[-1] == (
        "the editor keeps together in this event: alike and gold, gold and same"
    )


def test_what_an_editor_keeps_apart_is_explained_by_that() -> None:
    found = nd.find_events(NEWS, apart=[("same", "copy")])
    why = found.explain("same", "copy")
    assert why.editor == "apart"
    assert not why.together
    assert why.joined_at is None
    assert why.speaks_against[0] == "kept apart by the editor"
    assert "two events, kept apart by the editor; score 0." in str(why)
    assert why.score == nd.find_events(NEWS).explain("same", "copy").score
    assert found.explain("same", "storm").editor is None
    assert found.explain("same", "storm").notes[-1] == "the editor keeps apart: copy and same"
    assert found.explain("same", "gold").notes == ()
    assert found.explain("same", "same").notes == ()


def test_the_weakest_link_is_a_merge_that_a_stricter_threshold_undoes(found: nd.EventGroups) -> None:
    kept = nd.find_events(NEWS, together=[("storm", "gold")])
    link = kept.weakest_link("gold")
    assert link is not None
    assert link.score == kept.weakest[0] == found.weakest[0]
    assert {link.left, link.right} == {("storm", "copy", "gold"), ("same",)}
    assert set(kept.at(np.nextafter(link.score, 1)).groups) == {("storm", "copy", "gold"), ("same",), ("alike",)}


def test_an_event_that_only_an_editor_holds_together_has_no_weakest_link() -> None:
    found = nd.find_events(NEWS, together=[("alike", "gold")])
    assert found.weakest_link("gold") is None
    assert np.isnan(found.weakest[found.label_of("gold")])
    json.dumps(found.explain("alike", "gold").to_dict(), allow_nan=False)


@pytest.mark.parametrize("event", [99, -1, "nothing"])
def test_an_unknown_event_is_an_error(found: nd.EventGroups, event: int | str) -> None:
    with pytest.raises(nd.UnknownArticleError):
        found.weakest_link(event)


def test_an_explanation_is_plain_data(found: nd.EventGroups) -> None:
    for right in ("same", "copy", "alike", "gold", "storm"):
        data = json.loads(json.dumps(found.explain("storm", right).to_dict(), allow_nan=False))
        assert data["left"] == "storm"
        assert set(data) >= {"together", "score", "threshold", "evidence", "for", "against", "relation"}
    link = found.weakest_link(0)
    assert link is not None
    assert json.loads(json.dumps(link.to_dict()))["pair"]["together"] is True


@pytest.mark.parametrize(
    "text", ["…", "a\ud800b c", "a\x00b\n\nc", "12 12/6 12", "İstanbul'da İ", "はい", "العربية", "e\u0301a \u0301"]
)
def test_odd_texts_are_explained(text: str) -> None:
    found = nd.find_events([text, f"{text} – và một câu khác hẳn, kể về chuyện khác ở nơi khác", GOLD["text"]])
    for left, right in ((0, 1), (0, 2), (1, 2)):
        why = found.explain(left, right)
        assert str(why)
        assert json.dumps(why.to_dict())


def test_of_many_or_long_words_the_first_are_listed() -> None:
    assert shortened("abcdef") == "a, b, c, d, e, f"
    assert shortened("abcdefg") == "a, b, c, d, e, f …"
    assert shortened(["a" * 60, "b" * 61]) == f"{'a' * 60}, {'b' * 59}…"


def test_no_text_is_kept_twice(found: nd.EventGroups) -> None:
    articles = nd.read_articles(NEWS)
    kept = nd.find_events(articles)._reports
    assert {id(report) for report in kept.some(range(len(kept)))} <= {id(article) for article in articles}


def test_words_of_all_news_are_not_rare() -> None:
    reports = [Article(f"Theo các nguồn tin, giá thịt lợn tại chợ số {n} tăng nhẹ trong ngày") for n in range(60)]
    ends = ("Hồ thuỷ điện xả lũ", "Hồ thuỷ điện đóng cửa")
    left, right = (Article(f"Theo các nguồn tin, giá thịt lợn đứng yên. {end}") for end in ends)
    assert compare(left, right, rarity_of([*reports, left, right])).terms == (
        "giá thịt lợn đứng yên",
        "hồ thuỷ điện",
    )


def test_common_words_are_not_rare_where_letters_are_words_either() -> None:
    reports = [Article(f"据本报记者报道，市场价格第{n}天保持稳定") for n in range(60)]
    left, right = Article("据本报记者报道，水库昨夜泄洪"), Article("据本报记者报道，水库昨夜决口")
    assert compare(left, right, rarity_of([*reports, left, right])).terms == ("水库昨夜",)


def test_a_part_of_a_number_is_not_a_term() -> None:
    left, right = Article("Có hơn 10.000 điểm cầu tham dự"), Article("Với 11.000 điểm cầu, hội nghị bế mạc")
    assert compare(left, right, rarity_of([left, right])).terms == ("điểm cầu",)


def test_sentences_that_both_print_are_quoted() -> None:
    shared = "Lũ về quá nhanh nên bà con không kịp trở tay."
    left, right = Article(f"Một ngày mưa. {shared}"), Article(f"{shared} Nước rút chậm.")
    assert compare(left, right, rarity_of([left, right])).sentences == (shared,)


def days() -> Iterator[tuple[str, str | None, str | None]]:
    yield from (
        (printed, "vi", "14 June") for printed in ("14/6", "14/06/2025", "sáng 14-6", "ngày 14 tháng 6", "2025-06-14")
    )
    yield from (
        (printed, "en", "14 June") for printed in ("June 14", "14 June", "14th of June", "6/14/2025", "Jun. 14, 2025")
    )
    yield from (
        (printed, language, "14 June") for printed in ("6月14日", "2025年6月14日") for language in ("zh", "ja", None)
    )
    yield from ((printed, "vi", None) for printed in ("31/2", "45/6", "1.500", "thắng 2-1", "4.4", "2/3", "167-KL/TW"))


@pytest.mark.parametrize(("printed", "language", "day"), list(days()))
def test_a_day_is_read_however_it_is_printed(printed: str, language: str | None, day: str | None) -> None:
    report = Article(f"x {printed} y", language=language)
    assert compare(report, report, NO_CORPUS).shared.days == ((day,) if day else ())


def test_the_digits_of_a_day_are_not_among_the_numbers() -> None:
    report = Article("Ngày 14/6 có 20 người", language="vi")
    assert compare(report, report, NO_CORPUS).shared.numbers == ("20",)


def test_a_span_of_days_has_both_its_ends_in_common_with_others() -> None:
    left, right = (Article(text, language="vi") for text in ("Lễ hội từ 14/6 đến 16/6/2025", "Bế mạc ngày 16/6"))
    assert compare(left, right, NO_CORPUS).shared.days == ("16 June",)


def test_days_and_numbers_of_page_furniture_are_not_compared() -> None:
    report = Article("Thứ Tư, 1/1/2025\nLũ về Mai Pha ngày 14/6, 20 người được cứu.", language="vi")
    shared = compare(report, report, NO_CORPUS).shared
    assert (shared.days, shared.numbers) == (("14 June",), ("20",))


def test_furniture_of_an_outlet_is_not_what_two_articles_have_in_common() -> None:
    why = nd.find_events(unrelated_pages(5), progress=False).explain("page0", "page1")
    assert why.common is not None
    assert why.common.sentences == ()
    assert not any(word in " ".join(why.speaks_for) for word in ("Chronicle", "chronicle", "Corn", "Harrow", "valley"))
