"""French units: percentages, durations, measures, ages and money."""

from __future__ import annotations

from newsdedup.languages.currencies import SIGNS
from newsdedup.languages.money import MoneyFormat
from newsdedup.languages.tables import named, valued, words

PERCENT = ("%", "pour cent", "pourcent", "p. 100", "p.100")

PERCENTAGE_POINTS = words("""
    points de pourcentage, point de pourcentage, points de base, pt de pourcentage, pts de pourcentage
""")

DURATIONS = named("""
    seconde second, secondes second, minute minute, minutes minute, heure hour, heures hour, jour day, jours day,
    journée day, journées day, semaine week, semaines week, mois month, an year, ans year, année year, années year
""")

MEASURES = named("""
    km km, kilomètre km, kilomètres km, m m, mètre m, mètres m, cm cm, centimètre cm, centimètres cm, mm mm,
    millimètre mm, millimètres mm, km2 km2, km² km2, kilomètre carré km2, kilomètres carrés km2, m2 m2, m² m2,
    mètre carré m2, mètres carrés m2, m3 m3, m³ m3, mètre cube m3, mètres cubes m3, ha ha, hectare ha, hectares ha,
    kg kg, kilo kg, kilos kg, kilogramme kg, kilogrammes kg, g g, gramme g, grammes g, mg mg, t t, tonne t, tonnes t,
    litre l, litres l, l l, cl cl, ml ml, hectolitre hl, hectolitres hl, hl hl, degré °, degrés °, degrés celsius °C,
    °c °C, km/h km/h, kilomètres à l'heure km/h, kilomètres à l’heure km/h, kilomètres par heure km/h,
    kilomètres-heure km/h, kilomètres/heure km/h, nœuds kn, noeuds kn, milles nmi, mille nautique nmi,
    milles nautiques nmi, milles marins nmi, mégawatt MW, mégawatts MW, mw MW, gigawatt GW, gigawatts GW, gw GW,
    kwh kWh, mwh MWh, gwh GWh, twh TWh, barils barrel, baril barrel, hertz Hz, mhz MHz, ghz GHz, go GB, mo MB, to TB
""")

MEASURES_BEFORE = dict.fromkeys(words("magnitude, magnitude de, une magnitude de, de magnitude"), "M")

AGES = dict.fromkeys(words("ans d'âge, ans d’âge"), "year")

AGES_BEFORE = words("""
    âgé de, âgée de, âgés de, âgées de, âgé d', âgée d', âgé d’, âgée d’, à l'âge de, à l’âge de, âgés respectivement de,
    âgées respectivement de, l'âge de, l’âge de
""")

AGES_OF_PEOPLE = words("an, ans, mois")

NOT_UNITS = words("""
    an neuf, jours fériés, jour férié, jour j, heures supplémentaires, m. le, points de vente, secondes chances
""")

CURRENCY_SIGNS = {**SIGNS, **named("fcfa XOF, f cfa XOF, cfa XOF, frs franc, ff FRF, fs CHF")}

CURRENCIES = named("""
    euro EUR, euros EUR, dollar USD, dollars USD, dollar américain USD, dollars américains USD, dollars canadiens CAD,
    dollars australiens AUD, dollars de hong kong HKD, billets verts USD, livre sterling GBP, livres sterling GBP,
    livres GBP, yen JPY, yens JPY, yuan CNY, yuans CNY, francs suisses CHF, franc suisse CHF, francs cfa XOF,
    franc cfa XOF, francs belges BEF, francs français FRF, francs pacifiques XPF, francs congolais CDF,
    francs guinéens GNF, francs djiboutiens DJF, francs rwandais RWF, francs burundais BIF, francs comoriens KMF,
    francs franc, franc franc, dirham MAD, dirhams MAD, dinars algériens DZD, dinars tunisiens TND, dinars dinar,
    dinar dinar, ouguiyas MRU, gourdes HTG, ariary MGA, ariarys MGA, naira NGN, nairas NGN, rands ZAR, roubles RUB,
    rouble RUB, roupies INR, roupie INR, wons KRW, won KRW, dong VND, dongs VND, bahts THB, baht THB, reais BRL,
    pesos peso, livres turques TRY, livres libanaises LBP, livres égyptiennes EGP, shekels ILS, hryvnias UAH,
    bitcoins BTC, bitcoin BTC
""")

CURRENCY_PARTS = named("centime cent, centimes cent, kopecks kopeck, pence penny")

PARTS_JOINT = ("et",)

CODE_SCALES = valued("k 1000, m 1000000, md 1000000000, mds 1000000000")

MONEY = MoneyFormat(
    scales={"milliard": 10**9, "million": 10**6},
    plural_scales={"milliard": "milliards", "million": "millions"},
    names={"EUR": "€", "USD": "$"},
    names_after_scale={"EUR": "d'euros", "USD": "de dollars"},
)
