"""English dates."""

from __future__ import annotations

from newsdedup.languages.dates import Dates
from newsdedup.languages.tables import valued, words

DATES = Dates(
    months=valued("""
        january 1, jan 1, jan. 1, february 2, feb 2, feb. 2, march 3, mar 3, mar. 3, april 4, apr 4, apr. 4,
        may 5, june 6, jun 6, jun. 6, july 7, jul 7, jul. 7, august 8, aug 8, aug. 8, september 9, sept 9,
        sept. 9, sep 9, sep. 9, october 10, oct 10, oct. 10, november 11, nov 11, nov. 11, december 12, dec 12,
        dec. 12
    """),
    weekdays=valued("monday 0, tuesday 1, wednesday 2, thursday 3, friday 4, saturday 5, sunday 6"),
    not_weekdays=words("black, good, super, ash, palm, easter, bloody, cyber, casual, every"),
    next_words=("next", "coming"),
    last_words=("last", "past"),
    week_words=valued("last week -1, of last week -1, this week 0, of this week 0, next week 1, of next week 1"),
    near_days=valued("""
        today 0, this morning 0, this afternoon 0, this evening 0, tonight 0, yesterday -1, last night -1,
        the day before yesterday -2, tomorrow 1
    """),
    parts_of_day=("morning", "afternoon", "evening", "night"),
    ordinal_endings=("st", "nd", "rd", "th"),
    month_links=("of",),
    year_words=("in", "since"),
    near_years=valued("last year -1, of last year -1, this year 0, of this year 0, next year 1, of next year 1"),
    parts_of_year=valued("early 1, the start of 1, mid 6, late 12, the end of 12"),
    quarters=valued("""
        first quarter 1, second quarter 2, third quarter 3, fourth quarter 4, 1st quarter 1, 2nd quarter 2,
        3rd quarter 3, 4th quarter 4, q1 1, q2 2, q3 3, q4 4
    """),
    bare_day_leads=("on", "since", "from", "until", "before", "after", "night of"),
    bare_day_words=("the",),
    bare_day_ends=("of this month", "and"),
    not_bare_days=words("""
        hole, holes, birdie, birdied, bogey, bogeyed, eagle, par, tee, green, fairway, putt, floor, century, lap, minute,
        round, inning, amendment
    """),
    scores=words("score, scores, won, lost, beat, led, set, sets"),
    not_dates=("24/7", "9/11"),
    future_words=words("""
        shall, won't, due, slated, set to, set for, expects, planning, upcoming, next, must, intends, hopes, aims,
        going to, is to, are to, begins, starts, opens, resumes, expires, effective, tentatively, pending, calls for, faces,
        would, 'll, scheduled, returns, to be, to appear, to begin, to end, to start, to open, to run, to resume, to expire,
        to face, to hold, to meet, to stand, to travel, to take effect, to take place
    """),
    future_nouns=("deadline", "deadlines", "target", "due date"),
    open_nouns=words("summit, meeting, election, hearing, vote, release, launch, trial, match, game, session, start"),
    past_words=words("""
        was, were, had, did, happened, occurred, began, took, came, fell, went, died, ago
    """),
    weak_past_words=words(
        "gave, spoke, shot, found, held, struck, hit, made, left, got, broke, won, lost, met, fled, sent, saw"
    ),
    past_endings=("ed",),
    passive_words=words("be, being, get, is, are, has been, have been"),
    open_words=words("from, until, through, by, till, before, starting, beginning, effective"),
    clause_words=words("who, that, which, when, where, after, since, because, as, but, while"),
    ago_after=("ago",),
    until=("as of", "by", "until"),
    until_when=words("late, early, about, around, approximately, the end of, roughly"),
    named_hours=valued("noon 12, midday 12, midnight 0"),
    clock_leads=("at",),
    clock_ends=words("local time, et, est, edt, ct, cst, cdt, pt, pst, pdt, mt, gmt, utc, bst, on"),
    links=("in", "at", "by"),
    list_words=("-", "–", "and", "to", "through"),
    first_hours=valued("am 0, a.m. 0, a.m 0, pm 12, p.m. 12, p.m 12"),
    reports=words("""
        said, said on, say, says, says on, announced, announced on, told reporters, told, tells, confirmed, confirmed on,
        identified, identified on, reported, reported on, released, released on, published, published on, posted,
        posted on, updated, updated on, charged, charged on, arrested, arrested on, pleaded, pleaded on, sentenced,
        sentenced on, published:, posted:, posted on:, updated:, revealed, revealed on
    """),
    month_first=True,
    documents=words("resolution, act, decree, order, memo, executive order, letter dated"),
    surely_future_words=words(
        """will, 'll, due, set for, set to, slated, scheduled, expected, going to, is to, are to, planned for, planning"""
    ),
    happenings=words("""
        happened, occurred, took place, broke out, erupted, struck, hit, opened fire, shot, shooting, shootings, stabbed,
        stabbing, killed, killing, died, dies, dead, death, wounded, injured, crash, crashed, collided, collision, accident,
        attack, attacked, explosion, exploded, blast, fire, caught fire, quake, earthquake, flood, storm, tornado, murder,
        murdered, homicide, slaying, robbery, robbed, collapsed, collapse, derailed, sank, incident, found, discovered,
        responded, gunshots, gunshot, shots fired, were fired, discharged, went off, called to, dispatched, fell, drowned, kidnapped, gunfire, outbreak, opened, kicked off, defeated
    """),
    aftermaths=words("""
        arrest, arrested, charged, charges, arraigned, arraignment, booked, jailed, court, hearing, hearings, trial, verdict,
        sentenced, sentencing, convicted, pleaded, indicted, indictment, bond, bail, custody, turned himself in,
        turned herself in, surrendered, interviewed, questioned, detained, funeral, funerals, buried, burial, memorial,
        vigil, mourned, mourn, remembered, prayer, autopsy, investigation, investigating, ruled, identified, counselors, news conference,
        press conference, press release, resigned, lawsuit, sued, petition, confessed, walk, fundraiser, condition
    """),
    about_words=words("of, with, in, into, for, over, on"),
    later_words=words("after, following, in connection with, days after, a day after"),
    other_matters=words("""
        born, birthday, anniversary, expires, expired, expire, founded, established, took effect, takes effect,
        enacted, deadline, no later than, at the latest, license, licensed, season, enrolled, married, graduated, elected, inaugurated, since
    """),
)
