"""Alignment by meaning: which claims are of one quantity, by evidence that can be read."""
