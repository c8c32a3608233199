"""English nouns: what is counted or measured, and where a noun phrase ends."""

from __future__ import annotations

from newsdedup.languages.tables import words

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
    monthly nationwide overall respectively apiece tall thick together weekly wide yearly
"""

NOUN_ENDS = frozenset(_NOUN_ENDS.split())

ADJECTIVES_BEFORE_NOUN = True

PLURAL_ENDINGS = words("s, men, people, children, police, feet, teeth, mice")

NOT_PLURAL = words("ss, us, is, ness, 's, ’s")

CLASSIFIERS = words("""
    people, persons, others, of them, of whom, of which, cases, times, units, men, women, more, points, games, matches, goals, runs,
    sets, rounds, seasons, decades, centuries
""")

SYNONYMS = (
    words("earthquake, quake, tremor, temblor"),
    words("house, home, dwelling, residence"),
    words("apartment, flat"),
    words("car, automobile, vehicle"),
    words("truck, lorry"),
    words("bus, coach"),
    words("ship, boat, vessel"),
    words("plane, aircraft, jet, airplane, aeroplane, airliner"),
    words("helicopter, chopper"),
    words("firefighter, fireman, firemen"),
    words("police officer, officer, policeman, policemen, cop"),
    words("soldier, troop, serviceman, servicemen"),
    words("gunman, gunmen, attacker, shooter, assailant"),
    words("protester, protestor, demonstrator"),
    words("student, pupil"),
    words("child, children, kid, youngster"),
    words("shop, store"),
    words("factory, plant"),
    words("company, firm, business"),
    words("job, position"),
    words("fire, blaze"),
    words("shot, gunshot, bullet, round"),
    words("missile, rocket"),
    words("bomb, explosive device"),
    words("gun, firearm, weapon"),
    words("film, movie"),
    words("song, track"),
    words("game, match"),
    words("country, nation"),
    words("airstrike, air strike, air raid"),
    words("crew member, crewman, crewmen, sailor"),
)

QUANTITIES = words("""
    price, prices, cost, costs, rate, rates, inflation, unemployment, turnout, gdp, revenue, revenues, sales,
    profit, profits, income, incomes, earnings, deficit, surplus, debt, debts, exports, imports, output,
    production, growth, rating, ratings, shares, stocks, salary, salaries, wage, wages, fee, fees, fares,
    fare, rent, rents, reserves, index, yield, yields, margin, temperature, temperatures, rainfall, winds,
    turnover, taxes, spending, investment, funding, market share, volume, bonds, pension, pensions, dividend,
    reward, bail, ransom, damage, damages, loss, losses, value, contract, deal, offer, bid, loan, loans, grant,
    grants, settlement, compensation, donation, donations, bonus, bonuses, bond
""")

NUMBER_OF = ("number of", "numbers of", "total of")

TOLLS = words("""
    death toll, toll, body count, population, attendance, membership, circulation, workforce, electorate, audience
""")

VERB_ENDINGS = ("ed",)

_VERBS_OF_CHANGE = words("""
    rose, risen, rises, rising, fell, fallen, falls, increased, decreased, grew, grown, dropped, climbed, climbs,
    climbing, jumped, slipped, slid, sank, sunk, plunged, tumbled, soared, surged, doubled, tripled, quadrupled,
    widened, narrowed, shrank, shrunk, swelled, expanded, declined, dipped, eased, advanced, rebounded, dwindled,
    ballooned, totaled, totalled, averaged, exceeded, stands, stood, put
""")

LEVELS = (
    *_VERBS_OF_CHANGE,
    *(
        f"{verb} {link}"
        for verb in (*_VERBS_OF_CHANGE, "is now", "is up", "was up")
        for link in ("to", "by", "at", "from")
    ),
    *words("""
        is at, was at, reached, reaches, has reached, hits, hit, topped, tops, topping, exceeds, exceed, exceeding, surpassed, surpassing, surpass,
        surpasses, passed, is estimated at, was estimated at, estimated at, is now, would reach, will reach, amounts to,
        amounted to, as, it is, it was, is put at, was put at, was revised down to, was revised up to, revised to, was revised to
    """),
)

ADVERBS = words("""
    up, down, sharply, slightly, again, back, further, only, also, now, later, then, already, has, have, had, will,
    could, may, would, reportedly, allegedly, immediately, subsequently, still, been, be, just, currently, since
""")

COPULAS = words("is, was, are, were, of, at")

PASSIVES = words("was, were, been, being, is, are, be, got, get, gets")

CLAUSE_OPENERS = words("said, says, that, as, while, when, and, but, after, which, because, if, since, where, or")

NOUN_LINKS = ("of", "worth of")

LOOSE_NOUN_LINKS = ("in",)

AND_WORDS = ("and", "while", "or")

PART_LINKS = words("of the, of, out of, out of the, of its, of their, of his, of her, among the")

NEAR = ("close to",)

MOTIONS = words("""
    fell, crashed, landed, exploded, hit, went off, flew, dropped, lives, lived, live, living, stands, stood, parked, hovered,
    came down, struck, found, built, buried, camped, stopped, hid, shot
""")

BUILDINGS = words("""
    school, schools, hospital, hospitals, church, churches, house, houses, home, homes, building, buildings, bridge,
    bridges, airport, airports, village, villages, shop, shops, store, stores, hotel, hotels, factory, factories, station,
    stations, mosque, mosques, temple, temples, farm, farms, park, parks, lake, lakes, river, rivers
""")
