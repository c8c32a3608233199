"""The words of an article to show in quotation marks for a claim: always a slice of the article."""

from __future__ import annotations

import re
from typing import Final

from newsdedup.figures.claim import FigureClaim
from newsdedup.languages import language_of

_KINDS_WITH_UNIT: Final = frozenset({"date", "duration", "age"})  # the words of a claim name what is counted
_MOST_WORDS_TO_NOUN: Final = 8  # between a number and its noun, for both to be quoted
_END_MARKS: Final = ' \t\r\n.,;:!?…"“”‘’«»()[]'  # after the last word of a sentence
_WORDS_BEFORE: Final = re.compile(r"""(?:(?<!\S)(?![(\["“«])\S*[\w%]\s+){1,4}\Z""")  # in the same clause, at most four
_WORDS_AFTER: Final = re.compile(r"""(?:\s+(?![(\["“«])\S*[\w%]){1,4}""")
_GLUED_BEFORE: Final = re.compile(r"[\w%/+$€£-]+\Z")
_GLUED_AFTER: Final = re.compile(r"(?:[\w%/°²³’'-]|(?<=\d)[.,](?=\d))*[\w%°²³]")
_OPEN_BRACKET: Final = re.compile(r"\([^()]*\Z")


def claim_words(claim: FigureClaim) -> str:
    """The words of a claim to show in quotation marks: a slice of the article, with the noun where that is near.

    Where it is not, or a number has no noun, they are the number and some words around it; an ellipsis then shows that
    the sentence goes on. The slice is that of `claim_span`.

    Examples
    --------
    >>> from newsdedup import extract_figures
    >>> [claim_words(one) for one in extract_figures("Năm nay, tỷ lệ hộ nghèo của xã đã giảm còn 8,36%.")]
    ['tỷ lệ hộ nghèo của xã đã giảm còn 8,36%']
    """
    sentence, _ = _sentence_of(claim)
    first, last, is_excerpt = _slice_to_quote(claim)
    before = "… " if is_excerpt and sentence[:first].strip(_END_MARKS) else ""
    after = " …" if is_excerpt and sentence[last:].strip(_END_MARKS) else ""
    return f"{before}{sentence[first:last]}{after}"


def claim_span(claim: FigureClaim) -> tuple[int, int]:
    """The offsets in the article of the words that `claim_words` quotes; they start and end between words."""
    _, start = _sentence_of(claim)
    first, last, _ = _slice_to_quote(claim)
    return start + first, start + last


def words_around(claim: FigureClaim) -> str:
    """The words of a claim with a few before and after it in its clause, in one line.

    Examples
    --------
    >>> from newsdedup import extract_figures
    >>> report = "Đoàn kiểm tra 1.232 cơ sở, phát hiện 257 cơ sở vi phạm."
    >>> [words_around(one) for one in extract_figures(report, language="vi")]
    ['Đoàn kiểm tra 1.232 cơ sở', 'phát hiện 257 cơ sở vi phạm']
    """
    sentence, start = _sentence_of(claim)
    first, last = _with_context(sentence, claim.start - start, claim.start - start + len(claim.text))
    return " ".join(sentence[first:last].split())


def _sentence_of(claim: FigureClaim) -> tuple[str, int]:
    """The sentence that has the words of a claim, and its offset; the words alone where no sentence does."""
    first = claim.start - claim.sentence_start
    has_words = first >= 0 and claim.sentence.startswith(claim.text, first)
    return (claim.sentence, claim.sentence_start) if has_words else (claim.text, claim.start)


def _slice_to_quote(claim: FigureClaim) -> tuple[int, int, bool]:
    """Start and end of what is quoted, in the claim's sentence, and whether it is an excerpt around the number."""
    sentence, start = _sentence_of(claim)
    words = claim.start - start, claim.start - start + len(claim.text)
    complete = _whole_words(sentence, *words) if _names_its_unit(claim) else _with_noun(claim, sentence, *words)
    return (*(complete or _with_context(sentence, *words)), complete is None)


def _names_its_unit(claim: FigureClaim) -> bool:
    """Whether the words of a claim alone say what the number is of."""
    if claim.kind in _KINDS_WITH_UNIT and any(map(str.isalpha, claim.text)):
        return True
    return claim.noun is not None and f" {claim.noun} ".lower() in f" {claim.text} ".lower()


def _with_noun(claim: FigureClaim, sentence: str, first: int, last: int) -> tuple[int, int] | None:
    """The shortest slice with the number and its noun; None if they are far from each other, or in two brackets."""
    words = r"\s+".join(map(re.escape, (claim.noun or "").split()))
    nouns = [one.span() for one in re.finditer(rf"(?<!\w){words}(?!\w)", sentence, re.IGNORECASE)] if words else []
    spans = [
        _whole_words(
            sentence, min(start, first), _classifier_end(claim, sentence, last) if end <= first else max(end, last)
        )
        for start, end in nouns
        if len(sentence[min(end, last) : max(start, first)].split()) <= _MOST_WORDS_TO_NOUN
    ]
    whole = [span for span in spans if not _OPEN_BRACKET.search(sentence, *span)]
    return min(whole, key=lambda span: span[1] - span[0], default=None)


def _classifier_end(claim: FigureClaim, sentence: str, last: int) -> int:
    """The end of the classifier after a number whose noun is before it: "máy bay lên 10 chiếc"."""
    language = language_of(claim.language)
    words = "|".join(map(re.escape, language.classifiers)) if language else ""
    found = re.compile(rf"\s+(?:{words})(?!\w)").match(sentence, last) if words else None
    return found.end() if found else last


def _with_context(sentence: str, first: int, last: int) -> tuple[int, int]:
    """The number with some words before and after it, of the same clause."""
    return _whole_words(sentence, *_extended(_WORDS_BEFORE, _WORDS_AFTER, sentence, first, last))


def _whole_words(sentence: str, first: int, last: int) -> tuple[int, int]:
    """A slice that starts and ends between words: "300 đồng" with the "/lít" after it, and with its bracket closed."""
    first, last = _extended(_GLUED_BEFORE, _GLUED_AFTER, sentence, first, last)
    return first, last + (sentence.startswith(")", last) and _OPEN_BRACKET.search(sentence, first, last) is not None)


def _extended(before: re.Pattern[str], after: re.Pattern[str], sentence: str, first: int, last: int) -> tuple[int, int]:
    left, right = before.search(sentence, 0, first), after.match(sentence, last)
    return left.start() if left else first, right.end() if right else last
