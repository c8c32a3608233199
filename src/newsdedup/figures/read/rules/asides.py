"""Numbers that count nothing: codes, ranks, years, parts of names, and spans that a language's tables give."""

from __future__ import annotations

from newsdedup.figures.read.draft import NumberDraft
from newsdedup.figures.read.engine import Example, Fields, Rule, Step
from newsdedup.figures.read.patterns import aside_end
from newsdedup.figures.read.rules.counted import noun_first
from newsdedup.text.numbers.reader import is_in_name
from newsdedup.text.tagged import CAPITAL, DIGITS, LINE, SPACED, UPPER, WORD
from newsdedup.text.tags import Tag

_FIRST_YEAR, _LAST_YEAR = 1800, 2099
_YEAR_DIGITS = 4
_MOST_LETTERS, _MOST_LETTERS_SPACED = 4, 2  # letters that a hyphen joins to a number, also with spaces


def _aside(*_: object) -> Fields:
    return {"is_aside": True}


def _set_aside(draft: NumberDraft) -> int | None:
    """The end of a span of the language's tables that counts nothing: a time of day, a house number."""
    return aside_end(draft.sentence, draft.number_first)


def _code(draft: NumberDraft) -> bool | None:
    """A number that letters or digits touch: "51A-12345", "24/7"; not "15-member"."""
    sentence, i = draft.sentence, draft.number_last
    if draft.scale != 1 or i >= sentence.last:
        return None
    ends_inside = sentence.ends[i - 1] > draft.number.end
    touches = not sentence.kinds[i] & SPACED
    if not touches and not ends_inside:
        return None
    mark_goes_on = sentence.is_mark(i, "-/:.,_") and i + 1 < sentence.last and not sentence.kinds[i + 1] & SPACED
    if not ends_inside and not sentence.kinds[i] & (WORD | DIGITS):
        if not mark_goes_on:
            return None
        is_name = sentence.kinds[i + 1] & WORD and sentence.is_mark(i, "-/")
        if not (is_name or sentence.kinds[i + 1] & DIGITS or sentence.is_mark(i, "_")):
            return None
    return True if noun_first(draft) == draft.last else None


def _rank(draft: NumberDraft) -> bool | None:
    """A number after a word that makes it a rank or a name: "lần thứ 3", "Highway 20"."""
    if draft.is_nth:
        return None
    sentence, i = draft.sentence, draft.number_first
    size = sentence.before(i, Tag.RANK)
    if not size or sentence.before(i - size, Tag.NO_RANK):
        return None
    if draft.kind == "duration":
        return True
    if draft.kind != "count" or draft.is_qualified or sentence.phrase(draft.number_last, Tag.COUNTER):
        return None
    return True


def _not_counted(draft: NumberDraft) -> bool | None:
    may_be_name = not draft.number.is_share  # "2/3 số nhà"
    is_name = may_be_name and draft.sentence.phrase(draft.number_last, Tag.NOT_COUNTED)
    return True if is_name else None


def _bare_year(draft: NumberDraft) -> bool | None:
    sentence = draft.sentence
    if draft.is_qualified or draft.number.in_words or draft.scale != 1 or not _FIRST_YEAR <= draft.value <= _LAST_YEAR:
        return None
    is_four_digits = all(
        sentence.ends[i] - sentence.starts[i] == _YEAR_DIGITS
        for i in range(draft.number_first, draft.number_last)
        if sentence.kinds[i] & DIGITS
    )
    return True if is_four_digits and draft.is_whole else None


def _numeral_in_name(draft: NumberDraft) -> bool | None:
    sentence = draft.sentence
    return True if not draft.is_qualified and is_in_name(draft.number, sentence.text.plain, sentence.numbers) else None


def _group(draft: NumberDraft) -> bool | None:
    """People who are read as such where something is said of them: "hai vợ chồng thiệt mạng"."""
    is_free = draft.number.in_words and not draft.is_qualified and draft.said.counts
    return True if is_free and draft.sentence.phrase(draft.number_first, Tag.GROUP) else None


def _after_name(draft: NumberDraft) -> bool | None:
    """A number after a name of which it is a part: "iPad 2", "KRTV 11 News"; not "Cao Bằng 49 người"."""
    sentence, i = draft.sentence, draft.number_first - 1
    if draft.is_qualified or i < sentence.first or not sentence.kinds[i + 1] & SPACED:
        return None
    if sentence.is_mark(i, ".") and not sentence.kinds[i] & SPACED and sentence.is_capital(i - 1):  # "U.S. 41"
        i -= 1
    if sentence.kinds[draft.number_first] & LINE or not sentence.kinds[i] & (WORD | DIGITS):
        return None
    start = sentence.word_start(i + 1)
    if sentence.kinds[i] & DIGITS and not (start < i):
        return None
    word = sentence.printed(start, i + 1)
    if draft.number.in_words and not sentence.is_capital(draft.number_first):  # "gave Cheeks two extensions"
        return None
    if word.islower() or not word[0].isalpha():
        return None
    if word[0].islower():  # "iPad 2", anywhere
        return True
    following = draft.number_last
    counts = sentence.has(following, Tag.CLASSIFIER | Tag.COUNTER)
    if counts and not (following + counts < sentence.last and sentence.kinds[following + counts] & DIGITS):
        return None
    goes_on = following < sentence.last and sentence.kinds[following] & (CAPITAL | LINE | UPPER) == CAPITAL
    if sentence.kinds[i] & UPPER and goes_on and sentence.ends[following] - sentence.starts[following] > 1:
        return True  # "KRTV 11 News", wherever
    return True if start != sentence.first else None


def _after_letters(draft: NumberDraft) -> bool | None:
    """A number that a hyphen joins to letters: "AK - 47 rifles", "the I-75 corridor"; not "(AP) - 12 people"."""
    sentence, hyphen = draft.sentence, draft.number_first - 1
    letters = hyphen - 1
    if not sentence.is_mark(hyphen, "-") or letters < sentence.first:
        return None
    is_tight = not sentence.kinds[hyphen] & SPACED and not sentence.kinds[draft.number_first] & SPACED
    size = sentence.ends[letters] - sentence.starts[letters]
    is_short = sentence.printed(letters, hyphen).isupper() and size <= (
        _MOST_LETTERS if is_tight else _MOST_LETTERS_SPACED
    )
    return True if is_short and (is_tight or letters > sentence.first) else None


def _time_ago(draft: NumberDraft) -> bool | None:
    """A time that says when something was: "two years ago", "cách đây 3 năm"."""
    sentence, end = draft.sentence, draft.last
    if size := sentence.phrase(end, Tag.AGO):
        is_last = sentence.words(end, end + size) in sentence.language.dates.ago_after_at_end  # "3 năm trước khi nghỉ"
        return True if not is_last or not sentence.is_word(end + size) else None
    return True if sentence.before(draft.first, Tag.AGO) else None


SPANS = Step(
    "span that counts nothing",
    (
        Rule(
            "span of the tables",
            _set_aside,
            lambda _, last: {"is_aside": True, "is_span": True, "last": last},
            examples=(Example("en", "They met at 7 p.m. people said."),),
            counter_examples=(Example("en", "They waited 7 hours."),),
        ),
    ),
)

NAMES = Step(
    "number that counts nothing",
    (
        Rule(
            "code",
            _code,
            _aside,
            kinds=("count",),
            examples=(Example("vi", "Báo 21st Century đưa tin."), Example("en", "Fans of the 76ers cheered.")),
            counter_examples=(Example("en", "A 15-member crew sailed."),),
        ),
        Rule(
            "time ago",
            _time_ago,
            lambda draft, _: {"is_aside": True, "is_span": True, "last": draft.last},
            kinds=("duration",),
            needs=Tag.AGO,
            examples=(
                Example("en", "She was promoted four years ago."),
                Example("vi", "Cách đây 3 năm ông mở quán."),
            ),
            counter_examples=(
                Example("en", "She waited four years."),
                Example("vi", "Ông làm việc 3 năm trước khi nghỉ."),
            ),
        ),
        Rule(
            "rank or name",
            _rank,
            _aside,
            needs=Tag.RANK,
            examples=(
                Example("en", "They drove down Highway 20 people said."),
                Example("vi", "Đợt lũ thứ 3 cuốn cầu."),
            ),
            counter_examples=(Example("en", "On the highway, 20 people waited."),),
        ),
        Rule(
            "noun that makes it a name",
            _not_counted,
            _aside,
            kinds=("count",),
            needs=Tag.NOT_COUNTED,
            examples=(Example("vi", "Họ bỏ mô hình 2 cấp."),),
            counter_examples=(Example("vi", "Trường có 2 lớp."),),
        ),
        Rule(
            "year",
            _bare_year,
            _aside,
            kinds=("count",),
            examples=(Example("en", "It won the 2016 awards."),),
            counter_examples=(Example("en", "They sold more than 2016 tickets."),),
        ),
        Rule(
            "numeral in a name",
            _numeral_in_name,
            _aside,
            kinds=("count",),
            examples=(Example("vi", "Tiền đạo người Ba Lan thắng."),),
            counter_examples=(Example("vi", "Ba người đến."),),
        ),
        Rule(
            "group of people",
            _group,
            _aside,
            kinds=("count",),
            needs=Tag.GROUP,
            examples=(Example("vi", "Hai vợ chồng thiệt mạng.", {"text": "Hai vợ chồng", "is_toll": False}),),
            counter_examples=(Example("vi", "Hai người đến."),),
        ),
        Rule(
            "number joined to letters",
            _after_letters,
            _aside,
            kinds=("count",),
            examples=(Example("en", "They found an AK - 47 rifle."),),
            counter_examples=(Example("en", "HUE (VN) - 47 people left."),),
        ),
        Rule(
            "number after a name",
            _after_name,
            _aside,
            kinds=("count",),
            examples=(Example("en", "KRTV 11 News reporters came."), Example("en", "He sold iPad 2 tablets.")),
            counter_examples=(Example("vi", "Lũ làm nhiều người chết (Cao Bằng 49 người)."),),
        ),
    ),
)
