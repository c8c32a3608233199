"""How a language prints numbers and spells them out, as data."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from attrs import frozen

from newsdedup.languages.tables import NO_VALUES
from newsdedup.support.typed_fields import typed_fields


@frozen(kw_only=True, field_transformer=typed_fields)
class NumberFormat:
    """How a language prints numbers in digits.

    Attributes
    ----------
    group : str
        Mark between groups of three digits; a space stands for every kind of space.
    decimal : str
        Mark before the fraction.
    """

    group: str = ","
    decimal: str = "."

    def written(self, value: Decimal) -> str:
        """A value in this format.

        Examples
        --------
        >>> NumberFormat(group=".", decimal=",").written(Decimal("1200.5"))
        '1.200,5'
        """
        whole, _, fraction = f"{value.normalize():,f}".partition(".")
        return whole.replace(",", self.group) + (self.decimal + fraction if fraction else "")


@frozen(kw_only=True, field_transformer=typed_fields)
class CompoundMeasure:
    """A measure printed with two units, which is read in the smaller one: "6 feet 2" is 74 inches.

    Attributes
    ----------
    larger, smaller : tuple of str
        Words or signs of the two units; the smaller one may be left out where nothing else is counted.
    parts : int
        How many of the smaller unit one of the larger is.
    unit : str
        Symbol of the smaller unit.
    """

    larger: tuple[str, ...]
    smaller: tuple[str, ...]
    parts: int
    unit: str


@frozen(kw_only=True, field_transformer=typed_fields)
class Numerals:
    """How a language spells numbers out.

    Attributes
    ----------
    units : mapping of str to int
        One to nine: what a scale word multiplies.
    tails : mapping of str to int
        Forms of units that only end a number ("mốt", "lăm").
    teens : mapping of str to int
        Numbers to which nothing is added: zero, eleven …
    tens : mapping of str to int
        Numbers to which a unit is added: twenty …
    scores : mapping of str to int
        Numbers to which a number up to nineteen is added ("soixante", "quatre-vingt").
    times : mapping of str to int
        Words that multiply, in addition to the language's scales ("mươi").
    ones : mapping of str to int
        Words for one of a scale: "seratus" is one hundred. A word that is a scale as well counts one of it where no
        number comes before it ("cent", "mille neuf cent").
    plus : mapping of str to int
        Words that add to the unit before them ("belas").
    joints : tuple of str
        Words between a number and what is added to it ("and", "linh").
    unit_joints : tuple of str
        Words between a ten and what is added to it ("vingt et un").
    zeros : tuple of str
        Words that hold a place ("không trăm").
    articles : tuple of str
        Words that mean one before a scale word or a share.
    couples : mapping of str to int
        Words that mean more than one, but only before a scale word ("a couple of hundred").
    magnitudes : mapping of str to int
        Words for a number of which only the magnitude is known, and the least that they mean ("dozens": 24).
    linked_magnitudes : tuple of str
        Those that are read only before a word of `share_links` ("scores of").
    rounded : mapping of str to int
        Words for about so many ("une vingtaine").
    linked_scales : tuple of str
        Scale words that a word of `share_links` links to what is counted ("deux millions de doses").
    few : tuple of str
        Words before a scale word for some of it, from two up to one less than the next scale ("several hundred").
    pairs : mapping of str to (int, int)
        Two numbers side by side that are the ends of a range ("dăm ba").
    odd : tuple of str
        Words after a ten for an unknown unit ("hai mươi mấy").
    bare_scales : tuple of str
        Scale words that count one of it after a qualifier ("hơn chục").
    short_tens : bool
        Whether a unit before one of `tails` is that many tens ("bốn lăm").
    either : tuple of str
        Words between two numbers one of which is right ("eight or nine").
    guesses : tuple of str
        Words before two such numbers in digits with a comma between ("maybe 30, 40 people").
    points : tuple of str
        Decimal points in words.
    halves : tuple of str
        Words after a number that add half of its scale ("3 triệu rưỡi").
    unit_halves : tuple of str
        Words after a unit that add half of it ("ba tháng rưỡi", "two years and a half").
    shares, ordinals : mapping of str to int
        Names of shares and their divisors ("thirds"), and those that are ordinals as well ("third").
    share_links : tuple of str
        Words between a share and its scale ("half of a million").
    over, divided : tuple of str
        Words before a divisor: always ("một phần ba"), and only if nothing follows it ("one over three").
    shares_are_figures : bool
        Whether a share of several ("two thirds of voters", "one in five adults") is a figure of its own, a percentage.
    rates : tuple of str
        Words between the two numbers of a share ("one in five").
    crossed : tuple of str
        Words that hyphens join to two numbers which count nothing ("four-by-four").
    minus : tuple of str
        Words before a number below zero.
    nouns : tuple of str
        Numerals that are also nouns, so that alone they are read only if a counted noun follows ("năm").
    not_after : mapping of str to tuple of str
        For a numeral, the words after which it is not a number ("the" before "one"); for the empty string, those after
        which no numeral is a number ("thứ hai").
    not_before : mapping of str to tuple of str
        For a numeral, the words before which it is not a number ("ba" before "nói" is a father).
    idioms : tuple of str
        Phrases that start with a numeral and count nothing ("một số").
    elides_places : bool
        Whether "triệu hai" means one million two hundred thousand.
    elides_hundreds : bool
        Whether "one twenty-two" means one hundred and twenty-two if no counted noun follows.
    in_names : bool
        Whether capitalised numerals are parts of names ("Ba Đình").
    before_any_noun : bool
        Whether a small numeral counts before any noun; otherwise only before a noun that is surely counted.
    """

    units: Mapping[str, int] = NO_VALUES
    tails: Mapping[str, int] = NO_VALUES
    teens: Mapping[str, int] = NO_VALUES
    tens: Mapping[str, int] = NO_VALUES
    scores: Mapping[str, int] = NO_VALUES
    times: Mapping[str, int] = NO_VALUES
    ones: Mapping[str, int] = NO_VALUES
    plus: Mapping[str, int] = NO_VALUES
    joints: tuple[str, ...] = ()
    unit_joints: tuple[str, ...] = ()
    zeros: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    couples: Mapping[str, int] = NO_VALUES
    magnitudes: Mapping[str, int] = NO_VALUES
    linked_magnitudes: tuple[str, ...] = ()
    rounded: Mapping[str, int] = NO_VALUES
    linked_scales: tuple[str, ...] = ()
    few: tuple[str, ...] = ()
    pairs: Mapping[str, tuple[int, int]] = MappingProxyType({})
    odd: tuple[str, ...] = ()
    bare_scales: tuple[str, ...] = ()
    short_tens: bool = False
    either: tuple[str, ...] = ()
    guesses: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    halves: tuple[str, ...] = ()
    unit_halves: tuple[str, ...] = ()
    shares: Mapping[str, int] = NO_VALUES
    ordinals: Mapping[str, int] = NO_VALUES
    share_links: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    divided: tuple[str, ...] = ()
    shares_are_figures: bool = False
    rates: tuple[str, ...] = ()
    crossed: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    not_after: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    not_before: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    idioms: tuple[str, ...] = ()
    elides_places: bool = False
    elides_hundreds: bool = False
    in_names: bool = False
    before_any_noun: bool = False

    @property
    def words(self) -> dict[str, int]:
        """Numerals of one word, and their values."""
        return {**self.units, **self.tails, **self.teens, **self.tens, **self.scores}
