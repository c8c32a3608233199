"""English place names and administrative levels."""

from __future__ import annotations

from typing import Final

from newsdedup.languages.places import Places
from newsdedup.languages.tables import named, words

_STATES: Final = words("""
    Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Georgia, Hawaii,
    Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan,
    Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, New York,
    North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota,
    Tennessee, Texas, Utah, Vermont, Virginia, Washington, West Virginia, Wisconsin, Wyoming
""")

_STATES_SHORTENED: Final = words("""
    Ala. Alabama, Ariz. Arizona, Ark. Arkansas, Calif. California, Colo. Colorado, Conn. Connecticut,
    Del. Delaware, Fla. Florida, Ga. Georgia, Ill. Illinois, Ind. Indiana, Kan. Kansas, Ky. Kentucky,
    La. Louisiana, Md. Maryland, Mass. Massachusetts, Mich. Michigan, Minn. Minnesota, Miss. Mississippi,
    Mo. Missouri, Mont. Montana, Neb. Nebraska, Nev. Nevada, N.H. New Hampshire, N.J. New Jersey, N.M. New Mexico,
    N.Y. New York, N.C. North Carolina, N.D. North Dakota, Okla. Oklahoma, Ore. Oregon, Pa. Pennsylvania,
    R.I. Rhode Island, S.C. South Carolina, S.D. South Dakota, Tenn. Tennessee, Vt. Vermont, Va. Virginia,
    Wash. Washington, W.Va. West Virginia, Wis. Wisconsin, Wyo. Wyoming
""")

_CANADIAN_PROVINCES: Final = words("Alberta, British Columbia, Manitoba, Nova Scotia, Ontario, Quebec, Saskatchewan")

_CITIES: Final = words("""
    New York City, Los Angeles, Chicago, Houston, Philadelphia, Phoenix, San Antonio, San Diego, Dallas, Austin, San Jose,
    Fort Worth, Jacksonville, Columbus, Charlotte, Indianapolis, San Francisco, Seattle, Denver, Boston, Nashville, Detroit,
    Oklahoma City, Portland, Las Vegas, Memphis, Louisville, Baltimore, Milwaukee, Albuquerque, Tucson, Fresno, Sacramento,
    Kansas City, Atlanta, Omaha, Miami, Oakland, Minneapolis, Tulsa, Tampa, New Orleans, Wichita, Cleveland, Honolulu,
    Cincinnati, Pittsburgh, St. Louis, Orlando, Newark, Buffalo, Salt Lake City, Baton Rouge, Birmingham, Anchorage,
    Washington D.C., Toronto, Montreal, Vancouver, Ottawa, Calgary, Mexico City, London, Manchester, Liverpool, Glasgow,
    Edinburgh, Belfast, Dublin, Paris, Marseille, Lyon, Berlin, Munich, Hamburg, Frankfurt, Vienna, Zurich, Geneva, Brussels,
    Amsterdam, Rotterdam, Copenhagen, Stockholm, Oslo, Helsinki, Madrid, Barcelona, Lisbon, Rome, Milan, Naples, Athens,
    Thessaloniki, Istanbul, Ankara, Moscow, St. Petersburg, Kiev, Kyiv, Warsaw, Prague, Budapest, Bucharest, Belgrade,
    Sofia, Jerusalem, Tel Aviv, Beirut, Damascus, Aleppo, Baghdad, Mosul, Tehran, Riyadh, Dubai, Doha, Kabul, Islamabad,
    Karachi, Lahore, Peshawar, New Delhi, Delhi, Mumbai, Kolkata, Dhaka, Kathmandu, Colombo, Beijing, Shanghai, Hong Kong,
    Taipei, Tokyo, Osaka, Seoul, Pyongyang, Hanoi, Ho Chi Minh City, Bangkok, Phnom Penh, Vientiane, Yangon, Kuala Lumpur,
    Jakarta, Manila, Sydney, Melbourne, Brisbane, Perth, Auckland, Wellington, Christchurch, Cairo, Tripoli, Tunis, Algiers,
    Rabat, Casablanca, Khartoum, Nairobi, Mogadishu, Kampala, Kigali, Lagos, Abuja, Accra, Dakar, Kinshasa, Johannesburg,
    Cape Town, Harare, Sao Paulo, Rio de Janeiro, Brasilia, Buenos Aires, Bogota, Caracas, Lima, Santiago, Havana,
    Port-au-Prince
""")

PLACES = Places(
    levels=named("""
        province province, state province, county district, parish district, city of other, town of commune,
        village of commune, district district, city other, township commune, borough district
    """),
    levels_after_name=True,
    not_levels=words(
        "district attorney, district attorneys, district court, district judge, state university, state college"
    ),
    national=("nationwide", "across the country", "countrywide"),
    whole=("across the", "the entire", "the whole"),
    of=("of the", "in the"),
    at=("in", "at", "near"),
    loosely_at=("at",),
    countries=words("""
        Afghanistan, Albania, Algeria, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahrain, Bangladesh,
        Belarus, Belgium, Benin, Bolivia, Bosnia, Botswana, Brazil, Britain, Bulgaria, Burkina Faso, Burma, Burundi, Cambodia,
        Cameroon, Canada, Chile, China, Colombia, Congo, Costa Rica, Croatia, Cuba, Cyprus, Denmark, Dominican Republic,
        East Timor, Ecuador, Egypt, El Salvador, England, Eritrea, Estonia, Ethiopia, Fiji, Finland, France, Gabon, Gambia,
        Germany, Ghana, Greece, Guatemala, Guinea, Guyana, Haiti, Honduras, Hungary, Iceland, India, Indonesia, Iran, Iraq,
        Ireland, Israel, Italy, Ivory Coast, Jamaica, Japan, Kazakhstan, Kenya, Kosovo, Kuwait, Kyrgyzstan, Laos, Latvia,
        Lebanon, Liberia, Libya, Lithuania, Luxembourg, Macedonia, Madagascar, Malawi, Malaysia, Mali, Malta, Mauritania,
        Mexico, Moldova, Monaco, Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Namibia, Nepal, Netherlands,
        New Zealand, Nicaragua, Niger, Nigeria, North Korea, Northern Ireland, Norway, Oman, Pakistan, Palestine, Panama,
        Papua New Guinea, Paraguay, Peru, Philippines, Poland, Portugal, Qatar, Romania, Russia, Rwanda, Saudi Arabia,
        Scotland, Senegal, Serbia, Sierra Leone, Singapore, Slovakia, Slovenia, Somalia, South Africa, South Korea,
        South Sudan, Spain, Sri Lanka, Sudan, Sweden, Switzerland, Syria, Taiwan, Tajikistan, Tanzania, Thailand, Tibet, Togo,
        Tunisia, Turkey, Turkmenistan, Uganda, Ukraine, United Arab Emirates, United Kingdom, United States, Uruguay,
        Uzbekistan, Venezuela, Vietnam, Wales, Yemen, Zambia, Zimbabwe, Crimea, Gaza, West Bank, Puerto Rico
    """),
    known=dict.fromkeys((*_STATES, *_CANADIAN_PROVINCES), "province") | dict.fromkeys(_CITIES, "other"),
    aliases={short: name for short, _, name in (one.partition(" ") for one in _STATES_SHORTENED)}
    | dict(
        zip(
            "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY".split(),
            _STATES,
            strict=True,
        )
    )
    | {
        "U.S.": "United States",
        "US": "United States",
        "USA": "United States",
        "America": "United States",
        "United States of America": "United States",
        "UK": "United Kingdom",
        "U.K.": "United Kingdom",
        "Great Britain": "Britain",
        "UAE": "United Arab Emirates",
        "NYC": "New York City",
        "L.A.": "Los Angeles",
        "D.C.": "Washington D.C.",
        "Kiev": "Kyiv",
        "Saigon": "Ho Chi Minh City",
        "Viet Nam": "Vietnam",
    },
    locals=words("""
        man, woman, boy, girl, teen, teenager, couple, police, resident, residents, officer, officers, firefighters, mother,
        father, native, home, house, area, neighborhood, neighbourhood, suburb, authorities
    """),
    institutions=words("""
        university, college, school, schools, academy, institute, hospital, hospitals, clinic, center, centre, medical, health,
        church, cathedral, mosque, temple, synagogue, court, courts, courthouse, jail, prison, penitentiary, hall, hotel, inn,
        motel, mall, plaza, station, airport, bank, restaurant, store, supermarket, museum, library, theater, theatre, stadium,
        arena, club, cafe, apartments, complex, cemetery, zoo, memorial, police, sheriff, sheriff's, sheriff’s, department,
        departments, dept, office, offices, bureau, agency, administration, authority, commission, committee, council, board,
        ministry, government, parliament, congress, senate, assembly, cabinet, guard, army, navy, forces, corps, patrol, unit,
        division, service, services, team, squad, task, fire, rescue, emergency, union, association, federation, foundation,
        society, organization, organisation, group, alliance, league, company, corporation, corp, inc, ltd, llc, industries,
        airlines, airways, news, times, post, press, journal, tribune, herald, gazette, chronicle, daily, telegraph, magazine,
        media, entertainment, records, studios, awards, award, cup, championship, championships, bowl, olympics, festival,
        fund, project, program, campaign, attorney, attorneys, prosecutor, prosecutors, judge, governor, mayor, senator,
        president, minister, chief, spokesman, spokeswoman, deputies, officers, act, law, amendment, street, avenue, road,
        drive, lane, boulevard, highway, interstate, route, parkway, tech, facility, ranch, farm, farms, lot, ave, congressional, hotlines, hotline, buildings, building, tower
    """),
    not_places=words("""
        christmas, easter, thanksgiving, halloween, ramadan, passover, god, heaven, jesus, english, french, spanish, german, arabic,
        chinese, russian, japanese, italian, american, british, islamic, islam, christian, muslim, jewish, hebrew, latin,
        republican, republicans, democrat, democrats, democratic, facebook, twitter, youtube, instagram, google, internet, tv,
        chapter, section, part, phase, round, game, week, day, grade, his, her, their, its, the, a, this, that, it, he, she,
        first, second, third, spring, summer, autumn, fall, winter, q, i, what, mr, mrs, ms, dr, lt, capt, sgt, oscar, oscars, apple,
        world war, room, multiple, update, breaking, video, photo, responding, head, negotiations, jeopardy, microsoft, walmart, mcdonald's, nba, nfl, cnn, bbc, fox, abc, nbc, cbs, hollywood's, playboy's, wall, formula, windows, xbox
    """),
)
