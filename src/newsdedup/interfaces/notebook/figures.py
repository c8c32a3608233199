"""A figure as a card: its value, the bar of its printed values, its status, and its claims under it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from newsdedup.figures.claim import FigureClaim
from newsdedup.figures.figure import Alternative, ReconciledFigure
from newsdedup.interfaces.html import Html, RangeBar, element, joined, link, range_bar
from newsdedup.interfaces.notebook.parts import folded_card, hint, item_list, more_line, status_pill
from newsdedup.interfaces.wording import (
    alternative_date,
    alternative_value,
    backing_in_words,
    figure_name,
    figure_remarks,
    figure_value,
    moment_in_words,
)
from newsdedup.records.record import Report

_MOST_CLAIMS: Final = 12


def figure_card(figure: ReconciledFigure, reports: Mapping[str, Report], *, is_open: bool = False) -> Html:
    """A figure in a line, with its bar; its claims unfold."""
    bar = range_bar(figure)
    summary = (
        element("span", figure_name(figure), " ", hint(*figure_remarks(figure))),
        element("span", figure_value(figure), class_="nd-value"),
        _bar_element(bar) if bar else element("span"),
        element("span", status_pill(figure.status)),
    )
    claims = item_list(_claim_line(claim, reports) for claim in figure.claims[:_MOST_CLAIMS])
    more = more_line(len(figure.claims) - _MOST_CLAIMS, ".claims has all")
    reasons = hint(*_reasons(figure), name="p")
    return folded_card(joined(summary, " "), reasons, claims, more, kind="nd-card nd-figure", is_open=is_open)


def _bar_element(bar: RangeBar) -> Html:
    """From the smallest to the largest value: a ring for each, a diamond for the best, arrows at open ends."""
    start, end = 0 if bar.open_left else bar.values[0], 100 if bar.open_right else bar.values[-1]
    marks = (
        element("i", class_="nd-span", style=f"left:{start}%;width:{end - start:.2f}%"),
        *(element("i", class_="nd-claim", style=f"left:{place}%") for place in bar.values),
        *(element("i", class_="nd-best", style=f"left:{place}%") for place in (bar.best,) if place is not None),
    )
    low, high = bar.ends
    ends = element("span", "← " * bar.open_left, low), " – ", element("span", high, " →" * bar.open_right)
    return element("span", element("span", *marks, class_="nd-bar"), element("span", *ends, class_="nd-ends"))


def _reasons(figure: ReconciledFigure) -> Iterator[str]:
    """How many reports print a figure, the rule that decided, its other values and its notes."""
    yield backing_in_words(figure.n_articles, figure.n_origins)
    yield figure.rule
    if figure.part_of:
        yield f"part of {figure.part_of}"
    for name in ("history", "alternatives", "series"):
        if values := getattr(figure, name):
            yield f"{name}: {', '.join(_dated_value(one, figure) for one in values)}"
    yield from figure.notes


def _dated_value(one: Alternative, figure: ReconciledFigure) -> str:
    day = alternative_date(one)
    return alternative_value(one, figure) + (f" ({day})" if day else "")


def _claim_line(claim: FigureClaim, reports: Mapping[str, Report]) -> Html:
    """The sentence of a claim, its words marked, and its report."""
    start, marked = claim.start - claim.sentence_start, element("mark", claim.text)
    end = start + len(claim.text)
    sentence = joined((claim.sentence[:start], marked, claim.sentence[end:])) if claim.sentence else marked
    return joined((element("q", sentence), cited_report(claim.article_id, reports)), " ")


def cited_report(article_id: str, reports: Mapping[str, Report]) -> Html:
    """The report that words come from; its id alone where the report is not known."""
    return element("cite", report_line(reports[article_id]) if article_id in reports else article_id)


def report_line(report: Report) -> Html:
    """A report by its title, with its source, its day and what it copied; a link where its address is safe."""
    copied = f"{report.relation} of {report.copy_of or report.origin}" if report.relation else None
    remarks = hint(report.source, moment_in_words(report.published_at), copied)
    return joined((link(report.title or report.id, report.url), remarks), " ")
