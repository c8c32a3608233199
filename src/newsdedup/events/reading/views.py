"""Views of articles as hashes: words, headline, opening, names, numbers and dates, sentences, phrases.

What repeats on the pages of an outlet (`newsdedup.events.reading.furniture`) can be left out.

Events are found among very many articles, so one compiled pass (`newsdedup.kernels.views`) hashes all
views of a text without making a string of any of them. It is a sketch of what `newsdedup.text` reads:
the same words, sentences and names, and digits as printed (`Page.digits`), but no tables of a language
beyond the abbreviations, and after any full stop a name begins with the second word.
``tests/events/reading/test_views.py`` holds the two together, on the seeds and on generated text
(`assert_compiled_pass_reads`).
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import numpy as np
from attrs import evolve, field, frozen, mutable
from numpy.typing import NDArray

from newsdedup.articles.article import Article
from newsdedup.events.reading.day_words import Lexicons, lexicon_row, lexicons, no_lexicons
from newsdedup.events.reading.furniture import NO_FURNITURE, Furniture
from newsdedup.events.reading.hashed import (
    LISTED_KINDS,
    PLACED_KINDS,
    TOLD_KINDS,
    HashedTexts,
    HashedTextsBuilder,
    outlet_code,
)
from newsdedup.events.reading.phrases import sketched
from newsdedup.kernels.day_codes import MOST_DAYS
from newsdedup.kernels.ragged import Integers, Ragged, RaggedBuilder, pack_texts
from newsdedup.languages import forgotten_with_languages
from newsdedup.support.threads import in_threads, tee_batches
from newsdedup.text.code_points import fold_table, kinds
from newsdedup.text.furniture import bare
from newsdedup.text.normal_form import Span, Text, normalise
from newsdedup.text.outlets import end_of_headline
from newsdedup.text.sentences import abbreviations
from newsdedup.text.spelling import spellings_of

Views = Mapping[str, Ragged]

VIEWS: Final = (
    *("words", "opening", "headline", "names", "numbers", "sentences", "phrases"),
    *("days", "opening_days", "periods"),
)
DETAILS: Final = ("names", "numbers")  # views that list the details of an article
_ARTICLES_PER_BATCH: Final = 2000  # in one batch of a thread
_VIEWS_AT_ONCE: Final = 4096  # whose views are made at once
_HEADLINE: Final = 100  # characters; the beginning of a text that replaces a missing headline


def read_views(articles: Iterable[Article], *, threads: int | None = None) -> Views:
    """Hash the views of articles, as `views_of` gives them, with what the pages of an outlet share.

    Parameters
    ----------
    articles : iterable of Article
        Read one by one, in batches; none is kept.
    threads : int, optional
        By default one per core; the result does not depend on it.
    """
    return views_of(read_hashed(articles, threads=threads), threads=threads)


def read_hashed(articles: Iterable[Article], *, threads: int | None = None) -> HashedTexts:
    """Hash the whole text of each article; parameters as for `read_views`."""
    reader = TextHasher(threads)
    for _ in reader.passing(articles):
        pass
    return reader.texts()


@mutable
class TextHasher:
    """Hashes articles while another step reads them, so that a source is read once."""

    _threads: int | None = None
    _builder: HashedTextsBuilder = field(factory=HashedTextsBuilder, init=False)

    def passing(self, articles: Iterable[Article]) -> Iterator[Article]:
        """The articles, each hashed on another thread."""
        return tee_batches(_hashed_articles, articles, _ARTICLES_PER_BATCH, self._builder.append, self._threads)

    def texts(self) -> HashedTexts:
        """The hashes of all articles; can be taken once."""
        return self._builder.build()


def views_of(
    texts: HashedTexts,
    *,
    furniture: Furniture = NO_FURNITURE,
    rows: Integers | None = None,
    threads: int | None = None,
) -> dict[str, Ragged]:
    """The views of texts, of these rows or of all, without furniture.

    The result maps the names in `VIEWS` to uint32 hashes, one row per text: ``words``, ``opening`` and ``headline``
    in text order; ``names``, ``numbers`` (dates among them) and ``sentences``, each hash once; ``days``, those of
    them in the first 60 words as ``opening_days``, and ``periods`` (months, quarters and years) as codes
    (`newsdedup.kernels.day_codes`), each once, in text order, with those in furniture; ``phrases`` is a sketch
    (`newsdedup.events.reading.phrases.sketched`).
    """
    wanted = np.arange(len(texts)) if rows is None else rows
    builders = {view: RaggedBuilder() for view in VIEWS}
    blocks = [wanted[start : start + _VIEWS_AT_ONCE] for start in range(0, len(wanted), _VIEWS_AT_ONCE)]
    for part in in_threads(lambda block: _views_without(texts.take(block), furniture), blocks, threads):
        for view, builder in builders.items():
            builder.append(part[view])
    return {view: builder.build() for view, builder in builders.items()}


def details_of(texts: HashedTexts) -> dict[str, Ragged]:
    """The views `DETAILS` alone, with what is in furniture."""
    nothing = np.zeros(len(texts.words.values), np.bool_)
    return {name: _details_without(texts, name, nothing) for name in DETAILS}


def _views_without(texts: HashedTexts, furniture: Furniture) -> dict[str, Ragged]:
    dropped, offsets = furniture.flags(texts), texts.words.offsets
    before = np.append(0, np.cumsum(~dropped))  # words kept before each word
    start, end = before[offsets[:-1]], before[offsets[1:]]
    words = Ragged(texts.words.values[~dropped], before[offsets])
    return {
        "words": words,
        "opening": words.slices(start, np.minimum(start + texts.parts[:, 0], end)),
        "headline": words.slices(*_headlines(texts, before, end)),
        **{name: _details_without(texts, name, dropped) for name in LISTED_KINDS},
        "phrases": sketched(words),
        **texts.told,
        "opening_days": _opening_days(texts),
    }


def _headlines(texts: HashedTexts, before: Integers, end: Integers) -> tuple[Integers, Integers]:
    """The bounds of each headline among the words kept; of one that is all furniture, as many words that follow."""
    first, last = (texts.words.offsets[:-1] + texts.parts[:, place] for place in (1, 2))
    start, stop = before[first], before[last]
    return start, np.where(start == stop, np.minimum(start + last - first, end), stop)


def _opening_days(texts: HashedTexts) -> Ragged:
    days = texts.told["days"]
    return days.slices(days.offsets[:-1], days.offsets[:-1] + texts.parts[:, 3])


def _details_without(texts: HashedTexts, name: str, dropped: NDArray[np.bool_]) -> Ragged:
    """Distinct names, numbers or sentences that do not begin with a word that is dropped."""
    from newsdedup.kernels import furniture

    rows, places = texts.listed[name], texts.places[name]
    kept, lengths = np.empty(len(rows.values), np.uint32), np.empty(len(rows), np.int64)
    furniture.keep_details(rows.values, places.values, rows.offsets, dropped, texts.words.offsets, kept, lengths)
    return Ragged.of_lengths(kept, lengths)


@frozen
class _WholeText:
    """The whole text of an article without page furniture, and the offsets of the headline in it."""

    text: str
    headline: Span
    has_title: bool = False
    language: int = 0  # row of the lexicon of days

    @classmethod
    def of(cls, title: str, summary: str, text: str, article: Article) -> _WholeText:
        """From the parts of an article in their normal form."""
        title = title[: end_of_headline(title, article.source)] if title else title
        above = [part for part in (title, summary) if part]
        whole = "\n".join((*above, bare(text, article.language, article.source)))
        language = lexicon_row(article.language)
        if title:
            return cls(whole, (0, len(title)), has_title=True, language=language)
        start = len(above[0]) + 1 if above else 0
        return cls(whole, (start, start + _HEADLINE), language=language)

    def without(self, dropped: Integers, starts: Integers) -> _WholeText:
        """Without the words that start at `dropped`, and what follows each up to the next of the `starts`."""
        if not len(dropped):
            return self
        kept = np.ones(len(self.text), np.bool_)
        for start, end in zip(dropped, np.append(starts, len(kept))[np.searchsorted(starts, dropped) + 1], strict=True):
            kept[start:end] = False
        bounds = np.flatnonzero(np.diff(kept, prepend=False, append=False)).reshape(-1, 2)
        first, last = (int(kept[:at].sum() + np.count_nonzero(bounds[:-1, 1] <= at)) for at in self.headline)
        return _WholeText(
            "\n".join(self.text[start:end] for start, end in bounds), (first, last), self.has_title, self.language
        )


def _parts(article: Article) -> tuple[str, str, str]:
    return article.title or "", article.summary or "", article.text


def _normalised(article: Article, furniture: Furniture = NO_FURNITURE) -> _WholeText:
    title, summary, text = (normalise(part).plain for part in _parts(article))
    whole = _WholeText.of(title, summary, text, article)
    if not furniture:
        return whole
    hashed, starts = _hashed([whole], np.array([outlet_code(article)], np.uint64), _abbreviations(), _lexicons())
    return whole.without(starts[0][furniture.flags(hashed)], starts[0])


def whole_text(article: Article, furniture: Furniture = NO_FURNITURE) -> Text:
    """Headline, summary and text of an article, normalised, without page furniture."""
    plain = _normalised(article, furniture).text
    return Text(plain, plain)


def headline(article: Article) -> Text:
    """The headline of an article, normalised, or the beginning of its text where it has none."""
    whole = _normalised(article)
    plain = whole.text[slice(*whole.headline)]
    return Text(plain, plain)


def without_furniture(article: Article, furniture: Furniture) -> Article:
    """An article as its views have it: where its outlet's furniture is in it, normalised and without that."""
    whole, kept = _normalised(article), _normalised(article, furniture)
    if whole == kept:
        return article
    end = kept.headline[1] if article.title else 0
    title, text = kept.text[:end].strip(), kept.text[end:].strip()
    return evolve(article, title=title or None, summary=None, text=text or title, language=article.language)


def _hashed_articles(articles: list[Article]) -> HashedTexts:
    """The hashes of a batch of articles."""
    parts = iter(spellings_of([part for article in articles for part in _parts(article)]))
    whole_texts = [
        _WholeText.of(title, summary, text, article)
        for article, title, summary, text in zip(articles, parts, parts, parts, strict=True)
    ]
    outlets = np.array([outlet_code(article) for article in articles], np.uint64)
    return _hashed(whole_texts, outlets, _abbreviations(), _lexicons())[0]


def _hashed(
    whole_texts: list[_WholeText],
    outlets: NDArray[np.uint64],
    abbreviations: NDArray[np.uint32],
    days_told: Lexicons,
) -> tuple[HashedTexts, Ragged]:
    """The hashes of texts in their normal form, and where each word starts, in characters."""
    from newsdedup.kernels import views

    texts = pack_texts(one.text for one in whole_texts)
    room, room_for_days = len(texts.data), MOST_DAYS * len(whole_texts)
    words, names, numbers, sentences = (np.empty(room, np.uint32) for _ in range(1 + len(LISTED_KINDS)))
    starts, places = np.empty(room, np.int32), np.empty((len(PLACED_KINDS), room), np.uint16)
    days, periods = (np.empty(room_for_days, np.uint32) for _ in TOLD_KINDS)
    counts = np.empty((len(whole_texts), 1 + len(PLACED_KINDS) + len(TOLD_KINDS)), np.int64)
    parts = np.empty((len(whole_texts), 4), np.int64)
    views.hash_views(
        texts.data,
        texts.offsets,
        np.array([one.headline for one in whole_texts], np.int64).reshape(-1, 2),
        fold_table(composed=True),
        kinds(),
        abbreviations,
        days_told.begins,
        days_told.slots,
        days_told.tags,
        days_told.options,
        np.array([one.language for one in whole_texts], np.int64),
        words,
        starts,
        names,
        numbers,
        sentences,
        places,
        days,
        periods,
        counts,
        parts,
    )
    of_kind = dict(zip((*PLACED_KINDS, *TOLD_KINDS), counts[:, 1:].T, strict=True))
    listed = zip(LISTED_KINDS, (names, numbers, sentences), strict=True)
    hashed = HashedTexts(
        Ragged.of_lengths(words, counts[:, 0]),
        {name: Ragged.of_lengths(one, of_kind[name]) for name, one in listed},
        {name: Ragged.of_lengths(one, of_kind[name]) for name, one in zip(PLACED_KINDS, places, strict=True)},
        {name: Ragged.of_lengths(one, of_kind[name]) for name, one in zip(TOLD_KINDS, (days, periods), strict=True)},
        np.column_stack((parts, parts[:, 2] * [one.has_title for one in whole_texts])),
        outlets,
    )
    return hashed, Ragged.of_lengths(starts, counts[:, 0])


def hashed_words(words: Iterable[str]) -> NDArray[np.uint32]:
    """The hashes of words in composed form, end to end, as in the view ``words``."""
    whole, no_outlet = _WholeText(" ".join(words), (0, 0)), np.zeros(1, np.uint64)
    return _hashed([whole], no_outlet, np.zeros(0, np.uint32), no_lexicons())[0].words.values


@forgotten_with_languages
@functools.cache
def _abbreviations() -> NDArray[np.uint32]:
    """The hashes of words whose dot does not end a sentence."""
    return hashed_words(abbreviations())


@forgotten_with_languages
@functools.cache
def _lexicons() -> Lexicons:
    """The words that tell days, of every language."""
    return lexicons(hashed_words)
