"""How Indonesian sentences and headlines lean on what is around them."""

from __future__ import annotations

from newsdedup.languages.prose import Prose
from newsdedup.languages.tables import lines, words

PROSE = Prose(
    leaning=words(
        "namun, tetapi, tapi, dan, atau, selain itu, sementara itu, kemudian, lalu, sebelumnya, setelah itu, juga, karena itu, oleh karena itu, ini, itu, hal ini, hal itu, sedangkan, bahkan"
    ),
    pronouns=words("dia, ia, mereka, kami, kita, saya, beliau"),
    demonstratives=words("tersebut, ini, itu"),
    reported=words("katanya, ujarnya, kata dia, ujar dia"),
    first_person=words("saya, kami, kita"),
    not_news=lines(r"""
        (?:baca juga|klik|ikuti|simak|tonton)\b
        (?:foto|sumber)\b
    """),
    headline_marks=words("video, foto, live, update, breaking news, eksklusif"),
)
