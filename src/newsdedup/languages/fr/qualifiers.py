"""French qualifiers of numbers, ranges and words of change."""

from __future__ import annotations

from newsdedup.languages.tables import SIGNS_OF_ORDER, named, words

QUALIFIERS_BEFORE = {
    **SIGNS_OF_ORDER,
    **named("""
        exactement exact, précisément exact, plus de more_than, plus d' more_than, plus d’ more_than,
        supérieur à more_than, supérieure à more_than, supérieurs à more_than, au-delà de more_than,
        au-dessus de more_than, dépassant more_than, dépasse more_than, dépassent more_than, dépassé more_than, a dépassé more_than,
        ont dépassé more_than, avait dépassé more_than, a passé la barre des more_than, a franchi la barre des more_than,
        franchi le cap des more_than, a franchi le cap des more_than, excède more_than, excédant more_than,
        dépasser more_than, passé la barre des more_than, franchi la barre des more_than, pas moins de at_least,
        pas moins d' at_least, pas moins d’ at_least, au moins at_least, au minimum at_least, un minimum de at_least,
        minimum at_least, à tout le moins at_least, près de nearly, près d' nearly, près d’ nearly, presque nearly,
        quasiment nearly, pas loin de nearly, pas loin d' nearly, pas loin d’ nearly, proche de nearly,
        quelque about, environ about, autour de about, autour d' about, autour d’ about, aux alentours de about,
        à peu près about, approximativement about, dans les about, une estimation de about, estimé à about,
        estimés à about, estimée à about, estimées à about, moins de less_than, moins d' less_than,
        moins d’ less_than, inférieur à less_than, inférieure à less_than, en dessous de less_than,
        sous la barre des less_than, à peine less_than, jusqu'à at_most, jusqu’à at_most, au plus at_most,
        tout au plus at_most, au maximum at_most, maximum at_most, un maximum de at_most, pas plus de at_most,
        pas plus d' at_most, pas plus d’ at_most, plafonné à at_most, plafonnée à at_most
    """),
}

QUALIFIERS_AFTER = named("""
    ou plus at_least, et plus at_least, au moins at_least, au minimum at_least, minimum at_least, ou moins at_most,
    et moins at_most, au plus at_most, au maximum at_most, maximum at_most, environ about, ou davantage at_least
""")

RANGE_WORDS = ("à", "-", "–")

RANGE_PAIRS = {"entre": "et"}

FROM_WORDS = ("de",)

CHANGED = words("""
    passé, passée, passés, passe, passent, passait, passera, passeront, passant, passer, grimper, porté, portée, portés, relevé,
    révisé, revu, varie, évolué
""")

STEP_WORDS = ("à",)

_ROSE = words("""
    augmenté, augmente, augmentent, augmenter, progressé, progresse, progressent, grimpé, grimpe, bondi, bondit, crû,
    accru, accrue, gagné, gagne, gagnent, pris, haussé, relevé, relevée, relevés, monté
""")

_FELL = words("""
    baissé, baisse, baissent, reculé, recule, reculent, diminué, diminue, diminuent, chuté, chute, chutent, perdu, perd,
    perdent, cédé, cède, cèdent, régressé, plongé, plonge, réduit, réduite, réduits, abaissé, abaissée, fléchi
""")

UP = (
    *_ROSE,
    *(f"{verb} de" for verb in _ROSE),
    *words(
        "en hausse de, une hausse de, hausse de, une augmentation de, augmentation de, une progression de, un bond de"
    ),
    *words("une croissance de, croissance de, une majoration de"),
)

DOWN = (
    *_FELL,
    *(f"{verb} de" for verb in _FELL),
    *words("en baisse de, une baisse de, baisse de, une diminution de, diminution de, un recul de, recul de"),
    *words("une chute de, une réduction de, en repli de, un repli de"),
)

RESTATED_BY = ("soit", "ou", "soit environ", "soit près de", "soit plus de")

STEP_ENDS = ("à", "pour atteindre", "pour s'établir à", "pour s’établir à")
