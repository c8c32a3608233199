"""Roles of figures, and the Indonesian words that give them."""

from __future__ import annotations

from newsdedup.languages.roles import Role
from newsdedup.languages.tables import words

ROLES = (
    Role(
        name="dead",
        nouns=("korban tewas", "korban meninggal", "korban jiwa", "jenazah", "mayat"),
        cues=words("""
            tewas, meninggal, meninggal dunia, dilaporkan tewas, dinyatakan tewas, dipastikan tewas,
            ditemukan tewas, terbunuh, gugur, telah tewas
        """),
        cues_before=words("menewaskan, merenggut nyawa, membunuh, tewaskan, tewasnya"),
        evolves=True,
    ),
    Role(
        name="injured",
        nouns=("korban luka", "korban luka-luka"),
        cues=words("""
            luka-luka, luka, terluka, mengalami luka, menderita luka, luka berat, luka ringan,
            mengalami luka-luka, lainnya luka-luka, lainnya terluka, lainnya luka
        """),
        cues_before=("melukai", "lukai"),
        evolves=True,
    ),
    Role(
        name="missing",
        nouns=("korban hilang",),
        cues=("hilang", "dinyatakan hilang", "masih hilang", "dilaporkan hilang", "belum ditemukan"),
        evolves=True,
    ),
    Role(
        name="arrested",
        cues=("ditangkap", "ditahan", "diamankan", "diringkus"),
        cues_before=("menangkap", "menahan", "mengamankan", "meringkus"),
        evolves=True,
    ),
    Role(
        name="evacuated",
        nouns=("pengungsi",),
        cues=("mengungsi", "dievakuasi", "diungsikan", "terpaksa mengungsi"),
        cues_before=("mengevakuasi", "mengungsikan"),
        evolves=True,
    ),
    Role(name="attendees", nouns=("peserta",), cues=("hadir", "mengikuti", "berpartisipasi", "ikut serta")),
    Role(
        name="homes",
        nouns=("rumah", "unit rumah", "bangunan"),
        cues=("rusak", "rusak berat", "rusak ringan", "hancur", "terendam", "roboh"),
        evolves=True,
    ),
)

DENIALS = ("tidak satu pun dari",)
