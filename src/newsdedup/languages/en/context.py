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

BACKGROUND = (
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
)

BACK_REFERENCES = words("of those, of them, of these, those shootings, those deaths, those incidents, those crashes")
