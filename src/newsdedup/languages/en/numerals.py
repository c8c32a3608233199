"""English numbers: format in digits, scale words and numerals."""

from __future__ import annotations

from newsdedup.languages.numerals import NumberFormat, Numerals
from newsdedup.languages.tables import valued, words

NUMBER_FORMAT = NumberFormat(group=",", decimal=".")

SCALES = valued("""
    dozen 12, dozens 12, doz 12, dozs 12, dz 12, dzs 12, hundred 100, thousand 1000, million 1000000, mn 1000000,
    billion 1000000000, bn 1000000000, trillion 1000000000000, tn 1000000000000, bln 1000000000, mln 1000000,
    tln 1000000000000, cr 10000000, lakh 100000, lakhs 100000, crore 10000000, crores 10000000, krore 10000000, krores 10000000
""")

MONEY_SCALES = valued("k 1000, m 1000000, b 1000000000, mm 1000000, grand 1000")

COUNT_SCALES = valued("k 1000, m 1000000")

NOT_SCALED = words("""
    run, runs, race, races, racing, walk, road, event, tv, tvs, television, video, videos, resolution, display,
    screen, camera, monitor, high, deep, tall, wide, long, thick, away, high-rise, sprint, hurdles, relay, dash,
    final, finals, semi-final, semifinal, heat, heats, swim, freestyle, backstroke, breaststroke, butterfly,
    medley, steeplechase, record, title, gold, silver, bronze, medal, champion, waves, pool, tower, radius,
    stretch, platform, springboard, air, rifle, pistol
""")

SCALE_LETTERS = valued("K 1000, k 1000, M 1000000, B 1000000000, b 1000000000")

NUMERALS = Numerals(
    units=valued("one 1, two 2, three 3, four 4, five 5, six 6, seven 7, eight 8, nine 9"),
    teens=valued("""
        zero 0, nought 0, naught 0, nil 0, ten 10, eleven 11, twelve 12, thirteen 13, fourteen 14, fifteen 15,
        sixteen 16, seventeen 17, eighteen 18, nineteen 19
    """),
    tens=valued("twenty 20, thirty 30, forty 40, fourty 40, fifty 50, sixty 60, seventy 70, eighty 80, ninety 90"),
    joints=("and",),
    articles=("a", "an"),
    couples=valued("couple 2, couple of 2, a couple 2, a couple of 2"),
    magnitudes=valued("""
        dozens 24, scores 40, tens 20, hundreds 200, thousands 2000, millions 2000000, billions 2000000000,
        trillions 2000000000000
    """),
    linked_magnitudes=("scores", "tens"),
    few=("several", "a few"),
    either=("or",),
    guesses=words("maybe, perhaps, probably, possibly, some, about, around, roughly, like, say"),
    points=("point",),
    unit_halves=("and a half",),
    shares=valued("""
        half 2, halves 2, thirds 3, quarter 4, quarters 4, fourths 4, fifths 5, sixths 6, sevenths 7, eighths 8,
        ninths 9, tenths 10, twelfths 12, twentieths 20, thirtieths 30, hundredths 100, thousandths 1000,
        millionths 1000000, billionths 1000000000, trillionths 1000000000000
    """),
    ordinals=valued("""
        first 1, second 2, third 3, fourth 4, fifth 5, sixth 6, seventh 7, eighth 8, ninth 9, tenth 10,
        eleventh 11, twelfth 12, thirteenth 13, fourteenth 14, fifteenth 15, sixteenth 16, seventeenth 17,
        eighteenth 18, nineteenth 19, twentieth 20, thirtieth 30, fortieth 40, fiftieth 50, sixtieth 60,
        seventieth 70, eightieth 80, ninetieth 90, hundredth 100, thousandth 1000, millionth 1000000,
        billionth 1000000000, trillionth 1000000000000
    """),
    share_links=("of",),
    divided=("over",),
    rates=("in",),
    shares_are_figures=True,
    crossed=("by", "on", "a"),
    minus=("minus", "negative"),
    not_after={
        "minus": ("or",),
        "": words("several, few, many, page, chapter, number"),
        "one": words("the, this, that, no, any, some, every, each, which, another"),
    },
    idioms=words("""
        one another, one of, one by one, one or the other, half time, half way, half brother, half sister,
        one-two, twenty-twenty, fifty-fifty, nine-to-five, nine-eleven, four by four, ten-four
    """),
    elides_hundreds=True,
    before_any_noun=True,
)
