"""English names of persons, and what is said beside them."""

from __future__ import annotations

from newsdedup.languages.naming import Naming
from newsdedup.languages.tables import words

OFFICES = words("""
    president, vice president, prime minister, deputy prime minister, minister, chancellor, governor, gov, mayor, senator,
    sen, representative, rep, congressman, congresswoman, lawmaker, secretary, secretary of state, premier, ambassador,
    king, queen, prince, princess, pope, archbishop, cardinal, bishop, rabbi, imam, pastor, reverend, rev,
    police chief, chief, deputy chief, sheriff, deputy, deputies, officer, officers, trooper, troopers, ranger, marshal,
    warden, constable, detective, det, sergeant, sgt, lieutenant, lt, captain, capt, corporal, cpl, major, maj, colonel,
    col, general, gen, admiral, adm, commander, cmdr, commodore, undersheriff, inspector, superintendent, supt, commissioner, agent, special agent,
    investigator, coroner, medical examiner, fire chief, firefighter, paramedic, judge, justice, magistrate, prosecutor,
    attorney, defense attorney, district attorney, attorney general, solicitor, lawyer, barrister, public defender,
    spokesman, spokeswoman, spokesperson, spokesmen, director, executive director, chairman, chairwoman, chairperson, chair,
    chief executive, ceo, cfo, executive, manager, general manager, principal, dean, professor, prof, scientist,
    researcher, analyst, economist, geologist, seismologist, historian, doctor, dr, surgeon, nurse, editor, author, writer,
    novelist, poet, journalist, correspondent, councilman, councilwoman, councilor, councillor, alderman, assemblyman,
    leader, head, deputy head, founder, co-founder, owner, coach, head coach, manager, striker, midfielder, defender, goalkeeper, quarterback,
    linebacker, cornerback, receiver, pitcher, outfielder, golfer, skier, boxer, swimmer, actor, actress, singer, rapper,
    comedian, comic, musician, guitarist, drummer, songwriter, director, filmmaker, producer, host,
    mr, mrs, ms, miss, sir, dame, lord, lady
""")

HONORIFICS = words("mr, mrs, ms, miss, sir, dame, lord, lady, deputies, officers, troopers, spokesmen")

_GIVEN = """
    aaron abby abdul abigail adam adrian adriana ahmad ahmed aidan aisha alan albert alberto alec alejandro alex alexa
    alexander alexandra alexis alfred alfredo ali alice alicia alison allen allison alma alvin alyssa amanda amber amelia
    amir amy ana andre andrea andres andrew andy angela angelica angelina angelo anita ann anna anne annie anthony antoine
    antonio april ariana arianna ariel armando arnold arthur arturo ashley audrey ava axel
    barack barbara barry beatrice becky ben benjamin bernard bernie beth betty bettie beverly bill billy blake bob bobby
    bonnie boris brad bradley brandi brandon brayden brenda brendan brent brett brian briana brianna bridget brittany brooke
    bruce bryan bryce byron
    caitlin caleb calvin cameron camila candice carina carl carla carlos carmen carol caroline carolyn carrie casey
    cassandra catherine cathy cecilia cedric cesar chad charlene charles charlie chelsea cheryl chloe chris christian
    christina christine christopher christy cindy claire clara clarence claudia clayton clifford clifton clint clinton
    cody colin colleen connie connor corey cory courtney craig cristian crystal curtis cynthia
    daisy damian damien damon dan dana daniel daniela danielle danny darius darlene darrell darren darryl dave david
    dawn dean deandre deanna debbie deborah debra dennis denise derek derrick desmond destiny devin devon diana diane
    diego dmitry dominic don donald donna doreen doris dorothy doug douglas drew duane dustin dwayne dwight dylan
    earl ed eddie edgar edith eduardo edward edwin eileen elaine eleanor elena eli elias elijah elizabeth ella ellen
    emily emma emmanuel enrique eric erica erik erika erin ernest ernesto ethan eugene eva evan evelyn
    faith fatima felicia felipe felix fernando fiona floyd francesca francis francisco frank franklin fred frederick
    gabriel gabriela gabrielle gail gary gavin gene geoffrey george gerald geraldine gerard gilbert gina giovanni
    gladys glen glenn gloria gordon grace graham grant greg gregg gregory guadalupe guillermo gustavo guy gwen
    hailey hannah harold harriet harry harvey hasan hassan hayden heather hector heidi helen henry herbert herman
    hillary holly howard hugh hugo hunter hussein
    ian ibrahim ignacio ingrid irene isaac isabel isabella isaiah ismael israel ivan
    jack jackie jacob jacqueline jaime jake jamal james jamie jan jane janet janice jared jasmine jason javier jay
    jean jeanette jeff jeffery jeffrey jenna jennifer jenny jeremiah jeremy jermaine jerome jerry jesse jessica jesus
    jill jim jimmy jo joan joanna joanne joaquin jocelyn joe joel joey johan johanna john johnathan johnny jon jonathan
    jorge jose joseph josh joshua joyce juan juanita judith judy julia julian juliana julie julio justin
    kaitlyn kara karen karina karl karla kate katherine kathleen kathryn kathy katie katrina kayla keith kelly kelsey
    ken kendra kenneth kenny kerry kevin kim kimberly kirk kristen kristin kristina kristy kurt kyle
    lamar lance larry latasha latoya laura lauren laurie lawrence leah lee leo leon leonard leonardo leroy leslie
    lester levi lewis liam lillian linda lindsay lindsey lisa lloyd logan lois loretta lori lorenzo lorraine louis
    louise lucas lucia lucy luis luke lydia lynn
    mackenzie madeline malik manuel marc marcia marcos marcus margaret maria mariah marian marie marilyn mario marion
    marisol marissa marjorie mark marlene marsha marshall martha martin marvin mary mason matt matthew maureen maurice
    max maya megan meghan melanie melinda melissa melvin mercedes meredith michael michele michelle miguel mike mildred
    milton mindy miranda misty mitch mitchell mohamed mohammad mohammed molly monica monique morgan moses muhammad myra
    nancy naomi natalie natasha nathan nathaniel neil nelson nicholas nick nicola nicolas nicole nina noah noel nora
    norma norman olga oliver olivia omar oscar otis owen
    pablo pamela pat patricia patrick patty paul paula paulette pauline pedro peggy penny percy perry pete peter phil
    philip phillip phyllis preston priscilla quentin quincy
    rachel rafael ralph ramon randall randy raul ray raymond rebecca regina reginald rene renee rhonda ricardo richard
    rick ricky rita rob robert roberta roberto robin robyn rocky roderick rodney rodolfo rodrigo roger roland ron ronald
    ronnie rosa rosemary ross roy ruben ruby russell rusty ruth ryan
    sabrina salvador salvatore sam samantha samuel sandra sandy santiago sara sarah saul scott sean sebastian selena
    sergei sergio seth shane shannon sharon shaun shawn sheila shelby shelly sherri sherry shirley sidney silvia simon
    sofia sonia sophia sophie spencer stacey stacy stanley stefan stella stephanie stephen steve steven stewart stuart
    sue susan suzanne sylvia
    tamara tammy tanya tara tasha taylor ted teresa terrance terrell terrence terri terry thelma theodore theresa thomas
    tiffany tim timothy tina toby todd tom tommy toni tony tonya tracy travis trent trevor tricia trisha troy tyler
    tyrone valerie vanessa vera vernon veronica vicki vicky victor vincent vivian vladimir
    wade walter wanda warren wayne wendy wesley whitney wilfred will willard william willie wilson
    xavier yasmin yolanda yvette yvonne zachary zack zoe
"""

NAMING = Naming(
    first_words=frozenset(_GIVEN.split()),
    given_names_first=True,
    openers=words("""
        while, if, although, though, since, because, during, before, until, once, meanwhile, however, according, both, two,
        three, four, five, six, now, then, these, those, its, our, your, my, we, you, i, i'm, it's, what, how, why, where, also,
        another, other, many, some, most, under, over, between, against, despite, earlier, later, last, next, first, second, only,
        even, just, so, yet, still, or, nor, no, yes, all, each, every, such, here, today, yesterday, tomorrow, tonight, like,
        among, following, including, inside, outside, around, near, through, within, without, instead, perhaps, maybe, asked,
        every, did, does, do, is, are, was, has, had, can, could, would, should, may, might, must, watch, see, call, meet,
        welcome, dear, thank, thanks, happy, rest, remember, goodbye, hello, former, late, suspect, suspects,
        victim, victims, ex, actress-turned, more, others, him, them, us, me
    """),
    particles=words("van, von, de, da, dos, del, la, le, bin, ibn, al, el, ben, du, di, der, den, ter"),
    not_names=words("""
        area, band, lodge, gardens, northeast, northwest, southeast, southwest, acropolis, reporter, dies, aged, champion, warship,
        advisors, partners, holdings, ventures, bull, lionsgate, crusade, zone, farm, show, distribution, recovery, reverses, sixers, hotline, hotlines, staff, hills,
        house, market, bar, lounge, bridge, block, park, trail, lake, river, creek, bay, beach, island, islands,
        mountain, mountains, valley, hills, heights, springs, ocean, sea, gulf, coast, county, parish, city, town,
        township, village, state, states, district, province, region, north, south, east, west, northern, southern,
        eastern, western, central, new, los, las, san, santa, fort, port, mount, saint, st, the, la, el, upper, lower,
        greater, mid, force, marines, party, co, systems, technologies, motors, guardian, today, tv, radio, channel,
        network, pictures, films, web, online, google, facebook, twitter, youtube, instagram, gofundme, apple,
        microsoft, intel, amd, samsung, sony, amazon, yahoo, reuters, ap, oscars, oscar, grammy, emmy, open, olympic,
        games, series, season, tour, day, night, week, weekend, christmas, easter, thanksgiving, halloween, eve, year,
        war, world, national, international, federal, general, american, americans, british, french, german, russian,
        chinese, japanese, indian, african, asian, european, israeli, palestinian, iranian, iraqi, canadian, mexican,
        australian, turkish, egyptian, syrian, greek, italian, spanish, irish, scottish, english, korean, pakistani,
        saudi, democrat, democrats, democratic, republican, republicans, labour, conservative, liberal, christian,
        muslim, islamic, catholic, jewish, hispanic, latino, black, white, god, lord, bill, code, constitution, plan,
        crime, stoppers, homicide, criminal, investigation, investigations, investigative, investigators, authorities,
        officials, witnesses, residents, coverage, video, photo, photos, image, images, read, share, story, see, click,
        sign, breaking, updated, posted, published, related, copyright, high, middle, elementary, community, public,
        county's, football, basketball, baseball, soccer, red, blue, green, golden, red's, sox, eagles, bears, bulls,
        giants, yankees, lakers, united, fc, honda, toyota, ford, chevrolet, nissan, jeep, windows, xbox, mac, iphone,
        ipad, android, galaxy, pro, hurricane, typhoon, storm, operation, line, family, home
    """),
    bodies_before_offices=True,
    office_parts=words("""
        county, city, state, town, police, sheriff's, sheriff’s, fire, school, district, department, bureau, court, federal,
        deputy, assistant, associate, vice, senior, chief, acting, interim, former, then, late, lead, head, executive, general,
        public, information, defense, defence, foreign, finance, interior, prime, media, company, party, opposition, government,
        military, army, navy, hospital, university, film, movie, music, country, rock, pop, homicide, circuit, appeals,
        superior, supreme, u.s., us, veteran, longtime, team, national, union, high, middle, elementary
    """),
    persons_before=words("""
        wife, husband, son, daughter, mother, father, brother, sister, girlfriend, boyfriend, fiance, fiancee, fiancé, fiancée,
        uncle, aunt, cousin, nephew, niece, grandmother, grandfather, grandson, granddaughter, stepfather, stepmother, stepson,
        friend, neighbor, neighbour, roommate, colleague, co-worker, coworker, resident, residents, witness, student, teacher,
        worker, driver, passenger, cousins, brothers, sisters, sons, daughters, parents, friends, students, teachers, workers, named, by name, teammate, mom, dad, homeowner, man, woman, teenager, teen, boy, girl,
        year-old, old, himself, identified as
    """),
    persons_after=words("who, whose, and his, and her"),
    roles_before={
        **dict.fromkeys(
            words("""
                suspect, suspects, suspected gunman, gunman, shooter, accused, defendant, killer, attacker, alleged shooter,
                alleged gunman, identified the suspect as, identified the shooter as, identified the gunman as,
                identified a suspect as, suspect was identified as, suspect is identified as, suspect identified as,
                gunman was identified as, shooter was identified as, charged, indicted, convicted, a warrant for,
                charges against, case against
            """),
            "suspect",
        ),
        **dict.fromkeys(words("arrested, took into custody, detained, arrest of, jailed"), "arrested"),
        **dict.fromkeys(
            words("""
                victim, victims, identified the victim as, identified the victims as, victim was identified as,
                victims were identified as, victim identified as, victims have been identified as,
                victim has been identified as, victim is identified as
            """),
            "victim",
        ),
        **dict.fromkeys(
            words("""
                death of, deaths of, killing of, murder of, murders of, slaying of, shooting death of, killed, murdered,
                fatal shooting of, identified the dead man as, funeral for, memory of, body of, loss of
            """),
            "dead",
        ),
    },
    roles_after={
        **dict.fromkeys(
            words("""
                was charged, is charged, has been charged, been charged, were charged, are charged, faces charges, faces a charge,
                faces up to, faces felony, faces murder, faces life, faces trial, is facing charges, faces a count, was indicted, has been indicted, was convicted, has been convicted, was sentenced,
                has been sentenced, pleaded guilty, pleaded not guilty, pled guilty, pled not guilty, is accused, was accused,
                is suspected, allegedly shot, allegedly, was booked, was found guilty, has pleaded guilty, is charged with
            """),
            "suspect",
        ),
        **dict.fromkeys(
            words("""
                was arrested, were arrested, has been arrested, is in custody, was taken into custody, was detained,
                was jailed, is being held, was being held, remains jailed, turned himself in, surrendered
            """),
            "arrested",
        ),
        **dict.fromkeys(
            words("""
                died, dies, was killed, were killed, was pronounced dead, was shot and killed, was found dead, has died,
                was fatally shot, 's death, ’s death, 's murder, ’s murder, 's killing, 's body, ’s body, passed away, had died
            """),
            "dead",
        ),
        **dict.fromkeys(
            words("""
                was shot, were shot, was wounded, was injured, was hurt, was hospitalized, was critically injured, was stabbed,
                was seriously injured, is in critical condition, remains in critical condition, was struck, suffered
            """),
            "injured",
        ),
    },
    born=words("born in, born"),
    bylines=words(
        "by, photo, photos, video by, courtesy of, report by, image, via, contributed by, editing by, reporting by"
    ),
)
