"""What articles are made of, word for word: each distinct wording read and hashed once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from newsdedup.article import Article
from newsdedup.furniture import body
from newsdedup.grouping.sketch import Rows, digests, distinct, grams, hashed, shortened, stacked
from newsdedup.grouping.work import batches, shown
from newsdedup.text import Text, normalise, sentences, tokens

_BATCH: Final = 2000  # articles read at once
_SENTENCE: Final = 5  # tokens; shorter sentences are everybody's


@frozen(eq=False)
class Wordings:
    """The distinct wordings among articles, numbered by first appearance.

    Attributes
    ----------
    of : ndarray of int64, shape (n,)
        The wording of each article; articles of equal token sequences have the same.
    first : ndarray of int64
        The first article of each wording.
    digests : list of bytes
        Of the token sequence of each wording.
    shingles, sentences : Rows
        Sets of uint32 hashes, one a wording.
    """

    of: NDArray[np.int64]
    first: NDArray[np.int64]
    digests: list[bytes]
    shingles: Rows
    sentences: Rows


def article_text(article: Article) -> Text:
    """The text of the article itself, normalised, without page furniture."""
    text = normalise(article.text)
    plain = "\n".join(text.plain[start:end] for start, end in body(text, article.language))
    return Text(plain, plain)


def sentence_tokens(text: Text) -> list[list[str]]:
    """The tokens of each sentence; end to end they are the tokens of the text."""
    pieces = (text.plain[start:end] for start, end in sentences(text))
    return [words for piece in pieces if (words := tokens(Text(piece, piece)))]


def read_wordings(articles: Sequence[Article], *, shingle_size: int, progress: bool | None = None) -> Wordings:
    """Read each distinct text once and number the distinct wordings.

    Parameters
    ----------
    articles : sequence of Article
        In an order that makes the first article of a wording the one to keep.
    shingle_size : int
        Tokens in a shingle.
    progress : bool, optional
        Show a bar.

    Returns
    -------
    Wordings
        One wording for each distinct token sequence.
    """
    texts, text_of = _numbered((article.text, article.language) for article in articles)
    words, seen = [], []
    for batch in batches(shown([articles[first] for first in texts], "reading", progress), _BATCH):
        parts = [sentence_tokens(article_text(article)) for article in batch]
        tokens_ = hashed([[word for sentence in article for word in sentence] for article in parts])
        words.append((digests(tokens_), distinct(grams(tokens_, shingle_size))))
        seen.append(distinct(shortened(hashed([long_sentences(article) for article in parts]))))
    keys = [key for found, _ in words for key in found]
    shingles = stacked([found for _, found in words], np.uint32)
    kept, wording_of = _numbered(keys)
    return Wordings(
        of=wording_of[text_of],
        first=texts[kept],
        digests=[keys[number] for number in kept],
        shingles=shingles.take(kept),
        sentences=stacked(seen, np.uint32).take(kept),
    )


def long_sentences(article: list[list[str]]) -> list[str]:
    """The sentences, as strings of tokens, that are long enough to be somebody's words."""
    return [" ".join(words) for words in article if len(words) >= _SENTENCE]


def _numbered(keys: Iterable[object]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where each distinct key first stands, and the number of the distinct key of each place."""
    numbers: dict[object, int] = {}
    firsts: list[int] = []
    of: list[int] = []
    for place, key in enumerate(keys):
        number = numbers.setdefault(key, len(numbers))
        if number == len(firsts):
            firsts.append(place)
        of.append(number)
    return np.array(firsts, np.int64), np.array(of, np.int64)
