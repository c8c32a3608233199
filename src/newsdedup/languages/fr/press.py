"""Names of agencies and outlets in the French press, and how it says whose report an article is."""

from __future__ import annotations

from newsdedup.languages.press import Press
from newsdedup.languages.tables import words

PRESS = Press(
    agencies={
        "AFP": "AFP",
        "Agence France-Presse": "AFP",
        "Reuters": "Reuters",
        "AP": "Associated Press",
        "Associated Press": "Associated Press",
        "Belga": "Belga",
        "ATS": "ATS",
        "Keystone-ATS": "ATS",
        "APS": "APS",
        "TAP": "TAP",
        "Xinhua": "Xinhua",
        "Chine nouvelle": "Xinhua",
    },
    outlets={"lemonde": "Le Monde", "lefigaro": "Le Figaro", "leparisien": "Le Parisien"},
    name_endings=words("actualités, info, en ligne"),
    verbs=words("rapporte, a rapporté, indique, a indiqué, annonce, a annoncé, précise, a précisé, écrit"),
    nouns=words("journal, quotidien, hebdomadaire, chaîne, agence"),
    source_labels=words("source, sources, avec"),
    bylines=("par",),
)
