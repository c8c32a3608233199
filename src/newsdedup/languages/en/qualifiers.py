"""English qualifiers of numbers, ranges and words of change."""

from __future__ import annotations

from newsdedup.languages.tables import SIGNS_OF_ORDER, named, words

QUALIFIERS_BEFORE = {
    **SIGNS_OF_ORDER,
    **named("""
        exactly exact, equal to exact, equals exact, equals to exact, more than more_than,
        greater than more_than, higher than more_than, larger than more_than, over more_than, above more_than,
        exceeding more_than, exceeded more_than, exceeds more_than, exceed more_than, topped more_than, tops more_than,
        topping more_than, surpassed more_than, surpasses more_than, surpassing more_than, surpass more_than, in excess of more_than, upwards of more_than, at least at_least,
        no fewer than at_least, no less than at_least, not less than at_least, greater than or equal to at_least,
        equal to or greater than at_least, a minimum of at_least, nearly nearly, almost nearly, close to nearly,
        less than less_than, fewer than less_than, smaller than less_than, lower than less_than, under less_than,
        below less_than, up to at_most, at most at_most, no more than at_most, not more than at_most,
        less than or equal to at_most, equal to or less than at_most, as many as at_most, a maximum of at_most,
        about about, around about, some about, roughly about, approximately about, an estimated about,
        estimated about
    """),
}

QUALIFIERS_AFTER = named("""
    or more at_least, or greater at_least, or above at_least, or over at_least, or more than at_least,
    and above at_least, and over at_least, and up at_least, plus at_least, + at_least, or fewer at_most,
    or less at_most, or lower at_most, or under at_most, and under at_most, or so about,
    odd about, -odd about, -plus at_least, -strong exact
""")

RANGE_WORDS = ("to", "-", "–", "through")

FROM_WORDS = ("from",)

CHANGED = words("""
    went, goes, gone, going, moved, moves, changed, changes, swung, shifted, revised, cut, cuts, raised, raises, lowered, lifted,
    reduced, trimmed, expanded, shrank, shrunk, narrowed, widened, doubled, tripled, rising, falling, increasing,
    decreasing, growing, climbing, dropping, increase, decrease, rise, fall, drop, jump, decline, upgraded,
    downgraded, adjusted, boosted, slashed, hiked, dipped, soaring, surged, nearly doubled
""")

STEP_WORDS = ("to",)

RANGE_PAIRS = {"between": "and"}

UP = words("""
    rose, rose by, rises, risen, risen by, up, increased, increased by, gained, grew, grew by, grown, grown by,
    jumped, jumped by, climbed, climbed by, soared, soared by, surged, surged by, added, widened by, expanded by,
    raised by, an increase of, a rise of, a gain of, growth of
""")

DOWN = words("""
    fell, fell by, falls, fallen, fallen by, down, decreased, decreased by, lost, dropped, dropped by, cut by,
    slipped, slipped by, slid, slid by, sank, sank by, tumbled, tumbled by, plunged, plunged by, declined,
    declined by, shed, narrowed by, shrank, shrank by, reduced by, a decrease of, a drop of, a fall of,
    a decline of
""")

RESTATED_BY = ("or", "or about", "or around", "or nearly")

STEP_ENDS = ("to",)
