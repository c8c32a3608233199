"""Noun phrases: where the noun of a number starts and ends."""

from __future__ import annotations

from attrs import frozen

from newsdedup.figures.read.sentence import Sentence
from newsdedup.text.numbers.reader import number_from
from newsdedup.text.tagged import CAPITAL, SPACED
from newsdedup.text.tags import Tag

MOST_NOUN_WORDS = 5
_MOST_NAME_WORDS = 4


@frozen
class Noun:
    """The noun of a number: its tokens, its words as printed and in lower case."""

    first: int
    last: int
    printed: str
    folded: str


def noun_of(sentence: Sentence, first: int, last: int) -> Noun:
    """These tokens as a noun."""
    return Noun(first, last, sentence.printed(first, last), sentence.words(first, last))


def noun_after(sentence: Sentence, i: int) -> Noun | None:
    """The noun phrase that begins with a token, lists of one kind taken as one noun."""
    end = phrase_end(sentence, i)
    if end == i:
        return None
    while sentence.is_mark(end, ",") and sentence.phrase(i, Tag.LISTED) and sentence.phrase(end + 1, Tag.LISTED):
        following = phrase_end(sentence, end + 1)
        if following == end + 1:
            break
        end = following
    return noun_of(sentence, i, end)


def phrase_end(sentence: Sentence, i: int) -> int:
    """The end of the words from a token on that can belong to a noun."""
    started = sentence.phrase(i, Tag.NOUN_START)
    end, count = i + started, 2 if started else 0
    while count < MOST_NOUN_WORDS and sentence.is_word(end):
        count += 1
        compound = sentence.phrase(end, Tag.COMPOUND)
        if model := _model_end(sentence, end):
            end = model
            continue
        if not compound and count > 1 and sentence.is_capital(end):
            name = _name_within(sentence, end) or _name_of_thing(sentence, i, end)
            if name is None:
                break
            end = name
            if _is_last(sentence, sentence.word_start(end), end):  # "27 Senate Republicans angered the right"
                break
            continue
        if not compound and ends_noun(sentence, end) and not (count == 1 and _is_participle(sentence, end)):
            break
        word = end
        end = end + compound if compound else sentence.word_end(end)
        if _is_last(sentence, word, end) or (compound and sentence.language.plural_endings):
            break
    return end


def _name_of_thing(sentence: Sentence, first: int, i: int) -> int | None:
    """Where the name ends that says which thing an unspecific noun means: "hai chiếc Cadillac"; not of people."""
    is_thing = sentence.phrase(first, Tag.CLASSIFIER) == i - first
    if not is_thing or sentence.has(first, Tag.COUNTER | Tag.ONE | Tag.MANY | Tag.TITLE | Tag.INCIDENTS | Tag.QUANTITY):
        return None
    end = i
    while end < i + _MOST_NAME_WORDS and sentence.is_word(end) and sentence.kinds[end] & CAPITAL:
        end = sentence.word_end(end)
    return end


def _model_end(sentence: Sentence, i: int) -> int:
    """Where a model begins and ends that comes before a noun: "six AK - 47 rifles"; 0 where there is none."""
    if not (sentence.language.adjectives_before_noun and sentence.printed(i, i + 1).isupper()):
        return 0
    number = i + 1 + sentence.is_mark(i + 1, "-")
    end = sentence.digits_end(number)
    if end > number and sentence.is_word(end) and sentence.is_capital(end):
        after = sentence.word_end(end)
        return after if is_plural(sentence, sentence.words(end, after)) else 0
    return end if end > number and sentence.is_word(end) and not ends_noun(sentence, end) else 0


def _name_within(sentence: Sentence, i: int) -> int | None:
    """Where the name within a noun phrase ends: "two young St. Louis boys"; None where the phrase ends before it."""
    if not sentence.language.adjectives_before_noun:
        return None
    end = i
    for _ in range(_MOST_NAME_WORDS):
        if not (sentence.is_word(end) and sentence.kinds[end] & CAPITAL):
            break
        end = sentence.word_end(end)
        if sentence.is_mark(end, ".") and not sentence.kinds[end] & SPACED and sentence.is_word(end + 1):
            end += 1
    follows = sentence.is_word(end) and not sentence.kinds[end] & CAPITAL and not ends_noun(sentence, end)
    return end if end > i and follows else None


def _is_participle(sentence: Sentence, i: int) -> bool:
    """Whether a participle right after a number is part of its noun: "two wounded men", but "two wounded"."""
    if not sentence.language.adjectives_before_noun or not sentence.phrase(i, Tag.CUE):
        return False
    following = sentence.word_end(i)
    is_noun = sentence.is_word(following) and not sentence.is_capital(following) and not ends_noun(sentence, following)
    return is_noun and is_plural(sentence, sentence.words(following, sentence.word_end(following)))


def _is_last(sentence: Sentence, i: int, end: int) -> bool:
    """Whether a noun is plural and the next word is not: "54,000 fans cheered", but "two arms dealers"."""
    if not is_plural(sentence, sentence.words(i, sentence.word_end(i))):
        return False
    return not sentence.is_word(end) or not is_plural(sentence, sentence.words(end, sentence.word_end(end)))


def is_plural(sentence: Sentence, word: str) -> bool:
    """Whether a word has the ending of a plural."""
    language = sentence.language
    return word.endswith(language.plural_endings) and not word.endswith(language.not_plural)


def ends_noun(sentence: Sentence, i: int) -> bool:
    """Whether a word cannot be part of a noun."""
    if sentence.phrase(i, Tag.PLANNED) or (sentence.is_capital(i) and sentence.phrase(i, Tag.DAY)):
        return True
    size = sentence.phrase(i, Tag.NOUN_END)
    return size > 0 and i + size >= sentence.word_end(i)


def is_bare(sentence: Sentence, noun: Noun) -> bool:
    """Whether a noun is too unspecific to name a quantity on its own ("người")."""
    return sentence.phrase(noun.first, Tag.CLASSIFIER) == noun.last - noun.first


def linked_noun(sentence: Sentence, i: int) -> Noun | None:
    """The noun after a word that links it to an amount, past its own number: "of the 600 beds"."""
    number = number_from(sentence.folded, sentence.starts[i], sentence.numbers) if i < sentence.last else None
    return noun_after(sentence, sentence.tokens.after(number.end) if number else i)


def link_after(sentence: Sentence, i: int) -> int:
    """The end of the words that link an amount to its noun, with a determiner; 0 where there are none."""
    size = sentence.phrase(i, Tag.LINK)
    return i + size + sentence.phrase(i + size, Tag.DETERMINER) if size else 0
