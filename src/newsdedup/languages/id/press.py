"""Names of agencies and outlets in the Indonesian press, and how it says whose report an article is."""

from __future__ import annotations

from newsdedup.languages.press import Press
from newsdedup.languages.tables import words

PRESS = Press(
    agencies={
        "Antara": "Antara",
        "Reuters": "Reuters",
        "AFP": "AFP",
        "AP": "Associated Press",
        "Associated Press": "Associated Press",
        "Xinhua": "Xinhua",
    },
    verbs=words("melaporkan, mewartakan, memberitakan, menulis, menyebut, menyebutkan, mengutip"),
    nouns=words("harian, koran, kantor berita, media, stasiun televisi"),
    source_labels=words("sumber"),
)
