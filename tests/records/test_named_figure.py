from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

import newsdedup as nd

TEXT = (
    "Sáng 14/6, lũ làm 12 người chết ở xã Mai Pha, tỉnh Lạng Sơn. Có 300 căn nhà sập và 40 căn nhà ngập ở Thái Nguyên. "
    "Thiệt hại 2 tỷ đồng."
)


@pytest.fixture(scope="module")
def record() -> nd.EventRecord:
    return nd.record_of([TEXT])


def test_a_figure_is_found_by_role_by_noun_by_a_word_of_it_and_by_kind(record: nd.EventRecord) -> None:
    assert record.figure("dead").best == 12
    assert record.figure(" DEAD ").role == "dead"
    noun = next(one.noun for one in record.figures if one.best == 300)
    assert record.figure(str(noun)).best == 300
    assert record.figure("nha").best in (300, 40)
    assert record.figure("money").unit == "VND"


def test_roles_of_two_words_may_have_a_space(record: nd.EventRecord) -> None:
    money = record.figure("money")
    if money.role:
        assert record.figure(money.role.replace("_", " ")) is money


def test_of_several_figures_the_best_supported_is_taken() -> None:
    record = nd.record_of(["Lũ làm 3 người chết.", "Lũ làm 3 người chết, 5 căn nhà sập.", "Tốc mái 70 căn nhà."])
    figures = [one for one in record.figures if "nhà" in (one.noun or "")]
    assert record.figure("nha") is figures[0]


def test_a_place_limits_the_figures(record: nd.EventRecord) -> None:
    at_mai_pha, elsewhere = (
        evolve(record.figure("nha"), scope=nd.Scope(place)) for place in ("Mai Pha", "Thái Nguyên")
    )
    placed = evolve(record, figures=(at_mai_pha, elsewhere, *record.figures))
    assert placed.figure("nha") is at_mai_pha
    assert placed.figure("nha", place="thai nguyen") is elsewhere
    with pytest.raises(nd.UnknownFigureError, match=r"no figure 'dead' at 'Huế': there are .*; at "):
        placed.figure("dead", place="Huế")


def test_an_unknown_name_is_an_error_that_lists_what_there_is(record: nd.EventRecord) -> None:
    with pytest.raises(nd.UnknownFigureError, match=r"no figure 'tàu': there are 'dead', "):
        record.figure("tàu")
    with pytest.raises(KeyError, match="there are none"):
        nd.record_of(["Không có số liệu nào trong tin này cả."]).figure("dead")


def test_a_long_list_of_names_is_cut() -> None:
    nouns = ("bàn", "ghế", "tủ", "giường", "đèn", "quạt", "sách", "bút", "vở", "cặp", "áo", "mũ", "giày", "tất")
    text = ". ".join(f"Lớp có {number + 21} {noun} mới" for number, noun in enumerate(nouns)) + "."
    with pytest.raises(nd.UnknownFigureError, match=r", … \(1\d in all\)"):
        nd.record_of([text]).figure("dead")


@pytest.mark.parametrize("name", ["", None, 3, "…"])
def test_what_is_no_name_is_an_error(record: nd.EventRecord, name: Any) -> None:
    with pytest.raises(nd.SettingError, match="is not a name: give a str"):
        record.figure(name)
