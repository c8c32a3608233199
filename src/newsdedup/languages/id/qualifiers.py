"""Indonesian qualifiers of numbers, ranges and words of change."""

from __future__ import annotations

from newsdedup.languages.tables import SIGNS_OF_ORDER, named, words

QUALIFIERS_BEFORE = {
    **SIGNS_OF_ORDER,
    **named("""
        tepat exact, lebih dari more_than, di atas more_than, melebihi more_than, melampaui more_than, telah melampaui more_than, menembus more_than, melewati more_than, melewati angka more_than,
        sedikitnya at_least, paling sedikit at_least, setidaknya at_least, sekurang-kurangnya at_least,
        tidak kurang dari at_least, minimal at_least, hampir nearly, mendekati nearly, nyaris nearly,
        kurang dari less_than, di bawah less_than, tidak sampai less_than, paling banyak at_most,
        maksimal at_most, tidak lebih dari at_most, sekitar about, kira-kira about, kurang lebih about,
        diperkirakan about, ditaksir about, ditaksir mencapai about, menembus more_than,
        menembus angka more_than, melewati more_than, di atas angka more_than, tak kurang dari at_least,
        tak lebih dari at_most, mencapai lebih dari more_than, hingga at_most
    """),
}

QUALIFIERS_AFTER = named("lebih more_than, atau lebih at_least, ke atas at_least, ke bawah at_most")

RANGE_WORDS = ("sampai", "hingga", "s.d.", "-", "–")

RANGE_PAIRS = {"antara": "dan"}

FROM_WORDS = ("dari",)

CHANGED = words("berubah, bergeser, naik, turun, bertambah, berkurang, meningkat, menjadi")

STEP_WORDS = ("menjadi", "ke")

STEP_ENDS = ("menjadi", "ke", "hingga")

RESTATED_BY = ("atau", "atau sekitar", "setara")

UP = ("naik", "meningkat", "bertambah", "tumbuh", "naik sebesar", "melonjak", "menguat", "naik sekitar", "terkerek")

DOWN = (
    "turun",
    "menurun",
    "berkurang",
    "susut",
    "turun sebesar",
    "anjlok",
    "merosot",
    "melemah",
    "terpangkas",
    "menyusut",
)
