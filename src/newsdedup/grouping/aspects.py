"""What an article says, aspect by aspect: words, headline, opening, names, numbers and dates, sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from typing import Final

import numpy as np

from newsdedup.article import Article
from newsdedup.furniture import bare_text
from newsdedup.grouping.sketch import Rows, hashed, stacked
from newsdedup.grouping.work import batches, shown
from newsdedup.text import UNSPACED, Text, normalise, sentences, tokens

Aspects = Mapping[str, Rows]

_BATCH: Final = 2000  # articles read at once
_SENTENCE: Final = 5  # tokens; shorter sentences are everybody's
_OPENING: Final = 500  # characters
_HEADLINE: Final = 100  # characters of the text that stand for a missing headline
_CHARACTERS, _SOUNDS = 2, 3  # letters of a term
_UNSPACED: Final = re.compile(f"[{UNSPACED}]")  # each a token
_SOUND: Final = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff]")  # Thai, Lao, Khmer, kana

_CAPITAL = "".join(letter for letter in map(chr, range(0x2000)) if letter.isupper())
_CAPITALISED = rf"[{_CAPITAL}][\w’'-]*"
# A sentence's first word has its capital from its place.
_NAME = re.compile(rf"(?<![.!?…:]\s)(?<!^)(?<!\n){_CAPITALISED}(?: {_CAPITALISED})*")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_DATE = re.compile(r"(?<![\d/.,-])(\d{1,2})([/.-])(\d{1,2})(?:\2(?:\d{4}|\d{2}))?(?![\d/-])")


def read_aspects(articles: Sequence[Article], *, progress: bool | None = None) -> Aspects:
    """Hash what each article says, aspect by aspect.

    Parameters
    ----------
    articles : sequence of Article
        Each read on its own, in batches.
    progress : bool, optional
        Show a bar.

    Returns
    -------
    mapping of str to Rows
        Aspect to uint64 hashes, a row for each article: ``words``, ``opening`` and ``headline`` in
        the order of the text, ``names``, ``numbers`` (dates among them) and ``sentences`` each once.
    """
    parts: dict[str, list[Rows]] = {aspect: [] for aspect in aspects_of(Article(""))}
    for batch in batches(shown(articles, "reading", progress), _BATCH):
        said = [aspects_of(article) for article in batch]
        for aspect, found in parts.items():
            found.append(hashed([one[aspect] for one in said]))
    return {aspect: stacked(found, np.uint64) for aspect, found in parts.items()}


def aspects_of(article: Article) -> dict[str, Sequence[str]]:
    """What one article says, as strings."""
    text = whole_text(article)
    parts = sentence_tokens(text)
    opening, headline = text.plain[:_OPENING], normalise(article.title or "").plain
    if not headline:
        headline = bare_text(article.text, article.language).plain[:_HEADLINE]
    spell = spelt if _UNSPACED.search(text.plain) else list
    return {
        "words": spell(chain.from_iterable(parts)),
        "opening": spell(tokens(Text(opening, opening))),
        "headline": spell(tokens(Text(headline, headline))),
        "names": _each_once(match.group().lower() for match in _NAME.finditer(text.plain)),
        "numbers": _each_once(chain(_dates(text.plain), _NUMBER.findall(_DATE.sub(" ", text.plain)))),
        "sentences": _each_once(long_sentences(parts)),
    }


def spelt(words: Iterable[str]) -> list[str]:
    """Words as terms: where no spaces stand between words, letters say something in a row only.

    Two Chinese characters are a word, and one alone may be; a Thai or a Japanese letter is a sound,
    and all news has all sounds.
    """
    found: list[str] = []
    for size, run in groupby(words, _letters_of_a_term):
        letters = list(run)
        if size == 1 or (size == _CHARACTERS and len(letters) == 1):
            found += letters
        else:
            found += ("".join(letters[start : start + size]) for start in range(len(letters) - size + 1))
    return found


def _letters_of_a_term(word: str) -> int:
    if not _UNSPACED.match(word):
        return 1
    return _SOUNDS if _SOUND.match(word) else _CHARACTERS


def whole_text(article: Article) -> Text:
    """Headline, summary and text of an article, normalised, without page furniture."""
    around = (normalise(part).plain for part in (article.title, article.summary) if part)
    plain = "\n".join((*around, bare_text(article.text, article.language).plain))
    return Text(plain, plain)


def _dates(plain: str) -> Iterator[str]:
    """Day and month without leading zeros; the year is often left out, so it does not count."""
    return (f"{int(match[1])}/{int(match[3])}" for match in _DATE.finditer(plain))


def _each_once(found: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(found))


def sentence_tokens(text: Text) -> list[list[str]]:
    """The tokens of each sentence; end to end they are the tokens of the text."""
    pieces = (text.plain[start:end] for start, end in sentences(text))
    return [words for piece in pieces if (words := tokens(Text(piece, piece)))]


def long_sentences(article: list[list[str]]) -> list[str]:
    """The sentences, as strings of tokens, that are long enough to be somebody's words."""
    return [" ".join(words) for words in article if len(words) >= _SENTENCE]
