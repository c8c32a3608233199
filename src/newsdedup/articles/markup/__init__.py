"""HTML in articles, read as the text that it shows."""

from __future__ import annotations

from newsdedup.articles.markup.extraction import MARKUP_SIGN, extraction_of, has_markup, text_of_markup

__all__ = ["MARKUP_SIGN", "extraction_of", "has_markup", "text_of_markup"]
