"""How French sentences and headlines lean on what is around them."""

from __future__ import annotations

from newsdedup.languages.prose import Prose
from newsdedup.languages.tables import lines, words

PROSE = Prose(
    leaning=words(
        "cependant, mais, et, or, toutefois, pourtant, ensuite, puis, aussi, en outre, par ailleurs, de plus, ainsi, donc, enfin, cela, ceci, ce, cette, ces, selon lui, selon elle"
    ),
    pronouns=words("il, elle, ils, elles, on, nous, je, vous, son, sa, ses, leur, leurs"),
    reported=words("a-t-il dit, a-t-elle dit, a-t-il ajouté, a-t-elle ajouté"),
    first_person=words("je, nous, notre, nos, mon, ma, mes"),
    not_news=lines(r"""
        (?:cliquez|lire aussi|à lire|suivez|abonnez)\b
        (?:photo|crédit|image)\b
    """),
    headline_marks=words("direct, en direct, vidéo, mise à jour, exclusif, photos, info"),
)
