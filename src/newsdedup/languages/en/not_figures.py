"""Numbers in English text that count nothing."""

from __future__ import annotations

from newsdedup.languages.tables import words

ORDINAL_BEFORE = words("""
    no., no, number, #, chapter, section, article, page, phase, level, grade, room, route, highway, interstate,
    flight, boeing, airbus, district, precinct, channel, age, aged, unit, apartment, apt, suite, exit, ward,
    zone, world war, top, section, title, rule, category, type, stage, tier, formula, version, episode, season,
    volume, round, lane, gate, platform, verse, psalm
""")

COMPOUND_COUNTS = words("""
    member, nation, country, state, seat, person, man, woman, judge, team, vessel, ship, bed, room,
    unit, storey, story, vehicle, car, site, city, player, passenger, point
""")

NOT_COUNTED = words("""
    th, st, nd, rd, twenties, thirties, forties, fifties, sixties, seventies, eighties, nineties, gmt, utc, bst,
    est, edt, cst, cdt, mst, mdt, pst, pdt, cet, ist
""")

_STREETS = "street|st|avenue|ave|road|rd|drive|dr|boulevard|blvd|lane|ln|court|ct|place|way|highway"

NOT_FIGURES = (
    "#1-2 am|pm|a.m|p.m|a_m|p_m|o'clock|o’clock",
    "#1-6 n|s|e|w|north|south|east|west .? #1-3 ~st|nd|rd|th",
    f"#1-6 NAME{{1,4}} {_STREETS}",
    f"#1-6 n|s|e|w .? NAME{{1,4}} {_STREETS}",
    "# -? caliber|calibre|magnum|gauge|bore",
    "# -? millimeter|millimetre|mm WORD{0,2} pistol|pistols|handgun|handguns|gun|guns|rifle|rifles|weapon|round|rounds|bullet|bullets|casing|casings",
    "9 -? millimeter|mm !of",
    "#2-5 -? block",
    "#1-3 ~- ~# home|away|opening|series|overtime|conference record|start|win|loss|victory|defeat|lead|draw|tie",
    "#1-3 ~- ~# record|start|win|loss|victory|defeat|lead|draw|tie|season|vote|ruling|decision|margin|score|deficit",
    "#3 ~- ~#4",
    "# °|degrees north|south|east|west|n|s|e|w",
    "#3-4 ~p",  # lines of a picture
    "[film|movie|drama|comedy|thriller|novel|album|song] # NAME",
    "911 call|calls|dispatch|dispatcher|dispatchers|operator|operators|center",
    "[called|calling|calls|call|dialed|dialing|dials|dial|phoned|an|a ...] 911",
    "[won|lost|beat|win|loss|victory|defeated ...] # -|– #",
)
