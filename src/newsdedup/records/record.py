"""The consolidated record of an event."""

from __future__ import annotations

import hashlib
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from attrs import asdict, field, frozen

from newsdedup.articles.moments import iso_format
from newsdedup.figures.figure import ReconciledFigure
from newsdedup.figures.plain_data import exact_number, figure_from_dict, figure_to_dict, plain_number
from newsdedup.figures.reconcile.event_dates import EventDates
from newsdedup.figures.reconcile.explain import FigureExplanation, explain_figure
from newsdedup.records.named_figure import named_figure
from newsdedup.records.people import Person
from newsdedup.records.places import Place
from newsdedup.records.quotes import Quote
from newsdedup.records.summary import Passage, Summary
from newsdedup.records.timeline import Statement
from newsdedup.support.arguments import mapping_option, switch_option, whole_option
from newsdedup.support.display import Displayed, count_in_words, no_attribute
from newsdedup.support.errors import InputError, in_message
from newsdedup.support.field_checks import FieldError, one_of
from newsdedup.support.typed_data import an_object, part_of, reader_of, tuple_of

SCHEMA: Final = 1


@frozen(kw_only=True)
class Report:
    """An article of a record.

    Attributes
    ----------
    copy_of : str or None
        Id of the article that it is a copy of.
    origin : str
        Id of the first article with its voice; its own id where no earlier one has it.
    relation : str or None
        How it depends on another article: ``copy``, ``version`` (a copy at the same address with other words) or
        ``excerpt`` of it; ``agency`` or ``outlet`` where it and `origin` are reports of one news agency or outlet.
    voice : str or None
        The agency or outlet whose report it is, where that is known.
    named_by : str or None
        What names `voice`: words of the text or headline, the source, or the address.
    """

    id: str
    title: str | None = None
    source: str | None = None
    published_at: datetime | date | None = None
    url: str | None = None
    language: str | None = None
    copy_of: str | None = None
    origin: str
    relation: str | None = field(default=None, validator=one_of("copy", "version", "excerpt", "agency", "outlet", None))
    voice: str | None = None
    named_by: str | None = None

    @property
    def dependence(self) -> str | None:
        """How it depends on another article, in words."""
        if self.relation in ("agency", "outlet"):
            return f"same {self.relation} as {self.origin}: {self.voice}, named by “{self.named_by}”"
        return f"{self.relation} of {self.copy_of or self.origin}" if self.relation else None


@frozen(kw_only=True)
class EventRecord(Displayed):
    """What the articles about one event say together.

    Attributes
    ----------
    event_id : str
        A hash of the ids of its articles.
    title : str
        The headline that says most of what the articles share, or the lead; no outdated one.
    start_date, end_date : str or None
        First and last day of the event.
    dates : EventDates
        The same, with how far the articles agree.
    articles : tuple of Report
        Earliest first.
    figures : tuple of ReconciledFigure
        The best supported first.
    people : tuple of Person
    places : tuple of Place
    quotes : tuple of Quote
        Quotations that two or more origins print.
    timeline : tuple of Statement
        Dated sentences, by date.
    only_in : tuple of Passage
        What only one voice says: a few sentences of each of its articles.
    key_sentences : tuple of Passage
        The lead, then the sentences with most of what the articles share, the most central first.
    notes : tuple of str
        What a user must know, such as articles in a language without tables.
    """

    event_id: str
    title: str
    dates: EventDates
    articles: tuple[Report, ...]
    figures: tuple[ReconciledFigure, ...] = ()
    people: tuple[Person, ...] = ()
    places: tuple[Place, ...] = ()
    quotes: tuple[Quote, ...] = ()
    timeline: tuple[Statement, ...] = ()
    only_in: tuple[Passage, ...] = ()
    key_sentences: tuple[Passage, ...] = ()
    notes: tuple[str, ...] = ()

    def __repr__(self) -> str:
        title = textwrap.shorten(self.title, 60, placeholder=" …")
        articles = count_in_words(self.n_articles, "article")
        return f"<EventRecord: {title!r}, {articles}, {count_in_words(len(self.figures), 'figure')}>"

    if not TYPE_CHECKING:  # else every name would be an attribute to a type checker

        def __getattr__(self, name: str) -> Any:
            raise AttributeError(no_attribute(self, name), name=name, obj=self)

    @property
    def start_date(self) -> str | None:
        """First day of the event."""
        return self.dates.start_date

    @property
    def end_date(self) -> str | None:
        """Last day of the event."""
        return self.dates.end_date

    @property
    def n_articles(self) -> int:
        """Number of articles, copies included."""
        return len(self.articles)

    @property
    def n_origins(self) -> int:
        """Number of articles that are neither copies nor excerpts, those of one news agency counted once."""
        return len({report.origin for report in self.articles})

    def summary(self, sentences: int = 5) -> Summary:
        """A paragraph of sentences taken from the articles, each with its source.

        Parameters
        ----------
        sentences : int
            The most that it may have; a record keeps a dozen.

        Returns
        -------
        Summary
            The lead, then those of the earliest article first; ``str()`` gives the paragraph.
        """
        sentences = whole_option("sentences", sentences)
        order = {report.id: number for number, report in enumerate(self.articles)}
        lead, others = self.key_sentences[:1], self.key_sentences[1 : max(1, sentences)]
        others = tuple(sorted(others, key=lambda one: (order[one.article_id], one.start)))
        return Summary((*lead, *others) if sentences > 0 else ())

    def explain(self, figure: ReconciledFigure | str) -> FigureExplanation:
        """Why the claims of one of its figures are of one quantity, and why the nearest others are not.

        The figure may be given by what `figure` takes, ``event.explain("dead")``. As `explain_figure`, whose errors
        it raises.
        """
        return explain_figure(self.figures, self.figure(figure) if isinstance(figure, str) else figure)

    def figure(self, name: str, *, place: str | None = None) -> ReconciledFigure:
        """The best supported figure with a role, a noun or a kind; `figures` has them all.

        Parameters
        ----------
        name : str
            A role, such as ``dead``; else what is counted, as printed or a word of it; else a kind, such as ``money``.
            Case and accents do not matter.
        place : str, optional
            The place where it holds, whole.

        Returns
        -------
        ReconciledFigure
            Of several with the name the first: they are in the order of their support.

        Raises
        ------
        UnknownFigureError
            If there is none; the error lists what there is.

        Examples
        --------
        >>> from newsdedup import record_of
        >>> record = record_of(["Lũ làm 12 người chết và 300 căn nhà sập."])
        >>> record.figure("dead").best, record.figure("nha").best
        (Decimal('12'), Decimal('300'))
        """
        return named_figure(self.figures, name, place)

    def to_dict(self, *, exact: bool = False) -> dict[str, Any]:
        """The record as plain JSON data, by the schema in ``docs/record.schema.json``.

        Parameters
        ----------
        exact : bool
            Give a number that no float equals, as two thirds, as a Decimal, which ``json`` does not write; by default
            the nearest float. `EventCollection.save` writes all digits.
        """
        number = exact_number if switch_option("exact", exact) else plain_number
        dates = asdict(self.dates)
        return {
            "schema": SCHEMA,
            "event_id": self.event_id,
            "title": self.title,
            "start_date": dates.pop("start_date"),
            "end_date": dates.pop("end_date"),
            "dates_rule": dates.pop("rule"),
            "dates": dates,
            "articles": [
                {**asdict(one), "published_at": iso_format(one.published_at), "dependence": one.dependence}
                for one in self.articles
            ],
            "n_articles": self.n_articles,
            "n_origins": self.n_origins,
            "figures": [figure_to_dict(figure, number) for figure in self.figures],
            "people": [{**asdict(one), "roles": list(one.roles)} for one in self.people],
            "places": [asdict(one) for one in self.places],
            "quotes": [{**asdict(one), "article_ids": list(one.article_ids)} for one in self.quotes],
            "timeline": [{**asdict(one), "article_ids": list(one.article_ids)} for one in self.timeline],
            "only_in": [asdict(one) for one in self.only_in],
            "key_sentences": [asdict(one) for one in self.key_sentences],
            "notes": list(self.notes),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> EventRecord:
        """The record that `to_dict` wrote.

        Raises
        ------
        InputError
            If it is of another schema, or a field is not what it may be; the message has the path of the field.
        """
        mapping_option("data", data, "record.to_dict()")
        return record_from_dict(data)


def event_id_of(article_ids: Iterable[str]) -> str:
    """A hash of the ids of the articles that does not depend on their order."""
    names = "\n".join(sorted(article_ids))
    return hashlib.blake2b(names.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def record_from_dict(data: Any) -> EventRecord:
    """A record from its plain data, all its parts checked."""
    schema = data.get("schema") if isinstance(data, dict) else data
    if schema != SCHEMA or isinstance(schema, bool):
        raise InputError(f"a record of schema {in_message(schema)}; this version reads schema {SCHEMA}")
    reports = part_of(data, "articles", tuple_of(_read_report))
    languages = {one.id: one.language for one in reports}
    figures = part_of(data, "figures", tuple_of(lambda one: figure_from_dict(one, languages)))
    record = _read_record(data, dates=_dates_from(data), articles=reports, figures=figures)
    _require_whole(data, record)
    return record


_read_report: Final = reader_of(
    Report, required=("title", "source", "published_at", "url", "language", "copy_of"), derived=("dependence",)
)
_read_dates: Final = reader_of(EventDates, required=("status", "n_articles", "n_origins"))
_read_record: Final = reader_of(
    EventRecord,
    required=("people", "places", "quotes", "timeline", "only_in", "key_sentences", "notes"),
    derived=("schema", "start_date", "end_date", "dates_rule", "n_articles", "n_origins"),
    before=("dates", "articles", "figures"),
    people=tuple_of(reader_of(Person, required=("office", "roles", "age", "born"))),
    timeline=tuple_of(reader_of(Statement, required=("article_ids", "n_origins", "is_background"))),
)
_OUTSIDE_DATES: Final = {"start_date": "start_date", "end_date": "end_date", "rule": "dates_rule"}  # in the plain data


def _dates_from(data: Mapping[str, Any]) -> EventDates:
    """The days of an event, which the plain data has beside how far the articles agree on them."""
    outside = {name: data.get(given) for name, given in _OUTSIDE_DATES.items()}
    for name in ("start_date", "end_date", "dates_rule"):
        part_of(data, name, lambda _: None)
    try:
        return _read_dates(part_of(data, "dates", lambda dates: {**an_object(dates), **outside}))
    except FieldError as problem:
        if problem.path[0] in _OUTSIDE_DATES:
            raise FieldError(problem.reason, _OUTSIDE_DATES[str(problem.path[0])]) from None
        raise problem if problem.path[0] == "dates" else problem.within("dates") from None


def _require_whole(data: Mapping[str, Any], record: EventRecord) -> None:
    """Raise an error if parts of a record name articles that it does not have, or its counts are those of others."""
    if (record.start_date is None) != (record.end_date is None):
        raise FieldError("there is a first day and a last one, or neither", "end_date")
    known = {one.id for one in record.articles}
    if len(known) < len(record.articles) or not known:
        raise FieldError("an event has at least one article, and each once", "articles")
    for name, number in (("n_articles", record.n_articles), ("n_origins", record.n_origins)):
        if data.get(name) != number:
            raise FieldError(f"{in_message(data.get(name))} is not the number of those that are there, {number}", name)
    for name, number, field_name, found in _named_articles(record):
        if found is not None and found not in known:
            raise FieldError(f"{in_message(found)} is none of the articles", name, number, field_name)


def _named_articles(record: EventRecord) -> Iterator[tuple[str, int, str, str | None]]:
    """The articles that parts of a record name: the name of the part, its number, the field, and the id.

    The origin of an article, and what it is a copy of, may be in another event.
    """
    for name in ("timeline", "only_in", "key_sentences"):
        for number, part in enumerate(getattr(record, name)):
            yield name, number, "article_id", part.article_id
    for name in ("quotes", "timeline"):
        for number, part in enumerate(getattr(record, name)):
            yield from ((name, number, "article_ids", one) for one in part.article_ids)
