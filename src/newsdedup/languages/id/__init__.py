"""Indonesian: the tables of this folder, put together."""

from __future__ import annotations

from newsdedup.languages.language import Language
from newsdedup.languages.tables import tables_in

LANGUAGE = Language(
    code="id",
    name="Indonesian",
    aliases=("Bahasa Indonesia", "bahasa", "tiếng Indonesia", "tiếng Indo"),
    **tables_in(__name__, __path__),
)
