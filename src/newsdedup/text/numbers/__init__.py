"""Numbers of a text."""
