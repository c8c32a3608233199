"""French: the tables of this folder, put together."""

from __future__ import annotations

from newsdedup.languages.language import Language
from newsdedup.languages.tables import tables_in

LANGUAGE = Language(code="fr", name="French", aliases=("français", "tiếng Pháp"), **tables_in(__name__, __path__))
