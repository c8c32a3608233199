"""Roles of figures, and the French words that give them."""

from __future__ import annotations

from newsdedup.languages.roles import Role
from newsdedup.languages.tables import words

_BEEN = words("""
    a été, ont été, avait été, avaient été, aurait été, auraient été, est, sont, était, étaient, fut, furent, ayant été,
    être
""")
_ADVERBS = ("", "grièvement ", "légèrement ", "gravement ", "mortellement ", "également ", "sérieusement ")


def _agreeing(*participles: str) -> tuple[str, ...]:
    """The four forms of participles, of one or several, masculine and feminine; the ending stands for the star."""
    starred = (one if "*" in one else f"{one}*" for one in participles)
    return tuple(
        one.replace("*", ending)
        for one in starred
        for ending in ("", "e", "s", "es")
        if not (ending == "s" and "s*" in one)
    )


def _passive(*participles: str) -> tuple[str, ...]:
    """What was done to people: with each auxiliary, and alone after a noun ("deux personnes tuées")."""
    forms = _agreeing(*participles)
    return (*forms, *(f"{been} {form}" for form in forms for been in _BEEN))


def _active(*infinitive_stems: str) -> tuple[str, ...]:
    """What somebody did: forms of verbs in -er, by their stem ("tu", "bless")."""
    return tuple(
        f"{form}"
        for stem in infinitive_stems
        for form in (
            *(f"{have} {stem}é" for have in ("a", "ont", "avait", "avaient", "aurait", "auraient", "ayant", "avoir")),
            *(f"{stem}{ending}" for ending in ("ant", "e", "ent", "ait", "aient", "a", "èrent", "er")),
        )
    )


def _forms(stems: tuple[str, ...]) -> tuple[str, ...]:
    """The forms of verbs in -er, without auxiliaries."""
    endings = ("er", "e", "ent", "ait", "aient", "a", "èrent", "ant", "é", "ée", "és", "ées")
    return tuple(f"{stem}{ending}" for stem in stems for ending in endings)


def _perfect(*participles: str) -> tuple[str, ...]:
    """What people did, with the auxiliary avoir ("ont péri")."""
    return tuple(
        f"{have} {one}"
        for one in participles
        for have in ("a", "ont", "avait", "avaient", "auraient", "aurait", "ayant")
    )


ROLES = (
    Role(
        name="dead",
        nouns=words("""
            morts, mort, mortes, décès, tués, tué, tuées, corps sans vie, cadavres, cadavre, dépouilles, victimes mortelles, corps
        """),
        cues=(
            *_passive("tué", "assassiné", "abattu", "poignardé* à mort", "mortellement blessé", "mortellement touché"),
            *_agreeing("décédé", "mort", "noyé"),
            *(
                f"{are} {form}"
                for are in ("est", "sont", "était", "étaient", "serait", "seraient")
                for form in _agreeing("mort", "décédé")
            ),
            *_perfect("péri", "succombé", "perdu la vie", "trouvé la mort"),
            *words("meurt, meurent, se sont noyés, se sont noyées, s'est noyé, s’est noyé, s'est noyée, s’est noyée"),
            *words(
                "retrouvé mort, retrouvée morte, retrouvés morts, retrouvées mortes, n'a pas survécu, n'ont pas survécu"
            ),
        ),
        verbs=_forms(("tu", "assassin", "poignard")),
        participles=_agreeing("tué", "assassiné", "poignardé"),
        cues_before=(
            *_active("tu", "assassin", "poignard"),
            *words("""
                a coûté la vie à, ont coûté la vie à, coûtant la vie à, coûté la vie à, a fait, ont fait, mort de,
                la mort de, décès de, le décès de, assassinat de, meurtre de, corps de, les corps de
            """),
        ),
        cues_of_self=words("s'est suicidé, s’est suicidé, s'est donné la mort, s’est donné la mort, s'est suicidée"),
        none=("victime", "victimes", "mort à déplorer", "victime à déplorer"),
        of_people=True,
        outweighs=("injured", "missing"),
        evolves=True,
    ),
    Role(
        name="injured",
        nouns=words("blessés, blessé, blessées, blessée, blessés graves, blessés légers"),
        cues=(
            *_passive(*(f"{adverb}{one}" for adverb in _ADVERBS for one in ("blessé", "brûlé"))),
            *_agreeing("hospitalisé"),
            *_passive("hospitalisé", "transporté* à l'hôpital", "transporté* à l’hôpital"),
            *words(
                "dans un état grave, dans un état critique, en urgence absolue, en urgence relative, entre la vie et la mort"
            ),
            *words("pronostic vital engagé, intoxiqué, intoxiqués, intoxiquées"),
        ),
        verbs=_forms(("touch", "percut", "renvers", "fauch")),
        participles=_agreeing("touché", "percuté", "renversé", "fauché"),
        open_verbs=True,
        sending=words(
            "a envoyé, ont envoyé, envoyant, a conduit, ont conduit, conduisant, transporté, transportés, transportées, a expédié"
        ),
        destinations=words(
            "à l'hôpital, à l’hôpital, aux urgences, au centre hospitalier, dans un hôpital, vers l'hôpital, vers l’hôpital"
        ),
        cues_before=_active("bless"),
        graver=words("grièvement, gravement, en urgence absolue, dans un état grave, graves"),
        none=("blessé", "blessés", "victime", "victimes"),
        of_people=True,
        evolves=True,
    ),
    Role(
        name="missing",
        nouns=words("disparus, disparues, disparu, disparue, disparitions"),
        cues=(
            *_agreeing("disparu"),
            *_perfect("disparu"),
            *words("""
                porté disparu, portée disparue, portés disparus, portées disparues, est porté disparu, sont portés disparus,
                sont portées disparues, est portée disparue, étaient portés disparus, étaient portées disparues,
                restent introuvables, reste introuvable, toujours disparus, toujours portés disparus,
                manquent à l'appel, manquent à l’appel
            """),
        ),
        of_people=True,
        evolves=True,
    ),
    Role(
        name="arrested",
        nouns=words("interpellations, arrestations, interpellés, gardes à vue, interpellation, arrestation"),
        cues=(
            *_passive(
                "arrêté", "interpellé", "placé* en garde à vue", "écroué", "incarcéré", "mis* en examen", "appréhendé"
            ),
        ),
        cues_before=(
            *_active("arrêt", "interpell", "écrou", "incarcér", "appréhend"),
            *words(
                "arrestation de, l'arrestation de, l’arrestation de, interpellation de, l'interpellation de, l’interpellation de"
            ),
        ),
        of_people=True,
        evolves=True,
    ),
    Role(
        name="evacuated",
        nouns=words("évacués, évacuées, déplacés, sinistrés"),
        cues=_passive("évacué", "déplacé", "relogé", "mis* à l'abri", "mis* à l’abri"),
        cues_before=(*_active("évacu", "relog"), *words("évacuation de, l'évacuation de, l’évacuation de")),
        evolves=True,
    ),
    Role(
        name="attendees",
        nouns=words("""
            spectateurs, spectateur, participants, participantes, manifestants, festivaliers, congressistes, visiteurs, convives, pèlerins,
            délégués
        """),
        cues=(
            *_perfect("assisté", "participé", "manifesté", "défilé", "pris part", "afflué"),
            *words("étaient présents, étaient présentes, étaient réunis, étaient réunies, se sont rassemblés"),
            *words("se sont rassemblées, se sont réunis, se sont réunies, réunis, réunies, rassemblés, rassemblées"),
        ),
        cues_before=words(
            "a rassemblé, ont rassemblé, a réuni, ont réuni, rassemblant, réunissant, a attiré, ont attiré"
        ),
    ),
    Role(
        name="money_lost",
        kind="money",
        nouns=words("dégâts, dommages, pertes, préjudice, butin"),
        cues=words("de dégâts, de dommages, de pertes, ont été volés, ont été dérobés, volés, dérobés, de préjudice"),
        cues_before=words("""
            dégâts estimés à, dégâts évalués à, dommages estimés à, pertes estimées à, préjudice estimé à, préjudice de, dégâts de,
            a volé, ont volé, a dérobé, ont dérobé, a escroqué, ont détourné, a détourné
        """),
        evolves=True,
    ),
    Role(
        name="homes",
        nouns=words("maisons, habitations, logements, pavillons"),
        evolves=True,
    ),
)

NOT_CUES = words(
    "point mort, temps mort, temps morts, nature morte, langue morte, mort-né, angle mort, natures mortes, langues mortes, angles morts, arrêtés préfectoraux, arrêtés municipaux, arrêté préfectoral, arrêté municipal"
)

DENIALS = words("aucun des, aucune des")
