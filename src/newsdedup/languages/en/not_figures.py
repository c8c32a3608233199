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

NOT_FIGURES = (
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
)

NOT_FIGURES_AFTER = {
    r"911\b": words("called, calling, calls, call, dialed, dialing, dials, dial, phoned, an, a"),
    r"\d{1,3}(?:(?:,? and |, | to )\d{1,3})*(?![-\w])": ("ages",),
    r"\d{1,3}(?:(?:,? and |, | to )\d{1,3})+(?![-\w])": ("aged",),
    r"\d+\s?[-–]\s?\d+": words("won, lost, beat, win, loss, victory, defeated"),
}
