"""Every default, in one place; settings are values that are saved with each result."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from math import inf
from typing import Any, Final, TypeVar

from attrs import Attribute, asdict, field, frozen
from attrs.validators import instance_of, optional

from newsdedup.support.arguments import is_list, is_one_of, is_within, plain_scalar
from newsdedup.support.errors import SettingError, in_message

_LARGEST_SEED: Final = 2**32 - 1
ALL: Final = "all"
NONE: Final = "none"
MAX_CHARACTERS: Final = 5_000_000  # of an article: a longer one is rejected
POLICIES: Final = ("most_recent", "most_conservative", "most_origins", "trusted")


ArticlePairs = Iterable[tuple[str | int, str | int]]  # pairs of articles, each by its id or its row
IdPairs = tuple[tuple[str | int, str | int], ...]
_Validator = Callable[[Any, "Attribute[Any]", Any], None]


def _number_from(low: float, high: float, *, whole: bool = False, or_none: bool = False) -> _Validator:
    """A validator: the option is a number within bounds, an integer if `whole`."""
    bounds = f"of {low} or more" if high == inf else f"from {low} to {high}"
    allowed = f"a {'whole ' if whole else ''}number {bounds}" + (", or None" if or_none else "")

    def check(_: Any, attribute: Attribute[Any], value: Any) -> None:
        if not (value is None and or_none) and not is_within(value, low, high, whole=whole):
            raise ValueError(f"{attribute.name}={in_message(value)} is not {allowed}")

    return check


def _one_of(*allowed: Any) -> _Validator:
    """A check that an option is one of these values."""

    def check(_: Any, attribute: Attribute[Any], value: Any) -> None:
        if not is_one_of(value, allowed):
            raise ValueError(f"{attribute.name}={in_message(value)} is not one of {', '.join(map(repr, allowed))}")

    return check


def _name_list(_: Any, attribute: Attribute[Any], value: Any) -> None:
    """A check that an option is a list of names."""
    for one in value:
        if not isinstance(one, str):
            raise ValueError(
                f"{attribute.name} holds {in_message(one)}, which is not a name: give sources or ids of articles"
            )


def trusted_names(trusted: Iterable[str] | None) -> tuple[str, ...]:
    """A list of names as a tuple; one string is more likely a mistake than a list of letters."""
    if trusted is None:
        return ()
    if isinstance(trusted, str):
        raise SettingError(f"trusted={in_message(trusted)} is one string: give a list of names, in order of trust")
    if isinstance(trusted, Set) or not is_list(trusted):  # a set has no order
        raise SettingError(f"trusted={in_message(trusted)} is not a list of names, in order of trust")
    return tuple(trusted)


def _kept_together(given: ArticlePairs) -> IdPairs:
    return _pair_list("together", given)


def _kept_apart(given: ArticlePairs) -> IdPairs:
    return _pair_list("apart", given)


def _pair_list(name: str, given: ArticlePairs | None) -> IdPairs:
    """An option that is a list of pairs of articles, each given by its id or its row."""
    if given is None:
        return ()
    if not is_list(given):
        raise ValueError(
            f"{name}={in_message(given)} is not a list of pairs: give ids or rows, as in {name}=[('a', 'b')]"
        )
    return tuple(_article_pair(name, pair) for pair in given)


def _article_pair(name: str, given: Any) -> tuple[str | int, str | int]:
    """A pair of articles as plain values; arrays of NumPy have a method for that."""
    pair = given.tolist() if hasattr(given, "tolist") else given
    if not isinstance(pair, tuple | list) or len(pair) != 2:
        raise ValueError(
            f"{name} holds {in_message(given)}, which is not a pair: give ids or rows, as in {name}=[('a', 'b')]"
        )
    one, other = (end.tolist() if hasattr(end, "tolist") else end for end in pair)
    for end in (one, other):
        if not isinstance(end, str | int) or isinstance(end, bool):
            shown = f"{in_message(given)}: {in_message(end)}"
            raise ValueError(f"{name} holds {shown} is neither the id of an article (str) nor a row (int)")
    return one, other


@frozen(kw_only=True)
class CopySettings:
    """The settings of `find_copies`.

    Attributes
    ----------
    threshold : float
        Least Jaccard similarity of two shingle sets for one to be a copy of the other, 0 to 1.
    shingle_size : int
        Number of tokens in a shingle.
    num_perm : int
        Number of MinHash permutations of a signature.
    seed : int
        Seed of the permutations.
    containment : float
        Least share of the smaller article's shingles that the larger one has, for an excerpt, 0 to 1.
    """

    threshold: float = field(default=0.5, validator=_number_from(0.05, 1))
    shingle_size: int = field(default=5, validator=_number_from(1, 16, whole=True))
    num_perm: int = field(default=128, validator=_one_of(64, 128, 256))
    seed: int = field(default=1, validator=_number_from(0, _LARGEST_SEED, whole=True))
    containment: float = field(default=0.8, validator=_number_from(0.05, 1))


@frozen(kw_only=True)
class EventSettings:
    """The settings of `find_events`.

    Attributes
    ----------
    threshold : float or None
        Least mean score at which two groups of articles are one event; None takes the working point
        that the scores suggest.
    window_hours : float or None
        Articles published further apart than this are not compared; None compares all.
    undated : str
        With a window: whether an article without a date is compared with ``all`` or with ``none``.
    embedded : bool
        Whether vectors of a language model were used.
    evidence : str or None
        Digest of the evidence model; None for the one of the package.
    seed : int
        Seed of the sketches.
    together, apart : tuple of pairs
        Articles that an editor keeps in one event, or in two. A result has them as ids, sorted, each pair once.
    """

    threshold: float | None = field(default=None, validator=_number_from(0, 1, or_none=True))
    window_hours: float | None = field(default=None, validator=_number_from(0, inf, or_none=True))
    undated: str = field(default=ALL, validator=_one_of(ALL, NONE))
    embedded: bool = field(default=False, validator=_one_of(False, True))
    evidence: str | None = field(default=None, validator=optional(instance_of(str)))
    seed: int = field(default=1, validator=_number_from(0, _LARGEST_SEED, whole=True))
    together: IdPairs = field(default=(), converter=_kept_together)
    apart: IdPairs = field(default=(), converter=_kept_apart)


@frozen(kw_only=True)
class ReconcileSettings:
    """The settings of `reconcile`.

    Attributes
    ----------
    policy : str or None
        Which value of a conflict is the best: one of `POLICIES`, or None for none of them.
    trusted : tuple of str
        Sources (or article ids) in order of trust, for the policy ``trusted``.
    people : bool
        Whether records have the people whom the articles name.
    """

    policy: str | None = field(default=None, validator=_one_of(*POLICIES, None))
    trusted: tuple[str, ...] = field(default=(), validator=_name_list)
    people: bool = field(default=True, validator=_one_of(True, False))

    def __attrs_post_init__(self) -> None:
        if (self.policy == "trusted") != bool(self.trusted):
            raise ValueError("policy='trusted' and a list trusted=[...] go together")

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> ReconcileSettings:
        """Those of the settings that a result was saved with."""
        options = {name: data[name] for name in ("policy", "people") if name in data}
        return checked(cls, **options, trusted=tuple(data.get("trusted", ())))


@frozen(kw_only=True)
class StoreSettings:
    """The settings of a store; they are kept in its file.

    Attributes
    ----------
    settle_days : float or None
        Days after the last report of an event, from which on it is no longer grouped with new articles; None for never.
    regroup : str
        When the whole window is grouped: ``auto`` whenever it has grown by a tenth, ``always`` with each addition,
        ``manual`` only where asked for.
    margin : float
        Between two groupings, articles that were together stay so down to the threshold less this margin, and events
        are merged only from the threshold and this margin on.
    records : bool
        Whether the record of an event is made with each addition that changes it, so that events can be searched by
        figures, days, places and people, and the feed has changes of figures.
    threshold, window_hours, seed
        As of `EventSettings`.
    policy, trusted, people
        As of `ReconcileSettings`.
    """

    settle_days: float | None = field(default=30.0, validator=_number_from(0, inf, or_none=True))
    regroup: str = field(default="auto", validator=_one_of("auto", "always", "manual"))
    margin: float = field(default=0.03, validator=_number_from(0, 1))
    records: bool = field(default=True, validator=_one_of(True, False))
    threshold: float | None = field(default=None, validator=_number_from(0, 1, or_none=True))
    window_hours: float | None = field(default=None, validator=_number_from(0, inf, or_none=True))
    seed: int = field(default=1, validator=_number_from(0, _LARGEST_SEED, whole=True))
    policy: str | None = field(default=None, validator=_one_of(*POLICIES, None))
    trusted: tuple[str, ...] = field(default=(), converter=trusted_names, validator=_name_list)
    people: bool = field(default=True, validator=_one_of(True, False))


Settings = TypeVar("Settings")

COPIES: Final = CopySettings()
EVENTS: Final = EventSettings()


def checked(kind: type[Settings], **options: Any) -> Settings:
    """Settings of a kind from a caller's options; the error for a wrong one says what is allowed."""
    try:
        return kind(**{name: plain_scalar(value) for name, value in options.items()})
    except (ValueError, TypeError) as problem:
        message = problem.args[0] if problem.args else str(problem)
        raise SettingError(message) from problem


def as_data(*settings: Any) -> dict[str, Any]:
    """Settings as plain data, to be saved with a result: tuples are lists, as in JSON."""
    return {name: _as_list(value) for one in settings for name, value in asdict(one).items()}


def _as_list(value: Any) -> Any:
    return [_as_list(one) for one in value] if isinstance(value, tuple) else value
