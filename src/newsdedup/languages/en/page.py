"""How English text is recognised, its abbreviations, and the page furniture of its news sites."""

from __future__ import annotations

from newsdedup.languages.tables import words

FUNCTION_WORDS = frozenset(
    "the of and to in a that is was for on with as by at from it he his be are were has have had said an who "
    "not but they their will this which after been she her more than one two about when there people".split()
)

ABBREVIATIONS = words("""
    Mr, Mrs, Ms, Dr, St, Jr, Sr, Prof, Gen, Gov, Sen, Rep, Lt, Sgt, Col, Capt, No, vs, Inc, Co, Corp, Ltd, Jan, Feb,
    Mar, Apr, Aug, Sep, Sept, Oct, Nov, Dec
""")

FURNITURE = (
    r"(?:photo|image|credit|photograph|source|caption|video)\s*(?:by|:).{0,80}",
    r"(?:share this(?: article| story)?|share|\d* ?(?:pending )?comments?|leave a (?:comment|reply)|advertisement)\s*:?",
    r"(?:related (?:stories|articles|content)|read more|more on this)\s*:?.{0,80}",
    r"(?:follow|like|find) [\w.@ -]{2,40}:\W*(?:facebook|twitter|instagram|youtube)\b.{0,80}",
    r"(?:follow us (?:on|at)|sign up (?:for|to)|subscribe to|copyright (?:©|\d)|©).{0,120}|all rights reserved",
    r"tags?\s*:.*",
)

ENDS_ARTICLE = (r"(?:related (?:stories|articles)|leave a (?:comment|reply)|comments?|most (?:read|viewed))\s*:?",)

CREDITS = (
    r"\((?:photo|image|credit)\s*:?[^()]{2,60}\)",
    r"(?:mug ?shot|booking photo|photo|image|picture|screenshot)(?: of [^.()]{2,60}?)? (?:courtesy(?: of)?|provided by|released by) [^.()]{2,60}\.",
    r"photo: [^:().]{2,40}? image \d+ of(?: /)? \d+(?: caption close)?(?: image \d+ of \d+)?",  # of a gallery
)

CREDIT_WORDS = ("photo", "image", "credit", "mug shot", "mugshot", "picture", "screenshot")

SECTIONS = words("""
    Home, News, Latest News, Top Stories, World, World News, UK, US, U.S., UK News, US News, Nation, National, Local,
    Local News, Business, Economy, Money, Markets, Finance, Politics, Opinion, Opinions, Editorials, Letters, Columns, Sport,
    Sports, Football, Culture, Arts, Books, Film, Movies, Music, TV, TV & Radio, Theatre, Entertainment, Lifestyle, Life,
    Life & Style, Style, Fashion, Food, Travel, Health, Science, Tech, Technology, Education, Environment, Climate, Weather,
    Video, Videos, Photos, Podcasts, Podcast, Magazine, Newsletters, Games, Crosswords, Puzzles, Obituaries, Classifieds,
    Jobs, Real Estate, Property, Cars, Motoring, Events, Community, Crime, Features, Photos, Shop, Subscribe, Sign in,
    Sign In, Log in, Log In, Login, Register, Search, Menu, More, Contact, Contact Us, About, About Us, Advertise, Archives,
    Live, Royals, Celebs, Showbiz, Family, Europe, Asia, Africa, Middle East, Americas, Investigations, Fact Check, E-Edition
""")

FOOTERS = (
    r"(?:©|\(c\)|copyright)\W*(?:©|\(c\)|\d{4}|by|the|all rights)\b.{0,200}",
    r"(?:.{0,80}[ .,])?all rights reserved\b.{0,160}",
    r"(?:click here to )?(?:sign|signed)[ -]?up\b.{0,80}\b(?:newsletters?|(?:news|e-?mail) (?:alerts|updates)|briefing|inbox|digest)\b.{0,100}",
    r"(?:click here to )?subscribe\b.{0,80}\b(?:newsletters?|e-?mails?|alerts|updates|youtube|podcasts?|inbox|channel|print edition|digital)\b.{0,100}",
    r"(?:get|receive) .{2,80}\b(?:in|to) your inbox\b.{0,60}",
    r"(?:please )?(?:read|see|view|review) (?:our|the full) (?:privacy|cookies?|terms|community|comment)\b.{0,120}",
    r"(?:(?:privacy|cookies?)(?: (?:policy|notice|statement|settings|preferences))?|terms(?: (?:of (?:use|service)|(?:and|&) conditions))?|contact us|about us|advertise(?: with us)?|help|careers|sitemap|site map|accessibility|do not sell my (?:personal )?info(?:rmation)?)(?:\W+(?:and )?(?:(?:privacy|cookies?)(?: (?:policy|notice|statement|settings|preferences))?|terms(?: (?:of (?:use|service)|(?:and|&) conditions))?|contact us|about us|advertise(?: with us)?|help|careers|sitemap|site map|accessibility))+",
    r"(?:privacy (?:policy|notice)|cookie (?:policy|notice|settings)|terms of (?:use|service)|terms (?:and|&) conditions)",
    r"(?:this|our|the) (?:web ?)?(?:site|page)s? uses? cookies\b.{0,300}|we(?: and our partners)? (?:also )?use cookies\b.{0,300}|accept (?:all )?cookies",
    r"by (?:continuing|using|clicking|browsing|signing up|subscribing)\b.{0,120}\b(?:cookies|terms|privacy|policy|conditions)\b.{0,160}",
    r"(?:(?:like|find|join) (?:us|our page)|follow (?:us|our page|@?[\w .-]{2,40})) on (?:facebook|twitter|x|instagram|youtube|tiktok|whatsapp|linkedin|telegram|google news)\b.{0,120}",
    r"(?:share (?:this(?: article| story| page| post)?|on|via)?\W*)?(?:(?:facebook|twitter|whatsapp|e-?mail|linkedin|reddit|pinterest|copy link|print|share)\b\W*){2,}",
    r"this (?:material|content|article|story) may not be (?:published|reproduced|broadcast|rewritten|copied)\b.{0,200}",
    r"(?:reproduction|republication)\b.{0,80}\b(?:prohibited|forbidden)\b.{0,100}",
    r"click here (?:to|for) (?:subscribe|sign|download|read|see|view|watch|more|reuse|our|the latest)\b.{0,120}|download (?:our|the) (?:free )?(?:[\w-]+ ){0,4}app\b.{0,100}",
    r"(?:send|e-?mail) (?:us|your)(?: your| any)?(?: news)? (?:tips|letters|comments|feedback)\b.{0,120}|(?:have|got) a (?:news )?tip\b.{0,120}",
    r"(?:we|our \w+)(?: will|['’]ll) (?:keep|continue|be)\b.{0,60}\b(?:story|updates?|updated|posted|situation|developments?)\b.{0,60}",
    r"this is a (?:developing|breaking news) story\b.{0,120}|this (?:story|article|post) (?:will be updated|is developing)\b.{0,120}",
    r"(?:please )?(?:stay tuned|stay with us|check back)\b.{0,120}",
    r"(?:story|article) continues below.{0,40}|skip to (?:main )?content",
)

TEASERS = (
    r"(?:read more|related|related (?:stories|articles|coverage|content|news)|more on this(?: story)?|see also|most (?:read|viewed|popular)|recommended|you may also like)\s*:.{1,300}",
)

FOOTER_WORDS = words("""
    ©, (c), copyright, rights reserved, sign up, signed up, sign-up, signup, subscribe, inbox, privacy, cookie, terms,
    contact us, about us, advertise, help, careers, sitemap, site map, accessibility, do not sell, by continuing, by using,
    by clicking, by browsing, by signing, by subscribing, on facebook, on twitter, on x, on instagram, on youtube, on tiktok,
    on whatsapp, on linkedin, on telegram, on google news, facebook, twitter, whatsapp, mail, linkedin, reddit, pinterest,
    copy link, print, share, may not be, reproduction, republication, click here, download, tips, letters, comments, feedback,
    a tip, news tip, continues below, skip to, read more, related, more on this, see also, most read, most viewed,
    most popular, recommended, you may also, will keep, ll keep, will continue, ll continue, will be, ll be, developing, breaking news story,
    will be updated, stay tuned, stay with us, check back, published, read our, read the full, see our, view our, review our
""")

FOOTER_CUES = words("""
    all rights, rights reserved, sign up, newsletter sign, our newsletter, our newsletters, privacy policy, privacy notice,
    cookie policy, cookie settings, use cookies, uses cookies, terms of, of use, of service, and conditions, contact us,
    about us, advertise with, follow us, on facebook, on twitter, your inbox, read more, related stories, copyright 2024,
    copyright 2025, copyright 2026, not be, be published, may not, click here, site map, share this
""")

OUTLETS = words("""
    The Sun, The Star, The Times, Fox, Sky, Today, Express, Politico, Axios, Vox, Quartz, Slate, Salon, Wired, Time, Variety,
    The Hill, The Independent, The Economist, The Atlantic, The Age, The Verge, Al Jazeera, The Conversation, The Straits Times
""")

OUTLET_WORDS = words("""
    News, Times, Post, Herald, Tribune, Journal, Gazette, Courier, Chronicle, Guardian, Telegraph, Observer, Reuters,
    Bloomberg, BBC, CNN, AFP, AP, NPR, NBC, CBS, ABC, MSNBC, CNBC, PBS, Newspaper, Newsweek, Examiner, Inquirer, Enquirer,
    Dispatch, Bulletin, Sentinel, Online, Daily, Magazine, Yahoo, MSN, Newswire, Mirror, Mail, HuffPost, Radio, Advertiser
""")

OUTLET_LINKS = words("the, of, and, for, in, on, to, latest, breaking, live")

OUTLET_OPENINGS = ("the",)
