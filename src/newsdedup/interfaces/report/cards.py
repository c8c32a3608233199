"""What the page shows of an event: a card for the list, and what unfolds under it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from newsdedup.interfaces.markup import STATUS_LOOKS, day_words, safe_url
from newsdedup.interfaces.report.figures import PLAIN_LEVELS, Data, figure_in_words, filled, key_figure
from newsdedup.interfaces.report.passages import Passages, passages_of

_KEY_FIGURES = 3
_SUMMARY = 4  # sentences
_URGENCY = {"conflict": 0, "superseded": 1}  # others stay in the record's order


def card_of(record: Data) -> dict[str, Any]:
    """An event in the list: what it is called, when, by whom, its statuses and its most telling figures."""
    statuses = Counter(figure["status"] for figure in record["figures"])
    days = sorted(_days(record))
    first, last = (days[0], days[-1]) if days else (None, None)
    languages = _languages(record)
    return filled(
        id=record["event_id"],
        title=record["title"],
        language=record["articles"][0]["language"],
        when=_span_words(record["start_date"], record["end_date"]),
        published=None if record["start_date"] else _span_words(first, last),
        first=first,
        last=last,
        datesDiffer=record["dates"]["status"] == "conflict",
        articles=record["n_articles"],
        origins=record["n_origins"],
        sources=list(dict.fromkeys(one["source"] for one in record["articles"] if one["source"])),
        statuses={name: statuses[name] for name in STATUS_LOOKS if statuses[name]},
        figures=[
            key_figure(figure, _language(figure, languages))
            for figure in _urgent_first(record["figures"])[:_KEY_FIGURES]
        ],
    )


def _days(record: Data) -> Iterator[str]:
    """Days that the event may be looked for under: its own, or those of its reports where it has none."""
    own = [day for day in (record["start_date"], record["end_date"]) if day and day[0].isdigit()]
    yield from own or (one["published_at"][:10] for one in record["articles"] if one["published_at"])


def _span_words(start: str | None, end: str | None) -> str:
    return day_words(start if start == end else f"{start}/{end}") if start else ""


def _languages(record: Data) -> dict[str, str | None]:
    return {article["id"]: article["language"] for article in record["articles"]}


def _language(figure: Data, languages: Mapping[str, str | None]) -> str | None:
    """The language of the report that a figure's first claim stands in."""
    return languages[figure["claims"][0]["article_id"]]


def _urgent_first(figures: Iterable[Data]) -> list[Data]:
    return sorted(figures, key=lambda figure: _URGENCY.get(figure["status"], len(_URGENCY)))


def unfolded_of(record: Data, texts: Mapping[str, str]) -> dict[str, Any]:
    """What unfolds under a card: figures, reports with their passages, and who, where and when."""
    passages = passages_of(record, texts)
    numbers = {name: number for number, name in enumerate(passages.ids)}
    languages = _languages(record)
    return filled(
        articles=[_article(article, numbers, passages) for article in record["articles"]],
        figures=[_figure(figure, languages, passages) for figure in _urgent_first(record["figures"])],
        dates=_dates(record["dates"]) if record["dates"]["status"] else None,
        people=[filled(name=one["name"], office=one["office"], origins=one["n_origins"]) for one in record["people"]],
        places=[_place(one) for one in record["places"]],
        quotes=[
            {"text": one["text"], "articles": [numbers[name] for name in one["article_ids"]]}
            for one in record["quotes"]
        ],
        summary=_sentences(record["key_sentences"][:_SUMMARY], numbers),
        onlyIn=_sentences(record["only_in"], numbers),
        timeline=_timeline(record["timeline"], numbers),
        notes=record["notes"],
    )


def _figure(figure: Data, languages: Mapping[str, str | None], passages: Passages) -> dict[str, Any]:
    words = figure_in_words(figure, _language(figure, languages))
    return words | {"claims": [passages.place(claim) for claim in figure["claims"]]}


def _article(article: Data, numbers: Mapping[str, int], passages: Passages) -> dict[str, Any]:
    number = numbers[article["id"]]
    return filled(
        id=article["id"],
        title=article["title"],
        source=article["source"],
        when=day_words(article["published_at"]) if article["published_at"] else None,
        url=safe_url(article["url"]),
        language=article["language"],
        relation=article["relation"],
        of=[numbers[article["origin"]]] if article["relation"] and article["origin"] in numbers else None,
        passages=[passage.words for passage in passages.of_article[number]],
        whole=passages.is_whole[number],
    )


def _dates(dates: Data) -> dict[str, Any]:
    return filled(status=dates["status"], articles=dates["n_articles"], origins=dates["n_origins"])


def _sentences(passages: Iterable[Data], numbers: Mapping[str, int]) -> list[dict[str, Any]]:
    """Sentences of the reports, those of the earliest report first."""
    ordered = sorted(passages, key=lambda one: (numbers[one["article_id"]], one["start"]))
    return [{"text": one["text"], "article": numbers[one["article_id"]]} for one in ordered]


def _timeline(statements: Iterable[Data], numbers: Mapping[str, int]) -> list[dict[str, Any]]:
    """Dated sentences, each once with all the dates that it names."""
    dates: dict[tuple[str, str], list[str]] = {}
    for one in statements:
        dates.setdefault((one["text"], one["article_id"]), []).append(day_words(one["date"]))
    return [
        {"when": "; ".join(dict.fromkeys(when)), "text": text, "article": numbers[article]}
        for (text, article), when in dates.items()
    ]


def _place(place: Data) -> dict[str, Any]:
    level = place["level"] if place["level"] not in PLAIN_LEVELS else None
    return filled(name=place["name"], level=level, origins=place["n_origins"])
