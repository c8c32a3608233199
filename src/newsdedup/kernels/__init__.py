"""Compiled loops and the flat arrays that they work on; the only folder that imports Numba."""
