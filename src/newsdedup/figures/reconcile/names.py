"""What quantities are called, and when two names mean one quantity."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import filterfalse, product

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.reconcile.compatibility import significant_digits
from newsdedup.figures.reconcile.likeness import are_worded_alike, share_a_subject
from newsdedup.figures.reconcile.tolls import claim_origin, earliest
from newsdedup.languages import forgotten_with_languages, known_languages, language_of
from newsdedup.text.phrases import plain

_OWN_DIGITS = 3  # significant digits of an amount that two articles about one event rarely print for two things
_MOST_NAMES = 64  # names of one value that a further name is compared with
_MOST_COMPARED = 8  # claims of one value under one name
_KINDS_OF_AMOUNTS = frozenset({"money", "percent", "measure"})
_UNITS_OF_ONE_THING = frozenset({"M"})  # what they measure, an event has once: its magnitude, of a "quake" or "tremor"
_TELLING_AMOUNT = 2  # significant digits of an amount that one shared word next to it shows to be of one thing


@forgotten_with_languages
@functools.cache
def classifiers() -> frozenset[str]:
    """Nouns that are too general to name a quantity, in every language."""
    words = (word for language in known_languages().values() for word in language.classifiers)
    return frozenset(map(plain, words))


def quantity_name(claim: FigureClaim) -> str:
    """The role of a claim, else its noun in normal form; the unit, where that alone says what is measured."""
    if claim.unit in _UNITS_OF_ONE_THING:
        return str(claim.unit)
    return claim.role or plain(claim.noun or "")


def is_named(claim: FigureClaim) -> bool:
    """Whether the name is specific enough for equal values to be of one quantity."""
    if claim.kind in ("duration", "age"):
        return False
    if claim.role is not None or claim.unit in _UNITS_OF_ONE_THING:
        return True
    return bool(claim.noun) and quantity_name(claim) not in classifiers()


def may_be_rivals(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether names, or the words before, are specific enough for two values in like sentences to be of one thing."""
    if is_named(one) or one.kind == "age":
        return True
    is_unnamed = one.kind == "measure" and not quantity_name(one)
    return is_unnamed and _word_before(one) == _word_before(other) != ""


def _word_before(claim: FigureClaim) -> str:
    """The word right before the words of a claim: "nặng" of "nặng 126 kg"; empty where there is none, or a number."""
    words = claim.sentence[: max(0, claim.start - claim.sentence_start)].split()
    return plain(words[-1]) if words and words[-1].isalpha() else ""


def value_key(claim: FigureClaim) -> tuple[object, ...]:
    """The value of a claim with kind, unit and change, without its name."""
    return claim.kind, claim.unit, claim.change, claim.value


def common_names(claims: Sequence[FigureClaim]) -> dict[tuple[object, str], str]:
    """For an amount and a name, the more common name of the same quantity; only where there is one."""
    first_printed: dict[tuple[object, str, str], FigureClaim] = {}  # one per origin: copies add nothing
    for claim in sorted(claims, key=earliest):
        if claim.role is None:
            first_printed.setdefault((value_key(claim), quantity_name(claim), claim_origin(claim)), claim)
    by_name: dict[object, dict[str, list[FigureClaim]]] = defaultdict(lambda: defaultdict(list))
    for (amount, name, _), claim in first_printed.items():
        by_name[amount][name].append(claim)
    uses = Counter(name for _, name, _ in first_printed)
    return {(amount, name): common for amount, same in by_name.items() for name, common in _renamed(same, uses)}


def names_of_measures(claims: Sequence[FigureClaim]) -> dict[FigureClaim, str]:
    """The names of measures that are printed without one, where a sentence in like words has it there."""
    measures = [claim for claim in claims if claim.kind == "measure" and claim.role is None][:_MOST_NAMES]
    named: dict[tuple[str | None, str], list[FigureClaim]] = defaultdict(list)  # by unit and the word before
    for claim in filter(quantity_name, measures):
        named[claim.unit, _word_before(claim)].append(claim)
    found: dict[FigureClaim, str] = {}
    for claim in filterfalse(quantity_name, measures):
        word = _word_before(claim)
        like = named.get((claim.unit, word), ()) if word else ()
        name = next((quantity_name(one) for one in like if are_worded_alike(one, claim)), None)
        if name is not None:
            found[claim] = name
    return found


def _renamed(same: Mapping[str, Sequence[FigureClaim]], uses: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Each name of one value that means the same as a name with more `uses`, and that one; the empty name is last."""
    kept: list[str] = []
    for name in sorted(same, key=lambda name: (not name, -uses[name], name)):
        common = next((one for one in kept[-_MOST_NAMES:] if _name_one_thing(same[one], same[name])), None)
        if common is None:
            kept.append(name)
        else:
            yield name, common


def _name_one_thing(these: Sequence[FigureClaim], those: Sequence[FigureClaim]) -> bool:
    """Whether one name is a form of the other, or their amounts are worded similarly or too precise for chance."""
    shorter, longer = sorted((these[0], those[0]), key=lambda claim: len(quantity_name(claim)))
    if is_named(shorter) and _is_form_of(quantity_name(shorter), longer):
        return True
    if these[0].kind not in _KINDS_OF_AMOUNTS:
        return False
    articles = [{claim.article_id for claim in claims} for claims in (these, those)]
    if significant_digits(these[0]) >= _OWN_DIGITS and not articles[0] & articles[1]:
        return True
    pairs = product(these[:_MOST_COMPARED], those[:_MOST_COMPARED])
    is_unnamed = not quantity_name(shorter) and significant_digits(shorter) >= _TELLING_AMOUNT
    return any(
        one.article_id != other.article_id
        and (are_worded_alike(one, other) or (is_unnamed and share_a_subject(one, other)))
        for one, other in pairs
    )


def _is_form_of(shorter: str, longer: FigureClaim) -> bool:
    """Whether a name adds words to another: "binh sĩ quân đội", "undersea cables", or the classifier of "chiếc ôtô"."""
    name, language = quantity_name(longer), language_of(longer.language)
    first, _, rest = name.partition(" ")
    if language and language.adjectives_before_noun and name.endswith(f" {shorter}"):
        return True
    return name.startswith(f"{shorter} ") or (first in classifiers() and rest == shorter)
