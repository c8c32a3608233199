from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from attrs import evolve

from newsdedup.figures.claim import SENTENCE_BEFORE, FigureClaim, Scope
from newsdedup.figures.quantity import printed_interval
from newsdedup.figures.reconcile.align import align
from newsdedup.figures.reconcile.alignment.naming import name_of
from newsdedup.figures.reconcile.compatibility import scopes_agree

ABOUT = {"a": ("10", "40"), "b": ("12", "50")}


def claim(article: str, value: str, *, qualifier: str = "exact", start: int = 0, **more: Any) -> FigureClaim:
    interval = printed_interval(qualifier, Decimal(value))
    return FigureClaim(
        article_id=article,
        start=start,
        end=start + len(value),
        value=Decimal(value),
        low=interval.low,
        high=interval.high,
        low_open=interval.low_open,
        high_open=interval.high_open,
        qualifier=qualifier,
        **{"text": value, "noun": "điểm cầu", **more},
    )


def values(claims: list[FigureClaim]) -> list[set[str]]:
    return sorted(({str(one.value) for one in quantity} for quantity in align(claims)), key=sorted)


def test_values_that_no_article_prints_side_by_side_are_rivals() -> None:
    assert values([claim("a", "10"), claim("b", "11")]) == [{"10", "11"}]


def test_an_article_does_not_contradict_itself() -> None:
    assert values([claim("a", "10"), claim("a", "11", start=9)]) == [{"10"}, {"11"}]


def test_a_rival_goes_to_the_nearest_of_an_articles_values() -> None:
    assert values([claim("a", "10"), claim("a", "4", start=9), claim("b", "11")]) == [{"10", "11"}, {"4"}]


def test_other_names_units_kinds_and_changes_are_other_quantities() -> None:
    claims = [
        claim("a", "10"),
        claim("b", "10", noun="đại biểu"),
        claim("c", "10", kind="percent", unit="%"),
        claim("d", "10", change="up"),
        claim("e", "12", modality="planned"),
    ]
    assert len(align(claims)) == 5


def test_a_role_joins_nouns_and_the_schedule_joins_planned_and_held() -> None:
    people = [claim("a", "1500", role="attendees"), claim("b", "1500", role="attendees", noun="đại biểu")]
    assert len(align(people)) == 1
    days = [
        claim("a", "2", kind="duration", unit="day"),
        claim("b", "2", kind="duration", unit="day", modality="planned"),
    ]
    assert len(align(days)) == 1


def test_poor_names_join_equal_values_only() -> None:
    assert name_of(claim("a", "3", noun="người")).is_general
    assert values([claim("a", "3", noun="người"), claim("b", "3", noun="người"), claim("c", "4", noun="người")]) == [
        {"3"},
        {"4"},
    ]


def test_nouns_alone_are_rivals_only_where_the_sentences_speak_of_one_thing() -> None:
    one, other = "ba mươi xe tải chở gạo", "thành phố mua thêm nhiều xe buýt điện"
    claims = [claim("a", "30", noun="xe", sentence=one), claim("b", "40", noun="xe", sentence=other)]
    assert len(align(claims)) == 2


def test_values_far_apart_under_an_unknown_scope_are_two_quantities() -> None:
    assert len(align([claim("a", "10"), claim("b", "31")])) == 2
    national = Scope(level="national")
    assert len(align([claim("a", "10", scope=national), claim("b", "31", scope=national)])) == 1


def test_another_scope_is_another_quantity() -> None:
    assert not scopes_agree(Scope(level="national"), Scope("Lạc Thủy", "province"))
    assert not scopes_agree(Scope("Lạc Thủy", "province"), Scope("Mai Pha", "province"))
    assert scopes_agree(Scope("Lạc Thuỷ"), Scope("Lạc Thủy", "province"))
    assert scopes_agree(Scope(), Scope("Lạc Thủy", "province"))


def test_one_articles_values_at_several_dates_are_a_series() -> None:
    rates = [
        claim("a", v, kind="percent", unit="%", as_of=d, start=i)
        for i, (v, d) in enumerate([("8.36", "2015-12"), ("7.19", "2016-12")])
    ]
    assert len(align(rates)) == 1


def test_two_values_of_one_date_are_not_a_series() -> None:
    rates = [
        claim("a", value, kind="percent", unit="%", as_of=date, start=start)
        for start, (value, date) in enumerate([("8.36", "2015-12"), ("7.19", "2016-12"), ("9.4", "2016-12")])
    ]
    assert values(rates) == [{"7.19", "8.36"}, {"9.4"}]


def test_ten_thousand_values_under_one_name_are_left_apart() -> None:
    assert len(align([claim("a", str(n), start=n) for n in range(10_000)])) == 10_000


def test_a_place_that_another_sentence_names_contradicts_nothing_unless_its_level_is_known() -> None:
    near, far = Scope("Mai Pha", found_by="named in the sentence"), Scope("Hạ Lý", found_by=SENTENCE_BEFORE)
    assert scopes_agree(near, far)
    assert not scopes_agree(near, Scope("Hạ Lý", "province", SENTENCE_BEFORE))
    assert not scopes_agree(near, Scope("Hạ Lý", found_by="named in the sentence"))


def test_a_separate_place_is_not_compared_with_the_event() -> None:
    assert not scopes_agree(Scope(level="event"), Scope("Mai Pha", "province"))
    assert scopes_agree(Scope(level="event"), Scope())


def test_values_of_two_articles_that_each_print_several_are_not_compared() -> None:
    table = [claim(article, value, start=n) for article, values in ABOUT.items() for n, value in enumerate(values)]
    assert len(align(table)) == 4


def test_an_article_may_repeat_a_figure_more_loosely_but_not_much() -> None:
    loose = claim("a", "200", qualifier="more_than", start=9)
    assert len(align([claim("a", "210"), loose])) == 1
    assert len(align([claim("a", "300"), loose])) == 2
    toll = [claim("a", "300", role="dead"), evolve(loose, role="dead")]
    assert len(align(toll)) == 1


def test_values_that_round_to_each_other_are_one_quantity_whatever_the_sentences() -> None:
    one = claim("a", "14340000", sentence="trước giao dịch, quỹ nắm giữ số cổ phiếu này")
    other = claim("b", "14336080", sentence="đăng ký bán ra làm giảm tỷ lệ xuống mức thấp")
    assert len(align([one, other])) == 1


def test_two_men_of_one_age_in_one_article_are_two() -> None:
    ages = {"noun": "tuổi", "kind": "age", "unit": "year"}
    first, second = (
        "ông Bình (38 tuổi) bị tạm giữ để điều tra",
        "người phát hiện ra vụ việc là chị Hoa, 38 tuổi, hàng xóm",
    )
    one = claim("a", "38", start=first.index("38"), sentence=first, **ages)
    other = claim("a", "38", start=90 + second.index("38"), sentence=second, sentence_start=90, **ages)
    assert len(align([one, other])) == 2


def test_a_noun_and_its_beginning_with_one_value_are_one_quantity() -> None:
    found = align([claim("a", "10", noun="binh sĩ"), claim("b", "10", noun="binh sĩ quân đội họ")])
    assert [len(quantity) for quantity in found] == [2]


def test_a_noun_that_only_begins_with_the_same_letters_is_another() -> None:
    found = align([claim("a", "10", noun="tàu"), claim("b", "10", noun="tàung")])
    assert [len(quantity) for quantity in found] == [1, 1]


def test_of_several_beginnings_the_shortest_names_the_quantity() -> None:
    nouns = ("tàu", "tàu cá", "tàu cá nhỏ")
    assert len(align([claim(name, "10", noun=noun) for name, noun in zip("abc", nouns, strict=True)])) == 1


def money(article: str, sentence: str, printed: str, *, noun: str | None) -> FigureClaim:
    value, start = printed.split()[0], sentence.index(printed)
    return claim(article, value, kind="money", unit="VND", noun=noun, sentence=sentence, start=start, text=printed)


def test_one_amount_with_two_names_in_like_sentences_is_one_quantity() -> None:
    sentence = "Ngân sách đạt 75 tỷ đồng trong chín tháng theo báo cáo của bộ."
    claims = [
        money("a", sentence, "75 tỷ đồng", noun="ngân sách"),
        money("b", sentence, "75 tỷ đồng", noun="thu ngân sách"),
        money("c", "Giá nhà ở quận này lên tới 75 tỷ đồng.", "75 tỷ đồng", noun=None),
    ]
    assert values(claims) == [{"75"}, {"75"}]
    assert sorted(len(quantity) for quantity in align(claims)) == [1, 2]


def test_an_amount_of_three_digits_in_two_articles_is_one_quantity_whatever_its_name() -> None:
    dollars = {"kind": "money", "unit": "USD"}
    profit = claim("a", "337", noun="profit", sentence="The firm reported a profit of $337 million.", **dollars)
    income = claim("b", "337", noun="net income", sentence="Better sales carried it to net income of $337m.", **dollars)
    other = claim("b", "337", noun="debt", start=50, sentence="It repaid $337 million of debt.", **dollars)
    assert len(align([profit, income])) == 1
    assert len(align([income, other])) == 2


def test_an_amount_per_unit_is_not_compared_with_a_whole() -> None:
    money = {"kind": "money", "unit": "VND", "noun": "ngân sách", "start": 14}
    yearly = claim("a", "90", sentence="Ngân sách chi 90 đồng/năm cho người nghèo.", **money)
    whole = claim("b", "120", sentence="Ngân sách chi 120 đồng cho người nghèo.", **money)
    each = claim("c", "120", sentence="Ngân sách chi 120 đồng/năm cho người nghèo.", **money)
    money_words = {"text": "90 đồng", "end": 21}
    assert values([evolve(yearly, **money_words), evolve(whole, text="120 đồng", end=22)]) == [{"120"}, {"90"}]
    assert values([evolve(yearly, **money_words), evolve(each, text="120 đồng", end=22)]) == [{"120", "90"}]


def test_a_later_and_smaller_toll_of_some_of_the_people_is_a_part_not_a_revision() -> None:
    toll = {"role": "dead", "scope": Scope(level="event")}
    first = claim("a", "5", noun="người", reported_at=datetime(2025, 6, 14, 9, tzinfo=UTC), **toll)
    later = {"reported_at": datetime(2025, 6, 14, 12, tzinfo=UTC), **toll}
    assert values([first, claim("b", "3", noun="nghi phạm khác", **later)]) == [{"3"}, {"5"}]
    assert values([first, claim("b", "3", noun="người", **later)]) == [{"3", "5"}]
    assert values([evolve(first, noun="thợ mỏ"), claim("b", "7", noun="người", **later)]) == [{"5", "7"}]


def test_more_than_a_value_does_not_match_a_far_larger_value() -> None:
    sentence = {"noun": "cổ phiếu", "sentence": "Phiên sáng nay trên sàn có cổ phiếu được sang tay."}
    least = claim("a", "26", qualifier="more_than", **sentence)
    assert values([least, claim("b", "31", **sentence)]) == [{"26", "31"}]
    assert values([least, claim("b", "64", **sentence)]) == [{"26"}, {"64"}]


def test_a_classifier_before_a_noun_makes_no_other_quantity() -> None:
    assert values([claim("a", "5", noun="chiếc ôtô"), claim("b", "5", noun="ôtô")]) == [{"5"}]
    assert len(align([claim("a", "5", noun="giám đốc công ty"), claim("b", "5", noun="công ty")])) == 2


def test_only_the_largest_toll_of_an_article_is_compared_with_other_reports() -> None:
    toll = {"role": "dead", "noun": "người", "scope": Scope(level="event")}
    first = claim("a", "3", reported_at=datetime(2025, 6, 14, 9, tzinfo=UTC), **toll)
    later = {"reported_at": datetime(2025, 6, 14, 12, tzinfo=UTC), **toll}
    assert values([first, claim("b", "7", **later), claim("b", "4", start=9, **later)]) == [{"3", "7"}, {"4"}]


def test_those_who_are_hit_worst_are_some_of_all() -> None:
    toll = {"role": "injured", "noun": "người", "scope": Scope(level="event")}
    first = claim("a", "16", reported_at=datetime(2025, 6, 14, 9, tzinfo=UTC), **toll)
    later = {"reported_at": datetime(2025, 6, 14, 12, tzinfo=UTC), "sentence": "4 người nguy kịch.", **toll}
    assert values([first, claim("b", "4", **later)]) == [{"16"}, {"4"}]


def test_a_part_of_a_count_is_another_quantity() -> None:
    assert len(align([claim("a", "2"), claim("b", "2", part_of="5")])) == 2


def test_a_role_of_the_schedule_joins_planned_and_held() -> None:
    topics = [claim("a", "15", role="agenda"), claim("b", "15", role="agenda", modality="planned")]
    assert len(align(topics)) == 1


def test_a_series_has_one_value_per_date() -> None:
    dates = {"2015-12": "8", "2016-12": "8"}
    rates = {"kind": "percent", "unit": "%"}
    series = [claim("a", value, as_of=day, start=n, **rates) for n, (day, value) in enumerate(dates.items())]
    assert values([*series, claim("a", "9", as_of="2016-12", start=9, **rates)]) == [{"8"}, {"9"}]
