"""The nouns of money, percentages and measures: what is paid, shared or measured."""

from __future__ import annotations

from decimal import Decimal

from newsdedup.figures.read.draft import NumberDraft
from newsdedup.figures.read.engine import Example, Rule, Step
from newsdedup.figures.read.nouns import Noun, is_plural, link_after, linked_noun, noun_after
from newsdedup.figures.read.rules.counted import COUNT_RULES, KINDS_OF_TIME, made_noun, unit_noun
from newsdedup.figures.read.rules.subjects import TAGS_OF_LEVEL, measured_before, past_total, short_subject, subject_of
from newsdedup.text.tagged import DIGITS
from newsdedup.text.tags import Tag

_PERCENTS = 100  # of a whole
_DECIMALS = 2  # decimals of a percentage that was printed as a share
_LEAST_BARE_MONEY_SCALE = 1_000_000
_NEXT_SCALE = 1000  # times; a value printed with a scale word is less than this many of it
_MEASURED = ("percent", "money", "measure")


# ------------------------------------------------------------------------------------- shares


def _share_noun(draft: NumberDraft) -> Noun | None:
    """The noun of a share: "two thirds of voters", "one in five adults"; not one thing ("half of the lake")."""
    if not draft.number.is_share:
        return None
    sentence = draft.sentence
    is_rate = sentence.numbers.rate_link.search(sentence.folded, draft.number.start, draft.number.end)
    link = link_after(sentence, draft.last)
    if is_rate or not sentence.language.plural_endings:
        noun = noun_after(sentence, link or draft.last)
    else:
        noun = linked_noun(sentence, link) if link else None
    if noun is None or sentence.language.plural_endings:
        return noun if noun and is_plural(sentence, noun.folded) else None
    is_of_several = sentence.has(noun.first, Tag.QUANTITY | Tag.LISTED)  # not "nửa bánh xe"
    return noun if link or is_rate or is_of_several else None


# ------------------------------------------------------------------------------------- nouns after


def _money_noun(draft: NumberDraft) -> Noun | None:
    """The noun of an amount of money, right after it: "782 tỉ đồng tiền trốn thuế"."""
    sentence = draft.sentence
    if link := link_after(sentence, draft.last):
        return noun_after(sentence, link)
    is_measured = sentence.is_word(draft.last) and sentence.has(draft.last, Tag.QUANTITY | Tag.NOT_QUANTITY)
    return noun_after(sentence, draft.last) if is_measured else None


def _loose_money_noun(draft: NumberDraft) -> Noun | None:
    """The noun of money that has none before it: "$3 million in aid"; a name is a place or a month."""
    sentence = draft.sentence
    size = sentence.phrase(draft.last, Tag.LOOSE_LINK)
    noun = noun_after(sentence, draft.last + size) if size else None
    return noun if noun and noun.printed[0].islower() else None


def part_noun(draft: NumberDraft) -> Noun | None:
    """The noun after a share or measure, linked or right after it: "30% doanh nghiệp", "a 9% stake"."""
    sentence = draft.sentence
    if sentence.phrase(draft.last, Tag.LINK):
        return linked_noun(sentence, link_after(sentence, draft.last))
    is_hyphened = any(sentence.is_mark(i, "-") for i in range(draft.first, draft.last))
    if sentence.language.share_before_noun or is_hyphened or sentence.before(draft.first, Tag.DETERMINER):
        return noun_after(sentence, draft.last)
    return None


def _share_after(draft: NumberDraft) -> Noun | None:
    """What a percentage is a share of, right after it: "60% số hộ nghèo"; not of what it changes."""
    if draft.change_before():
        return None
    noun = part_noun(draft)
    return None if noun is None or draft.sentence.phrase(noun.first, Tag.QUANTITY) else noun


def _base_after(draft: NumberDraft) -> Noun | None:
    """The quantity of which a percentage is a part or by which it changes: "giảm 15% tiền điện", "bằng 40% giá"."""
    sentence, i = draft.sentence, draft.last
    if draft.kind != "percent" or not sentence.language.share_before_noun or not sentence.phrase(i, Tag.QUANTITY):
        return None
    is_of_it = draft.change_before() or sentence.before(draft.first, Tag.SHARE_OF)
    return noun_after(sentence, past_total(sentence, i)) if is_of_it else None


def _measured_after(draft: NumberDraft) -> Noun | None:
    noun = part_noun(draft)
    return noun if noun is not None and noun.printed[0].islower() else None


# ------------------------------------------------------------------------------------- nouns before


def _named_quantity(draft: NumberDraft) -> Noun | None:
    noun = subject_of(draft)
    return noun if noun and draft.sentence.phrase(noun.first, Tag.QUANTITY) else None


def _counted_before_bracket(draft: NumberDraft) -> Noun | None:
    """The noun whose count a bracket restates as a share: "17.662 hộ nghèo (5,98%)"."""
    sentence, i = draft.sentence, draft.first - 1
    if not sentence.is_mark(i, "("):
        return None
    first = i
    while first > sentence.first and not sentence.kinds[first - 1] & DIGITS and not sentence.is_mark(first - 1, "()"):
        first -= 1
    follows_number = first > sentence.first and sentence.kinds[first - 1] & DIGITS and first < i
    return noun_after(sentence, first) if follows_number else None


def _measured_subject(draft: NumberDraft) -> Noun | None:
    is_possible = draft.sentence.language.subject_first and not draft.is_qualified
    return short_subject(draft) if is_possible else None


def _time_unit(draft: NumberDraft) -> Noun | None:
    sentence, first = draft.sentence, draft.number_last
    return unit_noun(sentence, first, draft.last) if first < draft.last else None


def _percentage(share: Decimal) -> Decimal:
    rounded = round(share * _PERCENTS, _DECIMALS)
    return rounded.to_integral_value() if rounded == rounded.to_integral_value() else rounded


NOUN = Step(
    "noun",
    (
        Rule(
            "share of several",
            _share_noun,
            lambda draft, noun: {
                "noun": noun,
                "value": _percentage(draft.value),
                "kind": "percent",
                "unit": "%",
                "qualifier": "about" if draft.qualifier == "exact" else draft.qualifier,
            },
            kinds=("count",),
            examples=(Example("en", "Two thirds of voters stayed at home.", {"kind": "percent", "noun": "voters"}),),
            counter_examples=(Example("en", "Half of the lake is frozen."),),
        ),
        Rule(
            "share of one thing",
            lambda draft: True if draft.number.is_share else None,
            lambda *_: {"is_aside": True},
            kinds=("count",),
            examples=(Example("vi", "Nước ngập gần nửa bánh xe các loại."),),
            counter_examples=(Example("en", "Two thirds of voters stayed at home."),),
        ),
        Rule(
            "unit of a time",
            _time_unit,
            made_noun,
            kinds=KINDS_OF_TIME,
            examples=(Example("en", "The strike lasted 3 weeks.", {"kind": "duration", "noun": "weeks"}),),
        ),
        Rule(
            "noun of money after it",
            _money_noun,
            made_noun,
            kinds=("money",),
            needs=Tag.LINK | Tag.QUANTITY | Tag.NOT_QUANTITY,
            examples=(Example("en", "They lost $3 million worth of grain.", {"kind": "money", "noun": "grain"}),),
        ),
        *COUNT_RULES,
        Rule(
            "quantity that the clause names",
            _named_quantity,
            made_noun,
            kinds=_MEASURED,
            needs=Tag.QUANTITY,
            examples=(Example("vi", "Tỷ lệ hộ nghèo là 5% dân số.", {"kind": "percent", "noun": "Tỷ lệ hộ nghèo"}),),
        ),
        Rule(
            "quantity right after a percentage",
            _base_after,
            made_noun,
            needs=Tag.QUANTITY,
            examples=(
                Example("vi", "Những hộ còn lại được giảm 15% tiền điện.", {"value": 15, "noun": "tiền điện"}),
                Example("vi", "Họ được hỗ trợ từ ngân sách bằng 40% tiền giống.", {"value": 40, "noun": "tiền giống"}),
            ),
            counter_examples=(Example("vi", "Lợi nhuận tăng 15% so với năm trước."),),
        ),
        Rule(
            "what a percentage is a share of",
            _share_after,
            made_noun,
            kinds=("percent",),
            examples=(
                Example("vi", "Giá điện cho 60% hộ nghèo giảm.", {"kind": "percent", "noun": "hộ nghèo"}),
                Example("en", "The price rose for 60 percent of voters.", {"kind": "percent", "noun": "voters"}),
            ),
        ),
        Rule(
            "quantity earlier in the clause",
            measured_before,
            made_noun,
            kinds=_MEASURED,
            needs=Tag.QUANTITY,
            examples=(
                Example("en", "Revenue this quarter came in at a solid $3 million.", {"noun": "Revenue"}),
                Example("vi", "Giá vàng ở Mai Pha có nơi bán 36 triệu đồng.", {"noun": "Giá vàng"}),
            ),
        ),
        Rule(
            "subject of a level",
            subject_of,
            made_noun,
            needs=TAGS_OF_LEVEL,
            kinds=_MEASURED,
            examples=(Example("en", "Oil rose to $65.", {"kind": "money", "noun": "Oil"}),),
        ),
        Rule(
            "what is measured after it",
            _measured_after,
            made_noun,
            kinds=("measure",),
            examples=(Example("vi", "Cảng bốc 3 triệu tấn gạo.", {"kind": "measure", "noun": "gạo"}),),
        ),
        Rule(
            "count that a bracket restates as a share",
            _counted_before_bracket,
            made_noun,
            kinds=("percent",),
            examples=(Example("vi", "Còn 17.662 hộ nghèo (5,98%).", {"kind": "percent", "noun": "hộ nghèo"}),),
        ),
        Rule(
            "loosely linked noun of money",
            _loose_money_noun,
            made_noun,
            kinds=("money",),
            needs=Tag.LOOSE_LINK,
            examples=(Example("en", "They sent $3 million in aid.", {"kind": "money", "noun": "aid"}),),
        ),
        Rule(
            "subject right before an amount",
            _measured_subject,
            made_noun,
            kinds=_MEASURED,
            examples=(Example("vi", "Bắp cải 12.000 đồng/kg.", {"kind": "money", "noun": "Bắp cải"}),),
        ),
    ),
)


# ------------------------------------------------------------------------------------- bare money


def _is_bare_money(draft: NumberDraft) -> bool | None:
    """Whether a large number is of money whose currency goes without saying: "lãi 200 tỷ"."""
    sentence = draft.sentence
    if draft.scale < _LEAST_BARE_MONEY_SCALE or not sentence.language.currency:
        return None
    noun = draft.noun
    is_money = noun is None or (noun.last <= draft.first and sentence.phrase(noun.first, Tag.QUANTITY))
    return True if is_money else None


def _elided_currency(draft: NumberDraft) -> str | None:
    """The currency of money that prints none: that of the money before it of the same scale, else the language's."""
    before, sentence = draft.before_in_sentence, draft.sentence
    if (
        before is not None
        and not any(sentence.is_mark(i, ".!?;()") for i in range(before.last, draft.first))
        and before.kind == "money"
        and draft.scale <= before.value < draft.scale * _NEXT_SCALE
    ):
        return before.unit
    return sentence.language.currency


def _as_money(draft: NumberDraft, _: bool) -> dict[str, object]:
    draft.kind = "money"
    noun = next(
        (found for rule in NOUN.tried[draft.tags & NOUN.needs, "money"] if (found := rule.match(draft)) is not None),
        None,
    )
    return {"kind": "money", "unit": _elided_currency(draft), "noun": noun}


BARE_MONEY = Step(
    "money without a currency",
    (
        Rule(
            "large number without a noun",
            _is_bare_money,
            _as_money,
            kinds=("count",),
            examples=(Example("vi", "Ngân hàng lãi 200 tỷ.", {"kind": "money", "unit": "VND", "noun": "lãi"}),),
            counter_examples=(Example("vi", "Có 2 triệu người đến xem."),),
        ),
    ),
)
