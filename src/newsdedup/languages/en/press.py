"""Names of agencies and outlets in the English press, and how it says whose report an article is."""

from __future__ import annotations

from newsdedup.languages.press import Press
from newsdedup.languages.tables import words

PRESS = Press(
    agencies={
        "Reuters": "Reuters",
        "AP": "Associated Press",
        "Associated Press": "Associated Press",
        "AFP": "AFP",
        "Agence France-Presse": "AFP",
        "UPI": "UPI",
        "United Press International": "UPI",
        "Xinhua": "Xinhua",
        "DPA": "DPA",
        "dpa": "DPA",
        "EFE": "EFE",
        "ANSA": "ANSA",
        "TASS": "TASS",
        "ITAR-TASS": "TASS",
        "Interfax": "Interfax",
        "RIA Novosti": "RIA Novosti",
        "Kyodo": "Kyodo",
        "Yonhap": "Yonhap",
        "PTI": "PTI",
        "Press Trust of India": "PTI",
        "ANI": "ANI",
        "Press Association": "PA Media",
        "PA Media": "PA Media",
        "Canadian Press": "Canadian Press",
        "Antara": "Antara",
        "Bernama": "Bernama",
        "Anadolu": "Anadolu",
        "Anadolu Agency": "Anadolu",
        "KCNA": "KCNA",
        "VNA": "TTXVN",
        "Vietnam News Agency": "TTXVN",
    },
    outlets={
        "NYT": "New York Times",
        "nytimes": "New York Times",
        "WSJ": "Wall Street Journal",
        "WaPo": "Washington Post",
        "FT": "Financial Times",
        "LA Times": "Los Angeles Times",
        "latimes": "Los Angeles Times",
        "HuffPost": "Huffington Post",
        "SCMP": "South China Morning Post",
        "SMH": "Sydney Morning Herald",
        "British Broadcasting Corporation": "BBC",
        "BBC World": "BBC",
        "BBC World Service": "BBC",
        "BBC Radio": "BBC",
        "BBC Sport": "BBC",
        "Cable News Network": "CNN",
        "MailOnline": "Daily Mail",
        "Mail on Sunday": "Daily Mail",
        "Daily Telegraph": "Telegraph",
        "Sunday Telegraph": "Telegraph",
        "Daily Mirror": "Mirror",
        "Daily Express": "Express",
        "The Observer": "Guardian",
        "Times of London": "The Times",
        "VOA": "Voice of America",
        "voanews": "Voice of America",
        "Deutsche Welle": "DW",
        "Radio Free Asia": "RFA",
        "NHK World": "NHK",
    },
    aggregators=words("""
        Google News, Google, Yahoo, Yahoo News, MSN, AOL, Bing, Flipboard, Feedly, SmartNews, NewsBreak, News Break, Apple News,
        Topix, Newser, Drudge Report, Free Republic, Ground News, Inoreader, PressReader, Factiva, LexisNexis, Newspapers,
        Facebook, Twitter, Reddit, YouTube, Instagram, LinkedIn, TikTok, Telegram, Blogspot, Blogger, WordPress, Medium,
        Substack, Tumblr, LiveJournal, archive, Wayback Machine, Internet Archive, ampproject, feedburner, feedproxy
    """),
    name_endings=words("News, News Online, Newspaper, Online, Digital"),
    unnamed=words(
        "unknown, RSS, RSS feed, feed, none, null, n/a, web, internet, crawler, staff, news, various, various sources, agencies, wire"
    ),
    verbs=words("reported, reports, has reported, reporting, said, says, quoted, quotes, wrote, writes"),
    cited_after=words("""
        as reported by, reported by, first reported by, quoted by, cited by, quoting, citing, told, tells, in an interview with,
        an interview with, speaking to, spoke to, spoke with, in a statement to, a statement to, reports by, report by, report in,
        a report from, reports from, confirmed to
    """),
    nouns=words("""
        newspaper, news agency, news outlet, news site, news website, news channel, daily, weekly, broadcaster, tabloid,
        television station, TV station, radio station, state media, newswire
    """),
    source_labels=words(
        "source, sources, via, originally published by, originally published in, originally published on, first published by, originally appeared in, originally appeared on, first appeared in, first appeared on, republished from, reprinted from"
    ),
    contributed=words(
        "contributed to this report, contributed to this story, contributed to this article, contributed reporting, contributed"
    ),
    bylines=("by",),
)
