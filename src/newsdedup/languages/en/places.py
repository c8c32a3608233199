"""English place names and administrative levels."""

from __future__ import annotations

from newsdedup.languages.places import Places
from newsdedup.languages.tables import named, words

PLACES = Places(
    levels=named("province province, state province, county district, city of other, district district"),
    levels_after_name=True,
    not_levels=words(
        "district attorney, district attorneys, district court, district judge, state university, state college"
    ),
    national=("nationwide", "across the country", "countrywide"),
    whole=("across the", "the entire", "the whole"),
    of=("of the", "in the"),
    at=("in", "at", "near"),
)
