from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import newsdedup as nd
from claims import claim_of
from newsdedup.figures.quantity import OPEN_ABOVE, OPEN_BELOW, Interval

DAY = datetime(2025, 6, 14, 9, tzinfo=UTC)


def read(words: str, number: int, hour: int = 0, noun: str = "điểm cầu") -> nd.FigureClaim:
    (claim,) = nd.extract_figures(
        f"{words} {noun}".strip(), language="vi", article_id=f"a{number}", published_at=DAY + timedelta(hours=hour)
    )
    return claim


def figure(*words: str, noun: str = "điểm cầu", **options: Any) -> nd.ReconciledFigure:
    """The one figure of claims that are each printed by an article of its own, an hour apart."""
    (found,) = nd.reconcile([read(one, number, number, noun) for number, one in enumerate(words)], **options)
    return found


def test_the_laws_of_the_gold_file_hold(expected: dict[str, Any]) -> None:
    for law in expected["laws"]:
        claims = []
        for number, printed in enumerate(law["claims"]):
            words, _, hour = printed.partition(" @")
            moment = datetime.fromisoformat(f"2025-06-14T{hour or '09:00'}:00+07:00")
            noun = "" if "người" in words else " điểm cầu"
            claims += nd.extract_figures(words + noun, language="vi", article_id=f"a{number}", published_at=moment)
        (found,) = nd.reconcile(claims)
        assert (found.status, found.best) == (law["status"], law["best"])
        assert (list(found.feasible) if found.feasible else None) == law["feasible"]
        assert found.qualifier == law.get("qualifier", found.qualifier)


def test_a_toll_keeps_its_history_and_marks_the_step_down() -> None:
    found = figure("ít nhất 20", "35", "34", noun="người chết")
    assert [(str(one.value), one.step) for one in found.history] == [("20", None), ("35", "up"), ("34", "down")]
    assert found.notes == ("revised downwards, from 35 to 34",)


def test_later_reports_that_meet_in_a_range_supersede_an_earlier_one() -> None:
    hours = {"500": 0, "khoảng 14.500": 2, "khoảng 15.500": 2}
    (found,) = nd.reconcile([read(words, n, hour, "người chết") for n, (words, hour) in enumerate(hours.items())])
    assert (found.status, found.best, found.feasible) == ("superseded", None, (14725, 15225))
    assert found.rule == "the latest reports (2025-06-14 11:00): only values in [14725, 15225] fit all claims"


def test_a_vaguer_later_report_supersedes_nothing() -> None:
    found = figure("35", "hơn 30", noun="người chết")
    assert (found.status, found.best) == ("compatible", 35)


@pytest.mark.parametrize(
    ("words", "status", "best", "qualifier"),
    [
        (["hơn 10.000", "11.000"], "compatible", 11000, "exact"),
        (["11.000", "11.000"], "agree", 11000, "exact"),
        (["hơn 1,5 triệu", "trên 1,5 triệu"], "agree", 1_500_000, "more_than"),
        (["khoảng 1.000", "990"], "compatible", 990, "exact"),
        (["khoảng 1.000", "800"], "conflict", None, "about"),
        (["gần 500", "dưới 600"], "compatible", 500, "nearly"),
        (["hơn 400", "gần 500"], "compatible", 500, "nearly"),
        (["hơn 10.000", "10.000"], "compatible", 10000, "more_than"),
        (["gần 500", "500"], "compatible", 500, "nearly"),
        (["gần 10", "10"], "compatible", 10, "about"),
        (["hơn 141", "141"], "conflict", None, "more_than"),
        (["200", "hơn 200", "hơn 100"], "compatible", 200, "more_than"),
        (["120", "123"], "compatible", 123, "exact"),
        (["123", "124"], "conflict", None, "exact"),
        (["7"], "single_source", 7, "exact"),
    ],
)
def test_the_status_is_the_first_that_fits(words: list[str], status: str, best: int | None, qualifier: str) -> None:
    found = figure(*words)
    assert (found.status, found.best, found.qualifier) == (status, best, qualifier)


def test_a_part_is_linked_to_its_whole_and_may_not_exceed_it() -> None:
    texts = {
        "a": "Cả nước có 900 điểm cầu.",
        "b": "Ở tỉnh Lạc Thủy có 141 điểm cầu.",
        "c": "Ở tỉnh Mai Pha có 950 điểm cầu.",
    }
    figures = nd.reconcile([c for name, text in texts.items() for c in nd.extract_figures(text, article_id=name)])
    by_best = {int(one.best or 0): one for one in figures}
    assert by_best[900].part_of is None
    assert by_best[141].part_of == "điểm cầu (national)"
    assert by_best[141].notes == ()
    assert "larger than the whole" in by_best[950].notes[0]


def test_a_conflict_has_no_best_but_ranked_alternatives() -> None:
    found = figure("10.000", "11.000", "11.000")
    assert (found.status, found.best, found.feasible) == ("conflict", None, None)
    assert [(str(one.value), one.n_origins) for one in found.alternatives] == [("11000", 2), ("10000", 1)]


@pytest.mark.parametrize(
    ("policy", "best"),
    [("most_recent", 12000), ("most_conservative", 10000), ("most_origins", 11000)],
)
def test_a_policy_gives_a_conflict_its_best(policy: str, best: int) -> None:
    found = figure("10.000", "11.000", "11.000", "12.000", policy=policy)
    assert (found.status, found.best) == ("conflict", best)
    assert found.rule.startswith(f"policy {policy} takes ")


def test_the_rule_of_a_policy_names_the_value_taken_and_the_other_values() -> None:
    found = figure("10.000", "11.000", "11.000", "hơn 12.000", policy="most_conservative")
    assert found.rule == (
        "policy most_conservative takes 10.000 of a0; "
        "other values, with their origins: 11.000 (2), more than 12.000 (1)"
    )
    assert [claim.article_id for claim in found.claims] == ["a0", "a1", "a2", "a3"]


def test_trusted_takes_the_first_trusted_article_and_a_policy_may_not_decide() -> None:
    assert figure("10.000", "11.000", policy="trusted", trusted=["x", "a1", "a0"]).best == 11000
    assert figure("10.000", "11.000", policy="trusted", trusted=["x"]).best is None
    assert figure("10.000", "11.000", policy="most_origins").best is None


@pytest.mark.parametrize("options", [{"policy": "guess"}, {"policy": "trusted"}, {"trusted": ["a"]}])
def test_a_wrong_policy_is_an_error(options: dict[str, Any]) -> None:
    with pytest.raises(nd.SettingError):
        nd.reconcile([], **options)


def test_a_series_stays_a_series_and_the_latest_value_is_best() -> None:
    text = "Tỷ lệ hộ nghèo đã giảm từ 8,36% cuối năm 2015 xuống còn 7,19% cuối năm 2016 và 5,98% vào cuối năm 2017."
    (found,) = nd.reconcile(nd.extract_figures(text))
    assert [(one.as_of, float(one.value)) for one in found.series] == [
        ("2015-12", 8.36),
        ("2016-12", 7.19),
        ("2017-12", 5.98),
    ]
    assert (found.best, found.as_of) == (Decimal("5.98"), "2017-12")


def test_one_origin_that_gives_another_toll_later_supersedes_its_own() -> None:
    claims = [evolve(read(words, n, n, "người chết"), origin="o") for n, words in enumerate(["20", "35"])]
    (found,) = nd.reconcile(claims)
    assert (found.status, found.best, found.n_origins) == ("superseded", 35, 1)


def test_a_range_has_no_best_of_its_own() -> None:
    found = figure("5-7")
    assert (found.low, found.best, found.high, found.feasible) == (5, None, 7, (5, 7))


def test_dates_are_never_reconciled_as_figures() -> None:
    assert nd.reconcile(nd.extract_figures("Sáng 14/6, hội nghị khai mạc.")) == []


words = st.sampled_from(["", "hơn ", "gần ", "ít nhất ", "tối đa ", "khoảng ", "dưới "])
printed = st.builds(
    lambda qualifier, value: f"{qualifier}{value:,}".replace(",", "."), words, st.integers(1, 40).map(lambda n: n * 500)
)
claims_of = st.lists(st.tuples(printed, st.integers(0, 4), st.integers(0, 5)), min_size=1, max_size=7)
noun = st.sampled_from(["điểm cầu", "người chết"])


@given(claims_of, noun, st.randoms())
def test_order_never_matters(rows: list[tuple[str, int, int]], noun: str, shuffler: random.Random) -> None:
    claims = [evolve(read(text, n, hour, noun), origin=f"o{origin}") for n, (text, origin, hour) in enumerate(rows)]
    shuffled = claims[:]
    shuffler.shuffle(shuffled)
    assert nd.reconcile(shuffled) == nd.reconcile(claims)


@given(claims_of, noun)
def test_best_lies_in_the_closure_of_what_is_feasible(rows: list[tuple[str, int, int]], noun: str) -> None:
    for found in nd.reconcile([read(text, n, hour, noun) for n, (text, _, hour) in enumerate(rows)]):
        if found.best is not None:
            assert found.feasible is not None
            assert Interval(*found.feasible).closure_contains(found.best)
        assert (found.feasible is None) <= (found.status in ("conflict", "single_source"))


@given(claims_of, noun)
def test_low_and_high_are_the_outermost_printed_values(rows: list[tuple[str, int, int]], noun: str) -> None:
    for found in nd.reconcile([read(text, n, hour, noun) for n, (text, _, hour) in enumerate(rows)]):
        least, most = min(c.number for c in found.claims), max(c.number for c in found.claims)
        open_below = any(c.qualifier in OPEN_BELOW for c in found.claims if c.number == least)
        open_above = any(c.qualifier in OPEN_ABOVE for c in found.claims if c.number == most)
        assert found.low == (None if open_below else least)
        assert found.high == (None if open_above else most)
        assert found.low_open or found.low is not None
        assert found.high_open or found.high is not None


@given(claims_of, noun, st.data())
def test_a_copied_report_changes_no_best_no_status_and_no_count(
    rows: list[tuple[str, int, int]], noun: str, data: st.DataObject
) -> None:
    claims = [evolve(read(text, n, hour, noun), origin=f"a{n}") for n, (text, _, hour) in enumerate(rows)]
    copied = data.draw(st.sampled_from(claims))
    copy = evolve(copied, article_id="zz", reported_at=DAY + timedelta(days=3))
    before, after = nd.reconcile(claims), nd.reconcile([*claims, copy])
    assert {(f.best, f.status, f.n_origins, f.low) for f in before} == {
        (f.best, f.status, f.n_origins, f.low) for f in after
    }


@given(claims_of, noun)
def test_no_claim_is_lost(rows: list[tuple[str, int, int]], noun: str) -> None:
    claims = [read(text, n, hour, noun) for n, (text, _, hour) in enumerate(rows)]
    kept = [claim for found in nd.reconcile(claims) for claim in found.claims]
    assert sorted(kept, key=lambda c: c.article_id) == sorted(claims, key=lambda c: c.article_id)


def reconciled(*texts: str, language: str = "vi") -> list[nd.ReconciledFigure]:
    return nd.reconcile(
        [c for n, t in enumerate(texts) for c in nd.extract_figures(t, article_id=f"a{n}", language=language)]
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Giá xăng tăng 5% từ chiều nay", "Lãi suất tiết kiệm ngân hàng đã tăng 5%"),
        ("Bị cáo lĩnh án 12 năm tù", "Ông có 12 năm làm giám đốc công ty"),
        ("Công an thu giữ 300 triệu đồng", "Gia đình vay ngân hàng 300 triệu đồng"),
    ],
)
def test_equal_values_of_different_things_confirm_nothing(one: str, other: str) -> None:
    assert [figure.status for figure in reconciled(one, other)] == ["single_source", "single_source"]


def test_bounds_that_no_printed_value_meets_have_no_best() -> None:
    found = figure("khoảng 95", "gần 110")
    assert (found.status, found.best, found.qualifier) == ("compatible", None, "range")


def test_an_undated_report_does_not_undo_the_order_of_the_others() -> None:
    claims = [read("20", 0, 0, "người chết"), read("35", 1, 5, "người chết")]
    undated = evolve(read("35", 2, 0, "người chết"), reported_at=None)
    (found,) = nd.reconcile([*claims, undated])
    assert (found.status, found.best) == ("superseded", 35)


def test_a_thousand_copies_cost_little_and_confirm_nothing() -> None:
    text = "Tỉnh Mai Pha có 105 xã và 39 phường. Vụ cháy làm 20 người chết, tổng cộng 25 người chết."
    claims = [
        evolve(c, origin="a0") for n in range(2000) for c in nd.extract_figures(text, article_id=f"a{n}", language="vi")
    ]
    assert {one.n_origins for one in nd.reconcile(claims)} == {1}


def test_one_trusted_name_must_still_be_a_list() -> None:
    with pytest.raises(nd.SettingError, match="give a list"):
        nd.reconcile([], policy="trusted", trusted="Báo B")


def test_the_toll_of_a_place_set_apart_is_a_part_of_the_events() -> None:
    whole, part = reconciled("Lũ làm 20 người chết.", "Riêng tại tỉnh Mai Pha có 7 người chết trong lũ.")
    assert (whole.best, whole.part_of) == (20, None)
    assert (part.best, part.scope, part.part_of) == (7, nd.Scope("Mai Pha", "province"), "người (event)")


def test_a_person_who_is_mentioned_supersedes_no_count_and_is_superseded_by_none() -> None:
    mentioned = evolve(read("1", 2, 9, "người chết"), is_toll=False)
    (found,) = nd.reconcile([read("20", 0, 0, "người chết"), read("35", 1, 5, "người chết"), mentioned])
    assert (found.status, found.best) == ("superseded", 35)
    early = evolve(mentioned, reported_at=DAY)
    (found,) = nd.reconcile([early, read("35", 1, 5, "người chết")])
    assert (found.status, found.best) == ("compatible", 35)


def test_a_later_value_that_the_words_before_allowed_takes_nothing_back() -> None:
    storm = "Bão số 7 làm {} ngôi nhà bị tốc mái."
    days = {1: "gần 3.000", 2: "2.870"}
    claims = [
        claim
        for day, words in days.items()
        for claim in nd.extract_figures(storm.format(words), article_id=words, published_at=date(2025, 9, day))
        if claim.role == "homes"
    ]
    (found,) = nd.reconcile(claims)
    assert (found.status, found.best, found.notes) == ("superseded", 2870, ())


def trees(*, evolves: bool) -> list[nd.Role]:
    return [nd.Role(name="trees", nouns=("cây xanh",), cues=("bật gốc",), evolves=evolves)]


@pytest.mark.parametrize(("evolves", "status", "best"), [(True, "superseded", 60), (False, "conflict", None)])
def test_later_reports_supersede_counts_of_a_users_role_that_evolves(
    evolves: bool, status: str, best: int | None
) -> None:
    roles = trees(evolves=evolves)
    texts = {"a": ("Giông lốc làm 45 cây xanh bật gốc.", 1), "b": ("Giông lốc khiến 60 cây xanh bật gốc.", 2)}
    claims = [
        claim
        for name, (text, day) in texts.items()
        for claim in nd.extract_figures(text, article_id=name, published_at=date(2025, 6, day), roles=roles)
    ]
    (found,) = nd.reconcile(claims, roles=roles)
    assert (found.role, found.status, found.best) == ("trees", status, best)


def outcome(*reports: tuple[str, int]) -> dict[str | None, nd.ReconciledFigure]:
    claims = [
        claim
        for number, (text, day) in enumerate(reports)
        for claim in nd.extract_figures(text, language="en", article_id=str(number), published_at=date(2025, 6, day))
        if claim.kind == "count"
    ]
    return {one.role: one for one in nd.reconcile(claims)}


def test_people_later_reported_dead_are_no_longer_among_the_injured() -> None:
    figures = outcome(("A man was critically injured in the blast.", 1), ("The man from the blast has died.", 3))
    assert (figures["dead"].best, figures["injured"].best, figures["injured"].status) == (1, None, "superseded")
    assert [one.value for one in figures["injured"].history] == [1]
    assert "among the dead" in figures["injured"].rule


def test_a_report_that_someone_was_shot_does_not_contradict_his_reported_death() -> None:
    figures = outcome(("A man died in a hall.", 1), ("The man was shot in the neck at a hall.", 5))
    assert (figures["dead"].best, figures["injured"].best) == (1, None)


@pytest.mark.parametrize(
    "reports",
    [
        [("Two people were injured in the blast.", 1), ("A woman died.", 2)],
        [("A man was injured and a boy was killed.", 1), ("The boy was killed at once.", 2)],
        [("Paul Moss was hurt badly.", 1), ("Later that day, Karl Brandt died.", 2)],
        [("Two people died in the blast.", 1), ("Two people were injured.", 2)],
        [("No injuries were reported.", 1), ("A man died.", 2)],
    ],
    ids=["more injured than dead", "both in one report", "of other names", "the count is newer", "nobody injured"],
)
def test_the_injured_stay_where_others_may_have_died(reports: list[tuple[str, int]]) -> None:
    assert outcome(*reports)["injured"].best is not None


def test_of_those_who_were_shot_the_dead_are_not_injured() -> None:
    figures = outcome(("Five people were shot at a fair. Two men died on Monday, police said two people are dead.", 1))
    assert (figures["dead"].best, figures["injured"].best) == (2, 3)
    assert figures["injured"].rule == "one origin: 5 in all, less 2 dead, is 3"
    figures = outcome(("Two people were shot at a fair.", 1), ("Two people are dead.", 1))
    assert (figures["injured"].best, figures["injured"].status) == (None, "superseded")


def test_a_conflict_of_all_who_were_shot_with_the_wounded_is_settled_by_the_dead() -> None:
    figures = outcome(
        ("Four men on a bench were shot and one was killed.", 1),
        ("The attack left one man dead and wounded three others.", 1),
    )
    assert (figures["injured"].best, figures["injured"].status) == (3, "compatible")
    assert figures["injured"].rule == "4 in all, less 1 dead, is 3"


def test_the_injured_have_died_where_later_reports_count_as_many_more_dead_and_none_injured() -> None:
    both = "A man was killed and a child was injured in the flat."
    figures = outcome((both, 1), ("Two people died in the flat.", 3))
    assert (figures["dead"].best, figures["injured"].best) == (2, None)
    assert outcome((both, 1), ("Three people died in the flat.", 3))["injured"].best == 1


def mention(noun: str, role: str, sentence: str, start: int) -> nd.FigureClaim:
    fields: dict[str, Any] = {"noun": noun, "role": role, "is_toll": False, "is_open": role == "injured"}
    return claim_of("1", "a", hour=9, language="en", sentence=sentence, sentence_start=start, **fields)


@pytest.mark.parametrize(
    ("shot", "dead", "injured"),
    [
        ("Teen", "The boy", None),
        ("A teen", "The boy", None),
        ("A man", "a woman", 1),
        ("A man", "The other man", 1),
        ("Another man", "The victim", 1),
    ],
)
def test_who_was_shot_may_be_the_dead_unless_the_article_sets_them_apart(
    shot: str, dead: str, injured: int | None
) -> None:
    claims = mention(shot, "injured", f"{shot} was shot.", 0), mention(dead, "dead", f"{dead} died.", 40)
    assert {one.role: one.best for one in nd.reconcile(claims)} == {"injured": injured, "dead": 1}


def test_people_in_one_sentence_are_several() -> None:
    sentence = "The man died and the woman was shot."
    claims = mention("the woman", "injured", sentence, 0), mention("The man", "dead", sentence, 0)
    assert {one.role: one.best for one in nd.reconcile(claims)} == {"injured": 1, "dead": 1}


def test_what_an_article_repeats_of_an_earlier_one_is_not_its_own_report() -> None:
    old = claim_of("1", "a", hour=8, role="injured", noun="person", origin="a@0")
    repeated = claim_of("1", "b", hour=12, role="injured", noun="person", origin="a@0")
    new = claim_of("1", "b", hour=12, role="dead", noun="The boy", is_toll=False, origin="b")
    assert {one.role: one.best for one in nd.reconcile([old, repeated, new])} == {"injured": None, "dead": 1}
