"""Whether what a public call returns meets the expectations of a case: a row of ``figures/cases.jsonl``.

A case names its call and the input as a user would give it. What it expects is a list of fields, each of which one
claim, or one figure of the record, must have (`absent`: none may have them), or a mapping:

    {"dead": ["3", "superseded"]}     the record's first figure of the role has this best value and this status;
                                      "none": it has no such figure; "4 exact": best value and qualifier
    {"groups": [["a"], ["b", "c"]]}   these groups;   {"apart": ["a", "b"]}   these ids are in different groups
    {"n_origins": 1}                  an attribute of the record, or of the first article
    {"text_or_rejected": "words"}     the first article has this text, or the row was rejected with a reason

A field whose expected value is a list may have any of its values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

import newsdedup as nd

Case = Mapping[str, Any]


def failure_of(case: Case) -> dict[str, str]:
    """What is wrong, and what was found; empty where the case gets what it expects."""
    found = CALLS[case["call"]](case)
    problems = [*_missing(case["expected"], found), *_unwanted(case.get("absent", ()), found)]
    return {"wrong": "; ".join(problems), "found": _shown(found)} if problems else {}


def _claims(case: Case) -> list[nd.FigureClaim]:
    given = case["input"] if isinstance(case["input"], Mapping) else {"text": case["input"], "language": case["lang"]}
    return nd.extract_figures(
        given["text"], language=given.get("language"), published_at=given.get("published_at"), article_id="a"
    )


CALLS: Mapping[str, Callable[[Case], Any]] = {
    "extract_figures": _claims,
    "record_of": lambda case: nd.record_of(case["input"]),
    "find_events": lambda case: nd.find_events(case["input"], progress=False),
    "find_copies": lambda case: nd.find_copies(case["input"], progress=False),
    "read_articles": lambda case: nd.read_articles(case["input"]),
}


def _missing(expected: Any, found: Any) -> Iterable[str]:
    """What is expected and was not found."""
    if isinstance(expected, Mapping):
        return [f"{name} is not {value}" for name, value in expected.items() if not _is_so(name, value, found)]
    return [f"none has {fields}" for fields in expected if not _any_has(fields, found)]


def _unwanted(absent: Iterable[Mapping[str, Any]], found: Any) -> Iterable[str]:
    return [f"one has {fields}" for fields in absent if _any_has(fields, found)]


def _is_so(name: str, value: Any, found: Any) -> bool:
    """Whether what was found has a property of a mapping of expectations."""
    if name == "groups":
        return sorted(map(sorted, found.groups)) == sorted(map(sorted, value))
    if name == "apart":
        return not any(set(value) <= set(group) for group in found.groups)
    if name == "text_or_rejected":
        return bool(found[0].text == value if found else found.rejected[0].reason)
    if hasattr(found, name):
        return bool(getattr(found, name) == value)
    if isinstance(found, nd.EventRecord):
        return _role_is(name, value, found)
    return bool(found) and str(getattr(found[0], name)) == value


def _role_is(role: str, value: Any, record: nd.EventRecord) -> bool:
    """Whether the first figure of a role has this best value, qualifier and status."""
    figures = [one for one in record.figures if one.role == role and one.modality == "actual"]
    if value == "none":
        return not figures
    best, _, qualifier = value[0].partition(" ")
    fields = {"best": best} | ({"qualifier": qualifier} if qualifier else {})
    fields |= {"status": value[1]} if len(value) > 1 else {}
    return bool(figures) and _has(figures[0], fields)


def _any_has(fields: Mapping[str, Any], found: Any) -> bool:
    """Whether the record as a whole, or one claim or figure, has all the fields."""
    if not isinstance(found, nd.EventRecord):
        return any(_has(one, fields) for one in found)
    if fields.keys() & OF_RECORD.keys():
        return all(OF_RECORD[name](found, value) for name, value in fields.items())
    return any(_has(figure, fields) for figure in found.figures)


OF_RECORD: Mapping[str, Callable[[nd.EventRecord, Any], bool]] = {
    "start_date": lambda record, value: record.start_date == value,
    "people_has": lambda record, value: any(value in one.name for one in record.people),
    "places_not": lambda record, value: not any(value in one.name for one in record.places),
    "summary_not": lambda record, value: value not in str(record.summary()),
    "only_not": lambda record, value: not any(value in one.text for one in record.only_in),
}

OF_ONE: Mapping[str, Callable[[Any, Any], bool]] = {
    "noun_has": lambda one, value: value in (one.noun or ""),
    "part_of_set": lambda one, value: bool(one.part_of) == value,
    "n_claims": lambda one, value: len(one.claims) == value,
    "not_status": lambda one, value: one.status != value,
    "place": lambda one, value: one.scope.place == value,
}


def _has(one: Any, fields: Mapping[str, Any]) -> bool:
    return all(
        any(_field_is(one, name, allowed) for allowed in (value if isinstance(value, list) else [value]))
        for name, value in fields.items()
    )


def _field_is(one: Any, name: str, value: Any) -> bool:
    if name in OF_ONE:
        return OF_ONE[name](one, value)
    return _comparable(getattr(one, name)) == _comparable(value)


def _comparable(value: Any) -> Any:
    """Numbers as Decimal, whether a case writes them as numbers or as text."""
    if isinstance(value, bool) or value is None:
        return value
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return value


def _shown(found: Any) -> str:
    """The claims, figures or groups in short."""
    if isinstance(found, nd.EventRecord):
        return ", ".join(
            f"{one.role or one.noun} {one.kind} {one.best} {one.qualifier} {one.status} ({len(one.claims)})"
            for one in found.figures
        )
    if hasattr(found, "groups"):
        return str(found.groups)
    if isinstance(found, list):
        return ", ".join(f"{one.text!r} {one.value} {one.kind} {one.role or one.noun} {one.qualifier}" for one in found)
    return f"{list(found)}, rejected {list(found.rejected)}"
