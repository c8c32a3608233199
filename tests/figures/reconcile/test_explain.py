from __future__ import annotations

import re

import pytest

import newsdedup as nd

SHARK = {
    "a": "Con cá mập trắng dài 1,8 m.",
    "b": "Con cá mập trắng dài 180 cm.",
    "c": "Con cá mập trắng dài khoảng 2 m.",
    "d": "Thuyền của ngư dân dài 12 m, chạy 30 km.",
}


def figures_of(texts: dict[str, str], language: str = "vi") -> list[nd.ReconciledFigure]:
    return nd.reconcile(
        [c for name, text in texts.items() for c in nd.extract_figures(text, article_id=name, language=language)]
    )


def test_a_figure_says_which_evidence_joined_its_claims_and_what_kept_others_out() -> None:
    figures = figures_of(SHARK)
    explanation = nd.explain_figure(figures, figures[0])
    assert len(explanation.together) == len(figures[0].claims) - 1
    assert [pair.score for pair in explanation.together] == sorted(
        (p.score for p in explanation.together), reverse=True
    )
    assert all(pair.score >= 0 for pair in explanation.together)
    assert {pair.other.article_id for pair in explanation.apart} == {"d"}
    assert all(pair.score < 0 for pair in explanation.apart)


def test_the_explanation_is_words_and_plain_data() -> None:
    figures = figures_of(SHARK)
    explanation = nd.explain_figure(figures, figures[0])
    words = str(explanation).splitlines()
    assert words[0] == "one quantity:"
    assert words[1].startswith("  “1,8 m” (a) and “180 cm” (b): +")
    assert "same value (1,8 m, 180 cm)" in words[1]
    assert words[1].endswith("-3.0 needed")
    assert "not of it:" in words
    assert words[-1].endswith("values more than 3 times apart, and no place known")
    data = explanation.to_dict()
    assert data["together"][0]["one"] == {"article_id": "a", "start": 21, "end": 26, "text": "1,8 m"}
    assert data["apart"][-1]["score"] is None
    assert data["apart"][-1]["terms"] == []


def test_one_claim_has_nothing_to_explain() -> None:
    figures = figures_of({"a": "Có 12 tàu cá."})
    assert str(nd.explain_figure(figures, figures[0])) == "one claim, or several in the same words"


def test_people_are_counted_by_role() -> None:
    figures = figures_of({"a": "Lũ làm 3 người chết.", "b": "Lũ làm 4 người chết, 2 người bị thương."})
    dead = next(one for one in figures if one.role == "dead")
    explanation = nd.explain_figure(figures, dead)
    assert [term.name for term in explanation.together[0].terms] == ["people counted in one role"]
    assert explanation.apart[0].obstacle == "different roles"


def test_people_of_one_role_in_two_figures_are_kept_apart_by_who_they_are() -> None:
    (dead,), (others,) = figures_of({"a": "Lũ làm 3 người chết."}), figures_of({"b": "Lũ làm 3 người chết ở đây."})
    obstacle = nd.explain_figure([dead, others], dead).apart[0].obstacle
    assert obstacle == "counts of people are kept apart by who is counted"


def test_a_figure_of_another_record_is_an_error() -> None:
    figures = figures_of(SHARK)
    with pytest.raises(nd.InputError, match="not one of `figures`"):
        nd.explain_figure(figures[1:], figures[0])


def test_a_record_explains_its_figures() -> None:
    record = nd.record_of([{"id": name, "text": text} for name, text in SHARK.items()])
    figure = record.figures[0]
    assert str(record.explain(figure)) == str(nd.explain_figure(record.figures, figure))


def test_the_printed_terms_add_up_to_the_printed_score_and_the_wording_is_one_of_them() -> None:
    texts = {
        "a": "Con cá mập trắng dài 1,8 m bơi gần bờ biển Mai Pha sáng nay.",
        "b": "Con cá mập trắng dài 180 cm bơi gần bờ biển.",
    }
    figures = nd.reconcile(claim for name, text in texts.items() for claim in nd.extract_figures(text, article_id=name))
    [pair] = nd.explain_figure(figures, figures[0]).together
    score, *terms = [int(each.replace(".", "")) for each in re.findall(r"[+-]\d+\.\d", str(pair))]
    assert sum(terms) == score
    assert sum(term.weight for term in pair.topics) == pytest.approx(sum(term.weight for term in pair.terms))
    assert [term.name for term in pair.topics].count("like wording") == 1
    assert {term.name for term in pair.terms} >= {"like sentences", "like words nearby"}
