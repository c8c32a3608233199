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

_SITES = "rue|avenue|boulevard|place|chemin|impasse|allée|quai|route|cours|square"

NOT_FIGURES = (
    "#1-2 h|heure|heures #2",
    "#2 .? #2 .? #2 .? #2 .? #2",  # telephone
    "#1-2 ~- ~#1-2 contre|face|devant|aux_tirs|après|à_domicile",
    f"#1-4 bis|ter? ,? {_SITES}",
    "#5 NAME",  # postal code
    "# °|degrés de? latitude|longitude|nord|sud|est|ouest",
    "[à|vers|dès|avant|après|jusqu'à|entre|aux alentours de] #1-2 h|heure|heures !de|d'",
    "[score|gagné|perdu|victoire|défaite|battu|battus|mené|mènent|menait|match nul|succès ...] # -|–|à # ",
)

COMPOUND_COUNTS = words("pièces, places, étages, portes")
