"""French nouns: what is counted or measured, and where a noun phrase ends."""

from __future__ import annotations

from newsdedup.languages.tables import words

_NOUN_ENDS = """
    a à afin ai ainsi alors après au aucun aucune auprès auquel aussi aussitôt autour aux auxquels avaient avait avant avec
    c ce ceci cela celle celles celui cependant certains ces cet cette ceux chacun chaque chez ci comme comment contre d
    dans de debout déjà demain depuis derrière des dès désormais deux devant donc dont du durant elle elles en encore
    enfin ensuite entre est et étaient était été êtes être eu eux fait faisait ferait font furent fut grâce hier hors
    ici il ils j jamais je jeudi jusqu jusque l la laquelle le lequel les lesquelles lesquels leur leurs lors lorsque
    lui lundi m ma mais malgré mardi me même mercredi mes moins mon n ne ni non nos notre nous on ont or ou où
    outre par parce pas pendant peu peut peuvent plus plusieurs plutôt pour pourquoi pourrait près puis puisque qu quand
    quant que quel quelle quelques qui quoi quoique s sa samedi sans sauf se selon sera serait seront ses seulement si sinon soient
    soit son sont sous souvent suis sur surtout t tandis tant te tel telle tellement tels toujours tous tout toute toutes
    très trop tu un une va vendredi dimanche vers vers voici voilà vont vos votre vous y doit doivent devrait devraient
    dit déclaré indiqué annoncé précisé affirmé aujourd soupçonné soupçonnés soupçonnée soupçonnées suspectés accusés
    réparties répartis venus venues issus issues situés situées estimés estimées destinés destinées
"""

NOUN_ENDS = frozenset(
    (
        *_NOUN_ENDS.split(),
        *words("d', d’, l', l’, qu', qu’, s', s’, n', n’, c', c’, j', j’, m', m’, jusqu', jusqu’"),
        *words("avait, avaient, auraient, aurait, auront, aura, avant-hier, hier, aujourd'hui, aujourd’hui"),
    )
)

PLURAL_ENDINGS = ("s", "x")

NOT_PLURAL = ("ss",)

COMPOUNDS = words("""
    points de vente, chefs de service, gardes à vue, garde à vue, mises en examen, chefs d'entreprise, chefs d’entreprise,
    arrêts de travail, salles de classe, lits d'hôpital, lits d’hôpital, postes de travail, demandeurs d'emploi,
    demandeurs d’emploi, sans-abri, jeunes gens, forces de l'ordre, forces de l’ordre, personnes âgées, mineurs isolés,
    équipes de secours, camions de pompiers, gilets jaunes, billets d'avion, billets d’avion, sapeurs-pompiers,
    sapeurs pompiers, rendez-vous, logements sociaux, pays membres, chefs d'état, chefs d’état, terrains de football
""")

NOUN_LISTS = words("""
    policiers, gendarmes, pompiers, militaires, élèves, étudiants, enseignants, salariés, agents, médecins, infirmiers,
    infirmières, femmes, hommes, enfants, communes, départements, régions, villes, villages, écoles, collèges, lycées,
    entreprises, associations, pays
""")

CLASSIFIERS = words("""
    personnes, personne, gens, individus, cas, fois, unités, hommes, femmes, enfants, autres, d'entre eux, d'entre elles,
    d’entre eux, d’entre elles, points, matchs, buts, exemplaires, habitants, têtes, pièces, voix
""")

SYNONYMS = (
    words("séisme, tremblement de terre, secousse"),
    words("maison, habitation, logement"),
    words("voiture, véhicule, automobile"),
    words("bateau, navire, embarcation"),
    words("entreprise, société"),
    words("incendie, feu"),
)

QUANTITIES = words("""
    prix, coût, coûts, taux, inflation, chômage, pib, produit intérieur brut, chiffre d'affaires, chiffre d’affaires,
    bénéfice, bénéfice net, bénéfices, pertes, perte nette, recettes, dépenses, budget, déficit, excédent, dette,
    dettes, exportations, importations, production, croissance, indice, salaire, salaires, smic, salaire minimum,
    loyer, loyers, tarif, tarifs, amende, caution, rançon, prime, primes, pension, pensions, retraite, aide, aides, subvention,
    investissement, investissements, contrat, offre, prêt, prêts, don, dons, indemnisation, indemnité, dommages, dégâts,
    température, températures, précipitations, vitesse, magnitude, altitude, superficie, surface, longueur, largeur,
    hauteur, profondeur, poids, distance, participation, taux de participation, abstention, audience, part de marché,
    action, titre, capital, fonds, fortune, patrimoine, facture, valeur, montant, enveloppe, remise, peine
""")

NUMBER_OF = words("nombre de, nombre d', nombre d’, nombre des, nombre total de, nombre total des, total de")

TOLLS = words("""
    bilan, bilan humain, bilan provisoire, bilan définitif, population, fréquentation, affluence, effectif, effectifs,
    audience, circulation
""")

_VERBS_OF_CHANGE = words("""
    passé, passe, passait, est passé, est passée, sont passés, augmenté, a augmenté, progressé, a progressé, grimpé,
    a grimpé, grimpe, monte, monté, est monté, baissé, a baissé, reculé, a reculé, diminué, a diminué, chuté, a chuté,
    doublé, a doublé, triplé, s'élève, s’élève, s'élevait, s’élevait, s'établit, s’établit, s'alourdit, s’alourdit,
    s'est alourdi, s’est alourdi, recule, baisse, progresse, augmente, chute
""")

LEVELS = (
    *_VERBS_OF_CHANGE,
    *(f"{verb} {link}" for verb in _VERBS_OF_CHANGE for link in ("à", "de", "au")),
    *words(
        "atteint, a atteint, dépasse, dépassent, a dépassé, ont dépassé, a passé la barre des, a franchi la barre des, a franchi le cap des, compte, comptait, a été estimé à, est estimé à, est estimée à, de"
    ),
)

COPULAS = words("est, était, est de, était de, sont, étaient")

ADVERBS = words(
    "grièvement, légèrement, gravement, mortellement, sérieusement, désormais, maintenant, donc, encore, aussi, également, déjà, seulement, légèrement, fortement, a, ont"
)

PASSIVES = words("été, est, sont, était, étaient, a été, ont été, avait été, avaient été, être, fut, furent")

CLAUSE_OPENERS = words(
    "que, qu', qu’, quand, lorsque, tandis que, et, mais, ou, dont, où, parce que, car, si, a indiqué, selon"
)

SHARE_BEFORE_NOUN = False

NOUN_LINKS = ("de", "d'", "d’", "des", "du", "de la", "de l'", "de l’")

LOOSE_NOUN_LINKS = ("en",)

AND_WORDS = ("et", "ou", "tandis que", "mais")

PART_LINKS = words("sur les, des, parmi les, sur un total de, sur, d'entre les, d’entre les, de ses, de leurs")
