"""What newsdedup must know of a language, as one value of plain data."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from attrs import field, frozen

from newsdedup.languages.currencies import SIGNS

_NOTHING: Mapping[str, str] = MappingProxyType({})
_NO_VALUES: Mapping[str, int] = MappingProxyType({})

SIGNS_OF_ORDER: Mapping[str, str] = MappingProxyType(
    {">": "more_than", "<": "less_than"}
    | dict.fromkeys((">=", "> =", "≥"), "at_least")
    | dict.fromkeys(("<=", "< =", "≤"), "at_most")
)


def words(listed: str) -> tuple[str, ...]:
    """Words and phrases, written with commas between them."""
    return tuple(" ".join(word.split()) for word in listed.split(","))


def valued(listed: str) -> dict[str, int]:
    """Words and phrases, each with its value, written with commas between them ("satu 1, dua 2")."""
    return {word: int(value) for word, value in named(listed).items()}


def named(listed: str) -> dict[str, str]:
    """Words and phrases, each with one word for what it stands for ("kilometer km, meter m")."""
    return {word: name for word, _, name in (one.rpartition(" ") for one in words(listed))}


@frozen(kw_only=True)
class Role:
    """What a figure counts in the life of an event, and how its reports say so.

    Attributes
    ----------
    name : str
        The role: ``dead``, ``injured``, ``attendees`` …
    nouns : tuple of str
        A counted noun that begins with one of these has the role.
    cues : tuple of str
        Words right after the noun that give the role to a noun of people or things.
    open_cues : tuple of str
        Those of the cues that say what happened to people, not how they are since: who were shot may have died.
    cues_before : tuple of str
        Words right before the number that do the same ("killed 12 people").
    cues_of_self : tuple of str
        Words by which those who are spoken of do it to themselves ("killing himself"): after others, they are one more.
    none : tuple of str
        Further nouns that say, denied, that there are none ("thiệt hại về người").
    kind : str
        Kind of figure that can have the role: ``count``, or ``money`` for what was lost.
    of_people : bool
        A person whom the cues speak of without a number is one ("a man was killed").
    graver : tuple of str
        Words after the number by which it is of those only who were hit worst ("bị thương nặng").
    outweighs : tuple of str
        Roles in which nobody is counted who is counted in this one: who died of a wound is not among the injured.
    evolves : bool
        Later reports rightly give other values (tolls, damage, arrests).
    schedule : bool
        A fact of the event's programme: its scope is the event, planned or held.
    """

    name: str
    nouns: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    open_cues: tuple[str, ...] = ()
    cues_before: tuple[str, ...] = ()
    cues_of_self: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    kind: str = "count"
    of_people: bool = False
    graver: tuple[str, ...] = ()
    outweighs: tuple[str, ...] = ()
    evolves: bool = False
    schedule: bool = False


@frozen(kw_only=True)
class NumberFormat:
    """How a language prints numbers in digits.

    Attributes
    ----------
    group : str
        Mark between groups of three digits.
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


@frozen(kw_only=True)
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
    times : mapping of str to int
        Words that multiply, beside the language's scales ("mươi").
    ones : mapping of str to int
        Words for one of a scale ("seratus", a hundred).
    plus : mapping of str to int
        Words that add to the unit before them ("belas").
    joints : tuple of str
        What stands between a number and what is added to it ("and", "linh").
    zeros : tuple of str
        Words that hold a place ("không trăm").
    articles : tuple of str
        Words that are one before a scale word or a share.
    couples : mapping of str to int
        Words that are more than one, but only before a scale word ("a couple of hundred").
    points : tuple of str
        Decimal points in words.
    halves : tuple of str
        Words after a number that add half of its scale ("3 triệu rưỡi").
    unit_halves : tuple of str
        What adds a half after the unit ("ba tháng rưỡi", "two years and a half").
    shares, ordinals : mapping of str to int
        Names of shares and their divisors ("thirds"), and those that are ordinals as well ("third").
    share_links : tuple of str
        What stands between a share and its scale ("half of a million").
    over, divided : tuple of str
        What stands before a divisor ("một phần ba"); where only if nothing follows ("one over three").
    shares_told : bool
        Whether a share of several ("two thirds of voters", "one in five adults") is a figure of its own, a percentage.
    rates : tuple of str
        What stands between the two numbers of a share ("one in five").
    minus : tuple of str
        Words before a number below zero.
    nouns : tuple of str
        Numerals that are nouns as well, so that alone they are read only where a counted noun follows ("năm").
    not_after : mapping of str to tuple of str
        Words after which a numeral is none: "the" before "one"; of the empty word, before any ("thứ hai").
    idioms : tuple of str
        Phrases that start with a numeral and count nothing ("một số").
    elides_places : bool
        Whether "triệu hai" is a million and two hundred thousand.
    elides_hundreds : bool
        Whether "one twenty-two" is a hundred and twenty-two, where nothing that it counts follows.
    in_names : bool
        Whether numerals stand in names ("Ba Đình"), between capitals.
    before_any_noun : bool
        Whether a small numeral before any noun counts; else only before one that is surely counted.
    """

    units: Mapping[str, int] = _NO_VALUES
    tails: Mapping[str, int] = _NO_VALUES
    teens: Mapping[str, int] = _NO_VALUES
    tens: Mapping[str, int] = _NO_VALUES
    times: Mapping[str, int] = _NO_VALUES
    ones: Mapping[str, int] = _NO_VALUES
    plus: Mapping[str, int] = _NO_VALUES
    joints: tuple[str, ...] = ()
    zeros: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    couples: Mapping[str, int] = _NO_VALUES
    points: tuple[str, ...] = ()
    halves: tuple[str, ...] = ()
    unit_halves: tuple[str, ...] = ()
    shares: Mapping[str, int] = _NO_VALUES
    ordinals: Mapping[str, int] = _NO_VALUES
    share_links: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    divided: tuple[str, ...] = ()
    shares_told: bool = False
    rates: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    not_after: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    idioms: tuple[str, ...] = ()
    elides_places: bool = False
    elides_hundreds: bool = False
    in_names: bool = False
    before_any_noun: bool = False

    @property
    def words(self) -> dict[str, int]:
        """Numerals of one word, and their values."""
        return {**self.units, **self.tails, **self.teens, **self.tens}


@frozen(kw_only=True)
class Dates:
    """How a language writes dates.

    Attributes
    ----------
    months : mapping of str to int
        Names of months.
    weekdays : mapping of str to int
        Names of days of the week, Monday 0.
    weekday_leads : tuple of str
        Words of which one must stand before the name of a weekday that stands without a date ("hôm thứ Hai",
        as "người thứ hai" is the second one); none where the names say nothing else.
    not_weekdays : tuple of str
        Words that make a weekday the name of something else ("Black Friday").
    next_words, last_words : tuple of str
        Words before or after a weekday that put it into the next week, or the last.
    near_days : mapping of str to int
        Words for a day near the day of writing, and how many days later it is ("hôm qua", -1).
    parts_of_day : tuple of str
        Words that may stand before a date and belong to its span.
    day_words, month_words, year_words : tuple of str
        "ngày", "tháng", "năm" where they are written out.
    day_marks : tuple of str
        Words between a word for a day and its number ("ngày mồng 5"), or in its place ("mùng 5 tháng 3").
    ordinal_endings : tuple of str
        Endings of the number of a day ("14th of June").
    month_links : tuple of str
        Words between the number of a day and the name of its month ("14 of June").
    not_days : tuple of str
        Words right before two numbers, with a stroke between them, that are not a day and a month ("lớp 12/5").
    other_calendars : tuple of str
        Words right after a date by which it is a date of another calendar, and is not read ("âm lịch").
    dotted : bool
        Whether a point may stand between day and month after a word for a day ("ngày 20.10").
    parts_of_year : mapping of str to int
        "cuối năm" and the like, with the month that stands for it.
    parts_of_month : tuple of str
        "đầu tháng" and the like.
    quarter_words : tuple of str
        What stands before the number of a quarter of a year ("quý III").
    near_years : mapping of str to int
        Words after a date that tell its year, and how many years later it is ("năm ngoái", -1).
    past_before, past_after : tuple of str
        Words beside a date without a year that put it before the day of writing ("hồi", "vừa qua").
    until : tuple of str
        Words that make a date the moment up to which something is counted ("đến ngày").
    until_when : tuple of str
        Regular expressions of what may stand between such a word and its date ("17h", "hết").
    list_words : tuple of str
        What stands between two days of one month ("14 và 15/6").
    links : tuple of str
        What may stand between a figure and the date that it holds for ("5,98 % vào cuối năm 2017").
    month_first : bool
        Whether 6/14/2025 is usual.
    reports : tuple of str
        Words right before a date that make it the day of a report, never the event's ("said on").
    documents : tuple of str
        Words of papers whose own date is never the event's ("nghị quyết").
    """

    months: Mapping[str, int] = _NO_VALUES
    weekdays: Mapping[str, int] = _NO_VALUES
    weekday_leads: tuple[str, ...] = ()
    not_weekdays: tuple[str, ...] = ()
    next_words: tuple[str, ...] = ()
    last_words: tuple[str, ...] = ()
    near_days: Mapping[str, int] = _NO_VALUES
    parts_of_day: tuple[str, ...] = ()
    day_words: tuple[str, ...] = ()
    day_marks: tuple[str, ...] = ()
    ordinal_endings: tuple[str, ...] = ()
    month_links: tuple[str, ...] = ()
    not_days: tuple[str, ...] = ()
    other_calendars: tuple[str, ...] = ()
    month_words: tuple[str, ...] = ()
    year_words: tuple[str, ...] = ()
    dotted: bool = False
    parts_of_year: Mapping[str, int] = _NO_VALUES
    parts_of_month: tuple[str, ...] = ()
    quarter_words: tuple[str, ...] = ()
    near_years: Mapping[str, int] = _NO_VALUES
    past_before: tuple[str, ...] = ()
    past_after: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    until_when: tuple[str, ...] = ()
    list_words: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    month_first: bool = False
    reports: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


@frozen(kw_only=True)
class Places:
    """How a language names places and administrative levels.

    Attributes
    ----------
    levels : mapping of str to str
        Word before a place name, and its level: ``province``, ``district``, ``commune``.
    not_levels : tuple of str
        Words that hold one of a level and name no place ("thông tấn xã").
    offices : mapping of str to str
        Offices named after their place ("Tỉnh ủy"), and the level of that place.
    national : tuple of str
        Words that make a scope the whole country.
    whole : tuple of str
        Words that, before a level word, mean all of the last named place of that level ("toàn").
    of : tuple of str
        Words that, before a level word without a name, mean the last named place of that level.
    apart : tuple of str
        Words before a place that set its count apart from that of the event ("riêng").
    at : tuple of str
        Prepositions that stand before the name of a place.
    countries : tuple of str
        Countries as newspapers write them.
    not_places : tuple of str
        Capitalised words after `at` that name no place ("Trung ương").
    """

    levels: Mapping[str, str] = _NOTHING
    not_levels: tuple[str, ...] = ()
    offices: Mapping[str, str] = _NOTHING
    national: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    at: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    not_places: tuple[str, ...] = ()


@frozen(kw_only=True)
class People:
    """How a language mentions people without a number.

    Attributes
    ----------
    one : tuple of str
        Nouns of one person ("man", "nạn nhân").
    titles : tuple of str
        Words that are such nouns before a name ("anh Nam").
    many : tuple of str
        Nouns that leave open how many there are ("people").
    each : tuple of str
        Words before what is said of each of a number ("đều").
    counters : tuple of str
        Words after a number that make it one of people, however much follows before what is said of them ("người").
    plurals : tuple of str
        Words that make a noun of one person one of many ("những").
    groups : mapping of str to int
        Words of a known number of people ("both", "hai mẹ con").
    determiners, ones : tuple of str
        Words that begin such a mention; those among them that count one ("one", "một").
    pronouns : tuple of str
        Words that stand for one person.
    plural_pronouns : tuple of str
        Those that stand for several, whose number stands before.
    nobody : tuple of str
    no : tuple of str
        Words that deny the noun after them ("no", "không có").
    prepositions : tuple of str
        What hangs on one of these is not what a sentence speaks of.
    relatives : tuple of str
        Words that make the nearest noun the one that is spoken of ("who").
    verbs_of_one, verbs_of_many : tuple of str
        Forms that tell whether one or several are spoken of ("was", "were").
    names_alone : bool
        Whether a name is printed without a title or noun before it.
    things : tuple of str
        Nouns that a role of people is never of, whatever stands beside them ("five buildings").
    others : tuple of str
        Words by which someone is another than those before him ("another").
    joined_by : tuple of str
        Words that join people to a list.
    modifiers_first : bool
        Whether adjectives and numbers stand between a determiner and its noun, and nouns have a plural.
    """

    one: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    many: tuple[str, ...] = ()
    each: tuple[str, ...] = ()
    counters: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    groups: Mapping[str, int] = _NOTHING  # type: ignore[assignment]
    determiners: tuple[str, ...] = ()
    ones: tuple[str, ...] = ()
    pronouns: tuple[str, ...] = ()
    plural_pronouns: tuple[str, ...] = ()
    nobody: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    relatives: tuple[str, ...] = ()
    verbs_of_one: tuple[str, ...] = ()
    verbs_of_many: tuple[str, ...] = ()
    names_alone: bool = False
    things: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    joined_by: tuple[str, ...] = ()
    modifiers_first: bool = False


@frozen(kw_only=True)
class Speech:
    """How a language says who speaks.

    Attributes
    ----------
    saying : tuple of str
        Verbs after a speaker ("police said").
    saying_before : tuple of str
        Those of them that may stand before him ("said Officer Moss").
    according : tuple of str
        Words before a speaker ("according to", "theo").
    according_opens_clause : bool
        Whether they mean that only where a clause starts.
    no_speakers : tuple of str
        Words after them that are no speaker ("theo quy định").
    """

    saying: tuple[str, ...] = ()
    saying_before: tuple[str, ...] = ()
    according: tuple[str, ...] = ()
    according_opens_clause: bool = False
    no_speakers: tuple[str, ...] = ()


@frozen(kw_only=True, eq=False)  # one value a language: compared, and cached on, by identity
class Language:
    """The facts of one language.

    Words are in lower case, as `newsdedup.text.normal_form.normalise` writes them; phrases put one space
    between words.

    Attributes
    ----------
    code : str
        ISO 639-1 code.
    name : str
    function_words : frozenset of str
        Words by which a text in the language is known.
    letters : str
        Letters that few other languages use.
    number_format : NumberFormat
    scales : mapping of str to int
        Scale words and the power of ten that they multiply by.
    money_scales : mapping of str to int
        Scale words that are read only beside a currency ("$5m").
    count_scales : mapping of str to int
        Letters right after digits that scale a count ("250k likes").
    not_scaled : tuple of str
        Words before which such a letter is none ("5k run", "3m deep").
    scale_letters : mapping of str to int
        Letters right after digits that scale them, as printed ("10K").
    numerals : Numerals
    qualifiers_before, qualifiers_after : mapping of str to str
        Wording and the qualifier that it gives.
    range_words : tuple of str
        What stands between the two ends of a range.
    range_pairs : mapping of str to str
        Words before a range, and what then stands between its ends as well ("between", "and").
    step_words : tuple of str
        What stands between two amounts of which only the second has its unit ("từ 4,8 lên 5,3%").
    percent, percentage_points : tuple of str
    percent_before : tuple of str
        Words that, where a line opens with them, make the number after them a percentage.
    currency_signs : mapping of str to str
        Signs and codes that stand before or after an amount, and the ISO 4217 code.
    currencies : mapping of str to str
        Names of money, which stand after it.
    currency : str
        ISO 4217 code of the money that large numbers without a noun are of; empty where they are of none.
    currency_parts : mapping of str to str
        Names of hundredth parts, and the unit of an amount that has no other ("50 cents").
    coins : mapping of str to int
        Names of coins, and how many hundredths of `coined` each is.
    coined : str
        ISO 4217 code of the money that these are coins of.
    money_slang : mapping of str to int
        Names of an amount of money in no certain currency ("ten grand").
    code_scales : mapping of str to int
        Letters that scale the currency code which they are written before ("MEUR 60").
    part_letters : tuple of str
        Letters for hundredth parts, which say so only after money ("$2 50c").
    parts_joint : tuple of str
        What may stand between money and its hundredth parts ("3 dollars and 50 cents").
    durations : mapping of str to str
        Words of time, and their unit (``minute`` … ``year``).
    measures : mapping of str to str
        Units of measure, and their symbol.
    weights, weighing : mapping of str to str, tuple of str
        Names of money that are units of weight after these words, or before `noun_links` ("weighing 60 pounds").
    measures_before : mapping of str to str
        Those that stand before their number ("magnitude 6.1").
    ages : tuple of str
        Words after a number that make it an age.
    not_units : tuple of str
        Phrases that start with a unit and are none ("đồng chí").
    ordinal_not_after : tuple of str
        Words after which those of `ordinal_before` make no rank ("tổng số 5").
    ordinal_before : tuple of str
        Words before a number that make it a rank or a name, never a count.
    compound_counts : tuple of str
        Words that a hyphen joins to a number which counts all the same ("1,200-strong", "15-member").
    not_counted : tuple of str
        Nouns that make a number part of a name ("2 cấp").
    not_figures : tuple of str
        Regular expressions of further stretches that count nothing, from where a number starts in them.
    not_figures_after : mapping of str to tuple of str
        The same, for stretches that count nothing only after certain words ("thắng 3-1").
    noun_ends : frozenset of str
        Words that cannot be part of a counted noun, so that they end it.
    plural_endings, not_plural : tuple of str
        Endings of a plural, which is the last word of what is counted ("54,000 fans cheered"), and of words that
        end so and are none ("bus"); none where nouns have no plural.
    subject_verbs : tuple of str
        Words that end nothing after a number, but before one make a clause of what might be its noun ("xe chở 27 người").
    noun_starts : tuple of str
        Those of them that begin a noun of their own ("2 hoạt động").
    compounds : tuple of str
        Nouns, and parts of nouns, that hold a word which alone would end one ("dự án").
    noun_lists : tuple of str
        Nouns that are counted together ("xã, phường, thị trấn").
    classifiers : tuple of str
        Nouns too poor to name a quantity on their own ("người").
    number_of : mapping of str to tuple of str
        Regular expressions of clauses that name a quantity before its number, group ``noun``, each with the words that
        it can end with; none where it can end with any.
    verb_endings : tuple of str
        Endings of words before a noun of `quantities` that are no part of it ("reported profit").
    levels_of : tuple of str
        Regular expressions, group ``noun``, of clauses whose subject a number without a noun measures ("the population
        fell to 9.5 million").
    subject_first : bool
        Whether what is counted may stand right before its number and a poor noun ("Cán bộ cấp xã 1.597 người").
    quantities : tuple of str
        Nouns of what is measured or paid ("giá"): an amount later in their clause is theirs.
    not_quantities : tuple of str
        Phrases that hold such a noun and are none ("trị giá").
    noun_links : tuple of str
        Words between an amount and what it is of ("$3 million in damage").
    loose_noun_links : tuple of str
        The same, where nothing before the amount says what it is of ("$3 million in aid").
    and_words : tuple of str
        Words that start the next part of a sentence.
    denials : tuple of str
        Words before a number that take its role away ("none of the").
    roles : tuple of Role
    not_cues : tuple of str
        Phrases that begin like a role's cue and are none ("bị bắt gặp", "dead end").
    people : People
    speech : Speech
    unreal : tuple of str
        Words before a cue that say that it did not happen, or may not have ("could", "suýt").
    planned, past : tuple of str
        Cues of what is to come, and of what has happened.
    background : tuple of str
        Regular expressions of what makes a sentence speak of other events than the one reported ("so far this year").
    back_references : tuple of str
        Words by which a sentence goes on with what the one before it counts ("of those", "trong số đó").
    part_links : tuple of str
        Words between a part and its whole ("2 of the 5", "hai trong số năm").
    up, down : tuple of str
        Cues of change right before a number: "giảm 2%" is a step, "giảm xuống còn 2%" a level.
    restated_by : tuple of str
        Words between an amount and the same one told otherwise ("$12.40, or 0.9 percent").
    step_ends : tuple of str
        Words between two ends of a range that, after a step, say where it led ("fell by 3 to 45").
    dates : Dates
    places : Places
    offices : tuple of str
        Titles of people that stand before or after their names.
    honorifics : tuple of str
        Those of them that are no office.
    furniture : tuple of str
        Regular expressions of whole lines that are page furniture.
    ends_article : tuple of str
        Regular expressions of whole lines after which only page furniture comes.
    credits : tuple of str
        Regular expressions of photo credits within a line.
    credit_words : tuple of str
        Words one of which every photo credit has near its beginning.
    """

    code: str
    name: str
    function_words: frozenset[str]
    letters: str = ""
    number_format: NumberFormat = field(factory=NumberFormat)
    scales: Mapping[str, int] = _NO_VALUES
    money_scales: Mapping[str, int] = _NO_VALUES
    count_scales: Mapping[str, int] = _NO_VALUES
    not_scaled: tuple[str, ...] = ()
    scale_letters: Mapping[str, int] = _NO_VALUES
    numerals: Numerals = field(factory=Numerals)
    qualifiers_before: Mapping[str, str] = _NOTHING
    qualifiers_after: Mapping[str, str] = _NOTHING
    range_words: tuple[str, ...] = ()
    range_pairs: Mapping[str, str] = _NOTHING
    step_words: tuple[str, ...] = ()
    percent: tuple[str, ...] = ("%",)
    percentage_points: tuple[str, ...] = ()
    percent_before: tuple[str, ...] = ()
    currency_signs: Mapping[str, str] = SIGNS
    currencies: Mapping[str, str] = _NOTHING
    currency: str = ""
    currency_parts: Mapping[str, str] = _NOTHING
    coins: Mapping[str, int] = _NO_VALUES
    coined: str = ""
    money_slang: Mapping[str, int] = _NO_VALUES
    code_scales: Mapping[str, int] = _NO_VALUES
    part_letters: tuple[str, ...] = ()
    parts_joint: tuple[str, ...] = ()
    durations: Mapping[str, str] = _NOTHING
    measures: Mapping[str, str] = _NOTHING
    weights: Mapping[str, str] = _NOTHING
    weighing: tuple[str, ...] = ()
    measures_before: Mapping[str, str] = _NOTHING
    ages: tuple[str, ...] = ()
    not_units: tuple[str, ...] = ()
    ordinal_before: tuple[str, ...] = ()
    ordinal_not_after: tuple[str, ...] = ()
    compound_counts: tuple[str, ...] = ()
    not_counted: tuple[str, ...] = ()
    not_figures: tuple[str, ...] = ()
    not_figures_after: Mapping[str, tuple[str, ...]] = _NOTHING  # type: ignore[assignment]
    noun_ends: frozenset[str] = frozenset()
    plural_endings: tuple[str, ...] = ()
    not_plural: tuple[str, ...] = ()
    subject_verbs: tuple[str, ...] = ()
    noun_starts: tuple[str, ...] = ()
    compounds: tuple[str, ...] = ()
    noun_lists: tuple[str, ...] = ()
    classifiers: tuple[str, ...] = ()
    number_of: Mapping[str, tuple[str, ...]] = _NOTHING  # type: ignore[assignment]
    verb_endings: tuple[str, ...] = ()
    levels_of: tuple[str, ...] = ()
    subject_first: bool = False
    quantities: tuple[str, ...] = ()
    not_quantities: tuple[str, ...] = ()
    noun_links: tuple[str, ...] = ()
    loose_noun_links: tuple[str, ...] = ()
    and_words: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    not_cues: tuple[str, ...] = ()
    people: People = field(factory=People)
    speech: Speech = field(factory=Speech)
    unreal: tuple[str, ...] = ()
    planned: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    background: tuple[str, ...] = ()
    back_references: tuple[str, ...] = ()
    part_links: tuple[str, ...] = ()
    up: tuple[str, ...] = ()
    down: tuple[str, ...] = ()
    restated_by: tuple[str, ...] = ()
    step_ends: tuple[str, ...] = ()
    dates: Dates = field(factory=Dates)
    places: Places = field(factory=Places)
    offices: tuple[str, ...] = ()
    honorifics: tuple[str, ...] = ()
    furniture: tuple[str, ...] = ()
    ends_article: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    credit_words: tuple[str, ...] = ()
