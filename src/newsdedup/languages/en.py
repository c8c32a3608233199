"""English."""

from __future__ import annotations

from newsdedup.languages._language import SIGNS_OF_ORDER, Dates, Language, Numerals, Places, Role, named, valued, words

_NOUN_ENDS = """
    a about across after against all also amid among an and are around as at be been because been before being between
    both but by came can could did do due during each either for from gathered had has have he her his how if in
    including inside into is it its joined just later less may might more most near no nor not now of off on one only
    or out over per said say says she should since so some still such than that the their them then there these
    they this those through to today tonight took under until up was were what when where which while who whose will
    with within without would yesterday you died killed dead injured wounded hurt missing arrested attended evacuated
    told were remain remained
"""

LANGUAGE = Language(
    code="en",
    name="English",
    function_words=frozenset(
        "the of and to in a that is was for on with as by at from it he his be are were has have had said an who "
        "not but they their will this which after been she her more than one two about when there people".split()
    ),
    thousands=",",
    scales=valued(
        """
            dozen 12, dozens 12, doz 12, dozs 12, dz 12, dzs 12, hundred 100, thousand 1000, million 1000000,
            mn 1000000, billion 1000000000, bn 1000000000, trillion 1000000000000, tn 1000000000000, bln 1000000000,
            mln 1000000, tln 1000000000000, lakh 100000, lakhs 100000, crore 10000000, crores 10000000,
            krore 10000000, krores 10000000
        """
    ),
    money_scales=valued(
        """
            k 1000, m 1000000, b 1000000000, mm 1000000, grand 1000
        """
    ),
    scale_letters=valued(
        """
            K 1000, k 1000, M 1000000, B 1000000000, b 1000000000
        """
    ),
    numerals=Numerals(
        units=valued(
            """
                one 1, two 2, three 3, four 4, five 5, six 6, seven 7, eight 8, nine 9
            """
        ),
        teens=valued(
            """
                zero 0, nought 0, naught 0, nil 0, ten 10, eleven 11, twelve 12, thirteen 13, fourteen 14,
                fifteen 15, sixteen 16, seventeen 17, eighteen 18, nineteen 19
            """
        ),
        tens=valued(
            """
                twenty 20, thirty 30, forty 40, fourty 40, fifty 50, sixty 60, seventy 70, eighty 80, ninety 90
            """
        ),
        joints=("and",),
        articles=("a", "an"),
        points=("point",),
        unit_halves=("and a half",),
        shares=valued(
            """
                half 2, halves 2, thirds 3, quarter 4, quarters 4, fourths 4, fifths 5, sixths 6, sevenths 7,
                eighths 8, ninths 9, tenths 10, twelfths 12, twentieths 20, thirtieths 30, hundredths 100,
                thousandths 1000, millionths 1000000, billionths 1000000000, trillionths 1000000000000
            """
        ),
        ordinals=valued(
            """
                first 1, second 2, third 3, fourth 4, fifth 5, sixth 6, seventh 7, eighth 8, ninth 9, tenth 10,
                eleventh 11, twelfth 12, thirteenth 13, fourteenth 14, fifteenth 15, sixteenth 16, seventeenth 17,
                eighteenth 18, nineteenth 19, twentieth 20, thirtieth 30, fortieth 40, fiftieth 50, sixtieth 60,
                seventieth 70, eightieth 80, ninetieth 90, hundredth 100, thousandth 1000, millionth 1000000,
                billionth 1000000000, trillionth 1000000000000
            """
        ),
        share_links=("of",),
        divided=("over",),
        minus=("minus", "negative"),
        not_after={
            "": words(
                """
                several, few, many, page, chapter, number
                """
            ),
            "one": words(
                """
                the, this, that, no, any, some, every, each, which, another
                """
            ),
        },
        idioms=("one another", "one of", "one by one", "half time", "half way", "half brother", "half sister"),
        before_any_noun=True,
    ),
    qualifiers_before={
        **SIGNS_OF_ORDER,
        "exactly": "exact",
        "equal to": "exact",
        "equals": "exact",
        "equals to": "exact",
        "more than": "more_than",
        "greater than": "more_than",
        "higher than": "more_than",
        "larger than": "more_than",
        "over": "more_than",
        "above": "more_than",
        "exceeding": "more_than",
        "in excess of": "more_than",
        "upwards of": "more_than",
        "at least": "at_least",
        "no fewer than": "at_least",
        "no less than": "at_least",
        "not less than": "at_least",
        "greater than or equal to": "at_least",
        "equal to or greater than": "at_least",
        "a minimum of": "at_least",
        "nearly": "nearly",
        "almost": "nearly",
        "close to": "nearly",
        "less than": "less_than",
        "fewer than": "less_than",
        "smaller than": "less_than",
        "lower than": "less_than",
        "under": "less_than",
        "below": "less_than",
        "up to": "at_most",
        "at most": "at_most",
        "no more than": "at_most",
        "not more than": "at_most",
        "less than or equal to": "at_most",
        "equal to or less than": "at_most",
        "as many as": "at_most",
        "a maximum of": "at_most",
        "about": "about",
        "around": "about",
        "some": "about",
        "roughly": "about",
        "approximately": "about",
        "an estimated": "about",
        "estimated": "about",
    },
    qualifiers_after=named(
        """
            or more at_least, or greater at_least, or above at_least, or over at_least, or more than at_least,
            and above at_least, and over at_least, and up at_least, plus at_least, + at_least, or fewer at_most,
            or less at_most, or lower at_most, or under at_most, and under at_most, or so about
        """
    ),
    range_words=("to", "-", "–", "through"),
    range_pairs={"between": "and"},
    percent=("%", "percent", "percents", "per cent", "pct", "percentage"),
    percentage_points=("percentage points", "percentage point"),
    percent_before=("percent of", "per cent of"),
    currencies=named(
        """
            dollars USD, dollar USD, bucks USD, us dollars USD, u.s. dollars USD, american dollars USD,
            australian dollars AUD, canadian dollars CAD, hong kong dollars HKD, singapore dollars SGD,
            new zealand dollars NZD, taiwan dollars TWD, euros EUR, euro EUR, pounds GBP, pounds sterling GBP,
            yen JPY, yuan CNY, renminbi CNY, dong VND, rupees INR, rupee INR, rupiah IDR, won KRW, baht THB,
            ringgit MYR, ringgits MYR, malaysia ringgit MYR, malaysia ringgits MYR, malaysian ringgit MYR,
            malaysian ringgits MYR, roubles RUB, rubles RUB, hryvnia UAH, hryvnias UAH, shekels ILS,
            swiss francs CHF, francs franc, turkish lira TRY, lira TRY, kuwaiti dinar KWD, kuwaiti dinars KWD,
            dinars dinar, dirhams AED, dirham AED, saudi riyals SAR, saudi riyal SAR, saudiriyal SAR,
            qatari riyals QAR, qatari riyal QAR, riyals riyal, egyptian pounds EGP, geneh EGP, mexican pesos MXN,
            philippine pesos PHP, pesos peso, pesetas ESP, finnish markka FIM, dutch guilders NLG, bitcoins BTC,
            bitcoin BTC, satoshis satoshi
        """
    ),
    currency_parts=named(
        """
            cents cent, cent cent, ¢ cent, pence penny, penny penny, pennies penny, kopecks kopeck, kopiykas kopeck,
            sen sen, paise paisa
        """
    ),
    parts_joint=("and",),
    durations={
        name + plural: name
        for name in words(
            """
            second, minute, hour, day, week, month, year
            """
        )
        for plural in ("", "s")
    },
    measures={
        "km": "km",
        "kilometers": "km",
        "kilometres": "km",
        "kilometer": "km",
        "miles": "mi",
        "mile": "mi",
        "mph": "mi/h",
        "feet": "ft",
        "foot": "ft",
        "inches": "in",
        "meters": "m",
        "metres": "m",
        "acres": "acre",
        "hectares": "ha",
        "ha": "ha",
        "kg": "kg",
        "kilograms": "kg",
        "tons": "t",
        "tonnes": "t",
        "lbs": "lb",
        "degrees": "°",
        "mw": "MW",
        **{name: name for name in ("cm", "mm", "ml", "mg", "kwh", "gw", "km/h")},
        "litres": "l",
        "liters": "l",
        "litre": "l",
        "liter": "l",
        "grams": "g",
        "ounces": "oz",
        "ounce": "oz",
        "gallons": "gal",
        "gallon": "gal",
        "barrels": "barrel",
        "yards": "yd",
        "yard": "yd",
        "inch": "in",
        "kph": "km/h",
        "square miles": "mi2",
        "square kilometers": "km2",
        "square kilometres": "km2",
        "square meters": "m2",
        "square metres": "m2",
        "square feet": "ft2",
        "cubic meters": "m3",
        "cubic metres": "m3",
        "degrees celsius": "°C",
        "degrees fahrenheit": "°F",
        "°c": "°C",
        "°f": "°F",
    },
    ages=("years old", "year old", "year-old", "years of age", "-year-old", "yo"),
    ordinal_before=words(
        """
        no., no, number, #, chapter, section, article, page, phase, level, grade, room, route, highway, interstate,
        flight, boeing, airbus, district, precinct, channel, age, aged, unit, apartment, apt, suite, exit, ward,
        zone, world war, top, section, title, rule
        """
    ),
    not_counted=("th", "st", "nd", "rd"),
    not_figures=(
        r"\b\d{1,2}(?::\d{2})?\s?(?:a\.?\s?m\b\.?|p\.?\s?m\b\.?|o'clock)",
        r"\b\d{1,6}\s(?:block of\s)?(?:[NSEW]\.?\s)?(?:[A-Z][a-z]+\s){1,3}(?:street|st\b|avenue|ave\b|road|rd\b|drive|dr\b|boulevard|blvd|lane|ln\b|court|ct\b|place|way)",
        r"\b\d{2,5} block\b",
        r"\b(?:won|lost|beat|win|loss|victory|defeated)(?: \w+){0,4} \d+\s?[-–]\s?\d+",
    ),
    noun_ends=frozenset(_NOUN_ENDS.split()),
    noun_lists=(),
    classifiers=words(
        """
        people, persons, others, of them, cases, times, units, men, women, more
        """
    ),
    number_of=(
        r"(?:the )?(?:total )?number of (?P<noun>[^,;:.!?()\d]{2,80}?) (?:is|was|at|rose to|reached|stands at|stood at)$",
        r"(?P<noun>death toll)(?: (?:from|in|of) [^.;:!?()\d]{2,60}?)? "
        r"(?:is|was|at|(?:had |has )?(?:rose|risen|rises|climbed|climbs|jumped|grew|grown|rising|climbing)(?: to)?"
        r"|(?:has )?reache[ds]|stands at|stood at|hits|hit)(?: to)?$",
    ),
    roles=(
        Role(
            name="dead",
            nouns=("dead", "deaths", "fatalities", "death toll"),
            cues=words(
                """
                dead, killed, were killed, have been killed, had been killed, died, have died, had died, are dead,
                were dead, was killed, was fatally shot, were fatally shot, have been confirmed dead
                """
            ),
            cues_before=("killed", "killing", "kills", "killed at least", "claimed the lives of"),
            evolves=True,
        ),
        Role(
            name="injured",
            nouns=("injured", "wounded", "injuries"),
            cues=words(
                """
                injured, wounded, hurt, were injured, were wounded, was injured, was wounded, were hurt, have been
                injured, others injured, others wounded, others were injured, others were wounded
                """
            ),
            cues_before=words(
                """
                injured, injuring, wounded, wounding, injures, wounds, hurt
                """
            ),
            evolves=True,
        ),
        Role(
            name="missing",
            cues=("missing", "are missing", "were missing", "remain missing", "still missing"),
            evolves=True,
        ),
        Role(
            name="arrested",
            nouns=("arrests",),
            cues=("arrested", "were arrested", "have been arrested", "detained", "were detained"),
            cues_before=("arrested", "arrests", "detained"),
            evolves=True,
        ),
        Role(name="evacuated", cues=("evacuated", "were evacuated"), cues_before=("evacuated",), evolves=True),
        Role(name="attendees", nouns=("attendees", "participants"), cues=("attended", "gathered", "took part")),
        Role(name="venues", nouns=("venues",)),
        Role(name="homes", nouns=("homes", "houses"), cues=("destroyed", "damaged", "were destroyed"), evolves=True),
    ),
    noun_links=("in", "of", "worth of"),
    and_words=("and", "while", "or"),
    denials=("none of the", "none of"),
    past=words(
        """
        was, were, killed, died, had, has, have, when, where, after, before
        """
    ),
    planned=("will", "plans", "planned", "expected", "scheduled", "would"),
    up=words(
        """
        rose, rose by, up, increased, increased by, gained, grew by, jumped
        """
    ),
    down=words(
        """
        fell, fell by, down, decreased, decreased by, lost, dropped, dropped by, cut by
        """
    ),
    dates=Dates(
        months=valued(
            """
                january 1, jan 1, jan. 1, february 2, feb 2, feb. 2, march 3, mar 3, mar. 3, april 4, apr 4, apr. 4,
                may 5, june 6, jun 6, jun. 6, july 7, jul 7, jul. 7, august 8, aug 8, aug. 8, september 9, sept 9,
                sept. 9, sep 9, sep. 9, october 10, oct 10, oct. 10, november 11, nov 11, nov. 11, december 12,
                dec 12, dec. 12
            """
        ),
        weekdays=valued(
            """
                monday 0, tuesday 1, wednesday 2, thursday 3, friday 4, saturday 5, sunday 6
            """
        ),
        not_weekdays=words(
            """
            black, good, super, ash, palm, easter, bloody, cyber, casual, every
            """
        ),
        next_words=("next", "coming"),
        last_words=("last", "past"),
        near_days=valued(
            """
                today 0, this morning 0, this afternoon 0, this evening 0, tonight 0, yesterday -1, last night -1,
                the day before yesterday -2, tomorrow 1
            """
        ),
        parts_of_day=("morning", "afternoon", "evening", "night"),
        ordinal_endings=("st", "nd", "rd", "th"),
        month_links=("of",),
        year_words=("in", "since"),
        parts_of_year=valued(
            """
                early 1, the start of 1, mid 6, late 12, the end of 12
            """
        ),
        until=("as of", "by", "until"),
        list_words=("-", "–", "and", "to", "through"),
        month_first=True,
        documents=words(
            """
            resolution, act, decree, order, memo, executive order, letter dated
            """
        ),
    ),
    places=Places(
        levels=named(
            """
                province province, state province, county district, city of other, district district
            """
        ),
        national=("nationwide", "across the country", "countrywide"),
        whole=("across the", "the entire", "the whole"),
        of=("of the", "in the"),
        at=("in", "at", "near"),
    ),
    offices=words(
        """
        president, prime minister, minister, governor, mayor, police chief, sheriff, mr, mrs, ms
        """
    ),
    honorifics=("mr", "mrs", "ms"),
    furniture=(
        r"(?:photo|image|credit|photograph|source|caption|video)\s*(?:by|:).{0,80}",
        r"(?:share this(?: article| story)?|share|\d* ?(?:pending )?comments?|leave a (?:comment|reply)|advertisement)\s*:?",
        r"(?:related (?:stories|articles|content)|read more|more on this)\s*:?.{0,80}",
        r"(?:follow us (?:on|at)|sign up (?:for|to)|subscribe to|copyright (?:©|\d)|©).{0,120}|all rights reserved",
        r"tags?\s*:.*",
    ),
    ends_article=(r"(?:related (?:stories|articles)|leave a (?:comment|reply)|comments?|most (?:read|viewed))\s*:?",),
    credits=(r"\((?:photo|image|credit)\s*:?[^()]{2,60}\)",),
)
