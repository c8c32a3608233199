from __future__ import annotations

from attrs import evolve

import newsdedup as nd
from newsdedup.figures.reconcile.origins import alike, shingles, with_origins
from newsdedup.figures.reconcile.voices import voice_numbers

SHARED = "Các đại biểu sẽ được lãnh đạo các ban, bộ, ngành trung ương truyền đạt 15 chuyên đề, trong đó phần lớn"


def claims_of(name: str, text: str) -> list[nd.FigureClaim]:
    return nd.extract_figures(text, article_id=name, language="vi")


def test_copies_have_the_origin_of_what_they_copy() -> None:
    claims = [*claims_of("a", "Có 15 chuyên đề."), *claims_of("b", "Có 15 chuyên đề ở đây.")]
    assert [one.origin for one in with_origins(claims, {"a": "a", "b": "a"})] == ["a", "a"]


def test_a_copied_sentence_has_one_origin_though_the_articles_are_not_copies() -> None:
    claims = [
        *claims_of("a", SHARED + " là nội dung về xây dựng Đảng. Hội nghị kéo dài 2 ngày."),
        *claims_of("b", SHARED + " là nội dung về phân cấp. Theo chương trình, sự kiện này diễn ra trong 2 ngày."),
    ]
    topics_a, days_a, topics_b, days_b = with_origins(claims, {})
    assert topics_a.origin == topics_b.origin == f"a@{topics_a.start}"
    assert (days_a.origin, days_b.origin) == ("a", "b")


def test_a_copied_sentence_does_not_make_other_claims_of_its_articles_one_voice() -> None:
    claims = [
        *claims_of("a", "Trong 2 ngày 14 và 15/6, " + SHARED.lower() + " là nội dung về xây dựng Đảng."),
        *claims_of(
            "b", SHARED + " là nội dung về phân cấp. Theo chương trình, sự kiện này diễn ra trong 2 ngày 14 và 15/6."
        ),
    ]
    figures = {one.kind: one for one in nd.reconcile(with_origins(claims, {}))}
    assert (figures["count"].n_articles, figures["count"].n_origins) == (2, 1)
    assert (figures["duration"].n_articles, figures["duration"].n_origins) == (2, 2)


def test_a_copied_sentence_with_another_number_is_a_claim_of_its_own() -> None:
    claims = [*claims_of("a", SHARED), *claims_of("b", SHARED.replace("15", "16"))]
    assert [one.origin for one in with_origins(claims, {})] == ["a", "b"]
    assert nd.reconcile(with_origins(claims, {}))[0].status == "conflict"


def test_the_earliest_report_is_the_origin_whatever_its_id() -> None:
    late, early = claims_of("a", SHARED), claims_of("b", SHARED)
    from datetime import date

    late = [evolve(one, reported_at=date(2025, 6, 16)) for one in late]
    early = [evolve(one, reported_at=date(2025, 6, 14)) for one in early]
    assert {one.origin for one in with_origins([*late, *early], {})} == {f"b@{early[0].start}"}


def test_short_sentences_are_compared_as_wholes() -> None:
    assert {one.origin for one in with_origins([*claims_of("a", "15 xã"), *claims_of("b", "16 xã")], {})} == {"a", "b"}
    assert {one.origin for one in with_origins([*claims_of("a", "15 xã"), *claims_of("b", "15 xã")], {})} == {"a@0"}


def test_an_article_that_repeats_a_copied_claim_in_its_own_words_is_one_origin() -> None:
    (claim,) = claims_of("a", "Có 15 chuyên đề.")
    repeated = [
        claim,
        evolve(claim, origin="x"),
        evolve(claim, article_id="b", origin="x"),
        evolve(claim, article_id="c"),
    ]
    assert voice_numbers(repeated) == [0, 0, 0, 1]


def test_many_sentences_with_one_formula_are_still_compared() -> None:
    sentences = [shingles(f"Chúng tôi sẽ làm hết sức để giúp người dân vùng {n // 2}") for n in range(200)]
    assert {(2 * n, 2 * n + 1) for n in range(100)} <= set(alike(sentences, 1.0))


def test_sentences_of_one_text_are_not_compared_and_have_the_voice_of_their_article() -> None:
    claims = [*claims_of("a", SHARED + ". " + SHARED + "."), *claims_of("b", SHARED + ".")]
    copied = with_origins(claims, {"a": "first", "b": "first"}, {"a": "a", "b": "a"})
    assert {one.origin for one in copied} == {"first"}
    assert with_origins([], {}) == []
