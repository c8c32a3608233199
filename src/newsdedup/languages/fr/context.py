"""French words that say whether, and when, something happened."""

from __future__ import annotations

from newsdedup.languages.tables import words

UNREAL = words("""
    si, s'il, s’il, s'ils, s’ils, pourrait, pourraient, peut, peuvent, pouvait, n'a pas, n’a pas, n'ont pas, n’ont pas, pas,
    jamais, risque, risquent, risquait, failli, tenté, tente, tenter, menacé, menace, menacent, voulait, voulaient, veut,
    planifié, projetait, projetaient, craint, craignent, craindre, crainte, éviter, évité, évitant, chaque, tout, aucun, aucune,
    ni, sans, devoir, soupçonné, soupçonnés, soupçonnée
""")

PLANNED = words("""
    sera, seront, aura, auront, va, vont, devrait, devraient, doit, doivent, devra, devront, prévoit, prévoient, prévu,
    prévue, prévus, prévues, attendu, attendue, attendus, attendues, envisage, envisagent, compte, comptent, ambitionne,
    projette, participera, participeront, accueillera, accueilleront, réunira, réuniront, recevra, recevront, coûtera,
    coûteront, créera, créeront, construira, construiront, investira, investiront, débutera, débuteront, ouvrira,
    ouvriront, bénéficiera, bénéficieront, versera, verseront, passera, passeront, atteindra, atteindront, pourra,
    pourront, serait, seraient, aurait lieu, auraient lieu, fera, feront, mobilisera, mobiliseront, défilera, défileront,
    évacuera, évacueront, embauchera, embaucheront, recrutera, recruteront, supprimera, supprimeront, d'ici à, d’ici à,
    d'ici, d’ici, objectif, au programme, partira, partiront, déploiera, déploieront, livrera, livreront
""")

PAST = words("""
    a, ont, avait, avaient, était, étaient, fut, furent, est mort, sont morts, tué, tués, blessé, blessés, après, lorsque,
    alors que
""")

BACKGROUND = (
    r"depuis le (?:début|commencement) de (?:l['’]année|la saison|la guerre|l['’]été|l['’]hiver)|depuis janvier",
    r"(?:cette|l['’]) ?année(?: dernière| passée| précédente)?\b|l['’]an (?:dernier|passé)|chaque année|par an\b|tous les ans|annuellement",
    r"il y a (?:[\w'’-]+ ){1,3}(?:ans?|mois|semaines|années)",
    r"(?:au cours|lors) (?:des|de ces|de la|du) (?:[\w'’-]+ ){0,2}(?:dernières?|derniers?|années|décennies?|mois)(?: années| mois)?",
    r"ces dernières années|ces derniers mois|en moyenne|dans le monde entier|au niveau national|selon les statistiques",
    r"(?:un|une|d['’])? ?(?:autre|précédent|précédente|semblable|similaire) (?:accident|attaque|attentat|incendie|séisme|drame|incident|fusillade|catastrophe)",
    r"(?:accident|attaque|attentat|incendie|séisme|drame|incident|fusillade|catastrophe)s? (?:précédente?s?|similaires?|semblables?)",
    r"en (?:19|20)\d\d,|avait (?:déjà )?(?:fait|tué|coûté|causé|provoqué)|avaient (?:déjà )?(?:fait|tué|coûté|causé|provoqué)",
)

BACK_REFERENCES = words("""
    parmi eux, parmi elles, parmi ceux-ci, parmi celles-ci, dont, d'entre eux, d’entre eux, d'entre elles, d’entre elles,
    sur ce total, sur ce nombre, au total
""")
