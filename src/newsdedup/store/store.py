"""The store: yesterday's events and today's articles in one file; ids that stay, and a feed of what changed."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from typing import Any, Final, Self

from newsdedup.articles.article import Articles, first_moment
from newsdedup.articles.intake import articles_from
from newsdedup.articles.read_options import READING, ReadOptions
from newsdedup.events.evidence.model import Model
from newsdedup.records.account import account_of
from newsdedup.store.arrivals import Arrivals, stored_arrivals
from newsdedup.store.events import refresh_event, write_groups
from newsdedup.store.options import reconcile_settings
from newsdedup.store.reading import StoreReading
from newsdedup.store.records import (
    RecordSettings,
    record_now,
    set_outdated_stale,
    store_assembled,
)
from newsdedup.store.removing import group_remaining, removed_articles
from newsdedup.store.tables.database import Database
from newsdedup.store.values import Changes
from newsdedup.store.window.codec import SKETCH_VERSION
from newsdedup.store.window.grouping import GroupingSettings, Groups, count_furniture_again, join_settled, regroup
from newsdedup.store.window.state import LiveState, WindowArticle
from newsdedup.store.writing import correct_settled, group_arrivals, read_again, settle_old_events, store_read
from newsdedup.support.arguments import id_list, path_option, switch_option, text_option
from newsdedup.support.errors import SettingError, StoreError, in_message
from newsdedup.support.missing import is_missing_value
from newsdedup.support.settings import CopySettings, EventSettings, StoreSettings, checked

_GROWTH: Final = 0.1  # share by which the window may grow before it is grouped again
_OTHER_RECORDS: Final = 200  # records that are made anew with an addition when a setting has made all of them stale
_ACCOUNTS: Final = 1024  # articles whose accounts are kept in memory


class EventStore(StoreReading):
    """Articles and their events in a file, to which articles are added, corrected and removed; see `open_store`.

    An object is for one writer: others wait, and may write in between. Readers see the state after a revision.
    """

    def __init__(self, database: Database, settings: StoreSettings, model: Model, threads: int | None) -> None:
        reconcile = reconcile_settings(settings)
        read_account = functools.lru_cache(_ACCOUNTS)(account_of)
        super().__init__(database, settings, RecordSettings(reconcile, read_account))
        self._grouping = GroupingSettings(
            copies=CopySettings(seed=settings.seed),
            events=checked(
                EventSettings,
                threshold=settings.threshold,
                window_hours=settings.window_hours,
                evidence=model.digest,
                seed=settings.seed,
            ),
            model=model,
            margin=settings.margin,
            threads=threads,
        )
        self._state: LiveState | None = None
        self._state_version: int | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(
        self,
        articles: Any,
        *,
        token: str | None = None,
        at: datetime | None = None,
        again: bool = False,
        columns: Mapping[str, str] | None = None,
        language: str | None = None,
        timezone: str | tzinfo = READING.timezone,
        day_first: bool | None = None,
        encoding: str | None = None,
        strict: bool = False,
        max_characters: int = READING.max_characters,
    ) -> Changes:
        """Add articles, and correct those that are stored with other words.

        One transaction: all of it is in the file when this returns, and nothing if it does not return. Articles that
        are stored as they are change nothing, so a batch can be given again after a failure.

        Parameters
        ----------
        articles : Articles, path, frame or iterable
            Anything that `read_articles` takes. An article is known by its id.
        token : str, optional
            A name of the batch, such as the place in a queue. It is stored with the batch, once: a batch with a known
            token is not read again.
        at : datetime, optional
            The moment of the addition, by default now. Articles published later count as published then.
        again : bool
            Store articles again that were removed; otherwise they are rejected.
        columns, language, timezone, day_first, encoding, strict, max_characters
            As for `read_articles`.

        Raises
        ------
        InputError
            If the articles cannot be read, or a row is bad and `strict`.
        SettingError
            If an option has a value that is not allowed.
        StoreError
            If the store cannot be written, or its sketches are of another version.
        """
        self._require_writer()
        token, again = text_option("token", token), switch_option("again", again)
        moment = _moment(at)
        if token is not None and (known := self._revision_of(token)) is not None:
            return Changes(revision=known)
        reading = ReadOptions(
            columns=columns,
            language=language,
            timezone=timezone,
            day_first=day_first,
            encoding=encoding,
            strict=strict,
            max_characters=max_characters,
        )
        given = articles_from(articles, reading, False)
        self._sources.update(dict.fromkeys(given.paths))
        return self._add(given, token, moment, again)

    def _add(self, articles: Articles, token: str | None, now: datetime, again: bool) -> Changes:
        with self._writing():
            if token is not None and (known := self._database.revision_of_token(token)) is not None:
                return Changes(revision=known)  # another process was first
            rev = self._database.add_revision("add", now.isoformat(), token)
            found = stored_arrivals(self._database, articles, rev, now, again=again)
            if not found.fresh and token is None:
                self._database.undo_revision(rev)
                return _changes_of(rev - 1, found, ())
            self._place(found, rev)
            return _changes_of(rev, found, self._refreshed(rev))

    def _place(self, found: Arrivals, rev: int) -> None:
        """Give the arriving articles their copies and events."""
        database = self._database
        corrected = database.article_rows([one.n for one in found.fresh if one.replaced is not None], texts=False)
        database.add_changes(rev, (("corrected", row.event, None, row.n, None) for row in corrected))
        for event in dict.fromkeys(row.event for row in corrected if row.event is not None):
            refresh_event(database, event, database.articles_of_event(event), rev)
        settled = {row.n for row in corrected if row.settled}
        correct_settled(database, [one for one in found.fresh if one.n in settled], self._grouping)
        fresh = tuple(one for one in found.fresh if one.n not in settled)
        if not fresh:
            return
        if self._regroups_with(len(fresh)):
            batch = store_read(database, fresh, self._grouping)
            write_groups(database, join_settled(database, fresh, batch, self._grouping), rev)
            self._regroup(rev, steady=True)
            return
        state = self._live_state()  # before the arriving articles have leaves
        batch = store_read(database, fresh, self._grouping)
        self._write_live(group_arrivals(database, state, fresh, batch, self._grouping), rev, state)
        self._state = None if state.is_outdated else state
        self._count_since(len(fresh))

    def _write_live(self, groups: Groups, rev: int, state: LiveState) -> None:
        for n, event in write_groups(self._database, groups, rev).items():
            old = state.members.of_number.get(n)
            if old is not None:
                state.members.put(WindowArticle(n, old.leaf, old.representative, event))

    def _regroups_with(self, arriving: int) -> bool:
        growth, mode = self._database.get_meta("growth"), self._settings.regroup
        if growth is None or mode == "always":
            return True
        return mode == "auto" and growth["since"] + arriving > _GROWTH * growth["articles"]

    def _count_since(self, arriving: int) -> None:
        growth = self._database.get_meta("growth")
        self._database.set_meta("growth", {**growth, "since": growth["since"] + arriving})

    def _regroup(self, rev: int, *, steady: bool) -> None:
        self._state = None
        settle_old_events(self._database, self._settings.settle_days, self._grouping)
        write_groups(self._database, regroup(self._database, self._grouping, steady=steady), rev)
        set_outdated_stale(self._database, exactly=not steady)

    def regroup(self, *, steady: bool = False, at: datetime | None = None) -> Changes:
        """Group the whole window now, exactly as `find_events` groups its articles.

        Parameters
        ----------
        steady : bool
            Keep what was together or apart within the margin, as the groupings of `add` do.
        at : datetime, optional
            The moment of the grouping, by default now.
        """
        self._require_writer()
        moment, steady = _moment(at), switch_option("steady", steady)
        with self._writing():
            rev = self._database.add_revision("regroup", moment.isoformat())
            self._regroup(rev, steady=steady)
            return Changes(revision=rev, events=self._refreshed(rev, others=None))

    def remove(
        self, ids: Iterable[str], *, reason: str | None = None, at: datetime | None = None, scrub: bool = True
    ) -> Changes:
        """Remove articles, with every trace of their words; copies of them keep their own words.

        They are not stored again unless `add` is asked to. Records of their events are made anew from the others.

        Parameters
        ----------
        ids : iterable of str
        reason : str, optional
            It is stored, and given where an article is refused later.
        at : datetime, optional
            The moment of the removal, by default now.
        scrub : bool
            Write the file anew at once, so that no trace of the words is left in it. With False this is left to the
            next removal, or to the next time that the store is opened for writing; so it is if a reader of an old
            state is in the way, or if writing the file anew fails: `check` names what is due.

        Raises
        ------
        UnknownArticleError
            If one of them is not stored; then none is removed.
        StoreError
            If the store cannot be written; the articles are removed even so if only writing the file anew fails.
        """
        self._require_writer()
        scrub = switch_option("scrub", scrub)
        names, reason, moment = id_list("ids", ids), text_option("reason", reason), _moment(at)
        if not names:
            return Changes(revision=self.revision)
        with self._writing():
            numbers = self._numbers_of(names)
            rev = self._database.add_revision("remove", moment.isoformat())
            earlier = dict(self._database.records(self._database.events_naming(numbers)))  # they are erased
            gone = removed_articles(self._database, numbers, rev, reason)
            self._state = None
            count_furniture_again(self._database)
            if self._database.get_meta("growth") is not None and (gone.again or gone.events):
                state = self._live_state()
                self._write_live(group_remaining(self._database, state, gone, self._grouping), rev, state)
            self._state = None  # frequencies are counted again, without them
            changes = Changes(revision=rev, events=self._refreshed(rev, earlier))
        if scrub:
            self._database.scrub()
        return changes

    def rebuild(self) -> Changes:
        """Read all stored texts again, and group the window: after an upgrade that reads texts otherwise."""
        self._require_writer(sketches=False)
        with self._writing():
            rev = self._database.add_revision("rebuild", _moment(None).isoformat())
            read_again(self._database, self._grouping)
            self._database.set_meta("sketches", SKETCH_VERSION)
            self._database.set_stale()
            self._regroup(rev, steady=True)
            return Changes(revision=rev, events=self._refreshed(rev, others=None))

    def backup(self, path: str | Path) -> None:
        """Write a copy of the store to a new file, whatever is written meanwhile.

        Raises
        ------
        StoreError
            If there is such a file.
        """
        self._database.backup(path_option(path))

    def _refreshed(
        self, rev: int, earlier: Mapping[int, bytes] | None = None, *, others: int | None = _OTHER_RECORDS
    ) -> tuple[str, ...]:
        """Make the records of events that changed, where the store keeps them; the ids of all that changed.

        `earlier` are records that the store no longer has; `others` is how many older records are made as well.
        """
        if self._settings.records:
            for event in self._database.stale_events(rev, others):
                self._store_record(event, rev, (earlier or {}).get(event))
        return tuple(self._database.events_of_revision(rev))

    def _store_record(self, event: int, rev: int, earlier: bytes | None) -> None:
        record, basis = record_now(self._database, event, self._records)
        store_assembled(self._database, event, record, rev, basis, earlier)

    def _live_state(self) -> LiveState:
        if self._state is None:
            self._state = LiveState.load(self._database, self._grouping.copies)
        return self._state

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction; the state in memory is forgotten if it fails, or if another process wrote before it."""
        try:
            with self._database.writing():
                version = self._database.data_version()
                if version != self._state_version:
                    self._state, self._state_version = None, version
                yield
        except BaseException:
            self._state = None
            raise

    def _require_writer(self, *, sketches: bool = True) -> None:
        if not self._database.writes:
            raise StoreError(f"{self._database.path} was opened for reading: open it without read_only")
        with self._database.reading():
            version = self._database.get_meta("sketches")
        if sketches and version != SKETCH_VERSION:
            raise StoreError(
                f"{self._database.path} has sketches of version {version}, this version of newsdedup makes "
                f"{SKETCH_VERSION}: call rebuild() once"
            )


def _moment(at: datetime | None) -> datetime:
    if at is None:
        return datetime.now(UTC)
    if not isinstance(at, datetime) or is_missing_value(at):
        kind = "a day" if isinstance(at, date) else f"of type {type(at).__name__}"
        raise SettingError(f"at={in_message(at)} is {kind}: give a datetime")
    return first_moment(at).astimezone(UTC)  # moments are compared as text


def _changes_of(rev: int, found: Arrivals, events: Sequence[str]) -> Changes:
    return Changes(
        revision=rev,
        added=found.added,
        corrected=found.corrected,
        unchanged=found.unchanged,
        rejected=found.rejected,
        events=tuple(events),
    )
