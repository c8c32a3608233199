"""Vietnamese abbreviations."""

from __future__ import annotations

ABBREVIATIONS = ("TP", "Tp", "ThS", "TS", "PGS", "GS", "BS", "KTS", "LS")
