"""The facts of a language that newsdedup needs, as one value of plain data."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from newsdedup.languages.currencies import SIGNS
from newsdedup.languages.dates import Dates
from newsdedup.languages.money import MoneyFormat
from newsdedup.languages.naming import Naming
from newsdedup.languages.numerals import CompoundMeasure, NumberFormat, Numerals
from newsdedup.languages.people import People, Speech
from newsdedup.languages.places import Places
from newsdedup.languages.press import Press
from newsdedup.languages.prose import Prose
from newsdedup.languages.roles import Role
from newsdedup.languages.tables import NO_VALUES, NOTHING
from newsdedup.support.typed_fields import typed_fields


@frozen(
    kw_only=True, eq=False, field_transformer=typed_fields
)  # one value per language, compared and used as a cache key by identity
class Language:
    """The facts of one language.

    Unless a field says otherwise, words are in lower case and in the form of
    `newsdedup.text.normal_form.normalise`; the words of a phrase are separated by one space.

    Attributes
    ----------
    code : str
        ISO 639-1 code.
    name : str
        In English.
    aliases : tuple of str
        What else it is called: by itself, by languages beside it, and the code of a country that is often given for it
        ("tiếng Việt", "vn").
    function_words : frozenset of str
        Frequent words by which a text in the language is recognised.
    letters : str
        Letters that no other language uses: a text with some of them is in this one.
    word_form : str
        Pattern of a word as it is typed without accents, if most words of the language match it and few of others do.
    abbreviations : tuple of str
        Words, as printed, whose full stop does not end a sentence ("Mr.").
    number_format : NumberFormat
    money : MoneyFormat
        How amounts of money are written for people.
    scales : mapping of str to int
        Scale words and the power of ten that they multiply by.
    money_scales : mapping of str to int
        Scale words that are read only next to a currency ("$5m").
    count_scales : mapping of str to int
        Letters right after digits that scale a count ("250k likes").
    scaled_nouns : tuple of str
        Nouns before which such a letter scales, also after a space ("3,1 N lượt thích"); if empty, every noun, but only
        right after the digits.
    not_scaled : tuple of str
        Words before which such a letter does not scale ("5k run", "3m deep").
    scale_letters : mapping of str to int
        Letters right after digits that scale them, as printed ("10K").
    numerals : Numerals
    qualifiers_before, qualifiers_after : mapping of str to str
        Words before or after a number, and the qualifier that they give.
    not_qualifiers : tuple of str
        Phrases that end like a qualifier and are none ("dựa trên").
    near, motions, buildings : tuple of str
        Qualifiers that mean "near" between a verb of place or motion and a building ("rơi xuống gần 1 trường học").
    range_words : tuple of str
        Words between the two ends of a range.
    range_pairs : mapping of str to str
        Words before a range, and the word that is then between its ends ("between", "and").
    from_words : tuple of str
        Words before the first of two values; after a cue of change they are the old and the new value, not a range
        ("rose from 30 to 35").
    changed : tuple of str
        Cues of such a change, in addition to `up` and `down` ("went").
    step_words : tuple of str
        Words between two amounts of which only the second has a unit ("từ 4,8 lên 5,3%").
    percent, percentage_points : tuple of str
        Signs and words after a number.
    percent_before : tuple of str
        Words at the start of a line that make the number after them a percentage.
    currency_signs : mapping of str to str
        Signs and codes before or after an amount, and the ISO 4217 code.
    currencies : mapping of str to str
        Names of money after an amount, and the ISO 4217 code.
    currency : str
        ISO 4217 code of the money that a large number without a noun means; empty if it means none.
    currency_parts : mapping of str to str
        Names of hundredth parts, and the unit of an amount that has only these ("50 cents").
    coins : mapping of str to int
        Names of coins, and how many hundredths of `coined` each is.
    coined : str
        ISO 4217 code of the money of these coins.
    money_slang : mapping of str to int
        Names of an amount of money in an unknown currency ("ten grand").
    code_scales : mapping of str to int
        Letters before a code or sign of money that scale it ("MEUR 60", "80 M€").
    part_letters : tuple of str
        Letters for hundredth parts, with this meaning only after money ("$2 50c").
    parts_joint : tuple of str
        Words between money and its hundredth parts ("3 dollars and 50 cents").
    durations : mapping of str to str
        Words of time, and their unit (``minute`` … ``year``).
    measures : mapping of str to str
        Units of measure, and their symbol.
    decimal_units : tuple of str
        Measures that may be printed between the whole and its decimals ("1m68").
    compound_measures : tuple of CompoundMeasure
        Measures of two units ("6 feet 2").
    weights, weighing : mapping of str to str, tuple of str
        Names of money that are units of weight after the words of `weighing`, or before `noun_links` ("weighing 60 pounds").
    measures_before : mapping of str to str
        Units before their number, and their symbol ("magnitude 6.1").
    ages : mapping of str to str
        Words after a number that make it an age, and the unit of time that it is counted in (``day, week, month`` or
        ``year``).
    ages_before : tuple of str
        Words before a number that make it an age ("aged", "âgé de").
    ages_before_end : tuple of str
        Words before a number that make it an age where nothing follows that it may count ("he was").
    ages_at_death : tuple of str
        Words before the age of somebody of whose death the clause tells ("died on Monday at 88").
    ages_of_people : tuple of str
        Units of time that are an age right after a person or a name ("un homme de 45 ans").
    age_marks : tuple of str
        Marks between a name and an age without a unit ("Ann Vale, 61, leads").
    not_units : tuple of str
        Phrases that start with the word of a unit and are not units ("đồng chí").
    ordinal_not_after : tuple of str
        Words after which those of `ordinal_before` do not make a rank ("tổng số 5").
    ordinal_before : tuple of str
        Words before a number that make it a rank or a name, never a count.
    compound_counts : tuple of str
        Words that a hyphen joins to a number that counts ("1,200-strong", "15-member").
    not_counted : tuple of str
        Nouns that make a number part of a name ("2 cấp").
    not_figures : tuple of str
        Patterns of tokens (`newsdedup.figures.read.patterns`) of spans that start with a number and count nothing.
    noun_ends : frozenset of str
        Words that end a counted noun, since they cannot be part of it.
    adjectives_before_noun : bool
        Whether adjectives and names come between a determiner or number and its noun ("two young St. Louis boys").
    plural_endings, not_plural : tuple of str
        Endings of a plural, which is the last word of what is counted ("54,000 fans cheered"), and endings of
        words that look like a plural ("bus"); empty if nouns have no plural.
    subject_verbs : tuple of str
        Verbs that do not end a noun after a number, but show that the words before a number are a clause ("xe chở 27 người").
    noun_starts : tuple of str
        Phrases that start with a word of `noun_ends` and begin a noun ("2 hoạt động").
    compounds : tuple of str
        Nouns, and parts of nouns, with a word that alone would end a noun ("dự án").
    noun_lists : tuple of str
        Nouns that are counted together ("xã, phường, thị trấn").
    classifiers : tuple of str
        Nouns that alone do not say what is counted ("người").
    synonyms : tuple of tuple of str
        Nouns that name one kind of thing counted, each group on its own ("earthquake", "quake", "tremor").
    shares_of : tuple of str
        Words before a percentage of the quantity right after it ("bằng 40% tiền giống").
    wholes : tuple of str
        Words before a quantity that say that it is the whole ("tổng vốn").
    number_of : tuple of str
        Words before what is counted in a clause ("number of", "số").
    tolls : tuple of str
        Nouns that count by themselves ("death toll").
    levels : tuple of str
        Verbs before a number that is the level of their subject ("stood at", "lên đến").
    adverbs : tuple of str
        Words that may come between a subject, its verb and a number ("also", "đã").
    copulas : tuple of str
        Verbs that join a subject to a number, and to anything else ("is").
    passives : tuple of str
        Words before a verb that is done to its subject ("was", "bị").
    incidents : tuple of str
        Words for several events of one kind ("shootings").
    clause_openers : tuple of str
        Words after which a clause begins ("said", "khi").
    verb_endings : tuple of str
        Endings of words before a noun of `quantities` that are not part of it ("reported profit").
    subject_first : bool
        Whether what is counted may come right before its number and a classifier ("Cán bộ cấp xã 1.597 người").
    quantities : tuple of str
        Nouns of what is measured or paid ("giá"): a later amount in their clause belongs to them.
    not_quantities : tuple of str
        Phrases with such a noun that are not quantities ("trị giá").
    share_before_noun : bool
        Whether what a share is of may follow it without a link ("30% doanh nghiệp").
    noun_links : tuple of str
        Words between an amount and what it is of ("$3 million in damage").
    loose_noun_links : tuple of str
        Further ones, if nothing before the amount says what it is of ("$3 million in aid").
    and_words : tuple of str
        Words that start the next part of a sentence.
    denials : tuple of str
        Words before a number that take its role away ("none of the").
    roles : tuple of Role
    not_cues : tuple of str
        Phrases that begin like a cue of a role and are not cues ("bị bắt gặp", "dead end").
    people : People
    naming : Naming
    speech : Speech
    totals : tuple of str
        Nouns of a total that a number brings up to date ("bringing the total to").
    denying : tuple of str
        Words before what somebody says is not true ("denied reports that").
    denied_after : tuple of str
        Words after what somebody says is not true ("is false").
    contrasts : tuple of str
        Words before a figure that another replaces ("not").
    misreported : tuple of str
        Words before a figure that was wrong ("wrongly reported").
    corrections : tuple of str
        Words that open a correction ("Correction", "đính chính").
    corrected : tuple of str
        Words, in a correction, before the right figure ("the correct number is").
    unreal : tuple of str
        Words before a cue for what did not happen, or may not have happened ("could", "suýt").
    futures : tuple of str
        Verbs of what is to come, which follow those that they are said of ("300 homes will be built").
    planned, past : tuple of str
        Cues of future and of past events.
    background : tuple of str
        Patterns of tokens that show that a sentence is about other events than the one reported ("so far this year").
    other_events : tuple of str
        Such patterns that compare with the event reported, and so show this in the first sentence too ("a similar").
    later_than : tuple of str
        Words after which a sentence tells of an earlier event ("just weeks after").
    back_references : tuple of str
        Words that refer to what the sentence before counts ("of those", "trong số đó").
    part_links : tuple of str
        Words between a part and its whole ("2 of the 5", "hai trong số năm").
    up, down : tuple of str
        Cues of change right before a number: "giảm 2%" is a step, "giảm xuống còn 2%" a level.
    restated_by : tuple of str
        Words between an amount and the same amount in another form ("$12.40, or 0.9 percent").
    step_ends : tuple of str
        Words between two numbers that, after a step, lead to the value that it reached ("fell by 3 to 45").
    dates : Dates
    places : Places
    offices : tuple of str
        Titles of people before or after their names.
    honorifics : tuple of str
        Those titles that are not an office.
    furniture : tuple of str
        Regular expressions of whole lines that are page furniture.
    ends_article : tuple of str
        Regular expressions of whole lines after which only page furniture comes.
    credits : tuple of str
        Regular expressions of photo credits within a line.
    credit_words : tuple of str
        Words of which every photo credit has one near its beginning.
    sections : tuple of str
        Names of the sections of news sites, as menus print them.
    footers : tuple of str
        Regular expressions of whole sentences of the page before or after an article.
    teasers : tuple of str
        Regular expressions of whole sentences after an article that name other articles.
    footer_words : tuple of str
        Parts of words or phrases of which every sentence of `footers` and `teasers` has one.
    footer_cues : tuple of str
        Pairs of words of which long footers have several, and articles hardly any.
    outlets : tuple of str
        Whole names of outlets that are ordinary words, as printed.
    outlet_words : tuple of str
        Words of names of outlets, as printed ("Times").
    outlet_links : tuple of str
        Words between the capitalised ones of the name of an outlet or a section ("of").
    outlet_openings : tuple of str
        Words that open the name of an outlet and may be left out ("The").
    press : Press
    prose : Prose
    """

    code: str
    name: str
    function_words: frozenset[str]
    aliases: tuple[str, ...] = ()
    letters: str = ""
    word_form: str = ""
    abbreviations: tuple[str, ...] = ()
    number_format: NumberFormat = field(factory=NumberFormat)
    money: MoneyFormat = field(factory=MoneyFormat)
    scales: Mapping[str, int] = NO_VALUES
    money_scales: Mapping[str, int] = NO_VALUES
    count_scales: Mapping[str, int] = NO_VALUES
    scaled_nouns: tuple[str, ...] = ()
    not_scaled: tuple[str, ...] = ()
    scale_letters: Mapping[str, int] = NO_VALUES
    numerals: Numerals = field(factory=Numerals)
    qualifiers_before: Mapping[str, str] = NOTHING
    qualifiers_after: Mapping[str, str] = NOTHING
    not_qualifiers: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    motions: tuple[str, ...] = ()
    buildings: tuple[str, ...] = ()
    range_words: tuple[str, ...] = ()
    range_pairs: Mapping[str, str] = NOTHING
    from_words: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
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
    decimal_units: tuple[str, ...] = ()
    compound_measures: tuple[CompoundMeasure, ...] = ()
    weights: Mapping[str, str] = NOTHING
    weighing: tuple[str, ...] = ()
    measures_before: Mapping[str, str] = NOTHING
    ages: Mapping[str, str] = NOTHING
    ages_before: tuple[str, ...] = ()
    ages_before_end: tuple[str, ...] = ()
    ages_at_death: tuple[str, ...] = ()
    ages_of_people: tuple[str, ...] = ()
    age_marks: tuple[str, ...] = ()
    not_units: tuple[str, ...] = ()
    ordinal_before: tuple[str, ...] = ()
    ordinal_not_after: tuple[str, ...] = ()
    compound_counts: tuple[str, ...] = ()
    not_counted: tuple[str, ...] = ()
    not_figures: tuple[str, ...] = ()
    noun_ends: frozenset[str] = frozenset()
    adjectives_before_noun: bool = False
    plural_endings: tuple[str, ...] = ()
    not_plural: tuple[str, ...] = ()
    subject_verbs: tuple[str, ...] = ()
    noun_starts: tuple[str, ...] = ()
    compounds: tuple[str, ...] = ()
    noun_lists: tuple[str, ...] = ()
    classifiers: tuple[str, ...] = ()
    synonyms: tuple[tuple[str, ...], ...] = ()
    shares_of: tuple[str, ...] = ()
    wholes: tuple[str, ...] = ()
    number_of: tuple[str, ...] = ()
    tolls: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    copulas: tuple[str, ...] = ()
    passives: tuple[str, ...] = ()
    incidents: tuple[str, ...] = ()
    clause_openers: tuple[str, ...] = ()
    verb_endings: tuple[str, ...] = ()
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
    naming: Naming = field(factory=Naming)
    speech: Speech = field(factory=Speech)
    totals: tuple[str, ...] = ()
    denying: tuple[str, ...] = ()
    denied_after: tuple[str, ...] = ()
    contrasts: tuple[str, ...] = ()
    misreported: tuple[str, ...] = ()
    corrections: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()
    unreal: tuple[str, ...] = ()
    futures: tuple[str, ...] = ()
    planned: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    background: tuple[str, ...] = ()
    other_events: tuple[str, ...] = ()
    later_than: tuple[str, ...] = ()
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
    sections: tuple[str, ...] = ()
    footers: tuple[str, ...] = ()
    teasers: tuple[str, ...] = ()
    footer_words: tuple[str, ...] = ()
    footer_cues: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    outlet_words: tuple[str, ...] = ()
    outlet_links: tuple[str, ...] = ()
    outlet_openings: tuple[str, ...] = ()
    press: Press = field(factory=Press)
    prose: Prose = field(factory=Prose)
