"""Numbers that words give only roughly: "dozens", "hàng trăm", "vài chục", "mười mấy", "dăm ba"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from attrs import frozen

from newsdedup.languages import Language, Numerals, cached_by_language
from newsdedup.text.numbers.number import PrintedNumber
from newsdedup.text.numbers.words import SPACE
from newsdedup.text.phrases import any_of, plain

_HUNDRED = 100
_TEN = 10


@frozen
class _Rough:
    """What a phrase says, before the scale words after it multiply it."""

    low: int
    high: int | None = None
    below: int | None = None  # the number that it stays below
    qualifier: str | None = None
    is_bare: bool = False  # whether it is a number only after a qualifier ("hơn chục")
    is_linked: bool = False  # whether it is one only before "of"


@frozen(eq=False)
class Magnitudes:
    """The phrases for rough numbers of a language."""

    by_phrase: Mapping[str, _Rough]
    scales: Mapping[str, int]
    further: re.Pattern[str]  # the scale words after such a phrase
    link: re.Pattern[str]  # "of", unless it leads to the whole of a part ("of the 9")

    def is_bare(self, phrase: str) -> bool:
        """Whether a phrase is a scale word alone, which is a number only after a qualifier."""
        rough = self.by_phrase.get(phrase)
        return rough is not None and rough.is_bare

    def at(self, folded: str, start: int, end: int) -> PrintedNumber | None:
        """The rough number whose phrase is this span, with the scale words after it."""
        phrase = folded[start:end]
        rough = self.by_phrase.get(phrase) or self.by_phrase.get(" ".join(phrase.split()))
        if rough is None or (rough.is_linked and not self.link.match(folded, end)):
            return None
        scale = 1
        if further := self.further.match(folded, end):
            end = further.end()
            for word in further.group().split():
                scale *= self.scales.get(word, 1)
        if rough.qualifier is not None and (link := self.link.match(folded, end)):
            end = link.end()
        high = rough.high and rough.high * scale
        return PrintedNumber(
            start,
            end,
            Decimal(rough.low * scale),
            Decimal(rough.below * scale - 1) if rough.below else None if high is None else Decimal(high),
            in_words=True,
            scale=rough.low * scale if rough.is_bare else scale,
            qualifier=rough.qualifier,
        )


@cached_by_language
def magnitudes_of(language: Language) -> Magnitudes:
    """The compiled phrases for rough numbers of a language."""
    table = language.numerals
    scales = {**language.scales, **table.times}
    link = rf"{SPACE}{closed_link(table.share_links)}"
    plurals = {word: low // 2 for word, low in table.magnitudes.items() if " " not in word}
    return Magnitudes(
        by_phrase={plain(phrase): rough for phrase, rough in _rough_numbers(table, scales)},
        scales={plain(word): scale for word, scale in {**scales, **plurals}.items()},
        further=re.compile(rf"(?:(?:{SPACE}(?:{any_of(scales)})|{link}{SPACE}?(?:{any_of(plurals)}))(?!\w))+"),
        link=re.compile(rf"(?!{SPACE}(?:{any_of(one for one in language.part_links if ' ' in one)})(?!\w)){link}"),
    )


def closed_link(words: Iterable[str]) -> str:
    """One of these words; one that ends in a letter ends there ("de", but not "d'")."""
    by_ending = {is_word: [word for word in words if word[-1].isalpha() == is_word] for is_word in (True, False)}
    return rf"(?:(?:{any_of(by_ending[True])})(?!\w)|(?:{any_of(by_ending[False])}))"


def _rough_numbers(table: Numerals, scales: Mapping[str, int]) -> Iterator[tuple[str, _Rough]]:
    for scale in table.bare_scales:
        yield scale, _Rough(scales[scale], is_bare=True)
    for phrase, low in table.magnitudes.items():
        yield phrase, _Rough(low, qualifier="at_least", is_linked=phrase in table.linked_magnitudes)
    for phrase, value in table.rounded.items():
        yield phrase, _Rough(value, qualifier="about")
    for phrase, (low, high) in table.pairs.items():
        yield phrase, _Rough(low, high)
    for scale, unit in scales.items():
        for few in table.few:
            yield f"{few} {scale}", _Rough(2 * unit, below=_HUNDRED if unit < _HUNDRED else _TEN * unit)
    for ten, value in _tens(table).items():
        for odd in table.odd:
            yield f"{ten} {odd}", _Rough(value + 1, value + _TEN - 1)


def _tens(table: Numerals) -> dict[str, int]:
    """The tens, each in all its forms: "mười", "hai mươi", "hai"."""
    tens = dict(table.tens)
    for unit, value in table.units.items():
        if value > 1 and table.short_tens:
            tens[unit] = _TEN * value
        if value > 1:
            tens |= {f"{unit} {word}": value * scale for word, scale in table.times.items() if scale == _TEN}
    return tens
