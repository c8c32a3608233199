"""Roles of figures, and the English words that give them."""

from __future__ import annotations

from newsdedup.languages.roles import Role
from newsdedup.languages.tables import words


def _passive(*participles: str) -> tuple[str, ...]:
    """A participle with each auxiliary that makes it passive."""
    return tuple(
        f"{verb} {participle}" for verb in ("was", "were", "been", "being", "is") for participle in participles
    )


_STRUCK = (  # what happened to people, with an open outcome
    *_passive("shot", "accidentally shot", "struck by"),
    *words("""
        shot herself in the, shot himself in the, accidentally shot himself, accidentally shot herself,
        accidentally shoots himself, accidentally shoots herself, accidentally shot by, accidentally shot in, gets shot,
        got shot, hit by a bullet, struck by a bullet, hit by a stray bullet, struck by a stray bullet, hit by gunfire,
        struck by gunfire, with a gunshot wound, suffering from a gunshot wound, suffered a gunshot wound,
        suffered gunshot wounds, sustained a gunshot wound
    """),
    *(
        f"shot in {whose} {part}"
        for whose in ("the", "his", "her", "both")
        for part in words("""
            foot, feet, leg, legs, thigh, knee, ankle, hand, hands, arm, arms, wrist, finger, elbow, shoulder, buttocks,
            hip, stomach, abdomen, back, face, neck, chest, head, lower, upper, left, right, calf, torso, side, groin,
            cheek, jaw
        """)
    ),
)

ROLES = (
    Role(
        name="dead",
        nouns=("dead", "deaths", "fatalities", "death toll", "bodies", "dead bodies", "corpses"),
        cues=_passive(
            "shot to death", "shot dead", "shot and killed", "accidentally shot and killed", "accidentally shot dead"
        )
        + words("""
            fatally, dead, killed, were killed, have been killed, had been killed, died, have died, had died, are dead,
            were dead, was killed, was fatally shot, were fatally shot, have been confirmed dead, dies, died,
            is dead, has died, was shot and killed, were shot and killed, shot and killed, shot dead,
            shot to death, fatally shot, fatally wounded, fatally injured, fatally struck, stabbed to death,
            beaten to death, found dead, pronounced dead, declared dead, deceased, slain, murdered, was murdered,
            were murdered, succumbed, passed away, drowned, perished, did not survive, didn't survive, lost his life, lost her life,
            lost their lives, body was found, body was discovered
        """),
        cues_before=words("""
            killed, killing, kills, killed at least, claimed the lives of, claimed the life of, shot and killed,
            shooting and killing, fatally shot, fatally shooting, fatally stabbed, fatally injuring,
            fatally wounding, fatally striking, shot dead, shot to death, murdered, murdering, death of,
            deaths of, killing of, killings of, murder of, murders of, slaying of, shooting death of,
            shooting deaths of, fatal shooting of, fatal shootings of, body of, bodies of, took the life of,
            took the lives of, remains of
        """),
        cues_of_self=words("""
            killed himself, killed herself, kills himself, kills herself, kills self, killing himself,
            killing herself, fatally shot himself, fatally shot herself, fatally shooting himself,
            fatally shooting herself, shot and killed himself, shot and killed herself, took his own life,
            took her own life, taking his own life, taking her own life, takes his own life, takes her own life,
            turned the gun on himself, turned the gun on herself, turning the gun on himself, turning the gun on herself,
            turned the weapon on himself, turning the weapon on himself, turned a gun on himself, turning a gun on himself,
            committed suicide, committing suicide, commits suicide, shot himself to death, died by suicide
        """),
        none=("casualties",),
        of_people=True,
        outweighs=("injured", "missing"),
        evolves=True,
    ),
    Role(
        name="injured",
        nouns=("injured", "wounded", "injuries"),
        cues=(
            *_STRUCK,
            *_passive("injured", "wounded", "hurt"),
            *words("""
                injured, wounded, hurt, fighting for life, were injured, were wounded, was injured, was wounded, were hurt,
                have been injured, others injured, others wounded, others were injured, others were wounded,
                was hurt, hospitalized, hospitalised, in critical condition, in stable condition,
                in serious condition, in fair condition, in good condition, critically injured,
                seriously injured, critically wounded, seriously wounded, expected to survive,
                expected to recover, expected to be okay, expected to be ok, non-life-threatening,
                non-life threatening, life-threatening injuries, suffered minor injuries,
                suffered serious injuries, suffered injuries, minor injuries, is recovering, recovering from,
                recovering at, recovering in, wounds himself, in the hospital, hospitalization, was grazed,
                in stable but, fighting for his life, fighting for her life, on life support, suffered a minor,
                suffered a serious, is stable, are stable, in intensive care, underwent surgery,
                undergoing surgery, in surgery
            """),
            *(
                f"{brought} to {where}"
                for brought in ("taken", "rushed", "transported", "airlifted", "flown", "sent", "admitted")
                for where in words("""
                    the hospital, a hospital, an area hospital, area hospitals, a local hospital,
                    local hospitals, a nearby hospital, hospitals
                """)
            ),
        ),
        open_cues=_STRUCK,
        verbs=words("""
            shot, shoot, shoots, shooting, struck, strikes, striking, hit, hits, hitting, grazed, grazes, grazing,
            stabbed, stabs, stabbing, accidentally shot, ran over, runs over, run over
        """),
        participles=("shot", "struck", "hit", "grazed", "stabbed", "accidentally shot", "run over"),
        open_verbs=True,
        sending=words("""
            sent, sends, sending, took, taken, taking, rushed, rushing, airlifted, flew, transported, landed, put
        """),
        destinations=words("""
            to hospital, to the hospital, to a hospital, to hospitals, to area hospitals, to local hospitals,
            to a local hospital, to a nearby hospital, to nearby hospitals, in hospital, in the hospital, to the er
        """),
        cues_before=words("""
            injured, injuring, wounded, wounding, injures, wounds, hurt, shooting and wounding, shot and wounded,
            shot and injured, critically wounding, critically injuring, seriously injuring, seriously wounding
        """),
        none=("casualties",),
        of_people=True,
        evolves=True,
    ),
    Role(
        name="missing",
        cues=words("""
            missing, are missing, were missing, remain missing, still missing, is missing, was missing,
            went missing, reported missing, unaccounted for
        """),
        of_people=True,
        evolves=True,
    ),
    Role(
        name="arrested",
        nouns=("arrests",),
        cues=words("""
            arrested, were arrested, have been arrested, detained, were detained, was arrested,
            has been arrested, was detained, in custody, taken into custody, behind bars
        """),
        cues_before=words("arrested, arrests, detained, arresting, arrest of, detaining"),
        of_people=True,
        evolves=True,
    ),
    Role(name="evacuated", cues=("evacuated", "were evacuated"), cues_before=("evacuated",), evolves=True),
    Role(name="attendees", nouns=("attendees", "participants"), cues=("attended", "gathered", "took part")),
    Role(name="venues", nouns=("venues",)),
    Role(
        name="money_lost",
        kind="money",
        nouns=words("damage, damages, losses, property damage, in damage"),
        cues=words("in damage, in damages, in losses, in property damage, was stolen, were stolen, was lost, stolen"),
        cues_before=words("""
            damage of, damages of, losses of, damage estimated at, damage worth, damage put at, stole, stealing,
            robbed of, defrauded of, swindled out of
        """),
        evolves=True,
    ),
    Role(name="homes", nouns=("homes", "houses"), evolves=True),
)

NOT_CUES = words("dead end, dead-end, dead heat, dead last, dead weight, dead zone, hurt feelings")

DENIALS = ("none of the", "none of")
