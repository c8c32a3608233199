"""Labelled news to a model of evidence."""
