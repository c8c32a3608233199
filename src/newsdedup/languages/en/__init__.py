"""English."""

from __future__ import annotations

from newsdedup.languages.currencies import SIGNS
from newsdedup.languages.language import (
    SIGNS_OF_ORDER,
    Dates,
    Language,
    NumberFormat,
    Numerals,
    People,
    Places,
    Role,
    Speech,
    named,
    valued,
    words,
)

_NOUN_ENDS = """
    a about across after against all also amid among an and are around as at be been because been before being between
    both but by came can could did do due during each either for from gathered had has have he her his how if in
    including inside into is it its joined just later less may might more most near no nor not now of off on one only
    or out over per said say says she should since so some still such than that the their them then there these
    they this those through to today tonight took under until up was were what when where which while who whose will
    with within without would yesterday you died killed dead injured wounded hurt missing arrested attended evacuated
    told were remain remained
    became began broke brought built bought called cast caught chose drew drove fell felt fled found gave got grew held
    hit kept knew led left lost made met opened paid ran rose sent set showed sold spent spoke stood struck swept used
    voted went won worked totaling totalling costing worth didn't don't doesn't wasn't weren't isn't aren't hasn't
    haven't hadn't won't can't couldn't wouldn't didn’t don’t doesn’t wasn’t weren’t isn’t aren’t hasn’t haven’t hadn’t
    won’t can’t couldn’t wouldn’t aboard ago alive annually apart away backwards daily deep each effective forward high
    monthly nationwide overall tall thick together weekly wide yearly
"""


def _passive(*participles: str) -> tuple[str, ...]:
    """A participle with each auxiliary that makes it passive."""
    return tuple(
        f"{verb} {participle}" for verb in ("was", "were", "been", "being", "is") for participle in participles
    )


_STRUCK = (  # what happened to people, not how they are since
    *_passive("shot", "accidentally shot", "struck by"),
    *words(
        """
        shot herself in the, shot himself in the, accidentally shot himself, accidentally shot herself,
        accidentally shoots himself, accidentally shoots herself, accidentally shot by, accidentally shot in, gets shot,
        got shot, hit by a bullet, struck by a bullet, hit by a stray bullet, struck by a stray bullet, hit by gunfire,
        struck by gunfire, with a gunshot wound, suffering from a gunshot wound, suffered a gunshot wound,
        suffered gunshot wounds, sustained a gunshot wound
        """
    ),
    *(
        f"shot in {whose} {part}"
        for whose in ("the", "his", "her", "both")
        for part in words(
            """
            foot, feet, leg, legs, thigh, knee, ankle, hand, hands, arm, arms, wrist, finger, elbow, shoulder, buttocks,
            hip, stomach, abdomen, back, face, neck, chest, head, lower, upper, left, right, calf, torso, side, groin,
            cheek, jaw
            """
        )
    ),
)

LANGUAGE = Language(
    code="en",
    name="English",
    function_words=frozenset(
        "the of and to in a that is was for on with as by at from it he his be are were has have had said an who "
        "not but they their will this which after been she her more than one two about when there people".split()
    ),
    number_format=NumberFormat(group=",", decimal="."),
    scales=valued(
        """
        dozen 12, dozens 12, doz 12, dozs 12, dz 12, dzs 12, hundred 100, thousand 1000, million 1000000, mn 1000000,
        billion 1000000000, bn 1000000000, trillion 1000000000000, tn 1000000000000, bln 1000000000, mln 1000000,
        tln 1000000000000, cr 10000000, lakh 100000, lakhs 100000, crore 10000000, crores 10000000, krore 10000000, krores 10000000
        """
    ),
    money_scales=valued(
        """
        k 1000, m 1000000, b 1000000000, mm 1000000, grand 1000
        """
    ),
    count_scales=valued("k 1000, m 1000000"),
    not_scaled=words(
        """
        run, runs, race, races, racing, walk, road, event, tv, tvs, television, video, videos, resolution, display,
        screen, camera, monitor, high, deep, tall, wide, long, thick, away, high-rise, sprint, hurdles, relay, dash,
        final, finals, semi-final, semifinal, heat, heats, swim, freestyle, backstroke, breaststroke, butterfly,
        medley, steeplechase, record, title, gold, silver, bronze, medal, champion, waves, pool, tower, radius,
        stretch, platform, springboard, air, rifle, pistol
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
            zero 0, nought 0, naught 0, nil 0, ten 10, eleven 11, twelve 12, thirteen 13, fourteen 14, fifteen 15,
            sixteen 16, seventeen 17, eighteen 18, nineteen 19
            """
        ),
        tens=valued(
            """
            twenty 20, thirty 30, forty 40, fourty 40, fifty 50, sixty 60, seventy 70, eighty 80, ninety 90
            """
        ),
        joints=("and",),
        articles=("a", "an"),
        couples=valued("couple 2, couple of 2, a couple 2, a couple of 2"),
        points=("point",),
        unit_halves=("and a half",),
        shares=valued(
            """
            half 2, halves 2, thirds 3, quarter 4, quarters 4, fourths 4, fifths 5, sixths 6, sevenths 7, eighths 8,
            ninths 9, tenths 10, twelfths 12, twentieths 20, thirtieths 30, hundredths 100, thousandths 1000,
            millionths 1000000, billionths 1000000000, trillionths 1000000000000
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
        rates=("in",),
        shares_told=True,
        minus=("minus", "negative"),
        not_after={
            "minus": ("or",),
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
        elides_hundreds=True,
        before_any_noun=True,
    ),
    qualifiers_before={
        **SIGNS_OF_ORDER,
        **named(
            """
            exactly exact, equal to exact, equals exact, equals to exact, more than more_than,
            greater than more_than, higher than more_than, larger than more_than, over more_than, above more_than,
            exceeding more_than, in excess of more_than, upwards of more_than, at least at_least,
            no fewer than at_least, no less than at_least, not less than at_least, greater than or equal to at_least,
            equal to or greater than at_least, a minimum of at_least, nearly nearly, almost nearly, close to nearly,
            less than less_than, fewer than less_than, smaller than less_than, lower than less_than, under less_than,
            below less_than, up to at_most, at most at_most, no more than at_most, not more than at_most,
            less than or equal to at_most, equal to or less than at_most, as many as at_most, a maximum of at_most,
            about about, around about, some about, roughly about, approximately about, an estimated about,
            estimated about
            """
        ),
    },
    qualifiers_after=named(
        """
        or more at_least, or greater at_least, or above at_least, or over at_least, or more than at_least,
        and above at_least, and over at_least, and up at_least, plus at_least, + at_least, or fewer at_most,
        or less at_most, or lower at_most, or under at_most, and under at_most, or so about,
        odd about, -odd about, -plus at_least, -strong exact
        """
    ),
    range_words=("to", "-", "–", "through"),
    range_pairs={"between": "and"},
    percent=("%", "percent", "percents", "per cent", "pct", "percentage"),
    percentage_points=("percentage points", "percentage point"),
    percent_before=("percent of", "per cent of"),
    currency_signs={**SIGNS, **named("le EGP, l.e EGP, l.e. EGP, $us USD")},
    currencies=named(
        """
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
        """
    ),
    currency_parts=named(
        """
        cents cent, cent cent, ¢ cent, pence penny, penny penny, pennies penny, kopecks kopeck, kopiykas kopeck,
        p penny, sen sen, paise paisa
        """
    ),
    coins=valued("dime 10, dimes 10, nickels 5"),
    coined="USD",
    money_slang=valued("grand 1000"),
    code_scales=valued("k 1000, m 1000000"),
    part_letters=("c",),
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
    measures=named(
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
    ),
    measures_before=dict.fromkeys(words("magnitude, magnitude of, magnitude-, richter magnitude"), "M"),
    weights=named("pounds lb, pound lb"),
    weighing=("weighing", "weighs", "weighed", "weigh"),
    ages=("years old", "- year - old", "- month - old", "year old", "year-old", "years of age", "-year-old", "yo"),
    not_units=words(
        """
        p.m, grand slam, grand slams, grand piano, grand pianos, grand prix, grand jury, grand juries, grand juror,
        grand jurors, grand tour, grand tours, grand final, grand finals, grand master, grand masters, grand opening,
        grand openings, grand prize, grand prizes, grand theft, le mans, le pen, le monde
        """
    ),
    ordinal_before=words(
        """
        no., no, number, #, chapter, section, article, page, phase, level, grade, room, route, highway, interstate,
        flight, boeing, airbus, district, precinct, channel, age, aged, unit, apartment, apt, suite, exit, ward,
        zone, world war, top, section, title, rule, category, type, stage, tier, formula, version, episode, season,
        volume, round, lane, gate, platform, verse, psalm
        """
    ),
    compound_counts=words(
        """
        member, nation, country, state, seat, person, man, woman, judge, team, vessel, ship, bed, room,
        unit, storey, story, vehicle, car, site, city, player, passenger, point
        """
    ),
    not_counted=words(
        """
        th, st, nd, rd, twenties, thirties, forties, fifties, sixties, seventies, eighties, nineties, gmt, utc, bst,
        est, edt, cst, cdt, mst, mdt, pst, pdt, cet, ist
        """
    ),
    not_figures=(
        r"\b\d{1,2}(?::\d{2})?\s?(?i:a\.?\s?m\b\.?|p\.?\s?m\b\.?|o'clock)",
        r"\b\d{1,6}\s(?:[NSEW]\.?\s)?(?:[A-Z][a-z]+\s){1,3}"
        r"(?i:street|st\b|avenue|ave\b|road|rd\b|drive|dr\b|boulevard|blvd|lane|ln\b|court|ct\b|place|way\b|highway)",
        r"\d+(?:\.\d+)?[ -](?i:caliber|calibre|magnum|gauge|bore)\b",
        r"\b\d{1,6}\s(?:[NSEW]\b\.?|(?i:north|south|east|west))\s\d+(?:st|nd|rd|th)\b",
        r"\b\d{2,5}[ -]block\b",
        r"\d{1,3}-\d{1,3}(?:-\d{1,2})?\s(?:(?:home|away|opening|series|overtime|conference)\s)?"
        r"(?:record|start|win|loss|victory|defeat|lead|draw|tie|season|vote|ruling|decision|margin|score|deficit|thrashing)\b",
        r"\b\d{3}-\d{3}-\d{4}\b|\b\d{3}-\d{4}\b",  # telephone
        r"\b\d{1,3}(?:\.\d+)?\s?(?:°|degrees)\s?(?:(?i:north|south|east|west)|[NSEW]\b)",
        r"\b(?:240|360|480|720|1080|1440|2160)p\b",  # lines of a picture
        r"911 (?:calls?|dispatch\w*|operators?|center)\b",
    ),
    not_figures_after={
        r"911\b": words("called, calling, calls, call, dialed, dialing, dials, dial, phoned, an, a"),
        r"\d{1,3}(?:(?:,? and |, | to )\d{1,3})*(?![-\w])": ("ages",),
        r"\d{1,3}(?:(?:,? and |, | to )\d{1,3})+(?![-\w])": ("aged",),
        r"\d+\s?[-–]\s?\d+": words("won, lost, beat, win, loss, victory, defeated"),
    },
    noun_ends=frozenset(_NOUN_ENDS.split()),
    plural_endings=words("s, men, people, children, police, feet, teeth, mice"),
    not_plural=words("ss, us, is, ness, 's, ’s"),
    noun_lists=(),
    quantities=words(
        """
        price, prices, cost, costs, rate, rates, inflation, unemployment, turnout, gdp, revenue, revenues, sales,
        profit, profits, income, incomes, earnings, deficit, surplus, debt, debts, exports, imports, output,
        production, growth, rating, ratings, shares, stocks, salary, salaries, wage, wages, fee, fees, fares,
        fare, rent, rents, reserves, index, yield, yields, margin, temperature, temperatures, rainfall, winds,
        turnover, taxes, spending, investment, funding, market share, volume, bonds, pension, pensions, dividend,
        reward, bail, ransom, damage, damages, loss, losses, value, contract, deal, offer, bid, loan, loans, grant,
        grants, settlement, compensation, donation, donations, bonus, bonuses, bond
        """
    ),
    classifiers=words(
        """
        people, persons, others, of them, of whom, of which, cases, times, units, men, women, more, points, games, matches, goals, runs,
        sets, rounds, seasons, decades, centuries
        """
    ),
    number_of={
        r"number of (?P<noun>[^,;:.!?()\d]{2,80}?) (?:is|was|at|(?:has |had |have )?(?:rose|risen|fell|fallen"
        r"|doubled|tripled|climbed|grew|grown|dropped|surged|jumped|increased|reached|declined)(?: to)?"
        r"|stands at|stood at)$": words(
            """
            is, was, at, to, rose, risen, fell, fallen, doubled, tripled, climbed, grew, grown, dropped, surged, jumped,
            increased, reached, declined
            """
        ),
        r"(?P<noun>death toll)(?: (?:from|in|of) [^.;:!?()\d]{2,60}?)? "
        r"(?:is|was|at|(?:had |has )?(?:rose|risen|rises|climbed|climbs|jumped|grew|grown|rising|climbing)(?: to)?"
        r"|(?:has )?reache[ds]|stands at|stood at|hits|hit)(?: to)?$": words(
            """
            is, was, at, to, rose, risen, rises, climbed, climbs, jumped, grew, grown, rising, climbing,
            reached, reaches, hits, hit
            """
        ),
    },
    verb_endings=("ed",),
    levels_of=(
        r"^(?:.*(?:[,;:(]|\b(?:said|says|that|as|while|when|and|but|after|which)) ?)?(?:the |a |its |their )?"
        r"(?P<noun>[^,;:.!?()\d]{2,50}?) (?:(?:has|have|had|will|could|may|would) )?"
        r"(?:rose|risen|rises|fell|fallen|falls|increased|decreased|grew|grown|dropped|climbed|jumped|slipped|slid|sank|sunk|plunged|tumbled|soared|surged|doubled|tripled|quadrupled|widened|narrowed|shrank|shrunk|swelled|expanded|declined|dipped|eased|advanced|rebounded|dwindled|ballooned|averaged|totaled|totalled|exceeded|stands|stood)"
        r"(?: (?:up|down|sharply|slightly|again|back|further|only))?(?:(?: from [^,;:()]{1,30})? (?:by|to|at|from))?$",
        r"(?P<noun>(?:population|attendance|membership|circulation|workforce|electorate|audience))"
        r" (?:is|was|of|at|(?:is |was )?estimated at|is now|stands at|reached)$",
    ),
    roles=(
        Role(
            name="dead",
            nouns=("dead", "deaths", "fatalities", "death toll", "bodies", "dead bodies", "corpses", "fatally"),
            cues=_passive(
                "shot to death",
                "shot dead",
                "shot and killed",
                "accidentally shot and killed",
                "accidentally shot dead",
            )
            + words(
                """
                dead, killed, were killed, have been killed, had been killed, died, have died, had died, are dead,
                were dead, was killed, was fatally shot, were fatally shot, have been confirmed dead, dies, died,
                is dead, has died, was shot and killed, were shot and killed, shot and killed, shot dead,
                shot to death, fatally shot, fatally wounded, fatally injured, fatally struck, stabbed to death,
                beaten to death, found dead, pronounced dead, declared dead, deceased, slain, murdered, was murdered,
                were murdered, succumbed, passed away, drowned, perished, did not survive, didn't survive, lost his life, lost her life,
                lost their lives, body was found, body was discovered
                """
            ),
            cues_before=words(
                """
                killed, killing, kills, killed at least, claimed the lives of, claimed the life of, shot and killed,
                shooting and killing, fatally shot, fatally shooting, fatally stabbed, fatally injuring,
                fatally wounding, fatally striking, shot dead, shot to death, murdered, murdering, death of,
                deaths of, killing of, killings of, murder of, murders of, slaying of, shooting death of,
                shooting deaths of, fatal shooting of, fatal shootings of, body of, bodies of, took the life of,
                took the lives of, remains of
                """
            ),
            cues_of_self=words(
                """
                killed himself, killed herself, kills himself, kills herself, kills self, killing himself,
                killing herself, fatally shot himself, fatally shot herself, fatally shooting himself,
                fatally shooting herself, shot and killed himself, shot and killed herself, took his own life,
                took her own life, taking his own life, taking her own life, takes his own life, takes her own life,
                committed suicide, committing suicide, commits suicide, shot himself to death, died by suicide
                """
            ),
            none=("casualties",),
            of_people=True,
            outweighs=("injured", "missing"),
            evolves=True,
        ),
        Role(
            name="injured",
            nouns=("injured", "wounded", "injuries"),
            cues=(
                *_STRUCK,
                *_passive("injured", "wounded", "hurt"),
                *words(
                    """
                    injured, wounded, hurt, were injured, were wounded, was injured, was wounded, were hurt,
                    have been injured, others injured, others wounded, others were injured, others were wounded,
                    was hurt, hospitalized, hospitalised, in critical condition, in stable condition,
                    in serious condition, in fair condition, in good condition, critically injured,
                    seriously injured, critically wounded, seriously wounded, expected to survive,
                    expected to recover, expected to be okay, expected to be ok, non-life-threatening,
                    non-life threatening, life-threatening injuries, suffered minor injuries,
                    suffered serious injuries, suffered injuries, minor injuries, is recovering, recovering from,
                    recovering at, recovering in, wounds himself, in the hospital, hospitalization, was grazed,
                    in stable but, fighting for his life, fighting for her life, on life support, suffered a minor,
                    suffered a serious, is stable, are stable, in intensive care, underwent surgery,
                    undergoing surgery, in surgery
                    """
                ),
                *(
                    f"{brought} to {where}"
                    for brought in ("taken", "rushed", "transported", "airlifted", "flown", "sent", "admitted")
                    for where in words(
                        """
                        the hospital, a hospital, an area hospital, area hospitals, a local hospital,
                        local hospitals, a nearby hospital, hospitals
                        """
                    )
                ),
            ),
            open_cues=_STRUCK,
            cues_before=words(
                """
                injured, injuring, wounded, wounding, injures, wounds, hurt, shooting and wounding, shot and wounded,
                shot and injured, critically wounding, critically injuring, seriously injuring, seriously wounding
                """
            ),
            none=("casualties",),
            of_people=True,
            evolves=True,
        ),
        Role(
            name="missing",
            cues=words(
                """
                missing, are missing, were missing, remain missing, still missing, is missing, was missing,
                went missing, reported missing, unaccounted for
                """
            ),
            of_people=True,
            evolves=True,
        ),
        Role(
            name="arrested",
            nouns=("arrests",),
            cues=words(
                """
                arrested, were arrested, have been arrested, detained, were detained, was arrested,
                has been arrested, was detained, in custody, taken into custody, behind bars
                """
            ),
            cues_before=words("arrested, arrests, detained, arresting, arrest of, detaining"),
            of_people=True,
            evolves=True,
        ),
        Role(name="evacuated", cues=("evacuated", "were evacuated"), cues_before=("evacuated",), evolves=True),
        Role(name="attendees", nouns=("attendees", "participants"), cues=("attended", "gathered", "took part")),
        Role(name="venues", nouns=("venues",)),
        Role(
            name="money_lost",
            kind="money",
            nouns=words("damage, damages, losses, property damage, in damage"),
            cues=words(
                "in damage, in damages, in losses, in property damage, was stolen, were stolen, was lost, stolen"
            ),
            cues_before=words(
                """
                damage of, damages of, losses of, damage estimated at, damage worth, damage put at, stole, stealing,
                robbed of, defrauded of, swindled out of
                """
            ),
            evolves=True,
        ),
        Role(name="homes", nouns=("homes", "houses"), evolves=True),
    ),
    not_cues=words("dead end, dead-end, dead heat, dead last, dead weight, dead zone, hurt feelings"),
    people=People(
        one=words(
            """
            man, woman, boy, girl, child, baby, infant, toddler, newborn, teen, teenager, youth, youngster, kid,
            adult, person, individual, victim, suspect, shooter, gunman, attacker, assailant, bystander, passerby,
            student, teacher, professor, pupil, officer, deputy, trooper, sergeant, detective, policeman,
            firefighter, soldier, marine, veteran, guard, driver, passenger, pedestrian, cyclist, motorist, rider,
            pilot, worker, employee, employer, clerk, owner, customer, resident, tenant, neighbor, neighbour,
            visitor, tourist, hiker, climber, swimmer, fisherman, farmer, nurse, doctor, patient, inmate, prisoner,
            hostage, robber, burglar, intruder, homeowner, mother, father, mom, mum, dad, parent, son, daughter,
            brother, sister, sibling, wife, husband, spouse, partner, girlfriend, boyfriend, ex-girlfriend,
            ex-boyfriend, ex-wife, ex-husband, fiance, fiancee, fiancé, fiancée, friend, roommate, cousin, nephew,
            niece, uncle, aunt, grandmother, grandfather, grandma, grandpa, grandson, granddaughter, stepson,
            stepdaughter, stepfather, stepmother, son-in-law, daughter-in-law, mother-in-law, father-in-law,
            brother-in-law, sister-in-law, lover, classmate, teammate, coworker, co-worker, colleague, lady,
            gentleman, guy, male, female, juvenile, minor, freshman, sophomore, senior, cop, citizen, civilian,
            journalist, reporter, politician, leader, singer, actor, actress, player, coach, priest, pastor,
            teen-ager, loved one, year-old, one-year-old
            """
        )
        + tuple(f"{age}-{unit}-old" for age in range(1, 111) for unit in ("year", "month", "week", "day")),
        many=words(
            """
            people, persons, men, women, boys, girls, children, kids, babies, teens, teenagers, youths, adults,
            individuals, victims, suspects, students, teachers, officers, deputies, troopers, soldiers, police,
            firefighters, drivers, passengers, pedestrians, workers, employees, customers, residents, neighbors,
            neighbours, visitors, tourists, hikers, patients, inmates, prisoners, hostages, parents, sons, daughters,
            brothers, sisters, siblings, friends, cousins, relatives, others, civilians, bystanders, they, them,
            several, many, dozens, hundreds, thousands, those, some, family, families, juveniles, we, you, i, i'm,
            i’m, i've, i’ve, members, males, females, ladies, guys, fans, protesters, militants, rebels, troops, seniors, ones, year-olds
            """
        ),
        plurals=words("several, many, dozens of, hundreds of, thousands of, some, few, multiple, various"),
        groups={"both": 2, "couple": 2, "twins": 2, "trio": 3},
        determiners=words(
            "a, an, the, his, her, their, its, my, our, your, this, that, another, a second, a third, all, all the, all of the"
        ),
        ones=("one", "a single"),
        pronouns=words("he, she, him, himself, herself, self"),
        plural_pronouns=("they", "both", "all"),
        nobody=words("no one, nobody, none, no-one, neither"),
        no=("no", "no reported", "no reports of", "without"),
        prepositions=words("of, by, with, from, to, for, at, near, in, on, behind, beside, against, into, between"),
        relatives=("who", "that", "whom"),
        verbs_of_one=words("was, is, has, dies, kills"),
        verbs_of_many=words("were, are, have, die, kill"),
        names_alone=True,
        things=words(
            """
            times, occasions, counts, charges, shots, bullets, guns, weapons, buildings, houses, homes, apartments, cars,
            vehicles, trucks, buses, boats, ships, planes, aircraft, helicopters, villages, towns, cities, provinces,
            states, countries, hospitals, schools, shootings, incidents, attacks, crashes, blocks, generations
            """
        ),
        others=("another", "other", "second", "third", "a second", "a third", "surviving"),
        joined_by=("and", "as well as", "along with"),
        modifiers_first=True,
    ),
    speech=Speech(
        saying=words(
            "said, says, told, tells, confirmed, confirms, reported, reports, announced, stated, added, wrote, estimated"
        ),
        saying_before=("said", "says", "added"),
        according=("according to", "as reported by", "quoted by", "citing"),
        no_speakers=words("it, that, there, this, who, which, what, and, but, he also"),
    ),
    unreal=words(
        """
        if, could, would, might, can, not, never, attempted, nearly, almost, threatened, threatening, wanted, wants,
        planned, plotted, trying, tried, unless, whether, every, each, any, no, cannot, should, risk, fear, feared,
        will, must, else
        """
    ),
    noun_links=("of", "worth of"),
    loose_noun_links=("in",),
    and_words=("and", "while", "or"),
    denials=("none of the", "none of"),
    past=words(
        """
        was, were, killed, died, had, has, have, when, where, after, before
        """
    ),
    planned=("will", "plans", "planned", "expected", "scheduled", "would"),
    background=(
        r"(?:so far|earlier|already) this (?:year|month|summer|fall|winter|spring)",
        r"this year|last year|each year|every year|per year|a year ago|years ago|months ago|annually|in recent (?:years|months|weeks)",
        r"last (?:january|february|march|april|may|june|july|august|september|october|november|december)",
        r"last (?:spring|summer|fall|autumn|winter)",
        r"(?:in|over|during|within) the (?:past|last) (?:[\w-]+ )?(?:years?|months?|weeks?|decades?)",
        r"(?:first|second|third|fourth|latest|last) of (?:[\w-]+ )?(?:people|men|women|children|teenagers|teens|students|victims)",
        r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|multiple|dozens of) (?:[\w-]+ )?"
        r"(?:shootings|stabbings|homicides|murders|crashes|accidents|incidents|drownings)",
        r"\w+ years? and a half ago|in that time|separate (?:[\w-]+ )?(?:incidents|shootings|cases|crashes|attacks)",
        r"\d{4} (?:totals?|figures?|numbers?)|year to date|unrelated|separately|in another (?:incident|shooting|case|attack|crash)|on average|nationwide|statistics|statewide|nationally|in separate incidents|since the (?:start|beginning) of",
    ),
    back_references=words("of those, of them, of these, those shootings, those deaths, those incidents, those crashes"),
    part_links=words("of the, of, out of, out of the, of its, of their, of his, of her, among the"),
    up=words(
        """
        rose, rose by, rises, risen, risen by, up, increased, increased by, gained, grew, grew by, grown, grown by,
        jumped, jumped by, climbed, climbed by, soared, soared by, surged, surged by, added, widened by, expanded by,
        raised by, an increase of, a rise of, a gain of, growth of
        """
    ),
    down=words(
        """
        fell, fell by, falls, fallen, fallen by, down, decreased, decreased by, lost, dropped, dropped by, cut by,
        slipped, slipped by, slid, slid by, sank, sank by, tumbled, tumbled by, plunged, plunged by, declined,
        declined by, shed, narrowed by, shrank, shrank by, reduced by, a decrease of, a drop of, a fall of,
        a decline of
        """
    ),
    restated_by=("or", "or about", "or around", "or nearly"),
    step_ends=("to",),
    dates=Dates(
        months=valued(
            """
            january 1, jan 1, jan. 1, february 2, feb 2, feb. 2, march 3, mar 3, mar. 3, april 4, apr 4, apr. 4,
            may 5, june 6, jun 6, jun. 6, july 7, jul 7, jul. 7, august 8, aug 8, aug. 8, september 9, sept 9,
            sept. 9, sep 9, sep. 9, october 10, oct 10, oct. 10, november 11, nov 11, nov. 11, december 12, dec 12,
            dec. 12
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
        near_years=valued("last year -1, of last year -1, this year 0, of this year 0, next year 1, of next year 1"),
        parts_of_year=valued(
            """
            early 1, the start of 1, mid 6, late 12, the end of 12
            """
        ),
        until=("as of", "by", "until"),
        links=("in", "at", "by"),
        list_words=("-", "–", "and", "to", "through"),
        reports=words(
            """
            said, said on, say, says, says on, announced, announced on, told reporters, confirmed, confirmed on,
            identified, identified on, reported, reported on, released, released on, published, published on, posted,
            posted on, updated, updated on, charged, charged on, arrested, arrested on, pleaded, pleaded on, sentenced,
            sentenced on, published:, posted:, posted on:, updated:, revealed, revealed on
            """
        ),
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
        r"(?:follow|like|find) [\w.@ -]{2,40}:\W*(?:facebook|twitter|instagram|youtube)\b.{0,80}",
        r"(?:follow us (?:on|at)|sign up (?:for|to)|subscribe to|copyright (?:©|\d)|©).{0,120}|all rights reserved",
        r"tags?\s*:.*",
    ),
    ends_article=(r"(?:related (?:stories|articles)|leave a (?:comment|reply)|comments?|most (?:read|viewed))\s*:?",),
    credits=(
        r"\((?:photo|image|credit)\s*:?[^()]{2,60}\)",
        r"photo: [^:().]{2,40}? image \d+ of(?: /)? \d+(?: caption close)?(?: image \d+ of \d+)?",  # of a gallery
    ),
    credit_words=("photo", "image", "credit"),
)
