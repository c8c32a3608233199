"""Ids of articles made unique: which repeats are left out, which are named anew, and how derived ids are numbered."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from attrs import field, mutable

from newsdedup.articles.article import ID_LENGTH

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
            longer = f"{given}#{derived()}"
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
