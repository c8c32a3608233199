"""What one row is as an article, whatever the other rows are: fields recognised, text checked, date read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, Final

from attrs import field, frozen

from newsdedup.articles.article import Article
from newsdedup.articles.encoding import garbling
from newsdedup.articles.fields import (
    FIELD_NAMES,
    RowFields,
    first_filled,
    headline_text,
    is_blank,
    is_missing,
    keys_of_fields,
    plain_value,
    some_names,
    text_or_none,
    text_parts,
)
from newsdedup.articles.files.rows import BadRow, RepairedRow, Row
from newsdedup.articles.markup import extraction_of
from newsdedup.articles.moments import DateReading
from newsdedup.articles.withheld import is_withheld
from newsdedup.languages import code_of_language
from newsdedup.support.errors import as_text
from newsdedup.support.settings import MAX_CHARACTERS

NO_TEXT: Final = "it has no text"
EMPTY_TEXT: Final = "the text is empty"
WITHHELD: Final = "the text is only a mark that it is withheld"
NESTED: Final = "it is nested too deeply"
WRONG_TYPE: Final = "the text is of type"
TOO_LONG: Final = "it is too long:"
_MARKUP_PER_TEXT: Final = 10  # characters of HTML for one of its text
_BOUNDED: Final = ("id", "title", "summary", "source", "url")
ReadDate = Callable[[Any], DateReading]


class BadFieldError(ValueError):
    """A row cannot become an article, for the reason in its message."""


@frozen(eq=False)
class RowCheck:
    """How a row is read. It knows no other row: ids may be repeated, and dates are read by what is known before.

    Attributes
    ----------
    names : mapping of str to tuple of str
        The names that a source may give to each field of an article.
    language : str, optional
        That of articles which give none.
    lean : bool
        Whether id, text and date are all that is read.
    max_characters : int
        The most that a text without its markup, or another field as it is given, has.
    """

    names: Mapping[str, tuple[str, ...]]
    language: str | None = None
    lean: bool = False
    max_characters: int = MAX_CHARACTERS
    _known: dict[tuple[Any, ...], dict[str, tuple[Any, ...]]] = field(factory=dict, init=False)  # most rows have equal

    def keys_of(self, given: tuple[Any, ...]) -> Mapping[str, tuple[Any, ...]]:
        """For each field of an article, which of the keys of a row may hold it."""
        if given not in self._known:
            self._known[given] = keys_of_fields(given, self.names)
        return self._known[given]

    @property
    def known_keys(self) -> list[Any]:
        """All keys of the rows so far."""
        return list(dict.fromkeys(key for keys in self._known for key in keys))

    def values(self, fields: RowFields | Article | str) -> dict[str, Any]:
        """The fields of an article, by their names in `Article`."""
        if isinstance(fields, str):
            return dict.fromkeys(FIELD_NAMES) | {"text": fields}
        if isinstance(fields, Article):
            return {name: getattr(fields, name) for name in FIELD_NAMES}
        return {name: first_filled(fields, keys) for name, keys in self.keys_of(tuple(fields)).items()}

    def essentials(self, row: Row) -> tuple[Any, Any, Any]:
        """Text, id and date of a row, as given; a text of None for a row that must be read by itself."""
        if isinstance(row, str):
            return row, None, None
        if isinstance(row, Article):
            return row.text, row.id, row.published_at
        if isinstance(row, BadRow | RepairedRow):
            return None, None, None
        try:
            keys = self.keys_of(tuple(row))
            text, article_id, date = [first_filled(row, keys[name]) for name in ("text", "id", "published_at")]
        except (RecursionError, StopIteration):  # the latter, of a mapping of the caller, would end all rows
            return None, None, None
        is_nested = isinstance(article_id, Mapping | list | tuple) or isinstance(date, Mapping | list | tuple)
        return None if is_nested else text, article_id, date

    def sound_text(self, values: RowFields, notices: list[str]) -> str:
        """The text of a row, that of its markup, or its headline; what was done to it is added to `notices`.

        Raises
        ------
        BadFieldError
            If it has none that is sound.
        """
        if is_blank(values["text"]) and (headline := _headline_text(values)):
            looked_for = some_names(self.names["text"])
            notices.append(f"{NO_TEXT} ({looked_for}): its title and summary are used as the text")
            return self._checked_text(headline)
        given, joined = text_parts(values["text"])
        if joined:
            notices.append(joined)
        self._require_length("text", given, times=_MARKUP_PER_TEXT)  # before it is parsed
        markup = extraction_of(given) if isinstance(given, str) else None
        if markup:
            notices.append(f"the text {markup.how}")
        return self._checked_text(markup.text if markup else given)

    def _checked_text(self, text: Any) -> str:
        """The text, if it is a sound text."""
        if not isinstance(text, str):
            if is_missing(text):
                raise BadFieldError(f"{NO_TEXT}: looked for {some_names(self.names['text'])}")
            raise BadFieldError(f"{WRONG_TYPE} {type(text).__name__}, not a string")
        self._require_length("text", text)
        if is_blank(text):
            raise BadFieldError(EMPTY_TEXT)
        if is_withheld(text):
            raise BadFieldError(f"{WITHHELD}, {text.strip()!r}")
        if garbled := garbling(text):
            raise BadFieldError(garbled)
        return text

    def require_bounded(self, values: RowFields) -> None:
        """Check the length of what is read besides the text.

        Raises
        ------
        BadFieldError
            If a field is longer than `max_characters`.
        """
        for name in () if self.lean else _BOUNDED:
            value = values[name]
            if type(value) is str and len(value) <= self.max_characters:  # as nearly all: without a call for each
                continue
            if value is not None:
                self._require_length(name, value)

    def _require_length(self, name: str, value: Any, *, times: int = 1) -> None:
        value = value if isinstance(value, str) else plain_value(value)
        if isinstance(value, str) and len(value) > times * self.max_characters:
            raise BadFieldError(
                f"{TOO_LONG} {name} of {len(value)} characters{' with its markup' if times > 1 else ''}; "
                f"allowed by max_characters={self.max_characters}{f': {times} times as many' if times > 1 else ''}"
            )

    def details(self, values: RowFields, read_date: ReadDate, notices: list[str]) -> dict[str, Any]:
        """The other fields of an article, its date as `read_date` gives it; repairs are added to `notices`."""
        if self.lean:
            return {"published_at": published_of(values["published_at"], read_date, notices)}
        return {
            "title": _plain_line("title", values, notices),
            "summary": _plain_line("summary", values, notices),
            "published_at": published_of(values["published_at"], read_date, notices),
            "source": _plain_line("source", values, notices),
            "url": text_or_none(values["url"]),
            "language": self._language_of(values["language"], notices),
        }

    def _language_of(self, value: Any, notices: list[str]) -> str | None:
        """The code of the language that a row names; with a notice, that of rows without one if there is none such."""
        written = text_or_none(value)
        code = code_of_language(written) if written else None
        if written and code is None:
            instead = "is detected" if self.language is None else f"is taken as {self.language!r}"
            notices.append(f"{_in_short(written)} is not the code or the name of a language: its language {instead}")
        return code or self.language


def _plain_line(name: str, values: RowFields, notices: list[str]) -> str | None:
    """A headline, a summary or the name of a source, as its markup shows it; one that is garbled is left out."""
    value = text_or_none(values[name])
    markup = extraction_of(value) if value else None
    if markup:
        notices.append(f"the {name} {markup.how}")
        value = " ".join(markup.text.split()) or None
    if value and (garbled := garbling(value)):
        notices.append(f"the {name} is left out: {garbled}")
        return None
    return value


def published_of(value: Any, read_date: ReadDate, notices: list[str]) -> datetime | date | None:
    """When a row was published; None, and a notice, if that cannot be read."""
    if is_blank(value):
        return None
    moment, remark = read_date(plain_value(value))
    if moment is None:
        notices.append(f"the date {_in_short(value)} cannot be read; it stays unknown")
    elif remark:
        notices.append(remark)
    return moment


def _headline_text(values: RowFields) -> str | None:
    """The title and the summary as one text, each without its markup."""
    shown = {name: text_or_none(values[name]) for name in ("title", "summary")}
    found = {name: extraction_of(text) for name, text in shown.items() if text}
    return headline_text(shown | {name: markup.text for name, markup in found.items() if markup})


def _in_short(value: Any) -> str:
    """The beginning of a value as text."""
    text = as_text(value)
    return f"of type {type(value).__name__}" if text is None else repr(text[:60])
