"""Recognises text that was decoded wrongly, lost letters or kept its escapes, so that it is rejected."""

from __future__ import annotations

from newsdedup.articles.encoding.garbling import Garbling, find_garbling, garbling
from newsdedup.articles.encoding.suspects import odd_pair_tables

__all__ = ["Garbling", "find_garbling", "garbling", "odd_pair_tables"]
