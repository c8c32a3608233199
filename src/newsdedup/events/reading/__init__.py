"""Articles to views: what is kept of each text, as hashes."""
