"""The same texts with one property changed, for `cliffs.py`.

A change takes the texts and gives the changed ones. The texts of another script have its usual shape: words
are mapped letter by letter (so that as many different words remain), and scripts that are written without
spaces have none within a sentence.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import cycle
from random import Random
from typing import Final
from zlib import crc32

from attrs import frozen

Texts = list[str]
Change = Callable[[Texts], Texts]

_WORD: Final = re.compile(r"[^\W\d_]+")
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+|\n+")
_EMOJI: Final = cycle(("📢", "🔥", "👨‍👩‍👧", "🇻🇳", "❤️", "👍🏽"))
_LONG_WORD: Final = 200_000  # letters

ARABIC: Final = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
HEBREW: Final = "אבגדהוזחטיכלמנסעפצקרשת"
CYRILLIC: Final = "абвгдежзийклмнопрстуфхцчшщыьэюя"
THAI: Final = "กขคงจฉชซญดตถทธนบปผพฟภมยรลวสหอ"
HAN: Final = "".join(chr(code) for code in range(0x4E00, 0x4E00 + 3000))
HANGUL: Final = "".join(chr(code) for code in range(0xAC00, 0xAC00 + 2000))


@frozen
class Property:
    """One property of texts.

    Attributes
    ----------
    change : callable
        Texts to the texts with this property.
    is_per_character : bool
        Whether the ratio is one of times per character: the change makes other texts, or more or fewer of them.
        A change that writes the same text in another way is compared text by text.
    """

    change: Change
    is_per_character: bool = False


def _each(change: Callable[[str], str]) -> Change:
    return lambda texts: [change(text) for text in texts]


def _with_inserted(piece: str, text: str) -> str:
    """A text with a piece between two words near its middle."""
    place = text.find(" ", len(text) // 2)
    return f"{text} {piece}" if place < 0 else f"{text[:place]} {piece}{text[place:]}"


def _inserting(piece: str) -> Property:
    return Property(_each(partial(_with_inserted, piece)))


def _with_spaces(space: str, step: int, text: str) -> str:
    """A text whose every `step`-th space between words is another one."""
    words = text.split(" ")
    spaces = [space if number % step == 0 else " " for number in range(1, len(words))]
    return "".join(word + end for word, end in zip(words, [*spaces, ""], strict=True))


def _with_soft_hyphens(text: str) -> str:
    """A text with a soft hyphen in the middle of every tenth word."""
    words = text.split(" ")
    words[::10] = [f"{word[: len(word) // 2]}\xad{word[len(word) // 2 :]}" for word in words[::10]]
    return " ".join(words)


def _with_emoji(text: str) -> str:
    return re.sub(r"[.!?](?=\s)", lambda end: f"{end[0]} {next(_EMOJI)}", text)


def _in_letters(letters: str, text: str) -> str:
    """A text with each letter replaced by one of another script."""
    table = {char: letters[ord(char) % len(letters)] for char in set(text) if char.isalpha()}
    return text.translate(str.maketrans(table))


def _without_spaces(text: str) -> str:
    """A text with spaces only between its sentences, as Thai is written."""
    return " ".join("".join(sentence.split()) for sentence in _SENTENCE.split(text))


def _in_syllables(letters: str, word: re.Match[str]) -> str:
    """A word in as many characters of a script that has thousands."""
    content = word[0].encode()
    return "".join(letters[crc32(content, place) % len(letters)] for place in range(len(word[0])))


def _in_han(text: str) -> str:
    """A text in ideographs, without spaces, with the marks that go with them."""
    words = _WORD.sub(partial(_in_syllables, HAN), text)
    return re.sub(r"[ \t]+", "", words.replace(". ", "。").replace(", ", "，"))


def _in_hangul(text: str) -> str:
    return _WORD.sub(partial(_in_syllables, HANGUL), text)


def _full_width(chars: str) -> dict[int, int]:
    return {ord(char): ord(char) + 0xFEE0 for char in chars}


_ASCII_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def _as_html(text: str) -> str:
    """A text as paragraphs with some inline tags and entities."""
    lines = (html.escape(line).split(" ") for line in text.split("\n"))
    marked = ([*words[:3], f"<b>{' '.join(words[3:5])}</b>", *words[5:]] for words in lines)
    return "\n".join(f'<p class="body">{" ".join(words)}&nbsp;&#8211; &eacute;</p>' for words in marked)


def _decomposed_word(text: str) -> str:
    """A text with the first letter that has a mark decomposed, the mark of its own."""
    for place, char in enumerate(text):
        if len(apart := unicodedata.normalize("NFD", char)) > 1:
            return text[:place] + apart + text[place + 1 :]
    return _with_inserted("cafe\u0301", text)


def _sentences(texts: Texts, wanted: int) -> Texts:
    """So many sentences as articles; where the texts have fewer, over and over with their words in another order."""
    found = [sentence for text in texts for sentence in _SENTENCE.split(text) if sentence.strip()]
    rounds = range(-(-wanted // len(found)))
    return [_shuffled(sentence, number) for number in rounds for sentence in found][:wanted]


def _shuffled(sentence: str, number: int) -> str:
    words = sentence.split()
    if number:
        Random(number).shuffle(words)
    return " ".join(words)


def _one_long_word(texts: Texts) -> Texts:
    letters = "".join(_WORD.findall(" ".join(texts)))
    word = (letters * (1 + _LONG_WORD // max(1, len(letters))))[:_LONG_WORD]
    return [_with_inserted(word, texts[0]), *texts[1:]]


def _word_in_each(texts: Texts) -> Texts:
    """Each text followed by its letters as one word."""
    return [f"{text} {''.join(_WORD.findall(text))}" for text in texts]


def _typographic(text: str) -> str:
    return _with_spaces(" – ", 40, _with_spaces(" “", 25, text)).replace("...", "…").replace("'", "’")


def properties(sentences: int) -> Mapping[str, Property]:
    """Every property by its name; `sentences` is the number of one-sentence articles."""
    return {
        "NFD": Property(_each(partial(unicodedata.normalize, "NFD"))),
        "one combining mark": Property(_each(_decomposed_word)),
        "one Å (U+212B)": _inserting("\u212b"),
        "one Ω (U+2126)": _inserting("\u2126"),
        "one keycap emoji": _inserting("1\ufe0f\u20e3"),
        "one Hangul jamo": _inserting("\u1112\u1161\u11ab"),
        "zero-width spaces": Property(_each(partial(_with_spaces, "\u200b ", 10))),
        "soft hyphens": Property(_each(_with_soft_hyphens)),
        "byte-order mark": Property(_each(lambda text: "\ufeff" + text)),
        "no-break spaces": Property(_each(partial(_with_spaces, "\xa0", 5))),
        "typographic quotes and dashes": Property(_each(_typographic)),
        "full-width digits": Property(_each(lambda text: text.translate(_full_width("0123456789")))),
        "full-width letters": Property(_each(lambda text: text.translate(_full_width(_ASCII_LETTERS)))),
        "emoji after sentences": Property(_each(_with_emoji)),
        "Chinese": Property(_each(_in_han), is_per_character=True),
        "Korean": Property(_each(_in_hangul), is_per_character=True),
        "Thai": Property(_each(lambda text: _without_spaces(_in_letters(THAI, text))), is_per_character=True),
        "Arabic": Property(_each(partial(_in_letters, ARABIC)), is_per_character=True),
        "Hebrew": Property(_each(partial(_in_letters, HEBREW)), is_per_character=True),
        "Cyrillic": Property(_each(partial(_in_letters, CYRILLIC)), is_per_character=True),
        f"one word of {_LONG_WORD:,} letters": Property(_one_long_word, is_per_character=True),
        "a long word in each text": Property(_word_in_each, is_per_character=True),
        "one long line": Property(_each(lambda text: " ".join(text.split()))),
        "all texts in one": Property(lambda texts: ["\n".join(texts)], is_per_character=True),
        "one-sentence articles": Property(partial(_sentences, wanted=sentences), is_per_character=True),
        "upper case": Property(_each(str.upper)),
        "HTML": Property(_each(_as_html)),
        "CRLF": Property(_each(lambda text: text.replace("\n", "\r\n"))),
        "a lone surrogate": _inserting("\ud83d"),
    }


def n_characters(texts: Sequence[str]) -> int:
    """The characters of all texts."""
    return sum(map(len, texts))
