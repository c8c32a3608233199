"""The language of a text, detected offline from its script and its function words."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

from newsdedup.languages.language import Language

UNKNOWN = "und"
_DETECTION_LENGTH = 800  # characters
_LETTERS = re.compile(r"[^\W\d_]+")
_LEAST_SHARE = 0.08  # share of a text's words that are function words of its language; other languages reach .03

# Languages in Latin script that have no tables, by their function words.
_NEIGHBOURS = {
    code: frozenset(words.split())
    for code, words in {
        "de": "der die das und ist nicht mit den dem ein eine von zu auf für im des sich",
        "es": "el la los las una que por con para del se es en y al su como más",
        "it": "il lo la gli le di che è per con del della una nel alla sono non",
        "pt": "o a os as um uma que do da dos das em não para com por no na é",
        "nl": "de het een van en dat niet met voor op zijn aan er te ook",
    }.items()
}
_SCRIPTS = {
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "CJK": "zh",
    "HANGUL": "ko",
    "THAI": "th",
    "KHMER": "km",
    "LAO": "lo",
    "ARABIC": "ar",
    "HEBREW": "he",
    "CYRILLIC": "ru",
    "GREEK": "el",
    "DEVANAGARI": "hi",
}
_KNOWN_SCRIPTS = frozenset({"LATIN", *_SCRIPTS})


def detect(text: str, languages: Iterable[Language]) -> str:
    """ISO 639-1 code of a text's language, ``und`` if it cannot be detected."""
    sample = _composed_sample(text).lower()
    letters = Counter(sample)
    script = _script(letters)
    if script not in _KNOWN_SCRIPTS:  # full-width or mathematical letters
        sample = unicodedata.normalize("NFKC", sample).lower()
        letters = Counter(sample)
        script = _script(letters)
    if script != "LATIN":
        return _SCRIPTS.get(script, UNKNOWN)
    languages = list(languages)
    for language in languages:
        if sum(map(letters.__getitem__, language.letters)) > 0.02 * len(sample):
            return language.code
    words = _LETTERS.findall(sample)
    shares = {code: _share(words, known) for code, known in _NEIGHBOURS.items()}
    shares |= {one.code: _share(words, one.function_words) for one in languages}
    best = max(sorted(shares), key=shares.__getitem__)
    return best if shares[best] >= _LEAST_SHARE else UNKNOWN


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
