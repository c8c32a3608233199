"""Which sentences of an article can be quoted alone, and which of them can begin a summary."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from attrs import frozen

from newsdedup.languages import (
    Language,
    Prose,
    cached_by_language,
    forgotten_with_languages,
    known_languages,
    language_of,
)
from newsdedup.text.normal_form import Span, fold_case, normalise
from newsdedup.text.outlet_keys import is_known_outlet, outlet_key, site_of
from newsdedup.text.page import Page
from newsdedup.text.phrases import NEVER, any_as_printed, lazily
from newsdedup.text.tags import Tag

_OPENING_SIGNS: Final = " \t\"'“‘«([-–—"
_CUT_BEFORE: Final = re.compile(r"(?:\d|\b[A-ZĐ])\.$")  # the end of a sentence that was cut at "6. 1" or "U. S."
_CUT_LENGTH: Final = 2  # its characters
_CUT_START: Final = re.compile(r"[A-ZĐ]\.\s|[B-DF-HJ-NP-TV-XZĐ]\s\w|\d+\s*[.)]?\s+(?:rating|share|p\.m|a\.m)\b")
_BEFORE_SENTENCE: Final = re.compile(r"[^().!?]{0,60}\([^()]{2,30}\)\s*[-–—:]+\s+|[-–—:>•*\s]+")
_LAST_MARK: Final = re.compile(r"[.!?…]['\"”’)]*$")
_OUTLET_BEFORE: Final = re.compile(
    r"(?:[(\[](?P<bracketed>[^\W_][\w.]{1,24})[)\]]\s*[-–—:]?|(?P<bare>[^\W_][\w.]{1,24})\s*[-–—:])\s*(?=[^\W\d_])"
)
_NAME_ALONE: Final = re.compile(r"([A-Z][A-Za-z'’-]*[a-z])(?:['’]s)? [a-z]")
_ENDS_OF_SENTENCE: Final = '.!?:;,"”'
_SPACES_AFTER_HEADLINE: Final = 5  # in a sentence after a headline: a shorter one goes on with it
_ANYWHERE: Final = ".*"  # before a pattern that may be anywhere in a sentence
_QUOTED: Final = re.compile(r"“[^”]*”|\"[^\"]*\"")
_OPENING_REACH: Final = 60  # characters near the beginning of a sentence in which it can point back


@frozen
class Standing:
    """How well a sentence stands alone."""

    span: Span  # without the caption that was printed before it
    is_lead: bool  # whether it can begin a summary
    family_name: str | None = None  # the name, in lower case, of somebody whom an earlier sentence names in full


@frozen(eq=False)
class PageSigns:
    """The signs by which the sentences of one page are judged; which of them it has at all is found once."""

    page: Page
    of_language: _ProseSigns
    footer_words: tuple[str, ...]  # those that the page has

    def may_have(self, tag: int, start: int, end: int) -> bool:
        """Whether a phrase of a table may begin in a span; so it may in a language without tables."""
        return self.page.language is None or bool(self.page.landmarks.within(tag, start, end))

    def may_be_footer(self, folded: str) -> bool:
        """Whether a sentence has a word of a footer: few have, and are compared with footers."""
        return any(word in folded for word in self.footer_words)


def signs_on(page: Page) -> PageSigns:
    """The signs by which the sentences of a page are judged."""
    signs = _signs_of(page.language.code if page.language else None)
    return PageSigns(page, signs, tuple(word for word in signs.footer_words if word in page.folded))


def standing_of(page: Page, index: int, on_page: PageSigns | None = None) -> Standing | None:
    """How the sentence with this number stands; None where it is cut, leans on another, or is not of the article.

    Who asks for several sentences of a page gives its `signs_on`, which are then found once.
    """
    on_page = on_page or signs_on(page)
    signs = on_page.of_language
    start, end = page.sentences[index]
    start = _after_headline(page, start, end) if index == 0 else start
    start = _after_caption(page.text.plain, start, end, signs)
    start = _after_dateline(page.text.plain, start, end, signs)
    words = page.text.plain[start:end]
    folded = fold_case(words).lstrip(_OPENING_SIGNS)
    opening = folded[:_OPENING_REACH]
    if not _is_complete(words) or _is_cut(page, index, words) or _leans(words.lstrip(_OPENING_SIGNS), opening, signs):
        return None
    if signs.demonstrative.search(opening) or _speaks_of_nobody(words, start, on_page) or _is_of_page(folded, on_page):
        return None
    is_quotation = 2 * len(_without_quotations(words)) < len(words) or words[0] in "\"“«‘'"
    is_lead = not is_quotation and not signs.definite.match(words)
    return Standing((start, end), is_lead, _family_name(page.text.plain, start, words))


def _after_headline(page: Page, start: int, end: int) -> int:
    """The start of a first sentence after the headline and the names of sections that a page prints before it."""
    headline = normalise(page.article.title or "").plain.strip()
    first = start
    while headline and page.text.plain.startswith(headline, start, end):
        start += len(headline)
        while section := _section().match(page.text.plain, start, end):
            start = section.end()
    rest = page.text.plain[start:end].lstrip()
    is_sentence = (rest[:1].isupper() or rest[:1].isdigit()) and rest.count(" ") >= _SPACES_AFTER_HEADLINE
    return end - len(rest) if is_sentence else first


@forgotten_with_languages
@functools.cache
def _section() -> re.Pattern[str]:
    """The name of a section of a news site, before another word."""
    return re.compile(
        rf"\s+(?:{_any_phrase(name for one in known_languages().values() for name in one.sections)})?(?=\s|$)\s*"
    )


def _after_dateline(plain: str, start: int, end: int, signs: _ProseSigns) -> int:
    """The start of a sentence after a dash, a dateline with an agency, "UPDATE, 9 p.m.:" or the outlet ("TTO -")."""
    while match := _BEFORE_SENTENCE.match(plain, start, end) or signs.mark.match(plain, start, end):
        start = match.end()
    outlet = _OUTLET_BEFORE.match(plain, start, end)
    name = (outlet.group("bracketed") or outlet.group("bare")) if outlet else ""
    return outlet.end() if outlet and (site_of(name) or is_known_outlet(outlet_key(name))) else start


def _family_name(plain: str, start: int, words: str) -> str | None:
    """The first word of a sentence, if it is a name that comes before with another one ("Eric Snarr … Snarr says")."""
    match = _NAME_ALONE.match(words)
    if match is None or f" {match.group(1).lower()} " in plain:
        return None
    name = match.group(1)
    place = plain.find(f" {name}", 0, start)
    before = plain[max(0, place - _OPENING_REACH) : place].split()[-1:] if place > 0 else []
    return fold_case(name) if before and before[0][0].isupper() and before[0][-1] not in _ENDS_OF_SENTENCE else None


def _is_of_page(folded: str, on_page: PageSigns) -> bool:
    """Whether the page says this of itself."""
    signs = on_page.of_language
    if signs.not_news.match(folded) or signs.not_news_within.search(folded):
        return True
    return on_page.may_be_footer(folded) and signs.footer.match(folded) is not None


def _leans(words: str, opening: str, signs: _ProseSigns) -> bool:
    """Whether a sentence opens with a word that leans on the one before it; "ông" does, "ông Nam" does not."""
    if signs.not_leaning.match(opening):
        return False
    pronoun = signs.pronoun.match(opening)
    if pronoun is None:
        return signs.leaning.match(opening) is not None
    return not words[pronoun.end() :].lstrip()[:1].isupper()


def _after_caption(plain: str, start: int, end: int, signs: _ProseSigns) -> int:
    """The start of a sentence, after a caption without a full stop that was printed before it."""
    if signs.glued is None:
        return start
    glued = (match for match in signs.glued.finditer(plain, start, end) if _ends_caption(match, plain))
    return max((match.start("opener") for match in glued), default=start)


def _ends_caption(opener: re.Match[str], plain: str) -> bool:
    """Whether an opener is no word of a name: it has several words, or a name, a number or a mark beside it."""
    before = plain[max(0, opener.start() - _OPENING_REACH) : opener.start() + 1].split()[-1]
    after = plain[opener.end() : opener.end() + 2].lstrip()
    return " " in opener.group("opener") or before[:1].isupper() or after[:1].isdigit() or after[:1].isupper()


def _is_complete(words: str) -> bool:
    begins = words.lstrip(_OPENING_SIGNS)[:1]
    return (
        (begins.isupper() or begins.isdigit())
        and _LAST_MARK.search(words) is not None
        and not words.rstrip("\"'”’)").endswith("?")
        and words.count("“") == words.count("”")
        and words.count('"') % 2 == 0
        and words.count("(") == words.count(")")
    )


def _is_cut(page: Page, index: int, words: str) -> bool:
    """Whether a full stop that ends no sentence cut it: "magnitude of 6. 1", "the U. S. Survey"."""
    if _CUT_START.match(words) or (_ends_cut(words) and _follows(page, index)):
        return True
    if index == 0:
        return False
    before_start, before_end = page.sentences[index - 1]
    before = page.text.plain[before_start:before_end]
    return _ends_cut(before) and (words[0].isdigit() or len(before) < 4 or before[-2].isupper())


def _ends_cut(words: str) -> bool:
    """Whether words end as they do before a cut; they end with no white space."""
    return words.endswith(".") and _CUT_BEFORE.search(words, max(0, len(words) - _CUT_LENGTH)) is not None


def _follows(page: Page, index: int) -> bool:
    """Whether the next sentence begins with a digit, or within the same line with a capital after an initial."""
    if index + 1 >= len(page.sentences):
        return False
    start = page.sentences[index + 1][0]
    end = page.sentences[index][1]
    is_same_line = "\n" not in page.text.plain[end:start]
    return is_same_line and (page.text.plain[start].isdigit() or page.text.plain[end - 2].isupper())


def _speaks_of_nobody(words: str, start: int, on_page: PageSigns) -> bool:
    """Whether a speaker is only a pronoun, or the words are those of a speaker without quotation marks."""
    signs, unquoted, span = on_page.of_language, _without_quotations(words), (start, start + len(words))
    is_quoting = len(unquoted) < len(words)  # without the quotation, the words around it are neighbours
    may_report = is_quoting or on_page.may_have(Tag.REPORTED, *span)
    may_be_first = is_quoting or on_page.may_have(Tag.FIRST_PERSON, *span)
    is_reported = may_report and signs.reported.search(fold_case(unquoted)) is not None
    return is_reported or (may_be_first and signs.first_person.search(unquoted) is not None)


def _without_quotations(words: str) -> str:
    return _QUOTED.sub("", words)


@frozen
class _ProseSigns:
    leaning: re.Pattern[str]  # on folded words, like the others unless they look at capitals
    not_leaning: re.Pattern[str]
    pronoun: re.Pattern[str]
    demonstrative: re.Pattern[str]
    reported: re.Pattern[str]
    first_person: re.Pattern[str]  # on words as printed
    glued: re.Pattern[str] | None  # on words as printed; None in a language without openers
    definite: re.Pattern[str]  # on words as printed
    not_news: re.Pattern[str]
    not_news_within: re.Pattern[str]
    footer: re.Pattern[str]
    footer_words: tuple[str, ...]  # of which each footer has one
    mark: re.Pattern[str]  # on words as printed


@forgotten_with_languages
@cached_by_language
def _signs_of(code: str | None) -> _ProseSigns:
    """The signs of a language; those of all languages where it is unknown."""
    known = language_of(code)
    languages: list[Language] = [known] if known else list(known_languages().values())
    prose = [language.prose for language in languages]
    openers = [word[0].upper() + word[1:] for one in prose for word in one.openers]
    marks = [form for one in prose for word in one.headline_marks for form in (word.capitalize(), word.upper())]
    first_person = _in_both_cases(word for one in prose for word in one.first_person)
    notices = [normalise(pattern).plain for one in prose for pattern in one.not_news]
    page = [normalise(pattern).plain for language in languages for pattern in (*language.footers, *language.teasers)]

    def any_in(table: Callable[[Prose], Iterable[str]]) -> str:
        return _any_phrase(word for one in prose for word in table(one))

    return _ProseSigns(
        leaning=re.compile(rf"(?:{any_in(lambda one: one.leaning)})(?![\w-])"),
        not_leaning=re.compile(rf"(?:{any_in(lambda one: one.not_leaning)})(?!\w)"),
        pronoun=re.compile(rf"(?:{any_in(lambda one: one.pronouns)})(?![\w-])"),
        demonstrative=re.compile(rf"(?<!\w)(?:{any_in(lambda one: one.demonstratives)})(?!\w)"),
        reported=re.compile(rf"(?<!\w)(?:{any_in(lambda one: one.reported)})(?!\w)"),
        first_person=re.compile(rf"(?<![\w.])(?:{_any_phrase(first_person)})(?![\w.])"),
        glued=re.compile(_glued_before(openers)) if openers else None,
        definite=re.compile(rf"(?i:{any_in(lambda one: one.definite)})\s+[a-z]"),
        mark=re.compile(
            rf"(?:{_any_phrase(marks)})(?![\w-])[^.:!?\n]{{0,30}}(?:\d:\d\d[^:!?\n]{{0,20}})?:\s+(?=[^\W\d_])"
        ),
        not_news=re.compile("|".join(one for one in notices if not one.startswith(_ANYWHERE)) or NEVER),
        not_news_within=re.compile(
            "|".join(one[len(_ANYWHERE) :] for one in notices if one.startswith(_ANYWHERE)) or NEVER
        ),
        footer=lazily(lambda: rf"(?is)(?:\W*(?:{'|'.join(page) or NEVER})\W*$)"),
        footer_words=tuple({normalise(word).plain for language in languages for word in language.footer_words}),
    )


def _glued_before(openers: Sequence[str]) -> str:
    """A pattern for an opener after a word; the space and the capital come first, which rule out most places."""
    capitals = "".join({opener[0] for opener in openers})
    return rf" (?=[{capitals}])(?<=[^\W_] )(?P<opener>(?:{_any_phrase(openers)})(?=[ ,]))"


def _in_both_cases(words: Iterable[str]) -> list[str]:
    """Words as they begin a sentence and as they stand in it; "I" is always a capital."""
    return [form for word in words for form in ({word, word.capitalize()} if len(word) > 1 else {word.upper()})]


def _any_phrase(words: Iterable[str]) -> str:
    """Alternatives in the form that they have in a normal text, with their capitals."""
    return any_as_printed(normalise(word).plain for word in words)
