"""French numbers: format in digits, scale words and numerals."""

from __future__ import annotations

from newsdedup.languages.numerals import NumberFormat, Numerals
from newsdedup.languages.tables import valued, words

NUMBER_FORMAT = NumberFormat(group=" ", decimal=",")

SCALES = valued("""
    dizaine 10, dizaines 10, douzaine 12, douzaines 12, cent 100, cents 100, centaine 100, centaines 100, mille 1000,
    millier 1000, milliers 1000, million 1000000, millions 1000000, milliard 1000000000, milliards 1000000000,
    billion 1000000000000, billions 1000000000000
""")

_ABOUT = valued("""
    dizaine 10, douzaine 12, quinzaine 15, vingtaine 20, trentaine 30, quarantaine 40, cinquantaine 50, soixantaine 60,
    centaine 100, millier 1000
""")

MONEY_SCALES = valued("m 1000000, md 1000000000, mds 1000000000, k 1000")

SCALE_LETTERS = valued("K 1000, M 1000000, Md 1000000000, Mds 1000000000")

NUMERALS = Numerals(
    units=valued("un 1, une 1, deux 2, trois 3, quatre 4, cinq 5, six 6, sept 7, huit 8, neuf 9"),
    teens=valued("""
        zéro 0, dix 10, onze 11, douze 12, treize 13, quatorze 14, quinze 15, seize 16, dix-sept 17, dix-huit 18,
        dix-neuf 19, dix sept 17, dix huit 18, dix neuf 19
    """),
    tens=valued("vingt 20, trente 30, quarante 40, cinquante 50, septante 70, huitante 80, octante 80, nonante 90"),
    scores=valued("soixante 60, quatre-vingt 80, quatre-vingts 80, quatre vingt 80, quatre vingts 80"),
    ones=valued("cent 100, mille 1000"),
    unit_joints=("et",),
    magnitudes=valued("""
        dizaines 20, des dizaines 20, centaines 200, des centaines 200, milliers 2000, des milliers 2000,
        des millions 2000000, des milliards 2000000000
    """),
    rounded={f"{article}{word}": value for word, value in _ABOUT.items() for article in ("un ", "une ", "la ", "")},
    linked_scales=words("""
        dizaine, dizaines, douzaine, douzaines, centaine, centaines, millier, milliers, million, millions, milliard,
        milliards, billion, billions
    """),
    few=("plusieurs", "quelques"),
    either=("ou",),
    guesses=words("peut-être, environ, disons, sans doute"),
    points=("virgule",),
    halves=("et demi", "et demie"),
    unit_halves=("et demi", "et demie"),
    shares=valued("""
        moitié 2, tiers 3, quart 4, quarts 4, cinquième 5, cinquièmes 5, sixième 6, sixièmes 6, septième 7,
        septièmes 7, huitième 8, huitièmes 8, neuvième 9, neuvièmes 9, dixième 10, dixièmes 10, centième 100,
        centièmes 100, millième 1000, millièmes 1000
    """),
    articles=("la",),
    share_links=("de", "d'", "d’"),
    shares_are_figures=True,
    rates=("sur",),
    minus=("moins",),
    not_after={
        "": words("numéro, chapitre, page, article, plusieurs, quelques, chaine, chaîne, france, arte, tf"),
        "cent": ("pour",),
        "un": words("l', l’, aucun, chaque, quelqu, quelqu', quelqu’, comme"),
        "une": words("l', l’, la, à la, chaque"),
        "moins": words("au, du, le, de, ou"),
        "neuf": words("à, de, flambant, quoi de, rien de, tout, véhicule, logement"),
        "quarts": words("les, des, aux"),
        "quart": words("premier, deuxième, dernier"),
        "tiers": ("pays",),
    },
    idioms=words("""
        l'un, l’un, un peu, un à un, une à une, un par un, une par une, un autre, une autre, un certain, une certaine,
        un tel, une telle, une fois, un jour, une partie, un quart d'heure, un quart d’heure, un nouveau, une nouvelle,
        cent fois, mille fois, mille et un, mille et une, à deux pas, deux-pièces, deux-roues, deux roues,
        trois-quarts, trois quarts d'heure, quatre-quatre, quatre quatre, quatre saisons, quatre coins,
        deux poids deux mesures, quart de finale, quarts de finale, quatre heures pile, mille-feuille, millefeuille
    """),
    before_any_noun=True,
)
