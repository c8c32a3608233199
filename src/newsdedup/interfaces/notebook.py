"""Results as notebooks show them: cards that unfold without a script, by day and by night.

All words of articles are escaped, and only addresses of the web become links. Text takes the colour
of the notebook; a status has a glyph and a word beside its colour.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any, Final

import numpy as np

from newsdedup.articles.article import Article, Articles, Rejection
from newsdedup.copies.groups import CopyGroups
from newsdedup.events.groups import EventGroups
from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.figure import ReconciledFigure
from newsdedup.figures.plain_data import figure_to_dict, moment_words
from newsdedup.interfaces.markup import STATUS_LOOKS, Html, count_words, day_words, element, escaped, joined, link
from newsdedup.interfaces.report.figures import PLAIN_LEVELS, figure_in_words
from newsdedup.records.collection import EventCollection
from newsdedup.records.places import Place
from newsdedup.records.quotes import Quote
from newsdedup.records.record import EventRecord, Report
from newsdedup.records.summary import Passage
from newsdedup.records.timeline import Statement
from newsdedup.support.display import html_of, rich_of

_MOST: Final = 10  # events, groups or articles of a collection that are shown
_FIGURES: Final = 12  # of a record
_SENTENCES: Final = 3  # of its summary
_CLAIMS: Final = 12  # of a figure
_LETTERS: Final = 400  # of an article's text
_LINE: Final = 80  # of them that stand for a title

# Where a page says itself that it is dark or light, that counts; else what the reader's system prefers.
_DARK: Final = (
    '[data-jp-theme-light="false"]',
    ".vscode-dark",
    ".vscode-high-contrast",
    '[data-theme="dark"]',
    "[theme=dark]",
)
_LIGHT: Final = ('[data-jp-theme-light="true"]', ".vscode-light", '[data-theme="light"]', "[theme=light]")


@html_of.register
def collection_html(events: EventCollection) -> str:
    """The first events as cards to unfold."""
    statuses = Counter(figure.status for record in events for figure in record.figures)
    counts = (count_words(len(events), "event"), count_words(sum(one.n_articles for one in events), "article"))
    return _view(
        element("p", element("b", ", ".join(counts)), " ", _tally(statuses)),
        *(_card(_headline(record), *_record(record)) for record in events[:_MOST]),
        _more(len(events) - _MOST, "give an index, or .of(article_id)"),
        _rejected(events.rejected),
    )


@html_of.register
def record_html(record: EventRecord) -> str:
    """One event: its figures with their claims, its reports, and what else they say."""
    return _view(element("p", _headline(record)), *_record(record))


@html_of.register
def figure_html(figure: ReconciledFigure) -> str:
    """One figure, its claims unfolded."""
    return _view(_figure(figure, {}, is_open=True))


@html_of.register
def copies_html(copies: CopyGroups) -> str:
    """The first groups of copies, and whose words each copy prints."""
    families: dict[str, list[str]] = {}
    for name in copies.relations:
        families.setdefault(copies.origins[name], []).append(name)
    counts = (
        count_words(len(copies.origins), "article"),
        count_words(len(set(copies.origins.values())), "origin"),
        count_words(len(copies.relations), "reprint"),
    )
    return _view(
        element("p", element("b", ", ".join(counts))),
        *(
            _card(
                _titled(origin, count_words(len(names), "reprint")),
                _list(_relation(name, copies) for name in names),
            )
            for origin, names in list(families.items())[:_MOST]
        ),
        _more(len(families) - _MOST, ".relations has all"),
        _rejected(copies.rejected),
    )


@html_of.register
def groups_html(groups: EventGroups) -> str:
    """The first events that several articles report, by their ids."""
    several = [label for label, names in enumerate(groups.groups) if len(names) > 1]
    counts = (count_words(len(groups.groups), "event"), count_words(len(groups.copies.origins), "article"))
    alone = f"{count_words(len(several), 'event')} of several articles, at the working point {groups.threshold:.2f}"
    return _view(
        element("p", element("b", ", ".join(counts)), "; ", alone),
        *(
            _card(
                _titled(
                    f"event {label}", count_words(len(groups.groups[label]), "article"), _weakest(groups.weakest[label])
                ),
                _list(map(escaped, groups.groups[label])),
            )
            for label in several[:_MOST]
        ),
        _more(len(several) - _MOST, ".groups has all"),
        _rejected(groups.rejected),
    )


@html_of.register
def articles_html(articles: Articles) -> str:
    """The first articles: title, source, day, and the beginning of each text."""
    return _view(
        element("p", element("b", count_words(len(articles), "article"))),
        *(_article(article) for article in articles[:_MOST]),
        _more(len(articles) - _MOST, "give an index"),
        _rejected(articles.rejected),
    )


@rich_of.register
def terminal_view(
    value: EventCollection | EventRecord | ReconciledFigure | CopyGroups | EventGroups | Articles,
) -> Any:
    """The same for a terminal; its library loads where there is one."""
    from newsdedup.interfaces import terminal

    return terminal.view_of(value)


def _view(*pieces: Html | None) -> str:
    """The pieces as one output of a notebook, with how they look."""
    return str(element("div", _style(), *filter(None, pieces), class_="newsdedup"))


@cache
def _style() -> Html:
    css = resources.files(__package__).joinpath("notebook.css").read_text(encoding="utf-8")
    light, dark = (
        "".join(f"--{name}-ink:{ink};--{name}-paper:{paper};" for name, (ink, paper) in colours)
        for colours in (
            [(name, look.light) for name, look in STATUS_LOOKS.items()],
            [(name, look.dark) for name, look in STATUS_LOOKS.items()],
        )
    )
    told = "".join(
        f"{','.join(f'{page} .newsdedup' for page in pages)}{{{colours}}}"
        for pages, colours in ((_DARK, dark), (_LIGHT, light))
    )
    asked = f"@media(prefers-color-scheme:dark){{.newsdedup{{{dark}}}}}"
    return element("style", Html(f"{css}.newsdedup{{{light}}}{asked}{told}"))


def _card(summary: Html, *inside: Html | None, kind: str = "nd-card", is_open: bool = False) -> Html:
    """A line that unfolds."""
    return element("details", element("summary", summary), *filter(None, inside), class_=kind, open=is_open)


def _titled(title: str, *remarks: str | None) -> Html:
    hint = element("span", " · ".join(filter(None, remarks)), class_="nd-hint")
    return joined((element("span", title, class_="nd-title"), hint), " ")


def _list(items: Iterable[Html]) -> Html:
    return element("ul", *(element("li", item) for item in items))


def _more(number: int, how: str) -> Html | None:
    """How much is not shown, and how to get at it."""
    return element("p", f"… and {number:,} more: {how}", class_="nd-hint") if number > 0 else None


def _rejected(rejected: Sequence[Rejection]) -> Html | None:
    """The rows that were left out, and why."""
    if not rejected:
        return None
    rows = (escaped(f"row {one.row}{f' ({one.id})' if one.id else ''}: {one.reason}") for one in rejected[:_MOST])
    more = _more(len(rejected) - _MOST, ".rejected has all")
    return _card(escaped(f"{count_words(len(rejected), 'row')} rejected"), _list(rows), more, kind="nd-part")


def _pill(status: str, words: str | None = None) -> Html:
    """A status: glyph, word and colour."""
    look = STATUS_LOOKS[status]
    colours = f"color:var(--{status}-ink,inherit);background:var(--{status}-paper,none)"
    return element("span", f"{look.glyph} {words or look.word}", class_="nd-pill", style=colours)


def _tally(statuses: Mapping[str, int]) -> Html:
    """How many figures there are of each status, the most urgent first."""
    return joined(
        [_pill(name, f"{statuses[name]:,} {STATUS_LOOKS[name].word}") for name in STATUS_LOOKS if statuses.get(name)],
        " ",
    )


def _headline(record: EventRecord) -> Html:
    """An event in a line: title, days, voices, and what an editor must look at."""
    days = "/".join(dict.fromkeys(filter(None, (record.start_date, record.end_date))))
    urgent = Counter(one.status for one in record.figures if one.status in ("conflict", "superseded"))
    voices = f"{count_words(record.n_articles, 'report')}, {count_words(record.n_origins, 'origin')}"
    return joined((_titled(record.title, day_words(days) if days else None, voices), _tally(urgent)), " ")


def _record(record: EventRecord) -> Iterator[Html | None]:
    """What unfolds under the headline of an event."""
    reports = {report.id: report for report in record.articles}
    said = record.summary(_SENTENCES).sentences
    yield element("p", joined([_passage(one, reports) for one in said], " ")) if said else None
    yield from (_figure(figure, reports) for figure in record.figures[:_FIGURES])
    yield _more(len(record.figures) - _FIGURES, ".figures has all")
    yield _part("Reports", "articles", [_source(report) for report in record.articles])
    yield _part("Timeline", "timeline", [_dated(one, reports) for one in record.timeline])
    yield _part("Only in one report", "only_in", [_passage(one, reports) for one in record.only_in])
    yield _part("Quotations", "quotes", [_quotation(one, reports) for one in record.quotes])
    yield _part("People", "people", [_titled(one.name, one.office, _voices(one.n_origins)) for one in record.people])
    yield _part("Places", "places", [_titled(one.name, _level(one), _voices(one.n_origins)) for one in record.places])
    yield _part("Notes", "notes", [escaped(note) for note in record.notes])


def _part(name: str, attribute: str, items: Sequence[Html]) -> Html | None:
    """A list under a name, folded; nothing where it is empty."""
    if not items:
        return None
    more = _more(len(items) - _FIGURES, f".{attribute} has all")
    return _card(escaped(f"{name} ({len(items):,})"), _list(items[:_FIGURES]), more, kind="nd-part")


def _figure(figure: ReconciledFigure, reports: Mapping[str, Report], *, is_open: bool = False) -> Html:
    """A figure in a line, with its range; its claims unfold."""
    words = figure_in_words(figure_to_dict(figure), figure.language)
    remarks = element("span", " · ".join(words.get("remarks", ())), class_="nd-hint")
    summary = (
        element("span", words["name"], " ", remarks),
        element("span", words["value"], class_="nd-value"),
        _bar(words["bar"]) if "bar" in words else element("span"),
        element("span", _pill(figure.status)),
    )
    claims = _list(_claim(claim, reports) for claim in figure.claims[:_CLAIMS])
    more = _more(len(figure.claims) - _CLAIMS, ".claims has all")
    return _card(joined(summary, " "), _ruling(words), claims, more, kind="nd-card nd-figure", is_open=is_open)


def _ruling(words: Mapping[str, Any]) -> Html:
    """Who stands behind a figure, the rule that decided, and its other values."""
    steps = {name: ", ".join(map(_step, words.get(name, ()))) for name in ("history", "alternatives", "series")}
    return element(
        "p",
        " · ".join(
            filter(
                None,
                (
                    f"{count_words(words['articles'], 'report')}, {count_words(words['origins'], 'origin')}",
                    words.get("rule"),
                    f"part of {words['partOf']}" if "partOf" in words else None,
                    *(f"{name}: {values}" for name, values in steps.items() if values),
                    *words.get("notes", ()),
                ),
            )
        ),
        class_="nd-hint",
    )


def _step(step: Mapping[str, Any]) -> str:
    return f"{step['value']} ({step['when']})" if "when" in step else str(step["value"])


def _bar(bar: Mapping[str, Any]) -> Html:
    """From the lowest to the highest printed value: a ring for each, a diamond for the best, arrows at open ends."""
    low, high = bar["ends"]
    places, left, right = bar["values"], "openLeft" in bar, "openRight" in bar
    start, end = 0 if left else places[0], 100 if right else places[-1]
    marks = (
        element("i", class_="nd-span", style=f"left:{start}%;width:{end - start:.2f}%"),
        *(element("i", class_="nd-claim", style=f"left:{place}%") for place in places),
        *(element("i", class_="nd-best", style=f"left:{place}%") for place in bar.get("best", ())),
    )
    ends = element("span", "← " * left, low), " – ", element("span", high, " →" * right)
    return element("span", element("span", *marks, class_="nd-bar"), element("span", *ends, class_="nd-ends"))


def _claim(claim: FigureClaim, reports: Mapping[str, Report]) -> Html:
    """The sentence of a claim, its words marked, and where it stands."""
    start, marked = claim.start - claim.sentence_start, element("mark", claim.text)
    end = start + len(claim.text)
    sentence = joined((claim.sentence[:start], marked, claim.sentence[end:])) if claim.sentence else marked
    return joined((element("q", sentence), _cited(claim.article_id, reports)), " ")


def _cited(article_id: str, reports: Mapping[str, Report]) -> Html:
    return element("cite", _source(reports[article_id]) if article_id in reports else article_id)


def _source(report: Report) -> Html:
    """A report by its title, a link where its address is safe, with its source, its day and whom it reprints."""
    reprinted = f"{report.relation} of {report.copy_of or report.origin}" if report.relation else None
    remarks = " · ".join(filter(None, (report.source, _day(report), reprinted)))
    return joined((link(report.title or report.id, report.url), element("span", remarks, class_="nd-hint")), " ")


def _day(one: Report | Article) -> str | None:
    words = moment_words(one.published_at)
    return day_words(words) if words else None


def _dated(one: Statement, reports: Mapping[str, Report]) -> Html:
    return joined((element("b", day_words(one.date)), element("q", one.text), _cited(one.article_id, reports)), " ")


def _passage(one: Passage, reports: Mapping[str, Report]) -> Html:
    """Words of a report, with its name."""
    report = reports.get(one.article_id)
    words = link(report.source or report.id, report.url) if report else one.article_id
    return joined((element("q", one.text), element("span", words, class_="nd-hint")), " ")


def _quotation(one: Quote, reports: Mapping[str, Report]) -> Html:
    return joined((element("q", one.text), *(_cited(name, reports) for name in one.article_ids)), " ")


def _level(place: Place) -> str | None:
    return place.level if place.level not in PLAIN_LEVELS else None


def _voices(n_origins: int) -> str:
    return count_words(n_origins, "origin")


def _relation(name: str, copies: CopyGroups) -> Html:
    """Whose words an article prints, and how many of them."""
    one = copies.relations[name]
    scores = f"Jaccard {one.jaccard:.2f}, containment {one.containment:.2f}"
    return _titled(name, f"{one.kind} of {one.to}", scores)


def _weakest(score: float) -> str | None:
    return None if np.isnan(score) else f"weakest link {score:.2f}"


def _article(article: Article) -> Html:
    """An article in a line; its text begins below."""
    line = " ".join(article.text.split())
    beginning = line if len(line) <= _LETTERS else f"{line[:_LETTERS]} …"
    title = article.title or line[:_LINE]
    summary = _titled(title, article.source, _day(article), article.language)
    return _card(summary, element("p", link(article.id, article.url)), element("p", beginning))
