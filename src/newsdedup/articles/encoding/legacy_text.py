"""Text of encodings before Unicode that was read in another one: Vietnamese by its syllables, others by their shape."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Final

from newsdedup.articles.encoding.stretches import best_stretch, is_enough
from newsdedup.articles.encoding.vietnamese import MARKED_LETTERS, SYLLABLE, TCVN3, VIQR, VISCII, VNI, VPS
from newsdedup.kernels.char_codes import LEAST_RARE

Convert = Callable[[str], str]

_LEGACY_WORD: Final = re.compile(r"[^\s\d.,;:!?()\"'“”‘’…/–\[\]{}<>|_*#@%&=\\-]+")
_WORD_OF_VIQR: Final = re.compile(r"(?:[A-Za-z]+[\^(+'`?~.]*)+")
_MARK_OF_VIQR: Final = re.compile(r"[aeoAEO]\^|[aA]\([a-zA-Z'`?~.]|[ouOU]\+|[dD][dD]")
_CONVERTED: Final = 1.0  # a word that is a Vietnamese syllable once it is converted, and was none before; once a word
_NO_SYLLABLE: Final = -2.0  # a word with a letter beyond ASCII that is none
_ASCII_WORD: Final = -0.1  # a word without
_LEAST_SYLLABLES: Final = 7.0
_UNICODE_LETTER: Final = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1eff]")  # of Vietnamese, which no byte is shown as
_LONGEST_SYLLABLE: Final = 16  # letters of a syllable, however its letters are spelt
_REMEMBERED: Final = 1 << 16  # words: those of the language of one text are those of the next
_PLAIN_LETTER: Final = re.compile("[A-Za-z]")
_BYTES_TO_UNICODE: Final = {"TCVN3": TCVN3, "VISCII": VISCII, "VPS": VPS}

_BYTE_RUN: Final = re.compile(r"[\x80-\xff]+|[^\x00-\xff]")
_LEAST_BYTE_RUN: Final = 4  # letters of the upper half of Latin-1, one after another: no language has such words
_LEAST_IN_RUNS: Final = 20


def _byte_as_letter(code: int) -> set[str]:
    """How a byte looks in Latin-1 and in windows-1252."""
    return {bytes([code]).decode(name, "ignore") for name in ("latin-1", "cp1252")} - {""}


def _of_bytes(table: tuple[str, str]) -> Convert:
    """A letter for a letter."""
    small, capital = (dict(zip(codes.split(), letters, strict=True)) for codes, letters in _codes_and_letters(table))
    codes = {code: letter for code, letter in (capital | small).items() if code != "--"}
    by_place = {ord(shown): letter for code, letter in codes.items() for shown in _byte_as_letter(int(code, 16))}
    return lambda word: word.translate(by_place)


def _codes_and_letters(table: tuple[str, str]) -> tuple[tuple[str, str], tuple[str, str]]:
    return (table[0], MARKED_LETTERS), (table[1], MARKED_LETTERS.upper())


def _of_strings(listed: str) -> Convert:
    """One or several letters for a letter, the longest first."""
    small = dict(zip(listed.split(), MARKED_LETTERS, strict=True))
    letters = {shown.upper(): letter.upper() for shown, letter in small.items()} | small
    pattern = re.compile("|".join(map(re.escape, sorted(letters, key=len, reverse=True))))
    return lambda word: pattern.sub(lambda match: letters[match.group()], word)


def _of_windows_1258(word: str) -> str:
    """Letters and tones apart, composed."""
    read = word.encode("cp1252", "replace").decode("cp1258", "replace")
    return unicodedata.normalize("NFC", read)


@cache
def _conversions() -> Mapping[str, Convert]:
    return {
        **{name: _of_bytes(table) for name, table in _BYTES_TO_UNICODE.items()},
        "VNI": _of_strings(VNI),
        "windows-1258": _of_windows_1258,
        "VIQR": _of_strings(VIQR),
    }


@lru_cache(_REMEMBERED)
def _score(word: str, name: str) -> float:
    """What a word says for an encoding."""
    if len(word) > _LONGEST_SYLLABLE:
        return _ASCII_WORD if word.isascii() else _NO_SYLLABLE
    convert = _conversions()[name]
    converted = convert(word).lower()
    if word.isascii() and converted == word.lower():
        return _ASCII_WORD
    if SYLLABLE.fullmatch(converted) and not _UNICODE_LETTER.search(word):
        was_syllable = SYLLABLE.fullmatch(word.lower()) and (word[1:].islower() or word.isupper() or len(word) == 1)
        return _CONVERTED if _PLAIN_LETTER.search(word) and not was_syllable else 0.0
    return _NO_SYLLABLE


def _find_vietnamese(text: str) -> tuple[int, str] | None:
    """Where Vietnamese in a legacy encoding begins, and in which."""
    words = [(match.start(), match.group()) for match in _LEGACY_WORD.finditer(text)]
    best_place, most, best_name = 0, 0.0, ""
    for name in ("TCVN3", "VNI", "windows-1258", "VPS", "VISCII"):
        place, evidence = best_stretch(_once((place, word, _score(word, name)) for place, word in words))
        if evidence > most:
            best_place, most, best_name = place, evidence, name
    if not is_enough(most, len(words), _LEAST_SYLLABLES):
        return None
    remedy = "decode its bytes as windows-1258" if best_name == "windows-1258" else "convert it to Unicode"
    return best_place, f"it looks like legacy Vietnamese ({best_name}); {remedy}"


def _once(scores: Iterable[tuple[int, str, float]]) -> Iterator[tuple[int, float]]:
    """The scores of words, each of which counts once."""
    seen: set[str] = set()
    for place, word, score in scores:
        yield place, 0.0 if word in seen else score
        seen.add(word)


def find_viqr(text: str) -> tuple[int, str] | None:
    """Where Vietnamese in VIQR begins."""
    if sum(map(text.count, "^+")) < LEAST_RARE or len(_MARK_OF_VIQR.findall(text)) < LEAST_RARE:
        return None
    scores = list(_scores_of_viqr(text))
    place, evidence = best_stretch(_once(scores))
    if not is_enough(evidence, len(scores), _LEAST_SYLLABLES):
        return None
    return place, "it looks like legacy Vietnamese (VIQR); convert it to Unicode"


def _scores_of_viqr(text: str) -> Iterator[tuple[int, str, float]]:
    convert = _conversions()["VIQR"]
    for match in _WORD_OF_VIQR.finditer(text):
        word = match.group()
        if not _MARK_OF_VIQR.search(word):
            yield match.start(), word, _ASCII_WORD
        elif SYLLABLE.fullmatch(convert(word).lower().rstrip(".?'`~+^(")):
            yield match.start(), word, _CONVERTED
        else:
            yield match.start(), word, _NO_SYLLABLE


def _find_other(text: str) -> tuple[int, str] | None:
    """Where Cyrillic, Greek, Chinese … of a legacy encoding begins that was read as Latin-1."""
    place, evidence = best_stretch(_scores_of_runs(text))
    if evidence < _LEAST_IN_RUNS:
        return None
    return place, (
        "it looks like a legacy encoding (of Cyrillic, Greek, Chinese …) read as windows-1252 or Latin-1; "
        "decode its bytes in their own encoding"
    )


def _scores_of_runs(text: str) -> Iterator[tuple[int, float]]:
    for match in _BYTE_RUN.finditer(text):
        length = match.end() - match.start()
        yield match.start(), float(length) if length >= _LEAST_BYTE_RUN else -float(length)


FIND_LEGACY: Final = (_find_vietnamese, _find_other)
