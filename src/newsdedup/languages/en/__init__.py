"""English: the tables of this folder, put together."""

from __future__ import annotations

from newsdedup.languages.language import Language
from newsdedup.languages.tables import tables_in

LANGUAGE = Language(code="en", name="English", aliases=("tiếng Anh", "us", "gb"), **tables_in(__name__, __path__))
