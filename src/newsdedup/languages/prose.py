"""Words by which a sentence shows that it cannot be quoted alone, as data."""

from __future__ import annotations

from attrs import frozen

from newsdedup.support.typed_fields import typed_fields


@frozen(kw_only=True, field_transformer=typed_fields)
class Prose:
    """How the sentences and headlines of a language lean on what is around them.

    Attributes
    ----------
    leaning : tuple of str
        Words that open a sentence which goes on with the one before it ("however", "tuy nhiên").
    pronouns : tuple of str
        Words that open a sentence about somebody named before, unless a name follows ("he", "ông").
    not_leaning : tuple of str
        Phrases that begin like one of `leaning` or `pronouns` and do not lean ("cô gái", "later this month").
    demonstratives : tuple of str
        Words near the beginning of a sentence that point to the one before it ("này").
    reported : tuple of str
        Words of an unnamed speaker whom the sentence before names ("he said").
    first_person : tuple of str
        Words of a speaker, outside of quotation marks ("I", "chúng tôi").
    openers : tuple of str
        Words that open a sentence and, in capitals within one, show where the caption before it ends ("Đến nay").
    definite : tuple of str
        Words before what a report has mentioned before, poor at its beginning ("the").
    not_news : tuple of str
        Regular expressions, in lower case, of the beginnings of sentences that the page says of itself ("click here");
        with ``.*`` before it, one may be anywhere in a sentence.
    words_of_syllables : bool
        Whether what stands between spaces is mostly a syllable: words are then compared in pairs.
    headline_marks : tuple of str
        Words before a headline, with a colon or a bar or in capitals, that are not part of it ("UPDATE").
    """

    leaning: tuple[str, ...] = ()
    pronouns: tuple[str, ...] = ()
    not_leaning: tuple[str, ...] = ()
    demonstratives: tuple[str, ...] = ()
    reported: tuple[str, ...] = ()
    first_person: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()
    definite: tuple[str, ...] = ()
    not_news: tuple[str, ...] = ()
    words_of_syllables: bool = False
    headline_marks: tuple[str, ...] = ()
