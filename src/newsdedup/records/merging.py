"""Records of one event from several runs, made into one from what they have, without the texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import chain, zip_longest
from typing import Any, TypeVar

from attrs import evolve, frozen

from newsdedup.articles.article import Article, first_moment
from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.reconcile.event_dates import EventDates
from newsdedup.figures.reconcile.figures import reconcile
from newsdedup.figures.reconcile.origins import alike, shingles, with_origins
from newsdedup.languages import Role
from newsdedup.records.grouped import with_trusted_ids
from newsdedup.records.independence import Voices, voices_of, with_cited_origins
from newsdedup.records.people import Person
from newsdedup.records.places import Place
from newsdedup.records.quotes import SAME_QUOTE, Quote
from newsdedup.records.record import EventRecord, Report, event_id_of
from newsdedup.records.summary import MOST_SENTENCES, Passage
from newsdedup.records.timeline import Statement
from newsdedup.support.components import linked_keys
from newsdedup.support.settings import ReconcileSettings
from newsdedup.text.outlet_keys import site_of
from newsdedup.text.printed_sources import PrintedSource
from newsdedup.text.search import folded_words

_Part = TypeVar("_Part")


@frozen
class ReadReport:
    """An article as one run has it: what is known of it, and its claims without their origins."""

    report: Report
    claims: tuple[FigureClaim, ...]
    place: int  # among the articles of its record, which are in the order of their moments, then of their lengths

    @property
    def rank(self) -> tuple[Any, ...]:
        """The earliest first."""
        return first_moment(self.report.published_at), self.place, self.report.id

    @property
    def content(self) -> tuple[Report, frozenset[FigureClaim]]:
        """What does not depend on the other articles of the run: it differs where the article does."""
        bare = evolve(self.report, copy_of=None, origin="", relation=None, voice=None, named_by=None)
        return bare, frozenset(self.claims)


def reports_read(record: EventRecord) -> dict[str, ReadReport]:
    """The articles of a record by id, with their claims."""
    claims: dict[str, dict[FigureClaim, None]] = defaultdict(dict)
    for figure in record.figures:
        for claim in figure.claims:
            claims[claim.article_id][evolve(claim, origin=None)] = None
    return {one.id: ReadReport(one, tuple(claims[one.id]), place) for place, one in enumerate(record.articles)}


def _read_in_all(records: Iterable[EventRecord]) -> dict[str, ReadReport]:
    """The articles of several records, the last version of each."""
    read: dict[str, ReadReport] = {}
    for name, one in chain.from_iterable(reports_read(record).items() for record in records):
        read[name] = evolve(one, place=min(one.place, read[name].place)) if name in read else one
    return read


def merged_record(
    records: Sequence[EventRecord], settings: ReconcileSettings, roles: tuple[Role, ...], notes: Iterable[str] = ()
) -> EventRecord:
    """One record of several of one event, those of the later run last; of an article in both, the later one counts.

    Figures are reconciled again from all claims, and whose report each article is is found again. Where one record has
    the articles of all, it is taken as it is: its run had the texts.
    """
    all_notes = tuple(dict.fromkeys((*chain.from_iterable(one.notes for one in records), *notes)))
    read = _read_in_all(records)
    whole = next((one for one in reversed(records) if _has_all(one, read)), None)
    if whole is not None:
        return evolve(whole, notes=all_notes)
    by_rank = sorted(records, key=_most_articles_first)
    reports, voices, copied = _reports_of_all(read, [one for record in records for one in record.articles])
    claims = [claim for report in reports for claim in read[report.id].claims]
    with_voice = with_cited_origins(with_origins(claims, voices.origins, copied), voices)
    trusted = with_trusted_ids(settings, map(_article_of_report, reports)).trusted
    key_sentences = _in_turn([one.key_sentences for one in by_rank])[:MOST_SENTENCES]
    only_in = _in_turn([one.only_in for one in by_rank])
    return EventRecord(
        event_id=event_id_of(read),
        title=by_rank[0].title,
        dates=_merged_dates([one.dates for one in by_rank]),
        articles=reports,
        figures=tuple(reconcile(with_voice, policy=settings.policy, trusted=trusted, roles=roles)),
        people=_merged_people([one.people for one in by_rank]),
        places=_merged_places([one.places for one in by_rank]),
        quotes=_merged_quotes([one for record in records for one in record.quotes], reports),
        timeline=_merged_timeline([one for record in records for one in record.timeline], reports),
        only_in=tuple(one for one in only_in if one not in key_sentences[:1]),
        key_sentences=key_sentences,
        notes=all_notes,
    )


def _has_all(record: EventRecord, read: Mapping[str, ReadReport]) -> bool:
    """Whether a record has all the articles, as they count."""
    own = reports_read(record)
    return own.keys() == read.keys() and all(own[name].content == one.content for name, one in read.items())


def _most_articles_first(record: EventRecord) -> tuple[Any, ...]:
    return -record.n_articles, first_moment(record.articles[0].published_at), record.event_id, record.title


def _reports_of_all(
    read: Mapping[str, ReadReport], given: Sequence[Report]
) -> tuple[tuple[Report, ...], Voices, dict[str, str]]:
    """The reports, earliest first, with the voice of each among all; the voices; and what each report copies."""
    links = _links_between(read, given)
    copied = _copied_from(read, links)
    earliest = [one.report for one in sorted(read.values(), key=lambda one: one.rank)]
    voices = voices_of([(_article_of_report(one), _printed_source_of(one)) for one in earliest], copied)
    return tuple(_with_dependence(one, voices, links.get(one.id)) for one in earliest), voices, copied


def _links_between(read: Mapping[str, ReadReport], given: Sequence[Report]) -> dict[str, Report]:
    """By id of each copy or excerpt the report as the run has it that knows the earliest article that it depends on."""
    links: dict[str, Report] = {}
    for one in given:
        if (to := _depends_on(one)) in read and to != one.id:
            known = links.get(one.id)
            if known is None or read[str(to)].rank < read[str(_depends_on(known))].rank:
                links[one.id] = one
    return links


def _depends_on(report: Report) -> str | None:
    """The article that a report copies or is an excerpt of."""
    return report.copy_of or (report.origin if report.relation == "excerpt" else None)


def _copied_from(read: Mapping[str, ReadReport], links: Mapping[str, Report]) -> dict[str, str]:
    """For each article the one whose words it prints, or itself."""
    family = linked_keys((name, str(_depends_on(one))) for name, one in links.items())
    members: dict[str, list[str]] = defaultdict(list)
    for name in sorted(read, key=lambda one: (one in links, read[one].rank)):
        members[family.get(name, name)].append(name)
    return {name: members[family.get(name, name)][0] for name in read}


def _article_of_report(report: Report) -> Article:
    """What a report says of an article, as an article; its text is not known."""
    return Article(
        report.title or report.id,
        id=report.id,
        title=report.title,
        source=report.source,
        url=report.url,
        published_at=report.published_at,
        language=report.language,
    )


def _printed_source_of(report: Report) -> PrintedSource | None:
    """The agency or outlet that a text named as its source: words that are not those of its own outlet."""
    own = (" ".join((report.source or "").split()), report.url, site_of(report.url), site_of(report.source))
    if report.voice is None or report.named_by is None or report.named_by in own:
        return None
    return None if report.named_by in (report.title or "") else PrintedSource(report.voice, report.named_by)


def _with_dependence(report: Report, voices: Voices, link: Report | None) -> Report:
    voice = voices.of_articles[report.id]
    return evolve(
        report,
        copy_of=link.copy_of if link else None,
        origin=voice.origin,
        relation=link.relation if link else voice.relation,
        voice=voice.name,
        named_by=voice.words,
    )


def _merged_dates(dates: Sequence[EventDates]) -> EventDates:
    """The days that most origins print; a conflict where those of another record are others."""
    known = [one for one in dates if one.start_date and one.end_date]
    if not known:
        return dates[0]
    best = max(known, key=lambda one: (one.n_origins, one.n_articles))  # of equal ones that of most articles
    clashes = any(_are_other_days(one, best) for one in known)
    return evolve(best, status="conflict") if clashes else best


def _are_other_days(one: EventDates, other: EventDates) -> bool:
    return str(one.end_date) < str(other.start_date) or str(other.end_date) < str(one.start_date)


def _merged_people(found: Iterable[Sequence[Person]]) -> tuple[Person, ...]:
    """People by name; what one record lacks, another may have. Origins are at least those of the record with most."""
    merged: dict[str, Person] = {}
    for person in chain.from_iterable(found):
        known = merged.setdefault(folded_words(person.name), person)
        merged[folded_words(person.name)] = evolve(
            known,
            office=known.office or person.office,
            roles=tuple(dict.fromkeys((*known.roles, *person.roles))),
            age=person.age if known.age is None else known.age,
            born=person.born if known.born is None else known.born,
            n_origins=max(known.n_origins, person.n_origins),
        )
    return tuple(merged.values())


def _merged_places(found: Iterable[Sequence[Place]]) -> tuple[Place, ...]:
    """Places by name, with the level that is known. Origins as of people."""
    merged: dict[str, Place] = {}
    for place in chain.from_iterable(found):
        known = merged.setdefault(folded_words(place.name), place)
        level = place.level if known.level == "unknown" else known.level
        n_origins = max(known.n_origins, place.n_origins)
        merged[folded_words(place.name)] = evolve(known, level=level, n_origins=n_origins)
    return tuple(merged.values())


def _merged_quotes(quotes: Sequence[Quote], reports: Sequence[Report]) -> tuple[Quote, ...]:
    """Quotations in the words of the first article; those of most origins first."""
    same = linked_keys(alike([shingles(one.text) for one in quotes], SAME_QUOTE))
    clusters = _grouped_by(range(len(quotes)), lambda number: same.get(number, number))
    origins = {one.id: one.origin for one in reports}
    merged = []
    for numbers in clusters.values():
        names = _in_order_of(reports, (quotes[number].article_ids for number in numbers))
        text = min((quotes[number] for number in numbers), key=lambda one: names.index(one.article_ids[0])).text
        merged.append(Quote(text=text, article_ids=names, n_origins=len({origins[name] for name in names})))
    return tuple(sorted(merged, key=lambda one: (-one.n_origins, one.text)))


def _merged_timeline(statements: Sequence[Statement], reports: Sequence[Report]) -> tuple[Statement, ...]:
    """Statements of one day that share articles are of one happening, in the words that come first."""
    origins = {one.id: one.origin for one in reports}
    keys = [(number, (one.date, name)) for number, one in enumerate(statements) for name in one.article_ids]
    same: Mapping[Any, Any] = linked_keys(keys)
    merged = []
    for alike_ones in _grouped_by(range(len(statements)), lambda number: same.get(number, number)).values():
        some = sorted((statements[number] for number in alike_ones), key=lambda one: (one.article_id, one.start))
        names = tuple(sorted({name for one in some for name in one.article_ids}))
        n_origins = max(len({origins[name] for name in names}), 1)
        is_background = all(one.is_background for one in some)
        merged.append(evolve(some[0], article_ids=names, n_origins=n_origins, is_background=is_background))
    return tuple(sorted(merged, key=lambda one: (one.date, one.article_id, one.start)))


def _in_order_of(reports: Sequence[Report], names: Iterable[Iterable[str]]) -> tuple[str, ...]:
    known = set(chain.from_iterable(names))
    return tuple(one.id for one in reports if one.id in known)


def _grouped_by(parts: Iterable[_Part], key: Callable[[_Part], Hashable]) -> dict[Hashable, list[_Part]]:
    groups: dict[Hashable, list[_Part]] = defaultdict(list)
    for part in parts:
        groups[key(part)].append(part)
    return groups


def _in_turn(passages: Sequence[Sequence[Passage]]) -> tuple[Passage, ...]:
    """Passages of several records, those of equal rank one after the other, each once."""
    turns = chain.from_iterable(zip_longest(*passages))
    return tuple(dict.fromkeys(one for one in turns if one is not None))
