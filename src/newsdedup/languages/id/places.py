"""Indonesian place names and administrative levels."""

from __future__ import annotations

from newsdedup.languages.places import Places
from newsdedup.languages.tables import named, words

PLACES = Places(
    levels=named("""
        provinsi province, kabupaten district, kota other, kecamatan district, desa commune, kelurahan commune
    """),
    national=("seluruh indonesia", "secara nasional", "di seluruh negeri", "tingkat nasional"),
    whole=("seluruh", "se"),
    of=("di", "dari"),
    at=("di", "dari"),
    not_places=words("mana, sini, sana, antara, atas, bawah, dalam, luar, tengah, rumah"),
)
