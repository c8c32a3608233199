"""Old and new groups of articles to events that keep their number, and the steps that lead from one to the other."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from typing import Any, Literal, Protocol, TypeVar

from attrs import frozen

from newsdedup.support.arguments import is_list, mapping_option
from newsdedup.support.errors import SettingError, in_message

EventKey = TypeVar("EventKey", bound=Hashable)
EventKey_co = TypeVar("EventKey_co", bound=Hashable, covariant=True)
Arriving = dict[int, int | None]  # the articles of a group, ascending, and the event that each comes from
StepKind = Literal["new", "grown", "moved", "merged", "split", "removed"]


@frozen
class MembershipStep:
    """One change of the articles of an event.

    The kinds:

    - ``new``: the event begins with the article.
    - ``grown``: the article, which was in no event, joins the event.
    - ``moved``: the article leaves `other` and joins the event.
    - ``merged``: all articles of the event are now of `other`; the event is retired.
    - ``split``: the event is new and takes the `articles` from `other`.
    - ``removed``: the article leaves the event.
    """

    kind: StepKind
    event: int
    other: int | None = None
    article: int | None = None
    articles: tuple[int, ...] = ()  # of a split, ascending

    @property
    def n(self) -> int | None:
        """The number of the article, as a row of the feed has it."""
        return self.article

    @property
    def data(self) -> dict[str, Any] | None:
        """The articles of a split, as a row of the feed has them."""
        return {"articles": list(self.articles)} if self.articles else None


@frozen
class Identity:
    """Which event each new group is, which events are retired, and the steps that lead from old to new groups."""

    events: tuple[int | None, ...]  # of each new group; None for a new event
    retired: dict[int, tuple[int, ...]]  # the events that have the articles of each, those with most articles first
    steps: tuple[MembershipStep, ...]  # a new event has the number that `new_number` gives


class MembershipChange(Protocol[EventKey_co]):
    """What `fold_changes` reads of a change: a step, or a row of the feed, where an article is a number `n`."""

    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def event(self) -> EventKey_co | None: ...  # noqa: D102
    @property
    def other(self) -> EventKey_co | None: ...  # noqa: D102
    @property
    def n(self) -> int | None: ...  # noqa: D102
    @property
    def data(self) -> Mapping[str, Any] | None: ...  # noqa: D102


def new_number(group: int) -> int:
    """The negative number that stands in the steps for a new event: that of the new group at this place."""
    return -1 - group


def fold_changes(
    members: Mapping[EventKey, Collection[int]], changes: Iterable[MembershipChange[EventKey]]
) -> dict[EventKey, set[int]]:
    """The articles of each event after some changes.

    After each change every article is in one event. Changes of other kinds than those of `MembershipStep` change no
    articles. An event without articles is left out.

    Parameters
    ----------
    members : mapping of event to collection of int
        The articles of each event before; at the beginning of a feed there are none.
    changes : iterable of MembershipChange
        In their order.

    Examples
    --------
    >>> steps = [MembershipStep("grown", 1, article=12), MembershipStep("merged", 2, other=1)]
    >>> fold_changes({1: [10], 2: [11]}, steps)
    {1: {10, 11, 12}}
    """
    mapping_option("members", members, "{}")
    if not is_list(changes):
        raise SettingError(f"changes={in_message(changes)} is not a list: give those of EventStore.changes")
    result = {event: _articles_of(event, articles) for event, articles in members.items() if articles}
    for change in changes:
        if not hasattr(change, "kind"):
            raise SettingError(f"changes holds {in_message(change)}: give changes such as those of EventStore.changes")
        _apply(change, result)
    return result


def _articles_of(event: EventKey, articles: Any) -> set[int]:
    if not is_list(articles):
        raise SettingError(f"members holds {in_message(articles)} for {in_message(event)}: give a list of articles")
    return set(articles)


def _apply(change: MembershipChange[EventKey], members: dict[EventKey, set[int]]) -> None:
    event, other = change.event, change.other
    articles = () if change.n is None else (change.n,)
    match change.kind:
        case "new" | "grown" if event is not None:
            members.setdefault(event, set()).update(articles)
        case "removed" if event is not None:
            _take(members, event, articles)
        case "merged" if event is not None and other is not None:
            members.setdefault(other, set()).update(members.pop(event, ()))
        case "moved" | "split" if event is not None and other is not None:
            articles = articles if change.data is None else change.data["articles"]
            _take(members, other, articles)
            members.setdefault(event, set()).update(articles)


def _take(members: dict[EventKey, set[int]], event: EventKey, articles: Iterable[int]) -> None:
    """Let articles leave an event, which is left out when it has no more."""
    left = members.get(event, set())
    left.difference_update(articles)
    if not left:
        members.pop(event, None)


def matched_events(before: Mapping[int, Collection[int]], after: Sequence[Collection[int]]) -> Identity:
    """Match old events with new groups by the articles that they share.

    The event and the group that share most articles are matched first; of equal ones the older event, which is the
    lower number, then the group with the lowest article. An event that no group is left for is retired.

    Parameters
    ----------
    before : mapping of int to collection of int
        The articles of each event that may change, by the event's number, which is at least 0. An article is in one.
    after : sequence of collections of int
        The articles of each new group, at least one. An article is in one; what is in none is removed.

    Returns
    -------
    Identity
        It depends neither on the order of groups nor on that of articles, except that a new event has the number of
        its group. Time is linear in the number of articles, but for sorting.
    """
    event_of = {article: event for event, articles in before.items() for article in articles}
    groups = [sorted(group) for group in after]
    sources = [_counted(map(event_of.get, group)) for group in groups]
    events = _matched_by_overlap(groups, sources)
    numbers = [new_number(place) if event is None else event for place, event in enumerate(events)]
    retired = _retired(before.keys() - set(events), numbers, sources)
    merged = {event: into[0] for event, into in retired.items() if len(into) == 1}
    steps = [*_removed(before, groups)]
    steps += [MembershipStep("merged", event, other=into) for event, into in merged.items()]
    for place in sorted(range(len(groups)), key=lambda place: groups[place][0]):
        arriving = {article: event_of.get(article) for article in groups[place]}
        if events[place] is None:
            steps += _beginning(numbers[place], arriving, _by_count(sources[place]))
        else:
            steps += _arrivals(numbers[place], _not_there(arriving, numbers[place], merged))
    return Identity(tuple(events), retired, tuple(steps))


def _retired(
    events: Set[int], numbers: Sequence[int], sources: Sequence[Mapping[int, int]]
) -> dict[int, tuple[int, ...]]:
    """For each retired event the events that have its articles."""
    targets: dict[int, dict[int, int]] = {event: {} for event in sorted(events)}
    for number, counts in zip(numbers, sources, strict=True):
        for event in counts.keys() & events:
            targets[event][number] = counts[event]
    return {event: _by_count(counts) for event, counts in targets.items()}


def _not_there(arriving: Arriving, own: int, merged: Collection[int]) -> Arriving:
    """The articles that are not in the event already, by themselves or with an event that is merged into it."""
    return {article: event for article, event in arriving.items() if event != own and event not in merged}


def _matched_by_overlap(groups: Sequence[Sequence[int]], sources: Sequence[Mapping[int, int]]) -> list[int | None]:
    """The event of each group, of which `sources` has the number of articles from each event; greedily."""
    overlaps = sorted(
        (-count, event, groups[place][0], place)
        for place, counts in enumerate(sources)
        for event, count in counts.items()
    )
    events: list[int | None] = [None] * len(groups)
    taken = set()
    for _, event, _, place in overlaps:
        if events[place] is None and event not in taken:
            events[place] = event
            taken.add(event)
    return events


def _counted(events: Iterable[int | None]) -> dict[int, int]:
    """How often each event is there; for few, where a Counter takes five times as long to make."""
    counts: dict[int, int] = {}
    for event in events:
        if event is not None:
            counts[event] = counts.get(event, 0) + 1
    return counts


def _by_count(counts: Mapping[int, int]) -> tuple[int, ...]:
    """Events by their number of articles, the most first; of equal ones the older event."""
    return tuple(sorted(counts, key=lambda event: (-counts[event], event)))


def _removed(before: Mapping[int, Collection[int]], groups: Iterable[Iterable[int]]) -> Iterator[MembershipStep]:
    present = {article for group in groups for article in group}
    for event in sorted(before):
        for article in sorted(article for article in before[event] if article not in present):
            yield MembershipStep("removed", event, article=article)


def _beginning(number: int, arriving: Arriving, sources: Sequence[int]) -> Iterator[MembershipStep]:
    """The steps of a new event, whose articles come from old events or, `None`, are new themselves.

    Articles of several events move to an event that begins with a new article. Without one it begins as a split
    from the event that gives most: an event has to begin with an article that is in no other.
    """
    newcomers = [article for article, event in arriving.items() if event is None]
    if len(sources) == 1 or (sources and not newcomers):
        taken = {article for article, event in arriving.items() if event == sources[0]}
        yield MembershipStep("split", number, other=sources[0], articles=tuple(sorted(taken)))
    else:
        taken = {newcomers[0]}
        yield MembershipStep("new", number, article=newcomers[0])
    yield from _arrivals(number, {article: event for article, event in arriving.items() if article not in taken})


def _arrivals(number: int, arriving: Arriving) -> Iterator[MembershipStep]:
    """The steps by which articles of other events, or new ones, join an event."""
    for article, event in arriving.items():
        if event is None:
            yield MembershipStep("grown", number, article=article)
        else:
            yield MembershipStep("moved", number, other=event, article=article)
