"""Compiled loops and the flat arrays that they work on; only this folder imports Numba."""
