"""The language of a text, detected offline: what its letters and words make clear, else by a model of letter sequences.

The model is that of py3langid, naive Bayes over sequences of bytes (Lui and Baldwin 2011, "Cross-domain feature
selection for language identification"). It is loaded at the first text that needs it.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from string import ascii_letters
from typing import Any, Final

from newsdedup.languages.language import Language

UNKNOWN = "und"
_DETECTION_LENGTH: Final = 800  # characters
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_COMBINING_MARKS: Final = re.compile(r"[\u0300-\u036f]")
_NOT_WORDS: Final = re.compile(r"(?<!\S)(?:[^\s\d@]*+[\d@]|https?://|www\.)\S*+")  # figures and addresses
_OWN_LETTERS: Final = 0.02  # share of a text's letters; a name in a text of another language reaches .05
_FORMED: Final = 0.8  # share of a text's different words that have the form of a language
_FORMED_AND_SPELT: Final = 0.6  # the same where its own letters are there too, among foreign names
_FORM_LENGTH: Final = 250  # characters
_FORM_WORDS: Final = 4  # different words; fewer match the form of several languages
_CLEAR_SHARE, _CLEAR_WORDS, _CLEAR_MARGIN = 0.3, 20, 2.0  # of function words, above which a text needs no model
_LEAST_SHARE: Final = 0.08  # of function words that support a guess; other languages reach .03
_SURE, _LIKELY = 0.5, 0.1  # probability by the model, alone and with the support of function words
_NOT_LETTERS: Final = bytes(code for code in range(256) if code not in ascii_letters.encode())
_WORDS_REMEMBERED: Final = 16_384  # different ones, several times those of Vietnamese
_NOT_A_LANGUAGE: Final = "zxx"  # the model's class of numbers and identifiers

_SCRIPTS: Final = {
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "CJK": "zh",
    "HANGUL": "ko",
    "THAI": "th",
    "KHMER": "km",
    "LAO": "lo",
    "HEBREW": "he",
    "GREEK": "el",
}
_SHARED_SCRIPTS: Final = {"CYRILLIC": "ru", "ARABIC": "ar", "DEVANAGARI": "hi"}  # and the language where unsure


def detect(text: str, languages: Iterable[Language]) -> str:
    """ISO 639 code of a text's language, of two letters where there is one, ``und`` if it cannot be detected."""
    sample = _composed_sample(text)
    script = "LATIN" if _is_mostly_ascii(sample) else _script(Counter(sample.lower()))
    if script and script not in ("LATIN", *_SCRIPTS, *_SHARED_SCRIPTS):  # full-width or mathematical letters, or others
        sample = unicodedata.normalize("NFKC", sample)
        script = _script(Counter(sample.lower()))
    if script in _SCRIPTS or not script:
        return _SCRIPTS.get(script, UNKNOWN)
    if script != "LATIN":
        return _by_model(_NOT_WORDS.sub(" ", sample), {}) or _SHARED_SCRIPTS.get(script, UNKNOWN)
    return _of_latin_letters(sample, {one.code: one for one in languages})


def _of_latin_letters(sample: str, languages: Mapping[str, Language]) -> str:
    if code := _by_spelling(sample.lower(), languages):  # first, as it is fast and most news has few figures
        return code
    sample = _NOT_WORDS.sub(" ", sample)
    lower = sample.lower()
    words = _LETTERS.findall(lower)
    shares = {code: _share(words, one.function_words) for code, one in languages.items()}
    return _by_spelling(lower, languages) or _by_function_words(shares, words) or _by_model(sample, shares) or UNKNOWN


def _by_spelling(sample: str, languages: Mapping[str, Language]) -> str | None:
    first_words = _LETTERS.findall(sample[:_FORM_LENGTH])
    return next((code for code, one in languages.items() if _is_spelt_as(one, sample, first_words)), None)


def _is_spelt_as(language: Language, sample: str, first_words: list[str]) -> bool:
    """Whether a text has the letters that no other language has, or first words in the form of the language."""
    own = bool(language.letters) and len(_any_of_letters(language.letters).findall(sample)) > _OWN_LETTERS * len(sample)
    if not language.word_form:
        return own
    bare = set(map(_without_marks, first_words))
    formed = sum(_has_form(word, language.word_form) for word in bare)
    if own:
        return formed >= _FORMED_AND_SPELT * len(bare)
    return len(bare) >= _FORM_WORDS and formed >= _FORMED * len(bare)


@functools.lru_cache(maxsize=64)
def _any_of_letters(letters: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(letters)}]")


def _by_function_words(shares: Mapping[str, float], words: list[str]) -> str | None:
    """The language of most function words where they leave no doubt, or where the model does not know it."""
    best, second = [*sorted(shares.items(), key=lambda one: (-one[1], one[0])), ("", 0.0), ("", 0.0)][:2]
    if len(words) >= _CLEAR_WORDS and best[1] >= _CLEAR_SHARE and best[1] >= _CLEAR_MARGIN * second[1]:
        return best[0]
    return best[0] if best[1] >= _LEAST_SHARE and best[0] not in _letter_model().labels else None


def _by_model(sample: str, shares: Mapping[str, float]) -> str | None:
    """The likeliest language that function words support; without one, the model's language if it is sure."""
    ranked = _letter_model().rank(sample)
    most = max(shares.values(), default=0.0)
    for code, probability in ranked:
        if probability < _LIKELY:
            break
        if shares.get(code, 0.0) == most >= _LEAST_SHARE:
            return str(code)
    code, probability = ranked[0]
    return str(code) if probability >= _SURE and code != _NOT_A_LANGUAGE else None


@functools.cache
def _letter_model() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # loaded at its first use: half a second, 75 MB

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    # Without those that have no code of two letters, which are mostly close to a more frequent one.
    model.set_languages([code for code in model.labels if len(code) == 2 or code == _NOT_A_LANGUAGE])
    return model


@functools.lru_cache(_WORDS_REMEMBERED)
def _without_marks(word: str) -> str:
    return _COMBINING_MARKS.sub("", unicodedata.normalize("NFD", word.replace("đ", "d")))


@functools.lru_cache(_WORDS_REMEMBERED)
def _has_form(word: str, form: str) -> bool:
    return re.fullmatch(form, word) is not None


def _composed_sample(text: str) -> str:
    """The beginning of a text in NFC, as long for decomposed text as for composed text."""
    sample = text[:_DETECTION_LENGTH]
    composed = unicodedata.normalize("NFC", sample)
    shorter = len(sample) - len(composed)
    if shorter > 0:
        composed += unicodedata.normalize("NFC", text[_DETECTION_LENGTH : _DETECTION_LENGTH + 2 * shorter])
    return composed[:_DETECTION_LENGTH]


def _share(words: list[str], known: frozenset[str]) -> float:
    return sum(map(known.__contains__, words)) / max(1, len(words))


def _is_mostly_ascii(sample: str) -> bool:
    """Whether more than half of the characters are letters of ASCII, as of nearly all text in Latin script."""
    return 2 * len(sample.encode("ascii", "ignore").translate(None, _NOT_LETTERS)) > len(sample)


def _script(letters: Mapping[str, int]) -> str:
    """Script of most letters; a little kana among Chinese characters makes a text Japanese."""
    counts: Counter[str] = Counter()
    most = sum(letters.values()) // 2
    for letter, count in letters.items():
        if script := _script_of(letter):
            counts[script] += count
            if script == "LATIN" and counts[script] > most:
                return script
    if not counts:
        return ""
    kana = counts["HIRAGANA"] + counts["KATAKANA"]
    if kana > 0.1 * (kana + counts["CJK"]):
        counts["HIRAGANA"] += counts["CJK"]
    return counts.most_common(1)[0][0]


@functools.lru_cache(maxsize=4096)
def _script_of(letter: str) -> str:
    """The first word of a letter's Unicode name; nothing if it is not a letter."""
    return unicodedata.name(letter, "").split(" ")[0].split("-")[0] if letter.isalpha() else ""
