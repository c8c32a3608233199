"""Ids of articles made unique: which repeats are left out, which are named anew, and how derived ids are numbered."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from numbers import Integral
from typing import Any, Final

from attrs import field, mutable

from newsdedup.articles.article import ID_LENGTH
from newsdedup.articles.fields import is_blank
from newsdedup.articles.frame_origin import renamed_id

NewId = tuple[str | None, str | None]

_HASH: Final = re.compile("[0-9a-f]+")
REPEATED: Final = "it repeats an earlier id with the same text; the first is kept"


@mutable(kw_only=True)
class UniqueIds:
    """Gives each article its id, one after the other; it has state, since an id depends on the ids before it.

    Attributes
    ----------
    text_of_id : dict of str to int
        The ids so far, in order, each with a number that equal texts share.
    """

    text_of_id: dict[str, int] = field(factory=dict, init=False)  # texts are not kept
    _copies: dict[str, int] = field(factory=lambda: defaultdict(int), init=False)

    def named(self, given: str | None, text: int, derived: Callable[[], str]) -> NewId:
        """The id of the next article: the given one, or one from the content; a repeated id is made unique.

        Parameters
        ----------
        given : str, optional
            The id that it has.
        text : int
            Equal for equal texts.
        derived : callable
            Gives the `content_id` of its text, if that is needed.

        Returns
        -------
        str or None, str or None
            The id, None if the article is left out; and a notice if it is another than the given one.
        """
        notice = None
        if given is None or (len(given) == ID_LENGTH and _HASH.fullmatch(given) and given == derived()):
            given = self.numbered(given or derived())
        elif given in self.text_of_id:
            longer = renamed_id(given, derived())
            if self.text_of_id[given] == text or longer in self.text_of_id:
                return None, None
            notice = f"id {given!r} belongs to another text before: this one is called {longer!r}"
            given = longer
        self.text_of_id[given] = text
        return given, notice

    def numbered(self, derived: str) -> str:
        """A derived id that is not yet taken; that of the n-th identical text ends in ``-n``."""
        while True:
            self._copies[derived] += 1
            number = self._copies[derived]
            name = derived if number == 1 else f"{derived}-{number}"
            if name not in self.text_of_id:
                return name

    def take_all(self, ids: Sequence[object], texts: Iterable[int]) -> bool:
        """Take the ids of many articles at once, as they are; False, and none taken, if one needs a closer look."""
        if not all(type(name) is str and name and len(name) != ID_LENGTH and name.strip() == name for name in ids):
            return False
        new = set(ids)
        if len(new) < len(ids) or not self.text_of_id.keys().isdisjoint(new):
            return False
        self.adopt(map(str, ids), texts)
        return True

    def adopt(self, ids: Iterable[str], texts: Iterable[int]) -> None:
        """Take over ids that were given elsewhere."""
        self.text_of_id.update(zip(ids, texts, strict=True))


@mutable
class WholeIds:
    """The ids of a source whose ids are all whole numbers; it has state, since its rows come one after the other."""

    _ids: list[int | None] | None = field(factory=list, init=False)  # None: another id has come

    def take(self, row: int, given: Any) -> None:
        """Record the id of the next row, or of one after that."""
        if self._ids is None or is_blank(given):
            return
        if not isinstance(given, Integral) or isinstance(given, bool):
            self.give_up()
            return
        self._ids.extend([None] * (row - len(self._ids)))
        self._ids.append(int(given))

    def give_up(self) -> None:
        """Record that not all ids are whole numbers."""
        self._ids = None

    def by_row(self) -> list[int | None] | None:
        """The ids by row, up to the last row that has one; None if they are not all whole numbers, or there is none."""
        return self._ids or None
