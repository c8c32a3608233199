"""Dates of a text."""
