"""How each number of a text was read: the rules that applied, the words that they matched, and what each made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, tzinfo
from decimal import Decimal
from functools import partial
from typing import Any

from attrs import asdict, evolve, frozen

from newsdedup.articles.article import Article
from newsdedup.articles.read_options import READING, ReadOptions
from newsdedup.figures.claim import FigureClaim, Scope
from newsdedup.figures.plain_data import claim_to_dict, plain_number
from newsdedup.figures.read.draft import NumberDraft
from newsdedup.figures.read.engine import Fields, Rule, Step
from newsdedup.figures.read.extract import article_given, claims_of
from newsdedup.figures.read.nouns import Noun
from newsdedup.figures.read.numbered import claim_of, drafts_of
from newsdedup.figures.read.page_reading import PageReading
from newsdedup.figures.read.predicates import Said, Unnumbered, predicates_of
from newsdedup.figures.read.rules.table import STEPS
from newsdedup.figures.read.sentence import Sentence
from newsdedup.languages import Role, roles_of
from newsdedup.support.display import Displayed
from newsdedup.text.numbers.number import PrintedNumber
from newsdedup.text.numbers.reader import every_number
from newsdedup.text.page import covers, page_of

NOT_COUNTED = "not read as a number that may count something"
ON_PAGE = "not in the article's own text"
WITH_OTHERS = "a number or another mention counts them"
_TOKEN_FIELDS = frozenset({"first", "last", "whole"})  # fields that are tokens of the page


@frozen
class RuleFired:
    """A rule that applied to a number, and what it contributed.

    Attributes
    ----------
    step : str
        The question that the rule decides: ``unit``, ``noun``, ``role`` …
    rule : str
        Its name.
    words : tuple of str
        The words that it matched, as printed; empty where it goes by the number alone or by another sentence.
    fields : mapping of str to object
        What it made: fields of the claim with their values, and what later rules use.
    """

    step: str
    rule: str
    words: tuple[str, ...]
    fields: Mapping[str, Any]

    def __str__(self) -> str:
        words = f" by {', '.join(map(_quoted, self.words))}" if self.words else ""
        made = ", ".join(f"{name} = {_shown(value)}" for name, value in self.fields.items())
        return f"{self.step}: {self.rule}{words}" + (f" → {made}" if made else "")


@frozen
class FigureTrace(Displayed):
    """How one number of a text was read, or a mention of people without a number.

    Attributes
    ----------
    start, end : int
        Offsets in the text, as of the claim.
    text : str
        The text's own words there.
    claim : FigureClaim or None
        What was read; None where the number is not a figure.
    reason : str or None
        Why there is no claim.
    steps : tuple of RuleFired
        The rules that applied, in order.
    """

    start: int
    end: int
    text: str
    claim: FigureClaim | None
    reason: str | None
    steps: tuple[RuleFired, ...]

    def to_dict(self) -> dict[str, Any]:
        """Everything as plain data."""
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "claim": None if self.claim is None else claim_to_dict(self.claim, alone=True),
            "reason": self.reason,
            "steps": [
                {**asdict(one), "words": list(one.words), "fields": {k: _plain(v) for k, v in one.fields.items()}}
                for one in self.steps
            ],
        }

    def __str__(self) -> str:
        head = f"{self.start}–{self.end} {_quoted(self.text)}: {self.reason or _outcome(self.claim)}"
        return "\n".join([head, *(f"  {one}" for one in self.steps)])


def explain_figures(
    article_or_text: Article | str | Mapping[str, Any],
    *,
    language: str | None = None,
    published_at: datetime | date | str | None = None,
    article_id: str | None = None,
    roles: Sequence[Role] = (),
    columns: Mapping[str, str] | None = None,
    timezone: str | tzinfo = READING.timezone,
    day_first: bool | None = None,
    max_characters: int = READING.max_characters,
) -> list[FigureTrace]:
    """Show how `extract_figures` reads each number of a text: by which rules, or why it is not a figure.

    Parameters
    ----------
    article_or_text, language, published_at, article_id, roles, columns, timezone, day_first, max_characters
        As for `extract_figures`.

    Returns
    -------
    list of FigureTrace
        By place in the text: one per number or date, and one per mention of people without a number.
        Empty for a language without tables.

    Raises
    ------
    InputError, SettingError
        As for `extract_figures`.

    Examples
    --------
    >>> toll, rank = explain_figures("Lũ làm hơn 20 người chết, đợt lũ lần thứ 3.", language="vi")
    >>> print(toll)
    7–13 “hơn 20”: count 20, more_than, noun người, role dead
      qualifier: qualifier before the number by “hơn” → is_qualified = yes, qualifier = more_than
      noun: noun after the number by “người” → noun = người
      role: what is said of them by “chết” → role = dead
      what it counts: noun, role or unit
      scope: scope of the event → scope = event
    >>> rank.claim is None, rank.reason
    (True, 'set aside by the rule “rank or name”')
    """
    options = ReadOptions(columns=columns, timezone=timezone, day_first=day_first, max_characters=max_characters)
    article = article_given(article_or_text, language, published_at, article_id, options)
    page = page_of(article, roles_of(roles))
    if page.language is None:
        return []
    reading, trace = _TracedPage(page, page.language), _Trace()
    reading.found = trace.found
    claims = claims_of(reading, [claim_of(draft) for draft in drafts_of(reading, trace.traced(STEPS))])
    traces = [*_number_traces(reading, trace, claims), *_mentioned_traces(reading, claims), *_date_traces(claims)]
    traces += _unread_traces(reading, traces)
    return sorted(traces, key=lambda one: (one.start, one.end))


# ------------------------------------------------------------------------------------- recording


class _TracedSentence(Sentence):
    """A sentence that records the phrases that are found in it: first token, last token and tag."""

    found: list[tuple[int, int, int]]

    def phrase(self, i: int, tag: int) -> int:
        size = super().phrase(i, tag)
        if size:
            self.found.append((i, i + size, tag))
        return size

    def before(self, end: int, tag: int) -> int:
        size = super().before(end, tag)
        if size:
            self.found.append((end - size, end, tag))
        return size


class _TracedPage(PageReading):
    """A page whose sentences record the phrases that are found in them for one rule."""

    found: list[tuple[int, int, int]]

    def sentence(self, index: int) -> Sentence:
        if index not in self._sentences:
            sentence = _TracedSentence(self.text, self.tokens, *self.spans[index], self.language, self.numbers)
            sentence.found = self.found
            self._sentences[index] = sentence
        return self._sentences[index]

    def said(self, index: int) -> Said:
        """What a sentence says of people; the phrases that this takes are not those of the rule that asks."""
        kept = self.found.copy()
        said = super().said(index)
        self.found[:] = kept
        return said


class _Trace:
    """The rules that applied to each number of a page, by the offset of the number."""

    def __init__(self) -> None:
        self.found: list[tuple[int, int, int]] = []  # the phrases that the present rule has found
        self.fired: dict[int, list[RuleFired]] = {}
        self.drafts: dict[int, NumberDraft] = {}

    def traced(self, steps: Sequence[Step]) -> tuple[Step, ...]:
        """The steps with rules that record what they do."""
        return tuple(
            Step(step.name, tuple(self._traced_rule(step.name, rule) for rule in step.rules), step.is_of_all)
            for step in steps
        )

    def _traced_rule(self, step: str, rule: Rule) -> Rule:
        return evolve(rule, match=partial(self._match, rule), make=partial(self._make, step, rule))

    def _match(self, rule: Rule, draft: NumberDraft) -> Any:
        self.found.clear()
        self.drafts[draft.number.start] = draft
        return rule.match(draft)

    def _make(self, step: str, rule: Rule, draft: NumberDraft, matched: Any) -> Fields:
        made = rule.make(draft, matched)
        words = tuple(dict.fromkeys(self._words(rule, draft, matched, made)))
        fields = {name: _named(value) for name, value in made.items() if name not in _TOKEN_FIELDS}
        self.fired.setdefault(draft.number.start, []).append(RuleFired(step, rule.name, words, fields))
        return made

    def _words(self, rule: Rule, draft: NumberDraft, matched: Any, made: Fields) -> Iterator[str]:
        """The words that a rule went by: phrases of the tables that it needs, else what it found or added."""
        sentence = draft.sentence
        if isinstance(matched, Noun):
            self.found.clear()
        places = {(first, last) for first, last, tag in self.found if tag & rule.needs}
        places |= {(one.first, one.last) for one in (matched, *made.values()) if isinstance(one, Noun)}
        if not places and "last" in made:
            places = {(draft.last, made["last"])} if made["last"] > draft.last else set()
        if not places and "first" in made and made["first"] < draft.first:
            places = {(made["first"], draft.first)}
        yield from (sentence.printed(first, last) for first, last in sorted(places))
        if not places:
            yield from _printed_values(draft, made)


def _printed_values(draft: NumberDraft, made: Fields) -> Iterator[str]:
    """What a sentence prints of the values that a rule made: a date, a place, a speaker."""
    sentence, scope = draft.sentence, made.get("scope")
    if "as_of" in made:
        yield from (sentence.printed(*place) for *place, one in draft.dates() if one.value == made["as_of"])
    for value in (made.get("speaker"), scope.place if isinstance(scope, Scope) else None):
        if value and value in sentence.printed(sentence.first, sentence.last):
            yield value


# ------------------------------------------------------------------------------------- traces


def _number_traces(reading: PageReading, trace: _Trace, claims: Sequence[FigureClaim]) -> Iterator[FigureTrace]:
    """The numbers that the rules were tried on."""
    by_place = {(one.start, one.end): one for one in reversed(claims) if one.kind != "date"}
    for start, draft in trace.drafts.items():
        steps = tuple(trace.fired.get(start, ()))
        place = reading.text.span(draft.start, draft.end)
        aside = next((one.rule for one in steps if one.fields.get("is_aside")), None)
        reason = None if aside is None else f"set aside by the rule “{aside}”"
        claim = by_place.get(place) if reason is None else None
        yield _trace_at(reading, place, claim, reason, steps)


def _mentioned_traces(reading: PageReading, claims: Sequence[FigureClaim]) -> Iterator[FigureTrace]:
    """The people who are mentioned without a number, each with the predicate that gives the role."""
    by_place = {(one.start, one.end, one.role): one for one in claims}
    for index in reading.predicate_sentences:
        for one in reading.said(index).counts:
            sentence = one.sentence
            place = reading.text.span(sentence.starts[one.first], sentence.ends[one.last - 1])
            claim = by_place.get((*place, one.role.name))
            words = _predicate_words(reading.said(index), one)
            fired = RuleFired("people", "predicate", words, {"role": one.role.name})
            yield _trace_at(reading, place, claim, None if claim else WITH_OTHERS, (fired,))


def _predicate_words(said: Said, one: Unnumbered) -> tuple[str, ...]:
    """The predicate of some people: the one whose people they are, else the nearest with their role."""
    sentence = one.sentence
    of_role = [found for found in predicates_of(sentence) if one.role in found.roles]
    of_them = [found for found in of_role if said.subjects.get(found.first) == (one.first, one.last)]
    nearest = sorted(of_them or of_role, key=lambda found: abs(found.first - one.last))
    return tuple(sentence.printed(found.first, found.last) for found in nearest[:1])


def _date_traces(claims: Sequence[FigureClaim]) -> Iterator[FigureTrace]:
    for one in claims:
        if one.kind == "date":
            yield FigureTrace(one.start, one.end, one.text, one, None, ())


def _unread_traces(reading: PageReading, traces: Sequence[FigureTrace]) -> list[FigureTrace]:
    """The numbers of the text on which no rule was tried."""
    page, known = reading.page, sorted((one.start, one.end) for one in traces)
    found = every_number(page.folded, reading.numbers, page.landmarks, page.text.plain)
    places = ((number, page.text.span(number.start, number.end)) for number in found)
    return [
        _trace_at(reading, place, None, _reason(reading, number), ())
        for number, place in places
        if not covers(known, place[0])
    ]


def _reason(reading: PageReading, number: PrintedNumber) -> str:
    return NOT_COUNTED if reading.page.is_body(number.start) else ON_PAGE


def _trace_at(
    reading: PageReading,
    place: tuple[int, int],
    claim: FigureClaim | None,
    reason: str | None,
    steps: tuple[RuleFired, ...],
) -> FigureTrace:
    start, end = place
    return FigureTrace(start, end, reading.article.text[start:end], claim, reason, steps)


# ------------------------------------------------------------------------------------- in words


def _quoted(words: str) -> str:
    return f"“{' '.join(words.split())}”"


def _named(value: Any) -> Any:
    """A noun or a role by its name."""
    if isinstance(value, Noun):
        return value.printed
    return value.name if isinstance(value, Role) else value


def _plain(value: Any) -> Any:
    if isinstance(value, Scope):
        return asdict(value)
    return plain_number(value) if isinstance(value, Decimal) else value


def _shown(value: Any) -> str:
    if isinstance(value, Scope):
        return " ".join(filter(None, (value.place, value.level if value.level != "unknown" else None))) or "unknown"
    return {"True": "yes", "False": "no", "None": "none"}.get(str(value), str(value))


def _outcome(claim: FigureClaim | None) -> str:
    """A claim in a few words."""
    if claim is None:
        return "no claim"
    parts = [f"{claim.kind} {_plain(claim.value)}", claim.unit, claim.qualifier if claim.qualifier != "exact" else None]
    named = (("noun", claim.noun), ("role", claim.role), ("of", claim.part_of), ("as of", claim.as_of))
    words = [f"{name} {value}" for name, value in named if value]
    other = [claim.modality if claim.modality != "actual" else None, claim.change if claim.change != "level" else None]
    return ", ".join(filter(None, (*parts, *words, *other)))
