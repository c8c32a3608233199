"""English place names and administrative levels."""

from __future__ import annotations

from newsdedup.languages.places import Places
from newsdedup.languages.tables import named

PLACES = Places(
    levels=named("province province, state province, county district, city of other, district district"),
    national=("nationwide", "across the country", "countrywide"),
    whole=("across the", "the entire", "the whole"),
    of=("of the", "in the"),
    at=("in", "at", "near"),
)
