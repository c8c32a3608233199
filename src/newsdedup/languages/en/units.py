"""English units: percentages, durations, measures and ages."""

from __future__ import annotations

from newsdedup.languages.tables import named, words

PERCENT = ("%", "percent", "percents", "per cent", "pct", "percentage")

PERCENTAGE_POINTS = ("percentage points", "percentage point")

PERCENT_BEFORE = ("percent of", "per cent of")

DURATIONS = {
    name + plural: name
    for name in words(
        """
        second, minute, hour, day, week, month, year
        """
    )
    for plural in ("", "s")
}

MEASURES = named(
    """
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
    """
)

MEASURES_BEFORE = dict.fromkeys(words("magnitude, magnitude of, magnitude-, richter magnitude"), "M")

WEIGHTS = named("pounds lb, pound lb")

WEIGHING = ("weighing", "weighs", "weighed", "weigh")

AGES = ("years old", "- year - old", "- month - old", "year old", "year-old", "years of age", "-year-old", "yo")

NOT_UNITS = words(
    """
    p.m, grand slam, grand slams, grand piano, grand pianos, grand prix, grand jury, grand juries, grand juror,
    grand jurors, grand tour, grand tours, grand final, grand finals, grand master, grand masters, grand opening,
    grand openings, grand prize, grand prizes, grand theft, le mans, le pen, le monde
    """
)
