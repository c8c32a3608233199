"""English units: percentages, durations, measures, ages and money."""

from __future__ import annotations

from newsdedup.languages.currencies import SIGNS
from newsdedup.languages.tables import named, valued, words

PERCENT = ("%", "percent", "percents", "per cent", "pct", "percentage")

PERCENTAGE_POINTS = ("percentage points", "percentage point")

PERCENT_BEFORE = ("percent of", "per cent of")

DURATIONS = {
    name + plural: name for name in words("second, minute, hour, day, week, month, year") for plural in ("", "s")
}

MEASURES = named("""
    km km, kilometers km, kilometres km, kilometer km, miles mi, mile mi, mph mi/h, feet ft, foot ft, inches in,
    meters m, metres m, acres acre, hectares ha, ha ha, kg kg, kilograms kg, tons t, tonnes t, lbs lb, degrees °,
    mw MW, cm cm, mm mm, ml ml, mg mg, kwh kwh, gw gw, km/h km/h, litres l, liters l, litre l, liter l, grams g,
    ounces oz, ounce oz, gallons gal, gallon gal, barrels barrel, yards yd, yard yd, inch in, kph km/h,
    square miles mi2, square kilometers km2, square kilometres km2, square meters m2, square metres m2,
    square feet ft2, cubic meters m3, cubic metres m3, degrees celsius °C, degrees fahrenheit °F, °c °C, °f °F,
    ft ft, meter m, metre m, tonne t, ton t, nautical miles nmi, nautical mile nmi, knots kn, knot kn,
    miles per hour mi/h, miles an hour mi/h, kilometers per hour km/h, kilometres per hour km/h,
    kilometers an hour km/h, kilometres an hour km/h, square kilometer km2, square kilometre km2, square mile mi2,
    square foot ft2, megawatts MW, megawatt MW, gigawatts GW, gigawatt GW, centimeters cm, centimetres cm,
    millimeters mm, millimetres mm, milligrams mg, hectare ha, kilogram kg, kilo kg, kilos kg, gram g, magnitude M, on the richter scale M
""")

MEASURES_BEFORE = dict.fromkeys(words("magnitude, magnitude of, magnitude-, richter magnitude"), "M")

WEIGHTS = named("pounds lb, pound lb")

WEIGHING = ("weighing", "weighs", "weighed", "weigh")

AGES = ("years old", "- year - old", "- month - old", "year old", "year-old", "years of age", "-year-old", "yo")

AGES_BEFORE = words("age, aged, ages, between the ages of, at the age of")

AGE_MARKS = (",",)

NOT_UNITS = words("""
    p.m, grand slam, grand slams, grand piano, grand pianos, grand prix, grand jury, grand juries, grand juror,
    grand jurors, grand tour, grand tours, grand final, grand finals, grand master, grand masters, grand opening,
    grand openings, grand prize, grand prizes, grand theft, le mans, le pen, le monde
""")

CURRENCY_SIGNS = {**SIGNS, **named("le EGP, l.e EGP, l.e. EGP, $us USD")}

CURRENCIES = named("""
    dollars USD, dollar USD, bucks USD, quid GBP, us dollars USD, u.s. dollars USD, american dollars USD,
    australian dollars AUD, canadian dollars CAD, hong kong dollars HKD, singapore dollars SGD,
    new zealand dollars NZD, taiwan dollars TWD, euros EUR, euro EUR, pounds GBP, pounds sterling GBP, yen JPY,
    yuan CNY, renminbi CNY, dong VND, rupees INR, rupee INR, rupiah IDR, won KRW, baht THB, ringgit MYR,
    ringgits MYR, malaysia ringgit MYR, malaysia ringgits MYR, malaysian ringgit MYR, malaysian ringgits MYR,
    roubles RUB, rubles RUB, hryvnia UAH, hryvnias UAH, shekels ILS, swiss francs CHF, francs franc,
    turkish lira TRY, lira TRY, kuwaiti dinar KWD, kuwaiti dinars KWD, dinars dinar, dirhams AED, dirham AED,
    saudi riyals SAR, saudi riyal SAR, saudiriyal SAR, qatari riyals QAR, qatari riyal QAR, riyals riyal,
    egyptian pounds EGP, geneh EGP, mexican pesos MXN, philippine pesos PHP, pesos peso, pesetas ESP,
    finnish markka FIM, dutch guilders NLG, bitcoins BTC, bitcoin BTC, satoshis satoshi
""")

CURRENCY_PARTS = named("""
    cents cent, cent cent, ¢ cent, pence penny, penny penny, pennies penny, kopecks kopeck, kopiykas kopeck,
    p penny, sen sen, paise paisa
""")

COINS = valued("dime 10, dimes 10, nickels 5")

COINED = "USD"

MONEY_SLANG = valued("grand 1000")

CODE_SCALES = valued("k 1000, m 1000000")

PART_LETTERS = ("c",)

PARTS_JOINT = ("and",)
