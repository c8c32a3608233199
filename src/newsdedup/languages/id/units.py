"""Indonesian units: percentages, durations, measures, ages and money."""

from __future__ import annotations

from newsdedup.languages.money import MoneyFormat
from newsdedup.languages.tables import named, words

PERCENT = ("%", "persen")

PERCENTAGE_POINTS = ("poin persen", "poin persentase")

DURATIONS = named("detik second, menit minute, jam hour, hari day, pekan week, minggu week, bulan month, tahun year")

MEASURES = named("""
    km km, kilometer km, km/jam km/h, meter m, m m, cm cm, sentimeter cm, mm mm, meter persegi m2, m2 m2,
    meter kubik m3, km2 km2, hektare ha, hektar ha, ha ha, kg kg, kilogram kg, gram g, ton t, liter l, derajat °,
    derajat celsius °C, °c °C, mil mi, mw MW, sr M, skala richter M, mil laut nmi, knot kn, barel barrel, hektoliter hl, kwh kWh, gb GB, mb MB, tb TB
""")

MEASURES_BEFORE = dict.fromkeys(("magnitudo", "bermagnitudo", "magnitudo sebesar", "kekuatan magnitudo"), "M")

AGES_BEFORE = words("berusia, berumur, usia, umur, umurnya, usianya")

AGES_OF_PEOPLE = ("tahun", "bulan")

AGE_MARKS = ("(", ",")

CURRENCIES = named("""
    rupiah IDR, dolar USD, dollar USD, dolar as USD, dolar amerika USD, dolar singapura SGD, dolar australia AUD,
    euro EUR, yen JPY, yuan CNY, ringgit MYR, pound sterling GBP, riyal SAR, baht THB, dong VND
""")

CURRENCY_PARTS = {"sen": "sen"}

MONEY = MoneyFormat(
    scales={"triliun": 10**12, "miliar": 10**9, "juta": 10**6},
    signs={"IDR": "Rp "},
    names={"USD": "dolar AS"},
)
