"""Views of articles as hashes: words, headline, opening, names, numbers and dates, sentences, phrases.

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
from attrs import field, frozen, mutable
from numpy.typing import NDArray

from newsdedup.articles.article import Article
from newsdedup.events.reading.day_words import Lexicons, lexicon_row, lexicons, no_lexicons
from newsdedup.events.reading.phrases import sketched
from newsdedup.kernels.day_codes import MOST_DAYS
from newsdedup.kernels.ragged import Ragged, RaggedBuilder, pack_texts
from newsdedup.support.threads import tee_batches
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
_ARTICLES_PER_BATCH: Final = 2000  # in one batch of a thread
_HEADLINE: Final = 100  # characters; the beginning of a text that replaces a missing headline


def read_views(articles: Iterable[Article], *, threads: int | None = None) -> Views:
    """Hash the views of articles.

    Parameters
    ----------
    articles : iterable of Article
        Read one by one, in batches; none is kept.
    threads : int, optional
        By default one per core; the result does not depend on it.

    Returns
    -------
    mapping of str to Ragged
        Name of a view to uint32 hashes, one row per article: ``words``, ``opening`` and ``headline``
        in text order; ``names``, ``numbers`` (dates among them) and ``sentences``, each hash once;
        ``days``, those of them in the first 60 words as ``opening_days``, and ``periods`` (months, quarters and
        years) as codes (`newsdedup.kernels.day_codes`), each once, in text order;
        ``phrases`` is a sketch (`newsdedup.events.reading.phrases.sketched`).
    """
    reader = ViewReader(threads)
    for _ in reader.passing(articles):
        pass
    return reader.views()


@mutable
class ViewReader:
    """Hashes the views of articles while another step reads them, so that a source is read once."""

    _threads: int | None = None
    _builders: dict[str, RaggedBuilder] = field(factory=lambda: {view: RaggedBuilder() for view in VIEWS}, init=False)

    def passing(self, articles: Iterable[Article]) -> Iterator[Article]:
        """The articles, each hashed on another thread."""
        return tee_batches(_views_of, articles, _ARTICLES_PER_BATCH, self._append, self._threads)

    def views(self) -> dict[str, Ragged]:
        """The views of all articles, as `read_views` gives them; can be taken once."""
        return {view: builder.build() for view, builder in self._builders.items()}

    def _append(self, part: dict[str, Ragged]) -> None:
        for view, builder in self._builders.items():
            builder.append(part[view])


@frozen
class _WholeText:
    """The whole text of an article without page furniture, and the offsets of the headline in it."""

    text: str
    headline: Span
    language: int = 0  # row of the lexicon of days

    @classmethod
    def of(cls, title: str, summary: str, text: str, article: Article) -> _WholeText:
        """From the parts of an article in their normal form."""
        title = title[: end_of_headline(title, article.source)] if title else title
        above = [part for part in (title, summary) if part]
        whole = "\n".join((*above, bare(text, article.language, article.source)))
        language = lexicon_row(article.language)
        if title:
            return cls(whole, (0, len(title)), language)
        start = len(above[0]) + 1 if above else 0
        return cls(whole, (start, start + _HEADLINE), language)


def _parts(article: Article) -> tuple[str, str, str]:
    return article.title or "", article.summary or "", article.text


def _normalised(article: Article) -> _WholeText:
    title, summary, text = (normalise(part).plain for part in _parts(article))
    return _WholeText.of(title, summary, text, article)


def whole_text(article: Article) -> Text:
    """Headline, summary and text of an article, normalised, without page furniture."""
    plain = _normalised(article).text
    return Text(plain, plain)


def headline(article: Article) -> Text:
    """The headline of an article, normalised, or the beginning of its text where it has none."""
    whole = _normalised(article)
    plain = whole.text[slice(*whole.headline)]
    return Text(plain, plain)


def _views_of(articles: list[Article]) -> dict[str, Ragged]:
    """The views of a batch of articles."""
    parts = iter(spellings_of([part for article in articles for part in _parts(article)]))
    whole_texts = [
        _WholeText.of(title, summary, text, article)
        for article, title, summary, text in zip(articles, parts, parts, parts, strict=True)
    ]
    return _hashed(whole_texts, _abbreviations(), _lexicons())


def _hashed(whole_texts: list[_WholeText], abbreviations: NDArray[np.uint32], days_told: Lexicons) -> dict[str, Ragged]:
    """The views from the compiled pass over texts in their normal form."""
    from newsdedup.kernels import views

    texts = pack_texts(one.text for one in whole_texts)
    room, room_for_days = len(texts.data), MOST_DAYS * len(whole_texts)
    words, names, numbers, sentences = (np.empty(room, np.uint32) for _ in range(4))
    days, periods = (np.empty(room_for_days, np.uint32) for _ in range(2))
    counts, parts = np.empty((len(whole_texts), 6), np.int64), np.empty((len(whole_texts), 4), np.int64)
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
        names,
        numbers,
        sentences,
        days,
        periods,
        counts,
        parts,
    )
    all_words = Ragged.of_lengths(words, counts[:, 0])
    start = all_words.offsets[:-1]
    all_days = Ragged.of_lengths(days, counts[:, 4])
    return {
        "words": all_words,
        "opening": all_words.slices(start, start + parts[:, 0]),
        "headline": all_words.slices(start + parts[:, 1], start + parts[:, 2]),
        "names": Ragged.of_lengths(names, counts[:, 1]),
        "numbers": Ragged.of_lengths(numbers, counts[:, 2]),
        "sentences": Ragged.of_lengths(sentences, counts[:, 3]),
        "phrases": sketched(all_words),
        "days": all_days,
        "opening_days": all_days.slices(all_days.offsets[:-1], all_days.offsets[:-1] + parts[:, 3]),
        "periods": Ragged.of_lengths(periods, counts[:, 5]),
    }


def hashed_words(words: Iterable[str]) -> NDArray[np.uint32]:
    """The hashes of words in composed form, end to end, as in the view ``words``."""
    return _hashed([_WholeText(" ".join(words), (0, 0))], np.zeros(0, np.uint32), no_lexicons())["words"].values


@functools.cache
def _abbreviations() -> NDArray[np.uint32]:
    """The hashes of words whose dot does not end a sentence."""
    return hashed_words(abbreviations())


@functools.cache
def _lexicons() -> Lexicons:
    """The words that tell days, of every language."""
    return lexicons(hashed_words)
