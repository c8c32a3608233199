"""Text to claims: every number that a desk would count, with its meaning and its exact place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from attrs import evolve

from newsdedup.articles.article import Article
from newsdedup.figures.claim import FigureClaim, Scope
from newsdedup.figures.read import carried, meaning, scope
from newsdedup.figures.read.amounts import Amount, amount_of, as_percentage, qualified_after
from newsdedup.figures.read.grammar import grammar_of
from newsdedup.figures.read.nouns import KINDS_OF_TIME, noun_of, noun_start
from newsdedup.figures.read.reader import LEFT_REACH, Reader, reader_of, start_of
from newsdedup.figures.read.unnumbered import Unnumbered, counted_once
from newsdedup.languages import Role, roles_of
from newsdedup.support.errors import InputError
from newsdedup.text.numbers.number import PrintedNumber
from newsdedup.text.numbers.reader import is_in_name
from newsdedup.text.page import Page, covers, page_of

_NOBODY = Decimal(-1)  # counted: even none is more
_LISTS_AT_A_PLACE = 3  # of people, one within the other
_KINDS_WITH_ROLES = ("count", "money")
_CODE_AFTER = re.compile(r"[-/][^\W\d_]|[-/]\d|:\d|[.,]\d|[^\W\d_]|_")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w.-]*) $")
_YEARS = re.compile(r"(?:1[89]|20)\d\d(?:\s?[-–]\s?(?:1[89]|20)\d\d)?")  # 2025, 2021-2030


def extract_figures(
    article_or_text: Article | str,
    *,
    language: str | None = None,
    published_at: datetime | date | None = None,
    article_id: str | None = None,
    roles: Sequence[Role] = (),
) -> list[FigureClaim]:
    """Read every figure and date of an article.

    Parameters
    ----------
    article_or_text : Article or str
    language : str, optional
        Code of the text's language; the article's own, else told from the text.
    published_at : datetime or date, optional
        When it was published, which gives dates their year; the article's own where omitted.
    article_id : str, optional
        Id that the claims carry; the article's own where omitted.
    roles : sequence of Role, optional
        Further roles beside those of the language: what else is counted, and by which words it is known.

    Returns
    -------
    list of FigureClaim
        By place in the text. Empty for a language without tables.

    Raises
    ------
    InputError
        If what is given is neither an article nor a text.
    SettingError
        If `roles` holds anything but roles.

    Examples
    --------
    >>> claim, = extract_figures("Hội nghị kết nối hơn 10.000 điểm cầu trên cả nước.")
    >>> claim.text, claim.value, claim.qualifier, claim.noun, claim.scope.level
    ('hơn 10.000', Decimal('10000'), 'more_than', 'điểm cầu', 'national')

    >>> claim, = extract_figures("Giông lốc làm 40 cây xanh bật gốc.", roles=[Role(name="trees", cues=("bật gốc",))])
    >>> claim.value, claim.role
    (Decimal('40'), 'trees')
    """
    if not isinstance(article_or_text, Article | str):
        given = type(article_or_text).__name__
        raise InputError(f"figures are read from an Article or a text, not from {given}: read_articles makes articles")
    article = article_or_text if isinstance(article_or_text, Article) else Article(article_or_text)
    if article_id or language or published_at:
        article = evolve(
            article,
            id=article_id or article.id,
            language=language or article.language,
            published_at=published_at or article.published_at,
        )
    return figures_on(page_of(article, roles_of(roles)))


def figures_on(page: Page) -> list[FigureClaim]:
    """Every figure and date of a page, by place in the text."""
    if page.language is None:
        return []
    reader = reader_of(page, grammar_of(page.language))
    figures = _with_foreground(_with_unnumbered(reader, list(_figure_claims(reader))))
    claims = [*_date_claims(reader), *figures]
    return sorted(claims, key=lambda claim: (claim.start, claim.end))


def _claim(reader: Reader, start: int, end: int, sentence: tuple[int, int], **meaning: Any) -> FigureClaim:
    """A claim with its place and what it means."""
    first, last = reader.text.span(start, end)
    sentence_first, sentence_last = reader.text.span(*sentence)
    return FigureClaim(
        article_id=reader.article.id,
        start=first,
        end=last,
        text=reader.article.text[first:last],
        reported_at=reader.article.published_at,
        language=reader.grammar.language.code,
        sentence=reader.article.text[sentence_first:sentence_last],
        sentence_start=sentence_first,
        **meaning,
    )


def _date_claims(reader: Reader) -> Iterator[FigureClaim]:
    for mention in reader.dates:
        on_page = covers(reader.page.furniture, mention.start)
        place = mention.start, mention.end
        sentence = place if on_page else reader.sentence_around(*place)
        yield _claim(
            reader,
            mention.start,
            mention.end,
            sentence,
            value=mention.value,
            low=mention.low,
            high=mention.high,
            qualifier=mention.qualifier,
            kind="date",
            role="page" if on_page else mention.role,
        )


def _figure_claims(reader: Reader) -> Iterator[FigureClaim]:
    done, previous = 0, None
    for number in reader.page.numbers:
        if number.start < done:
            continue
        if end := reader.no_figure_until(number.start):
            done = end
            continue
        claim, done = _figure_claim(reader, number, previous)
        if claim is not None:
            claim = _of_what(reader, carried.continued(reader, claim, previous), number.start, done)
            if previous is not None and carried.is_converted(reader, claim, previous):
                claim = evolve(claim, noun=None, role=None)
            yield claim
            previous = claim


def _with_unnumbered(reader: Reader, numbered: Sequence[FigureClaim]) -> list[FigureClaim]:
    """The figures with the people who are counted without a number, where no number counts them too.

    A number in a list of people ("a man and two children") is a part of what the list counts.
    """
    found = reader.spoken.counts
    told = [(one, "background" if reader.is_background(_around(reader, one)) else "actual") for one in found]
    lists = sorted((_unnumbered_claim(reader, one, modality) for one, modality in told if one.value > 1), key=_start)
    figures = [_as_part(claim, lists) for claim in numbered]
    most: dict[tuple[str | None, str], Decimal] = {}
    for claim in figures:
        if claim.part_of is None:
            most[_toll(claim)] = max(claim.number, most.get(_toll(claim), claim.number))
    present = counted_once([one for one, modality in told if modality == "actual"])
    once = {(one.start, one.role.name) for one in present}
    further = [
        _unnumbered_claim(reader, one, modality)
        for one, modality in told
        if (modality == "background" or (one.start, one.role.name) in once)
        and one.value > most.get((one.role.name, modality), _NOBODY)
    ]
    return [*figures, *_told_once(further)]


def _told_once(mentioned: Sequence[FigureClaim]) -> Iterator[FigureClaim]:
    """The claims, of mentions that only say who was hit one: of most people, then by name, then the first."""
    largest: dict[tuple[str | None, str], FigureClaim] = {}
    for claim in mentioned:
        if claim.is_toll:
            yield claim
        else:
            key = _toll(claim)
            largest[key] = min(largest.get(key, claim), claim, key=lambda one: (-one.number, not one.name, one.start))
    yield from largest.values()


def _toll(claim: FigureClaim) -> tuple[str | None, str]:
    return claim.role, claim.modality


def _as_part(claim: FigureClaim, lists: Sequence[FigureClaim]) -> FigureClaim:
    last = bisect_right(lists, claim.start, key=_start)
    near = lists[max(0, last - _LISTS_AT_A_PLACE) : last]
    whole = next((one for one in near if claim.end <= one.end), None)
    if whole is None or claim.kind != "count" or claim.number >= whole.number:
        return claim
    modality = whole.modality if claim.modality == "actual" else claim.modality
    return evolve(claim, role=whole.role, part_of=whole.text, modality=modality)


def _start(claim: FigureClaim) -> int:
    return claim.start


def _around(reader: Reader, one: Unnumbered) -> tuple[int, int]:
    return reader.sentence_around(one.start, one.end)


def _unnumbered_claim(reader: Reader, one: Unnumbered, modality: str) -> FigureClaim:
    value, sentence = Decimal(one.value), _around(reader, one)
    return _claim(
        reader,
        one.start,
        one.end,
        sentence,
        value=value,
        low=value,
        high=value,
        noun=reader.text.spelt[one.start : one.end],
        role=one.role.name,
        scope=scope.EVENT,
        speaker=reader.speaker(one.start, sentence),
        modality=modality,
        is_toll=one.is_toll,
        is_open=one.is_open,
    )


def _of_what(reader: Reader, claim: FigureClaim, start: int, end: int) -> FigureClaim:
    """A share that nothing before it names is one of the noun after it: "30% doanh nghiệp"."""
    if claim.kind != "percent" or claim.noun or claim.change != "level":
        return claim
    noun = meaning.part_of_noun(reader.text.spelt, reader.folded, start, end, reader.grammar)
    return evolve(claim, noun=noun.printed) if noun else claim


def _figure_claim(
    reader: Reader, number: PrintedNumber, previous: FigureClaim | None
) -> tuple[FigureClaim | None, int]:
    """The claim of a number, if it counts anything, and where reading goes on."""
    amount = amount_of(number, reader.folded, reader.grammar)
    if _counts_nothing(reader, amount):
        return None, number.end
    sentence = reader.sentence_around(amount.number.start, amount.end)
    if number.is_share:
        noun = meaning.share_told(reader.text.spelt, reader.folded, amount, reader.grammar)
        amount = as_percentage(amount)
        if noun is None:
            return None, number.end
    else:
        noun = noun_of(reader, amount, sentence)
    if meaning.is_money(amount, noun, reader.grammar):
        amount = evolve(amount, kind="money", unit=carried.elided_currency(reader, amount, previous))
        noun = noun_of(reader, amount, sentence)
    is_count = amount.kind == "count"
    whole = meaning.whole_of(reader.folded, amount.end, noun, reader.grammar) if is_count else None
    if whole and (noun is None or noun.end <= amount.start):
        noun = meaning.noun_after(reader.text.spelt, reader.folded, whole[1], reader.grammar)
    may_have_role = amount.kind in _KINDS_WITH_ROLES
    role = meaning.role_of(reader.folded, amount, noun, whole, reader.spoken, reader.grammar) if may_have_role else None
    named, said_role = noun.printed if noun else None, role.name if role else None
    place = _scope(reader, amount, role, sentence)
    if is_count and noun is None and role is None:
        if previous is None or not carried.goes_on(reader, amount, previous):
            return None, number.end
        named, said_role = previous.noun, previous.role
        place = carried.listed_place(reader, amount, sentence) or previous.scope
    is_qualified_first = reader.grammar.amounts.qualifier_after.match(reader.folded, amount.end) is not None
    after = noun.end if noun and not is_qualified_first else amount.end
    amount = qualified_after(amount, reader.folded, after, reader.grammar)
    claim = _claim(
        reader,
        amount.start,
        amount.end,
        sentence,
        **amount.said,
        noun=named,
        role=said_role,
        scope=place,
        modality=_modality(reader, amount.start, role, sentence),
        part_of=_whole_words(reader, amount, whole),
        change="level" if amount.kind in KINDS_OF_TIME else _change(reader, amount.start),
        speaker=reader.speaker(amount.start, sentence),
        is_open=meaning.leaves_open(reader.folded, noun.end if noun else amount.end, role, reader.grammar),
        as_of=None if amount.kind == "duration" else _as_of(reader, amount, sentence),
    )
    return claim, amount.end


def _whole_words(reader: Reader, amount: Amount, whole: tuple[int, int] | None) -> str | None:
    """The larger count that this one is a part of, as printed."""
    if amount.number.out_of is not None:
        return str(amount.number.out_of)
    return reader.text.spelt[slice(*whole)] if whole else None


def _counts_nothing(reader: Reader, amount: Amount) -> bool:
    """Whether the number is a part of a name, a rank or a code."""
    if amount.kind == "count":
        return _is_name(reader, amount) or bool(reader.grammar.not_counted.match(reader.folded, amount.number.end))
    return amount.kind == "duration" and reader.grammar.ordinal_before.before(reader.folded, amount.start) is not None


def _scope(reader: Reader, amount: Amount, role: Role | None, sentence: tuple[int, int]) -> Scope:
    """Tolls and the schedule are the event's, unless a place is set apart; all else holds where its sentence says."""
    if amount.kind == "count" and (listed := carried.listed_place(reader, amount, sentence)):
        return listed
    if amount.kind == "duration" or (role is not None and (role.schedule or role.evolves)):
        return reader.scopes.set_apart(sentence[0], amount.start) or scope.EVENT
    index = reader.sentence_at(amount.start)
    before = reader.sentences[index - 1] if index else (0, 0)
    return reader.scopes.scope(amount.start, amount.end, sentence, before)


def _modality(reader: Reader, start: int, role: Role | None, sentence: tuple[int, int]) -> str:
    """Whether what is counted is to come, belongs to other events, or has happened in this one."""
    if reader.is_planned(start, sentence):
        return "planned"
    return "background" if role is not None and role.evolves and reader.is_background(sentence) else "actual"


def _with_foreground(claims: Sequence[FigureClaim]) -> list[FigureClaim]:
    """The claims; where all that have a role would be background, the article is about just that."""
    if any(claim.modality == "actual" and claim.role for claim in claims):
        return list(claims)
    return [evolve(claim, modality="actual") if claim.modality == "background" else claim for claim in claims]


def _is_name(reader: Reader, amount: Amount) -> bool:
    """Whether a bare number is a code, a rank, a year or a part of a name rather than a count."""
    folded, plain, number = reader.folded, reader.text.spelt, amount.number
    is_code = number.scale == 1 and _CODE_AFTER.match(folded, number.end) is not None
    if is_code and noun_start(reader, amount) == number.end:
        return True
    if amount.is_qualified:
        return False
    printed = folded[number.start : number.end]
    if _YEARS.fullmatch(printed) or is_in_name(number, plain, reader.grammar.numbers):
        return True
    if number.in_words and reader.grammar.nouns.group.match(
        folded, number.start
    ):  # people, read as such: "hai vợ chồng"
        return True
    sentence = reader.sentences[reader.sentence_at(number.start)][0] if reader.sentences else 0
    left = plain[max(sentence, number.start - LEFT_REACH) : number.start]
    if reader.grammar.ordinal_before.before(folded, number.start):
        return not reader.grammar.nouns.counter.match(
            folded, number.end
        )  # "nhóm 5 đối tượng", though "nhóm 5" is a name
    if left[:-1].rpartition(" ")[2].islower():  # most words: no name ends there
        return False
    word = _WORD_BEFORE.search(left)
    if word is None or word.group(1).islower():
        return False
    if word.group(1)[0].islower():  # "iPad 2", wherever it stands
        return True
    if reader.grammar.nouns.listed_counter.match(folded, number.end):  # "Cao Bằng 49 người, Lào Cai 45 người"
        return False
    following = plain[number.end : number.end + 3].strip()
    if word.group(1).isupper() and following.istitle() and len(following) > 1:  # "KRTV 11 News", wherever
        return True
    return sentence != number.start - len(word.group())


def _change(reader: Reader, start: int) -> str:
    """Whether the number is a step ("giảm 2,38%") rather than a level."""
    match = reader.grammar.numbers.change_before.before(reader.folded, start)
    return reader.grammar.amounts.changes[" ".join(match.group(1).split())] if match else "level"


def _as_of(reader: Reader, amount: Amount, sentence: tuple[int, int]) -> str | None:
    """The date right after the number, else the last "up to" date before it in its sentence."""
    first = bisect_left(reader.dates, amount.end, key=start_of)
    following = reader.dates[first] if first < len(reader.dates) else None
    if (
        following
        and following.start <= amount.end + 8
        and reader.grammar.clauses.date_link.fullmatch(reader.folded[amount.end : following.start])
    ):
        return following.value
    earlier = reader.dates[bisect_left(reader.dates, sentence[0], key=start_of) : first]
    return next((one.value for one in reversed(earlier) if one.role == "as_of" and one.start < amount.start), None)
