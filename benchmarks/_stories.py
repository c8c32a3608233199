"""Stories of generated news before they are printed, and what newsrooms do to them.

A story has a *cast*: people, places and words of its own, from which nearly half of its pieces come, as
real articles repeat their own terms. Two stories with one cast are two reports of one event.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from _vocabulary import Integers, Language, Lexicon, Pieces, Random, random_stream, skewed_ranks

MEAN_BYTES: Final = 3_350  # of a story; with copies, excerpts and boilerplate an article has 3,400
LENGTH_SPREAD: Final = 0.65  # sigma of log length, as in VN-MDS
FEWEST_SENTENCES: Final = 3

MARKS: Final = np.array([" ", ", ", ". ", ".\n"], object)
COMMA, STOP, PARAGRAPH = 1, 2, 3

OWN: Final = 40  # pieces of a cast
PEOPLE: Final = 3  # of them
PLACES: Final = 2
CHANGED_SHARE: Final = 0.3  # of the words of a cast that another report of the event does not use
LOOKALIKE_SHARE: Final = 0.5  # of the words of a cast that another event of the same kind has too
SLOT_SHARE: Final = 0.2  # of a template's pieces that are numbers, other ones each time
SHINGLES_A_WORD: Final = 4.8  # that end when one word of a text changes


@frozen(eq=False)
class Body:
    """A text before it is printed.

    Attributes
    ----------
    pieces : ndarray of int32
        Rows of `Lexicon.strings`.
    marks : ndarray of uint8
        What follows each piece: a row of `MARKS`.
    """

    pieces: Pieces
    marks: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.pieces)

    def __getitem__(self, part: slice) -> Body:
        return Body(self.pieces[part], self.marks[part])

    @property
    def sentence_ends(self) -> Integers:
        """The place after the last piece of each sentence."""
        return np.flatnonzero(self.marks >= STOP) + 1


def joined(*parts: Body) -> Body:
    """Texts one after the other."""
    return Body(np.concatenate([part.pieces for part in parts]), np.concatenate([part.marks for part in parts]))


def printed(words: Lexicon, body: Body) -> str:
    """The text for people."""
    line = np.empty(2 * len(body), object)
    line[0::2], line[1::2] = words.strings[body.pieces], MARKS[body.marks]
    return "".join(line.tolist()).rstrip()


def casts(words: Lexicon, count: int, random: Random) -> Pieces:
    """What each of `count` stories is about: its people, its places, its own words, shape (count, OWN)."""
    own = skewed_ranks(random, words.language.forms - 80, (count, OWN)).astype(np.int32) + 80
    own[:, :PEOPLE] = random.integers(words.people.start, words.people.stop, (count, PEOPLE))
    own[:, PEOPLE : PEOPLE + PLACES] = random.integers(words.places.start, words.places.stop, (count, PLACES))
    return own


def report_casts(words: Lexicon, own: Pieces, reports: Integers, random: Random) -> Pieces:
    """The casts of several reports of each event: the same people and places, some words of their own.

    Parameters
    ----------
    own : ndarray of int32, shape (n, OWN)
        The cast of each event.
    reports : ndarray of int64, shape (n,)
        How many reports it has.

    Returns
    -------
    ndarray of int32, shape (sum of reports, OWN)
        Event by event.
    """
    repeated = np.repeat(own, reports, axis=0)
    others = casts(words, len(repeated), random)
    changed = random.random(repeated.shape) < CHANGED_SHARE
    changed[:, : PEOPLE + PLACES] = False
    return np.where(changed, others, repeated)


def lookalikes(words: Lexicon, own: Pieces, random: Random) -> Pieces:
    """Events of the same kind as others, elsewhere and with other people: most words are the same."""
    alike = casts(words, len(own), random)
    same = random.random(own.shape) < LOOKALIKE_SHARE
    same[:, : PEOPLE + PLACES] = False
    return np.where(same, own, alike)


def write_stories(words: Lexicon, own: Pieces, random: Random, *, mean_bytes: float = MEAN_BYTES) -> list[Body]:
    """Write a story about each cast.

    Parameters
    ----------
    words : Lexicon
        Of the language to write in.
    own : ndarray of int32, shape (n, OWN)
        A cast for each story; stories with the same cast report the same event.
    random : Generator
        Draws everything; the same state gives the same stories.
    mean_bytes : float
        UTF-8 bytes of a story in the mean; the lengths are log-normal.

    Returns
    -------
    list of Body
        One a cast.
    """
    sentences = _sentence_counts(words, len(own), mean_bytes, random)
    lengths = _sentence_lengths(words.language, int(sentences.sum()), random)
    story = np.repeat(np.repeat(np.arange(len(own)), sentences), lengths)
    pieces = _drawn_pieces(words, own, story, random)
    marks = np.where(random.random(len(pieces), np.float32) < 0.06, COMMA, 0).astype(np.uint8)
    ends = np.cumsum(lengths)
    marks[ends - 1] = np.where(random.random(len(ends)) < 0.35, PARAGRAPH, STOP)
    pieces[ends - lengths] += words.n_pieces
    bounds = np.concatenate(([0], ends[np.cumsum(sentences) - 1])).tolist()
    marks[np.array(bounds[1:]) - 1] = PARAGRAPH
    whole = Body(pieces, marks)
    return [whole[start:end] for start, end in pairwise(bounds)]


@cache
def _sentence_bytes(words: Lexicon) -> float:
    """UTF-8 bytes of a sentence in the mean, measured on a sample."""
    random = random_stream(0, "sentence")
    own = casts(words, 200, random)
    lengths = _sentence_lengths(words.language, 200, random)
    pieces = _drawn_pieces(words, own, np.repeat(np.arange(200), lengths), random)
    return len(" ".join(words.strings[pieces].tolist()).encode()) / 200 + 3


def _sentence_counts(words: Lexicon, count: int, mean_bytes: float, random: Random) -> Integers:
    spread = np.exp(random.normal(-(LENGTH_SPREAD**2) / 2, LENGTH_SPREAD, count))
    sentences = np.round(np.clip(spread, 0.1, 6) * mean_bytes / _sentence_bytes(words))
    return np.maximum(sentences, FEWEST_SENTENCES).astype(np.int64)


def _sentence_lengths(language: Language, count: int, random: Random) -> Integers:
    spread = np.exp(random.normal(0, 0.5, count))
    return np.clip(language.sentence_pieces * spread, 4, 60).astype(np.int64)


def _drawn_pieces(words: Lexicon, own: Pieces, story: Integers, random: Random) -> Pieces:
    """A piece for each place: of the vocabulary, of the cast, a stock phrase or a number."""
    language, many = words.language, len(story)
    pieces: Pieces = words.by_frequency[random.integers(0, len(words.by_frequency), many, np.int32)]
    kind = random.random(many, np.float32)
    bounds = np.cumsum([language.own_share, language.phrase_share, language.number_share])
    of_cast = np.flatnonzero(kind < bounds[0])
    phrase = np.flatnonzero((kind >= bounds[0]) & (kind < bounds[1]))
    number = np.flatnonzero((kind >= bounds[1]) & (kind < bounds[2]))
    place = (OWN * random.random(len(of_cast), np.float32) ** 1.7).astype(np.int64)
    pieces[of_cast] = own[story[of_cast], place]
    pieces[phrase] = skewed_ranks(random, len(words.phrases), (len(phrase),)) + words.phrases.start
    pieces[number] = random.integers(words.numbers.start, words.numbers.stop, len(number))
    return pieces


def edited(body: Body, spare: Body, similarity: float, random: Random) -> Body:
    """A copy of about this Jaccard similarity: half of what differs is sentences, half single words."""
    differing = (1 - similarity) / (1 + similarity) / 2
    start, end = _run_of_sentences(body, differing * len(body), random)
    instead = spare[: _sentence_end(spare, end - start)] if random.random() < 0.7 else spare[:0]
    kept = body if end - start > 1.5 * differing * len(body) else joined(body[:start], instead, body[end:])
    return _with_other_words(kept, spare, int(differing * len(body) / SHINGLES_A_WORD), random)


def syndicated(body: Body, spare: Body, random: Random) -> Body:
    """The same story in another outlet, with a lead or a paragraph of its own."""
    local = spare[: _sentence_end(spare, random.uniform(0.05, 0.35) * len(body))]
    ends = body.sentence_ends
    place = int(random.choice([0, ends[len(ends) // 2], len(body)]))
    return joined(body[:place], local, body[place:])


def excerpt(body: Body, spare: Body, ratio: float, random: Random) -> Body:
    """A run of sentences, one `ratio`-th of the whole, hardly changed."""
    start, end = _run_of_sentences(body, len(body) / ratio, random)
    return _with_other_words(body[start:end], spare, int(random.integers(0, 1 + (end - start) // 60)), random)


def _run_of_sentences(body: Body, length: float, random: Random) -> tuple[int, int]:
    """Where a run of whole sentences of about this many pieces starts and ends."""
    ends = body.sentence_ends
    starts = np.concatenate(([0], ends[:-1]))
    last = int(np.searchsorted(starts, len(body) - length, "right"))
    start = int(starts[random.integers(0, max(1, last))])
    later = ends[ends > start]
    return start, int(later[np.abs(later - start - length).argmin()])


def _sentence_end(body: Body, length: float) -> int:
    """The end of the sentence nearest to this many pieces, of one sentence at least."""
    ends = body.sentence_ends
    return int(ends[np.abs(ends - length).argmin()])


def _with_other_words(body: Body, spare: Body, count: int, random: Random) -> Body:
    pieces = body.pieces.copy()
    places = random.integers(0, len(pieces), count)
    pieces[places] = spare.pieces[random.integers(0, len(spare), count)]
    return Body(pieces, body.marks)


def bulletin(words: Lexicon, number: int, seed: int, random: Random) -> Body:
    """A bulletin of a template: its words with other numbers."""
    form, slots = _template(words, number, seed)
    pieces = form.pieces.copy()
    pieces[slots] = random.integers(words.numbers.start, words.numbers.stop, len(slots))
    return Body(pieces, form.marks)


@cache
def _template(words: Lexicon, number: int, seed: int) -> tuple[Body, Integers]:
    random = random_stream(seed, "template", number)
    form = write_stories(words, casts(words, 1, random), random, mean_bytes=MEAN_BYTES / 2)[0]
    return form, np.flatnonzero(random.random(len(form)) < SLOT_SHARE)


@cache
def boilerplate(words: Lexicon, outlet: int, seed: int) -> Body:
    random = random_stream(seed, "outlet", outlet)
    return write_stories(words, casts(words, 1, random), random, mean_bytes=200)[0]
