"""The vocabulary of generated news: made-up words, names, places, numbers and stock phrases.

Function words are real, all else is made up: Vietnamese syllables from onset, rime and tone, alone and
in compounds; English words from syllables and endings. Everything a text can contain is a *piece*,
composed once, so that a text is drawn and printed piece by piece with NumPy.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import islice
from typing import Any, Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

Integers = NDArray[np.int64]
Pieces = NDArray[np.int32]
Random = np.random.Generator


def random_stream(seed: int, *parts: int | str) -> Random:
    """A stream of random numbers of its own for each part of the corpus."""
    numbers = [part if isinstance(part, int) else int.from_bytes(part.encode(), "little") for part in parts]
    return np.random.Generator(np.random.SFC64([seed, *numbers]))


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


@frozen
class Language:
    """What the words of a language are drawn by.

    Attributes
    ----------
    forms : int
        Words in the vocabulary.
    shift, slope : float
        The word of rank r has a share proportional to ``(r + shift) ** -slope``.
    own_share, phrase_share, number_share : float
        Of the pieces of a text: from the story's cast, stock phrases, numbers.
    sentence_pieces : float
        Pieces in the median sentence.
    """

    code: str
    forms: int
    shift: float
    slope: float
    own_share: float
    phrase_share: float
    number_share: float
    sentence_pieces: float
    function_words: tuple[str, ...]


VIETNAMESE: Final = Language(
    code="vi",
    forms=110_000,
    shift=25,
    slope=1.3,
    own_share=0.48,
    phrase_share=0.09,
    number_share=0.03,
    sentence_pieces=17,
    function_words=_listed(
        "và của các trong có là được cho với những một này không đã người từ khi đến ở tại vào ra năm ngày về theo "
        "để sẽ cũng như đang trên sau nhiều phải đó còn nhưng do ông bị hai việc lại mới cùng nên thì qua trước hơn "
        "số rất đây anh bà nhất ba làm lên nước giờ tháng vì nếu mà đi đầu"
    ),
)
ENGLISH: Final = Language(
    code="en",
    forms=110_000,
    shift=5,
    slope=1.4,
    own_share=0.42,
    phrase_share=0.1,
    number_share=0.03,
    sentence_pieces=18,
    function_words=_listed(
        "the a to in and of was said on for that at with were is he his he had by it from after as who they be an "
        "have has when she are her their not but been this one about him more out two will up which would there "
        "into or no all over then could than its just also before while during because where them what so if other "
        "being only some can many any did very through still between under both against"
    ),
)
LANGUAGES: Final = (VIETNAMESE, ENGLISH)

_ONSETS: Final = _listed("b c ch d đ g h kh l m n ng nh ph qu r s t th tr v x")
_BEFORE_FRONT: Final = {"c": "k", "g": "gh", "ng": "ngh"}  # spelling before e, ê, i
_RIMES: Final = _listed(  # the tone mark is on the letter before the dash
    "a- a-i a-o a-u a-y â-u â-y a-m ă-m â-m a-n ă-n â-n a-ng ă-ng â-ng a-nh e- e-o e-m e-n e-ng ê- ê-u ê-m ê-n ê-nh "
    "i- i-a i-u i-m i-n i-nh iê-u iê-m iê-n iê-ng o- o-i o-m o-n o-ng oa- oa-i oa-n oa-ng oe- ô- ô-i ô-m ô-n ô-ng ơ- "
    "ơ-i ơ-m ơ-n u- u-a u-i u-m u-n u-ng uê- uô-i uô-m uô-n uô-ng uy- uyê-n ư- ư-a ư-i ư-u ư-ng ươ-i ươ-m ươ-n ươ-ng"
)
_STOPPED_RIMES: Final = _listed(
    "a-c a-t a-p a-ch ă-c ă-t ă-p â-c â-t â-p e-c e-t e-p ê-t ê-p ê-ch i-t i-p i-ch iê-c iê-t iê-p o-c o-t o-p oa-t "
    "ô-c ô-t ô-p ơ-t ơ-p u-c u-t u-p uô-c uô-t uyê-t ư-c ư-t ươ-c ươ-t ươ-p"
)
_TONES: Final = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
_STOPPED_TONES: Final = ("\u0301", "\u0323")

_STARTS: Final = _listed(
    "b br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr qu r s sc sh sl sp st str t th tr v w"
)
_MIDDLES: Final = _listed("a e i o u a e i o ai ea ee oa oo ou au ie")
_ENDS: Final = _listed("b ck d f g l m n p r s t x nd nt rk rm rn st ll ss sh th ng mp ct")
_ENDINGS: Final = ["", "", "", "", "s", "s", "ed", "ing", "er", "ly", "tion", "al", "ness", "ment", "able", "ive"]


def _vietnamese_syllables() -> list[str]:
    """Every syllable that onset, rime and tone allow, and some that a speaker would not."""
    toned = [(rime, tone) for rime in _RIMES for tone in _TONES]
    toned += [(rime, tone) for rime in _STOPPED_RIMES for tone in _STOPPED_TONES]
    spelled = {
        (_BEFORE_FRONT.get(onset, onset) if rime[0] in "eêi" else onset) + rime.replace("-", tone)
        for onset in _ONSETS
        for rime, tone in toned
        if not (onset == "qu" and rime[0] in "ouôơưu")
    }
    return sorted(unicodedata.normalize("NFC", syllable) for syllable in spelled)


def _vietnamese_words(random: Random) -> list[str]:
    """Words by falling frequency: half of the frequent ones a syllable, most of the others two."""
    syllables = random.permutation(_vietnamese_syllables())
    ranks = skewed_ranks(random, len(syllables), (2, 2 * VIETNAMESE.forms))
    compounds = np.char.add(np.char.add(syllables[ranks[0]], " "), syllables[ranks[1]])
    single = random.random(len(compounds)) < np.linspace(0.6, 0.0, len(compounds))
    mixed = np.where(single, syllables[np.arange(len(compounds)) % len(syllables)], compounds)
    return _distinct([*VIETNAMESE.function_words, *mixed.tolist()], VIETNAMESE.forms)


def _english_words(random: Random) -> list[str]:
    """Words by falling frequency, the frequent ones shorter."""
    many = 3 * ENGLISH.forms

    def syllables() -> NDArray[Any]:
        parts = [random.choice(parts, many) for parts in (_STARTS, _MIDDLES, _ENDS)]
        return np.char.add(np.char.add(parts[0], parts[1]), parts[2])

    longer = random.random(many) < np.linspace(0.35, 0.95, many)
    words = np.char.add(syllables(), random.choice(_ENDINGS, many))
    words = np.where(longer, np.char.add(random.choice(_STARTS, many), np.char.add("a", words)), words)
    return _distinct([*ENGLISH.function_words, *words.tolist()], ENGLISH.forms)


def _distinct(words: Sequence[str], count: int) -> list[str]:
    found = list(islice(dict.fromkeys(words), count))
    if len(found) < count:
        raise ValueError(f"{len(found)} distinct words made of {len(words)}, {count} wanted")
    return found


def skewed_ranks(random: Random, count: int, shape: tuple[int, ...]) -> Integers:
    """Ranks below `count`, low ones more often: their logarithm is even."""
    ranks: Integers = (20 * np.expm1(random.random(shape) * np.log1p(count / 20))).astype(np.int64)
    return np.minimum(ranks, count - 1)


def _numbers(random: Random, language: Language, count: int) -> list[str]:
    """Counts, shares and days as a newspaper of the language prints them."""
    vietnamese = language is VIETNAMESE
    values = np.exp(random.uniform(0.7, 14, count)).astype(np.int64).tolist()
    point, comma = (".", ",") if vietnamese else (",", ".")
    million, kinds = (" triệu" if vietnamese else " million"), random.random(count).tolist()

    def printed(value: int, kind: float) -> str:
        if kind < 0.15:
            return f"{value % 100}{comma}{value % 10}%"
        if kind < 0.25:
            return f"{value % 28 + 1}/{value % 12 + 1}"
        if kind < 0.3:
            return f"{value % 90}{comma}{value % 10}{million}"
        return f"{value:,}".replace(",", point)

    return list(map(printed, values, kinds))


def _people(random: Random, language: Language, words: Sequence[str], count: int) -> list[str]:
    size = 3 if language is VIETNAMESE else 2
    family = [word for word in words[100:3000] if " " not in word][:60]
    given = [word for word in words[3000:] if " " not in word][:4000]
    first, last = random.choice(family, count), random.choice(given, (count, size - 1))
    names = [" ".join([one, *rest]) for one, rest in zip(first.tolist(), last.tolist(), strict=True)]
    return [name.title() for name in (names if language is VIETNAMESE else map(_reversed, names))]


def _reversed(name: str) -> str:
    return " ".join(reversed(name.split()))


def _places(random: Random, language: Language, words: Sequence[str], count: int) -> list[str]:
    kinds = ("tỉnh", "huyện", "xã", "quận", "phường") if language is VIETNAMESE else ("North", "Lake", "Fort", "", "")
    names = random.choice(words[2000:60_000], count).tolist()
    return [f"{kind} {name.title()}".strip() for kind, name in zip(random.choice(kinds, count), names, strict=True)]


@frozen(eq=False)
class Lexicon:
    """Every piece that a text of a language is made of.

    Attributes
    ----------
    strings : ndarray of object, shape (2 * n,)
        The pieces, then the same pieces as the first of a sentence.
    tokens, offsets : ndarray
        Word numbers of piece i: ``tokens[offsets[i]:offsets[i + 1]]``, for both halves.
    by_frequency : ndarray of int32
        Vocabulary words, each as often as its frequency requires: a draw from it follows Zipf's law.
    phrases, numbers, people, places : range
        The positions of the pieces of these kinds.
    """

    language: Language
    strings: NDArray[Any]
    tokens: NDArray[np.int32]
    offsets: Integers
    by_frequency: Pieces
    phrases: range
    numbers: range
    people: range
    places: range

    @property
    def n_pieces(self) -> int:
        """Pieces, those for the start of a sentence not counted."""
        return len(self.strings) // 2

    def words_of(self, pieces: Pieces) -> NDArray[np.int32]:
        """The word numbers of a run of pieces."""
        starts, lengths = self.offsets[pieces], self.offsets[pieces + 1] - self.offsets[pieces]
        ends = np.cumsum(lengths)
        places = np.arange(ends[-1]) + np.repeat(starts - ends + lengths, lengths)
        return np.asarray(self.tokens[places], np.int32)


@cache
def lexicon(language: Language, seed: int) -> Lexicon:
    """The pieces of a language, composed once."""
    random = random_stream(seed, language.code)
    words = _vietnamese_words(random) if language is VIETNAMESE else _english_words(random)
    kinds = {
        "words": words,
        "phrases": _phrases(random, words, 6_000),
        "numbers": _numbers(random, language, 40_000),
        "people": _people(random, language, words, 60_000),
        "places": _places(random, language, words, 12_000),
    }
    pieces = [piece for kind in kinds.values() for piece in kind]
    ends = np.cumsum([len(kind) for kind in kinds.values()]).tolist()
    where = {name: range(end - len(kind), end) for (name, kind), end in zip(kinds.items(), ends, strict=True)}
    where.pop("words")
    tokens, offsets = _numbered_words(pieces)
    return Lexicon(
        language=language,
        strings=np.array([*pieces, *(piece[0].upper() + piece[1:] for piece in pieces)], object),
        tokens=np.concatenate((tokens, tokens)),
        offsets=np.concatenate((offsets, offsets[1:] + offsets[-1])),
        by_frequency=_by_frequency(language),
        **where,
    )


def _phrases(random: Random, words: Sequence[str], count: int) -> list[str]:
    """Stock phrases: runs of two or three words that many articles have."""
    drawn = np.array(words, object)[skewed_ranks(random, 20_000, (count, 5))]
    sizes = random.integers(2, 4, count).tolist()
    return [" ".join(row[:size]) for row, size in zip(drawn.tolist(), sizes, strict=True)]


_WORD: Final = re.compile(r"\w+")


def words_in(text: str) -> list[str]:
    """The words of a text in lower case, found in the plainest way."""
    return _WORD.findall(text.lower())


def _numbered_words(pieces: Sequence[str]) -> tuple[NDArray[np.int32], Integers]:
    numbers: dict[str, int] = {}
    found = [words_in(piece) for piece in pieces]
    tokens = [numbers.setdefault(word, len(numbers)) for words in found for word in words]
    return np.array(tokens, np.int32), np.concatenate(([0], np.cumsum(list(map(len, found)))))


def _by_frequency(language: Language) -> Pieces:
    """A table of 2²² draws: each word at least once, otherwise in proportion to its frequency."""
    shares = (np.arange(1, language.forms + 1) + language.shift) ** -language.slope
    counts = np.maximum(1, np.round((1 << 22) * shares / shares.sum())).astype(np.int64)
    return np.repeat(np.arange(language.forms, dtype=np.int32), counts)
