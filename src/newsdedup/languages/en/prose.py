"""How English sentences and headlines lean on what is around them."""

from __future__ import annotations

from newsdedup.languages.prose import Prose
from newsdedup.languages.tables import lines, words

PROSE = Prose(
    leaning=words("""
        however, but, and, or, so, yet, nor, then, also, too, still, instead, otherwise, therefore, thus, hence, meanwhile,
        moreover, furthermore, besides, additionally, in addition, nevertheless, nonetheless, afterwards, afterward, later,
        earlier, before that, after that, soon after, shortly after that, since then, by then, at that point, at that time,
        at the time, for example, for instance, in contrast, by contrast, on the other hand, as a result, as such,
        that is, in fact, indeed, similarly, likewise, finally, the latter, the former, both of them, some of them, one of them,
        none of them, many of them, most of them, of those, of these, among them, among those, in that case, in this case,
        despite this, despite that, because of this, because of that, for this reason, that's, that’s, it's, it’s,
        this, that, these, those, such, here, another, others, the other, the second, the third, the same, the two,
        of course, perhaps, maybe, not only, even so, either way, to that end, in turn, in response, in return, no one else,
        right now, at first, once there, the following day, the next day, the same day, that day, that night, minutes later,
        hours later, days later, in a statement, in an interview, in a news release, in a tweet, moments later, a short time later, when asked, asked about, asked if, asked whether, plus,
        additional, again, apparently, basically, yes, what, who, how, why, which, whose
    """),
    pronouns=words("he, she, they, it, his, her, their, its, him, them, we, our, i, my, you, your"),
    not_leaning=words(
        "this week, this month, this year, so far, so-called, later this, and yet another, one of the, it's official"
    ),
    reported=words(
        "he said, she said, they said, he says, she says, they say, he added, she added, he told, she told, said he, said she, he wrote, she wrote"
    ),
    first_person=words("i, we, me, us, my, our, i'm, i’m, we're, we’re, i've, i’ve"),
    definite=("the",),
    not_news=lines(r"""
        (?:please )?(?:click|tap|go|head) (?:here|on|to) (?:here|to|for|the|our|https?)\b
        .*\bclick here\b
        (?:stay|stick) (?:with|tuned)\b
        for (?:more|further|full|additional) (?:information|details|coverage|on this|updates|news|about|visit|go)\b
        (?:watch|see|view|listen to|read|check out|download) (?:the|our|this|more|below|above|full|it)\b
        (?:follow|like|join|find|connect with|contact|call|email|e-mail) (?:us|me|our|[\w-]+ ){0,3}(?:on|at|@)\b
        .*\b(?:on (?:facebook|twitter|instagram)|@\w+|https?:|www\.)
        (?:this|the) (?:story|article|post|report|page|version) (?:has been|was|will be|is being|contains|corrects|appeared|first|originally)\b
        this is a (?:developing|breaking)\b
        (?:we|we'll|we’ll|our|the) .{0,40}\b(?:will (?:keep|continue|bring|update|have more)|keep you (?:posted|updated))\b
        (?:anyone|anybody|persons|people|those|witnesses) (?:with|who has|who have|having) (?:any )?(?:information|details|tips?)\b
        .*\b(?:is|are) (?:asked|urged|encouraged) to (?:call|contact)\b
        (?:photo|image|picture|video|file|caption|credit|courtesy|mug ?shot|getty|ap photo|afp photo|reuters photo)\b
        .{0,80}\b(?:photo|image|file photo|getty images)\b\W*$
        (?:copyright|©|all rights)\b
        (?:related|more from|recommended|sponsored|advertisement|sign up|subscribe|share this|tags?|topics?|filed under)\b
        (?:by|posted|published|updated|last updated|written|edited|reporting) (?:by|on|at)?:?\s*[\d\w]+,? .{0,40}\d{4}
        copy(?:right|ing)\b
    """),
    headline_marks=words("""
        live, live updates, live blog, update, updated, updates, update 1, update 2, update 3, breaking, breaking news, video, videos, watch, photos,
        photo, pictures, in pictures, gallery, exclusive, just in, developing, poll, opinion, analysis, audio, listen, raw video,
        correction, wrapup, factbox, timeline, graphic, read, must see, new, alert, urgent, report, last updated, interactive, slideshow
    """),
)
