"""Indonesian numbers: format in digits, scale words and numerals."""

from __future__ import annotations

from newsdedup.languages.numerals import NumberFormat, Numerals
from newsdedup.languages.tables import valued, words

_UNITS = valued("satu 1, dua 2, tiga 3, empat 4, lima 5, enam 6, tujuh 7, delapan 8, sembilan 9")

_SHARES = valued("perdua 2, pertiga 3, perempat 4, perlima 5, perenam 6, perdelapan 8, persepuluh 10")

NUMBER_FORMAT = NumberFormat(group=".", decimal=",")

SCALES = valued("""
    puluh 10, lusin 12, ratus 100, ribu 1000, rb 1000, juta 1000000, jt 1000000, miliar 1000000000,
    milyar 1000000000, triliun 1000000000000
""")

MONEY_SCALES = {"k": 10**3, "m": 10**9, "t": 10**12}

NUMERALS = Numerals(
    units=_UNITS,
    teens={"nol": 0, "sepuluh": 10, "sebelas": 11},
    plus={"belas": 10},
    ones=valued("seratus 100, seribu 1000, sejuta 1000000, semiliar 1000000000, selusin 12"),
    magnitudes=valued(
        "puluhan 20, ratusan 200, ribuan 2000, jutaan 2000000, miliaran 2000000000, triliunan 2000000000000"
    ),
    pairs={"belasan": (11, 19), "dua tiga": (2, 3)},
    few=("beberapa",),
    either=("atau",),
    guesses=words("mungkin, sekitar, kira-kira, barangkali"),
    points=("koma",),
    halves=("setengah",),
    unit_halves=("setengah",),
    shares={**_SHARES, "separuh": 2, "sepertiga": 3, "seperempat": 4, "seperlima": 5, "sepersepuluh": 10},
    share_links=("dari",),
    shares_are_figures=True,
    minus=("minus",),
    not_after={"satu": ("salah",), "": ("ke", "tanggal", "pasal", "nomor", "kelas", "bab", "ayat")},
    idioms=("satu sama lain", "satu per satu", "satu-satunya", "dua-duanya", "salah satu", "satu lagi"),
    before_any_noun=True,
)
