"""Scores of pairs to groups: linkage, working point, probabilities."""
