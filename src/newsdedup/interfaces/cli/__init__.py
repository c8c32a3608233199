"""The command line, and results as tables for a terminal."""
