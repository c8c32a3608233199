"""What newsdedup must know of a language, as one value of plain data."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from newsdedup.languages.currencies import SIGNS
from newsdedup.languages.dates import Dates
from newsdedup.languages.numerals import NumberFormat, Numerals
from newsdedup.languages.people import People
from newsdedup.languages.places import Places
from newsdedup.languages.roles import Role
from newsdedup.languages.speech import Speech
from newsdedup.languages.tables import NO_VALUES, NOTHING


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
    abbreviations : tuple of str
        Words, as printed, whose full stop does not end a sentence ("Mr.").
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
    adjectives_before_noun : bool
        Whether adjectives and names come between a determiner or number and its noun ("two young St. Louis boys").
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
    share_before_noun : bool
        Whether what a share is of may follow it without a link ("30% doanh nghiệp").
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
    abbreviations: tuple[str, ...] = ()
    number_format: NumberFormat = field(factory=NumberFormat)
    scales: Mapping[str, int] = NO_VALUES
    money_scales: Mapping[str, int] = NO_VALUES
    count_scales: Mapping[str, int] = NO_VALUES
    not_scaled: tuple[str, ...] = ()
    scale_letters: Mapping[str, int] = NO_VALUES
    numerals: Numerals = field(factory=Numerals)
    qualifiers_before: Mapping[str, str] = NOTHING
    qualifiers_after: Mapping[str, str] = NOTHING
    range_words: tuple[str, ...] = ()
    range_pairs: Mapping[str, str] = NOTHING
    step_words: tuple[str, ...] = ()
    percent: tuple[str, ...] = ("%",)
    percentage_points: tuple[str, ...] = ()
    percent_before: tuple[str, ...] = ()
    currency_signs: Mapping[str, str] = SIGNS
    currencies: Mapping[str, str] = NOTHING
    currency: str = ""
    currency_parts: Mapping[str, str] = NOTHING
    coins: Mapping[str, int] = NO_VALUES
    coined: str = ""
    money_slang: Mapping[str, int] = NO_VALUES
    code_scales: Mapping[str, int] = NO_VALUES
    part_letters: tuple[str, ...] = ()
    parts_joint: tuple[str, ...] = ()
    durations: Mapping[str, str] = NOTHING
    measures: Mapping[str, str] = NOTHING
    weights: Mapping[str, str] = NOTHING
    weighing: tuple[str, ...] = ()
    measures_before: Mapping[str, str] = NOTHING
    ages: tuple[str, ...] = ()
    not_units: tuple[str, ...] = ()
    ordinal_before: tuple[str, ...] = ()
    ordinal_not_after: tuple[str, ...] = ()
    compound_counts: tuple[str, ...] = ()
    not_counted: tuple[str, ...] = ()
    not_figures: tuple[str, ...] = ()
    not_figures_after: Mapping[str, tuple[str, ...]] = NOTHING  # type: ignore[assignment]
    noun_ends: frozenset[str] = frozenset()
    adjectives_before_noun: bool = False
    plural_endings: tuple[str, ...] = ()
    not_plural: tuple[str, ...] = ()
    subject_verbs: tuple[str, ...] = ()
    noun_starts: tuple[str, ...] = ()
    compounds: tuple[str, ...] = ()
    noun_lists: tuple[str, ...] = ()
    classifiers: tuple[str, ...] = ()
    number_of: Mapping[str, tuple[str, ...]] = NOTHING  # type: ignore[assignment]
    verb_endings: tuple[str, ...] = ()
    levels_of: tuple[str, ...] = ()
    subject_first: bool = False
    quantities: tuple[str, ...] = ()
    not_quantities: tuple[str, ...] = ()
    share_before_noun: bool = False
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
