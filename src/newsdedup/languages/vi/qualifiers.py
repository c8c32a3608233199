"""Vietnamese qualifiers of numbers, ranges and words of change."""

from __future__ import annotations

from newsdedup.languages.tables import SIGNS_OF_ORDER, named, words

QUALIFIERS_BEFORE = {
    **SIGNS_OF_ORDER,
    **named("""
        đúng exact, hơn more_than, trên more_than, nhiều hơn more_than, vượt more_than, vượt trên more_than,
        vượt quá more_than, vượt mốc more_than, vượt ngưỡng more_than, vượt con số more_than, vượt mức more_than,
        vượt qua more_than, vượt qua mốc more_than, vượt qua ngưỡng more_than, vượt qua con số more_than, ít nhất at_least,
        tối thiểu at_least, không dưới at_least, không ít hơn at_least, không thấp hơn at_least, gần nearly,
        ngót nghét nearly, dưới less_than, ít hơn less_than, chưa đến less_than, chưa tới less_than,
        chưa đầy less_than, không đến less_than, không tới less_than, tối đa at_most, không quá at_most,
        không vượt quá at_most, không hơn at_most, không cao hơn at_most, không nhiều hơn at_most,
        nhiều nhất at_most, khoảng about, vào khoảng about, trên dưới about, khoảng chừng about,
        khoảng hơn more_than, khoảng gần nearly, khoảng trên more_than, chừng about, ước about, ước tính about,
        ước tính khoảng about, ước chừng about, ước khoảng about, xấp xỉ about, quanh about
    """),
}

QUALIFIERS_AFTER = named("trở lên at_least, trở xuống at_most, là cùng at_most, + at_least")

RANGE_WORDS = ("đến", "tới", "-", "–")

RANGE_PAIRS = {"giữa": "và"}

STEP_WORDS = words(
    "lên, lên mức, lên tới, lên đến, tăng lên, xuống, xuống còn, xuống mức, giảm còn, còn, và, hoặc, hay"
)

UP = words("tăng, tăng thêm, tăng nhẹ, tăng mạnh, tăng vọt, tăng khoảng, tăng tới, tăng trưởng thêm, nhích, nhích thêm")

DOWN = words("giảm, giảm thêm, giảm nhẹ, giảm mạnh, giảm sâu, giảm tới, hạ, hạ thêm, bớt, sụt, mất thêm")

RESTATED_BY = words("tương đương, hay, tức, tức là, tương đương với, xấp xỉ, tương ứng")
