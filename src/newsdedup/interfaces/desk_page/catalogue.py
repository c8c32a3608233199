"""The words of the desk page in each of its languages: texts of the page, settings, and messages of other modules.

`newsdedup.interfaces.wording`, and the rules and notes of saved records, are in English. As in gettext, the English
words are the keys of messages in other languages; ``{}`` in a key is a part that is looked up too, or else kept.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Final

from attrs import frozen

from newsdedup.languages import format_number, language_option
from newsdedup.support.errors import SettingError, in_message

LANGUAGES: Final = ("en", "vi")  # each has a table in the folder `languages`
_HOLE: Final = re.escape("{}")  # in the escaped key of a message
_MONTH_NAME: Final = re.escape("{month}")
_LETTER: Final = re.compile(r"[^\W\d_]")
_PLAIN_NUMBERS: Final = frozenset({"seed"})  # settings whose value is an identifier, without separators


@frozen(eq=False)
class Catalogue:
    """The words of the page in one language.

    Attributes
    ----------
    language : str
        A code of ISO 639.
    texts : mapping of str to str, or to a mapping of plural form to str
        The page's own words, by the names that its template and its script use.
    settings, setting_values : mapping of str to str
        Names of settings, and their values that are no numbers and no names.
    messages : sequence of (pattern, str)
        English words and what they are in this language, in the order in which they are tried.
    months : mapping of str to str
        The English names of the months, and what dates have instead.
    """

    language: str
    texts: Mapping[str, str | Mapping[str, str]]
    settings: Mapping[str, str]
    setting_values: Mapping[str, str]
    messages: Sequence[tuple[re.Pattern[str], str]]
    months: Mapping[str, str]

    def of(self, words: str, *, context: str | None = None) -> str:
        """English words of another module in this language; as they are where no message matches.

        A message whose key begins with the context and a bar is tried before others: "age|{} years".

        Examples
        --------
        >>> catalogue_of("vi").of("more than 10.000 or 11.000")
        'hơn 10.000 hoặc 11.000'
        >>> catalogue_of("vi").of("14 – 15 Jun 2025")
        '14 – 15/6/2025'
        """
        return _looked_up(self, words, context) if self.messages and _LETTER.search(words) else words

    def all_of(self, words: Iterable[str]) -> list[str]:
        """Several English words, each in this language."""
        return [self.of(one) for one in words]

    def setting(self, name: str, value: Any) -> tuple[str, str]:
        """The name and the value of a setting in words.

        Examples
        --------
        >>> catalogue_of("en").setting("window_hours", None)
        ('Most hours between two articles that are compared', 'any number')
        """
        return self.settings.get(name, name.replace("_", " ").capitalize()), self._setting_value(name, value)

    def _setting_value(self, name: str, value: Any) -> str:
        if isinstance(value, list | tuple):
            return ", ".join(self._list_item(one) for one in value) or self.setting_values["nothing"]
        if isinstance(value, bool):
            return self.setting_values[str(value).lower()]
        if isinstance(value, int | float):
            return str(value) if name in _PLAIN_NUMBERS else format_number(round(value, 3), self.language)
        key = "nothing" if value is None else str(value)
        return self.setting_values.get(f"{name}.{key}", self.setting_values["nothing"] if value is None else key)

    def _list_item(self, value: Any) -> str:
        """A pair of articles, a role, or a name."""
        if isinstance(value, Mapping):
            return str(value.get("name", json.dumps(value, ensure_ascii=False)))
        return self.setting_values["and"].join(map(str, value)) if isinstance(value, list | tuple) else str(value)


@lru_cache(maxsize=1 << 14)  # of one page most words come several times
def _looked_up(catalogue: Catalogue, words: str, context: str | None) -> str:
    """The message whose key matches, with its parts looked up too."""
    key = f"{context}|{words}"
    for pattern, message in catalogue.messages:
        if found := pattern.fullmatch(words) or pattern.fullmatch(key):
            parts = found.groupdict()
            month = catalogue.months.get(parts.pop("month", ""), "")
            own = {name: catalogue.of(part, context=context) for name, part in parts.items()}
            return message.format(**own, month=month)
    return words


def language_of_page(given: str | None, languages: Iterable[str]) -> str:
    """The given language, or else that of most articles, or English if the page does not have that one.

    Raises
    ------
    SettingError
        If the page is not available in the given language.

    Examples
    --------
    >>> language_of_page(None, ["vi", "en", "vi"]), language_of_page(None, ["fr"])
    ('vi', 'en')
    """
    given = language_option(given)
    if given is not None and given not in LANGUAGES:
        raise SettingError(
            f"language={in_message(given)} is none of the page: give one of {', '.join(map(repr, LANGUAGES))}"
        )
    counts = Counter(languages)
    most = min(counts, key=lambda name: (-counts[name], name), default="en")
    return given or (most if most in LANGUAGES else "en")


@cache
def catalogue_of(language: str) -> Catalogue:
    """The words of the page in a language of `LANGUAGES`."""
    table = resources.files(__package__).joinpath(f"languages/{language}.json").read_text("utf-8")
    data = json.loads(table)
    return Catalogue(
        language=language,
        texts=data["texts"],
        settings=data["settings"],
        setting_values=data["setting_values"],
        messages=tuple(_compiled(data["messages"], data["months"])),
        months=data["months"],
    )


def _compiled(messages: Iterable[tuple[str, str]], months: Mapping[str, str]) -> Iterator[tuple[re.Pattern[str], str]]:
    """Each message with a pattern for its key, and with names for its parts."""
    month = f"(?P<month>{'|'.join(months)})"
    for key, message in messages:
        first, *others = re.escape(key).split(_HOLE)
        words = first + "".join(f"(?P<part_{place}>.+?){piece}" for place, piece in enumerate(others))
        yield re.compile(words.replace(_MONTH_NAME, month), re.DOTALL), re.sub(r"\{(\d)\}", r"{part_\1}", message)


ENGLISH: Final = catalogue_of("en")
