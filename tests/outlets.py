"""News of an invented outlet with furniture that no table knows."""

from __future__ import annotations

from newsdedup.articles.article import Article

UNRELATED = (
    "Two fishermen died before dawn when their boat sank off the harbour wall of Lenton in a storm.",
    "The council of Great Milton voted on Tuesday to close its only swimming pool in the autumn.",
    "A beetle that lived ninety million years ago was found in a piece of amber by Ida Brandt.",
    "Shares of the carmaker Volta fell nine percent after a recall of forty thousand vans.",
    "Striker Tom Hale scored twice as the Rovers won their last match on a muddy pitch.",
    "Doctors at Saint Anne transplanted a kidney between two sisters who had never met.",
    "A whale that swam up the estuary was guided back to sea by three tug boats.",
)
TITLES = (
    "Boat sinks off Lenton",
    "Swimming pool to close",
    "Old beetle in amber",
    "Volta recalls its vans",
    "Rovers win the last match",
    "Kidney for a sister",
    "Whale back at sea",
)
FERRY = (
    "Divers found six more bodies in the wreck of the ferry Corva Star on Monday, the coast guard said.",
    "The captain of the ferry Corva Star was charged with manslaughter on Friday, his lawyer said.",
    "Parents of the pupils on board the ferry Corva Star lit 64 candles on the beach of Hadley.",
    "The ferry Corva Star had not been inspected for four years, an inquiry heard on Thursday.",
)
BACKGROUND = "The ship capsized in May off the coast of Lenton with 212 people on board, most of them pupils."
FOOTER = "The Chronicle has kept seven parishes company since 1887 from its printing house beside the Corn Exchange."
SHORT_LINE = "More from the valley"


def page(text: str, name: str, title: str | None = None, source: str | None = "harrow-valley") -> Article:
    """An article with the furniture of its outlet around it."""
    headline = f"{title} - Harrow Tonight" if title else None
    return Article(f"{text}\n{SHORT_LINE}\n{FOOTER}", id=name, title=headline, source=source)


def unrelated_pages(count: int, source: str | None = "harrow-valley") -> list[Article]:
    """Pages that report different events."""
    named = zip(UNRELATED[:count], TITLES, strict=False)
    return [page(text, f"page{number}", title, source) for number, (text, title) in enumerate(named)]


def follow_ups() -> list[Article]:
    """Articles of one outlet that report one event, with its background in each."""
    return [
        Article(f"{text} {BACKGROUND}", id=f"ferry{number}", source="harrow-valley")
        for number, text in enumerate(FERRY)
    ]
