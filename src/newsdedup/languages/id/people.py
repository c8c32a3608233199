"""Indonesian titles of people."""

from __future__ import annotations

from newsdedup.languages.tables import words

OFFICES = words("""
    presiden, wakil presiden, menteri, gubernur, bupati, wali kota, walikota, camat, kapolda, kapolres, kepala,
    ketua, direktur, juru bicara, bapak, ibu
""")

HONORIFICS = ("bapak", "ibu")
