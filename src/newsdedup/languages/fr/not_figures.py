"""Numbers in French text that count nothing."""

from __future__ import annotations

from newsdedup.languages.tables import words

ORDINAL_BEFORE = words("""
    n°, n°s, nº, numéro, numéros, no., chapitre, article, articles, page, pages, chambre, bâtiment, porte, quai, ligne,
    bus, tram, vol, boeing, airbus, ligue, chaîne, canal, route, autoroute, rn, rd, sortie, section, catégorie, classe,
    niveau, phase, étape, groupe, type, lot, acte, tome, saison, épisode, version, zone, salle, terminal, étage,
    top, g, formule, division, niveau d'alerte, degré, indice, lycée paris, paris, lyon, marseille, iphone, dossard,
    boulevard, pk, borne, échangeur, kilomètre, lotissement, parcelle, brigade, escadron, régiment, place, minute
""")

NOT_COUNTED = words("e, ème, er, ère, ième, es, h, heures du matin, heures du soir, gmt, utc, cet")

NOT_FIGURES = (
    r"\b\d{1,2}\s?(?:h|heures?)\s?\d{2}\b",
    r"\b0\d(?:[ .]?\d{2}){4}\b|\+33\s?\d(?:[ .]?\d{2}){4}\b",  # telephone
    r"\b\d{1,4}(?:\s?(?:bis|ter))?,?\s(?:rue|avenue|boulevard|place|chemin|impasse|allée|quai|route|cours|square)\b(?!s)",
    r"\b\d{5}(?=\s[A-ZÉÈ][a-zéè]+)",  # postal code
    r"\b\d{1,2}-\d{1,2}(?=\s(?:contre|face|devant|aux tirs|après|à domicile))",
    r"\b\d{1,3}(?:,\d+)?\s?(?:°|degrés)\s?(?:de )?(?:latitude|longitude|nord|sud|est|ouest)\b",
    r"\b(?:240|360|480|720|1080|2160)p\b",
)

NOT_FIGURES_AFTER = {
    r"\d{1,2}\s?(?:h|heures?)\b(?!\s(?:de|d['’]))": words(
        "à, vers, dès, avant, après, jusqu'à, jusqu’à, entre, de, sur les, aux alentours de"
    ),
    r"\d+\s?[-–]\s?\d+": words(
        "score, gagné, perdu, victoire, défaite, battu, battus, mené, mènent, menait, match nul, succès"
    ),
    r"\d+\s?(?:à|partout)\s?\d*": words("gagné, perdu, battu, battus, mené, mènent, score de"),
}

COMPOUND_COUNTS = words("pièces, places, étages, portes")
