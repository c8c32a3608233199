"""The fields of a row: names that sources use for them, and their values as an article holds them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

Fields = Mapping[str, Any]

# Usual names of the fields of an article; the first that a row has is taken.
FIELD_NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "article_id", "doc_id", "uid", "guid"),
    "text": ("text", "body", "content", "article_text", "full_text"),
    "title": ("title", "headline"),
    "summary": ("summary", "description", "sapo", "lead", "abstract"),
    "published_at": ("published_at", "published", "date", "publish_date", "published_date", "pubdate", "datetime"),
    "source": ("source", "outlet", "publisher", "site"),
    "url": ("url", "link"),
    "language": ("language", "lang"),
}


def folded_name(name: Any) -> str:
    """The name of a field in the form in which names are compared."""
    return str(name).strip().lower()


def keys_of_fields(given: tuple[Any, ...], names: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[Any, ...]]:
    """For each field of an article, the keys of a row that may hold it."""
    keys = {folded_name(key): key for key in given}
    return {
        name: tuple(keys[folded_name(one)] for one in known if folded_name(one) in keys)
        for name, known in names.items()
    }


def first_filled(fields: Fields, keys: tuple[Any, ...]) -> Any:
    """The first of several fields that is not empty; else the first one."""
    for key in keys:
        value = fields[key]
        if not is_blank(value):
            return value
    return fields[keys[0]] if keys else None


def is_blank(value: Any) -> bool:
    """Whether a value is missing, or only white space."""
    return (not value or value.isspace()) if isinstance(value, str) else is_missing(value)


def is_missing(value: Any) -> bool:
    """None, NaN, NaT and other values that differ from themselves."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return True
    return type(value).__name__ in ("NaTType", "NAType")


def text_or_none(value: Any) -> str | None:
    """A value as text without surrounding white space; None if nothing is left."""
    if isinstance(value, str):
        return value.strip() or None
    if is_missing(value):
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)  # an id column with gaps becomes floats in a data frame
    return str(value).strip() or None


def headline_text(values: Fields) -> str | None:
    """The title and the summary as one text, for a row that has no other; None if there is neither."""
    title, summary = text_or_none(values["title"]), text_or_none(values["summary"])
    if title and summary and title not in summary:
        return f"{title}\n{summary}"
    return summary or title


def language_code(value: Any) -> str | None:
    """The language of a code such as ``vi-VN``, in lower case."""
    text = text_or_none(value)
    return text.replace("_", "-").split("-")[0].lower() if text else None
