"""French mentions of people, their titles, and who speaks."""

from __future__ import annotations

from newsdedup.languages.people import People, Speech
from newsdedup.languages.tables import valued, words

_ONE = words("""
    homme, femme, garçon, fille, fillette, garçonnet, enfant, bébé, nourrisson, adolescent, adolescente, jeune homme,
    jeune femme, jeune fille, jeune, adulte, personne, individu, victime, suspect, suspecte, tireur, assaillant,
    agresseur, passant, passante, étudiant, étudiante, élève, écolier, écolière, collégien, collégienne, lycéen,
    lycéenne, professeur, enseignant, enseignante, policier, policière, gendarme, pompier, sapeur-pompier, soldat,
    militaire, légionnaire, gardien, conducteur, conductrice, chauffeur, automobiliste, motard, motocycliste, cycliste,
    piéton, piétonne, passager, passagère, pilote, ouvrier, ouvrière, employé, employée, salarié, salariée, agent,
    commerçant, commerçante, client, cliente, habitant, habitante, locataire, voisin, voisine, visiteur, touriste,
    randonneur, randonneuse, alpiniste, skieur, skieuse, nageur, baigneur, baigneuse, pêcheur, agriculteur, agricultrice,
    infirmier, infirmière, médecin, patient, patiente, détenu, détenue, prisonnier, otage, cambrioleur, voleur, père,
    mère, parent, fils, frère, sœur, soeur, mari, épouse, époux, compagnon, compagne, ex-compagnon, ex-compagne,
    petit ami, petite amie, ami, amie, cousin, cousine, neveu, nièce, oncle, tante, grand-mère, grand-père, petit-fils,
    petite-fille, beau-père, belle-mère, beau-frère, belle-sœur, collègue, dame, monsieur, mineur, mineure,
    journaliste, député, députée, maire, élu, élue, chanteur, chanteuse, acteur, actrice, joueur, joueuse, prêtre,
    migrant, migrante, manifestant, manifestante, quinquagénaire, quadragénaire, trentenaire, sexagénaire,
    septuagénaire, octogénaire, nonagénaire, ressortissant, ressortissante, sans-abri, chasseur, ouvrier agricole,
    invité, invitée, convive, serveur, serveuse, routier, marin, matelot, plongeur, secouriste, bénévole, vigile, livreur,
    facteur, artisan, retraité, retraitée, réfugié, réfugiée, cavalier, cavalière, coureur, coureuse, sportif, arbitre,
    entraîneur, fidèle, pèlerin, moine, religieuse, avocat, avocate, juge, magistrat, surveillant, ambulancier, musicien,
    technicien, ingénieur, cheminot, éleveur, bûcheron, spéléologue, parapentiste, parachutiste, surfeur, festivalier
""")

PEOPLE = People(
    one=_ONE,
    many=(
        *(f"{one}s" for one in _ONE if " " not in one and one[-1] not in "sx"),
        *words("""
            personnes, gens, hommes, femmes, garçons, filles, enfants, adolescents, jeunes, individus, victimes, suspects,
            élèves, étudiants, enseignants, policiers, gendarmes, pompiers, soldats, militaires, conducteurs, passagers,
            piétons, ouvriers, employés, salariés, clients, habitants, riverains, voisins, visiteurs, touristes, randonneurs,
            patients, détenus, otages, parents, fils, frères, sœurs, amis, civils, passants, ils, elles, eux,
            plusieurs, manifestants, migrants, familles, membres, supporters, dizaines, centaines, milliers, rescapés
        """),
    ),
    plurals=words("""
        plusieurs, des, de nombreux, de nombreuses, quelques, des dizaines de, des centaines de, des milliers de,
        des dizaines d', des centaines d', des milliers d', divers, certains, certaines
    """),
    groups={
        "couple": 2,
        "jumeaux": 2,
        "jumelles": 2,
        "duo": 2,
        "trio": 3,
        "tous deux": 2,
        "toutes deux": 2,
        "les deux": 2,
    },
    determiners=words("""
        un, une, le, la, les, l', l’, son, sa, ses, leur, leurs, ce, cet, cette, ces, notre, nos, un autre, une autre,
        un deuxième, une deuxième, un second, une seconde, un troisième, une troisième, tous les, toutes les
    """),
    ones=words("un, une, un seul, une seule"),
    pronouns=words("il, elle, celui-ci, celle-ci, lui"),
    plural_pronouns=words("ils, elles, tous, toutes, les deux"),
    nobody=words(
        "personne n', personne n’, personne ne, nul n', nul n’, nul ne, aucun d'entre eux n', aucun d’entre eux n’"
    ),
    no=words("""
        aucun, aucune, pas de, pas d', pas d’, sans, sans faire de, n'a fait aucun, n’a fait aucun, n'a fait aucune,
        n’a fait aucune, ni, ni de, sans faire aucun
    """),
    prepositions=words("""
        de, du, des, d', d’, par, avec, à, au, aux, pour, près de, dans, en, sur, sous, derrière, contre, entre, chez, vers
    """),
    relatives=words("qui, que, qu', qu’, dont"),
    verbs_of_one=words("a, est, était, avait, fut, meurt, tue"),
    verbs_of_many=words("ont, sont, étaient, avaient, furent, meurent, tuent"),
    names_alone=True,
    things=words("""
        fois, reprises, coups, balles, armes, bâtiments, immeubles, maisons, appartements, voitures, véhicules, camions,
        bus, bateaux, navires, avions, hélicoptères, villages, villes, communes, départements, régions, pays, hôpitaux,
        écoles, fusillades, attaques, accidents, incendies, arbres, animaux, moutons, vaches, volailles
    """),
    nth=valued("""
        deuxième 2, second 2, seconde 2, troisième 3, quatrième 4, cinquième 5, sixième 6, septième 7, huitième 8, neuvième 9,
        dixième 10, onzième 11, douzième 12, un deuxième 2, une deuxième 2, un second 2, une seconde 2, un troisième 3,
        une troisième 3, un quatrième 4, une quatrième 4, un cinquième 5, une cinquième 5
    """),
    more_before=words("encore, un nouveau, une nouvelle"),
    more_after=words("supplémentaire, supplémentaires, de plus, additionnels, additionnelles"),
    insertions=words("dont, parmi lesquels, parmi lesquelles, parmi eux, y compris, notamment, pour la plupart"),
    age_words=words("âgé de, âgée de, âgés de, âgées de, ans, an, mois, respectivement"),
    identified=words("identifié comme, identifiée comme, identifiés comme, nommé, nommée"),
    others=words("autre, autres, deuxième, troisième, second, seconde, un autre, une autre, un deuxième, un troisième"),
    first_mentions=("un", "une"),
    joined_by=("et", "ainsi que"),
)

OFFICES = words("""
    président, présidente, premier ministre, première ministre, ministre, secrétaire d'état, secrétaire d’état, préfet,
    préfète, maire, député, députée, sénateur, sénatrice, procureur, procureure, directeur, directrice, porte-parole,
    commissaire, colonel, général, m., mme, m, monsieur, madame
""")

HONORIFICS = words("m., mme, m, monsieur, madame")

_SAID = words("""
    indiqué, déclaré, annoncé, affirmé, précisé, confirmé, rapporté, expliqué, ajouté, assuré, fait savoir, dit, estimé,
    souligné, recensé
""")

SPEECH = Speech(
    saying=(
        *(f"{have} {said}" for said in _SAID for have in ("a", "ont", "avait")),
        *words("indique, indiquent, précise, précisent, affirme, affirment, déclare, annonce, annoncent, confirme"),
        *words("rapporte, rapportent, explique, assure, ajoute, estime, estiment, dit"),
    ),
    saying_before=tuple(f"{have} {said}" for said in _SAID for have in ("a", "ont", "avait")),
    according=words("""
        selon, d'après, d’après, de source, à en croire, cité par, citant, de l'avis de, de l’avis de, aux dires de
    """),
    no_speakers=words("""
        il, elle, ils, elles, on, qui, cela, ce, lui, les estimations, les prévisions, la loi, le calendrier, les cas,
        les saisons, les besoins, le règlement, les règles
    """),
)
