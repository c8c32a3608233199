"""Places that a text names, and levels such as "the province" that it mentions without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from newsdedup.languages import Language, cached_by_language
from newsdedup.text.landmarks import Landmarks
from newsdedup.text.names import place_name_at
from newsdedup.text.normal_form import Span, fold_case
from newsdedup.text.phrases import any_of, matches, plain, whole_words
from newsdedup.text.tags import Tag, places_before_names

_DATELINE = re.compile(r"^[\s(]*([^\s:,.()][^:,.()\r\n]{1,38}?)(?:\)?\s*[–—-]\s|:\s|\)\s)")
_FIRST_LINES = 3
_PLACE_WORD_BEFORE = re.compile(r"(?:St\. )?[\w’'-]+")
_POSSESSIVES = ("'s", "’s", "s'", "s’")
_LETTERS_OF_WORD = 4
_LETTERS_OF_SMALL_WORD = 3  # a headline has small words in lower case
_LONGEST_HEADLINE = 120
_WORDS_OF_HEADLINE = 3
_LEVELS_OF_BODIES = ("state", "district")  # level words that are also part of the names of bodies
_MOST_WORDS_BEFORE_LEVEL = 3  # before a level word
_NAME_BEFORE_REACH = 60  # characters before a level word in which the name of its place begins
_NOT_BEFORE = r"\w"
_OFFICE_REACH = 50  # characters before an office named after a place in which the title of its holder appears


@frozen
class PlaceMention:
    """A place that a text names; `level` is ``unknown`` where the words do not give it."""

    start: int
    name: str
    level: str


@frozen
class LevelMention:
    """A level without a name ("toàn tỉnh"), or the whole country; `words` as printed, in lower case."""

    start: int
    level: str
    words: str


@frozen
class PlacePatterns:
    """The patterns for places of a language, for folded text."""

    named: re.Pattern[str]
    national: re.Pattern[str]
    unnamed: re.Pattern[str]
    person_before: re.Pattern[str]
    levels: dict[str, str]
    at: frozenset[str]
    after_name: frozenset[str]  # those of `levels` that come after the name of their place
    not_levels: frozenset[str]
    not_place: re.Pattern[str]
    level: re.Pattern[str]
    loosely_at: frozenset[str]
    ends: frozenset[str]  # words before which the name of a place begins: "in", "while", "courthouse"
    institutions: frozenset[str]
    known: dict[str, str]  # places of the tables in lower case, and their level


@cached_by_language
def _place_patterns(language: Language) -> PlacePatterns:
    places = language.places
    levels = {**places.levels, **places.offices}
    whole = (*places.whole, *places.of)
    not_places = (*places.not_places, *language.dates.months, *language.dates.weekdays)
    return PlacePatterns(
        named=re.compile(
            whole_words(places_before_names(language), not_before=_NOT_BEFORE)
            + ("" if places.levels_after_name else r"(?=\s+\w)")
        ),
        national=re.compile(whole_words(places.national, not_before=_NOT_BEFORE)),
        unnamed=re.compile(
            rf"(?:{whole_words(places.of, not_before=_NOT_BEFORE)}\s+(?:{any_of(whole)})|"
            rf"{whole_words(whole, not_before=_NOT_BEFORE)})\s+(?P<level>{any_of(places.levels)})(?!\w)"
        ),
        person_before=re.compile(rf"(?<!\w)(?:{any_of(language.offices)})(?!\w)[^,;:.()\r\n]{{0,30}}$"),
        levels=levels,
        at=frozenset(map(plain, places.at)).difference(levels),
        after_name=frozenset(word for word in places.levels if places.levels_after_name and not word.endswith(" of")),
        not_levels=frozenset(map(plain, places.not_levels)),
        not_place=re.compile(rf"\s*(?:{any_of(not_places)})(?!\w)"),
        level=re.compile(rf"\s*(?:{any_of(levels)})(?=\s+\w)"),
        loosely_at=frozenset(map(plain, places.loosely_at)),
        ends=frozenset((*_words_before_names(language), *places.institutions)),
        institutions=frozenset(map(plain, places.institutions)),
        known=known_places(language),
    )


def _words_before_names(language: Language) -> Iterator[str]:
    """Words that are no part of the name after them."""
    naming, dates = language.naming, language.dates
    yield from (*language.function_words, *naming.openers, *naming.office_parts, *dates.months, *dates.weekdays)
    yield from (word for office in language.offices for word in office.split())


def is_code(alias: str) -> bool:
    """Whether a form of a name is a code of letters, which is a word in lower case: "IN", "US"."""
    return alias.isalpha() and alias.isupper() and len(alias) < _LETTERS_OF_WORD


@cached_by_language
def known_places(language: Language) -> dict[str, str]:
    """The places of the tables of a language in lower case, and their level."""
    places = language.places
    levels = dict.fromkeys(places.countries, "unknown") | dict(places.known)
    levels |= {alias: levels.get(name, "unknown") for alias, name in places.aliases.items() if not is_code(alias)}
    # "N.C", as a name ends
    initials = {name.rstrip("."): level for name, level in levels.items() if name.count(".") > 1}
    return {plain(name): level for name, level in {**levels, **initials}.items()}


def places_in(plain: str, folded: str, language: Language, landmarks: Landmarks) -> Iterator[PlaceMention]:
    """Every place that a text names, in order."""
    patterns = _place_patterns(language)
    for match in matches(patterns.named, folded, landmarks.of(Tag.PLACE)):
        if match.group() in patterns.after_name:
            yield from _place_named_before(plain, match.span(), match.group(), patterns)
            continue
        may_be_name = not plain[match.end() + 1 : match.end() + 2].islower()  # most words before a name are before none
        if may_be_name and not _names_a_person(match, folded, patterns):
            place = _named_at(plain, folded, match.end(), match.group(), patterns)
            if place is not None and not (
                patterns.after_name and _is_in_headline(plain, match.start(), place, patterns)
            ):
                yield place


def levels_in(
    plain: str, folded: str, language: Language, landmarks: Landmarks, span: tuple[int, int]
) -> Iterator[LevelMention]:
    """The levels that a span of a text mentions without a name: the whole country first."""
    patterns, end = _place_patterns(language), span[1]
    for match in matches(patterns.national, folded, landmarks.within(Tag.NATION, *span), end):
        yield LevelMention(match.start(), "national", match.group())
    for match in matches(patterns.unnamed, folded, landmarks.within(Tag.WHOLE, *span), end):
        if _named_at(plain, folded, match.end(), match.group("level"), patterns) is None:
            yield LevelMention(match.start(), patterns.levels[match.group("level")], match.group())


def dateline(plain: str, language: Language) -> str | None:
    """The article's own place: "Hà Nội: …" or "(Hà Nội) - …" at the start of one of its first lines."""
    patterns = _place_patterns(language)
    for line in plain.lstrip().split("\n")[:_FIRST_LINES]:
        match = _DATELINE.match(line)
        words = re.findall(r"[^\s–-]+", match.group(1)) if match else []
        if match and all(_may_be_in_place(word, patterns) for word in words):
            return match.group(1).strip()
    return None


def _may_be_in_place(word: str, patterns: PlacePatterns) -> bool:
    return word[0].isupper() and patterns.not_place.match(fold_case(word)) is None


def _place_named_before(plain: str, level: Span, word: str, patterns: PlacePatterns) -> Iterator[PlaceMention]:
    """The place whose name ends with a level word in capitals, as in "Oxley County Courthouse"."""
    start, end = level
    first = _first_of_place(plain, start, patterns) if plain[start].isupper() else start
    if first == start:
        return
    name, base = plain[first:end], plain[first : start - 1]
    known = patterns.known.get(fold_case(base))
    is_within_name = plain[end : end + 2].strip().isupper()  # "Oregon State Police"
    if patterns.levels[word] == known:  # "Oregon State"
        yield PlaceMention(first, base, known)
    elif not (is_within_name and word in _LEVELS_OF_BODIES):
        yield PlaceMention(first, name, patterns.levels[word])


def _first_of_place(plain: str, start: int, patterns: PlacePatterns) -> int:
    """Where the name of a place begins that ends before the level word at `start`."""
    first = start
    words = list(_PLACE_WORD_BEFORE.finditer(plain, max(0, start - _NAME_BEFORE_REACH), start))
    for word in reversed(words[-_MOST_WORDS_BEFORE_LEVEL:]):
        is_name = word.group()[0].isupper() and fold_case(word.group()) not in patterns.ends
        if not is_name or plain[word.end() : first] != " " or _ends_with_possessive(word.group()):
            break
        first = word.start()
    return first


def _ends_with_possessive(word: str) -> bool:
    return word[-2:] in _POSSESSIVES


def _is_in_headline(plain: str, start: int, place: PlaceMention, patterns: PlacePatterns) -> bool:
    """Whether a place that is not known is in a line of words with capitals: "Three Killed in Market Riot"."""
    if fold_case(place.name) in patterns.known:
        return False
    first, last = plain.rfind("\n", 0, start) + 1, plain.find("\n", start)
    line = plain[first : last if last >= 0 else None].rstrip()
    if len(line) > _LONGEST_HEADLINE or line.endswith((".", "”", '"')):
        return False
    words = [word for word in line.split() if len(word) > _LETTERS_OF_SMALL_WORD]
    n_small = sum(word[0].islower() for word in words)
    return len(words) >= _WORDS_OF_HEADLINE and n_small * _WORDS_OF_HEADLINE < len(words)


def _names_a_person(match: re.Match[str], folded: str, patterns: PlacePatterns) -> bool:
    """Whether a title comes before the office: after "Bí thư Tỉnh uỷ" a person is named."""
    if match.group() in patterns.at:
        return False
    before = folded[max(0, match.start() - _OFFICE_REACH) : match.start()]
    return patterns.person_before.search(before) is not None


def _named_at(plain: str, folded: str, position: int, wording: str, patterns: PlacePatterns) -> PlaceMention | None:
    """The place whose name starts at `position`, of the level that the `wording` before it gives."""
    if wording in patterns.at and patterns.level.match(folded, position):
        return None  # in "tại Thành phố …" the level names the place, which is found as such
    name = None if wording in patterns.not_levels else place_name_at(plain, position)
    if name is None or (name.isupper() and " " in name) or patterns.not_place.match(folded, position):
        return None
    wording = " ".join(wording.split())
    end = plain.index(name, position) + len(name)
    if not patterns.after_name and wording in patterns.at and _is_part_of_word(name, plain, end, patterns):
        return None
    if patterns.after_name and not _is_place_after(name, plain, end, wording, patterns):
        return None
    level = patterns.levels.get(wording, "unknown")
    return PlaceMention(position, name, level)


def _is_part_of_word(name: str, plain: str, end: int, patterns: PlacePatterns) -> bool:
    """Whether one capital begins a word of several syllables, or letters alone a body: "Thẩm mỹ viện", "NASA"."""
    if " " in name or fold_case(name) in patterns.known:
        return False
    return name.isupper() or (not name.isascii() and plain[end : end + 1] == " " and plain[end + 1 : end + 2].islower())


def _is_place_after(name: str, plain: str, end: int, wording: str, patterns: PlacePatterns) -> bool:
    """Whether a capitalised name after a preposition is that of a place, where levels come after names: "in Oxley"."""
    folded = fold_case(name)
    if folded in patterns.known:
        return True
    words = folded.replace("-", " ").split()
    following = _PLACE_WORD_BEFORE.match(plain, end + 1)
    if following is not None and plain[end : end + 1] == " " and following.group()[0].isupper():
        words.append(fold_case(following.group()))
    if not patterns.institutions.isdisjoint(words) or _ends_with_possessive(name) or name.isupper() or " - " in name:
        return False
    return wording not in patterns.loosely_at and patterns.after_name.isdisjoint(words[1:])
