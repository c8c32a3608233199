from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsdedup as nd

TEXT = "Lũ làm hơn 20 người chết, đợt lũ lần thứ 3 vào ngày 14/6. Một phụ nữ bị thương. Nhà có một cửa."


def traces(text: str, language: str = "vi", **options: str) -> dict[str, nd.FigureTrace]:
    return {one.text: one for one in nd.explain_figures(text, language=language, **options)}


def test_the_trace_of_a_figure_names_each_rule_with_the_words_it_matched_and_what_it_made() -> None:
    found = traces(TEXT)["hơn 20"]
    assert found.claim is not None
    assert found.claim.role == "dead"
    steps = {one.step: one for one in found.steps}
    assert steps["qualifier"].words == ("hơn",)
    assert steps["qualifier"].fields["qualifier"] == "more_than"
    assert steps["noun"].words == ("người",)
    assert steps["role"].words == ("chết",)
    assert steps["role"].fields == {"role": "dead"}


def test_a_number_that_is_not_a_figure_has_the_rule_that_set_it_aside() -> None:
    found = traces(TEXT)["3"]
    assert found.claim is None
    assert found.reason == "set aside by the rule “rank or name”"
    assert found.steps[-1].words == ("lần thứ",)


def test_a_number_on_which_no_rule_was_tried_has_a_reason() -> None:
    found = traces(TEXT)["một"]
    assert (found.claim, found.steps) == (None, ())
    assert found.reason == "not read as a number that may count something"


def test_a_number_outside_the_articles_text_has_a_reason() -> None:
    article = "Hội nghị khai mạc sáng nay với nhiều đại biểu từ các địa phương trong cả nước.\n" * 6
    found = traces(f"Bản quyền thuộc Báo Mới 25\n{article}")
    assert found["25"].reason == "not in the article's own text"


def test_a_date_is_one_trace_without_rules() -> None:
    found = traces(TEXT, published_at="2025-06-15")["ngày 14/6"]
    assert found.claim is not None
    assert (found.claim.value, found.steps) == ("2025-06-14", ())


def test_people_without_a_number_have_the_predicate_that_gives_their_role() -> None:
    found = traces(TEXT)["Một phụ nữ"]
    assert found.claim is not None
    (step,) = found.steps
    assert (step.rule, step.words, step.fields) == ("predicate", ("bị thương",), {"role": "injured"})


def test_people_whom_a_number_counts_too_are_no_claim_of_their_own() -> None:
    found = traces("Two men were killed. A man was killed.", "en")["A man"]
    assert (found.claim, found.reason) == (None, "a number or another mention counts them")


def test_rules_that_go_by_a_date_a_place_or_a_speaker_name_their_words() -> None:
    text = "Đến ngày 25/7/2025, theo ông Nam, tỉnh Mai Pha có 20 hộ mất nhà."
    steps = {one.step: one for one in traces(text)["20"].steps}
    assert steps["as of"].words == ("Đến ngày 25/7/2025",)
    assert steps["scope"].words == ("Mai Pha",)
    assert steps["speaker"].words == ("theo",)


def test_rules_that_add_to_a_number_name_what_they_added() -> None:
    steps = traces("Bị cáo lĩnh 12 năm 6 tháng tù.")["12 năm 6 tháng"].steps
    assert [one.words for one in steps if one.step == "what adds to it"] == [("6 tháng",)]


def test_a_trace_is_printed_as_a_block_on_lines_without_breaks_of_the_text() -> None:
    text = str(traces("Con đường dài 12\u2028km.")["12\u2028km"])
    assert text.splitlines()[0].startswith("14–19 “12 km”: measure 12, km")
    assert all(line.startswith("  ") for line in text.splitlines()[1:])


def test_a_trace_is_plain_data() -> None:
    for one in nd.explain_figures(TEXT, language="vi"):
        data = json.loads(json.dumps(one.to_dict()))
        assert (data["start"], data["end"], data["text"]) == (one.start, one.end, one.text)
        assert [step["rule"] for step in data["steps"]] == [step.rule for step in one.steps]
        assert (data["claim"] is None) == (one.claim is None)


def test_a_language_without_tables_has_no_traces() -> None:
    assert nd.explain_figures("12 people died.", language="de") == []


def test_figures_and_traces_take_a_row_and_a_date_as_text() -> None:
    row = {"body": "Ngày 14/6, lũ làm 3 người chết.", "date": "2025-06-15", "id": "a"}
    day, toll = nd.extract_figures(row)
    assert (day.value, toll.article_id, toll.reported_at) == ("2025-06-14", "a", date(2025, 6, 15))
    assert [one.claim for one in nd.explain_figures(row)] == [day, toll]
    assert nd.extract_figures(row, published_at="2024-06-15")[0].value == "2024-06-14"


@pytest.mark.parametrize("read", [nd.extract_figures, nd.explain_figures])
@pytest.mark.parametrize(
    ("given_text", "options", "message"),
    [
        (5, {}, "a text or a mapping with a text, not from int"),
        (["Lũ"], {}, "not from list"),
        ({"x": 1}, {}, "it has no text"),
        ({"text": 5}, {}, "the text is of type int"),
        ("Lũ", {"language": 5}, "language=5 is not the code or the name of a language"),
        ("Lũ", {"article_id": 5}, "article_id=5 is of type int"),
        ("Lũ", {"published_at": "soon"}, "published_at='soon' of type str"),
        ("Lũ", {"published_at": []}, r"published_at=\[\] of type list"),
    ],
)
def test_wrong_types_are_named(read: object, given_text: object, options: dict[str, object], message: str) -> None:
    with pytest.raises((nd.InputError, nd.SettingError), match=message):
        read(given_text, **options)  # type: ignore[operator]


PIECES = st.sampled_from(
    ["Lũ làm hơn 20 người chết", "ngày 14/6/2025", ", ", ". ", "12", "lần thứ 3", "Một phụ nữ bị thương", "5%", "\n"]
)


@given(st.lists(PIECES, max_size=8))
def test_the_claims_of_the_traces_are_the_claims_of_the_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    if text.strip():
        found = [one.claim for one in nd.explain_figures(text, language="vi") if one.claim]
        assert sorted(found, key=str) == sorted(nd.extract_figures(text, language="vi"), key=str)
