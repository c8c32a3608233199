"""What an article says, view by view: words, headline, opening, names, numbers and dates, sentences, phrases."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import numpy as np
from attrs import evolve, field, frozen, mutable
from numpy.typing import NDArray

from newsdedup.articles.article import Article
from newsdedup.events.templates import sketched
from newsdedup.kernels.packed_texts import pack_texts
from newsdedup.kernels.ragged import Ragged, RaggedBuilder
from newsdedup.support.threads import tee_batches
from newsdedup.text.char_classes import kinds
from newsdedup.text.fold_table import fold_table
from newsdedup.text.furniture import bare
from newsdedup.text.normal_form import Text, normalise
from newsdedup.text.sentences import abbreviations

Views = Mapping[str, Ragged]

VIEWS: Final = ("words", "opening", "headline", "names", "numbers", "sentences", "phrases")
_BATCH: Final = 2000  # articles read at once
_HEADLINE: Final = 100  # characters of the text that stand for a missing headline


def read_views(articles: Iterable[Article], *, threads: int | None = None) -> Views:
    """Hash what each article says, view by view.

    Parameters
    ----------
    articles : iterable of Article
        Each read on its own, in batches; none is kept.
    threads : int, optional
        By default one for each core; the result does not depend on it.

    Returns
    -------
    mapping of str to Ragged
        Aspect to uint32 hashes, a row for each article: ``words``, ``opening`` and ``headline`` in
        the order of the text, ``names``, ``numbers`` (dates among them) and ``sentences`` each once,
        of ``phrases`` a sketch (`newsdedup.events.templates.sketched`).
    """
    reader = ViewReader(threads)
    for _ in reader.passing(articles):
        pass
    return reader.views()


@mutable
class ViewReader:
    """Hashes what articles say while they pass on to somebody else, so that no text is read twice."""

    _threads: int | None = None
    _piles: dict[str, RaggedBuilder] = field(factory=lambda: {view: RaggedBuilder() for view in VIEWS}, init=False)

    def passing(self, articles: Iterable[Article]) -> Iterator[Article]:
        """The articles as they come, each read on the side."""
        return tee_batches(_views, articles, _BATCH, self._keep, self._threads)

    def views(self) -> dict[str, Ragged]:
        """What they all said, as of `read_views`; given away once."""
        return {view: pile.build() for view, pile in self._piles.items()}

    def _keep(self, part: dict[str, Ragged]) -> None:
        for view, pile in self._piles.items():
            pile.append(part[view])


@frozen
class _Wording:
    """The whole text of an article without page furniture, and where in it the headline stands."""

    article: Article
    text: str
    headline: tuple[int, int]

    @classmethod
    def of(cls, article: Article) -> _Wording:
        above = [part for part in (article.title, article.summary) if part]
        text = "\n".join((*above, bare(article.text, article.language)))
        if article.title:
            return cls(article, text, (0, len(article.title)))
        start = len(above[0]) + 1 if above else 0
        return cls(article, text, (start, start + _HEADLINE))

    def normalised(self) -> _Wording:
        """The same from the normal form of the article."""
        text, title, summary = (
            normalise(part or "").plain for part in (self.article.text, self.article.title, self.article.summary)
        )
        return self.of(evolve(self.article, text=text, title=title, summary=summary))


def whole_text(article: Article) -> Text:
    """Headline, summary and text of an article, normalised, without page furniture."""
    plain = _Wording.of(article).normalised().text
    return Text(plain, plain)


def headline(article: Article) -> Text:
    """The headline of an article, normalised, or the beginning of its text where it has none."""
    said = _Wording.of(article).normalised()
    plain = said.text[slice(*said.headline)]
    return Text(plain, plain)


def _views(articles: list[Article]) -> dict[str, Ragged]:
    """What a batch of articles says; odd texts go through Unicode normalisation first."""
    said = list(map(_Wording.of, articles))
    found, odd = _say(said, _abbreviations(), composed=False)
    if odd.any():
        plain = [one.normalised() if is_odd else one for one, is_odd in zip(said, odd.tolist(), strict=True)]
        found, _ = _say(plain, _abbreviations(), composed=True)
    return found


def _say(
    said: list[_Wording], abbreviations: NDArray[np.uint32], *, composed: bool
) -> tuple[dict[str, Ragged], NDArray[np.bool_]]:
    """The compiled pass over a batch, and which of its texts are odd."""
    from newsdedup.kernels import views

    texts = pack_texts(one.text for one in said)
    room = len(texts.data)
    words, names, numbers, sentences = (np.empty(room, np.uint32) for _ in range(4))
    counts, parts = np.empty((len(said), 4), np.int64), np.empty((len(said), 3), np.int64)
    views.hash_views(
        texts.data,
        texts.offsets,
        np.array([one.headline for one in said], np.int64).reshape(-1, 2),
        fold_table(composed=composed),
        kinds(),
        abbreviations,
        words,
        names,
        numbers,
        sentences,
        counts,
        parts,
    )
    odd = counts[:, 0] < 0
    counts[odd, 0] = 0
    every = Ragged.of_lengths(words, counts[:, 0])
    start = every.offsets[:-1]
    found = {
        "words": every,
        "opening": every.slices(start, start + parts[:, 0]),
        "headline": every.slices(start + parts[:, 1], start + parts[:, 2]),
        "names": Ragged.of_lengths(names, counts[:, 1]),
        "numbers": Ragged.of_lengths(numbers, counts[:, 2]),
        "sentences": Ragged.of_lengths(sentences, counts[:, 3]),
        "phrases": sketched(every),
    }
    return found, odd


def hashed_words(words: Iterable[str]) -> NDArray[np.uint32]:
    """The hash of each word, as in the view ``words``, end to end; in composed form."""
    text = _Wording(Article(""), " ".join(words), (0, 0))
    return _say([text], np.zeros(0, np.uint32), composed=False)[0]["words"].values


@functools.cache
def _abbreviations() -> NDArray[np.uint32]:
    """The hashes of words whose dot does not end a sentence."""
    return hashed_words(abbreviations())
