"""RSS and Atom feeds: one row for each entry."""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from newsdedup.articles.files.compression import InputFile
from newsdedup.articles.files.rows import BadRow, FileNotices, Row, SourceRows
from newsdedup.support.errors import InputError, MissingExtraError

_ENTRY_END: Final = re.compile(r"</(?:\w+:)?(?:item|entry)\s*>", re.IGNORECASE)
_DECLARED: Final = re.compile(r"""(<\?xml[^>]*?)\s+encoding\s*=\s*["'][^"']*["']""", re.IGNORECASE)
_MOST_DECLARED: Final = 200  # characters of an XML declaration


def open_feed(file: InputFile, _wanted: Collection[str] | None, encoding: str | None) -> SourceRows:
    """The entries of an RSS or Atom feed; nothing is ever fetched.

    Raises
    ------
    InputError
        If the file is not a feed.
    MissingExtraError
        If feedparser is not installed.
    """
    try:
        import feedparser
    except ImportError as problem:
        raise MissingExtraError("feedparser", "feeds", f"reading the feed {file.name}") from problem
    content = _recoded(file.content(), encoding)
    found = feedparser.parse(io.BytesIO(content))  # a stream: a string could be an address, which would be fetched
    if not found.get("version") and not found.entries:
        fault = f": {found.bozo_exception}" if found.bozo else ""
        raise InputError(f"{file.name} is not an RSS or Atom feed{fault}")
    return SourceRows(_entry_rows(found, content, file), n_rows=len(found.entries))


def _recoded(content: bytes, encoding: str | None) -> bytes:
    """The feed in UTF-8 if its encoding was declared by the caller; else as it is, since XML declares its own."""
    if encoding is None:
        return content
    text = content.decode(encoding, "replace")
    return (_DECLARED.sub(r"\1", text[:_MOST_DECLARED]) + text[_MOST_DECLARED:]).encode()


def _entry_rows(found: Any, content: bytes, file: InputFile) -> Iterator[Row]:
    """The rows of the entries; a last one that is cut off is rejected."""
    notices = FileNotices()
    is_cut = found.bozo and len(_ENTRY_END.findall(content.decode("utf-8", "replace"))) < len(found.entries)
    sound = found.entries[:-1] if is_cut else found.entries
    fault = f"the feed is not sound XML ({found.bozo_exception}); what could be read is taken" if found.bozo else None
    for entry in sound:
        yield notices.attached(_entry_fields(entry, found.feed), fault)
    if is_cut or file.damage:
        yield BadRow(
            found.entries[-1].get("id") if is_cut else None, file.damage or "the feed is cut off in this entry"
        )


def _entry_fields(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an entry; those of the feed where it has none."""
    contents = entry.get("content") or ()
    return {
        "id": entry.get("id") or entry.get("link"),
        "title": entry.get("title"),
        "summary": entry.get("summary"),
        "text": max((one.get("value") or "" for one in contents), key=len, default=None),
        "published_at": entry.get("published") or entry.get("updated") or entry.get("created"),
        "source": (entry.get("source") or {}).get("title") or feed.get("title"),
        "url": entry.get("link"),
        "language": next((one.get("language") for one in contents if one.get("language")), None)
        or feed.get("language"),
    }
