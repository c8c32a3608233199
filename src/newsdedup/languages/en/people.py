"""English mentions of people, their titles, and who speaks."""

from __future__ import annotations

from newsdedup.languages.people import People, Speech
from newsdedup.languages.tables import valued, words

PEOPLE = People(
    one=words("""
        man, woman, boy, girl, child, baby, infant, toddler, newborn, teen, teenager, youth, youngster, kid,
        adult, person, individual, victim, suspect, shooter, gunman, attacker, assailant, bystander, passerby,
        student, teacher, professor, pupil, officer, deputy, trooper, sergeant, detective, policeman,
        firefighter, soldier, marine, veteran, guard, driver, passenger, pedestrian, cyclist, motorist, rider,
        pilot, worker, employee, employer, clerk, owner, customer, resident, tenant, neighbor, neighbour,
        visitor, tourist, hiker, climber, swimmer, fisherman, farmer, nurse, doctor, patient, inmate, prisoner,
        hostage, robber, burglar, intruder, homeowner, mother, father, mom, mum, dad, parent, son, daughter,
        brother, sister, sibling, wife, husband, spouse, partner, girlfriend, boyfriend, ex-girlfriend,
        ex-boyfriend, ex-wife, ex-husband, fiance, fiancee, fiancé, fiancée, friend, roommate, cousin, nephew,
        niece, uncle, aunt, grandmother, grandfather, grandma, grandpa, grandson, granddaughter, stepson,
        stepdaughter, stepfather, stepmother, son-in-law, daughter-in-law, mother-in-law, father-in-law,
        brother-in-law, sister-in-law, lover, classmate, teammate, coworker, co-worker, colleague, lady,
        gentleman, guy, male, female, juvenile, minor, freshman, sophomore, senior, cop, citizen, civilian,
        technician, engineer, manager, bartender, waiter, waitress, cashier, lawyer, attorney, contractor, electrician,
        paramedic, medic, musician, dancer, rapper, comedian, photographer, cameraman, trucker, janitor, mechanic,
        carpenter, chef, cook, salesman, saleswoman, businessman, businesswoman, realtor, landlord, retiree, pensioner,
        sailor, diver, skier, snowboarder, rower, runner, biker, motorcyclist, bicyclist, camper, hunter, ranger,
        warden, agent, constable, corporal, lieutenant, captain, major, colonel, commander, chief, candidate, lawmaker,
        mayor, councilman, councilwoman, dealer, trainer, athlete, swimmer, footballer, boxer, jockey, model, migrant,
        refugee, immigrant, foreigner, native, grandparent, stepbrother, stepsister, half-brother, half-sister, bride,
        groom, widow, widower, mother-to-be, preschooler, kindergartner, schoolboy, schoolgirl, cadet, recruit,
        journalist, reporter, politician, leader, singer, actor, actress, player, coach, priest, pastor,
        teen-ager, loved one, year-old, one-year-old
    """)
    + tuple(f"{age}-{unit}-old" for age in range(1, 111) for unit in ("year", "month", "week", "day")),
    many=words("""
        people, persons, men, women, boys, girls, children, kids, babies, teens, teenagers, youths, adults,
        individuals, victims, suspects, students, teachers, officers, deputies, troopers, soldiers, police,
        firefighters, drivers, passengers, pedestrians, workers, employees, customers, residents, neighbors,
        neighbours, visitors, tourists, hikers, patients, inmates, prisoners, hostages, parents, sons, daughters,
        brothers, sisters, siblings, friends, cousins, relatives, others, civilians, bystanders, they, them,
        several, many, dozens, hundreds, thousands, those, some, family, families, juveniles, we, you, i, i'm,
        i’m, i've, i’ve, members, males, females, ladies, guys, fans, protesters, militants, rebels, troops, seniors, ones, year-olds
    """),
    plurals=words("several, many, dozens of, hundreds of, thousands of, some, few, multiple, various"),
    groups={"both": 2, "couple": 2, "twins": 2, "trio": 3},
    determiners=words(
        "a, an, the, the other, his, her, their, its, my, our, your, this, that, another, a second, a third, all, all the, all of the"
    ),
    ones=("one", "a single", "a second", "a third", "a fourth", "a fifth", "one more"),
    pronouns=words("he, she, him, himself, herself, self"),
    plural_pronouns=("they", "both", "all"),
    nobody=words("no one, nobody, none, no-one, neither"),
    no=("no", "no reported", "no reports of", "without"),
    prepositions=words("of, by, with, from, to, for, at, near, in, on, behind, beside, against, into, between"),
    relatives=("who", "that", "whom"),
    verbs_of_one=words("was, is, has, dies, kills"),
    verbs_of_many=words("were, are, have, die, kill"),
    possessive_endings=("'s", "’s"),
    names_alone=True,
    numbers_after_cues=True,
    things=words("""
        animals, chickens, chicken, birds, bird, cows, cattle, pigs, sheep, dogs, cats, fish, horses, poultry, whales,
        times, occasions, counts, charges, shots, bullets, guns, weapons, buildings, houses, homes, apartments, cars,
        vehicles, trucks, buses, boats, ships, planes, aircraft, helicopters, villages, towns, cities, provinces,
        states, countries, hospitals, schools, shootings, incidents, attacks, crashes, blocks, generations
    """),
    others=("another", "other", "others", "second", "third", "a second", "a third", "surviving"),
    first_mentions=("a", "an", "one"),
    nth=valued("""
        second 2, third 3, fourth 4, fifth 5, sixth 6, seventh 7, eighth 8, ninth 9, tenth 10, a second 2, a third 3,
        a fourth 4, a fifth 5, a sixth 6, a seventh 7, an eighth 8, a ninth 9, a tenth 10
    """),
    more_before=("another", "an additional", "additional", "an extra"),
    more_after=("more", "additional", "further"),
    insertions=words("including, among them, most of them, many of them, all of them, some of them, both, each"),
    age_words=words("age, ages, aged, both, respectively"),
    identified=words("as, identified as, named as"),
    joined_by=("and", "and then", "as well as", "along with", "together with", "alongside"),
    accompanied_by=("along with", "together with", "alongside", "as well as"),
    late_deaths=words("""
        in hospital, at hospital, in the hospital, at the hospital, in a hospital, at a hospital, of his injuries,
        of her injuries, of their injuries, from his injuries, from her injuries, from their injuries, from injuries,
        of injuries, of the injuries, from the injuries, of his wounds, of her wounds, of their wounds, from wounds,
        succumbed, later died, died later, has since died, have since died, did not survive, died days later
    """),
    besides=words("""
        beyond those, besides those, in addition to those, on top of those, other than those, aside from those, have also,
        has also, also died, were also
    """),
    attackers=words("""
        gunman, gunmen, shooter, shooters, suspect, suspects, attacker, attackers, assailant, assailants, killer, bomber,
        bombers, perpetrator, perpetrators, hijacker, hijackers
    """),
)

SPEECH = Speech(
    saying=words(
        "said, says, told, tells, confirmed, confirms, reported, reports, announced, stated, added, wrote, estimated"
    ),
    saying_before=("said", "says", "added"),
    according=("according to", "as reported by", "quoted by", "citing"),
    no_speakers=words("it, that, there, this, who, which, what, and, but, he also"),
)
