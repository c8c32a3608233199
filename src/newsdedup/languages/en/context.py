"""English words that say whether, and when, something happened."""

from __future__ import annotations

from newsdedup.languages.tables import words

UNREAL = words("""
    if, could, would, might, can, not, never, attempted, nearly, almost, threatened, threatening, wanted, wants,
    planned, plotted, trying, tried, unless, whether, every, each, any, no, cannot, should, risk, fear, feared,
    will, must, else
""")

PLANNED = ("will", "plans", "planned", "expected", "scheduled", "would")

PAST = words("was, were, killed, died, had, has, have, when, where, after, before")

_PERIODS = "year|years|month|months|week|weeks|decade|decades"
_PEOPLE = "people|men|women|children|teenagers|teens|students|victims"
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"

BACKGROUND = (
    "so_far|earlier|already this year|month|summer|fall|winter|spring",
    "this_year|last_year|each_year|every_year|per_year|a_year_ago|years_ago|months_ago|annually",
    "in_recent years|months|weeks",
    f"last {_MONTHS}|spring|summer|fall|autumn|winter",
    f"in|over|during|within the past|last WORD? {_PERIODS}",
    f"first|second|third|fourth|latest|last of WORD? {_PEOPLE}",
    "year|years and a half ago",
    "in_that_time|year_to_date|unrelated|separately|on_average|nationwide|statistics|statewide|nationally",
    "separate WORD? incidents|shootings|cases|crashes|attacks",
    "#4 total|totals|figure|figures|number|numbers",
    "in_another incident|shooting|case|attack|crash",
    "since_the start|beginning of",
)

INCIDENTS = words("shootings, stabbings, homicides, murders, crashes, accidents, incidents, drownings")

BACK_REFERENCES = words("of those, of them, of these, those shootings, those deaths, those incidents, those crashes")
