"""English words that say whether, and when, something happened."""

from __future__ import annotations

from newsdedup.languages.tables import words

UNREAL = words("""
    if, could, would, might, can, not, never, attempted, nearly, almost, threatened, threatening, wanted, wants,
    planned, plotted, trying, tried, unless, whether, every, each, any, no, cannot, should, risk, fear, feared,
    will, must, else, leading to, lead to, leads to, wasn't, weren't, isn't, aren't, didn't, doesn't, couldn't, wouldn't, hasn't, haven't, hadn't,
    wasn’t, weren’t, isn’t, aren’t, didn’t, doesn’t, couldn’t, wouldn’t, hasn’t, haven’t, hadn’t, could've, would've,
    might've, could’ve, would’ve, might’ve
""")

TOTALS = words("total, tally, count, toll, total number, number")

DENYING = words("""
    denied, denies, denying, denied reports, denies reports, denied a report, denied claims, rejected reports, rejected, rejects, dismissed, dismisses, refuted, disputed, false reports,
    no truth to reports, no truth in reports, not true
""")

DENIED_AFTER = words("""
    are false, is false, was false, were false, are untrue, is untrue, are not true, is not true, are wrong, is wrong,
    was wrong, were wrong, is incorrect, are incorrect, was incorrect, is inaccurate, are inaccurate, was inaccurate,
    are unfounded, is unfounded, is fake, are fake, is a hoax, is a rumor, is a rumour, are rumors, are rumours
""")

CONTRASTS = words("not, and not, but not, rather than, instead of")

MISREPORTED = words("""
    wrongly reported, incorrectly reported, mistakenly reported, erroneously reported, wrongly stated,
    incorrectly stated, incorrectly said, wrongly said, misstated, misreported, mistakenly said, erroneously said
""")

CORRECTIONS = words("""
    wrongly, misreported, the correct number, the correct figure, the correct toll,
    correction, corrected, clarification, earlier version, previous version, incorrectly, erroneously, mistakenly, misstated
""")

CORRECTED = words("""
    the correct number is, the correct figure is, the right number is, the number is, in fact, should have said,
    should be, is actually, were actually, the correct toll is, correct
""")

FUTURES = words("will, 'll, ’ll, is to, are to, would")

PLANNED = words("""
    will, plans, planned, expected, scheduled, would, plan to, planning to, proposal to, proposed to, proposes to, action to,
    bid to, aims to, aim to, seeks to, seek to, intends to, intend to, vowed to, set to, imminent, is to, are to
""")

PAST = words("was, were, killed, died, had, has, have, when, where, after, before")

_PERIODS = "year|years|month|months|week|weeks|decade|decades"
_PEOPLE = "people|men|women|children|teenagers|teens|students|victims"
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"

BACKGROUND = (
    "so_far|earlier|already this year|month|summer|fall|winter|spring",
    "this_year|last_year|each_year|every_year|per_year|a_year_ago|years_ago|months_ago|annually",
    "in_recent years|months|weeks",
    "the_previous year|month|week|summer|winter|spring|fall|season",
    f"last {_MONTHS}|spring|summer|fall|autumn|winter",
    f"in|over|during|within the past|last WORD? {_PERIODS}",
    f"in|over|during|within the past|last NUMBER {_PERIODS}",
    f"first|second|third|fourth|latest|last of WORD? {_PEOPLE}",
    "year|years and a half ago",
    "last|latest|worst|deadliest|previous|biggest|earlier WORD? quake|earthquake|shooting|attack|crash|fire|storm|disaster",
    "this_year's|this_year’s|that_year|of_the_year|year's_total|in_the_city_this_year",
    "elsewhere|in_one_shooting|in_one_case|in_one_incident",
    "also_in #4",
    "all_over|across the city|country|region|area|county|state from|since|over|during|between",
    "in_that_time|year_to_date|unrelated|separately|on_average|nationwide|statistics|statewide|nationally",
    "since_the start|beginning of",
)

INCIDENTS = words("shootings, stabbings, homicides, murders, crashes, accidents, incidents, drownings")

OTHER_EVENTS = (
    "in_another|in_a_separate|in_an_unrelated|in_a_similar|a_similar WORD? incident|shooting|case|attack|crash|accident|fire",
    "separate WORD? incidents|shootings|cases|crashes|attacks",
    "in_attacks|in_shootings|in_crashes|in_fires all_over|across",
)

LATER_THAN = words("""
    days after, weeks after, months after, a day after, a week after, a month after, hours after another, the same day that, the same day as, came after
""")

BACK_REFERENCES = words("of those, of them, of these, those shootings, those deaths, those incidents, those crashes")
