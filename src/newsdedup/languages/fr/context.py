"""French words that say whether, and when, something happened."""

from __future__ import annotations

from newsdedup.languages.tables import words

UNREAL = words("""
    si, s'il, s’il, s'ils, s’ils, pourrait, pourraient, peut, peuvent, pouvait, n'a pas, n’a pas, n'ont pas, n’ont pas, pas,
    jamais, risque, risquent, risquait, failli, tenté, tente, tenter, menacé, menace, menacent, voulait, voulaient, veut,
    planifié, projetait, projetaient, craint, craignent, craindre, crainte, éviter, évité, évitant, chaque, tout, aucun, aucune,
    ni, sans, devoir, soupçonné, soupçonnés, soupçonnée
""")

TOTALS = words("total, bilan, nombre total, décompte, nombre")

DENYING = words("""
    a démenti, ont démenti, dément, démentent, démentant, démenti, rejette, a rejeté, a réfuté, ont réfuté, réfute, conteste,
    a contesté, fausses informations, il est faux que, n'est pas exact, n’est pas exact, fausse rumeur
""")

CORRECTIONS = words("""
    rectificatif, correction, erratum, précision, par erreur, à tort, version antérieure, version précédente, erronément
""")

CORRECTED = words(
    "le bon chiffre est, le chiffre exact est, le nombre exact est, en réalité, en fait, il fallait lire, il s'agit de"
)

PLANNED = words("""
    sera, seront, aura, auront, va, vont, devrait, devraient, doit, doivent, devra, devront, prévoit, prévoient, prévu,
    prévue, prévus, prévues, attendu, attendue, attendus, attendues, envisage, envisagent,  ambitionne,
    projette, participera, participeront, accueillera, accueilleront, réunira, réuniront, recevra, recevront, coûtera,
    coûteront, créera, créeront, construira, construiront, investira, investiront, débutera, débuteront, ouvrira,
    ouvriront, bénéficiera, bénéficieront, versera, verseront, passera, passeront, atteindra, atteindront, pourra,
    pourront, serait, seraient, aurait lieu, auraient lieu, fera, feront, mobilisera, mobiliseront, défilera, défileront,
    évacuera, évacueront, embauchera, embaucheront, recrutera, recruteront, supprimera, supprimeront, d'ici à, d’ici à,
    d'ici, d’ici, objectif, au programme, partira, partiront, déploiera, déploieront, livrera, livreront
""")

FUTURES = (
    *(word for word in PLANNED if word.endswith(("ra", "ront"))),
    *words("va, vont, devrait, devraient, doit, doivent"),
)

PAST = words("""
    a, ont, avait, avaient, était, étaient, fut, furent, est mort, sont morts, tué, tués, blessé, blessés, après, lorsque,
    alors que
""")

_KINDS = "accident|attaque|attentat|incendie|séisme|drame|incident|fusillade|catastrophe"

BACKGROUND = (
    "depuis_le début|commencement de l'année|la_saison|la_guerre|l'été|l'hiver",
    "depuis_janvier|cette_année|l'année_dernière|l'année_passée|l'année_précédente|l'an_dernier|l'an_passé|chaque_année",
    "par_an|tous_les_ans|annuellement|ces_dernières_années|ces_derniers_mois|en_moyenne|dans_le_monde_entier",
    "au_niveau_national|selon_les_statistiques",
    "il_y_a WORD{1,3} an|ans|mois|semaines|années",
    "au_cours|lors des|de|du|de_ces|de_la WORD{0,2} dernières|derniers|dernière|années|décennies|décennie",
    f"autre|précédent|précédente|semblable|similaire {_KINDS}",
    f"{_KINDS} précédent|précédente|précédents|similaire|similaires|semblable|semblables",
    "avait|avaient déjà? fait|tué|coûté|causé|provoqué",
)

INCIDENTS = words(
    "accidents, attaques, attentats, incendies, séismes, drames, incidents, fusillades, catastrophes, noyades"
)

BACK_REFERENCES = words("""
    parmi eux, parmi elles, parmi ceux-ci, parmi celles-ci, dont, d'entre eux, d’entre eux, d'entre elles, d’entre elles,
    sur ce total, sur ce nombre, au total
""")
