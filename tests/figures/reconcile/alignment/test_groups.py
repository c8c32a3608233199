from __future__ import annotations

import random
from typing import Any

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import newsdedup as nd
from newsdedup.figures.reconcile.align import align


def read(texts: dict[str, str], language: str = "vi") -> list[nd.FigureClaim]:
    found = [c for name, text in texts.items() for c in nd.extract_figures(text, article_id=name, language=language)]
    return [claim for claim in found if claim.kind != "date"]


def grouped(texts: dict[str, str], language: str = "vi") -> list[list[str]]:
    """The words of the claims of each quantity, in order."""
    return sorted(sorted(claim.text for claim in quantity) for quantity in align(read(texts, language)))


def test_a_claim_goes_to_the_claim_of_its_value_that_matches_best() -> None:
    texts = {
        "a": "Giá xăng giảm còn 300 đồng mỗi lít. Giá dầu hoả tăng thêm, lên mức 300 đồng mỗi cân.",
        "b": "Dầu hoả tăng lên mức 300 đồng mỗi cân. Trong khi đó giá xăng giảm còn 300 đồng mỗi lít.",
    }
    quantities = align(read(texts))
    assert [len({claim.article_id for claim in quantity}) for quantity in quantities] == [2, 2]
    for quantity in quantities:
        assert len({"xăng" in claim.sentence for claim in quantity}) == 1


def test_three_articles_that_agree_in_pairs_have_one_quantity() -> None:
    texts = {
        "a": "Con cá mập trắng nặng hơn 120 kg.",
        "b": "Con cá mập trắng bắt được nặng 126 kg.",
        "c": "Con cá mập trắng nặng 126 kg được kéo lên bờ.",
    }
    assert grouped(texts) == [["126 kg", "126 kg", "hơn 120 kg"]]


def test_values_that_do_not_all_go_together_are_rivals() -> None:
    texts = {
        "a": "The white shark was 1.8 metres long.",
        "b": "The white shark was about 1.8 metres long.",
        "c": "The white shark was 1.4 metres long.",
    }
    (figure,) = nd.reconcile(read(texts, "en"))
    assert figure.status == "conflict"
    assert {str(one.value) for one in figure.alternatives} == {"1.8", "1.4"}


def test_of_two_articles_with_several_values_each_none_are_rivals() -> None:
    texts = {
        "a": "Đội tàu có 40 tàu cá. Đội tàu còn có 60 tàu cá.",
        "b": "Đội tàu có 45 tàu cá. Đội tàu còn có 70 tàu cá.",
    }
    assert grouped(texts) == [["40"], ["45"], ["60"], ["70"]]


def crowd(n: int, **more: Any) -> list[nd.FigureClaim]:
    """One claim as `n` articles print it, each in a sentence of its own."""
    (first,) = read({"a": "Đội tàu có 40 tàu cá ở vịnh."})
    return [evolve(first, article_id=f"a{k}", sentence=f"{first.sentence} Bài {k}x.", **more) for k in range(n)]


def test_hundreds_of_wordings_of_one_figure_are_one_quantity() -> None:
    assert [len(quantity) for quantity in align(crowd(400))] == [400]


def test_beyond_what_is_compared_pair_by_pair_each_value_stays_its_own() -> None:
    other = [evolve(one, article_id=f"b{one.article_id}", value=one.number + 1) for one in crowd(200)]
    assert sorted(len(quantity) for quantity in align([*crowd(200), *other])) == [200, 200]


def test_values_that_several_articles_print_are_compared_however_many_others_there_are() -> None:
    (claim,) = read({"a": "Đội tàu có 40 tàu cá ở vịnh."})
    table = [
        evolve(claim, article_id="t", value=claim.number + 100 * n, start=n, sentence=f"Dòng {n}x.")
        for n in range(1, 200)
    ]
    printed = [evolve(claim, article_id=name) for name in ("p", "q")]
    rival = [evolve(claim, article_id=name, value=claim.number + 5) for name in ("r", "s")]
    groups = align([*table, *printed, *rival])
    assert max(len(quantity) for quantity in groups) == 4


SENTENCES = (
    "Đội tàu có {} tàu cá ở vịnh.",
    "Cả thảy {} chiếc tàu của đội neo ở vịnh.",
    "Ngân sách chi {} tỷ đồng cho đội tàu.",
    "Đội tàu rời bến sau {} ngày.",
    "Ông Nam, {} tuổi, lái tàu.",
)
RENDERED = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from(SENTENCES), st.sampled_from([2, 30, 31, 45, 400])),
    min_size=1,
    max_size=8,
)


@settings(max_examples=40, deadline=None)
@given(RENDERED, st.randoms())
def test_quantities_depend_neither_on_the_order_of_claims_nor_lose_any(
    rows: list[tuple[str, str, int]], shuffler: random.Random
) -> None:
    claims = []
    for place, (article, sentence, value) in enumerate(rows):
        for claim in nd.extract_figures(sentence.format(value), article_id=article, language="vi"):
            moved = evolve(
                claim, start=claim.start + 100 * place, end=claim.end + 100 * place, sentence_start=100 * place
            )
            claims.append(moved)
    shuffled = claims[:]
    shuffler.shuffle(shuffled)
    groups = align(claims)
    assert align(shuffled) == groups
    assert sorted(id(claim) for group in groups for claim in group) == sorted(map(id, claims))
    for group in groups:
        assert len({(claim.kind, claim.change) for claim in group}) == 1
