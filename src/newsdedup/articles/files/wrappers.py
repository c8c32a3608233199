"""The list of articles within a JSON object: ``{"articles": […]}`` of a news API, ``{"items": […]}`` of a JSON Feed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from newsdedup.articles.fields import TEXT_NAMES
from newsdedup.support.errors import InputError
from newsdedup.support.folded_names import folded_name

LIST_NAMES: Final = (
    *("articles", "items", "results", "entries", "posts", "docs", "documents", "news", "stories", "value", "data"),
    *("rows", "records", "hits", "@graph"),
)
_HOLDERS: Final = (
    "fields",
    "_source",
    "attributes",
    "document",
    "article",
    "data",
)  # of an item, as search engines have
_DEEPEST: Final = 3  # objects around the list, as in {"response": {"results": […]}}
_SHOWN_KEYS: Final = 6
_FEED_FIELDS: Final = {"title": "source", "language": "language"}  # of a JSON Feed, for the items that lack them


def is_article(value: Mapping[Any, Any], wanted: Collection[str] = TEXT_NAMES) -> bool:
    """Whether an object has a field of an article: by default, its text."""
    names = (name for name, inner in value.items() if not (name in _HOLDERS and isinstance(inner, Mapping)))
    return any(folded_name(name) in wanted for name in names)


def list_within(value: Mapping[Any, Any], name: str) -> list[Any]:
    """The list of articles in an object, which messages call by a name.

    A list with a usual name is taken first, at any depth; else the only list of objects.

    Raises
    ------
    InputError
        If there is no list of objects, or more than one.
    """
    found = dict(_lists(value))
    usual = [key for one in LIST_NAMES for key in found if key.rpartition(".")[2] == one]
    chosen = usual[:1] or [key for key, items in found.items() if items]
    if len(chosen) == 1:
        return [_flat(item) for item in _with_feed_fields(found[chosen[0]], value)]
    keys = ", ".join(map(repr, list(value)[:_SHOWN_KEYS]))
    if not chosen:
        raise InputError(f"{name} holds an object without a list of articles; its keys are {keys or 'none'}")
    raise InputError(f"{name} holds several lists of objects, {', '.join(chosen)}: give the one with the articles")


def _lists(value: Mapping[Any, Any], depth: int = _DEEPEST, path: str = "") -> Iterator[tuple[str, list[Any]]]:
    """The lists of objects within an object, and empty lists, by their keys."""
    for key, inner in value.items():
        if isinstance(inner, list) and (not inner or any(isinstance(item, Mapping) for item in inner)):
            yield f"{path}{key}", inner
    for key, inner in value.items():
        if isinstance(inner, Mapping) and depth > 1:
            yield from _lists(inner, depth - 1, f"{path}{key}.")


def _flat(item: Any) -> Any:
    """An item whose article is in an object within it, with the fields of both; other items as they are."""
    if not isinstance(item, Mapping) or is_article(item):
        return item
    inner = next(
        (item[name] for name in _HOLDERS if isinstance(item.get(name), Mapping) and is_article(item[name])), None
    )
    return {**item, **inner} if inner else item


def _with_feed_fields(items: list[Any], feed: Mapping[Any, Any]) -> list[Any]:
    """The items of a feed with its title as their source, and its language; other items as they are.

    A feed is a JSON Feed, or what feedparser returns: ``{"feed": {"title": …}, "entries": […]}``.
    """
    about = feed if "jsonfeed.org" in str(feed.get("version")) else feed.get("feed") if "entries" in feed else None
    if not isinstance(about, Mapping):
        return items
    common = {name: about[key] for key, name in _FEED_FIELDS.items() if about.get(key)}
    return [{**common, **item} if isinstance(item, Mapping) else item for item in items]
