"""How the press of a language names outlets and news agencies, as data."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from newsdedup.languages.tables import NOTHING
from newsdedup.support.typed_fields import typed_fields


@frozen(kw_only=True, field_transformer=typed_fields)
class Press:
    """Names of agencies and outlets, and the words by which an article says whose report it is.

    Names are as printed.

    Attributes
    ----------
    agencies : mapping of str to str
        Names of news agencies, and the one name of each agency.
    outlets : mapping of str to str
        Other names, short forms and site names of outlets, and the one name of each outlet ("NYT"). An outlet that an
        agency publishes has the name of the agency.
    aggregators : tuple of str
        Sites that carry the reports of many outlets.
    name_endings : tuple of str
        Words that end the name of an outlet and may be left out ("News", "Online").
    unnamed : tuple of str
        What stands for an unknown source ("RSS", "unknown").
    verbs : tuple of str
        Verbs after the name of an agency or outlet whose report is repeated ("Reuters reported").
    cited_after : tuple of str
        Words before the outlet of which a sentence repeats a report, in addition to those before any speaker
        ("told the Courier", "dẫn nguồn").
    nouns : tuple of str
        Nouns before the name of an outlet, which make any name one ("the newspaper Ouest", "báo").
    source_labels : tuple of str
        Words before the outlet that an article is taken from, at its end ("Source:", "Nguồn").
    contributed : tuple of str
        Words after an agency that gave a part of the report ("contributed to this report").
    bylines : tuple of str
        Words before the author of a report, with whom the agency is named ("By Ann Vale, Associated Press").
    """

    agencies: Mapping[str, str] = NOTHING
    outlets: Mapping[str, str] = NOTHING
    aggregators: tuple[str, ...] = ()
    name_endings: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    cited_after: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    source_labels: tuple[str, ...] = ()
    contributed: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
