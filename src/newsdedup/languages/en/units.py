"""English units: percentages, durations, measures, ages and money."""

from __future__ import annotations

from newsdedup.languages.currencies import SIGNS
from newsdedup.languages.money import MoneyFormat
from newsdedup.languages.numerals import CompoundMeasure
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

COMPOUND_MEASURES = (
    CompoundMeasure(
        larger=words("feet, foot, ft, ft., ', ’, ′"), smaller=words('inches, inch, in, ", ”, ″'), parts=12, unit="in"
    ),
    CompoundMeasure(larger=words("pounds, pound, lbs, lb"), smaller=words("ounces, ounce, oz"), parts=16, unit="oz"),
)

MEASURES_BEFORE = dict.fromkeys(words("magnitude, magnitude of, magnitude-, richter magnitude"), "M")

WEIGHTS = named("pounds lb, pound lb")

WEIGHING = ("weighing", "weighs", "weighed", "weigh")

_AGE_FORMS = ("{0}s old", "{0} old", "{0}-old", "-{0}-old", "- {0} - old", "{0}s of age", "{0}s-old")

AGES = {
    **{form.format(unit): unit for unit in ("year", "month", "week", "day", "hour") for form in _AGE_FORMS},
    **named("yo year, y/o year, yrs old year, yr old year, mo old month"),
}

AGES_BEFORE = words("""
    age, aged, ages, aged from, aged between, at the age of, by the age of, from the age of, under the age of,
    over the age of, until the age of, between the ages of, young age of, old age of, tender age of, at age, ages from,
    aged just, aged only
""")

AGES_BEFORE_END = words("""
    he was, she was, who was, he is, she is, who is, i was, i am, he's, she's, he’s, she’s, i'm, i’m, who's, who’s,
    he was only, she was only, he was just, she was just, he's only, she's only, he’s only, she’s only, i was only,
    he would have been, she would have been, turned, turns, turning
""")

AGES_AT_DEATH = ("at",)

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
    finnish markka FIM, dutch guilders NLG, bitcoins BTC, bitcoin BTC, satoshis satoshi, franc franc, peso peso,
    rouble RUB, ruble RUB, shekel ILS, riyal riyal, dinar dinar, kip LAK, riel KHR, riels KHR, kyat MMK, kyats MMK,
    taka BDT, pakistani rupees PKR, sri lankan rupees LKR, nepalese rupees NPR, rufiyaa MVR, tugrik MNT, tugriks MNT,
    tenge KZT, manat manat, lari GEL, armenian drams AMD, afghani AFN, afghanis AFN,
    iranian rials IRR, iranian rial IRR, omani rials OMR, rial rial, rials rial, syrian pounds SYP,
    lebanese pounds LBP, sudanese pounds SDG, south sudanese pounds SSP, jordanian dinars JOD, iraqi dinars IQD,
    algerian dinars DZD, tunisian dinars TND, libyan dinars LYD, serbian dinars RSD, bahraini dinars BHD,
    moroccan dirhams MAD, krona krona, kronas krona, kronor SEK, swedish kronor SEK, swedish krona SEK,
    icelandic krona ISK, krone krone, kroner krone, danish kroner DKK, danish krone DKK, norwegian kroner NOK,
    norwegian krone NOK, czech koruna CZK, czech crowns CZK, koruna CZK, korunas CZK, zloty PLN, zlotys PLN,
    zlotych PLN, forint HUF, forints HUF, romanian lei RON, lev BGN, leva BGN, kuna HRK, kunas HRK,
    hryvnya UAH, belarusian roubles BYN, belarusian rubles BYN, naira NGN, nairas NGN, cedi GHS, cedis GHS, rand ZAR,
    kenyan shillings KES, ugandan shillings UGX, tanzanian shillings TZS, shilling shilling, shillings shilling,
    birr ETB, kwacha kwacha, kwachas kwacha, metical MZN, meticais MZN, kwanza AOA, kwanzas AOA, pula BWP,
    ariary MGA, dalasi GMD, leone SLE, leones SLE, cfa francs XOF, congolese francs CDF, rwandan francs RWF,
    burundian francs BIF, brazilian reais BRL, brazilian real BRL, reais BRL, argentine pesos ARS,
    argentinian pesos ARS, chilean pesos CLP, colombian pesos COP, cuban pesos CUP, uruguayan pesos UYU,
    dominican pesos DOP, bolivars VES, bolívars VES, bolivares VES, bolívares VES, bolivianos BOB, quetzales GTQ,
    quetzals GTQ, lempiras HNL, cordobas NIO, córdobas NIO, guaranies PYG, guaraníes PYG, nuevos soles PEN,
    peruvian soles PEN, gourdes HTG, jamaican dollars JMD, zimbabwe dollars ZWL, fijian dollars FJD,
    brunei dollars BND, deutsche marks DEM, deutschmarks DEM, french francs FRF, italian lire ITL, lire ITL,
    belgian francs BEF, austrian schillings ATS, indonesian rupiah IDR, indian rupees INR, korean won KRW,
    south korean won KRW, north korean won KPW, japanese yen JPY, chinese yuan CNY, vietnamese dong VND, thai baht THB,
    turkish liras TRY, liras TRY, ethereum ETH
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

MONEY = MoneyFormat(
    scales={"trillion": 10**12, "billion": 10**9, "million": 10**6},
    signs={"USD": "$", "EUR": "€", "GBP": "£"},
    code_first=True,
)
